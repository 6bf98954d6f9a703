"""Names of countries, regions, donors and kinds, and whether the files they come from are well formed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import names
from db.models import Donor, Kind
from db.ownnames import NamesError, extend


@pytest.fixture
def own_names(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "names.toml"
    names.forget(added=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kyrgyzstan", "KG"),
        ("kyrgyz republic", "KG"),
        ("  the Kyrgyz   Republic ", "KG"),
        ("kg", "KG"),
        ("KGZ", "KG"),
        ("Tajiks", "TJ"),
        ("Tajik", "TJ"),
        ("Republic of Korea", "KR"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("Congo", "CG"),
        ("DR Congo", "CD"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Russian Federation", "RU"),
        ("USA", "US"),
        ("U.S.", "US"),
        ("us", "US"),
        ("UK", "GB"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Lao PDR", "LA"),
        ("Lichtenstein", "LI"),
        ("Viet Nam", "VN"),
        ("Macedonia", "MK"),
        ("Swaziland", "SZ"),
        ("Burma", "MM"),
        ("Holy See", "VA"),
        ("in", "IN"),
        ("", None),
        ("Ruritania", None),
        ("Central Asia", None),
    ],
)
def test_country(text: str, code: str | None) -> None:
    assert names.country(text) == code


@pytest.mark.parametrize(("code", "name"), [("UZ", "Uzbekistan"), ("uz", "Uzbekistan"), ("CI", "Côte d'Ivoire"), ("QQ", "QQ")])
def test_country_name(code: str, name: str) -> None:
    assert names.country_name(code) == name


@pytest.mark.parametrize(
    ("text", "name"), [("Uzbekstn", "Uzbekistan"), ("kirgisia", "Kyrgyzstan"), ("Tajik", "Tajikistan"), ("xqxqxqxq", None)]
)
def test_nearest_country(text: str, name: str | None) -> None:
    assert names.nearest_country(text) == name


def test_nearest_prefers_the_shortest_beginning() -> None:
    assert names.nearest("road", ["road-map", "road-map-review", "visit"]) == "road-map"
    assert names.nearest("VISIT", ["road-map", "visit"]) == "visit"
    assert names.nearest("zzz", ["road-map", "visit"]) is None


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Central Asia", ("KG", "KZ", "TJ", "TM", "UZ")),
        ("central asian", ("KG", "KZ", "TJ", "TM", "UZ")),
        ("Baltic States", ("EE", "LT", "LV")),
        ("South Caucasus", ("AM", "AZ", "GE")),
        ("Gulf states", ("AE", "BH", "KW", "OM", "QA", "SA")),
        ("Atlantis", ()),
    ],
)
def test_region(text: str, members: tuple[str, ...]) -> None:
    assert names.region(text) == members


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("JICA", Donor("Japan", "JICA")),
        ("jica", Donor("Japan", "JICA")),
        ("Japan/JICA", Donor("Japan", "JICA")),
        ("Japan International Cooperation Agency", Donor("Japan", "JICA")),
        ("Japan", Donor("Japan")),
        ("Government of Japan", Donor("Japan")),
        ("the Government of the Kyrgyz Republic", Donor("Kyrgyzstan")),
        ("Norwegian Government", Donor("Norway")),
        ("INL", Donor("United States", "INL")),
        ("USA/INL", Donor("United States", "INL")),
        ("EU/BOMCA", Donor("European Union", "BOMCA")),
        ("GFATM", Donor("Global Fund")),
        ("European Commission", Donor("European Union", "European Commission")),
        ("Finland/Ministry for Foreign Affairs", Donor("Finland", "Ministry for Foreign Affairs")),
        ("Ministry of Foreign Affairs", None),
        ("Gates Foundation", Donor("Bill & Melinda Gates Foundation")),
        ("World Bank", Donor("World Bank")),
        ("Belgium", Donor("Belgium")),
        ("Vanuatu", Donor("Vanuatu")),
        ("Japan/Ministry of Silly Walks", None),
        ("Acme Holding", None),
    ],
)
def test_donor(text: str, donor: Donor | None) -> None:
    assert names.donor(text) == donor


@pytest.mark.parametrize(
    ("donor", "ref"),
    [
        (Donor("Japan", "JICA"), "XM-DAC-701-8"),
        (Donor("Japan"), "XM-DAC-701"),
        (Donor("United States", "INL"), "US-GOV-11"),
        (Donor("European Union"), "XM-DAC-918"),
        (Donor("Global Fund"), "XM-DAC-47045"),
        (Donor("Sweden", "Sida"), "XM-DAC-10-6"),
        (Donor("Sweden", "Folke Bernadotte Academy"), "XM-DAC-10"),
        (Donor("Bill & Melinda Gates Foundation"), None),
        (Donor("Acme Holding"), None),
    ],
)
def test_donor_ref(donor: Donor, ref: str | None) -> None:
    assert names.donor_ref(donor) == ref


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("opening", Kind.OPENING),
        ("Road map", Kind.ROAD_MAP),
        ("road-maps", Kind.ROAD_MAP),
        ("roadmap", Kind.ROAD_MAP),
        ("MoU", Kind.AGREEMENT),
        ("trainings", Kind.TRAINING),
        ("party", None),
    ],
)
def test_kind(text: str, kind: Kind | None) -> None:
    assert names.kind(text) is kind


def test_each_kind_has_its_own_glyph_of_one_character() -> None:
    glyphs = [names.kind_info(kind).glyph for kind in Kind]
    assert len(set(glyphs)) == len(Kind)
    assert all(len(glyph) == 1 for glyph in glyphs)


def test_own_names_are_added_and_forgotten(own_names: Path) -> None:
    own_names.write_text(
        '[countries]\nKG = ["Kirgisien"]\n[places]\n"Kyzyl-Eshme" = "KG"\n'
        '[[donors]]\nname = "Harbour Trust"\nref = "GB-CHC-1"\naliases = ["HT", "Trust of the Harbour"]\n',
        "utf-8",
    )
    before = names.generation()
    assert names.country("Kirgisien") is None
    assert extend(own_names)
    assert names.generation() != before
    assert names.country("kirgisien") == "KG"
    assert names.donor("Trust of the Harbour") == Donor("Harbour Trust")
    assert names.donor_ref(Donor("Harbour Trust")) == "GB-CHC-1"
    assert names.extra().places == (("Kyzyl-Eshme", "KG"),)
    names.forget(added=True)
    assert names.country("Kirgisien") is None


def test_a_missing_file_of_own_names_is_no_error(own_names: Path) -> None:
    assert not extend(own_names)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\n[countries", "line 2: a heading or list wants its closing ]"),
        ('[countries]\nQQ = ["Nowhere"]', "'QQ' is no ISO 3166"),
        ('[countries]\nKG = "Kirgisien"', "must be a list of names"),
        ('[places]\n"Kyzyl-Eshme" = "XX"', "'XX' is no ISO 3166"),
        ("donors = 3", "written [[donors]]"),
        ('places = "x"', "written [places]"),
        ('[country]\nKG = ["Kirgisien"]', "country: there is no such table: did you mean countries?"),
        ("zzz = 3", "zzz: there is no such table: there are countries, places, donors"),
        ('[places]\n"" = "KG"', "places: a name is a text in quotation marks that is not empty"),
        ('[[donors]]\nname = ""', "donors.name: a name is a text in quotation marks that is not empty"),
        ("[[donors]]\nname = 3", "donors.name: a name is a text in quotation marks that is not empty"),
        ('[[donors]]\nagency = "EF"', "written [[donors]]"),
        ('[[donors]]\nname = "Elm"\nagency = 3', "donors.agency: a name is a text in quotation marks"),
        ('[[donors]]\nname = "Elm"\nref = 3', "donors.ref: a name is a text in quotation marks"),
        ('[[donors]]\nname = "Elm"\nalias = ["E"]', "donors.alias: there is no such name in a donor: did you mean aliases?"),
        ('[countries]\nKG = ["Japan"]', "countries.KG: “Japan” means Japan already"),
        ('[countries]\nAF = ["Japan"]', "countries.AF: “Japan” means Japan already"),
        ('[countries]\nKG = ["Kirgisien"]\nKZ = ["kirgisien"]', "countries.KZ: “kirgisien” means Kyrgyzstan already"),
        ('[[donors]]\nname = "Elm"\naliases = ["JICA"]', "donors.Elm: “JICA” means Japan/JICA already"),
    ],
)
def test_wrong_files_of_own_names_are_told_in_one_line(own_names: Path, text: str, says: str) -> None:
    own_names.write_text(text, "utf-8")
    with pytest.raises(NamesError) as error:
        extend(own_names)
    assert says in str(error.value)
    assert str(own_names) in str(error.value)
    assert "\n" not in str(error.value)
    assert not names.extra().donors


def test_a_file_of_own_names_may_say_what_is_known(own_names: Path) -> None:
    own_names.write_text(
        '[countries]\nKG = ["Kyrgyzstan", "Kirgisien"]\nkg = ["Kirgisia"]\n'
        '[[donors]]\nname = "Japan"\nagency = "JICA"\naliases = ["JICA", "Jaika"]\n'
        '[[donors]]\nname = "Elm"\nagency = ""\nref = ""\n',
        "utf-8",
    )
    assert extend(own_names) and extend(own_names)
    assert names.country("Kirgisia") == "KG"
    assert (names.country("Kirgisien"), names.donor("Jaika")) == ("KG", Donor("Japan", "JICA"))


def test_all_countries_are_there() -> None:
    countries = names.countries()
    assert len(countries) == 250
    assert len({one.code for one in countries}) == len({one.alpha3 for one in countries}) == 250
    assert all(len(one.code) == 2 and len(one.alpha3) == 3 and one.name for one in countries)


def test_no_name_of_a_country_is_claimed_twice() -> None:
    claims: dict[str, set[str]] = {}
    for one in names.countries():
        for name in (*one.names, *one.demonyms):
            claims.setdefault(names.fold(name), set()).add(one.code)
    assert {name: codes for name, codes in claims.items() if len(codes) > 1} == {}


def test_no_name_of_a_donor_is_claimed_twice() -> None:
    claims: dict[str, set[str]] = {}
    for info in names.donors():
        alone = (info.donor.agency,) if names.stands_alone(info.donor.agency) else ()
        for name in (*info.aliases, *alone, str(info.donor)):
            claims.setdefault(names.fold(name), set()).add(str(info.donor))
    assert {name: donors for name, donors in claims.items() if len(donors) > 1} == {}


def test_regions_hold_known_countries_and_no_country_is_named_as_one() -> None:
    codes = {one.code for one in names.countries()}
    for region in names.regions():
        assert len(region.members) >= 2
        assert set(region.members) <= codes
        for name in (region.name, *region.aliases, *region.adjectives):
            assert names.country(name) is None, name


def test_every_row_of_the_files_has_no_more_cells_than_the_heading() -> None:
    for path in sorted(names.DATA.glob("*.tsv")):
        width = path.read_text("utf-8").split("\n", 1)[0].count("\t") + 1
        assert all(len(row) == width and row[0] for row in names.rows(path)), path


def test_currencies_have_codes_of_three_capitals_and_own_words() -> None:
    claims: dict[str, set[str]] = {}
    for code, name, plural, symbols, aliases in names.rows(names.DATA / "currencies.tsv"):
        assert len(code) == 3
        assert code.isupper()
        for word in (code, name, plural, *symbols.split(";"), *aliases.split(";")):
            if word.strip():
                claims.setdefault(word.strip(), set()).add(code)
    assert {word: codes for word, codes in claims.items() if len(codes) > 1} == {}
