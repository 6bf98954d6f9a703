"""Who pays for all that a chapter told, said once at its end: "The above activities were funded by Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.donors.cues import find_donors
from importers.funding.boxes import IN_BOX, Box, Payer
from importers.layout.repair import Passage
from importers.lexicon import A_MONTH, DEEDS_TOLD
from importers.readers.blocks import BlockKind

CHAPTER = (
    r"(?:chapter|section|segment|(?:sub-)?component|part|page|heading|sub-programme|pillar|output|outcome|result\sarea"
    r"|work\spackage)"
)
"""What a newsletter calls its parts, as a part of a pattern."""
_OF_ALL = re.compile(
    rf"\b[Tt]h(?:is|ese)\s{CHAPTER}\b(?!\sof\b)|^(?i:{CHAPTER})\s(?:is\s|was\s)?(?:co-)?(?:funded|financed|sponsored|supported)\b"
    rf"|\b{DEEDS_TOLD}\s(?:[\w-]+\s){{0,3}}?(?:above|in\sth(?:is|e\sabove)\s{CHAPTER})\b"
    rf"|\b(?:above|aforementioned|foregoing|preceding)\s(?:[a-z-]+\s){{0,2}}?{DEEDS_TOLD}\b"
)
"""How a sentence speaks of all that was told above it."""
_LONG, _FAR = 600, 200
"""Characters of the last passage of a chapter, and passages of one that are looked at."""
_PAYING = ("fund", "financ", "sponsor", "possible", "pays", "paid", "donor", "covers", "bears", "meets")
"""Parts of words by which a sentence may tell who pays."""


def tells_who_pays(lower: str) -> bool:
    """Whether a text in lower case may tell who pays."""
    return any(part in lower for part in _PAYING)


def closings(passages: Sequence[Passage]) -> Iterator[Box]:
    """What the last sentences of chapters say, as boxes right below the headings of those."""
    for place, passage in enumerate(passages):
        last = place + 1 == len(passages) or passages[place + 1].kind is BlockKind.HEADING
        told = place > 0 and BlockKind.HEADING not in (passage.kind, passages[place - 1].kind)
        if not last or not told or passage.kind is BlockKind.ROW or len(passage.text) > _LONG:
            continue
        if not tells_who_pays(passage.text.lower()) or (title := _chapter(passages, place)) is None:
            continue
        payers = [
            Payer(one.donor, sentence.text)
            for sentence in passage.sentences
            if A_MONTH.search(sentence.text) is None and _is_of_all(sentence.text, passages[title].text)
            for one in find_donors(sentence.text)
            if one.strong
        ]
        if payers:
            yield Box(tuple(payers), title + 1, title, names_project=True)


def _is_of_all(sentence: str, title: str) -> bool:
    """Whether a sentence speaks of all that a chapter tells, or by its title of what is done there or of its programme."""
    if _OF_ALL.search(sentence) is not None:
        return IN_BOX.search(sentence) is None
    name, lower = re.escape(title.strip(" .:*#").lower()), sentence.lower()
    if not name:
        return False
    itself = re.match(rf"(?:the\s|our\s)?{name}\b[^.;]{{0,40}}\s(?:is|are)\s", lower)
    return itself is not None or re.search(rf"\b{DEEDS_TOLD}\s(?:in|on|for|of|under)\s(?:the\s)?{name}\b", lower) is not None


def _chapter(passages: Sequence[Passage], place: int) -> int | None:
    """The heading of the chapter that a passage stands in, above that of its story: of a higher rank, or right above another."""
    nearest: Passage | None = None
    # the first heading is the newsletter's own
    for above in range(place - 1, max(0, place - _FAR), -1):
        one = passages[above]
        if one.kind is not BlockKind.HEADING:
            continue
        if nearest is not None and one.level and nearest.level and one.level != nearest.level:
            if one.level < nearest.level:
                return above
        elif nearest is not None and (
            (one.text.isupper() and not nearest.text.isupper()) or passages[above + 1].kind is BlockKind.HEADING
        ):
            return above
        nearest = nearest or one
    return None
