"""Which fact boxes with a title of their own stand behind the story that they belong to, and not above those of a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.funding.boxes import Box, stands_apart
from importers.funding.owners import stems
from importers.layout.repair import Passage
from importers.readers.blocks import BlockKind

_REACH = 60
"""Passages of a story that are looked at."""
_SHORTEST = 100
"""Characters of what may be a story's text; a shorter passage is a line of a masthead or an imprint."""
_SURE = 3
"""What the place of a box says of it weighs so much; what it shares with its neighbours less."""
_OF_TITLE = 2
"""A word of its title weighs so much as this many of its facts."""
_NAME = re.compile(r"\b[A-Z][\w.-]*[A-Z\d]\b")


def with_stories_above(kept: Sequence[Passage], boxes: Sequence[Box]) -> tuple[list[Passage], list[Box]]:
    """The passages and the boxes that were cut out of them, without the titles of those that stand behind their story.

    By what a box shares with the story above its title and with the one below it, by where the others of the newsletter stand:
    before the first story none stands behind one, and below the last all do; else it is taken to stand above.
    """
    weights = {box.at: _weight(kept, box) for box in boxes if _is_titled(kept, box)}
    behind = {at for at, own in weights.items() if _stands_behind(own, [one for other, one in weights.items() if other != at])}
    if not behind:
        return list(kept), list(boxes)
    placed = []
    for box in boxes:
        gone = sum(at <= box.at for at in behind)
        if box.at in behind:
            placed.append(replace(box, at=box.at - gone, title=None, names_project=False))
        else:
            title = None if box.title is None else box.title - sum(at <= box.title for at in behind)
            placed.append(replace(box, at=box.at - gone, title=title))
    return [one for place, one in enumerate(kept) if place + 1 not in behind], placed


def _is_titled(kept: Sequence[Passage], box: Box) -> bool:
    """Whether the title of a box is all that stands between a story and a heading; short news above it are of no project."""
    if not box.facts or box.title is None or box.title + 1 != box.at:
        return False
    if box.at < len(kept) and kept[box.at].kind is not BlockKind.HEADING:
        return False
    return not any(one.kind is BlockKind.HEADING and stands_apart(one.text) for one in _up(kept, box.at - 2))


def _stands_behind(own: int, others: Sequence[int]) -> bool:
    if abs(own) >= _SURE:
        return own > 0
    leaning = sum(others)
    return own + (leaning > 0) - (leaning < 0) > 0


def _weight(kept: Sequence[Passage], box: Box) -> int:
    """How much speaks for it that a box stands behind the story above its title; below nothing, where more speaks against it."""
    above, below = _Story.of(_up(kept, box.at - 2)), _Story.of(_down(kept, box.at))
    if not above.is_told:
        return -_SURE
    if not below.is_told or stands_apart(kept[box.at].text):
        return _SURE
    title, heading = kept[box.at - 1], kept[box.at]
    if title.level and heading.level and title.level != heading.level:
        return _SURE if title.level > heading.level else -_SURE
    more = _OF_TITLE * (above.shares(title.text) - below.shares(title.text)) + above.shares(box.facts) - below.shares(box.facts)
    return max(1 - _SURE, min(_SURE - 1, more - _OF_TITLE * box.names_project))


def _up(kept: Sequence[Passage], last: int) -> Iterator[Passage]:
    """The story that ends with a passage."""
    for place in range(last, max(-1, last - _REACH), -1):
        yield kept[place]
        if kept[place].kind is BlockKind.HEADING:
            return


def _down(kept: Sequence[Passage], first: int) -> Iterator[Passage]:
    """The story that begins with a passage, below its headings."""
    told = False
    for one in kept[first : first + _REACH]:
        if told and one.kind is BlockKind.HEADING:
            return
        told = told or one.kind is not BlockKind.HEADING
        yield one


@dataclass(frozen=True, slots=True)
class _Story:
    """A story beside the title of a box, by the words that it is known by."""

    words: frozenset[str]
    names: frozenset[str]
    """Abbreviations, and names with digits."""
    is_told: bool
    """Whether it tells anything on a day."""

    @classmethod
    def of(cls, passages: Iterator[Passage]) -> _Story:
        found = list(passages)
        text = [one for one in found if one.kind is not BlockKind.HEADING]
        return cls(
            frozenset().union(*(stems(one.text) for one in found)),
            frozenset(name for one in text for name in _NAME.findall(one.text)),
            any(len(one.text) >= _SHORTEST and one.dates for one in text),
        )

    def shares(self, said: str) -> int:
        """How many words of a title or of facts it knows."""
        return len(stems(said) & self.words) + len(self.names.intersection(_NAME.findall(said)))
