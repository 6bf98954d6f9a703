"""Dates: bounds, how they are shown, what is refused; strict bounds of the `edtf` package as a second opinion."""

from __future__ import annotations

import contextlib
import re
from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.when import NO_END, NO_START, Precision, When, WhenError, months

CASES = [
    # EDTF, first day, last day, precision, short, long
    ("2016", "2016-01-01", "2016-12-31", Precision.YEAR, "2016", "2016"),
    ("2016-05", "2016-05-01", "2016-05-31", Precision.MONTH, "May 2016", "May 2016"),
    ("2016-02", "2016-02-01", "2016-02-29", Precision.MONTH, "Feb 2016", "February 2016"),
    ("2016-05-13", "2016-05-13", "2016-05-13", Precision.DAY, "13 May 2016", "13 May 2016"),
    ("2016-33", "2016-01-01", "2016-03-31", Precision.QUARTER, "Q1 2016", "1st quarter 2016"),
    ("2016-36", "2016-10-01", "2016-12-31", Precision.QUARTER, "Q4 2016", "4th quarter 2016"),
    ("2016-40", "2016-01-01", "2016-06-30", Precision.HALF, "1st half 2016", "1st half 2016"),
    ("2016-41", "2016-07-01", "2016-12-31", Precision.HALF, "2nd half 2016", "2nd half 2016"),
    ("2017-21", "2017-03-01", "2017-05-31", Precision.SEASON, "spring 2017", "spring 2017"),
    ("2017-23", "2017-09-01", "2017-11-30", Precision.SEASON, "autumn 2017", "autumn 2017"),
    ("2015-24", "2015-12-01", "2016-02-29", Precision.SEASON, "winter 2015–16", "winter 2015–16"),
    ("2017-12~", "2017-12-01", "2017-12-31", Precision.MONTH, "about Dec 2017", "about December 2017"),
    ("2016-04-13/2016-04-15", "2016-04-13", "2016-04-15", Precision.DAY, "13–15 Apr 2016", "13–15 April 2016"),
    ("2016-03-30/2016-04-02", "2016-03-30", "2016-04-02", Precision.DAY, "30 Mar – 2 Apr 2016", "30 March – 2 April 2016"),
    ("2010-10/2010-11", "2010-10-01", "2010-11-30", Precision.SPAN, "Oct–Nov 2010", "October–November 2010"),
    ("2013/2017", "2013-01-01", "2017-12-31", Precision.SPAN, "2013–2017", "2013–2017"),
    ("1990/1999", "1990-01-01", "1999-12-31", Precision.SPAN, "1990s", "1990s"),
    ("2008/..", "2008-01-01", None, Precision.SPAN, "since 2008", "since 2008"),
    ("../2016-05", None, "2016-05-31", Precision.SPAN, "until May 2016", "until May 2016"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision", "short", "long"), CASES)
def test_bounds_and_words(text: str, start: str | None, end: str | None, precision: Precision, short: str, long: str) -> None:
    when = When(text)
    assert (when.start and when.start.isoformat(), when.end and when.end.isoformat()) == (start, end)
    assert when.precision is precision
    assert (when.show(), when.show_long()) == (short, long)
    assert str(when) == text


@pytest.mark.parametrize(
    "text",
    ["", "17", "2017-13", "2017-00", "2017-02-30", "0000", "2017-5", "2016-34~", "2016-34/2016-35", "2017/2016", "../..", "2016/",
     "2016-05-13/15", "२०१६", "2016-05-13T10:00", " 2016", "2016-33-01", "9999-24", "2016?"],
)  # fmt: skip
def test_refused(text: str) -> None:
    with pytest.raises(WhenError, match=f"^“{re.escape(text)}” ") as caught:
        When(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("2016-00", "month, quarter or season 00"), ("2016-13", "season 13"), ("0000-05", "year 0000"), ("0000", "year 0000")],
)
def test_a_refusal_names_what_there_is_not(text: str, wrong: str) -> None:
    with pytest.raises(WhenError, match=f"there is no .*{wrong}"):
        When(text)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2016-05", 736085, 736115), ("2016-05/..", 736085, NO_END), ("../0001", NO_START, 365)]
)
def test_days(text: str, first: int, last: int) -> None:
    assert When(text).days == (first, last)


@pytest.mark.parametrize(
    ("text", "length"), [("2016-05-13", 0), ("2016-05-13/2016-05-15", 2), ("2016-02", 28), ("2016-05/..", None), ("../2016", None)]
)
def test_length(text: str, length: int | None) -> None:
    assert When(text).length == length


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2016-05-13", "2016-05"),
        ("2016-05", "2016-05"),
        ("2016-05~", "2016-05"),
        ("2016-04-28/2016-05-02", "2016-04"),
        ("2016-34", "2016-34"),
        ("2016~", "2016"),
        ("2013~/2017", "2013/2017"),
        ("../2016", "../2016"),
        ("0999-05-01", "0999-05"),
    ],
)
def test_period(text: str, period: str) -> None:
    assert When(text).period == When(period)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2016-05-13", "2016-05-13", "2016-05-13"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-04-01", "2016-06-30", "2016-34"),
        ("2016-07-01", "2016-12-31", "2016-41"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2013-01-01", "2017-12-31", "2013/2017"),
        ("2016-05-01", "2016-08-31", "2016-05/2016-08"),
        ("2016-05-02", "2016-05-31", "2016-05-02/2016-05-31"),
        ("0001-01-01", "0001-03-31", "0001-33"),
        ("9999-07-01", "9999-12-31", "9999-41"),
    ],
)
def test_plainest(start: str, end: str, text: str) -> None:
    assert When.of(date.fromisoformat(start), date.fromisoformat(end)).edtf == text


def test_overlaps_and_holds() -> None:
    quarter, month, since = When("2016-34"), When("2016-06"), When("2016-06/..")
    assert quarter.overlaps(month)
    assert quarter.overlaps(since)
    assert not quarter.overlaps(When("2016-07"))
    assert quarter.holds(month)
    assert not month.holds(quarter)
    assert since.holds(When("2030"))
    assert not since.holds(When("../2030"))


@pytest.mark.parametrize("text", [*(case[0] for case in CASES), "2016-05-13~"])
def test_vague_is_what_was_on_some_day_of_one_period(text: str) -> None:
    assert When(text).is_vague == ("/" not in text and len(text.strip("~")) < len("2016-05-13"))


@pytest.mark.parametrize(
    ("text", "years"),
    [("2016", True), ("2016~", True), ("1990/1999", True), ("2008~/..", True), ("../2008", True), ("2016-05", False),
     ("2016-33", False), ("2016/2017-05", False), ("../2016-05", False), ("2016-05-13/2016-05-15", False)],
)  # fmt: skip
def test_years_are_all_that_is_known(text: str, years: bool) -> None:
    assert When(text).is_years is years


@pytest.mark.parametrize(
    ("text", "said"),
    [("2016", "2016"), ("2016-05~", "2016-05~"), ("2016-34", "2016-Q2"), ("2016-41", "2016-H2"), ("2017-23", "2017-autumn"),
     ("2013/2017", "2013..2017"), ("2008/..", "2008.."), ("../2016-05", "..2016-05"), ("0816-34", "0816-34")],
)  # fmt: skip
def test_a_query_says_it(text: str, said: str) -> None:
    assert When(text).query() == said


def test_about_widens_nothing() -> None:
    assert When("2017-12~").about
    assert not When("2017-12").about
    assert (When("2017-12~").start, When("2017-12~").end) == (When("2017-12").start, When("2017-12").end)


def test_months_over_new_year() -> None:
    assert months(2015, 12, 3) == (date(2015, 12, 1), date(2016, 2, 29))


days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """A date of the profile whose bounds `edtf` shares: all but winter and open intervals."""
    day, other = sorted((draw(days), draw(days)))
    point = draw(st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
    if draw(st.booleans()):
        return f"{day.strftime(point)}/{other.strftime(point)}"
    part = draw(st.sampled_from(["", "21", "22", "23", "33", "34", "35", "36", "40", "41"]))
    return f"{day.year}-{part}" if part else day.strftime(point)


@given(edtf_texts())
def test_bounds_agree_with_edtf(text: str) -> None:
    when, other = When(text), edtf.parse_edtf(text)
    assert when.start is not None
    assert when.end is not None
    assert when.start.timetuple()[:3] == tuple(other.lower_strict())[:3]
    assert when.end.timetuple()[:3] == tuple(other.upper_strict())[:3]


@given(days, st.integers(0, 2000))
def test_of_keeps_the_bounds(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    when = When.of(start, end)
    assert (when.start, when.end) == (start, end)


@given(edtf_texts())
def test_shown_precisely_and_under_its_period(text: str) -> None:
    when = When(text)
    assert when.show()
    assert when.period.overlaps(when)
    assert when.period.period == when.period


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_a_when_error(text: str) -> None:
    with contextlib.suppress(WhenError):
        When(text)
