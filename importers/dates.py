"""Finds dates in text and works out which days they are: the public door to the modules of dates.

`scan` gives what a text says of dates, unresolved; `resolve` turns one of them into a `When` in its context; `find_dates` does both
for a text of its own, such as a news story or an encyclopedic article, read on a given day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.models import Basis
from db.when import When
from importers.dateforms import numeric_point
from importers.dategrammar import expressions
from importers.datevalues import Context, Expression, Point, Resolution, resolve
from importers.datewords import PIECE, REACH, tokens, vocabulary, windows

__all__ = ["Context", "DateMention", "Expression", "Point", "Resolution", "find_dates", "mentions", "resolve", "scan"]

NOT_DATES = frozenset(("title-year",))
"""Roles of expressions that are no dates of anything told."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text."""

    start: int
    end: int
    """Half-open range of characters; `text` is what stands there."""
    text: str
    when: When
    basis: Basis
    rule: str
    """Why it has its value: `stated`, `year-from-article`, `relative-to-issue` and the like."""
    year_known: bool
    """Whether a year stood in the words."""
    role: str
    """As in `Expression.role`."""


def scan(text: str) -> list[Expression]:
    """All that `text` says of dates, in order, apart from each other; never raises."""
    found: list[Expression] = []
    for start, end in windows(text):
        place = start
        while place < end:
            stop = min(end, place + PIECE)
            whole = stop == end
            read = [item for item in expressions(tokens(text, place, stop)) if whole or item.end < stop - REACH]
            if found and read and read[0].start < found[-1].end:
                read = [item for item in read if item.start >= found[-1].end]
            found += read
            if whole:
                break
            place = max(stop - REACH, read[-1].end if read else 0)
    return _settled(text, found)


_SENTENCE_END = re.compile(r"[.!?]['\")\]”’»]*\s+(?=[\"'“‘«(]?[A-Z0-9])|\n[ \t\r]*\n")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_BACK = 120
"""Characters before a date that can say its sentence speaks of what is to come."""


def _settled(text: str, found: list[Expression]) -> list[Expression]:
    """Order of day and month in numeric dates, and future, as the text at large tells."""
    month_first = any(len(item.text) > 4 and item.text[0].isdigit() and _month_first(item.text) for item in found)
    cue = vocabulary().cues["future"]
    settled = []
    for item in found:
        if month_first and item.form == "day" and (numbers := _NUMERIC.fullmatch(item.text)):
            point = numeric_point((int(numbers[1]), int(numbers[2]), int(numbers[3])), month_first=True)
            item = replace(item, left=point or item.left)  # noqa: PLW2901
        if not item.year_known and not item.left.lean:
            before = _SENTENCE_END.split(text[max(0, item.start - _BACK) : item.start])[-1]
            if any(word in cue for word in re.findall(r"[a-z]+", before)):
                item = replace(item, future=True)  # noqa: PLW2901
        settled.append(item)
    return settled


_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})")


def _month_first(printed: str) -> bool:
    numbers = _NUMERIC.fullmatch(printed)
    return numbers is not None and int(numbers[2]) > 12


_COORDINATED = re.compile(r"[\s,;]*(?:and|or|to|then|as well as)?[\s,]*(?:from|between|on|in|during|the|of)?\s*")


def mentions(text: str, found: Sequence[Expression], context: Context) -> list[DateMention]:
    """Resolve `found`, the expressions of `text`, one after the other; each date becomes context of the next.

    `context` is what is known before the text begins.
    """
    read: list[DateMention] = []
    for number, item in enumerate(found):
        here = context
        if read:
            previous = read[-1]
            between = text[previous.end : item.start]
            if len(between) < 2000 and not _SENTENCE_END.search(between):
                here = replace(here, sentence=_useful(previous), paragraph=_useful(previous))
            elif len(between) < 8000 and not _PARAGRAPH.search(between):
                here = replace(here, sentence=None, paragraph=_told(read))
            else:
                here = replace(here, sentence=None, paragraph=None)
            here = replace(here, preceding=_told(read) or here.preceding)
        said = _from_next(text, item, found[number + 1 : number + 2])
        resolution = resolve(said, here)
        if resolution is None:
            continue
        rule = "year-from-range" if said is not item else resolution.rule
        basis = Basis.RESOLVED if said is not item else resolution.basis
        read.append(DateMention(item.start, item.end, item.text, resolution.when, basis, rule, item.year_known, item.role))
    return read


def _useful(mention: DateMention) -> When | None:
    """The date, if a story can go on from it."""
    return None if mention.role in NOT_DATES or mention.role == "programme-period" or "/.." in mention.when.edtf else mention.when


def _told(read: Sequence[DateMention]) -> When | None:
    """The last date that a story can go on from."""
    return next((when for mention in reversed(read[-6:]) if (when := _useful(mention)) is not None), None)


def _from_next(text: str, item: Expression, following: Sequence[Expression]) -> Expression:
    """ "from 18 to 21 June and from 7 to 9 October 2013": the year at the end is of both."""
    if not following or item.year_known or item.left.lean or (item.left.part is None and item.left.day is None):
        return item
    other = following[0]
    year = other.left.year if other.left.year is not None else other.right.year if other.right else None
    if year is None or other.form in ("year", "decade", "century", "period") or (item.left.part is None and item.right is None):
        return item
    if not _COORDINATED.fullmatch(text[item.end : other.start][:40]):
        return item
    last = item.right or item.left
    if last.part is None:
        return item
    if (last.part, last.day or 0) > ((other.left.part or (other.right.part if other.right else 0)) or 0, other.left.day or 31):
        year -= 1
    if item.right is not None:
        return replace(item, right=replace(item.right, year=year, stated=False))
    return replace(item, left=replace(item.left, year=year, stated=False))


def find_dates(text: str, reference: date) -> list[DateMention]:
    """The dates in `text`, read on the day `reference`: in order, apart from each other; never raises.

    Titles that carry a year ("World Drug Report 2016") are left out; periods of statistics are in, with their role.
    """
    found = [item for item in scan(text) if item.role not in NOT_DATES]
    return mentions(text, found, Context(reference, narrative=_narrative(found, reference)))


def _narrative(found: Sequence[Expression], reference: date) -> bool:
    """Whether most dates that state month and year lie well before the day of reading: a text that tells of the past in order."""
    old = recent = 0
    for item in found:
        year = item.left.year or (item.right.year if item.right else None)
        if year is not None and item.form not in ("year", "decade", "century"):
            old, recent = (old + 1, recent) if year < reference.year - 1 else (old, recent + 1)
    if old or recent:
        return old > recent
    years = [item.left.year for item in found if item.form == "year" and item.left.year is not None]
    return len(years) > 2 and all(year < reference.year - 1 for year in years)
