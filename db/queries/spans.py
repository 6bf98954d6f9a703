"""When milestones begin and end, by month: the list of all in slices that are of the same months, for charts and years."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from db.queries.tally import tally_of
from db.when import NO_END, NO_START, Precision

FIRST_MONTH = f"iif(m.start_day = {NO_START}, {NO_START}, m.month)"
LAST_MONTH = f"""case
  when m.end_day = {NO_END} then {NO_END}
  when m.start_day > {NO_START} and m.end_day - m.start_day < 31 then m.month
  else cast(strftime('%Y', m.end_day + 1721424.5) as integer) * 12 + cast(strftime('%m', m.end_day + 1721424.5) as integer) - 1
end"""
"""The months that a milestone begins and ends in: what lasts less than a month, in the one that it begins in."""
WIDE = f"m.rank between {Precision.QUARTER} and {Precision.YEAR}"
"""Whether its days are bounds of a quarter, season, half or year."""
_LAST_YEAR = f"iif(m.end_day < {NO_END}, cast(strftime('%Y', m.end_day + 1721424.5) as integer), null)"


@dataclass(frozen=True, slots=True)
class Span:
    """Milestones that stand side by side in the list of all, see `db.queries.tally`, and begin and end in the same months."""

    first: int
    """FIRST_MONTH."""
    last: int
    wide: bool
    """WIDE."""
    last_year: int | None
    """The year of the last day, which can be after that of `last`; None where there is no last day."""
    low: int
    """The number of the first of them, and of the one after the last."""
    high: int

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The years of the first and the last day; None where one is not known."""
        return None if self.first == NO_START else self.first // 12, self.last_year


def spans_of(conn: sqlite3.Connection) -> tuple[Span, ...]:
    """Those of all milestones, in the order of the list."""
    return tally_of(conn).keep("spans", lambda: _spans(conn))


def _spans(conn: sqlite3.Connection) -> tuple[Span, ...]:
    rows = conn.execute(
        f"select {FIRST_MONTH}, {LAST_MONTH}, {WIDE}, {_LAST_YEAR}, count(*) from milestone m indexed by milestone_order "
        "group by m.month, m.rank, m.period, m.start_day, m.end_day "
        "order by m.month desc, m.rank desc, m.period, m.start_day desc, m.end_day desc"
    ).fetchall()
    spans: list[Span] = []
    low, high, told = 0, 0, None
    for first, last, wide, last_year, count in rows:
        if told and told != (first, last, wide, last_year):
            spans.append(Span(*told, low, high))
            low = high
        told, high = (first, last, wide, last_year), high + count
    if told:
        spans.append(Span(*told, low, high))
    return tuple(spans)
