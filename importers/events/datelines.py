"""The days of a whole story: those that its heading states, and those of the dateline that its text begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from db.models import Basis
from db.when import Precision, When
from importers.datelines import DAY_TOLD
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.rules import DateRule
from importers.dates.values import Context
from importers.events.dated import Dated
from importers.labels import is_when_and_where
from importers.sentences import Sentence
from importers.story import Story

_YEAR_DIGITS = re.compile(r"(?:19|20)\d\d")


_RUN_OF_DAYS = re.compile(
    r"[“\"]?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}, (?=\d|[A-Z])(?P<days>[^.;–—]{0,8}\d[^.;]{4,30}?)"
    r"(?: [–—-] |\. |(?<=\d{4}): |\n\n)[“\"]?[A-Z0-9]"
)
"""A dateline that a story begins with, on the first line or above it: "Osh, 3-5 May - The mayors of six towns"."""


def days_above(story: Story, sentences: Sequence[Sentence], dates: Sequence[Dated]) -> Dated | None:
    """The days of its event that a story begins with behind a place; one day alone may be that of its writing.

    A line of days and a place below its title is when and where it was.
    """
    found = _RUN_OF_DAYS.match(story.flow.text) if sentences and dates else None
    first = dates[0] if dates else None
    if first is not None and story.heading and first.end <= story.paragraphs[0][1] and is_when_and_where(story.passages[0].text):
        return replace(first, text="", basis=Basis.RESOLVED, rule=DateRule.HEADED_DAYS)
    if found is None or first is None or not found.start("days") <= first.start < found.end("days") or "/" not in first.when.edtf:
        return None
    return replace(first, text="", basis=Basis.RESOLVED, rule=DateRule.HEADED_DAYS)


def without_dateline(said: Sentence, dates: Sequence[Dated]) -> Sequence[Dated]:
    """The dates of a sentence without the day in front of it, where the days of its event hold that one.

    "Osh, 17 May 2016: A course was held from 14 to 17 May".
    """
    if len(dates) < 2 or DAY_TOLD.match(said.text) is None:
        return dates
    first, *others = dates
    held = any("/" in one.when.edtf and one.when.precision is Precision.DAY and one.when.holds(first.when) for one in others)
    return others if held else dates


@lru_cache(maxsize=8)
def day_stated(heading: str, reference: date, issue: When | None = None) -> Dated | None:
    """The one day, or the one run of days, that a heading states: "Course in Osh, 23-26 September 2018", "26 June in Osh"."""
    if not any(map(str.isdigit, heading)):
        return None
    dated = _YEAR_DIGITS.search(heading) is not None
    found = [
        one
        for one in scan(heading)
        if one.year_known == dated
        and (dated or one.start == 0)
        and not one.relative
        and (not one.role or (one.role == "statistics-period" and one.left.day is not None))
    ]
    resolved = resolve(found[0], Context(reference=reference, issue=issue)) if len(found) == 1 else None
    if resolved is None or resolved.when.precision is not Precision.DAY:
        return None
    return Dated(0, 0, "", resolved.when, Basis.RESOLVED, DateRule.HEADED)
