"""The one way from what leaves the store to text of any format."""

from __future__ import annotations

from collections.abc import Iterator

from db.export.options import ExportOptions, Format
from db.export.outgoing import Outgoing


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
