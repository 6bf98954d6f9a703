"""Months counted together: bars of the histogram, and the sparks beside the values of facets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.bins import bins, most_of_time, spread
from tui.widgets.facetrows import spark, spark_cells

Y = 2016 * 12


@pytest.mark.parametrize(
    ("finest", "width", "step"),
    [(1, 12, 1), (1, 11, 3), (1, 4, 3), (3, 40, 3), (3, 3, 6), (3, 1, 12)],
)
def test_the_finest_bars_that_fit(finest: int, width: int, step: int) -> None:
    found = bins(dict.fromkeys(range(Y, Y + 12), 2), width, finest)
    assert found is not None
    assert (found.step, sum(found.counts)) == (step, 24)
    assert [found.first_month(0), found.last_month(len(found.counts) - 1)] == [Y, Y + 11]
    assert all(found.bar_of(found.first_month(n)) == found.bar_of(found.last_month(n)) == n for n in range(len(found.counts)))


@pytest.mark.parametrize(
    ("months", "time"),
    [
        ({}, None),
        ({Y: 1}, (Y, Y)),
        ({Y: 1, Y + 5: 1}, (Y, Y + 5)),
        ({Y - 400: 1, Y: 50, Y + 5: 50, Y + 900: 1}, (Y, Y + 5)),
        ({Y - 400: 4, Y: 50, Y + 5: 50}, (Y - 400, Y + 5)),
        ({Y - 1700: 1, Y - 60: 1, Y: 50, Y + 120: 50, Y + 144: 1}, (Y - 60, Y + 144)),
    ],
)
def test_what_is_far_off_does_not_flatten_the_rest(months: dict[int, int], time: tuple[int, int] | None) -> None:
    assert most_of_time(months) == time


@pytest.mark.parametrize(
    ("far", "step", "first", "last"),
    [
        ({}, 3, Y, Y + 59),
        ({Y - 48: 1}, 3, Y - 48, Y + 59),
        ({Y + 12000: 1}, 3, Y, Y + 59),
        ({12: 1, 9999 * 12: 1}, 3, Y, Y + 59),
        ({Y - 1728: 1, Y + 83: 1}, 3, Y, Y + 83),
        ({Y + 12000: 30}, 600, Y - 192, Y + 12407),
    ],
)
def test_one_far_off_date_has_no_bar(far: dict[int, int], step: int, first: int, last: int) -> None:
    found = bins(dict.fromkeys(range(Y, Y + 60), 1) | far, 40)
    assert found is not None
    assert (found.step, found.first_month(0), found.last_month(len(found.counts) - 1)) == (step, first, last)
    assert sum(found.counts) == 60 + sum(count for month, count in far.items() if first <= month <= last)


@given(st.dictionaries(st.integers(12, 30000), st.integers(1, 500), min_size=1), st.integers(1, 20))
def test_all_of_a_time_is_counted(months: dict[int, int], cells: int) -> None:
    counts = spread(months, (min(months), max(months)), cells)
    assert len(counts) == cells and sum(counts) == sum(months.values())
    time = most_of_time(months)
    assert time is not None and time[0] <= time[1]
    assert sum(spread(months, time, cells)) >= 0.95 * sum(months.values())


def test_sparks() -> None:
    assert spark({Y: 1, Y + 6: 4}, (Y, Y + 11), 4) == "▂ ▇ "
    assert spark(None, (Y, Y + 11), 4) == "    "
    assert spark({Y: 1}, None, 5) == "     "
    assert [spark_cells(width) for width in (18, 24, 28, 36, 60)] == [0, 4, 5, 8, 12]
