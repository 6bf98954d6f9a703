"""The chart face of the timeline: lanes along an axis of time, drawn line by line from what it is given.

It never asks the store: what it lacks it asks for by `ChartWanted`, how it is to be looked at it says by `ViewWanted`, and the
screen decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from db.queries.listing import Row
from db.when import NO_START, When
from tui import messages
from tui.chart.data import Charted, Portion, Wish
from tui.chart.plan import (
    Place,
    Plan,
    beyond,
    in_view,
    is_kept,
    label_widths,
    may_hold,
    plan,
    same_days,
    top_for,
    window_of,
    wish_for,
)
from tui.chart.timescale import Window, around
from tui.commands import Where, bindings
from tui.views.timeline import TimelineView
from tui.widgets.chartlines import Inks, about_parts, axis_parts, label_parts, lane_parts, ruler_parts
from tui.widgets.linepane import LinePane
from tui.widgets.looking import Looking
from tui.widgets.strips import Part, components, painted, strip_of, words_parts

HEAD = 3
"""Lines above the lanes."""
_ROOMY = 16
"""Lines of a pane from which one stays blank above the last."""


class Chart(Looking, LinePane, can_focus=True, inherit_bindings=False):
    """Lanes along an axis of time."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CHART, Where.TIMELINE, Where.LISTS)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = components("chart", Inks, "cursor", "other", "stale")

    marks: reactive[frozenset[str]] = reactive(frozenset)
    stale: reactive[bool] = reactive(False)
    """Whether what is drawn is about to be replaced."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.today = date.today().toordinal()
        self.uid = ""
        """The milestone under the cursor."""
        self._row: Row | None = None
        """What the list knows of it."""
        self._lane = ""
        """The lane of the cursor."""
        self._top = 0
        """The first lane in view."""
        self._far: Portion | None = None
        self._near: Portion | None = None
        self._asked: Wish | None = None
        self._words: tuple[tuple[str, bool], ...] = ()
        self._plan: Plan | None = None
        self._laid = Size(0, 0)
        """The size that is known: what was said of another one is to be said again."""
        self._here: Place | None = None
        """Where the cursor stands in the plan, once `_sought`."""
        self._sought = False
        self._lost = False
        """Whether the cursor went on while nothing was drawn, so that it is to be looked for."""

    # what it is given

    def watch_view(self, before: TimelineView, view: TimelineView) -> None:
        """Another part of time, other lanes."""
        self.border_title = f"Timeline by {view.lanes.value}"
        if view.lanes is before.lanes:
            self._again()
        else:
            # what is drawn stays until there are the others
            self._top = 0
            self.refresh()

    def watch_data(self, before: Charted, data: Charted) -> None:
        """The lanes of another selection, perhaps fewer than before; what stood in the old ones is nothing worth."""
        self._top = min(self._top, max(0, len(data.lanes) - self._height))
        self._far, self._near, self._asked = data.part, None, None
        self._again()
        if data.months != before.months:
            self.show_cursor()
        else:
            self._show_lane()

    def say(self, *words: tuple[str, bool]) -> None:
        """Lines to show while there is no milestone to show; True makes one stand out. They are harmless text already."""
        self._words = words
        self.refresh()

    def take(self, part: Portion) -> None:
        """A part that was asked for."""
        self._near, self._far = (part, self._far) if part.wish.fine else (self._near, part)
        self._asked = None
        self._again()
        # laid out now and drawn at the next turn of the loop: a key need not wait for both
        assert self.plan

    def go_to(self, row: Row | None, *, follow: bool = True) -> None:
        """The cursor goes to a milestone, None where there is none; and the window after it, where it shall `follow`."""
        before = self.uid
        self._point(row.uid if row is not None else "", self._lane, row)
        if self.uid != before and follow:
            self.show_cursor(whole=False)

    def show_cursor(self, *, whole: bool = True) -> None:
        """Look at where the cursor is, if its milestone is out of view; if not `whole`, if its beginning is."""
        self._lost = not (self.display and self.size.width > 0)
        if self.known is None or self._lost or not self.data.lanes:
            return
        self._show_lane()
        first, last = When(self.known.date).days
        day = first if first != NO_START else last
        if not self.plan.window.shows(*((first, last) if whole else (day, day))):
            self.post_message(messages.ViewWanted(replace(self.view, at=date.fromordinal(day))))

    def _show_lane(self) -> None:
        """Look at a lane that has the cursor's milestone, whatever time is looked at."""
        if self.known is not None and self.data.lanes:
            self.scroll_lanes(top_for(self.known, self.view.lanes, self.data.lanes, self._top, self._height) - self._top)

    def on_resize(self) -> None:
        """Another size, or shown again: the same time, whether the cursor is in it or not."""
        if self.size != self._laid:
            self._again()
        if self._lost:
            self.show_cursor()
        else:
            self._show_lane()

    # what is shown

    @property
    def _height(self) -> int:
        return max(1, self.size.height - HEAD - (2 if self.size.height >= _ROOMY else 1))

    @property
    def _leaps(self) -> bool:
        """Whether lanes that are out of view lie between the last one in view and the one above it."""
        return is_kept(self.data.lanes, self._height) and self._top + self._height < len(self.data.lanes)

    @property
    def plan(self) -> Plan:
        """What is drawn where."""
        if self._plan is None:
            lanes = in_view(self.data.lanes, self._top, self._height)
            widths = label_widths(self.data, self.size.width)
            width = max(1, self.size.width - sum(widths) - 6)
            window = window_of(self.data, self.view, width, self.today)
            self._plan = plan(self._parts(window), window, lanes, self._height, widths)
        return self._plan

    def _parts(self, window: Window) -> list[Portion]:
        """What there is to draw a window from; what is lacking is asked for."""
        needed = wish_for(window, self.data, self._top, self._height, ahead=False)
        for part in (self._near, self._far):
            if part is not None and part.holds(needed):
                return [part]
        wish = wish_for(window, self.data, self._top, self._height, ahead=True)
        if self.data.lanes and wish != self._asked:
            self._asked = wish
            self.post_message(messages.ChartWanted(wish))
        return [part for part in (self._far, self._near) if part is not None and part.wish.fine <= needed.fine]

    @property
    def waiting(self) -> bool:
        """Whether the picture is to be replaced by a truer one."""
        return self.stale or self._asked is not None

    @property
    def here(self) -> Place | None:
        """Where the cursor stands; None where its milestone is not in view."""
        if self._plan is None or not self._sought:
            place = self.plan.find(lambda _, stop: stop.holds(self.uid), self._lane)
            if place is None and self.known is not None:
                place = self.plan.find(may_hold(self.known, self.view.lanes), self._lane)
            self._here, self._sought = place, True
        return self._here

    @property
    def known(self) -> Row | None:
        """What the list knows of the milestone under the cursor, once its own cursor is there."""
        return self._row if self._row is not None and self._row.uid == self.uid else None

    @property
    def _about(self) -> tuple[str, str] | None:
        """The date (EDTF) and the title of the milestone under the cursor, as far as it is known."""
        item = self.here.stop.items[0] if self.here is not None and self.here.stop.count == 1 else None
        told = item if item is not None and item.title else self.known
        return (told.date, told.title) if told is not None else None

    def _again(self) -> None:
        self._plan, self._sought, self._laid = None, False, self.size
        lanes, last = len(self.data.lanes), self._top + self._height - self._leaps
        self.caption(f"lanes {self._top + 1:,}–{min(last, lanes):,} of {lanes:,}" if lanes > self._height else "")
        self.refresh()

    def _point(self, uid: str, lane: str, row: Row | None) -> None:
        """The cursor is on this milestone; only the lines that this changes are drawn anew."""
        drawn = self.display and self._plan is not None
        before = (self.here, self._about) if drawn else None
        self.uid, self._lane, self._row, self._sought = uid, lane, row, False
        if before is None:
            self.refresh()
            return
        here, about = self.here, self._about
        if here != before[0]:
            for place in filter(None, (before[0], here)):
                line = HEAD + self.plan.line_of(place)
                self.refresh_lines(line - place.stop.row, place.stop.row + 1)
        if (here, about) != before:
            self.refresh_line(self.size.height - 1)

    # moving

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._point(place.stop.items[0].uid, place.lane, self._row)
            self.post_message(messages.ChartMoved(self.uid))

    def action_cursor(self, step: int) -> None:
        """To what is nearest in the next line that has anything, downwards or (negative) upwards."""
        here = self.here
        place = self.plan.below(here, step) if here is not None else self.plan.first()
        while here is not None and self._is_farther(here, place) and self.scroll_lanes(self._toward(here, step)):
            here = self.here
            place = self.plan.below(here, step) if here is not None else self.plan.first()
        self._go(place)

    def _is_farther(self, here: Place, place: Place | None) -> bool:
        """Whether lanes that are out of view may have what is nearer than a place."""
        return place is None or (self._leaps and bool(here.lane) != bool(place.lane))

    def _toward(self, here: Place, step: int) -> int:
        """How many lanes to scroll; the one of what has no value lies below all others, whichever are in view."""
        if here.lane:
            return step
        return len(self.data.lanes) if self._leaps and step < 0 else min(0, step)

    def action_step(self, step: int) -> None:
        """To the next in this lane (negative: the one before), in view or not."""
        here = self.here
        self._go(place := self.plan.beside(here, step) if here is not None else self.plan.first())
        if place is None and here is not None:
            self._go_beyond(here, step)

    def _go_beyond(self, here: Place, step: int) -> None:
        """To the nearest of the lane beyond the edge of the window, and the window after it."""
        window = self.plan.window
        if (item := beyond(self._parts(window), here.lane, window, step)) is not None:
            self._point(item.uid, here.lane, self._row)
            self.look(around(window.scale, item.first if step > 0 else item.last, window.width))
            self.post_message(messages.ChartMoved(self.uid))

    def scroll_lanes(self, step: int) -> bool:
        """Other lanes in view; whether there were any."""
        top = min(max(self._top + step, 0), max(0, len(self.data.lanes) - self._height))
        if top == self._top:
            return False
        self._top = top
        self._again()
        return True

    def action_page(self, pages: float) -> None:
        """So many heights of lanes on."""
        self.scroll_lanes(round(pages * (self._height - is_kept(self.data.lanes, self._height))))

    def action_end(self, direction: int) -> None:
        """To the first (-1) or the last lane."""
        self.scroll_lanes(direction * len(self.data.lanes))

    def action_lanes(self) -> None:
        """Lanes of another kind."""
        self.post_message(messages.ViewWanted(self.view.next_lanes()))

    # doing

    def action_mark(self) -> None:
        """Mark or unmark."""
        if (here := self.here) is not None and here.stop.count == 1:
            self.post_message(messages.MarkToggled(self.uid))

    def action_mark_all(self) -> None:
        """All that is shown."""
        self.post_message(messages.MarkAllWanted())

    def action_open(self) -> None:
        """Read the article; where several stand in one place, look nearer, and where that does not part them, go to the list."""
        if (here := self.here) is None:
            return
        if here.stop.count == 1:
            self.post_message(messages.ArticleWanted())
        elif same_days(here.stop, self.plan.window.scale):
            self.post_message(messages.ViewWanted(self.view.turned()))
        else:
            self.action_zoom(1)

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; with ctrl it marks; a second one opens. On the axis it looks at that period."""
        offset = event.get_content_offset(self)
        if self.dragged or offset is None or offset.y - HEAD >= len(self.plan.lines):
            return
        if offset.y < HEAD:
            self.look_at_label(offset.x - self.plan.left, upper=offset.y == 0)
            return
        place = self.plan.near(offset.y - HEAD, offset.x - self.plan.left)
        self._go(place)
        if place is not None and event.ctrl:
            self.action_mark()
        elif place is not None and event.chain == 2:
            self.action_open()

    # drawing

    @property
    def inks(self) -> Inks:
        """The styles of the parts."""
        return painted(Inks, self.ink, "chart")

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        shown, inks, width = self.plan, self.inks, self.size.width
        line, fill = y - HEAD, self.base
        parts: list[Part] = []
        if not self.data.lanes:
            words = (("counting …", False),) if self.stale else self._words
            return strip_of(words_parts(words, y, self.size, inks.lower, inks.upper), width, fill)
        if y < HEAD:
            head = (f"  {self.view.lanes.value}", f"  in {shown.window.scale.unit.value}s", "  issues read")[y]
            parts = label_parts(head, "", shown.left, inks.upper if y == 0 else inks.lower, inks)
            parts += axis_parts(shown.window, inks, y) if y < 2 else ruler_parts(shown.window, self.data.issues, self.today, inks)
        elif y == self.size.height - 1:
            parts = about_parts(self.here, self._about, width, inks)
        elif line < min(len(shown.lines), self._height):
            parts, tint = self._lane_parts(shown, line)
            fill += tint
        return strip_of(parts, width, fill, self.ink("chart--stale") if self.waiting and y >= HEAD else None)

    def _lane_parts(self, shown: Plan, line: int) -> tuple[list[Part], Style]:
        lane, row = shown.lines[line]
        here = self.here.stop if self.here is not None and self.here.lane == lane.value else None
        parts = lane_parts(lane, row, shown, self.inks, self.today, self.marks, here, self.app.no_color)
        if self.app.no_color:
            return parts, Style()
        if here is not None and here.row == row:
            return parts, self.ink("chart--cursor")
        return parts, self.ink("chart--other") if shown.lanes.index(lane) % 2 else Style()
