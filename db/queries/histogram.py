"""When the milestones of a selection began, counted by month and by year: the small histogram above the timeline."""

from __future__ import annotations

import sqlite3
from collections import Counter

from db.queries.where import where
from db.selection import Selection


def month_counts(conn: sqlite3.Connection, selection: Selection) -> tuple[tuple[int, int], ...]:
    """Month (year * 12 + month - 1 of the first day, of the last where there is no first) and how many; oldest first."""
    base = where(conn, selection)
    rows = conn.execute(
        f"select m.month, count(*) from {base.tables} where {base.sql} group by m.month order by m.month", base.params
    )
    return tuple((month, count) for month, count in rows)


def year_counts(conn: sqlite3.Connection, selection: Selection) -> tuple[tuple[int, int], ...]:
    """Year and how many began in it; oldest first."""
    years: Counter[int] = Counter()
    for month, count in month_counts(conn, selection):
        years[month // 12] += count
    return tuple(sorted(years.items()))
