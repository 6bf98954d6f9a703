"""Where dates may stand: a scan for figures and months, and a look at sentences that have a word for time.

Only the neighbourhood of what they find need be read closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from db.models import Span
from importers.dates.words import vocabulary
from importers.sentences import Sentence

BEFORE = 64
"""Characters before a trigger that can belong to its date, or say what it is."""
AFTER = 48
"""Characters after it."""
_LONG = 5
"""Letters before a full stop that make it the end of a sentence."""
PIECE = 4096
"""Characters that are read at a time, however closely the triggers stand."""

_TRIGGER = re.compile(
    # a class of all that one can begin with, so that `re` skips quickly; the beginning is looked back at
    r"[JFMASOND\d'’‘/QqH](?:"
    # a month
    r"(?:(?<=J)(?:an|un|ul|AN|UN|UL)|(?<=F)(?:eb|EB)|(?<=M)(?:a[ry]|A[RY])|(?<=A)(?:pr|ug|PR|UG)|(?<=S)(?:ep|EP)|(?<=O)(?:ct|CT)"
    r"|(?<=N)(?:ov|OV)|(?<=D)(?:ec|EC))"
    r"(?:(?:r?uary|t?ember|ober|ch|il|ust|t|e|y|R?UARY|T?EMBER|OBER|CH|IL|UST|T|E|Y)?(?:\b|(?=[\d_A-Z-])))"
    # a year, an ordinal number
    r"|(?:(?<=1)\d|(?<=2)[01])(?<!\d\d\d)\d\d(?:(?!\d)|(?=(?:19|20)\d\d(?!\d)))|(?<=\d)(?:st|nd|rd|th|ST|ND|RD|TH)\b|(?<=[23])d\b"
    # two digits of a year, a quarter, a half-year
    r"|(?<=['’‘])\d\d(?!\d)|(?<=/)\d{1,2}/\d\d(?!\d)|(?<=\d)\.(?:0[1-9]|1[0-2])\.\d\d(?![\d%])"
    r"|(?<=\d/)(?:0[1-9]|1[0-2])(?=[ \t]+[\"“A-ZÀ-Þ])"
    r"|(?<=\(\d)\d?(?:[-–]\d{1,2})?/\d{1,2}\)|(?<=[Qq])[1-4]\b|(?<=H)[12]\b)"
)
_UNITS = {"year": ("year", "Year", "YEAR"), "month": ("onth",), "quarter": ("uarter",)}
_WORDS: dict[str, tuple[str, ...]] = {
    **{
        word: printed
        for unit, printed in _UNITS.items()
        for word in (unit, unit + "s", "last" + unit, "this" + unit, "next" + unit)
    },
    **dict.fromkeys(("decade", "decades"), ("ecade",)),
    **dict.fromkeys(("century", "centuries"), ("entur",)),
    "ad": ("AD",),
    "ce": (" CE",),
    "ago": (" ago",),
    "later": ("later", "Later"),
    "earlier": ("arlier",),
    "days": ("days before", "days after"),
    "week": ("week of", "week before", "week after", "week prior", "eek earlier", "ast week", "his week", "ext week"),
    "weeks": ("weeks",),
    "day": ("day before", "next day", "ing day", "same day", "ious day"),
    **dict.fromkeys(("spring", "springtime"), ("pring", "SPRING")),
    **dict.fromkeys(("summer", "summertime"), ("ummer", "SUMMER")),
    "autumn": ("utumn", "AUTUMN"),
    **dict.fromkeys(("winter", "wintertime"), ("winter", "Winter", "WINTER")),
    "fall": ("Fall", "FALL", "fall ", "fall,"),
    **{
        word: (word[-5:],)
        for word in ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    },
    **{word: (word,) for word in ("january", "february", "april", "june", "july", "september", "october", "november", "december")},
}
"""Words by which a sentence tells that a date may stand in it, each with what is then looked for as printed."""
_TIMES = frozenset(_WORDS)
_BROKEN = re.compile(r"[-\u00ad\u2010][ \t]*\r?\n\s*")


def _triggers(text: str, sentences: Iterable[Sentence]) -> list[int]:
    places = [found.start() for found in _TRIGGER.finditer(text)]
    for sentence in sentences:
        for word in _TIMES & sentence.words:
            for printed in _WORDS[word]:
                at = text.find(printed, sentence.start, sentence.end)
                while at >= 0:
                    places.append(at)
                    at = text.find(printed, at + len(printed), sentence.end)
    if "\n" in text:
        places += _broken(text)
    places.sort()
    return places


def _broken(text: str) -> Iterator[int]:
    """Where a line ends within the name of a month or a season."""
    words = vocabulary().words
    for found in _BROKEN.finditer(text):
        head = re.search(r"[A-Za-z]+$", text[max(0, found.start() - 9) : found.start()])
        tail = re.match(r"[A-Za-z]+", text[found.end() : found.end() + 9])
        if head and tail and words.get((head[0] + tail[0]).lower(), ("x",))[0] in "MS":
            yield found.start()


def _sentence_start(text: str, place: int) -> int:
    """Where the neighbourhood of a trigger begins: at the end of the sentence before, if that is near."""
    start = max(0, place - BEFORE)
    stop = text.rfind(". ", start, place)
    # a short word before the full stop may be an abbreviation
    return stop if stop - start > _LONG and text[stop - _LONG : stop].isalpha() else start


def windows(text: str, sentences: Iterable[Sentence]) -> Iterator[Span]:
    """Stretches of `text` that may hold dates, ascending, apart from each other; `sentences` are those of the text."""
    start = end = -1
    for place in _triggers(text, sentences):
        if place - BEFORE > end:
            if end >= 0:
                yield start, min(end, len(text))
            start = _sentence_start(text, place)
        end = place + AFTER
    if end >= 0:
        yield start, min(end, len(text))
