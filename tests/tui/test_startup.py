"""The way in: the store is asked before the screen is there, and its first page is shown before all is counted."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import threading
import weakref
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from textual.css.stylesheet import Stylesheet

from db.queries.listing import Heading
from db.selection import Selection, parse
from tests.tui.conftest import Session
from tui.app import MilepostApp
from tui.background.lane import Lane
from tui.background.linemap import LineMap
from tui.background.lists import PAGE, FirstRows, Listed, ListRows, fetch_pages
from tui.startup import Tidying


@dataclass(frozen=True)
class Counting:
    """A question that counts how often it is answered."""

    name: str
    answered: list[str] = field(default_factory=list, compare=False)

    def __call__(self, connection: sqlite3.Connection) -> int:
        """The number of this answer."""
        self.answered.append(self.name)
        return len(self.answered)


async def test_what_was_begun_is_not_asked_again(small: Path) -> None:
    lane, told = Lane(small, "test"), Counting("one")
    lane.begin(told)
    assert await lane.ask(Counting("one")) == 1
    assert await lane.ask(told) == 2
    assert told.answered == ["one", "one"]
    lane.close()


async def test_an_answer_that_nobody_took_is_not_given_later(small: Path) -> None:
    lane, told = Lane(small, "test"), Counting("one")
    lane.begin(told)
    await lane.ask(Counting("another"))
    assert await lane.ask(told) == 2
    lane.close()


async def test_what_is_given_up_between_two_statements_ends_too(small: Path) -> None:
    lane, begun, counted = Lane(small, "test"), Event(), []

    def long(connection: sqlite3.Connection) -> None:
        begun.set()
        sleep(0.05)
        for number in range(200):
            numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) select count(*) from n"
            connection.execute(numbers).fetchone()
            counted.append(number)

    asked = asyncio.create_task(lane.ask(long))
    await asyncio.to_thread(begun.wait)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert await lane.ask(lambda connection: connection.execute("select 1").fetchone()) == (1,)
    assert len(counted) < 200
    lane.close()


async def test_an_interruption_meant_for_another_question_is_not_told(small: Path) -> None:
    lane, told = Lane(small, "test"), Counting("one")

    def interrupted(connection: sqlite3.Connection) -> int:
        if told(connection) < 3:
            error = sqlite3.OperationalError("interrupted")
            error.sqlite_errorcode = sqlite3.SQLITE_INTERRUPT
            raise error
        return len(told.answered)

    assert await lane.ask(interrupted) == 3
    lane.close()


def test_the_keys_of_a_page_go_on_under_the_next_heading() -> None:
    counts = ((30, 2), (27, 1), (13, 3))
    headings = tuple(Heading(str(month), count, month, 1) for month, count in counts)
    lines = LineMap(headings, keys=((5, 9), (7,), (1, 2, 3)).__getitem__)
    assert [lines.keys_from(row, 3) for row in range(6)] == [[5, 9, 7], [9, 7, 1], [7, 1, 2], [1, 2, 3], [2, 3], [3]]


async def test_pages_by_their_keys_are_those_that_are_looked_for(large: Path) -> None:
    lane, selection = Lane(large, "test"), parse("country:uz")
    lines = (await lane.ask(ListRows(selection))).lines
    numbers = tuple(range(lines.rows // PAGE + 2))
    known, looked_for = (
        partial(fetch_pages, selection=selection, lines=one, numbers=numbers) for one in (lines, replace(lines, keys=None))
    )
    assert lines.keys is not None
    assert await lane.ask(known) == await lane.ask(looked_for)
    lane.close()


@pytest.mark.parametrize("query", ["", "country:uz"])
async def test_the_first_rows_are_those_of_the_whole_list(large: Path, query: str) -> None:
    lane, selection = Lane(large, "test"), parse(query)
    first, whole = await lane.ask(FirstRows(selection)), await lane.ask(ListRows(selection))
    assert first.pages == whole.pages
    assert first.lines.rows == PAGE < whole.lines.rows
    assert first.lines.headings[:-1] == whole.lines.headings[: len(first.lines.headings) - 1]
    assert (first.lines.whole, whole.lines.whole) == (False, True)
    lane.close()


async def test_the_first_page_is_there_and_can_be_used_while_the_rest_is_counted(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, count = threading.Event(), ListRows.__call__

    def late(question: ListRows, connection: sqlite3.Connection) -> Listed:
        counted.wait(30)
        return count(question, connection)

    monkeypatch.setattr(ListRows, "__call__", late)
    app = MilepostApp(large)
    async with app.run_test() as pilot:
        session = Session(app, pilot)
        timeline = session.screen.timeline
        await session.until(lambda: timeline.row is not None)
        assert (timeline.map.rows, timeline.border_subtitle) == (PAGE, "1 of …")
        await pilot.press("down", "down")
        row = timeline.row
        counted.set()
        await session.until(lambda: timeline.map.whole)
        assert (timeline.map.rows, timeline.border_subtitle, timeline.row) == (500, "3 of 500", row)


async def test_a_date_that_is_typed_before_the_list_is_there_is_gone_to(large: Path, answers: threading.Event) -> None:
    answers.clear()
    app = MilepostApp(large)
    async with app.run_test() as pilot:
        session = Session(app, pilot)
        timeline = session.screen.timeline
        await pilot.press("full_stop", *"2014", "enter")
        assert timeline.row is None
        answers.set()
        await session.settled()
        there = timeline.row
        await session.press("g", "full_stop", *"2014", "enter")
        assert timeline.cursor and timeline.row == there


async def test_the_style_sheets_are_read_once_at_the_start_and_again_for_another_theme(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reparse = [], Stylesheet.reparse

    def reading(sheet: Stylesheet) -> None:
        read.append(sheet)
        reparse(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", reading)
    app = MilepostApp(small)
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        assert not read
        app.theme = "textual-light"
        await pilot.pause(0.1)
        assert read
        assert app.screen.styles.background == app.screen.styles.background.parse(app.theme_variables["background"])


def test_equal_questions_are_equal() -> None:
    assert ListRows(Selection()) == ListRows(Selection())
    assert ListRows(Selection()) != ListRows(parse("kind:training"))


def test_garbage_that_has_grown_old_is_looked_for_at_rest() -> None:
    @dataclass
    class Node:
        itself: Node | None = None

    gc.disable()
    try:
        tidy, node = Tidying(), Node()
        node.itself, there = node, weakref.ref(node)
        gc.collect(1)
        del node
        tidy()
        assert there() is not None
        tidy()
        assert there() is None
    finally:
        gc.enable()
