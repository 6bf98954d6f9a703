"""Amounts in words: in short for the first line and for a list, and in a sentence where some of them may be told twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from db.parts import Money

if TYPE_CHECKING:
    from db.queries.listing import Totals
    from db.repeats import Again

NOTHING: Mapping[str, Decimal] = MappingProxyType({})


def short_money(money: Money) -> str:
    """An amount of three figures where it is a million or more: `USD 12.4 m`, `EUR 3 m`, `USD 2.5 bn`, `USD 120,000`."""
    value = money.value
    if value < 1_000_000:
        return f"{money.currency} {value:,.0f}"
    scale, sign = (1_000_000_000, "bn") if value >= 999_500_000 else (1_000_000, "m")
    return f"{money.currency} {float(f'{value / scale:.3g}'):g} {sign}"


def amounts(totals: Totals, repeats: Mapping[str, Decimal] = NOTHING) -> tuple[str, ...]:
    """What the amounts shown come to, in short, the largest number first: currencies are not added up.

    `repeats` is how much of it, by currency, is told again, as it seems: see `db.repeats`. It is then said from what it comes to
    without it: `USD 1.38 m to 2.76 m`.
    """
    told = []
    for money in sorted((money for money in totals.money if money.value), key=lambda money: -money.value):
        words, least = short_money(money), short_money(replace(money, value=money.value - repeats.get(money.currency, Decimal())))
        if least != words:
            words = f"{least} to {words.removeprefix(money.currency).lstrip()}"
        told.append(words + " undivided" * (money.currency in totals.undivided))
    return tuple(told)


def sums(totals: Totals, again: Iterable[Again], compare: str) -> tuple[str, ...]:
    """What the amounts shown come to, in full, a line for each currency; `compare` is the key that compares two milestones.

    `USD 1,380,000, or 2,760,000 if the two reports tell of two grants: m compares`.
    """
    found = tuple(again)
    told = []
    for money in totals.money:
        more = [one for one in found if one.money.currency == money.currency]
        least = replace(money, value=money.value - sum((one.money.value * one.beyond for one in more), Decimal()))
        words = f"{least}{' undivided' * (money.currency in totals.undivided)}"
        if more:
            two = len(more) == 1 and more[0].beyond == 1
            why = "the two reports tell of two grants" if two else "repeated reports tell of other grants"
            words += f", or {money.value:,f} if {why}: {compare} compares"
        if money.value:
            told.append(words)
    return tuple(told)
