"""Sentences of repaired text, as spans of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.models import Span

_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++"
    r"[\"'”’»)\]]{0,2}\d{0,2}(?:\s+(?=[\"'“«‘(\[]{0,2}[A-ZÀ-ÝА-Я0-9•])|(?<=[a-zà-ÿ)\"”]\.)(?=[A-Z][a-z]{1,20}[ ,]))|\n\n"
)
LONGEST = 2_500
"""A longer run of text without a full stop is taken for several sentences."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Amb|Hon|Rev|Sr|Sra|Dra|Ing|Jr|Inc|Ltd|Co|Corp|vs|etc|e\.g|i\.e|"
    r"cf|approx|Art|Fig|Vol|pp|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mme|Mgr|Km|Res|Tel)|(?:\b[A-Z]\.)*\b[A-Z])\.$"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences of `text[start:end]`, blanks around them left out; a blank line always ends one."""
    end = len(text) if end is None else end
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if (
            stop[0][0] == "."
            and "\n\n" not in stop[0]
            and stop[0].rstrip() == "."
            and _ABBREVIATION.search(text, max(begin, stop.start() - 12), stop.start() + 1)
        ):
            continue
        yield from _pieces(text, begin, stop.end())
        begin = stop.end()
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, cut between words where it is longer than any person writes."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end
