"""Looking a store over, and rebuilding what can be rebuilt: everything but what was read and what people decided.

Each check gives findings, one line each, with what to do. A repair begins with a copy of the store beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.changes import Change, check
from db.connect import Store, StoreError, kept_copy, write
from db.copying import copy_database
from db.facts import loads
from db.matching import squeeze
from db.models import Evidence, Milestone
from db.store.results import CHANGE_COLUMNS, out_of_step, resettle
from db.store.sources import settle_sources

_PIECE = 500
_MADE = frozenset(
    {
        "milestone",
        "milestone_country",
        "milestone_donor",
        "milestone_amount",
        "milestone_citation",
        "sentence",
        "earlier_text",
        "article",
    }
)
"""Tables whose rows can be made again, or mean nothing without what they point to."""
_ILLEGIBLE = (ValueError, KeyError, TypeError)
"""What taking apart a reading raises that is none."""
_OF_ANY_VERSION = frozenset({"file", "links"})
_SHOWN = 5
"""Findings of one sort that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be."""

    check: str
    """Which check found it: `file`, `tables`, `links`, `search`, `results`, `sources`, `evidence`, `changes`."""
    told: str
    """One line: what is wrong and what can be done."""
    mends: bool
    """Whether a repair puts it right."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found."""

    checks: tuple[str, ...]
    """All checks that were made, in order."""
    findings: tuple[Finding, ...]


def examine(store: Store, progress: Callable[[str], None] = lambda _: None) -> Health:
    """Look the whole store over; `progress` hears the name of each check before it is made. Nothing is changed.

    In a store that is open for reading only the full-text index is not compared with what it stands for.
    """
    findings: list[Finding] = []
    made: list[str] = []
    for name, look in _CHECKS.items():
        if store.later and name not in _OF_ANY_VERSION:
            continue
        progress(name)
        made.append(name)
        try:
            findings += look(store)
        except sqlite3.DatabaseError as error:
            # A damaged file fails anywhere; the first check has told which.
            findings.append(Finding(name, f"this could not be looked at: {error}", mends=False))
        if name == "file" and any(not finding.mends for finding in findings):
            break
    return Health(tuple(made), tuple(findings))


def repair(store: Store) -> tuple[Health, str]:
    """Rebuild what can be rebuilt, in one transaction, and look again; what is still wrong then, and where the copy lies.

    Raises StoreError if no copy can be kept or the store cannot be written; then nothing is changed.
    """
    kept = kept_copy(store.path.resolve(), "repair")
    try:
        copy_database(store.path.resolve(), kept, replace=True, check=False)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"no copy of {store.path} can be kept at {kept}: {error}; nothing was changed") from error
    try:
        _rebuild(store)
    except (sqlite3.DatabaseError, *_ILLEGIBLE) as error:
        raise StoreError(
            f"the store at {store.path} cannot be repaired ({error}): nothing was changed; restore a backup"
        ) from error
    return examine(store), str(kept)


def _rebuild(store: Store) -> None:
    with write(store) as connection:
        for statements in _lost(connection).values():
            for statement in statements:
                connection.execute(statement)
        connection.execute("reindex")
        # First, because the triggers of what follows take the index for what the milestones said before.
        connection.execute("insert into milestone_fts(milestone_fts) values ('rebuild')")
        for table, column, parent in _orphans(connection):
            if table in _MADE:
                connection.execute(f"delete from {table} where {column} is not null and {column} not in (select id from {parent})")
        settle_sources(connection, [key for (key,) in connection.execute("select id from source order by id")])
        for some in _pieces(_uids(connection)):
            resettle(connection, some)


def _file(store: Store) -> Iterator[Finding]:
    for (line,) in store.connection.execute("pragma integrity_check(20)"):
        # "row 5 missing from index", "wrong # of entries in index", "non-unique entry in index"
        index = " index " in line
        if line != "ok":
            what = "an index is rebuilt by `milepost doctor --repair`" if index else "restore a backup, or import into a new store"
            yield Finding("file", f"the file is damaged ({line}): {what}", mends=index)


def _tables(store: Store) -> Iterator[Finding]:
    for name in _lost(store.connection):
        yield Finding("tables", f"{name} is missing or another than it should be", mends=True)


def _lost(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Indices, triggers and views that other tools have dropped or changed, by name, with what makes them anew."""
    from sqlite_utils import Database

    from db.schema import migrations

    sql = "select name, type, sql from sqlite_schema where type in ('index', 'trigger', 'view') and sql is not null order by rowid"
    sample = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.apply(Database(sample))
        right = sample.execute(sql).fetchall()
    finally:
        sample.close()
    there = {name: " ".join(made.split()) for name, _, made in connection.execute(sql)}
    return {
        name: (f"drop {sort} if exists {name}", made) for name, sort, made in right if there.get(name) != " ".join(made.split())
    }


def _links(store: Store) -> Iterator[Finding]:
    for table, column, parent in _orphans(store.connection):
        yield Finding("links", f"rows of {table} point by {column} to a {parent} that is not there", mends=table in _MADE)


def _orphans(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Table, column and parent of the links that lead nowhere."""
    found = {(table, parent, nr) for table, _, parent, nr in connection.execute("pragma foreign_key_check")}
    named = []
    for table, parent, nr in sorted(found):
        columns = {cells[0]: cells[3] for cells in connection.execute(f"pragma foreign_key_list({table})")}
        named.append((table, columns[nr], parent))
    return named


def _search(store: Store) -> Iterator[Finding]:
    if store.readonly:
        return
    try:
        # It writes nothing, but SQLite takes it for a writing.
        store.connection.execute("insert into milestone_fts(milestone_fts, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Finding("search", f"the full-text index is not what the milestones say ({error})", mends=True)


def _results(store: Store) -> Iterator[Finding]:
    wrong: dict[str, None] = {}
    for some in _pieces(_uids(store.connection)):
        try:
            wrong |= dict.fromkeys(out_of_step(store.connection, some))
        except _ILLEGIBLE:
            # One that hangs together with these by merging; the check of evidence tells which.
            continue
    yield from _several("results", [f"milestone {uid} is not what its reading and the changes make of it" for uid in wrong], True)


def _uids(connection: sqlite3.Connection) -> list[str]:
    """Every milestone that there is or should be, but for those whose reading cannot be understood."""
    sql = (
        "select uid from reading union select uid from milestone "
        "union select target from change where target not in (select uid from source) order by 1"
    )
    broken = {uid for uid, facts in connection.execute("select uid, facts from reading") if not _legible(facts)}
    return [uid for (uid,) in connection.execute(sql) if uid not in broken]


def _legible(facts: str) -> bool:
    try:
        loads(facts)
    except _ILLEGIBLE:
        return False
    return True


def _pieces(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(uids), _PIECE):
        yield uids[first : first + _PIECE]


def _sources(store: Store) -> Iterator[Finding]:
    from db.changes import settle_source
    from db.store.results import changes_about

    wrong = []
    for uid, read_title, reads, title, removed in store.connection.execute(
        "select uid, read_title, reads, title, removed from source order by id"
    ).fetchall():
        right = settle_source(read_title, reads, changes_about(store.connection, [uid]).get(uid, ()))
        if right != (title, bool(removed)):
            wrong.append(f"source {uid} is not what was read and the changes make of it")
    yield from _several("sources", wrong, True)


def _evidence(store: Store) -> Iterator[Finding]:
    """Readings that are told now must stand in their source's text where they say, and in the article where they say."""
    wrong = []
    sources = store.connection.execute("select id, text from source order by id").fetchall()
    for source_id, text in sources:
        articles = dict(store.connection.execute("select nr, text from article where source_id = ?", (source_id,)))
        rows = store.connection.execute("select uid, facts from reading where source_id = ? and gone = 0", (source_id,))
        for uid, facts in rows.fetchall():
            try:
                milestone = loads(facts)
                if not all(_found(one, text, articles) for one in (milestone.evidence, *_cited(milestone))):
                    wrong.append(
                        f"the evidence of {uid} is not found where it should stand: `milepost reread` reads its source again"
                    )
            except _ILLEGIBLE:
                wrong.append(f"the reading of {uid} cannot be understood: `milepost reread` reads its source again")
    yield from _several("evidence", wrong, False)


def _cited(milestone: Milestone) -> list[Evidence]:
    return [citation.evidence for citation in milestone.citations]


def _found(evidence: Evidence | None, text: str, articles: Mapping[int, str]) -> bool:
    if evidence is None:
        return False
    quote = squeeze(evidence.quote)
    there = "".join(text[slice(*span)] for span in evidence.spans)
    return squeeze(there) == quote == squeeze(articles.get(evidence.article, "")[slice(*evidence.at)])


def _decisions(store: Store) -> Iterator[Finding]:
    wrong = []
    for cells in store.connection.execute(f"select {CHANGE_COLUMNS} from change order by seq, cid").fetchall():
        change = Change(*cells)
        try:
            check(change)
        except ValueError as error:
            wrong.append(f"a change by {change.who} of {change.at} cannot be carried out and is passed over: {error}")
    yield from _several("changes", wrong, False)


def _several(check: str, lines: Sequence[str], mends: bool) -> Iterator[Finding]:
    yield from (Finding(check, line, mends) for line in lines[:_SHOWN])
    if len(lines) > _SHOWN:
        yield Finding(check, f"and {len(lines) - _SHOWN} more of this sort", mends)


_CHECKS: dict[str, Callable[[Store], Iterator[Finding]]] = {
    "file": _file,
    "tables": _tables,
    "links": _links,
    "search": _search,
    "sources": _sources,
    "results": _results,
    "evidence": _evidence,
    "changes": _decisions,
}
