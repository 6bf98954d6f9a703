"""The chart beside the list: which face the timeline shows, and one cursor for both."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.cells import cell_len
from textual import events, on
from textual.geometry import Region

from db.when import When
from tui import messages
from tui.background.lane import Lane
from tui.background.lists import row_in
from tui.config.state import Memory
from tui.screens.main.funnel import Funnel
from tui.screens.main.panes import Layout
from tui.screens.workers import latest
from tui.textualprivate import once
from tui.views.timeline import Face, Lanes, TimelineView

if TYPE_CHECKING:
    from tui.chart.data import Wish

T = TypeVar("T")

_PATIENCE = 0.3
"""Seconds after which it is said that the chart is being drawn."""
_AROUND = 3
"""Cells of the border around a pane's name: one before it and a blank on either side."""
_SETS = "list"
"""The facets are counted there, whose sets the lanes are made of too."""


class Charting(Funnel, inherit_bindings=False):
    """A funnel whose timeline has two faces."""

    def __init__(self, path: Path, title: str, today: date, memory: Memory, sizes: Layout, lane: Lane | None = None) -> None:
        super().__init__(path, title, today, memory, sizes, lane)
        self._charted: tuple[int, Lanes] | None = None
        """What the chart shows: the generation of the list, and the kind of lanes."""
        self._led = ""
        """The milestone that the chart leads the list's cursor to; empty when it has arrived."""
        self._found = -1
        """The row that a time was gone to by: the chart keeps that time in view, not the row; -1 where the cursor has gone on."""
        self._looked: list[tuple[TimelineView, int]] = []
        """What was left for periods of the axis, the latest last, and how many selections lay behind then."""
        self._led_from: tuple[TimelineView, int] | None = None
        """The chart that led to the list, and how many selections lay behind then; None where the list was gone to by itself."""

    def look(self, view: TimelineView) -> None:
        """The timeline is looked at in another way."""
        before, self.view, self._led_from = self.view, view, None
        if Face.CHART not in {before.face, view.face}:
            return
        self.chart.view = view
        if view.face is not before.face:
            self.chart.today, self.chart.marks = self.today.toordinal(), self.marks
            self.place_panes()
            if self.pane == "timeline":
                self.go_to_pane("timeline")
            self.chart.go_to(self.timeline.row)
            self.chart.show_cursor()
        if view.face is Face.CHART and self._charted != (self.generation, view.lanes):
            self.chart.stale = True
            if self.listed:
                self._ask_chart()

    def action_turn_face(self) -> None:
        """The list or the chart, on the same milestone, and its keys."""
        self.look(self.view.turned())
        if self.focused is not self.panes["timeline"]:
            self.go_to_pane("timeline")

    def on_click(self, event: events.Click) -> None:
        """The name of the timeline in its border turns it."""
        pane = self.panes["timeline"]
        name = Region(pane.region.x + 1, pane.region.y, cell_len(str(pane.border_title)) + _AROUND, 1)
        if pane.display and name.contains(event.screen_x, event.screen_y):
            self.action_turn_face()

    @on(messages.PanePicked)
    def _pane_picked(self, message: messages.PanePicked) -> None:
        """A pane's name brings it forward."""
        self.go_to_pane(message.id)

    @on(messages.ViewWanted)
    def _view_wanted(self, message: messages.ViewWanted) -> None:
        before = self.view
        self.look(message.view)
        if before.face is not message.view.face:
            self._led_from = before, len(self.past)
        if message.leads_back:
            self._looked.append((before, len(self.past)))

    @on(messages.ViewLeft)
    def _view_left(self) -> None:
        if not self.back_to_time(later=True):
            self.chart.action_fit()

    def back_to_time(self, *, later: bool = False) -> bool:
        """Look at the time again that was left for a period of the axis; False where none was, or, unless `later`, where another
        selection was made since.
        """
        if self.view.face is not Face.CHART or not self._looked or (len(self.past) > self._looked[-1][1] and not later):
            return False
        before, _ = self._looked.pop()
        self.look(replace(self.view, unit=before.unit, at=before.at, days=before.days))
        return True

    def back_to_chart(self) -> bool:
        """Look at the chart again that led here; False where none did, or where another selection was made since."""
        if self._led_from is None or len(self.past) > self._led_from[1]:
            return False
        self.look(self._led_from[0])
        return True

    def refresh_all(self) -> None:
        """The chart is of another selection; what it shows is dimmed until there is its own."""
        super().refresh_all()
        if self.view.face is Face.CHART:
            self.chart.stale = True

    def follow_up(self) -> None:
        """The chart of the selection too, where it is shown."""
        if self.view.face is Face.CHART:
            self._ask_chart()
        super().follow_up()

    def _ask_chart(self) -> None:
        latest(self, partial(self._all, self.generation, self.view.lanes), "chart")

    async def _all(self, generation: int, lanes: Lanes) -> None:
        from tui.chart.data import charted

        question = partial(charted, selection=self.selection, lanes=lanes, months=self.timeline.map.months)
        found = await self._drawn(question, _SETS)
        if found is not None and (generation, lanes) == (self.generation, self.view.lanes):
            self._charted = generation, lanes
            self.chart.data, self.chart.stale = found, False

    async def _drawn(self, question: Callable[[sqlite3.Connection], T], lane: str) -> T | None:
        """As `ask`; where it takes more than a moment, lanes without anything in them are not passed off as empty."""
        late = once(self, _PATIENCE, partial(self.chart.caption, "drawing …"))
        try:
            found = await self.ask(question, lane)
        finally:
            late.stop()
        if found is None:
            self.chart.caption("")
        return found

    @on(messages.ChartWanted)
    def _chart_wanted(self, message: messages.ChartWanted) -> None:
        latest(self, partial(self._part, self.generation, self.view.lanes, message.wish), "part")

    async def _part(self, generation: int, lanes: Lanes, wish: Wish) -> None:
        from tui.chart.data import part

        question = partial(part, selection=self.selection, lanes=lanes, wish=wish)
        found = await self._drawn(question, "chart" if wish.fine else _SETS)
        if found is not None and (generation, lanes) == (self.generation, self.view.lanes):
            self.chart.take(found)

    # one cursor for both

    @property
    def here(self) -> str:
        """The same; the cursor is that of the face that is shown."""
        return self.aside or self.chart.uid if self.view.face is Face.CHART else super().here

    @on(messages.ChartMoved)
    def _chart_moved(self, message: messages.ChartMoved) -> None:
        self._led, self.aside = message.uid, ""
        self.look_at(message.uid)
        latest(self, partial(self._follow, message.uid), "follow")

    async def _follow(self, uid: str) -> None:
        """The list's cursor goes where the chart's is."""
        generation, selection = self.generation, self.selection
        found = await self.ask(lambda connection: (row_in(connection, selection, uid),), _SETS)
        if self._led != uid:
            return
        if found is not None and found[0] is not None and generation == self.generation:
            self.timeline.go_to_row(found[0])
            if self.timeline.row is not None:
                self._led = ""
        else:
            self._led = ""

    @on(messages.CursorMoved)
    def _list_moved(self, message: messages.CursorMoved) -> None:
        """The chart's cursor goes where the list's is, unless that is itself still on its way."""
        uid = message.row.uid if message.row is not None else ""
        if not self._led or self._led == uid:
            self._led = ""
            if self.timeline.cursor != self._found:
                self._found = -1
            if self._chart is not None:
                self._chart.go_to(message.row, follow=self._found < 0)

    def go_to_period(self, when: When) -> None:
        """The chart has the middle of that time in its own middle, and looks at it as near as it needs."""
        if self.view.face is Face.CHART:
            days = (day.toordinal() for day in (when.start or when.end, when.end or when.start) if day is not None)
            self.look(self.chart.view_of(*days))
        super().go_to_period(when)
        self._found = self.timeline.cursor

    @on(messages.DateStepWanted)
    async def _date_step_wanted(self, message: messages.DateStepWanted) -> None:
        await self.timeline.run_action(message.action)

    def set_marks(self, marks: frozenset[str]) -> None:
        """Other marks."""
        super().set_marks(marks)
        if self._chart is not None:
            self._chart.marks = marks
