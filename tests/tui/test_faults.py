"""Faults of our own in the background: whatever screen is on top, it is said in one line, and the app stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.background import deeds
from tui.background.lane import Lane
from tui.imports.running import Import
from tui.screens import exportdialog

Opened = Any


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is done in the background can be done."""

    async def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("of our own")

    monkeypatch.setattr(deeds, "carry_out", fails)
    monkeypatch.setattr(exportdialog, "apart", fails)

    def fails_at_once(_: Import) -> None:
        raise RuntimeError("of our own")

    monkeypatch.setattr(Import, "events", fails_at_once)


@pytest.mark.parametrize(
    "keys",
    [
        ("a",),
        ("r", "a"),
        ("semicolon", "X", "ctrl+s"),
        ("e", "enter"),
        ("s", "X", "enter"),
        ("i", "X", "enter"),
    ],
    ids=["main", "review", "form", "export", "views", "import"],
)
async def test_a_fault_does_not_pass_in_silence(opened: Opened, mine: Path, broken: None, keys: tuple[str, ...]) -> None:
    async with opened(mine) as session:
        await session.press(*keys[:-1])
        screen = session.app.screen
        await session.press(keys[-1])
        assert session.app.screen is screen
        assert session.said()[-1] == "A fault in Milepost · RuntimeError: of our own"


async def test_a_fault_of_merging_does_not_either(opened: Opened, twice: Path, broken: None) -> None:
    async with opened(twice) as session:
        await session.search("ayritom", "enter", "m", "enter")
        assert session.said()[-1] == "A fault in Milepost · RuntimeError: of our own"


async def test_a_fault_that_leaves_the_list_empty_stays_to_be_read(
    opened: Opened, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(small) as session:

        async def fails(*_: Any) -> None:
            raise RuntimeError("of our own")

        monkeypatch.setattr(Lane, "ask", fails)
        await session.press("f5")
        assert session.said()[-1] == "A fault in Milepost · RuntimeError: of our own"
