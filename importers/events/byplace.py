"""What was done on an observance day in one place after the other, each told in a sentence that begins with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.models import Level
from db.when import When
from importers.dates.rules import DateRule
from importers.events.candidates import Candidate
from importers.events.choice import is_near, says_much_was_done
from importers.events.dated import Dated
from importers.events.datelines import day_stated
from importers.events.observed import day_named
from importers.events.telling import Told
from importers.places.finding import find_countries
from importers.story import Story
from importers.tense import looks_back
from importers.units import Unit

_FEWEST = 2
"""So many places make a row."""
_PLACED = re.compile(r"(?:In|At) (?:the )?(?:[\w’'-]+ ){0,4}?[A-Z][\w’'/-]+")
"""How such a sentence begins: "In Osh, ..."."""


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences of a story that tell, one place each, what was done on a day."""

    starts: tuple[int, ...] = ()
    """Where they start; ascending."""
    level: Level = Level.MENTIONED
    """Of what they tell."""

    def tells(self, candidate: Candidate, anchor: Dated) -> bool:
        """Whether one of them is a candidate's: it tells no day of its own, or one within a week of the day that is common."""
        at = candidate.sentence.start
        index = bisect_left(self.starts, at)
        if index == len(self.starts) or self.starts[index] != at:
            return False
        own = candidate.dated
        return own is None or (self.level is Level.MAIN and is_near(own.when, anchor.when))

    def is_led_to_by(self, said: Told) -> bool:
        """Whether a sentence above them says only that much was done, and they are what the story is about."""
        return self.level is Level.MAIN and said.start < self.starts[0] and says_much_was_done(said)

    def part_of(self, unit: Unit, at: int) -> Unit:
        """What is told of the place that the sentence at a character is about, as an entry of its own; else what stands before."""
        index = bisect_right(self.starts, at)
        if index == 0:
            return replace(unit, end=self.starts[0])
        return Unit(self.starts[index - 1], self.starts[index] if index < len(self.starts) else unit.end, entry=True)


def row_of(story: Story, sentences: Sequence[Told], issue: When | None) -> Row:
    """The row of places of a story about an observance day, empty where it has none.

    What it tells is what the story is about, where each sentence is on a country, or one before them says that much was done.
    """
    placed = [one for one in sentences if _PLACED.match(one.text) and looks_back(one.lower)]
    if len(placed) < _FEWEST or not _is_on_a_day(story, sentences, issue):
        return Row()
    much = any(one.start < placed[0].start and says_much_was_done(one) for one in sentences)
    countries = {code for one in placed for code in _country(one.text)}
    level = Level.MAIN if much or len(countries) >= _FEWEST else Level.MENTIONED
    return Row(tuple(one.start for one in placed), level)


def _is_on_a_day(story: Story, sentences: Sequence[Told], issue: When | None) -> bool:
    """Whether a story is about one day: its heading names an observance or begins with a day, or a sentence names one."""
    if day_named(story.heading, issue) is not None:
        return True
    if issue is not None and issue.end is not None and day_stated(story.heading, issue.end, issue) is not None:
        return True
    return any(dated.rule is DateRule.OBSERVANCE for one in sentences for dated in one.dates)


def _country(text: str) -> tuple[str, ...]:
    """The country that such a sentence begins with, or the one whose town it does, by its code."""
    named = find_countries(text[:_BEGINNING])[:1]
    return named[0].codes[:1] if named and named[0].form in ("name", "city") and named[0].start <= len("In the ") else ()


_BEGINNING = 60
"""Characters among which the place of such a sentence stands."""
