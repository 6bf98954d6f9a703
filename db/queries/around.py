"""What stands around a milestone: the others of its article, and the instalments of its series before and after it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from db.queries.where import VISIBLE


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A milestone near to another one."""

    uid: str
    date: str
    """EDTF."""
    title: str


@dataclass(frozen=True, slots=True)
class Around:
    """The neighbours of one milestone; those that lists do not show are left out."""

    number: int = 0
    """Which of its article's milestones it is, from 1 in the order of their quotes; 0 where it has no article."""
    count: int = 0
    """How many its article tells."""
    before: Neighbour | None = None
    """The one before it in its article."""
    after: Neighbour | None = None
    earlier: Neighbour | None = None
    """The instalment of its series before it, by date; of one that is but a word, `meeting`, in its article."""
    later: Neighbour | None = None


def around(conn: sqlite3.Connection, uid: str) -> Around:
    """The neighbours of a milestone, by its whole uid; none where there is no such milestone."""
    found = conn.execute(
        "select id, source_id, article_id, series, start_day, coalesce(ordinal, 0) from milestone where uid = ?", (uid,)
    ).fetchone()
    if found is None:
        return Around()
    key, source, article, series, start, ordinal = found
    told = [] if article is None else _article(conn, source, article, key)
    at = next((number for number, (one, _) in enumerate(told) if one == key), 0)
    # "the fourth meeting" of one story is none of that which another one calls so
    place = (series, not (series.islower() and series.isalpha()), article, start, ordinal, uid)
    return Around(
        at + 1 if told else 0,
        len(told),
        told[at - 1][1] if at > 0 else None,
        told[at + 1][1] if at + 1 < len(told) else None,
        _instalment(conn, place, "<", "desc") if series else None,
        _instalment(conn, place, ">", "asc") if series else None,
    )


def _article(conn: sqlite3.Connection, source: int, article: int, key: int) -> list[tuple[int, Neighbour]]:
    rows = conn.execute(
        "select m.id, m.uid, m.date, m.title from milestone m "
        f"where m.source_id = ? and m.article_id = ? and (({VISIBLE}) or m.id = ?) "
        "order by m.quote_start, m.start_day, m.uid",
        (source, article, key),
    )
    return [(row[0], Neighbour(*row[1:])) for row in rows]


def _instalment(
    conn: sqlite3.Connection, place: tuple[str, bool, int | None, int, int, str], side: str, order: str
) -> Neighbour | None:
    found = conn.execute(
        "select m.uid, m.date, m.title from milestone m "
        f"where m.series = ? and (? or m.article_id = ?) and {VISIBLE} "
        f"and (m.start_day, coalesce(m.ordinal, 0), m.uid) {side} (?, ?, ?) "
        f"order by m.start_day {order}, coalesce(m.ordinal, 0) {order}, m.uid {order} limit 1",
        place,
    ).fetchone()
    return Neighbour(*found) if found else None
