"""The months that a selection asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.period import edtf_of, period, undated, within
from db.selection import Selection, parse
from db.when import When


def month(text: str) -> int:
    year, _, number = text.partition("-")
    return int(year) * 12 + int(number) - 1


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("2016-05", "2016-05", "2016-05"),
        ("2016-01", "2016-12", "2016"),
        ("2013-01", "2016-12", "2013/2016"),
        ("2016-04", "2016-06", "2016-34"),
        ("2016-07", "2016-12", "2016-41"),
        ("2016-03", "2016-05", "2016-03/2016-05"),
        ("2016-12", "2017-01", "2016-12/2017-01"),
        ("2017-01", "2016-12", "2016-12/2017-01"),
        ("0009-01", "0009-12", "0009"),
        ("0000-01", "0049-12", "0001/0049"),
        ("9999-01", "10000-12", "9999"),
    ],
)
def test_months_as_one_date(first: str, last: str, edtf: str) -> None:
    assert edtf_of((month(first), month(last))) == edtf


_MONTHS = st.integers(12, 9999 * 12 + 11)


@given(_MONTHS, st.integers(0, 400))
def test_they_are_read_back(first: int, more: int) -> None:
    last = min(first + more, 9999 * 12 + 11)
    when = When(edtf_of((first, last)))
    assert when.start is not None and when.end is not None
    assert (when.start.year * 12 + when.start.month - 1, when.start.day) == (first, 1)
    assert when.end.year * 12 + when.end.month - 1 == last
    chosen = within(parse("country:uz date:2010 -date:2011"), (first, last))
    if (first, last) != (12, 9999 * 12 + 11):
        assert period(chosen) == (first, last)
    assert parse(chosen.text()) == chosen


@pytest.mark.parametrize(
    ("query", "months"),
    [
        ("", None),
        ("country:uz -date:2016", None),
        ("date:2016", ("2016-01", "2016-12")),
        ("date:2014,2016-Q1", ("2014-01", "2016-03")),
        ("after:2014 before:2016-05", ("2014-01", "2016-05")),
        ("after:2014", ("2014-01", "9999-12")),
        ("before:2014", ("0001-01", "2014-12")),
        ("date:2016-05-13", ("2016-05", "2016-05")),
        ("date:2016 date:2014", None),
    ],
)
def test_what_a_selection_allows(query: str, months: tuple[str, str] | None) -> None:
    assert period(parse(query)) == (None if months is None else (month(months[0]), month(months[1])))


def test_without_time() -> None:
    assert undated(parse("country:uz after:2014 date:2016 -date:2015 border")).text() == "country:uz -date:2015 border"
    assert within(Selection(), (month("2016-05"), month("2016-05"))).text() == "date:2016-05"
