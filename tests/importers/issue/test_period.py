"""The period that a newsletter issue covers."""

from __future__ import annotations

from datetime import date

import pytest

from db.when import When
from importers.datelines import day_of_writing
from importers.dates.finding import scan
from importers.issue.mastheads import Printed, imprints, running_heads, years_covered
from importers.issue.period import issue_period, last_day, period_of
from importers.pipeline import read_newsletter
from importers.readers.issuelines import is_issue_line
from tests.importers.conftest import TODAY

VOTES = "The post opened on 3 May 2015. Dogs came in June 2015. In April 2015 it rained. A law of March 2014 holds."

MANY = (
    " ".join(f"Boats came on {day} {month} 2014." for day in (3, 9, 12) for month in ("April", "May", "June"))
    + " Rain in July 2013."
)
CASES = [
    ("heading, quarter in months", "x.txt", ["River News", "April - June 2015"], "", ("2015-34", "heading")),
    ("heading, quarter in words", "x.txt", ["Second quarter of 2015"], "", ("2015-34", "heading")),
    ("heading, Q2", "x.txt", ["River News, Q2 2015"], "", ("2015-34", "heading")),
    ("heading, a month", "x.txt", ["River News | May 2015"], "", ("2015-05", "heading")),
    ("heading, a half", "x.txt", ["January-June 2015"], "", ("2015-40", "heading")),
    ("heading, a season", "x.txt", ["Winter 2015"], "", ("2015-24", "heading")),
    ("heading, months of no quarter", "x.txt", ["May - June 2015"], "", ("2015-05/2015-06", "heading")),
    ("heading, its months one by one", "x.txt", ["January, February, March 2015"], "", ("2015-33", "heading")),
    ("its months behind the title", "x.txt", ["River News | October, November and December 2015"], "", ("2015-36", "heading")),
    ("its months with strokes", "x.txt", ["Jul-Aug-Sep 2015"], "", ("2015-35", "heading")),
    ("its months without a year", "x.txt", ["River News", "April / May / June"], VOTES, ("2015-34", "heading")),
    ("heading over the turn of a year", "x.txt", ["December 2014 - January 2015"], "", ("2014-12/2015-01", "heading")),
    ("heading without a year", "x.txt", ["River News", "April - June"], VOTES, ("2015-34", "heading")),
    ("a number as the French print it", "x.txt", ["River News   N° 9    July - September 2015"], "", ("2015-35", "heading")),
    ("number and year of the issue", "x.txt", ["No. 2/2013 | April to July"], VOTES, ("2013-04/2013-07", "heading")),
    ("a number and its year", "x.txt", ["2/2013 (April to July)"], VOTES, ("2013-04/2013-07", "heading")),
    (
        "the months behind their year, in a line that says more",
        "x.txt",
        ["RIVER NEWS", "For friends of the river, no. 2 of 2013 (April to June) FROM THE EDITOR"],
        VOTES,
        ("2013-34", "heading"),
    ),
    ("its number and year before its months", "x.txt", ["News 3/2015 | April - June 2015"], "", ("2015-34", "heading")),
    ("its number in a line of its own", "x.txt", ["News 3/2015", "April - June 2015"], "", ("2015-34", "heading")),
    ("a year in the file name, and most dates of one quarter", "river-2014.txt", [], MANY, ("2014-34", "file name")),
    ("the number of a quarter in the file name", "river_2014_02.txt", [], MANY, ("2014-34", "file name")),
    ("a month in the file name, of which hardly a date is", "river_2014_03.txt", [], MANY, ("2014-03", "file name")),
    ("a quarter and its figure", "x.txt", ["Issue 34 | Quarter 2, 2015"], "", ("2015-34", "heading")),
    ("two quarters", "x.txt", ["River News, Q1 - Q2 2015"], "", ("2015-40", "heading")),
    ("a quarter in Roman figures", "x.txt", ["River News: III quarter 2015"], "", ("2015-35", "heading")),
    ("a year and its quarter", "x.txt", ["2015 - 2nd quarter"], "", ("2015-34", "heading")),
    (
        "years that are not the issue's own are printed more often",
        "x.txt",
        ["River News", "January-March"],
        "The law of January 2013 changed much. A school opened in November 2013. Boats came on 7 March 2015.",
        ("2015-33", "heading"),
    ),
    (
        "what is told of the end of a year was told in the next",
        "x.txt",
        ["River News", "January-March"],
        "A law was signed on 24 February 2014. The survey, made from October to December 2014, was long. It rained on 7 March.",
        ("2015-33", "heading"),
    ),
    (
        "the day on which a term ends is of no year",
        "x.txt",
        ["River News", "April-June"],
        "Boats came on 17 May 2014 and dogs on 16 February 2014. The contract ends on 31 December 2014.",
        ("2014-34", "heading"),
    ),
    (
        "the months before the turn of the year are those of the year before",
        "x.txt",
        ["River News", "January-March"],
        "Boats came in November 2014, dogs on 3 December 2014, and rain on 4 February.",
        ("2015-33", "heading"),
    ),
    (
        "what is to come gives no year",
        "x.txt",
        ["River News", "October-December"],
        "Boats came on 4 November 2014. A school will be opened on 5 October 2015 and dogs will come in November 2015.",
        ("2014-36", "heading"),
    ),
    (
        "a programme still to come gives no year",
        "x.txt",
        ["River News", "October-December"],
        "It was built in 2011. The Programme for Rivers for 2017-2020 is planned. It had run 900 hours by 1 November 2015.",
        ("2015-36", "heading"),
    ),
    (
        "a report of the year",
        "x.txt",
        ["River News", "July-September"],
        "The agency was founded in 1999, and the launch in 2013 is not forgotten. All read the World River Report 2015.",
        ("2015-35", "heading"),
    ),
    (
        "a weekday tells the year",
        "x.txt",
        ["River News", "October-December"],
        "Boats came in March 2014. A school was opened on Monday, 12 October, and dogs came on Friday, 6 November.",
        ("2015-36", "heading"),
    ),
    (
        "the months of a text tell the quarter, and that the year",
        "x.txt",
        ["River News"],
        "Boats came in September 2014. A school was opened on 4 February, dogs came on 6 March, and rain on 8 January.",
        ("2015-33", "dates in the text"),
    ),
    (
        "what is due, and what is to come",
        "x.txt",
        ["River News", "July - September"],
        "Boats came in November 2013. A bridge will open by the end of December 2014, a ferry will run from February 2015.",
        ("2014-35", "heading"),
    ),
    ("number of the issue", "x.txt", ["Issue No. 12, May 2015"], "", ("2015-05", "heading")),
    ("further down", "x.txt", ["River News", "Regional Office", "Osh", "October-December 2016"], "", ("2016-36", "imprint")),
    (
        "the year of a numbered issue",
        "x.txt",
        ["River News", "of the lakes", "and ponds", "Annual issue   2014"],
        "",
        ("2014", "heading"),
    ),
    ("a number with its hash", "x.txt", ["River News", "Bulletin #4 2014"], "", ("2014", "heading")),
    ("number and short year", "x.txt", ["River Bulletin 7/14"], "", ("2014", "heading")),
    ("year and number", "x.txt", ["River News", "Issue 2014/17"], "", ("2014", "heading")),
    ("number of a quarterly and short year", "x.txt", ["River News, Quarterly Newsletter", "4/14"], VOTES, ("2014-36", "heading")),
    ("a quarterly has four issues a year", "x.txt", ["Quarterly River Newsletter 7/14"], "", ("2014", "heading")),
    ("a score is no number of an issue", "x.txt", ["Ponds beat lakes 7/14"], VOTES, ("2015-34", "dates in the text")),
    ("a report of a year", "x.txt", ["River House", "Annual Report 2014"], "", ("2014", "heading")),
    ("the days that it covers", "x.txt", ["River News", "1 April - 30 June 2014"], VOTES, ("2014-34", "heading")),
    ("the same in figures", "x.txt", ["River News", "01.04.2014 - 30.06.2014"], VOTES, ("2014-34", "heading")),
    (
        "the days of an event are not those of an issue",
        "x.txt",
        ["A fair, 3-5 April 2014"],
        VOTES,
        ("2015-34", "dates in the text"),
    ),
    ("the day of a month's issue", "x.txt", ["River News", "Issue 5, 15 May 2014"], "", ("2014-05", "heading")),
    (
        "published in its quarter",
        "x.txt",
        ["River News", "Osh, 15 March 2014"],
        "Boats came on 3 January. A school was opened on 4 February, dogs came on 6 February, and rain on 8 March.",
        ("2014-33", "heading"),
    ),
    (
        "published soon after its quarter",
        "x.txt",
        ["River News", "Published on 12 July 2014"],
        "Boats came on 3 April. A school was opened on 4 May, dogs came on 6 May, and rain on 8 June.",
        ("2014-34", "heading"),
    ),
    (
        "published soon after a year's last quarter",
        "x.txt",
        ["River News", "12 January 2014"],
        "Boats came on 3 October. A school was opened on 4 November, dogs came on 6 November, and rain on 8 December.",
        ("2013-36", "heading"),
    ),
    ("file name, quarter", "river-2015-q2.txt", [], VOTES, ("2015-34", "file name")),
    ("file name, quarter first", "Q3_2014 river.md", [], "", ("2014-35", "file name")),
    ("file name, month", "river_2015-11.txt", [], "", ("2015-11", "file name")),
    ("file name, month run on", "river 201511.txt", [], "", ("2015-11", "file name")),
    ("file name, year", "river-2015.txt", [], VOTES, ("2015", "file name")),
    ("file name, years", "river_2012-2014.txt", [], VOTES, ("2012/2014", "file name")),
    ("file name, years the wrong way round", "river 2014 - 2012.txt", [], VOTES, ("2012/2014", "file name")),
    ("file name, one year twice", "river-2014-2014.txt", [], VOTES, ("2014", "file name")),
    ("the heading goes before the file name", "river-2014.txt", ["May 2015"], "", ("2015-05", "heading")),
    ("a number in the name is no year", "doc12015x.txt", [], VOTES, ("2015-34", "dates in the text")),
    ("a sum of letters and figures in the name is no year", "7_a9c2014f7b.txt", [], VOTES, ("2015-34", "dates in the text")),
    ("file name, a year that is to come", "agenda2030 news 2014-q3.txt", [], VOTES, ("2014-35", "file name")),
    (
        "the year of the title",
        "x.txt",
        ["Round-up of the Year 2014"],
        "It rained in May 2014 and in July 2014.",
        ("2014", "heading"),
    ),
    ("the year of the title, all in one quarter", "x.txt", ["River News 2015"], VOTES, ("2015-34", "heading")),
    ("a title with the years of a programme", "x.txt", ["River Programme 2012-2019"], VOTES, ("2015-34", "dates in the text")),
    ("a vote", "x.txt", ["River News"], VOTES, ("2015-34", "dates in the text")),
    ("a vote, of equals the later", "x.txt", [], "It rained in May 2014. It rained in May 2015.", ("2015-34", "dates in the text")),
    ("only years", "x.txt", [], "It rained in 2012 and in 2012.", ("2012", "dates in the text")),
    ("nothing", "x.txt", ["River News"], "It rained.", (None, "")),
]
OLD = "The office opened in January 1999 with four people. Ten years ago, in 2005, a seminar was held; since 2010 there were forty."
ELSEWHERE = [
    (["River News", "Number 3/2015", "July - September"], "2015-35"),
    (["River News 3/2015", "July - September"], "2015-35"),
    (["July - September", "Issue 3 (2015)"], "2015-35"),
    (["River News", "Issue 3, 2015", "July-September"], "2015-35"),
    (["River News", "No 3(14), 2015", "July-September"], "2015-35"),
    (["2015", "July – September", "River News"], "2015-35"),
    (["River News 2015", "July - September"], "2015-35"),
    (["River News", "© 2015 River Office", "July - September"], "2015-35"),
    (["River News", "July - September", "Printed in Osh, 2015"], "2015-35"),
    (["River News", "July - September", "Founded in 1999"], "2010-35"),
    (["River News", "July - September", "Telephone 312 62 2014"], "2010-35"),
    (["River News", "July - September", "Winner of the 2014 press award"], "2010-35"),
    (["River News", "October - December", "Osh, 15 January 2016"], "2015-36"),
    (["River News", "Issue no. 3: July through September", "2015"], "2015-35"),
    (["River News | July-September | 2015"], "2015-35"),
    (["River News", "April, May and June 2015"], "2015-34"),
    (["River News", "Jul/Sept '15"], "2015-35"),
    (["River News", "Summer Issue 2015"], "2015-22"),
    (["River News", "Quarter 3 / 2015"], "2015-35"),
    (["River News", "3Q2015"], "2015-35"),
    (["River News", "III/2015"], "2015-35"),
    (["River News", "Quarterly bulletin 3-2015"], "2015-35"),
    (["Quarterly River News No. 3 of 2015"], "2015-35"),
]
FILES = [
    ("river-2015.txt", "July - September", "2015-35"),
    ("river2015_q3.txt", "July - September", "2015-35"),
    ("river_3_2015.txt", "July - September", "2015-35"),
    ("20151015_river.txt", "July - September", "2015-35"),
    ("river032015.txt", "July - September", "2015-35"),
    ("river_2016-01.txt", "October - December", "2015-36"),
    ("river-2150.txt", "July - September", "2010-35"),
]
QUARTER = "A pier opened on 14 July, a ferry on 3 August, a lock on 9 September. Boats came on 5 July."


@pytest.mark.parametrize(("what", "name", "top", "text", "wanted"), CASES)
def test_the_period_and_how_it_was_found(what: str, name: str, top: list[str], text: str, wanted: tuple[str | None, str]) -> None:
    when, basis = issue_period(name, list(map(Printed, top)), scan(text), TODAY)
    assert (when.edtf if when else None, basis) == wanted


@pytest.mark.parametrize(("top", "wanted"), ELSEWHERE)
def test_the_year_is_printed_apart_from_the_months(top: list[str], wanted: str) -> None:
    when, _ = issue_period("x.txt", list(map(Printed, top)), scan(OLD), TODAY)
    assert when is not None
    assert when.edtf == wanted


@pytest.mark.parametrize(("name", "months", "wanted"), FILES)
def test_the_year_of_printed_months_stands_in_the_file_name(name: str, months: str, wanted: str) -> None:
    when, _ = issue_period(name, [Printed("River News"), Printed(months)], scan(OLD), TODAY)
    assert when is not None
    assert when.edtf == wanted


@pytest.mark.parametrize("name", ["river_2015-10.txt", "20151015 river.txt", "river 15-10-2015.txt"])
def test_a_file_is_named_by_the_month_after_its_quarter(name: str) -> None:
    when, basis = issue_period(name, [Printed("River News")], scan(QUARTER), TODAY)
    assert (when and when.edtf, basis) == ("2015-35", "file name")


def test_the_year_in_a_line_that_the_layout_takes_for_a_page_number() -> None:
    text = f"River News\n2015\nJuly - September\n\nA PIER FOR OSH\n\n{OLD}\n"
    assert read_newsletter(text.encode(), "x.txt", today=TODAY).source.issue == When("2015-35")


@pytest.mark.parametrize("text", ["MAY", "April - June", "OCTOBER 2015", "Q2 2016", "Spring 2014", "May/June 2015", "MAY:"])
def test_headings_that_are_nothing_but_a_period(text: str) -> None:
    assert len(period_of(text, scan(text))) >= 1


@pytest.mark.parametrize(
    "text", ["", "May I ask?", "MAY DAY PARADE", "3 May 2015", "Report 2015", "last year", "News of May 2015", "2015"]
)
def test_headings_that_are_more_or_less_than_a_period(text: str) -> None:
    assert period_of(text, scan(text)) == ()


@pytest.mark.parametrize(
    ("issue", "wanted"),
    [
        ("2015-34", date(2015, 6, 30)),
        ("2015-05", date(2015, 5, 31)),
        ("2014-24", date(2015, 2, 28)),
        ("2015/..", TODAY),
        (None, TODAY),
    ],
)
def test_an_issue_looks_back_from_its_last_day(issue: str | None, wanted: date) -> None:
    assert last_day(When(issue) if issue else None, TODAY) == wanted


def test_no_issue_looks_back_from_far_ahead() -> None:
    assert last_day(When("2150"), TODAY).year == TODAY.year + 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4 March 2015", "2015-03-04"),
        ("March 4th 2015", "2015-03-04"),
        ("Posted on 4 March 2015", "2015-03-04"),
        ("Posted by admin on March 4, 2015", "2015-03-04"),
        ("Published Date: 4 March 2015, 10:30", "2015-03-04"),
        ("4 March 2015 by Media Unit", "2015-03-04"),
        ("Lusaka, 4 March 2015", "2015-03-04"),
        ("2015-03-04", "2015-03-04"),
        ("04.03.2015.", "2015-03-04"),
        ("4 March 2015, Fort Saint George, Great River Islands", "2015-03-04"),
        ("RB 04 041 4 March 2015", "2015-03-04"),
        ("Wednesday, 4 March 2015, 3:10 pm Press Release: River Bureau", "2015-03-04"),
        ("Decree No. 12 of 4 March 2015", None),
        ("4 March 2015 Meeting of the press", None),
        ("4 March", None),
        ("Newsletter No. 4 / March 2015", None),
        ("March 2015", None),
        ("4-6 March 2015", None),
        ("The post opened on 4 March 2015", None),
        ("4 March 2015 the post opened", None),
    ],
)
def test_a_line_that_only_says_when_a_story_was_written(text: str, day: str | None) -> None:
    found = day_of_writing(text, TODAY)
    assert (found.edtf if found else None) == day


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Newsletter - Highlights of 2016, 2017 and 2018", "2016/2018"),
        ("Highlights 2015 and 2016", "2015/2016"),
        ("Resolutions of 2013 and 2016", None),
        ("News from 2016", None),
    ],
)
def test_years_in_a_row_are_covered(line: str, edtf: str | None) -> None:
    found = years_covered(Printed(line), TODAY)
    assert (found.edtf if found else None) == edtf


STORY = "A pier was opened in Osh, and the fishers of the valley came to see it. Its lamps burn from March 2017 to June 2018. " * 12


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("River Programme Newsletter, April-June 2015      2", ["River Programme Newsletter, April-June 2015      2"]),
        ("| 3 | Quarterly Update | Q2 2015", ["3 | Quarterly Update | Q2 2015"]),
        ("River Office Country Brief\nMay 2015", ["May 2015"]),
        ("Piers and boats\nMay 2015", []),
        ("Newsletter 3, May 2015\nNewsletter 4, June 2015", []),
        ("As told in our newsletter of May 2015", []),
        ("The Newsletter of May 2015 was read in Osh.", []),
        ("River Report, May 2015", []),
    ],
)
def test_lines_further_down_that_name_the_issue(lines: str, expected: list[str]) -> None:
    assert running_heads(f"{STORY}\n\n{lines}\n\n{STORY}\n{lines}\n") == expected


def test_the_running_head_of_a_newsletter_without_a_masthead() -> None:
    text = f"A PIER FOR OSH\n\n{STORY}\n\nRiver Programme Newsletter, April-June 2015      2\n\nBOATS\n\n{STORY}"
    source = read_newsletter(text.encode(), "news.txt", today=date(2020, 1, 1)).source
    assert (source.issue and source.issue.edtf, source.issue_basis) == ("2015-34", "heading")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("© 2015 River Office", ["© 2015 River Office"]),
        ("2015", ["2015"]),
        ("Printed in Osh, 2015", ["Printed in Osh, 2015"]),
        ("May 2015  Regional Conference, Osh", []),
        ("The office opened in 2015.", []),
    ],
)
def test_lines_that_name_nothing_but_a_year(lines: str, expected: list[str]) -> None:
    assert imprints(f"{STORY}\n\n{lines}\n") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("No. 4, May 2015", True),
        ("Issue Eleven: November 2014 to April 2015", True),
        ("No. 4, 14 May 2015", False),
        # an answer at all: each month has one way to be read
        ("may " * 28 + "x!", False),
    ],
)
def test_lines_that_name_an_issue(line: str, expected: bool) -> None:
    assert is_issue_line(line) is expected
