"""Where an event took place, and which countries it has to do with."""

from __future__ import annotations

import pytest

from db.models import CountryRole, Role
from importers.places.finding import runs
from importers.places.mentions import told_countries
from importers.places.spots import venue
from importers.places.venues import Ground, Involved, Words, involved, ordered, reviewed

L, B, P = Role.LOCATION, Role.BENEFICIARY, Role.PARTICIPANT


def of(
    text: str, heading: str = "", *, own: str = "", country: str = "", main: bool = True, fallback: Involved | None = None
) -> Involved:
    """What is involved in the event that `own` tells, a sentence of the text; the whole text where it is empty."""
    start = text.index(own)
    end = start + len(own) if own else len(text)
    whole = 0, len(text)
    words = Words((start, end), whole, main=main, heading=heading, fallback=fallback)
    return involved(Ground(text, told_countries(text, ()), country), words)


def roles(made: Involved) -> dict[str, Role]:
    return {country.code: country.role for country in made.countries}


WEST_AFRICA = ["BF", "BJ", "CI", "CV", "GH", "GM", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SL", "SN", "TG"]
CASES = [
    ("a city", "A post was opened in Osh.", {"KG": L}, "Osh"),
    ("a country", "A post was opened in Peru.", {"PE": L}, "Peru"),
    ("a city and its country", "A post was opened in Lima, Peru.", {"PE": L}, "Lima"),
    ("in brackets", "A seminar for nurses (Vienna) was held.", {"AT": L}, "Vienna"),
    ("where a guest has his seat", "A market was opened by the Ambassador, who is based in Suva.", {}, ""),
    ("two cities", "Courses were held in Osh and Dushanbe.", {"KG": L, "TJ": L}, "Osh, Dushanbe"),
    ("a place and a people", "Afghan officers were trained in Dushanbe.", {"TJ": L, "AF": B}, "Dushanbe"),
    ("a border is two", "A post was opened on the Tajik-Afghan border.", {"TJ": L, "AF": B}, ""),
    (
        "a place on a border",
        "A post was opened in Termez, on the Uzbek-Afghan border.",
        {"UZ": L},
        "Termez",
    ),
    ("a place on a border, told at length", "Lomé, on the border of Togo with Ghana, has a new pier.", {"TG": L}, "Lomé"),
    (
        "what both sides of a border have",
        "A liaison office was opened in Termez, on the Uzbek-Afghan border.",
        {"UZ": L, "AF": B},
        "Termez",
    ),
    ("boats driven from afar", "Two remotely operated boats came to Lomé.", {"TG": L}, "Lomé"),
    ("only a people", "The Kyrgyz parliament adopted the law.", {"KG": L}, ""),
    ("a person's title", "The Ambassador of Sweden opened the post in Osh.", {"KG": L}, "Osh"),
    ("an embassy", "The post in Osh was opened by the German Embassy.", {"KG": L}, "Osh"),
    ("no country", "A post was opened by the river.", {}, ""),
    ("a town that no list has", "The letter was signed on 9 May in Smallville, Maryland.", {"US": L}, "Maryland"),
    ("a month before a country", "In May, Kenya opened a post.", {"KE": L}, ""),
    ("where an envoy sits", "The envoy, resident in Accra, opened a post in Lomé.", {"TG": L}, "Lomé"),
    ("another America", "Latin-American judges met in Lima.", {"PE": L}, "Lima"),
    ("a language", "Twenty French-speaking judges met in Dakar.", {"SN": L}, "Dakar"),
    ("a wider region", "A forum for Europe and Central Asia was held in Vienna.", {"AT": L}, "Vienna"),
    ("money", "The first Norwegian Kroner bonds were issued in Lima.", {"PE": L}, "Lima"),
    ("a war", "In Lusaka they spoke of Russia’s war against Ukraine.", {"ZM": L}, "Lusaka"),
    ("one who speaks", "A former governor of Peru’s central bank gave a lecture in Osh.", {"KG": L}, "Osh"),
    ("guests by their nation", "The Danish parliamentarians visited the school in Osh.", {"KG": L, "DK": P}, "Osh"),
    ("a state by its new envoy", "Peru's new Ambassador opened the post in Osh.", {"KG": L}, "Osh"),
    ("ambassadors", "The ambassadors of Chile and Peru opened the post in Osh.", {"KG": L}, "Osh"),
    ("ambassadors, one of the Union", "The Ambassadors of the European Union, Chile and Peru came to Osh.", {"KG": L}, "Osh"),
    ("a university", "A scholar of the University of Bonn trained judges in Peru.", {"PE": L}, "Peru"),
    ("the town in a name", "The Women Lawyers of Mombasa took the oath.", {"KE": L}, "Mombasa"),
    ("a challenge", "The Honolulu Challenge was accepted by the network.", {}, ""),
    ("a wide region", "A course was held for rangers across West Africa.", {}, ""),
    ("all of a wide region", "All West African countries signed the charter.", dict.fromkeys(WEST_AFRICA, L), ""),
    ("a language", "The second course (French) was held in Nairobi.", {"KE": L}, "Nairobi"),
    ("lessons from elsewhere", "In Lima good practices from Europe and Canada were compared.", {"PE": L}, "Lima"),
    ("an observer", "Judges met in Lima. Chile took part as an observer.", {"PE": L, "CL": P}, "Lima"),
    ("a region and those of it", "Nurses of Kenya and Uganda were trained in East Africa.", {"KE": L, "UG": B}, ""),
    ("where a cargo goes", "The unit in Mombasa stopped a box with destination of Haiphong.", {"KE": L}, "Mombasa"),
    ("brackets of a name", "Nurses (Uganda Prisons Service) met in Lima.", {"PE": L, "UG": B}, "Lima"),
    ("a region behind a place", "Those who came back to Nairobi from work in Central Asia met.", {"KE": L}, "Nairobi"),
    ("money of a people", "A microscope was bought from the Italian contribution in Osh.", {"KG": L}, "Osh"),
    (
        "a centre for a people",
        "A training centre for Afghan and Uzbek nurses began its work in Osh.",
        {"KG": L, "AF": B, "UZ": B},
        "Osh",
    ),
    ("a post that they come from", "Officers from Hairatan came to Osh.", {"KG": L}, "Osh"),
    ("an office for a country", "The office for Kenya held a course in Lima.", {"PE": L}, "Lima"),
    ("by their trade", "Pharmacists from Malawi and Togo met in Lima.", {"PE": L, "MW": P, "TG": P}, "Lima"),
    ("things from a country", "Lorries from Malawi were counted in Lima.", {"PE": L}, "Lima"),
    ("languages", "A handbook in Kazakh, Uzbek and Russian was approved in Lima.", {"PE": L}, "Lima"),
    ("no languages", "Courses in Kazakh and Russian prisons were held.", {"KZ": L, "RU": L}, ""),
    ("languages before a verb", "A handbook in Uzbek and Tajik may be had in Lima.", {"PE": L}, "Lima"),
    ("teachers of languages", "Teachers of Bulgarian and Russian were trained in Lima.", {"PE": L}, "Lima"),
    ("versions", "The Russian and Tajik versions of the guide came out in Lima.", {"PE": L}, "Lima"),
    ("one language in a list", "In Lima they learned first aid and Russian, the harder one.", {"PE": L}, "Lima"),
    ("no versions", "The Russian and Tajik services met in Lima.", {"PE": L, "RU": B, "TJ": B}, "Lima"),
    ("bodies of one nation", "The Norwegian Refugee Council trained nurses in Lima.", {"PE": L}, "Lima"),
    ("a breed", "Each brought a Belgian shepherd to Lima.", {"PE": L}, "Lima"),
    ("a national body", "Kenya’s National Archives opened a school.", {"KE": L}, ""),
    ("a national", "A school in Lima was visited by a Kenyan national.", {"PE": L}, "Lima"),
    (
        "units of a list",
        "Heads of port units from Ghana, Mali and Togo were guests in Lima.",
        {"PE": L, "GH": P, "ML": P, "TG": P},
        "Lima",
    ),
    ("a pair of units", "Fire brigades from Ghana and Mali trained in Lima.", {"PE": L, "GH": P, "ML": P}, "Lima"),
    ("goods of a list", "Opium from Ghana, Mali and Togo was burnt in Lima.", {"PE": L}, "Lima"),
    ("help of a pair", "In Lima a ward was built with support from Ghana and Mali.", {"PE": L}, "Lima"),
    ("who seized it", "Togo, acting on a tip from Ghana, seized tusks bound for Kenya.", {"TG": L}, "Togo"),
    ("who seized it, by its unit", "Togo's harbour police intercepted a boat for Ghana.", {"TG": L, "GH": B}, "Togo"),
    ("whose teams seized it", "Teams from Togo and Ghana seized tusks in Lima.", {"PE": L, "TG": P, "GH": P}, "Lima"),
    ("the place of an entry", "7-9 October, Lima: course on the roads of Osh", {"PE": L, "KG": B}, "Lima"),
    ("the place of an entry, behind a dash", "Lima – course on the roads of Osh", {"PE": L, "KG": B}, "Lima"),
    ("the worldwide", "Judges were trained in Nairobi.", {"KE": L}, "Nairobi"),
]


@pytest.mark.parametrize(("what", "text", "countries", "place"), CASES)
def test_countries_and_place(what: str, text: str, countries: dict[str, Role], place: str) -> None:
    made = of(text)
    assert (roles(made), made.place) == (countries, place)
    assert made.locations == tuple(sorted(code for code, role in countries.items() if role is L))


def test_people_of_the_heading_s_country_went_to_another() -> None:
    assert roles(of("Twelve nurses were trained in Vienna.", country="KZ")) == {"AT": L, "KZ": B}
    assert roles(of("Twelve nurses were trained in a hotel.", country="KZ")) == {"KZ": L}


def test_experience_of_other_countries_is_of_use_here() -> None:
    told = "A memorandum on a centre was signed in Osh."
    text = f"{told} The firm brings its experience gained with such centres in Kenya, Mali, Togo and elsewhere."
    assert roles(of(text, own=told)) == {"KG": L}


def test_the_sentence_that_states_the_date_says_where() -> None:
    text = "The two towns have signed a letter. The mayor lives in Lomé. It was signed on 3 May in Osh."
    last = text.index("It was"), len(text)
    made = involved(Ground(text, told_countries(text, ())), Words((0, 35), (0, len(text)), main=True, dated_in=last))
    assert roles(made) == {"KG": L}


BODIES = "representatives {} such as the Bank of Peru, the Tax Office of Chile, the Ministry of Trade of Brazil and the {} of Ghana"


def test_authorities_in_a_list_of_participants_stand_for_their_countries() -> None:
    text = (
        "A conference was held in Vienna. The " + BODIES.format("included bodies from six countries", "Ports Authority") + " came."
    )
    assert roles(of(text)) == {"AT": L, "PE": P, "CL": P, "BR": P, "GH": P}


def test_towns_that_people_came_from_tell_who_took_part() -> None:
    told = "A course was held in Dushanbe."
    assert roles(of(f"{told} Most were Tajik; four had come from Osh and two from Kabul.", own=told)) == {"TJ": L, "KG": P, "AF": P}
    assert roles(of(f"{told} The bread had come from Osh.", own=told)) == {"TJ": L}


def test_two_such_names_are_no_list() -> None:
    text = "A conference was held in Vienna. The participants came from bodies such as the Bank of Peru and a Ministry."
    assert roles(of(text)) == {"AT": L}


def test_those_who_came_take_part() -> None:
    text = "A conference was held in Astana. It was attended by delegates from Kyrgyzstan, Tajikistan and Uzbekistan."
    assert roles(of(text, own="A conference was held in Astana.")) == {"KZ": L, "KG": P, "TJ": P, "UZ": P}


def test_those_who_came_take_part_in_the_sentence_itself_too() -> None:
    text = "A conference in Astana was attended by delegates from Kyrgyzstan, Tajikistan and Uzbekistan."
    assert roles(of(text)) == {"KZ": L, "KG": P, "TJ": P, "UZ": P}


def test_a_region_is_its_members() -> None:
    assert set(roles(of("The five Central Asian states signed a declaration."))) == {"KZ", "KG", "TJ", "TM", "UZ"}


def test_the_place_may_stand_elsewhere_in_the_article() -> None:
    text = "A post was opened on 3 May. Guests came to see it. The post stands in Osh."
    own = "A post was opened on 3 May."
    assert of(text, own=own).place == "Osh"
    assert of(text, own=own, main=False).countries == ()


def test_what_is_held_online_is_held_nowhere() -> None:
    text = "Nurses followed a virtual course on 3 May. The first one was held in Lima."
    own = "Nurses followed a virtual course on 3 May."
    assert roles(of(text, own=own)) == {}
    assert roles(of(text, "Course for nurses in Chile", own=own)) == {"CL": B}
    assert roles(of("An online course was opened in Lima.")) == {"PE": L}


def test_the_place_of_another_time_is_not_the_place() -> None:
    text = "A treaty was discussed on 3 May. It was signed in Rio de Janeiro in 1992."
    own = "A treaty was discussed on 3 May."
    behind = (len(own) + 1, len(text))
    whole, ground = (0, len(text)), Ground(text, told_countries(text, ()))
    assert involved(ground, Words((0, len(own)), whole, main=True)).place == "Rio de Janeiro"
    assert involved(ground, Words((0, len(own)), whole, main=True, others=[behind])).countries == ()


def test_those_who_take_part_in_a_review_are_those_whose_work_is_reviewed() -> None:
    taking_part = (CountryRole("KZ", L), CountryRole("TJ", P))
    assert reviewed(taking_part) == (CountryRole("KZ", L), CountryRole("TJ", B))


def test_the_countries_that_are_counted_are_those_of_the_region_named_before() -> None:
    text = "Who sees it first in Central Asia? Doctors from the five countries met in Lima."
    assert roles(of(text, own="Doctors from the five countries met in Lima.")) == {
        "PE": L, "KG": P, "KZ": P, "TJ": P, "TM": P, "UZ": P
    }  # fmt: skip
    assert roles(of(text.replace("five", "three"), own="Doctors from the three countries met in Lima.")) == {"PE": L}


def test_what_is_told_in_passing_is_for_those_that_the_main_one_is_for() -> None:
    main = of("A post was opened in Osh for Afghan officers.")
    assert roles(of("A law was adopted.", main=False, fallback=main)) == {"KG": L, "AF": B}


def test_what_is_told_in_passing_is_where_the_main_one_is() -> None:
    main = of("A post was opened in Osh.")
    assert roles(of("A law was adopted.", main=False, fallback=main)) == {"KG": L}
    assert roles(of("A law was adopted in Peru.", main=False, fallback=main)) == {"PE": L}


def test_who_went_abroad_in_a_story_of_a_country_came_from_there() -> None:
    main = of("A post was opened in Osh.")
    assert roles(of("Ten nurses spent May in Lima.", main=False, fallback=main)) == {"PE": L, "KG": B}
    assert roles(of("Ten nurses of Chile spent May in Lima.", main=False, fallback=main)) == {"PE": L, "CL": B}
    assert roles(of("A course was held in Lima.", main=False, fallback=main)) == {"PE": L}
    # where many met is nobody's home
    main = of("Judges from Kenya, Mali and Togo met in Osh.")
    assert roles(of("Ten nurses spent May in Lima.", main=False, fallback=main)) == {"PE": L}


def test_a_donors_country_is_silent() -> None:
    text = "A post was opened in Osh and paid by Japan."
    at = text.index("Japan")
    assert [mention.text for mention in told_countries(text, ())] == ["Osh", "Japan"]
    assert [mention.text for mention in told_countries(text, [(at, at + 5)])] == ["Osh"]


def test_mentions_keep_their_places_in_the_text() -> None:
    text = "Before. A post was opened in Osh, near Peru."
    found = told_countries(text, ())
    assert [text[mention.start : mention.end] for mention in found] == [mention.text for mention in found] == ["Osh", "Peru"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya, Peru and Chile", [["Kenya", "Peru", "Chile"]]),
        ("Kenya as well as the Republic of Peru", [["Kenya", "Republic of Peru"]]),
        ("Kenya met Peru and Chile", [["Kenya"], ["Peru", "Chile"]]),
        ("nothing", []),
    ],
)
def test_lists_of_countries(text: str, wanted: list[list[str]]) -> None:
    mentions = told_countries(text, ())
    found = [[mention.text for mention in run] for run in runs(text, mentions)]
    assert [[name.removeprefix("the ") for name in run] for run in found] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru opened a post in Osh.", ["Osh"]),
        ("Judges from Peru met.", []),
        ("Judges met near the city of Osh.", ["Osh"]),
        ("A centre (Peru) was opened.", ["Peru"]),
        ("A centre was opened in Kenya, Peru and Chile.", []),
    ],
)
def test_where(text: str, wanted: list[str]) -> None:
    assert [mention.text for mention in venue(text, 0, told_countries(text, ()))] == wanted


def test_the_stronger_role_comes_first_then_the_code() -> None:
    assert ordered({"UZ": P, "TJ": L, "KG": L, "AF": B}) == (
        CountryRole("KG", L),
        CountryRole("TJ", L),
        CountryRole("AF", B),
        CountryRole("UZ", P),
    )


@pytest.mark.parametrize("words", ["Lima, Peru", "Lima (Peru)"])
def test_reasons_hold_the_words(words: str) -> None:
    assert [(reason.field, reason.text) for reason in of(f"A post was opened in {words}.").reasons] == [("countries", words)]


def test_what_takes_place_online_takes_place_nowhere() -> None:
    assert roles(of("A virtual seminar for judges of Kenya was held.")) == {"KE": B}


def test_a_part_of_the_world_is_not_each_of_its_countries() -> None:
    assert roles(of("Pacific island countries met.")) == {}
    assert len(roles(of("Delegates of all the West African countries met."))) > 8


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Delegates of the five Central Asian states met.", 5),
        ("Delegates of three Central Asian states met.", 0),
        ("Delegates of 15 West African states met.", 16),
        ("Delegates of 13 Latin American countries met.", 0),
        ("Police of nine countries in South America met in an operation.", 0),
        ("It takes three years to run the Middle East NGO Forum.", 0),
    ],
)
def test_so_many_countries_of_a_region(text: str, count: int) -> None:
    assert len(roles(of(text))) == count


def test_a_list_of_countries_names_no_one_of_them_above_the_others() -> None:
    made = of("The form was adopted. Parties: Cook Islands, Fiji, Kiribati and Nauru.", own="The form was adopted.")
    assert L not in roles(made).values()


def test_what_is_told_of_another_time_took_place_elsewhere() -> None:
    text = "A session was held. The treaty was signed in Lima in 1992."
    other = (text.index("The treaty"), len(text))
    made = involved(Ground(text, told_countries(text, ())), Words((0, 19), (0, len(text)), main=True, others=(other,)))
    assert made.place == ""


@pytest.mark.parametrize(
    "text",
    [
        "A register was launched in Apia. Fiji, Palau, Samoa and Tonga are the island parties to the treaty.",
        "A register was launched in Apia. Member States: Fiji, Palau, Samoa and Tonga.",
        "A register was launched in Apia. Countries: Fiji, Palau, Samoa, Tonga. Donor: Sweden.",
        "A register was launched in Apia. It is one part of a scheme for Fiji, Palau, Samoa and Tonga.",
        # what was done over years, what others can use, whose work is paid for
        "A register was launched in Apia. So far 400 clerks from Fiji, Palau and Tonga have used it.",
        "A register was launched in Apia. In all, 400 clerks from Fiji, Palau and Tonga have been trained.",
        "A register was launched in Apia. A course, to which clerks from Fiji and Tonga also have access, teaches its use.",
        "A register was launched in Apia. The work of clerks in Fiji, Palau and Tonga is funded by Sweden.",
    ],
)
def test_who_belongs_to_a_treaty_has_no_part_in_an_event(text: str) -> None:
    assert roles(of(text, own="A register was launched in Apia.")) == {"WS": L}


@pytest.mark.parametrize(
    "text",
    [
        "A market was opened in Apia. Its fish is exported to Japan, Peru and Kenya.",
        "A market was opened in Apia. It was built with donations of clubs in Japan, Peru and Kenya.",
    ],
)
def test_who_trades_or_gives_has_no_part_in_an_event(text: str) -> None:
    assert roles(of(text, own="A market was opened in Apia.")) == {"WS": L}


@pytest.mark.parametrize(
    "text",
    [
        "In Lima the American Red Cross trained nurses.",
        "A project with the French NGO of the same name began in Lima.",
        "The school in Lima was opened by the Norwegian Agency for Development Cooperation.",
        "The unit was trained by the French customs and by a colleague from the airport of Lisbon, in Lima.",
    ],
)
def test_where_a_body_that_gives_comes_from_is_no_country_of_an_event(text: str) -> None:
    assert roles(of(text)) == {"PE": L}


@pytest.mark.parametrize("text", ["The Kyrgyz Red Crescent trained nurses.", "A Kenyan association of nurses met."])
def test_a_body_of_the_country_itself_tells_where(text: str) -> None:
    assert len(roles(of(text))) == 1
