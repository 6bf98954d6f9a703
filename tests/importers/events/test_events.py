"""Which sentences of a story are milestones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.models import Basis, Kind, Level
from db.when import When
from importers.dates.rules import DateRule
from importers.events.dated import Dated
from importers.events.event import Event
from importers.events.milestones import events
from importers.events.telling import told
from importers.issue.period import last_day
from tests.importers.conftest import ISSUE, TODAY, a_story

MAIN, MENTIONED = Level.MAIN, Level.MENTIONED


def found(text: str, heading: str = "Notes", *, issue: When | None = ISSUE, default: Dated | None = None) -> list[Event]:
    story = a_story(text, heading)
    made = list(events(story, told(story, issue, last_day(issue, TODAY)), issue, default))
    for event in made:
        assert event.unit.start <= event.start < event.end <= event.unit.end
        assert event.sentence.start <= event.start
        assert event.end <= event.sentence.end
        assert [reason.field for reason in event.reasons] == ["date", "kind", "level"]
    return made


def told_as(made: list[Event]) -> list[tuple[str, Kind, Level]]:
    return [(event.when.edtf, event.kind, event.level) for event in made]


STORIES = [
    ("one dated sentence", "Notes", "A new post was opened in Osh on 3 May 2015.", [("2015-05-03", Kind.OPENING, MAIN)]),
    (
        "the main one and an earlier one",
        "New post",
        "A new post was opened in Osh on 3 May 2015. The agreement on it was signed in March 2013.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2013-03", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "an earlier one first",
        "New post opened",
        "The agreement on the post was signed in March 2013. Now the new post was opened in Osh on 3 May 2015.",
        [("2013-03", Kind.AGREEMENT, MENTIONED), ("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "two halves of one sentence",
        "New post",
        "A new post was opened on 3 May 2015, and a course for its officers was held on 9 June 2015.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2015-06-09", Kind.TRAINING, MENTIONED)],
    ),
    (
        "what came together over months",
        "Notes",
        "A post was opened in Osh on 3 May 2015. In April-June 2015 412 clerks took part in 19 training events.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "what had been done before says not when",
        "Dogs",
        "Two dogs were delivered in the period under review. The handlers had completed a course in March.",
        [("2015-34", Kind.SUPPORT, MAIN), ("2015-03", Kind.TRAINING, MENTIONED)],
    ),
    (
        "respectively",
        "Courses",
        "Courses for judges were held in Osh and Termez on 3 and 5 May respectively.",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2015-05-05", Kind.TRAINING, MAIN)],
    ),
    (
        "a list of events",
        "In brief",
        "- A new post was opened in Osh on 3 April 2015.\n- A conference on prisons was held on 7 May 2015.",
        [("2015-04-03", Kind.OPENING, MAIN), ("2015-05-07", Kind.MEETING, MAIN)],
    ),
    (
        "a calendar",
        "Calendar",
        "3 August  Conference on prisons in Osh\n\n9 September  Training course for judges",
        [("2015-08-03", Kind.MEETING, MENTIONED), ("2015-09-09", Kind.TRAINING, MENTIONED)],
    ),
    (
        "the closing day of what was told",
        "Congress of judges",
        "The congress of judges was held in Osh from 7 to 12 May 2015. A declaration on courts was adopted on the closing day.",
        [("2015-05-07/2015-05-12", Kind.MEETING, MAIN), ("2015-05-12", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "days in brackets spell out a month",
        "Notes",
        "Agreements on prisons were signed in May with two districts: Naryn (Naryn, 6 May) and Talas (Osh, 14 May).",
        [("2015-05-06", Kind.AGREEMENT, MAIN), ("2015-05-14", Kind.AGREEMENT, MAIN)],
    ),
    (
        "one entry that begins with its date",
        "May",
        "- 17 May: National round table on prisons, Osh",
        [("2015-05-17", Kind.MEETING, MAIN)],
    ),
    (
        "paragraphs that begin with a place and days",
        "Courses",
        "Osh, 23-27 April. Course on migration for judges.\n\nNaryn, 5-7 June. Course on dogs, at the Torugart post.",
        [("2015-04-23/2015-04-27", Kind.TRAINING, MAIN), ("2015-06-05/2015-06-07", Kind.TRAINING, MAIN)],
    ),
    (
        "a deed put in behind a name",
        "New law",
        "On 1 May the clinic, established by the town in January 2014, was closed for repair and its staff trained.",
        [("2015-05-01", Kind.TRAINING, MAIN), ("2014-01", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "the eve of a day",
        "Notes",
        "On the eve of International Women's Day it rained, and on the eve of 9 May 2015 a school in Naryn was opened.",
        [("2015-05-08", Kind.OPENING, MAIN)],
    ),
    (
        "on the day that the heading names",
        "World Oceans Day on the river",
        "A course for divers was held in Osh on 3-5 June 2015. On the Day itself a seminar on rivers was held in Naryn.",
        [("2015-06-03/2015-06-05", Kind.TRAINING, MAIN), ("2015-06-08", Kind.TRAINING, MENTIONED)],
    ),
    (
        "what was not before a day",
        "Notes",
        "The workshop on prisons was not held in Osh until 9 June.",
        [("2015-06-09", Kind.TRAINING, MAIN)],
    ),
    (
        "one day after the other for each of them",
        "Notes",
        "Courses for judges were held in Osh, Naryn and Talas on 8, 9 and 10 May respectively.",
        [("2015-05-08", Kind.TRAINING, MAIN), ("2015-05-09", Kind.TRAINING, MAIN), ("2015-05-10", Kind.TRAINING, MAIN)],
    ),
    (
        "what was done on the day that the heading names",
        "World Oceans Day on the river",
        "In Osh tests of water were offered on 8 June 2015.",
        [("2015-06-08", Kind.CAMPAIGN, MAIN)],
    ),
    ("entries of nothing but a day", "Agenda", "- 5 May 2015.\n- 9 May 2015.", []),
    ("a short piece of news without an event", "In brief", "It rained.\n\nThe sun shone on 9 May 2015 in Osh.", []),
    (
        "a figure in a sentence with a deed",
        "Notes",
        "Border training in Osh: 12 officers were trained on 9 May 2015.",
        [("2015-05-09", Kind.TRAINING, MAIN)],
    ),
    (
        "what was put off",
        "Notes",
        "As the pass was snowed up, the official opening of the post was postponed until 6 May.",
        [("2015-05-06", Kind.OPENING, MAIN)],
    ),
    (
        "what was not, behind what was",
        "Notes",
        "On 3 May police seized 40 kg of opium, and the two couriers did not reach the town.",
        [("2015-05-03", Kind.OPERATION, MAIN)],
    ),
    (
        "an earlier date that leads to the day",
        "Notes",
        "The school was formally inaugurated the week before, on 27 May.",
        [("2015-05-27", Kind.OPENING, MAIN)],
    ),
    (
        "a day that the heading names",
        "World Oceans Day on the river",
        "Volunteers cleaned both banks with the mayor. It was hot.",
        [("2015-06-08", Kind.CAMPAIGN, MAIN)],
    ),
    (
        "an entry whose last sentence gives the day",
        "Visits",
        "- The two ministries signed an agreement on prisons. That was done in Osh on 3 May.\n- The minister visited Osh on 7 May.",
        [("2015-05-03", Kind.AGREEMENT, MAIN), ("2015-05-07", Kind.VISIT, MAIN)],
    ),
    ("figures, where no date is", "The quarter", "Schools visited: 31\n\nPersons trained in Osh: 3,214 (women: 800)", []),
    (
        "shares, below a day",
        "Harvest Day, 9 May",
        "Women among the guards\n\nOsh 27 % Naryn 19 %\n\nIn all posts: 14 dogs fed 3 dogs trained",
        [],
    ),
    ("what there is, where no date is", "Notes", "Grants of 300 dollars are provided by three of the agencies.", []),
    ("things, where no date is", "Talk", "The writer asked her about tablets, dogs and patience.", []),
    (
        "what goes on with what was told, where no date is",
        "Report on rivers",
        "A report on rivers was published in Osh.\n\nThe meeting was held in the library.",
        [("2015-34", Kind.PUBLICATION, MAIN)],
    ),
    ("the issue, where no date is", "Notes", "A new post was opened in Osh.", [("2015-34", Kind.OPENING, MAIN)]),
    ("the year alone", "Notes", "The national strategy was adopted in 2014.", [("2014", Kind.ROAD_MAP, MAIN)]),
    ("statistics", "Figures", "In 2014, 340 cases were registered, 5 per cent more than in 2013.", []),
    ("speech", "Talk", "“Nobody used to come here before 2009,” said Ms. Rahim.", []),
    ("a life", "Portrait", "She was born in 1970 and joined the force in May 1992.", []),
    ("no event", "Weather", "The river was high on 3 May 2015.", []),
    ("a programme's years", "Programme", "The programme of 2015-2019 has five parts.", []),
    ("a contact", "Contact", "A new post was opened in Osh on 3 May 2015.", []),
    ("what somebody said on a day", "Notes", "“We opened the post in time.” – Ms. Ito, Director, on 3 May 2015.", []),
    (
        "who paid is no event of the day before",
        "New post",
        "A new post was opened in Osh on 3 May 2015. From 9 to 11 June they were in Naryn. The course was funded by Sweden.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    ("news of the staff", "STAFF", "We welcomed Mr. Ito on 3 May 2015, when he began as our trainer.", []),
    (
        "staff that is trained",
        "Staff trained",
        "The staff of the post was trained on 3 May 2015.",
        [("2015-05-03", Kind.TRAINING, MAIN)],
    ),
    ("a sum over a year", "Notes", "In 2014, 1,870 children were trained; they seized 1.1 tonnes in 2013.", []),
    (
        "days told behind the month",
        "Notes",
        "Nurses took part in an online training in May. It rained. The training was held from 11 to 13 May 2015 by two clinics.",
        [("2015-05-11/2015-05-13", Kind.TRAINING, MAIN)],
    ),
    (
        "a day within weeks",
        "Assembly",
        "The assembly of mayors was held from 2 April to 20 June 2015. A round table on water was held in it on 5 May 2015.",
        [("2015-04-02/2015-06-20", Kind.MEETING, MAIN), ("2015-05-05", Kind.MEETING, MENTIONED)],
    ),
    (
        "a table under what it is of",
        "The course that travels",
        "The seminar for guards goes from port to port.\n\n| Where | When |\n|---|---|\n| Suva | 4-8 May |\n| Apia | 1-5 June |",
        [("2015-05-04/2015-05-08", Kind.TRAINING, MAIN), ("2015-06-01/2015-06-05", Kind.TRAINING, MAIN)],
    ),
    (
        "a tale under a calendar",
        "Calendar",
        "3 August  Conference on prisons\n\n9 September  Course for judges\n\nThe patrol opened a new post on 27 May.",
        [("2015-08-03", Kind.MEETING, MENTIONED), ("2015-09-09", Kind.TRAINING, MENTIONED), ("2015-05-27", Kind.OPENING, MAIN)],
    ),
    (
        "a year in brackets",
        "Notes",
        "A course was held in Osh on 3 May. Earlier ones were held in Suva (2013).",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2013", Kind.TRAINING, MENTIONED)],
    ),
    (
        "the day that another sentence names",
        "Notes",
        "Four trucks were donated to the brigade. The keys were handed over on the World Environment Day.",
        [("2015-06-05", Kind.SUPPORT, MAIN)],
    ),
    (
        "weeks before a day, not before what is to come",
        "Notes",
        "A second session was held from 24 to 26 May for all who meet later this year. The first session was held the week prior.",
        [("2015-05-24/2015-05-26", Kind.MEETING, MAIN), ("2015-05-11/2015-05-17", Kind.MEETING, MENTIONED)],
    ),
    (
        "an observance whose date is told",
        "Notes",
        "A race was held on World Environment Day, 5 June. Songs of World Environment Day, published by the office, were sung.",
        [("2015-06-05", Kind.CAMPAIGN, MAIN)],
    ),
    ("put off", "Notes", "The course planned for 15 June in Osh has been put off.", []),
    ("not until", "Notes", "The unit was not established until March 2014.", [("2014-03", Kind.LAUNCH, MAIN)]),
    ("a year in a name", "Notes", "The school launched its 2015 Quiz in April.", [("2015-04", Kind.LAUNCH, MAIN)]),
    ("to come", "Notes", "The new centre opens its doors in September.", [("2015-09", Kind.OPENING, MAIN)]),
    (
        "a quotation over two sentences",
        "Notes",
        "“A clinic was opened here by my father. A school was opened too,” she says. A post was opened in Osh on 3 May 2015.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    ("how to ask for more", "Notes", "For more information on the course that was held in May, visit the office.", []),
    ("a period of years", "Notes", "Courses were held between 2010 and 2014.", []),
]


@pytest.mark.parametrize(("what", "heading", "text", "wanted"), STORIES)
def test_the_milestones_of_a_story(what: str, heading: str, text: str, wanted: list[tuple[str, Kind, Level]]) -> None:
    assert told_as(found(text, heading)) == wanted


def test_the_main_one_is_close_to_the_issue() -> None:
    text = "A conference was held in Osh in May 2009. A conference was held in Osh on 5 May 2015."
    assert told_as(found(text)) == [("2009-05", Kind.MEETING, MENTIONED), ("2015-05-05", Kind.MEETING, MAIN)]


def test_the_main_one_speaks_the_words_of_the_heading() -> None:
    text = "A round table on prisons was held on 3 May 2015. A forensic laboratory was opened on 20 May 2015."
    assert [event.level for event in found(text, "Forensic laboratory in Osh")] == [MENTIONED, MAIN]
    assert [event.level for event in found(text, "Round table on prisons")] == [MAIN, MENTIONED]


def test_the_heading_has_a_say_in_the_kind() -> None:
    text = "A seminar for judges was held on 3 May 2015."
    assert [event.kind for event in found(text)] == [Kind.TRAINING]
    assert [event.kind for event in found(text, "Round table on prisons")] == [Kind.MEETING]


def test_the_same_told_again_is_one() -> None:
    again = "A new post was opened in Osh on 3 May 2015. It rained. The new post in Osh was opened on 3 May 2015."
    assert told_as(found(again)) == [("2015-05-03", Kind.OPENING, MAIN)]


def test_without_an_issue_an_undated_sentence_is_nothing() -> None:
    assert found("A new post was opened in Osh.", issue=None) == []


def test_an_undated_entry_takes_the_day_of_the_common_event() -> None:
    default = Dated(0, 0, "26 June", When("2015-06-26"), Basis.RESOLVED, DateRule.COMMON_DAY)
    event = found("A concert was held in Osh.", default=default)[0]
    assert (event.when.edtf, event.basis, event.date_text) == ("2015-06-26", Basis.RESOLVED, "26 June")


def test_a_month_above_goes_before_the_issue() -> None:
    story = replace(a_story("A new post was opened in Osh."), time=When("2015-05"))
    made = list(events(story, told(story, ISSUE, last_day(ISSUE, TODAY)), ISSUE, None))
    assert [(event.when.edtf, event.basis) for event in made] == [("2015-05", Basis.RESOLVED)]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("A new post was opened on 3 May 2015.", [False]),
        ("A new post will be opened on 3 August 2015.", [True]),
        ("A new post was opened on 3 May 2015. The next one is to be opened in 2016.", [False, True]),
        ("The conference that was planned for May 2014 was held on 5 May 2015.", [False]),
    ],
)
def test_what_is_announced_is_planned(text: str, planned: list[bool]) -> None:
    assert [event.planned for event in found(text)] == planned


def test_basis_tells_how_the_date_is_known() -> None:
    assert [event.basis for event in found("A new post was opened on 3 May 2015.")] == [Basis.STATED]
    assert [event.basis for event in found("A new post was opened on 3 May.")] == [Basis.RESOLVED]
    assert [event.basis for event in found("A new post was opened.")] == [Basis.ISSUE]


def test_reasons_hold_the_words() -> None:
    event = found("A new post was opened in Osh on 3 May 2015.")[0]
    words = {reason.field: reason.text for reason in event.reasons}
    assert words["date"] == "3 May 2015"
    assert "opened" in words["kind"]


def test_what_was_done_in_several_places_on_an_observance_day() -> None:
    text = (
        "World AIDS Day was marked with a lecture in Lima on 1 December 2015. "
        "In the port of Callao, four sailors answered the pupils. In Cusco nurses rode through the town. Ten people came."
    )
    december = When("2015-36")
    made = told_as(found(text, "World AIDS Day in three towns", issue=december))
    assert [(when, level) for when, _, level in made] == [
        ("2015-12-01", MAIN),
        ("2015-12-01", MENTIONED),
        ("2015-12-01", MENTIONED),
    ]
    many = text.replace("World AIDS Day was marked with a lecture in Lima", "Many events for World AIDS Day were held")
    assert [event.level for event in found(many, "World AIDS Day in three towns", issue=december)] == [MENTIONED, MAIN, MAIN]
    assert len(found(text.replace("World AIDS Day", "The new year"), "A lecture in three towns", issue=december)) == 1
    assert len(found(text.replace("In the port of Callao, four", "Four"), "World AIDS Day in three towns", issue=december)) == 1


def test_a_date_with_its_year_that_is_to_come() -> None:
    text = "A post was opened in Osh on 3 May 2015. It was agreed to hold a conference on posts in spring of 2016."
    assert told_as(found(text, "New post"))[1:] == [("2016-21", Kind.MEETING, MENTIONED)]


def test_a_tale_without_a_day_is_no_milestone() -> None:
    assert found("He went into the house and published a book about it.", "A day with Ivo") == []
    assert len(found("The centre published a book about the house.", "A day with Ivo")) == 1


def test_a_course_on_figures_is_no_figure() -> None:
    text = "Twelve reporters attended a seminar in Osh on how to write about rivers and statistics."
    assert [kind for _, kind, _ in told_as(found(text, "Reporters read"))] == [Kind.TRAINING]
    assert found("The statistics show that seminars help.", "Reporters read") == []
