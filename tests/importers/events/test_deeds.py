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
    ("to come", BEFORE + "The ropes will be tarred on 9 July 2015.", [("2015-07-09", Kind.TRAINING)]),
    ("what readers are asked by then", BEFORE + "Please send us your ropes by 9 July 2015.", []),
    ("brokered by somebody", BEFORE + "The peace was brokered by the mayor in June 2014.", [("2014-06", Kind.TRAINING)]),
    (
        "two dates of one sentence",
        BEFORE + "The boat drifted off on 9 June 2015 and sank on 12 June 2015.",
        [("2015-06-09", Kind.TRAINING)],
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), DEEDS)
def test_a_deed_of_a_known_time_is_an_event(what: str, text: str, wanted: list[tuple[str, Kind]]) -> None:
    assert told_as(found(text)) == [COURSE, *((when, kind, Level.MENTIONED) for when, kind in wanted)]


ONE_MORE = [
    ("A second class of twenty is expected in Naryn on 2 September.", "2015-09-02"),
    (
        "Two more are planned, one in Naryn on 16-19 August and one in Talas, for which no date has been set.",
        "2015-08-16/2015-08-19",
    ),
    ("The next round is set for 11 September in Naryn.", "2015-09-11"),
    ("It will be repeated in Naryn in August.", "2015-08"),
    ("Naryn will follow in the last quarter of this year.", "2015-36"),
    ("The other half of the team is to go to Naryn in October.", "2015-10"),
    ("Naryn had had its turn in October.", "2014-10"),
    ("Naryn held one in 2013.", "2013"),
    ("Naryn did the same in 2013.", "2013"),
    ("Naryn was the first to try it, back in 2013.", "2013"),
    ("The river will be low in August.", None),
    ("The next issue of this newsletter will be out in October.", None),
    ("The next few months will be dry, until rain comes in October.", None),
    ("Five more people per day will drown by August.", None),
    ("Naryn is a town that floods hit in 2013.", None),
    ("The director will retire in August.", None),
    ("The office will not take parcels in August.", None),
    ("The office will be cold in August.", None),
]


@pytest.mark.parametrize(("text", "wanted"), ONE_MORE)
def test_one_more_of_what_was_told_is_an_event_of_its_kind(text: str, wanted: str | None) -> None:
    assert told_as(found(BEFORE + text)) == [COURSE, *([(wanted, Kind.TRAINING, Level.MENTIONED)] if wanted else [])]


def test_a_deed_leans_on_the_heading_or_on_what_follows() -> None:
    left = "At six in the morning of 9 June 2015 a white lorry rattled off. "
    assert told_as(found(left, "An exercise on the river"))[0][:2] == ("2015-06-09", Kind.TRAINING)
    assert told_as(found(left + "The course was held on 12 June 2015.", "Notes"))[0][:2] == ("2015-06-09", Kind.TRAINING)
    # nothing speaks of any kind of event
    assert told_as(found(left, "Notes")) == [("2015-06-09", Kind.LAUNCH, Level.MAIN)]
    assert found("At the end of June 2015 a white lorry rattled off.", "Notes") == []
    assert found("Roads are long here. " * 3 + left, "Notes") == []
