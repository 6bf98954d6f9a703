"""When a story says that it was written, or is told of: the line above or below it, and the dateline that its text begins with."""

from __future__ import annotations

import re
from datetime import date

from db.when import Precision, When
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.values import Context
from importers.layout.repair import Passage
from importers.lexicon import MONTH_WORD
from importers.readers.issuelines import unnumbered
from importers.readers.printed import USER
from importers.readers.runs import DATELINE

_DAYS = frozenset({"day", "iso", "numeric"})
_LONGEST = 120
"""A line that is longer says more than when a story was written."""
_WRITTEN = re.compile(
    rf"\W*(?:{USER})?"
    r"(?:(?:[A-Z]{1,5}[ ./:-]{0,2})?(?:\d{1,4}[ ./:-]{1,3}){1,3})?"
    r"(?:(?:[Pp]osted|[Pp]ublished|[Uu]pdated|[Rr]eleased|[Ii]ssued|[Dd]ated?|[Ww]ritten|PUBLISHED|POSTED|DATE)\W*"
    r"(?:by\b\W*\w+\W*)?(?:on\b\W*)?|(?:at\b\W*)?\d{1,2}[:.]\d\d\W*(?:(?:am|pm|AM|PM|GMT|UTC|hrs)\b\W*)?)?"
    r"(?:(?:Press|Media|News)\sRelease\b(?:\W*[A-ZÀ-Þ][\w’'.-]*){0,4}\W*)?(?:by\b\W*)?(?:[A-ZÀ-Þ][\w’'.-]*\W*){0,4}"
)
"""What may stand around the day of a dateline: the number of a release, a word for writing, a place or a name."""
_CENTURY_DIGITS = re.compile(r"(?:19|20)\d\d")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}")
"""A dateline has few of them: "Posted by admin on"."""
_FEW = 3
_PLACES = (
    r"[A-ZÀ-Þ][\w’'.-]+(?:[ /-](?:(?:es|of|the|de|la|el|al|du) )?[A-ZÀ-Þ(][\w’'.)-]+){0,3}(?: \([A-ZÀ-Þ][\w’' ]{2,40}\))?"
    r"(?:, [A-ZÀ-Þ][\w’' ]{2,30}?)??,? "
)
_NAMED = r"(?!(?:On|In|At|By|From|Since|Until|During)\b)" + _PLACES
"""The same, where "On 12 May 2016, the U.S. Embassy" must not be taken for a place and a day."""
_RUN_IN = re.compile(
    _NAMED
    + r"(?:[–—-] )?(?P<day>(?=[^–—]{0,12}\d)[\w][\w ,/.]{2,24}?)(?: ?[–—-]{1,2} |\. |(?<=\d{4})(?P<colon>: ))(?=[“\"]?[A-Z0-9])"
)
_TODAY = re.compile(r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b")
DAY_TOLD = re.compile(rf"{_PLACES}(?=\d|{MONTH_WORD})[^:.;]{{3,30}}:\s(?=[“\"]?[A-ZÀ-Þ0-9])")
"""Where and when something was, in front of what it was: "Osh, 3 May 2016: The mayors"."""
DAYS_TOLD = re.compile(r"(?:\d{1,2}(?!\d)[^;:.]{4,70};\s(?:and\s)?){1,7}\d{1,2}(?!\d)[^;:.]{4,70}:\s(?=[A-ZÀ-Þ“\"0-9])")
"""The same of several days in several places: "3 May, Osh; 6 May, Naryn: The office met"."""
_OPENING = 600
"""Characters of a text in which such a word makes the day before its colon that of its writing."""
_MONTHS = re.compile(
    _NAMED + r"(?P<months>[A-Z][a-z]{2,8}(?: ?(?:[–—/-]|and|to) ?[A-Z][a-z]{2,8})? (?:19|20)\d\d) ?[.:–—-] (?=[“\"]?[A-Z0-9])"
)
"""A dateline of a month: "Osh, May 2016. The mayors ..."."""
_YEAR = 366


def day_of_writing(text: str, reference: date) -> When | None:
    """The day of a line that says nothing but when, and perhaps where, a story was written: "Posted on 4 March 2022, Suva"."""
    if len(text) > _LONGEST or not _CENTURY_DIGITS.search(text) or len(_SMALL_WORD.findall(text)) > _FEW:
        return None
    text = unnumbered(text)
    found = [expression for expression in scan(text) if not expression.relative]
    if len(found) != 1 or found[0].form not in _DAYS or not found[0].year_known or found[0].right is not None:
        return None
    around = text[: found[0].start], text[found[0].end :]
    if not DATELINE.fullmatch(text) and not all(map(_WRITTEN.fullmatch, around)):
        return None
    resolved = resolve(found[0], Context(reference=reference))
    return resolved.when if resolved else None


def run_in(text: str, reference: date, issue: When | None) -> tuple[int, When] | None:
    """How much of a text only says when it was written, and that day: "OSH, 3 May – The mayor ..."; None without a dateline.

    The days of an event are no such day: "Osh, 3-5 May – The mayors", nor is one before a colon, where nothing is told of as
    today's: "Osh, 3 May 2016: The mayors". Months are (0, those months): "Osh, May 2016. The mayors".
    """
    found = _RUN_IN.match(text)
    if found is not None and not (found["colon"] and _TODAY.search(text, found.end(), _OPENING) is None):
        said = scan(found["day"])
        if len(said) == 1 and said[0].form in _DAYS and said[0].right is None and not said[0].relative:
            resolved = resolve(said[0], Context(reference=reference, issue=issue))
            return (found.end(), resolved.when) if resolved is not None else None
    if (found := _MONTHS.match(text)) is not None:
        said = scan(found["months"])
        resolved = resolve(said[0], Context(reference=reference)) if len(said) == 1 else None
        return (0, resolved.when) if resolved is not None else None
    return None


def own_time(first: Passage, issue: When | None) -> When | None:
    """The month of the day that a story begins with in a look back over years, which what it tells was near to; else None.

    `first` is its first paragraph.
    """
    if issue is None or issue.end is None or (issue.length or 0) <= _YEAR:
        return None
    opening = first.sentences[0].end if first.sentences else 0
    for told in first.dates:
        if told.start < opening and told.year_known and not told.role and not told.relative:
            resolved = resolve(told, Context(reference=issue.end))
            when = resolved.when if resolved is not None else None
            if when is not None and when.end is not None and when.precision is Precision.DAY and issue.holds(when):
                return When(when.end.isoformat()[:7])
    return None
