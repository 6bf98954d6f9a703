"""What a source is called and whether it is removed, made from what was read and what people decided."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from db.changes import settle_source
from db.store.results import changes_about


def settle_sources(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Bring the title and the removal of these sources to what people decided, inside the caller's transaction."""
    for key in keys:
        row = connection.execute("select uid, read_title, reads, title, removed from source where id = ?", (key,)).fetchone()
        uid, read_title, reads, *there = row
        title, removed = settle_source(read_title, reads, changes_about(connection, [uid]).get(uid, ()))
        if there != [title, int(removed)]:
            connection.execute("update source set title = ?, removed = ? where id = ?", (title, int(removed), key))


def source_titles(connection: sqlite3.Connection, uids: Iterable[str]) -> dict[str, str]:
    """Those of the uids that are sources, with their titles."""
    sql = "select uid, title from source where uid in (select value from json_each(?))"
    return dict(connection.execute(sql, (json.dumps(list(uids)),)))


def source_keys(connection: sqlite3.Connection, uids: Iterable[str]) -> list[int]:
    """The integer keys of these sources."""
    sql = "select id from source where uid in (select value from json_each(?)) order by id"
    return [key for (key,) in connection.execute(sql, (json.dumps(list(uids)),))]


def milestones_of(connection: sqlite3.Connection, uids: Iterable[str]) -> list[str]:
    """The uids of all that these sources tell or told."""
    sql = (
        "select r.uid from reading r join source s on s.id = r.source_id "
        "where s.uid in (select value from json_each(?)) order by r.source_id, r.position, r.uid"
    )
    return [uid for (uid,) in connection.execute(sql, (json.dumps(list(uids)),))]
