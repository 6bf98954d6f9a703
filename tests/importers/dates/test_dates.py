"""Finding dates and working out which days they are, by phenomenon."""

from __future__ import annotations

from datetime import date

import pytest

from importers.dates import find_dates

REFERENCE = date(2016, 7, 15)

Case = tuple[str, list[tuple[str, str]]]


def found(text: str, reference: date = REFERENCE) -> list[tuple[str, str]]:
    return [(mention.text, mention.when.edtf) for mention in find_dates(text, reference)]


DAYS: list[Case] = [
    ("The centre opened on 13 April 2016.", [("13 April 2016", "2016-04-13")]),
    ("The centre opened on April 13, 2016.", [("April 13, 2016", "2016-04-13")]),
    ("The centre opened on the 13th of April 2015.", [("the 13th of April 2015", "2015-04-13")]),
    ("The centre opened on 13 April, 2015.", [("13 April, 2015", "2015-04-13")]),
    ("The centre opened on 13 APRIL 2015.", [("13 APRIL 2015", "2015-04-13")]),
    ("They met on 3 Sept. 2015 in Oslo.", [("3 Sept. 2015", "2015-09-03")]),
    ("They met on Sept. 3 in Oslo.", [("Sept. 3", "2015-09-03")]),
    ("They met on Friday, 13 May 2016.", [("Friday, 13 May 2016", "2016-05-13")]),
    ("They met on 13.05.16 in Oslo.", [("13.05.16", "2016-05-13")]),
    ("They met on 3 & 4 May 2016 in Oslo.", [("3 & 4 May 2016", "2016-05-03/2016-05-04")]),
    ("See section 12.14.16, or version 3.10.12.", []),
    ("It is kept on the first of June.", [("the first of June", "2016-06-01")]),
    ("It is kept on the twenty-first of June 2014.", [("the twenty-first of June 2014", "2014-06-21")]),
    ("They came on 5-Aug-2014.", [("5-Aug-2014", "2014-08-05")]),
    ("They came on 5 Aug '14.", [("5 Aug '14", "2014-08-05")]),
    ("They came on 5-Aug-14.", [("5-Aug-14", "2014-08-05")]),
    ("They came on 5/Aug/99.", [("5/Aug/99", "1999-08-05")]),
    ("They left on 1 st of May 2014.", [("1 st of May 2014", "2014-05-01")]),
    ("It broke down on 2014 March 5.", [("2014 March 5", "2014-03-05")]),
    ("We sailed on the 3d June, 1803.", [("the 3d June, 1803", "1803-06-03")]),
    ("We sailed on June 22d, 1803.", [("June 22d, 1803", "1803-06-22")]),
    (
        "We sailed on the 23d of June 1803, and on the 2d July.",
        [("the 23d of June 1803", "1803-06-23"), ("the 2d July", "1803-07-02")],
    ),
    ("In May 3d printers were sold.", [("May", "2016-05")]),
]
COUNTS: list[Case] = [
    ("From 5 to 9 June, 42 young nurses were taught.", [("5 to 9 June", "2016-06-05/2016-06-09")]),
    ("On 9 June, 42 nurses came.", [("9 June", "2016-06-09")]),
    ("On June 9, 42 nurses came.", [("June 9", "2016-06-09")]),
    ("On 9 June 42 nurses came.", [("9 June", "2016-06-09")]),
    ("On 9 June, 2014 farmers came.", [("9 June", "2016-06-09")]),
    ("On June 9, 2014 farmers came.", [("June 9", "2016-06-09")]),
    ("On 13-15 May, 35 judges came.", [("13-15 May", "2016-05-13/2016-05-15")]),
    ("On May 13 to 15, 2014 farmers came.", [("May 13 to 15", "2016-05-13/2016-05-15")]),
    ("On 30 March - 2 April, 60 nurses came.", [("30 March - 2 April", "2016-03-30/2016-04-02")]),
    ("On 5 and 12 May, 60 nurses came.", [("5", "2016-05-05"), ("12 May", "2016-05-12")]),
    ("In May 45 nurses came.", [("May", "2016-05")]),
]
NUMBERS: list[Case] = [
    ("The centre opened on 13/04/2016.", [("13/04/2016", "2016-04-13")]),
    ("The centre opened on 4/13/2016.", [("4/13/2016", "2016-04-13")]),
    ("Opened 4/13/2016, closed 5/6/2016.", [("4/13/2016", "2016-04-13"), ("5/6/2016", "2016-05-06")]),
    ("Opened 5/6/2016.", [("5/6/2016", "2016-06-05")]),
    ("Opened 13/04/16.", [("13/04/16", "2016-04-13")]),
    ("The centre opened on 13.04.2016.", [("13.04.2016", "2016-04-13")]),
    ("Log entry 2016-04-13: opened.", [("2016-04-13", "2016-04-13")]),
    ("Due 2015-12.", [("2015-12", "2015-12")]),
    ("Due 12/2015.", [("12/2015", "2015-12")]),
    ("Held on 14-16.05.2016.", [("14-16.05.2016", "2016-05-14/2016-05-16")]),
    ("Held on 14.-16.05.2016.", [("14.-16.05.2016", "2016-05-14/2016-05-16")]),
    ("Held from 28 to 30.05.2016.", [("28 to 30.05.2016", "2016-05-28/2016-05-30")]),
    ("Held on 14.05.-16.05.2016.", [("14.05.-16.05.2016", "2016-05-14/2016-05-16")]),
    ("Held on 30.12. – 02.01.2016.", [("30.12. – 02.01.2016", "2015-12-30/2016-01-02")]),
    ("Held on 3-5.05.16.", [("3-5.05.16", "2016-05-03/2016-05-05")]),
    ("See 3.10-12.05.2016, and call 55-12-16.05.2016.", []),
    ("The centre opened on 13‑04‑2016.", [("13‑04‑2016", "2016-04-13")]),
]
RANGES: list[Case] = [
    ("A course ran on 13-15 April 2016.", [("13-15 April 2016", "2016-04-13/2016-04-15")]),
    ("A course ran from 13 to 15 April.", [("13 to 15 April", "2016-04-13/2016-04-15")]),
    ("A course ran on April 13–15, 2016.", [("April 13–15, 2016", "2016-04-13/2016-04-15")]),
    ("On 30 March - 2 April 2016 they met.", [("30 March - 2 April 2016", "2016-03-30/2016-04-02")]),
    ("On 30 December - 2 January 2016 they met.", [("30 December - 2 January 2016", "2015-12-30/2016-01-02")]),
    ("On the night of 14/15 August 1947 it rained.", [("14/15 August 1947", "1947-08-14/1947-08-15")]),
    ("On 12 and 13 May 2016 they met.", [("12 and 13 May 2016", "2016-05-12/2016-05-13")]),
    ("A course ran on 13‑15 April 2016.", [("13‑15 April 2016", "2016-04-13/2016-04-15")]),
    ("Held in October-November 2010.", [("October-November 2010", "2010-10/2010-11")]),
    ("Held between 2010 and 2015.", [("2010 and 2015", "2010/2015")]),
    ("Held in 2014-15.", [("2014-15", "2014/2015")]),
    ("The frost of 1683–84 killed the vines.", [("1683–84", "1683/1684")]),
    ("A drought (1897–9).", [("1897–9", "1897/1899")]),
    ("Due 2015-2.", [("2015-2", "2015-02")]),
    ("In 1895–6 he went south, on 4 March he was back.", [("1895–6", "1895/1896"), ("4 March", "1896-03-04")]),
    ("In April, May and June 2015 it rained.", [("April", "2015-04"), ("May", "2015-05"), ("June 2015", "2015-06")]),
    ("Held from May 2015 to June 2016.", [("May 2015 to June 2016", "2015-05/2016-06")]),
    ("Held from November to March 2015.", [("November to March 2015", "2014-11/2015-03")]),
    ("Held in the winter of 1939/1940.", [("the winter of 1939/1940", "1939-24")]),
    ("Held in the winter of 1946–47.", [("the winter of 1946–47", "1946-24")]),
    ("Held in winter 2014/15.", [("winter 2014/15", "2014-24")]),
    ("Winter 2014-15 was mild.", [("Winter 2014-15", "2014-24")]),
    ("Held in the winter of 2014/2015.", [("the winter of 2014/2015", "2014-24")]),
    ("The winter of 1999/00 was mild.", [("The winter of 1999/00", "1999-24")]),
    ("Kept shut 28 Feb. – 1 Mar. 2015.", [("28 Feb. – 1 Mar. 2015", "2015-02-28/2015-03-01")]),
    ("Kept shut Feb. 28 – Mar. 1, 2015.", [("Feb. 28 – Mar. 1, 2015", "2015-02-28/2015-03-01")]),
    ("Kept shut Sept. – Dec. 2015.", [("Sept. – Dec. 2015", "2015-09/2015-12")]),
    ("Kept shut from Jan. to Mar. 2015.", [("Jan. to Mar. 2015", "2015-01/2015-03")]),
    ("Due in Q1-Q2 2015.", [("Q1-Q2 2015", "2015-01/2015-06")]),
]
SEVERAL: list[Case] = [
    (
        "It ran from 18 to 21 June and from 7 to 9 October 2013.",
        [("18 to 21 June", "2013-06-18/2013-06-21"), ("7 to 9 October 2013", "2013-10-07/2013-10-09")],
    ),
    ("It met on 3 March and again on 5 April 2012.", [("3 March", "2012-03-03"), ("5 April 2012", "2012-04-05")]),
    (
        "It met on 3 March (Osh), 5 April (Talas) and 7 May 2012 (Naryn).",
        [("3 March", "2012-03-03"), ("5 April", "2012-04-05"), ("7 May 2012", "2012-05-07")],
    ),
    ("It met on 3 March in Osh and 5 April 2012 in Talas.", [("3 March", "2012-03-03"), ("5 April 2012", "2012-04-05")]),
    ("It met on 5 and 12 May 2016.", [("5", "2016-05-05"), ("12 May 2016", "2016-05-12")]),
    ("It met on 5, 12 and 19 May 2015.", [("5", "2015-05-05"), ("12", "2015-05-12"), ("19 May 2015", "2015-05-19")]),
    ("It met on 3-4 and 6-7 May 2015.", [("3-4", "2015-05-03/2015-05-04"), ("6-7 May 2015", "2015-05-06/2015-05-07")]),
    ("It met on May 5 and 12.", [("May 5", "2016-05-05"), ("12", "2016-05-12")]),
    ("They were there in May and June 2015.", [("May and June 2015", "2015-05/2015-06")]),
    ("Prices rose in May and June 2015.", [("May and June 2015", "2015-05/2015-06")]),
    ("They met in May and July 2015.", [("May", "2015-05"), ("July 2015", "2015-07")]),
    ("They met in May and June 2015 respectively.", [("May", "2015-05"), ("June 2015", "2015-06")]),
    ("They met on 11-15th May 2015.", [("11-15th May 2015", "2015-05-11/2015-05-15")]),
    (
        "They met on 13 May 2015. In the same week others came.",
        [("13 May 2015", "2015-05-13"), ("the same week", "2015-05-11/2015-05-17")],
    ),
    ("In March, April and May 1918 it met.", [("March", "1918-03"), ("April", "1918-04"), ("May 1918", "1918-05")]),
    ("In December and January 1918 it met.", [("December", "1917-12"), ("January 1918", "1918-01")]),
    ("In 2009, 2010 and 2011 it met.", [("2009", "2009"), ("2010", "2010"), ("2011", "2011")]),
]
COARSE: list[Case] = [
    ("Opened in May 2016.", [("May 2016", "2016-05")]),
    ("Opened in Sept. 2015.", [("Sept. 2015", "2015-09")]),
    ("Opened in the second quarter of 2016.", [("the second quarter of 2016", "2016-34")]),
    ("Opened in Q2 2016.", [("Q2 2016", "2016-34")]),
    ("Opened in Q1/2015.", [("Q1/2015", "2015-33")]),
    ("Opened in H1/2015.", [("H1/2015", "2015-40")]),
    ("Opened in 3Q 2015.", [("3Q 2015", "2015-35")]),
    ("Opened in 3Q/2015.", [("3Q/2015", "2015-35")]),
    ("Opened in the first half of 2016.", [("the first half of 2016", "2016-40")]),
    ("Opened in the fall of 2017.", [("the fall of 2017", "2017-23")]),
    ("Opened in winter 2015.", [("winter 2015", "2015-24")]),
    ("On 12 May 2016 participants met.", [("12 May 2016", "2016-05-12")]),
    ("On 12 May 2000 participants met.", [("12 May", "2016-05-12")]),
    ("Opened in 1998.", [("1998", "1998")]),
    ("Opened in the 1990s.", [("the 1990s", "1990/1999")]),
    ("Opened in the late sixties.", [("the late sixties", "1960/1969")]),
    ("Opened in the 19th century.", [("the 19th century", "1800/1899")]),
    ("The first nine months of 2012 were dry.", [("The first nine months of 2012", "2012-01/2012-09")]),
    ("The third month of 2021 was dry.", [("The third month of 2021", "2021-03")]),
]
QUALIFIED: list[Case] = [
    ("Opened in early March 2015.", [("early March 2015", "2015-03")]),
    ("Opened in mid-2015.", [("mid-2015", "2015")]),
    ("Opened at the end of 2015.", [("the end of 2015", "2015")]),
    ("Opened about December 2017.", [("about December 2017", "2017-12~")]),
    ("Opened c. 1900.", [("c. 1900", "1900~")]),
    ("Opened earlier in September.", [("earlier in September", "2015-09")]),
    ("Opened in the third week of May 2015.", [("the third week of May 2015", "2015-05-15/2015-05-21")]),
    ("In use since 2008.", [("2008", "2008/..")]),
    ("In use since May 2008.", [("May 2008", "2008-05/..")]),
    ("In use from 1 June 2016 onwards.", [("1 June 2016", "2016-06-01/..")]),
    ("Built before 2000.", [("2000", "../1999")]),
]
RELATIVE: list[Case] = [
    ("It met last week.", [("last week", "2016-07-04/2016-07-10")]),
    ("It meets this week, not next week.", [("this week", "2016-07-11/2016-07-17"), ("next week", "2016-07-18/2016-07-24")]),
    ("Over the past two weeks it met daily.", [("the past two weeks", "2016-07-02/2016-07-15")]),
    ("It meets within the next two weeks.", [("the next two weeks", "2016-07-16/2016-07-29")]),
    ("In the last week of the course it rained.", []),
    ("It opened last year.", [("last year", "2015")]),
    ("It opened this June.", [("this June", "2016-06")]),
    ("It sold twice as much as the year before.", [("the year before", "2015")]),
    ("It sold less than in the previous year.", [("the previous year", "2015")]),
    (
        "It rained on 3 May 1912. The pier dates from 1905. It had frozen the month before.",
        [("3 May 1912", "1912-05-03"), ("1905", "1905"), ("the month before", "1912-04")],
    ),
    ("It rained on 3 May 1912. It had frozen the month before.", [("3 May 1912", "1912-05-03"), ("the month before", "1912-04")]),
    ("It opens next March.", [("next March", "2017-03")]),
    ("It opened in June last year.", [("June last year", "2015-06")]),
    ("It opened two years ago.", [("two years ago", "2014~")]),
    ("It opened in the past month.", [("the past month", "2016-06")]),
    ("It opened in the last quarter.", [("the last quarter", "2016-34")]),
    ("It will open in the last quarter.", [("the last quarter", "2016-36")]),
    ("It opens on the 20th of next month.", [("the 20th of next month", "2016-08-20")]),
    (
        "First on 1 November 2015. Only a month later they signed.",
        [("1 November 2015", "2015-11-01"), ("a month later", "2015-12~")],
    ),
    ("Since 3 May 1912 it rained. The following year it froze.", [("3 May 1912", "1912-05-03/.."), ("The following year", "1913")]),
    ("It rained on 3 May 1912. The following year it froze.", [("3 May 1912", "1912-05-03"), ("The following year", "1913")]),
    ("It rained on 3 May 1912. On the 17th it froze.", [("3 May 1912", "1912-05-03"), ("the 17th", "1912-05-17")]),
    ("It rained on 3 May 1912. Three days later it froze.", [("3 May 1912", "1912-05-03"), ("Three days later", "1912-05-06")]),
    ("It rained on 3 May 1912. Two days before, it froze.", [("3 May 1912", "1912-05-03"), ("Two days before", "1912-05-01")]),
    (
        "It rained on 3 May 1912. Two days before the rain it froze.",
        [("3 May 1912", "1912-05-03"), ("Two days before", "1912-05-01")],
    ),
    ("It rained on 3 May 1912. Two days before Easter it froze.", [("3 May 1912", "1912-05-03")]),
    (
        "They met on 3 May 1912. It was signed the day before in Osh.",
        [("3 May 1912", "1912-05-03"), ("the day before", "1912-05-02")],
    ),
    ("They met on 3 May 1912. Ten days after, they left.", [("3 May 1912", "1912-05-03"), ("Ten days after", "1912-05-13")]),
    ("They met in May 1912 and again a month after.", [("May 1912", "1912-05"), ("a month after", "1912-06~")]),
    ("They met in May 1912. A month after the flood they left.", [("May 1912", "1912-05")]),
    ("It rained on 3 May 1912. The day before yesterday it froze.", [("3 May 1912", "1912-05-03")]),
    ("It was founded in lastmonth.", [("lastmonth", "2016-06")]),
    ("It was bought forty years ago.", [("forty years ago", "1976~")]),
    ("It should be ready by year-end.", [("year-end", "2016")]),
    ("In the year-earlier period it lost money.", [("the year-earlier", "2015~")]),
    ("It is due before the end of the year.", [("the end of the year", "2016")]),
    ("They left in later years, and in the last few years.", []),
]
YEARLESS: list[Case] = [
    ("They met in May.", [("May", "2016-05")]),
    ("They met in August.", [("August", "2015-08")]),
    ("They met on 16 July.", [("16 July", "2015-07-16")]),
    ("They met on Feb 29.", [("Feb 29", "2016-02-29")]),
    ("They will meet in August.", [("August", "2016-08")]),
    ("The next session is scheduled for 3-5 November.", [("3-5 November", "2016-11-03/2016-11-05")]),
    ("Launched in 2003, the project met in October.", [("2003", "2003"), ("October", "2015-10")]),
    ("They met on 3 May 1912 and on 4 June.", [("3 May 1912", "1912-05-03"), ("4 June", "1912-06-04")]),
    ("On 3 December 1912 war began. In February it ended.", [("3 December 1912", "1912-12-03"), ("February", "1913-02")]),
    ("On Friday, 5 June they met.", [("Friday, 5 June", "2015-06-05")]),
]
COUNTED_OUT: list[Case] = [
    ("Held in the first half of March 2015.", [("the first half of March 2015", "2015-03-01/2015-03-15")]),
    ("Held in the second half of February 2016.", [("the second half of February 2016", "2016-02-16/2016-02-29")]),
    ("Held in the first decade of April.", [("the first decade of April", "2016-04-01/2016-04-10")]),
    ("Held in the last decade of February.", [("the last decade of February", "2016-02-21/2016-02-29")]),
    ("Held over the first weekend of May.", [("the first weekend of May", "2016-05-07/2016-05-08")]),
    ("Held on the last two days of January.", [("the last two days of January", "2016-01-30/2016-01-31")]),
    ("Held on the first day of Oct 2015.", [("the first day of Oct 2015", "2015-10-01")]),
    ("Held in the first days of May.", [("the first days of May", "2016-05")]),
    ("It shall end in the second half of July.", [("the second half of July", "2016-07-16/2016-07-31")]),
    ("Held on the last day of February.", [("the last day of February", "2016-02-29")]),
    ("On the third day of May Romans came.", [("the third day of May", "2016-05-03")]),
    ("Held in the first ten days of May.", [("the first ten days of May", "2016-05-01/2016-05-10")]),
    ("Held in the first two weeks of May.", [("the first two weeks of May", "2016-05-01/2016-05-14")]),
    (
        "Held on 5-9, 12-16 and 19-23 May.",
        [("5-9", "2016-05-05/2016-05-09"), ("12-16", "2016-05-12/2016-05-16"), ("19-23 May", "2016-05-19/2016-05-23")],
    ),
    ("Last April 24th they met.", [("Last April 24th", "2016-04-24")]),
    ("The pact was signed last April 10th in Osh.", [("last April 10th", "2016-04-10")]),
    ("In the week of 13 May two judges sat.", [("the week of 13 May", "2016-05-13/2016-05-19")]),
    ("They sat in the week of May 3rd, 2015.", [("the week of May 3rd, 2015", "2015-05-03/2015-05-09")]),
    ("Held in the week beginning 3 May 2016.", [("the week beginning 3 May 2016", "2016-05-03/2016-05-09")]),
    ("In the week commencing Monday, 2 May they sat.", [("the week commencing Monday, 2 May", "2016-05-02/2016-05-08")]),
    ("They sat in the week ending 8 May 2016.", [("8 May 2016", "2016-05-08")]),
    ("Held in the last week of May.", [("the last week of May", "2016-05-25/2016-05-31")]),
    ("Held from 16 to 19, and 23 March 2015.", [("16 to 19, and 23 March 2015", "2015-03-16/2015-03-23")]),
    (
        "They met on 30 July 2015. The week before, they ran.",
        [("30 July 2015", "2015-07-30"), ("The week before", "2015-07-20/2015-07-26")],
    ),
    ("Held on the last Thursday of November 2015.", [("the last Thursday of November 2015", "2015-11-26")]),
    ("Held on the first Monday in March.", [("the first Monday in March", "2016-03-07")]),
    ("Seen in the 16th and 17th centuries.", [("the 16th", "1500/1599"), ("17th centuries", "1600/1699")]),
    ("Built from the late 18th to the early 20th century.", [("the late 18th to the early 20th century", "1700/1999")]),
    ("Sales in the second quarter of fiscal 2015.", [("the second quarter of fiscal 2015", "2015-34")]),
    ("They fell in fiscal year 2015.", [("fiscal year 2015", "2015")]),
    ("Since May the Fourth it rains.", [("May the Fourth", "2016-05-04/..")]),
]
BROKEN: list[Case] = [
    ("Held in OctoberNovember 2010.", [("OctoberNovember 2010", "2010-10/2010-11")]),
    ("Held in 20102011.", [("20102011", "2010/2011")]),
    ("Held on 22\nOctober\n2013.", [("22\nOctober\n2013", "2013-10-22")]),
    ("Held in Sep-\ntember 2015.", [("Sep-\ntember 2015", "2015-09")]),
    ("Held on 1May 2014.", [("1May 2014", "2014-05-01")]),
    ("Held in Dec2014.", [("Dec2014", "2014-12")]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*DAYS, *COUNTS, *NUMBERS, *RANGES, *SEVERAL, *COARSE, *QUALIFIED, *RELATIVE, *YEARLESS, *COUNTED_OUT, *BROKEN],
)
def test_a_date_as_people_print_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1540 was adopted.",
        "Certified under ISO 9001 and ISO/IEC 17025.",
        "The UNSCR 1540 group met.",
        "Law No. 1994 applies.",
        "It trained 2014 officers.",
        "It has over 1200 members.",
        "Deliver 2000 pieces of soap.",
        "Write to P.O. Box 2010, 1400 Vienna.",
        "Call +998 71 2010 1998.",
        "Tel: 1999 2000",
        "Soap was sent to schools in 1200 villages.",
        "It cost USD 2000, or $1990, or 2001 euros.",
        "Room 2016, page 1999.",
        "This may take time.",
        "May we begin?",
        "May not be copied.",
        "Ms. April Stone spoke.",
        "March on the capital!",
        "They march every day.",
        "General May resigned.",
        "The World Drug Report 2016 was shown.",
        "The Programme for Central Asia 2015-2019 goes on.",
        "The 2016-2018 National Action Plan goes on.",
        "The 2030 Agenda, Agenda 2030 and Vision 2030.",
        "In 44 BC he died.",
        "Version 2.10.2016.3 is out.",
        "The 31st was wet.",
        "Have a great month!",
        "It was the year before the flood.",
        "The first week was dry.",
        "The February Revolution and Black September.",
        "2015-13-45",
        "Sometime around 31 February.",
        "The Summer Games are fun.",
        "By 2000 officers were left.",
        "It gave 2000 pre-registered participants a voice.",
        "Meet in hall 1990, at booth 2004; see plate 1820 there.",
        "It is in vol. 9, pp. 1804-1832.",
        "Write to 131, 31 August 1989 Street, Hillton.",
        "It stands at 9 May Square in Hillton.",
        "Turn left into 28 May Street.",
        "Write to 1750 Summer Street, Hillton.",
        "Apply at 1998 Long Meadow Road, Hillton.",
        "Our director May Bridges said no.",
        "They chose May Bridges to lead.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert [words for words, edtf in found(text) if edtf] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 2014 elections were held.", "2014"),
        ("In 1945 troops landed.", "1945"),
        ("In 2014 police seized 30 kg.", "2014"),
        ("The 1992 Convention applies.", "1992"),
        ("It fell (1945).", "1945"),
        ("The 2003 invasion began.", "2003"),
        ("A 1967 law banned it.", "1967"),
        ("By 1941 more people had left.", "1941"),
        ("The Charter of 2010 grants it.", "2010"),
        ("Held from 1961 onwards.", "1961"),
        ("Built at Old Mobile in 1702.", "1702"),
        ("The Creed of 1612 shows it.", "1612"),
        ("It is drawn in the Harbour Plan (1822).", "1822"),
        ("They fell to a third, or 30% of 2000 levels.", "2000"),
        ("A firm with 2014 sales of five million", "2014"),
        ("The 1929 Wall Street crash", "1929"),
        ("On 3 May Street lights were mended.", "3 May"),
        ("On 3 May St. Mary's was opened.", "3 May"),
        ("In 1929 Wall Street fell.", "1929"),
        ("The 2012 Winter Festival closed.", "2012"),
        ("It may be in May.", "May"),
        ("I bought it for $12 December 27", "December 27"),
    ],
)
def test_what_is_a_date_all_the_same(text: str, words: str) -> None:
    assert [mention.text for mention in find_dates(text, REFERENCE)] == [words]


DAYS_AT_HAND: list[Case] = [
    ("The mayor yesterday (24/8) opened a pier.", [("24/8", "2015-08-24")]),
    ("The mayor has opened (14/5) a pier.", [("14/5", "2016-05-14")]),
    ("Boats were handed over (2/5) to the guild.", [("2/5", "2016-05-02")]),
    ("The fair (3-7/8) was hosted in Osh.", [("3-7/8", "2015-08-03/2015-08-07")]),
    ("The games (3-7/8) were hosted in Osh.", [("3-7/8", "2015-08-03/2015-08-07")]),
    ("The session was convened (13/2) in Osh.", [("13/2", "2016-02-13")]),
    ("One third (1/3) of them, and all (31/34) of the others.", []),
    ("It was rated (4/5), passed (13/7) and needed (2/3).", []),
    ("On Tuesday (7/6) the notes were exchanged.", [("7/6", "2016-06-07")]),
    ("Two of three (2/3) agreed, and the shares (7/8) were sold.", []),
    ("A course from the 20 and 22 May in Oslo.", [("the 20 and 22 May", "2016-05-20/2016-05-22")]),
    ("A review is due in autumn.", [("autumn", "2016-23")]),
    ("It is to be drafted by spring, they said.", [("spring", "2017-21")]),
    ("In spring they fish, and in autumn floods come.", []),
]


@pytest.mark.parametrize(("text", "expected"), DAYS_AT_HAND)
def test_a_date_beside_words_for_a_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
