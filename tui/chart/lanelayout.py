"""Laying out what stands in one lane of the chart: which row and which cells of the window each milestone takes.

What would cover another goes to the next row; where the rows do not suffice, the last one holds several in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db.queries.lanes import Item
from tui.chart.timescale import Window

_ASIDE = 2
"""Columns from the edge of the window to the sign of what began before it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the cursor can stand: one milestone, or several in one place. Columns are those of the window, from 0."""

    row: int
    cell: int
    """The column of its sign: the beginning, the middle of what is vague, near the edge for what began out of view."""
    left: int
    right: int
    """The first and last column that it covers."""
    items: tuple[Item, ...]
    earlier: bool = False
    """Whether it goes on to the left of the window."""
    later: bool = False

    @property
    def count(self) -> int:
        """How many milestones."""
        return sum(item.count for item in self.items)

    def holds(self, uid: str) -> bool:
        """Whether a milestone is among those that are known one by one."""
        return any(item.uid == uid for item in self.items)


@dataclass(frozen=True, slots=True)
class LaneRows:
    """A lane within a window of time."""

    stops: tuple[Stop, ...] = ()
    """By column, then by row."""
    rows: int = 1
    earlier: int = 0
    """Milestones that lie wholly before the window."""
    later: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """What a lane has in a window, before it is known how many rows it may have."""

    stops: tuple[Stop, ...]
    """From left to right, all of them in the first row."""
    earlier: int
    later: int

    def rows(self, most: int) -> int:
        """How many rows it needs so that nothing covers another; no more than `most` are counted."""
        free: list[int] = []
        for stop in self.stops:
            if len(free) == most:
                break
            _take_row(free, stop)
        return max(1, len(free))

    def in_rows(self, most: int) -> LaneRows:
        """In at most so many rows."""
        stops = _packed(self.stops, most)
        rows = 1 + max((stop.row for stop in stops), default=0)
        return LaneRows(tuple(sorted(stops, key=lambda stop: (stop.cell, stop.row))), rows, self.earlier, self.later)


def place(items: Iterable[Item], window: Window) -> Placed:
    """The items of a lane, each in its columns; where what stands in one column is added up in part, all of it stands together."""
    stops: list[Stop] = []
    points: dict[int, list[Item]] = {}
    earlier = later = 0
    begin, end = window.days
    for item in items:
        if item.last < begin:
            earlier += item.count
        elif item.first > end:
            later += item.count
        else:
            left, right = _columns(item, window, begin, end)
            if left == right and begin <= item.first and item.last <= end:
                points.setdefault(left, []).append(item)
            else:
                stops.append(_bar(item, left, right, begin, end))
    for column, several in points.items():
        together = [tuple(several)] if any(item.count > 1 for item in several) else [(item,) for item in several]
        stops += [Stop(0, column, column, column, one) for one in together]
    return Placed(tuple(sorted(stops, key=lambda stop: (stop.left, -stop.right, stop.items[0].uid))), earlier, later)


def rows_for(needed: Sequence[int], height: int) -> tuple[int, ...]:
    """The most rows that each lane may have so that lanes which need so many fit in `height` lines; at least 1 each.

    All may have the same; lines that are left over go to the first of those that need more.
    """
    most = 1
    while most < max(needed, default=1) and sum(min(need, most + 1) for need in needed) <= height:
        most += 1
    given = [min(need, most) for need in needed]
    for number, need in enumerate(needed):
        given[number] += int(given[number] < need and sum(given) < height)
    return tuple(given)


def _columns(item: Item, window: Window, begin: int, end: int) -> tuple[int, int]:
    """The first and last column of an item by itself; a single day takes one column, however near it is looked at."""
    left = max(window.column(max(item.first, begin)), 0)
    right = left if item.first == item.last else window.scale.last_cell(min(item.last, end)) - window.first
    return left, min(right, window.width - 1)


def _bar(item: Item, left: int, right: int, begin: int, end: int) -> Stop:
    earlier, later = item.first < begin, item.last > end
    middle = (left + right) // 2
    cell = middle if item.vague else min(left + _ASIDE, middle) if earlier else left
    return Stop(0, cell, left, right, (item,), earlier, later)


def _take_row(free: list[int], stop: Stop) -> int:
    """The first row that is free where a stop begins; `free` has, by row, the first column that nothing covers yet."""
    row = next((row for row, column in enumerate(free) if column <= stop.left), len(free))
    free[row : row + 1] = [stop.right + 1]
    return row


def _packed(stops: Iterable[Stop], most: int) -> list[Stop]:
    """Each in the first row that is free; in the last row those whose signs would stand in one column are one."""
    free: list[int] = []
    packed: list[Stop] = []
    last: dict[int, list[Stop]] = {}
    for stop in stops:
        row = min(_take_row(free, stop), most - 1)
        del free[most - 1 :]
        if row == most - 1:
            last.setdefault(stop.cell, []).append(stop)
        else:
            packed.append(replace(stop, row=row) if row else stop)
    return packed + [_together(several, most - 1) for several in last.values()]


def _together(stops: Sequence[Stop], row: int) -> Stop:
    """Those whose signs would stand in one column, as one."""
    return Stop(
        row,
        stops[0].cell,
        min(stop.left for stop in stops),
        max(stop.right for stop in stops),
        tuple(item for stop in stops for item in stop.items),
        any(stop.earlier for stop in stops),
        any(stop.later for stop in stops),
    )
