"""Questions to the store, asked in threads of their own so that the screen never waits.

A `Lane` is one thread with one read-only connection, opened when first asked. The bodies below it turn a question into a
result; the screen awaits them and drops what is stale.
"""

from __future__ import annotations

import asyncio
import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from db.connect import Store, open_store
from db.period import undated
from db.queries.listing import Row, Totals, headings, page, rows_of, totals
from db.queries.where import near, where
from db.selection import Selection
from tui.background.linemap import LineMap

if TYPE_CHECKING:
    from db.export.options import ExportOptions
    from db.queries.facets import FacetValue
    from db.queries.records import Record

T = TypeVar("T")

PAGE = 128
"""Rows a page."""
_AGAIN = 0.005
"""Seconds after which a question that goes on is interrupted once more."""
_TOLD_EACH = 500
"""Milestones between two words of how many have been taken."""


class Lane:
    """One thread, one read-only connection, one question at a time."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"milepost-{name}")
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        """Device and number of the file that is open: another one may have been put in its place."""
        self.opened = 0
        """How often a store was opened."""
        self._lock = Lock()
        self._asked = 0
        self._running = 0
        self._closed = False
        self._cancelled: set[int] = set()
        """The questions that nobody waits for any more."""
        self._begun: dict[Callable[[sqlite3.Connection], Any], Future[Any]] = {}

    def begin(self, question: Callable[[sqlite3.Connection], Any]) -> None:
        """Start to answer before anybody waits, or there is a loop to wait in; whoever asks an equal question gets this answer."""
        self._asked += 1
        self._begun[question] = self._pool.submit(self._answer, self._asked, question)

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer. Cancelling interrupts the question, and no other.

        Raises `StoreError` where the store cannot be opened, `sqlite3.Error` where it cannot answer.
        """
        if (begun := self._begun.pop(question, None)) is not None:
            return cast("T", begun.result() if begun.done() else await asyncio.wrap_future(begun))
        self._begun.clear()
        self._asked += 1
        ticket = self._asked
        answer = asyncio.get_running_loop().run_in_executor(self._pool, self._answer, ticket, question)
        try:
            return await answer
        except asyncio.CancelledError:
            with self._lock:
                self._cancelled.add(ticket)
            self._interrupt(ticket)
            raise

    def _answer(self, ticket: int, question: Callable[[sqlite3.Connection], T]) -> T:
        there = _file_at(self._path)
        if there != self._file:
            self._close()
        if self._store is None:
            self._store = open_store(self._path, readonly=True)
            self._file = there
            self.opened += 1
        with self._lock:
            self._running = ticket
        try:
            return question(self._store.connection)
        except sqlite3.OperationalError as error:
            # an interruption meant for the question before can reach this one, where a statement of that was not yet put away
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT or ticket in self._cancelled or self._closed:
                raise
            return question(self._store.connection)
        finally:
            with self._lock:
                self._running = 0
                self._cancelled.discard(ticket)

    def _interrupt(self, ticket: int) -> None:
        """End what a question has asked SQLite; again and again, for it may be between two statements."""
        with self._lock:
            if self._running != ticket or self._store is None:
                return
            self._store.connection.interrupt()
        asyncio.get_running_loop().call_later(_AGAIN, self._interrupt, ticket)

    def close(self) -> None:
        """Interrupt what runs, close the connection in its own thread, end the thread. Does not wait."""
        with self._lock:
            self._closed = True
            if self._running and self._store is not None:
                self._store.connection.interrupt()
        self._pool.submit(self._close)
        self._pool.shutdown(wait=False)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = self._file = None


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when anybody else has written to the store."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


@dataclass(frozen=True, slots=True)
class Listed:
    """A selection's list: all its headings, the rows near the cursor, and where the cursor's milestone is now."""

    lines: LineMap
    pages: Mapping[int, tuple[Row, ...]]
    place: int | None
    """The row of the milestone asked for; None where it is not in the list."""
    near: tuple[str, ...]
    """For an empty list: what in the selection nothing has, and what is near to it."""
    version: int
    """The store's `data_version` from before it was asked."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted for a selection."""

    totals: Totals
    months: Mapping[int, int]
    """Milestones by year*12 + month - 1, at whatever time they were."""
    facets: Mapping[str, tuple[FacetValue, ...]]


@dataclass(frozen=True, slots=True)
class ListRows:
    """The question for a list, with the page around the first of `uids` that it holds, else around `month`, else the first."""

    selection: Selection
    uids: tuple[str, ...] = ()
    month: int | None = None

    def __call__(self, connection: sqlite3.Connection) -> Listed:
        """The whole list."""
        from db.queries.sifting import sifted

        version = data_version(connection)
        found = sifted(connection, self.selection)
        lines = LineMap(found.headings, keys=found.keys)
        places = (found.place(connection, uid) for uid in self.uids)
        place = next((place for place in places if place is not None), None)
        first = place if place is not None else (lines.row_near(self.month) if self.month is not None else 0)
        pages = fetch_pages(connection, self.selection, lines, (first // PAGE,))
        return Listed(lines, pages, place, () if lines.rows else near(connection, self.selection), version)


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The question for the first page of a list, which takes as long whatever is stored."""

    selection: Selection

    def __call__(self, connection: sqlite3.Connection) -> Listed:
        """A list of no more than this page; whole where there is no more."""
        version = data_version(connection)
        found = headings(connection, self.selection, first=PAGE)
        lines = LineMap(found, whole=sum(heading.count for heading in found) < PAGE)
        return Listed(lines, fetch_pages(connection, self.selection, lines, (0,)), None, (), version)


def row_in(connection: sqlite3.Connection, selection: Selection, uid: str) -> int | None:
    """The row of a milestone in the list of a selection; None where it is not in it."""
    from db.queries.sifting import sifted

    return sifted(connection, selection).place(connection, uid)


def fetch_pages(
    connection: sqlite3.Connection, selection: Selection, lines: LineMap, numbers: tuple[int, ...]
) -> dict[int, tuple[Row, ...]]:
    """Pages of rows by number, however deep in the list."""
    pages = {}
    for number in numbers:
        first = number * PAGE
        if first >= lines.rows:
            continue
        if lines.keys is not None:
            pages[number] = rows_of(connection, lines.keys_from(first, PAGE))
            continue
        index = lines.heading_at(first)
        pages[number] = page(connection, selection, first - lines.firsts[index], PAGE, heading=lines.headings[index])
    return pages


def count(connection: sqlite3.Connection, selection: Selection, lines: LineMap, fields: tuple[str, ...]) -> Counted:
    """Totals, months and facets of a selection whose list has these lines."""
    from db.queries.histogram import month_counts

    timeless = undated(selection)
    months = lines.months if timeless == selection else month_counts(connection, timeless)
    return Counted(totals(connection, selection), months, count_facets(connection, selection, fields))


def count_facets(
    connection: sqlite3.Connection, selection: Selection, fields: tuple[str, ...]
) -> dict[str, tuple[FacetValue, ...]]:
    """Some facets of a selection."""
    from db.queries.facets import facet_counts

    return {name: facet_counts(connection, selection, name) for name in fields}


@dataclass(frozen=True, slots=True)
class Leaving:
    """Milestones on their way out of the app."""

    text: str
    count: int
    outside: int
    """How many of them the selection does not show."""


def shown_uids(connection: sqlite3.Connection, selection: Selection) -> frozenset[str]:
    """The uids of all that a selection shows."""
    from db.queries.tally import pieces

    base = where(connection, selection)
    # read in pieces: a set of a million made at once would hold up the screen, and as many rows even more
    (listed,) = connection.execute(f"select json_group_array(m.uid) from {base.tables} where {base.sql}", base.params).fetchone()
    return frozenset(chain.from_iterable(pieces(listed)))


def marked_all(connection: sqlite3.Connection, selection: Selection, marks: frozenset[str]) -> frozenset[str]:
    """The marks with all that a selection shows; without it, where all of that is marked already."""
    from importers.collector import paused

    with paused():
        shown = shown_uids(connection, selection)
        found = marks - shown if shown <= marks else marks | shown
        # the collector would walk over all of them whenever it looks at what is new, in whichever thread that is
        gc.freeze()
    return found


def leaving(
    connection: sqlite3.Connection,
    selection: Selection,
    uids: frozenset[str],
    today: date,
    options: ExportOptions,
    *,
    front: bool = True,
    limit: int | None = None,
    told: Callable[[int], None] | None = None,
    write: Callable[[Iterable[str]], None] | None = None,
) -> Leaving:
    """The marked milestones, or, where none is marked, all that the selection shows, as a text; `limit` takes the first so many.

    `front` is whether Markdown begins with what it holds, for machines. `told` hears now and then how many have been taken.
    `write` takes the pieces of the text, which is then not kept; only Markdown, which groups and counts, is made as a whole.
    """
    from db.export.formats import exported
    from db.export.markdown import to_markdown
    from db.export.outgoing import Outgoing
    from db.queries.again import sums_again
    from db.queries.records import records, records_of, told_too
    from db.queries.sources import sources

    outside = len(uids - shown_uids(connection, selection)) if uids and selection.terms else 0
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
        outgoing = Outgoing(whole, selection, today, sources(connection), again, others, outside if uids else None)
        yield to_markdown(outgoing, options, front=front)

    if write is not None:
        write(pieces())
        return Leaving("", taken, outside)
    text = "".join(pieces())
    return Leaving(text, taken, outside)
