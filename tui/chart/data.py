"""What the chart is drawn from: questions to the store, asked in the background, and their answers.

A few thousand milestones are held one by one, whatever part of time is looked at. Of more, the lanes are held added up by month,
and of the part of time that is looked at more nearly, what stands in it: so an answer grows with what is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rich.cells import cell_len

from db.queries.lanemonths import adds_up, month_sums
from db.queries.lanes import ALWAYS, Item, Lane, issue_periods, lane_counts, lane_items, lane_sums, lanes_of
from db.selection import Selection
from tui.render import clean
from tui.views.timeline import Lanes

MOST = 2000
"""So many milestones are drawn one by one; more are added up."""
_NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class Wish:
    """A part of the chart that is to be drawn."""

    lanes: tuple[str, ...]
    """Their values."""
    days: tuple[int, int] = ALWAYS
    """The first and the last."""
    fine: bool = False
    """Whether days matter; else months do."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What stands in a part of the chart."""

    wish: Wish
    items: Mapping[str, tuple[Item, ...]]
    """By lane."""
    single: bool
    """Whether every milestone stands for itself, rather than added up."""

    def holds(self, wish: Wish) -> bool:
        """Whether all that is wished can be drawn from it."""
        first, last = self.wish.days
        near = first <= wish.days[0] and wish.days[1] <= last
        return near and (self.single or self.wish.fine == wish.fine) and set(wish.lanes) <= set(self.wish.lanes)


@dataclass(frozen=True, slots=True)
class Charted:
    """A selection's lanes, and when its milestones are."""

    lanes: tuple[Lane, ...] = ()
    months: Mapping[int, int] = field(default_factory=dict)
    """How many begin in each month (year*12 + month - 1)."""
    issues: tuple[tuple[int, int], ...] = ()
    """First and last days of the newsletter issues that are loaded."""
    part: Portion | None = None
    """All that stands in the lanes, one by one; None where that is too much."""
    widest: tuple[int, int] = field(init=False, compare=False)
    """Cells of the widest label and of the widest count."""

    def __post_init__(self) -> None:
        label = max((cell_len(clean(lane.label)) for lane in self.lanes), default=8)
        object.__setattr__(self, "widest", (label, len(f"{max((lane.count for lane in self.lanes), default=8):,}")))


def charted(connection: sqlite3.Connection, selection: Selection, lanes: Lanes, months: Mapping[int, int]) -> Charted:
    """The lanes of a selection that has so many in each month, and what stands in them where it is not too much."""
    by = lanes.value
    counts, single = lane_counts(connection, selection, by), sum(months.values()) <= MOST
    stands = _by_lane(lane_items(connection, selection, by, None, ALWAYS, _NO_LIMIT)) if single else {}
    part = Portion(Wish(tuple(stands)), stands, single) if single else None
    return Charted(lanes_of(connection, selection, by, counts), months, issue_periods(connection), part)


def part(connection: sqlite3.Connection, selection: Selection, lanes: Lanes, wish: Wish) -> Portion:
    """A part of the chart; looked at nearly, one by one where it is not too much."""
    by = lanes.value
    if not wish.fine and adds_up(connection, by):
        return Portion(wish, _by_lane(month_sums(connection, selection, by, wish.lanes)), single=False)
    items = lane_items(connection, selection, by, wish.lanes, wish.days, MOST) if wish.fine else ()
    single = wish.fine and len(items) <= MOST
    if not single:
        items = lane_sums(connection, selection, by, wish.lanes, wish.days, by_month=not wish.fine)
    return Portion(wish, _by_lane(items), single)


def _by_lane(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    lanes: dict[str, list[Item]] = {}
    for item in items:
        lanes.setdefault(item.lane, []).append(item)
    return {lane: tuple(several) for lane, several in lanes.items()}
