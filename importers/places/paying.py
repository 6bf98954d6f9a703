"""The countries that pay, and what of their names says nothing of where an event was or for whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Span
from importers.places.finding import CountryMention, find_countries, runs
from importers.places.lists import TOOK_PART, VISITED, near
from importers.places.spots import says_where


def givers(text: str, unit: Span, silent: Sequence[Span]) -> frozenset[str]:
    """The countries whose names stand in the names of donors."""
    spans = [span for span in near(silent, *unit) if unit[0] <= span[0]]
    return frozenset(
        code
        for start, end in spans
        if _OWN_MEANS.match(text, end) is None
        for mention in find_countries(text[start:end])
        for code in mention.codes
    )


_OWN_MEANS = re.compile(
    r"(?:['’]s?)?\s(?:(?:share|part|costs?|bill)\s)?(?:(?:was|were|is|are|will be)\s)?(?:(?:met|paid|covered|borne|drawn)\s)?"
    r"(?:(?:from|by|out of)\s(?:its|their)\s)?(?:(?:own|state|national|public|republican|federal)\s){1,3}"
    r"(?:budget|funds|means|resources|money|[Tt]reasury|purse|pocket)\b"
)
"""A country that pays for what is its own is not a donor elsewhere."""


def unpaid(text: str, mentions: list[CountryMention], paying: frozenset[str]) -> list[CountryMention]:
    """The mentions without those of a country that pays, where it is told to be neither the place nor among others."""
    if not paying:
        return mentions
    return [
        mention
        for run in runs(text, mentions)
        for mention in run
        if len(run) > 1
        or mention.form not in ("name", "demonym")
        or mention.codes[0] not in paying
        or says_where(text, mention)
        or TOOK_PART.match(text, mention.end)
        or (mention.form == "demonym" and VISITED.match(text, mention.end))
    ]
