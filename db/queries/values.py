"""The values that a store holds of the open fields: for completion while a person types, and to say what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db import names
from db.changes import ADD, SET

if TYPE_CHECKING:
    from db.editing import Edit

_SQL = {
    "donors": "select distinct case agency when '' then name else name || '/' || agency end from milestone_donor",
    "place": "select distinct place from milestone where place <> ''",
    "series": "select distinct series from milestone where series <> ''",
    "countries": "select distinct name from country",
}


def values_of(conn: sqlite3.Connection, field: str) -> tuple[str, ...]:
    """What can be typed into `donors`, `countries`, `place` or `series`, by the alphabet; empty for other fields."""
    found = {text for (text,) in conn.execute(_SQL[field])} if field in _SQL else set()
    if field == "donors":
        found |= {str(info.donor) for info in names.donors()}
    elif field == "countries":
        found |= {country.name for country in names.countries()}
    return tuple(sorted(found, key=names.fold))


def news(conn: sqlite3.Connection, edits: Iterable[Edit]) -> tuple[str, ...]:
    """A line for each donor, place and series of the edits that neither the lists nor the store know, with what is near to it.

    They are allowed: a person should only hear that they are new, since a slip of the hand looks the same. To be asked before the
    edits are recorded.
    """
    told = []
    for edit in edits:
        name, _, key = edit.field.partition(":")
        if name == "donor" and edit.op == ADD and names.donor(key) is None:
            told.append(_new(conn, "donor", "donors", key))
        elif name in ("place", "series") and edit.op == SET and edit.new:
            told.append(_new(conn, name, name, edit.new.rpartition(" #")[0] or edit.new if name == "series" else edit.new))
    return tuple(line for line in told if line)


def _new(conn: sqlite3.Connection, what: str, field: str, text: str) -> str:
    known = {value for (value,) in conn.execute(_SQL[field])}
    if text in known:
        return ""
    near = names.nearest(text, values_of(conn, field))
    return f"“{text}” is a new {what}" + (f"; did you mean {near}?" if near and near != text else "")
