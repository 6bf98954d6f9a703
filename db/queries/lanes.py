"""The chart's lanes: how many milestones stand in each, and what is drawn in them, one by one or added up.

A milestone stands in every lane that it has a value for: one with two countries stands in both. What has no value stands in the
lane of the empty value. A milestone with two agencies of one government stands once in that government's lane.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from operator import or_
from typing import Any

from db import names
from db.parts import Kind
from db.queries.sources import called
from db.queries.spans import FIRST_MONTH, LAST_MONTH, WIDE
from db.queries.tally import COUNTRIES, SERIES, SOURCES, Grouping, governments, kinds, tally_of
from db.queries.where import where
from db.selection import Selection
from db.when import NO_END, NO_START, Precision, When, months

ALWAYS = (NO_START, NO_END)
_NOTHING = {
    "country": "no country",
    "donor": "no donor",
    "kind": "",
    "source": "entered by hand",
    "series": "in no series",
}
_VALUES = {
    "country": ("coalesce(c.code, '')", "left join milestone_country c indexed by milestone_country_back on c.milestone_id = m.id"),
    "donor": (
        "coalesce(d.name, '')",
        """left join milestone_donor d indexed by milestone_donor_back on d.milestone_id = m.id and not exists (
        select 1 from milestone_donor e where e.milestone_id = m.id and e.name = d.name and e.agency < d.agency)""",
    ),
    "kind": ("m.kind", ""),
    "source": ("coalesce(cast(m.source_id as text), '')", ""),
    "series": ("m.series", ""),
}
"""The lane's value, and what the table of milestones is joined with to have it."""
GROUPINGS: dict[str, Grouping] = {"country": COUNTRIES, "donor": governments, "kind": kinds, "series": SERIES}
"""Whose sets say what stands in the lanes; those of sources would take too much room."""
ONCE = {"source": SOURCES, "series": SERIES}
"""Where a milestone stands in one lane, of which there may be many."""
_LED = {
    "source": ("milestone_source", "m.source_id in (select cast(value as integer) from json_each(?))"),
    "series": ("milestone_series", "m.series <> '' and m.series in (select value from json_each(?))"),
}
"""The index along which the rows of one of many lanes are found, and how."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane."""

    value: str
    """An ISO code, a donor's name, a kind, a source's integer key as text or a series; empty for what has none."""
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn in a lane: one milestone, or several that begin and end on the same days or in the same months."""

    lane: str
    first: int
    """The first day, as an ordinal; NO_START where there is none."""
    last: int
    """The last day, inclusive; NO_END where there is none."""
    count: int
    uid: str
    """Of one of them."""
    kind: Kind | None
    """None where they are of several kinds."""
    planned: bool
    """Whether all of them are only announced."""
    vague: bool
    """Whether the days are bounds of a month, quarter, season, half or year, and not known themselves."""
    date: str = ""
    """EDTF; empty where there are several."""
    title: str = ""
    """Empty where there are several."""


def lane_counts(conn: sqlite3.Connection, selection: Selection, field: str) -> dict[str, int]:
    """How many milestones stand in each lane, by its value."""
    tally = tally_of(conn)
    hits = tally.hits(conn, selection)
    if field in ONCE:
        counts = {str(lane): count for lane, count in tally.counted_once(conn, selection, ONCE[field]).items()}
        rest = hits.bit_count() - sum(counts.values())
    else:
        counts = {str(lane): count for lane, count in tally.counted(conn, selection, GROUPINGS[field]).items()}
        rest = (hits & ~reduce(or_, tally.groups(conn, GROUPINGS[field]).values(), 0)).bit_count()
    return counts | ({"": rest} if rest else {})


def lanes_of(conn: sqlite3.Connection, selection: Selection, field: str, counts: Mapping[str, int]) -> tuple[Lane, ...]:
    """The lanes in order: values taken in the selection, then the fullest; sources by their period, newest first; the rest last."""
    sources = called(conn) if field == "source" else ()
    labels = {str(source.key): source.title or source.file for source in sources}
    order = {key: number for number, key in enumerate(labels)}
    taken = {value.partition("/")[0] if field == "donor" else value for value in selection.chosen(field)}
    lanes = [Lane(value, labels.get(value) or _label(field, value), count) for value, count in counts.items()]

    def rank(lane: Lane) -> tuple[bool, bool, int, int, str]:
        return not lane.value, lane.value not in taken, order.get(lane.value, 0), -lane.count, lane.label

    return tuple(sorted(lanes, key=rank))


def lane_items(
    conn: sqlite3.Connection, selection: Selection, field: str, lanes: Collection[str] | None, days: tuple[int, int], limit: int
) -> tuple[Item, ...]:
    """What has a day in common with `days` (first and last) in these lanes (None: in all), one by one.

    Where there are more than `limit`, at least as many, but not all.
    """
    asked = "m.start_day, m.end_day, m.uid, m.kind, m.planned, m.date, m.title"
    rows = _in_lanes(conn, selection, field, lanes, days, asked, f"limit {limit + 1:d}")
    return tuple(
        Item(lane, first, last, 1, uid, Kind(kind), bool(planned), When(date).is_vague, date, title)
        for lane, first, last, uid, kind, planned, date, title in rows
    )


def lane_sums(
    conn: sqlite3.Connection,
    selection: Selection,
    field: str,
    lanes: Collection[str] | None,
    days: tuple[int, int],
    *,
    by_month: bool,
) -> tuple[Item, ...]:
    """The same, added up where the days are equal; `by_month`, where they begin and end in the same months.

    By month, what lasts less than a month counts in the month that it begins in, and the days are those of whole months.
    """
    first, last = (FIRST_MONTH, LAST_MONTH) if by_month else ("m.start_day", "m.end_day")
    # headings do not tell a month from days in it; what lasts as long as a month is taken for one
    vague = f"({WIDE} or m.rank = {Precision.MONTH} and m.end_day - m.start_day > 26)"
    if by_month:
        vague = WIDE
    span: Callable[[int, int], tuple[int, int]] = days_of if by_month else lambda first, last: (first, last)
    asked = f"{first} as first, {last} as last, {vague} as vague, count(*), min(m.uid), min(m.kind), max(m.kind), min(m.planned)"
    return tuple(
        Item(
            lane,
            *span(first, last),
            count,
            uid,
            Kind(kind) if kind == other else None,
            bool(planned),
            bool(vague),
        )
        for lane, first, last, vague, count, uid, kind, other, planned in _in_lanes(
            conn, selection, field, lanes, days, asked, "group by lane, first, last, vague"
        )
    )


def _in_lanes(
    conn: sqlite3.Connection,
    selection: Selection,
    field: str,
    lanes: Collection[str] | None,
    days: tuple[int, int],
    asked: str,
    then: str,
) -> list[tuple[Any, ...]]:
    """The rows of a SELECT over what has a day in common with `days`.

    Of many milestones, what begins in these days is found along the list's index by its months, and what began before them along
    the index of days: so the time it takes grows with what is found, and hardly with what is stored.
    """
    value, join = _VALUES[field]
    base = where(conn, selection)
    first, last = days
    if field in _LED and lanes is not None and "" not in lanes:
        way, led = _LED[field]
        sql = (
            f"select {value} as lane, {asked} from milestone m indexed by {way} where {base.sql} "
            f"and m.start_day <= ? and m.end_day >= ? and {led} {then}"
        )
        return conn.execute(sql, (*base.params, last, first, json.dumps(list(lanes)))).fetchall()
    within = "" if lanes is None else f"and lane in ({', '.join('?' * len(lanes))})"

    def found(tables: str, condition: str, params: tuple[int, ...]) -> list[tuple[Any, ...]]:
        sql = f"select {value} as lane, {asked} from {tables} {join} where {base.sql} and {condition} {within} {then}"
        return conn.execute(sql, (*base.params, *params, *(lanes or ()))).fetchall()

    if days == ALWAYS:
        return found(base.tables, "1", ())
    if base.few:
        return found(base.tables, "m.start_day <= ? and m.end_day >= ?", (last, first))
    begun = found(
        base.tables, "m.month between ? and ? and m.start_day between ? and ?", (month_of(first), month_of(last), first, last)
    )
    earlier = "m.id in (select id from milestone indexed by milestone_start where start_day < ? and end_day >= ?)"
    return begun + found("milestone m not indexed", earlier, (first, first))


def month_of(day: int) -> int:
    """A day's month: year*12 + month - 1; of the first or last day there is, where the day has no date."""
    found = date.fromordinal(min(max(day, date.min.toordinal()), date.max.toordinal()))
    return found.year * 12 + found.month - 1


@cache
def month_days(month: int) -> tuple[int, int]:
    """The first and last day of a month (year*12 + month - 1)."""
    first, last = months(month // 12, month % 12 + 1)
    return first.toordinal(), last.toordinal()


def days_of(first: int, last: int) -> tuple[int, int]:
    """The first day of one month and the last of another; no month stands for no beginning, or no end."""
    return month_days(first)[0] if first != NO_START else first, month_days(last)[1] if last != NO_END else last


def issue_periods(conn: sqlite3.Connection) -> tuple[tuple[int, int], ...]:
    """First and last day of the periods of the newsletter issues in the store, earliest first."""
    periods = [When(issue) for issue in {source.issue for source in called(conn) if source.issue and not source.removed}]
    return tuple(sorted((period.start.toordinal(), period.end.toordinal()) for period in periods if period.start and period.end))


def _label(field: str, value: str) -> str:
    if not value:
        return _NOTHING[field]
    return names.country_name(value) if field == "country" else value
