"""The result tables, which alone feed queries: made from readings and changes by `settle`, here and nowhere else.

Only the milestones that are named are looked at, and only rows whose result differs are written: full text costs most of a write.
"""

from __future__ import annotations

import functools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from db.changes import Change, Settled, settle
from db.facts import loads
from db.models import Milestone
from db.when import When

NO_START = 0
"""`start_day` of a date without a known beginning."""
NO_END = date.max.toordinal()
"""`end_day` of a date without a known end."""

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


_COLUMNS = _Row._fields
_INSERT = f"insert into milestone ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"
_UPDATE = f"update milestone set {', '.join(f'{name} = ?' for name in _COLUMNS)} where id = ?"
_OF = "in (select value from json_each(?))"

_NONE: Mapping[str, Milestone] = {}

_Links = tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]
"""Countries with their roles, donors with their agencies."""


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


def resettle(connection: sqlite3.Connection, uids: Sequence[str], at_hand: Mapping[str, Milestone] = _NONE) -> int:
    """Bring the rows of these milestones to what `settle` says, inside the caller's transaction; how many had to be written.

    `at_hand` spares taking apart again what the caller has just put into `reading`.
    """
    readings = _readings(connection, uids, at_hand)
    changes = changes_about(connection, uids)
    there = _rows(connection, uids)
    new: list[tuple[_Row, Milestone]] = []
    changed: list[tuple[int, _Row, Milestone]] = []
    over: list[tuple[int]] = []
    for uid in uids:
        read = readings.get(uid)
        settled = settle(read.milestone if read else None, changes.get(uid, ()))
        if settled is None:
            over += [(there[uid][0],)] if uid in there else []
            continue
        row, milestone = _row(uid, settled, read), settled.milestone
        if uid not in there:
            new.append((row, milestone))
        elif there[uid][1:] != (row, _links(milestone)):
            changed.append((there[uid][0], row, milestone))
    connection.executemany("delete from milestone where id = ?", over)
    connection.executemany(_INSERT, [row for row, _ in new])
    connection.executemany(_UPDATE, [(*row, key) for key, row, _ in changed])
    keys = dict(connection.execute(f"select uid, id from milestone where uid {_OF}", (json.dumps([row.uid for row, _ in new]),)))
    _link(connection, [key for key, _, _ in changed], [(keys[row.uid], milestone) for row, milestone in new])
    _link(connection, [], [(key, milestone) for key, _, milestone in changed])
    return len(over) + len(new) + len(changed)


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
    linked: list[dict[int, set[tuple[str, str]]]] = []
    for table, columns in (("milestone_country", "code, role"), ("milestone_donor", "name, agency")):
        of: dict[int, set[tuple[str, str]]] = defaultdict(set)
        sql = f"select milestone_id, {columns} from {table} where milestone_id {_OF}"
        for key, first, second in connection.execute(sql, (json.dumps([cells[0] for cells in found]),)):
            of[key].add((first, second))
        linked.append(of)
    countries, donors = linked
    return {
        cells[1]: (cells[0], cells[1:], (frozenset(countries.get(cells[0], ())), frozenset(donors.get(cells[0], ()))))
        for cells in found
    }


def _links(milestone: Milestone) -> _Links:
    return (
        # Each country once; of several roles the strongest, which is read first.
        frozenset({country.code: country.role.value for country in reversed(milestone.countries)}.items()),
        frozenset((donor.name, donor.agency) for donor in milestone.donors),
    )


def _link(connection: sqlite3.Connection, bare: Sequence[int], milestones: Sequence[tuple[int, Milestone]]) -> None:
    """Take all links from the rows `bare`, and give these rows theirs."""
    for table in ("milestone_country", "milestone_donor", "milestone_amount"):
        connection.executemany(f"delete from {table} where milestone_id = ?", [(key,) for key in bare])
    links = [(key, *_links(milestone)) for key, milestone in milestones]
    countries = [(key, *country) for key, found, _ in links for country in sorted(found)]
    donors = [(key, *donor) for key, _, found in links for donor in sorted(found)]
    amounts = [(key, money.currency, float(money.value)) for key, milestone in milestones for money in milestone.amounts]
    connection.executemany("insert into milestone_country (milestone_id, code, role) values (?, ?, ?)", countries)
    connection.executemany("insert into milestone_donor (milestone_id, name, agency) values (?, ?, ?)", donors)
    connection.executemany("insert or ignore into milestone_amount (milestone_id, currency, value) values (?, ?, ?)", amounts)
    _name_countries(connection, {code for _, code, _ in countries})


def _name_countries(connection: sqlite3.Connection, codes: set[str]) -> None:
    """Names beside the codes, for those who open the store with other tools."""
    from db.names import country_name

    unknown = codes - {code for (code,) in connection.execute("select code from country")}
    connection.executemany(
        "insert into country (code, name) values (?, ?)", [(code, country_name(code)) for code in sorted(unknown)]
    )


def _row(uid: str, settled: Settled, read: _Read | None) -> _Row:
    milestone, gone = settled.milestone, read is not None and read.gone
    evidence = milestone.evidence
    # What is told no more has lost its place: the text that is stored now is another.
    spans, at = (evidence.spans, evidence.at) if evidence and not gone else ((), (0, 0))
    start_day, end_day, month, rank, period = _standing(milestone.when)
    return _Row(
        uid=uid,
        source_id=read.source_id if read else None,
        article_id=read.article_id if read and not gone else None,
        title=milestone.title,
        quote=evidence.quote if evidence else "",
        place=milestone.place,
        heading=read.heading if read and not gone else "",
        countries=", ".join(country.code for country in milestone.countries),
        donors=_listed(milestone.donors),
        partners=_listed(milestone.partners),
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
        gone=(KEPT if settled.edited else HIDDEN) if gone else HERE,
        merged_into=settled.merged_into,
        position=read.position if read else 0,
    )


@functools.lru_cache(maxsize=4096)
def _standing(when: When) -> tuple[int, int, int, int, str]:
    """Where a date stands in a list: first and last day, the month (counted from year 0) and rank of its heading, its period."""
    first, period = when.start or when.end, when.period
    assert first is not None
    return (
        when.start.toordinal() if when.start else NO_START,
        when.end.toordinal() if when.end else NO_END,
        first.year * 12 + first.month - 1,
        int(period.precision),
        period.edtf,
    )


def _listed(values: Iterable[object]) -> str:
    """Values in one readable cell; a semicolon stands between them and therefore not in them."""
    return "; ".join(str(value).replace(";", ",") for value in values)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
