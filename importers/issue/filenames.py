"""What the name of a newsletter's file says of the time that the issue covers."""

from __future__ import annotations

import re
from datetime import date

from db.when import Precision, When

_YEAR_AND_MONTH = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])"
_NAME = re.compile(
    r"(?<!\d)(?P<first>{0})[-_ –]{{1,3}}(?P<last>{0})(?!\d)"
    r"|(?<!\d)(?P<year>{0})[-_ .]?(?:q(?P<quarter>[1-4])|(?P<month>{1})(?:[-_.]?[0-3]\d)?)?(?!\d)"
    r"|(?<![a-z0-9])q(?P<quarter2>[1-4])[-_ .]?(?P<year2>{0})(?!\d)"
    r"|(?<!\d)(?P<month3>{1})[-_ .]?(?P<year3>{0})(?!\d)".format(*_YEAR_AND_MONTH),
    re.IGNORECASE,
)
"""The years of a file's name, or a year with its quarter, its month, or its day: "news_2016-q2", "20160415"."""
_SOON, _MONTHS = 5, 12
"""Months from the first of its period in which a newsletter is published."""


def named(name: str) -> When | None:
    """The years, the year, the quarter or the month in a file's name."""
    found = _NAME.search(name.rsplit(".", 1)[0])
    if found is None:
        return None
    if found["first"]:
        years = sorted((found["first"], found["last"]))
        return When(years[0] if years[0] == years[1] else "/".join(years))
    year, quarter = found["year"] or found["year2"] or found["year3"], found["quarter"] or found["quarter2"]
    if quarter:
        return When(f"{year}-{32 + int(quarter)}")
    month = found["month"] or found["month3"]
    return When(f"{year}-{month}" if month else year)


def year_in_name(name: str, first: int, today: date) -> int | None:
    """The year of an issue that begins in month `first` by its file's name, whose month may be that of publication."""
    when = named(name)
    if when is None or when.precision is Precision.SPAN or when.end is None or when.end.year > today.year:
        return None
    late = when.end.month < first and (when.end.month - first) % _MONTHS <= _SOON
    return when.end.year - late
