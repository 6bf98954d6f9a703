"""Saved views: selections that people have given a name, kept in the store so that all who open it have them."""

from __future__ import annotations

from db.changes import ChangeError
from db.connect import Store, write

_LONGEST = 60


def save_view(store: Store, name: str, query: str, *, at: str) -> None:
    """Keep a selection, as its query text, under a name; a view that has it is replaced. `at` is the time, ISO 8601.

    Raises ChangeError for a name that does not fit on a line of 60 characters.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST:
        raise ChangeError(f"a view's name has 1 to {_LONGEST} characters; this one has {len(name)}")
    with write(store) as connection:
        connection.execute(
            "insert into saved_view (name, body, at) values (?, ?, ?) "
            "on conflict (name) do update set body = excluded.body, at = excluded.at",
            (name, query, at),
        )


def remove_view(store: Store, name: str) -> bool:
    """Forget a view; whether there was one of this name."""
    with write(store) as connection:
        return connection.execute("delete from saved_view where name = ?", (name,)).rowcount > 0
