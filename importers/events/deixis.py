"""What a story says from the day that it was written on: "today (28th)", "yesterday", "on Friday", "last week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.models import Span
from db.when import When
from importers.sentences import Sentence

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_POINTING = re.compile(
    r"\b(?:"
    r"(?P<day>the day before yesterday|yesterday|today|tonight|last night|tomorrow|this (?:morning|afternoon|evening))\b(?!['’]s\b)"
    r"(?:\s*\(\s*(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s*\))?"
    r"|(?:(?P<which>last|past|this|on|next|coming)|held|took place)\s(?P<weekday>" + "|".join(_WEEKDAYS) + r")\b(?!,?\s+\d)"
    r"|(?P<year>later (?:this|in the) year)\b"
    r"|(?<!the )(?P<week>last|past|this|next|coming) week\b(?!\s(?:of|in)\b))"
)
_ASIDE = re.compile(
    r"\b(?:who|which|that)\b(?!\s(?:came\sto|ended|closed|concluded|finished|took\splace|began|started"
    r"|was\s(?:\w+ly\s)?(?:held|opened|closed))\b)[^,;:]*$"
)
"""What is told in an aside was at a time of its own: "the chief who took office last Monday opened a hall"; but what was
done today is what is reported: "grew, says a report which was released today", and so is what was held: "which ended yesterday"."""
_SIGNS = frozenset(
    ("today", "yesterday", "tonight", "night", "tomorrow", "morning", "afternoon", "evening", "week", "year", *_WEEKDAYS)
)
"""A word of each form."""
_DAYS = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
_WEEKS = {"last": -1, "past": -1, "next": 1, "coming": 1}


def pointed(said: Sentence, written: date, *, ahead: bool) -> tuple[Span, When] | None:
    """The first time that a sentence written on that day points to, and where in the sentence.

    A weekday is the day of writing or the last one before it; the next one where the sentence speaks of what is to come (`ahead`).
    A week goes from Monday to Sunday. "Today's world" points to no day.
    """
    if said.words.isdisjoint(_SIGNS):
        return None
    found = _POINTING.search(said.lower)
    if found is None or (found["day"] != "today" and _ASIDE.search(said.lower, 0, found.start())):
        return None
    if found["day"]:
        when = When.of(written + timedelta(days=_DAYS.get(found["day"], 0)))
    elif found["year"]:
        when = When(f"{written.year:04d}")
    elif found["week"]:
        monday = written + timedelta(weeks=_WEEKS.get(found["week"], 0), days=-written.weekday())
        when = When.of(monday, monday + timedelta(days=6))
    else:
        when = When.of(_nearest(written, _WEEKDAYS.index(found["weekday"]), found["which"] or "", ahead=ahead))
    return found.span(), when


def _nearest(written: date, weekday: int, which: str, *, ahead: bool) -> date:
    if ahead or which in ("next", "coming"):
        return written + timedelta(days=(weekday - written.weekday() - 1) % 7 + 1)
    days = (written.weekday() - weekday) % 7
    return written - timedelta(days=7 if days == 0 and which in ("last", "past") else days)
