"""The period that a newsletter issue covers: from its file name, its masthead, or by vote over the dates in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice

from db.when import QUARTERS, Precision, When, months
from importers.datelines import day_of_writing
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.values import Context, Expression
from importers.mastheads import PRINTED_YEAR, Printed, covered, numbered, printed_quarter, title_year, year_beside, years_covered

_NAME = re.compile(
    r"(?<![a-z0-9])(?P<first>(?:19|20)\d\d)[-_ –]{1,3}(?P<last>(?:19|20)\d\d)(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<year>(?:19|20)\d\d)[-_ .]?(?:q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2]))?(?![a-z0-9])"
    r"|(?<![a-z0-9])q(?P<quarter2>[1-4])[-_ .]?(?P<year2>(?:19|20)\d\d)(?![a-z0-9])",
    re.IGNORECASE,
)
_PERIODS = frozenset({"month", "quarter", "half", "season", "range"})
_HEADING = 200
"""A longer heading is not only a period."""
_VOTERS = 2_000
"""Dates of a text that are asked for its period; a newsletter has some hundred."""
_MOST_OF = 0.7
"""The share of the dates that a quarter has where the newsletter of a year is the newsletter of that quarter."""
_SENTENCE = 8
"""Words from which a line of a masthead that ends in a full stop is a sentence."""
_LATE = 100
"""Days after its quarter in which a newsletter may be published."""
_HEAD = 3
"""Lines of a masthead that are its heading; those below are its imprint."""
_LEAP, _MONTHS, _FIRST_YEAR = 2000, 12, 1900
_FEW, _MANY = 3, 8
_YEAR_DAYS = 366
_LISTED = re.compile(r"[\s,/&|–-]*(?:and\s+)?")
_SOON_AFTER = 3
_TOLD = frozenset({"", "statistics-period", "since", "by"})
"""What dates are of that lie in the past; the year of an act says nothing of when it is told."""
_BOUNDS = frozenset({(1, 1), (12, 31)})
"""The days on which terms begin and end: they are told long before, or long after."""
_CLEAR = 0.25
"""The latest year that has so large a share of the votes of the first is the year of the issue."""


def period_of(text: str, dates: Sequence[Expression]) -> tuple[Expression, ...]:
    """The `dates` of a heading that is nothing but a period ("OCTOBER", "April - June 2016"), else none."""
    if not dates or len(text) >= _HEADING:
        return ()
    found = tuple(expression for expression in dates if not expression.relative)
    rest = text
    for expression in reversed(found):
        rest = rest[: expression.start] + rest[expression.end :]
    said = sum(map(str.isalpha, rest))
    return found if found and said <= 3 and all(expression.form in _PERIODS for expression in found) else ()


def issue_period(name: str, top: Sequence[Printed], found: Iterable[Expression], today: date) -> tuple[When | None, str]:
    """The period and how it was found: `file name`, `heading`, `imprint` or `dates in the text`; `(None, "")` where nothing tells.

    `top` are the lines of the masthead, `found` the date expressions of the whole text, read only where the masthead tells little.
    """

    @cache
    def dates() -> tuple[Expression, ...]:
        return tuple(islice(found, _VOTERS))

    titled, of_title = title_year(top, today)
    in_words = any(_is_in_words(line) for line in top if len(line.text) < _HEADING)
    for place, printed in enumerate(top):
        if printed.text.endswith(".") and len(printed.text.split()) >= _SENTENCE:
            # a story that begins at once, and when it happened
            continue
        line = printed.bare
        if (years := years_covered(printed, today)) is not None:
            return years, "heading" if place < _HEAD else "imprint"
        # "3/2018" beside a period in words is the number of the issue: "Newsletter 3/2018, July - September 2018"
        said = [one for one in printed.dates if not (in_words and _is_figures(line[one.start : one.end]))]
        dated = any(one.form in _PERIODS and one.year_known for one in said)
        if not dated and (quarter := printed_quarter(line, today)) is not None:
            return quarter, "heading" if place < _HEAD else "imprint"
        row = period_of(line, said) or _row(line, said)
        if len(row) > 1 and (when := _in_a_row(line, row, dates, today)) is not None:
            return when, "heading" if place < _HEAD else "imprint"
        for expression in said:
            if expression.form not in _PERIODS or expression.relative or expression.role:
                continue
            if of_title is not None and not expression.year_known and place > titled + 1:
                # the first month of a round-up, below its first country
                continue
            if expression.form == "range" and not expression.year_known and expression.left.day is not None:
                continue
            # a heading without its year can be nothing but a period too
            before = _right_before(line, expression, said)
            if (
                expression.year_known
                or before
                or period_of(line, said)
                or period_of(bare := PRINTED_YEAR.sub("    ", line), scan(bare))
            ):
                year = None if expression.year_known else before or year_beside(line, today) or _year_of(expression, dates(), today)
                when = _with_year(expression, year, today) if expression.year_known or year is not None else None
                if when is not None:
                    return when, "heading" if place < _HEAD else "imprint"
    quarter, year = numbered(top, today)
    if quarter is not None:
        return quarter, "heading"
    for place, printed in enumerate(top):
        if (when := covered(printed, today) or _published(printed.text, dates, today)) is not None:
            return when, "heading" if place < _HEAD else "imprint"
    if named := _NAME.search(name.rsplit(".", 1)[0]):
        when = _named(named)
        if when.precision is Precision.YEAR and when.start is not None and len(dates()) >= _MANY:
            when = _busiest(dates(), when.start.year, _MOST_OF)
        return (_numbered_quarter(when, dates()) or when), "file name"
    if (of_title := year or of_title) is not None:
        return _busiest(dates(), of_title, _MOST_OF), "heading"
    year = _year(dates(), today, *_usual_months(dates()))
    return (None, "") if year is None else (_busiest(dates(), year), "dates in the text")


def _is_figures(printed: str) -> bool:
    return not any(map(str.isalpha, printed))


def _is_in_words(line: Printed) -> bool:
    """Whether a line of the masthead says a period with its year in words: "July - September 2018"."""
    return any(
        one.form in _PERIODS and one.year_known and not one.role and not _is_figures(line.text[one.start : one.end])
        for one in line.dates
    )


def _right_before(line: str, period: Expression, said: Sequence[Expression]) -> int | None:
    """The year that stands right before some months, or a quarter, in brackets or behind a mark: "2022 (April to June)"."""
    if period.form == "month":
        return None
    return next((one.left.year for one in said if one.form == "year" and _OPENS.fullmatch(line, one.end, period.start)), None)


_OPENS = re.compile(r"\s?[(,:;|–—-]\s?")


def _row(line: str, said: Sequence[Expression]) -> tuple[Expression, ...]:
    """The first months of a line that are listed one after the other, up to their year."""
    row: list[Expression] = []
    for one in said:
        if one.form in _PERIODS and not one.relative and (not row or _LISTED.fullmatch(line, row[-1].end, one.start)):
            row.append(one)
        elif len(row) > 1:
            break
        else:
            row = []
    return tuple(row) if row and row[-1].year_known else ()


def _in_a_row(line: str, row: Sequence[Expression], dates: Callable[[], Sequence[Expression]], today: date) -> When | None:
    """The time from the first to the last of the months in a line: "January, February, March 2019"."""
    year = None if all(one.year_known for one in row) else year_beside(line, today) or _year_of(row[-1], dates(), today)
    times = [_with_year(one, year, today) for one in row] if year is not None or row[0].year_known else []
    bounds = [day for when in times if when is not None for day in (when.start, when.end) if day is not None]
    if len(bounds) < 2 * len(row) or (max(bounds) - min(bounds)).days > _YEAR_DAYS:
        return None
    return When.of(min(bounds), max(bounds))


def _published(line: str, dates: Callable[[], Sequence[Expression]], today: date) -> When | None:
    """The month of the day in a masthead, or the quarter up to it that most of the text is about."""
    day = day_of_writing(line, today)
    if day is None or day.start is None:
        return None
    first, last = _usual_months(dates())
    quarter = When(f"{day.start.year - (last > day.start.month):04d}-{32 + last // 3}")
    if first + 2 != last or quarter.start is None or quarter.end is None:
        return When(f"{day.start:%Y-%m}")
    return quarter if quarter.start < day.start <= quarter.end + timedelta(_LATE) else When(f"{day.start:%Y-%m}")


def _year_of(period: Expression, found: Sequence[Expression], today: date) -> int | None:
    """The year of a period that a masthead prints without it, that of its beginning."""
    when = _with_year(period, _LEAP, today)
    if when is None or when.start is None or when.end is None:
        return _year(found, today)
    year = _year(found, today, when.start.month, when.end.month)
    return year - (when.end.year - when.start.year) if year is not None else None


def _usual_months(found: Sequence[Expression]) -> tuple[int, int]:
    """The first and last month of the quarter in which most dates without a year lie; the whole year where there are few."""
    votes = Counter(
        (month - 1) // 3
        for one in found
        if one.left.year is None and not one.future and (month := one.left.part) is not None and month <= _MONTHS
    )
    quarter, count = max(votes.items(), key=lambda vote: vote[1], default=(0, 0))
    return (3 * quarter + 1, 3 * quarter + 3) if count >= _FEW and count > votes.total() / 2 else (1, _MONTHS)


def _named(found: re.Match[str]) -> When:
    if found["first"]:
        years = sorted((found["first"], found["last"]))
        return When(years[0] if years[0] == years[1] else "/".join(years))
    year = found["year"] or found["year2"]
    quarter = found["quarter"] or found["quarter2"]
    if quarter:
        return When(f"{year}-{32 + int(quarter)}")
    return When(f"{year}-{found['month']}" if found["month"] else year)


def _numbered_quarter(month: When, found: Sequence[Expression]) -> When | None:
    """The quarter whose number a file's name gives as if it were a month: "2016_02" where most dates are of April to June."""
    if month.precision is not Precision.MONTH or month.start is None or month.start.month > len(QUARTERS):
        return None
    number, years = month.start.month, (month.start.year, None)
    parts = [one.left.part or 0 for one in found if one.left.year in years and not one.future]
    told = [part for part in parts if 0 < part <= _MONTHS]
    own = sum(3 * number - 2 <= part <= 3 * number for part in told)
    if len(told) < _MANY or own < _MOST_OF * len(told) or told.count(number) > _MOST_OF * own:
        return None
    return When(f"{month.start.year:04d}-{32 + number}")


def _with_year(expression: Expression, year: int | None, today: date) -> When | None:
    reference = today if expression.year_known or year is None else date(year, 12, 31)
    resolved = resolve(expression, Context(reference=reference))
    if resolved is None or resolved.when.start is None or resolved.when.end is None:
        return None
    if resolved.when.precision is Precision.DAY:
        return None
    return (
        When.of(resolved.when.start, resolved.when.end) if "/" in resolved.when.edtf else When(resolved.when.edtf.replace("~", ""))
    )


def _year(found: Sequence[Expression], today: date, first: int = 1, last: int = 12) -> int | None:
    """The year of an issue whose period goes from month `first` to month `last`, as far as that is known.

    A text prints the years that are not the issue's own, so each date of the past asks for the first year in which it is past at
    the period's end, and each to come for the last in which it is not; dates within the period's months, and those to the day,
    count more. The latest year that many ask for is it.
    """
    votes: Counter[int] = Counter()
    for expression in found:
        point = expression.right if expression.right is not None and expression.right.year is not None else expression.left
        if point.year is None or point.part is None or point.part > _MONTHS or expression.role not in _TOLD:
            continue
        if (point.part, point.day) in _BOUNDS:
            continue
        near = first <= point.part <= last or (last < first and not last < point.part < first)
        if expression.future or expression.role == "by":
            asked, weight = point.year - (expression.future and point.part <= last), 1
        else:
            asked, weight = point.year + (point.part > last), (2 if point.day is not None else 1) * (2 if near else 1)
        if not expression.relative and _FIRST_YEAR < asked <= today.year:
            votes[asked] += weight
    if not votes:
        votes = _bare_years(found, today)
    for expression in found:
        for year in range(max(votes, default=0), min(max(votes, default=-1) + 1, today.year) + 1):
            if _falls_so(expression, year):
                votes[year + ((expression.left.part or 0) > last)] += 2
    most = max(votes.values(), default=0)
    return max((min(year, today.year) for year, count in votes.items() if count >= _CLEAR * most), default=None)


def _bare_years(found: Sequence[Expression], today: date) -> Counter[int]:
    """The latest year that is told alone; that of a report's title, where it is not much later, goes before it."""
    told, titled = (
        {one.left.year for one in found if one.left.year is not None and not one.relative and not one.future and one.role in roles}
        for roles in (_TOLD, ("title-year",))
    )
    latest = max((year for year in told if _FIRST_YEAR < year <= today.year), default=0)
    years = {latest, *(year for year in titled if year <= today.year and (not latest or latest < year <= latest + _SOON_AFTER))}
    return Counter({max(years): 1} if max(years) else {})


def _falls_so(expression: Expression, year: int) -> bool:
    """Whether a day without a year falls on the weekday that is printed beside it in that year."""
    point = expression.left
    if point.weekday is None or point.year is not None or point.day is None or point.part is None or point.nth:
        return False
    try:
        return date(year, point.part, point.day).weekday() == point.weekday
    except ValueError:
        return False


def _busiest(found: Sequence[Expression], year: int, share: float = 0.0) -> When:
    """The quarter of the year with the most dates; of equals, the later. The year where that is less than `share` of them."""
    votes: Counter[int] = Counter()
    for expression in found:
        month = expression.left.part
        if expression.left.year in (year, None) and month is not None and 1 <= month <= 12 and not expression.future:
            votes[(month - 1) // 3 + 1] += 2 if expression.left.year else 1
    if not votes:
        return When(f"{year:04d}")
    quarter = max(votes, key=lambda number: (votes[number], number))
    return When(f"{year:04d}-{32 + quarter}" if votes[quarter] >= share * votes.total() else f"{year:04d}")


def last_day(issue: When | None, today: date) -> date:
    """The day from which an issue looks back: the last of its period."""
    if issue is None or issue.end is None:
        return today
    return min(issue.end, months(today.year + 1, 12)[1])
