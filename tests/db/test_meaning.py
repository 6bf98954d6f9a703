"""What plain words may be meant as."""

from __future__ import annotations

import pytest

from db.meaning import meant
from db.selection import parse

CASES = [
    ("a country and a donor", "uzbekistan sweden", "country:uz donor:Sweden"),
    ("an agency and a year", "JICA 2016", "donor:Japan/JICA date:2016"),
    ("a kind in the plural, left out", "-trainings border", "-kind:training border"),
    ("short words are names in capitals alone", "no EU it", 'no donor:"European Union" it'),
    ("fields and phrases stay", 'kind:visit "japan"', 'kind:visit "japan"'),
    ("words that name nothing stay", "border dogs 300", "border dogs 300"),
]


@pytest.mark.parametrize(("what", "query", "wanted"), CASES)
def test_meant(what: str, query: str, wanted: str) -> None:
    assert meant(parse(query)).text() == wanted
