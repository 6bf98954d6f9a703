"""Sums that are told more than once, as it seems: one grant in several newsletters, or for several milestones of one article,
such as an agreement and the opening that came of it. It counts each time, so that whoever reads a total has to know.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from db.parts import Money


class Naming(NamedTuple):
    """That a newsletter names a sum for a milestone."""

    source: str | int
    """Whatever tells the newsletter from the others."""
    article: str
    """Its heading; empty where it has none."""
    month: str | int
    """When what was paid for began, in whatever form."""
    payers: frozenset[str]
    """Governments and funds, without agencies."""
    money: Money


def repeated(named: Iterable[Naming]) -> tuple[Money, ...]:
    """The sums of the same payers that two newsletters or more name for one month, or one article names for two milestones or more.

    In the order in which they are met.
    """
    sources: defaultdict[tuple[Money, frozenset[str], str | int], set[str | int]] = defaultdict(set)
    articles: Counter[tuple[Money, frozenset[str], str | int, str]] = Counter()
    again: dict[Money, None] = {}
    for one in named:
        if one.payers:
            told, article = sources[one.money, one.payers, one.month], (one.money, one.payers, one.source, one.article)
            told.add(one.source)
            articles[article] += bool(one.article)
            if len(told) > 1 or articles[article] > 1:
                again[one.money] = None
    return tuple(again)


def payers(donors: str) -> frozenset[str]:
    """The governments and funds in `Japan/JICA; European Union`."""
    return frozenset(name for donor in donors.split("; ") if (name := donor.partition("/")[0]))


def caution(sums: tuple[Money, ...]) -> str:
    """What to know of these; nothing where there are none."""
    if not sums:
        return ""
    told, one = ", ".join(map(str, sums)), len(sums) == 1
    where = "by several newsletters or for several milestones of an article"
    return f"{told} {'is' if one else 'are each'} told more than once, {where}, and {'counts' if one else 'count'} each time"
