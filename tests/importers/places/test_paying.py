"""Countries that pay, and when they are nevertheless where something was, or who took part."""

from __future__ import annotations

import pytest

from db.models import Role
from importers.places.mentions import told_countries
from importers.places.paying import givers
from importers.places.venues import Ground, Words, involved
from tests.importers.places.test_venues import B, L, P, roles


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
    ("text", "heading", "expected"),
    [
        ("Nurses in Lima were mentored with two officers of the Danish police on 3 May.", "", {"PE": L}),
        ("The clinic in Lima, a project of Norway and Canada, has served miners since 3 May.", "", {"PE": L}),
        ("Villagers who returned from German towns received seeds in Puno on 3 May.", "", {"PE": L}),
        ("The first plane left Lima for Madrid on 3 May.", "", {"PE": L}),
        ("A clinic opened in Lima on 3 May.", "Canada strengthens the clinic", {"PE": L}),
        ("A clinic opened in Lima on 3 May. Most nurses leave for Spain, Italy or Germany.", "", {"PE": L}),
        ("A clinic opened in Lima on 3 May for nurses of Chile.", "", {"PE": L, "CL": B}),
        ("Judges of Denmark, Norway and Peru met in Lima on 3 May.", "", {"PE": L, "DK": P, "NO": P}),
        ("A law was adopted on 3 May; Japan was thanked by the mayors of Peru.", "", {"PE": L}),
        ("The course of 3 May was held in Denmark.", "", {"DK": L}),
        ("Nurses in Lima learnt with colleagues of the Russian clinic on 3 May.", "", {"PE": L}),
        ("The Danish and Chilean teams met in Lima on 3 May.", "", {"PE": L, "DK": B, "CL": B}),
        ("Clerks of embassies (in Germany, Italy, Chile) were trained in Lima on 3 May.", "", {"PE": L}),
        ("Danish nurses formed a union on 3 May.", "", {"DK": L}),
    ],
)
def test_a_country_that_no_programme_is_for_is_no_more_than_a_place(text: str, heading: str, expected: dict[str, Role]) -> None:
    own, unit = (0, text.index("May") + 4), (0, len(text))
    if ";" in text or "for nurses" in text:
        own = unit
    assert roles(involved(Ground(text, told_countries(text, ())), Words(own, unit, main=True, heading=heading))) == expected


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
