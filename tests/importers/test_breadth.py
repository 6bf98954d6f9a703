"""One event a sentence, from every sector of development work: each is found, on its own day and as what it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models import Basis, Level
from importers.pipeline import read_newsletter

EVENTS = [line.split("\t") for line in Path(__file__).with_name("events.tsv").read_text(encoding="utf-8").splitlines()]
STORY = """# Programme Newsletter, July-September 2018

## News from the field

It had been long in coming, as all who were there said. {} People from near and far were glad of it, and the mood was good.

## Other matters

The office thanks all its friends.
"""


@pytest.mark.parametrize(("kind", "sentence"), EVENTS, ids=[sentence[:40] for _, sentence in EVENTS])
def test_an_event_is_found_and_known(kind: str, sentence: str) -> None:
    reading = read_newsletter(STORY.format(sentence).encode(), "news.md", today=date(2018, 11, 1))
    mains = [milestone for milestone in reading.milestones if milestone.level is Level.MAIN]
    assert kind in {milestone.kind.value for milestone in mains}
    assert mains[0].basis is not Basis.ISSUE
