"""A newsletter that is about one country is at home there: what it tells without a place, and of its people abroad."""

from __future__ import annotations

import pytest

from db.models import Role
from tests.importers.conftest import read

HOME = """# Office in Nepal: Quarterly News

July - September 2015

## One

A laboratory was opened in Pokhara on 4 July.

## Two

A training course for dog handlers was held in Kathmandu on 3-5 August.

## Three

On 9 September judges met in Lalitpur.

## Four

A handbook for nurses was published on 12 September.
"""


@pytest.mark.parametrize("people", ["students", "trainees", "pupils", "fellows", "participants", "delegates"])
def test_people_who_come_from_elsewhere_came_to_its_country(people: str) -> None:
    told = f"Twenty {people} from Bhutan, Sri Lanka and the Maldives started the year on 12 September."
    last = read(HOME.replace("A handbook for nurses was published on 12 September.", told), name="x.md", issue=None).milestones[-1]
    assert [one.code for one in last.countries if one.role is Role.LOCATION] == ["NP"]
    assert {one.code for one in last.countries if one.role is Role.PARTICIPANT} == {"BT", "LK", "MV"}


def test_what_names_no_place_lies_in_the_newsletters_country() -> None:
    reading = read(HOME, name="x.md", issue=None)
    last = reading.milestones[-1]
    assert [country.code for country in last.countries] == ["NP"]
    assert "country-of-the-newsletter" in {reason.rule for reason in last.reasons}
    abroad = read(HOME.replace("Office in Nepal: ", ""), name="x.md", issue=None)
    assert abroad.milestones[-1].countries == ()


PARTS = """RIVER NEWS

July - September 2015

{part}

Dogs at work

A training course for dog handlers was held on 3-5 August.

Judges meet

On 9 September judges met and talked about roads.

GHANA

A handbook for nurses

A handbook for nurses was published on 12 September.
"""


def test_the_country_of_one_part_is_not_the_newsletters() -> None:
    made = read(PARTS.format(part="NEPAL"), name="x.txt", issue=None).milestones
    assert [[one.code for one in milestone.countries] for milestone in made] == [["NP"], ["NP"], ["GH"]]


def test_the_title_of_a_story_is_not_the_newsletters_name() -> None:
    told = "NEPAL SENDS DOGS\n\nA training course for dog handlers was held in Pokhara on 2 July."
    made = read(PARTS.replace("GHANA", "BOOKS").format(part=told), name="x.txt", issue=None).milestones
    assert [[one.code for one in milestone.countries] for milestone in made] == [["NP"], [], [], []]


GUESTS = """## Guests

- A delegation of the Kenyan parliament, 14 August.
- A delegation of the prosecutors of Ghana, 3 September.
"""


def test_guests_came_to_the_newsletters_country() -> None:
    last = read(HOME + GUESTS, name="x.md", issue=None).milestones[-1]
    assert [(one.code, one.role) for one in last.countries] == [("NP", Role.LOCATION), ("GH", Role.PARTICIPANT)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("The Kenyan team opened a school on 14 August.", [("NP", Role.LOCATION)]),
        ("A workshop of Kenyan officers was held on 14 August.", [("NP", Role.LOCATION), ("KE", Role.PARTICIPANT)]),
        ("A course was held in Kenya on 14 August.", [("KE", Role.LOCATION), ("NP", Role.BENEFICIARY)]),
        ("A school was opened in Kenya on 14 August.", [("KE", Role.LOCATION)]),
        ("In Kenya a school was opened on 14 August.", [("KE", Role.LOCATION)]),
        (
            "In Kenya a board adopted the Country Programme for Nepal on 14 August.",
            [("KE", Role.LOCATION), ("NP", Role.BENEFICIARY)],
        ),
        ("The 69th session of the Regional Committee met in Kenya on 14 August.", [("KE", Role.LOCATION)]),
        ("14 August: 57th session of the CND, Kenya.", [("KE", Role.LOCATION)]),
        ("The annual meeting of the Executive Council was held in Kenya on 14 August.", [("KE", Role.LOCATION)]),
        (
            "Judges from Ghana and Mali met in Kenya on 14 August.",
            [("KE", Role.LOCATION), ("GH", Role.PARTICIPANT), ("ML", Role.PARTICIPANT)],
        ),
    ],
)
def test_a_nation_is_no_place_at_home(entry: str, expected: list[tuple[str, Role]]) -> None:
    behind = "A delegation of the prosecutors of Ghana, 3 September."
    made = read(f"{HOME}## In brief\n\n- {entry}\n- {behind}\n", name="x.md", issue=None).milestones[-2]
    assert [(one.code, one.role) for one in made.countries] == expected


def test_a_newsletter_of_a_country_and_its_region_tells_of_others_for_themselves() -> None:
    regional = HOME.replace("Office in Nepal: ", "Office in Nepal and the Himalayas: ")
    made = read(f"{regional}## In brief\n\n- A school was opened in Kenya on 14 August.\n", name="x.md", issue=None).milestones[-1]
    assert [(one.code, one.role) for one in made.countries] == [("KE", Role.LOCATION)]
    wider = HOME.replace("Office in Nepal: ", "Offices in Nepal and in South Asia: ")
    told = read(
        f"{wider}## In brief\n\n- A school was opened on 14 August.\n- A school was opened in India on 15 August.\n", name="x.md"
    )
    assert [[one.code for one in made.countries] for made in told.milestones[-2:]] == [["NP"], ["IN"]]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "The helpline went over to night hours on 14 August. It is free of charge. Most callers ask about jobs in Jordan.",
            ["NP"],
        ),
        ("A grant was signed on 14 August by forty families. One of them will buy looms that run in Jaipur already.", ["NP"]),
        ("The clinic was opened on 14 August. Nine nurses work there. Some patients had fallen ill in Doha, far away.", ["NP"]),
        ("Canada paid for the helpline, which was started on 14 August.", ["NP"]),
        ("The teachers visited Jordan on 14 August. They came back with a plan.", ["JO", "NP"]),
        ("The helpline was shown in Amman on 14 August. Most callers ask about jobs in Jordan.", ["JO", "NP"]),
    ],
)
def test_a_name_in_the_rest_of_a_story_takes_nothing_abroad(story: str, expected: list[str]) -> None:
    made = read(f"{HOME}## Calls\n\n{story}\n", name="x.md", issue=None).milestones[4:]
    assert [[one.code for one in told.countries] for told in made] == [expected] * len(made)


SCHOOLS = "".join(f"## School {day}\n\nA school was opened in Pokhara on {day} July.\n\n" for day in range(10, 20))


def last_of(masthead: str, entry: str) -> list[str]:
    """The codes of an entry, that of its own place first."""
    behind = "A delegation of the prosecutors of Ghana, 3 September."
    head, rest = f"# {masthead}\n", HOME.split("News\n", 1)[1]
    made = read(f"{head}{rest}\n{SCHOOLS}## More\n\n- {entry}\n- {behind}\n", name="x.md", issue=None).milestones[-2]
    return [one.code for one in made.countries]


@pytest.mark.parametrize(
    ("masthead", "codes"),
    [
        ("Embassy of Japan in Nepal: News", ["NP"]),
        ("JAPAN - NEPAL PARTNERSHIP NEWS", ["NP"]),
        ("Swiss Cooperation Office in Nepal", ["NP"]),
        ("Swiss Agency for Development and Cooperation, Nepal", ["NP"]),
        ("Delegation of the European Union to Nepal", ["NP"]),
        ("High Commission of Canada, Kathmandu", ["NP"]),
        ("Royal Danish Embassy, Kathmandu", ["NP"]),
        ("U.S. Mission to Nepal", ["NP"]),
        ("IOM Nepal Mission News", ["NP"]),
        # who sends a mission need not be one of those that give
        ("Embassy of India in Nepal", ["NP"]),
        ("High Commission for Kenya in Nepal", ["NP"]),
        ("Embassy of the Republic of Kenya, Kathmandu", ["NP"]),
        # two countries that it is about, and the other side
        ("Nepal and India: Trade News", []),
        ("Embassy of Nepal in Peru", []),
        ("Embassy of Japan in Nepal and Bhutan", []),
        ("Anti-Corruption Commission of Kenya and Nepal", []),
    ],
)
def test_a_mission_is_at_home_where_it_is(masthead: str, codes: list[str]) -> None:
    assert last_of(masthead, "A guide for midwives was published on 13 September.") == codes


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("Japan flew in forty tents on 14 August.", ["NP"]),
        ("A Japanese team opened a school on 14 August.", ["NP"]),
        ("Ten judges left for Japan on 14 August.", ["JP", "NP"]),
        ("Ten judges travelled to Japan on 14 August.", ["JP", "NP"]),
        ("Ten judges set out for Osaka on 14 August.", ["JP", "NP"]),
        ("Ten judges worked in Osaka on 14 August.", ["JP", "NP"]),
        ("Ten judges visited Japan on 14 August.", ["JP", "NP"]),
        ("Forty workers who were back from Japan opened shops on 14 August.", ["NP"]),
    ],
)
@pytest.mark.parametrize("masthead", ["Embassy of Japan in Nepal: News", "Embassy of Japan, Kathmandu: News"])
def test_who_sends_the_mission_works_there_and_is_visited(masthead: str, entry: str, codes: list[str]) -> None:
    assert last_of(masthead, entry) == codes
