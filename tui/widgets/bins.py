"""Months counted together in equal steps of time, for the histogram and the sparks: plain values in, plain values out.

A month is year * 12 + month - 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

_FAR = 40
"""One in so many at either end of time may be far off."""
_NEAR = 60
"""Months that are never far, however short the rest is."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months that a bar may stand for."""
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Bins:
    """Counts of milestones in equal steps of time."""

    first: int
    """The first month of the first bar."""
    step: int
    """Months a bar."""
    counts: tuple[int, ...]

    def bar_of(self, month: int) -> int:
        """The number of a month's bar."""
        return (month - self.first) // self.step

    def first_month(self, number: int) -> int:
        """The first month of a bar."""
        return self.first + number * self.step

    def last_month(self, number: int) -> int:
        """The last month of a bar."""
        return self.first_month(number + 1) - 1


def bins(months: Mapping[int, int], width: int, finest: int = 3) -> Bins | None:
    """The finest bars, of `finest` months or more, that fit in `width` cells; None where there is nothing or no room.

    One far-off date must not flatten the rest: where bars would be of more than a year for its sake, it has none. Where even the
    coarsest bars do not fit, the newest ones are kept.
    """
    time = most_of_time(months)
    if time is None or width < 1:
        return None
    steps = [step for step in _STEPS if step >= finest]

    def fitting(low: int, high: int) -> int:
        return next((step for step in steps if high // step - low // step < width), steps[-1])

    low, high = min(months), max(months)
    step = fitting(low, high)
    if step > _YEAR and fitting(*time) < step:
        low, high = time
        step = fitting(low, high)
    first = max(low // step, high // step - width + 1) * step
    counts = [0] * ((high - first) // step + 1)
    for month, count in months.items():
        if first <= month <= high:
            counts[(month - first) // step] += count
    return Bins(first, step, tuple(counts))


def most_of_time(months: Mapping[int, int]) -> tuple[int, int] | None:
    """The first and the last month, but for the few that would only flatten the rest.

    Few are one in forty at either end, and none of them is left out that lies no farther off than half of what the rest takes.
    """
    far = sum(months.values()) // _FAR
    ends = []
    for ordered in (sorted(months), sorted(months, reverse=True)):
        passed = accumulate(months[month] for month in ordered)
        ends.append(next((month for month, count in zip(ordered, passed, strict=True) if count > far), None))
    first, last = ends
    if first is None or last is None:
        return None
    reach = max((last - first) // 2, _NEAR)
    near = [month for month in months if first - reach <= month <= last + reach]
    return min(near), max(near)


def spread(months: Mapping[int, int], time: tuple[int, int], cells: int) -> tuple[int, ...]:
    """Counts in so many equal parts of a time, first and last month inclusive; what lies outside is left out."""
    counts = [0] * cells
    first, last = time
    for month, count in months.items():
        if first <= month <= last:
            counts[(month - first) * cells // (last - first + 1)] += count
    return tuple(counts)
