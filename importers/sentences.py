"""Sentences of repaired text: where they stand, and what is asked of each again and again, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.models import Span
from importers.lexicon import MONTH_SHORT, words

_STOP = re.compile(
    # a class first, so that `re` skips quickly
    r"[.!?…\n](?:(?<!\n)(?<![.!?…]{2})[.!?…]*+"
    r"[\"'”’»)\]]{0,2}\d{0,2}(?:\s+(?=[\"'“«‘(\[]{0,2}[A-ZÀ-ÝА-Я0-9•])|(?<=[a-zà-ÿ)\"”]\.)(?=[A-Z][a-z]{1,20}[ ,]))|(?<=\n)\n)"
)
LONGEST = 2_500
"""A longer run of text without a full stop is taken for several sentences."""
_MONTH = MONTH_SHORT.replace("May|", "").replace("Sep", "Sept?")
"""The months that are cut short; May is whole."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|No|Nos|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Amb|Hon|Rev|Sr|Sra|Dra|Ing|Jr|Inc|Ltd|Co|Corp|vs|etc"
    r"|e\.g|i\.e|"
    rf"cf|approx|Rs|Art|Fig|Vol|pp|ca|{_MONTH}|Mme|Mgr|Km|Res|Tel)|(?:\b[A-Z]\.)*\b[A-Z])\.$"
)
_DAY_SHORT = re.compile(rf"\b\d{{1,2}}\s(?:{_MONTH})\.$")
"""A day that is short ends a sentence where a word with a capital follows: "on 9 Nov. A test"."""
_NOT_SHORT = 7
"""So many letters before a full stop are of no short word."""
_NUMBERED = re.compile(r"(?:\b(?:nos?|nr|paras?|sect?|ch|vol|fig)|(?:\(|\b(?:under|see|per|of|in)\s)(?:arts?|pp?))\.$")
"""What is short only before a figure: "decision no. 12", "see art. 3"."""

_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{0,400})[\"”»]")
_TITLE_LENGTH = 22
"""A quotation of so many characters is a title or a speech; a shorter one is a name or a word."""


SAID = (
    r"(?:reported|noted|said|stated|announced|informed|confirmed|recalled|reminded|mentioned|explained|stressed|added|underlined"
    r"|emphasi[sz]ed)"
)
"""Verbs after which `that` leads to what somebody says: a pattern."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text."""

    start: int
    end: int
    text: str
    lower: str
    """As `masked` gives it."""
    words: frozenset[str]
    """As `lexicon.words` gives them."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Sentence:
        """The sentence that stands in `text[start:end]`."""
        printed = text[start:end]
        return cls(start, end, printed, masked(printed), words(printed))

    def at(self, offset: int) -> Sentence:
        """The same sentence in a text before which so many characters stand."""
        return Sentence(self.start + offset, self.end + offset, self.text, self.lower, self.words) if offset else self


def read(text: str) -> list[Sentence]:
    """The sentences of a text."""
    return [Sentence.of(text, start, end) for start, end in sentences(text)]


def lowered(text: str) -> str:
    """The text in lower case, character for character."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)


def masked(text: str) -> str:
    """The text in lower case, the inside of long quotations blanked: a title or a speech tells no event of its own."""
    lower = lowered(text)
    if not _has_quotations(lower):
        return lower
    return _QUOTED.sub(lambda found: " " * len(found[0]) if len(found[1]) >= _TITLE_LENGTH else found[0], lower)


def quotations(text: str) -> list[Span]:
    """The inside of long quotations in a text: titles of projects, speeches."""
    if not _has_quotations(text):
        return []
    found = _QUOTED.finditer(text)
    return [(match.start(1), match.end(1)) for match in found if len(match[1]) >= _TITLE_LENGTH]


def _has_quotations(text: str) -> bool:
    return '"' in text or "“" in text or "«" in text


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences of `text[start:end]`, blanks around them left out; a blank line always ends one."""
    end = len(text) if end is None else end
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if (
            stop[0][0] == "."
            and "\n\n" not in stop[0]
            and stop[0].rstrip() == "."
            and not (stop.start() - begin > _NOT_SHORT and text[stop.start() - _NOT_SHORT : stop.start()].isalpha())
            and (
                (
                    _ABBREVIATION.search(text, max(begin, stop.start() - 12), stop.start() + 1)
                    and not (
                        text[stop.end() : stop.end() + 1].isalpha()
                        and _DAY_SHORT.search(text, max(begin, stop.start() - 12), stop.start() + 1)
                    )
                )
                or (
                    text[stop.end() : stop.end() + 1].isdigit()
                    and _NUMBERED.search(text, max(begin, stop.start() - 12), stop.start() + 1)
                )
            )
        ):
            continue
        yield from _pieces(text, begin, stop.end())
        begin = stop.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence, cut between words where it is longer than any person writes."""
    found = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        found += _trimmed(text, start, cut)
        start = cut
    return found + _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [(start, end)] if end > start else []
