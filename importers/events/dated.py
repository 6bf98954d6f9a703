"""A date in a sentence, with what it means there, and the names of the rules that find those which no sentence states."""

from __future__ import annotations

from dataclasses import dataclass

from db.models import Basis
from db.when import When

OBSERVANCE, COMMON_DAY = "day-of-the-observance", "day-of-the-common-event"
"""Rules of dates that a sentence does not state but shares with its story."""
HEADED = "day-in-heading"
"""The rule of the day that a heading states."""
HEADED_DAYS = "days-above-the-text"
"""The rule of the days of a dateline."""
UNTIL = "until"
"""The rule of a day until which something went on: a date only with the first day, or with how many they were."""
MEANWHILE = "time-of-the-visit"
"""The rule of the time of a visit told before: "during her stay"."""
WRITTEN, WRITTEN_DAY = "month-of-writing", "day-of-writing"
"""The same of a story that says only when it was written: what it tells is about as old, or of that very day."""


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
    rule: str
    carried: bool = True
    """Whether it may tell the year of the next date: one behind `since` or `until` does not."""
    tense: str = " "
    """Of the part of the sentence that it stands in: `+` to come, `-` past, blank where nothing tells."""
