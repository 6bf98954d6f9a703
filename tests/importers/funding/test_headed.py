"""Donors and sums of a heading."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read


@pytest.mark.parametrize(
    ("heading", "body", "donors", "amounts"),
    [
        ("Finland gives 2.4 million euros for boats", "", ["Finland"], ["EUR 2,400,000"]),
        ("EU-funded harbour opens in Osh", "", ["European Union"], []),
        ("EU-funded harbour opens in Osh", "The works were funded by Japan with 9,000 euros.", ["Japan"], ["EUR 9,000"]),
        ("Finland gives 2.4 million euros for boats", "Finland is the donor.", ["Finland"], ["EUR 2,400,000"]),
        ("Ambassador of Finland visits harbour", "", [], []),
        ("Smugglers lose 2.4 million euros", "", [], []),
    ],
)
def test_a_heading_says_who_pays_where_the_story_does_not(heading: str, body: str, donors: list[str], amounts: list[str]) -> None:
    made = read(f"# Notes\n\n## {heading}\n\nA harbour was opened in Osh on 3 May 2015. {body}\n", name="notes.md").milestones
    assert [[str(one) for one in each.donors] for each in made] == [donors]
    assert [[str(one) for one in each.amounts] for each in made] == [amounts]


def test_a_heading_gives_nothing_to_what_is_told_in_passing() -> None:
    body = "A harbour was opened in Osh on 3 May 2015. A law on boats was adopted in 2009."
    text = f"# Notes\n\n## EU-funded harbour opens in Osh\n\n{body}\n"
    made = read(text, name="notes.md").milestones
    assert [[str(one) for one in each.donors] for each in made] == [["European Union"], []]
