"""When milestones begin and end, by month: the list of all in slices that are of the same months, for charts and years."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from db.queries.kept import Kept
from db.terms import Term
from db.when import NO_END, NO_START, Precision, When, months

_END_MONTH = (
    "cast(strftime('%Y', m.end_day + 1721424.5) as integer) * 12 + cast(strftime('%m', m.end_day + 1721424.5) as integer) - 1"
)
_END = f"iif(m.end_day < {NO_END}, {_END_MONTH}, null)"
FIRST_MONTH = f"iif(m.start_day = {NO_START}, {NO_START}, m.month)"
LAST_MONTH = f"""case
  when m.end_day = {NO_END} then {NO_END}
  when m.start_day > {NO_START} and m.end_day - m.start_day < 31 then m.month
  else {_END_MONTH}
end"""
"""The months that a milestone begins and ends in: what lasts less than a month, in the one that it begins in."""
WIDE = f"m.rank between {Precision.QUARTER} and {Precision.YEAR}"
"""Whether its days are bounds of a quarter, season, half or year."""


@dataclass(frozen=True, slots=True)
class Span:
    """Milestones that stand side by side in the list of all, see `db.queries.tally`, and begin and end in the same months."""

    first: int
    """FIRST_MONTH."""
    last: int
    wide: bool
    """WIDE."""
    end: int | None
    """The month of the last day, which can be the one after `last`; None where there is no last day."""
    low: int
    """The number of the first of them, and of the one after the last."""
    high: int

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The years of the first and the last day; None where one is not known."""
        return None if self.first == NO_START else self.first // 12, None if self.end is None else self.end // 12

    def shares(self, field: str, whole: tuple[int | None, int | None]) -> bool:
        """Whether it is what a condition of this field, one of DATE_FIELDS, asks for with a time of these whole months."""
        first, last = whole
        begins = field == "after" or last is None or self.first <= last
        return begins and (field == "before" or first is None or self.end is None or self.end >= first)


def spans_of(kept: Kept, conn: sqlite3.Connection) -> tuple[Span, ...]:
    """Those of all milestones, in the order of the list."""
    return kept.keep("spans", lambda: _spans(conn))


def dated(kept: Kept, conn: sqlite3.Connection, term: Term) -> int | None:
    """The set of what a condition on the time is about; None where it asks for days, which spans do not tell."""
    asked = [_whole_months(When(value)) for value in term.values]
    if None in asked:
        return None
    digits = "".join(
        ("1" if any(whole and span.shares(term.field, whole) for whole in asked) else "0") * (span.high - span.low)
        for span in spans_of(kept, conn)
    )
    return int(digits[::-1], 2) if digits else 0


def _whole_months(when: When) -> tuple[int | None, int | None] | None:
    """The first and the last month, None where it is open; nothing where it does not begin and end with a month."""
    first, last = when.start, when.end
    if (first and first.day > 1) or (last and last != months(last.year, last.month)[1]):
        return None
    return (
        first.year * 12 + first.month - 1 if first else None,
        last.year * 12 + last.month - 1 if last else None,
    )


def _spans(conn: sqlite3.Connection) -> tuple[Span, ...]:
    rows = conn.execute(
        f"select {FIRST_MONTH}, {LAST_MONTH}, {WIDE}, {_END}, count(*) from milestone m indexed by milestone_order "
        "group by m.month, m.rank, m.period, m.start_day, m.end_day "
        "order by m.month desc, m.rank desc, m.period, m.start_day desc, m.end_day desc"
    ).fetchall()
    spans: list[Span] = []
    low, high, told = 0, 0, None
    for first, last, wide, end, count in rows:
        if told and told != (first, last, wide, end):
            spans.append(Span(*told, low, high))
            low = high
        told, high = (first, last, wide, end), high + count
    if told:
        spans.append(Span(*told, low, high))
    return tuple(spans)
