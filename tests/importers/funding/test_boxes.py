"""Fact boxes are cut out of what a newsletter tells."""

from __future__ import annotations

import pytest

from importers.funding.boxes import is_undertaking, without_boxes
from importers.layout.repair import read_layout
from tests.importers.conftest import read

TEXT = "Two ministers came to the opening on 4 May, drank from the well and praised the builders of the whole valley."


def cut(box: str) -> tuple[str, list[list[str]]]:
    """What is left of a story with a box below its second heading, and the donors of the boxes."""
    kept, boxes = without_boxes(read_layout(f"# News\n\n{TEXT}\n\n## Well\n\n{box}\n\n### Opening\n\n{TEXT}\n").passages)
    return " / ".join(one.text for one in kept if one.text != TEXT), [[str(one.donor) for one in made.payers] for made in boxes]


@pytest.mark.parametrize(
    ("box", "left", "payers"),
    [
        ("Donor: Norway\nDuration: 2013-2016", "News / Well / Opening", [["Norway"]]),
        ("Donor agency: Sida\nPartners: UNDP", "News / Well / Opening", [["Sweden/Sida"]]),
        ("#### Water for all Funded by: Norway", "News / Well / Water for all / Opening", [["Norway"]]),
        ("#### At a glance\n\nFunding: Norway\n\nPeriod: 2013-2016", "News / Well / Opening", [["Norway"]]),
        (
            "PROJECT BOX\nWater for the valley\nDuration: 2013-2016\nDonor: Norway\nBudget: EUR 2",
            "News / Well / Opening",
            [["Norway"]],
        ),
        (
            "#### Water for all (paid for by Norway)",
            "News / Well / Water for all (paid for by Norway) / Opening",
            [["Norway"]],
        ),
        (
            "#### Water for all (shown to Norway)",
            "News / Well / Water for all (shown to Norway) / Opening",
            [],
        ),
        ("Funded by: Norway.", "News / Well / Funded by: Norway. / Opening", []),
        ("Duration: 2013-2016", "News / Well / Duration: 2013-2016 / Opening", []),
        ("Donors meet in Norway.", "News / Well / Donors meet in Norway. / Opening", []),
        ("Contact: Ms. Ito\nPartners: Norway", "News / Well / Contact: Ms. Ito Partners: Norway / Opening", []),
        ("Editor: Ms. Ito\nDonors: Norway", "News / Well / Editor: Ms. Ito Donors: Norway / Opening", []),
    ],
)
def test_what_is_cut_out(box: str, left: str, payers: list[list[str]]) -> None:
    assert cut(box) == (left, payers)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PROJECT TJK/H44 SAFE ROADS", True),
        ("Project 3: Safe roads", True),
        ("Component II Safe roads", True),
        ("Programme “Safe roads”", True),
        ("XAC/K22 Safe roads", True),
        ("Project on safe roads begins", False),
        ("Projects of the year", False),
        ("A project: Osh", False),
    ],
)
def test_the_title_of_a_project(title: str, expected: bool) -> None:
    assert is_undertaking(title) is expected


def test_a_line_at_the_very_end_that_was_read_as_a_heading() -> None:
    kept, boxes = without_boxes(read_layout(f"NEWS\n\n{TEXT}\n\nA WELL\n\n{TEXT}\n\nDONOR: NORWAY\n").passages)
    assert [str(one.payers[0].donor) for one in boxes] == ["Norway"]
    assert kept[-1].text == TEXT


def test_a_line_of_support_behind_a_story_and_what_some_pay_for_only() -> None:
    line = "### Support for the wells: Norway; Spain (Peru only); Sweden (in Chile and Cuba only)"
    kept, boxes = without_boxes(read_layout(f"# News\n\n## Wells\n\n{TEXT}\n\n{line}\n\n## Piers\n\n{TEXT}\n").passages)
    assert [[(str(one.donor), one.purpose) for one in made.payers] for made in boxes] == [
        [("Norway", ""), ("Spain", "peru"), ("Sweden", "chile and cuba")]
    ]
    assert [one.text for one in kept] == ["News", "Wells", TEXT, "Piers", TEXT]


def test_what_the_status_of_a_project_tells_is_news() -> None:
    briefs = """RIVER NEWS

April - June 2015

A fair on honey was held in Bishkek on 18 May 2015. It was the third of its kind and drew a great many people.

PROJECT BRIEFS

Title: Clean water for the upper valley
Donor: Government of Norway
Duration: 2014-2016
Status: Two wells opened in Naryn on 4 May; a third one is being dug.

Title: Schools of the lower valley
Donor: Italy
Budget: EUR 90,000
Status: Course for teachers in Osh, 9 June.

Title: Roads
Donor: Sida
Status: delayed
"""
    told = read(briefs, name="x.txt").milestones
    assert [(one.when.edtf, [str(donor) for donor in one.donors]) for one in told] == [
        ("2015-05-18", []),
        ("2015-05-04", ["Norway"]),
        ("2015-06-09", ["Italy"]),
    ]
