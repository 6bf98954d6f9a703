"""Which date words mean that point from another one: "last year", "a month later", "this June", "the same week"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from db.when import Precision
from importers.dates.points import bounds, shift_months
from importers.dates.rules import DateRule
from importers.dates.values import Context, Point

_PAST = frozenset(("last", "previous", "ago", "earlier"))
_ON_DATE = frozenset(("previous", "following", "same", "later", "earlier"))
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_FINEST = {"day": Precision.DAY, "week": Precision.DAY, "month": Precision.MONTH, "quarter": Precision.MONTH}
"""No date coarser than this is one from which such units are counted."""
_WEEKS = frozenset(("last", "previous", "this", "same", "next"))
"""How words point to a week from its Monday on, or to some in a row."""
_WEEKLY = 15
"""Days that a newsletter covers at most whose "last week" is one week."""


def leaning(point: Point, context: Context, rules: list[DateRule]) -> Point | None:
    """The date that words like "last year" and "a month later" point to; `rules` gets the name of what they point from."""
    anchor = _anchor(point, context, rules)
    sign = {"last": -1, "previous": -1, "ago": -1, "earlier": -1, "this": 0, "same": 0, "the": 0}.get(point.lean, 1)
    step = sign * point.units
    if point.unit == "part":
        return _leaning_part(point, anchor)
    if point.unit == "year":
        return _leaning_year(point, anchor, step)
    if point.unit in ("decade", "century"):
        size = 10 if point.unit == "decade" else 100
        return Point(year=(anchor.year // size + step) * size, span=size)
    if point.unit == "week" and point.lean in _WEEKS:
        known = point.lean == "previous" or (_has_day(context) if point.lean == "same" else _has_own_day(context))
        return _week(point, anchor, step) if known else None
    if point.unit in ("week", "day"):
        if point.lean in _ON_DATE and not _has_day(context):
            return None  # no day to count from
        day = anchor + timedelta(days=step * (7 if point.unit == "week" else 1))
        return Point(day.year, day.month, day.day)
    if point.span > 1:  # "the past three months"
        first = -point.span if sign < 0 else 1
        return shift_months(Point(anchor.year, anchor.month), first)._replace(span=point.span)
    moved = shift_months(Point(anchor.year, anchor.month), step * _MONTHS_IN[point.unit])
    if point.unit == "quarter":
        assert moved.part is not None
        return moved._replace(part=33 + (moved.part - 1) // 3)
    return moved._replace(day=point.day)


def _anchor(point: Point, context: Context, rules: list[DateRule]) -> date:
    """The day that relative words count from."""
    last, finest = context.last, _FINEST.get(point.unit)
    if point.lean in _ON_DATE and finest is not None and last is not None and last.precision > finest:
        context = replace(context, sentence=context.day or last)
    elif point.lean == "same" and point.unit == "day" and context.day and not (context.sentence or context.paragraph):
        context = replace(context, sentence=context.day)
    if (
        (point.lean in _ON_DATE or (point.lean in ("the", "next") and context.narrative))
        and context.last is not None
        and (context.last.start or context.last.end)
    ):
        # "in the following summer" takes its year from there
        rules.append(DateRule(f"{'year' if point.unit == 'part' else point.unit}-from-date"))
        anchor = context.last.start if point.lean in ("earlier", "previous", "same", "the") else context.last.end
        return anchor or context.last.start or context.reference
    own = context.article
    if own is not None and own.end is not None and point.unit in ("month", "quarter", "week", "day"):
        rules.append(DateRule.TO_ARTICLE)
        return own.end
    if context.issue is not None and context.issue.end is not None:
        rules.append(DateRule.TO_ISSUE)
        return context.issue.end
    rules.append(DateRule.TO_REFERENCE)
    return context.reference


def _has_day(context: Context) -> bool:
    """Whether a day is known that "a day later" counts from; the last day of a newsletter's issue is none."""
    if context.last is not None:
        return context.last.precision is Precision.DAY or context.day is not None
    return context.article is not None or context.issue is None


def _has_own_day(context: Context) -> bool:
    """Whether the day of writing is known to the week: a newsletter of three months has many a "last week"."""
    issue = context.issue
    if context.article is not None or issue is None or issue.start is None or issue.end is None:
        return True
    return (issue.end - issue.start).days < _WEEKLY


def _week(point: Point, anchor: date, step: int) -> Point:
    """ "last week", from Monday to Sunday; "the past two weeks", to the day from which they are told."""
    days = 7 * point.span
    if point.span == 1:
        first = anchor + timedelta(days=7 * step - anchor.weekday())
    else:
        first = anchor + timedelta(days=1 - days if step < 0 else 1)
    return Point(first.year, first.month, first.day, span=days)


def _leaning_year(point: Point, anchor: date, step: int) -> Point:
    """ "last year", "June last year", "the past two years"."""
    if point.span > 1 and point.part is None:
        return Point(year=anchor.year - point.span if step < 0 else anchor.year + 1, span=point.span)
    return Point(anchor.year + step, point.part, point.day, span=point.span)


def _leaning_part(point: Point, anchor: date) -> Point | None:
    """ "last June", "this June", "next March": the nearest on that side; "this" and "same" are of the anchor's year."""
    assert point.part is not None
    here = Point(anchor.year, point.part, point.day)
    first, last = bounds(here)
    if point.lean in ("this", "same", "the"):
        return here
    if point.lean in _PAST:
        return here if last < anchor else here._replace(year=anchor.year - 1)
    return here if first > anchor else here._replace(year=anchor.year + 1)
