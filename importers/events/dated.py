"""A date in a sentence, with what it means there."""

from __future__ import annotations

from dataclasses import dataclass

from db.models import Basis
from db.when import When
from importers.dates.rules import DateRule


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence."""

    start: int
    """Half-open characters of the story's text."""
    end: int
    text: str
    when: When
    """Closed: what began in 2008 and goes on is 2008."""
    basis: Basis
    rule: DateRule
    carried: bool = True
    """Whether it may tell the year of the next date: one behind `since` or `until` does not."""
    tense: str = " "
    """Of the part of the sentence that it stands in: `+` to come, `-` past, blank where nothing tells."""
