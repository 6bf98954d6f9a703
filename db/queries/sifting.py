"""The whole list of a selection, sifted from the list of all: how many stand under each heading, the
keys of any of its rows, its uids.

`listing` asks SQLite, which walks all rows for it; that is right for a first page. Once the order of all is known, a list is one
set, whatever the selection, and every page of it is read from there.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress

from db.queries.listing import Heading
from db.queries.tally import Order, Under, bytes_of, part, pieces, tally_of
from db.queries.where import VISIBLE, shows_hidden, where
from db.selection import Selection


@dataclass(frozen=True, slots=True)
class Sifted:
    """A list."""

    headings: tuple[Heading, ...]
    under: tuple[Under, ...]
    """What stands under each of them in the list of all."""
    order: Order
    told: bytes
    """The list as a set."""

    def keys(self, number: int) -> Sequence[int]:
        """The integer keys of the rows under the heading of this number."""
        low, high = self.under[number].low, self.under[number].high
        digits = bin(part(self.told, low, high))[:1:-1]
        return list(compress(self.order.keys[low:high], map(int, digits)))

    def place(self, conn: sqlite3.Connection, uid: str) -> int | None:
        """How many rows stand before this milestone; None where it is not in the list."""
        found = conn.execute("select id from milestone where uid = ?", (uid,)).fetchone()
        if found is None or found[0] >= len(self.order.numbers):
            return None
        number = self.order.numbers[found[0]]
        return part(self.told, 0, number).bit_count() if part(self.told, number, number + 1) else None


def sifted(conn: sqlite3.Connection, selection: Selection) -> Sifted:
    """The list of a selection."""
    tally = tally_of(conn)
    order, told = tally.order(conn), bytes_of(tally.hits(conn, selection))
    counts = [part(told, under.low, under.high).bit_count() for under in order.under]
    left = tuple(compress(order.under, counts))
    headings = (
        Heading(under.period, count, under.month, under.rank) for under, count in zip(left, filter(None, counts), strict=True)
    )
    return Sifted(tuple(headings), left, order, told)


def uids_of(conn: sqlite3.Connection, selection: Selection, among: Iterable[str] | None = None) -> Iterator[str]:
    """The uids of all that a selection holds, or of what it holds `among` these; in no order."""
    base = where(conn, selection)
    only, params = ("", ()) if among is None else ("and m.uid in (select value from json_each(?))", (json.dumps(sorted(among)),))
    # read in pieces: a set of a million made at once would hold up the screen, and as many rows even more
    (listed,) = conn.execute(
        f"select json_group_array(m.uid) from {base.tables} where {base.sql} {only}", (*base.params, *params)
    ).fetchone()
    return chain.from_iterable(pieces(listed))


def lost(conn: sqlite3.Connection, selection: Selection, uids: Iterable[str]) -> frozenset[str]:
    """Those of these that no list holds any more, being rejected, merged, gone or removed, unless that of the selection does."""
    (listed,) = conn.execute(
        "select json_group_array(j.value) from json_each(?) j left join milestone m on m.uid = j.value "
        f"where m.id is null or not ({VISIBLE})",
        (json.dumps(sorted(uids)),),
    ).fetchone()
    found = frozenset(json.loads(listed))
    return found.difference(uids_of(conn, selection, found)) if found and shows_hidden(selection) else found
