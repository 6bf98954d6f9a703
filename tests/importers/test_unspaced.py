"""A newsletter without a blank line is cut into the same stories as one that has them."""

from __future__ import annotations

from datetime import date

import pytest

from importers.pipeline import read_newsletter
from importers.readers.blocks import BlockKind
from importers.readers.plain import blocks

ISSUE = """RIVER NEWS                                         No. 4 | April - June 2015
Office for the Lower Valley
IN THIS ISSUE
Bridges: the long way to Osh ............ 1
Water: who opens the gate ............... 2
BRIDGES AND ROADS
The long way to Osh
Drivers who wanted to cross the river went ninety kilometres round. On 3 May
the bridge at Uzgen was opened, and on the first day four hundred cars used it.
(Paid for by the Government of Norway)
Uzgen trains its own engineers
Nineteen engineers of the province took part in a training on the upkeep of
bridges, held in Uzgen from 9 to 11 June. It was the first of its kind, and
the last one for which a teacher had to come from the capital.
6 River News, June 2015
WATER
Who opens the gate
The gates of the canal have been opened by hand since they were built. On 20
June a motor was handed over to the water users of Kara-Suu, who had asked for
it for years. It was bought with funds from Finland.
CALENDAR
7 July        Meeting of the mayors, Osh
14 July       Fair of the water users, Kara-Suu
Two hundred farmers visited the exhibition on old canals, and most of them
came back with a friend.
8 River News, June 2015
"""


def test_titles_stand_apart() -> None:
    told = {block.text for block in blocks(ISSUE)}
    assert {"The long way to Osh", "Uzgen trains its own engineers", "Who opens the gate"} <= told


def test_a_table_of_contents_and_the_heads_of_pages_are_furniture() -> None:
    left_out = [block.text for block in blocks(ISSUE) if block.kind is BlockKind.FURNITURE]
    assert [text.split(" ..")[0] for text in left_out] == [
        "Bridges: the long way to Osh",
        "Water: who opens the gate",
        "6 River News, June 2015",
        "8 River News, June 2015",
    ]


def test_days_are_no_numbers_of_pages() -> None:
    text = "River News\n\n12 June 2015\nThe bridge was opened.\n14 June 2015\nThe fair was held.\n16 June 2015\nThe mayors met.\n"
    assert not [block for block in blocks(text) if block.kind is BlockKind.FURNITURE]


def test_a_column_of_numbers_is_no_trouble() -> None:
    assert len(blocks("12\n" * 3000)) > 1
    assert [block.kind for block in blocks("Contents " + "." * 3000 + " 12\n")] == [BlockKind.FURNITURE]


def test_what_is_told_below_a_calendar_is_none_of_it() -> None:
    told = [block.text for block in blocks(ISSUE)]
    assert "Two hundred farmers visited the exhibition on old canals, and most of them came back with a friend." in told


@pytest.mark.parametrize(
    ("when", "title", "donors"),
    [
        ("2015-05-03", "bridge", ["Norway"]),
        ("2015-06-09/2015-06-11", "uzgen trains", []),
        ("2015-06-20", "motor", ["Finland"]),
        ("2015-07-07", "mayors", []),
        ("2015-07-14", "fair", []),
    ],
)
def test_its_milestones_are_read(when: str, title: str, donors: list[str]) -> None:
    reading = read_newsletter(ISSUE.encode(), "river.txt", today=date(2016, 1, 1))
    found = next(one for one in reading.milestones if one.when.edtf == when)
    assert title in found.title.lower()
    assert [str(donor) for donor in found.donors] == donors
