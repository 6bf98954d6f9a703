"""What leaves the store, as a text: the question for it, and the answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from db.selection import Selection
from tui.background.lists import outside

if TYPE_CHECKING:
    from db.export.options import ExportOptions
    from db.queries.records import Record

_TOLD_EACH = 500
"""Milestones between two words of how many have been taken."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Milestones on their way out of the app."""

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
    """The marked milestones, or, where none is marked, all that the selection shows, as a text; `first` takes the
    first so many, of that number.

    Without `front`, Markdown begins with its heading, whatever the options say. `told` hears now and then how many have been taken.
    `write` takes the pieces of the text, which is then not kept; only Markdown, which groups and counts, is made as a whole.
    """
    from db.export.formats import exported
    from db.export.markdown import to_markdown
    from db.export.outgoing import Outgoing
    from db.queries.again import sums_again
    from db.queries.records import records, records_of, told_too
    from db.queries.sources import sources

    beyond = len(outside(connection, selection, uids))
    limit, of = first or (None, None)
    taken = 0

    def found() -> Iterator[Record]:
        nonlocal taken
        chosen = islice(records_of(connection, uids), limit) if uids else records(connection, selection, limit)
        for taken, record in enumerate(chosen, 1):
            if told is not None and taken % _TOLD_EACH == 0:
                told(taken)
            yield record
        if told is not None:
            told(taken)

    def pieces() -> Iterator[str]:
        if not options.is_markdown:
            yield from exported(Outgoing(found(), selection, today, ()), options)
            return
        whole = tuple(found())
        again, others = sums_again(connection, selection, uids), told_too(connection, (record["id"] for record in whole))
        outgoing = Outgoing(whole, selection, today, sources(connection), again, others, beyond if uids else None, of)
        yield to_markdown(outgoing, options if front else options.but(front=False))

    if write is not None:
        write(pieces())
        return Leaving("", taken, beyond)
    text = "".join(pieces())
    return Leaving(text, taken, beyond)
