"""Facets: for each value of a field, how many milestones the selection would hold with it.

A facet ignores the selection's own choice of its field, so that its other values can still be compared.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import names
from db.queries.where import HIDDEN, STATUSES, where
from db.selection import Selection
from db.terms import Term

FIELDS = ("country", "donor", "kind", "year", "source", "status", "series")


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet."""

    value: str
    """As `Selection.toggle` takes it."""
    label: str
    count: int
    parent: str = ""
    """The value that it is a part of: the government of an agency."""


def facet_counts(conn: sqlite3.Connection, selection: Selection, field: str, limit: int | None = None) -> tuple[FacetValue, ...]:
    """The values of a facet, the most frequent first (years and series in their order); at most `limit`, and all that are chosen.

    Raises KeyError for a field that is not among FIELDS.
    """
    counted = _COUNTERS[field](conn, selection.but(field))
    wanted = (selection.chosen(field) | selection.excluded(field)) - {"any"}
    there = {value.value for value in counted}
    lost = [FacetValue(value, _label(field, value), 0, _parent(field, value)) for value in sorted(wanted - there)]
    if limit is not None:
        counted = [value for number, value in enumerate(counted) if number < limit or value.value in wanted]
    return (*counted, *lost)


@dataclass(frozen=True, slots=True)
class _Links:
    """A table whose rows are counted, and the indices for either way: along its groups, or through few milestones."""

    table: str
    groups: str
    """The columns that a row is counted under."""
    key: str
    """The column with the milestone's key."""
    along: str
    through: str
    condition: str = "1"


_COUNTRIES = _Links("milestone_country", "code", "milestone_id", "not indexed", "indexed by milestone_country_back")
_DONORS = _Links("milestone_donor", "name, agency", "milestone_id", "not indexed", "indexed by milestone_donor_back")
_KINDS = _Links("milestone", "kind", "id", "indexed by milestone_kind", "not indexed")
_SOURCES = _Links("milestone", "source_id", "id", "indexed by milestone_source", "not indexed", "source_id > 0")
_SERIES = _Links("milestone", "series", "id", "indexed by milestone_series", "indexed by milestone_series", "series <> ''")
_SPANS = _Links("milestone", "start_day, end_day", "id", "indexed by milestone_start", "not indexed")


def _grouped(conn: sqlite3.Connection, selection: Selection, links: _Links) -> Counter[Any]:
    """How many rows of the selection's milestones stand under each group."""

    def counted(way: str, condition: str, params: tuple[str | int, ...] = ()) -> Counter[Any]:
        rows = conn.execute(
            f"select count(*), {links.groups} from {links.table} {way} where {links.condition} and {condition} "
            f"group by {links.groups}",
            params,
        )
        return Counter({group[0] if len(group) == 1 else tuple(group): count for count, *group in rows})

    if not selection.terms:
        # all, less the few that lists do not show
        everything = counted(links.along, "1")
        everything.subtract(counted(links.through, f"{links.key} in ({HIDDEN})"))
        return +everything
    base = where(conn, selection)
    if base.few:
        return counted(links.through, f"{links.key} in ({base.ids})", base.params)
    return counted(links.along, f"+{links.key} in ({base.ids})", base.params)


def _ordered(counts: Mapping[str, int], field: str) -> list[FacetValue]:
    values = [FacetValue(value, _label(field, value), count) for value, count in counts.items() if count]
    return sorted(values, key=lambda value: (-value.count, value.label))


def _label(field: str, value: str) -> str:
    if field == "country":
        return names.country_name(value)
    return value.partition("/")[2] or value if field == "donor" else value


def _parent(field: str, value: str) -> str:
    name, slash, _ = value.partition("/")
    return name if field == "donor" and slash else ""


def _countries(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    return _ordered(_grouped(conn, selection, _COUNTRIES), "country")


def _donors(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Governments with each of their agencies after them; a milestone with two agencies of one government counts once for it."""
    governments: Counter[str] = Counter()
    agencies: dict[str, list[FacetValue]] = {}
    for (name, agency), count in _grouped(conn, selection, _DONORS).items():
        governments[name] += count
        if agency:
            agencies.setdefault(name, []).append(FacetValue(f"{name}/{agency}", agency, count, name))
    governments.subtract(_twice(conn, selection))
    values: list[FacetValue] = []
    for government in _ordered(governments, "donor"):
        own = agencies.get(government.value, ())
        values += [government, *sorted(own, key=lambda value: (-value.count, value.label))]
    return values


def _twice(conn: sqlite3.Connection, selection: Selection) -> dict[str, int]:
    """By government, how often a milestone has it a second or further time, with another agency."""
    several = (
        "select milestone_id, name, count(*) - 1 as more from milestone_donor indexed by milestone_donor_back "
        "group by milestone_id, name having more > 0"
    )
    pairs = conn.execute(several).fetchall()
    if not pairs:
        return {}
    base = where(conn, selection)
    keys = json.dumps(sorted({key for key, _, _ in pairs}))
    inside = f"select m.id from milestone m not indexed where m.id in (select value from json_each(?)) and {base.sql}"
    within = {key for (key,) in conn.execute(inside, (keys, *base.params))}
    more: Counter[str] = Counter()
    for key, name, count in pairs:
        if key in within:
            more[name] += count
    return more


def _kinds(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    return _ordered(_grouped(conn, selection, _KINDS), "kind")


def _sources(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """By title; by file where two sources have the same title."""
    counts = _grouped(conn, selection, _SOURCES)
    sources = conn.execute("select id, title, file from source").fetchall()
    titles = Counter(title.casefold() for _, title, _ in sources)
    values: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for key, title, file in sources:
        if count := counts[key]:
            alone = title and titles[title.casefold()] == 1
            value = title if alone else file
            values[value] += count
            labels[value] = title if alone else f"{title} ({file})"
    found = [FacetValue(value, labels[value], count) for value, count in values.items()]
    return sorted(found, key=lambda value: (-value.count, value.label))


def _series(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    return _ordered(_grouped(conn, selection, _SERIES), "series")


def _statuses(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Also those that lists do not show: this is where one finds them."""
    found = where(conn, Selection((*selection.terms, Term("status", ("any",)))))
    asked = [status for status in STATUSES if status != "any"]
    sums = ", ".join(f"coalesce(sum({STATUSES[status]}), 0)" for status in asked)
    counts = conn.execute(f"select {sums} from {found.tables} where {found.sql}", found.params).fetchone()
    return [FacetValue(status, status, count) for status, count in zip(asked, counts, strict=True) if count]


def _years(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Newest first. A milestone counts in every year that it touches; an open one in every year that another begins or ends in."""
    spans = _grouped(conn, selection, _SPANS)
    counts = _by_year((start, end, count) for (start, end), count in spans.items())
    return [FacetValue(str(year), str(year), count) for year, count in sorted(counts.items(), reverse=True)]


def _by_year(spans: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    last_day = date.max.toordinal()
    ends = [
        (date.fromordinal(start).year if start else None, date.fromordinal(end).year if end < last_day else None, count)
        for start, end, count in spans
    ]
    known = sorted({year for start, end, _ in ends for year in (start, end) if year is not None})
    counts: Counter[int] = Counter()
    for start, end, count in ends:
        if start is not None and start == end:
            counts[start] += count
        elif start is not None and end is not None:
            counts.update(dict.fromkeys(range(start, end + 1), count))
        else:
            low = 0 if start is None else bisect_left(known, start)
            high = len(known) if end is None else bisect_right(known, end)
            counts.update(dict.fromkeys(known[low:high], count))
    return counts


_COUNTERS = {
    "country": _countries,
    "donor": _donors,
    "kind": _kinds,
    "year": _years,
    "source": _sources,
    "status": _statuses,
    "series": _series,
}
