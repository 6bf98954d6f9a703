"""Partners: names behind the words that say who made an event together."""

from __future__ import annotations

import pytest

from importers.partners import find_partners

CASES = [
    ("one", "The fair was held in cooperation with the Red Crescent Society in May.", ("Red Crescent Society",)),
    ("a list", "Held jointly with UNICEF, the World Bank and WHO.", ("UNICEF", "World Bank", "WHO")),
    (
        "two joined",
        "In partnership with the Customs Service and the Border Guard, the office trained dogs.",
        ("Customs Service", "Border Guard"),
    ),
    (
        "a ministry of two things",
        "Co-organized by the Ministry of Labour and Social Protection, it ended well.",
        ("Ministry of Labour and Social Protection",),
    ),
    ("a short name in brackets", "Organized by the Drug Control Agency (DCA).", ("Drug Control Agency (DCA)",)),
    ("a country is no partner", "Together with Tajikistan, the office opened a post.", ()),
    ("nobody", "The fair was held in May.", ()),
    ("small words", "In cooperation with partners from the region.", ()),
    ("once each", "Jointly with WHO; later, together with WHO.", ("WHO",)),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_who_made_it_together(what: str, text: str, wanted: tuple[str, ...]) -> None:
    assert find_partners(text) == wanted
