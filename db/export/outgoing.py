"""What leaves the store together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.parts import Money
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
    again: tuple[Money, ...] = ()
    """Amounts that seem to be told again, see `db.repeats`."""
    outside: int | None = None
    """None where they are what the selection shows; else they were marked one by one, so many of them outside the selection."""
