"""What somebody takes back elsewhere while the app shows it: keys act on nothing that is not shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.connect import open_store
from db.editing import Edit
from db.models import Status
from db.queries.details import detail
from db.store.deciding import Act, enter, take_back
from tui.screens.review import ReviewScreen

Opened = Any


def by_hand(path: Path, *titles: str) -> list[str]:
    """Milestones that somebody enters."""
    with open_store(path) as store:
        return [
            enter(
                store,
                [Edit("title", "set", title), Edit("date", "set", "2016-05"), Edit("kind", "set", "meeting")],
                Act("Bob", "2017-11-22T09:00:00Z", f"step {title}"),
            )
            for title in titles
        ]


def undo(path: Path, times: int) -> None:
    """They take the last of them back."""
    with open_store(path) as store:
        for number in range(times):
            assert take_back(store, Act("Bob", "2017-11-22T09:30:00Z", f"undo {number}"))


@pytest.fixture
def hand(mine: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small store, with three milestones that Bob entered; what he does is not looked for."""
    monkeypatch.setattr("tui.screens.main.watching._LOOK_AGAIN", 600.0)
    by_hand(mine, "First meeting of neighbours", "Second meeting of neighbours", "Third meeting of neighbours")
    return mine


def status(path: Path, uid: str) -> Status:
    """What was said of a milestone."""
    with open_store(path, readonly=True) as store:
        return detail(store.connection, uid).milestone.status


async def test_the_review_passes_over_what_is_not_there_any_more(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "r")
        review = session.app.screen
        assert isinstance(review, ReviewScreen) and review.queue.left == 3
        with open_store(hand, readonly=True) as store:
            [(first,)] = store.connection.execute("select uid from milestone where title like 'First%'").fetchall()
        while review.uid != first:
            await session.press("right")
        undo(hand, 2)
        for key in ("right", "left"):
            await session.press(key)
            assert review.facts.detail is not None and review.facts.detail.uid == review.uid == first
        assert review.queue.left == 1 and "not there any more" in session.said()[-1]
        await session.press("a")
        assert status(hand, first) is Status.ACCEPTED and review.uid == "" and "all done" in session.text()[0]


@pytest.mark.parametrize("key", ["a", "x", "c", "semicolon"])
async def test_what_is_shown_in_the_review_and_is_gone_is_passed_over(opened: Opened, hand: Path, key: str) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "r")
        review = session.app.screen
        undo(hand, 3)
        await session.press(key)
        assert session.app.screen is review and review.uid == "" and review.facts.detail is None
        assert "not there any more" in session.said()[-1]


async def test_what_is_gone_is_neither_corrected_nor_compared(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "space", "space")
        assert len(session.screen.marks) == 2 and session.screen.here
        undo(hand, 3)
        await session.press("m")
        assert session.app.screen is session.screen and "not there any more" in " ".join(session.said())
        assert not session.screen.marks and session.screen.top.shown == 0


async def test_marks_go_with_what_they_are_on(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "*")
        screen = session.screen
        assert len(screen.marks) == 3
        undo(hand, 2)
        await session.press("f5")
        assert len(screen.marks) == screen.top.marked == 1 and "1 marked" in session.text()[0]
        assert session.said() == [
            "Fewer are marked · 2 of the marked milestones are in no list any more: rejected, merged or taken back."
        ]


async def test_own_steps_taken_back_take_their_marks_along(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("space", "space", "x", "u", "*", "ctrl+r")
        assert session.screen.top.shown == len(session.screen.marks) == 11
        assert any("2 of the marked milestones are in no list any more" in line for line in session.said())


async def test_what_is_marked_among_the_rejected_is_marked_there(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("x")
        await session.search("status:rejected", "enter", "space", "f5")
        assert len(screen.marks) == screen.top.shown == 1
        await session.press("ctrl+x")
        assert not screen.marks and "1 of the marked milestones is in no list any more" in session.said()[-1]


async def test_what_is_gone_does_not_leave_with_the_marked(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "*", "e")
        undo(hand, 2)
        await session.press("enter")
        assert "1 milestone written to" in " ".join(session.said())
        [written] = [path.read_text(encoding="utf-8") for path in Path.cwd().iterdir()]
        assert "First meeting" in written and "Second meeting" not in written


async def test_what_is_gone_is_not_copied(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter", "*")
        undo(hand, 3)
        await session.press("y")
        assert session.app.clipboard == "" and "not there any more" in " ".join(session.said())
        assert not session.screen.marks and session.screen.top.shown == 0


async def test_the_form_of_what_is_gone_does_not_open(opened: Opened, hand: Path) -> None:
    async with opened(hand) as session:
        await session.search("basis:edited", "enter")
        undo(hand, 3)
        await session.press("c")
        assert session.app.screen is session.screen and "not there any more" in session.said()[-1]
        assert session.screen.top.shown == 0
