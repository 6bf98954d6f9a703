"""Counting by sets: a set of milestones is one number with a bit for each integer key, so that what two share is one `&`.

SQLite would walk all rows anew for each facet. Here it is asked once for each group and each condition, and its answers are kept
with the connection until the store is another. At a million milestones a set is 125 kB, and a facet is counted in milliseconds.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeVar, cast

from db.connect import Connection
from db.queries.where import HIDDEN, keys_of, shows_hidden
from db.selection import Selection
from db.terms import Term

T = TypeVar("T")

_PIECE = 1 << 16
"""Characters of a list of keys that are read at a time: reading holds up all other threads."""
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_TERMS = 256
"""Conditions whose hits are kept."""


@dataclass(frozen=True, slots=True)
class Links:
    """A table whose rows say which milestone belongs to which group."""

    table: str
    groups: str
    """The columns that make a group."""
    key: str
    """The column with the milestone's key."""
    way: str = ""
    """The index along which the rows lie by their groups."""
    condition: str = "1"
    fold: Callable[..., Hashable] = lambda *group: group[0] if len(group) == 1 else group
    """The group that the columns' values belong to."""


KINDS = Links("milestone", "kind", "id", "indexed by milestone_kind")
"""Every milestone has one kind."""
COUNTRIES = Links("milestone_country", "code", "milestone_id", "not indexed")
GOVERNMENTS = Links("milestone_donor", "name", "milestone_id", "not indexed")
"""Donors without regard to their agencies."""
SERIES = Links("milestone", "series", "id", "indexed by milestone_series", "series <> ''")


@dataclass(frozen=True, slots=True)
class Bits:
    """A set of milestones."""

    first: int
    """The key of the lowest bit, so that few milestones with high keys need few bytes."""
    bits: int

    @property
    def whole(self) -> int:
        """The same with the lowest bit for the key 0."""
        return self.bits << self.first

    def shared(self, hits: int) -> int:
        """How many of these are in a whole set too."""
        return ((hits >> self.first) & self.bits).bit_count()


_NONE = Bits(0, 0)


class Tally:
    """The sets of one state of a store; each is made when it is first asked for."""

    def __init__(self, state: tuple[int, int]) -> None:
        self.state = state
        self._terms: dict[Term, int] = {}
        self._groups: dict[Links, dict[Hashable, Bits]] = {}
        self._amounts: list[tuple[int, str, float]] | None = None
        self._order: tuple[tuple[tuple[int, int, str], Sequence[int]], ...] | None = None
        self._everything = self._visible = -1
        self._kept: dict[Hashable, object] = {}

    def everything(self, conn: sqlite3.Connection) -> int:
        """All milestones, hidden ones too."""
        if self._everything < 0:
            self._everything = reduce(or_, (bits.whole for bits in self.groups(conn, KINDS).values()), 0)
        return self._everything

    def visible(self, conn: sqlite3.Connection) -> int:
        """What lists show without a selection."""
        if self._visible < 0:
            self._visible = self.everything(conn) & ~_keys(conn, HIDDEN, ()).whole
        return self._visible

    def hits(self, conn: sqlite3.Connection, selection: Selection) -> int:
        """What a selection holds."""
        found = self.everything(conn) if shows_hidden(selection) else self.visible(conn)
        for term in selection.terms:
            told = self.having(conn, term)
            found &= ~told if term.negated else told
        return found

    def having(self, conn: sqlite3.Connection, term: Term) -> int:
        """All that a term is about, whether it is negated or not; hidden ones too."""
        if (told := self._terms.pop(term, None)) is None:
            told = _keys(conn, *keys_of(term)).whole
            if len(self._terms) >= _TERMS:
                del self._terms[next(iter(self._terms))]
        self._terms[term] = told
        return told

    def groups(self, conn: sqlite3.Connection, links: Links) -> dict[Hashable, Bits]:
        """The milestones of each group."""
        if links not in self._groups:
            self._groups[links] = _grouped(conn, links)
        return self._groups[links]

    def counted(self, conn: sqlite3.Connection, selection: Selection, links: Links) -> Counter[Hashable]:
        """How many of a selection's milestones belong to each group; groups without any are left out."""
        groups, hits = self.groups(conn, links), self.hits(conn, selection)
        return +Counter({group: bits.shared(hits) for group, bits in groups.items()})

    def order(self, conn: sqlite3.Connection) -> tuple[tuple[tuple[int, int, str], Sequence[int]], ...]:
        """The keys of all milestones in the order of the list, under the month, rank and period of each heading."""
        if self._order is None:
            rows = conn.execute(
                "select month, rank, period, json_group_array(id) from milestone indexed by milestone_order "
                "group by month, rank, period order by month desc, rank desc, period"
            )
            told = []
            for month, rank, period, listed in rows:
                told.append(((month, rank, period), keys_in(listed)))
            self._order = tuple(told)
        return self._order

    def flags(self, conn: sqlite3.Connection, hits: int) -> bytes:
        """A byte for each key from 0 on: 1 where it is in the set, 0 where not."""
        return bin(hits)[:1:-1].encode().translate(_FLAGS).ljust(self.everything(conn).bit_length(), b"\0")

    def keep(self, name: Hashable, make: Callable[[], T]) -> T:
        """Something that others make of the sets, and that is as true as long as they are."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])

    def money(self, conn: sqlite3.Connection, hits: int) -> dict[str, float]:
        """The amounts of these milestones, added up by currency; what only says another amount again is left out."""
        if self._amounts is None:
            rows = conn.execute("select milestone_id, currency, value from milestone_amount where same_as = '' order by currency")
            self._amounts = rows.fetchall()
        if not hits:
            return {}
        mask = hits.to_bytes(hits.bit_length() // 8 + 1, "little")
        size = 8 * len(mask)
        sums: Counter[str] = Counter()
        for key, currency, value in self._amounts:
            if key < size and mask[key >> 3] >> (key & 7) & 1:
                sums[currency] += value  # type: ignore[assignment]
        return dict(sums)

    def shared(self, conn: sqlite3.Connection, selection: Selection) -> int:
        """What has a country or a donor beside those that the selection asks for; nothing where it asks for none."""
        return reduce(or_, (self._beside(conn, links, chosen) for links, chosen in _asked(selection) if chosen), 0)

    def _beside(self, conn: sqlite3.Connection, links: Links, chosen: frozenset[str]) -> int:
        return reduce(or_, (bits.whole for group, bits in self.groups(conn, links).items() if group not in chosen), 0)


def _asked(selection: Selection) -> tuple[tuple[Links, frozenset[str]], ...]:
    return (COUNTRIES, selection.countries()), (GOVERNMENTS, selection.governments())


def tally_of(conn: sqlite3.Connection) -> Tally:
    """The sets of the store as it is now."""
    state = (conn.execute("PRAGMA data_version").fetchone()[0], conn.total_changes)
    kept = conn.tally if isinstance(conn, Connection) else None
    if not isinstance(kept, Tally) or kept.state != state:
        kept = Tally(state)
        if isinstance(conn, Connection):
            conn.tally = kept
    return kept


def _grouped(conn: sqlite3.Connection, links: Links) -> dict[Hashable, Bits]:
    found: dict[Hashable, list[Sequence[int]]] = {}
    rows = conn.execute(
        f"select {links.groups}, json_group_array({links.key}) from {links.table} {links.way} where {links.condition} "
        f"group by {links.groups}"
    )
    for *group, listed in rows:
        # integers of Python's own take nine times the room
        found.setdefault(links.fold(*group), []).extend(array("I", piece) for piece in _pieces(listed))
    return {group: _bits(pieces) for group, pieces in found.items()}


def _keys(conn: sqlite3.Connection, sql: str, params: Sequence[str | int]) -> Bits:
    (listed,) = conn.execute(f"with found(key) as ({sql}) select json_group_array(key) from found", params).fetchone()
    return _bits(list(_pieces(listed)))


def keys_in(listed: str) -> array[int]:
    """The keys in a JSON array."""
    if len(listed) < _PIECE:
        return array("I", json.loads(listed))
    keys = array("I")
    for piece in _pieces(listed):
        keys.extend(piece)
    return keys


def _pieces(listed: str) -> Iterator[list[int]]:
    """The numbers of a JSON array, some thousands at a time."""
    at, end = 1, len(listed) - 1
    while at < end:
        comma = listed.find(",", at + _PIECE)
        cut = comma if comma > 0 else end
        yield json.loads(f"[{listed[at:cut]}]")
        at = cut + 1


def _bits(pieces: Sequence[Sequence[int]]) -> Bits:
    if not pieces:
        return _NONE
    first = min(map(min, pieces))
    marks = bytearray(max(map(max, pieces)) - first + 1)
    for piece in pieces:
        for key in piece:
            marks[key - first] = 1
    # to write the bits as digits of base 2 and read those is the quickest way
    marks.reverse()
    return Bits(first, int(marks.translate(_DIGITS), 2))
