"""What an expression of time is to its story: a lead to another, within the issue, long before it, or no date of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.when import Precision, When
from importers.dates.finding import in_one_order
from importers.dates.resolve import resolve
from importers.dates.rules import DateRule
from importers.dates.values import Context, Expression, Point
from importers.events.dated import Dated
from importers.events.putin import is_enclosed
from importers.lexicon import Phrase
from importers.sentences import Sentence
from importers.story import Story

_PURPOSE = re.compile(r"\bfor(?: the)?(?: years?)? $")
_TWO_DAYS = re.compile(r"\d{1,2}(?:st|nd|rd|th)? and \d")
_YEAR = 12
_LONG_BEFORE = 150
"""In days."""


def expressions_of(story: Story) -> list[Expression]:
    """What a story says of dates, in characters of its text."""
    found = []
    for (start, _), passage in zip(story.paragraphs, story.passages, strict=True):
        if (day := _day_of_entry(story, start)) is not None:
            found.append(day)
        found += [one.at(start) for one in passage.dates if day is None or start + one.start >= day.end]
    return in_one_order(found)


def _day_of_entry(story: Story, start: int) -> Expression | None:
    """The day or days of the heading's month that a paragraph begins with: "14 - Astana. The map was shown" below "JANUARY"."""
    month, text = story.month, story.flow.text
    if month is None or month.start is None or month.end is None or month.precision is not Precision.MONTH:
        return None
    found = _DAY_OF_ENTRY.match(text, start)
    if found is None or not 0 < int(found["day"]) < int(found["last"] or 32) <= 32:
        return None
    first, last = (Point(part=month.start.month, day=int(day)) if day else None for day in found.group("day", "last"))
    assert first is not None
    return Expression(*found.span("days"), found["days"], "range" if last else "day", first, last)


_DAY_OF_ENTRY = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    r"(?P<days>(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: ?(?:[-–—&]|to|and) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?)"
    r"(?: ?[:|] ?| [-–—] | [–—]|, (?=[A-Z]))(?=[A-ZÀ-Þ\"“«(])"
)
"""Not "1." or "1)": these count the entries."""


def with_leads(text: str, expressions: Sequence[Expression]) -> Iterator[tuple[Expression, Expression | None]]:
    """The expressions, those that only lead to the date behind them beside it: "the week before, on 27 August".

    What is counted from another event goes behind a date that is said: "on 27 August, a week before the fair".
    """
    lead: Expression | None = None
    for before, one, behind in zip([None, *expressions], expressions, [*expressions[1:], None], strict=False):
        counted = one.left.lean == "earlier" and before is not None and not before.relative
        if counted and before is not None and _LEAD.fullmatch(text, before.end, one.start):
            continue
        if behind is not None and one.relative and not behind.relative and _LEAD.fullmatch(text, one.end, behind.start):
            lead = one
        else:
            yield one, lead
            lead = None


_LEAD = re.compile(r"\s?(?:,|\()\s?(?:(?:i\.e\.|namely)\s?,?\s)?(?:(?:on|in|from|between)\s)?(?:the\s)?")


def led(text: str, expression: Expression, lead: Expression, context: Context) -> Expression:
    """An expression of a text with the one that leads to it: "last year, in April", "last April, on the 12th"."""
    left, of_a_month = expression.left, lead.left.unit == "part" and lead.left.day is None
    missing = left.year is None and (lead.left.unit == "year" or (of_a_month and left.part is None))
    resolved = resolve(lead, context) if missing else None
    if resolved is None or resolved.when.start is None or expression.right is not None:
        return expression
    first = resolved.when.start
    return expression._replace(
        start=lead.start,
        text=text[lead.start : expression.end],
        left=left._replace(year=first.year, part=first.month if of_a_month else left.part, stated=False),
    )


def in_month(expression: Expression, month: When | None) -> bool:
    """Whether one of a date's months is the month of a heading."""
    told = {expression.left.part, expression.right.part if expression.right is not None else None}
    return month is not None and month.start is not None and month.start.month in told


def in_issue(expression: Expression, issue: When | None, *, before: int = 0) -> bool:
    """Whether a month without a year is one of the issue's: then it is of the issue's year, whatever was told before.

    `before` is how many months right before the issue's are taken as well.
    """
    month = expression.left.part or (expression.right.part if expression.right is not None else None)
    if expression.year_known or expression.relative or month is None or issue is None or issue.start is None or issue.end is None:
        return False
    months = (issue.end.year - issue.start.year) * 12 + issue.end.month - issue.start.month
    return months < _YEAR and (month - issue.start.month + before) % _YEAR <= months + before


def is_long_before(expression: Expression, context: Context, issue: When | None) -> bool:
    """Whether an entry of a list, read as past, would lie so long before the issue that it is rather to come."""
    if expression.year_known or issue is None or issue.start is None:
        return False
    resolved = resolve(expression, context)
    return resolved is not None and resolved.when.end is not None and (issue.start - resolved.when.end).days > _LONG_BEFORE


def one_by_one(expression: Expression, sentence: str) -> tuple[Expression, ...]:
    """The two days of "on 11 and 12 November respectively", else the expression itself."""
    left, right = expression.left, expression.right
    if right is None or left.day is None or not _TWO_DAYS.match(expression.text) or "respectively" not in sentence:
        return (expression,)
    first = left._replace(year=left.year or right.year, part=left.part or right.part)
    return (expression._replace(form="day", left=first, right=None), expression._replace(form="day", left=right, right=None))


def is_purpose(text: str, expression: Expression, seen: frozenset[str]) -> bool:
    """Whether a date only says what something is of or for: "this year's campaign", "the work plan for 2019".

    `seen` are the words of its sentence.
    """
    at = expression.start
    if text[expression.end : expression.end + 2] in ("'s", "’s"):
        return True
    if expression.form == "year" and _PURPOSE.search(text, max(0, at - 16), at) is not None:
        return True
    if (_OF_SOMETHING.search(text, seen, max(0, at - 60), at) or _COMPARED.search(text, seen, max(0, at - 60), at)) is not None:
        return True
    before = _BEFORE_IT.search(text, seen, max(0, at - 30), at)
    return before is not None and expression.left.day is None and _NAMES.match(text, expression.end) is not None


_OF_SOMETHING = Phrase(
    "flood floods flooding earthquake earthquakes cyclone cyclones hurricane hurricanes typhoon typhoons drought droughts "
    "storm storms landslide landslides eruption tsunami election elections referendum coup riots unrest outbreak",
    r"(?<!observe )(?<!observed )(?<!monitor )(?<!monitored )"
    r"\b(?:the|recent|general|presidential|parliamentary|local|severe|heavy)\s"
    r"(?:floods?|flooding|earthquakes?|cyclones?|hurricanes?|typhoons?|droughts?|storms?|landslides?|eruption|tsunami|elections?"
    r"|referendum|coup|riots|unrest|outbreak)\s(?:of|in)\s(?:the\s)?$",
)
"""Before the date of what befell a country: "lost in the floods of last October", "before the elections of 7 March"."""
_COMPARED = Phrase(
    "same corresponding similar against up down compared",
    r"\b(?:same|corresponding|similar)\s(?:period|months?|quarter|half|time|semester)\s(?:of|in|last)\s(?:the\s)?(?:year\s)?$"
    r"|\b(?:against|(?:up|down)\sfrom|compared\s(?:with|to))\s(?:only\s|some\s|about\s)?(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|half)"
    r"(?:\s(?!(?:to|and)\b)[a-z-]+){0,3}?\sin\s$",
)
"""Before the date of figures that others are compared with: "against 187 in the same period of 2018", "against 187 in"."""
_BEFORE_IT = Phrase(
    "ahead before prior advance preparation up",
    r"\b(?:[Aa]head of|[Bb]efore|[Pp]rior to|[Ii]n (?:advance of|preparation for)|[Rr]un-up to) (?:the|its|their|this) $",
)
_NAMES = re.compile(r" [a-z]{4,}")
"""What comes later is named by its time: "Ahead of the July elections, candidates were trained"."""


def told_before(text: str, own: Sequence[Dated], at: int, *, now: bool) -> When | None:
    """What the sentence told last that tells the year of the next date, at a character.

    To one of the issue's own months (`now`) an aside tells none, nor does a year that is put behind another thing.
    """
    for one in reversed(own):
        if not one.carried or (now and _LEAVES_OFF.search(text, one.end, at)):
            continue
        if not (now or one.when.precision > Precision.DAY) or not is_enclosed(text, one.start, one.end):
            return one.when
    return None


_LEAVES_OFF = re.compile(r";|[^,;]{25,}, (?!and\b)[a-z]")
"""What ends the part of a sentence that a year was told for: "formed in 2011 and composed of ten towns, concluded in May"."""


def after_it(said: Sentence, dated: Dated, own: Sequence[Dated]) -> When | None:
    """The year of a date that a sentence tells some weeks or months after another, where it was taken for one before that.

    "Nine months after it was opened on 9 December 2009, its members met on 22 September": in 2010.
    """
    if not own or own[0].when.start is None or dated.when.start is None or _SOME_TIME_AFTER.match(said.text) is None:
        return None
    first, then = own[0].when.start, dated.when.start
    if dated.rule is not DateRule.SENTENCE_YEAR or then >= first:
        return None
    return When(f"{first.year + 1:04d}")


_SOME_TIME_AFTER = re.compile(r"(?:[\w-]+\s){1,3}(?:weeks?|months?)\safter\s")


def is_spelled_out(text: str, dated: Dated, own: Sequence[Dated]) -> bool:
    """Whether others say what a span covers, two, or one in brackets: "in spring in Osh (3 April) and Naryn (5 May)"."""
    if dated.when.precision is Precision.DAY:
        return False
    finer = [one for one in own if len(one.when.edtf) > len(dated.when.edtf) and dated.when.holds(one.when)]
    return len(finer) > 1 or any(text[dated.end : one.start].strip() == "(" for one in finer)


def is_name(text: str, dated: Dated, own: Sequence[Dated]) -> bool:
    """Whether a year is part of a name, beside a finer date: "launched its 2021 Series in April"."""
    if dated.when.precision is not Precision.YEAR or not _NAMED_YEAR.search(text, max(0, dated.start - 8), dated.start):
        return False
    if _EDITION.match(text, dated.end) is not None:
        return True
    return any(other is not dated and other.when.precision < Precision.YEAR for other in own)


_EDITION = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:surveys?|reports?|census|editions?|budget|yearbook|almanac|atlas|index|review|outlook|barometer"
    r"|calendar|season"
    r"|annual\s\w+|elections?|programme|plan|work ?plan|strategy|campaign|class|intake|award)\b"
    r"|\s(?:[A-Z“\"][\w’”\"-]*\s|of\s|the\s|for\s){1,9}(?:Awards?|Prize|Medal|Report|Survey|Index|Census|Review)\b"
)
"""What has the year that it is of in its name: "The 2016 household survey was shown to the press"."""


_NAMED_YEAR = re.compile(r"(?:\b(?:the|its|their|this|a|an|his|her|our)|['’]s?)\s$")


def year_of_list(story: Story) -> When | None:
    """The year that the heading of a list names, for what its entries tell of months: "2009 month by month"."""
    found = _OF_YEAR.fullmatch(story.heading.strip(" .:"))
    return When(found["year"] or found["last"]) if found is not None and sum(unit.entry for unit in story.units) > 1 else None


def in_list_of(expression: Expression) -> bool:
    """Whether an expression is a month or a day in one that such a list gives the year of."""
    return not expression.year_known and not expression.relative and expression.right is None and expression.left.part is not None


_OF_YEAR = re.compile(
    r"(?:the\s)?(?:year\s)?(?P<year>(?:19|20)\d\d)(?:,?\s(?:month\sby\smonth|in\s(?:review|brief|short|dates)|at\sa\sglance|chronicle"
    r"|calendar|timeline|events|diary))?"
    r"|(?:chronicle|calendar|review|timeline|events|milestones|diary|month\sby\smonth)(?:\s(?:of|for|in))?(?:\s(?:the\s)?year)?,?\s"
    r"(?P<last>(?:19|20)\d\d)",
    re.IGNORECASE,
)
