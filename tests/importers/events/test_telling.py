"""What each sentence of a story tells."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Basis, Kind
from db.when import When
from importers.events.clauses import clauses
from importers.events.dated import Dated
from importers.events.observed import observance
from importers.events.telling import Told, told
from importers.sentences import Sentence
from importers.story import Story
from tests.importers.conftest import ISSUE, a_story

REFERENCE = date(2015, 6, 30)


def heard(text: str, *, heading: str = "Notes", issue: When | None = ISSUE) -> list[Told]:
    return told(a_story(text, heading), issue, REFERENCE)


def dates(text: str) -> list[str]:
    return [dated.when.edtf for sentence in heard(text) for dated in sentence.dates]


def test_sentences_come_in_order_and_know_their_paragraph() -> None:
    story: Story = a_story("It rained. The post opened.\n\nDogs came.")
    found = told(story, ISSUE, REFERENCE)
    assert [(each.text, each.paragraph, each.first) for each in found] == [
        ("It rained.", 0, True),
        ("The post opened.", 0, False),
        ("Dogs came.", 1, True),
    ]
    assert all(story.flow.text[each.start : each.end] == each.text for each in found)


DATES = [
    ("a month that acts", "May was a month of many boats. In the same month a ferry came.", ["2015-05", "2015-05"]),
    ("a verb that is no month", "Boats may come. May they be many.", []),
    (
        "counted, and then said",
        "They met on 20 May. A week earlier, from 11 to 13 May, boats came.",
        ["2015-05-20", "2015-05-11/2015-05-13"],
    ),
    ("said, and then counted", "The post opened on 3 May, one week before the river rose.", ["2015-05-03"]),
    ("counted only", "They met on 20 May. A week earlier boats came.", ["2015-05-20", "2015-05-13~"]),
    ("the year of an aside", "The bureau, set up by a law of April 2014, ran a course on 3 June.", ["2014-04", "2015-06-03"]),
    ("the year of no aside", "A post opened in April 2014 and a second one on 3 June.", ["2014-04", "2014-06-03"]),
    (
        "what a course is fixed for",
        "The last course is over. The next one, fixed for 4-8 December, is full.",
        ["2015-12-04/2015-12-08"],
    ),
    ("what was made recently", "The plans follow the recently adopted law.", []),
    ("a day", "The post opened on 3 May 2015.", ["2015-05-03"]),
    ("two days", "It opened on 3 May 2015 and closed on 4 June 2015.", ["2015-05-03", "2015-06-04"]),
    ("a year left out", "The post opened on 3 May.", ["2015-05-03"]),
    ("a year from the issue before", "The post opened in November.", ["2014-11"]),
    ("the year of the date before", "Work on the post began in May 2012 and ended in June.", ["2012-05", "2012-06"]),
    ("what began and goes on", "The post has been open since 2008.", ["2008"]),
    ("last year", "The post opened last year.", ["2014"]),
    ("two days of two events", "Courses were held in Osh and Termez on 3 and 5 May respectively.", ["2015-05-03", "2015-05-05"]),
    ("a run of days is one", "The course was held on 3 and 4 May.", ["2015-05-03/2015-05-04"]),
    ("a day to come", "The post will be opened on 3 August.", ["2015-08-03"]),
    ("a deadline", "All must apply by 15 May 2015.", []),
    ("a year in a title", "The World Drug Report 2014 was read.", []),
    ("a programme's years", "The programme for 2015-2019 goes on.", []),
    ("whose year it is", "This year's campaign was loud.", []),
    ("what it is for", "They spoke of the plan for 2017.", []),
    (
        "months of last year",
        "They wrote it at three sittings last year, in April, July and October.",
        ["2014-04", "2014-07", "2014-10"],
    ),
    ("a month of last year", "It was first tried last year, in November.", ["2014-11"]),
    ("what comes later", "Ahead of the July elections twelve women were trained in May.", ["2015-05"]),
    ("what was before, told", "Before the sun rose in May they left.", ["2015-05"]),
    ("a season of camps", "Quizzes were held in the summer camps.", []),
    ("over a season", "The camps were repaired over the spring.", ["2015-21"]),
    ("a resolution", "Resolution 2013 was read out in 2014 copies.", []),
    ("a day that is stated stays, though it lies behind the issue", "The post opened on 3 May 2017.", ["2017-05-03"]),
    ("a year ahead of what was done is what it was done for", "The post opened with money until 2017.", []),
    ("just behind the issue", "The prizes were given on 3 July.", ["2015-07-03"]),
    ("a month behind the issue", "The prizes were given on 3 August.", ["2014-08-03"]),
    (
        "a year that is put behind another thing",
        "Reti, mayor from the time of the vote in May of last year, praised in a few words the new site, opened on 3 March.",
        ["2014-05", "2015-03-03"],
    ),
    (
        "what a deed took that has figures",
        "The raid was carried out from May to June 2015 and 4 tons were seized.",
        ["2015-05/2015-06"],
    ),
    ("what one is invited to", "The mayor invited the judges to the meeting of 21 August in Naryn.", ["2015-08-21"]),
    ("since when it waits", "The plan, waiting for its stamp since March, was approved.", []),
    ("what was resolved", "They agreed to hold the next round in July and a third one in September.", ["2015-07", "2015-09"]),
    ("what was resolved, and when", "They agreed on 3 May to meet again in October.", ["2015-05-03", "2015-10"]),
    ("what was so until recently", "Until recently the post was shut.", []),
    (
        "since a month, in words on what is to come",
        "The draft, on which a panel sits since March, would come out.",
        ["2015-03"],
    ),
    (
        "the same day, after an aside of long ago",
        "The post opened on 3 May. It was founded on 9 April 1999.\n\nOn the same day dogs came.",
        ["2015-05-03", "1999-04-09", "2015-05-03"],
    ),
    (
        "the same day as long ago",
        "The post opened on 3 May.\n\nIt was founded on 9 April 1999. On the same day dogs came.",
        ["2015-05-03", "1999-04-09", "1999-04-09"],
    ),
    ("none", "The post opened.", []),
]


@pytest.mark.parametrize(("what", "text", "wanted"), DATES)
def test_dates_of_a_sentence(what: str, text: str, wanted: list[str]) -> None:
    assert dates(text) == wanted


def test_dates_know_their_words() -> None:
    sentence = heard("It rained. The post opened on 3 May.")[1]
    dated = sentence.dates[0]
    assert dated.text == "3 May"
    assert sentence.text[dated.start - sentence.start : dated.end - sentence.start] == "3 May"
    assert dated.basis is Basis.RESOLVED
    assert heard("It opened on 3 May 2015.")[0].dates[0].basis is Basis.STATED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The post will be opened in August.", True),
        ("A course is planned for the autumn.", True),
        ("The next meeting is to be held in Osh.", True),
        ("The post was opened in May.", False),
        ("They discussed plans.", False),
    ],
)
def test_what_is_announced(text: str, wanted: bool) -> None:
    assert heard(text)[0].planned is wanted


@pytest.mark.parametrize(
    "heading",
    ["Calendar", "Upcoming events", "Save the date", "What comes next", "Planned activities for the next quarter", "Noticeboard"],
)
def test_under_a_calendar_all_is_to_come(heading: str) -> None:
    sentence = heard("3 August  Course for judges in Osh", heading=heading)[0]
    assert sentence.planned
    assert [dated.when.edtf for dated in sentence.dates] == ["2015-08-03"]


@pytest.mark.parametrize("text", ["3 June  Course on smuggled goods, Osh", "3 June  Course for judges in Osh"])
def test_what_the_calendar_of_a_month_announces_is_of_that_month(text: str) -> None:
    assert [dated.when.edtf for dated in heard(text, issue=When("2015-06"), heading="Agenda")[0].dates] == ["2015-06-03"]


def test_an_attribute_below_a_calendar_tells_not_that_it_was() -> None:
    assert [dated.when.edtf for dated in heard("3 August  Course on smuggled goods, Osh", heading="Agenda")[0].dates] == [
        "2015-08-03"
    ]


STRENGTHS = [
    ("the passive and a bare noun", "A training course was held in Osh.", "The training course in Osh."),
    ("a deed and speech", "The minister opened the office.", "“Offices open,” said the minister of the office."),
    (
        "a deed and a figure",
        "Officers seized opium in May.",
        "Officers seized 40 kilograms of opium, 5 per cent more than on average.",
    ),
    ("a deed and a life", "She visited the new prison.", "She visited prisons in her long career and was born there."),
    ("a deed and a question", "The post was opened in May.", "Was the post opened in May?"),
    ("a sentence and a topic", "A round table on drugs was held.", "Round table on drugs"),
    ("a deed and the weather", "Two judges were trained.", "Two judges were tired."),
]


@pytest.mark.parametrize(("what", "surer", "weaker"), STRENGTHS)
def test_how_surely_a_sentence_tells_an_event(what: str, surer: str, weaker: str) -> None:
    assert heard(surer)[0].strength > heard(weaker)[0].strength >= 0
    assert heard(surer)[0].strength >= 1


def test_a_sentence_without_its_own_noun_leans_on_the_one_before() -> None:
    found = heard("The first training course was held in March 2015. The second was held in May 2015.")
    assert found[1].kinds.best is Kind.TRAINING
    assert 0 < found[1].strength < found[0].strength
    apart = heard("The first training course was held in March 2015.\n\nThe second was held in May 2015.")
    assert apart[1].kinds.best is not Kind.TRAINING


CLAUSES = [
    ("one date has the whole", "The post opened on 3 May 2015 in Osh.", ["The post opened on 3 May 2015 in Osh."]),
    (
        "two halves",
        "The post opened on 3 May 2015, and dogs came on 4 June 2015.",
        ["The post opened on 3 May 2015, and ", "dogs came on 4 June 2015."],
    ),
    (
        "a semicolon",
        "The post opened in May 2015; then dogs came in June 2015.",
        ["The post opened in May 2015; ", "then dogs came in June 2015."],
    ),
    (
        "a semicolon before the date",
        "In May 2015 the post opened; in June 2015 dogs came.",
        ["In May 2015 the post opened; ", "in June 2015 dogs came."],
    ),
    (
        "what one is told, and what besides",
        "The clerk noted that Peru had built a post in May 2015 and that the school was shut in June 2015.",
        ["Peru had built a post in May 2015 and ", "that the school was shut in June 2015."],
    ),
    (
        "and, by another one",
        "The post opened in May 2015 and, according to a survey made in June 2015, it is full.",
        ["The post opened in May 2015 and, ", "according to a survey made in June 2015, it is full."],
    ),
    (
        "a second thing attended",
        "Clerks sat a short course in May 2015 and practical exercises in June 2015.",
        ["Clerks sat a short course in May 2015 and ", "practical exercises in June 2015."],
    ),
    (
        "one clause, two dates",
        "Courses were held in May 2015, June 2015.",
        ["Courses were held in May 2015, June 2015.", "Courses were held in May 2015, June 2015."],
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CLAUSES)
def test_each_date_has_its_part_of_the_sentence(what: str, text: str, wanted: list[str]) -> None:
    sentence = heard(text)[0]
    parts = list(clauses(sentence))
    assert [text[start:end] for _, start, end, _ in parts] == wanted
    assert [dated for dated, *_ in parts] == list(sentence.dates)


def seen(text: str, issue: When | None) -> Dated | None:
    return observance(Sentence.of(text, 0, len(text)), issue)


def test_the_day_of_an_observance() -> None:
    text = "Runners marked the International Day against Drug Abuse and Illicit Trafficking."
    dated = seen(text, ISSUE)
    assert dated is not None
    assert dated.when.edtf == "2015-06-26"
    assert dated.basis is Basis.RESOLVED
    assert text[dated.start : dated.end] == dated.text != ""


@pytest.mark.parametrize("issue", [None, When("2015-33"), When("2015-36"), When("2015/..")])
def test_an_observance_far_from_the_issue_is_no_date(issue: When | None) -> None:
    assert seen("They spoke of the International Day against Drug Abuse.", issue) is None


def test_an_observance_over_the_turn_of_the_year() -> None:
    dated = seen("World AIDS Day was marked.", When("2014-12/2015-01"))
    assert dated is not None
    assert dated.when.edtf == "2014-12-01"


@pytest.mark.parametrize(
    ("what", "text", "kind"),
    [
        ("something held that no list has", "It rained. A farewell lunch was held in Osh on 3 May.", Kind.MEETING),
        ("the same behind what it goes on with", "A grant was handed over. The ceremony took place on 3 May.", Kind.SUPPORT),
        ("a course that was opened", "Twenty clerks sat in a course. It was opened by the mayor on 3 May.", Kind.TRAINING),
        ("a hall that was opened", "A hall was built by Japan. It was opened by the mayor on 3 May.", Kind.OPENING),
        (
            "such a one behind others",
            "The chemists sat a mock audit. They were tired. At the first such exercise, held in May 2013, they had failed.",
            Kind.REVIEW,
        ),
        (
            "two more of what was held",
            "A seminar was part of the plan launched in Lima. Two more are planned for 3 May.",
            Kind.TRAINING,
        ),
        ("one with a word of its own", "A seminar was held. The second drug burning was held on 3 May.", Kind.OPERATION),
        (
            "what followed",
            "The first shelter opened in Osh in 2009. Shelters in Naryn, Talas and Batken followed in 2010.",
            Kind.OPENING,
        ),
        ("a similar one", "A training course was held. A similar exercise took place in Naryn on 3 May.", Kind.TRAINING),
        (
            "those for others",
            "The course was the third one. Those for Naryn (13-17 April) and Talas (in May) took place earlier.",
            Kind.TRAINING,
        ),
    ],
)
def test_what_a_sentence_tells_leans_on_the_one_before(what: str, text: str, kind: Kind) -> None:
    told = heard(text)[-1]
    assert told.kinds.best is kind
    assert told.strength >= 1.0


def test_what_was_done_by_a_gesture_is_told_of_its_day() -> None:
    text = "On 3 May, in the snow, both wardens shook hands at the ford."
    assert heard(f"{text} With this handshake the first Ferry Office began its work.")[0].kinds.best is Kind.OPENING
    assert heard(f"{text} The first Ferry Office began its work.")[0].kinds.best is Kind.AGREEMENT
    assert heard(f"{text} With this they met for the last time.")[0].kinds.best is Kind.AGREEMENT


@pytest.mark.parametrize(
    "text",
    [
        "Forty people were killed on 3 May, two trainees among them.",
        "92 sailors - 52 of them cadets - drowned on 3 May on a course.",
    ],
)
def test_the_dead_are_no_milestone(text: str) -> None:
    assert heard(text)[0].strength == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 3 May the patrol seized forty kilograms of opium.", True),
        ("In 2014 the patrol seized forty kilograms of opium.", False),
        ("Rangers are trained every year on 3 May.", False),
    ],
)
def test_what_happened_on_a_day_is_no_statistics(text: str, told: bool) -> None:
    sentence = heard(text)[0]
    assert (sentence.strength == sentence.kinds.strength) is told


@pytest.mark.parametrize(
    ("text", "dates_of_it"),
    [
        ("World AIDS Day was loud. Tests were offered on the Day.", ["2015-12-01"]),
        ("A film was shown on the eve of the Day.", ["2015-11-30"]),
        (
            "Patients were examined from 23 to 27 November, and on the Day itself a film was shown.",
            ["2015-11-23/2015-11-27", "2015-12-01"],
        ),
    ],
)
def test_the_day_itself_is_that_of_the_heading(text: str, dates_of_it: list[str]) -> None:
    issue = When("2015-36")
    found = told(a_story(text, "World AIDS Day"), issue, date(2015, 12, 31))
    assert [dated.when.edtf for dated in found[-1].dates] == dates_of_it


def test_two_who_did_one_thing_are_no_two_clauses() -> None:
    text = "On 5 May the ministry and the customs signed the plan that replaces the one adopted in 1998."
    assert len({(start, end) for _, start, end, _ in clauses(heard(text)[0])}) == 1
