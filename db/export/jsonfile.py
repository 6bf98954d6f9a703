"""Records as JSON: one array, or one object a line (JSON Lines) with the same objects."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from db.export.escaping import json_safe
from db.queries.records import Record


def to_json(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of one array, one object a line; written one after another they are the file."""
    before = "["
    for record in records:
        yield f"{before}\n{_object(record)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def to_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """A line for each record."""
    for record in records:
        yield _object(record) + "\n"


def _object(record: Record) -> str:
    return json_safe(json.dumps(record, ensure_ascii=False))
