"""What is told of people, of what went on over time and in figures is no event; what is told beside it is."""

from __future__ import annotations

import pytest

from tests.importers.events.test_events import found, told_as

MAIN = "A bakery was opened in Osh on 3 May 2015. "
NONE = [
    ("whom others met", "Of the boys whom the guards met in 2014 one in ten went to school."),
    ("what they lost", "Farmers who lost their seeds and equipment in March 2015 could not wait."),
    ("what they did", "Guards who signed visas by candle light in February 2014 now have computers."),
    ("what changed", "A paper was given on what changed when the town joined and signed in 2007."),
    ("a life", "In 2013 she and her husband launched a stall in a rented flat."),
    ("what somebody wants", "The guild has advocated for such a law since 2013."),
    ("figures", "In figures: 1 January to 30 April 2015 heroin 38 kg, arrests 391"),
    ("more figures", "Figures: 1,584 registered cases (Ministry, 26 June 2015)."),
]
TOLD = [
    ("where they were", "Sixty guards who attended a course in March 2015 now sift flour.", "2015-03"),
    ("to the day", "The guild that trains them signed a contract with those who fled on 9 June 2015.", "2015-06-09"),
    ("what they did in the end", "Eighteen people who fled signed their contracts in June 2015.", "2015-06"),
    ("an aside", "The ovens came from a firm that was founded in 2013.", "2013"),
    ("what an office did in a year", "In 2013 we opened an office in Naryn.", "2013"),
    ("works that go on", "The works on its second hall are in full swing since June 2015.", "2015-06"),
]


@pytest.mark.parametrize(("what", "text"), NONE, ids=[case[0] for case in NONE])
def test_what_is_told_of_people(what: str, text: str) -> None:
    assert [when for when, _, _ in told_as(found(MAIN + text, "Fresh bread"))] == ["2015-05-03"]


@pytest.mark.parametrize(("what", "text", "when"), TOLD, ids=[case[0] for case in TOLD])
def test_what_is_told_of_events(what: str, text: str, when: str) -> None:
    assert when in [when for when, _, _ in told_as(found(MAIN + text, "Fresh bread"))]


@pytest.mark.parametrize(
    "text",
    [
        "“Excellencies, distinguished guests, we met and signed much.",
        "“We were trained and met our guests.”",
        "The camp was built for fewer than half of those who live there.",
    ],
)
def test_what_tells_no_event_without_a_date(text: str) -> None:
    assert found(text, "Fresh bread") == []
