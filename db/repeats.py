"""Sums that are told more than once, as it seems: one grant in several newsletters, or for several milestones of one article,
such as an agreement and the opening that came of it. It counts each time, so that whoever reads a total has to know.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
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


class Again(NamedTuple):
    """A sum that is told more than once."""

    money: Money
    beyond: int
    """How often it counts beyond once, or beyond once for each grant of that size."""


def repeated(named: Iterable[Naming]) -> tuple[Again, ...]:
    """The sums of the same payers that two newsletters or more name for one month, or one article names for two milestones or more.

    In the order in which they are met.
    """
    namings = [one for one in named if one.payers]
    months: defaultdict[tuple[Money, frozenset[str], str | int], list[int]] = defaultdict(list)
    articles: defaultdict[tuple[Money, frozenset[str], str | int, str], list[int]] = defaultdict(list)
    for number, one in enumerate(namings):
        months[one.money, one.payers, one.month].append(number)
        if one.article:
            articles[one.money, one.payers, one.source, one.article].append(number)
    told = [numbers for numbers in months.values() if len({namings[number].source for number in numbers}) > 1]
    same = list(range(len(namings)))
    """Which naming before it tells the same; itself where none does."""

    def first(number: int) -> int:
        while same[number] != number:
            same[number] = number = same[same[number]]
        return number

    for numbers in (*told, *articles.values()):
        for number in numbers[1:]:
            left, right = sorted((first(numbers[0]), first(number)))
            same[right] = left
    beyond = Counter(one.money for number, one in enumerate(namings) if first(number) != number)
    return tuple(Again(money, beyond[money]) for money in dict.fromkeys(one.money for one in namings) if beyond[money])


def surplus(sums: Iterable[Again]) -> dict[str, Decimal]:
    """What counts beyond once, by currency."""
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for money, beyond in sums:
        found[money.currency] += money.value * beyond
    return dict(found)


def payers(donors: str) -> frozenset[str]:
    """The governments and funds in `Japan/JICA; European Union`."""
    return frozenset(name for donor in donors.split("; ") if (name := donor.partition("/")[0]))


def caution(sums: tuple[Again, ...]) -> str:
    """What to know of these; nothing where there are none."""
    if not sums:
        return ""
    told, one = ", ".join(str(again.money) for again in sums), len(sums) == 1
    where = "by several newsletters or for several milestones of an article"
    much = ", ".join(str(Money(currency, value)) for currency, value in surplus(sums).items())
    return (
        f"{told} {'is' if one else 'are each'} told more than once, {where}, and {'counts' if one else 'count'} each time: "
        f"{much} less where that is the same money"
    )
