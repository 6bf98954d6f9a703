"""Which line of a continuous list shows what: headings and rows by number, without any row being loaded.

A list of `n` milestones under `h` headings has `n + h` lines; memory and time grow with the headings alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, islice

from db.queries.listing import Heading


@dataclass(frozen=True, slots=True)
class LineMap:
    """The lines of a list, from 0: each heading, then its rows. Rows are numbered from 0 through the whole list."""

    headings: tuple[Heading, ...] = ()
    """Newest first."""
    whole: bool = True
    """False while only the first rows are known, and more follow."""
    keys: Callable[[int], Sequence[int]] | None = field(default=None, compare=False, repr=False)
    """The integer keys of the rows under the heading of this number, where they are known."""
    firsts: tuple[int, ...] = field(init=False, compare=False)
    """The number of the first row under each heading."""
    rows: int = field(init=False, compare=False)
    """How many rows there are."""

    def __post_init__(self) -> None:
        ends = tuple(accumulate((heading.count for heading in self.headings), initial=0))
        object.__setattr__(self, "firsts", ends[:-1])
        object.__setattr__(self, "rows", ends[-1])

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self.rows + len(self.headings)

    @property
    def months(self) -> Mapping[int, int]:
        """How many rows start in each month (year*12 + month - 1), in order."""
        months: Counter[int] = Counter()
        for heading in reversed(self.headings):
            months[heading.month] += heading.count
        return months

    def keys_from(self, row: int, count: int) -> list[int]:
        """The keys of at most so many rows from this one on; they must be known."""
        assert self.keys is not None
        number = self.heading_at(row)
        under = chain.from_iterable(map(self.keys, range(number, len(self.headings))))
        return list(islice(under, row - self.firsts[number], row - self.firsts[number] + count))

    def heading_at(self, row: int) -> int:
        """The number of the heading that a row stands under."""
        return bisect_right(self.firsts, row) - 1

    def line_of(self, row: int) -> int:
        """The line of a row."""
        return row + self.heading_at(row) + 1

    def at(self, line: int) -> tuple[int, int | None]:
        """What a line shows: the number of its heading, and of its row; None where it is the heading itself."""
        number = bisect_right(range(len(self.headings)), line, key=lambda index: self.firsts[index] + index) - 1
        row = line - number - 1
        return number, (row if row >= self.firsts[number] else None)

    def row_near(self, month: int) -> int:
        """The first row whose month (year*12 + month - 1) is not after `month`; the last row where there is none."""
        number = bisect_left(self.headings, -month, key=lambda heading: -heading.month)
        return self.firsts[number] if number < len(self.headings) else max(0, self.rows - 1)

    def row_in(self, period: str, first: int, last: int) -> int:
        """The newest of a time: the first row under the heading of a month itself (`period`, EDTF), else under that of the latest
        of the months from `first` to `last` (year*12 + month - 1); where nothing begins then, the nearest, the older of two.
        """
        own = next((number for number, heading in enumerate(self.headings) if first == last and heading.period == period[:7]), None)
        if own is not None:
            return self.firsts[own]
        older = bisect_left(self.headings, -last, key=lambda heading: -heading.month)
        behind = first - self.headings[older].month if older < len(self.headings) else None
        if older > 0 and (behind is None or self.headings[older - 1].month - last < behind):
            return self.firsts[older] - 1 if behind is not None else max(0, self.rows - 1)
        return self.row_near(last)

    def step(self, row: int, headings: int) -> int:
        """The first row under the heading that stands so many headings below (above, if negative) the one of `row`.

        Upwards, the first row under its own heading counts as the first step.
        """
        if not self.headings:
            return 0
        number = self.heading_at(row)
        if headings < 0 and row > self.firsts[number]:
            headings += 1
        number = min(max(number + headings, 0), len(self.headings) - 1)
        if headings > 0 and number == self.heading_at(row):
            return self.rows - 1
        return self.firsts[number]

    def step_year(self, row: int, years: int) -> int:
        """The first row of the next older year (`years` = 1), or of this or the next newer one (-1)."""
        if not self.headings:
            return 0
        number = self.heading_at(row)
        year = self.headings[number].month // 12
        if years > 0:
            number = bisect_right(self.headings, -year, key=lambda heading: -(heading.month // 12))
            return self.firsts[number] if number < len(self.headings) else self.rows - 1
        first = bisect_left(self.headings, -year, key=lambda heading: -(heading.month // 12))
        if self.firsts[first] < row or first == 0:
            return self.firsts[first]
        newer = self.headings[first - 1].month // 12
        return self.firsts[bisect_left(self.headings, -newer, key=lambda heading: -(heading.month // 12))]
