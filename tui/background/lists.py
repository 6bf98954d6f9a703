"""Questions to the store about a selection, and their answers: its list, its rows by page, its counts. Asked in a `Lane`."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.period import undated
from db.queries.listing import Row, Totals, headings, page, rows_of, totals
from db.queries.where import near
from db.selection import Selection
from tui.background.lane import data_version
from tui.background.linemap import LineMap

if TYPE_CHECKING:
    from db.queries.facets import FacetValue

PAGE = 128
"""Rows a page."""


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


def outside(connection: sqlite3.Connection, selection: Selection, uids: Iterable[str]) -> set[str]:
    """Those of these that a selection does not show."""
    from db.queries.sifting import uids_of

    wanted = set(uids)
    return wanted.difference(uids_of(connection, selection, wanted)) if wanted and selection.terms else set()


def marked_all(connection: sqlite3.Connection, selection: Selection, marks: frozenset[str]) -> frozenset[str]:
    """The marks with all that a selection shows; without it, where all of that is marked already."""
    from db.queries.sifting import uids_of
    from importers.collector import paused

    with paused():
        shown = frozenset(uids_of(connection, selection))
        found = marks - shown if shown <= marks else marks | shown
        # the collector would walk over all of them whenever it looks at what is new, in whichever thread that is
        gc.freeze()
    return found
