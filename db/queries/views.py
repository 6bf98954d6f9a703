"""The saved views of a store: selections that people have given a name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SavedView:
    """A selection under a name."""

    name: str
    query: str
    """Its query text."""
    at: str
    """When it was saved, ISO 8601."""
    looks: Mapping[str, str] = field(default_factory=dict)
    """How it is looked at, by name; only what was saved along."""


def saved_views(conn: sqlite3.Connection) -> tuple[SavedView, ...]:
    """All of them by name, case aside."""
    rows = conn.execute("select name, body, at, looks from saved_view order by name collate nocase, name")
    return tuple(SavedView(name, body, at, _texts(looks)) for name, body, at, looks in rows)


def _texts(told: str) -> dict[str, str]:
    """What makes no sense is left out: other programs can write to the store too."""
    try:
        values = json.loads(told)
    except (ValueError, RecursionError):
        return {}
    return {name: text for name, text in values.items() if isinstance(text, str)} if isinstance(values, dict) else {}
