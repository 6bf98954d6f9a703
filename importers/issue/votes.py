"""What the dates of a text say of the issue that they stand in: its year, and the months that it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from db.when import QUARTERS, Precision, When
from importers.dates.values import Expression

MOST_OF = 0.7
"""The share of the dates that a quarter has where the newsletter of a year is the newsletter of that quarter."""
_VOTERS = 2_000
"""Dates of a text that are asked for its period; a newsletter has some hundred."""
_LATE = 100
"""Days after its quarter in which a newsletter may be published."""
_MONTHS, _FIRST_YEAR = 12, 1900
_FEW, _MANY = 3, 8
_SOON_AFTER = 3
_TOLD = frozenset({"", "statistics-period", "since", "by"})
"""What dates are of that lie in the past; the year of an act says nothing of when it is told."""
_BOUNDS = frozenset({(1, 1), (12, 31)})
"""The days on which terms begin and end: they are told long before, or long after."""
_CLEAR = 0.25
"""The latest year that has so large a share of the votes of the first is the year of the issue."""


class Votes:
    """The date expressions of a text, read only when they are first asked."""

    def __init__(self, found: Iterable[Expression], today: date) -> None:
        self._found = found
        self._today = today

    @cached_property
    def _dates(self) -> tuple[Expression, ...]:
        return tuple(islice(self._found, _VOTERS))

    @cached_property
    def _usual_months(self) -> tuple[int, int]:
        """The first and last month of the quarter in which most dates without a year lie; the whole year where there are few."""
        votes = Counter(
            (month - 1) // 3
            for one in self._dates
            if one.left.year is None and not one.future and (month := one.left.part) is not None and month <= _MONTHS
        )
        quarter, count = max(votes.items(), key=lambda vote: vote[1], default=(0, 0))
        return (3 * quarter + 1, 3 * quarter + 3) if count >= _FEW and count > votes.total() / 2 else (1, _MONTHS)

    def year(self, first: int, last: int) -> int | None:
        """The year of an issue whose period goes from month `first` to month `last`, as far as that is known.

        A text prints the years that are not the issue's own, so each date of the past asks for the first year in which it is past
        at the period's end, and each to come for the last in which it is not; dates within the period's months, and those to the
        day, count more. The latest year that many ask for is it.
        """
        votes: Counter[int] = Counter()
        for expression in self._dates:
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
            if not expression.relative and _FIRST_YEAR < asked <= self._today.year:
                votes[asked] += weight
        if votes.total() < _MANY:
            # a year that is told is past, or the issue's own
            votes += _bare_years([one for one in self._dates if not votes or one.left.part is None], self._today)
        for expression in self._dates:
            for year in range(max(votes, default=0), min(max(votes, default=-1) + 1, self._today.year) + 1):
                if _falls_so(expression, year):
                    votes[year + ((expression.left.part or 0) > last)] += 2
        most = max(votes.values(), default=0)
        return max((min(year, self._today.year) for year, count in votes.items() if count >= _CLEAR * most), default=None)

    def usual_year(self) -> int | None:
        """The year of an issue of which nothing else is known."""
        return self.year(*self._usual_months)

    def busiest(self, year: int, share: float = 0.0) -> When:
        """The quarter of the year with the most dates; of equals, the later. The year where that is less than `share` of them."""
        votes: Counter[int] = Counter()
        for expression in self._dates:
            month = expression.left.part
            if expression.left.year in (year, None) and month is not None and 1 <= month <= 12 and not expression.future:
                votes[(month - 1) // 3 + 1] += 2 if expression.left.year else 1
        if not votes:
            return When(f"{year:04d}")
        quarter = max(votes, key=lambda number: (votes[number], number))
        return When(f"{year:04d}-{32 + quarter}" if votes[quarter] >= share * votes.total() else f"{year:04d}")

    def narrowed(self, named: When) -> When:
        """What a file's name says of its issue, made out by the dates: the quarter that a year, or a month, stands for."""
        if named.precision is Precision.YEAR and named.start is not None and len(self._dates) >= _MANY:
            return self.busiest(named.start.year, MOST_OF)
        return (self._of_number(named) or self.up_to(named)) if named.precision is Precision.MONTH else named

    def up_to(self, month: When) -> When:
        """The quarter that most of a text is about, where it was published in or soon after it, else the `month` of publication."""
        first, last = self._usual_months
        told = [part for one in self._dates if one.left.year is None and first <= (part := one.left.part or 0) <= last]
        if month.start is None or month.end is None or first + 2 != last or max(map(told.count, told)) > MOST_OF * len(told):
            return month
        quarter = When(f"{month.start.year - (last > month.end.month):04d}-{32 + last // 3}")
        begun, over = quarter.start, quarter.end
        return quarter if begun and over and begun < month.end and month.start <= over + timedelta(_LATE) else month

    def _of_number(self, month: When) -> When | None:
        """The quarter whose number a file's name gives as if it were a month: "2016_02" where most dates are of April to June."""
        if month.start is None or month.start.month > len(QUARTERS):
            return None
        number, years = month.start.month, (month.start.year, None)
        parts = [one.left.part or 0 for one in self._dates if one.left.year in years and not one.future]
        told = [part for part in parts if 0 < part <= _MONTHS]
        own = sum(3 * number - 2 <= part <= 3 * number for part in told)
        if len(told) < _MANY or own < MOST_OF * len(told) or told.count(number) > MOST_OF * own:
            return None
        return When(f"{month.start.year:04d}-{32 + number}")


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
