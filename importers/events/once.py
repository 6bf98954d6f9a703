"""The same event told twice in a source is one milestone: in a box, over a page break, in a calendar and in its story."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from db.models import Kind, Level, Milestone
from db.when import Precision
from importers.events.event import Event
from importers.story import Story

_WORD = re.compile(r"[^\W_]{4,}")
_LATEST = 40
"""With how many of the same date and kind one is compared."""
_SAME_WORDS = 0.8
"""Two quotes that share more of the shorter one's words tell the same."""
_STEM, _FEW, _HALF = 5, 3, 0.5
"""Letters by which words are alike, and how many words, or which share of its own, a row has from the story that it names."""
_STORY = 2_000
"""Characters of a story that a row is compared with."""


@dataclass(slots=True)
class _Told:
    """What is told already."""

    quote: str
    level: Level
    story: Story
    text: str
    """What tells it, beyond its quote; empty of the row of a calendar, which has no more."""


class Once:
    """What is told already, by numbers from 0."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._words: dict[int, frozenset[str]] = {}
        """Those of a quote, once it was compared."""
        self._known: dict[tuple[str, Kind], list[int]] = {}

    def number(self, event: Event, story: Story) -> int | None:
        """The number of the milestone that an event of a story is; None where an earlier one tells it already.

        A main one takes the number of the one that told it in passing, a story that of the row which only named it.
        """
        alike = self._known.setdefault((event.when.edtf, event.kind), [])
        own = _said(event.sentence.text) if alike else frozenset()
        twin = next((number for number in alike[-_LATEST:] if _nearly_same(own, self._said(number))), None)
        if twin is not None:
            if self._told[twin].level is Level.MENTIONED and event.level is Level.MAIN:
                self._told[twin].level = Level.MAIN
                return twin
            return None
        text = "" if event.unit.terse else f"{story.heading} {story.flow.text[event.unit.start : event.unit.end][:_STORY]}"
        new = _Told(event.sentence.text, event.level, story, text)
        if event.when.precision is Precision.DAY:
            for number in alike[-_LATEST:]:
                if (row := _row_of(self._told[number], new)) is not None:
                    if row is new:
                        return None
                    self._told[number] = new
                    self._words.pop(number, None)
                    return number
        alike.append(len(self._told))
        self._told.append(new)
        return alike[-1]

    def _said(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = _said(self._told[number].quote)
        return self._words[number]


def _row_of(one: _Told, other: _Told) -> _Told | None:
    """Which of the two is the row of a calendar that names what the other's story tells; None where none is."""
    row, full = (one, other) if other.text else (other, one)
    if row.text or not full.text or one.story is other.story or full.level is not Level.MAIN:
        return None
    named = _stems(row.quote)
    shared = len(named & _stems(full.text))
    return row if shared >= _FEW or (shared > 1 and shared >= _HALF * len(named)) else None


def with_row(milestone: Milestone, row: Milestone) -> Milestone:
    """A milestone with what only the earlier one says that told it in a row: who paid, where."""
    return replace(
        milestone,
        donors=milestone.donors or row.donors,
        countries=milestone.countries or row.countries,
        place=milestone.place or row.place,
    )


@lru_cache(maxsize=64)
def _said(quote: str) -> frozenset[str]:
    return frozenset(_WORD.findall(quote.lower()))


@lru_cache(maxsize=64)
def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(text.lower()) if not word.isdigit()])


def _nearly_same(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) > _SAME_WORDS * max(1, min(len(left), len(right)))
