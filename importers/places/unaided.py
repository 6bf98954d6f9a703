"""Countries that hardly a programme is for: named beside a place they pay, teach, or are where people go to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from importers.lexicon import data
from importers.places.finding import CountryMention


def only_gives(mention: CountryMention) -> bool:
    """Whether a name is that of such a country or of a town in one: "mentored by officers of the Portuguese police"."""
    return mention.form != "region" and mention.codes[0] in _unaided()


def only_give(listed: Iterable[CountryMention]) -> bool:
    """Whether most of a list are such countries: in "the Danish and Tajik services met" they act together."""
    givers = [only_gives(mention) for mention in listed]
    return sum(givers) * 2 > len(givers)


def mostly_give(codes: Collection[str]) -> bool:
    """Whether most of some countries are such ones."""
    return sum(code in _unaided() for code in codes) * 2 > len(codes)


@cache
def _unaided() -> frozenset[str]:
    return frozenset(data("places")["unaided"])
