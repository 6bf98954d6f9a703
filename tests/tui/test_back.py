"""What `esc` goes back to, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.views.timeline import Face

Opened = Any


@pytest.fixture
def crowded(make_store: Any, tmp_path: Path) -> Path:
    """Twelve milestones of one day, place and donor."""
    told = [
        {"title": f"Office {name} opened on the river", "date": "2016-05-13", "words": "then", "place": "Osh", "donor": "Japan",
         "sentence": f"Office {name} was opened then."}
        for name in "abcdefghijkl"
    ]  # fmt: skip
    return Path(make_store(tmp_path / "same.db", "same.txt", *told))


async def test_the_chart_that_led_to_the_list(opened: Opened, crowded: Path) -> None:
    async with opened(crowded, size=(80, 12)) as session:
        screen = session.screen
        await session.press("v")
        while screen.chart.here.stop.count == 1:
            await session.press("right")
        uid = screen.chart.uid
        await session.press("enter")
        assert screen.timeline.display
        await session.search("river", "enter")
        await session.press("escape")
        assert screen.timeline.display and not screen.selection.terms, "what was searched later goes first"
        await session.press("escape")
        assert screen.view.face is Face.CHART and session.app.focused is screen.chart and screen.chart.uid == uid


async def test_a_list_that_was_gone_to_by_itself_stays(opened: Opened, crowded: Path) -> None:
    async with opened(crowded, size=(80, 12)) as session:
        await session.press("v", "v", "escape")
        assert session.screen.view.face is Face.LIST
