"""Time in cells: every day in one cell, cells that follow the calendar, labels that stand evenly, windows that hold enough."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.chart.plan import filling, room
from tui.chart.timescale import FIRST_DAY, LAST_DAY, SCALES, Scale, Window, around, holding, scale_for
from tui.views.timeline import Unit

UNITS = st.sampled_from(list(Unit))
ANY = st.sampled_from(SCALES)
DAYS = st.integers(FIRST_DAY, LAST_DAY)
USUAL = st.integers(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@given(ANY, DAYS)
def test_a_day_lies_in_its_cell(scale: Scale, ordinal: int) -> None:
    first, last = scale.cell(ordinal), scale.last_cell(ordinal)
    assert first <= last
    for cell in (first, last):
        assert scale.first_day(cell) <= ordinal <= scale.last_day(cell)


@given(ANY, USUAL)
def test_cells_follow_one_another(scale: Scale, ordinal: int) -> None:
    cell = scale.last_cell(ordinal)
    assert scale.first_day(cell + 1) == scale.last_day(cell) + 1
    assert scale.cell(ordinal + 1) in {scale.cell(ordinal), cell + 1}


@given(UNITS, st.integers(1901, 2099))
def test_a_year_is_as_wide_as_any_other_but_for_its_days(unit: Unit, year: int) -> None:
    scale = Scale(unit)
    width = scale.cell(day(f"{year + 1}-01-01")) - scale.cell(day(f"{year}-01-01"))
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert width == {"decade": 1, "year": 4, "quarter": 12, "month": 48, "week": days, "day": 4 * days}[unit.value]


@pytest.mark.parametrize(
    ("unit", "text", "first", "last"),
    [
        (Unit.DECADE, "2016-05-13", "2016-01-01", "2016-12-31"),
        (Unit.YEAR, "2016-05-13", "2016-04-01", "2016-06-30"),
        (Unit.QUARTER, "2016-02-29", "2016-02-01", "2016-02-29"),
        (Unit.MONTH, "2016-02-08", "2016-02-01", "2016-02-08"),
        (Unit.MONTH, "2016-02-29", "2016-02-23", "2016-02-29"),
        (Unit.MONTH, "2017-01-09", "2017-01-09", "2017-01-16"),
        (Unit.WEEK, "2016-05-13", "2016-05-13", "2016-05-13"),
        (Unit.DAY, "2016-05-13", "2016-05-13", "2016-05-13"),
    ],
)
def test_the_days_of_a_cell(unit: Unit, text: str, first: str, last: str) -> None:
    scale = Scale(unit)
    cell = scale.cell(day(text))
    assert (scale.first_day(cell), scale.last_day(cell)) == (day(first), day(last))


@pytest.mark.parametrize(
    ("unit", "start", "width", "upper", "lower"),
    [
        (Unit.DECADE, "1990-06-01", 22, [(0, "1990s"), (10, "2000s"), (20, "2010s")], [(0, "1990"), (5, "1995"), (10, "2000")]),
        (Unit.YEAR, "2009-01-01", 12, [(-36, "2000s"), (4, "2010s")], [(0, "’09"), (4, "’10"), (8, "’11")]),
        (Unit.QUARTER, "2016-02-01", 12, [(-1, "2016"), (11, "2017")], [(-1, "Q1"), (2, "Q2"), (5, "Q3"), (8, "Q4"), (11, "Q1")]),
        (Unit.MONTH, "2016-11-01", 12, [(-40, "2016"), (8, "2017")], [(0, "Nov"), (4, "Dec"), (8, "Jan")]),
        (Unit.WEEK, "2016-02-27", 10, [(-26, "February 2016"), (3, "March 2016")], [(3, "1"), (10, "8")]),
        (Unit.DAY, "2016-02-28", 8, [(-108, "February 2016")], [(0, "28"), (4, "29")]),
    ],
)
def test_labels(unit: Unit, start: str, width: int, upper: list[tuple[int, str]], lower: list[tuple[int, str]]) -> None:
    scale = Scale(unit)
    first = scale.cell(day(start))
    assert [(tick.cell - first, tick.label) for tick in scale.upper(first, width)] == upper
    assert [(tick.cell - first, tick.label) for tick in scale.lower(first, width)][: len(lower)] == [
        tick for tick in lower if tick[0] < width
    ]


@given(ANY, USUAL, st.integers(1, 300))
def test_labels_stand_in_order_and_cover_the_window(scale: Scale, ordinal: int, width: int) -> None:
    first = scale.cell(ordinal)
    for ticks in (scale.upper(first, width), scale.lower(first, width)):
        cells = [tick.cell for tick in ticks]
        assert cells == sorted(set(cells)) and all(cell < first + width for cell in cells)
        assert all(tick.label for tick in ticks)
    assert scale.upper(first, width)[0].cell <= first


@pytest.mark.parametrize("ordinal", [FIRST_DAY, LAST_DAY])
@pytest.mark.parametrize("scale", SCALES)
def test_the_ends_of_the_calendar_are_no_mishap(scale: Scale, ordinal: int) -> None:
    window = around(scale, ordinal, 80)
    assert window.days[0] <= window.days[1]
    assert window.scale.upper(window.first, window.width) and window.shows(ordinal, ordinal)
    window.scale.lower(window.first, window.width)


@given(ANY, ANY, USUAL, st.integers(1, 200), st.data())
def test_zooming_keeps_a_day_in_its_column(scale: Scale, other: Scale, ordinal: int, width: int, data: st.DataObject) -> None:
    column = data.draw(st.integers(0, width - 1))
    window = around(scale, ordinal, width).zoomed(other, column, ordinal)
    assert window.column(ordinal) == column and window.width == width


@pytest.mark.parametrize(
    ("unit", "text", "upper", "lower"),
    [
        (Unit.DECADE, "2016-05-13", ("2010-01-01", "2019-12-31"), ("2015-01-01", "2019-12-31")),
        (Unit.YEAR, "2016-05-13", ("2010-01-01", "2019-12-31"), ("2016-01-01", "2016-12-31")),
        (Unit.QUARTER, "2016-05-13", ("2016-01-01", "2016-12-31"), ("2016-04-01", "2016-06-30")),
        (Unit.MONTH, "2016-05-13", ("2016-01-01", "2016-12-31"), ("2016-05-01", "2016-05-31")),
        (Unit.WEEK, "2016-05-13", ("2016-05-01", "2016-05-31"), ("2016-05-08", "2016-05-14")),
        (Unit.DAY, "2016-05-13", ("2016-05-01", "2016-05-31"), ("2016-05-13", "2016-05-13")),
    ],
)
@pytest.mark.parametrize("column", [0, 40, 79])
def test_the_period_under_a_label(unit: Unit, text: str, upper: tuple[str, str], lower: tuple[str, str], column: int) -> None:
    window = around(Scale(unit), day(text), 80).zoomed(Scale(unit), column, day(text))
    for wanted, level in ((upper, True), (lower, False)):
        found = tuple(date.fromordinal(one).isoformat() for one in window.labelled(column, upper=level))
        # a label of days at the edge of the window may stand before it
        assert found == wanted or (unit is Unit.WEEK and not level and column == 0 and found == (text, wanted[1]))


def months(*texts: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for text in texts:
        year, month = map(int, text.split("-"))
        found[year * 12 + month - 1] = found.get(year * 12 + month - 1, 0) + 1
    return found


def test_the_natural_window_is_the_nearest_that_holds_nine_tenths() -> None:
    window = holding(months("1995-03", *(f"2016-{number:02d}" for number in range(1, 13))), 40, 0.9)
    assert window is not None and window.scale.unit is Unit.QUARTER
    assert window.days[0] <= day("2016-01-01") and window.days[1] >= day("2016-12-31")
    everything = holding(months("1995-03", *(f"2016-{number:02d}" for number in range(1, 13))), 40, 1.0)
    assert everything is not None and everything.scale.unit is Unit.DECADE
    assert holding({}, 40, 0.9) is None


@given(st.dictionaries(st.integers(1900 * 12, 2100 * 12), st.integers(1, 50), min_size=1, max_size=30), st.integers(8, 120))
def test_the_natural_window_holds_what_it_says(found: dict[int, int], width: int) -> None:
    def held(window: Window) -> int:
        starts = {month: date(month // 12, month % 12 + 1, 1).toordinal() for month in found}
        return sum(found[month] for month, start in starts.items() if window.days[0] <= start <= window.days[1])

    window = holding(found, width, 0.9)
    assert window is not None and window.width == width
    if max(found) // 12 - min(found) // 12 < width:
        assert held(window) >= 0.9 * sum(found.values())
    assert held(window) >= max(found.values())


def test_each_scale_is_nearer_than_the_one_before() -> None:
    near = [scale.in_a_day for scale in SCALES]
    assert near == sorted(set(near)) and all(after / before <= 4 for before, after in pairwise(near))


@given(ANY, st.integers(40, 300))
def test_what_a_window_has_room_for_is_shown_at_its_scale_again(scale: Scale, width: int) -> None:
    assert scale_for(room(scale, width), width) == scale


@given(st.integers(1901, 2099), st.sampled_from([(1, 12), (1, 3), (4, 6), (10, 12), (2, 2), (7, 7)]), st.integers(24, 200))
def test_a_period_is_seen_whole_and_fills_most_of_the_window(year: int, months: tuple[int, int], width: int) -> None:
    first = date(year, months[0], 1).toordinal()
    last = date(year + months[1] // 12, months[1] % 12 + 1, 1).toordinal() - 1
    at, days = filling(first, last, around(Scale(Unit.YEAR), first, width))
    seen = around(scale_for(days, width), at, width)
    assert seen.holds(first, last)
    cells = seen.scale.last_cell(last) - seen.scale.cell(first) + 1
    assert 2 * cells > width or seen.scale.unit is Unit.WEEK
