"""Countries that are named beside an event and have no part in it."""

from __future__ import annotations

import pytest

from tests.importers.places.test_venues import L, of, roles


@pytest.mark.parametrize(
    "text",
    [
        "The pilots of Osh were taught by two trainers from the Flight Centre of Pavlodar.",
        "Pilots were trained in Osh by the Oxford Flight Academy from the United Kingdom.",
        "A project of UNODC Vienna held a course for pilots in Osh.",
        "Captain Vittorio Del Monaco opened a pier in Osh.",
        "On his way to Dakar the minister opened a pier in Osh.",
        "A pier was opened in Osh with the assistance of France.",
        "Nets were mended in Osh by one expert from the Latvian Net Bureau.",
        "Nets were made in Osh and exported to Peru.",
        "A fund, of which Japan is the biggest contributor, paid for a pier in Osh.",
        "The programme, which operates today in Ecuador, Ghana and Senegal, opened a pier in Osh.",
        "A course on safer boats in the Gulf of Guinea was held in Osh.",
    ],
)
def test_who_only_helped_and_what_only_sounds_like_a_country(text: str) -> None:
    assert roles(of(text)) == {"KG": L}


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("The rules were adopted by the General Assembly.", False),
        ("The UN General Assembly adopted the rules.", False),
        ("The rules were adopted by the 13th United Nations Crime Congress.", False),
        ("The rules were adopted by the parliament.", True),
    ],
)
def test_what_a_body_of_many_states_did_was_not_done_where_the_story_is(told: str, there: bool) -> None:
    main = of("A pier was opened in Osh.")
    assert roles(of(told, main=False, fallback=main)) == ({"KG": L} if there else {})
