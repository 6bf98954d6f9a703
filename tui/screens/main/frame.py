"""The main screen's frame: its lines and panes, and which of the panes stand side by side."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tui.commands import Where
from tui.config.state import Memory
from tui.screens.layoutonce import LaidOutOnce
from tui.screens.main.panes import ORDER, Layout, resized, visible, widths
from tui.screens.workers import each
from tui.textualprivate import once
from tui.theme import STYLES
from tui.views.timeline import Face, TimelineView
from tui.widgets.chips import Chips
from tui.widgets.detail import DetailPane
from tui.widgets.filters import Filters
from tui.widgets.keptlines import KeptRow
from tui.widgets.keyline import KeyLine
from tui.widgets.search import SearchLine
from tui.widgets.timeline import Timeline
from tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from tui.widgets.chart import Chart

_TYPING = {"quit": "ctrl+q"}
"""Keys that hold where letters are typed."""
_WRITE_AFTER = 1.0
"""Seconds from what is learnt to its writing."""


class Frame(LaidOutOnce, Screen[None], inherit_bindings=False):
    """Three lines, three panes, one line."""

    ESCAPE_TO_MINIMIZE = False
    AUTO_FOCUS = "#timeline"

    def __init__(self, title: str, memory: Memory, sizes: Layout) -> None:
        super().__init__()
        self.pane = "timeline"
        """The pane that has, or had last, the focus."""
        self.sizes = sizes
        """What a person has set."""
        self.memory = memory
        """What is kept for the next session; `learn` adds to it."""
        self._writing: Timer | None = None
        self._dragged = ""
        """The pane whose right edge is being dragged."""
        self.top = TopLine(title)
        self.search = SearchLine()
        self.chips = Chips()
        self.filters = Filters(id="filters")
        self.view = TimelineView()
        """How the timeline is looked at."""
        self.timeline = Timeline(id="timeline")
        self._chart: Chart | None = None
        self.detail = DetailPane(id="detail")
        self.keyline = KeyLine()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self.top
        yield self.search
        yield self.chips
        with KeptRow(id="panes"):
            yield self.filters
            yield self.timeline
            yield self.detail
        yield self.keyline

    def on_mount(self) -> None:
        """Every pane has its name and place."""
        self.filters.border_title, self.timeline.border_title = "Filters", "Timeline"
        self.place_panes()
        self.watch(self.detail, "reading", self._name_turn)

    def _name_turn(self) -> None:
        """Where the article is shown, the key that led to it leads back."""
        back = self.detail.reading and self.detail.display
        self.keyline.shorts = dict.fromkeys(("article", "article-facts"), "facts") if back else {}

    @property
    def chart(self) -> Chart:
        """The timeline's other face, made when it is first wanted."""
        if self._chart is None:
            from tui.widgets.chart import Chart

            sheet = STYLES / "chart.tcss"
            if not self.app.stylesheet.has_source(str(sheet)):
                self.app.stylesheet.read(sheet)
            self._chart = Chart(id="chart")
            self._chart.display = False
            self._chart.say(*self.timeline.words)
            self.query_one("#panes").mount(self._chart, after=self.timeline)
        return self._chart

    @property
    def panes(self) -> dict[str, Widget]:
        """The panes by name, from left to right; the timeline's is the face that is shown."""
        face = self.chart if self.view.face is Face.CHART else self.timeline
        return {"filters": self.filters, "timeline": face, "detail": self.detail}

    def place_panes(self) -> None:
        """Show the panes that fit, as wide as they should be."""
        columns = self.app.size.width
        shown = visible(columns, self.pane, self.sizes)
        sizes = widths(columns, shown, self.sizes)
        for face in (self.timeline, self._chart):
            if face is not None:
                face.display = False
        for name, pane in self.panes.items():
            pane.display = name in shown
            pane.styles.width = sizes[name] if name in shown and name != "timeline" and len(shown) > 1 else "1fr"
        self.top.tabs = len(shown) < len(ORDER)
        self.top.pane = self.pane if self.focused is None or self.focused in self.panes.values() else ""
        self.search.fit(columns)
        self._name_turn()
        # on a terminal of a few rows the list is worth more than what stands around it
        rows = self.app.size.height
        self.top.display, self.chips.display, self.keyline.display = rows >= 9, rows >= 12, rows >= 8
        self.keyline.fit(columns, rows)
        self.search.display = rows >= 10 or self.search.input.has_focus or self.search.histogram.has_focus

    def say(self, *words: tuple[str, bool]) -> None:
        """Lines to show while there is no milestone to show; True makes one stand out. They are harmless text already."""
        self.timeline.say(*words)
        if self._chart is not None:
            self._chart.say(*words)

    def go_to_pane(self, name: str) -> None:
        """Bring a pane forward and give it the focus."""
        self.pane = name
        self.panes[name].display = True
        self.panes[name].focus()
        self.place_panes()

    def maximise(self, alone: bool) -> None:
        """The pane with the focus alone, or all that fit."""
        self.sizes = replace(self.sizes, maximised=alone)
        self.place_panes()

    def action_maximise(self) -> None:
        """The one or the other."""
        self.maximise(not self.sizes.maximised)

    def action_resize(self, step: int) -> None:
        """The pane with the focus wider or narrower, by columns."""
        self.sizes = resized(self.app.size.width, self.pane, step, self.sizes)
        self.place_panes()
        self._learn_sizes()

    def _learn_sizes(self) -> None:
        self.learn(filters=self.sizes.filters, detail=self.sizes.detail)

    def learn(self, **changes: Any) -> None:
        """Remember for the next session, by the names of `State`; it is written soon, once for many changes, and at the end."""
        if self.memory.learn(**changes) and self._writing is None:
            self._writing = once(self, _WRITE_AFTER, self._write_memory)

    def _write_memory(self) -> None:
        self._writing = None
        each(self, partial(asyncio.to_thread, self.memory.write), "memory")

    async def on_unmount(self) -> None:
        """Whatever was learnt last."""
        await asyncio.to_thread(self.memory.write)

    def _edge_at(self, column: int, row: int) -> str:
        """The pane whose right edge, or whose neighbour's left one, is under the mouse; empty where there is none."""
        shown = [(name, pane.region) for name, pane in self.panes.items() if pane.display]
        for name, region in shown[:-1]:
            if region.right - 1 <= column <= region.right and region.y <= row < region.bottom:
                return name
        return ""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The edge between two panes can be dragged."""
        self._dragged = self._edge_at(event.screen_x, event.screen_y)
        if self._dragged:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The edge follows the mouse."""
        if self._dragged:
            step = event.screen_x - self.panes[self._dragged].region.right + 1
            self.sizes = resized(self.app.size.width, self._dragged, step, self.sizes)
            self.place_panes()

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._dragged:
            self._dragged = ""
            self.capture_mouse(False)
            self._learn_sizes()

    def action_next_pane(self) -> None:
        """To the right; the chips, where there are any, come after the last pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """To the left."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        names = [*ORDER, *(["chips"] if self.chips.can_focus and self.chips.display else [])]
        here = "chips" if self.focused is self.chips else self.pane
        name = names[(names.index(here) + step) % len(names)]
        if name == "chips":
            self.chips.focus()
        else:
            self.go_to_pane(name)

    def on_resize(self) -> None:
        """Another width, perhaps other panes."""
        self.place_panes()

    def on_descendant_focus(self) -> None:
        """What has the focus decides which panes are shown and which keys are named."""
        focused = self.focused
        for name, pane in self.panes.items():
            pane.set_class(focused is pane, "-here")
            if focused is pane:
                self.pane = name
                self.keyline.where = Where.CHART if focused is self._chart else Where(name)
        if focused is self.chips:
            self.keyline.where = Where.CHIPS
        elif focused is self.search.input:
            self.keyline.where = Where.SEARCH
        elif focused is self.search.histogram:
            self.keyline.where = Where.HISTOGRAM
        typing = focused is self.filters
        self.keyline.hint, self.keyline.instead = ("type to narrow", _TYPING) if typing else ("", {})
        self.search.set_class(focused in {self.search.input, self.search.histogram}, "-here")
        self.place_panes()

    def on_descendant_blur(self) -> None:
        """The same, when nothing has it."""
        self.on_descendant_focus()
