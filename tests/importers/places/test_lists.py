"""Countries in lists: who takes part, what is counted, what an event is only likened to."""

from __future__ import annotations

import pytest

from db.models import Role
from importers.places.attending import tells_who_came
from importers.places.lists import observers
from importers.places.mentions import told_countries
from importers.places.venues import Ground, Involved, Words, involved

L, B, P = Role.LOCATION, Role.BENEFICIARY, Role.PARTICIPANT


def of(text: str) -> Involved:
    """What is involved in the event that the first sentence of a text tells."""
    own, unit = (0, text.index(".") + 1), (0, len(text))
    return involved(Ground(text, told_countries(text, ())), Words(own, unit, main=True))


def roles(text: str) -> dict[str, Role]:
    """The countries of that event, and their roles."""
    return {one.code: one.role for one in of(text).countries}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses met in Lima. Border officers of Kenya and Uganda compared seals.", {"PE": L, "KE": P, "UG": P}),
        ("Nurses met in Lima. The police of Kenya and Uganda, too.", {"PE": L, "KE": P, "UG": P}),
        ("A patrol was led by the customs services of Kenya and Uganda in Nairobi.", {"KE": L, "UG": P}),
        ("A course was led by trainers of the customs services of Peru and Chile in Nairobi.", {"KE": L}),
        ("Judges met in Lima. Togo, Ghana and the OSCE followed the debate as observers.", {"PE": L, "TG": P, "GH": P}),
        ("Judges met in Lima. Togo, Ghana and the World Bank were observers.", {"PE": L, "TG": P, "GH": P}),
        ("Nurses met in Lima. Experts from the customs services of Kenya and Uganda spoke about seals.", {"PE": L}),
        ("A course was held in Lima. Examples were taken from cases solved in Kenya, Mali and Togo.", {"PE": L}),
        ("Thirty teachers from Kenya, Mali and Togo wrote songs in Lima.", {"PE": L, "KE": P, "ML": P, "TG": P}),
        ("A clinic for migrants going to Kenya, Mali and Togo was opened in Lima.", {"PE": L}),
        ("Ten specialists from Kenya and Mali visited Lima.", {"PE": L, "KE": P, "ML": P}),
        ("Two experts from Kenya and Mali visited the port of Lima.", {"PE": L}),
        ("Nurses met in Lima. Large amounts have been found in Kenya, Mali and Togo.", {"PE": L}),
        ("A pier was opened in Lima. Piers are already operational in Kenya, Mali and Togo.", {"PE": L}),
        ("Nurses met in Lima. Experts from Kenya, Uganda and Mali shared it all.", {"PE": L, "KE": P, "UG": P, "ML": P}),
        # who speaks there, one after the other
        ("Judges met in Lima. Togo presented its draft law.", {"PE": L, "TG": P}),
        ("Judges met in Lima. Togo presented its draft law, Ghana the practice of its courts.", {"PE": L, "TG": P, "GH": P}),
        ("Judges met in Lima. Kenya, invited as an observer, shared its records.", {"PE": L, "KE": P}),
        ("Judges met in Lima. Mali and Togo spoke on seals, Ghana on boats.", {"PE": L, "ML": P, "TG": P, "GH": P}),
        ("Judges met in Lima. The boats that Togo presented were blue.", {"PE": L}),
        # who leads it
        ("The group, currently chaired by Norway, met in Lima.", {"PE": L, "NO": P}),
        ("The group met in Lima under the chairmanship of Norway.", {"PE": L, "NO": P}),
        ("The search in Lima was led by Norway.", {"PE": L, "NO": P}),
        ("The search in Lima was led by officers from Norway.", {"PE": L}),
        ("Judges met in Lima. Togo and Ghana confirmed that they will build a school.", {"PE": L, "TG": P, "GH": P}),
        ("The group met in Lima under the presidency of a judge of Norway.", {"PE": L}),
        # the states of a region whose people take part, and those where a programme is
        (
            "Experts from the Central Asian states read the draft in Osh.",
            {"KG": L, "KZ": P, "TJ": P, "TM": P, "UZ": P},
        ),
        ("Ministers of the Central Asian states met in Lima.", {"PE": L, "KG": P, "KZ": P, "TJ": P, "TM": P, "UZ": P}),
        ("Nurses met in Lima. The rivers of the Central Asian states are long.", {"PE": L}),
        ("Nurses met in Lima. Kenya, Mali and Togo are the three countries where the cure is tried.", {"PE": L}),
        # a note on the status of one breaks no list
        ("Judges of Albania, Kosovo under UNSCR 1244, Serbia and Peru met in Lima.", {"PE": L, "AL": P, "XK": P, "RS": P}),
        (
            "Judges of Albania, Kosovo*, Serbia and the former Yugoslav Republic of Macedonia met in Lima.",
            {"PE": L, "AL": P, "XK": P, "RS": P, "MK": P},
        ),
        # those who only lie around, trade or are named once
        ("Nurses met in Lima. The forests of Kenya and Uganda are old.", {"PE": L}),
        ("Nurses met in Lima. The roads of Kenya and the World Bank are long.", {"PE": L}),
    ],
)
def test_those_whom_a_country_sends_take_part(text: str, expected: dict[str, Role]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Customs of Ghana and Togo met. The two countries signed.", {"GH", "TG"}),
        ("Peru, Chile and Bolivia share a lake. Boats of the three states searched it.", {"PE", "CL", "BO"}),
        ("Ghana and Togo share a road. Both countries opened a post.", {"GH", "TG"}),
        ("Doctors of Central Asia met. All five republics signed.", {"KG", "KZ", "TJ", "TM", "UZ"}),
        ("Kenyan and Ugandan boats sailed. The two sides met.", {"KE", "UG"}),
        ("Lorries wait at the Kenyan-Ugandan crossing. Officers of both sides met.", {"KE", "UG"}),
        ("Nurses of Kenya and Togo worked at the Peruvian-Chilean border. The two countries signed.", {"PE", "CL"}),
        ("The fever reached Accra and Lomé. Doctors of the two countries met.", {"GH", "TG"}),
        ("The fever reached Accra, Kumasi and Lomé. Doctors of the two countries met.", set()),
        # by other names, and two towns
        ("Ghana and Togo share a road. Both delegations signed.", {"GH", "TG"}),
        ("Peru, Chile and Bolivia share a lake. The three foreign ministers signed.", {"PE", "CL", "BO"}),
        ("Peru, Chile and Bolivia share a lake. The three governments signed.", {"PE", "CL", "BO"}),
        ("Rice was found in Lomé after it was found in Cotonou. Both ports have units.", {"TG", "BJ"}),
        ("Rice was found in Accra, and in Kumasi. Both towns have units.", {"GH"}),
        ("Rice was found in Lomé, in Accra and in Cotonou. Both ports have units.", set()),
        ("Ghana and Togo share a road. It goes back to an initiative of the two countries.", set()),
        ("Peru, Chile and Bolivia share a lake. The three ministers signed.", set()),
        # another number, or none
        ("Customs of Ghana and Togo met. The three countries signed.", set()),
        ("Peru, Chile and Bolivia share a lake. The two countries of the south signed.", set()),
        ("Peru, Chile and Bolivia share a lake. Both countries signed.", set()),
        ("Customs of Ghana and Togo met. The countries signed.", set()),
        ("Customs of Ghana and Togo met. The two officers signed.", set()),
        ("Customs of Ghana and Togo met. The two states of India signed.", {"IN"}),
    ],
)
def test_the_countries_that_are_counted_are_those_named_last(text: str, codes: set[str]) -> None:
    start = text.index(". ")
    assert {code for one in told_countries(text, ()) if one.start > start for code in one.codes} == codes


ANDES = ["BO", "CO", "EC", "PE"]
SIX = ["BO", "CO", "EC", "PE", "CL", "UY"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Bees are kept in all six countries.", True),
        ("In the 6 countries bees are kept.", True),
        ("Of late seven countries keep bees.", False),
        ("Of late six countries keep bees.", True),
        ("Beekeepers from six countries met.", False),
        ("Feasts were held in all capitals.", True),
        ("All countries keep bees.", False),
        ("France, Japan, Norway, Italy, Spain and Sweden paid. Feasts were held in the six capitals.", True),
    ],
)
def test_as_many_countries_as_a_newsletter_is_about(text: str, known: bool) -> None:
    told = [list(one.codes) for one in told_countries(text, (), [SIX]) if one.form == "region"]
    assert told == ([SIX] if known else [])


def test_a_region_is_those_of_its_countries_that_a_newsletter_is_about() -> None:
    told = told_countries("Beekeepers of Central Asia met.", (), [("KG", "KZ", "UZ")])
    assert [one.codes for one in told] == [("KG", "KZ", "UZ")]
    told = told_countries("Beekeepers of Central Asia met.", (), [("KG", "PE", "UZ")])
    assert [len(one.codes) for one in told] == [5]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("All four partners came.", True),
        ("Heads of the four beneficiaries came.", True),
        ("The four signatories met.", True),
        ("Nurses from the region came.", True),
        ("The ministers of the region met.", True),
        ("The six partners came.", False),
        ("The four partners of the firm came.", False),
        ("The ministers of the region’s north met.", False),
        ("The towns of the region are old.", False),
        ("It goes back to an idea of the ministers of the region.", False),
    ],
)
def test_the_countries_of_a_newsletter_are_counted(text: str, known: bool) -> None:
    assert [list(one.codes) for one in told_countries(text, (), [ANDES])] == ([ANDES] if known else [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Togo and Ghana attended as observers.", {"TG", "GH"}),
        ("Togo had been invited as an observer.", {"TG"}),
        ("Togo and Ghana were observers.", {"TG", "GH"}),
        ("Judges met with observers from Togo and Ghana.", {"TG", "GH"}),
        ("Judges of Togo observed a trial.", set()),
        ("Togo and Ghana attended.", set()),
    ],
)
def test_who_only_looks_on(text: str, codes: set[str]) -> None:
    assert observers(text, told_countries(text, ())) == codes
    assert involved(Ground(text, told_countries(text, ())), Words((0, len(text)), (0, len(text)), main=True)).onlookers == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Like its sisters in Osh, Lima and Accra the unit has a scanner.", []),
        ("It is new, and like its sisters in Osh it has a scanner.", []),
        ("The desk is modelled on those in Lima.", []),
        ("It is the fourth desk after Osh, Lima and Accra.", []),
        ("It is the third such desk after those in Osh and Lima.", []),
        ("They flew home after Osh.", ["KG"]),
        # where goods go, who joins a union, who writes a letter, who sits elsewhere
        ("They found a load of tusks bound for Togo.", []),
        ("They found a load of tusks destined for the port of Lomé.", []),
        ("A convoy of nine lorries left for Togo.", []),
        ("The team left for Togo.", ["TG"]),
        ("It is the fourth load with Lomé as the port of discharge.", []),
        ("They met in Lomé as the port of Togo.", ["TG", "TG"]),
        ("A letter from the President of Togo was read.", []),
        ("Messages of greetings from the Heads of State of Togo, Ghana and Central Asia were read.", []),
        ("Messages in Togo are short.", ["TG"]),
        ("A bureau based in Togo wrote.", []),
        ("The post is similar to the one in Osh.", []),
        ("The law follows the example of the courts in Lima and Accra.", []),
        ("Unlike the older centres in Osh and Naryn, it has beds.", []),
        ("They met in Osh, Lima and Accra.", ["KG", "PE", "GH"]),
        ("Officers like the course in Lima.", ["PE"]),
        ("People such as nurses in Osh came.", ["KG"]),
        ("The model was shown in Lima.", ["PE"]),
    ],
)
def test_what_an_event_is_likened_to_is_elsewhere(text: str, codes: list[str]) -> None:
    assert [one.codes[0] for one in told_countries(text, ())] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Russian original came out.", []),
        ("The guide (French, 142 p.) is out.", []),
        ("A course (Russian) was held.", []),
        ("Police (Tajik, Afghan and Uzbek officers) came.", ["TJ", "AF", "UZ"]),
        ("The Russian nurses came.", ["RU"]),
        ("The nurses of Togo came, while the delegate of Peru could not travel.", ["TG"]),
        ("The post of the Australian High Commission was seen.", []),
        ("A shared answer to Afghan opiates was found.", []),
        ("A shared answer of the Afghan opiate police was found.", []),
        ("The Afghan drug control forces met.", ["AF"]),
    ],
)
def test_a_language_and_a_mission_are_no_place(text: str, codes: list[str]) -> None:
    assert [one.codes[0] for one in told_countries(text, ())] == codes


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Peru and Chile attended as observers.", True),
        ("The Philippines and the Council were also represented.", True),
        ("Togo followed the talks as an observer.", True),
        ("Nurses of Peru and Chile attended.", False),
        ("Peru and Chile signed.", False),
        ("Everybody attended.", False),
        ("The event gathers 20 representatives of the border services of Peru and Chile.", True),
        ("The three-day course gathered nurses from Peru and Chile.", True),
        ("This workshop brought together delegates of four services.", True),
        ("The activity held in Lima, Peru, brought together delegates from Chile.", True),
        ("The seminar was attended by prosecutors from Peru.", True),
        ("A total of 15 customs officers from Peru, Chile and Togo were trained to use scanners.", True),
        ("Some forty judges from Peru learned to read maps.", True),
        ("In attendance were the High Commissioners of Fiji and Togo.", True),
        ("Participants came from Peru and Chile.", True),
        ("Nine wardens of the Peruvian navy came as guests.", True),
        ("Some judges from Peru were invited as observers.", True),
        ("Teams from the customs of Peru and the police of Chile participated in the games.", True),
        ("Trainers from Peru shared the results of their study.", False),
        ("Trainers from Peru and Chile learned to read maps.", True),
        ("The course was opened by the Minister of Peru.", False),
        ("The workshop was held in Peru.", False),
        ("The event hosted in Lima was long.", False),
        ("The project covers Peru and Chile.", False),
        ("Judges from Peru sentenced two men.", False),
        ("The conference agreed to meet in Peru.", False),
    ],
)
def test_who_came_is_told_behind(sentence: str, wanted: bool) -> None:
    assert tells_who_came(sentence) is wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Centre for Honey and Bees for Central Asia opened.", []),
        ("The Honey Academy for Central Asia opened.", []),
        ("The Forum of Bees for Central Asia opened.", []),
        # neither a way nor those who teach
        ("A pier was opened two kilometres from the Togolese border.", []),
        ("A pier was opened an hour by boat from the Togolese border.", []),
        ("Boats were searched on the Togolese border.", ["Togolese"]),
        ("Trainers of the Turkish Sea Academy taught divers.", []),
        ("Mentors from Ecuador and Spain taught divers.", []),
        ("The experts came from Latvia and Austria.", []),
        ("A search was conducted by the Kenyan and Malian services.", ["Kenyan", "Malian"]),
        ("Boats of Kingston Freeport were searched.", ["Kingston"]),
        ("The Institute of Fishing in Eastern Africa wrote.", []),
        ("The Regional Office for Central Asia moved.", []),
        ("The Sahel Programme met.", []),
        ("The EU Special Representative for Central Asia came.", []),
        ("The Special Representative of the OSCE Parliamentary Assembly for Central Asia came.", []),
        # a union that one joins or leaves is not all its members
        ("Kyrgyzstan acceded to the Eurasian Economic Union.", ["Kyrgyzstan"]),
        ("Since its accession to the Eurasian Economic Union it has trade.", []),
        ("Togo joined the Eurasian Economic Union.", ["Togo"]),
        ("Togo is a member of the Eurasian Economic Union.", ["Togo"]),
        ("Togo wrote to the Eurasian Economic Union.", ["Togo", "Eurasian Economic Union"]),
        ("The bees of Central Asia met.", ["Central Asia"]),
        ("The five Central Asian states met.", ["Central Asian states"]),
        ("Officers from Central Asia were trained.", ["Central Asia"]),
        # a plan for its states, when it is agreed
        ("The Programme for Central Asia 2015-2019 was launched.", ["Central Asia"]),
        ("Last May they signed the new Plan for the Andean States.", ["Andean States"]),
        ("A programme for bees is part of the Plan for Central Asia.", []),
        ("The Programme for Togo and Neighbouring Countries was adopted.", ["Togo"]),
        ("Niger, first in the Sahel to do so, adopted a law.", ["Niger"]),
    ],
)
def test_a_region_in_the_name_of_a_body_is_not_its_countries(text: str, names: list[str]) -> None:
    assert [one.text for one in told_countries(text, ())] == names


def test_a_list_that_is_told_again_is_one_reason() -> None:
    made = of("Judges from Peru, Chile and Ghana met in Vienna. Judges from Peru, Chile and Ghana met for a week.")
    assert [reason.rule for reason in made.reasons].count("participants-listed") == 1
