"""The list of milestones, newest first: its headings, its rows page by page, its totals.

Rows are found along the index `milestone_order` (see `db.queries.where`) and only those of the page are read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from db.parts import Kind, Level, Money, Status
from db.queries.where import where
from db.selection import Selection
from db.terms import Term
from db.when import When

NAMING = Term("has", ("amount",))
"""What names an amount."""
_ORDER = "m.month desc, m.rank desc, m.period, m.start_day desc, m.end_day desc, m.uid"


@dataclass(frozen=True, slots=True)
class Heading:
    """What rows of the list stand under: a start month and a precision."""

    period: str
    """EDTF."""
    count: int
    month: int
    """year * 12 + month - 1 of the first day; of the last day where there is no first."""
    rank: int
    """The period's precision, `when.Precision` as a number."""

    @property
    def label(self) -> str:
        """`May 2016`, `2nd quarter 2016`, `Autumn 2017`."""
        return heading_label(self.period)


@dataclass(frozen=True, slots=True)
class Row:
    """One milestone as a list shows it."""

    key: int
    uid: str
    title: str
    date: str
    """EDTF."""
    kind: Kind
    countries: str
    """ISO codes: `UZ, AF`."""
    donors: str
    """`Japan/JICA; European Union`."""
    amounts: str
    """`USD 1,380,000; EUR 5`."""
    level: Level
    planned: bool
    status: Status
    confidence: float
    noted: bool
    edited: bool
    file: str
    """Of its source; empty where a person entered it."""
    source: str
    """The title of its source; empty where a person entered it."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a selection holds."""

    shown: int
    stored: int
    """All that lists show without a selection."""
    sources: int
    """Sources in the store."""
    naming: int
    """How many of those that are shown name an amount."""
    money: tuple[Money, ...]
    """The amounts of what is shown, added up by currency; a sum told in two currencies in the first."""
    undivided: frozenset[str] = frozenset()
    """Currencies whose sum holds amounts that belong to other countries or donors too than those that are asked for."""


def headings(conn: sqlite3.Connection, selection: Selection, *, first: int | None = None) -> tuple[Heading, ...]:
    """The headings of the list, newest first, with how many rows stand under each; of the `first` rows alone, where so many."""
    base = where(conn, selection)
    if first is None:
        rows = conn.execute(
            f"select m.period, m.month, m.rank, count(*) from {base.tables} where {base.sql} "
            "group by m.month, m.rank, m.period order by m.month desc, m.rank desc, m.period",
            base.params,
        )
    else:
        rows = conn.execute(
            "select period, month, rank, count(*) from (select m.period as period, m.month as month, m.rank as rank "
            f"from {base.tables} where {base.sql} order by {_ORDER} limit ?) "
            "group by month, rank, period order by month desc, rank desc, period",
            (*base.params, first),
        )
    return tuple(Heading(period, count, month, rank) for period, month, rank, count in rows)


@cache
def heading_label(period: str) -> str:
    """A period as a heading says it."""
    label = When(period).show_long()
    return label[:1].upper() + label[1:]


def list_keys(conn: sqlite3.Connection, selection: Selection, limit: int | None = None) -> list[int]:
    """The integer keys of the list's rows in their order, of its first `limit` alone where there is one."""
    base = where(conn, selection)
    most = -1 if limit is None else limit
    found = conn.execute(f"select m.id from {base.tables} where {base.sql} order by {_ORDER} limit ?", (*base.params, most))
    return [key for (key,) in found]


def page(
    conn: sqlite3.Connection, selection: Selection, offset: int, limit: int, *, heading: Heading | None = None
) -> tuple[Row, ...]:
    """At most `limit` rows of the list from `offset` on.

    With a heading the offset counts from its first row, so that a page deep in the list is as quick as the first.
    """
    base = where(conn, selection)
    under = ""
    params: tuple[str | int, ...] = base.params
    if heading:
        # rows go on under the headings that follow, all of which lie after it in the index
        under = " and m.month <= ? and (m.month < ? or m.rank < ? or (m.rank = ? and m.period >= ?))"
        params += (heading.month, heading.month, heading.rank, heading.rank, heading.period)
    found = conn.execute(
        f"select m.id from {base.tables} where {base.sql}{under} order by {_ORDER} limit ? offset ?", (*params, limit, offset)
    )
    return rows_of(conn, [key for (key,) in found])


def rows_of(conn: sqlite3.Connection, keys: Sequence[int]) -> tuple[Row, ...]:
    """The rows with these integer keys, in their order; what is not there is left out."""
    found = conn.execute(
        "select m.id, m.uid, m.title, m.date, m.kind, m.countries, m.donors, m.amounts, m.level, m.planned, m.status, "
        "m.confidence, m.note <> '', m.edited, coalesce(s.file, ''), coalesce(s.title, '') "
        "from json_each(?) wanted cross join milestone m on m.id = wanted.value left join source s on s.id = m.source_id",
        (json.dumps(list(keys)),),
    )
    by_key = {row[0]: _row(row) for row in found}
    return tuple(by_key[key] for key in keys if key in by_key)


def _row(cells: tuple[Any, ...]) -> Row:
    key, uid, title, date, kind, countries, donors, amounts, level, planned, status, confidence, *rest = cells
    noted, edited, file, source = rest
    return Row(
        key,
        uid,
        title,
        date,
        Kind(kind),
        countries,
        donors,
        amounts,
        Level(level),
        bool(planned),
        Status(status),
        confidence,
        bool(noted),
        bool(edited),
        file,
        source,
    )


def totals(conn: sqlite3.Connection, selection: Selection) -> Totals:
    """How many are shown and stored, and what the amounts of the shown ones come to."""
    from db.queries.tally import tally_of

    tally = tally_of(conn)
    hits = tally.hits(conn, selection)
    sources = conn.execute("select count(*) from source where removed = 0").fetchone()[0]
    sums = tuple(Money(currency, exact(value)) for currency, value in tally.money(conn, hits).items())
    undivided = frozenset(tally.money(conn, hits & tally.shared(conn, selection)))
    (having,) = tally.having(conn, NAMING)
    naming = (hits & having).bit_count()
    return Totals(hits.bit_count(), tally.visible(conn).bit_count(), sources, naming, sums, undivided)


def exact(value: float) -> Decimal:
    """A stored amount as people write it: whole where it is whole, else to the hundredth."""
    return Decimal(int(value)) if value == int(value) else Decimal(str(round(value, 2)))


def newest_after(conn: sqlite3.Connection, selection: Selection, key: int) -> str | None:
    """The uid of the first milestone of the list whose integer key is greater, which is to say younger in the store than `key`."""
    base = where(conn, selection)
    found = conn.execute(
        f"select m.uid from {base.tables} where {base.sql} and m.id > ? order by {_ORDER} limit 1", (*base.params, key)
    ).fetchone()
    return str(found[0]) if found else None
