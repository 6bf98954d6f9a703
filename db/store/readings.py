"""Save what an importer read: one source, one transaction, known bytes without work.

A newsletter that was corrected, or comes as another kind of text, is a new reading of the source that it was; what it tells keeps
its uid, so that what people put right stays put right. File names never decide.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.connect import Store, write
from db.facts import dumps, loads
from db.matching import Known, has_words, match, name_new, token
from db.models import DOUBTFUL, Milestone, Reading, Source
from db.store.recognising import GIVEN, find_source, text_of
from db.store.results import resettle
from db.store.sources import settle_sources

_EARLIER = "a later text of this newsletter was read, which stands; to go back to this one, remove the newsletter first"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import changed, in milestones."""

    file: str
    title: str
    """The source's."""
    new: int
    """Told for the first time, or again."""
    changed: int
    """Told before, but otherwise."""
    unchanged: int
    doubtful: int
    """Of all that the source tells now, those with little confidence."""
    gone: int
    """Told before, but no more."""
    known: bool
    """These bytes were read before by the same importer, so nothing was done."""
    notes: tuple[str, ...]

    @property
    def tells(self) -> bool:
        """Whether the source tells any milestone now, or did."""
        return bool(self.new or self.changed or self.unchanged or self.gone)


def known(store: Store, sha256: str, importer: str) -> Report | None:
    """The report on bytes that this version of the importer has read already and that are still the source's, or that a later text
    of that source has replaced; else None.
    """
    sql = "select id, file, title, notes from source where sha256 = ? and importer = ? and removed = 0"
    row = store.connection.execute(sql, (sha256, importer)).fetchone()
    if row is None:
        sql = (
            "select s.id, s.file, s.title, ? from earlier_text e join source s on s.id = e.source_id "
            "where e.sha256 = ? and e.importer = ? and s.removed = 0"
        )
        row = store.connection.execute(sql, (_EARLIER, sha256, importer)).fetchone()
    if row is None:
        return None
    source_id, file, title, notes = row
    told, doubtful = _told(store.connection, source_id)
    return Report(file, title, 0, 0, told, doubtful, 0, known=True, notes=tuple(line for line in notes.split("\n") if line))


def save_reading(store: Store, reading: Reading, *, at: str, again: bool = False) -> Report:
    """Put the reading into the store, all of it or nothing; twice is as good as once. `at` is the time, ISO 8601.

    With `again` a text that is known, read by the same importer, is saved too: its names may be others now.

    Raises StoreError if the store cannot be written, ValueError for a milestone without evidence.
    """
    if any(not milestone.evidence or not has_words(milestone.evidence.quote) for milestone in reading.milestones):
        raise ValueError("a reading tells nothing without evidence")
    reading = replace(reading, source=_storable(reading.source))
    with write(store) as connection:
        source = reading.source
        if not again and _saved(connection, reading) and (report := known(store, source.sha256, reading.importer)):
            return replace(report, file=source.file)
        text = text_of(reading)
        source_id = _save_source(connection, find_source(connection, source, text), reading, set(text.marks), at)
        _save_articles(connection, source_id, reading)
        new, changed, gone = _save_milestones(connection, source_id, reading.milestones)
        connection.execute("delete from article where source_id = ? and nr >= ?", (source_id, len(reading.articles)))
        _, doubtful = _told(connection, source_id)
        unchanged = len(reading.milestones) - new - changed
        (title,) = connection.execute("select title from source where id = ?", (source_id,)).fetchone()
        return Report(source.file, title, new, changed, unchanged, doubtful, gone, known=False, notes=reading.notes)


def _storable(source: Source) -> Source:
    """The source without halves of surrogate pairs, by which Python names bytes of a file name that are no text."""
    plain: Callable[[str], str] = lambda text: text.encode("utf-8", "replace").decode("utf-8")  # noqa: E731
    return replace(source, file=plain(source.file), title=plain(source.title))


def _told(connection: sqlite3.Connection, source_id: int) -> tuple[int, int]:
    """How many milestones the source tells now, and how many of those that nobody has judged are doubtful."""
    count, doubtful = connection.execute(
        "select count(*), coalesce(sum(confidence < ? and status = 'new' and merged_into is null), 0) "
        "from milestone where source_id = ? and gone = 0",
        (DOUBTFUL, source_id),
    ).fetchone()
    return count, doubtful


# The source


def _saved(connection: sqlite3.Connection, reading: Reading) -> bool:
    """Whether this very reading was saved already: same bytes, same importer, same period (a person can give another)."""
    sha256, issue = reading.source.sha256, reading.source.issue
    row = connection.execute("select issue from source where sha256 = ? order by removed, id", (sha256,)).fetchone()
    if row is None and reading.source.issue_basis != GIVEN:
        return True
    row = row or connection.execute("select issue from earlier_text where sha256 = ?", (sha256,)).fetchone()
    return bool(row == (issue.edtf if issue else None,))


def _save_source(connection: sqlite3.Connection, source_id: int | None, reading: Reading, marks: set[int], at: str) -> int:
    source = reading.source
    values: dict[str, str | int | None] = {
        "file": source.file,
        "read_title": source.title,
        "sha256": source.sha256,
        "text": source.text,
        "issue": source.issue.edtf if source.issue else None,
        "issue_basis": source.issue_basis,
        "importer": reading.importer,
        "notes": "\n".join(reading.notes),
        "read_at": at,
    }
    if source_id is None:
        values |= {"uid": _source_uid(connection, source.sha256), "title": source.title, "removed": 0}
        names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        source_id = connection.execute(f"insert into source ({names}) values ({places})", values).lastrowid
        assert source_id is not None
    else:
        connection.execute(
            "insert or replace into earlier_text (sha256, source_id, importer, issue) "
            "select sha256, id, importer, issue from source where id = ? and sha256 <> ?",
            (source_id, source.sha256),
        )
        sets = ", ".join([*(f"{name} = :{name}" for name in values), "reads = reads + 1"])
        connection.execute(f"update source set {sets} where id = :id", values | {"id": source_id})
        settle_sources(connection, [source_id])
    connection.execute("delete from earlier_text where sha256 = ?", (source.sha256,))
    rows = [(mark, source_id) for mark in sorted(marks)]
    connection.executemany("insert or ignore into sentence (mark, source_id) values (?, ?)", rows)
    return source_id


def _source_uid(connection: sqlite3.Connection, sha256: str) -> str:
    equals = 0
    while connection.execute("select 1 from source where uid = ?", (uid := token("source", sha256, str(equals)),)).fetchone():
        equals += 1
    return uid


def _save_articles(connection: sqlite3.Connection, source_id: int, reading: Reading) -> None:
    connection.executemany(
        "insert into article (source_id, nr, heading, text) values (?, ?, ?, ?) "
        "on conflict (source_id, nr) do update set heading = excluded.heading, text = excluded.text",
        [(source_id, nr, article.heading, article.text) for nr, article in enumerate(reading.articles)],
    )


# Its milestones


def _save_milestones(connection: sqlite3.Connection, source_id: int, milestones: Sequence[Milestone]) -> tuple[int, int, int]:
    """Save the readings and settle what comes of them; how many are new, changed and gone."""
    rows = connection.execute(
        "select uid, position, facts, gone from reading where source_id = ? order by gone, position, uid", (source_id,)
    ).fetchall()
    old = {uid: (position, facts, bool(gone)) for uid, position, facts, gone in rows}
    before = [Known(uid, loads(facts), gone) for uid, (_, facts, gone) in old.items()]
    uids = _name(connection, match(before, milestones), milestones)
    told = [(uid, position, dumps(milestone)) for position, (uid, milestone) in enumerate(zip(uids, milestones, strict=True))]
    written = [(uid, source_id, position, facts) for uid, position, facts in told if old.get(uid) != (position, facts, False)]
    connection.executemany(
        "insert into reading (uid, source_id, position, facts, gone) values (?, ?, ?, ?, 0) "
        "on conflict (uid) do update set position = excluded.position, facts = excluded.facts, gone = 0",
        written,
    )
    here = set(uids)
    missed = [each.uid for each in before if not each.gone and each.uid not in here]
    connection.executemany("update reading set gone = 1 where uid = ?", [(uid,) for uid in missed])
    resettle(connection, [*uids, *(uid for uid in old if uid not in here)], dict(zip(uids, milestones, strict=True)))
    said = {each.uid: _said(each.milestone) for each in before if not each.gone}
    new = sum(uid not in said for uid in uids)
    changed = sum(uid in said and said[uid] != _said(milestone) for uid, milestone in zip(uids, milestones, strict=True))
    return new, changed, len(missed)


def _name(connection: sqlite3.Connection, matched: dict[int, str], milestones: Sequence[Milestone]) -> list[str]:
    """The uid of each milestone: that of the one it matches, else a new one."""

    def taken(uids: Sequence[str]) -> set[str]:
        tables = (("reading", "uid"), ("milestone", "uid"), ("change", "target"))
        sql = " union ".join(
            f"select {name} from {table} where {name} in (select value from json_each(?1))" for table, name in tables
        )
        return {uid for (uid,) in connection.execute(sql, (json.dumps(uids),))}

    fresh = iter(name_new([milestone for index, milestone in enumerate(milestones) if index not in matched], taken))
    return [matched.get(index) or next(fresh) for index in range(len(milestones))]


def _said(milestone: Milestone) -> Milestone:
    """What a person would call the same: wherever it stands in the text, and however sure the importer is."""
    evidence = milestone.evidence
    told = replace(evidence, spans=(), article=0, at=(0, 0)) if evidence else None
    return replace(milestone, evidence=told, citations=(), confidence=0, reasons=())
