"""What a milestone is quoted by."""

from __future__ import annotations

import pytest

from db.models import Kind
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


def test_a_few_words_are_quoted_with_what_they_are_of() -> None:
    raw = (
        "RIVER BULLETIN\nApril - June 2015\n\nA BAKERY\nThe oven of the guild was cold for years. Baking began on 4 May. "
        "Ten women work there.\n"
    )
    made = read(raw, name="x.txt", issue=None).milestones
    assert [one.evidence.quote for one in made if one.evidence] == [
        "The oven of the guild was cold for years. Baking began on 4 May."
    ]


def test_an_entry_that_says_only_where_and_when_is_quoted_with_what_it_is_of() -> None:
    raw = (
        "RIVER BULLETIN\nApril - June 2015\n\nLESSONS AT A DISTANCE\nBecause of the floods the courses on nets "
        "were held online.\nKazakhstan: 5-9 May, 24 wardens. Kyrgyzstan: 19-23 May, 31 wardens.\n"
        "Tajikistan: 2-6 June, 19 wardens. All liked it.\n"
    )
    made = read(raw, name="x.txt", issue=None).milestones
    assert [(one.when.edtf, one.kind) for one in made] == [
        ("2015-05-05/2015-05-09", Kind.TRAINING),
        ("2015-05-19/2015-05-23", Kind.TRAINING),
        ("2015-06-02/2015-06-06", Kind.TRAINING),
    ]
    assert all(one.evidence and one.evidence.quote.startswith("Because of the floods the courses") for one in made)
