"""Dates as people type them."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.typed import read_when
from db.when import When, WhenError

TODAY = date(2017, 6, 15)

TYPED = [
    ("2016-05-13", "2016-05-13"),
    ("2017-12~", "2017-12~"),
    ("2016-Q2", "2016-34"),
    ("q2 2016", "2016-34"),
    ("Q2/2016", "2016-34"),
    ("2016 Q2", "2016-34"),
    ("2nd quarter of 2016", "2016-34"),
    ("the last quarter of 2016", "2016-36"),
    ("H1 2016", "2016-40"),
    ("second half of 2016", "2016-41"),
    ("May 2016", "2016-05"),
    ("MAY, 2016", "2016-05"),
    ("may-2016", "2016-05"),
    ("2016 May", "2016-05"),
    ("5/2016", "2016-05"),
    ("Sept 2016", "2016-09"),
    ("13 May 2016", "2016-05-13"),
    ("13th of May, 2016", "2016-05-13"),
    ("May 13, 2016", "2016-05-13"),
    ("the 3rd of May 2016", "2016-05-03"),
    ("3 Sept. 2016", "2016-09-03"),
    ("13/04/2016", "2016-04-13"),
    ("3.4.2016", "2016-04-03"),
    ("2016/05/13", "2016-05-13"),
    ("20160513", "2016-05-13"),
    ("13May2016", "2016-05-13"),
    ("Friday 13 May 2016", "2016-05-13"),
    ("13-15 April 2016", "2016-04-13/2016-04-15"),
    ("13–15 April 2016", "2016-04-13/2016-04-15"),
    ("April 13-15, 2016", "2016-04-13/2016-04-15"),
    ("April 28 - May 3, 2016", "2016-04-28/2016-05-03"),
    ("30 March to 2 April 2016", "2016-03-30/2016-04-02"),
    ("30 Dec - 2 Jan 2016", "2015-12-30/2016-01-02"),
    ("from 18 to 21 June 2013", "2013-06-18/2013-06-21"),
    ("2016-05-13..2016-05-15", "2016-05-13/2016-05-15"),
    ("2016-04-13 - 2016-04-15", "2016-04-13/2016-04-15"),
    ("October-November 2010", "2010-10/2010-11"),
    ("Apr 2016 - Jun 2017", "2016-04/2017-06"),
    ("Q1-Q2 2017", "2017-40"),
    ("2016-Q2..2017", "2016-04/2017-12"),
    ("2013 to 2017", "2013/2017"),
    ("2013-2017", "2013/2017"),
    ("between 2013 and 2015", "2013/2015"),
    ("2013..", "2013/.."),
    ("..2017", "../2017"),
    ("since 2008", "2008/.."),
    ("from May 2016 onwards", "2016-05/.."),
    ("2013 to now", "2013/.."),
    ("until May 2016", "../2016-05"),
    ("9999-36..", "9999-10/.."),
    ("about 9999-41", "9999-07~/9999-12~"),
    ("since Q2 2016", "2016-04/.."),
    ("mid May 2016", "2016-05"),
    ("mid-May 2016", "2016-05"),
    ("early 2016", "2016"),
    ("end of 2016", "2016"),
    ("late April to mid May 2016", "2016-04/2016-05"),
    ("about Dec 2017", "2017-12~"),
    ("circa 2015", "2015~"),
    ("~2015", "2015~"),
    ("around 13-15 April 2016", "2016-04-13~/2016-04-15~"),
    ("about Q2 2017", "2017-04~/2017-06~"),
    ("autumn 2017", "2017-23"),
    ("fall of 2017", "2017-23"),
    ("2017-autumn", "2017-23"),
    ("winter 2016-17", "2016-24"),
    ("winter 2016/2017", "2016-24"),
    ("1990s", "1990/1999"),
    ("the 1990's", "1990/1999"),
    ("  13   May\t2016 ", "2016-05-13"),
]

RELATIVE = [
    ("last year", "2016"),
    ("this month", "2017-06"),
    ("last quarter", "2017-33"),
    ("next year", "2018"),
    ("this week", "2017-06-12/2017-06-18"),
    ("today", "2017-06-15"),
    ("yesterday", "2017-06-14"),
    ("two weeks ago", "2017-06-01"),
    ("3 months ago", "2017-03"),
    ("a year ago", "2016"),
    ("May", "2017-05"),
    ("July", "2016-07"),
    ("June", "2017-06"),
    ("13 May", "2017-05-13"),
    ("16 June", "2016-06-16"),
    ("29 February", "2016-02-29"),
    ("autumn", "2016-23"),
    ("Q2", "2017-34"),
    ("3-5 May", "2017-05-03/2017-05-05"),
]

WORDS = ["13", "may", "2016", "-", "to", "q2", "autumn", "about", "/", "..", "mid", "of", "half"]

REFUSED = [
    "", "hello", "14", "99", "30 February 2016", "2016-02-30", "2016-13", "third half of 2016", "autumn 2016-17", "since", "about",
    "to", "-", "..", "1/2/3", "2016-05-13/15", "2016-05-13 10:30", "32 May 2016", "13.13.2016", "31-31-2016", "9" * 400,
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TYPED)
def test_typed(text: str, value: str) -> None:
    assert read_when(text, TODAY) == When(value)
    assert read_when(text, None) == When(value)


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_counted_from_today(text: str, value: str) -> None:
    assert read_when(text, TODAY) == When(value)
    with pytest.raises(WhenError):
        read_when(text, None)


@pytest.mark.parametrize(
    ("text", "near", "value"),
    [
        ("22 December", "2015-12", "2015-12-22"),
        ("22 December", "2015", "2015-12-22"),
        ("1 January", "2015", "2015-01-01"),
        ("22 December", "2016-01-03", "2015-12-22"),
        ("3 Jan", "2015-12-30", "2016-01-03"),
        ("13-15 April", "2014-33", "2014-04-13/2014-04-15"),
        ("May", "2008/..", "2008-05"),
        ("autumn", "9999-10", "9999-23"),
        ("22 December 2014", "2015-12", "2014-12-22"),
        ("last year", "2008", "2016"),
    ],
)
def test_without_a_year_the_nearest_to_a_known_date(text: str, near: str, value: str) -> None:
    assert read_when(text, TODAY, When(near)) == When(value)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(WhenError) as caught:
        read_when(text, TODAY)
    assert "\n" not in str(caught.value) and "2016-34" not in str(caught.value), "no code is asked of people"


def test_says_what_is_wrong() -> None:
    with pytest.raises(WhenError, match="did you mean 2013 to 2017"):
        read_when("2017 to 2013", TODAY)
    with pytest.raises(WhenError, match="needs a year"):
        read_when("13 May", None)
    with pytest.raises(WhenError, match="that day or year does not exist"):
        read_when("2016-02-30", TODAY)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_when_error(text: str) -> None:
    with contextlib.suppress(WhenError):
        read_when(text, TODAY)


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_any_words_are_a_date_or_a_when_error(words: list[str]) -> None:
    with contextlib.suppress(WhenError):
        read_when(" ".join(words), TODAY)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_shown_date_is_read_again(day: date) -> None:
    for edtf in (f"{day}", f"{day:%Y-%m}", f"{day.year}", f"{day.year}-35", f"{day.year}-22"):
        when = When(edtf)
        assert read_when(when.show(), None) == when
        assert read_when(when.show_long(), None) == when
