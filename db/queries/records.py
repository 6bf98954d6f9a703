"""Milestones as what leaves the store: one JSON-like record each, in the order of export (start, end, uid).

The keys are read first and the rest in pieces, so that a long export neither fills memory nor holds up who writes to the store.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from db import names
from db.models import CountryRole, Donor, Money, Role
from db.queries.where import where
from db.selection import Selection
from db.when import NO_END, NO_START

_PIECE = 500


class SeriesRecord(TypedDict):
    """A series and which of it this is."""

    name: str
    ordinal: int | None


class CountryRecord(TypedDict):
    """A country: ISO 3166-1 alpha-2, short English name, `location`, `beneficiary` or `participant`."""

    code: str
    name: str
    role: str


class DonorRecord(TypedDict):
    """A donor, its agency, its IATI organisation identifier; the words that say it paid, where the milestone's quote does not."""

    name: str
    agency: str | None
    ref: str | None
    quote: str | None


class AmountRecord(TypedDict):
    """An amount: ISO 4217 and a number, whole where it is whole; the words that say it, where the milestone's quote does not.

    `same_as` names another amount of the milestone that this one says again in its own currency: `USD 1500000`.
    """

    currency: str
    value: int | float
    quote: str | None
    same_as: str | None


class SourceRecord(TypedDict):
    """Where it was read: file, title, and the issue's period in EDTF."""

    file: str
    title: str
    issue: str | None


class Record(TypedDict):
    """A milestone as it is exported. Unknown is None, lists are never None; `end` is None for an open interval."""

    id: str
    title: str
    date: str
    start: str | None
    end: str | None
    date_text: str | None
    basis: str
    kind: str
    level: str
    planned: bool
    series: SeriesRecord | None
    place: str | None
    countries: list[CountryRecord]
    donors: list[DonorRecord]
    amounts: list[AmountRecord]
    partners: list[str]
    quote: str | None
    article: str | None
    source: SourceRecord | None
    status: str
    confidence: float
    note: str | None


def records(conn: sqlite3.Connection, selection: Selection, limit: int | None = None) -> Iterator[Record]:
    """The records of a selection, the first so many. What is deleted while they are being taken is left out."""
    base = where(conn, selection)
    keys = conn.execute(
        f"select m.id from {base.tables} where {base.sql} order by m.start_day, m.end_day, m.uid limit ?",
        (*base.params, -1 if limit is None else limit),
    ).fetchall()
    yield from _records(conn, [key for (key,) in keys])


def records_of(conn: sqlite3.Connection, uids: Iterable[str]) -> Iterator[Record]:
    """The records of these milestones, whatever their status, in the same order; unknown uids are left out."""
    keys = conn.execute(
        "select m.id from milestone m where m.uid in (select value from json_each(?)) order by m.start_day, m.end_day, m.uid",
        (json.dumps(list(uids)),),
    ).fetchall()
    yield from _records(conn, [key for (key,) in keys])


def told_too(conn: sqlite3.Connection, uids: Iterable[str]) -> dict[str, tuple[Record, ...]]:
    """By uid, what is merged into these milestones over any number of steps and still told: where else the event stands."""
    into = "join change c on c.field = 'merged_into' and c.new = {0} join milestone m on m.uid = c.target and m.merged_into = {0}"
    pairs = conn.execute(
        f"with recursive below(stands, uid) as (select j.value, m.uid from json_each(?) j {into.format('j.value')} "
        f"union select b.stands, m.uid from below b {into.format('b.uid')}) "
        "select b.stands, b.uid from below b join milestone m on m.uid = b.uid left join source s on s.id = m.source_id "
        "where b.uid <> b.stands and m.gone < 2 and m.status <> 'rejected' and coalesce(s.removed, 0) = 0",
        (json.dumps(list(uids)),),
    ).fetchall()
    stands = {uid: top for top, uid in pairs}
    found: dict[str, tuple[Record, ...]] = {}
    for record in records_of(conn, stands):
        top = stands[record["id"]]
        found[top] = (*found.get(top, ()), record)
    return found


def _records(conn: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Record]:
    for first in range(0, len(keys), _PIECE):
        yield from _piece(conn, keys[first : first + _PIECE])


def _piece(conn: sqlite3.Connection, keys: Sequence[int]) -> Iterator[Record]:
    wanted = (json.dumps(list(keys)),)
    inside = "milestone_id in (select value from json_each(?))"
    countries: dict[int, list[CountryRole]] = {}
    for key, code, role in conn.execute(f"select milestone_id, code, role from milestone_country where {inside}", wanted):
        countries.setdefault(key, []).append(CountryRole(code, Role(role)))
    quotes = {
        (key, proves): quote
        for key, proves, quote in conn.execute(f"select milestone_id, proves, quote from milestone_citation where {inside}", wanted)
    }
    donors: dict[int, list[DonorRecord]] = {}
    for key, name, agency in conn.execute(f"select milestone_id, name, agency from milestone_donor where {inside}", wanted):
        donor = Donor(name, agency)
        said = quotes.get((key, f"donor:{donor}"))
        donors.setdefault(key, []).append({"name": name, "agency": agency or None, "ref": names.donor_ref(donor), "quote": said})
    same = {
        (key, currency, value): same_as
        for key, currency, value, same_as in conn.execute(
            f"select milestone_id, currency, value, same_as from milestone_amount where same_as <> '' and {inside}", wanted
        )
    }
    rows = conn.execute(
        "select m.*, s.file as source_file, s.title as source_title, s.issue as source_issue "
        "from milestone m left join source s on s.id = m.source_id where m.id in (select value from json_each(?))",
        wanted,
    )
    columns = [column[0] for column in rows.description]
    made = {}
    for cells in rows:
        row = dict(zip(columns, cells, strict=True))
        amounts = [_amount(row["id"], Money.read(part), quotes, same) for part in row["amounts"].split("; ") if part]
        made[row["id"]] = _record(row, countries.get(row["id"], []), donors.get(row["id"], []), amounts)
    return (made[key] for key in keys if key in made)


def _record(row: dict[str, Any], countries: list[CountryRole], donors: list[DonorRecord], amounts: list[AmountRecord]) -> Record:
    source: SourceRecord | None = None
    if row["source_file"] is not None:
        source = {"file": row["source_file"], "title": row["source_title"], "issue": row["source_issue"]}
    return {
        "id": row["uid"],
        "title": row["title"],
        "date": row["date"],
        "start": _day(row["start_day"]),
        "end": _day(row["end_day"]),
        "date_text": row["date_text"] or None,
        "basis": row["basis"],
        "kind": row["kind"],
        "level": row["level"],
        "planned": bool(row["planned"]),
        "series": {"name": row["series"], "ordinal": row["ordinal"]} if row["series"] else None,
        "place": row["place"] or None,
        "countries": [
            {"code": one.code, "name": names.country_name(one.code), "role": one.role.value} for one in sorted(countries)
        ],
        # the link table has no order of its own; the readable column has the text's
        "donors": sorted(donors, key=lambda one: (place_in(row["donors"], _donor_text(one)), one["name"], one["agency"] or "")),
        "amounts": amounts,
        "partners": [part for part in row["partners"].split("; ") if part],
        "quote": row["quote"] or None,
        "article": row["heading"] or None,
        "source": source,
        "status": row["status"],
        "confidence": row["confidence"],
        "note": row["note"] or None,
    }


def _day(ordinal: int) -> str | None:
    """ISO 8601; None for the two numbers that stand for no day."""
    return date.fromordinal(ordinal).isoformat() if NO_START < ordinal < NO_END else None


def place_in(cell: str, text: str) -> int:
    """Where a value stands in a readable cell that joins several, or after all of them."""
    listed = cell.split("; ")
    return listed.index(text) if text in listed else len(listed)


def _donor_text(donor: DonorRecord) -> str:
    return str(Donor(donor["name"], donor["agency"] or ""))


def _amount(
    key: int, money: Money, quotes: Mapping[tuple[int, str], str], same: Mapping[tuple[int, str, float], str]
) -> AmountRecord:
    value = money.value
    return {
        "currency": money.currency,
        "value": int(value) if value == int(value) else float(value),
        "quote": quotes.get((key, f"amount:{money.key}")),
        "same_as": same.get((key, money.currency, float(value))),
    }
