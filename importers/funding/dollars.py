"""Whose dollars a newsletter counts in: those of the United States, unless it speaks for one giver that has its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from db.names import country
from importers.donors.cues import find_donors
from importers.layout.repair import Passage
from importers.money.amounts import US_DOLLAR, find_money, own_dollar
from importers.places.finding import find_countries
from importers.sentences import Sentence

_BARE = re.compile(r"(?<![\w.$])\$\s?\d|(?:\d|illion|housand)\s+dollars\b")
_MOST = 200
"""Sentences with a bare "$" that are asked who gives; a newsletter has some dozen."""
_ENOUGH = 3
"""So many say whose newsletter it is where its title does not name the giver's country."""
_TITLE = 80
"""The title of a newsletter has so many characters."""
_NEARLY_ALL = 0.8
"""The share of those that name a giver in which it must be the same one."""


def dollars_of(passages: Sequence[Passage]) -> str:
    """The ISO 4217 code that a bare "$" stands for in a newsletter.

    The own dollar of a giver whose money nearly all of the sums are ("$3 million" in the releases of the Australian Government), if
    the newsletter writes no such sum with its country as well ("A$ 3 million").
    """
    givers: Counter[str] = Counter()
    for sentence in islice(_bare(passages), _MOST):
        named = {mention.donor.name for mention in find_donors(sentence.text) if mention.strong}
        if named:
            givers[named.pop() if len(named) == 1 else ""] += 1
    giver, count = max(givers.items(), key=lambda vote: vote[1], default=("", 0))
    code = country(giver) if giver else None
    own = own_dollar(code) if code else US_DOLLAR
    if code is None or own == US_DOLLAR or count < _NEARLY_ALL * givers.total():
        return US_DOLLAR
    if count < _ENOUGH and not any(
        code in mention.codes for passage in passages[:1] for mention in find_countries(passage.text[:_TITLE])
    ):
        return US_DOLLAR
    written = any(one.money.currency == own for passage in passages if "$" in passage.text for one in find_money(passage.text))
    return US_DOLLAR if written else own


def _bare(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """The sentences that hold a sum in dollars of no named country."""
    for passage in passages:
        if "$" in passage.text or "dollars" in passage.text:
            yield from (sentence for sentence in passage.sentences if _BARE.search(sentence.text))
