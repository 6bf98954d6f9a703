"""What relative forms of date mean: words that point from another date, such as "last year" and "a month later".

Builders as in `forms`, which reads the forms that name a date themselves.
"""

from __future__ import annotations

import re

from importers.dates.forms import LEAN, UNIT, single, written
from importers.dates.values import Expression, Lean, Point
from importers.dates.words import Tokens


def relative(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "last year", "the following month", "this decade", "the end of the year"."""
    start, end = found.span()
    lean: Lean = next((LEAN[kind] for kind in found[0] if kind in LEAN), "the")
    unit = UNIT[found[0][-1]]
    # "the next day" and "the very next year" go on from the date before, "next month" from today
    lean = "following" if lean == "next" and (unit == "day" or "v" in found[0]) else lean
    if lean == "same" and tokens.word(end - 1) == "days":
        # as many as were told, of which this tells nothing
        return []
    return [written(tokens, start, end, Point(lean=lean, unit=unit), form="relative")]


def joined(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "lastmonth"."""
    kinds = tokens.name(found.start())
    return [written(tokens, *found.span(), Point(lean=LEAN[kinds[0]], unit=UNIT[kinds[1]]), form="relative")]


def hyphened(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "by year-end", "the year-earlier quarter", "a month-ago"."""
    start, end = found.span()
    unit, adverb = UNIT[tokens.kinds[end - 3]], tokens.name(end - 1)
    lean = _HYPHENED.get(adverb)
    return [written(tokens, start, end, Point(lean=lean, unit=unit), form="relative")] if lean else []


_HYPHENED: dict[str, Lean] = {"late": "the", "ago": "ago", "earlier": "ago"}


def week_before(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the week before", "the week prior"."""
    return [written(tokens, *found.span(), Point(lean="previous", unit="week"), form="relative")]


def week_of(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the week of 13 January": the seven days from then on; "the week of January 13-17" says itself which."""
    if _GOES_ON.match(tokens.kinds, found.end()):
        return []
    last = found.end("skip") - 1
    if tokens.kinds[last] != "o" and tokens.word(last) not in ("beginning", "starting", "commencing"):
        return []
    span = 7 if tokens.word(last - 1) == "week" else 1
    return [day._replace(left=day.left._replace(span=span)) for day in single(tokens, found)]


_GOES_ON = re.compile("[->&][DOM]")
"""How days go on to others, in tokens."""


def same_week(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the same week", where no other is told behind it: "the same week as the fair"."""
    told = tokens.word(found.end()) in ("as", "that", "when") or tokens.word(found.end() - 1) != "week"
    return [] if told else [written(tokens, *found.span(), Point(lean="same", unit="week"), form="relative")]


def year_before(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the year before", "the month before"."""
    return [written(tokens, *found.span(), Point(lean="previous", unit=UNIT[found[0][1]]), form="relative")]


def counted(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "two years ago", "a month later"; decades and centuries count as years."""
    start, end = found.span()
    unit, count = UNIT[found["u"]], tokens.number(found.start("n")) or 1
    if unit in _LONG:
        unit, count = "year", count * _LONG[unit]
    return [written(tokens, start, end, Point(lean=_COUNTED[tokens.name(end - 1)], unit=unit, units=count), form="relative")]


_COUNTED: dict[str, Lean] = {"ago": "ago", "hence": "hence", "later": "later", "earlier": "earlier"}


def before(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "two days before", from what was told last; the event that may follow is that, unless it has a name: "before Christmas"."""
    end = found.end()
    if end < len(tokens.starts) and tokens.text[tokens.starts[end]].isupper():
        return []
    point = Point(lean="earlier", unit=UNIT[found["u"]], units=tokens.number(found.start("n")) or 1)
    return [written(tokens, *found.span(), point, form="relative")]


def day_before(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the day before", where nothing follows that it would be before: "signed the day before in Osh"."""
    if tokens.word(found.end()) not in _FOLLOWS:
        return []
    return [written(tokens, *found.span(), Point(lean="earlier", unit="day", units=1), form="relative")]


def after(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "a month after", "two days after", "the week after", where nothing follows that it would be after."""
    start, end = found.span()
    if tokens.word(end - 1) not in ("after", "afterwards") or tokens.word(end) not in _FOLLOWS:
        return []
    count = (tokens.number(start) or 1) if "n" in found.groupdict() and found["n"] else 1
    return [written(tokens, start, end, Point(lean="later", unit=UNIT[found["u"]], units=count), form="relative")]


_FOLLOWS = frozenset(("", ".", ",", ";", ")", "in", "at", "by", "with"))
"""What may stand behind a time that is counted from what was told last."""
_LONG = {"decade": 10, "century": 100}


def stretch(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the past two years"."""
    start, end = found.span()
    count = tokens.number(found.start("n"))
    unit = UNIT[found["u"]]
    return [written(tokens, start, end, Point(lean=LEAN[found["r"]], unit=unit, span=count), form="period")] if count > 1 else []


def day_in_brackets(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "on Tuesday (7/7)", "have opened (2/10)", "the fair (3-7/11)": several, or one that such words say is no fraction."""
    start, end = found.span()
    *first, day = (tokens.number(place) for place in range(start, end - 1, 2))
    month, before = tokens.number(end - 1), tokens.word(start - 2)
    of_a_day = tokens.kinds[start - 2 : start - 1] == "A" or before in _BEFORE_A_DAY
    rising = not first or first[0] < day
    if tokens.kinds[start - 1 : start] != "(" or month > _MONTHS or not (first or of_a_day) or not rising:
        return []
    last = Point(part=month, day=day)
    if first:
        return [written(tokens, start, end, last._replace(day=first[0]), last)]
    return [written(tokens, start, end, last, form="day")]


_DAY_TOLD = (
    "today yesterday tomorrow opened launched signed inaugurated adopted closed ended started held handed over met training course"
    " workshop seminar meeting conference fair ceremony session forum festival congress summit visit convened hosted"
)
_BEFORE_A_DAY = frozenset(_DAY_TOLD.split())
_MONTHS = 12
