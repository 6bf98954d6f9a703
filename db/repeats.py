"""Sums that several newsletters name alike: one grant that is told again, as it seems. It counts as often as it is told until those
tellings are merged, so that whoever reads a total has to know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from db.parts import Money


class Naming(NamedTuple):
    """That a newsletter names a sum."""

    source: str | int
    """Whatever tells the newsletter from the others."""
    month: str | int
    """When what was paid for began, in whatever form."""
    payers: frozenset[str]
    """Governments and funds, without agencies."""
    money: Money


def repeated(named: Iterable[Naming]) -> tuple[Money, ...]:
    """The sums that two newsletters or more name for the same payers and month, in the order in which they are met."""
    sources: defaultdict[tuple[Money, frozenset[str], str | int], set[str | int]] = defaultdict(set)
    for one in named:
        if one.payers:
            sources[one.money, one.payers, one.month].add(one.source)
    return tuple(dict.fromkeys(money for (money, _, _), told in sources.items() if len(told) > 1))


def payers(donors: str) -> frozenset[str]:
    """The governments and funds in `Japan/JICA; European Union`."""
    return frozenset(name for donor in donors.split("; ") if (name := donor.partition("/")[0]))


def caution(sums: tuple[Money, ...]) -> str:
    """What to know of these; nothing where there are none."""
    if not sums:
        return ""
    told, one = ", ".join(map(str, sums)), len(sums) == 1
    several = "is named by several newsletters" if one else "are each named by several newsletters"
    return f"{told} {several} for the same donor and month and {'counts' if one else 'count'} each time until those are merged"
