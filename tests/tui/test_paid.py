"""Who paid and how much, in a wide list: the title comes first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.style import Style

from db.found import Finder
from db.parts import Kind, Level, Status
from db.queries.listing import Row
from tui.widgets.strips import painted
from tui.widgets.timelinerows import Palette, row_parts

TITLE = "Border liaison office opened at the Ayritom crossing"


def line(width: int, donors: str, amounts: str) -> str:
    """A row of the list as it is read."""
    row = Row(1, "a", TITLE, "2016-05", Kind.OPENING, "UZ, AF", donors, amounts, Level.MAIN, False,
              Status.ACCEPTED, 0.9, False, False, "16q2.txt", "Milestones")  # fmt: skip
    plain = painted(Palette, lambda _: Style(), "timeline")
    return "".join(text for text, _ in row_parts(row, width, plain, Finder(), pointer=False, marked=False))


@pytest.mark.parametrize(
    ("donors", "amounts", "shown"),
    [
        ("Japan/JICA", "USD 1,380,000", "Japan/JICA            USD 1.38 m  UZ AF"),
        ("Japan/JICA; Norway", "EUR 5", "Japan/JICA, Norway         EUR 5  UZ AF"),
        ("Japan/JICA; European Union", "", "Japan +1                          UZ AF"),
        ("United States/INL; Sweden", "EUR 5; USD 7", "United States +1        EUR 5 +1  UZ AF"),
        ("International Fund for Agricultural Development", "", "International Fun…                UZ AF"),
        ("", "", ""),
    ],
)
def test_a_wide_line_says_who_paid_and_how_much(donors: str, amounts: str, shown: str) -> None:
    for width in (103, 118, 200):
        told = line(width, donors, amounts)
        assert shown in told and TITLE[:40] in told and len(told) == width, told


@pytest.mark.parametrize("width", [40, 66, 97])
def test_a_narrow_one_keeps_its_room_for_the_title(width: int) -> None:
    assert "Japan" not in line(width, "Japan", "EUR 5") and "EUR" not in line(width, "Japan", "EUR 5")


@pytest.mark.parametrize(("size", "keys"), [((200, 50), ()), ((120, 40), ("z",))])
async def test_the_list_shows_it_where_it_is_wide(opened: Any, small: Path, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with opened(small, size=size) as session:
        await session.search("ayritom", "enter", *keys)
        assert any("office opened at" in row and "Japan/JICA" in row and "USD 1.38 m" in row for row in session.text())
