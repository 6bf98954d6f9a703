"""Time laid out in cells: which cell a day falls in at each unit, which days a cell holds, and the labels of the axis.

Cells follow the calendar: a year has the same number of cells as any other year, a month as any other month, so that labels
stand evenly and a month or quarter fills whole cells. Days are ordinals (`date.toordinal`); cells are numbered from year 0 on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from db.queries.lanes import month_of
from db.when import MONTHS
from tui.views.timeline import Unit

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()
_MONTHS = {Unit.DECADE: 12, Unit.YEAR: 3, Unit.QUARTER: 1}
"""Months in a cell."""
_PARTS = 4
"""Cells in a month at `Unit.MONTH`."""
_CELLS = {Unit.WEEK: 1, Unit.DAY: 4}
"""Cells of a day."""
_LABELS = {
    Unit.DECADE: (120, 60),
    Unit.YEAR: (120, 12),
    Unit.QUARTER: (12, 3),
    Unit.MONTH: (12, 1),
    Unit.WEEK: (1, 0),
    Unit.DAY: (1, 0),
}
"""Months from one upper and one lower label to the next; 0 where the lower ones count days."""
_STEPS = {Unit.DECADE: 3, Unit.YEAR: 1, Unit.QUARTER: 3, Unit.MONTH: 25, Unit.WEEK: 3, Unit.DAY: 1}
"""How many scales there are from each unit's own to the next unit's."""
_YEAR = 365.2425
"""Days, on average."""
_LONGEST = {Unit.DECADE: 3700, Unit.YEAR: 3700, Unit.QUARTER: 370, Unit.MONTH: 370, Unit.WEEK: 32, Unit.DAY: 32}
"""Days from one upper label to the next, and some."""
_WEEKS = (1, 8, 15, 22)
"""The days of a month that have a label at `Unit.WEEK`."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One label of the axis."""

    cell: int
    """Where its period begins."""
    label: str

    @property
    def short(self) -> str:
        """Where there is no room for the label: of a month with its year, the month."""
        return self.label[:3] if self.label[0].isalpha() else self.label


@lru_cache(maxsize=4096)
def month_start(month: int) -> int:
    """The first day of a month; the first or last day there is where the month lies outside the calendar."""
    year, index = divmod(month, 12)
    if year < date.min.year:
        return FIRST_DAY
    return date(year, index + 1, 1).toordinal() if year <= date.max.year else LAST_DAY + 1


@lru_cache(maxsize=1 << 15)
def _cell(unit: Unit, step: int, day: int) -> int:
    day = min(max(day, FIRST_DAY), LAST_DAY)
    if unit in _CELLS:
        return day * _CELLS[unit] * step
    month = month_of(day)
    if months := _months(unit, step):
        return month // months
    start, parts = month_start(month), _parts(unit, step)
    return month * parts + (day - start) * parts // (month_start(month + 1) - start)


def _months(unit: Unit, step: int) -> int:
    """How many months are in a cell; 0 where it has less than one."""
    months = _MONTHS.get(unit, 0)
    return months // step if months >= step else 0


def _parts(unit: Unit, step: int) -> int:
    """How many cells are in a month, where that is more than one and days have none of their own."""
    return _PARTS + step - 1 if unit is Unit.MONTH else step


@dataclass(frozen=True, slots=True)
class Scale:
    """Time at one unit."""

    unit: Unit
    step: int = 1
    """1: as near as the unit always is; more, up to the next unit, only to fill a pane with a period."""

    @property
    def in_a_day(self) -> float:
        """Cells, on average."""
        if self.unit in _CELLS:
            return _CELLS[self.unit] * self.step
        months = _months(self.unit, self.step)
        return 12 * (1 / months if months else _parts(self.unit, self.step)) / _YEAR

    @property
    def is_coarse(self) -> bool:
        """Whether no day is told from another of its month."""
        return _months(self.unit, self.step) > 0

    def cell(self, day: int) -> int:
        """The cell that a day begins in."""
        return _cell(self.unit, self.step, day)

    def last_cell(self, day: int) -> int:
        """The cell that a day ends in."""
        return self.cell(day) + (_CELLS[self.unit] * self.step - 1 if self.unit in _CELLS else 0)

    def first_day(self, cell: int) -> int:
        """The first day that has a part in a cell."""
        if self.unit in _CELLS:
            return min(max(cell // (_CELLS[self.unit] * self.step), FIRST_DAY), LAST_DAY)
        if months := _months(self.unit, self.step):
            return min(month_start(cell * months), LAST_DAY)
        parts = _parts(self.unit, self.step)
        month, part = divmod(cell, parts)
        start = month_start(month)
        length = month_start(month + 1) - start
        return min(start + -(-part * length // parts), LAST_DAY)

    def last_day(self, cell: int) -> int:
        """The last day that has a part in a cell."""
        if self.unit in _CELLS:
            return self.first_day(cell)
        return max(self.first_day(cell), self.first_day(cell + 1) - 1) if cell < self.cell(LAST_DAY) else LAST_DAY

    def upper(self, first: int, width: int) -> tuple[Tick, ...]:
        """The labels of the larger periods that have a part in `width` cells from `first` on; the earliest may begin before."""
        return self._by_months(_LABELS[self.unit][0], first, width, upper=True)

    def lower(self, first: int, width: int) -> tuple[Tick, ...]:
        """The labels of the smaller periods, as `upper`."""
        period = _LABELS[self.unit][1]
        return self._by_months(period, first, width, upper=False) if period else self._by_days(first, width)

    def _by_months(self, period: int, first: int, width: int, *, upper: bool) -> tuple[Tick, ...]:
        month = month_of(self.first_day(first)) // period * period
        ticks = []
        while (cell := self.cell(month_start(month))) < first + width and month < (date.max.year + 1) * 12:
            ticks.append(Tick(cell, _label(month, period, upper=upper)))
            month += period
        return tuple(ticks)

    def _by_days(self, first: int, width: int) -> tuple[Tick, ...]:
        days = range(self.first_day(first), self.first_day(first + width - 1) + 1)
        numbers = ((day, date.fromordinal(day).day) for day in days)
        return tuple(Tick(self.cell(day), str(nr)) for day, nr in numbers if self.unit is Unit.DAY or nr in _WEEKS)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of time that is shown: so many cells from one on."""

    scale: Scale
    first: int
    width: int

    @property
    def middle(self) -> int:
        """The cell in the middle."""
        return self.first + self.width // 2

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day that is shown."""
        return self.scale.first_day(self.first), self.scale.last_day(self.first + self.width - 1)

    @property
    def span(self) -> int:
        """How many days are shown."""
        first, last = self.days
        return last - first + 1

    def column(self, day: int) -> int:
        """Where a day begins, from 0; outside the window it is negative or too great."""
        return self.scale.cell(day) - self.first

    def shows(self, first_day: int, last_day: int) -> bool:
        """Whether any of these days is in view."""
        return self.column(first_day) < self.width and self.scale.last_cell(last_day) >= self.first

    def holds(self, first_day: int, last_day: int) -> bool:
        """Whether all of these days are in view."""
        return self.column(first_day) >= 0 and self.scale.last_cell(last_day) < self.first + self.width

    def labelled(self, column: int, *, upper: bool) -> tuple[int, int]:
        """The first and last day of the period whose larger or smaller label stands over a column."""
        cell, reach = self.first + column, self.width + round(self.scale.in_a_day * _LONGEST[self.scale.unit])
        ticks = self.scale.upper(self.first, reach) if upper else self.scale.lower(self.first, reach)
        following = bisect_right(ticks, cell, key=lambda tick: tick.cell)
        # days before the first label of a window belong to a period that began before it
        first = ticks[following - 1].cell if following else self.first
        last = ticks[following].cell - 1 if following < len(ticks) else cell
        return self.scale.first_day(first), self.scale.last_day(last)

    def zoomed(self, scale: Scale, column: int, day: int) -> Window:
        """At another scale, with a day in this column."""
        return Window(scale, scale.cell(day) - column, self.width)


SCALES = tuple(Scale(unit, step) for unit in Unit for step in range(1, _STEPS[unit] + 1))
"""From the farthest to the nearest."""


def scale_for(days: int, width: int) -> Scale:
    """The nearest scale at which so many days fit, but for half a cell: no year has as many days as years have on average."""
    return next((scale for scale in reversed(SCALES) if days * scale.in_a_day <= width + 0.5), SCALES[0])


def around(scale: Scale, day: int, width: int) -> Window:
    """The window of a width that has a day in its middle."""
    return Window(scale, scale.cell(day) - width // 2, width)


def holding(months: Mapping[int, int], width: int, share: float) -> Window | None:
    """The nearest window that has this share of what begins in the months (year*12 + month - 1), in its middle; None for nothing.

    A far-off date does not flatten the rest where `share` is less than 1. Of equal windows the latest is taken. Where not even
    decades hold so much, the window holds as much as it can.
    """
    wanted = share * sum(months.values())
    best: tuple[int, Window] | None = None
    for unit in reversed(Unit):
        scale = Scale(unit)
        cells = [
            (scale.cell(month_start(month)), scale.last_cell(month_start(month + 1) - 1), months[month]) for month in sorted(months)
        ]
        held, low = 0, 0
        found: tuple[int, int, int] | None = None
        for first, last, count in cells:
            held += count
            while low < len(cells) and last - cells[low][0] >= width and cells[low][0] < first:
                held -= cells[low][2]
                low += 1
            if last - cells[low][0] < width and (found is None or held >= found[0]):
                found = held, cells[low][0], last
        if found is not None and (best is None or found[0] > best[0]):
            best = found[0], Window(scale, found[1] - (width - (found[2] - found[1] + 1)) // 2, width)
            if found[0] >= wanted:
                return best[1]
    return best[1] if best else None


def _label(month: int, period: int, *, upper: bool) -> str:
    year, index = divmod(month, 12)
    if period == 120:
        return f"{year}s"
    if period == 12 and not upper:
        return f"’{year % 100:02d}"
    if period >= 12:
        return str(year)
    if period == 3:
        return f"Q{index // 3 + 1}"
    return f"{MONTHS[index]} {year}" if upper else MONTHS[index][:3]
