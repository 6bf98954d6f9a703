"""Who pays for all that a chapter told is said at its end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.importers.conftest import read

CHAPTERS = """RIVER NEWS

April - June 2015

Dear readers, here is what was done in the valley, and what there is to see of it now for those who come by to look at it.

{water}

{a_well}

A well was opened in Naryn on 4 May 2015. Two ministers came, drank from it and praised the builders of the valley.

{nurses}

Nurses of the valley met in Osh on 8 May 2015 and talked at length about clean water and what to do where it is lacking.

{said}

{honey}

{a_fair}

A fair on honey was held in Bishkek on 18 May 2015. It was the third of its kind and drew a great many people.
"""


def donors(said: str, water: str, honey: str, small: Callable[[str], str]) -> list[list[str]]:
    """Those of the well, the nurses and the fair."""
    text = CHAPTERS.format(
        water=water, honey=honey, said=said, a_well=small("A well for Naryn"), nurses=small("Nurses meet"), a_fair=small("A fair")
    )
    return [sorted(map(str, one.donors)) for one in read(text, name="x.md").milestones]


STYLES: list[tuple[str, str, Callable[[str], str]]] = [
    ("## Water", "## Honey", "### {}".format),
    ("WATER", "HONEY", str),
    ("**WATER**", "**HONEY**", "**{}**".format),
    ("WATER AND WELLS", "HONEY AND BEES", str.upper),
]


@pytest.mark.parametrize(("water", "honey", "small"), STYLES, ids=["ranks", "capitals", "bold", "capitals alone"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("All the above activities were funded by Norway.", [["Norway"], ["Norway"], []]),
        (
            "The activities described above are financed by Norway and Sida.",
            [["Norway", "Sweden/Sida"], ["Norway", "Sweden/Sida"], []],
        ),
        ("The activities in this section were made possible by Norway.", [["Norway"], ["Norway"], []]),
        ("This segment is funded by Norway.", [["Norway"], ["Norway"], []]),
        ("Segment funded by: Norway", [["Norway"], ["Norway"], []]),
        ("The meeting was funded by Norway.", [[], ["Norway"], []]),
        ("Norway sent its greetings for all the above activities.", [[], [], []]),
    ],
)
def test_who_pays_for_a_chapter(said: str, expected: list[list[str]], water: str, honey: str, small: Callable[[str], str]) -> None:
    assert donors(said, water, honey, small) == expected


def test_a_chapter_is_called_by_its_title() -> None:
    said = "The work on water is paid for, and all activities in Water are funded by Norway."
    assert donors(said, "## Water", "## Honey", "### {}".format) == [["Norway"], ["Norway"], []]


def test_a_chapter_may_be_a_programmes() -> None:
    said = "The River Programme in the valley is funded by Norway."
    assert donors(said, "RIVER PROGRAMME", "HONEY", str) == [["Norway"], ["Norway"], []]
    assert donors(said, "WATER", "HONEY", str)[0] == []


def test_a_box_on_the_page_speaks_for_its_project() -> None:
    said = "The meeting belongs to the Japan-funded project presented in the box on this page."
    assert donors(said, "WATER", "HONEY", str)[0] == []


def test_a_story_without_a_chapter_speaks_for_itself() -> None:
    assert donors("This section was funded by Norway.", "", "", "## {}".format) == [[], ["Norway"], []]
