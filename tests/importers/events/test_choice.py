"""Which candidate is the main one: what a dateline or a heading dates, what a sentence begins with, what only always follows."""

from __future__ import annotations

import pytest

from db.models import Kind, Level
from tests.importers.events.test_events import found, told_as

MAIN, MENTIONED = Level.MAIN, Level.MENTIONED
STORIES = [
    (
        "a vague verb below what is held",
        "School of rural reporting",
        "Twenty young people spent a week in the hills near Osh (3-9 May).",
        [("2015-05-03/2015-05-09", Kind.TRAINING, MAIN)],
    ),
    (
        "what had been done with it, with a word in two parts",
        "Notes",
        "The Lake Guard, re-established by a decree in August 2013, moved into new premises in Osh at the end of May.",
        [("2015-05", Kind.OPENING, MAIN), ("2013-08", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "what came a week later in the same month",
        "Notes",
        "In May equipment was delivered. On 4 May boats were handed over in Osh. A week later, on 11 May, one was given to Apia.",
        [("2015-05", Kind.SUPPORT, MAIN), ("2015-05-11", Kind.SUPPORT, MENTIONED)],
    ),
    (
        "what a story begins with, of the year of its issue",
        "Notes",
        "In 2015, the office started a survey of fishers in Peru. A workshop on the questions was held on 3 March.",
        [("2015", Kind.LAUNCH, MAIN), ("2015-03-03", Kind.TRAINING, MENTIONED)],
    ),
    (
        "those who will come to a place",
        "Notes",
        "Two judges came to Osh on 3 May. Six experts will come to Naryn on 9 June, and the quarrel will come to an end in July.",
        [("2015-05-03", Kind.VISIT, MAIN), ("2015-06-09", Kind.VISIT, MENTIONED)],
    ),
    (
        "two deeds put in behind one name",
        "Notes",
        "A protocol on rivers, initialled by the envoys in February and signed in Osh on 3 May by two ministers, helps both.",
        [("2015-02", Kind.AGREEMENT, MENTIONED), ("2015-05-03", Kind.AGREEMENT, MAIN)],
    ),
    (
        "a deed that a sentence begins with",
        "Notes",
        "Founded in 2002, the Fund for Rivers handed over two boats on 3 May 2015.",
        [("2002", Kind.LAUNCH, MENTIONED), ("2015-05-03", Kind.SUPPORT, MAIN)],
    ),
    (
        "meetings in one list",
        "Notes",
        "The team took part in the conference on dams on 3 May, in the workshop on fish on 4 May and in the forum on 5 May.",
        [("2015-05-03", Kind.MEETING, MAIN), ("2015-05-04", Kind.MEETING, MAIN), ("2015-05-05", Kind.MEETING, MENTIONED)],
    ),
    (
        "the days of a dateline are those of the meeting",
        "Judges compare their guidelines",
        (
            "Osh, 3-5 May - The number of appeals grows every year. The judges of four towns met to compare their guidelines. "
            "The conference was organized by the Ministry of Justice. They agreed on a library, which became operational on 9 June."
        ),
        [("2015-05-03/2015-05-05", Kind.MEETING, MAIN), ("2015-06-09", Kind.OPENING, MENTIONED)],
    ),
    (
        "an operation before what came of it",
        "OPERATION “REED” ON THE RIVER",
        (
            "From 3 to 9 May the guards of three towns ran the operation “Reed”, which was led from Osh. The results of the "
            "operation were evaluated at the review meeting of the heads of guard, which took place in Naryn on 24 May."
        ),
        [("2015-05-03/2015-05-09", Kind.OPERATION, MAIN), ("2015-05-24", Kind.REVIEW, MENTIONED)],
    ),
    (
        "the days of a dateline that stands above the text",
        "Judges compare their guidelines",
        "Osh, 3-5 May 2015\n\nThe judges of four towns met to compare their guidelines.",
        [("2015-05-03/2015-05-05", Kind.MEETING, MAIN)],
    ),
    (
        "the day in a heading is told by the text, not by its aims",
        "Course for nurses, Osh, 3-5 May 2015",
        (
            "During three days (3-5 May 2015), 20 nurses gathered in Osh to get training. The main goal of the training course was "
            "to learn how to keep records. All the course material is available online."
        ),
        [("2015-05-03/2015-05-05", Kind.TRAINING, MAIN)],
    ),
    (
        "the next one of several, later in the year",
        "Sixth course for divers",
        "The sixth course for divers was held in Apia in May 2015. A seventh and final course will be held in 2015 in Suva.",
        [("2015-05", Kind.TRAINING, MAIN), ("2015", Kind.TRAINING, MENTIONED)],
    ),
    (
        "what a sentence tells that something is part of",
        "Notes",
        "A course on nets was held in Osh from 3 to 5 May. The course is part of the work on lakes, launched in April 2015.",
        [("2015-05-03/2015-05-05", Kind.TRAINING, MAIN), ("2015-04", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "what is seen on a visit is a part of it",
        "Notes",
        "The wardens made a study visit to Suva from 3 to 5 May. During the visit they visited the port and its boats.",
        [("2015-05-03/2015-05-05", Kind.VISIT, MAIN)],
    ),
    (
        "what is opened on a visit is not",
        "Notes",
        "The minister visited Suva from 3 to 5 May. During the visit a new clinic was opened.",
        [("2015-05-03/2015-05-05", Kind.VISIT, MAIN), ("2015-05-03/2015-05-05", Kind.OPENING, MENTIONED)],
    ),
    (
        "an undated one, and the day of another told beside",
        "Wardens of two towns visit the shelter in Osh",
        "Wardens of two towns visited the shelter in Osh. The wing of nine beds was opened in May.",
        [("2015-34", Kind.VISIT, MAIN), ("2015-05", Kind.OPENING, MENTIONED)],
    ),
    (
        "an undated one, and its day",
        "Notes",
        "Six boats were bought for the guards in Osh. The first of these was handed over on 3 May.",
        [("2015-05-03", Kind.SUPPORT, MAIN)],
    ),
    (
        "what the heading names, though it has no day",
        "An inventory of wells",
        "The office completed an inventory of wells in Osh.\n\nA plan for the river was endorsed by the council on 9 June.",
        [("2015-34", Kind.REVIEW, MAIN), ("2015-06-09", Kind.ROAD_MAP, MAIN)],
    ),
    (
        "what had been done with what is told of",
        "Notes",
        "The mayor opened a course on eels on 9 June, of which the rules had been adopted only weeks before, on 3 May.",
        [("2015-06-09", Kind.TRAINING, MAIN), ("2015-05-03", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "an undated one at the beginning, and one of another kind",
        "Media",
        "Reporters learned to check pictures at a workshop in Osh. Lake Day on 3 May was marked with a concert in Suva.",
        [("2015-34", Kind.TRAINING, MAIN), ("2015-05-03", Kind.CAMPAIGN, MAIN)],
    ),
    (
        "a course that has no day, and a raid",
        "Course for wardens in Osh",
        "Thirty wardens took a course in Osh. During the operation “Reed” of 3 to 9 May those of the year before seized two boats.",
        [("2015-34", Kind.TRAINING, MAIN), ("2015-05-03/2015-05-09", Kind.OPERATION, MENTIONED)],
    ),
    (
        "those who finished a programme",
        "Notes",
        "Forty boatmen of three towns graduated from the Programme for Skippers.",
        [("2015-34", Kind.TRAINING, MAIN)],
    ),
    (
        "what somebody did who is asked",
        "Five questions to Ana Bell, Osh",
        "What did you do before? - I joined a guild of boatmen in Naryn in 2011. After the workshop two of them called me.",
        [],
    ),
    ("how much was looked through, without a day", "Notes", "The four units examined 318 boats and made 21 seizures.", []),
    ("what was going on at a time", "Notes", "In January 2015 forty sailors were being held.", []),
    (
        "what happened elsewhere, in a foreword",
        "Foreword",
        "The events on the lake in May have changed the plans of all of us.",
        [],
    ),
    (
        "a list of months below a year",
        "2014 month by month",
        "January     Needs survey of nine wells, Osh\nMarch       Course for divers, Osh\nMay         Market in Naryn re-opens",
        [("2014-01", Kind.REVIEW, MAIN), ("2014-03", Kind.TRAINING, MAIN), ("2014-05", Kind.OPENING, MAIN)],
    ),
    (
        "items of a list that say only what and when",
        "Notes",
        "The following were handed over:\n\n(i) Two wells in Osh, on 3 May, with funds of Norway\n(ii) A clinic in Naryn, on 9 May",
        [("2015-05-03", Kind.SUPPORT, MAIN), ("2015-05-09", Kind.SUPPORT, MAIN)],
    ),
    ("what ought to be, without a day", "Notes", "Animals should be vaccinated before the rains and kept apart.", []),
    ("what is so, without a day", "Notes", "A peer review means that your neighbour looks into your cupboards.", []),
    ("how much was seized in half a year", "Notes", "In January-June 2015 the ports seized 34.6 tonnes of shells.", []),
    (
        "what went on over the past year",
        "Notes",
        "The board met in Osh on 3 May 2015. The members discussed the activities implemented over the past year.",
        [("2015-05-03", Kind.MEETING, MAIN)],
    ),
    (
        "what a treaty was opened for, and when it went into force",
        "Notes",
        "The Treaty of Osh was opened for signature on 2 March 1998 and entered into force on 5 May 2004.",
        [("1998-03-02", Kind.AGREEMENT, MAIN), ("2004-05-05", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "the year of a name",
        "Notes",
        "The joint 2011 River Prize winner Ana Bell was awarded a medal in May 2015.",
        [("2015-05", Kind.CAMPAIGN, Level.MAIN)],
    ),
    ("behind a farewell", "Notes", "On 31 May 2015 she handed over her keys. The auditors will miss her cakes.", []),
    ("what has been put off", "Notes", "A further exercise in Osh, which had been fixed for May 2015, has been put off.", []),
    ("what was done over time", "Notes", "The bank has subsequently supported reviews of roads in many countries.", []),
    ("what always follows", "Notes", "Once a plan has been adopted, the office launches the works.", []),
]


@pytest.mark.parametrize(("what", "heading", "text", "wanted"), STORIES, ids=[case[0] for case in STORIES])
def test_the_main_one_and_those_beside_it(what: str, heading: str, text: str, wanted: list[tuple[str, Kind, Level]]) -> None:
    assert told_as(found(text, heading)) == wanted
