"""What people decided, as it can be looked up: the history of one milestone and of the store, and how a milestone stands now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import groupby

from db.changes import Change, Settled, export_field, field_text, settle
from db.facts import loads
from db.models import Milestone
from db.undo import own_name

_COLUMNS = ", ".join(f"c.{field.name}" for field in fields(Change))


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody did at once, and what one undo takes back."""

    name: str
    who: str
    at: str
    """ISO 8601."""
    why: str
    what: str
    """`changed`, `undone` or `redone`."""
    changes: tuple[Change, ...]
    titles: dict[str, str]
    """What the targets of the changes are called now, by uid; one that is there no more is left out."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that is read otherwise than it was decided."""

    field: str
    """As in a change: `date`, `country:KZ`."""
    read: str | None
    new: bool
    """Whether the reading is no longer the one that the person saw."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A milestone with what it was made of: what a form corrects, and what its history tells."""

    uid: str
    settled: Settled
    differing: tuple[Differing, ...]

    @property
    def milestone(self) -> Milestone:
        """As it stands."""
        return self.settled.milestone


def standing(conn: sqlite3.Connection, uid: str) -> Standing | None:
    """How the milestone with this (whole) uid stands; None if there is none."""
    changes = _changes(conn, "c.target = ?", (uid,))
    read = conn.execute("select facts from reading where uid = ?", (uid,)).fetchone()
    reading = loads(read[0]) if read else None
    settled = settle(reading, changes)
    if settled is None:
        return None
    return Standing(uid, settled, tuple(_differing(reading, settled, changes)) if reading else ())


def _differing(reading: Milestone, settled: Settled, changes: Iterable[Change]) -> Iterator[Differing]:
    for field in dict.fromkeys(change.field for change in changes):
        name = export_field(field)
        if name in settled.differs:
            read = field_text(reading, field)
            if read != field_text(settled.milestone, field):
                yield Differing(field, read, name in settled.reread)


def history(conn: sqlite3.Connection, uid: str) -> tuple[Step, ...]:
    """All that was decided about a milestone or a source, the latest step first; of each step the part about it."""
    return tuple(_steps(conn, reversed(_changes(conn, "c.target = ?", (uid,)))))


def log(conn: sqlite3.Connection, limit: int | None = None) -> Iterator[Step]:
    """The steps of the store, the latest first, at most so many."""
    most = -1 if limit is None else limit
    names = conn.execute("select step from change group by step order by max(seq) desc, step limit ?", (most,)).fetchall()
    for (name,) in names:
        yield from _steps(conn, _changes(conn, "c.step = ?", (name,)))


def _changes(conn: sqlite3.Connection, condition: str, params: tuple[str, ...]) -> list[Change]:
    rows = conn.execute(f"select {_COLUMNS} from change c where {condition} order by c.seq, c.cid", params)
    return [Change(*row) for row in rows]


def _steps(conn: sqlite3.Connection, changes: Iterable[Change]) -> Iterator[Step]:
    for name, grouped in groupby(changes, key=lambda change: change.step):
        some = tuple(sorted(grouped, key=lambda change: (change.seq, change.cid)))
        titles = {change.target: title for change in some if (title := title_of(conn, change.target)) is not None}
        yield Step(name, some[0].who, some[0].at, some[0].why, _what(conn, name), some, titles)


def title_of(conn: sqlite3.Connection, uid: str) -> str | None:
    """What a milestone or a source, also a hidden one, is called now, by its whole uid; None where neither is there."""
    row = conn.execute(
        "select title from milestone where uid = ?1 union all select title from source where uid = ?1", (uid,)
    ).fetchone()
    return row[0] if row else None


def _what(conn: sqlite3.Connection, step: str) -> str:
    """An undo names the step that it takes back; the undo of an undo is a redo."""
    depth = 0
    while "<" in step:
        depth += 1
        taken = step.partition("<")[2]
        row = conn.execute("select step from change where step = ?1 or step >= ?1 || '<' and step < ?1 || '='", (taken,)).fetchone()
        if row is None or own_name(row[0]) != taken:
            break
        step = row[0]
    return ("changed", "undone", "redone")[0 if depth == 0 else 1 + (depth + 1) % 2]
