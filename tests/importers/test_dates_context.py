"""What is known around an expression tells what it leaves out: the issue, the article, the dates before it."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Basis
from db.when import When
from importers.dates import Context, find_dates, mentions, resolve, scan

ISSUE = Context(date(2016, 6, 30), issue=When("2016-04/2016-06"))


def read(text: str, context: Context = ISSUE) -> list[tuple[str, str, str]]:
    return [(mention.text, mention.when.edtf, mention.rule) for mention in mentions(text, scan(text), context)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in May.", [("May", "2016-05", "year-from-issue")]),
        ("They met in October.", [("October", "2015-10", "year-from-issue")]),
        ("They will meet in October.", [("October", "2016-10", "year-from-issue")]),
        ("They met in October last year.", [("October last year", "2015-10", "relative-to-issue")]),
        ("They met last year.", [("last year", "2015", "relative-to-issue")]),
        ("They met in 2016.", [("2016", "2016", "stated")]),
        ("Launched in 2003, it met in May.", [("2003", "2003", "stated"), ("May", "2016-05", "year-from-issue")]),
        (
            "It was signed on 5 June 2009. In October, they met.",
            [("5 June 2009", "2009-06-05", "stated"), ("October", "2015-10", "year-from-issue")],
        ),
        (
            "It was signed on 5 June 2015. In October, they met.",
            [("5 June 2015", "2015-06-05", "stated"), ("October", "2015-10", "year-from-article")],
        ),
        (
            "Signed on 5 June 2009 and renewed on 3 July.",
            [("5 June 2009", "2009-06-05", "stated"), ("3 July", "2009-07-03", "year-from-sentence")],
        ),
        (
            "Under Order No. 9 of 12 May 2012, a ward opened in January.",
            [("12 May 2012", "2012-05-12", "stated"), ("January", "2016-01", "year-from-issue")],
        ),
        (
            "Shut since February 2015, the ward took patients again on 31 January.",
            [("February 2015", "2015-02/..", "stated"), ("31 January", "2016-01-31", "year-from-issue")],
        ),
        (
            "Shut until 3 March 2015, the ward took patients again on 31 January.",
            [("3 March 2015", "2015-03-03", "stated"), ("31 January", "2016-01-31", "year-from-issue")],
        ),
        (
            "It was shut until 3 March 2015. On 31 January it burnt.",
            [("3 March 2015", "2015-03-03", "stated"), ("31 January", "2016-01-31", "year-from-issue")],
        ),
        (
            "Talks began on 1 November 2015. Only a month later they signed.",
            [("1 November 2015", "2015-11-01", "stated"), ("a month later", "2015-12~", "month-from-date")],
        ),
    ],
)
def test_order_of_evidence(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


def test_the_past_month_is_before_the_article() -> None:
    (expression,) = scan("in the past month")
    resolved = resolve(expression, Context(date(2016, 6, 30), issue=When("2016-34"), article=When("2016-05")))
    assert resolved is not None
    assert (resolved.when.edtf, resolved.basis, resolved.rule) == ("2016-04", Basis.RESOLVED, "relative-to-article")


def test_nothing_tells_what_a_lone_ordinal_means() -> None:
    (expression,) = scan("on the 13th.")
    assert resolve(expression, ISSUE) is None
    resolved = resolve(expression, Context(date(2016, 6, 30), preceding=When("2016-04-05")))
    assert resolved is not None and resolved.when.edtf == "2016-04-13"


def test_a_day_that_does_not_exist_is_no_date() -> None:
    (expression,) = scan("on 31 June 2016")
    assert resolve(expression, ISSUE) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("since 2008", "since"),
        ("until 2008", "until"),
        ("by 2008", "by"),
        ("before 2008", "before"),
        ("the World Drug Report 2016", "title-year"),
        ("the Regional Programme (2011-2014)", "title-year"),
        ("the Regional Programme for 2011-2014", "programme-period"),
        ("the 1988 Convention", "instrument-year"),
        ("Resolution 1540 (2004)", "instrument-year"),
        ("under Decree No. 45 of 12 May 2018", "instrument-year"),
        ("under presidential decree UP-77/2 dated 4 June 2015", "instrument-year"),
        ("the law of 3 March 2017", "instrument-year"),
        ("the Law of the Republic of Latvia of 3 March 2017", "instrument-year"),
        ("Cabinet Order No. 118 of 05.06.2015", "instrument-year"),
        ("the convention of 1971", "instrument-year"),
        ("By a decree of 12 May 2018 the ministers set up a fund", ""),
        ("the opening of 12 May 2018", ""),
        ("the order came on 12 May 2018", ""),
        ("From January to March 2016, 40 kg were seized", "statistics-period"),
        ("opened in May 2016", ""),
    ],
)
def test_role(text: str, role: str) -> None:
    assert [expression.role for expression in scan(text)][-1] == role


@pytest.mark.parametrize(
    ("text", "form", "qualifier", "year_known", "relative"),
    [
        ("in early May", "month", "early", False, False),
        ("in mid-2015", "year", "mid", True, False),
        ("in the late 1990s", "decade", "late", True, False),
        ("about May 2015", "month", "about", True, False),
        ("this June", "month", "", False, True),
        ("a month later", "relative", "", False, True),
        ("the past two years", "period", "", False, True),
        ("18 to 21 June", "range", "", False, False),
    ],
)
def test_what_a_scan_tells(text: str, form: str, qualifier: str, year_known: bool, relative: bool) -> None:
    (expression,) = scan(text)
    assert (expression.form, expression.qualifier, expression.year_known, expression.relative) == (
        form,
        qualifier,
        year_known,
        relative,
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 3 May 1912 war began. The 1905 revolt was forgotten. In June it spread.", "1912-06"),
        ("On 3 May 1912 war began. Its leader (born 8 July 1870) fled. In June it spread.", "1912-06"),
        ("On 3 May 1912 war began. In 1914, it grew. In June it spread.", "1914-06"),
        ("On 8 October 1912 war began. By the end of the year it was over.", "1912"),
        ("On 7 December war began. It ended on 3 May 1913, and 5 June 1913 saw a treaty.", "1913-06-05"),
    ],
)
def test_a_tale_of_the_past_goes_on_from_its_last_date(text: str, edtf: str) -> None:
    assert find_dates(text, date(2016, 7, 1))[-1].when.edtf == edtf
