"""What dates mean that are written in numbers: "2016-04-13", "14-16.05.2016", "the 1990s", "the first nine months of 2012".

Builders as in `forms`, which reads the forms that name a month.
"""

from __future__ import annotations

import re

from importers.dates.forms import point_of, written
from importers.dates.values import Expression, Point
from importers.dates.words import Tokens, short_year


def iso(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "2016-04-13"."""
    year, month, day = tokens.numbers(found.start())
    return [written(tokens, *found.span(), Point(year, month, day))]


def numeric_point(numbers: tuple[int, ...], *, month_first: bool) -> Point | None:
    """A date of three numbers with the year last; None where no order of day and month makes sense."""
    first, second, year = numbers
    year = year if year > 99 else short_year(year)
    if first > 12 or second > 12:
        month_first = second > 12
    day, month = (second, first) if month_first else (first, second)
    return Point(year, month, day) if month <= 12 else None


def numeric(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "13/04/2016"."""
    point = numeric_point(tokens.numbers(found.start()), month_first=False)
    return [written(tokens, *found.span(), point)] if point else []


def days_of_numeric(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "14-16.05.2016", "28.04.-3.05.2016"."""
    last = numeric_point(tokens.numbers(found.end() - 1), month_first=False)
    if last is None:
        return []
    day, month = tokens.numbers(found.start()) or (tokens.number(found.start()), last.part)
    first = last._replace(day=day, part=month)
    if month == 12 and last.part == 1 and last.year is not None:
        first = first._replace(year=last.year - 1)
    return [written(tokens, *found.span(), first, last)] if first[:3] < last[:3] else []


def of_an_entry(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "03/07 Osh: a boat was seized", at the beginning of an entry."""
    if not tokens.printed(found.start()).partition("/")[2]:
        return []
    day, month = tokens.numbers(found.start())
    return [written(tokens, *found.span(), Point(part=month, day=day), form="day")]


def year_number(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "1939-45" and "1910-2" are ranges, "2015-12" is a month: the second number tells."""
    start, end = found.span()
    year, number = tokens.number(found.start("y")), tokens.number(end - 1)
    printed, dash = tokens.printed(end - 1), tokens.kinds[found.end("y")] == "-"
    short = len(printed) == 1 and dash  # a month has two digits
    ahead = number - year % 10 if short else (number or 100) - year % 100
    if (short or len(printed) == 2) and ahead > 0 and (number or year % 100 == 99) and (dash or ahead == 1):
        return [written(tokens, start, end, Point(year=year), Point(year=year + ahead))]
    return [written(tokens, start, end, Point(year, number))] if 1 <= number <= 12 and printed.isdigit() else []


def month_number(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "12/2015"."""
    start, end = found.span()
    month, year = tokens.number(start), tokens.number(end - 1)
    return [written(tokens, start, end, Point(year, month))] if month <= 12 else []


def month_ordinal(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the third month of 2021"."""
    start, end = found.span()
    point = point_of(tokens, found.end("n"), end)
    number = tokens.number(found.end("n") - 1)
    return [written(tokens, start, end, point._replace(part=number))] if number <= 12 else []


def first_months(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the first nine months of 2012", "the last four months of 2021"."""
    start, end = found.span()
    count = tokens.number(found.end("n") - 1)
    last = "p" in found["n"]
    if not last and 1 not in [tokens.number(index) for index in range(start, found.end("n"))]:
        return []
    point = point_of(tokens, found.end("n"), end)
    if not 1 < count < 12:
        return []
    return [written(tokens, start, end, point._replace(part=13 - count if last else 1, span=count), form="period")]


_DECADES_FROM = 2000
"""The first century of which "the 2000s" are its first ten years: "the 1800s" are all hundred."""


def decade(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the 1990s", "the late sixties", "the 1800s"."""
    start, end = found.span()
    index = end - 1
    if tokens.printed(index)[0].isalpha() and "t" not in found[0] and "q" not in found[0]:
        return []
    year = tokens.number(index)
    if year % 100 == 0 and year < _DECADES_FROM:
        return [written(tokens, start, end, Point(year=year, span=100), form="century")]
    return [written(tokens, start, end, Point(year=year, span=10), form="decade")]


def century(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the 19th century"."""
    number = next(tokens.number(index) for index in range(*found.span()) if tokens.kinds[index] in "OW")
    point = Point(year=(number - 1) * 100, span=100)
    return [written(tokens, *found.span(), point, form="century")] if 2 <= number <= 21 else []


def centuries(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the 16th and 17th centuries" are two, "the late 18th to the early 20th century" is a range."""
    start, end = found.span()
    first, last = (Point(year=(tokens.number(found.end(name) - 1) - 1) * 100, span=100) for name in "lr")
    if not 100 <= (first.year or 0) < (last.year or 0) <= 2000:
        return []
    if "&" in found["sep"] and "b" not in tokens.kinds[max(0, start - 1) : start]:
        one = written(tokens, *found.span("l"), first, form="century")
        return [one, written(tokens, found.start("r"), end, last, form="century")]
    return [written(tokens, start, end, first, last)]


def nth_weekday(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "the last Thursday of November 1863"."""
    start, end = found.span()
    index = found.end("n")
    nth = -1 if tokens.kinds[index - 1] == "p" else tokens.number(index - 1)
    point = point_of(tokens, index + 2, end)
    if not -1 <= nth <= 4 or point.part is None or point.part > 12 or point.day is not None:
        return []
    return [written(tokens, start, end, point._replace(weekday=tokens.number(index), nth=nth), form="day")]


def numbers_range(tokens: Tokens, found: re.Match[str]) -> list[Expression]:
    """ "2016-04-13 - 2016-04-15"."""
    start, end = found.span()
    if tokens.kinds[start] == "I":
        left, right = (Point(year, month, day) for year, month, day in map(tokens.numbers, (start, end - 1)))
        return [written(tokens, start, end, left, right)]
    ends = [numeric_point(tokens.numbers(index), month_first=False) for index in (start, end - 1)]
    return [written(tokens, start, end, ends[0], ends[1])] if ends[0] and ends[1] else []
