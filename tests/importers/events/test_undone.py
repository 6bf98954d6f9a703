"""What was not done is no event."""

from __future__ import annotations

import pytest

from importers.events.undone import is_undone
from importers.sentences import Sentence
from tests.importers.events.test_events import found

UNDONE = [
    "The walk was called off on 3 May.",
    "The walk, which had been fixed for May, has been put off because of the snow.",
    "The second course, which the port was to host in June, was cancelled.",
    "Postponed: the seminar on bees in Naryn, planned for 30 May.",
    "CANCELLED – Concert on 3 May",
    "The visit of the mayor has been deferred.",
    "The pump was not delivered in May.",
    "Opening of the pier, announced for 28 May, put off; new date not known.",
    "The mayor denied that the agreement was signed on 3 May.",
    "Rumours that the pier was opened on 3 May are wrong.",
    "Had the pier in Osh been opened in May 2016, trade would have grown.",
    "If the road map is signed in June, work begins.",
    "Should the law be adopted on 3 May, the court can open.",
    "The walk was to be held on 3 May in Osh but was put off until autumn.",
    "The pier has not yet been opened; it should have opened on 3 May.",
    "A course would have been held in Osh on 12 May but for the storm.",
    "Nothing was signed on 3 May.",
    "Nobody was trained in May.",
    "Visits were suspended in May because of the flu.",
    "The evening classes in Osh were stopped after the second week.",
    "The walk had been planned for May 2014 and was put off twice because of snow.",
    "The course for judges, which was to take place from 3 to 5 May, had to be put off.",
]
DONE = [
    "The smugglers were stopped on 3 May.",
    "Boatmen, of whom many had not used a radio before, attended courses from 3 to 6 May.",
    "The pier, which has not been painted, was opened on 3 May.",
    "The phase was launched in May and should have ended by now.",
    "The pier was opened on 3 May, and nothing was lost.",
    "The walk was put off until 6 May.",
    "The opening of the bridge has been postponed to 6 May.",
    "A boat was seized on 3 May, and its owner was not found.",
    "The course was held on 3 May; the walk was called off.",
    "The course, which was never cancelled, was held on 3 May, but the walk was called off.",
    "On 1 July Bulletin No 4 was issued.",
    "Postponed twice, the seminar was held on 3 May.",
    "If May was wet, the course was held in Osh all the same.",
    "When the office was founded in 2010, few could have named all agencies.",
    "The course should help those who were trained on 3 May.",
]


@pytest.mark.parametrize(("text", "wanted"), [*((text, True) for text in UNDONE), *((text, False) for text in DONE)])
def test_what_was_not_done(text: str, wanted: bool) -> None:
    assert is_undone(Sentence.of(text, 0, len(text))) is wanted


MOVED = [
    (
        "to a month that is to come",
        "A course was held in Osh on 3 June 2015. Another in Naryn, originally foreseen for 9 June, had to be postponed to July.",
        ["2015-06-03", "2015-07"],
    ),
    ("postponed from one day to another", "The meeting of the Board was postponed from 12 May to 14 June 2015.", ["2015-06-14"]),
    ("moved within a month", "The seminar in Osh was moved from 12 to 14 May 2015.", ["2015-05-14"]),
    ("planned for another day", "The workshop in Osh, first planned for 12 May, took place on 14 June 2015.", ["2015-06-14"]),
    (
        "planned for another day, in a clause",
        "The workshop in Osh, which had originally been scheduled for 12 May, was held on 14 June 2015.",
        ["2015-06-14"],
    ),
    ("not moved at all", "The seminar was held in Osh from 12 to 14 May 2015.", ["2015-05-12/2015-05-14"]),
    (
        "a plan and another event",
        "The course was held in Osh on 12 May 2015; a workshop is planned for 14 June 2015.",
        ["2015-05-12", "2015-06-14"],
    ),
]


@pytest.mark.parametrize(("what", "text", "dates"), MOVED, ids=[case[0] for case in MOVED])
def test_what_was_moved_is_on_its_new_day(what: str, text: str, dates: list[str]) -> None:
    assert [event.when.edtf for event in found(text)] == dates
