"""Whose dollars a newsletter counts in."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

GIVEN = """
## Help for {}

The Government of {} gave $300,000 to schools in Osh on {} May 2015.
"""


def sums(masthead: str, *givers: str, more: str = "") -> list[str]:
    stories = "".join(GIVEN.format(town, giver, day) for day, (town, giver) in enumerate(zip("ABCDEF", givers, strict=False), 3))
    made = read(f"# {masthead}\n\nApril - June 2015\n{stories}{more}").milestones
    return [str(amount) for one in made for amount in one.amounts]


AUSTRALIAN = """
## A bridge

Australia gave A$ 5 million for a bridge in Osh on 20 May 2015.
"""


@pytest.mark.parametrize(
    ("what", "made", "expected"),
    [
        ("one giver that has its own", sums("Aid News", *["Australia"] * 3), ["AUD 300,000"] * 3),
        ("too few to tell", sums("Aid News", "Canada", "Canada"), ["USD 300,000"] * 2),
        ("the title names the giver", sums("Canadian Aid News", "Canada"), ["CAD 300,000"]),
        ("several givers", sums("Aid News", "Australia", "Australia", "Australia", "Norway"), ["USD 300,000"] * 4),
        ("a giver without dollars", sums("Aid News", *["Norway"] * 3), ["USD 300,000"] * 3),
        ("the United States", sums("Aid News", *["the United States"] * 3), ["USD 300,000"] * 3),
        (
            "its own are written otherwise",
            sums("Aid News", *["Australia"] * 4, more=AUSTRALIAN),
            [*["USD 300,000"] * 4, "AUD 5,000,000"],
        ),
    ],
)
def test_a_bare_sign(what: str, made: list[str], expected: list[str]) -> None:
    assert made == expected, what
