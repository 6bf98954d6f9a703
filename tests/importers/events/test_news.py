"""Pieces of news of their own below the heading of another."""

from __future__ import annotations

import pytest

from db.models import Kind
from tests.importers.events.test_events import MAIN, MENTIONED, found, told_as

ABOVE = "A bakery was opened in the prison of Osh on 3 May 2015. Its bread is sold in town.\n\n"
OWN = [
    (
        "somebody else",
        "Twelve judges of six provinces were trained in Naryn from 9 to 11 June 2015.",
        "2015-06-09/2015-06-11",
        Kind.TRAINING,
    ),
    ("a day first", "On 9 June 2015, the mayors of Naryn and Talas signed an agreement on rivers.", "2015-06-09", Kind.AGREEMENT),
    (
        "a body with a name",
        "The Advisory Committee on Rivers held its fifth meeting in Naryn on 9 June 2015.",
        "2015-06-09",
        Kind.MEETING,
    ),
    (
        "a thing with a place",
        "The women's ward at Talas, for which Japan paid, was inaugurated on 9 June 2015.",
        "2015-06-09",
        Kind.OPENING,
    ),
    (
        "behind a sentence that leads to it",
        "Care for survivors improves as well. Ten nurses of Talas took part in a course in Naryn in June 2015.",
        "2015-06",
        Kind.TRAINING,
    ),
]
OTHERS = [
    ("what followed", "The opening was followed by a course for bakers on 9 June 2015.", "2015-06-09"),
    ("what came of it", "As a follow-up, six bakers travelled to Naryn on 9 June 2015 to visit a mill.", "2015-06-09"),
    ("what was before", "Earlier in the quarter, on 9 April, twelve ovens were handed over in Naryn.", "2015-04-09"),
    ("some weeks behind it", "Two weeks later, on 17 May 2015, the guards received new uniforms from Japan.", "2015-05-17"),
    ("what is known", "The guards of the bakery were trained in Naryn on 9 April 2015.", "2015-04-09"),
    ("what had been", "A course on ovens had been held in Naryn on 9 April 2015.", "2015-04-09"),
    ("its beginnings", "Ovens for jails were first discussed at a conference in Naryn on 9 April 2015.", "2015-04-09"),
    ("years before", "Twelve judges of six provinces were trained in Naryn on 9 June 2012.", "2012-06-09"),
    ("what is to come", "Twelve judges of six provinces will be trained in Naryn on 9 September 2015.", "2015-09-09"),
    ("what was done in those days", "Bakers of Naryn visited the prison on 3 May 2015 and saw its ovens.", "2015-05-03"),
    ("a part of it", "Next Steps: Twelve guards were trained in Naryn on 9 April 2015.", "2015-04-09"),
    ("what somebody answers", "MAYOR: The clinic was opened on 9 April 2015 with two nurses.", "2015-04-09"),
    ("with one of its things", "Captain Lund carried the first one to the fair of Naryn on 9 June 2015.", "2015-06-09"),
    ("what was said", "The ministry reported that twelve judges were trained in Naryn on 9 June 2015.", "2015-06-09"),
]


@pytest.mark.parametrize(("what", "text", "when", "kind"), OWN, ids=[case[0] for case in OWN])
def test_news_of_its_own(what: str, text: str, when: str, kind: Kind) -> None:
    assert told_as(found(ABOVE + text, "Fresh bread")) == [("2015-05-03", Kind.OPENING, MAIN), (when, kind, MAIN)]


@pytest.mark.parametrize(("what", "text", "when"), OTHERS, ids=[case[0] for case in OTHERS])
def test_what_goes_on_with_the_story(what: str, text: str, when: str) -> None:
    told = [(day, level) for day, _, level in told_as(found(ABOVE + text, "Fresh bread"))]
    assert sorted(told) == sorted([("2015-05-03", MAIN), (when, MENTIONED)])


def test_what_stands_in_the_paragraph_of_the_main_one_is_told_in_passing() -> None:
    text = "A bakery was opened in Osh on 3 May 2015. Twelve judges of six provinces were trained in Naryn on 9 June 2015."
    assert [level for _, _, level in told_as(found(text, "Fresh bread"))] == [MAIN, MENTIONED]
