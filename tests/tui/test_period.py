"""Choosing a time in the histogram, with keys and with the mouse, and when the values of facets were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.widgets.facetlines import Shape

Opened = Any


def shown(session: Any) -> str:
    return "\n".join(session.text())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (45, 30)])
async def test_a_time_by_keys(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        screen, histogram = session.screen, session.screen.search.histogram
        await session.press("w")
        assert session.app.focused is histogram and histogram.display and not screen.search.input.display
        assert histogram.pointed is not None and "began then" in shown(session)
        bars = histogram._bins
        await session.press("home")
        assert histogram.pointed == (0, 0)
        await session.press("space", "right", "right", "left")
        assert histogram.pointed == (0, 1)
        await session.press("space", "end", "shift+left", "H")
        last = len(bars.counts) - 1
        assert histogram.pointed == (last, last - 2)
        chosen = bars.first_month(last - 2), bars.last_month(last)
        await session.press("enter")
        assert histogram.chosen == chosen and len(screen.selection.terms) == 1
        assert session.app.focused is screen.timeline and screen.search.input.display
        assert histogram.display is (size[0] >= 70)
        assert "began then" not in shown(session)
        assert sum(histogram.months.values()) == 13 > screen.top.shown > 0, "the histogram ignores its own choice"
        await session.press("w")
        first, end = histogram.pointed
        assert bars.first_month(first) <= chosen[0] and chosen[1] <= bars.last_month(end)
        await session.press("delete")
        assert not screen.selection.terms and session.app.focused is screen.timeline
        await session.press("escape")
        assert histogram.chosen == chosen, "one step back"


async def test_a_time_at_the_beginning_of_time(opened: Opened, make_store: Any, tmp_path: Path) -> None:
    story = {"words": "then", "donor": "Japan", "place": "Osh"}
    dates = ("0001", "0400", "2016")
    stories = [{**story, "title": f"An office opened in {date}", "date": date, "sentence": f"In {date} it was."} for date in dates]
    async with opened(make_store(tmp_path / "old.db", "old.txt", *stories), size=(120, 40)) as session:
        await session.press("w", "home")
        assert "1 to 19: 1 milestone began then" in shown(session)
        await session.press("enter")
        assert session.screen.selection.text() == "date:0001..0019" and session.screen.top.shown == 1


async def test_leaving_chooses_nothing(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:uz", "enter", "shift+tab", "w", "left", "L", "escape")
        assert screen.selection.text() == "country:uz" and session.app.focused is screen.filters
        await session.press("w", "tab")
        assert session.app.focused is screen.timeline and screen.chips.saying == ""


async def test_a_time_is_added_to_the_rest(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:uz after:2017 -date:2014", "enter", "w", "home", "enter")
        assert screen.selection.text().startswith("country:uz -date:2014 date:20")


async def test_a_time_by_dragging(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen, histogram = session.screen, session.screen.search.histogram
        first, bars = histogram.region.x + histogram._left, histogram._bins
        await session.pilot.mouse_down(offset=(first, 1))
        await session.pilot.hover(offset=(first + 2, 1))
        await session.settled()
        assert "began then" in shown(session)
        await session.pilot.mouse_up(offset=(first + 2, 1))
        await session.settled()
        assert histogram.chosen == (bars.first_month(0), bars.last_month(2))
        assert session.app.focused is screen.timeline and screen.chips.saying == ""
        await session.pilot.hover(offset=(first + 4, 1))
        assert histogram.pointed is None
        # one bar: by going out and back, or by a double click
        await session.pilot.mouse_down(offset=(first + 1, 1))
        await session.pilot.hover(offset=(first + 2, 1))
        await session.pilot.hover(offset=(first + 1, 1))
        await session.pilot.mouse_up(offset=(first + 1, 1))
        await session.settled()
        assert histogram.chosen == (bars.first_month(1), bars.last_month(1))
        await session.pilot.click(offset=(first, 1), times=2)
        await session.settled()
        assert histogram.chosen == (bars.first_month(0), bars.last_month(0)) and not screen.search.input.has_focus


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_where_there_is_no_bar_the_line_is_for_typing(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        screen, histogram = session.screen, session.screen.search.histogram
        bars = range(
            histogram.region.x + histogram._left - 5, histogram.region.x + histogram._left + len(histogram._bins.counts) + 5
        )
        for column in (1, screen.search.input.region.x + 8, histogram.region.x, bars.start - 1, bars.stop):
            assert column not in bars
            await session.pilot.click(offset=(column, 1))
            await session.settled()
            assert session.app.focused is screen.search.input, column
            await session.type("q")
            await session.press("escape")
        for column, month in ((bars.start, min(histogram.months)), (bars.stop - 1, max(histogram.months))):
            await session.pilot.click(offset=(column, 1))
            await session.settled()
            assert session.app.focused is screen.timeline
            assert histogram._bins.bar_of(histogram.here) == histogram._bins.bar_of(month), "a year stands for the bar beside it"


async def test_no_milestone_no_time(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.search("zzzz", "enter", "w")
        assert session.app.focused is session.screen.timeline
        assert "no time to choose" in session.said()[-1]


async def test_values_in_view_say_when_they_were(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        filters = session.screen.filters
        known = set(filters._sparks)
        values = {(line.field, line.value) for line in filters.lines if line.shape is Shape.VALUE and line.field != "year"}
        assert known and known <= values
        count = next(line.count for line in filters.lines if line.value == "UZ")
        assert sum(filters._sparks["country", "UZ"].values()) == count
        row = next(row for row in session.text() if "Uzbekistan" in row and "□" in row)
        assert any(char in row for char in "▁▂▃▄▅▆▇█")
        await session.press("shift+tab", "G")
        assert values <= set(filters._sparks), "what came into view was asked for"
        await session.search("kind:opening", "enter")
        assert sum(filters._sparks["country", "UZ"].values()) == 2


async def test_hidden_filters_ask_for_nothing(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 24)) as session:
        assert not session.screen.filters._sparks
        await session.press("shift+tab")
        assert session.screen.filters._sparks


async def test_excluding_with_the_mouse(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 40)) as session:
        screen, filters = session.screen, session.screen.filters
        region = filters.scrollable_content_region
        for text in ("-country:uz", ""):
            line = next(number for number, line in enumerate(filters.lines) if line.value == "UZ")
            await session.pilot.click(filters, offset=(6, 1 + line), button=3)
            await session.settled()
            assert screen.selection.text() == text
        line = next(number for number, line in enumerate(filters.lines) if line.value == "UZ")
        row = filters.content_region.y + line
        await session.pilot.hover(offset=(region.x + 4, row))
        await session.settled()
        assert session.text()[row][region.right - 1] == "✕"
        await session.pilot.click(offset=(region.right - 1, row))
        await session.settled()
        assert screen.selection.text() == "-country:uz"
        await session.pilot.hover(screen.timeline)
        await session.settled()
        assert session.text()[row][region.right - 1] != "✕"


async def test_what_lies_beyond_the_bars_is_told(opened: Opened, make_store: Any, tmp_path: Path) -> None:
    story = {"words": "then", "donor": "Japan", "place": "Osh"}
    dates = ["1872", *(f"{2008 + number // 10}-{1 + number % 10:02}" for number in range(100)), "2019"]
    stories = [{**story, "title": f"An office opened in {date}", "date": date, "sentence": f"In {date} it was."} for date in dates]
    async with opened(make_store(tmp_path / "far.db", "far.txt", *stories), size=(120, 40)) as session:
        assert "2008‹" in session.text()[1] and "2019" in session.text()[1] and "›" not in session.text()[1]
        await session.press("w", "end")
        assert "2019: 1 milestone began then" in shown(session)
