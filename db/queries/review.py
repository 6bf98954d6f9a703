"""What waits for a person: the milestones that nobody has accepted or rejected, the least certain first."""

from __future__ import annotations

import sqlite3

from db.queries.where import where
from db.selection import Selection
from db.terms import Term

_WAITING = Selection((Term("status", ("new",)),))


def queue(conn: sqlite3.Connection, selection: Selection) -> tuple[str, ...]:
    """The uids of those of the selection that are new, by confidence from the least, then by source and place in it.

    How many are left is its length less those that were decided or skipped; `source:` in the selection takes one source at once.
    """
    asked = selection if any(term.field == "status" for term in selection.terms) else selection.also(_WAITING)
    base = where(conn, asked)
    rows = conn.execute(
        f"select m.uid from {base.tables} where {base.sql} order by m.confidence, coalesce(m.source_id, 0), m.position, m.uid",
        base.params,
    )
    return tuple(uid for (uid,) in rows)
