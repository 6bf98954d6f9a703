"""The period that a newsletter issue covers: from its masthead, its file name, or by vote over the dates in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.when import Precision, When, months
from importers.datelines import day_of_writing
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.values import Context, Expression
from importers.issue.filenames import named, year_in_name
from importers.issue.mastheads import (
    PRINTED_YEAR,
    Printed,
    covered,
    numbered,
    printed_quarter,
    title_year,
    year_beside,
    year_printed,
    years_covered,
)
from importers.issue.votes import MOST_OF, Votes

_PERIODS = frozenset({"month", "quarter", "half", "season", "range"})
_HEADING = 200
"""A longer heading is not only a period."""
_HEAD = 3
"""Lines of a masthead that are its heading; those below are its imprint."""
_LEAP = 2000
_YEAR_DAYS = 366
_LISTED = re.compile(r"[\s,/&|–-]*(?:and\s+)?")
_OPENS = re.compile(r"\s?[(,:;|–—-]\s?")


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
    votes = Votes(found, today)
    head = _Masthead(name, top, votes, today)
    for place, line in enumerate(top):
        if not line.is_sentence and (when := head.period(place, line)) is not None:
            return when, _basis(place)
    quarter, year = head.numbered
    if quarter is not None:
        return quarter, "heading"
    for place, line in enumerate(top):
        if (when := covered(line, today) or _published(line.text, votes, today)) is not None:
            return when, _basis(place)
    if (when := named(name, today)) is not None:
        return votes.narrowed(when), "file name"
    if (year := year or head.titled[1] or year_printed(top, 1, today)) is not None:
        return votes.busiest(year, MOST_OF), "heading"
    year = votes.usual_year()
    return (None, "") if year is None else (votes.busiest(year), "dates in the text")


def last_day(issue: When | None, today: date) -> date:
    """The day from which an issue looks back: the last of its period."""
    if issue is None or issue.end is None:
        return today
    return min(issue.end, months(today.year + 1, 12)[1])


@dataclass(frozen=True)
class _Masthead:
    """The lines above the first story, and what else is asked for the year that they leave out."""

    name: str
    """The file's."""
    lines: Sequence[Printed]
    votes: Votes
    today: date

    @cached_property
    def numbered(self) -> tuple[When | None, int | None]:
        """The quarter and the year that the number of the issue gives."""
        return numbered(self.lines, self.today)

    @cached_property
    def titled(self) -> tuple[int, int | None]:
        """The line that names a year, and the year."""
        return title_year(self.lines, self.today)

    @cached_property
    def _has_numbers(self) -> bool:
        """Whether figures that could be a month's are an issue's: "Newsletter 3/2018, July - September 2018"."""
        in_words = any(_is_in_words(line) for line in self.lines if len(line.text) < _HEADING)
        return in_words or self.numbered[0] is not None

    def period(self, place: int, printed: Printed) -> When | None:
        """The period that the line at a place says."""
        if (years := years_covered(printed, self.today)) is not None:
            return years
        line = printed.bare
        in_words = [one for one in printed.dates if not _is_figures(line[one.start : one.end])]
        said = in_words if self._has_numbers else printed.dates
        dated = any(one.form in _PERIODS and one.year_known for one in in_words)
        if not dated and (quarter := printed_quarter(line, self.today)) is not None:
            return quarter
        row = period_of(line, said) or _row(line, said)
        if len(row) > 1 and (when := self._in_a_row(row, line)) is not None:
            return when
        return next((when for one in said if (when := self._alone(place, line, one, said)) is not None), None)

    def _alone(self, place: int, line: str, one: Expression, said: Sequence[Expression]) -> When | None:
        """The period that one expression of a line is."""
        if one.form not in _PERIODS or one.relative or one.role:
            return None
        if one.year_known:
            return _with_year(one, self.today)
        if self.titled[1] is not None and place > self.titled[0] + 1:
            # the first month of a round-up, below its first country
            return None
        if one.form == "range" and one.left.day is not None:
            return None
        year = _right_before(line, one, said)
        bare = PRINTED_YEAR.sub("    ", line)
        is_all = one.form == "range" and year_beside(line, self.today) is not None
        if year is None and (is_all or period_of(line, said) or period_of(bare, scan(bare))):
            year = self._year_of(one, line)
        return _with_year(one, self.today, year) if year is not None else None

    def _year_of(self, period: Expression, line: str) -> int | None:
        """The year of a period that its line prints without."""
        when = _with_year(period, self.today, _LEAP)
        first = when.start if when is not None and when.start is not None else date(_LEAP, 1, 1)
        last = when.end if when is not None and when.end is not None else date(_LEAP, 12, 31)
        if told := (
            year_beside(line, self.today)
            or self.numbered[1]
            or year_printed(self.lines, first.month, self.today)
            or year_in_name(self.name, first.month, self.today)
        ):
            return told
        year = self.votes.year(first.month, last.month)
        return year - (last.year - first.year) if year is not None else None

    def _in_a_row(self, row: Sequence[Expression], line: str) -> When | None:
        """The time from the first to the last of the months in a line: "January, February, March 2019"."""
        year = None if all(one.year_known for one in row) else row[-1].left.year or self._year_of(row[-1], line)
        times = [_with_year(one, self.today, year) for one in row] if year is not None or row[0].year_known else []
        bounds = [day for when in times if when is not None for day in (when.start, when.end) if day is not None]
        if len(bounds) < 2 * len(row) or (max(bounds) - min(bounds)).days > _YEAR_DAYS:
            return None
        return When.of(min(bounds), max(bounds))


def _basis(place: int) -> str:
    return "heading" if place < _HEAD else "imprint"


def _is_figures(printed: str) -> bool:
    return not any(map(str.isalpha, printed))


def _is_in_words(line: Printed) -> bool:
    """Whether a line of the masthead says a period in words: "July - September 2018", or nothing but "July - September"."""
    words = [one for one in line.dates if not _is_figures(line.text[one.start : one.end])]
    return any(one.form in _PERIODS and one.year_known and not one.role for one in words) or bool(period_of(line.bare, words))


def _right_before(line: str, period: Expression, said: Sequence[Expression]) -> int | None:
    """The year that stands right before some months, or a quarter, in brackets or behind a mark: "2022 (April to June)"."""
    if period.form == "month":
        return None
    return next((one.left.year for one in said if one.form == "year" and _OPENS.fullmatch(line, one.end, period.start)), None)


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


def _published(line: str, votes: Votes, today: date) -> When | None:
    """The month of the day in a masthead, or the quarter up to it that most of the text is about."""
    day = day_of_writing(line, today)
    return None if day is None or day.start is None else votes.up_to(When(f"{day.start:%Y-%m}"))


def _with_year(expression: Expression, today: date, year: int | None = None) -> When | None:
    """The period of an expression, in a year where it states none."""
    reference = today if expression.year_known or year is None else date(year, 12, 31)
    resolved = resolve(expression, Context(reference=reference))
    if resolved is None or resolved.when.start is None or resolved.when.end is None:
        return None
    if resolved.when.precision is Precision.DAY:
        return None
    return (
        When.of(resolved.when.start, resolved.when.end) if "/" in resolved.when.edtf else When(resolved.when.edtf.replace("~", ""))
    )
