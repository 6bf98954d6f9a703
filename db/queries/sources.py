"""The newsletter issues in the store, with how many milestones each tells."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Any

from db.facts import loads
from db.models import DOUBTFUL, Milestone
from db.queries.tally import tally_of
from db.queries.where import VISIBLE

_PATTERN = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source."""

    uid: str
    file: str
    title: str
    issue: str | None
    """EDTF; None where the period is not known."""
    issue_basis: str
    read_at: str
    """ISO 8601."""
    milestones: int
    doubtful: int
    notes: tuple[str, ...]
    removed: bool = False


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """All that is known of one source."""

    source: SourceRow
    importer: str
    """The version of the importer that read it last."""
    sha256: str
    articles: int
    statuses: tuple[tuple[str, int], ...]
    """What people decided about what it tells, with how many of each; rejected and merged ones are in it."""
    text: str
    """The newsletter as it was decoded."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of a source to read it again."""

    file: str
    text: str
    issue: str | None
    """EDTF; None where the period is not known."""
    issue_basis: str
    sha256: str
    """Of the bytes that were read."""
    notes: tuple[str, ...]
    read_at: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a source is called."""

    key: int
    title: str
    file: str
    issue: str | None
    removed: bool


def called(conn: sqlite3.Connection) -> tuple[Called, ...]:
    """All sources, removed ones too, the newest period first; read once, for it lies behind the texts of newsletters."""

    def read() -> tuple[Called, ...]:
        rows = conn.execute(
            "select id, title, file, issue, removed from source order by issue is null, issue desc, title, file"
        ).fetchall()
        return tuple(Called(key, title, file, issue, bool(removed)) for key, title, file, issue, removed in rows)

    return tally_of(conn).keep("sources", read)


_COLUMNS = "s.uid, s.file, s.title, s.issue, s.issue_basis, s.read_at"


def sources(conn: sqlite3.Connection) -> tuple[SourceRow, ...]:
    """All that are not removed, by period, then title and file; those of unknown period last."""
    rows = conn.execute(
        f"select {_COLUMNS}, s.notes, s.removed, count(m.id), coalesce(sum(m.confidence < ? and m.status = 'new'), 0) "
        f"from source s left join milestone m on m.source_id = s.id and {VISIBLE} "
        "where s.removed = 0 group by s.id order by s.issue is null, s.issue, s.title, s.file, s.uid",
        (DOUBTFUL,),
    )
    return tuple(_row(row) for row in rows)


def source_of(conn: sqlite3.Connection, key: int) -> SourceRow | None:
    """The source with this integer key, removed or not."""
    row = conn.execute(
        f"select {_COLUMNS}, s.notes, s.removed, count(m.id), coalesce(sum(m.confidence < ? and m.status = 'new'), 0) "
        f"from source s left join milestone m on m.source_id = s.id and {VISIBLE} where s.id = ? group by s.id",
        (DOUBTFUL, key),
    ).fetchone()
    return _row(row) if row else None


def source_detail(conn: sqlite3.Connection, source: SourceRow) -> SourceDetail:
    """The rest of what the store holds about a source."""
    key, importer, sha256, text = conn.execute(
        "select id, importer, sha256, text from source where uid = ?", (source.uid,)
    ).fetchone()
    (articles,) = conn.execute("select count(*) from article where source_id = ?", (key,)).fetchone()
    statuses = conn.execute(
        "select iif(merged_into is null, status, 'merged'), count(*) from milestone where source_id = ? and gone < 2 "
        "group by 1 order by 2 desc, 1",
        (key,),
    ).fetchall()
    return SourceDetail(source, importer, sha256, articles, tuple(statuses), text)


def standing_sources(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """Uid and title of all that are not removed, by period; the milestones of `sources` are not counted."""
    return conn.execute("select uid, title from source where removed = 0 order by issue is null, issue, title, uid").fetchall()


def stored(conn: sqlite3.Connection, uid: str) -> Stored:
    """What is kept of a source, by its whole uid."""
    file, text, issue, basis, sha256, notes, read_at = conn.execute(
        "select file, text, issue, issue_basis, sha256, notes, read_at from source where uid = ?", (uid,)
    ).fetchone()
    return Stored(file, text, issue, basis, sha256, _lines(notes), read_at)


def still_stands(conn: sqlite3.Connection, uid: str, sha256: str) -> bool:
    """Whether a source is not removed and has the bytes of this sum."""
    found = conn.execute("select 1 from source where uid = ? and sha256 = ? and removed = 0", (uid, sha256))
    return found.fetchone() is not None


def readings_of(conn: sqlite3.Connection, uid: str) -> dict[str, Milestone]:
    """What the importer read in a source last, by the uids of its milestones, in the order of the text."""
    rows = conn.execute(
        "select r.uid, r.facts from reading r join source s on s.id = r.source_id "
        "where s.uid = ? and r.gone = 0 order by r.position",
        (uid,),
    )
    return {uid: loads(facts) for uid, facts in rows}


def find_source(conn: sqlite3.Connection, text: str) -> SourceRow:
    """The source that is not removed and that has this title or file, or whose uid, title or file alone begins so or holds it.

    Raises LookupError, whose message is one line for a person.
    """
    wanted = " ".join(text.split()).casefold()
    there = sources(conn)
    tests: tuple[Callable[[SourceRow], bool], ...] = (
        lambda row: wanted in (row.uid, row.title.casefold(), row.file.casefold()),
        lambda row: row.uid.startswith(wanted),
        lambda row: wanted in row.title.casefold() or wanted in row.file.casefold(),
    )
    for test in tests:
        found = [row for row in there if wanted and test(row)]
        if len(found) == 1:
            return found[0]
        if found:
            told = ", ".join(f"{row.title} ({row.uid})" for row in found[:4])
            raise LookupError(f"“{text}” may be {told}{' and more' * (len(found) > 4)}: name it by its ID")
    raise LookupError(f"no newsletter is called “{text}”: `milepost sources` lists them")


def find_sources(conn: sqlite3.Connection, text: str) -> list[SourceRow]:
    """The same for all whose file a pattern such as `2016-*.txt` names; any other text names one."""
    if not _PATTERN.search(text):
        return [find_source(conn, text)]
    found = [row for row in sources(conn) if fnmatch(row.file.casefold(), text.casefold())]
    if not found:
        raise LookupError(f"no newsletter's file is like “{text}”: `milepost sources` lists them")
    return found


def _row(cells: tuple[Any, ...]) -> SourceRow:
    uid, file, title, issue, issue_basis, read_at, notes, removed, milestones, doubtful = cells
    return SourceRow(uid, file, title, issue, issue_basis, read_at, milestones, doubtful, _lines(notes), bool(removed))


def _lines(notes: str) -> tuple[str, ...]:
    return tuple(line for line in notes.split("\n") if line)
