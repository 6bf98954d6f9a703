"""The time that a selection asks for, in whole months: taken from it, put into it, left out of it.

A month is year * 12 + month - 1, as in the store.
"""

from __future__ import annotations

from db.selection import Selection
from db.terms import DATE_FIELDS, Term
from db.when import When
from db.when import months as month_bounds

Months = tuple[int, int]
"""The first and the last, inclusive."""

_FIRST, _LAST = 12, 9999 * 12 + 11
"""The years 1 and 9999."""


def edtf_of(months: Months) -> str:
    """The months as one date, the plainest there is for them (`When.of`); only what lies in the years 1 to 9999."""
    first, last = (divmod(min(max(month, _FIRST), _LAST), 12) for month in (min(months), max(months)))
    return When.of(month_bounds(first[0], first[1] + 1)[0], month_bounds(last[0], last[1] + 1)[1]).edtf


def undated(selection: Selection) -> Selection:
    """Without its positive terms about time: what the histogram counts in."""
    return Selection(tuple(term for term in selection.terms if term.negated or term.field not in DATE_FIELDS))


def within(selection: Selection, months: Months) -> Selection:
    """The same selection at another time."""
    return undated(selection).also(Selection((Term("date", (edtf_of(months),)),)))


def period(selection: Selection) -> Months | None:
    """From the first month to the last one that it allows, as its alternatives reach; None where it allows all, or none."""
    first, last = _FIRST, _LAST
    for term in selection.terms:
        if term.field in DATE_FIELDS and not term.negated:
            ends = [_months(term.field, When(value)) for value in term.values]
            first = max(first, min(begin for begin, _ in ends))
            last = min(last, max(end for _, end in ends))
    return (first, last) if first <= last and (first, last) != (_FIRST, _LAST) else None


def _months(field: str, when: When) -> Months:
    start, end = when.start, when.end
    first = start.year * 12 + start.month - 1 if start is not None and field != "before" else _FIRST
    last = end.year * 12 + end.month - 1 if end is not None and field != "after" else _LAST
    return first, last
