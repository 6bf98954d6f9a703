"""Who pays a part of what something costs is a donor beside whoever pays for the whole project."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

NEWS = """# RIMO NEWS

April - June 2015

RIMO is funded by Norway.

## A fair in Naryn

A fair for boatmen was held in Naryn on 3 May 2015. {told}

## A course in Osh

A course for millers was held in Osh on 9 May 2015. It lasted nine days.
"""
BOTH, ALONE = ["Japan", "Norway"], ["Japan"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Japan contributed 4,000 dollars to the costs of the fair.", BOTH),
        ("Japan contributed 4,000 dollars towards the travel expenses.", BOTH),
        ("Japan paid half of the costs.", BOTH),
        ("A third of the expenses was borne by Japan.", BOTH),
        ("The fair was co-funded by Japan.", BOTH),
        ("Japan sponsored the participation of twelve boatmen from the lower valley.", BOTH),
        ("Japan paid for the travel of the boatmen.", BOTH),
        ("Japan paid for the Kyrgyz side, the town for the rest.", BOTH),
        ("Japan paid for the fair.", ALONE),
        ("The fair was funded by Japan.", ALONE),
        ("The fair was co-funded by Japan and Sweden.", ["Japan", "Sweden"]),
        ("Japan paid half of the costs, Sweden the other half.", ["Japan", "Sweden"]),
        ("Japan paid half of the costs. The rest was paid for by Sweden.", ["Japan", "Sweden"]),
        ("", ["Norway"]),
    ],
)
def test_a_part_displaces_nobody(told: str, expected: list[str]) -> None:
    made = read(NEWS.format(told=told), name="notes.md").milestones
    assert {one.when.edtf: sorted(map(str, one.donors)) for one in made} == {"2015-05-03": expected, "2015-05-09": ["Norway"]}


def test_why_somebody_else_pays_as_well() -> None:
    told = "Japan contributed 4,000 dollars to the costs of the fair."
    fair = read(NEWS.format(told=told), name="notes.md").milestones[0]
    assert [one.rule for one in fair.reasons if one.field == "donors"] == ["gave-money", "pays-a-part", "donor-of-the-programme"]


@pytest.mark.parametrize("behind", ["\n\n", " "])
def test_a_part_of_something_else(behind: str) -> None:
    told = f"Japan contributed 4,000 dollars to the costs of the fair.{behind}Boatmen met in Talas on 12 May 2015 to mend nets."
    made = read(NEWS.format(told=told), name="notes.md").milestones
    assert [sorted(map(str, one.donors)) for one in made if one.when.edtf == "2015-05-12"] == [["Norway"]]
