"""Who pays for all that a newsletter tells."""

from __future__ import annotations

import pytest

from db.models import Milestone
from tests.importers.conftest import read

STORIES = """
## A post on the river

A border post was opened in Osh on 3 May 2015. Two ministers came.

## A course for nurses

A course for nurses was held in Dushanbe on 9 May 2015 with funding from Sweden.

## A law on posts

The law on border posts was adopted by the parliament of Tajikistan on 12 May 2015.
"""
PAYS = "The River Programme is funded by the European Union."
PARTNERS = (
    " and carried out by the River Commission in partnership with the International Centre for the Development of Pilots, Lakes, "
    "Ponds and Canals, and with many towns of the lower valley."
)


def donors(text: str) -> list[list[str]]:
    made: list[Milestone] = list(read(text, name="x.md").milestones)
    return [[str(donor) for donor in one.donors] for one in made]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("in the masthead", f"# River News\n\n{PAYS} April - June 2015\n{STORIES}"),
        ("right below the masthead", f"# River News\n\nApril - June 2015\n\n*{PAYS[:-1]}{PARTNERS}*\n{STORIES}"),
        ("behind the months", f"# River News\n\n*News of the months April - June 2015*\n\n{PAYS[:-1]}{PARTNERS}\n{STORIES}"),
        (
            "in the imprint",
            f"# River News\n\nApril - June 2015\n{STORIES}\n## Imprint\n\n{PAYS} This bulletin is published every quarter.",
        ),
    ],
)
def test_the_donor_of_the_programme(what: str, text: str) -> None:
    assert donors(text) == [["European Union"], ["Sweden"], []], what


def test_the_last_article_speaks_for_itself() -> None:
    last = "\n## A market\n\nA market was opened in Naryn on 20 May 2015. The market programme is funded by Japan.\n"
    assert donors(f"# River News\n\nApril - June 2015\n{STORIES}{last}") == [[], ["Sweden"], [], ["Japan"]]


def test_a_masthead_that_names_a_partner() -> None:
    assert donors(f"# River News\n\nThe River Programme works with the European Union. April - June 2015\n{STORIES}")[0] == []
