"""Changes made in the app: what is then in the store, what is shown, what is said, and that all of it can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from db.connect import open_store
from db.models import Milestone, Status
from db.queries.history import history, standing

Opened = Any


@pytest.fixture
def mine(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own to write to."""
    monkeypatch.setenv("MILEPOST_USER", "Aigul")
    return Path(shutil.copy(small, tmp_path / "mine.db"))


def uid_of(path: Path, words: str) -> str:
    """The milestone whose title begins so."""
    with open_store(path, readonly=True) as store:
        [(uid,)] = store.connection.execute("select uid from milestone where title like ? || '%'", (words,)).fetchall()
    return str(uid)


def stored(path: Path, uid: str) -> Milestone:
    """A milestone as it stands in the store."""
    with open_store(path, readonly=True) as store:
        found = standing(store.connection, uid)
    assert found is not None
    return found.milestone


def steps(path: Path, uid: str) -> int:
    """How often something was decided about it."""
    with open_store(path, readonly=True) as store:
        return len(history(store.connection, uid))


async def test_accept_and_reject_with_undo_and_redo(opened: Opened, mine: Path) -> None:
    study, conference = uid_of(mine, "Study visit"), uid_of(mine, "Conference")
    async with opened(mine) as session:
        screen = session.screen
        await session.press("a")
        assert stored(mine, study).status is Status.ACCEPTED and screen.timeline.row.uid == study
        assert "Study visit" in session.said()[-1]
        await session.press("x")
        assert stored(mine, study).status is Status.REJECTED
        assert screen.timeline.row.uid == conference and screen.top.shown == 12
        await session.press("u")
        assert stored(mine, study).status is Status.ACCEPTED
        assert screen.timeline.row.uid == study, "the cursor goes to what was undone"
        assert "Study visit" in session.said()[-1] and list(session.app._notifications)[-1].title == "Undone"
        await session.press("u", "u")
        assert stored(mine, study).status is Status.NEW and "no step of Aigul is left" in session.said()[-1]
        await session.press("ctrl+r", "ctrl+r")
        assert stored(mine, study).status is Status.REJECTED
        assert list(session.app._notifications)[-1].title == "Redone"


async def test_the_marked_are_judged_in_one_step(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("space", "space", "end", "x")
        assert screen.top.shown == 11 and not screen.marks and "2 milestones" in session.said()[-1]
        assert screen.timeline.row.title.startswith("Prevention"), "the cursor stays where it was"
        await session.press("u")
        assert screen.top.shown == 13 and "and 1 more" in session.said()[-1]


async def test_filters_and_cursor_stay(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("country:kg", "enter", "down", "down")
        row = session.screen.timeline.row
        await session.press("a")
        assert session.screen.selection.text() == "country:kg" and session.screen.timeline.row.uid == row.uid
        assert session.screen.timeline.cursor == 2


async def test_a_store_that_cannot_be_written_is_told_in_one_line(opened: Opened, mine: Path, monkeypatch: Any) -> None:
    from tui import deeds

    def broken(*_: Any, **__: Any) -> None:
        raise deeds.StoreError("the store is busy: try again")

    async with opened(mine) as session:
        monkeypatch.setattr(deeds, "open_store", broken)
        await session.press("a")
        assert session.said() == ["the store is busy: try again"]
        assert session.screen.top.shown == 13


async def test_there_is_nothing_to_judge(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("zebra", "enter", "a")
        assert "no milestone under the cursor" in session.said()[-1]
