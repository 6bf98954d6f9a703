"""Times over which things went on, and what they came to: no event of that time, however it is told."""

from __future__ import annotations

import re

from db.models import Kind
from db.when import Precision, When
from importers.events.dated import Dated
from importers.events.kinds import KindScore
from importers.events.telling import Told

BEGINNINGS = frozenset({Kind.LAUNCH, Kind.OPENING, Kind.AGREEMENT, Kind.ROAD_MAP, None})
"""Kinds of event that go on from a year: "since 2008"."""
_TWO_MONTHS = 62
"""Days of two months."""


def fineness(when: When) -> Precision:
    """How finely a date is told: two months in one as finely as a month, "in March and April"."""
    if when.precision is not Precision.SPAN or when.length is None:
        return when.precision
    return Precision.MONTH if when.length < _TWO_MONTHS else Precision.SPAN


def is_sum(sentence: Told, dated: Dated, kinds: KindScore) -> bool:
    """Whether a year is told with what it came to: "In 2018, 1,870 children", "1.1 tonnes in 2017", "delivered 31 judgments"."""
    text, at = sentence.text, dated.start - sentence.start
    if _SUM_BEHIND.match(text, dated.end - sentence.start) or _SUM_BEFORE.search(text, max(0, at - _SUM_REACH), at):
        return True
    if kinds.best is Kind.OPERATION and _WEIGHED.search(text) is not None:
        return True
    return kinds.best not in BEGINNINGS and _COUNTED.search(text) is not None


_IN_MANY = re.compile(
    r"\bin\s(?:a total of\s)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s(?:[\w-]+\s){0,2}"
    r"(?:events|activities|trainings|courses|workshops|seminars|sessions)\b"
)
"""What came together over some months: "412 officials took part in 19 training events"."""
_WEIGHED = re.compile(
    r"\d\s?(?:kg|kilograms?|kilos?|tonn?e?s?|litres?|tablets|pills|hectares|(?:square|sq\.?)\s(?:kilo)?met(?:re|er)s|m2|km2)\b"
)
"""What is weighed in the seizures of a year, or measured in what was cleared."""


def is_over_time(sentence: Told, dated: Dated) -> bool:
    """Whether a time is one over which things went on: "the work done over the past year", "took part in 19 courses"."""
    at, end = dated.start - sentence.start, dated.end - sentence.start
    if fineness(dated.when) > Precision.MONTH and _IN_MANY.search(sentence.text) is not None:
        return True
    if dated.when.precision >= Precision.YEAR and _OF_ITS_TIME.search(sentence.lower, max(0, at - _OVER_REACH), at) is not None:
        return True
    if (
        dated.when.precision > Precision.DAY
        and _ALONE.match(sentence.lower, end) is not None
        and _DIGIT_OR_MANY.search(sentence.lower)
    ):
        return True
    if _OF_SO_MANY.match(sentence.lower) is not None and fineness(dated.when) > Precision.MONTH:
        return True
    before = sentence.lower[max(0, at - _BEFORE_REACH) : at]
    if _EACH.search(before) is not None or _MISFORTUNE.search(before) is not None or _ITS_END.search(before) is not None:
        return True
    if _SO_MANY_UNTIL.search(sentence.lower, max(0, at - _SUM_REACH), at) is not None:
        return True
    if not dated.carried and _ALL_ALONG.search(sentence.lower, 0, at) is not None:
        return True
    return _OVER.search(sentence.lower, max(0, at - _OVER_REACH), end) is not None


_ALONE = re.compile(r"\salone\b")
_DIGIT_OR_MANY = re.compile(
    r"\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|several|scores|many)"
)
"""What is counted in a part of a time: "Five seizures were made in October alone"."""
_OF_SO_MANY = re.compile(r"(?:among|of)\s(?:all\s)?the\s(?:about\s|some\s|over\s|more\sthan\s)?\d[\d,]*\s")
"""How a sentence begins that tells a share: "Among the 1,400 passengers of the first quarter"."""
_BEFORE_REACH = 60
_EACH = re.compile(r"\b(?:each|every)\s$")
"""Before a month that comes again: "the feast is kept each May"."""
_MISFORTUNE = re.compile(
    r"\b(?:since|after|before|until|despite)\sthe\s(?:[\w-]+\s){0,2}"
    r"(?:incidents?|accidents?|events|attacks?|clashes|violence|fires?|floods?|earthquakes?|storms?|crisis|shootings?|explosions?|riots?|coup)"
    r"\s(?:of|on|in)\s(?:the\s)?$"
)
"""Before the day of something that only says since when: "for the first time since the fire of 3 May"."""
_ITS_END = re.compile(
    r"(?:^|[.;,]\s|\s)(?:end(?:s|ing|ed)?|end\sdate|completion|completion\sdate|closing(?:\sdate)?|expiry|expires)\s?:\s$"
)
"""Before the end of what a box tells of a project: "Closing date: 31 May 2021"."""
_OF_ITS_TIME = re.compile(
    r"\b(?:files|cases|seizures|results|figures|data|statistics|accounts|harvests?|achievements|lessons)\s(?:of|for|from)\s(?:the\s)?$"
)
"""Before the year that says from which time something is: "reviewed eleven files of the last year"."""
_SO_MANY_UNTIL = re.compile(r"\d[\d,.]*\s(?:[a-z-]+\s){1,3}(?:up to|until|till)\s(?:the\s)?$")
"""What came together up to a time: "took 2,300 calls up to June"."""
_ALL_ALONG = re.compile(
    r"\b(?:has|have)\s(?:\w+ly\s|also\s|always\s)?(?:advocated|called|pushed|pressed|campaigned|lobbied|argued|urged|sought|tried"
    r"|waited|hoped|warned|insisted|fought|been\s(?:advocating|calling|pushing|asking|waiting|trying|fighting|working))\b[^.;:]{0,80}\s$"
)
"""What somebody has done all along since a time: "has advocated such a law since 2014"."""


_OVER_REACH = 24
_OVER = re.compile(
    r"\b(?:over|during|throughout|within|across|for)\s(?:the\s|these\s)?(?:past|last|previous|preceding)\s(?:(?:few|two|three"
    r"|\d+)\s)?"
    r"(?:years?|months|quarters?|weeks)$"
)
_COUNTED = re.compile(
    r"\b(?:delivered|counted|received|registered|handled|issued|served|reached|examined|processed|answered|recorded|treated"
    r"|assisted|convicted|sentenced|prosecuted"
    r"|consulted|welcomed|exchanged|train(?:ed|ing)|saw|had|provided|supported|visited|checked|inspected|searched|screened|recovered|organi[sz]ed"
    r"|conducted)\s"
    r"(?:(?:about|some|over|more than|nearly|almost|around|another)\s)?(?:[A-Z]{3}\s|[$€£])?(?!(?:19|20)\d\d\b)\d[\d,.]*\d\b"
)
_SUM_REACH = 40
_SUM_BEHIND = re.compile(
    r"(?:,| alone,?)?\s(?:(?:about|some|over|more than|nearly|almost|around)\s)?"
    r"(?:\d[\d,.]*\d\s[a-z]{3,}|\d[\d,.]*\d{2}\s[A-ZÀ-Þ][a-z]{3,})"
)
_SUM_BEFORE = re.compile(
    r"\d\s?(?:tonnes|tons|kg|kilograms?|kilos?|litres|hectares|%|per cent|cases|people|persons)(?:\sof\s[\w-]+)?"
    r"\s(?:in|for|during)\s(?:the year\s)?$"
    r"|\d,\d{3}\s(?:[a-z-]+\s)?[a-z]{3,}s\s(?:(?:was|were|have been|had been)\s\w{3,}ed\s)?(?:in|during)\s(?:the year\s)?$"
)
