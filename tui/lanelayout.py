"""Laying out what stands in one lane of the chart: which row and which cells of the window each milestone takes.

What would cover another goes to the next row; where the rows do not suffice, the last one holds several in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from db.queries.lanes import Item
from tui.timescale import Window

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


def lay(items: Iterable[Item], window: Window, most: int) -> LaneRows:
    """The items of a lane, in at most `most` rows."""
    stops: list[Stop] = []
    earlier = later = 0
    begin, end = window.days
    for item in items:
        if item.last < begin:
            earlier += item.count
        elif item.first > end:
            later += item.count
        else:
            stops.append(_alone(item, window, begin, end))
    stops = _packed(sorted(_added_up(stops), key=lambda stop: (stop.left, -stop.right, stop.items[0].uid)), most)
    rows = 1 + max((stop.row for stop in stops), default=0)
    return LaneRows(tuple(sorted(stops, key=lambda stop: (stop.cell, stop.row))), rows, earlier, later)


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


def _alone(item: Item, window: Window, begin: int, end: int) -> Stop:
    """An item by itself; a single day takes one column, however near it is looked at."""
    left = max(window.column(max(item.first, begin)), 0)
    right = left if item.first == item.last else window.scale.last_cell(min(item.last, end)) - window.first
    right = min(right, window.width - 1)
    earlier, later = item.first < begin, item.last > end
    middle = (left + right) // 2
    cell = middle if item.vague else min(left + _ASIDE, middle) if earlier else left
    return Stop(0, cell, left, right, (item,), earlier, later)


def _packed(stops: Iterable[Stop], most: int) -> list[Stop]:
    """Each in the first row that is free; what finds none goes on top of the last row."""
    free: list[int] = []
    """By row, the first column that nothing covers yet."""
    packed: list[Stop] = []
    last: list[Stop] = []
    for stop in stops:
        row = next((row for row, column in enumerate(free) if column <= stop.left), len(free))
        if row < most:
            free[row : row + 1] = [stop.right + 1]
        placed = replace(stop, row=min(row, most - 1))
        (packed if placed.row < most - 1 else last).append(placed)
    cells = groupby(sorted(last, key=lambda stop: stop.cell), key=lambda stop: stop.cell)
    return packed + [_together(tuple(several)) for _, several in cells]


def _added_up(stops: Iterable[Stop]) -> list[Stop]:
    """Where what stands in one column is added up in part, all of it stands together."""
    kept: list[Stop] = []
    columns: dict[int, list[Stop]] = {}
    for stop in stops:
        if stop.left == stop.right and not (stop.earlier or stop.later):
            columns.setdefault(stop.cell, []).append(stop)
        else:
            kept.append(stop)
    for several in columns.values():
        kept += [_together(several)] if any(item.count > 1 for stop in several for item in stop.items) else several
    return kept


def _together(stops: Sequence[Stop]) -> Stop:
    """Those whose signs would stand in one column, as one."""
    if len(stops) == 1:
        return stops[0]
    return replace(
        stops[0],
        left=min(stop.left for stop in stops),
        right=max(stop.right for stop in stops),
        items=tuple(item for stop in stops for item in stop.items),
        earlier=any(stop.earlier for stop in stops),
        later=any(stop.later for stop in stops),
    )
