"""Countries, regions, towns and crossing points in running text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import names
from db.ownnames import extend
from importers.lexicon import DATA
from importers.places.finding import find_countries


def found(text: str) -> list[tuple[str, str]]:
    return [(" ".join(one.text.split()), ",".join(one.codes)) for one in find_countries(text)]


CENTRAL_ASIA = "KG,KZ,TJ,TM,UZ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # boundaries and case
        ("A woman from Oman met a Nigerian.", [("Oman", "OM"), ("Nigerian", "NG")]),
        ("Niger and Nigeria signed.", [("Niger", "NE"), ("Nigeria", "NG")]),
        ("We ate turkey; Turkey may come in May.", [("Turkey", "TR")]),
        ("They polish boots for Polish guards.", [("Polish", "PL")]),
        ("a jordan almond", []),
        ("The well of Kara-Bak is on the Osh-Naryn road.", [("Osh", "KG"), ("Naryn", "KG")]),
        ("Chad Smith visited Osh with the Minister, Georgia Brown, and a guide.", [("Osh", "KG")]),
        ("Jordan Customs opened a post; Chad trained its guards.", [("Jordan", "JO"), ("Chad", "TD")]),
        ("Georgian and Chadian officers", [("Georgian", "GE"), ("Chadian", "TD")]),
        # families of names
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea",
            [("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ"), ("Papua New Guinea", "PG")],
        ),
        (
            "the Democratic Republic of the Congo and the Republic of the Congo",
            [("Democratic Republic of the Congo", "CD"), ("Republic of the Congo", "CG")],
        ),
        # abbreviations that the text spells out
        ("The Danish Refugee Council (DRC) met in Goma. DRC paid.", [("Goma", "CD")]),
        ("The Uganda Sugar Agency (USA) met.", [("Uganda", "UG")]),
        ("the Democratic Republic of the Congo (DRC)", [("Democratic Republic of the Congo", "CD"), ("DRC", "CD")]),
        ("the United States (US) and a man from afar (UK)", [("United States", "US"), ("US", "US"), ("UK", "GB")]),
        ("Sudan and South Sudan", [("Sudan", "SD"), ("South Sudan", "SS")]),
        ("the Republic of Korea, the DPRK", [("Republic of Korea", "KR"), ("DPRK", "KP")]),
        ("the Dominican Republic, Dominica", [("Dominican Republic", "DO"), ("Dominica", "DM")]),
        ("the Central African Republic", [("Central African Republic", "CF")]),
        # hyphen pairs
        ("the Tajik-Afghan border", [("Tajik", "TJ"), ("Afghan", "AF")]),
        ("the Kyrgyz–Tajik post", [("Kyrgyz", "KG"), ("Tajik", "TJ")]),
        ("an Uzbekistan-UNODC plan", [("Uzbekistan", "UZ")]),
        ("the Sino-Kazakh line, Sino alone", [("Sino", "CN"), ("Kazakh", "KZ")]),
        ("a U.S.-funded course and USA/INL", [("U.S.", "US"), ("USA", "US")]),
        # bodies that stand for their country
        ("the Jogorku Kenesh, the Verkhovna Rada", [("Jogorku Kenesh", "KG"), ("Verkhovna Rada", "UA")]),
        ("the Nitijela of the republic", [("Nitijela", "MH")]),
        # smaller places, those that are words or names only where the words around say so
        ("on the Nistru, at Wutung and on Nukunonu", [("Nistru", "MD"), ("Wutung", "PG"), ("Nukunonu", "TK")]),
        ("a course in Same and in Batu", [("Same", "TZ"), ("Batu", "ET")]),
        ("Same day, Batu Khan, Karen and Moyo", []),
        # line ends inside names
        ("in the Kyrgyz\nRepublic", [("Kyrgyz Republic", "KG")]),
        ("the United\n   States", [("United States", "US")]),
        # capitals
        ("REPUBLIC OF TAJIKISTAN", [("REPUBLIC OF TAJIKISTAN", "TJ")]),
        ("LET US PLAY TOGETHER", []),
        ("the US side", [("US", "US")]),
        ("OSH RULES FOR ALL", []),
        # spellings as printed
        ("Türkiye, Turkiye and TÜRKİYE", [("Türkiye", "TR"), ("Turkiye", "TR"), ("TÜRKİYE", "TR")]),
        ("Côte d’Ivoire and Cote d'Ivoire", [("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI")]),
        ("Lichtenstein", [("Lichtenstein", "LI")]),
        # regions
        ("the five Central Asian states", [("Central Asian states", CENTRAL_ASIA)]),
        ("the Baltic States", [("Baltic States", "EE,LT,LV")]),
        ("West African experts", [("West African", ",".join(names.region("West Africa")))]),
        # people, titles, languages, money
        ("Mr. Chad Brown and Ms. Ann Jordan met in Jordan.", [("Jordan", "JO")]),
        ("the Palermo Convention, discussed in Palermo", [("Palermo", "IT")]),
        ("the Istanbul Process", []),
        ("the Geneva Peace Accords and the Madrid Action Plan, adopted in Lima", [("Lima", "PE")]),
        ("translated into Russian", []),
        ("Roma and Egyptian pupils in Podgorica, where Ashkali and Egyptians live", [("Podgorica", "ME")]),
        ("the Kyrgyz and Uzbek communities of Osh, and people of Somali descent in Lima", [("Osh", "KG"), ("Lima", "PE")]),
        ("the Aarhus Information Centre in Osh", [("Osh", "KG")]),
        ("printed in Russian and English in August", []),
        ("printed in Uzbek, for Uzbek schools", [("Uzbek", "UZ")]),
        ("two Swiss francs, US$ 3", []),
        ("Indian Ocean, Gulf of Guinea, South China Sea", []),
        ("Safer Boats In The Gulf Of Guinea", []),
        ("the Bay of Bengal and the Strait of Gibraltar", []),
        ("a concert on the Plaza San Francisco of La Paz", [("La Paz", "BO")]),
        ("farmers who grow coca met the minister of Coca in La Paz", [("La Paz", "BO")]),
        ("Captain Vittorio Del Monaco, from Monaco", [("Monaco", "MC")]),
        # names that are words too
        ("Mary met officers from Mary.", [("Mary", "TM")]),
        ("Nice words in Nice, France", [("Nice", "FR"), ("France", "FR")]),
        ("the Mary velayat", [("Mary velayat", "TM")]),
        # one name, several places
        ("nurses of Badakhshan", [("Badakhshan", "AF")]),
        ("Khorog in Badakhshan", [("Khorog", "TJ"), ("Badakhshan", "TJ")]),
        ("in Jalalabad, Nangarhar", [("Jalalabad", "AF"), ("Nangarhar", "AF")]),
        ("Kyrgyz police in Jalalabad", [("Kyrgyz", "KG"), ("Jalalabad", "KG")]),
        ("police in Rasht, Iran", [("Rasht", "IR"), ("Iran", "IR")]),
        ("nurses of the DRC came from Congo", [("DRC", "CD"), ("Congo", "CD")]),
        ("the Congo and Gabon", [("Congo", "CG"), ("Gabon", "GA")]),
        ("Victoria Mensah spoke in Victoria, Seychelles", [("Victoria", "SC"), ("Seychelles", "SC")]),
        ("Samoa and American Samoa, Wallis and Futuna", [("Samoa", "WS"), ("American Samoa", "AS"), ("Wallis and Futuna", "WF")]),
        (
            "the Turkish-Kyrgyz Manas University and the Turkish-Iranian border",
            [("Turkish", "TR"), ("Turkish", "TR"), ("Iranian", "IR")],
        ),
        ("the Danish-Kenyan Maritime Academy", [("Kenyan", "KE")]),
        ("the Kenyan-Danish Maritime Academy and the Danish-Swedish Institute", [("Kenyan", "KE"), ("Danish", "DK")]),
        ("goats of Ghor province at Taiwara Ghor", [("Ghor", "AF")]),
        ("the course (French)", []),
        ("in London, Ontario and in London", [("London", "CA"), ("Ontario", "CA"), ("London", "GB")]),
        ("In Osh, US officials met; in Osh, US-funded labs opened", [("Osh", "KG"), ("US", "US"), ("Osh", "KG"), ("US", "US")]),
        ("a workshop in Male for male and female officers", [("Male", "MV")]),
        ("in Naples, Florida, on 3 May", [("Naples", "US"), ("Florida", "US")]),
        ("Birmingham, Alabama", [("Birmingham", "US"), ("Alabama", "US")]),
        ("in Portsmouth, Virginia", [("Portsmouth", "US"), ("Virginia", "US")]),
        ("the port of Victoria, British Columbia", [("Victoria", "CA"), ("British Columbia", "CA")]),
        ("in Georgia, USA", [("Georgia", "US"), ("USA", "US")]),
        ("in Georgia, USA and Canada", [("Georgia", "GE"), ("USA", "US"), ("Canada", "CA")]),
        ("In Osh, Japan handed over boats.", [("Osh", "KG"), ("Japan", "JP")]),
        # provinces, islands and larger towns of the world
        ("in Savannakhet, Vava'u and Chocó", [("Savannakhet", "LA"), ("Vava'u", "TO"), ("Chocó", "CO")]),
        ("in Jonglei, Vranje and Badagry", [("Jonglei", "SS"), ("Vranje", "RS"), ("Badagry", "NG")]),
        ("in Lysychansk, near Nyahururu and at Chiang Khong", [("Lysychansk", "UA"), ("Nyahururu", "KE"), ("Chiang Khong", "TH")]),
        (
            "nurses of Malawi in Mwanza; nurses in Mwanza, Tanzania",
            [("Malawi", "MW"), ("Mwanza", "MW"), ("Mwanza", "TZ"), ("Tanzania", "TZ")],
        ),
        ("Mozambique: schools in Tete and Gaza", [("Mozambique", "MZ"), ("Tete", "MZ"), ("Gaza", "MZ")]),
        ("schools in Gaza", [("Gaza", "PS")]),
        ("Alchevsk said no", []),
        ("they flew from Heathrow to Pago Pago", [("Heathrow", "GB"), ("Pago Pago", "AS")]),
        # towns and points
        ("posts at Dostuk, Bor-Dobo and Karamyk", [("Dostuk", "KG"), ("Bor-Dobo", "KG"), ("Karamyk", "KG")]),
        ("from Ayritom to Hairatan", [("Ayritom", "UZ"), ("Hairatan", "AF")]),
        ("Panji Poyon or Nizhny Pyanj", [("Panji Poyon", "TJ"), ("Nizhny Pyanj", "TJ")]),
        ("", []),
    ],
)
def test_countries(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_forms_are_told_apart() -> None:
    text = "Kazakh officers of Kazakhstan went from Almaty over Korday to other Central Asian countries."
    assert [one.form for one in find_countries(text)] == ["demonym", "name", "city", "point", "region"]


def test_offsets_are_of_the_text() -> None:
    text = "In Osh,\n\nthe Kyrgyz\nRepublic."
    for one in find_countries(text):
        assert text[one.start : one.end] == one.text


@pytest.fixture
def own_place(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "names.toml"
    path.write_text('[countries]\nTJ = ["Tojikland"]\n[places]\n"Chashma Post" = "TJ"\n', "utf-8")
    extend(path)
    yield
    names.forget(added=True)


@pytest.mark.usefixtures("own_place")
def test_own_names_are_found() -> None:
    assert found("a laboratory at Chashma Post in Tojikland") == [("Chashma Post", "TJ"), ("Tojikland", "TJ")]


def test_own_names_are_gone_again() -> None:
    assert found("a laboratory at Chashma Post in Tojikland") == []


@pytest.mark.parametrize("file", ["cities.tsv", "areas.tsv", "states.tsv", "points.tsv", "towns.tsv", "localities.tsv"])
def test_place_files_name_known_countries_and_no_place_twice(file: str) -> None:
    codes = {one.code for one in names.countries()}
    rows = list(names.rows(DATA / file))
    assert len({code for code, _ in rows}) == len(rows)
    for code, listed in rows:
        assert code in codes
        spellings = [name.strip() for place in listed.split(";") for name in place.split("=")]
        assert all(spellings), (code, listed)
        assert len(spellings) == len(set(spellings)), [name for name in spellings if spellings.count(name) > 1]


@pytest.mark.parametrize(
    "text", ["Kazakhstan Mr. " * 3000, "Jalalabad " * 3000, "A. " * 20000, " \n" * 20000, "١٢٣ عربى 😀 Ünïcödé\x00" * 500]
)
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in find_countries(text))
