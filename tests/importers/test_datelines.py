"""When a story was, by where it stands: behind a dateline, below a line of days and places, in a look back, in pasted text."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Kind, Level
from db.when import When
from importers.datelines import run_in
from tests.importers.conftest import read

ALBUM = """RIVER BULLETIN
January - June 2015

A look at the album

Osh, September 2012. Twenty guards learnt on 20-22 September to search boats.

Naryn, March 2014: A meeting of boatmen on 26-28 March drew lessons from the flood.
"""


def test_each_dateline_of_a_month_begins_a_story_of_its_time() -> None:
    told = [(one.when.edtf, one.countries[0].code, one.level) for one in read(ALBUM, name="x.txt", issue=None).milestones]
    assert told == [("2012-09-20/2012-09-22", "KG", Level.MAIN), ("2014-03-26/2014-03-28", "KG", Level.MAIN)]


ARCHIVE = """RIVER BULLETIN
Special issue: the archive, 2010 - 2015

WHO GUARDS THE LAKE

18 December 2013, Osh: Boatmen of three towns met to speak of the lake. Their union was founded five years ago.

THE PIER

On 4 May 2015 a pier was opened in Naryn. The agreement on it was signed two years ago.
"""


def test_a_look_back_over_years_counts_from_each_story() -> None:
    told = [(one.when.edtf, one.kind) for one in read(ARCHIVE, name="x.txt", issue=None).milestones]
    assert told == [
        ("2013-12-18", Kind.MEETING),
        ("2008~", Kind.LAUNCH),
        ("2015-05-04", Kind.OPENING),
        ("2013~", Kind.AGREEMENT),
    ]


PIER = (
    "OSH - On 4 May the mayor opened a pier of forty metres, which the boatmen of three towns had wished for since the flood took "
    "the old one, and thanked those who had carried its stones down the hill by hand for a whole summer. It has two lamps."
)
COURSE = (
    "From 8 to 10 June thirty boatmen were trained in Naryn in how to read a chart, to mend a net in the dark and to tell the "
    "weather from the colour of the hills, which, as their teacher said, is the first thing that a child of the lake learns."
)
PASTED = f"""THE LAKE PARTNERSHIP
News of the towns on the lake
Newsletter, Issue 22
April - June 2015

A pier for Osh
{PIER}
A course for boatmen
{COURSE}
"""


def test_a_text_of_one_paragraph_a_line_is_cut_at_its_line_ends() -> None:
    reading = read(PASTED, name="x.txt", issue=None)
    assert (reading.source.issue, [article.heading for article in reading.articles][-2:]) == (
        When("2015-34"),
        ["A pier for Osh", "A course for boatmen"],
    )
    assert [one.when.edtf for one in reading.milestones] == ["2015-05-04", "2015-06-08/2015-06-10"]


PLACED = """RIVER BULLETIN
January - March 2015

The wells of Naryn

11-15 February, Naryn and Osh, Kyrgyzstan

Sixty guards of wells were trained in how to mend a pump.

The fish of Osh

Osh, 19 March. Sixty boatmen gathered today to speak of the fish.
"""


def test_where_and_when_stands_below_a_title_or_before_a_full_stop() -> None:
    assert [one.when.edtf for one in read(PLACED, name="x.txt", issue=None).milestones] == [
        "2015-02-11/2015-02-15",
        "2015-03-19",
    ]


OBSERVED = """RIVER BULLETIN
April - June 2015

Four days ahead of World Environment Day, boatmen showed a film on eels in Osh.
"""


def test_days_are_counted_from_an_observance() -> None:
    assert [one.when.edtf for one in read(OBSERVED, name="x.txt", issue=None).milestones] == ["2015-06-01"]


def test_what_was_held_just_before_it_was_reported() -> None:
    story = "## Dogs\n\nOSH, 19 May 2015 - Judges from Togo and Mali have discussed evidence on dogs. {}\n"
    held = "The workshop was held in Osh on 17 and 18 May and was attended by 38 judges."
    assert [one.when.edtf for one in read(story.format(held), name="x.md", issue=None).milestones] == ["2015-05-17/2015-05-18"]
    last = "## Dogs\n\nOSH, 25 May 2015 - Forty judges completed a five-day training on the 2015 survey of dogs last Friday.\n"
    assert [one.when.edtf for one in read(last, name="x.md", issue=None).milestones] == ["2015-05-18/2015-05-22"]


def test_a_day_may_stand_behind_the_dash_of_its_place() -> None:
    found = run_in("Osh, Kyrgyzstan – May 12, 2015 – The guild today opened a pier.", date(2015, 6, 30), None)
    assert found is not None and found[1].edtf == "2015-05-12"


@pytest.mark.parametrize("lead", ["On 12 May 2015, ", "Since 12 May 2015, ", "By 12 May 2015 "])
def test_a_day_behind_a_preposition_is_no_dateline(lead: str) -> None:
    assert run_in(f"{lead}the U.S. Embassy in Osh opened a pier.", date(2015, 6, 30), None) is None


def test_a_dateline_may_end_in_a_colon() -> None:
    news = "RIVER BULLETIN\nApril - June 2015\n\nBOATMEN MEET\n\nOsh, 8 June 2015: A two-day meeting of boatmen ended here today.\n"
    told = [(one.when.edtf, one.title) for one in read(news, name="x.txt", issue=None).milestones]
    assert told == [("2015-06-07/2015-06-08", "Two-day meeting of boatmen ended here")]


def test_a_day_before_a_colon_is_that_of_what_stands_behind_it_and_none_of_its_title() -> None:
    news = (
        "RIVER NEWS\nApril - June 2015\n\nTHE LAKE SCHOOL\n\nOsh, 8 June 2015: The mayor and the boatmen signed an agreement on "
        "lessons in the school year 2015-2016. A course for ten teachers followed on 22-24 June in Naryn.\n"
    )
    told = [(one.when.edtf, one.title, one.level) for one in read(news, name="x.txt", issue=None).milestones]
    assert told == [
        ("2015-06-08", "Mayor and the boatmen signed an agreement on lessons in the school year 2015-2016", Level.MAIN),
        ("2015-06-22/2015-06-24", "Course for ten teachers followed in Naryn", Level.MENTIONED),
    ]


def test_a_day_below_a_signature_is_of_the_letter_above_it() -> None:
    letter = "EDITORIAL\n\nDear readers, the lake is full again and so is this issue.\n\n{signed}\nOsh, 3 July 2016\n\n"
    story = "THE LAKE HAS A LAW\n\nA draft was discussed in a workshop in March 2014. The mayor signed the law on 26 May.\n"
    for signed in ("The Regional Representative", "Ana Ruiz, Head of Office"):
        news = "RIVER BULLETIN\nApril - June 2015\n\n" + letter.format(signed=signed) + story
        assert [one.when.edtf for one in read(news, name="x.txt", issue=None).milestones] == ["2014-03", "2015-05-26"]


BRIEFS = """RIVER BULLETIN
July - September 2015

NEWS IN BRIEF

Astana, 6 July. The mayor signed an agreement on boats.

Osh, August. An information desk was opened at the pier.

Tashkent, 15-17 September. The guild trained 25 boatmen.

Naryn. The handbook on eels was published.
"""


def test_each_piece_of_news_from_a_town_has_its_own_time() -> None:
    told = [(one.when.edtf, one.countries[0].code) for one in read(BRIEFS, name="x.txt", issue=None).milestones]
    assert told == [("2015-07-06", "KZ"), ("2015-08", "KG"), ("2015-09-15/2015-09-17", "UZ"), ("2015-35", "KG")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Osh, 17 April 2015: A course on eels was held from 14 to 17 April at the pier.", [("2015-04-14/2015-04-17", "KG")]),
        ("Osh, 17 April 2015: A course on eels was held at the pier.", [("2015-04-17", "KG")]),
        (
            "4-5 May 2015, Osh, Kyrgyzstan; 7 May 2015, Khujand, Tajikistan; and 11-12 May 2015, Almaty, Kazakhstan: Guilds met.",
            [("2015-05-04/2015-05-05", "KG"), ("2015-05-07", "TJ"), ("2015-05-11/2015-05-12", "KZ")],
        ),
    ],
    ids=["its days hold the day in front", "the day in front alone", "several days in front"],
)
def test_the_days_in_front_of_what_was_held(said: str, expected: list[tuple[str, str]]) -> None:
    news = f"RIVER BULLETIN\nApril - June 2015\n\nEELS AND MEN\n\n{said} Forty boatmen took part and ate well.\n"
    told = read(news, name="x.txt", issue=None).milestones
    assert [(one.when.edtf, one.countries[0].code) for one in told] == expected
    assert not any(digit in one.title for one in told for digit in "0123456789:")
