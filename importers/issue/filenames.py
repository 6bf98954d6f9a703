"""What the name of a newsletter's file says of the time that the issue covers."""

from __future__ import annotations

import re
from datetime import date

from db.when import Precision, When

_YEAR, _MONTH = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])"
_NAME = re.compile(
    r"(?:(?<![a-z0-9])|(?<=[a-z]{2}))(?:"
    rf"(?P<first>{_YEAR})[-_ –]{{1,3}}(?P<last>{_YEAR})"
    rf"|(?P<year>{_YEAR})[-_ .]?(?:q(?P<quarter>[1-4])|(?P<month>{_MONTH})(?:[-_.]?[0-3]\d)?)?"
    rf"|q(?P<quarter2>[1-4])[-_ .]?(?P<year2>{_YEAR})"
    rf"|(?P<month3>{_MONTH})[-_ .]?(?P<year3>{_YEAR}))(?![a-z0-9])",
    re.IGNORECASE,
)
"""The years of a file's name, or a year with its quarter, its month, or its day: "news_2016-q2", "20160415".

They stand apart, or behind a word; a name may be a sum of letters and figures.
"""
_SOON, _MONTHS = 5, 12
"""Months from the first of its period in which a newsletter is published."""


def named(name: str, today: date) -> When | None:
    """The first years, year, quarter or month in a file's name that are not to come, as those of the 2030 Agenda are."""
    told = map(_told, _NAME.finditer(name.rsplit(".", 1)[0]))
    return next((when for when in told if when.end is not None and when.end.year <= today.year), None)


def _told(found: re.Match[str]) -> When:
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
    when = named(name, today)
    if when is None or when.precision is Precision.SPAN or when.end is None:
        return None
    late = when.end.month < first and (when.end.month - first) % _MONTHS <= _SOON
    return when.end.year - late
