"""What was done on an observance day in one place after the other, each told in a sentence that begins with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from db.models import Level
from db.when import When
from importers.articles import Story
from importers.dates.rules import DateRule
from importers.events.candidates import Candidate
from importers.events.choice import says_much_was_done
from importers.events.observed import day_named
from importers.events.telling import Told
from importers.places.finding import find_countries
from importers.tense import looks_back
from importers.units import Unit

_FEWEST = 2
"""So many places make a row."""
_PLACED = re.compile(r"(?:In|At) (?:the )?(?:[\w’'-]+ ){0,4}?[A-Z][\w’'/-]+")
"""How such a sentence begins: "In Osh, ..."."""


def in_places(story: Story, sentences: Sequence[Told], issue: When | None) -> tuple[int, ...]:
    """Where the sentences of a story about an observance day start that tell, one place each, what was done on it; ascending."""
    placed = [one for one in sentences if _PLACED.match(one.text) and looks_back(one.lower)]
    places = [one.start for one in placed if not one.dates]
    if (
        not places
        or len(placed) < _FEWEST
        or (
            day_named(story.heading, issue) is None
            and not any(dated.rule is DateRule.OBSERVANCE for one in sentences for dated in one.dates)
        )
    ):
        return ()
    return tuple(places)


def level_of_places(found: Sequence[Candidate], places: Sequence[int]) -> Level:
    """What these sentences tell is what a story is about, where each tells of a country, or one before says that much was done."""
    first = min(places, default=0)
    much = any(one.start < first and says_much_was_done(one.sentence) for one in found)
    told = {code for one in found if one.start in places for code in _country(one.sentence.text)}
    return Level.MAIN if much or len(told) >= _FEWEST else Level.MENTIONED


def _country(text: str) -> tuple[str, ...]:
    """The country that such a sentence begins with, by its code."""
    named = find_countries(text[:_BEGINNING])[:1]
    return named[0].codes if named and named[0].form == "name" and named[0].start <= len("In the ") else ()


_BEGINNING = 60
"""Characters among which the place of such a sentence stands."""


def unit_at(unit: Unit, places: Sequence[int], at: int) -> Unit:
    """What is told of the place that the sentence at a character is about, as an entry of its own; else what stands before all."""
    index = bisect_right(places, at)
    if index == 0:
        return replace(unit, end=places[0])
    return Unit(places[index - 1], places[index] if index < len(places) else unit.end, entry=True)
