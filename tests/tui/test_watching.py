"""The store while others have it: changed, locked, taken away, replaced and damaged under the open app."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.tui.stories import TWICE, fill, reading


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look more often than in life."""
    monkeypatch.setattr("tui.screens.main.watching._LOOK_AGAIN", 0.2)


async def test_what_another_program_writes_is_shown_and_the_cursor_stays(opened: Any, mine: Path) -> None:
    async with opened(mine) as session:
        timeline = session.screen.timeline
        await session.press("down", "down", "down")
        here, rows, generation = timeline.row.uid, timeline.map.rows, session.screen.generation
        fill(mine, reading("16q3.txt", "Milestones, Jul–Sep 2016", "2016-35", (TWICE,)))
        await session.until(lambda: timeline.map.rows > rows)
        await session.settled()
        assert timeline.row.uid == here and session.screen.top.shown == rows + 1
        assert session.screen.generation == generation + 1 and session.said() == []


async def test_ones_own_changes_are_not_read_twice(opened: Any, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("a")
        generation = session.screen.generation
        session.screen.look_again()
        await session.settled()
        assert session.screen.generation == generation


async def test_a_store_that_is_locked_keeps_what_is_shown(opened: Any, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.connect.BUSY_SECONDS", 0.1)
    async with opened(mine) as session:
        titles, writer = session.titles(), sqlite3.connect(mine, isolation_level=None)
        writer.execute("begin exclusive")
        session.screen.look_again()
        await session.settled()
        assert session.titles() == titles and session.said() == []
        await session.press("f5")
        assert any("is busy: another program" in words for words in session.said())
        writer.execute("rollback")
        writer.close()
        await session.until(lambda: session.titles() == titles and "f5 tries again" not in "\n".join(session.text()))
        await session.settled()


async def test_a_store_taken_away_is_said_once_and_seen_when_it_is_back(opened: Any, mine: Path, tmp_path: Path) -> None:
    async with opened(mine) as session:
        titles, aside = session.titles(), tmp_path / "aside.db"
        mine.rename(aside)
        await session.until(lambda: bool(session.said()))
        await session.settled()
        await session.pilot.pause(0.6)
        assert len(session.said()) == 1 and "put the file back" in session.said()[0] and session.titles() == titles
        await session.search("border", "enter")
        await session.until(lambda: session.text()[0].endswith("✗ the store is gone "))
        assert "the store is gone" in "\n".join(session.text()[2:])
        await session.press("x")
        assert "The store is gone: what is listed is not what was asked for." in session.said()[-1]
        await session.press("escape")
        generation = session.screen.generation
        aside.rename(mine)
        await session.until(lambda: session.screen.generation > generation and not session.screen.top.stale)
        await session.settled()
        assert session.titles() == titles and session.screen.top.trouble == session.screen.timeline.waited == ""
        # what is over is not told any more
        await session.until(lambda: "put the file back" not in "\n".join(session.text()))


async def test_a_store_that_is_replaced_is_read_anew(opened: Any, mine: Path, large: Path, tmp_path: Path) -> None:
    async with opened(mine) as session:
        Path(shutil.copy(large, tmp_path / "other.db")).replace(mine)
        await session.until(lambda: session.screen.timeline.map.rows == 500)
        await session.settled()
        detail = session.screen.detail
        await session.until(lambda: detail.detail is not None and "Training" in detail.detail.milestone.title)
        await session.settled()


async def test_a_store_that_is_no_store_any_more(opened: Any, mine: Path, tmp_path: Path) -> None:
    async with opened(mine) as session:
        other = tmp_path / "text.txt"
        other.write_text("not a database\n" * 200)
        other.replace(mine)
        await session.until(lambda: bool(session.said()))
        await session.settled()
        assert len(session.said()) == 1 and "\n" not in session.said()[0]
        assert session.app.is_running


async def test_a_store_that_was_empty_for_a_moment(opened: Any, mine: Path) -> None:
    """The same file, so that nothing but the broken connection tells that it was written anew."""
    async with opened(mine) as session:
        titles, whole = session.titles(), mine.read_bytes()
        mine.write_bytes(b"")
        await session.until(lambda: bool(session.said()))
        await session.settled()
        mine.write_bytes(whole)
        await session.press("f5")
        await session.until(lambda: session.titles() == titles and session.screen.top.trouble == "")
        await session.settled()
