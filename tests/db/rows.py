"""Rows of a store made without the store room, for tests of what reads them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache

from sqlite_utils import Database

from db.models import CountryRole, Donor, Milestone
from db.schema import migrations
from db.when import When


def new_store() -> sqlite3.Connection:
    """An empty store in memory."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(Database(conn))
    return conn


def add_source(conn: sqlite3.Connection, key: int, file: str, title: str, issue: str | None = None, removed: int = 0) -> int:
    """A source row; its key."""
    conn.execute(
        "insert into source (id, uid, file, title, sha256, text, issue, issue_basis, importer, notes, read_at, removed) "
        "values (?, ?, ?, ?, ?, '', ?, 'heading', '1', '', '2020-01-01T00:00:00Z', ?)",
        (key, f"src{key:04d}", file, title, f"{key:064d}", issue, removed),
    )
    return key


def add_article(conn: sqlite3.Connection, key: int, source: int, heading: str, text: str) -> int:
    """An article row; its key."""
    conn.execute("insert into article (id, source_id, nr, heading, text) values (?, ?, 0, ?, ?)", (key, source, heading, text))
    return key


def add(
    conn: sqlite3.Connection,
    uid: str,
    milestone: Milestone,
    *,
    source: int | None = None,
    article: int | None = None,
    heading: str = "",
    gone: int = 0,
    merged_into: str | None = None,
    edited: int = 0,
) -> int:
    """A milestone with its links; its key."""
    (key,) = add_rows(conn, [columns(uid, milestone, source, article, heading, gone, merged_into, edited)])
    links(conn, key, milestone.countries, milestone.donors)
    same = {again: first.key for again, first in milestone.restated}
    conn.executemany(
        "insert into milestone_amount (milestone_id, currency, value, same_as) values (?, ?, ?, ?)",
        [(key, money.currency, float(money.value), same.get(money, "")) for money in milestone.amounts],
    )
    conn.executemany(
        "insert into milestone_citation (milestone_id, proves, quote, spans, quote_start, quote_end) values (?, ?, ?, ?, ?, ?)",
        cited(key, milestone),
    )
    return key


def cited(key: int, milestone: Milestone) -> list[tuple[object, ...]]:
    """Rows of `milestone_citation`."""
    told = ((one.of, one.evidence) for one in milestone.citations)
    return [(key, of, words.quote, json.dumps(words.spans, separators=(",", ":")), *words.at) for of, words in told]


def links(conn: sqlite3.Connection, key: int, countries: Iterable[CountryRole], donors: Iterable[Donor]) -> None:
    """Its countries and donors."""
    conn.executemany(
        "insert into milestone_country (milestone_id, code, role) values (?, ?, ?)",
        [(key, country.code, country.role.value) for country in countries],
    )
    conn.executemany(
        "insert into milestone_donor (milestone_id, name, agency) values (?, ?, ?)",
        [(key, donor.name, donor.agency) for donor in donors],
    )


def add_rows(conn: sqlite3.Connection, rows: Sequence[dict[str, object]]) -> list[int]:
    """Rows of the table `milestone`; their keys."""
    keys = []
    for row in rows:
        marks = ", ".join(f":{name}" for name in row)
        keys.append(conn.execute(f"insert into milestone ({', '.join(row)}) values ({marks})", row).lastrowid or 0)
    return keys


@cache
def order_columns(when: When) -> dict[str, object]:
    """What a milestone is sorted and placed by."""
    day = when.start or when.end
    assert day is not None
    period = when.period if when.start else When(when.edtf.replace("~", ""))
    return {
        "start_day": when.days[0],
        "end_day": when.days[1],
        "month": day.year * 12 + day.month - 1,
        "rank": int(period.precision),
        "period": period.edtf,
    }


def columns(
    uid: str,
    milestone: Milestone,
    source: int | None,
    article: int | None,
    heading: str,
    gone: int,
    merged: str | None,
    edited: int,
) -> dict[str, object]:
    """A row of the table `milestone` but for its key."""
    evidence, series = milestone.evidence, milestone.series
    return {
        "uid": uid,
        "source_id": source,
        "article_id": article,
        "title": milestone.title,
        "quote": evidence.quote if evidence else "",
        "place": milestone.place,
        "heading": heading,
        "countries": ", ".join(country.code for country in milestone.countries),
        "donors": "; ".join(map(str, milestone.donors)),
        "partners": "; ".join(milestone.partners),
        "amounts": "; ".join(map(str, milestone.amounts)),
        "date": milestone.when.edtf,
        "date_text": milestone.date_text,
        "basis": milestone.basis.value,
        **order_columns(milestone.when),
        "kind": milestone.kind.value,
        "level": milestone.level.value,
        "planned": int(milestone.planned),
        "series": series.name if series else "",
        "ordinal": series.ordinal if series else None,
        "status": milestone.status.value,
        "confidence": milestone.confidence,
        "note": milestone.note,
        "edited": edited,
        "spans": json.dumps(evidence.spans if evidence else [], separators=(",", ":")),
        "quote_start": evidence.at[0] if evidence else 0,
        "quote_end": evidence.at[1] if evidence else 0,
        "reasons": json.dumps([[reason.field, reason.rule, reason.text] for reason in milestone.reasons], separators=(",", ":")),
        "gone": gone,
        "merged_into": merged,
        "position": 0,
    }
