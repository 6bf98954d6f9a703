"""What is known around an expression tells what it leaves out: the issue, the article, the dates before it."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Basis
from db.when import When
from importers.dates.finding import find_dates, mentions, scan
from importers.dates.forms import UNIT
from importers.dates.resolve import resolve
from importers.dates.rules import DateRule
from importers.dates.values import Context

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
        # the second of May was a Monday
        ("They met on Tuesday, 2 May.", [("Tuesday, 2 May", "2016-05-02", "year-from-issue")]),
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
            "It was signed on 5 June 2016. In November a team had visited five towns.",
            [("5 June 2016", "2016-06-05", "stated"), ("November", "2015-11", "year-from-issue")],
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
        (
            "Talks began on 1 November 2011. In the following summer they signed.",
            [("1 November 2011", "2011-11-01", "stated"), ("the following summer", "2012-22", "year-from-date")],
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


def test_no_day_is_counted_from_the_end_of_an_issue() -> None:
    for words in ("on the same day", "two days later", "three days before"):
        (expression,) = scan(words)
        assert resolve(expression, ISSUE) is None
        told = resolve(expression, Context(date(2016, 6, 30), issue=When("2016-34"), preceding=When("2016-04-05")))
        assert told is not None and told.when.edtf.startswith("2016-04-0")


@pytest.mark.parametrize(
    ("context", "edtf"),
    [
        (Context(date(2016, 6, 30), issue=When("2016-34")), None),
        (Context(date(2016, 6, 30), issue=When("2016-06")), None),
        (Context(date(2016, 6, 19), issue=When("2016-06-13/2016-06-19")), "2016-06-06/2016-06-12"),
        (Context(date(2016, 6, 30), issue=When("2016-34"), article=When("2016-05-11")), "2016-05-02/2016-05-08"),
    ],
)
def test_last_week_is_known_where_the_day_of_writing_is(context: Context, edtf: str | None) -> None:
    (expression,) = scan("It met last week.")
    told = resolve(expression, context)
    assert (told.when.edtf if told else None) == edtf


def test_a_day_of_a_month_that_has_not_come_is_of_the_month_that_was_told() -> None:
    (expression,) = scan("on the 13th.")
    resolved = resolve(expression, Context(date(2016, 6, 30), preceding=When("2016-06-20")))
    assert resolved is not None and resolved.when.edtf == "2016-06-13"
    resolved = resolve(expression, Context(date(2016, 6, 30), preceding=When("2016-04-20")))
    assert resolved is not None and resolved.when.edtf == "2016-05-13"


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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 3 May 1912 he wed. His sons died in 1960.\n\nIn 1913 he rose. He made peace in 1915 and left in June.", "1915-06"),
        ("On 3 May 1912 war began. It missed its 1914 goal and ended in June.", "1912-06"),
        ("She won the 1912 cup. Later that year she wed.", "1912"),
        ("On 3 May 1912 war began. It was foretold (in a book of 23 August 1898). It ended on 25 December.", "1912-12-25"),
        ("On 3 May 1912 war began. They hoped for peace before the end of 1914. In July it spread.", "1912-07"),
        ("In May 1912 he ran for office. He took it the next March.", "1913-03"),
        ("In March 1912 she left. She spent 1913 abroad until 21 December.", "1913-12-21"),
        ("They wed in 1960.\n\n1912-1915: Youth\n\nShe toured at home. By the end of the year she was famous.", "1912"),
    ],
)
def test_a_tale_of_the_past_comes_back_from_its_asides(text: str, edtf: str) -> None:
    assert find_dates(text, date(2016, 7, 1))[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rose on 3 May 1912. Three years earlier, in 1908, it had fallen.", "1908"),
        ("He wed on 3 May 1912 and took office the same day, on 6 June 1913.", "1913-06-06"),
        ("It froze on 3 May 1912. A month later, in July 1912, it rained.", "1912-07"),
    ],
)
def test_the_date_beside_it_says_which_one_is_meant(text: str, edtf: str) -> None:
    assert find_dates(text, date(2016, 7, 1))[-2].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Rates fell in August 2001. A man who left in March is missing.", "2001-03"),
        ("Rates fell in August 2001. The vote is due in March.", "2002-03"),
        ("Rates fell in February 2000. The next vote will be on 1 November.", "2002-11-01"),
        ("Rates fell on 3 December 2001. The courts sit again on 8 January.", "2002-01-08"),
    ],
)
def test_a_report_does_not_go_on_beyond_its_day_unless_it_says_so(text: str, edtf: str) -> None:
    assert find_dates(text, date(2001, 12, 20))[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Next meeting: Apia, October.", "2019-10"),
        ("The next session is in June.", "2019-06"),
        ("The next session was held in June.", "2018-06"),
        ("The house next to the school burnt in June.", "2018-06"),
        ("The next two days, 3 and 4 May, it rained.", "2018-05-03/2018-05-04"),
    ],
)
def test_what_comes_next_is_ahead(text: str, edtf: str) -> None:
    assert find_dates(text, date(2019, 3, 31))[-1].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The queen will open the mill on 4 April. The mill burnt down on 9 June 1951.", "2019-04-04"),
        ("A second vote is to be held from 20 November to 11 December.", "2019-11-20/2019-12-11"),
        ("The tax was set to end on 31 December.", "2019-12-31"),
        ("The town expects a fair election in May. It had none in 2018.", "2019-05"),
        ("It will issue its fourth quarter results soon.", "2018-36"),
        ("It will issue its fourth quarter and full year 2017 results soon.", "2017-36"),
        ("The mill burnt down in May. It will be shown to the queen.", "2018-05"),
    ],
)
def test_what_is_to_come_is_the_nearest_ahead(text: str, edtf: str) -> None:
    assert find_dates(text, date(2019, 3, 31))[0].when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Flights will begin in late November, others in late January. More will begin in late November.", "2018-11"),
        ("The fair is in June 2019. Its doors will open in August.", "2019-08"),
        ("They met in the last six months of 2017. On the 10 September, they ate.", "2018-09-10"),
        ("They met in December 2017. On 10 July they ate.", "2018-07-10"),
        ("They met on 3 July 1931. They ate on 4 July 1931, and again on 10 September.", "1931-09-10"),
        ("In 2016, the firm hired two men: in January a cook, and in September a driver.", "2016-09"),
        ("Founded in 2016, the firm hired a cook in January.", "2018-01"),
    ],
)
def test_a_report_names_the_days_about_its_own(text: str, edtf: str) -> None:
    assert find_dates(text, date(2018, 9, 17))[-1].when.edtf == edtf


@pytest.mark.parametrize("unit", sorted(UNIT.values()))
def test_a_date_may_hang_on_the_one_before_it_by_every_unit(unit: str) -> None:
    assert DateRule(f"{unit}-from-date")


def test_where_no_issue_is_known_a_weekday_tells_the_year() -> None:
    assert read("They met on Saturday, 2 May.", Context(date(2016, 6, 30)))[0][1] == "2015-05-02"
