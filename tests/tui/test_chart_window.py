"""Which part of time the chart shows, chosen with the mouse and with keys, and which of its lanes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.when import When
from tui.chart.timescale import Window
from tui.views.timeline import Unit

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


YEAR = date(2016, 1, 1).toordinal(), date(2016, 12, 31).toordinal()


async def click_on(session: Any, label: str, row: int) -> None:
    """Click on a label of the axis: of the upper ones (row 0) or the lower ones (1)."""
    chart = session.screen.chart
    window, region = chart.plan.window, chart.content_region
    ticks = window.scale.lower(window.first, window.width) if row else window.scale.upper(window.first, window.width)
    tick = next(tick for tick in ticks if tick.label == label)
    await session.pilot.click(offset=(region.x + chart.plan.left + max(0, tick.cell - window.first), region.y + row))
    await session.settled()


async def click_on_2016(session: Any) -> None:
    """As the axis has it."""
    is_small = session.screen.chart.plan.window.scale.unit is Unit.YEAR
    await click_on(session, "’16" if is_small else "2016", int(is_small))


def fills(window: Window, first: int, last: int) -> bool:
    """Whether a period is seen whole and takes at least half of the window, in its middle."""
    left, right = window.column(first), window.scale.last_cell(last) - window.first
    even = abs(left - (window.width - 1 - right)) <= 3
    return left >= 0 and right < window.width and 2 * (right - left + 1) >= window.width and even


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (45, 30), (200, 50)])
async def test_a_year_that_is_clicked_fills_the_pane_on_any_pane(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        chart = session.screen.chart
        await session.press("v", "minus", "minus")
        before = chart.plan.window
        await click_on_2016(session)
        seen = chart.plan.window
        assert fills(seen, *YEAR)
        for keys in (("z",), ("escape",)):
            await session.press(*keys)
            assert fills(chart.plan.window, *YEAR)
        assert chart.plan.window == seen
        for narrower in ((45, 30), (150, 40), size):
            await session.pilot.resize_terminal(*narrower)
            await session.settled()
            assert fills(chart.plan.window, *YEAR), narrower
        assert chart.plan.window == seen
        await session.press("escape")
        assert chart.plan.window == before, "esc goes back to what was shown before the click"


async def test_a_second_click_on_the_year_goes_back(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 30)) as session:
        chart = session.screen.chart
        await session.press("v", *"----")
        before = chart.plan.window
        await click_on_2016(session)
        year = chart.plan.window
        await click_on(session, "Q2", 1)
        assert fills(chart.plan.window, date(2016, 4, 1).toordinal(), date(2016, 6, 30).toordinal())
        await session.press("escape")
        assert chart.plan.window == year
        await click_on(session, "2016", 0)
        assert chart.plan.window == before
        await session.press("escape")
        assert chart.plan.window == before


async def test_a_click_on_the_axis_is_taken_back_before_an_older_search_and_after_a_newer_one(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 30)) as session:
        chart, screen = session.screen.chart, session.screen
        await session.search("country:uz", "enter")
        await session.press("v", *"----")
        before = chart.plan.window
        await click_on_2016(session)
        await session.search("country:uz review", "enter")
        await session.press("escape")
        assert len(screen.selection.terms) == 1 and chart.plan.window != before
        await session.press("escape")
        assert len(screen.selection.terms) == 1 and chart.plan.window == before
        await session.press("escape")
        assert not screen.selection.terms


async def test_what_was_zoomed_or_moved_keeps_its_middle_and_its_span(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        chart = session.screen.chart
        await session.press("v", "plus", "plus", *"hhhhhhhhhhhh")
        seen = chart.plan.window
        middle = seen.scale.first_day(seen.middle)
        assert not seen.shows(*When(chart.known.date).days), "the cursor is outside"
        await session.press("z")
        wide = chart.plan.window
        assert wide.width > seen.width and abs(wide.scale.first_day(wide.middle) - middle) <= seen.span // 20
        assert seen.span <= wide.span <= 2 * seen.span
        await session.press("escape")
        assert chart.plan.window == seen
        await session.press("tab", "shift+tab", "L", *"LLLL")
        assert chart.plan.window == seen


async def test_a_year_that_is_typed_is_in_the_middle(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        await session.press("v", "full_stop", *"2016", "enter")
        assert fills(session.screen.chart.plan.window, *YEAR)
        await session.press("z")
        assert fills(session.screen.chart.plan.window, *YEAR)


async def test_what_has_no_donor_stays_in_view_below_the_others(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 13)) as session:
        screen, chart = session.screen, session.screen.chart
        while screen.timeline.row.donors:
            await session.press("j")
        uid = screen.here
        await session.press("v", "L")
        lanes = [lane.value for lane in chart.data.lanes]
        assert screen.here == uid and chart.here.lane == "" and len(lanes) == 5
        assert [lane.value for lane in chart.plan.lanes] == [*lanes[:2], ""] and chart.border_subtitle == "lanes 1–2 of 5"
        assert any(row.startswith("│❯ no donor ") for row in session.text())
        walked: list[str] = []
        for key in ["k"] * 9 + ["j"] * 9:
            await session.press(key)
            if chart.here.lane not in walked[-1:]:
                walked.append(chart.here.lane)
        assert walked[: len(lanes) - 1] == lanes[-2::-1], "upwards all lanes come, though the lowest was not in view"
        assert walked[len(lanes) - 1 :] == lanes[1:]
