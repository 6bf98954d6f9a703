"""What is said beside a main milestone of who paid for something else, and of who paid for it with another."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read
from tests.importers.funding.test_shares import MAIN, MENTIONED, paid

COURSE = "A course on prisons was held in Osh on 3 May 2015. It was funded by Japan."


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The guards are housed under a separate grant from Norway.", ["Japan"]),
        ("Repairs to the gate are paid for from a different contribution of the Government of Norway.", ["Japan"]),
        ("The second day of the course was paid for from a separate grant of Norway.", ["Japan", "Norway"]),
        ("The guards are housed with money of Norway.", ["Japan", "Norway"]),
        ("Since the beginning 7,000 guards have been trained with funds of Norway and Sweden.", ["Japan"]),
        ("To date 40 prisons have been repaired with money of Norway.", ["Japan"]),
        ("Over the last three years 40 prisons have been repaired with money of Norway.", ["Japan"]),
        ("It lasted nine days; the previous ones were funded by Norway.", ["Japan"]),
        ("Forty lamps, a gift of Norway, were handed over during the course.", ["Japan"]),
        ("Forty lamps, a gift of Norway, lit the rooms during the course.", ["Japan", "Norway"]),
        ("It lasted nine days; the two rooms were funded by Norway.", ["Japan", "Norway"]),
    ],
)
def test_what_pays_for_another_thing(behind: str, expected: list[str]) -> None:
    assert [donors for level, donors, _ in paid(f"{COURSE} {behind}") if level is MAIN] == [expected]


def test_what_was_given_over_years_is_told_of_the_milestone_where_nothing_else_is() -> None:
    text = "A prison was opened in Osh on 3 May 2015. Since 2012 forty prisons have been built with money of Norway."
    assert [donors for level, donors, _ in paid(text) if level is MAIN] == [["Norway"]]


VISIT = "Nine judges visited a court in Osh on 3 to 9 May 2015."


@pytest.mark.parametrize(
    ("first", "behind", "expected"),
    [
        (
            "The project on prisons ended with a meeting in Osh on 3 May 2015.",
            "Launched in May 2012 and financed by Norway, the project trained 900 guards.",
            True,
        ),
        (
            "A prison was opened in Osh on 3 May 2015.",
            "Launched in May 2012 and financed by Norway, a court heard 900 cases.",
            False,
        ),
        (VISIT, "The visit, and the meeting of clerks that followed in Naryn on 12 May 2015, were funded by Norway.", True),
        (VISIT, "The visit, as well as a course in Naryn on 12 May 2015, has been made possible by Norway.", True),
        (VISIT, "The clerks, and their course in Naryn on 12 May 2015, were funded by Norway.", False),
    ],
)
def test_what_pays_for_two_things(first: str, behind: str, expected: bool) -> None:
    assert [(level, donors) for level, donors, _ in paid(f"{first} {behind}")] == [
        (MAIN, ["Norway"] * expected),
        (MENTIONED, ["Norway"]),
    ]


@pytest.mark.parametrize(
    ("payers", "expected"), [("Both were", ["Norway"]), ("Both of them are", ["Norway"]), ("All costs were", [])]
)
def test_what_pays_for_both(payers: str, expected: list[str]) -> None:
    text = f"{VISIT} A new handbook was issued in Osh on 12 May 2015. {payers} paid for by Norway."
    assert [(level, donors) for level, donors, _ in paid(text)] == [(MAIN, ["Norway"]), (MENTIONED, expected)]


@pytest.mark.parametrize("payers", ["Funding was provided by", "Money came from", "The funds were given by", "Funds come from"])
def test_where_the_money_came_from(payers: str) -> None:
    text = f"{VISIT} A course for clerks followed in Naryn on 12 May 2015. {payers} the Government of Norway."
    assert [(level, donors) for level, donors, _ in paid(text)] == [(MAIN, ["Norway"]), (MENTIONED, ["Norway"])]


ABOVE = "In Naryn, nine doctors had been trained in March 2015. All of them passed. {}"
WELL = "A well was opened and inaugurated in Osh on 20 May 2015."


@pytest.mark.parametrize("glue", ["\n\n", " "])
@pytest.mark.parametrize(
    ("payers", "expected"),
    [
        ("Norway gave EUR 40,000 for the running costs.", [[], ["Norway"]]),
        ("The project is funded by Norway.", [["Norway"], ["Norway"]]),
        ("Norway has been paying for all that.", [["Norway"], ["Norway"]]),
        ("The well was paid for by Norway.", [["Norway"], []]),
    ],
)
def test_who_pays_for_what_is_told_above_the_main_milestone(payers: str, glue: str, expected: list[list[str]]) -> None:
    story = f"# River News\n\nApril - June 2015\n\n## A well is opened\n\n{ABOVE.format(payers)}{glue}{WELL}\n"
    made = sorted(read(story, name="notes.md").milestones, key=lambda one: one.level is not MAIN)
    assert [[str(donor) for donor in one.donors] for one in made] == expected


FIND = "Customs seized 20 kg of glue in Osh on 3 May 2015."


@pytest.mark.parametrize(
    ("first", "payers", "expected"),
    [
        (VISIT, "Assistance to the court is funded by Norway.", [["Norway"], ["Norway"]]),
        (VISIT, "The work on courts in Osh is made possible by Norway and, since this year, by Japan.", [["Norway", "Japan"]] * 2),
        (VISIT, "UNODC's cooperation with the clerks is financed by Norway.", [["Norway"], ["Norway"]]),
        (FIND, "Assistance to the customs is funded by Norway.", [[], ["Norway"]]),
        (FIND, "This activity was funded by Norway.", [[], ["Norway"]]),
        (FIND, "The course was funded by Norway.", [[], ["Norway"]]),
        (VISIT, "This activity was funded by Norway.", [["Norway"], ["Norway"]]),
    ],
)
def test_what_is_paid_for_in_general(first: str, payers: str, expected: list[list[str]]) -> None:
    made = paid(f"{first} A course for clerks was held in Naryn on 12 May 2015. {payers}")
    assert [donors for _, donors, _ in made][:2] == expected


def test_assistance_below_the_entries_of_a_list() -> None:
    text = (
        "UNODC helped the court of Osh in two ways:\n\n- a course on records was held in Osh on 3 May 2015;\n\n"
        "- a visit of nine clerks to Oslo took place on 12 May 2015.\n\nAssistance to the court is funded by Norway.\n"
    )
    made = read(f"RIVER NEWS\n\nApril - June 2015\n\nCOURTS\n\n{text}").milestones
    assert [[str(donor) for donor in one.donors] for one in made] == [["Norway"], ["Norway"]]


def test_what_was_given_over_years_is_lent_to_nothing_told_in_passing() -> None:
    text = f"{COURSE} A workshop was held in Naryn in April 2015. Since the beginning 900 were trained with funds of Norway."
    assert [donors for _, donors, _ in paid(text)] == [["Japan"], ["Japan"]]
