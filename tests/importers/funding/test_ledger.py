"""Who pays for what may be listed once, at the end of a newsletter or of one of its chapters."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

ISSUE = """RIVER NEWS

April - June 2015

PART 1: WATER

A well for Naryn

A well for three hamlets was opened in Naryn on 4 May 2015. The pump runs on the light of the sun, and two boys look after it.

Nurses meet

Nurses of the valley met in Osh on 8 May 2015 for a training on mother and child health, and talked at length about milk.

PART 2: HONEY AND FELT

A day for beekeepers

Beekeeping for beginners was the theme of a course held in Bishkek on 18 May 2015. It drew a great many people.

The felt fair

The Women's Felt Circle opened its fair in Talas on 20 May 2015, and the slippers were sold out by noon.

{said}
"""


def donors(said: str) -> list[list[str]]:
    """Those of the well, the nurses, the beekeepers and the fair."""
    told = read(ISSUE.format(said=said), name="x.txt").milestones
    assert [one.when.edtf for one in told] == ["2015-05-04", "2015-05-08", "2015-05-18", "2015-05-20"]
    return [sorted(map(str, one.donors)) for one in told]


WELL, NURSES, BEES, FELT = ["Norway"], ["Sweden/Sida"], ["Italy"], ["Finland", "Japan"]


TABLE = """PROJECTS AT A GLANCE

Project                        Donors           Until
A well for Naryn               NO               Dec 2016
Mother and child health        Sida             Mar 2017
Beekeeping for beginners       Italy            Dec 2016
Women's Felt Circle            FI, JP           Jan 2016"""
TWO_COLUMNS = """OUR PROJECTS

Funded by           Name of the project
Norway              A well for Naryn
Sweden (Sida)       Mother and child health
Italy               Beekeeping
Finland, Japan      Women's Felt Circle"""
BARS = """OUR PROJECTS

| Project title | Source of funding | Budget |
|---|---|---|
| A well for Naryn | Norway | 10,000 |
| Mother and child health | Sweden (Sida) | 20,000 |
| Beekeeping | Italy | 5,000 |
| Women's Felt Circle | Finland and Japan | 7,000 |"""
BRACKETS = """WHO PAYS FOR WHAT

• A well for Naryn (Norway)
• Mother and child health (Sida)
• Beekeeping (Italy)
• Women's Felt Circle (Finland, Japan)"""
LINES = """THANK YOU

What you read about is financed from the following contributions:
A well for Naryn - Norway
Mother and child health - Sweden (Sida)
Beekeeping - Italy
Women's Felt Circle - Finland and
Japan"""
PARAGRAPH = """FUNDING PARTNERS

Well and pump: Norway. Mother and child health
in the valley: Sweden through Sida. Beekeeping
courses: Italy; Women's Felt Circle (WFC): Finland, Japan."""
SENTENCES = """ACKNOWLEDGEMENT OF DONORS

We thank all those who help us. In this quarter part 1 was financed by Norway, and child health
also by Sida; part 2 by Italy. The Women's Felt Circle is funded by Finland and Japan."""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (LINES, [WELL, NURSES, BEES, FELT]),
        (TABLE, [WELL, NURSES, BEES, FELT]),
        (TWO_COLUMNS, [WELL, NURSES, BEES, FELT]),
        (BARS, [WELL, NURSES, BEES, FELT]),
        (TWO_COLUMNS.replace("Funded by", "Praised by"), [[], [], [], []]),
        (BRACKETS, [WELL, NURSES, BEES, FELT]),
        (BRACKETS.replace("(Italy)", "(Laos)"), [WELL, NURSES, [], FELT]),
        (PARAGRAPH, [WELL, NURSES, BEES, FELT]),
        (SENTENCES, [WELL, ["Norway", *NURSES], BEES, FELT]),
        ("OUR DONORS\n\nBeekeeping in Kazakhstan: Italy\nHealth of mothers in Kyrgyzstan: Sida", [[], NURSES, [], []]),
        ("OUR DONORS\n\nNorway - Italy - Japan", [[], [], [], []]),
        ("WINNERS\n\nBeekeeping - Italy\nWell digging - Norway", [[], [], [], []]),
    ],
    ids=[
        "lines",
        "a table",
        "two columns",
        "bars",
        "another table",
        "in brackets",
        "a place in brackets",
        "a paragraph",
        "sentences",
        "in a country",
        "names alone",
        "other lists",
    ],
)
def test_what_is_listed_is_given_to_what_it_names(said: str, expected: list[list[str]]) -> None:
    assert donors(said) == expected


def test_a_list_at_the_end_of_a_chapter_is_of_that_chapter() -> None:
    box = "| WATER - support received |\n| Pump: Norway |\n| Training: Canada |"
    text = ISSUE.replace("PART 1: WATER", "WATER").replace("PART 2: HONEY AND FELT", f"{box}\n\nHONEY").format(said="")
    assert [sorted(map(str, one.donors)) for one in read(text, name="x.txt").milestones] == [["Norway"], ["Canada"], [], []]


def test_a_story_below_such_a_heading_stays_one() -> None:
    said = (
        "THANKS TO OUR DONORS\n\nThe new ferry of Balykchy was paid for by Japan and launched on 2 June 2015 before a large crowd."
    )
    told = read(ISSUE.format(said=said), name="x.txt").milestones
    assert [str(donor) for donor in told[-1].donors] == ["Japan"]
    assert told[-1].when.edtf == "2015-06-02"


def test_an_entry_is_a_reason_that_quotes_its_words() -> None:
    told = read(ISSUE.format(said="OUR DONORS\n\nBeekeeping - Italy\nWell and pump - Norway"), name="x.txt").milestones
    assert [(one.rule, one.text) for one in told[2].reasons if one.field == "donors"] == [("listed-as-paying", "Beekeeping: Italy")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It was built under the well project.", ["Norway"]),
        ("It was built under the bridge project.", []),
        ("It was built under the goats project.", []),
    ],
)
def test_a_project_called_by_a_word_of_its_name(told: str, expected: list[str]) -> None:
    table = "Project | Donor | Budget\nWells against drought | Norway | 10\nFat goats | Italy | 20\nLean goats | Japan | 30"
    pump = f"## A pump\n\nA pump was opened in Osh on 3 May 2015. {told}"
    text = f"# River News\n\nApril - June 2015\n\n{pump}\n\n## Projects\n\n{table}\n"
    assert [[str(donor) for donor in one.donors] for one in read(text, name="x.md").milestones] == [expected]


def test_what_a_table_tells_of_days_stays_told() -> None:
    table = "Project | Donor | Status\nWells | Norway | opened in Osh on 3 May 2015\nGoats | Italy | a fair held on 5 May 2015"
    told = read(f"# River News\n\nApril - June 2015\n\n## Projects\n\n{table}\n", name="x.md").milestones
    assert [(one.when.edtf, [str(donor) for donor in one.donors]) for one in told] == [
        ("2015-05-03", ["Norway"]),
        ("2015-05-05", ["Italy"]),
    ]
