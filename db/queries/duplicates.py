"""Milestones of different sources that may tell the same event, for a person to merge or to declare different.

Two are proposed if their dates share a day, their kind, place or a country agrees, and their titles and quotes have words in
common, rare ones above all, or both name the same sum of the same donors. Nothing is ever merged here.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import log
from typing import NamedTuple

from db.queries.where import VISIBLE, where
from db.selection import Selection

_ALIKE = 0.5
"""From this part of the words of the shorter one that both share, rare words weighing more."""
_SHARED = 3
"""Words that both must share at least: two short quotes are easily alike."""
_RARE, _RARE_PER = 50, 1000
"""A word is rare in up to so many milestones, and one more in so many; by rare words others are looked for."""
_SHARED_RARE = 2
_LONGEST = 24
"""Months of a date that are looked through: what goes on for longer is compared in its first ones."""
_FEW = 400
"""Milestones that are compared with a given one, by their dates."""
_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """One of two that may be the same."""

    uid: str
    title: str
    date: str
    """EDTF."""
    kind: str
    place: str
    countries: str
    """ISO codes: `UZ, AF`."""
    quote: str
    source: str
    file: str
    donors: str
    """`Japan/JICA; European Union`."""
    amounts: str
    """`USD 1,380,000; EUR 5`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may tell the same event; `one` is the better to stand for both."""

    one: Telling
    other: Telling
    alike: float
    """0 to 1: the part of the words that both share."""
    why: tuple[str, ...]
    """What agrees, in words, the dates first."""


class _Known(NamedTuple):
    """What is needed of all milestones to find pairs; the rest is fetched of those few that are found."""

    key: int
    source_id: int
    start: int
    end: int
    month: int
    words: frozenset[str]
    paid: str
    """Kind, donors and amounts; empty where nobody or nothing was paid."""


class _Facts(NamedTuple):
    telling: Telling
    series: tuple[str, int | None]
    worth: tuple[int, ...]
    """Of two, the greater is the better to stand for both."""


_Weigh = Callable[[str], float]


def duplicates(conn: sqlite3.Connection, selection: Selection | None = None) -> tuple[Pair, ...]:
    """All pairs that may tell the same event and about which nobody has decided, the most alike first.

    With a selection, those of which one is in it: quick for one source among many, while all of 100,000 take seconds.
    """
    mine: frozenset[int] | None = None
    condition, params = VISIBLE, ()
    if selection is not None and selection.terms:
        base = where(conn, selection)
        mine = frozenset(key for (key,) in conn.execute(base.ids, base.params))
        span = conn.execute(
            "select min(start_day), max(end_day) from milestone where id in (select value from json_each(?))",
            (json.dumps(list(mine)),),
        ).fetchone()
        condition, params = f"{VISIBLE} and m.end_day >= ? and m.start_day <= ?", span
    known = _known(conn, condition, params)
    counts = Counter(chain.from_iterable(one.words for one in known))
    found = ((one, other) for one, other in _candidates(known, counts) if mine is None or one.key in mine or other.key in mine)
    return _proposed(conn, found, _weights(counts, len(known)))


def similar(conn: sqlite3.Connection, uid: str, limit: int = 5) -> tuple[Pair, ...]:
    """The pairs that one milestone is part of; what merges or detail panes ask for."""
    mine = _known(conn, f"{VISIBLE} and m.uid = ?", (uid,))
    if not mine:
        return ()
    [me] = mine
    near = (
        f"{VISIBLE} and m.start_day <= ? and m.end_day >= ? and m.source_id <> ? order by abs(m.start_day - ?), m.id limit {_FEW}"
    )
    others = _known(conn, near, (me.end, me.start, me.source_id, me.start))
    counts = Counter(chain.from_iterable(one.words for one in (me, *others)))
    return _proposed(conn, ((me, other) for other in others), _weights(counts, 1 + len(others)))[:limit]


def merged_into(conn: sqlite3.Connection, uid: str) -> tuple[Telling, ...]:
    """What was merged into this milestone, over any number of steps: where else the event is told."""
    rows = conn.execute(
        "with recursive below(uid) as (select uid from milestone where merged_into = ?1 "
        "union select m.uid from milestone m join below b on m.merged_into = b.uid) "
        "select m.uid, m.title, m.date, m.kind, m.place, m.countries, m.quote, coalesce(s.title, ''), coalesce(s.file, ''), "
        "m.donors, m.amounts "
        "from below b join milestone m on m.uid = b.uid left join source s on s.id = m.source_id where m.uid <> ?1 order by m.uid",
        (uid,),
    )
    return tuple(Telling(*row) for row in rows)


def _known(conn: sqlite3.Connection, condition: str, params: Sequence[str | int]) -> list[_Known]:
    rows = conn.execute(
        "select m.id, m.source_id, m.start_day, m.end_day, m.month, m.title || ' ' || m.quote, "
        "iif(m.donors <> '' and m.amounts <> '', m.kind || ' | ' || m.donors || ' | ' || m.amounts, '') "
        f"from milestone m where m.source_id is not null and {condition}",
        params,
    )
    return [
        _Known(key, source, start, end, month, frozenset(_WORD.findall(text.lower())), paid)
        for key, source, start, end, month, text, paid in rows
    ]


def _facts(conn: sqlite3.Connection, keys: Iterable[int]) -> dict[int, _Facts]:
    rows = conn.execute(
        "select m.id, m.uid, m.title, m.date, m.kind, m.place, m.countries, m.quote, s.title, s.file, "
        "m.donors, m.amounts, m.series, m.ordinal, "
        "m.status = 'accepted', m.edited, m.level = 'main', cast(m.confidence * 100 as integer), -m.id "
        "from milestone m join source s on s.id = m.source_id where m.id in (select value from json_each(?))",
        (json.dumps(sorted(keys)),),
    )
    return {key: _Facts(Telling(*cells[:11]), (cells[11], cells[12]), tuple(cells[13:])) for key, *cells in rows}


def _apart(conn: sqlite3.Connection) -> set[frozenset[str]]:
    """The pairs that a person has declared to be different and that nobody has decided about since."""
    rows = conn.execute("select target, field, op from change where field like 'apart:%' order by seq, cid")
    last = {(target, field): op for target, field, op in rows}
    return {frozenset((target, field.partition(":")[2])) for (target, field), op in last.items() if op == "add"}


def _weights(counts: Mapping[str, int], total: int) -> _Weigh:
    """What a word weighs: the more, the fewer of all have it."""
    made = {word: 1 + log(total / count) for word, count in counts.items()}
    return made.__getitem__


def _candidates(known: Sequence[_Known], counts: Mapping[str, int]) -> Iterator[tuple[_Known, _Known]]:
    """Two of different sources and a common month that share rare words, or were paid for alike; each pair once."""
    most = _RARE + len(known) // _RARE_PER
    rare = frozenset(word for word, count in counts.items() if 1 < count <= most)
    by_month: dict[int, list[int]] = defaultdict(list)
    for nr, one in enumerate(known):
        months = min(_LONGEST, (one.end - one.start) // 28 + 1) if one.start and one.end > one.start else 0
        for month in range(one.month, one.month + months + 1):
            by_month[month].append(nr)
    seen: set[tuple[int, int]] = set()
    for members in by_month.values():
        if len({known[nr].source_id for nr in members}) > 1:
            holders: dict[str, list[int]] = defaultdict(list)
            for nr in members:
                for word in known[nr].words & rare:
                    holders[word].append(nr)
            shared = Counter(chain.from_iterable(combinations(some, 2) for some in holders.values() if len(some) > 1))
            alike: dict[str, list[int]] = defaultdict(list)
            for nr in members:
                alike[known[nr].paid].append(nr)
            alike.pop("", None)
            paid = chain.from_iterable(combinations(some, 2) for some in alike.values() if len(some) <= most)
            pairs = {*(pair for pair, count in shared.items() if count >= _SHARED_RARE), *paid} - seen
            seen |= pairs
            yield from ((known[first], known[second]) for first, second in pairs)


def _proposed(conn: sqlite3.Connection, candidates: Iterable[tuple[_Known, _Known]], weigh: _Weigh) -> tuple[Pair, ...]:
    """Of these the pairs that are alike enough, the most alike first."""
    near: list[tuple[float, bool, _Known, _Known]] = []
    for one, other in candidates:
        shared = one.words & other.words
        if one.source_id == other.source_id or one.start > other.end or other.start > one.end:
            continue
        same_sum = bool(one.paid) and one.paid == other.paid
        if len(shared) < _SHARED and not same_sum:
            continue
        alike = sum(map(weigh, shared)) / max(1.0, min(sum(map(weigh, one.words)), sum(map(weigh, other.words))))
        if alike >= _ALIKE / 2 or same_sum:
            near.append((alike, same_sum, one, other))
    facts = _facts(conn, {key for *_, one, other in near for key in (one.key, other.key)})
    apart = _apart(conn)
    made = []
    for alike, same_sum, one, other in near:
        first, second = sorted((facts[one.key], facts[other.key]), key=lambda known: known.worth, reverse=True)
        why = tuple(_agreeing(first, second))
        same_of_series = bool(first.series[0]) and first.series[1] is not None and first.series == second.series
        decided = frozenset((first.telling.uid, second.telling.uid)) in apart
        if len(why) > 1 and not decided and (alike >= _ALIKE or same_of_series or same_sum):
            rare = sorted(one.words & other.words, key=lambda word: (-weigh(word), word))[:5]
            words = (f"words: {', '.join(rare)}",) if rare else ()
            made.append(Pair(first.telling, second.telling, round(min(1.0, alike), 2), (*why, *words)))
    return tuple(sorted(made, key=lambda pair: (-pair.alike, pair.one.uid, pair.other.uid)))


def _agreeing(one: _Facts, other: _Facts) -> Iterator[str]:
    """What agrees beside the words; the dates always do."""
    first, second = one.telling, other.telling
    yield "same date" if first.date == second.date else "dates overlap"
    if first.kind == second.kind:
        yield f"same kind: {first.kind}"
    if first.place and first.place.casefold() == second.place.casefold():
        yield f"same place: {first.place}"
    if codes := sorted(set(first.countries.split(", ")) & set(second.countries.split(", ")) - {""}):
        yield f"same countries: {', '.join(codes)}"
    if first.donors and first.amounts and (first.donors, first.amounts) == (second.donors, second.amounts):
        yield f"same sum: {first.amounts}"
    if one.series[0] and one.series == other.series:
        yield f"same series: {one.series[0]}" + (f" #{one.series[1]}" if one.series[1] is not None else "")
