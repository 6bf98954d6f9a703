"""What leaves the store, as a text: the question for it, and the answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from db.selection import Selection
from tui.background.lists import outside

if TYPE_CHECKING:
    from db.export.options import ExportOptions
    from db.export.outgoing import Outgoing
    from db.queries.records import Record

_TOLD_EACH = 500
"""Milestones between two words of how many have been taken."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Milestones on their way out."""

    text: str
    count: int
    outside: int
    """How many of them the selection does not show."""


def leaving(
    connection: sqlite3.Connection,
    selection: Selection,
    uids: frozenset[str],
    today: date,
    options: ExportOptions,
    *,
    front: bool = True,
    first: tuple[int, int] | None = None,
    told: Callable[[int], None] | None = None,
    write: Callable[[Iterable[str]], None] | None = None,
) -> Leaving:
    """The marked milestones, as far as they are still there, or, where none is marked, all that the selection shows, as a text;
    `first` takes the first so many, of that number.

    Without `front`, Markdown begins with its heading, whatever the options say. `told` hears now and then how many have been taken.
    `write` takes the pieces of the text, which is then not kept; only Markdown, which groups and counts, is made as a whole.
    """
    from db.queries.sifting import lost

    there = uids - lost(connection, selection, uids)
    beyond = len(outside(connection, selection, there))
    taking = _Taking(connection, selection, there if uids else None, first or (None, None), told)
    pieces = taking.pieces(today, options if front else options.but(front=False), beyond if uids else None)
    if write is not None:
        write(pieces)
        return Leaving("", taking.count, beyond)
    text = "".join(pieces)
    return Leaving(text, taking.count, beyond)


@dataclass(slots=True)
class _Taking:
    """Milestones that are counted while they are taken."""

    connection: sqlite3.Connection
    selection: Selection
    uids: frozenset[str] | None
    """None for all that the selection shows."""
    first: tuple[int | None, int | None]
    told: Callable[[int], None] | None
    count: int = 0
    """Those that have been taken."""

    def pieces(self, today: date, options: ExportOptions, beyond: int | None) -> Iterator[str]:
        """The pieces of the text. Nothing is asked before the first is taken: writing may be refused."""
        from db.export.formats import exported
        from db.export.outgoing import Outgoing

        outgoing = Outgoing(self._records(), self.selection, today, ())
        if options.is_markdown:
            outgoing = self._report(outgoing, beyond)
        yield from exported(outgoing, options)

    def _report(self, outgoing: Outgoing, beyond: int | None) -> Outgoing:
        """With what only a text for people tells: where it was read, and what is told twice."""
        from db.queries.again import sums_again
        from db.queries.records import told_too
        from db.queries.sources import sources

        whole = tuple(outgoing.records)
        return replace(
            outgoing,
            records=whole,
            sources=sources(self.connection),
            again=sums_again(self.connection, self.selection, self.uids),
            told_too=told_too(self.connection, (record["id"] for record in whole)),
            outside=beyond,
            of=self.first[1],
        )

    def _records(self) -> Iterator[Record]:
        from db.queries.records import records, records_of

        limit = self.first[0]
        conn = self.connection
        chosen = islice(records_of(conn, self.uids), limit) if self.uids is not None else records(conn, self.selection, limit)
        tell = self.told or (lambda _: None)
        for self.count, record in enumerate(chosen, 1):
            if self.count % _TOLD_EACH == 0:
                tell(self.count)
            yield record
        tell(self.count)
