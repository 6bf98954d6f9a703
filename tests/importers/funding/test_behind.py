"""A fact box with a title of its own behind its story, and above those of its project."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

PIER = "A pier for the fishers of the bay was opened in Lungo on 4 May 2015. The mayor jumped in first, the school followed him."
BEES = "Beekeepers of the hills, invited by APIA, met in Tarro on 8 May 2015 and talked about queens, wax and the prices of jars."
FAIR = "A fair on old books was held in Sella on 18 May 2015. It was the third of its kind and drew a great many people."
DAYS = ("2015-05-04", "2015-05-08", "2015-05-18")
TOP = "ISLAND NEWS\n\nApril - June 2015\n\n"
FACTS = "Donor: {}\nDuration: 2013 - 2016\nPartners: {}"


def donors(text: str, name: str = "notes.txt") -> list[list[str]]:
    """Those of the pier, the bees and the fair."""
    told = {one.when.edtf: sorted(map(str, one.donors)) for one in read(text, name=name).milestones}
    return [told.get(day, ["not told"]) for day in DAYS]


def stories(*between: str) -> str:
    """The three stories, and what stands above, between and below them."""
    one, two, three, four = between
    return f"{TOP}{one}A PIER IN LUNGO\n\n{PIER}\n\n{two}WHAT THE QUEENS SAY\n\n{BEES}\n\n{three}ONE BOOK MORE\n\n{FAIR}\n\n{four}"


def box(title: str, donor: str, partners: str = "Town halls") -> str:
    return f"{title}\n{FACTS.format(donor, partners)}\n\n"


@pytest.mark.parametrize(
    ("two", "expected"),
    [
        (box("FISHERS OF THE BAY", "Norway"), ["Norway"]),
        (box("PIERS AT A GLANCE", "Norway"), ["Norway"]),
        (box("WORK ON THE COAST", "Norway", "School of Lungo, mayor"), ["Norway"]),
        (box("HONEY FROM THE HILLS", "Norway"), []),
        (box("SWEETS", "Norway", "APIA"), []),
        (box("WORK ON THE COAST", "Norway"), []),
    ],
)
def test_a_box_is_of_the_story_that_it_shares_words_with(two: str, expected: list[str]) -> None:
    assert donors(stories("", two, "", "")) == [expected, [] if expected else ["Norway"], []]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        # below the last story there is a box, above the first there is none
        (("", box("WORK", "Norway"), box("SWEETS", "Japan"), box("SHELVES", "Finland")), [["Norway"], ["Japan"], ["Finland"]]),
        # before the first story there is one, below the last there is none
        ((box("WORK", "Norway"), box("SWEETS", "Japan"), box("SHELVES", "Finland"), ""), [["Norway"], ["Japan"], ["Finland"]]),
        # one that shares words tells it of the other
        (("", box("FISHERS OF THE BAY", "Norway"), box("SWEETS", "Japan"), ""), [["Norway"], ["Japan"], []]),
        # short news are no story of a project
        (("", "", "", box("SHELVES", "Finland") + "OTHER NEWS\n\nNone.\n"), [[], [], ["Finland"]]),
    ],
)
def test_a_box_is_as_the_others_of_its_newsletter(between: tuple[str, ...], expected: list[list[str]]) -> None:
    assert donors(stories(*between)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("PROJECT LUN/R12 - SCHOOLS", [[], ["Norway"], ["Norway"]]), ("PROJECT LUN/R12 - PIERS FOR FISHERS", [["Norway"], [], []])],
)
def test_the_title_of_a_project_needs_more_than_one_word(title: str, expected: list[list[str]]) -> None:
    assert donors(stories("", box(title, "Norway"), "", "")) == expected


def test_a_box_below_short_news_is_not_theirs() -> None:
    text = f"{TOP}IN BRIEF\n\n{PIER}\n\n{BEES}\n\n{box('FISHERS OF THE BAY', 'Norway')}CALENDAR\n\n18 May 2015: fair, Sella\n"
    assert donors(text)[:2] == [[], []]


@pytest.mark.parametrize(("rank", "expected"), [("###", [["Norway"], [], []]), ("#", [[], ["Norway"], ["Norway"]])])
def test_the_rank_of_its_title_decides(rank: str, expected: list[list[str]]) -> None:
    two = "\n\n".join((f"{rank} Work", *FACTS.format("Norway", "Town halls").split("\n")))
    text = f"# Island News\n\nApril - June 2015\n\n## Pier\n\n{PIER}\n\n{two}\n\n## Bees\n\n{BEES}\n\n## Fair\n\n{FAIR}\n"
    assert donors(text, "notes.md") == expected


def test_its_title_is_no_heading_of_the_story_below() -> None:
    made = read(stories("", box("FISHERS OF THE BAY", "Norway"), "", "")).articles
    assert [one.heading for one in made][-3:] == ["A PIER IN LUNGO", "WHAT THE QUEENS SAY", "ONE BOOK MORE"]
