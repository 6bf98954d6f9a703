"""The chart face, driven by keys and mouse over a real store: what it then shows, and what the list and the detail follow."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.strip import Strip

from tui import messages
from tui.commands import Where
from tui.views.timeline import Face, Lanes, Unit
from tui.widgets.chart import HEAD, Chart

Opened = Any


def title(session: Any) -> str:
    """What stands under the chart's cursor."""
    here = session.screen.chart.here
    return str(here.stop.items[0].title) if here is not None else "-"


async def test_turning_the_face_keeps_the_milestone(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("j", "j")
        uid = screen.timeline.row.uid
        await session.press("v")
        assert screen.view.face is Face.CHART and session.app.focused is screen.chart
        assert screen.chart.uid == uid and screen.chart.here.stop.holds(uid)
        assert screen.keyline.where is Where.CHART and not screen.timeline.display
        await session.press("v")
        assert session.app.focused is screen.timeline and screen.timeline.row.uid == uid
        await session.press("tab", "v")
        assert session.app.focused is screen.chart and screen.keyline.where is Where.CHART, "its keys work at once"
        await session.press("plus", "plus", "v", "right_curly_bracket", "v")
        assert screen.chart.here is not None and screen.chart.uid == screen.timeline.row.uid != uid


async def test_moving_in_the_chart_moves_the_detail_and_the_list(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v")
        seen = {title(session)}
        for keys in (("left",), ("down",), ("j",), ("right",), ("up",), ("k",), ("left", "left")):
            await session.press(*keys)
            uid = screen.chart.uid
            assert screen.chart.here.stop.holds(uid)
            assert screen.detail.detail.uid == uid == screen.timeline.row.uid == screen.here
            seen.add(title(session))
        assert len(seen) > 4


async def test_a_move_draws_the_lines_that_it_changes_once(opened: Opened, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    render = Chart.render_line

    def counted(chart: Chart, y: int) -> Strip:
        drawn.append(y)
        return render(chart, y)

    monkeypatch.setattr(Chart, "render_line", counted)
    async with opened(small) as session:
        chart = session.screen.chart
        await session.press("v")
        for key in ("left", "down", "right", "up"):
            places = [chart.here]
            drawn.clear()
            await session.press(key)
            places.append(chart.here)
            lanes = [
                chart.plan.lines.index((next(lane for lane in chart.plan.lanes if lane.value == place.lane), 0)) for place in places
            ]
            changed = {HEAD + top + row for top, place in zip(lanes, places, strict=True) for row in range(place.stop.row + 1)}
            assert sorted(drawn) == sorted({*changed, chart.size.height - 1}), key


async def test_moves_of_the_list_move_the_chart(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v", "plus", "plus")
        for key in ("right_curly_bracket", "right_square_bracket", "left_square_bracket", "t", "left_curly_bracket"):
            before = screen.chart.uid
            await session.press(key)
            assert screen.chart.uid == screen.timeline.row.uid != before, key
            assert screen.chart.here is not None, key
        await session.press("full_stop", *"2014", "enter")
        assert title(session).startswith("Prevention") and screen.chart.plan.window.shows(735234, 735234)
        # a time that is gone to is looked at as near as all of it fits
        for text, unit in (("2016", Unit.QUARTER), ("may 2016", Unit.MONTH), ("13 may 2016", Unit.WEEK), ("2014", Unit.QUARTER)):
            await session.press("full_stop", *("space" if char == " " else char for char in text), "enter")
            assert screen.chart.plan.window.scale.unit is unit and screen.chart.here is not None
        await session.press("t")
        await session.pilot.click(offset=(screen.search.histogram.region.x + screen.search.histogram._left, 1))
        await session.settled()
        assert title(session).startswith("Prevention")


async def test_a_time_without_milestones_is_looked_at_all_the_same(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        day = date(2016, 2, 1)
        await session.press("v", "full_stop", *"2016-02-01", "enter")
        first, last = map(date.fromordinal, screen.chart.plan.window.days)
        assert first < day < last and abs((day - first) - (last - day)) < timedelta(3)


async def test_the_next_of_a_lane_is_found_out_of_view(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.search("country:kz", "enter", "v", "plus", "plus")
        assert title(session).startswith("Conference")
        first = screen.chart.plan.window.days[0]
        await session.press("left")
        assert title(session).startswith("Memorandum")
        await session.press("left")
        assert title(session).startswith("Tenth review") and screen.chart.plan.window.days[1] < first
        assert screen.timeline.row.uid == screen.chart.uid
        await session.press("left")
        assert title(session).startswith("Tenth review")


@pytest.mark.parametrize(
    ("lanes", "labels"),
    [
        (Lanes.COUNTRY, {"Kyrgyzstan": 6, "Uzbekistan": 5, "Tajikistan": 4, "Kazakhstan": 3, "Afghanistan": 2}),
        (Lanes.DONOR, {"United States": 4, "European Union": 3, "Japan": 3, "Sweden": 3, "no donor": 2}),
        (Lanes.SOURCE, {"Milestones, Oct–Dec 2017": 6, "Milestones, Apr–Jun 2016": 7}),
        (Lanes.SERIES, {"review meetings of the memorandum": 1, "in no series": 12}),
    ],
)
async def test_lanes_come_in_turn(opened: Opened, small: Path, lanes: Lanes, labels: dict[str, int]) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v", *["L"] * list(Lanes).index(lanes))
        assert screen.view.lanes == lanes and lanes.value in screen.chart.border_title
        assert {lane.label: lane.count for lane in screen.chart.data.lanes} == labels
        assert list(labels)[-1] == screen.chart.data.lanes[-1].label
        assert screen.top.shown == 13 and screen.chart.here is not None
        await session.press(*["L"] * (len(Lanes) - list(Lanes).index(lanes)))
        assert screen.view.lanes == Lanes.COUNTRY


async def test_zoom_stays_at_the_cursor_and_ends(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen, chart = session.screen, session.screen.chart
        await session.press("v", "right_curly_bracket")
        natural, name = chart.plan.window, title(session)
        for key in ("plus", "equals_sign", "plus", "plus", "plus", "plus"):
            column = chart.here.stop.cell
            await session.press(key)
            assert title(session) == name, key
            assert abs(chart.here.stop.cell - column) < 4, key
        assert screen.view.unit == Unit.DAY
        await session.press(*["minus"] * 7)
        assert screen.view.unit == Unit.DECADE and title(session) == name
        await session.press("0")
        assert (screen.view.unit, screen.view.at) == (None, None) and chart.plan.window == natural


async def test_pan(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        chart = session.screen.chart
        await session.press("v")
        first, name = chart.plan.window.first, title(session)
        await session.press("h", "h")
        earlier = chart.plan.window.first
        assert earlier < first
        await session.press("l", "l")
        assert chart.plan.window.first == first and title(session) == name
        await session.press(*["h"] * 20)
        assert title(session) == "-" and chart.uid == session.screen.timeline.row.uid
        await session.press("v", "v")
        assert title(session) == name


async def test_enter_reads_looks_nearer_and_goes_to_the_list(opened: Opened, large: Path) -> None:
    async with opened(large) as session:
        screen, chart = session.screen, session.screen.chart
        await session.press("v", *["minus"] * 5)
        assert chart.here.stop.count > 1
        for _ in range(5):
            unit = chart.plan.window.scale.unit
            if chart.here.stop.count > 1:
                await session.press("enter")
                nearer = list(Unit).index(chart.plan.window.scale.unit) == list(Unit).index(unit) + 1
                assert nearer
        assert chart.here.stop.count == 1
        await session.press("enter")
        assert screen.detail.reading
        await session.press("escape")
        assert not screen.detail.reading and session.app.focused is chart


async def test_what_no_zoom_parts_is_shown_in_the_list(opened: Opened, make_store: Any, tmp_path: Path) -> None:
    told = [
        {"title": f"Office {name} opened on the river", "date": "2016-05-13", "words": "then", "place": "Osh", "donor": "Japan",
         "sentence": f"Office {name} was opened then."}
        for name in "abcdefghijkl"
    ]  # fmt: skip
    async with opened(make_store(tmp_path / "same.db", "same.txt", *told), size=(80, 12)) as session:
        screen = session.screen
        await session.press("v")
        while screen.chart.here.stop.count == 1:
            await session.press("right")
        uid = screen.chart.uid
        await session.press("enter")
        assert screen.view.face is Face.LIST and screen.timeline.row.uid == uid


async def test_marks(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v", "space")
        assert screen.marks == {screen.chart.uid} and any("✓" in row for row in session.text())
        await session.press("asterisk")
        assert len(screen.marks) == 13
        await session.press("asterisk", "v")
        assert not screen.marks and not screen.timeline.marks


async def test_commands_take_the_milestone_of_the_chart(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("v", "down", "left")
        name, count = title(session), screen.top.shown
        await session.press("y")
        assert name in session.app.clipboard
        await session.press("x")
        assert screen.top.shown == count - 1 and title(session) != name
        assert sum(part.count for lane in screen.chart.plan.laid.values() for part in lane.stops) > 0
        await session.press("u")
        assert screen.top.shown == count and title(session) == name


async def test_no_command_takes_what_the_list_has_not_caught_up_with(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        screen = session.screen
        await session.press("v")
        await session.pilot.press("left", "left")
        uid = screen.here
        await session.press("x")
        assert uid not in {item.uid for items in screen.chart.data.part.items.values() for item in items}


async def test_filters_and_search_are_those_of_both_faces(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v")
        await session.search("country:uz donor:japan", "enter")
        assert [lane.value for lane in screen.chart.data.lanes] == ["UZ", "AF"]
        assert screen.top.shown == 2 and session.app.focused is screen.chart
        await session.press("escape")
        assert len(screen.chart.data.lanes) == 5
        await session.search("find nothing of the sort", "enter")
        assert not screen.chart.data.lanes and screen.chart.uid == ""
        assert any("Nothing matches" in row for row in session.text())
        await session.press("j", "left", "plus", "minus", "h", "0", "L", "enter", "space", "G", "pagedown", "t")
        assert session.app.focused is screen.chart


async def test_the_mouse(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 30)) as session:
        screen, chart = session.screen, session.screen.chart
        await session.press("v")
        region, plan = chart.content_region, chart.plan
        line, place = next(
            (nr, row[0]) for nr in range(len(plan.lines)) if (row := plan.row(nr)) and row[0].stop.items[0].uid != chart.uid
        )
        at = (region.x + plan.left + place.stop.cell, region.y + HEAD + line)
        await session.pilot.click(offset=at)
        await session.settled()
        assert chart.uid == place.stop.items[0].uid == screen.timeline.row.uid
        await session.pilot.click(offset=at, control=True)
        await session.settled()
        assert screen.marks == {chart.uid}
        await session.pilot.click(offset=at, times=2)
        await session.settled()
        assert screen.detail.reading
        await session.pilot.click(offset=(region.x + 2, region.y + 1))
        unit = chart.plan.window.scale.unit
        await session.pilot._post_mouse_events([_wheel_up()], chart, offset=(plan.left + 5, 6))
        await session.settled()
        assert list(Unit).index(chart.plan.window.scale.unit) == list(Unit).index(unit) + 1


async def test_a_click_on_the_axis_looks_at_that_period(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 30)) as session:
        chart = session.screen.chart
        await session.press("v", *"----")
        region, window = chart.content_region, chart.plan.window
        assert window.scale.unit is Unit.YEAR
        tick = next(tick for tick in window.scale.lower(window.first, window.width) if tick.label == "’15")
        await session.pilot.click(offset=(region.x + chart.plan.left + tick.cell - window.first, region.y + 1))
        await session.settled()
        seen = chart.plan.window
        assert seen.scale.unit not in {Unit.DECADE, Unit.YEAR}
        assert seen.holds(date(2015, 1, 1).toordinal(), date(2015, 12, 31).toordinal())


def _wheel_up() -> Any:
    from textual.events import MouseScrollUp

    return MouseScrollUp


async def test_more_lanes_than_lines(opened: Opened, small: Path) -> None:
    async with opened(small, size=(80, 13)) as session:
        screen, chart = session.screen, session.screen.chart
        await session.press("v", "L", "L")
        assert len(chart.plan.lines) < len(chart.data.lanes)
        assert chart.here is not None and chart.border_subtitle == "lanes 9–11 of 11"
        await session.press(*["k"] * 14)
        assert chart.border_subtitle == "lanes 1–3 of 11"
        seen = set()
        for _ in range(14):
            await session.press("j")
            seen.add(chart.here.lane)
            assert screen.timeline.row.uid == chart.uid
        assert seen >= {lane.value for lane in chart.data.lanes[1:]}
        await session.press("home")
        assert chart.plan.lanes[0] == chart.data.lanes[0]
        await session.press("end")
        assert chart.plan.lanes[-1] == chart.data.lanes[-1]
        first = chart.data.lanes.index(chart.plan.lanes[0])
        await session.press("pageup")
        assert chart.data.lanes.index(chart.plan.lanes[0]) == first - len(chart.plan.lanes)


@pytest.mark.parametrize("size", [(20, 6), (30, 8), (45, 30), (80, 24), (200, 60)])
async def test_any_size(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        await session.press("v", "L", "plus", "j", "right", "enter", "escape", "minus", "minus", "minus", "pagedown", "h", "0")
        await session.pilot.resize_terminal(20, 6)
        await session.settled()
        await session.pilot.resize_terminal(120, 40)
        await session.settled()
        assert session.screen.chart.here is not None


async def test_a_store_of_many_is_added_up_and_looked_at_in_parts(
    opened: Opened, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.chart.data.MOST", 60)
    async with opened(large) as session:
        screen, chart = session.screen, session.screen.chart
        await session.press("v")
        assert chart._far is not None and not chart._far.single and chart.here is not None
        assert sum(stop.count for laid in chart.plan.laid.values() for stop in laid.stops) <= 500
        uid = chart.uid
        await session.press("plus", "plus")
        while chart.plan.window.scale.unit not in {Unit.MONTH, Unit.WEEK}:
            await session.press("plus")
        assert chart._near is not None and not chart.waiting
        asked = chart._near.wish
        await session.press("l", "h", "h", "h", "h", "h", "h", "h", "h", "h")
        assert chart._near.wish != asked and chart._near.holds(asked) is False
        await session.press("v", "v")
        assert chart.uid == uid and chart.here is not None
        await session.press("left")
        assert chart.uid != uid and screen.timeline.row.uid == chart.uid


async def test_late_answers_to_older_questions_are_dropped(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.press("v")
        old = screen.chart.data
        generation, lanes = screen.generation, screen.view.lanes
        await session.press("L")
        await screen._all(generation, lanes)
        assert screen.chart.data is not old and screen.view.lanes == Lanes.DONOR
        assert {lane.label for lane in screen.chart.data.lanes} >= {"Japan", "Sweden"}


async def test_the_picture_waits_dimmed(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        chart = session.screen.chart
        await session.press("v")
        assert not chart.waiting
        chart.stale = True
        assert chart.waiting
        told = messages.ChartWanted(None)  # type: ignore[arg-type]
        assert told.can_replace(told)


async def test_a_chart_that_takes_its_time_says_so(opened: Any, small: Path, answers: Event) -> None:
    async with opened(small) as session:
        answers.clear()
        session.app.post_message(events.Key("v", "v"))
        await session.until(lambda: "drawing …" in "\n".join(session.text()))
        answers.set()
        await session.settled()
        assert "drawing …" not in "\n".join(session.text())
