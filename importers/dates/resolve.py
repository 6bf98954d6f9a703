"""Works out which days an expression means: fills in what its words leave out, from what is known around it.

Evidence for a missing year, best first: the other end of the same range, the same sentence, a preceding dated sentence of the
article, the issue (a month after the issue's end is of the year before), the reference.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from db.models import Basis
from db.when import Precision, When, WhenError, months
from importers.dates.leaning import leaning
from importers.dates.points import bounds, edtf_of, first_month, shift_months
from importers.dates.rules import DateRule
from importers.dates.values import LAST_DAY, Context, Expression, Point, Resolution, before, since

_NEAR_YEARS = 1
"""A date this many years before the issue still tells the year of the next one in its article."""
_BACK = 4
"""In a narrative, a month goes on from the date before it, at most this many months back."""
_AHEAD = 10
"""It is of the year before where it would else lie more months ahead than this."""
_SOON = 45
"""Days after its own day of which a report may speak without saying that they are to come."""
PRINTED = 21
"""Days after its last in which an issue is made, and may tell what has been done since."""
_JUST = 21
"""Days back from its own in which a report names a day without its year, rather than a day of a year that it told."""
_COMING = 6
"""What is to come is at most this many months after the date before it; else it is nearer."""


def resolve(expression: Expression, context: Context) -> Resolution | None:
    """The date that an expression means in its context; None where nothing tells, or where no such day exists."""
    try:
        return _resolve(expression, context)
    except (WhenError, ValueError, OverflowError):
        return None


def _resolve(expression: Expression, context: Context) -> Resolution | None:
    left, right, rules = expression.left, expression.right, [DateRule.STATED]
    if right is None:
        filled = _fill(left, expression, context, rules)
        filled = _nth_weekday(filled) if filled and filled.nth else filled
        edtf = _point(filled, about=_is_about(expression)) if filled else None
    else:
        edtf = _range(left, right, expression, context, rules)
    if edtf is None:
        return None
    when = When(edtf)
    if expression.role == "since" and "/" not in edtf:
        when = since(when)
    elif (
        expression.role == "before" and when.start and "/" not in edtf and expression.qualifier != "late" and not context.narrative
    ):
        when = before(when)  # a tale of the past names the date itself
    rule = rules[-1]
    return Resolution(when, Basis.STATED if rule is DateRule.STATED else Basis.RESOLVED, rule)


def _is_about(expression: Expression) -> bool:
    counted = expression.left.lean in ("later", "earlier", "ago", "hence") and expression.left.unit != "day"
    return counted or expression.qualifier == "about"


# Ranges -----------------------------------------------------------------------------------------------------------------------


def _range(left: Point, right: Point, expression: Expression, context: Context, rules: list[DateRule]) -> str | None:
    """The interval of two ends that share what one of them leaves out."""
    if left.part is None and left.year is None and left.day is not None and not left.lean:
        # "18 to 21 June", "4 to 22 this month"
        end = _fill(right, expression, context, rules)
        if end is None or end.part is None or end.year is None or end.day is None:
            return None
        start = end._replace(day=left.day)
        return _join(shift_months(start, -1) if left.day > end.day else start, end)
    if right.part is None and right.year is None and not right.lean and right.day is not None:
        # "April 9th through 17th"
        begin = _fill(left, expression, context, rules)
        if begin is None or begin.day is None:
            return None
        close = begin._replace(day=right.day)
        return _join(begin, shift_months(close, 1) if begin.day > right.day else close)
    if (left.year is not None and right.year is not None) or left.lean or right.lean:
        begin, final = _fill(left, expression, context, rules), _fill(right, expression, context, rules)
        return _join(begin, final) if begin and final else None
    if right.year is None and left.year is None and expression.future:
        final = _fill(right, expression, context, rules)
        if final is None:
            return None
        right = final
    if right.year is not None:
        same = left._replace(year=right.year)
        return _join(same if _order(same) <= _order(right) else same._replace(year=right.year - 1), right)
    begin = _fill(left, expression, context, rules) if left.year is None else left
    if begin is None or begin.year is None:
        return None
    close = right._replace(year=begin.year)
    return _join(begin, close if _order(close) >= _order(begin) else close._replace(year=begin.year + 1))


def _order(point: Point) -> tuple[int, int, int]:
    return point.year or 0, first_month(point.part or 1), point.day or 1


def _join(start: Point, end: Point) -> str | None:
    """EDTF of an interval; quarters, seasons and halves become their first and last month."""
    first, last = _end_text(start, last=False), _end_text(end, last=True)
    return first if first == last else f"{first}/{last}"


def _end_text(point: Point, *, last: bool) -> str:
    if point.span > 1 and point.year is not None:
        return f"{point.year + point.span - 1 if last else point.year:04d}"
    if point.part is not None and point.part > 12 and point.year is not None:
        bound = When(edtf_of(point)).end if last else When(edtf_of(point)).start
        assert bound is not None
        return f"{bound.year:04d}-{bound.month:02d}"
    return edtf_of(point)


def _point(point: Point, *, about: bool) -> str:
    if point.span > 1 and point.day is not None and point.year is not None and point.part is not None:
        first_day = date(point.year, point.part, point.day)
        return f"{first_day}/{first_day + timedelta(days=point.span - 1)}"
    if point.span > 1 and point.year is not None:
        if point.part is None:
            return f"{point.year:04d}/{point.year + point.span - 1:04d}"
        first, last = months(point.year, point.part, point.span)
        return When.of(first, last).edtf
    return edtf_of(point) + ("~" if about and (point.part is None or point.part <= 12) else "")


# One date ---------------------------------------------------------------------------------------------------------------------


def _fill(point: Point, expression: Expression, context: Context, rules: list[DateRule]) -> Point | None:
    """The point with every missing part filled in; `rules` gets the name of what filled it."""
    if expression.future and point.lean == "last" and point.unit == "quarter" and point.units == 1:
        # "will be held in the last quarter" is that of the year
        return _year(Point(part=_LAST_QUARTER), expression, context, rules)
    if point.lean:
        return leaning(point, context, rules)
    if point.year is not None:
        return point
    if point.part is None:
        return _day_alone(point, context, rules)
    return _year(point, expression, context, rules)


_LAST_QUARTER = 36
"""As EDTF numbers it."""


def _day_alone(point: Point, context: Context, rules: list[DateRule]) -> Point | None:
    """ "the 13th", told after a date of the same month, or below the heading of a month."""
    last = context.last
    if last is not None and len(last.edtf.split("/")[0]) < _TO_THE_MONTH and context.day is not None:
        last = context.day
    if last is None and context.article is not None and context.article.precision is Precision.MONTH:
        last = context.article
    if last is None or last.start is None or len(last.edtf.split("/")[0]) < _TO_THE_MONTH:
        return None
    rules.append(DateRule.MONTH_BEFORE)
    end = last.end or last.start
    filled = Point(end.year, end.month, point.day)
    if (point.day or 0) >= end.day or last.precision is not Precision.DAY:
        return filled
    later = shift_months(filled, 1)
    # a day of a month that has not come is one of the month that was told
    return filled if bounds(later)[0] > context.reference and not context.narrative else later


_TO_THE_MONTH = 7
"""Characters of a date that tells its month."""


def _year(point: Point, expression: Expression, context: Context, rules: list[DateRule]) -> Point | None:
    """A month, season or quarter without its year."""
    for when, rule in ((context.sentence, DateRule.SENTENCE_YEAR), (context.paragraph or context.preceding, DateRule.ARTICLE_YEAR)):
        if when is not None and _carries(when, rule, context):
            after = _after(point, when, expression, context)
            if expression.future and not context.narrative and bounds(after)[1] < context.reference:
                continue  # what is to come does not lie in the past
            if not expression.future and not context.narrative and _is_far_ahead(after, when, context):
                continue  # nor what was in the future
            if not expression.future and rule is DateRule.ARTICLE_YEAR and _is_just_past(point, context):
                continue
            rules.append(rule)
            return _on_weekday(after, context.issue)
    end = context.issue.end if context.issue is not None and context.issue.end is not None else context.reference
    rules.append(DateRule.ISSUE_YEAR if context.issue is not None else DateRule.REFERENCE_YEAR)
    if context.issue is not None and point.day is not None and not expression.future:
        own = context.article
        end = end + timedelta(days=PRINTED) if own is None or own.end is None else max(end, own.end + timedelta(days=_SOON))
    looked = _looking(point, end, future=expression.future)
    return _on_weekday(looked, context.issue) if looked else None


def _is_far_ahead(point: Point, told: When, context: Context) -> bool:
    """Whether a point lies months behind the text's own day, when what was told before it does not."""
    before = told.start or told.end
    return before is not None and before <= context.reference and (bounds(point)[0] - context.reference).days > _SOON


def _is_just_past(point: Point, context: Context) -> bool:
    """Whether a report can speak of a day a few weeks before its own, which then is meant whatever it told before."""
    if context.narrative or point.day is None or point.part is None or (context.reference.month - point.part) % 12 > 1:
        return False
    day = _looking(point, context.reference, future=False)
    return day is not None and (context.reference - bounds(day)[0]).days <= _JUST


def _on_weekday(point: Point, issue: When | None) -> Point:
    """The same day of the year before or after, where only there it falls on the weekday that is named.

    In a newsletter whose issue is known the weekday is rather wrong than the year.
    """
    if issue is not None or point.weekday is None:
        return point
    if point.day is None or point.part is None or point.part > 12 or point.year is None:
        return point
    for year in (point.year, point.year - 1, point.year + 1):
        last = monthrange(year, point.part)[1]
        if point.day <= last and date(year, point.part, point.day).weekday() == point.weekday:
            return point._replace(year=year)
    return point


def _nth_weekday(point: Point) -> Point:
    """The day that is the first, second, ... or last such weekday of its month."""
    assert point.year is not None and point.part is not None and point.weekday is not None
    first, last = months(point.year, point.part)
    if point.nth < 0:
        return point._replace(day=last.day - (last.weekday() - point.weekday) % 7)
    return point._replace(day=1 + (point.weekday - first.weekday()) % 7 + 7 * (point.nth - 1))


def _carries(when: When, rule: DateRule, context: Context) -> bool:
    """Whether a date told before gives its year to the next one.

    In a report it does if it is of about the report's own time: "launched in 2003 ... in October" is this October.
    """
    if context.narrative:
        return True
    if context.framed and rule is DateRule.SENTENCE_YEAR:
        return True
    start = when.start or when.end
    if start is None or "/.." in when.edtf or when.edtf.startswith("../"):
        return False
    near = (context.issue.end if context.issue is not None and context.issue.end is not None else context.reference).year
    if len(when.edtf) <= 5 or ("/" in when.edtf and len(when.edtf) <= 9):
        return start.year == near
    return rule is DateRule.SENTENCE_YEAR or near - start.year <= _NEAR_YEARS


def _after(point: Point, when: When, expression: Expression, context: Context) -> Point:
    """The point in the year in which a story goes on from `when`; a report does not go on far beyond its own day."""
    start = when.end or when.start
    assert start is not None and point.part is not None
    if len(when.edtf.rstrip("~")) == 4:
        return point._replace(year=start.year)
    gap = first_month(point.part) - start.month
    most = _COMING if expression.future and not context.narrative else _AHEAD
    year = start.year + (1 if gap < -_BACK else -1 if gap > most else 0)
    if year > start.year and not context.narrative and not expression.future and (when.start or start) <= context.reference:
        ahead = bounds(point._replace(year=year))[0] - context.reference
        year -= ahead.days > _SOON
    return point._replace(year=year)


def _looking(point: Point, end: date, *, future: bool) -> Point | None:
    """The latest that does not begin after `end`; the next one where the words speak of what is to come."""
    for year in range(end.year, end.year + 9) if future else range(end.year, end.year - 9, -1):
        filled = point._replace(year=year)
        try:
            first, last = bounds(filled)
        except ValueError:
            continue
        if point.day not in (None, LAST_DAY) and point.part is not None and point.day > monthrange(year, point.part)[1]:
            continue
        if (last >= end) if future else (first <= end):
            return filled
    return None
