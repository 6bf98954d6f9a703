"""What stands in the lanes of the chart, by month for all time: made from sets, where SQLite would walk all rows and join them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from db.parts import Kind
from db.queries.lanes import GROUPINGS, ONCE, Item, days_of
from db.queries.spans import spans_of
from db.queries.tally import PLANNED, Tally, bytes_of, kinds, part, planned, tally_of
from db.selection import Selection

_MOST_LANES = 256
"""Of more, sets would take too much room."""
_KINDS = tuple(Kind)
_Months = tuple[int, int, bool]
"""The first and the last, and whether the days are bounds of something wider."""


@dataclass(slots=True)
class _Sum:
    """Milestones of one lane and the same months."""

    count: int
    kind: int
    """Its place among all, from 1; 0 where they are of several."""
    planned: bool
    key: int
    """Of one of them."""


def adds_up(conn: sqlite3.Connection, field: str) -> bool:
    """Whether the lanes are few enough to be made from sets; sources never are."""
    if (grouping := GROUPINGS.get(field)) is None:
        return False
    tally = tally_of(conn)
    groups = tally.column(conn, ONCE[field]).groups if field in ONCE else tally.groups(conn, grouping)
    return len(groups) <= _MOST_LANES


def month_sums(conn: sqlite3.Connection, selection: Selection, field: str, lanes: Collection[str]) -> tuple[Item, ...]:
    """As `lane_sums` by month for all time. For what `adds_up` says yes to."""
    tally = tally_of(conn)
    hits = tally.hits(conn, selection)
    found = {lane: _sums(conn, tally, own & hits) for lane, own in _lanes(conn, tally, field) if lane in lanes}
    uids = _uids(conn, {one.key for sums in found.values() for one in sums.values()})
    return tuple(
        Item(
            lane,
            *days_of(first, last),
            one.count,
            uids[one.key],
            _KINDS[one.kind - 1] if one.kind else None,
            one.planned,
            bool(wide),
        )
        for lane, sums in found.items()
        for (first, last, wide), one in sums.items()
    )


def _sums(conn: sqlite3.Connection, tally: Tally, own: int) -> dict[_Months, _Sum]:
    """What a set holds of each months that there are."""
    told, keys, looks = bytes_of(own), tally.order(conn).keys, tally.looks(conn)
    of_kind, announced = tally.keep("looks of lanes", lambda: _looks(conn, tally))
    sums: dict[_Months, _Sum] = {}
    for span in spans_of(tally, conn):
        if not (here := part(told, span.low, span.high)):
            continue
        first = span.low + (here & -here).bit_length() - 1
        kind = looks[first] & ~PLANNED
        if here & ~part(of_kind[kind], span.low, span.high):
            kind = 0
        all_planned = not here & ~part(announced, span.low, span.high)
        one = sums.setdefault((span.first, span.last, span.wide), _Sum(0, kind, all_planned, keys[first]))
        one.count += here.bit_count()
        one.kind = one.kind if one.kind == kind else 0
        one.planned &= all_planned
    return sums


def _looks(conn: sqlite3.Connection, tally: Tally) -> tuple[tuple[bytes, ...], bytes]:
    """The set of each kind, by its place among all from 1, and the set of what is planned."""
    groups = tally.groups(conn, kinds)
    return (b"", *(bytes_of(groups.get(kind, 0)) for kind in _KINDS)), bytes_of(planned(tally, conn))


def _lanes(conn: sqlite3.Connection, tally: Tally, field: str) -> Iterator[tuple[str, int]]:
    """Every lane and what stands in it, hidden ones too; that of the empty value last."""
    groups = tally.groups(conn, GROUPINGS[field])
    for lane, own in groups.items():
        yield str(lane), own
    yield "", tally.everything(conn) & ~reduce(or_, groups.values(), 0)


def _uids(conn: sqlite3.Connection, keys: set[int]) -> Mapping[int, str]:
    found = conn.execute(
        "select m.id, m.uid from json_each(?) wanted cross join milestone m on m.id = wanted.value", (json.dumps(sorted(keys)),)
    )
    return dict(found.fetchall())
