"""Deeds of a known time in words that no list has."""

from __future__ import annotations

import pytest

from db.models import Kind, Level
from tests.importers.events.test_events import found, told_as

BEFORE = "A training course for divers was held in Osh on 3 May 2015. "
COURSE = ("2015-05-03", Kind.TRAINING, Level.MAIN)
DEEDS = [
    ("of the kind told last", BEFORE + "The certificates were framed on 9 June 2015.", [("2015-06-09", Kind.TRAINING)]),
    ("without -ed", BEFORE + "A second group went there in April 2014.", [("2014-04", Kind.TRAINING)]),
    ("of no finer time than a year", BEFORE + "The river flooded the town in 2013.", []),
    ("what somebody was or had", BEFORE + "At the end of June the town had nine divers.", []),
    ("a tale", BEFORE + "He jumped into the river on 9 June 2015.", []),
    ("figures", BEFORE + "Nine per cent of them failed in April 2014.", []),
    ("to come", BEFORE + "The ropes will be tarred on 9 July 2015.", []),
    (
        "two dates of one sentence",
        BEFORE + "The boat drifted off on 9 June 2015 and sank on 12 June 2015.",
        [("2015-06-09", Kind.TRAINING)],
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), DEEDS)
def test_a_deed_of_a_known_time_is_an_event(what: str, text: str, wanted: list[tuple[str, Kind]]) -> None:
    assert told_as(found(text)) == [COURSE, *((when, kind, Level.MENTIONED) for when, kind in wanted)]


def test_a_deed_leans_on_the_heading_or_on_what_follows() -> None:
    left = "At six in the morning of 9 June 2015 a white lorry rattled off. "
    assert told_as(found(left, "An exercise on the river"))[0][:2] == ("2015-06-09", Kind.OPERATION)
    assert told_as(found(left + "The course was held on 12 June 2015.", "Notes"))[0][:2] == ("2015-06-09", Kind.TRAINING)
    assert found(left, "Notes") == []
