"""Which numbers are years, and how far those of tens and hundreds reach."""

from __future__ import annotations

from datetime import date

import pytest

from importers.dates import find_dates

REFERENCE = date(2012, 8, 10)


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.when.edtf) for mention in find_dates(text, REFERENCE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fort fell in August 490 BC to a fleet.", []),
        ("They won on 2 August 216 BC.", []),
        ("A wave struck on 21 July 365 AD.", [("21 July 365", "0365-07-21")]),
        ("It was begun in AD 842.", [("842", "0842")]),
        ("It was begun in AD842.", [("842", "0842")]),
        ("It was lost in 969 CE.", [("969", "0969")]),
        ("It seats 969 guests, an ad for 842 more says.", []),
        ("They bought 150 CE certified helmets and 200 CE-marked ones.", []),
    ],
)
def test_years_of_an_era(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill was built in the 1700s.", "1700/1799"),
        ("The mill was built in the early 1800s.", "1800/1899"),
        ("The mill was built in the 1810s.", "1810/1819"),
        ("The mill was built in the 2000s.", "2000/2009"),
    ],
)
def test_hundreds_are_centuries_but_for_the_last(text: str, edtf: str) -> None:
    assert [value for _, value in found(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "The feast keeps up a 2000 year old custom.",
        "A 1500-year-old olive tree grows there.",
        "Some of the trees are 1500 years old.",
        "A survey of 1709 schoolchildren was made.",
        "It fed 1850 townspeople.",
    ],
)
def test_ages_and_heads_are_no_years(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on April 13,2011 in Oslo.", [("April 13,2011", "2011-04-13")]),
        ("They met on Sept15,2011 in Oslo.", [("Sept15,2011", "2011-09-15")]),
        ("They sold 15,2011 of them.", []),
        ("A portrait, c. 1871-72, hangs there.", [("c. 1871-72", "1871/1872")]),
    ],
)
def test_years_run_on_from_what_stands_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill closed in 1982. But the very next year it ran again.", "1983"),
        ("The mill closed in 1982. The very same year it ran again.", "1982"),
        ("The mill closed on 3 May 1982. The very next day it ran again.", "1982-05-04"),
        ("It flew on 12 April 1981, then on 12 November 1981. It will be sold on 29 October.", "2012-10-29"),
        ("It flew on 12 April 1981. It would be sold on 29 October.", "1981-10-29"),
    ],
)
def test_what_years_hang_on(text: str, edtf: str) -> None:
    assert found(text)[-1][1] == edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("River News no. 14   July - September 2011", [("July - September 2011", "2011-07/2011-09")]),
        ("River News, No. 4 June 2011", [("June 2011", "2011-06")]),
        ("October      3rd meeting of the board, Osh", [("October", "2011-10")]),
        ("October 3rd, the board met in Osh", [("October 3rd", "2011-10-03")]),
    ],
)
def test_numbers_of_other_things_are_no_days(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_year_behind_a_comma_may_be_that_of_a_law() -> None:
    said = find_dates("Under the Forest Act, 1927, fires are banned. In the forest, 1927 saw many.", REFERENCE)
    assert [one.role for one in said] == ["instrument-year", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/07 Osh: six boats were seized.", [("03/07", "2012-07-03")]),
        ('Nothing on the lake.\n30/06 "Reed", a boat, sank.', [("30/06", "2012-06-30")]),
        ("It was rated 03/07 Osh.", []),
        ("24/7 Hotline", []),
        ("03/07 boats were seized.", []),
    ],
)
def test_a_day_and_a_month_in_numbers_begin_an_entry(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On June 9 customs officers came.", [("June 9", "2012-06-09")]),
        ("In June 9 customs officers came.", [("June", "2012-06")]),
        ("June 9-11 Nurses of the valley met.", [("June 9-11", "2012-06-09/2012-06-11")]),
        ("It filled the week of April 16-20.", [("April 16-20", "2012-04-16/2012-04-20")]),
        ("It filled the week of April 16.", [("the week of April 16", "2012-04-16/2012-04-22")]),
    ],
)
def test_a_number_behind_a_month_is_a_day_or_counts_what_follows(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
