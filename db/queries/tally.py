"""Counting by sets: a set of milestones is one number with a bit for each, so that what two share is one `&`.

A milestone's bit is its number: its place in the list of all, from 0, newest first. So a heading, a month or a year is a slice of
a set, and a list is what is left of the order of all. SQLite would walk all rows anew for each facet. Here it is asked once for
each group and each condition, and its answers are kept with the connection until the store is another. At a million milestones a
set is 125 kB, and a facet is counted in milliseconds.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, compress
from operator import or_
from typing import Any, cast

from db.connect import Connection
from db.parts import Kind
from db.queries.kept import Kept
from db.queries.spans import dated
from db.queries.where import HIDDEN, asked_of, shows_hidden
from db.selection import Selection
from db.terms import DATE_FIELDS, Term

_PIECE = 1 << 16
"""Characters of a list of keys, or milestones, that are read at a time: reading holds up all other threads."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")
_TERMS = 256
"""Conditions whose hits are kept."""
_AT_ONCE = 6
"""Conditions that are looked at in one walk along the list: a bit of a letter for each."""
_LETTER = 64
"""What stands for 0 where a letter is a number."""
PLANNED = 16
"""More than there are kinds."""
_LETTERS = bytes(max(0, letter - _LETTER) for letter in range(256))
Grouping = Callable[["Tally", sqlite3.Connection], dict[Hashable, int]]
"""What says which milestones belong to which group."""


@dataclass(frozen=True, slots=True)
class Links:
    """A way to group milestones: a table whose rows say which one belongs to which group."""

    table: str
    columns: str
    """Those that make a group."""
    key: str
    """The column with the milestone's key."""
    way: str = ""
    """The index along which the rows lie by their groups."""
    condition: str = "1"

    def __call__(self, tally: Tally, conn: sqlite3.Connection) -> dict[Hashable, int]:
        """The milestones of each group."""
        order = tally.order(conn)
        return {group: _set(order, listed) for group, listed in self.listed(conn)}

    def listed(self, conn: sqlite3.Connection) -> Iterator[tuple[Hashable, str]]:
        """Each group with the JSON array of its keys."""
        rows = conn.execute(
            f"select {self.columns}, json_group_array({self.key}) from {self.table} {self.way} where {self.condition} "
            f"group by {self.columns}"
        ).fetchall()
        for *group, listed in rows:
            yield (group[0] if len(group) == 1 else tuple(group)), listed


COUNTRIES = Links("milestone_country", "code", "milestone_id", "not indexed")
DONORS = Links("milestone_donor", "name, agency", "milestone_id", "not indexed")
SERIES = Links("milestone", "series", "id", "indexed by milestone_series", "series <> ''")
SOURCES = Links("milestone", "source_id", "id", "indexed by milestone_source", "source_id > 0")


def governments(tally: Tally, conn: sqlite3.Connection) -> dict[Hashable, int]:
    """Donors without regard to their agencies."""
    found: dict[Hashable, int] = {}
    for donor, bits in tally.groups(conn, DONORS).items():
        name, _ = cast("tuple[str, str]", donor)
        found[name] = found.get(name, 0) | bits
    return found


def kinds(tally: Tally, conn: sqlite3.Connection) -> dict[Hashable, int]:
    """Every milestone has one kind."""
    looks = tally.looks(conn)
    sets = {kind.value: _marked(looks, bytes((place, place | PLANNED))) for place, kind in enumerate(Kind, 1)}
    return {kind: bits for kind, bits in sets.items() if bits}


def planned(tally: Tally, conn: sqlite3.Connection) -> int:
    """What is only announced."""
    return _marked(tally.looks(conn), bytes(range(PLANNED, 2 * PLANNED)))


_NAMED: dict[str, Grouping] = {"country": COUNTRIES, "kind": kinds}
"""The fields of which each value is a group."""


@dataclass(frozen=True, slots=True)
class Under:
    """The milestones under one heading of the list of all."""

    month: int
    rank: int
    period: str
    low: int
    """The number of the first of them, and of the one after the last."""
    high: int


@dataclass(frozen=True, slots=True)
class Order:
    """The list of all milestones, hidden ones too."""

    under: tuple[Under, ...]
    keys: Sequence[int]
    """The integer key of each number."""
    numbers: Sequence[int]
    """The number of each key; of a key that there is not, the one after the last."""


@dataclass(frozen=True, slots=True)
class Column:
    """The group of each milestone, where none is in two: for more groups than there is room for as sets."""

    groups: Sequence[Hashable]
    places: Sequence[int]
    """By number: the place of its group among them, from 1; 0 where it belongs to none."""


class Tally(Kept):
    """The sets of one state of a store; each is made when it is first asked for."""

    def __init__(self, state: tuple[int, int]) -> None:
        super().__init__(state)
        self._terms: dict[Term, int] = {}

    def order(self, conn: sqlite3.Connection) -> Order:
        """The list of all milestones."""
        return self.keep("order", lambda: _order(conn))

    def everything(self, conn: sqlite3.Connection) -> int:
        """All milestones, hidden ones too."""
        return (1 << len(self.order(conn).keys)) - 1

    def visible(self, conn: sqlite3.Connection) -> int:
        """What lists show without a selection."""
        return self.keep("visible", lambda: self.everything(conn) & ~self._found(conn, HIDDEN, ()))

    def hits(self, conn: sqlite3.Connection, selection: Selection) -> int:
        """What a selection holds."""
        found = self.everything(conn) if shows_hidden(selection) else self.visible(conn)
        for term in selection.terms:
            (told,) = self.having(conn, term)
            found &= ~told if term.negated else told
        return found

    def having(self, conn: sqlite3.Connection, *terms: Term) -> list[int]:
        """All that each term is about, whether it is negated or not; hidden ones too."""
        walked = []
        for term in terms:
            if term in self._terms:
                # the latest last
                self._terms[term] = self._terms.pop(term)
            elif (grouping := _NAMED.get(term.field)) in self._kept:
                groups = cast("dict[Hashable, int]", self._kept[grouping])
                self._terms[term] = reduce(or_, (groups.get(value, 0) for value in term.values), 0)
            elif term.field in DATE_FIELDS and (told := dated(self, conn, term)) is not None:
                self._terms[term] = told
            else:
                sql, params, keys = asked_of(term)
                if keys:
                    self._terms[term] = self._found(conn, sql, params)
                else:
                    walked.append((term, sql, params))
        for at in range(0, len(walked), _AT_ONCE):
            self._terms.update(self._walked(conn, walked[at : at + _AT_ONCE]))
        found = [self._terms[term] for term in terms]
        while len(self._terms) > _TERMS:
            del self._terms[next(iter(self._terms))]
        return found

    def groups(self, conn: sqlite3.Connection, grouping: Grouping) -> dict[Hashable, int]:
        """The milestones of each group."""
        return self.keep(grouping, lambda: grouping(self, conn))

    def counted(self, conn: sqlite3.Connection, selection: Selection, grouping: Grouping) -> Counter[Hashable]:
        """How many of a selection's milestones belong to each group; groups without any are left out."""
        groups, hits = self.groups(conn, grouping), self.hits(conn, selection)
        return +Counter({group: (bits & hits).bit_count() for group, bits in groups.items()})

    def column(self, conn: sqlite3.Connection, links: Links) -> Column:
        """The group of each milestone; no milestone may be in two."""
        return self.keep(("column", links), lambda: _column(self.order(conn), links.listed(conn)))

    def counted_once(self, conn: sqlite3.Connection, selection: Selection, links: Links) -> Counter[Hashable]:
        """As `counted`, made of a column."""
        column, flags = self.column(conn, links), self.flags(conn, self.hits(conn, selection))
        counts = Counter[int]()
        for low in range(0, len(flags), _PIECE):
            counts.update(compress(column.places[low : low + _PIECE], flags[low : low + _PIECE]))
        return Counter({column.groups[place - 1]: count for place, count in counts.items() if place})

    def flags(self, conn: sqlite3.Connection, hits: int) -> bytes:
        """A byte for each number: 1 where it is in the set, 0 where not."""
        return bin(hits)[:1:-1].encode().translate(_FLAGS).ljust(len(self.order(conn).keys), b"\0")

    def looks(self, conn: sqlite3.Connection) -> bytes:
        """By number: the place of its kind among all kinds, from 1, or 0 where that is not known; with PLANNED where it is so."""
        places = " ".join(f"when '{kind}' then {place}" for place, kind in enumerate(Kind, 1))
        return self.keep("looks", lambda: _letters(conn, f"case m.kind {places} else 0 end + {PLANNED} * m.planned", ()))

    def money(self, conn: sqlite3.Connection, hits: int) -> dict[str, float]:
        """The amounts of these milestones, added up by currency; what only says another amount again is left out."""
        amounts = self.keep("amounts", lambda: _amounts(conn, self.order(conn).numbers))
        if not hits:
            return {}
        flags, sums = self.flags(conn, hits) + b"\0", {}
        for currency, (numbers, values) in amounts.items():
            told = tuple(compress(values, map(flags.__getitem__, numbers)))
            if told:
                sums[currency] = sum(told)
        return sums

    def shared(self, conn: sqlite3.Connection, selection: Selection) -> int:
        """What has a country or a donor beside those that the selection asks for; nothing where it asks for none."""
        return reduce(or_, (self._beside(conn, grouping, chosen) for grouping, chosen in _asked(selection) if chosen), 0)

    def _beside(self, conn: sqlite3.Connection, grouping: Grouping, chosen: frozenset[str]) -> int:
        return reduce(or_, (bits for group, bits in self.groups(conn, grouping).items() if group not in chosen), 0)

    def _found(self, conn: sqlite3.Connection, sql: str, params: Sequence[str | int]) -> int:
        """The set of what a SELECT of integer keys finds."""
        (listed,) = conn.execute(f"with found(key) as ({sql}) select json_group_array(key) from found", params).fetchone()
        return _set(self.order(conn), listed)

    def _walked(
        self, conn: sqlite3.Connection, asked: Sequence[tuple[Term, str, tuple[str | int, ...]]]
    ) -> Iterator[tuple[Term, int]]:
        """The set of each of some conditions on `m`, found in one walk along the list."""
        told = _letters(
            conn,
            " + ".join(f"iif({sql}, {1 << at}, 0)" for at, (_, sql, _) in enumerate(asked)),
            [value for *_, params in asked for value in params],
        )
        for at, (term, *_) in enumerate(asked):
            yield term, _marked(told, bytes(letter for letter in range(1 << len(asked)) if letter >> at & 1))


def part(told: bytes, low: int, high: int) -> int:
    """The set's milestones from the number `low` on and below `high`, as a set that begins with `low`; `told` as of `bytes_of`."""
    return int.from_bytes(told[low >> 3 : (high + 7) >> 3], "little") >> (low & 7) & ((1 << high - low) - 1)


def bytes_of(bits: int) -> bytes:
    """A set as bytes of eight bits, of which slices are quickly taken."""
    return bits.to_bytes(bits.bit_length() + 7 >> 3, "little")


def tally_of(conn: sqlite3.Connection) -> Tally:
    """The sets of the store as it is now."""
    state = (conn.execute("PRAGMA data_version").fetchone()[0], conn.total_changes)
    kept = conn.tally if isinstance(conn, Connection) else None
    if not isinstance(kept, Tally) or kept.state != state:
        kept = Tally(state)
        if isinstance(conn, Connection):
            conn.tally = kept
    return kept


def _asked(selection: Selection) -> tuple[tuple[Grouping, frozenset[str]], ...]:
    return (COUNTRIES, selection.countries()), (governments, selection.governments())


def _order(conn: sqlite3.Connection) -> Order:
    rows = conn.execute(
        "select month, rank, period, json_group_array(id) from milestone indexed by milestone_order "
        "group by month, rank, period order by month desc, rank desc, period"
    ).fetchall()
    under, keys = [], array("I")
    for month, rank, period, listed in rows:
        low = len(keys)
        for piece in pieces(listed):
            keys.extend(piece)
        under.append(Under(month, rank, period, low, len(keys)))
    numbers = array("I", [len(keys)]) * (max(keys, default=0) + 1)
    for number, key in enumerate(keys):
        numbers[key] = number
    return Order(tuple(under), keys, numbers)


def _letters(conn: sqlite3.Connection, sql: str, params: Sequence[str | int]) -> bytes:
    """An expression over `m` that gives 0 to 63: a byte for each milestone, in the order of the list."""
    (told,) = conn.execute(
        f"select group_concat(char({_LETTER} + {sql}), '') from milestone m indexed by milestone_order", params
    ).fetchone()
    return bytes(told or "", "ascii").translate(_LETTERS)


def _marked(told: bytes, which: bytes) -> int:
    """The set of the numbers at which one of these bytes stands."""
    digits = told.translate(bytes(ord("1") if letter in which else ord("0") for letter in range(256)))
    # to read digits of base 2 is the quickest way to bits
    return int(digits[::-1], 2) if digits else 0


def _set(order: Order, listed: str) -> int:
    """The set of the keys in a JSON array."""
    size = len(order.keys)
    if len(listed) < size:
        # so few that to set bits by themselves takes less than to read digits for all
        few = bytearray(size // 8 + 1)
        for piece in _numbers(order.numbers, listed):
            for number in piece:
                few[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(few, "little") & ((1 << size) - 1)
    marks = bytearray(size + 1)
    for piece in _numbers(order.numbers, listed):
        for number in piece:
            marks[number] = 1
    marks.pop()
    return _marked(bytes(marks), b"\1")


def _column(order: Order, listed: Iterable[tuple[Hashable, str]]) -> Column:
    groups, places = [], array("I", [0]) * (len(order.keys) + 1)
    for place, (group, keys) in enumerate(listed, 1):
        groups.append(group)
        for piece in _numbers(order.numbers, keys):
            for number in piece:
                places[number] = place
    return Column(groups, places)


def _amounts(conn: sqlite3.Connection, numbers: Sequence[int]) -> dict[str, tuple[Sequence[int], Sequence[float]]]:
    """By currency: the numbers of the milestones that name an amount, and the amounts."""
    rows = conn.execute(
        "select currency, json_group_array(milestone_id), json_group_array(value) from milestone_amount where same_as = '' "
        "group by currency order by currency"
    ).fetchall()
    return {
        currency: (array("I", chain.from_iterable(_numbers(numbers, keys))), array("d", chain.from_iterable(pieces(values))))
        for currency, keys, values in rows
    }


def _numbers(numbers: Sequence[int], listed: str) -> Iterator[Iterable[int]]:
    """The numbers of the keys in a JSON array, some thousands at a time; what was stored since the order was made has the last."""
    known = len(numbers)
    for piece in pieces(listed):
        yield map(numbers.__getitem__, piece if max(piece) < known else [key if key < known else 0 for key in piece])


def pieces(listed: str) -> Iterator[list[Any]]:
    """What a JSON array of numbers or uids holds, some thousands at a time."""
    at, end = 1, len(listed) - 1
    while at < end:
        comma = listed.find(",", at + _PIECE)
        cut = comma if comma > 0 else end
        yield json.loads(f"[{listed[at:cut]}]")
        at = cut + 1
