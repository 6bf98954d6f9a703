"""What the chart is drawn from: questions to the store, asked in the background, and their answers.

A few thousand milestones are held one by one, whatever part of time is looked at. Of more, the lanes are held added up by month,
and of the part of time that is looked at more nearly, what stands in it: so an answer grows with what is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.queries.histogram import month_counts
from db.queries.lanemonths import adds_up, month_sums
from db.queries.lanes import ALWAYS, Item, Lane, issue_periods, lane_counts, lane_items, lane_sums, lanes_of
from db.queries.tally import tally_of
from db.selection import Selection
from tui.face import Lanes

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
class Part:
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
    part: Part | None = None
    """All that stands in the lanes, one by one or by month; None where there may be too many lanes for that."""


def charted(connection: sqlite3.Connection, selection: Selection, lanes: Lanes) -> Charted:
    """The lanes of a selection, and what stands in them where it is not too much."""
    issues, by = issue_periods(connection), lanes.value
    single = tally_of(connection).hits(connection, selection).bit_count() <= MOST
    if not single and adds_up(connection, by):
        items, months = month_sums(connection, selection, by)
    else:
        months = dict(month_counts(connection, selection))
        if not single:
            return Charted(lanes_of(connection, selection, by, lane_counts(connection, selection, by)), months, issues)
        items = lane_items(connection, selection, by, None, ALWAYS, _NO_LIMIT)
    stands = _by_lane(items)
    counts = {lane: sum(item.count for item in several) for lane, several in stands.items()}
    return Charted(lanes_of(connection, selection, by, counts), months, issues, Part(Wish(tuple(stands)), stands, single))


def part(connection: sqlite3.Connection, selection: Selection, lanes: Lanes, wish: Wish) -> Part:
    """A part of the chart; looked at nearly, one by one where it is not too much."""
    by = lanes.value
    items = lane_items(connection, selection, by, wish.lanes, wish.days, MOST) if wish.fine else ()
    single = wish.fine and len(items) <= MOST
    if not single:
        items = lane_sums(connection, selection, by, wish.lanes, wish.days, by_month=not wish.fine)
    return Part(wish, _by_lane(items), single)


def _by_lane(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    lanes: dict[str, list[Item]] = {}
    for item in items:
        lanes.setdefault(item.lane, []).append(item)
    return {lane: tuple(several) for lane, several in lanes.items()}
