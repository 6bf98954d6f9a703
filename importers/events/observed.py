"""The days of observances that are named instead of dated, and their eves."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from db.models import Basis
from db.when import When
from importers.dates.rules import DateRule
from importers.events.dated import Dated
from importers.lexicon import SEVERAL, Cues, data
from importers.sentences import Sentence

_WEEK, _MONTH, _HALF_A_YEAR = 7, 31, 186
EVE = re.compile(
    r"\b[Ee]ve of (?:the )?(?:[^,.;]{5,90}, (?:which|that) (?:is|was) (?:\w+ )?(?:marked|celebrated|observed)"
    r" (?:annually |each year |every year )?on (?:the )?)?$"
)
EVE_REACH = 150
"""How far before a day such words begin, in characters."""


_COUNT = r"(?P<count>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|\d{1,2})"
DAYS_FROM = rf"\b{_COUNT} days? (?P<way>before|ahead of|prior to|after)"
"""Days counted from a day that is named behind: "four days ahead of World Drug Day"; a pattern."""
_DAYS_FROM = re.compile(rf"{DAYS_FROM} (?:the )?$")
_COUNTS = {"a": 1, **{word: count for word, count in SEVERAL.items() if count <= _WEEK}, "one": 1}


def day_before(dated: Dated) -> Dated:
    """The eve of a day."""
    return _moved(dated, -1)


def days_from(dated: Dated, count: str, way: str) -> Dated:
    """The day that is so many days before or after a day."""
    days = int(count) if count.isdigit() else _COUNTS.get(count.lower(), 0)
    return _moved(dated, days if way == "after" else -days)


def _moved(dated: Dated, days: int) -> Dated:
    if dated.when.start is None or dated.when.start != dated.when.end:
        return dated
    return replace(dated, when=When.of(dated.when.start + timedelta(days=days)), basis=Basis.RESOLVED)


@cache
def _observances() -> tuple[Cues, dict[str, str]]:
    days = {name: day for day, names in data("observances").items() for name in names}
    return Cues(days), days


def observance(said: Sentence, issue: When | None, *, ahead: bool = False) -> Dated | None:
    """The day of an observance that a sentence names, where it falls within a month of the issue, or of what it has `ahead`."""
    if issue is None or issue.start is None or issue.end is None:
        return None
    names, days = _observances()
    found = names.search(said.lower, said.words)
    if found is None:
        return None
    for year in (issue.end.year, issue.start.year):
        when = When(f"{year:04d}-{days[found[0]]}")
        assert when.start is not None
        if (
            issue.start.toordinal() - _MONTH
            <= when.start.toordinal()
            <= issue.end.toordinal() + (_HALF_A_YEAR if ahead else _MONTH)
        ):
            words = said.text[found.start() : found.end()]
            day = Dated(said.start + found.start(), said.start + found.end(), words, when, Basis.RESOLVED, DateRule.OBSERVANCE)
            if (counted := _DAYS_FROM.search(said.text, 0, found.start())) is not None:
                return days_from(day, counted["count"], counted["way"])
            return day_before(day) if EVE.search(said.text, 0, found.start()) else day
    return None


def day_named(text: str, issue: When | None) -> Dated | None:
    """The day of an observance that a heading names, or what stands above a list."""
    return observance(Sentence.of(text, 0, len(text)), issue) if text else None
