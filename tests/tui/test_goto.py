"""Going to a date that is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.screens.goto import GoToScreen


def typed(text: str) -> tuple[str, ...]:
    return tuple({" ": "space", "/": "slash"}.get(char, char) for char in text)


@pytest.mark.parametrize("text", ["may 2016", "2016-05", "31 may 2016", "may 2016 - june 2016", "1900", "2999"])
async def test_the_cursor_goes_to_the_latest_that_is_not_after(opened: Any, small: Path, text: str) -> None:
    month = {"1900": 1900 * 12, "2999": 3000 * 12}.get(text, 2016 * 12 + (5 if "june" in text else 4))
    async with opened(small) as session:
        timeline = session.screen.timeline
        wanted = timeline.map.row_near(month)
        await session.press("full_stop", *(char if char != "-" else "minus" for char in typed(text)), "enter")
        await session.still()
        assert timeline.cursor == wanted
        assert timeline.has_focus


async def test_what_is_no_date_is_told_in_place(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        before = session.screen.timeline.cursor
        await session.press("full_stop", *typed("maybe"), "enter")
        screen = session.app.screen
        assert isinstance(screen, GoToScreen)
        assert "is not a date" in str(screen.said.content)
        assert screen.said.has_class("-wrong")
        await session.press("escape")
        assert session.screen.timeline.cursor == before


async def test_it_is_read_back_while_it_is_typed(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await session.press("full_stop", *typed("q2 2016"))
        assert str(session.app.screen.said.content) == "2nd quarter 2016"
        await session.press("escape")
        assert not isinstance(session.app.screen, GoToScreen)
