"""Who pays for the stories of a project or a chapter, said once above them or in a box beside one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db.models import Level
from tests.importers.conftest import read

WELL = "A well was opened in Naryn on 4 May 2015. Two ministers came, drank from it and praised the builders of the valley."
NURSES = "Nurses of the valley met in Osh on 8 May 2015 and talked at length about clean water and what to do where it is lacking."
FAIR = "A fair on honey was held in Bishkek on 18 May 2015. It was the third of its kind and drew a great many people."
DAYS = ("2015-05-04", "2015-05-08", "2015-05-18")
TOP = (
    "RIVER NEWS\n\nApril - June 2015\n\nDear readers, here is what was done in the valley, and what there is to see of it now.\n\n"
)
LINES = "{over}\n\n{box}\n\nA WELL FOR NARYN\n\n{well}\n\nNURSES MEET\n\n{nurses}\n\n{next}\n\n{fair}\n"


def donors(text: str, name: str = "notes.txt") -> list[list[str]]:
    """Those of the well, the nurses and the fair."""
    told = {one.when.edtf: sorted(map(str, one.donors)) for one in read(text, name=name).milestones}
    return [told.get(day, ["not told"]) for day in DAYS]


def project(box: str, over: str = "PROJECT KGZ/R12 - WATER FOR THE VALLEY", behind: str = "SHORT NEWS") -> str:
    return TOP + LINES.format(over=over, box=box, well=WELL, nurses=NURSES, next=behind, fair=FAIR)


NORWAY: list[list[str]] = [["Norway"], ["Norway"], []]


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("Donor: Norway\nDuration: 2013 - 2016\nBudget: EUR 1.4 million\nPartners: Ministry of Water", NORWAY),
        ("Duration: 2013 - 2016\nTotal budget: EUR 1.4 million\nFunded by: the Government of Norway", NORWAY),
        ("Financed by: Norway | Budget: 2 million euros | Beneficiaries: nine villages", NORWAY),
        ("Funding source: Norway\nImplementing agency: UNDP", NORWAY),
        ("Financial support: Norway\nLocation: Naryn and Osh\nTime frame: 2013 - 2016", NORWAY),
        ("Donor – Norway\nDuration – 2013-2016", NORWAY),
        ("Funded by: Norway", NORWAY),
        ("Donor:\nNorway\n\nDuration:\n2013 - 2016\n\nBudget:\nEUR 1.4 million", NORWAY),
        ("(Donor: Norway; duration: 2013 - 2016; budget: EUR 1.4 million)", NORWAY),
        ("Financed by the Government of Norway", NORWAY),
        ("Funded by Norway, EUR 1.4 million, 2013 - 2016", NORWAY),
        ("With financial support from Norway", NORWAY),
        ("Funded by Norway, all goes well", [[], [], []]),
        ("Donors: Norway; Japan\nDuration: 2013 - 2016", [["Japan", "Norway"], ["Japan", "Norway"], []]),
        ("Donors: Norway (wells and pumps); Japan (meetings)\nDuration: 2013 - 2016", [["Norway"], ["Japan"], []]),
        ("Donors: Norway (60%), Japan (40%)\nDuration: 2013 - 2016", [["Japan", "Norway"], ["Japan", "Norway"], []]),
        ("Duration: 2013 - 2016\nBudget: EUR 1.4 million\nPartners: Government of Norway", [[], [], []]),
        ("Donor: to be found\nDuration: 2013 - 2016", [[], [], []]),
        ("Date: 3 June 2015\nDonor: Norway\nParticipants: 20 judges", [[], [], []]),
        ("Donors: Norway, Japan, Sweden, Finland, Canada", [[], [], []]),
    ],
)
def test_the_box_below_a_projects_title(box: str, expected: list[list[str]]) -> None:
    assert donors(project(box)) == expected


@pytest.mark.parametrize(
    ("over", "behind", "expected"),
    [
        ("PROJECT KGZ/R12 - WATER FOR THE VALLEY", "PROJECT KGZ/R13 - HONEY", NORWAY),
        ("PROJECT KGZ/R12 - WATER", "PROJECT KGZ/R13 - HONEY\n\nDonor: Japan\nDuration: 2014", [*NORWAY[:2], ["Japan"]]),
        ("KGZ/R12 WATER FOR THE VALLEY", "OTHER NEWS", NORWAY),
        ("WATER FOR THE VALLEY (KGZ/R12)", "OTHER NEWS", NORWAY),
        ("PROJECT “WATER FOR THE VALLEY”", "CALENDAR", NORWAY),
        ("PROJECT KGZ/R12 - WATER FOR THE VALLEY\n\nPROJECT AT A GLANCE", "IN BRIEF", NORWAY),
        ("WATER FOR THE VALLEY", "IN BRIEF", [["Norway"], [], []]),
    ],
)  # fmt: skip
def test_how_far_a_box_reaches(over: str, behind: str, expected: list[list[str]]) -> None:
    assert donors(project("Donor: Norway\nDuration: 2013 - 2016", over, behind)) == expected


def test_a_story_that_names_its_own_payers_has_those() -> None:
    text = project("Donor: Norway\nDuration: 2013 - 2016").replace(NURSES, f"{NURSES} The meeting was paid for by Japan.")
    assert donors(text) == [["Norway"], ["Japan"], []]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It follows a course that was held in Osh in March 2014.", ["Norway"]),
        ("It follows a course that was held in Osh in March 2011.", []),
        ("The law on wells was adopted in March 2014.", []),
    ],
)
def test_what_is_told_in_passing(told: str, expected: list[str]) -> None:
    text = project("Donor: Norway\nDuration: 2013 - 2016").replace(WELL, f"{WELL} {told}")
    made = [one for one in read(text).milestones if one.when.edtf in ("2014-03", "2011-03")]
    assert [[str(donor) for donor in one.donors] for one in made] == [expected]


def test_neither_budget_nor_duration_is_a_milestones() -> None:
    made = read(project("Donor: Norway\nDuration: January 2013 - May 2016\nBudget: EUR 1.4 million")).milestones
    assert {one.when.edtf for one in made} == set(DAYS)
    assert not any(one.amounts for one in made)


def test_a_seizure_is_not_paid_for_by_a_project() -> None:
    text = project("Donor: Norway\nDuration: 2013 - 2016").replace(NURSES, "Customs seized 20 kg of heroin in Osh on 8 May 2015.")
    assert donors(text)[1] == []


def test_the_reason_is_the_line_of_the_box() -> None:
    made = read(project("Donor: Norway\nDuration: 2013 - 2016")).milestones[0]
    assert [(one.rule, one.text) for one in made.reasons if one.field == "donors"] == [("fact-box", "Donor: Norway")]


CREDITED = TOP + "VALLEY\n\nWater for all\n{credit}{gap}{nurses} {told}\n\nHoney for all\n\n{fair}\n"


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("This activity was funded by Norway", ["Norway"]),
        ("This activity was funded by Norway and Japan.", ["Japan", "Norway"]),
        ("These courses are jointly financed by the Government of Norway", ["Norway"]),
        ("Project financed by Norway", ["Norway"]),
        ("Made possible by Norway", ["Norway"]),
        ("Supported by Norway", ["Norway"]),
        ("With the support of Norway", ["Norway"]),
        ("With the financial support of Norway (Ministry of Fisheries)", ["Norway"]),
        ("With the consent of Norway", []),
        ("Watched by Norway and Japan", []),
    ],
)
def test_the_credit_below_a_storys_title(credit: str, expected: list[str], gap: str) -> None:
    text = CREDITED.format(credit=credit, gap=gap, nurses=NURSES, told="", fair=FAIR)
    made = read(text).milestones
    assert donors(text)[1:] == [expected, []]
    assert not expected or not any(one.code in ("NO", "JP") for milestone in made for one in milestone.countries)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("They will meet again in Naryn in July 2015.", [["Norway"], ["Norway"]]),
        ("A court in Naryn sentenced two smugglers on 1 May 2015.", [["Norway"], []]),
        ("The Government launched the national plan on wells on 1 May 2015.", [["Norway"], []]),
        ("Travel was paid for by Japan.", [["Japan", "Norway"]]),
    ],
)
def test_what_a_credit_pays_for(told: str, expected: list[list[str]]) -> None:
    text = CREDITED.format(credit="This activity was funded by Norway", gap="\n\n", nurses=NURSES, told=told, fair=FAIR)
    made = [one for one in read(text).milestones if one.when.edtf != DAYS[2]]
    assert [sorted(map(str, one.donors)) for one in sorted(made, key=lambda one: one.level is not Level.MAIN)] == expected


LEVELS = """# River News

April - June 2015

Dear readers, here is what was done in the valley, by whom, and what there is to see of it now.
Write to us what you think of all that, and of what we left out of it this time.

## {over}

{box}

### A well

{well}

### Nurses

{nurses}

## {next}

{fair}
"""


@pytest.mark.parametrize(
    ("over", "box", "expected"),
    [
        ("Water for the valley", "**Donor:** Norway\n**Duration:** 2013-2016", NORWAY),
        ("Water for the valley", "| Donor | Norway |\n|---|---|\n| Duration | 2013-2016 |", NORWAY),
        ("Water for the valley", "- Donor: Norway\n- Budget: 20,000 dollars", NORWAY),
        ("Water for the valley", "> **Project facts**\n> **Donor:** Norway\n> **Duration:** 2013-2016", NORWAY),
        ("Water for the valley", "*Funded by Norway, 2013-2016*", NORWAY),
        ("Water for the valley (funded by Norway)", "", NORWAY),
        ("Water for the valley", "The Norwegian-funded project “Clean Wells” (EUR 3 million)", NORWAY),
        ("Water for the valley", "A project like those of Norway", [[], [], []]),
        ("Water for the valley", "The project's donor is Norway. It serves nine villages.", NORWAY),
        ("Water for the valley", "This project is implemented with funds of Norway.", NORWAY),
        ("Water for the valley", "All activities under this chapter are funded by Norway.", NORWAY),
        ("Water for the valley", "The activities of this component are financed by Norway.", NORWAY),
        ("Water for the valley", "This section is about water. The following events were paid for by Norway.", NORWAY),
        ("Water for the valley", "Norway finances all the work described below.", NORWAY),
        ("Water for the valley", "The work told of in this part of the bulletin is made possible by Norway.", NORWAY),
        ("Component 2: Water", "The component is funded by Norway and serves the valley.", NORWAY),
        ("Project KGZ/R12: Water", "The project (2013-2016), funded by Norway, serves the valley.", NORWAY),
        ("Water for the valley", "This section of the canal was financed by Norway.", [[], [], []]),
        ("Water for the valley", "The donors met under this chapter with Norway.", [[], [], []]),
        ("Water for the valley", "The bridge of the valley was funded by Norway.", [[], [], []]),
        ("Water for the valley", "Contact: Ms. Ito. Donors may write to her in Norway.", [[], [], []]),
        ("A course funded by Norway begins in the valley", "", [[], [], []]),
    ],
)
def test_headings_of_known_rank(over: str, box: str, expected: list[list[str]]) -> None:
    text = LEVELS.format(over=over, box=box, well=WELL, nurses=NURSES, next="Honey", fair=FAIR)
    assert donors(text, "notes.md") == expected


PAGES = (
    TOP
    + """{water}
{credit} {first}

{nurses_meet}

{nurses}

{a_well}

{well}

{honey}
{credit} {second}

{a_fair}

{fair}
"""
)


@pytest.mark.parametrize(
    "credit",
    [
        "Segment funded by:", "Funded by", "Page sponsored by", "Donor:", "Main donor:", "Donors to this segment:",
        "Funding for this area:", "Work in this area is funded by", "Funding provided by", "Project “Clean water”, financed by",
    ],
)  # fmt: skip
@pytest.mark.parametrize("heading", [str.capitalize, str.upper, "**{}**".format])
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Norway", "Japan", [["Norway"], ["Norway"], ["Japan"]]),
        (
            "the Government of Norway (Ministry of Fisheries) and\nSida",
            "Government of Japan; Austria",
            [["Norway", "Sweden/Sida"]] * 2 + [["Austria", "Japan"]],
        ),
    ],
)
def test_who_pays_for_a_page(
    credit: str, heading: Callable[[str], str], first: str, second: str, expected: list[list[str]]
) -> None:
    small = heading if heading is not str.capitalize else str
    text = PAGES.format(
        water="WATER" if heading is not str.upper else "WATER AND WELLS",
        honey="HONEY", nurses_meet=small("Nurses meet"), a_well=small("A well for Naryn"), a_fair=small("A fair of honey"),
        credit=credit, first=first, second=second, well=WELL, nurses=NURSES, fair=FAIR,
    )  # fmt: skip
    assert donors(text) == expected


def test_numbered_chapters() -> None:
    said = "All activities under this chapter are funded by Norway."
    text = f"{TOP}2. WATER FOR THE VALLEY\n\n{said}\n\n2.1 Wells\n\n{WELL}\n\n2.2 Nurses\n\n{NURSES}\n\n3.1 Honey\n\n{FAIR}\n"
    assert donors(text) == NORWAY


@pytest.mark.parametrize(
    "box",
    [
        "### Project facts\n\n- Donor: Norway\n- Budget: 20,000 dollars\n- Partners: Ministry of Trade",
        "Donor: Norway\nBudget: 20,000 dollars",
        "Project at a glance\nWhat it is: Water for all\nDonor: Norway\nBudget: 20,000 dollars\nTitle: Water",
        "Donor: Norway | Duration: 2013-2016",
    ],
)
def test_a_box_at_the_end_of_a_story(box: str) -> None:
    text = f"# River News\n\nApril - June 2015\n\n## Well\n\n{WELL}\n\n## Nurses\n\n{NURSES}\n\n{box}\n\n## Honey\n\n{FAIR}\n"
    assert donors(text, "notes.md") == [[], ["Norway"], []]
    assert not any(one.amounts for one in read(text, name="notes.md").milestones)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Under the project described in the box below, nurses", ["Norway"]),
        ("Under the project outlined in the fact box, nurses", ["Norway"]),
        ("Nurses (see box)", ["Norway"]),
        ("Nurses of the box factory", ["Japan"]),
    ],
)
def test_a_story_that_speaks_of_the_box_below_it(told: str, expected: list[str]) -> None:
    nurses = f"{told} met in Osh on 8 May 2015. Lamps for the hall are paid for by Japan, at a cost of USD 90,000."
    body = f"{nurses}\n\nPROJECT AT A GLANCE\nTitle: Nurses\nDuration: 2013-2016\nDonors: Norway\nPartners: UNDP"
    text = f"# River News\n\nApril - June 2015\n\n## Well\n\n{WELL}\n\n## Nurses\n\n{body}\n\n## Honey\n\n{FAIR}\n"
    assert donors(text, "notes.md") == [[], expected, []]


@pytest.mark.parametrize(
    ("thanks", "expected"),
    [
        ("The Valley Programme receives contributions from {}.", []),
        ("The work of UNDP in the valley is funded by {}.", []),
        ("Our programme is supported by {}.", []),
        ("The fair was paid for by {}.", ["Canada", "Finland", "Japan", "Norway", "Sweden"]),
    ],
)
def test_the_last_words_that_name_all_donors(thanks: str, expected: list[str]) -> None:
    named = thanks.format("Canada, Finland, Japan, Norway and Sweden")
    text = f"{TOP}A WELL FOR NARYN\n\n{WELL}\n\nHONEY\n\n{FAIR}\n\n{named}\n"
    assert donors(text)[2] == expected


def test_last_words_of_a_day_are_told() -> None:
    last = "On 18 May 2015 the Mission handed over two boats, which are paid for by Canada, Finland, Japan, Norway and Sweden."
    text = f"{TOP}A WELL FOR NARYN\n\n{WELL}\n\nBOATS\n\n{last}\n"
    assert donors(text)[-1] == ["Canada", "Finland", "Japan", "Norway", "Sweden"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Clean Water Project Newsletter", [["Norway"], ["Norway"], ["Norway"]]), ("A well for Naryn", [[], [], []])],
)
def test_a_box_in_the_masthead(name: str, expected: list[list[str]]) -> None:
    box = "- Donor: Norway\n- Duration: 2013-2016"
    text = f"# {name}\n\n## April - June 2015\n\n{box}\n\n## Well\n\n{WELL}\n\n## Nurses\n\n{NURSES}\n\n## Honey\n\n{FAIR}\n"
    assert donors(text, "notes.md") == expected


def test_who_pays_in_some_countries_only_pays_for_no_other() -> None:
    well, pier = "A well was opened in Lima on 3 May 2015.", "A pier was opened in Arica on 9 May 2015."
    stories = f"### Peru: a well\n\n{well}\n\n### Chile: a pier\n\n{pier}\n"
    text = f"# News\n\n## SOUTH\n\nSegment funded by: Norway; Spain (Peru and Cuba only)\n\n{stories}"
    assert [[str(donor) for donor in one.donors] for one in read(text, name="x.md").milestones] == [["Norway", "Spain"], ["Norway"]]


BEHIND = """{top}WATER FOR ALL

{nurses}

{box}

HONEY FOR ALL

{fair}
"""


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (
            "Regional Programme on Clean Wells,\nSegment for the Valley\nCountries: Kenya, Peru\nDonors: Japan; Norway (MFA)",
            ["Japan", "Norway"],
        ),
        ("The Wells Project\nDonor: Norway", []),
        ("It is a project, and here are its facts. Countries: Kenya, Peru\nDonors: Japan; Norway", []),
    ],
)
def test_a_box_that_begins_with_the_name_of_its_project(box: str, expected: list[str]) -> None:
    text = BEHIND.format(top=TOP, nurses=NURSES, box=box, fair=FAIR)
    made = [one for one in read(text).milestones if one.when.edtf == DAYS[1]]
    assert [sorted(donor.name for donor in one.donors) for one in made] == [expected]
    assert not expected or {one.code for one in made[0].countries} == {"KG"}
