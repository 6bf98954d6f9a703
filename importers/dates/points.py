"""Points as days and months: what a date means once its year is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from db.when import QUARTERS, SEASONS, When, months
from importers.dates.values import LAST_DAY, Point


def first_month(part: int) -> int:
    """The first month of a part of a year."""
    if part <= 12:
        return part
    if part in SEASONS:
        return 3 * (part - 20)
    return 3 * QUARTERS[part] - 2 if part in QUARTERS else 1 + 6 * (part - 40)


def shift_months(point: Point, count: int) -> Point:
    """The same day so many months later, or earlier."""
    assert point.year is not None and point.part is not None
    number = point.year * 12 + point.part - 1 + count
    return point._replace(year=number // 12, part=number % 12 + 1)


def edtf_of(point: Point) -> str:
    """EDTF of a point whose year is known."""
    text = f"{point.year:04d}"
    if point.day == LAST_DAY and point.year is not None and point.part is not None:
        point = point._replace(day=monthrange(point.year, point.part)[1])
    if point.part is not None:
        text += f"-{point.part:02d}"
    return text + (f"-{point.day:02d}" if point.day is not None else "")


def bounds(point: Point) -> tuple[date, date]:
    """First and last day; a day that its month lacks counts as the month's last."""
    assert point.year is not None
    if point.part is None:
        return date(point.year, 1, 1), date(point.year, 12, 31)
    if point.part > 12:
        when = When(edtf_of(point._replace(day=None)))
        assert when.start is not None and when.end is not None
        return when.start, when.end
    if point.day is None:
        return months(point.year, point.part)
    day = date(point.year, point.part, min(point.day, monthrange(point.year, point.part)[1]))
    return day, day
