"""What waits for a person: the milestones that nobody has accepted or rejected, the least certain first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from db.queries.where import where
from db.selection import Selection
from db.terms import Term

_WAITING = Selection((Term("status", ("new",)),))
_AMONG = " and m.uid in (select value from json_each(?))"


def queue(
    conn: sqlite3.Connection, selection: Selection, *, among: Collection[str] | None = None, limit: int | None = None
) -> tuple[str, ...]:
    """The uids of those of the selection that are new, by confidence from the least, then by source and place in it.

    How many are left is its length less those that were decided or skipped; `source:` in the selection takes one source at once.
    `among` asks only about these uids, `limit` only for the first so many.
    """
    asked = selection if any(term.field == "status" for term in selection.terms) else selection.also(_WAITING)
    base = where(conn, asked)
    # the order is that of no index, so what leads along one is a detour
    tables, few = ("milestone m not indexed", "") if among is None else ("milestone m", _AMONG)
    rows = conn.execute(
        f"select m.uid from {tables} where {base.sql}{few} "
        "order by m.confidence, coalesce(m.source_id, 0), m.position, m.uid limit ?",
        (*base.params, *([] if among is None else [json.dumps(sorted(among))]), -1 if limit is None else limit),
    )
    return tuple(uid for (uid,) in rows)


def rest_of_queue(conn: sqlite3.Connection, selection: Selection, known: Collection[str]) -> tuple[str, ...]:
    """All of the queue but those that are known already."""
    return tuple(uid for uid in queue(conn, selection) if uid not in known)
