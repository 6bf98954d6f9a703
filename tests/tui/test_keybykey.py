"""Keys that come all at once, as over a slow line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events

from db.selection import parse
from tui.screens.export import ExportScreen

_CHARS = {"enter": "\r", "space": " "}


async def at_once(session: Any, *keys: str) -> None:
    for key in keys:
        name = {"/": "slash", ".": "full_stop", ":": "colon", " ": "space"}.get(key, key)
        session.app.post_message(events.Key(name, key if len(key) == 1 else _CHARS.get(key)))
    for _ in range(30):
        await session.pilot.pause(0.02)
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


async def test_nothing_is_waited_for_once_all_is_drawn(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        for key in ("j", "question_mark", "escape", "j"):
            await session.press(key)
            await session.pilot.pause(0.1)
            assert session.app._last is None
        assert session.screen.timeline.cursor == 2
