"""What an embassy tells of its grants in its own newsletter."""

from __future__ import annotations

import pytest

from db.models import Donor
from tests.importers.conftest import read

STORIES = """
## Boats

The grant contract for six boats was signed in Osh on 3 May 2015.

## A clinic

A clinic in Naryn was handed over to the doctors on 9 May 2015.

## Beds

Beds were presented to the clinic in Talas on 10 May 2015 with money from Norway.

## A course

A course for nurses who were provided with books was held in Osh on 12 May 2015.

## An accord

The accord on visas was signed in Osh on 14 May 2015.
"""


def donors(masthead: str) -> list[str]:
    made = read(f"# {masthead}\n\nApril - June 2015\n{STORIES}", name="x.md").milestones
    return [", ".join(map(str, one.donors)) for one in made]


@pytest.mark.parametrize(
    ("masthead", "giver"),
    [
        ("News from the Embassy of Japan in the Kyrgyz Republic", "Japan"),
        ("Finnish Embassy Bishkek: Partnership News", "Finland"),
        ("Newsletter of the Delegation of the European Union to the Kyrgyz Republic", "European Union"),
        ("Swiss Cooperation Office News", str(Donor("Switzerland", "SDC"))),
    ],
)
def test_its_gifts(masthead: str, giver: str) -> None:
    assert donors(masthead) == [giver, giver, "Norway", "", ""]


@pytest.mark.parametrize(
    "masthead", ["River News", "News from Japan", "UNODC News", "News for Embassies in Bishkek", "[EU] [UNDP] [Embassy of Japan]"]
)
def test_other_newsletters(masthead: str) -> None:
    assert donors(masthead)[:2] == ["", ""]
