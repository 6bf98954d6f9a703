"""The result tables, which alone feed queries: made from readings and changes by `settle`, here and nowhere else.

Only the milestones that are named are looked at, with those that hang together with them by merging, and only rows whose result
differs are written: full text costs most of a write.
"""

from __future__ import annotations

import functools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from db.changes import Change, Settled, settle
from db.facts import loads
from db.folding import searched_too
from db.models import Evidence, Milestone
from db.store.merges import family, standing_merges
from db.when import When

HERE, KEPT, HIDDEN = 0, 1, 2
"""`gone`: still told; told no more but touched by a person, so that it stays; told no more and outside."""

CHANGE_COLUMNS = ", ".join(field.name for field in fields(Change))


class _Row(NamedTuple):
    """A row of `milestone` but for its key; the names are the columns. A tuple, so that it compares with what SQLite gives."""

    uid: str
    source_id: int | None
    article_id: int | None
    title: str
    quote: str
    place: str
    heading: str
    countries: str
    donors: str
    partners: str
    amounts: str
    date: str
    date_text: str
    basis: str
    start_day: int
    end_day: int
    month: int
    rank: int
    period: str
    kind: str
    level: str
    planned: int
    series: str
    ordinal: int | None
    status: str
    confidence: float
    note: str
    edited: int
    spans: str
    quote_start: int
    quote_end: int
    reasons: str
    gone: int
    merged_into: str | None
    position: int
    written_out: str


_COLUMNS = _Row._fields
_INSERT = f"insert into milestone ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"
_UPDATE = f"update milestone set {', '.join(f'{name} = ?' for name in _COLUMNS)} where id = ?"
_OF = "in (select value from json_each(?))"

_NONE: Mapping[str, Milestone] = {}

_Links = tuple[frozenset[tuple[Any, ...]], ...]
"""What each of the linked tables holds of a milestone."""
_LINKED = (
    ("milestone_country", "code, role"),
    ("milestone_donor", "name, agency"),
    ("milestone_amount", "currency, value, same_as"),
    ("milestone_citation", "proves, quote, spans, quote_start, quote_end"),
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the store holds of a reading."""

    source_id: int
    article_id: int | None
    heading: str
    position: int
    gone: bool
    milestone: Milestone


def changes_about(connection: sqlite3.Connection, targets: Iterable[str]) -> dict[str, list[Change]]:
    """All changes about these uids, by uid, in order of (seq, cid)."""
    found: dict[str, list[Change]] = defaultdict(list)
    sql = f"select {CHANGE_COLUMNS} from change where target {_OF} order by seq, cid"
    for cells in connection.execute(sql, (json.dumps(list(targets)),)):
        change = Change(*cells)
        found[change.target].append(change)
    return found


@dataclass(frozen=True, slots=True)
class _Plan:
    """What has to be written so that the rows say what `settle` says."""

    new: list[tuple[_Row, Milestone]]
    changed: list[tuple[int, _Row, Milestone]]
    over: list[tuple[int, str]]
    """Keys and uids of rows that nothing stands behind."""


def resettle(connection: sqlite3.Connection, uids: Sequence[str], at_hand: Mapping[str, Milestone] = _NONE) -> int:
    """Bring the rows of these milestones to what `settle` says, inside the caller's transaction; how many had to be written.

    `at_hand` spares taking apart again what the caller has just put into `reading`.
    """
    plan = _plan(connection, uids, at_hand)
    connection.executemany("delete from milestone where id = ?", [(key,) for key, _ in plan.over])
    connection.executemany(_INSERT, [row for row, _ in plan.new])
    connection.executemany(_UPDATE, [(*row, key) for key, row, _ in plan.changed])
    made = json.dumps([row.uid for row, _ in plan.new])
    keys = dict(connection.execute(f"select uid, id from milestone where uid {_OF}", (made,)))
    _link(connection, [key for key, _, _ in plan.changed], [(keys[row.uid], milestone) for row, milestone in plan.new])
    _link(connection, [], [(key, milestone) for key, _, milestone in plan.changed])
    return len(plan.over) + len(plan.new) + len(plan.changed)


def out_of_step(connection: sqlite3.Connection, uids: Sequence[str]) -> list[str]:
    """Those of these milestones, and of what hangs together with them, whose rows are not what `settle` says."""
    plan = _plan(connection, uids, _NONE)
    return [row.uid for row, _ in plan.new] + [row.uid for _, row, _ in plan.changed] + [uid for _, uid in plan.over]


def _plan(connection: sqlite3.Connection, uids: Sequence[str], at_hand: Mapping[str, Milestone]) -> _Plan:
    uids = family(connection, uids)
    readings = _readings(connection, uids, at_hand)
    changes = changes_about(connection, uids)
    there = _rows(connection, uids)
    settled = {uid: settle(readings[uid].milestone if uid in readings else None, changes.get(uid, ())) for uid in uids}
    decided = {uid: one.merged_into for uid, one in settled.items() if one is not None and one.merged_into}
    merged = standing_merges(
        connection, decided, {uid: readings[uid].source_id if uid in readings else None for uid, one in settled.items() if one}
    )
    chosen = set(decided.values())
    plan = _Plan([], [], [])
    for uid, one in settled.items():
        if one is None:
            if uid in there:
                plan.over.append((there[uid][0], uid))
            continue
        read = readings.get(uid)
        stands = replace(one, milestone=_placeless(one.milestone)) if read is not None and read.gone else one
        row = _row(uid, stands, read, merged.get(uid), touched=bool(one.edited) or uid in chosen)
        if uid not in there:
            plan.new.append((row, stands.milestone))
        elif there[uid][1:] != (row, _links(stands.milestone)):
            plan.changed.append((there[uid][0], row, stands.milestone))
    return plan


def _placeless(milestone: Milestone) -> Milestone:
    """What is told no more has lost its place: the text that is stored now is another."""

    def lost(evidence: Evidence) -> Evidence:
        return replace(evidence, spans=(), at=(0, 0))

    return replace(
        milestone,
        evidence=lost(milestone.evidence) if milestone.evidence else None,
        citations=tuple(replace(citation, evidence=lost(citation.evidence)) for citation in milestone.citations),
    )


def _readings(connection: sqlite3.Connection, uids: Sequence[str], at_hand: Mapping[str, Milestone]) -> dict[str, _Read]:
    rows = connection.execute(
        "select r.uid, r.source_id, r.position, r.gone, r.facts, a.id, a.heading from reading r left join article a "
        f"on a.source_id = r.source_id and a.nr = json_extract(r.facts, '$.evidence.article') where r.uid {_OF}",
        (json.dumps(uids),),
    )
    return {
        uid: _Read(source_id, article_id, heading or "", position, bool(gone), at_hand.get(uid) or loads(facts))
        for uid, source_id, position, gone, facts, article_id, heading in rows
    }


def _rows(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, tuple[int, tuple[Any, ...], _Links]]:
    wanted = (json.dumps(uids),)
    found = connection.execute(f"select id, {', '.join(_COLUMNS)} from milestone where uid {_OF}", wanted).fetchall()
    keys = json.dumps([cells[0] for cells in found])
    linked: list[dict[int, set[Any]]] = []
    for table, columns in _LINKED:
        of: dict[int, set[Any]] = defaultdict(set)
        sql = f"select milestone_id, {columns} from {table} where milestone_id {_OF}"
        for key, *cells in connection.execute(sql, (keys,)):
            of[key].add(tuple(cells))
        linked.append(of)
    return {cells[1]: (cells[0], cells[1:], tuple(frozenset(of[cells[0]]) for of in linked)) for cells in found}


def _links(milestone: Milestone) -> _Links:
    same = {again: first.key for again, first in milestone.restated}
    return (
        # Each country once; of several roles the strongest, which is read first.
        frozenset({country.code: country.role.value for country in reversed(milestone.countries)}.items()),
        frozenset((donor.name, donor.agency) for donor in milestone.donors),
        frozenset((money.currency, float(money.value), same.get(money, "")) for money in milestone.amounts),
        frozenset((one.of, one.evidence.quote, _json(one.evidence.spans), *one.evidence.at) for one in milestone.citations),
    )


def _link(connection: sqlite3.Connection, bare: Sequence[int], milestones: Sequence[tuple[int, Milestone]]) -> None:
    """Take all links from the rows `bare`, and give these rows theirs."""
    for table, _ in _LINKED:
        connection.executemany(f"delete from {table} where milestone_id = ?", [(key,) for key in bare])
    links = [(key, _links(milestone)) for key, milestone in milestones]
    for nr, (table, columns) in enumerate(_LINKED):
        rows = [(key, *values) for key, found in links for values in sorted(found[nr])]
        marks = ", ?" * (columns.count(",") + 1)
        connection.executemany(f"insert into {table} (milestone_id, {columns}) values (?{marks})", rows)
    countries = [(key, code, role) for key, found in links for code, role in found[0]]
    _name_countries(connection, {code for _, code, _ in countries})


def _name_countries(connection: sqlite3.Connection, codes: set[str]) -> None:
    """Names beside the codes, for those who open the store with other tools."""
    from db.names import country_name

    unknown = codes - {code for (code,) in connection.execute("select code from country")}
    connection.executemany(
        "insert into country (code, name) values (?, ?)", [(code, country_name(code)) for code in sorted(unknown)]
    )


def _row(uid: str, settled: Settled, read: _Read | None, merged_into: str | None, *, touched: bool) -> _Row:
    milestone, gone = settled.milestone, read is not None and read.gone
    evidence = milestone.evidence
    spans, at = (evidence.spans, evidence.at) if evidence else ((), (0, 0))
    start_day, end_day, month, rank, period = _standing(milestone.when)
    quote, heading = evidence.quote if evidence else "", read.heading if read and not gone else ""
    donors, partners = _listed(milestone.donors), _listed(milestone.partners)
    return _Row(
        uid=uid,
        source_id=read.source_id if read else None,
        article_id=read.article_id if read and not gone else None,
        title=milestone.title,
        quote=quote,
        place=milestone.place,
        heading=heading,
        countries=", ".join(country.code for country in milestone.countries),
        donors=donors,
        partners=partners,
        amounts=_listed(milestone.amounts),
        date=milestone.when.edtf,
        date_text=milestone.date_text,
        basis=milestone.basis.value,
        start_day=start_day,
        end_day=end_day,
        month=month,
        rank=rank,
        period=period,
        kind=milestone.kind.value,
        level=milestone.level.value,
        planned=int(milestone.planned),
        series=milestone.series.name if milestone.series else "",
        ordinal=milestone.series.ordinal if milestone.series else None,
        status=milestone.status.value,
        confidence=float(milestone.confidence),
        note=milestone.note,
        edited=int(settled.corrected),
        spans=_json(spans),
        quote_start=at[0],
        quote_end=at[1],
        reasons=_json([[reason.field, reason.rule, reason.text] for reason in milestone.reasons]),
        gone=(KEPT if touched else HIDDEN) if gone else HERE,
        merged_into=merged_into,
        position=read.position if read else 0,
        written_out=searched_too(milestone.title, quote, milestone.place, donors, partners, heading),
    )


@functools.lru_cache(maxsize=4096)
def _standing(when: When) -> tuple[int, int, int, int, str]:
    """Where a date stands in a list: first and last day, the month (counted from year 0) and rank of its heading, its period."""
    first, period = when.start or when.end, when.period
    assert first is not None
    return *when.days, first.year * 12 + first.month - 1, int(period.precision), period.edtf


def _listed(values: Iterable[object]) -> str:
    """Values in one readable cell; a semicolon stands between them and therefore not in them."""
    return "; ".join(str(value).replace(";", ",") for value in values)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
