"""Finding dates and working out which days they are, by phenomenon."""

from __future__ import annotations

from datetime import date

import pytest

from importers.dates import find_dates

REFERENCE = date(2016, 7, 15)


def found(text: str, reference: date = REFERENCE) -> list[tuple[str, str]]:
    return [(mention.text, mention.when.edtf) for mention in find_dates(text, reference)]


DAYS = [
    ("The centre opened on 13 April 2016.", "13 April 2016", "2016-04-13"),
    ("The centre opened on April 13, 2016.", "April 13, 2016", "2016-04-13"),
    ("The centre opened on the 13th of April 2015.", "the 13th of April 2015", "2015-04-13"),
    ("The centre opened on 13/04/2016.", "13/04/2016", "2016-04-13"),
    ("The centre opened on 4/13/2016.", "4/13/2016", "2016-04-13"),
    ("The centre opened on 13.04.2016.", "13.04.2016", "2016-04-13"),
    ("Log entry 2016-04-13: opened.", "2016-04-13", "2016-04-13"),
    ("They met on 3 Sept. 2015 in Oslo.", "3 Sept. 2015", "2015-09-03"),
    ("They met on Sept. 3 in Oslo.", "Sept. 3", "2015-09-03"),
    ("They met on Friday, 13 May 2016.", "Friday, 13 May 2016", "2016-05-13"),
    ("It is kept on the first of June.", "the first of June", "2016-06-01"),
    ("It is kept on the twenty-first of June 2014.", "the twenty-first of June 2014", "2014-06-21"),
    ("They came on 5-Aug-2014.", "5-Aug-2014", "2014-08-05"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), DAYS)
def test_a_day_in_any_printed_form(text: str, words: str, edtf: str) -> None:
    assert found(text) == [(words, edtf)]
