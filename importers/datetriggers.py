"""Where dates may stand: a few narrow scans over a whole text, so that only their neighbourhood need be read closely.

Each scan begins with a literal or a small class of characters, which `re` looks for quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from importers.datewords import vocabulary

BEFORE = 64
"""Characters before a trigger that can belong to its date, or say what it is."""
AFTER = 48
"""Characters after it."""
_LONG = 5
"""Letters before a full stop that make it the end of a sentence."""
PIECE = 4096
"""Characters that are read at a time, however closely the triggers stand."""

_MONTH = re.compile(
    r"(?:J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC))"
    r"(?:(?:r?uary|t?ember|ober|ch|il|ust|t|e|y|R?UARY|T?EMBER|OBER|CH|IL|UST|T|E|Y)?(?:\b|(?=[\d_A-Z-])))"
)
_YEAR = re.compile(r"(?:1\d|20|21)(?<!\d\d\d)\d\d(?:(?!\d)|(?=(?:19|20)\d\d(?!\d)))")
_OTHERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d(?:st|nd|rd|th|ST|ND|RD|TH)\b",
        *(r"'\d\d(?!\d)", r"’\d\d(?!\d)", r"‘\d\d(?!\d)", r"/\d{1,2}/\d\d(?!\d)"),
        *(r"Q[1-4]\b", r"q[1-4]\b", r"H[12]\b"),
    )
)
_WORDS = (
    *(
        "year",
        "Year",
        "YEAR",
        "onth",
        "uarter",
        "ecade",
        "entur",
        " ago",
        "later",
        "Later",
        "arlier",
        "weeks ",
        "week of",
        "week before",
        "week prior",
        "eek earlier",
    ),
    *("next day", "ing day", "same day", "ious day", "pring", "SPRING", "ummer", "SUMMER", "utumn", "AUTUMN", "winter", "Winter"),
    *("WINTER", "Fall", "FALL", "fall ", "fall,", "rties", "nties", "fties", "xties", "ghties"),
    *("uary", "april", "june", "july", "september", "october", "november", "december"),
)
_BROKEN = re.compile(r"[-\u00ad\u2010][ \t]*\r?\n\s*")


_ANY = re.compile(
    r"[12]\d\d\d|\d(?:st|nd|rd|th|ST|ND|RD|TH)|['’‘/]\d|[QqH][1-4]|[-\u00ad\u2010]\s*\n"
    r"|J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB)|M(?:a[ry]|A[RY])|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)|"
    + "|".join(map(re.escape, _WORDS))
)
"""Whether there is any trigger, or nearly one: asked first of short texts, most of which have none."""
_SHORT = 300


def _triggers(text: str) -> list[int]:
    if len(text) < _SHORT and _ANY.search(text) is None:
        return []
    places = [found.start() for found in _MONTH.finditer(text)]
    places += [found.start() for found in _YEAR.finditer(text)]
    for pattern in _OTHERS:
        places += [found.start() for found in pattern.finditer(text)]
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + len(word))
    words = vocabulary().words
    for found in _BROKEN.finditer(text):
        head = re.search(r"[A-Za-z]+$", text[max(0, found.start() - 9) : found.start()])
        tail = re.match(r"[A-Za-z]+", text[found.end() : found.end() + 9])
        if head and tail and words.get((head[0] + tail[0]).lower(), ("x",))[0] in "MS":
            places.append(found.start())
    places.sort()
    return places


def _sentence_start(text: str, place: int) -> int:
    """Where the neighbourhood of a trigger begins: at the end of the sentence before, if that is near."""
    start = max(0, place - BEFORE)
    stop = text.rfind(". ", start, place)
    # a short word before the full stop may be an abbreviation
    return stop if stop - start > _LONG and text[stop - _LONG : stop].isalpha() else start


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that may hold dates: offsets, ascending, apart from each other."""
    start = end = -1
    for place in _triggers(text):
        if place - BEFORE > end:
            if end >= 0:
                yield start, min(end, len(text))
            start = _sentence_start(text, place)
        end = place + AFTER
    if end >= 0:
        yield start, min(end, len(text))
