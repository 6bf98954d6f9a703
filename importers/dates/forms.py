"""What each form of date means: from the tokens that a rule of the grammar matched to expressions.

A builder takes the cut window and the match over its token classes; it gives no expression where the form makes no sense after all.
"""

from __future__ import annotations

import re
from calendar import monthrange

from importers.dates.values import LAST_DAY, Expression, Form, Lean, Point, Unit
from importers.dates.words import Tokens, short_year

# Points -----------------------------------------------------------------------------------------------------------------------

LEAN: dict[str, Lean] = {"p": "last", "r": "previous", "c": "this", "n": "next", "f": "following", "s": "same"}
_BEFORE_YEAR = ("M-", "M/", "M.")
UNIT: dict[str, Unit] = {"E": "year", "K": "month", "R": "quarter", "V": "decade", "C": "century", "L": "week", "J": "day"}


def point_of(tokens: Tokens, start: int, end: int) -> Point:
    """What tokens `start` to `end` say; each class stands at most once in a point."""
    year = part = day = number = weekday = None
    lean: Lean = ""
    unit: Unit = ""
    for index in range(start, end):
        kind, value = tokens.kinds[index], tokens.number(index)
        # "winter 1998/99": the second number is the year that the season ends in
        if kind in "Yy":
            year = value if year is None else year
        elif kind == "u" or (kind == "D" and number is not None and tokens.kinds[index - 2 : index] in _BEFORE_YEAR):
            year = short_year(value) if year is None else year
        elif kind in "DOW":
            number = value
        elif kind == "A":
            weekday = value
        elif kind in "MS":
            part = value
        elif kind in "QH":
            part = value + (32 if kind == "Q" else 39)
        elif kind == "R":
            part, number = (32 + (4 if number is None else number)), None
        elif kind == "X":
            part, number = (39 + (2 if number is None and _late(tokens, start, index) else number or 1)), None
        elif kind in LEAN:
            lean = LEAN[kind]
        elif kind == "E":
            unit = "year"
        elif kind in "KL":
            unit = UNIT[kind]
    day = None if part is not None and 12 < part < 32 else number
    if unit == "year" and not lean and year is None:
        lean = "the"
    if lean and not unit:
        unit = "part"
    if year is not None:
        lean = unit = ""
    if not lean:
        unit = ""
    return Point(year, part, day, lean, unit, weekday=weekday)


def _late(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.kinds[index] == "p" or tokens.name(index) == "late" for index in range(start, end))


def _form(point: Point) -> Form:
    if point.day is not None:
        return "day"
    if point.part is None:
        return "year"
    return "month" if point.part <= 12 else "season" if point.part <= 24 else "quarter" if point.part <= 36 else "half"


def _qualifier(tokens: Tokens, start: int, end: int) -> str:
    for index in range(start, end):
        if tokens.kinds[index] == "q":
            return tokens.name(index)
        if tokens.kinds[index] == "l" and index < end - 1:
            return "late" if tokens.name(index) == "later" else "early"
    return ""


def written(tokens: Tokens, start: int, end: int, left: Point, right: Point | None = None, form: Form | None = None) -> Expression:
    """The expression that tokens `start` to `end` print, from one point or two."""
    first, last = tokens.starts[start], tokens.ends[end - 1]
    return Expression(
        first,
        last,
        tokens.text[first:last],
        form or ("range" if right is not None else _form(left)),
        left,
        right,
        _qualifier(tokens, start, end),
    )


def single(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """One date: "13 April 2016", "May", "the third quarter of 2016"."""
    start, end = found.span()
    skip = found.end("skip") if "skip" in found.re.groupindex and found["skip"] else start
    return [written(tokens, start, end, point_of(tokens, skip, end))]


_RESPECTIVELY = 60
"""How far behind a list of days the word stands that gives each of them to something else, in characters."""


def part_of_month(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the second week of July", "the first half of March 2015", "the first day of May", "the last two days of it"."""
    start, end = found.span()
    skip = found.end("skip")
    point = point_of(tokens, skip, end)
    if point.part is None or point.part > _MONTHS or point.day is not None or point.lean:
        return single(tokens, found)
    unit, head = tokens.kinds[skip - 2], range(start, skip)
    last = any(tokens.kinds[index] == "p" or tokens.name(index) == "late" for index in head)
    number = next((tokens.number(index) for index in head if tokens.kinds[index] in "OWD"), 0)
    if tokens.word(skip - 2) == "day" and (last or number):
        return [written(tokens, start, end, point._replace(day=LAST_DAY if last else number), form="day")]
    if unit == "U" and (last or number):
        return [written(tokens, start, end, point._replace(weekday=_SATURDAY, nth=-1 if last else number, span=2), form="day")]
    count = next((tokens.number(index) for index in head if tokens.kinds[index] == "w"), 0)
    length = monthrange(point.year or _PLAIN_YEAR, point.part)[1]
    days = _days_counted(unit, count, length, last=last) if count else _days_of_part(unit, number, last=last)
    if days is None:
        return single(tokens, found)
    return [written(tokens, start, end, point._replace(day=days[0]), point._replace(day=days[1]))]


_MONTHS, _SATURDAY, _PLAIN_YEAR = 12, 5, 2001


def _days_counted(unit: str, count: int, length: int, *, last: bool) -> tuple[int, int] | None:
    """The first or last so many days or weeks of a month of that length."""
    days = count * {"J": 1, "L": 7}.get(unit, length)
    return None if days >= length else (length - days + 1, LAST_DAY) if last else (1, days)


def _days_of_part(unit: str, number: int, *, last: bool) -> tuple[int, int] | None:
    """The first and last day of a half, a week or a third of a month, the `number`-th or the last."""
    if unit == "X":
        return (16, LAST_DAY) if last or number == 2 else (1, 15) if number == 1 else None
    if unit == "V":
        return (21, LAST_DAY) if last or number == 3 else (10 * number - 9, 10 * number) if 1 <= number <= 2 else None
    if unit == "L":
        return (25, LAST_DAY) if last else (7 * number - 6, 7 * number) if 1 <= number <= 4 else None
    return None


# Ranges and lists -------------------------------------------------------------------------------------------------------------


def span(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """Two ends: "18 to 21 June", "October-November 2010", "between 2010 and 2015"."""
    start, end = found.span()
    left, right = point_of(tokens, *found.span("l")), point_of(tokens, *found.span("r"))
    if (
        "&" in found["sep"]
        and "b" not in tokens.kinds[max(0, start - 2) : start]
        and not (tokens.word(start - 1) == "from" and left.part is None and right.part is not None)
        and not _next_days(left, right)
        and (
            not _next_months(left, right)
            or tokens.kinds[max(0, start - 2) : start] == "M,"
            or "respectively" in tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + _RESPECTIVELY]
        )
    ):
        return _pair(tokens, found, left, right)
    if found["sep"] == "/" and left.part is None and left.year is None and not _next_days(left, right):
        return []
    if _bare_years(left) and _bare_years(right) and (right.year or 0) <= (left.year or 0):
        return []
    if left.part is not None and left.year is None and right.part is None and right.day is None and not right.lean:
        return []  # "Dec-2018" is one date, and so is "2024-August"
    if left.part is None and left.day is None and right.year is None and right.part is not None and not right.lean:
        return []
    return [written(tokens, start, end, left, right)]


def _next_days(left: Point, right: Point) -> bool:
    return right.day is not None and left.day is not None and left.part is None and right.day - left.day == 1


def _next_months(left: Point, right: Point) -> bool:
    """Whether one thing took two months: "spent March and April there"."""
    bare = left.day is None and right.day is None and left.year is None and left.part is not None and right.part is not None
    return bare and not left.lean and (right.part or 0) - (left.part or 0) == 1


def _bare_years(point: Point) -> bool:
    return point.part is None and point.day is None and not point.lean


def _pair(tokens: Tokens, found: re.Match[str], left: Point, right: Point) -> list[Expression]:
    """ "5 and 12 May": two dates that share a month; anything else with "and" is read one by one."""
    if left.part is not None or left.year is not None or left.day is None or right.part is None:
        return []
    first = left._replace(part=right.part, year=right.year, lean=right.lean, unit=right.unit)
    return [written(tokens, *found.span("l"), first), written(tokens, *found.span("r"), right)]


def list_of_days(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "10, 12 and 15 May 2016" and "May 10, 12 and 15": a date for each day; the outer ones take what stands outside."""
    start, end = found.span()
    whole = point_of(tokens, start, end)
    days = [index for index in range(start, end) if tokens.kinds[index] in "DO"]
    first, last = tokens.number(days[0]), tokens.number(days[-1])
    apart = "respectively" in tokens.text[tokens.ends[end - 1] : tokens.ends[end - 1] + _RESPECTIVELY]
    if not apart and len(days) > 2 and [tokens.number(index) for index in days] == list(range(first, last + 1)):
        # "18, 19 and 20 May": one thing that took three days
        return [written(tokens, start, end, whole._replace(day=first), whole._replace(day=last))]
    cuts = []
    for index in days:
        first = start if index == days[0] else index
        last = end if index == days[-1] else index + 1
        cuts.append(written(tokens, first, last, whole._replace(day=tokens.number(index))))
    return cuts


def span_and_day(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "16 to 19, and 23 March 2021": one event with a pause."""
    start, end = found.span()
    whole = point_of(tokens, start, end)
    first, _, last = (tokens.number(index) for index in range(start, end) if tokens.kinds[index] in "DO")
    return [written(tokens, start, end, whole._replace(day=first), whole._replace(day=last))] if first < last else []


def spans(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "3-4 and 6-7 May 2016", "5-9, 12-16 and 19-23 August"."""
    start, end = found.span()
    whole = point_of(tokens, start, end)
    days = [index for index in range(start, end) if tokens.kinds[index] in "DO"]
    pairs = list(zip(days[::2], days[1::2], strict=True))
    return [
        written(
            tokens,
            start if first == days[0] else first,
            end if last == days[-1] else last + 1,
            whole._replace(day=tokens.number(first)),
            whole._replace(day=tokens.number(last)),
        )
        for first, last in pairs
        if tokens.number(first) < tokens.number(last)
    ]


def inner_range(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "November between 19 and 20"."""
    start, end = found.span()
    whole = point_of(tokens, start, end)
    days = [whole._replace(day=tokens.number(index)) for index in range(start, end) if tokens.kinds[index] in "DO"]
    return [written(tokens, start, end, days[0], days[1])]


def glued_months(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "OctoberNovember 2010"."""
    start, end = found.span()
    first, second = tokens.numbers(start)
    tail = point_of(tokens, start + 1, end)
    return [written(tokens, start, end, tail._replace(part=first), tail._replace(part=second))]


def glued_years(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "20102011"."""
    first, second = tokens.numbers(found.start())
    if not 0 < second - first <= 10:
        return []
    return [written(tokens, *found.span(), Point(year=first), Point(year=second))]


def right_day(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "April 9th through 17th, 2016": the second day has the month of the first."""
    left, right = point_of(tokens, *found.span("l")), point_of(tokens, *found.span("r"))
    if right.day is None or left.day is None:
        return []
    apart = "&" in found["sep"] and right.day - left.day != 1 and "b" not in tokens.kinds[max(0, found.start() - 1) : found.start()]
    if right.day <= left.day and right.year is None:
        return []
    right = right._replace(part=left.part, year=right.year or left.year)
    left = left if left.year is not None or left.lean else left._replace(year=right.year)
    if apart:
        return [written(tokens, *found.span("l"), left), written(tokens, *found.span("r"), right)]
    return [written(tokens, *found.span(), left, right)]
