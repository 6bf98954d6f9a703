"""The small histogram at the right of the search line: when the milestones of the selection happened, and where the cursor is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.messages import MonthPicked
from tui.widgets.strips import Part, ink, sparks, strip_of

_STEPS = (3, 6, 12, 24, 60, 120, 240, 600)
"""Months a bar may stand for."""


@dataclass(frozen=True, slots=True)
class Bins:
    """Counts of milestones in equal steps of time."""

    first: int
    """The first month (year*12 + month - 1) of the first bar."""
    step: int
    """Months a bar."""
    counts: tuple[int, ...]

    def bar_of(self, month: int) -> int:
        """The number of a month's bar."""
        return (month - self.first) // self.step

    def last_month(self, number: int) -> int:
        """The last month of a bar."""
        return self.first + (number + 1) * self.step - 1


def bins(months: Mapping[int, int], width: int) -> Bins | None:
    """The finest bars, of a quarter or more, that fit in `width` cells; None where there is nothing or no room.

    One far-off date must not flatten the rest: where even the coarsest bars do not fit, the newest ones are kept.
    """
    if not months or width < 1:
        return None
    low, high = min(months), max(months)
    step = next((step for step in _STEPS if high // step - low // step < width), _STEPS[-1])
    first = max(low // step, high // step - width + 1) * step
    counts = [0] * ((high - first) // step + 1)
    for month, count in months.items():
        if month >= first:
            counts[(month - first) // step] += count
    return Bins(first, step, tuple(counts))


class Histogram(Widget):
    """Bars by quarter, or coarser ones where time is long and the line short. A click goes there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"histogram--bar", "histogram--label", "histogram--here", "histogram--stale"}

    months: reactive[Mapping[int, int]] = reactive(dict)
    """Milestones by month (year*12 + month - 1)."""
    here: reactive[int] = reactive(-1)
    """The month under the timeline's cursor, or -1."""
    stale: reactive[bool] = reactive(False)

    def __init__(self) -> None:
        super().__init__()
        self._bins: Bins | None = None
        self._left = 0

    def render_line(self, y: int) -> Strip:
        """The bars between the first and the last year."""
        width = self.size.width
        self._bins = found = bins(self.months, width - 12)
        if found is None:
            return Strip.blank(width, self.rich_style)

        bars, here = sparks(found.counts), found.bar_of(self.here) if self.here >= 0 else -1
        color = ink(self, "histogram--stale" if self.stale else "histogram--bar")
        blank = max(0, width - len(bars) - 12)
        self._left = blank + 5
        parts: list[Part] = [(" " * blank, color), (f"{found.first // 12:>4} ", ink(self, "histogram--label"))]
        if 0 <= here < len(bars):
            pointed = Style(reverse=True) if self.app.no_color else ink(self, "histogram--here")
            shown = bars[here] if bars[here] != " " else "·"
            parts += [(bars[:here], color), (shown, pointed), (bars[here + 1 :], color)]
        else:
            parts.append((bars, color))
        parts.append((f" {max(self.months) // 12:>4} ", ink(self, "histogram--label")))
        return strip_of(parts, width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """To the newest milestone of the bar that was clicked."""
        number = event.x - self._left
        if self._bins is not None and 0 <= number < len(self._bins.counts):
            self.post_message(MonthPicked(self._bins.last_month(number)))
