"""Saved views: selections that people have given a name, kept in the store so that all who open it have them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from db.changes import ChangeError
from db.connect import Store, write
from db.terms import tidy

LONGEST = 60
"""Characters of a name."""


def view_name(text: str) -> str:
    """The name that was typed, on one line. Raises ChangeError where it is empty or too long."""
    name = " ".join(tidy(text).split())
    if not 0 < len(name) <= LONGEST:
        raise ChangeError(f"a view's name has 1 to {LONGEST} characters; this one has {len(name)}")
    return name


def save_view(store: Store, name: str, query: str, looks: Mapping[str, str] | None = None, *, at: str) -> None:
    """Keep a selection, as its query text, under a name, and how it is looked at; a view that has the name is replaced.

    `looks` are texts by name, such as face, lanes, unit and group; `at` is the time, ISO 8601. Raises ChangeError as `view_name`.
    """
    with write(store) as connection:
        connection.execute(
            "insert into saved_view (name, body, at, looks) values (?, ?, ?, ?) "
            "on conflict (name) do update set body = excluded.body, at = excluded.at, looks = excluded.looks",
            (view_name(name), query, at, json.dumps(dict(looks or {}), ensure_ascii=False)),
        )


def remove_view(store: Store, name: str) -> bool:
    """Forget a view; whether there was one of this name."""
    with write(store) as connection:
        return connection.execute("delete from saved_view where name = ?", (name,)).rowcount > 0
