"""Records as CSV (RFC 4180) for spreadsheets: lists joined with "; ", codes and names in columns of their own, the date as people
say it and as EDTF (ISO 8601-2)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from db.export.escaping import cell, harmless
from db.queries.records import Record
from db.when import When

COLUMNS = (
    "id",
    "title",
    "when",
    "date",
    "start",
    "end",
    "date_text",
    "basis",
    "kind",
    "level",
    "planned",
    "series",
    "series_ordinal",
    "place",
    "country_codes",
    "country_names",
    "country_roles",
    "donors",
    "donor_agencies",
    "donor_refs",
    "donor_quotes",
    "currencies",
    "amounts",
    "amounts_same_as",
    "amount_quotes",
    "partners",
    "quote",
    "article",
    "source_file",
    "source_title",
    "source_issue",
    "status",
    "confidence",
    "note",
)


def to_csv(records: Iterable[Record]) -> Iterator[str]:
    """The heading, then a row for each record. Unknown is an empty cell; in a joined list it is an empty place."""
    yield _line(COLUMNS)
    for record in records:
        yield _line(_cells(record))


def _cells(record: Record) -> list[str]:
    series, source = record["series"], record["source"]
    countries, donors, amounts = record["countries"], record["donors"], record["amounts"]
    return [
        record["id"],
        cell(record["title"]),
        cell(When(record["date"]).show()),
        record["date"],
        record["start"] or "",
        record["end"] or "",
        cell(record["date_text"] or ""),
        record["basis"],
        record["kind"],
        record["level"],
        "yes" if record["planned"] else "no",
        cell(series["name"]) if series else "",
        str(series["ordinal"]) if series and series["ordinal"] is not None else "",
        cell(record["place"] or ""),
        _joined(country["code"] for country in countries),
        _joined(country["name"] for country in countries),
        _joined(country["role"] for country in countries),
        _joined(donor["name"] for donor in donors),
        _joined(donor["agency"] or "" for donor in donors),
        _joined(donor["ref"] or "" for donor in donors),
        _joined(_quoted(donor["quote"]) for donor in donors),
        _joined(amount["currency"] for amount in amounts),
        _joined(str(amount["value"]) for amount in amounts),
        _joined(amount["same_as"] or "" for amount in amounts),
        _joined(_quoted(amount["quote"]) for amount in amounts),
        _joined(record["partners"]),
        cell(record["quote"] or ""),
        cell(record["article"] or ""),
        cell(source["file"]) if source else "",
        cell(source["title"]) if source else "",
        (source["issue"] or "") if source else "",
        record["status"],
        f"{record['confidence']:.2f}",
        cell(record["note"] or ""),
    ]


def _quoted(words: str | None) -> str:
    """A sentence among others may hold a semicolon, so it stands in quotation marks."""
    return f"“{words}”" if words else ""


def _joined(parts: Iterable[str]) -> str:
    """Joined with "; "; nothing where every part is empty."""
    first, *more = [*parts] or [""]
    return "; ".join([cell(first), *map(harmless, more)]) if first or any(more) else ""


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
