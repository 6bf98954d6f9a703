"""What leaves the store together, and the one way from it to text of any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.export.options import ExportOptions, Format
from db.queries.records import Record
from db.queries.sources import SourceRow
from db.selection import Selection


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Milestones on their way out, and what a reader should know of where they come from."""

    records: Iterable[Record]
    """In the order of export; taken once."""
    selection: Selection
    today: date
    """The day that it is true of."""
    sources: tuple[SourceRow, ...]
    """Those that the store has read."""
    outside: int | None = None
    """None where they are what the selection shows; else they were marked one by one, so many of them outside the selection."""


def exported(outgoing: Outgoing, options: ExportOptions) -> Iterator[str]:
    """The pieces of the text; line ends are part of them."""
    match options.format:
        case Format.MARKDOWN:
            from db.export.markdown import to_markdown

            yield to_markdown(outgoing, options)
        case Format.CSV:
            from db.export.csvfile import to_csv

            yield from to_csv(outgoing.records)
        case Format.JSON:
            from db.export.jsonfile import to_json

            yield from to_json(outgoing.records)
        case Format.JSONL:
            from db.export.jsonfile import to_jsonl

            yield from to_jsonl(outgoing.records)
