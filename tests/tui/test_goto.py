"""Going to a date that is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.screens.goto import GoToScreen


def typed(text: str) -> tuple[str, ...]:
    return tuple({" ": "space", "/": "slash"}.get(char, char) for char in text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("may 2016", "2016-05"),
        ("31 may 2016", "2016-05"),
        # the newest of a longer time: the rest of it follows below
        ("may 2016 - june 2016", "2016-06"),
        ("q2 2016", "2016-06"),
        ("2016", "2016-06"),
        # nothing began then
        ("1900", "2014/.."),
        ("2999", "2017-12"),
    ],
)
async def test_the_cursor_goes_to_its_newest(opened: Any, small: Path, text: str, heading: str) -> None:
    async with opened(small) as session:
        timeline = session.screen.timeline
        await session.press("full_stop", *(char if char != "-" else "minus" for char in typed(text)), "enter")
        await session.still()
        assert timeline.map.headings[timeline.map.heading_at(timeline.cursor)].period == heading
        assert timeline.has_focus


@pytest.mark.parametrize("keys", [("full_stop", *"2015", "enter"), ("right_curly_bracket",) * 3, ("right_square_bracket",) * 9])
async def test_what_follows_a_jump_is_seen(opened: Any, large: Path, keys: tuple[str, ...]) -> None:
    async with opened(large) as session:
        await session.press(*keys)
        timeline = session.screen.timeline
        heading = timeline.map.line_of(timeline.cursor) - 1 - timeline.scroll_offset.y
        assert 0 <= heading <= timeline.scrollable_content_region.height // 3


async def test_far_off_in_the_chart(opened: Any, large: Path) -> None:
    async with opened(large) as session:
        await session.press("v", "full_stop", *"2010", "enter")
        screen = session.screen
        assert screen.timeline.row is not None and screen.timeline.row.date.startswith("2010")
        assert screen.chart.uid == screen.timeline.row.uid == screen.detail.detail.uid and screen.chart.here is not None


async def test_what_is_no_date_is_told_in_place(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        before = session.screen.timeline.cursor
        await session.press("full_stop", *typed("maybe"), "enter")
        screen = session.app.screen
        assert isinstance(screen, GoToScreen)
        assert "is not a date" in str(screen.said.content)
        assert screen.said.has_class("-wrong")
        await session.press("escape")
        assert session.screen.timeline.cursor == before


async def test_it_is_read_back_while_it_is_typed(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await session.press("full_stop", *typed("q2 2016"))
        assert str(session.app.screen.said.content) == "2nd quarter 2016"
        await session.press("escape")
        assert not isinstance(session.app.screen, GoToScreen)


@pytest.mark.parametrize("face", [(), ("v",)])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1901", "Nothing in 1901; the nearest is since 2014."),
        ("2030", "Nothing in 2030; the nearest is Dec 2017."),
        ("1 feb 2016", "Nothing on 1 Feb 2016; the nearest is 11–15 Apr 2016."),
        ("q1 2016", "Nothing in Q1 2016; the nearest is 11–15 Apr 2016."),
        ("june 2016", ""),
        ("2016", ""),
    ],
)
async def test_a_time_without_milestones_is_told_and_what_is_nearest(
    opened: Any, small: Path, text: str, words: str, face: tuple[str, ...]
) -> None:
    async with opened(small) as session:
        await session.press(*face, "full_stop", *typed(text), "enter")
        assert session.said() == ([words] if words else [])
