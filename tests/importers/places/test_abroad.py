"""People of a story about one country who went to another."""

from __future__ import annotations

import pytest

from db.models import CountryRole, Role
from importers.places.mentions import told_countries
from importers.places.venues import Involved, involved

L, B = Role.LOCATION, Role.BENEFICIARY
PERU = Involved("", (CountryRole("PE", L),), ())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Two chemists did an internship at the institute of Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("They had spent two weeks in Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("In Lisbon six of them completed a course on seeds in May 2014.", {"PT": L, "PE": B}),
        ("The applause went to the Lisbon team, created in May 2014.", {"PT": L}),
        ("A post in Lisbon was completed in May 2014.", {"PT": L}),
        ("Portugal was the first to try it, followed by others.", {"PT": L}),
    ],
)
def test_people_of_a_story_who_went_elsewhere(told: str, expected: dict[str, Role]) -> None:
    made = involved(
        told, (0, len(told)), (0, len(told)), told_countries(told, ()), "", "", (), main=False, fallback=PERU
    )  # fmt: skip
    assert {country.code: country.role for country in made.countries} == expected
