"""Whole screens as text, at the three sizes that matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.widgets.inputline import SafeInput
from tui.widgets.textarea import SafeArea

SIZES = {"120x40": (120, 40), "80x24": (80, 24), "45x30": (45, 30)}
SCREENS = {
    "list": (),
    "filters": ("shift+tab", *"japan", "space", "escape", "right_square_bracket", "down", "exclamation_mark"),
    "detail": ("G", "k", "k", "tab"),
    "article": ("G", "k", "k", "enter"),
    "marked": ("space", "down", "space"),
    "search": ("find border -kind:opning",),
    "found": ("find border", "enter", "enter"),
    "completion": ("find after:2016 donor:", "down"),
    "nothing": ("find donor:jpan", "enter"),
    "help": ("question_mark",),
    "export": ("space", "e", "s", "g"),
    "export-file": ("e", "f", "tab", *"x"),
    "export-clipboard": ("e", "c", "v"),
    "chart": ("v", "right_curly_bracket"),
    "chart-donor": ("v", "L", "right_curly_bracket", "plus", "plus", "space"),
    "goto": ("full_stop", *"q2", "space", *"2016"),
}

WRITING = {
    "form": (
        "c",
        "tab",
        "ctrl+u",
        *("space" if char == " " else char for char in "13-15 april 2016"),
        "tab",
        "tab",
        "tab",
        "tab",
        "tab",
        "end",
        "semicolon",
        "x",
        "x",
    ),
    "new": ("n", "ctrl+s"),
    "review": ("r",),
    "merge": ("m", "right"),
    "history": ("c", "tab", "ctrl+u", *("space" if char == " " else char for char in "13 may 2016"), "ctrl+s", "a", "tab", "end"),
}


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that does not blink."""
    monkeypatch.setattr(SafeInput, "cursor_blink", False)
    monkeypatch.setattr(SafeArea, "cursor_blink", False)


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
@pytest.mark.parametrize("name", WRITING)
async def test_screens_that_write(opened: Any, twice: Path, golden: Callable[[str, str], None], name: str, size: str) -> None:
    async with opened(twice, size=SIZES[size]) as session:
        await session.search("ayritom", "enter")
        for key in WRITING[name]:
            await session.press(key)
        session.app.clear_notifications()
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
        await session.press("escape", "escape", "v", "right_curly_bracket", "plus")
        golden("no-colour-chart-80x24", await session.still())
