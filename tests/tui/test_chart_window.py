"""Which part of time the chart shows, chosen with the mouse and with keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

Opened = Any


async def test_time_is_dragged_with_the_mouse_and_what_was_dragged_is_not_clicked(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        chart, pilot = session.screen.chart, session.pilot
        await session.press("v", "plus")
        first, here = chart.plan.window.first, chart.uid
        left = chart.plan.left
        await pilot.mouse_down(chart, offset=(left + 20, 8))
        await pilot.hover(chart, offset=(left + 26, 8))
        await pilot.mouse_up(chart, offset=(left + 26, 8))
        await session.settled()
        assert chart.plan.window.first == first - 6 and chart.uid == here
        await pilot.mouse_down(chart, offset=(2, 8))
        await pilot.hover(chart, offset=(left + 26, 8))
        await pilot.mouse_up(chart, offset=(left + 26, 8))
        await session.settled()
        assert chart.plan.window.first == first - 6


async def test_no_more_time_is_shown_than_there_is(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        chart = session.screen.chart
        await session.press("v", *["minus"] * 7)
        window = chart.plan.window
        assert "in view already" in session.said()[-1]
        await session.press("minus")
        assert chart.plan.window == window
