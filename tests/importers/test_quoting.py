"""What a milestone is quoted by."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

DAY_IN_COUNTRIES = """RIVER BULLETIN
April - June 2015

WORLD ENVIRONMENT DAY
5 June is World Environment Day. What our colleagues did with it:
Kazakhstan. In Astana the tower was lit in green after
sunset. Children marched along the river with their boats
and with songs of their own.
Uzbekistan. "The Other River", a film about three wells,
was shown to the public in Tashkent for the first time.
Kyrgyzstan. A concert was held in Bishkek at noon.
"""


@pytest.fixture(scope="module")
def told() -> list[tuple[str, str, str]]:
    reading = read(DAY_IN_COUNTRIES, name="x.txt", issue=None)
    return [
        (one.when.edtf, one.countries[0].code if one.countries else "", one.evidence.quote)
        for one in reading.milestones
        if one.evidence and one.countries
    ]


def test_each_country_has_its_own_milestone(told: list[tuple[str, str, str]]) -> None:
    assert [(when, code) for when, code, _ in told] == [("2015-06-05", "KZ"), ("2015-06-05", "UZ"), ("2015-06-05", "KG")]


def test_the_name_of_the_country_belongs_to_the_quote(told: list[tuple[str, str, str]]) -> None:
    assert [quote.split()[0] for _, _, quote in told] == ["Kazakhstan.", "Uzbekistan.", "Kyrgyzstan."]
    assert told[2][2] == "Kyrgyzstan. A concert was held in Bishkek at noon."
