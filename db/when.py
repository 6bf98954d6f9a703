"""When something happened, as precisely as it is known: a profile of EDTF (ISO 8601-2, LoC specification of 4 February 2019).

Every other room takes dates as a `When`. How one is bounded, shown and said in a query stands here; what people type is read by
`db.typed`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Self

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: 1, 34: 2, 35: 3, 36: 4}
HALVES = {40: 1, 41: 2}
_PARTS = {**SEASONS, **{part: f"Q{nr}" for part, nr in QUARTERS.items()}, **{part: f"H{nr}" for part, nr in HALVES.items()}}
"""What a part of a year that is no month is called in a query."""
_ORDINALS = ("", "1st", "2nd", "3rd", "4th")
NO_START, NO_END = 0, date.max.toordinal()
"""What stands for the first day of `../B` and for the last one of `A/..`, where days are ordinals (`date.toordinal`)."""

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<part>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>~?)", re.ASCII)


class Precision(IntEnum):
    """How finely a date is known; a greater one is coarser."""

    DAY = 0
    MONTH = 1
    QUARTER = 2
    SEASON = 3
    HALF = 4
    YEAR = 5
    SPAN = 6
    """An interval of months or years, or an open one."""


class WhenError(ValueError):
    """A text that is no date of the profile; the message is one line for a person."""


class WhenFormError(WhenError):
    """A text that does not even look like one."""


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of an interval, or a whole date: a year, a part of a year, or a day."""

    year: int
    part: int | None
    day: int | None
    about: bool

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        if self.part is None:
            return Precision.YEAR
        if self.part <= 12:
            return Precision.MONTH
        if self.part in SEASONS:
            return Precision.SEASON
        return Precision.QUARTER if self.part in QUARTERS else Precision.HALF

    @property
    def bounds(self) -> tuple[date, date]:
        if self.day is not None and self.part is not None:
            day = date(self.year, self.part, self.day)
            return day, day
        if self.part is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.part <= 12:
            return months(self.year, self.part)
        if self.part in SEASONS:
            return months(self.year, 3 * (self.part - 20), 3)
        if self.part in QUARTERS:
            return months(self.year, 3 * QUARTERS[self.part] - 2, 3)
        return months(self.year, 6 * HALVES[self.part] - 5, 6)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.part is not None:
            text += f"-{self.part:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text + "~" * self.about


def months(year: int, first: int, count: int = 1) -> tuple[date, date]:
    """The first and last day (inclusive) of `count` months from month `first` (1 to 12) of `year`."""
    last = year * 12 + first - 1 + count - 1
    last_year, last_month = divmod(last, 12)
    return date(year, first, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def _read_point(text: str, whole: str) -> _Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise WhenFormError(f"“{whole}” is not a date: write 2016, 2016-05, 2016-05-13, 2016-34 (2nd quarter) or A/B")
    part = int(found["part"]) if found["part"] else None
    day = int(found["day"]) if found["day"] else None
    point = _Point(int(found["year"]), part, day, bool(found["about"]))
    if point.year < 1:
        raise WhenError(f"“{whole}” is not a date: there is no year {point.year:04d}")
    if part is not None and not (1 <= part <= 12 or (day is None and part in {*SEASONS, *QUARTERS, *HALVES})):
        raise WhenError(f"“{whole}” is not a date: there is no month, quarter or season {part:02d}")
    if point.about and part is not None and part > 12:
        raise WhenError(f"“{whole}” is not a date: `~` goes with a year, a month or a day")
    try:
        _ = point.bounds
    except (ValueError, OverflowError):
        raise WhenError(f"“{whole}” is not a date: that day or year does not exist") from None
    return point


@dataclass(frozen=True, slots=True)
class When:
    """A date of the EDTF profile, with its first and last day.

    Profile: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, quarters `YYYY-33..36`, halves `YYYY-40/41`, seasons `YYYY-21..24`,
    intervals `A/B` whose ends are years, months or days, open `A/..` and `../B`, `~` (about) after a year, month or day.
    Bounds are inclusive days and `~` never widens them; winter YYYY is December YYYY to February YYYY+1.

    Raises `WhenError` for anything else.
    """

    edtf: str
    """The value as it is stored and exchanged."""
    start: date | None = field(init=False, compare=False)
    """The first day; None for `../B`."""
    end: date | None = field(init=False, compare=False)
    """The last day, inclusive; None for `A/..`."""
    precision: Precision = field(init=False, compare=False)
    """How finely it is known; of an interval, the coarser of its ends, months and years being a SPAN."""

    def __post_init__(self) -> None:
        left, right = _ends(self.edtf)
        start = left.bounds[0] if left else None
        end = right.bounds[1] if right else None
        if start and end and end < start:
            raise WhenError(f"“{self.edtf}” ends before it starts")
        points = [point for point in (left, right) if point]
        precision = max(point.precision for point in points)
        if "/" in self.edtf and (precision > Precision.DAY or len(points) < 2):
            precision = Precision.SPAN
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "precision", precision)

    @classmethod
    def of(cls, start: date, end: date | None = None) -> Self:
        """The plainest value with these bounds: a day, a whole month, quarter or year, else an interval of days."""
        return cls(_plainest(start, end if end is not None else start))

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day as ordinals; NO_START or NO_END where there is none."""
        return self.start.toordinal() if self.start else NO_START, self.end.toordinal() if self.end else NO_END

    @property
    def length(self) -> int | None:
        """How many days its last day lies behind its first; None where one of them is not known."""
        return (self.end - self.start).days if self.start is not None and self.end is not None else None

    @property
    def is_day(self) -> bool:
        """Whether it is one day alone."""
        return self.precision is Precision.DAY and self.start == self.end

    @property
    def is_run(self) -> bool:
        """Whether it is some days one after the other, the first and the last of them known."""
        return self.precision is Precision.DAY and self.start != self.end

    @property
    def is_vague(self) -> bool:
        """Whether it is one month, quarter, season, half or year, on some day of which it was."""
        return Precision.DAY < self.precision < Precision.SPAN

    @property
    def is_years(self) -> bool:
        """Whether no more than years are known of it."""
        return all(point.precision is Precision.YEAR for point in _ends(self.edtf) if point)

    @property
    def about(self) -> bool:
        """Whether any end is only approximate."""
        return "~" in self.edtf

    def show(self) -> str:
        """The date as people write it, as precisely as known: `13–15 Apr 2016`, `Q2 2016`, `about Dec 2017`."""
        return _show(self, short=True)

    def show_long(self) -> str:
        """The same in full words, for headings and sentences: `April 2016`, `2nd quarter 2016`."""
        return _show(self, short=False)

    def query(self) -> str:
        """The date as a query says it: `2016-05`, `2016-Q2`, `2017-autumn`, `2013..2017`."""
        left, right = _ends(self.edtf)
        if "/" in self.edtf:
            return f"{left or ''}..{right or ''}"
        assert left is not None
        # only beside a year of this millennium or the last is a word read
        return f"{left.year}-{_PARTS[left.part]}" if left.part in _PARTS and 1000 <= left.year < 3000 else self.edtf

    @property
    def period(self) -> When:
        """The heading it stands under: its own period without `~` where coarser than a month, else the month it starts in."""
        if self.precision > Precision.MONTH:
            return When(self.edtf.replace("~", ""))
        assert self.start is not None
        return When(f"{self.start.year:04d}-{self.start.month:02d}")

    def overlaps(self, other: When) -> bool:
        """Whether the two share a day."""
        return (self.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (self.end or date.max)

    def holds(self, other: When) -> bool:
        """Whether every day of `other` is a day of this one."""
        return (self.start or date.min) <= (other.start or date.min) and (other.end or date.max) <= (self.end or date.max)

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=4096)
def _ends(edtf: str) -> tuple[_Point | None, _Point | None]:
    if "/" not in edtf:
        point = _read_point(edtf, edtf)
        return point, point
    left, right = edtf.split("/", 1)
    if left == ".." and right == "..":
        raise WhenError(f"“{edtf}” is not a date: one end must be known")
    ends: list[_Point | None] = []
    for text in (left, right):
        end = None if text == ".." else _read_point(text, edtf)
        if end and end.part and end.part > 12:
            raise WhenError(f"“{edtf}” is not a date: the ends of an interval are years, months or days")
        ends.append(end)
    return ends[0], ends[1]


def _plainest(start: date, end: date) -> str:
    def iso(day: date) -> str:
        return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"

    if start == end:
        return iso(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        length = (end.year - start.year) * 12 + end.month - start.month + 1
        if length == 1:
            return f"{start.year:04d}-{start.month:02d}"
        if length == 12 and start.month == 1:
            return f"{start.year:04d}"
        if length == 3 and start.month % 3 == 1:
            return f"{start.year:04d}-{33 + start.month // 3}"
        if length == 6 and start.month % 6 == 1:
            return f"{start.year:04d}-{40 + start.month // 6}"
        if length % 12 == 0 and start.month == 1:
            return f"{start.year:04d}/{end.year:04d}"
        return f"{start.year:04d}-{start.month:02d}/{end.year:04d}-{end.month:02d}"
    return f"{iso(start)}/{iso(end)}"


def _month_name(part: int, short: bool) -> str:
    return MONTHS[part - 1][:3] if short else MONTHS[part - 1]


def _show_point(point: _Point, short: bool, drop: tuple[bool, bool] = (False, False)) -> str:
    """One end in words; `drop` leaves out its month or its year where the other end says it."""
    year = "" if drop[1] else f" {point.year}"
    if point.part is None:
        text = str(point.year)
    elif point.day is not None:
        text = f"{point.day}" if drop[0] else f"{point.day} {_month_name(point.part, short)}{year}"
    elif point.part <= 12:
        text = f"{_month_name(point.part, short)}{year}"
    elif point.part in SEASONS:
        last = f"–{(point.year + 1) % 100:02d}" if point.part == 24 else ""
        text = f"{SEASONS[point.part]} {point.year}{last}"
    elif point.part in QUARTERS:
        number = QUARTERS[point.part]
        text = f"Q{number} {point.year}" if short else f"{_ORDINALS[number]} quarter {point.year}"
    else:
        text = f"{_ORDINALS[HALVES[point.part]]} half {point.year}"
    return f"about {text}" if point.about else text


def _show(when: When, short: bool) -> str:
    left, right = _ends(when.edtf)
    if "/" not in when.edtf:
        assert left is not None
        return _show_point(left, short)
    if left is None or right is None:
        point = left or right
        assert point is not None
        return ("since " if left else "until ") + _show_point(point, short)
    if (left.year, right.year) == (left.year - left.year % 10, left.year - left.year % 10 + 9) and left.part is right.part is None:
        return f"{left.year}s"
    same_year = left.year == right.year and left.part is not None and right.part is not None
    same_month = same_year and left.part == right.part and left.day is not None and right.day is not None
    dash = "–" if same_month or left.precision is not Precision.DAY else " – "
    return _show_point(left, short, (same_month, same_year)) + dash + _show_point(right, short)
