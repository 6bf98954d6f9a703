"""Keys that come all at once, as over a slow line."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual import events

from db.connect import open_store
from db.selection import parse
from tui.keys import queue
from tui.screens.exportdialog import ExportScreen
from tui.screens.form import FormScreen
from tui.screens.help import HelpScreen
from tui.screens.main.screen import MainScreen
from tui.widgets.timeline import Timeline

_CHARS = {"enter": "\r", "space": " "}


async def at_once(session: Any, *keys: str) -> None:
    for key in keys:
        name = {"/": "slash", "?": "question_mark", ".": "full_stop", ":": "colon", ";": "semicolon", " ": "space"}.get(key, key)
        session.app.post_message(events.Key(name, key if len(key) == 1 else _CHARS.get(key)))
    await all_done(session)


async def all_done(session: Any) -> None:
    """Until no key is held any more, whatever was led to is there."""
    for _ in range(30):
        await session.pilot.pause(0.02)
    await session.until(lambda: not session.app._held and session.app._under_way is None)
    await session.settled()


@pytest.mark.parametrize("query", ["border", "country:uz", "xre", "kind:review border"])
async def test_what_follows_the_slash_is_typed(opened: Any, mine: Path, query: str) -> None:
    async with opened(mine) as session:
        await at_once(session, "/", *query, "enter")
        assert session.screen.selection == parse(query)
        assert session.app.screen is session.screen and session.screen.timeline.has_focus


async def test_a_date_is_typed_into_the_dialog(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await at_once(session, ".", *"2016", "enter")
        timeline = session.screen.timeline
        assert timeline.map.headings[timeline.map.heading_at(timeline.cursor)].period == "2016-06"


async def test_another_screen_has_what_is_meant_for_it(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await at_once(session, "j", "j", "e", "f", "f")
        screen = session.app.screen
        assert isinstance(screen, ExportScreen) and screen.chosen.options.format == "json"
        await at_once(session, "escape", "j")
        assert session.app.screen is session.screen and session.screen.timeline.cursor == 3


async def test_the_lines_of_the_cursor_are_drawn_before_all_else(opened: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[int, str]] = []
    draw = MainScreen._compositor_refresh

    def told(screen: MainScreen) -> None:
        drawn.append((screen.timeline.cursor, str(screen.timeline.border_subtitle)))
        draw(screen)

    async with opened(small) as session:
        of = session.screen.timeline.border_subtitle.removeprefix("1")
        monkeypatch.setattr(MainScreen, "_compositor_refresh", told)
        await session.press("j")
        assert drawn[0] == (1, f"1{of}") and drawn[-1] == (1, f"2{of}")


async def test_keys_that_come_at_once_are_not_drawn_one_by_one(opened: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    async with opened(small) as session:
        monkeypatch.setattr(Timeline, "draw_now", lambda timeline: drawn.append(timeline.cursor))
        await at_once(session, "j", "j", "j", "j")
        assert session.screen.timeline.cursor == 4 and drawn in ([4], [1, 4])


@pytest.mark.parametrize("before", [(), ("e",), ("r",)])
async def test_what_follows_the_question_mark_is_sought(opened: Any, small: Path, before: tuple[str, ...]) -> None:
    async with opened(small) as session:
        await session.press(*before)
        await at_once(session, "?", *"quit")
        screen = session.app.screen
        assert isinstance(screen, HelpScreen) and screen.line.value == "quit"


async def test_nothing_is_waited_for_once_all_is_drawn(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        for key in ("j", "question_mark", "escape", "j"):
            await session.press(key)
            await session.pilot.pause(0.1)
            assert session.app._last is None
        assert session.screen.timeline.cursor == 2


@pytest.mark.parametrize(("key", "field"), [("n", "title"), ("c", "title"), (";", "note")])
async def test_a_form_has_what_was_typed_before_it_was_there(opened: Any, mine: Path, slow: None, key: str, field: str) -> None:
    before = mine.read_bytes()
    async with opened(mine) as session:
        await at_once(session, key, *"axe x handles")
        form = session.app.screen
        assert isinstance(form, FormScreen) and len(session.app.screen_stack) == 2
        assert form.fields[field].text.endswith("axe x handles")
        assert mine.read_bytes() == before


async def test_the_list_has_what_is_typed_after_the_form(opened: Any, mine: Path, slow: None) -> None:
    async with opened(mine) as session:
        await at_once(session, ";", *"axe", "ctrl+s", "j", "j")
        assert session.app.screen is session.screen and session.screen.timeline.cursor == 2


async def test_escape_gives_up_what_a_key_was_to_lead_to(opened: Any, mine: Path, slow: None) -> None:
    async with opened(mine) as session:
        await session.search("border", "enter")
        for keys in ("cax", ("escape",), "j"):
            for key in keys:
                session.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await session.pilot.pause(0.05)
        await session.settled()
        assert session.app.screen is session.screen and session.screen.timeline.cursor == 1
        assert session.screen.selection == parse("border")


async def test_what_is_typed_ahead_of_a_store_that_does_not_answer_is_dropped(
    opened: Any, mine: Path, answers: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_LONGEST", 0.05)
    before = mine.read_bytes()
    async with opened(mine) as session:
        answers.clear()
        for key in "nax":
            session.app.post_message(events.Key(key, key))
        await session.until(lambda: any("what you typed meanwhile is dropped" in words for words in session.said()))
        answers.set()
        await all_done(session)
        form = session.app.screen
        assert isinstance(form, FormScreen) and form.fields["title"].text == "" and mine.read_bytes() == before
        await at_once(session, *"ax")
        assert form.fields["title"].text == "ax"


async def test_keys_are_about_the_list_that_was_searched_for(opened: Any, mine: Path, slow: None) -> None:
    async with opened(mine) as session:
        await at_once(session, "/", *"kind:opening", "enter", "x", "x")
        with open_store(mine, readonly=True) as store:
            found = store.connection.execute("select kind from milestone where status = 'rejected'").fetchall()
        assert found == [("opening",), ("opening",)] and session.screen.timeline.map.rows == 0


async def test_a_row_of_the_list_before_is_not_acted_on(
    opened: Any, mine: Path, answers: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_PATIENCE", 0.01)
    before = mine.read_bytes()
    async with opened(mine) as session:
        answers.clear()
        session.screen.select(parse("kind:opening"))
        session.app.post_message(events.Key("x", "x"))
        await session.until(lambda: any("Still searching" in words for words in session.said()))
        assert mine.read_bytes() == before
        answers.set()
        await all_done(session)
        await at_once(session, "x")
        assert session.screen.timeline.map.rows == 1
