"""What was completed and the ceremony at which it was opened."""

from __future__ import annotations

import pytest

from db.models import Kind
from tests.importers.events.test_events import MAIN, MENTIONED, found, told_as

CASES = [
    (
        "the ceremony's day and kind",
        "In May 2015 the guild completed the renovation of the pier in Osh. The opening ceremony took place on 17 May 2015.",
        [("2015-05-17", Kind.OPENING, MAIN)],
    ),
    (
        "works that were completed",
        "The repairs of the pier in Osh were completed in May 2015. Its official handover was held on 17 May 2015.",
        [("2015-05-17", Kind.SUPPORT, MAIN)],
    ),
    (
        "another month",
        "In April 2015 the guild completed the renovation of the pier in Osh. The opening ceremony took place on 17 May 2015.",
        [("2015-04", Kind.SUPPORT, MAIN), ("2015-05-17", Kind.OPENING, MENTIONED)],
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_what_was_completed_has(what: str, text: str, wanted: list[object]) -> None:
    assert told_as(found(text)) == wanted


def test_what_else_was_done_at_the_end_of_a_course() -> None:
    text = "Nurses attended a course in Osh on 4-8 May 2015. At the end of the course the guild donated five lamps to the clinic."
    assert told_as(found(text)) == [
        ("2015-05-04/2015-05-08", Kind.TRAINING, MAIN),
        ("2015-05-04/2015-05-08", Kind.SUPPORT, MENTIONED),
    ]


def test_what_was_signed_at_the_end_of_a_visit_of_some_month() -> None:
    text = "A delegation of judges visited Osh in May 2015. They signed a memorandum of understanding at the end of the visit."
    assert told_as(found(text)) == [("2015-05", Kind.VISIT, MAIN), ("2015-05", Kind.AGREEMENT, MENTIONED)]
