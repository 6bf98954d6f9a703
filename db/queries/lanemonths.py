"""What stands in the chart's lanes, added up by month for all time: made from sets, where SQLite would walk all rows and join them.

Milestones are numbered by the months that they begin and end in, so that what is in the same months stands side by side. A set
has a byte for each of them, the first one lowest: what two sets share is one `&`, and how many of them stand in the same months is
counted in bytes.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from db.parts import Kind
from db.queries.lanes import FIRST_MONTH, LAST_MONTH, LINKS, WIDE, Item, days_of
from db.queries.tally import KINDS, Tally, keys_in, tally_of
from db.selection import Selection, parse

_MOST_LANES = 256
"""Of more, sets would take too much room."""
_BITS = 8
"""Of a byte."""
_PIECE = 1 << 14
"""Milestones that are looked at without letting other threads go on."""
_PLANNED = parse("is:planned").terms[0]


@dataclass(frozen=True, slots=True)
class _Span:
    """Milestones that begin and end in the same months."""

    first: int
    """The first day of the first month; NO_START where there is none."""
    last: int
    vague: bool
    low: int
    """The number of the first of them, and of the one after the last."""
    high: int


@dataclass(frozen=True, slots=True)
class _Months:
    """All milestones of a store by their months."""

    spans: tuple[_Span, ...]
    keys: Sequence[int]
    """Of the milestone of each number."""
    ones: int
    """All of them."""
    kinds: int
    """The place of each one's kind among all kinds, from 1."""
    planned: int

    def set_of(self, flags: bytes) -> int:
        """A set, from a byte for each key: 1, or what stands for something; 0 where it is not in the set."""
        found = bytearray()
        for begin in range(0, len(self.keys), _PIECE):
            found.extend(map(flags.__getitem__, self.keys[begin : begin + _PIECE]))
        return int.from_bytes(found, "little")

    def bytes_of(self, told: int) -> bytes:
        """A byte for each number."""
        return told.to_bytes(len(self.keys), "little")


def adds_up(conn: sqlite3.Connection, field: str) -> bool:
    """Whether the lanes are few enough to be made from sets; sources never are."""
    links = LINKS.get(field)
    return links is not None and len(tally_of(conn).groups(conn, links)) <= _MOST_LANES


def month_sums(conn: sqlite3.Connection, selection: Selection, field: str, lanes: Collection[str]) -> tuple[Item, ...]:
    """As `lane_sums` by month for all time. For what `adds_up` says yes to."""
    tally = tally_of(conn)
    months = tally.keep("months", lambda: _months(conn, tally))
    hits = months.set_of(tally.flags(conn, tally.hits(conn, selection)))
    found = [
        (lane, span, *several)
        for lane, own in _lanes(conn, tally, months, field)
        if lane in lanes
        for span, several in _sums(months, own & hits)
    ]
    uids = _uids(conn, {key for *_, key in found})
    return tuple(
        Item(lane, span.first, span.last, count, uids[key], kind, planned, span.vague)
        for lane, span, count, kind, planned, key in found
    )


def _sums(months: _Months, own: int) -> Iterator[tuple[_Span, tuple[int, Kind | None, bool, int]]]:
    """How many of a set stand in each span; their kind, if it is one; whether all are planned; the key of one."""
    kinds = tuple(Kind)
    flags, kind_of, planned = months.bytes_of(own), months.bytes_of(own * 255 & months.kinds), months.bytes_of(own & months.planned)
    for span in months.spans:
        where = span.low, span.high
        if count := flags.count(1, *where):
            one = flags.find(1, *where)
            kind = kinds[kind_of[one] - 1] if kind_of.count(kind_of[one], *where) == count else None
            yield span, (count, kind, planned.count(1, *where) == count, months.keys[one])


def _lanes(conn: sqlite3.Connection, tally: Tally, months: _Months, field: str) -> Iterator[tuple[str, int]]:
    """Every lane and what stands in it, hidden ones too; that of the empty value last."""
    groups = tally.groups(conn, LINKS[field])

    def planes() -> list[int]:
        # eight lanes at a time, a bit of the byte for each
        sets, made = [bits.whole for bits in groups.values()], []
        for begin in range(0, len(sets), _BITS):
            flags = (int.from_bytes(tally.flags(conn, one), "little") << bit for bit, one in enumerate(sets[begin : begin + _BITS]))
            made.append(months.set_of(sum(flags).to_bytes(tally.everything(conn).bit_length(), "little")))
        return made

    held = tally.keep(("lanes by month", field), planes)
    every = 0
    for number, lane in enumerate(groups):
        own = held[number // _BITS] >> number % _BITS & months.ones
        every |= own
        yield str(lane), own
    yield "", months.ones & ~every


def _months(conn: sqlite3.Connection, tally: Tally) -> _Months:
    rows = conn.execute(
        f"select {FIRST_MONTH}, {LAST_MONTH}, {WIDE}, json_group_array(m.id) from milestone m indexed by milestone_order "
        "group by m.month, m.rank, m.period, m.start_day, m.end_day"
    )
    found: defaultdict[tuple[int, int, bool], array[int]] = defaultdict(lambda: array("I"))
    for first, last, vague, listed in rows:
        found[first, last, bool(vague)].extend(keys_in(listed))
    spans, keys = [], array("I")
    for (first, last, vague), own in found.items():
        spans.append(_Span(*days_of(first, last), vague, len(keys), len(keys) + len(own)))
        keys.extend(own)
    bare = _Months(tuple(spans), keys, int.from_bytes(bytes(len(keys) * [1]), "little"), 0, 0)
    groups = tally.groups(conn, KINDS)
    flags = (
        int.from_bytes(tally.flags(conn, groups[kind].whole), "little") * nr for nr, kind in enumerate(Kind, 1) if kind in groups
    )
    kinds = bare.set_of(reduce(or_, flags, 0).to_bytes(tally.everything(conn).bit_length(), "little"))
    return _Months(bare.spans, keys, bare.ones, kinds, bare.set_of(tally.flags(conn, tally.having(conn, _PLANNED))))


def _uids(conn: sqlite3.Connection, keys: set[int]) -> Mapping[int, str]:
    found = conn.execute(
        "select m.id, m.uid from json_each(?) wanted cross join milestone m on m.id = wanted.value", (json.dumps(sorted(keys)),)
    )
    return dict(found.fetchall())
