"""Finds dates in text and works out which days they are: the public door to the modules of dates.

`scan` gives what a text says of dates, unresolved; `resolve` turns one of them into a `When` in its context; `find_dates` does both
for a text of its own, such as a news story or an encyclopedic article, read on a given day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db.models import Basis
from db.when import When
from importers.dates.grammar import expressions
from importers.dates.numbers import numeric_point
from importers.dates.resolve import resolve
from importers.dates.rules import DateRule
from importers.dates.triggers import BEFORE, PIECE, windows
from importers.dates.values import NAMES, Context, Expression, Point
from importers.dates.words import tokens, vocabulary
from importers.sentences import Sentence, read
from importers.tense import looks_back

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
    rule: DateRule
    """Why it has its value."""
    year_known: bool
    """Whether a year stood in the words."""
    role: str
    """As in `Expression.role`."""


def scan(text: str, sentences: Sequence[Sentence] | None = None) -> list[Expression]:
    """All that `text` says of dates, in order, apart from each other; never raises.

    `sentences` are those of the text, where they are known.
    """
    found: list[Expression] = []
    for start, end in windows(text, read(text) if sentences is None else sentences):
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
    return in_one_order(_with_future(text, found))


_SENTENCE_END = re.compile(r"[.!?]['\")\]”’»]*\s+(?=[\"'“‘«(]?[A-Z0-9])|\n[ \t\r]*\n")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_FAR = 4000
"""Characters beyond which two dates stand in no one paragraph."""
_BACK = 120
"""Characters before a date that can say its sentence speaks of what is to come."""


def in_one_order(found: list[Expression]) -> list[Expression]:
    """The expressions of one text; where one of its numeric dates has the month before the day, they all have."""
    if not any(item.form == "day" and item.text[0].isdigit() and _month_first(item.text) for item in found):
        return found
    settled = []
    for item in found:
        if item.form == "day" and (numbers := _NUMERIC.fullmatch(item.text)) and "." not in item.text:
            point = numeric_point((int(numbers[1]), int(numbers[2]), int(numbers[3])), month_first=True)
            item = item._replace(left=point or item.left)  # noqa: PLW2901
        settled.append(item)
    return settled


def _with_future(text: str, found: list[Expression]) -> list[Expression]:
    """The expressions, those marked whose sentence speaks of what is to come."""
    future = vocabulary().future
    settled = []
    for item in found:
        if not item.left.lean or (item.left.lean, item.left.unit) == ("last", "quarter"):
            before = text[max(0, item.start - _BACK) : item.start]
            # the results of a quarter come when it is over
            if ("ext " in before or future.search(before)) and not (item.form == "quarter" and _RESULTS.match(text, item.end)):
                said = _said_before(text, item)
                if future.search(said) or (_NEXT.search(said) and not looks_back(said.lower())):
                    item = item._replace(future=True)  # noqa: PLW2901
        settled.append(item)
    return settled


def _said_before(text: str, item: Expression) -> str:
    """What its sentence says before a date, if it is near."""
    return _SENTENCE_END.split(text[max(0, item.start - _BACK) : item.start])[-1]


_RESULTS = re.compile(r" (?:\w+ )?(?:results|earnings|figures|report|accounts)\b")
_NEXT = re.compile(
    r"\b[Nn]ext\s(?!to\b|(?:\w+\s)?(?:day|morning|afternoon|evening|night|week|weekend|month|quarter|year|decade|step)s?\b)[a-z]"
)
"""What comes next, not the time after: "Next meeting: Apia, October"."""
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})")


def _month_first(printed: str) -> bool:
    numbers = _NUMERIC.fullmatch(printed)
    return numbers is not None and "." not in printed and int(numbers[2]) > 12


_COORDINATED = re.compile(
    r"(?:\s(?:(?:in|at)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}|\([A-Z][\w’', -]+\)))?"
    r"[\s,;]*(?:(?:and|or|to|then|as well as)(?:\s(?:then|again|later))?)?[\s,]*(?:from|between|on|in|during|the|of)?\s*"
)
"""What stands between dates of one list, which may have been on in a place of their own."""


def mentions(text: str, found: Sequence[Expression], context: Context) -> list[DateMention]:
    """Resolve `found`, the expressions of `text`, one after the other; each date becomes context of the next.

    `context` is what is known before the text begins.
    """
    read: list[DateMention] = []
    story = _Story(context)
    for number, (item, said) in enumerate(zip(found, _shared_years(text, found), strict=True)):
        hangs = said.relative or not said.year_known
        if said.relative and number + 1 < len(found):
            said = _explained(text, said, found[number + 1])  # noqa: PLW2901
        around = _around(text, read, story, item, context) if hangs else context
        if context.narrative and said.future and _PRESENT.search(_said_before(text, said)):
            around = Context(context.reference)
        resolution = resolve(said, around)
        if resolution is None:
            continue
        copied = said is not item
        rule, basis = (DateRule.RANGE_YEAR, Basis.RESOLVED) if copied else (resolution.rule, resolution.basis)
        mention = DateMention(item.start, item.end, item.text, resolution.when, basis, rule, item.year_known, item.role)
        story.hear(text, item, mention)
        read.append(mention)
    return read


class _Story:
    """Where a text has come to in time: what its dates leave open goes on from there."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.told: When | None = None
        """The date that the story has come to."""
        self.named: When | None = None
        """The last date that "that year" and "a month later" can mean: also one from which the story does not go on."""
        self.near: When | None = None
        """The last date, if it tells of the rest of its sentence."""
        self.framed = False
        """Whether `near` heads its sentence: "In 2003, ..."."""
        self._back: int | None = None
        """The year of the last aside into the past."""
        self._end = 0

    def hear(self, text: str, item: Expression, mention: DateMention) -> None:
        """Take note of the next date."""
        opens = not self._end or _PARAGRAPH.search(text, self._end, min(item.start, self._end + _FAR)) is not None
        self._end = item.end
        lead = text[max(0, item.start - _CLAUSE) : item.start]
        if self.context.narrative and opens and item.form == "range" and item.left.part is None and not lead.rpartition("\n")[2]:
            # "1986-1993: the first years" heads a chapter
            self.told = self.named = When(mention.when.edtf[:4])
            return
        self.near = self._near(lead, item, mention)
        self.framed = item.form == "year" and not item.role and _FRAMES.search(lead[-_LEAD:]) is not None
        if not _useful(mention, self.context):
            return
        if not self.context.narrative:
            self.told = self.named = mention.when
            return
        if mention.rule is DateRule.TO_REFERENCE or lead.rfind("(") > lead.rfind(")") or item.role == "before":
            return
        self.named = mention.when
        alone = item.form == "year" and not item.qualifier and not _OPENS.search(lead[-_LEAD:])
        # "the 1905 revolution" tells of nothing new
        if alone and (not _INTRODUCED.search(lead[-_LEAD:]) or not self._reached(mention, opens)):
            return
        self.told, self._back = mention.when, None

    def _near(self, lead: str, item: Expression, mention: DateMention) -> When | None:
        """The date, if what follows in its sentence is of its year: not after "its 1969 goal"."""
        if self.context.narrative and (first := _winter(item)):
            return When(f"{first:04d}-{_WINTER}")
        named = self.context.narrative and item.form == "year" and _NAMED.search(lead[-_LEAD:]) is not None
        return mention.when if _useful(mention, self.context) and not named else None

    def _reached(self, mention: DateMention, opens: bool) -> bool:
        """Whether a story goes on from a year: one to come, or a past one that a paragraph begins with or that others follow."""
        last, start = self.told or self.context.preceding, mention.when.start
        if last is None or last.start is None or start is None or start.year >= last.start.year:
            return True
        went_back, self._back = self._back, start.year
        return opens or (went_back is not None and went_back <= start.year)


def _around(text: str, read: Sequence[DateMention], story: _Story, item: Expression, context: Context) -> Context:
    """The context of `item` after the dates in `read`, when the story has come to `story.told`."""
    if not read:
        return context
    sentence = paragraph = None
    years = item.left.unit == "year"
    told = story.named if years and context.narrative else story.told
    between = text[read[-1].end : min(item.start, read[-1].end + _FAR)]
    if len(between) < _FAR and not _SENTENCE_END.search(between):
        sentence = told if years and context.narrative else story.near
    if len(between) < _FAR and not _PARAGRAPH.search(between):
        paragraph = told
    told = told or context.preceding
    return Context(context.reference, context.issue, context.article, sentence, paragraph, told, context.narrative, story.framed)


def _winter(item: Expression) -> int | None:
    """The first of two years that are told as one ("1911-2")."""
    first, last = item.left, item.right
    if last is None or first.year is None or last.year != first.year + 1 or first.part or first.day or last.part or last.day:
        return None
    return first.year


_BOUNDS = frozenset(("since", "until"))


def _useful(mention: DateMention, context: Context) -> bool:
    """Whether a story can go on from the date; a report does not from where a state began or ended ("shut since 2012")."""
    if mention.role in _BOUNDS and not context.narrative:
        return False
    days = mention.when.length
    return days is not None and days < _LONG and mention.role not in NAMES


_LONG = 400
"""Days of a span from which no story goes on."""
_WINTER = 10
"""In two years that are told as one, "1911-2", a story goes on from this month of the first to the spring."""
_LEAD = 24
_CLAUSE = 160
"""Characters before a date in which a bracket can have been opened around it."""
_HEAD = r"(?:^|[.!?]['\")\]”’»]*\s+|\n\s*)"
_OPENS = re.compile(_HEAD + r"(?:(?:In|By|During|Until|Early in|Late in) )?$")
_FRAMES = re.compile(_HEAD + "In $")
_NAMED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that|our)|['’]s?) $")
_INTRODUCED = re.compile(
    r"\b(?:in|by|until|of|during|early|late|year|to|from|after|since|through|spent|began|entered|ended|finished) $"
)


_WHOLE = re.compile(r",? and (?:for )?(?:the |its )?(?:full |whole |entire )?")
"""What stands between a quarter and the year whose quarter it is."""


def _shared_years(text: str, found: Sequence[Expression]) -> list[Expression]:
    """ "from 18 to 21 June and from 7 to 9 October 2013", "March, April and May 1918": the year at the end is of all."""
    shared = list(found)
    for number in range(len(shared) - 2, -1, -1):
        item, other = shared[number], shared[number + 1]
        year = other.left.year if other.left.year is not None else other.right.year if other.right else None
        if item.form == "quarter" and not item.year_known and other.form == "year" and "year" in other.text.lower():
            if not item.relative and _WHOLE.fullmatch(text[item.end : min(other.start, item.end + 40)]):
                shared[number] = item._replace(left=item.left._replace(year=year, stated=False))
            continue
        if year is None or item.year_known or item.relative or other.form in ("year", "decade", "century", "period"):
            continue
        last, first = item.right or item.left, other.left if other.left.part is not None else other.right
        gap = text[item.end : other.start] if other.start - item.end < 40 else "."
        if last.part is None or first is None or first.part is None or not _COORDINATED.fullmatch(gap):
            continue
        year -= (last.part, last.day or 0) > (first.part, first.day or 31)
        if item.right is not None:
            shared[number] = item._replace(right=item.right._replace(year=year, stated=False))
        else:
            shared[number] = item._replace(left=item.left._replace(year=year, stated=False))
    return shared


_APPOSED = re.compile(r",? (?:(?:in|on) )?")


def _explained(text: str, item: Expression, other: Expression) -> Expression:
    """ "three years earlier, in 1897", "the same day, on 6 May 1921": the date that follows says which is meant."""
    said = other.left
    if said.year is None or other.right is not None or not _APPOSED.fullmatch(text[item.end : min(other.start, item.end + 9)]):
        return item
    point = {"year": Point(said.year), "month": Point(said.year, said.part), "day": said}.get(item.left.unit)
    whole = point is not None and (item.left.unit != "day" or said.day is not None)
    return item._replace(left=point) if point and whole and item.left.part is None else item


def find_dates(text: str, reference: date) -> list[DateMention]:
    """The dates in `text`, read on the day `reference`: in order, apart from each other; never raises.

    Titles that carry a year ("World Drug Report 2016") are left out; periods of statistics are in, with their role.
    """
    found = [item for item in scan(text) if item.role not in NOT_DATES]
    narrative = _narrative(text, found, reference)
    years = (item.left.year for item in found if item.left.year is not None and item.form not in ("decade", "century"))
    begins = next(years, None) if narrative else None
    return mentions(text, found, Context(reference, preceding=When(f"{begins:04d}") if begins else None, narrative=narrative))


_PRESENT = re.compile(r"\b(?:will|(?:is|are) (?:\w+ )?to)\b")
"""What is to come, said from today."""


def _narrative(text: str, found: Sequence[Expression], reference: date) -> bool:
    """Whether most dates that state month and year lie well before the day of reading: a text that tells of the past in order.

    One that begins with what is to come is a report.
    """
    if found and found[0].future and not found[0].year_known and _PRESENT.search(_said_before(text, found[0])):
        return False
    old = recent = 0
    for item in found:
        year = item.left.year or (item.right.year if item.right else None)
        if year is not None and item.form not in ("year", "decade", "century"):
            old, recent = (old + 1, recent) if year < reference.year - 1 else (old, recent + 1)
    if old or recent:
        return old > recent
    years = [item.left.year for item in found if item.form == "year" and item.left.year is not None]
    return len(years) > 2 and all(year < reference.year - 1 for year in years)
