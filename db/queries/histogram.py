"""When the milestones of a selection began, counted by month: for the histogram, and for each value of a facet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from db.queries.tally import Links, tally_of
from db.queries.where import where
from db.selection import Selection
from db.terms import Term


def month_counts(conn: sqlite3.Connection, selection: Selection) -> tuple[tuple[int, int], ...]:
    """Month (year * 12 + month - 1 of the first day, of the last where there is no first) and how many; oldest first."""
    base = where(conn, selection)
    rows = conn.execute(
        f"select m.month, count(*) from {base.tables} where {base.sql} group by m.month order by m.month", base.params
    )
    return tuple((month, count) for month, count in rows)


_LARGE = 50_000
"""Milestones from which on quarters are enough: at a million, sets of months would take 30 MB."""
_MONTHS = Links("milestone", "month", "id", "indexed by milestone_order")
_QUARTERS = Links("milestone", "month / 3 * 3", "id", "indexed by milestone_order")


def value_months(conn: sqlite3.Connection, selection: Selection, field: str, values: Iterable[str]) -> dict[str, dict[int, int]]:
    """When the values of a facet were, within the rest of the selection: by value, month and how many, as in `month_counts`.

    Of a large store, the first months of quarters and how many in each.
    """
    tally, rest = tally_of(conn), selection.but(field)
    if field == "status":
        rest = rest.also(Selection((Term("status", ("any",)),)))
    hits = tally.hits(conn, rest)
    groups = tally.groups(conn, _QUARTERS if tally.everything(conn).bit_count() > _LARGE else _MONTHS)
    told: dict[str, dict[int, int]] = {}
    for value in values:
        having = hits & tally.having(conn, Term(field, (value,)))
        told[value] = {int(str(month)): count for month, bits in groups.items() if (count := bits.shared(having))}
    return told
