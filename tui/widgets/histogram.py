"""The histogram at the right of the search line: when the milestones of the selection began, where the cursor is, what is chosen.

It counts without the selection's own terms about time, so that another time can be seen and chosen: with the mouse by dragging,
with keys once it has the focus.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from db.period import Months, edtf_of
from db.terms import show_date
from db.wording import count_words
from tui.commands import Where, bindings
from tui.messages import MonthPicked, PeriodLeft, PeriodPicked, PeriodPointed
from tui.signs import EARLIER, LATER
from tui.widgets.bins import Bins, bins
from tui.widgets.strips import Part, ink, sparks, strip_of

_SIDES = 12
"""Cells of the two years beside the bars, with a blank around each, or a sign that more lies beyond."""
_YEAR = 5
"""Cells from the far end of a year to the bars."""
_EMPTY = "·"
"""A bar without a milestone, where it is pointed at."""


class Histogram(Widget, can_focus=False, inherit_bindings=False):
    """Bars by quarter, or coarser ones where time is long and the line short. A click goes there, dragging chooses a time."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.HISTOGRAM)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "histogram--bar",
        "histogram--label",
        "histogram--here",
        "histogram--stale",
        "histogram--out",
        "histogram--range",
    }

    months: reactive[Mapping[int, int]] = reactive(dict)
    """Milestones by month (year*12 + month - 1)."""
    here: reactive[int] = reactive(-1)
    """The month under the timeline's cursor, or -1."""
    chosen: reactive[Months | None] = reactive(None)
    """The time that the selection asks for."""
    stale: reactive[bool] = reactive(False)
    pointed: reactive[tuple[int, int] | None] = reactive(None)
    """While a time is being chosen: the bar where it begins, and the one where the cursor is."""

    def __init__(self) -> None:
        super().__init__()
        self._bins: Bins | None = None
        self._left = 0
        """The column of the first bar."""
        self._pinned = False
        """Whether moves extend the time from where it began."""
        self._dragging = False
        self._dragged = False
        """Whether the mouse has pointed at a time, be it of one bar."""

    # choosing with keys

    def begin(self) -> None:
        """Choose a time from here on: the one that is chosen, else the bar of the timeline's cursor."""
        self._bins = found = self._fitting()
        self._pinned = False
        if found is None:
            self.pointed = None
        elif self.chosen is not None:
            self._point(*(found.bar_of(month) for month in self.chosen))
        else:
            bar = found.bar_of(self.here) if self.here >= 0 else len(found.counts) - 1
            self._point(bar, bar)

    def watch_months(self) -> None:
        """Other bars."""
        if self.has_focus:
            self.begin()

    def on_blur(self) -> None:
        """It has the focus only while one chooses."""
        self.can_focus = False
        self.end()

    def end(self) -> None:
        """Nothing is being chosen any more."""
        self.pointed, self._dragging = None, False
        self.post_message(PeriodPointed(""))

    def _point(self, anchor: int, cursor: int) -> None:
        if self._bins is None:
            return
        last = len(self._bins.counts) - 1
        self.pointed = min(max(anchor, 0), last), min(max(cursor, 0), last)
        first, last = self._range
        count = sum(self._bins.counts[min(self.pointed) : max(self.pointed) + 1])
        began = f"{count_words(count, 'milestone')} began then"
        self.post_message(PeriodPointed(f"{show_date(edtf_of((first, last)))}: {began}"))

    @property
    def _range(self) -> Months:
        """The months pointed at. There must be some."""
        assert self._bins is not None and self.pointed is not None
        return self._bins.first_month(min(self.pointed)), self._bins.last_month(max(self.pointed))

    def action_step(self, step: int, extend: bool = False) -> None:
        """Bars to the right (left, if negative); `extend` keeps the other end where it is."""
        if self.pointed is not None:
            anchor, cursor = self.pointed
            cursor += step
            self._point(anchor if extend or self._pinned else min(max(cursor, 0), self._last), cursor)

    def action_end(self, direction: int, extend: bool = False) -> None:
        """To the first (-1) or the last (1) bar."""
        self.action_step(direction * (self._last + 1), extend)

    @property
    def _last(self) -> int:
        return len(self._bins.counts) - 1 if self._bins is not None else 0

    def action_anchor(self) -> None:
        """A time begins here, or is one bar again."""
        if self.pointed is not None:
            self._pinned = not self._pinned
            self._point(self.pointed[1], self.pointed[1])

    def action_take(self) -> None:
        """Choose it."""
        if self.pointed is not None:
            self.post_message(PeriodPicked(self._range))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.post_message(PeriodLeft())

    def action_drop(self) -> None:
        """All times again."""
        self.post_message(PeriodPicked(None))

    # choosing with the mouse

    def _bar_at(self, column: int) -> int | None:
        """The number of the bar in that column; the years beside the bars stand for the first and the last one."""
        if self._bins is None or not -_YEAR <= column - self._left < len(self._bins.counts) + _YEAR:
            return None
        return min(max(column - self._left, 0), len(self._bins.counts) - 1)

    def is_blank(self, column: int) -> bool:
        """Whether there is nothing to choose in that column of it."""
        return not self.has_focus and self._bar_at(column) is None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A time may begin here."""
        number = self._bar_at(event.x)
        if number is not None:
            self._dragging, self._dragged, self.pointed = True, False, (number, number)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """It goes on as far as the mouse is dragged."""
        if self._dragging and self.pointed is not None and event.x - self._left != self.pointed[1]:
            self._dragged = True
            self._point(self.pointed[0], event.x - self._left)

    def on_mouse_up(self) -> None:
        """A bar is a place to go to; what was dragged over is a time to choose."""
        if not self._dragging or self.pointed is None:
            return
        self._dragging = False
        self.capture_mouse(False)
        self.post_message(PeriodPicked(self._range) if self._dragged else MonthPicked(self._range[1]))
        if not self.has_focus:
            self.end()

    def on_click(self, event: events.Click) -> None:
        """A double click chooses the bar. Where a drag ends nothing is typed."""
        number = self._bar_at(event.x)
        if self._dragged or number is not None:
            event.stop()
        if event.chain == 2 and not self._dragged and self._bins is not None and number is not None:
            self.post_message(PeriodPicked((self._bins.first_month(number), self._bins.last_month(number))))

    # drawing

    def _fitting(self) -> Bins | None:
        """The bars for the width; finer ones while it has the whole line for choosing."""
        return bins(self.months, self.size.width - _SIDES, 1 if self.has_focus else 3)

    def on_resize(self) -> None:
        """Other bars, so nothing is pointed at until it is pointed at again."""
        if self.has_focus:
            self.begin()
        else:
            self.pointed = None

    def render_line(self, y: int) -> Strip:
        """The bars between the first and the last year."""
        width = self.size.width
        self._bins = found = self._fitting()
        if found is None:
            return Strip.blank(width, self.rich_style)
        blank = 0 if self.has_focus else max(0, width - len(found.counts) - _SIDES)
        self._left = blank + _YEAR
        label = ink(self, "histogram--label")
        last = found.last_month(len(found.counts) - 1)
        earlier, later = EARLIER if min(self.months) < found.first else " ", LATER if max(self.months) > last else " "
        parts: list[Part] = [(" " * blank, label), (f"{max(found.first // 12, 1):>4}{earlier}", label)]
        for number, bar in enumerate(sparks(found.counts)):
            parts.append(self._bar(found, number, bar))
        parts.append((f"{later}{min(max(self.months), last) // 12:>4} ", label))
        return strip_of(parts, width, self.rich_style)

    def _bar(self, found: Bins, number: int, bar: str) -> Part:
        shown = bar if bar != " " else _EMPTY
        if self.pointed is not None and min(self.pointed) <= number <= max(self.pointed):
            end = Style(bold=True) if number == self.pointed[1] else Style()
            return shown, (Style(reverse=True) if self.app.no_color else ink(self, "histogram--range")) + end
        if self.here >= 0 and number == found.bar_of(self.here):
            return shown, Style(reverse=True) if self.app.no_color else ink(self, "histogram--here")
        if self.chosen is not None and not (
            found.first_month(number) <= self.chosen[1] and self.chosen[0] <= found.last_month(number)
        ):
            return bar, ink(self, "histogram--out")
        return bar, ink(self, "histogram--stale" if self.stale else "histogram--bar")
