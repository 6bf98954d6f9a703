"""The day that the entries of one event share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.models import Basis
from importers.events import siblings
from importers.events.siblings import Siblings
from importers.events.telling import told
from importers.story import Story
from tests.importers.conftest import ISSUE, a_story

REFERENCE = date(2015, 6, 30)
LABEL = "Regional conference"


def entry(text: str, *, label: str = LABEL, country: str = "UZ", sibling: int | None = None) -> Story:
    return replace(a_story(text), label=label, country=country, sibling=sibling)


def day(stories: Sequence[Story], index: int) -> str | None:
    dated = Siblings(stories, ISSUE, REFERENCE).day(stories[index])
    return None if dated is None else dated.when.edtf


CASES: list[tuple[str, list[Story], int, str | None]] = [
    (
        "the first entry that states one",
        [entry("Officers met."), entry("It was held on 4 May 2015.", country="KG")],
        0,
        "2015-05-04",
    ),
    ("the label", [entry("Officers met.", label="Conference, 5 May 2015"), entry("It was held on 4 May 2015.")], 0, "2015-05-05"),
    ("the story above", [a_story("It was held on 6 May 2015."), entry("Officers met.", label="", sibling=0)], 1, "2015-05-06"),
    ("a feast above", [a_story("We marked World Refugee Day."), entry("Nurses sang.", label="", sibling=0)], 1, "2015-06-20"),
    ("a month is no day", [entry("It was held in May 2015.")], 0, None),
    ("a day far from the issue", [entry("It was held on 4 May 2009.")], 0, None),
    ("nothing above and no label", [entry("It was held on 4 May 2015.", label="")], 0, None),
    ("a label without a country", [entry("It was held on 4 May 2015.", country="")], 0, None),
    ("another event's day", [entry("Officers met."), entry("It was held on 4 May 2015.", label="A fair", country="KG")], 0, None),
]


@pytest.mark.parametrize(("stories", "index", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_day_is_from(stories: list[Story], index: int, wanted: str | None) -> None:
    assert day(stories, index) == wanted


def test_it_is_worked_out() -> None:
    stories = [entry("It was held on 4 May 2015.")]
    dated = Siblings(stories, ISSUE, REFERENCE).day(stories[0])
    assert dated is not None
    assert (dated.basis, dated.rule) == (Basis.RESOLVED, "day-of-the-common-event")


def test_each_event_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of all countries below one event is read in linear time."""
    stories = [entry(f"Officers of group {number} met.") for number in range(40)]
    heard = 0

    def counting(*given: Any) -> Any:
        nonlocal heard
        heard += 1
        return told(*given)

    monkeypatch.setattr(siblings, "told", counting)
    asked = Siblings(stories, ISSUE, REFERENCE)
    assert [asked.day(story) for story in stories] == [None] * 40
    assert heard == 1 + 40
