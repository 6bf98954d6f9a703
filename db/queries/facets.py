"""Facets: for each value of a field, how many milestones the selection would hold with it.

A facet ignores the selection's own choice of its field, so that its other values can still be compared.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from db import names
from db.parts import Role
from db.queries.sources import called
from db.queries.spans import spans_of
from db.queries.tally import COUNTRIES, DONORS, SERIES, SOURCES, Grouping, Links, bytes_of, governments, kinds, part, tally_of
from db.queries.where import FLAGS, HOLDINGS, STATUSES
from db.selection import Selection
from db.terms import Term

FIELDS = ("country", "donor", "kind", "year", "source", "status", "series")
"""Those that people are shown side by side; `facet_counts` counts the other fields of the query language too."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet."""

    value: str
    """As `Selection.toggle` takes it."""
    label: str
    count: int
    parent: str = ""
    """The value that it is a part of: the government of an agency."""


def facet_counts(conn: sqlite3.Connection, selection: Selection, field: str) -> tuple[FacetValue, ...]:
    """The values of a facet, the most frequent first (years the newest first), then those that are chosen and that nothing has.

    Raises KeyError for what is no field.
    """
    counted = _COUNTERS[field](conn, selection.but(field))
    wanted = (selection.chosen(field) | selection.excluded(field)) - {"any"}
    there = {value.value for value in counted}
    lost = [FacetValue(value, _label(field, value), 0, _parent(field, value)) for value in sorted(wanted - there)]
    return (*counted, *lost)


_AGENCIES = Links("milestone_donor", "agency", "milestone_id", condition="agency <> ''")


def _grouped(conn: sqlite3.Connection, selection: Selection, grouping: Grouping) -> Counter[Any]:
    """How many of the selection's milestones stand under each group."""
    return tally_of(conn).counted(conn, selection, grouping)


def _named(conn: sqlite3.Connection, selection: Selection, links: Links) -> Counter[Any]:
    """The same of what a milestone can have but one of."""
    return tally_of(conn).counted_once(conn, selection, links)


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
    return _ordered(_grouped(conn, selection, COUNTRIES), "country")


def _donors(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Governments with each of their agencies after them; a milestone with two agencies of one government counts once for it."""
    agencies: dict[str, list[FacetValue]] = {}
    for (name, agency), count in _grouped(conn, selection, DONORS).items():
        if agency:
            agencies.setdefault(name, []).append(FacetValue(f"{name}/{agency}", agency, count, name))
    values: list[FacetValue] = []
    for government in _ordered(_grouped(conn, selection, governments), "donor"):
        own = agencies.get(government.value, ())
        values += [government, *sorted(own, key=lambda value: (-value.count, value.label))]
    return values


def _kinds(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    return _ordered(_grouped(conn, selection, kinds), "kind")


def _sources(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """By title; by file where two sources have the same title."""
    counts, sources = _named(conn, selection, SOURCES), called(conn)
    titles = Counter(source.title.casefold() for source in sources)
    values: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for source in sources:
        if count := counts[source.key]:
            alone = source.title and titles[source.title.casefold()] == 1
            value = source.title if alone else source.file
            values[value] += count
            labels[value] = source.title if alone else f"{source.title} ({source.file})"
    found = [FacetValue(value, labels[value], count) for value, count in values.items()]
    return sorted(found, key=lambda value: (-value.count, value.label))


def _series(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    return _ordered(_named(conn, selection, SERIES), "series")


def _statuses(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Also those that lists do not show: this is where one finds them."""
    everywhere = Selection((*selection.terms, Term("status", ("any",))))
    counts = _having(conn, everywhere, "status", [status for status in STATUSES if status != "any"])
    return [FacetValue(status, status, count) for status, count in counts.items() if count]


def _having(conn: sqlite3.Connection, selection: Selection, field: str, values: Collection[str]) -> dict[str, int]:
    """How many of the selection's milestones each of these values of a field holds."""
    tally = tally_of(conn)
    hits = tally.hits(conn, selection)
    found = tally.having(conn, *(Term(field, (value,)) for value in values))
    return {value: (hits & having).bit_count() for value, having in zip(values, found, strict=True)}


def _years(conn: sqlite3.Connection, selection: Selection) -> list[FacetValue]:
    """Newest first. A milestone counts in every year that it touches; an open one in every year that another begins or ends in."""
    tally = tally_of(conn)
    told = bytes_of(tally.hits(conn, selection))
    spans: Counter[tuple[int | None, int | None]] = Counter()
    for span in spans_of(tally, conn):
        spans[span.years] += part(told, span.low, span.high).bit_count()
    counts = _by_year(+spans)
    return [FacetValue(str(year), str(year), count) for year, count in sorted(counts.items(), reverse=True)]


def _by_year(spans: Mapping[tuple[int | None, int | None], int]) -> dict[int, int]:
    known = sorted({year for span in spans for year in span if year is not None})
    counts: Counter[int] = Counter()
    for (start, end), count in spans.items():
        if start is not None and end is not None:
            counts.update(dict.fromkeys(range(start, end + 1), count))
        else:
            low = 0 if start is None else bisect_left(known, start)
            high = len(known) if end is None else bisect_right(known, end)
            counts.update(dict.fromkeys(known[low:high], count))
    return counts


def _roles(conn: sqlite3.Connection, selection: Selection, role: Role) -> list[FacetValue]:
    return _ordered(_grouped(conn, selection, replace(COUNTRIES, condition=f"role = '{role}'")), "country")


def _column(conn: sqlite3.Connection, selection: Selection, name: str) -> list[FacetValue]:
    return _ordered(_named(conn, selection, Links("milestone", name, "id", condition=f"{name} <> ''")), name)


def _flags(conn: sqlite3.Connection, selection: Selection, field: str, known: Mapping[str, str]) -> list[FacetValue]:
    return _ordered(_having(conn, selection, field, known), field)


_COUNTERS: dict[str, Callable[[sqlite3.Connection, Selection], list[FacetValue]]] = {
    "country": _countries,
    "donor": _donors,
    "kind": _kinds,
    "year": _years,
    "source": _sources,
    "status": _statuses,
    "series": _series,
    **{role.value: partial(_roles, role=role) for role in Role},
    "agency": lambda conn, selection: _ordered(_grouped(conn, selection, _AGENCIES), "agency"),
    "place": partial(_column, name="place"),
    "basis": partial(_column, name="basis"),
    "is": partial(_flags, field="is", known=FLAGS),
    "has": partial(_flags, field="has", known=HOLDINGS),
    **dict.fromkeys(("date", "after", "before"), _years),
}
