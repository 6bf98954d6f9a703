"""The saved views of a store: selections that people have given a name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedView:
    """A selection under a name."""

    name: str
    query: str
    """Its query text."""
    at: str
    """When it was saved, ISO 8601."""


def saved_views(conn: sqlite3.Connection) -> tuple[SavedView, ...]:
    """All of them by name, case aside."""
    return tuple(
        SavedView(*row) for row in conn.execute("select name, body, at from saved_view order by name collate nocase, name")
    )
