"""Dates that share a clause, or a list, and have each an event of its own."""

from __future__ import annotations

import pytest

from db.models import Kind, Level
from tests.importers.events.test_events import found, told_as

MAIN, MENTIONED = Level.MAIN, Level.MENTIONED

MISSED = [
    (
        "earlier ones of a series, without its noun",
        "The workshop is the third one of the series; the first was in Osh in May 2014, and the second in Batken in June 2014.",
        ["2014-05", "2014-06"],
    ),
    (
        "two countries, each with its own deed",
        "In Kenya the rules were adopted in October 2014, in Uganda the fund was launched on 19 May 2015.",
        ["2014-10", "2015-05-19"],
    ),
    (
        "two deeds of one subject",
        "The law was adopted on 3 May 2015 and entered into force on 1 June 2015.",
        ["2015-05-03", "2015-06-01"],
    ),
    (
        "a list of days behind a colon",
        "After the mapping of 2014, they held three hearings on tolls: in Osh on 3 May, in Talas on 6 May and in Naryn on 9 May.",
        ["2014", "2015-05-03", "2015-05-06", "2015-05-09"],
    ),
    (
        "towns with their days in brackets",
        "During the quarter, courses were held in Osh (3-5 May 2015), Naryn (9-11 May 2015) and Talas (12 June 2015).",
        ["2015-05-03/2015-05-05", "2015-05-09/2015-05-11", "2015-06-12"],
    ),
    (
        "towns with their days in brackets, and what they follow",
        "Courses were held in Osh (3-5 May 2015) and Naryn (9-11 May 2015) and follow a similar one in Talas in July 2014.",
        ["2015-05-03/2015-05-05", "2015-05-09/2015-05-11", "2014-07"],
    ),
    (
        "what is told beside a session",
        "On the margins of the ninth session of the Council (9-17 May 2015) the mayors held a side event on 11 May.",
        ["2015-05-11"],
    ),
    (
        "two towns with their countries",
        "Workshops for judges were held in Lima, Peru, in November 2014 and in Accra, Ghana, in January.",
        ["2014-11", "2015-01"],
    ),
    (
        "what was before that which is told",
        "Two months after the post in Osh opened its doors on 3 April, both crews met on 9 June in Naryn.",
        ["2015-04-03", "2015-06-09"],
    ),
    (
        "some months after it, in the next year",
        "Seven months after the centre was opened in Osh on 9 November 2014, its members met on 8-9 June to compare notes.",
        ["2014-11-09", "2015-06-08/2015-06-09"],
    ),
    ("two months of two events", "Courses for judges were held in July and in November 2014.", ["2014-07", "2014-11"]),
]


@pytest.mark.parametrize(("what", "text", "wanted"), MISSED)
def test_each_date_of_a_clause_has_its_event(what: str, text: str, wanted: list[str]) -> None:
    assert [event.when.edtf for event in found(text)] == wanted


def test_two_dates_of_one_clause_with_words_of_their_own() -> None:
    far = "Two ministers visited on 3 May 2015 the old colony of Osh with its kitchens, in June 2015 its hospital."
    assert [when for when, _, _ in told_as(found(far, "Visits"))] == ["2015-05-03", "2015-06"]
    near = "Two ministers visited on 3 May 2015 its kitchens, in June 2015 its hospital."
    assert len(found(near, "Visits")) == 1
    held = "Two ministers visited the old colony of Osh on 3 May 2015, a place that had been open to nobody since 2008."
    assert next(when for when, _, _ in told_as(found(held, "Visits"))) == "2015-05-03"


def test_what_was_adopted_before_is_told_last() -> None:
    text = "The council met in Osh on 4 May 2015 to review the Strategy on Boats 2013-2020, adopted in July 2013."
    assert told_as(found(text)) == [("2015-05-04", Kind.MEETING, MAIN), ("2013-07", Kind.ROAD_MAP, MENTIONED)]
