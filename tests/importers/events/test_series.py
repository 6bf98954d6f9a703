"""Numbered events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import Series
from importers.events.series import find_series
from tests.importers.conftest import read

CASES = [
    ("digits", "The 10th review meeting of the Memorandum was held.", Series("review meeting of the Memorandum", 10)),
    ("a word", "the fourth regional meeting", Series("regional meeting", 4)),
    ("a capital word", "Third Conference on Drugs", Series("conference on Drugs", 3)),
    (
        "a heading and a sentence say the same",
        "Tenth Review Meeting of the Memorandum",
        Series("review meeting of the Memorandum", 10),
    ),
    ("a name keeps its capitals", "Third Lake Ports Forum on Ferries", Series("Lake Ports Forum on Ferries", 3)),
    ("21st", "They held the 21st session in Osh.", Series("session", 21)),
    ("twelfth", "At the twelfth steering committee meeting they spoke.", Series("steering committee meeting", 12)),
    ("22nd and 23rd", "the 22nd round table and the 23rd round table", Series("round table", 22)),
    ("name ends at the venue", "The second forum in Osh was calm.", Series("forum", 2)),
    ("plural", "The fifth consultations of experts began.", Series("consultations", 5)),
    ("over a line end", "the sixth\n review   meeting", Series("review meeting", 6)),
    ("a day is no series", "On 3rd of May a meeting was held.", None),
    ("a cardinal is no series", "They held three meetings.", None),
    ("a place in line is no series", "He was the first to leave the meeting.", None),
    ("half", "In the first half of the year a meeting was held.", None),
    ("quarter", "In the second quarter they planned a conference.", None),
    ("what is no event", "the third border post", None),
    ("a part of a word", "the 3rdly meeting", None),
    ("nothing", "", None),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CASES)
def test_series(what: str, text: str, wanted: Series | None) -> None:
    assert find_series(text) == wanted


@given(st.text(max_size=80))
@settings(max_examples=50)
def test_any_text(text: str) -> None:
    found = find_series(f"the 3rd {text} meeting")
    assert found is None or (found.name == found.name.strip() != "" and found.ordinal is not None)


def test_a_bare_noun_is_of_the_series_that_its_article_names() -> None:
    text = (
        "# News\n\n## Rivers\n\nThe tenth review meeting of the Memorandum was held in Osh on 3 May 2015. "
        "The ninth meeting had been held in Naryn in May 2014.\n\n## Dogs\n\n"
        "The second meeting on dogs was held in Osh on 9 June 2015.\n"
    )
    assert [(one.series.name, one.series.ordinal) for one in read(text).milestones if one.series] == [
        ("review meeting of the Memorandum", 10),
        ("review meeting of the Memorandum", 9),
        ("meeting", 2),
    ]
