"""The whole list of a selection, made from sets: the keys under each heading, in the list's order.

`listing` asks SQLite, which walks all rows for it; that is right where nothing is selected. Once the order of all is known, sifting
it takes milliseconds whatever the selection, and every page of it is known by its keys.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from db.queries.listing import Heading
from db.queries.tally import tally_of
from db.selection import Selection


@dataclass(frozen=True, slots=True)
class Sifted:
    """A list: its headings, and the integer keys of the rows under each."""

    headings: tuple[Heading, ...]
    keys: tuple[Sequence[int], ...]

    def place(self, conn: sqlite3.Connection, uid: str) -> int | None:
        """How many rows stand before this milestone; None where it is not in the list."""
        found = conn.execute("select id, month, rank, period from milestone where uid = ?", (uid,)).fetchone()
        before = 0
        for heading, keys in zip(self.headings, self.keys, strict=True) if found else ():
            if (heading.month, heading.rank, heading.period) == found[1:]:
                return before + keys.index(found[0]) if found[0] in keys else None
            before += len(keys)
        return None


def sifted(conn: sqlite3.Connection, selection: Selection) -> Sifted:
    """The list of a selection."""
    tally = tally_of(conn)
    order = tally.order(conn)
    flags = tally.flags(conn, tally.hits(conn, selection))
    headings, found = [], []
    for (month, rank, period), keys in order:
        left = array("I", compress(keys, map(flags.__getitem__, keys)))
        if left:
            headings.append(Heading(period, len(left), month, rank))
            found.append(left)
    return Sifted(tuple(headings), tuple(found))
