"""Milestones in the cells of a lane: each drawn somewhere or counted as out of view, bars as wide as they last."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Kind
from db.queries.lanes import Item
from db.when import When
from tui.chart.lanelayout import LaneRows, place, rows_for
from tui.chart.timescale import Scale, Window
from tui.views.timeline import Unit

NEW_YEAR = date(2016, 1, 1).toordinal()


def item(edtf: str, uid: str = "", count: int = 1, *, vague: bool = False) -> Item:
    when = When(edtf)
    first, last = when.days
    return Item("UZ", first, last, count, uid or edtf, Kind.MEETING, planned=False, vague=vague)


def window(unit: Unit, start: str = "2016-01-01", width: int = 24) -> Window:
    return Window(Scale(unit), Scale(unit).cell(date.fromisoformat(start).toordinal()), width)


def shape(laid: LaneRows) -> list[tuple[int, int, int, int, int]]:
    return [(stop.row, stop.cell, stop.left, stop.right, stop.count) for stop in laid.stops]


@pytest.mark.parametrize(
    ("unit", "items", "most", "found"),
    [
        # a day is a point however near it is looked at; a month is a point among quarters and a bar among days
        (Unit.DAY, [item("2016-01-02")], 3, [(0, 4, 4, 4, 1)]),
        (Unit.QUARTER, [item("2016-02", vague=True)], 3, [(0, 1, 1, 1, 1)]),
        (Unit.MONTH, [item("2016-02", vague=True)], 3, [(0, 5, 4, 7, 1)]),
        (Unit.MONTH, [item("2016-01-01/2016-01-16")], 3, [(0, 0, 0, 1, 1)]),
        # what would cover another goes below; what finds no row stands with others in the last
        (Unit.QUARTER, [item("2016-02-01"), item("2016-02-09")], 3, [(0, 1, 1, 1, 1), (1, 1, 1, 1, 1)]),
        (Unit.QUARTER, [item("2016-02-01"), item("2016-02-09"), item("2016-02-11")], 2, [(0, 1, 1, 1, 1), (1, 1, 1, 1, 2)]),
        (Unit.QUARTER, [item("2016-33", vague=True), item("2016-02-09")], 1, [(0, 1, 0, 2, 2)]),
        (Unit.QUARTER, [item("2016-33", vague=True), item("2016-03-09")], 1, [(0, 1, 0, 2, 1), (0, 2, 2, 2, 1)]),
        # what is added up stands together, whatever rows there are
        (Unit.QUARTER, [item("2016-02", "a", 30), item("2016-02", "b", 1)], 3, [(0, 1, 1, 1, 31)]),
    ],
)
def test_where_things_stand(unit: Unit, items: list[Item], most: int, found: list[tuple[int, int, int, int, int]]) -> None:
    assert shape(place(items, window(unit)).in_rows(most)) == found


def test_what_goes_on_beyond_the_window_says_so() -> None:
    laid = place([item("2015/.."), item("2014-06/2016-03"), item("../2015-12-31"), item("2018")], window(Unit.QUARTER)).in_rows(3)
    assert [(stop.left, stop.right, stop.earlier, stop.later) for stop in laid.stops] == [(0, 2, True, False), (0, 23, True, True)]
    assert (laid.earlier, laid.later) == (1, 1)


ITEMS = st.lists(
    st.builds(
        lambda first, length, count, vague: Item(
            "UZ", first, first + length, count, f"{first}-{length}-{count}", None, False, vague
        ),
        st.integers(NEW_YEAR - 500, NEW_YEAR + 900),
        st.one_of(st.just(0), st.integers(0, 800)),
        st.sampled_from([1, 1, 1, 7]),
        st.booleans(),
    ),
    max_size=40,
)


@given(ITEMS, st.sampled_from(list(Unit)), st.integers(1, 90), st.integers(1, 6))
def test_everything_is_drawn_or_counted(items: list[Item], unit: Unit, width: int, most: int) -> None:
    view = window(unit, width=width)
    laid = place(items, view).in_rows(most)
    assert sum(stop.count for stop in laid.stops) + laid.earlier + laid.later == sum(one.count for one in items)
    first, last = view.days
    drawn = [one for stop in laid.stops for one in stop.items]
    assert sorted(one.uid for one in drawn) == sorted(one.uid for one in items if one.last >= first and one.first <= last)
    assert all(stop.row < most for stop in laid.stops) and laid.rows <= most


@given(ITEMS, st.sampled_from(list(Unit)), st.integers(1, 90), st.integers(1, 6))
def test_bars_are_as_wide_as_they_last(items: list[Item], unit: Unit, width: int, most: int) -> None:
    view = window(unit, width=width)
    first, last = view.days
    for stop in place(items, view).in_rows(most).stops:
        assert 0 <= stop.left <= stop.cell <= stop.right < width
        if len(stop.items) == 1:
            (one,) = stop.items
            assert stop.earlier == (one.first < first) and stop.later == (one.last > last)
            assert (
                view.scale.first_day(view.first + stop.left) <= max(one.first, first) <= view.scale.last_day(view.first + stop.left)
            )
            if one.first != one.last:
                right = view.first + stop.right
                assert view.scale.first_day(right) <= min(one.last, last) <= view.scale.last_day(right)
                assert right == view.first + width - 1 or right == view.scale.last_cell(one.last)


@given(ITEMS, st.sampled_from(list(Unit)), st.integers(1, 90), st.integers(2, 6))
def test_only_the_last_row_holds_things_on_top_of_others(items: list[Item], unit: Unit, width: int, most: int) -> None:
    laid = place(items, window(unit, width=width)).in_rows(most)
    for row in range(most - 1):
        stops = sorted((stop for stop in laid.stops if stop.row == row), key=lambda stop: stop.left)
        assert all(one.right < other.left for one, other in pairwise(stops))
    cells = [(stop.row, stop.cell) for stop in laid.stops]
    assert len(set(cells)) == len(cells)


@pytest.mark.parametrize(
    ("needed", "height", "given"),
    [
        ((), 9, ()),
        ((1, 1), 9, (1, 1)),
        ((4, 2, 1), 7, (4, 2, 1)),
        ((4, 2, 1), 6, (3, 2, 1)),
        ((4, 4, 4), 11, (4, 4, 3)),
        ((4, 4, 4), 2, (1, 1, 1)),
        ((9,), 5, (5,)),
    ],
)
def test_lanes_share_the_height(needed: tuple[int, ...], height: int, given: tuple[int, ...]) -> None:
    assert rows_for(needed, height) == given


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(1, 60))
def test_no_line_is_wasted_and_none_is_lacking(needed: list[int], height: int) -> None:
    rows = rows_for(needed, height)
    assert all(1 <= own <= need for own, need in zip(rows, needed, strict=True))
    if len(needed) <= height:
        assert sum(rows) == min(height, sum(needed))
