"""What was not done is no event."""

from __future__ import annotations

import pytest

from importers.events.undone import is_undone
from importers.sentences import Sentence

UNDONE = [
    "The walk was called off on 3 May.",
    "The walk, which had been fixed for May, has been put off because of the snow.",
    "The second course, which the port was to host in June, was cancelled.",
    "Postponed: the seminar on bees in Naryn, planned for 30 May.",
    "CANCELLED – Concert on 3 May",
    "The visit of the mayor has been deferred.",
    "The pump was not delivered in May.",
    "Opening of the pier, announced for 28 May, put off; new date not known.",
]
DONE = [
    "The walk was put off until 6 May.",
    "The opening of the bridge has been postponed to 6 May.",
    "A boat was seized on 3 May, and its owner was not found.",
    "The course was held on 3 May; the walk was called off.",
    "The course, which was never cancelled, was held on 3 May, but the walk was called off.",
    "On 1 July Bulletin No 4 was issued.",
    "Postponed twice, the seminar was held on 3 May.",
]


@pytest.mark.parametrize(("text", "wanted"), [*((text, True) for text in UNDONE), *((text, False) for text in DONE)])
def test_what_was_not_done(text: str, wanted: bool) -> None:
    assert is_undone(Sentence.of(text, 0, len(text))) is wanted
