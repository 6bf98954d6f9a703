"""Whole screens as text, at the three sizes that matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.widgets.search import QueryInput

SIZES = {"120x40": (120, 40), "80x24": (80, 24), "45x30": (45, 30)}
SCREENS = {
    "list": (),
    "filters": ("shift+tab", *"japan", "space", "escape", "right_square_bracket", "down", "exclamation_mark"),
    "detail": ("G", "k", "k", "tab"),
    "article": ("G", "k", "k", "enter"),
    "marked": ("space", "down", "space"),
    "search": ("find border -kind:opning",),
    "nothing": ("find donor:jpan", "enter"),
    "help": ("question_mark",),
}


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that does not blink."""
    monkeypatch.setattr(QueryInput, "cursor_blink", False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_screens(opened: Any, small: Path, golden: Callable[[str, str], None], name: str, size: str) -> None:
    async with opened(small, size=SIZES[size]) as session:
        for key in SCREENS[name]:
            if key.startswith("find "):
                await session.search(key.removeprefix("find "))
            else:
                await session.pilot.press(key)
        golden(f"{name}-{size}", await session.still())


@pytest.mark.parametrize("size", SIZES)
async def test_empty(opened: Any, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, size: str) -> None:
    async with opened(Path("empty.db"), size=SIZES[size]) as session:
        golden(f"empty-{size}", await session.still())


async def test_without_colour(
    opened: Any, small: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(small, size=SIZES["80x24"]) as session:
        assert session.app.no_color
        await session.press("shift+tab", "space")
        golden("no-colour-80x24", await session.still())
