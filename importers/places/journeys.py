"""Who went where: people of a story about one country who learnt, met or signed something in another."""

from __future__ import annotations

import re

from importers.places.finding import find_countries

_LEARNT = (
    r"travelled|traveled|flew|spent|undertook|sat through|(?:was|were|been) trained|study (?:tour|visit|trip)s?"
    r"|(?:accomplished|completed|did|for) (?:an? |the |their )?(?:[\w-]+ ){0,3}"
    r"(?:course|training|internship|attachment|placement|secondment|traineeship|fellowship)s?"
    r"|(?:will|would|shall|to) (?:\w+ly )?(?:visit|attend|travel|spend|go to|be trained|take part in|learn|study)"
    r"|(?:under(?:go(?:es|ing)?|went|gone)|receiv(?:e[sd]?|ing)) (?:[\w-]+ ){0,4}?(?:training|internship|attachment|placement)"
)
_TO_LEARN = re.compile(rf"\b(?:{_LEARNT})\b")
_CAME = re.compile(
    r"\b(?:visited|attended|came back|returned|followed(?! by\b)|(?<!applause )(?<!prize )(?<!prizes )(?<!award )went)\b"
)
_SIGNED = re.compile(r"\b(?:was|were|is|been|be) (?:\w+ly )?(?:signed|initialled|concluded|exchanged)\b")


def went(own: str, *, countries: int, in_sentence: bool) -> bool:
    """Whether an event's own words tell of somebody who went where it was; in a story about another country, people of that one.

    `countries` is in how many it was. `in_sentence`: the words say "in" or "at" of the place, so that
    what was signed there, or who came back from there, tells it as well.
    """
    if _TO_LEARN.search(own) is not None:
        return True
    if countries > 1 or not in_sentence:
        return False
    return _CAME.search(own) is not None or (_SIGNED.search(own) is not None and _parties(own) <= 1)


def _parties(own: str) -> int:
    """How many countries some words name at all, those with whom something was signed among them."""
    return len({code for mention in find_countries(own) for code in mention.codes}) + (" between " in own)
