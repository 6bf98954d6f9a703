"""A newsletter that says which countries it is about need not name them again: "the five countries"."""

from __future__ import annotations

import pytest

from importers.places.regions import groups_of
from tests.importers.conftest import read

BALTIC = "# Clean Ports: Bulletin of the programme in the Baltic States\n\nJuly - September 2015\n\n"
LISTED = "# Clean Ports\n\nJuly - September 2015\n\nIt runs until 2019. {label} Peru, Chile, Ecuador. Its office is in Lima.\n\n"
STORY = "## Officers at school\n\n{told}\n"


def codes(newsletter: str) -> list[str]:
    return [one.code for one in read(newsletter, name="x.md", issue=None).milestones[-1].countries]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("On 4 July officers of the three countries met in Riga.", ["LV", "EE", "LT"]),
        ("On 4 July the board met in Riga. Delegations from all three countries looked at the plan.", ["LV", "EE", "LT"]),
        ("A workshop for officers from all participating countries was held in Riga on 4 July.", ["LV", "EE", "LT"]),
        ("A workshop for all member states of the programme was held in Riga on 4 July.", ["LV", "EE", "LT"]),
        ("A workshop for the three partner countries was held in Oslo on 4 July.", ["NO", "EE", "LT", "LV"]),
        # others than those, as the number or the story tells
        ("On 4 July officers of the four countries met in Riga.", ["LV"]),
        ("On 4 July officers of Kenya, Togo and Ghana met in Accra. All three countries paid.", ["GH", "KE", "TG"]),
        ("On 4 July the board met in Riga. Rice is grown in the three countries.", ["LV"]),
        ("On 4 July officers met in Riga. All countries have rules.", ["LV"]),
    ],
)
def test_the_countries_of_the_region_of_the_masthead(told: str, expected: list[str]) -> None:
    assert codes(BALTIC + STORY.format(told=told)) == expected


@pytest.mark.parametrize("told", ["the three countries", "all three countries", "all beneficiary countries"])
@pytest.mark.parametrize(
    "label", ["Beneficiaries:", "Participating countries:", "Countries covered –", "The partner countries are"]
)
def test_the_countries_that_a_programme_is_said_to_be_for(label: str, told: str) -> None:
    story = f"A workshop for officers from {told} was held in Quito on 4 July."
    assert codes(LISTED.format(label=label) + STORY.format(told=story)) == ["EC", "CL", "PE"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("It is implemented with two unions in Peru, Chile, Ecuador and Uruguay. It is small.", ["PE", "CL", "EC", "UY"]),
        ("Our team works with the governments of Peru, Chile, Ecuador and Uruguay.", ["PE", "CL", "EC", "UY"]),
        ("Our team works with the governments of Peru and Chile.", None),
        ("This is an overview of our work in Peru, Chile, Ecuador and Uruguay.", ["PE", "CL", "EC", "UY"]),
        ("Read here of the activities of the fund in Peru, Chile, Ecuador and Uruguay.", ["PE", "CL", "EC", "UY"]),
        ("Our team works in ports, among others in Peru, Chile, Ecuador and Uruguay.", ["PE", "CL", "EC", "UY"]),
        ("Bread is eaten in Peru, Chile, Ecuador and Uruguay.", None),
    ],
)
def test_the_many_countries_that_a_programme_works_in(told: str, codes: list[str] | None) -> None:
    assert groups_of([], [told]) == ([tuple(codes)] if codes else [])


def test_those_that_a_masthead_lists_come_before_its_region() -> None:
    story = STORY.format(told="Judges of the two countries met in Riga on 4 July.")
    assert codes(BALTIC.replace("Bulletin", "Latvia | Lithuania. Bulletin") + story) == ["LV", "LT"]
    assert codes(BALTIC + story) == ["LV"]


def test_countries_that_are_counted_are_no_name_of_a_place() -> None:
    made = read(BALTIC + STORY.format(told="Workshops were held in all three countries on 4 July."), name="x.md", issue=None)
    assert (made.milestones[-1].place, len(made.milestones[-1].countries)) == ("", 3)
