"""Who gives by a word that is no donor's name: its short form, the capital that stands for a government, a name in no list."""

from __future__ import annotations

import re

from db.models import Donor
from importers.donorlexicon import Lexicon, Sort

Subject = tuple[int, int, Donor, Sort]
"""Where the words stand, who they are, and what the name is by itself."""

_SHORT_NAME = re.compile(r"\b[Tt]he (Union|Bank|Fund|Agency|Foundation|Facility|Commission|Embassy)\Z")
"""A name that was told before, taken up by its last word: "the Union"."""
_TOLD_BEFORE = 1_500
"""Within how many characters before it the whole name is looked for."""
_REACH = 60
"""Within how many characters before words of giving the capital stands."""
_CLAUSE_BEGINS = re.compile(r"(?:^|[.!?;:\"”’»)]\s+|\n\s*|,\s+|\b(?:and|while|but|whereas|which|that|as|because|since)\s+)\Z")
_INSIDE = re.compile(r"(?:;|:|,|\b(?:and|while|but|whereas))\s+\Z")
"""What stands before a clause that begins inside a sentence, where a capital letter makes a name."""


def taken_up(text: str, end: int, words: Lexicon) -> Subject | None:
    """The donor that is taken up by the last word of its name, as the subject of words at `end`."""
    short = _SHORT_NAME.search(text, max(0, end - 16), len(text[:end].rstrip()))
    if short is None:
        return None
    whole = None
    for hit in words.gazetteer.scan(text, max(0, short.start() - _TOLD_BEFORE), short.start()):
        if text.startswith(short[1], hit.end - len(short[1])) or text.startswith(f" {short[1]}", hit.end):
            whole = hit.value
    return (short.start(1), short.end(1), whole.donor, Sort.COUNTRY if short[1] == "Embassy" else whole.sort) if whole else None


def capital(text: str, start: int, end: int, words: Lexicon) -> Subject | None:
    """The government that its capital stands for, as the subject of words at `end`: "Oslo paid for the roof"."""
    for found in words.capital.finditer(text, max(start, end - _REACH), end):
        if _CLAUSE_BEGINS.search(text[start : found.start()]):
            return found.start(), found.end(), Donor(words.capitals[found[0]]), Sort.COUNTRY
    return None


def is_name(text: str, start: int, at: int, printed: str, words: Lexicon) -> bool:
    """Whether the capitalised words at a place in the sentence from `start` name a body that is in no list, none of a state.

    Abbreviations are none: those who run a programme are spoken of by them.
    """
    if printed.isupper() or len(printed) < _SHORTEST or words.national.match(printed) or words.gazetteer.at(text, at):
        return False
    return _INSIDE.search(text, start, at) is not None


_SHORTEST = 4
