"""One milestone with all that is known of it: its values, its source, the article that tells it, and what people put right."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from db.models import (
    Basis,
    Citation,
    CountryRole,
    Donor,
    Evidence,
    Kind,
    Level,
    Milestone,
    Money,
    Reason,
    Role,
    Series,
    Status,
)
from db.queries.history import standing
from db.queries.records import place_in
from db.queries.sources import SourceRow, source_of
from db.when import When

_HINT = "`milepost list` prints the IDs"


class NotFound(Exception):  # noqa: N818 - what happened, for a person; no failure of the program
    """No milestone has this ID."""


class Ambiguous(Exception):  # noqa: N818
    """Several milestones have an ID that begins so."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A milestone as the detail pane and `show` tell it."""

    uid: str
    milestone: Milestone
    source: SourceRow | None
    """None where a person entered it."""
    heading: str
    """Of its article."""
    article: str
    """The article's repaired text; `milestone.evidence.at` says where the quote stands in it."""
    edited: frozenset[str]
    """The fields about which a person's decision stands, by their names in the export."""
    merged_into: str | None
    gone: bool
    """Whether the latest reading of its source did not tell it."""


def detail(conn: sqlite3.Connection, uid: str) -> Detail:
    """The milestone whose uid begins with `uid`, whatever its status. Raises NotFound and Ambiguous."""
    return _detail(conn, find(conn, uid))


def find(conn: sqlite3.Connection, uid: str) -> str:
    """The whole uid of the milestone whose uid begins so. Raises NotFound and Ambiguous."""
    wanted = uid.strip().lower()
    after = wanted[:-1] + chr(ord(wanted[-1]) + 1) if wanted and wanted.isascii() else ""
    rows = conn.execute("select uid from milestone where uid >= ? and uid < ? order by uid limit 6", (wanted, after)).fetchall()
    if not rows:
        raise NotFound(f"no milestone has the ID “{uid}”: {_HINT}")
    if len(rows) > 1 and rows[0][0] != wanted:
        more = " and more" if len(rows) > 5 else ""
        raise Ambiguous(f"“{uid}” is the beginning of {', '.join(row[0] for row in rows[:5])}{more}: write more of it")
    return str(rows[0][0])


def _detail(conn: sqlite3.Connection, uid: str) -> Detail:
    cursor = conn.execute(
        "select m.*, a.nr as article_nr, a.text as article_text from milestone m left join article a on a.id = m.article_id "
        "where m.uid = ?",
        (uid,),
    )
    row = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
    stands = standing(conn, uid)
    return Detail(
        uid=uid,
        milestone=_milestone(conn, row),
        source=source_of(conn, row["source_id"]) if row["source_id"] is not None else None,
        heading=row["heading"],
        article=row["article_text"] or "",
        edited=stands.settled.edited if stands else frozenset(),
        merged_into=row["merged_into"],
        gone=bool(row["gone"]),
    )


def _milestone(conn: sqlite3.Connection, row: dict[str, Any]) -> Milestone:
    told = row["donors"]
    countries = conn.execute("select code, role from milestone_country where milestone_id = ?", (row["id"],))
    donors = conn.execute("select name, agency from milestone_donor where milestone_id = ?", (row["id"],))
    amounts = tuple(map(Money.read, _listed(row["amounts"])))
    return Milestone(
        title=row["title"],
        when=When(row["date"]),
        kind=Kind(row["kind"]),
        level=Level(row["level"]),
        date_text=row["date_text"],
        basis=Basis(row["basis"]),
        planned=bool(row["planned"]),
        series=Series(row["series"], row["ordinal"]) if row["series"] else None,
        place=row["place"],
        countries=tuple(sorted(CountryRole(code, Role(role)) for code, role in countries)),
        # the link table has no order of its own; the readable column has the text's
        donors=tuple(sorted((Donor(*one) for one in donors), key=lambda donor: (place_in(told, str(donor)), donor))),
        amounts=amounts,
        restated=_restated(conn, row["id"], amounts),
        partners=_listed(row["partners"]),
        evidence=_evidence(row),
        citations=_citations(conn, row),
        confidence=row["confidence"],
        reasons=tuple(Reason(*reason) for reason in json.loads(row["reasons"] or "[]")),
        status=Status(row["status"]),
        note=row["note"],
    )


def _evidence(row: dict[str, Any]) -> Evidence | None:
    if not row["quote"]:
        return None
    return _words(row, row["quote"], row["spans"], row["quote_start"], row["quote_end"])


def _citations(conn: sqlite3.Connection, row: dict[str, Any]) -> tuple[Citation, ...]:
    found = conn.execute(
        "select proves, quote, spans, quote_start, quote_end from milestone_citation where milestone_id = ?", (row["id"],)
    )
    told = [Citation(proves, _words(row, *words)) for proves, *words in found]
    return tuple(sorted(told, key=lambda citation: (citation.evidence.at, citation.of)))


def _words(row: dict[str, Any], quote: str, spans: str, start: int, end: int) -> Evidence:
    article = row["article_nr"] if isinstance(row["article_nr"], int) else 0
    return Evidence(tuple((int(first), int(last)) for first, last in json.loads(spans or "[]")), quote, article, (start, end))


def _restated(conn: sqlite3.Connection, key: int, amounts: tuple[Money, ...]) -> tuple[tuple[Money, Money], ...]:
    by_key = {money.key: money for money in amounts}
    found = conn.execute(
        "select currency, value, same_as from milestone_amount where milestone_id = ? and same_as <> ''", (key,)
    ).fetchall()
    pairs = ((next((one for one in amounts if (one.currency, float(one.value)) == (currency, value)), None), by_key.get(same_as))
             for currency, value, same_as in found)  # fmt: skip
    return tuple((again, first) for again, first in pairs if again and first)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("; ") if part)
