"""Countries that pay, and when they are nevertheless where something was, or who took part."""

from __future__ import annotations

import pytest

from db.models import Role
from importers.places.mentions import told_countries
from importers.places.paying import givers
from importers.places.venues import Ground, Words, involved
from tests.importers.places.test_venues import L, P, roles


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A firm from Chile taught, and Chile was thanked.", {}),
        ("Chile is a friend of the school.", {}),
        ("A second one was held in Chile.", {"CL": L}),
        ("Nurses of Chile, Peru and Bolivia came together.", {"BO": P, "CL": P, "PE": P}),
        ("Chile took part as well.", {"CL": L}),
    ],
)
def test_a_country_that_pays_is_not_the_one_spoken_of(told: str, expected: dict[str, Role]) -> None:
    text = f"A course was held on 3 May. Chile pays for it. {told}"
    at = text.index("Chile")
    own, unit, silent = (0, text.index(".")), (0, len(text)), [(at, at + 5)]
    paying = givers(text, unit, silent)
    assert paying == {"CL"}
    ground = Ground(text, told_countries(text, silent), silent=silent)
    assert roles(involved(ground, Words(own, unit, main=True, paying=paying))) == expected


@pytest.mark.parametrize(
    ("behind", "codes"),
    [
        ("’s own budget", set()),
        ("'s state budget", set()),
        (" own means", set()),
        ("’s embassy", {"KZ"}),
        (" and Norway", {"KZ"}),
    ],
)
def test_a_country_that_pays_for_its_own_is_no_giver(behind: str, codes: set[str]) -> None:
    text = f"The sum comes from Kazakhstan{behind}."
    at = text.index("Kazakhstan")
    assert givers(text, (0, len(text)), [(at, at + len("Kazakhstan"))]) == codes


def test_a_town_in_a_country_that_gives_is_a_place() -> None:
    text = "The next round is set in Landshut, Germany."
    whole = 0, len(text)
    made = involved(Ground(text, told_countries(text, ())), Words(whole, whole, main=True, paying=frozenset({"DE"})))
    assert made.locations == ("DE",)
