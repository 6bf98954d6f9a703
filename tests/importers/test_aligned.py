"""Tables whose columns only blanks keep apart."""

from __future__ import annotations

import pytest

from importers.readers.blocks import BlockKind
from importers.readers.plain import blocks
from tests.importers.conftest import assert_faithful, read

GRANTS = """Grant contracts, April - June 2015
  No  Project                        Organisation        Date         US$
  1   Search for mines, Osh          RIMA, LOP, TREE     14 April     2,412
  2   Hall for boatmen, Naryn        LOP                 9 May       71,230
  3   Sewing centre, Talas           Guild of the River  15 June     58,114
"""
PROSE = """The boats of the valley       were seen by forty judges     who came to the river in
were built by the guild       from Naryn, and by their      the summer, when the ice
and painted in the old        friends, the fishers of       is gone, and told of it
"""


def rows(raw: str) -> list[str]:
    found = blocks(raw)
    for block in found:
        assert_faithful(block.flow, raw)
    return [block.text for block in found if block.kind is BlockKind.ROW]


@pytest.mark.parametrize(
    ("what", "raw", "expected"),
    [
        (
            "a head and three rows",
            GRANTS,
            [
                "No | Project | Organisation | Date | US$",
                "1 | Search for mines, Osh | RIMA, LOP, TREE | 14 April | 2,412",
                "2 | Hall for boatmen, Naryn | LOP | 9 May | 71,230",
                "3 | Sewing centre, Talas | Guild of the River | 15 June | 58,114",
            ],
        ),
        (
            "a cell that is empty",
            "A boat    Osh       12 April\nA net     Naryn     3 May\nLamps               8 June\nA pier    Talas     9 June\n",
            ["A boat | Osh | 12 April", "A net | Naryn | 3 May", "Lamps | 8 June", "A pier | Talas | 9 June"],
        ),
        (
            "days apart from their months",
            "  3  May      A boat     Osh\n 12  June     A net      Naryn\n  9  June     A pier     Talas\n",
            ["3 May | A boat | Osh", "12 June | A net | Naryn", "9 June | A pier | Talas"],
        ),
        ("columns of prose", PROSE, []),
        ("two rows", "A boat    Osh       12 April\nA net     Naryn     3 May\n", []),
        ("two columns", "A boat for Osh       12 April\nA net for Naryn      3 May\nA pier for Talas     9 June\n", []),
        (
            "two columns of projects and who pays",
            "Project       Donor\nA boat for Osh       Peru\nA net for Naryn       Fiji\n",
            ["Project | Donor", "A boat for Osh | Peru", "A net for Naryn | Fiji"],
        ),
        ("columns that wander", "A  b  c 1\nAbcdefg  h  i 2\nA  bcdefghijkl  m 3\nAbcdefghijklmno  p  q 4\n", []),
    ],
)
def test_rows(what: str, raw: str, expected: list[str]) -> None:
    assert rows(raw) == expected, what


def test_its_rows_are_milestones_of_the_kind_in_its_title() -> None:
    found = read(f"RIVER NEWS\nApril - June 2015\n\n{GRANTS}", name="x.txt").milestones
    assert [(one.when.edtf, one.kind.value, one.title) for one in found] == [
        ("2015-04-14", "agreement", "Search for mines, Osh, RIMA, LOP, TREE"),
        ("2015-05-09", "agreement", "Hall for boatmen, Naryn, LOP"),
        ("2015-06-15", "agreement", "Sewing centre, Talas, Guild of the River"),
    ]
