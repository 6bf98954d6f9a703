"""Things are called by the names that a story has given them before."""

from __future__ import annotations

import pytest

from importers.titles.naming import in_full
from tests.importers.conftest import read

NAMED = [
    (
        "a name with capitals",
        "Thirty came to Osh for the Lake Mayors Network.",
        "The network was founded in 2010",
        "The Lake Mayors Network was founded in 2010",
    ),
    (
        "what it is for",
        "It is a fund for young ferrymen in Osh.",
        "The fund was set up in May",
        "The fund for young ferrymen was set up in May",
    ),
    (
        "what sort it is",
        "She chairs a scholarship scheme.",
        "The scheme had been launched in May",
        "The scholarship scheme had been launched in May",
    ),
    (
        "one of two names is not chosen",
        "The Lake Network and the Pier Network met.",
        "The network was founded",
        "The network was founded",
    ),
    ("another thing's name", "The Head of Mission spoke.", "The Mission was founded", "The Mission was founded"),
    ("what is clear", "A lake town met.", "The town was founded", "The town was founded"),
    ("what has no name before", "Nobody came.", "The network was founded", "The network was founded"),
    ("what is named itself", "The Lake Mayors Network met.", "The old network was founded", "The old network was founded"),
    (
        "what only another follows",
        "A course on bread was held.",
        "The course was followed by a drill",
        "The course was followed by a drill",
    ),
    (
        "such",
        "They held the second workshop for young bakers in Osh.",
        "The first such workshop in Naryn had drawn only nineteen",
        "The first workshop for young bakers in Naryn had drawn only nineteen",
    ),
    ("such, of nothing", "They met.", "The first such workshop was held", "The first such workshop was held"),
    (
        "one of several",
        "In Osh, three lake strategies – on fish and boats – are being written; ",
        "the one for piers was adopted",
        "The strategy for piers was adopted",
    ),
    ("that", "The first boathouse was opened in Osh; ", "that of Naryn followed", "The boathouse of Naryn followed"),
    ("that, of nothing", "They met; ", "that of Naryn followed", "that of Naryn followed"),
    (
        "an event",
        "They learned to swim on a five-day course in Osh. It was the second; ",
        "the first took place in Naryn",
        "the first course took place in Naryn",
    ),
    ("no event", "They learned to swim; ", "the first took place in Naryn", "the first took place in Naryn"),
]


@pytest.mark.parametrize(("what", "before", "sentence", "wanted"), NAMED, ids=[what for what, *_ in NAMED])
def test_a_thing_is_called_by_its_name(what: str, before: str, sentence: str, wanted: str) -> None:
    assert in_full(sentence, before) == wanted


def test_a_heading_names_a_thing() -> None:
    assert in_full("The network was founded", "", "Lake Mayors Network meets in Osh") == "The Lake Mayors Network was founded"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "The Lake Mayors Network met in Osh on 3 May 2016. The network was founded in Naryn in November 2010.",
            {"Lake Mayors Network met in Osh", "Lake Mayors Network founded in Naryn"},
        ),
        (
            "Thirty cooks finished a course on the care of wooden boats; it was held in Osh on 3 May 2016.",
            {"Course on the care of wooden boats held in Osh"},
        ),
        ("A public hearing on boats is planned for 18 October 2016.", {"Public hearing on boats"}),
        (
            "A hearing is set for 18 October 2016 and adoption of the law by the council is expected in December 2016.",
            {"Hearing is set and adoption of the law by the council is expected"},
        ),
    ],
)
def test_titles_of_a_newsletter(told: str, wanted: set[str]) -> None:
    assert {milestone.title for milestone in read(f"# River News\n\nMay 2016\n\n## Lakes\n\n{told}\n").milestones} == wanted
