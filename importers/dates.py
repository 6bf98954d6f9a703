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
from importers.dateresolve import resolve
from importers.datetriggers import BEFORE, PIECE, windows
from importers.datevalues import Context, Expression, Point, Resolution
from importers.datewords import tokens, vocabulary

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
        while True:
            stop = min(end, place + PIECE)
            whole = stop == end
            for item in expressions(tokens(text, place, stop)):
                # what stands at the end of a piece is read again, with what follows it
                if (whole or item.end <= stop - BEFORE) and (not found or item.start >= found[-1].end):
                    found.append(item)
            if whole:
                break
            place = stop - 2 * BEFORE
    return _settled(text, found)


_SENTENCE_END = re.compile(r"[.!?]['\")\]”’»]*\s+(?=[\"'“‘«(]?[A-Z0-9])|\n[ \t\r]*\n")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_FAR = 4000
"""Characters beyond which two dates stand in no one paragraph."""
_BACK = 120
"""Characters before a date that can say its sentence speaks of what is to come."""


def _settled(text: str, found: list[Expression]) -> list[Expression]:
    """Order of day and month in numeric dates, and future, as the text at large tells."""
    month_first = any(item.form == "day" and item.text[0].isdigit() and _month_first(item.text) for item in found)
    future = vocabulary().future
    settled = []
    for item in found:
        if month_first and item.form == "day" and (numbers := _NUMERIC.fullmatch(item.text)) and "." not in item.text:
            point = numeric_point((int(numbers[1]), int(numbers[2]), int(numbers[3])), month_first=True)
            item = replace(item, left=point or item.left)  # noqa: PLW2901
        if not item.year_known and not item.left.lean:
            before = _SENTENCE_END.split(text[max(0, item.start - _BACK) : item.start])[-1]
            if future.search(before):
                item = replace(item, future=True)  # noqa: PLW2901
        settled.append(item)
    return settled


_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})")


def _month_first(printed: str) -> bool:
    numbers = _NUMERIC.fullmatch(printed)
    return numbers is not None and "." not in printed and int(numbers[2]) > 12


_COORDINATED = re.compile(r"[\s,;]*(?:and|or|to|then|as well as)?[\s,]*(?:from|between|on|in|during|the|of)?\s*")


def mentions(text: str, found: Sequence[Expression], context: Context) -> list[DateMention]:
    """Resolve `found`, the expressions of `text`, one after the other; each date becomes context of the next.

    `context` is what is known before the text begins.
    """
    read: list[DateMention] = []
    told: When | None = None
    for item, said in zip(found, _shared_years(text, found), strict=True):
        hangs = said.relative or not said.year_known
        resolution = resolve(said, _around(text, read, told, item, context) if hangs else context)
        if resolution is None:
            continue
        copied = said is not item
        rule, basis = ("year-from-range", Basis.RESOLVED) if copied else (resolution.rule, resolution.basis)
        mention = DateMention(item.start, item.end, item.text, resolution.when, basis, rule, item.year_known, item.role)
        if _goes_on(text, item, mention, told or context.preceding, context):
            told = mention.when
        read.append(mention)
    return read


def _around(text: str, read: Sequence[DateMention], told: When | None, item: Expression, context: Context) -> Context:
    """The context of `item` after the dates in `read`, when the story has come to `told`."""
    if not read:
        return context
    sentence = paragraph = None
    between = text[read[-1].end : min(item.start, read[-1].end + _FAR)]
    if len(between) < _FAR and not _SENTENCE_END.search(between) and _useful(read[-1], context):
        sentence = read[-1].when
    if len(between) < _FAR and not _PARAGRAPH.search(between):
        paragraph = told
    told = told or context.preceding
    return Context(context.reference, context.issue, context.article, sentence, paragraph, told, context.narrative)


_ASIDE = frozenset(("title-year", "programme-period", "instrument-year"))
_BOUNDS = frozenset(("since", "until"))


def _useful(mention: DateMention, context: Context) -> bool:
    """Whether a story can go on from the date; a report does not from where a state began or ended ("shut since 2012")."""
    if mention.role in _BOUNDS and not context.narrative:
        return False
    when = mention.when
    short = when.start is not None and when.end is not None and (when.end - when.start).days < _LONG
    return short and mention.role not in _ASIDE


def _goes_on(text: str, item: Expression, mention: DateMention, told: When | None, context: Context) -> bool:
    """Whether the story has come to this date; it has not where a tale of the past looks aside ("the 1905 revolution")."""
    if not _useful(mention, context):
        return False
    if not context.narrative:
        return True
    if mention.rule == "relative-to-reference":
        return False
    before = text[max(0, item.start - _LEAD) : item.start]
    if item.form != "year" or item.qualifier:
        return before.rfind("(") <= before.rfind(")")
    if _OPENS.search(before):
        return True
    later = told is None or told.start is None or mention.when.start is None or mention.when.start.year >= told.start.year
    return later and _INTRODUCED.search(before) is not None


_LONG = 400
"""Days of a span from which no story goes on."""
_LEAD = 24
_OPENS = re.compile(r"(?:^|[.!?]['\")\]”’»]*\s+|\n\s*)(?:(?:In|By|During|Until|Early in|Late in) )?$")
_INTRODUCED = re.compile(r"\b(?:in|by|until|of|during|early|late|year) $")


def _shared_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """ "from 18 to 21 June and from 7 to 9 October 2013", "March, April and May 1918": the year at the end is of all."""
    shared = list(found)
    for number in range(len(shared) - 2, -1, -1):
        item, other = shared[number], shared[number + 1]
        year = other.left.year if other.left.year is not None else other.right.year if other.right else None
        if year is None or item.year_known or item.relative or other.form in ("year", "decade", "century", "period"):
            continue
        last, first = item.right or item.left, other.left if other.left.part is not None else other.right
        gap = text[item.end : other.start] if other.start - item.end < 40 else "."
        if last.part is None or first is None or first.part is None or not _COORDINATED.fullmatch(gap):
            continue
        year -= (last.part, last.day or 0) > (first.part, first.day or 31)
        if item.right is not None:
            shared[number] = replace(item, right=replace(item.right, year=year, stated=False))
        else:
            shared[number] = replace(item, left=replace(item.left, year=year, stated=False))
    return shared


def find_dates(text: str, reference: date) -> list[DateMention]:
    """The dates in `text`, read on the day `reference`: in order, apart from each other; never raises.

    Titles that carry a year ("World Drug Report 2016") are left out; periods of statistics are in, with their role.
    """
    found = [item for item in scan(text) if item.role not in NOT_DATES]
    narrative = _narrative(found, reference)
    years = (item.left.year for item in found if item.left.year is not None and item.form not in ("decade", "century"))
    begins = next(years, None) if narrative else None
    return mentions(text, found, Context(reference, preceding=When(f"{begins:04d}") if begins else None, narrative=narrative))


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
