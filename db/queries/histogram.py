"""When the milestones of a selection began, counted by month: for the histogram, and for each value of a facet."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from db.queries.tally import bytes_of, part, tally_of
from db.selection import Selection
from db.terms import Term


def month_counts(conn: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Month (year * 12 + month - 1 of the first day, of the last where there is no first) and how many; oldest first."""
    return _months(conn, tally_of(conn).hits(conn, selection))


def value_months(conn: sqlite3.Connection, selection: Selection, field: str, values: Iterable[str]) -> dict[str, dict[int, int]]:
    """When the values of a facet were, within the rest of the selection: by value, the same."""
    tally, rest = tally_of(conn), selection.but(field)
    if field == "status":
        rest = rest.also(Selection((Term("status", ("any",)),)))
    hits, asked = tally.hits(conn, rest), list(values)
    found = tally.having(conn, *(Term(field, (value,)) for value in asked))
    return {value: _months(conn, hits & having) for value, having in zip(asked, found, strict=True)}


def _months(conn: sqlite3.Connection, hits: int) -> dict[int, int]:
    told, counts = bytes_of(hits), Counter[int]()
    for under in reversed(tally_of(conn).order(conn).under):
        counts[under.month] += part(told, under.low, under.high).bit_count()
    return dict(+counts)
