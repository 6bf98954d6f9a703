"""What leaves the store together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from db.queries.records import Record
from db.queries.sources import SourceRow
from db.repeats import Again
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
    """Those that the store has read; in a report only those count that tell something, see `telling`."""
    again: tuple[Again, ...] = ()
    """Amounts that seem to be told again, see `db.repeats`."""
    told_too: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    """By id, what is merged into a milestone: the other tellings of its event, for their evidence."""
    outside: int | None = None
    """None where they are what the selection shows; else they were marked one by one, so many of them outside the selection."""

    of: int | None = None
    """How many there are, where these are only the first of them, for a look at how the export begins."""

    def telling(self, told: Container[tuple[str, str]]) -> list[SourceRow]:
        """The sources that tell a milestone, also where it is no part of this; `told` are those, by file and title, that do here.

        A text without any, such as a memo that was imported by mistake, says nothing of what happened, nor that nothing did.
        """
        return [one for one in self.sources if one.milestones or (one.file, one.title) in told]

    def tellings(self, records: Iterable[Record]) -> list[Record]:
        """These records, each followed by what is merged into it."""
        return [one for record in records for one in (record, *self.told_too.get(record["id"], ()))]
