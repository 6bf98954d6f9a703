"""What the form of a newsletter says of when and where: round-ups by country and month, lists, news pages."""

from __future__ import annotations

import pytest

from db.models import Kind, Level, Role
from tests.importers.conftest import read

ROUND_UP = """# The Year 2014, Country by Country

## TAJIKISTAN

### March

- A training course for dog handlers was held in Khujand.

### July

- A conference of judges was held in Dushanbe.

## Kyrgyzstan

### November

- A laboratory was opened in Osh on 12 November.

## Calendar

9-11 April Meeting of judges, Osh

22 April Handover of the renovated court, Khujand
"""


def test_months_below_countries() -> None:
    reading = read(ROUND_UP, name="x.md", issue=None)
    told = [(str(one.when.edtf), [country.code for country in one.countries][:1]) for one in reading.milestones]
    assert told[:3] == [("2014-03", ["TJ"]), ("2014-07", ["TJ"]), ("2014-11-12", ["KG"])]
    assert [one.when.edtf for one in reading.milestones[3:]] == ["2015-04-09/2015-04-11", "2015-04-22"]
    assert all(one.planned for one in reading.milestones[3:])


COURSES = """RIVER BULLETIN
April - June 2015

Courses since our last issue
Kampala, 4-8 May. Searching of lorries, for 22
officers of the customs (north and south)
Port Louis, 11-15 May. Boarding of ships, with
the coast guard
Addis Ababa, 1-5 June. Speaking with witnesses,
for 30 prosecutors
"""


def test_a_list_of_courses_by_place_and_days() -> None:
    reading = read(COURSES, name="x.txt", issue=None)
    told = [(one.when.edtf, one.kind, one.countries[0].code) for one in reading.milestones]
    assert told == [
        ("2015-05-04/2015-05-08", Kind.TRAINING, "UG"),
        ("2015-05-11/2015-05-15", Kind.TRAINING, "MU"),
        ("2015-06-01/2015-06-05", Kind.TRAINING, "ET"),
    ]


UNDER_MONTHS = """# The Year 2014, Country by Country

## TAJIKISTAN

### March

- Rebuilt after the earthquake of April 2013, the school of Rasht was handed over to the district.

### May

- The two ministries signed the work plan for 2014-2015.

### June

- In 2014 a programme for judges was launched.
"""


def test_what_stands_below_a_month_happened_then() -> None:
    reading = read(UNDER_MONTHS, name="x.md", issue=None)
    assert [one.when.edtf for one in reading.milestones] == ["2014-03", "2014-05", "2014"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("7-11 June, Abidjan. Training of trainers on false papers", {"CI": Role.LOCATION}),
        ("Odesa, 5-7 June. Joint exercise of the border guards of Moldova", {"UA": Role.LOCATION, "MD": Role.BENEFICIARY}),
        ("Abidjan. Training of trainers, 7-11 June. The trainers come from Lyon in France", {"CI": Role.LOCATION}),
    ],
)
def test_an_entry_of_an_agenda_says_where_before_it_says_what(entry: str, expected: dict[str, Role]) -> None:
    reading = read(f"# Lake News\n\nApril - June 2015\n\n## Agenda\n\n- {entry}\n- Talk on rivers, 12 June, Osh\n")
    assert {one.code: one.role for one in reading.milestones[0].countries} == expected


STORIES = (
    "A training course for dog handlers was held in Osh",
    "Judges of five provinces met in Naryn",
    "A laboratory was opened in Talas",
    "Ten ambulances were handed over to the hospitals of Batken",
)


def test_lines_that_say_when_a_story_was_written_are_no_running_heads() -> None:
    days = ("2015-05-04", "2015-05-11", "2015-06-02", "2015-06-20")
    raw = "# Lake News\n\n" + "\n\n".join(
        f"## {told.split()[-1]}\n\n{told} this month.\n\nPublished Date : {day}" for told, day in zip(STORIES, days, strict=True)
    )
    reading = read(raw, name="x.md", issue=None)
    assert [one.when.edtf for one in reading.milestones] == ["2015-05", "2015-05", "2015-06", "2015-06"]


def test_since_a_year_begins_what_goes_on_and_sums_up_the_rest() -> None:
    story = "# One\n\nA laboratory was opened in Osh on 4 May 2015. {}\n"
    told = {
        "Since 2008 a clinic has been open next door.": ["2015-05-04", "2008"],
        "Since 2008 the police of the town seized and destroyed many weapons.": ["2015-05-04"],
    }
    for sentence, dates in told.items():
        assert [one.when.edtf for one in read(story.format(sentence), name="x.md").milestones] == dates, sentence


def test_what_is_told_from_the_day_of_writing() -> None:
    story = "## Dogs\n\n{}\n\nPublished Date : 2015-05-14\n\n## Boats\n\nBoats were handed over in Osh on 2 June 2015.\n"
    told = {
        "A course for dog handlers was held in Osh today (14th).": "2015-05-14",
        "A course for dog handlers was held in Osh yesterday.": "2015-05-13",
        "A course for dog handlers was held in Osh on Monday.": "2015-05-11",
        "A course for dog handlers was held in Osh last Thursday.": "2015-05-07",
        "A course for dog handlers was held in Osh last week.": "2015-05-04/2015-05-10",
        "A course for dog handlers was held in Osh on 04th this month.": "2015-05-04",
        "A course for dog handlers of today's police was held in Osh.": "2015-05~",
        "The chief who took office last Monday opened a course in Osh.": "2015-05~",
        "Fires reached a record in 2014, according to a report which the guild published in Osh today.": "2015-05-14",
        "The activities of 2015 were discussed at a meeting in Osh.": "2015-05~",
    }
    for sentence, date in told.items():
        first = read(story.format(sentence), name="x.md", issue=None).milestones[0]
        assert (first.when.edtf, first.planned) == (date, False), sentence


def test_what_is_promised_on_the_day_of_writing() -> None:
    story = "## Boats\n\nNorway will provide 5 million kroner to the boatmen of Osh.\n\n{}\n\nPosted on 14 May 2015\n"
    first = read(story.format("The lake is deep."), name="x.md", issue=None).milestones[0]
    assert (first.when.edtf, first.kind) == ("2015-05-14", Kind.SUPPORT)
    given = story.replace(
        "Norway will provide 5 million kroner to the boatmen", "Six boats of Norway were handed over to the boatmen"
    )
    assert read(given.format("The lake is deep."), name="x.md", issue=None).milestones[0].when.edtf == "2015-05~"
    wish = story.replace("Norway will provide 5 million kroner to", "The police will often look for")
    assert read(wish.format("The lake is deep."), name="x.md", issue=None).milestones == ()


def test_a_heading_that_states_the_days() -> None:
    story = "## Course for dog handlers, 3-5 March 2015\n\nA course for dog handlers was held in Osh.\n\nPosted on 14 May 2015\n"
    assert read(story, name="x.md", issue=None).milestones[0].when.edtf == "2015-03-03/2015-03-05"
    titled = story.replace("Course for dog handlers, 3-5 March 2015", "The work plan for 2015")
    assert read(titled, name="x.md", issue=None).milestones[0].when.edtf == "2015-05~"


def test_what_is_announced_on_the_day_of_writing() -> None:
    story = "## Dogs\n\nA course for dog handlers will be held in Osh next Monday.\n\nPosted on 14 May 2015\n"
    first = read(story, name="x.md", issue=None).milestones[0]
    assert (first.when.edtf, first.planned) == ("2015-05-18", True)


def test_the_label_of_an_entry_says_what_is_told() -> None:
    news = "# River News\n\nApril - June 2015\n\n## On the screen\n\n{}\n- **A prize.** The mayor gave a speech on 9 May.\n"
    entry = "- **Border guards, a training course.** Every Tuesday between 5 and 26 May, guards of both banks looked at spectra."
    kinds = {one.when.edtf: one.kind for one in read(news.format(entry), name="x.md", issue=None).milestones}
    assert kinds.get("2015-05-05/2015-05-26") is Kind.TRAINING
    bare = entry.replace("Border guards, a training course.", "Border guards.")
    kinds = {one.when.edtf: one.kind for one in read(news.format(bare), name="x.md", issue=None).milestones}
    assert kinds.get("2015-05-05/2015-05-26") is not Kind.TRAINING


def test_what_somebody_only_recalls_has_its_own_time() -> None:
    news = "# River News\n\nApril - June 2015\n\n## Boats\n\nThe world day of boats was marked on 9 May.\n\n### Kenya\n\n{}\n"
    told = {
        "A boat school was opened in Kisumu by the mayor, who recalled that the law on boats was adopted in July 2012.": [
            ("2015-05-09", Kind.OPENING),
            ("2012-07", Kind.ROAD_MAP),
        ],
        "The mayor recalled that a boat school was opened in Kisumu on 12 May.": [("2015-05-12", Kind.OPENING)],
        "A boat school was opened in Kisumu on 12 May by the mayor, who said that it is large.": [("2015-05-12", Kind.OPENING)],
    }
    for sentence, wanted in told.items():
        made = [
            one for one in read(news.format(sentence), name="x.md", issue=None).milestones if "world day" not in one.title.lower()
        ]
        assert sorted((one.when.edtf, one.kind) for one in made) == sorted(wanted), sentence


def test_what_an_entry_tells_of_another_day_is_beside_the_event() -> None:
    news = "# River News\n\nApril - June 2015\n\n## Boats\n\nThe world day of boats was marked on 9 May.\n\n### Kenya\n\n{}\n"
    entry = "A drawing contest and a concert for pupils were held in Kisumu. {}"
    entry = entry.format("Two days before, judges discussed the law at a round table in Mombasa.")
    made = read(news.format(entry), name="x.md", issue=None).milestones
    assert [(one.when.edtf, one.level, one.kind) for one in made if one.place in ("Kisumu", "Mombasa")] == [
        ("2015-05-09", Level.MAIN, Kind.CAMPAIGN),
        ("2015-05-07", Level.MENTIONED, Kind.MEETING),
    ]


SHORT = """# River News

January - March 2015

## Divers trained in Lomé

Twenty divers of Togo were trained in Lomé on 4 March 2015.

## In short

- **13 February, Accra.** Round table on the first year of parole. The law on parole came into force on 1 January 2015.
- **20 February, Lomé.** Workshop for prison directors. Next workshop: Accra, October.
- **25 February, Accra.** Opening of a fair by pupils of 20 schools; closed on 5 March.
- **27 February, Lomé.** Officers held the second round table. Firms spoke of cranes. The third will follow in June 2015.
- **2 March, Cotonou.** Ten scanners were handed over to the port. The scanners had arrived in December 2014.
"""


def test_an_entry_that_begins_with_its_day_and_place_is_of_them() -> None:
    reading = read(SHORT, name="x.md", issue=None)
    told = {one.when.edtf: (one.kind, one.level, [country.code for country in one.countries]) for one in reading.milestones}
    assert told["2015-02-13"] == (Kind.MEETING, Level.MAIN, ["GH"])
    assert told["2015-02-20"] == (Kind.TRAINING, Level.MAIN, ["TG"])
    assert told["2015-03-02"] == (Kind.SUPPORT, Level.MAIN, ["BJ"])
    assert told["2015-02-25"][:2] == (Kind.OPENING, Level.MAIN)
    assert told["2015-06"][:2] == (Kind.MEETING, Level.MENTIONED)
    assert told["2015-10"][1] is Level.MENTIONED
    assert told["2015-01-01"][1] is told["2014-12"][1] is Level.MENTIONED
    [workshop] = [one for one in reading.milestones if one.when.edtf == "2015-02-20"]
    assert workshop.title == "Workshop for prison directors"
    assert workshop.evidence is not None and workshop.evidence.quote.startswith("20 February, Lomé.")


def test_countries_named_before_their_paragraphs_share_the_day_above() -> None:
    text = """# Post

April - June 2015

## World Refugee Day, seen from two roofs

Our offices marked World Refugee Day in their own ways.

**Ghana.** In Accra, painters opened an exhibition on the wall along the river.

**Togo.** In Lomé, bands gave a concert for 300 pupils.
"""
    told = [(one.when.edtf, [country.code for country in one.countries]) for one in read(text, name="x.md", issue=None).milestones]
    assert ("2015-06-20", ["GH"]) in told and ("2015-06-20", ["TG"]) in told


DATED_BELOW = """Training course on the repair of ferries
26 May 2015, Entebbe, Uganda

{}

A bridge at last
{}

The bridge of Mbale, which has two lanes, was opened.
"""


def test_the_day_and_the_place_below_a_heading_are_those_of_what_it_names() -> None:
    told = "Forty ship builders were trained in the repair of ferries, and a good part of them came from the islands."
    reading = read(DATED_BELOW.format(told, "02.06.2015."), name="x.txt")
    assert [(one.title, one.when.edtf) for one in reading.milestones] == [
        ("Training course on the repair of ferries", "2015-05-26"),
        ("Bridge of Mbale, which has two lanes, was opened", "2015-06~"),
    ]


RELEASES = """The bridge of Mbale was opened today.

It has two lanes.

17 May 2005

For the press: www.example.org

Office of the Minister for Roads

MR 06 28      25 May 2006

A ferry comes to Entebbe

The ferry of Entebbe was handed over today.
"""


def test_the_day_of_a_release_stands_at_its_end_and_that_of_the_next_behind_it() -> None:
    reading = read(RELEASES, name="x.txt", issue=None)
    assert [(one.title, one.when.edtf) for one in reading.milestones] == [
        ("Bridge of Mbale opened", "2005-05-17"),
        ("Ferry of Entebbe handed over", "2006-05-25"),
    ]


IN_PARTS = """## Training course for ferrymen

A training course for ferrymen was held in Entebbe on 12 May 2015.

### Participants

The training course was attended by forty ferrymen from three lakes.

## Boats handed over

Two boats were handed over to the port of Jinja on 3 June 2015.

## Notes
"""


def test_a_heading_of_a_part_begins_no_story() -> None:
    reading = read(IN_PARTS, name="x.md")
    assert [one.when.edtf for one in reading.milestones] == ["2015-05-12", "2015-06-03"]
    assert [article.heading for article in reading.articles][:2] == ["Training course for ferrymen", "Boats handed over"]


def test_the_label_at_a_pages_start_may_say_where_the_story_below_it_took_place() -> None:
    page = "\n".join(f"The river rose a little more on the next day, and visit {number} of the band came." for number in range(45))
    stories = ["DOGS FOR THE AIRPORT\n\nTen dogs came on 3 May 2015.", "BOATS FOR THE LAKE\n\nTwo boats came on 4 May 2015."]
    reading = read(f"River News\n\n{page}\n\n In the field. Kenya\n\n{stories[0]}\n\n{page}\n\n{stories[1]}\n", name="x.txt")
    told = {one.when.edtf: [country.code for country in one.countries] for one in reading.milestones}
    assert told["2015-05-03"] == ["KE"] and told["2015-05-04"] == []
