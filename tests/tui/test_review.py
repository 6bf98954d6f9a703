"""The review queue and merging, driven by keys: what is left, what is in the store, what is said, and the way back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual import events

from db.changes import ChangeError
from db.connect import open_store
from db.models import Status
from db.queries.details import detail
from tui.background.lane import Lane
from tui.screens.merge import MergeScreen
from tui.screens.review import ReviewScreen

Opened = Any


def status(path: Path, uid: str) -> Status:
    """What was said of a milestone."""
    with open_store(path, readonly=True) as store:
        return detail(store.connection, uid).milestone.status


def uids(path: Path, words: str) -> list[str]:
    """The milestones whose quote holds these words."""
    with open_store(path, readonly=True) as store:
        rows = store.connection.execute("select uid from milestone where quote like ? order by uid", (f"%{words}%",))
        return [uid for (uid,) in rows]


async def test_one_key_each_the_least_certain_first(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r")
        review = session.app.screen
        assert type(review) is ReviewScreen and review.queue.left == 13
        assert review.facts.detail is not None and review.facts.detail.milestone.title.startswith("Drug analysers")
        assert review.evidence.reading and "two analysers were handed over" in "\n".join(session.text())
        first = review.uid
        await session.press("a")
        assert status(mine, first) is Status.ACCEPTED and review.queue.left == 12 and "12 left" in session.text()[0]
        second = review.uid
        assert review.facts.detail is not None and review.facts.detail.milestone.title.startswith("Memorandum")
        await session.press("x")
        assert status(mine, second) is Status.REJECTED and review.queue.left == 11
        third = review.uid
        await session.press("space")
        assert status(mine, third) is Status.NEW and review.queue.left == 10
        await session.press("u")
        assert review.uid == second and status(mine, second) is Status.NEW and review.queue.left == 11
        assert "Memorandum" in session.said()[-1]
        await session.press("ctrl+r")
        assert status(mine, second) is Status.REJECTED and review.queue.left == 10 and review.uid != second
        await session.press("escape")
        assert session.app.screen is session.screen and session.screen.top.shown == 12


async def test_why_it_is_doubtful_stands_first_and_nothing_lies_over_the_evidence(opened: Opened, mine: Path) -> None:
    async with opened(mine, size=(120, 40)) as session:
        await session.press("y", "r")
        assert not session.app._notifications
        assert "? words hardly tell an event" in "\n".join(session.text())
        await session.press("a")
        assert not session.app._notifications
        shown = session.text()
        assert "Accepted · u takes it back · “Drug analysers handed over" in "".join(shown[-3:-1])
        assert "? columns may be mixed up; only the period" in "\n".join(shown)


async def test_what_was_corrected_is_doubtful_no_more(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("is:doubtful", "enter", "c")
        assert session.screen.top.shown == 2
        session.app.screen.fields["place"].text = "Dushanbe"
        await session.press("ctrl+s")
        assert session.screen.top.shown == 1
        await session.press("u")
        assert session.screen.top.shown == 2


async def test_a_correction_keeps_its_place_in_the_queue(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r", "c")
        form = session.app.screen
        form.fields["place"].text = "Dushanbe"
        await session.press("ctrl+s")
        review = session.app.screen
        assert (
            isinstance(review, ReviewScreen)
            and review.facts.detail is not None
            and review.facts.detail.milestone.place == "Dushanbe"
            and review.queue.left == 13
        )
        await session.press("semicolon")
        assert session.app.screen.fields["note"].control is session.app.focused


async def test_a_whole_source_at_once(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r", "A")
        review = session.app.screen
        assert review.queue.left == 6 and review.facts.detail.source.file == "17q4.txt"
        assert "7 milestones" in session.said()[-1]
        await session.press("u")
        assert review.queue.left == 13
        await session.press("A", "A")
        assert review.queue.left == 0 and "all done" in session.text()[0]
        assert any("Nothing is left to review" in row for row in session.text())
        await session.press("a", "x", "c", "space", "m", "d", "left")
        assert review.queue.left == 0


async def test_what_was_skipped_is_left_out_rather_than_cut(opened: Opened, mine: Path) -> None:
    async with opened(mine, size=(45, 30)) as session:
        await session.press("r", "space", "a")
        assert session.text()[0].rstrip().endswith("1 of 13 decided")


async def test_what_was_skipped_is_not_called_decided(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r", "space", "a")
        assert "11 left" in session.text()[0] and "1 of 13 decided · 1 skipped" in session.text()[0]
        review = session.app.screen
        await session.press(*"aaaaaaaaaaa")
        assert "none left" in session.text()[0] and "12 of 13 decided · 1 skipped" in session.text()[0]
        assert "1 was skipped and will wait in the next review" in "\n".join(session.text()) and review.uid == ""


async def test_the_first_is_shown_before_all_that_waits_is_known(
    opened: Opened, mine: Path, slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.review._FIRST", 2)
    asked, begun, known, there = Lane.ask, asyncio.Event(), asyncio.Event(), asyncio.Event()
    there.set()

    async def held(lane: Any, question: Any) -> Any:
        await {"milepost-review": begun, "milepost-queue": known}.get(lane._pool._thread_name_prefix, there).wait()
        return await asked(lane, question)

    monkeypatch.setattr(Lane, "ask", held)
    async with opened(mine) as session:
        await session.pilot.press("r")
        await session.until(lambda: "looking for what waits" in session.text()[0])
        assert "Looking for what waits" in "\n".join(session.text())
        session.app.post_message(events.Key("a", "a"))
        begun.set()
        review = session.app.screen
        await session.until(lambda: len(review.queue.decided) == 1 and review.facts.detail is not None)
        await session.until(lambda: "1 decided · counting what is left" in session.text()[0])
        assert review.queue.decided == set(review.queue.uids[:1]) and review.uid == review.queue.uids[1]
        await session.pilot.press("x")
        await session.until(lambda: review.uid == "" and "Looking for what waits" in "\n".join(session.text()))
        known.set()
        await session.settled()
        assert review.uid == review.queue.uids[2] and review.queue.left == 11 and "11 left" in session.text()[0]


async def test_what_is_typed_after_an_undo_is_about_what_came_back(opened: Opened, mine: Path, slow: None) -> None:
    async with opened(mine) as session:
        await session.press("r", "a")
        review = session.app.screen
        first, second = review.queue.uids[:2]
        for key in "ux":
            session.app.post_message(events.Key(key, key))
        await session.until(lambda: status(mine, second) is Status.NEW and review.queue.left == 12)
        await session.settled()
        assert status(mine, first) is Status.REJECTED and status(mine, second) is Status.NEW
        assert review.uid == second and review.queue.left == 12


async def test_the_arrows_scroll_either_pane(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r")
        review = session.app.screen
        for pane in (review.facts, review.evidence, review.facts):
            assert session.app.focused is pane and pane.has_class("-here")
            await session.press("tab")


async def test_the_queue_is_that_of_the_selection(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("country:kz", "enter", "r")
        assert session.app.screen.queue.left == 3 and "Kazakhstan" in session.text()[0]
        await session.press("right", "right", "right", "left")
        assert session.app.screen.queue.at == 1
        await session.press("question_mark")
        assert any("Help: Review" in row for row in session.text())


async def test_what_cannot_be_written_comes_back(opened: Opened, mine: Path, monkeypatch: Any) -> None:
    from tui.background import deeds

    def broken(*_: Any, **__: Any) -> None:
        raise ChangeError("that cannot be")

    async with opened(mine) as session:
        await session.press("r")
        review = session.app.screen
        first = review.uid
        monkeypatch.setattr(deeds, "judge", broken)
        await session.press("a")
        assert review.uid == first and review.queue.left == 13 and session.said() == ["Nothing was changed · that cannot be"]


async def test_duplicates_are_proposed_compared_and_merged(opened: Opened, twice: Path) -> None:
    one, other = uids(twice, "first liaison office")
    async with opened(twice) as session:
        await session.search("ayritom", "enter", "r")
        review = session.app.screen
        assert review.pair is not None and "Told twice?" in "\n".join(session.text())
        await session.press("m")
        merge = session.app.screen
        assert type(merge) is MergeScreen
        shown = "\n".join(session.text())
        assert "“In May the first" in shown and "“Last May the first" in shown and "stands for both" in shown
        await session.press("2")
        assert merge.stands == 2
        await session.press("1", "enter")
        stands = merge._pair.one.uid
        gone = other if stands == one else one
        with open_store(twice, readonly=True) as store:
            assert detail(store.connection, gone).merged_into == stands
        assert review.queue.left == 1 and "stands for 2 tellings" in session.said()[-1]
        await session.press("escape")
        assert session.screen.top.shown == 1 and session.screen.timeline.row.uid == stands
        told = "\n".join(line.plain for line in session.screen.detail.lines)
        assert "⧉ told 2 times" in told and told.index("Told too") < told.index("Source")
        await session.press("M")
        assert session.screen.top.shown == 2
        await session.press("M")
        assert "Nothing is merged into" in session.said()[-1]


async def test_two_that_are_declared_different_are_not_proposed_again(opened: Opened, twice: Path) -> None:
    async with opened(twice) as session:
        await session.search("ayritom", "enter", "m")
        assert isinstance(session.app.screen, MergeScreen)
        await session.press("d")
        assert "different events" in session.said()[-1]
        await session.press("m")
        assert session.app.screen is session.screen and "No other telling" in session.said()[-1]
        await session.press("u", "m")
        assert isinstance(session.app.screen, MergeScreen)
        await session.press("escape")
        await session.search("ayritom", "enter", "r", "d")
        review: Any = session.app.screen
        assert review.pair is None and "Told twice?" not in "\n".join(session.text())


async def test_the_marked_two_are_merged(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("space", "space", "space", "m")
        assert "3 are marked" in session.said()[-1]
        await session.press("up", "space", "m")
        merge = session.app.screen
        assert type(merge) is MergeScreen
        await session.press("right", "enter")
        assert session.screen.top.shown == 12 and not session.screen.marks
        assert session.screen.timeline.row.uid == merge._pair.other.uid
        await session.press("u")
        assert session.screen.top.shown == 13


async def test_the_marked_one_is_compared_with_the_one_under_the_cursor(opened: Opened, twice: Path) -> None:
    one, other = uids(twice, "first liaison office")
    async with opened(twice) as session:
        await session.search("ayritom", "enter", "space")
        [marked] = session.screen.marks
        await session.search("-ayritom", "enter", "end")
        here = session.screen.here
        await session.press("m")
        merge = session.app.screen
        assert type(merge) is MergeScreen and here not in {one, other}
        assert (merge._pair.one.uid, merge._pair.other.uid) == (marked, here)
        await session.press("escape")
        await session.search("ayritom", "enter", "home", "m")
        assert {marked} == session.screen.marks and session.screen.here == marked
        merge = session.app.screen
        assert type(merge) is MergeScreen and {merge._pair.one.uid, merge._pair.other.uid} == {one, other}


async def test_the_bar_makes_room_for_the_figures(opened: Opened, large: Path) -> None:
    async with opened(large, size=(40, 24)) as session:
        await session.press("r")
        assert session.text()[0].rstrip() == " Review  500 left ····  0 of 500 decided"


async def test_nothing_to_merge_and_nothing_to_correct(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("zebra", "enter", "m")
        assert "Mark the two" in session.said()[-1]
        await session.press("c", "M", "r")
        assert "No milestone is shown" in session.said()[-1] and session.app.screen is session.screen


@pytest.mark.parametrize(
    ("size", "named"),
    [
        ((45, 30), [" a accept  x reject  c correct  space skip", " u undo  esc leave  A all of source  ? help"]),
        ((45, 16), [" a accept  x reject  c correct  ? help"]),
        ((80, 24), [" a accept  x reject  c correct  space skip  u undo  esc leave  ? help"]),
    ],
)
async def test_the_ways_on_and_out_are_named_as_far_as_there_is_room(
    opened: Opened, mine: Path, size: tuple[int, int], named: list[str]
) -> None:
    async with opened(mine, size=size) as session:
        await session.press("r")
        rows = [row.rstrip() for row in session.text()]
        assert rows[-len(named) :] == named and "accept" not in rows[-len(named) - 1]
        if len(named) > 1:
            left = named[-1].index("leave")
            await session.pilot.click(offset=(left, size[1] - 1))
            await session.settled()
            assert session.app.screen is session.screen
