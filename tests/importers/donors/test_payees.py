"""The body or project that somebody pays for by its name."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors

MANY = "Austria, Canada, Denmark, Finland, Italy, Japan, Norway and Sweden"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORTNET is supported by Norway and Spain.", [("Norway", "PORTNET", True), ("Spain", "PORTNET", True)]),
        ("PORTNET is now largely funded by Norway.", [("Norway", "PORTNET", True)]),
        ("PORTNET, which was launched in Osh in 2013 with the funding of Norway, met.", [("Norway", "PORTNET", True)]),
        ("PORTNET took over from a smaller unit in May and is financed by Norway.", [("Norway", "PORTNET", True)]),
        ("Norway pays for most of PORTNET.", [("Norway", "PORTNET", True)]),
        ("Norway funds PORTNET.", [("Norway", "PORTNET", True)]),
        ("Norway covers the costs of PORTNET and lends experts.", [("Norway", "PORTNET", True)]),
        # what is paid is something of theirs, or others' work
        ("PORTNET received a boat that was donated by Norway.", [("Norway", "", True)]),
        ("Norway paid for the PORTNET meeting.", [("Norway", "", True)]),
        ("UNICEF is supported by Norway.", [("Norway", "", False)]),
    ],
)
def test_what_is_paid_for_by_its_name(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(one.donor.name, one.of, one.strong) for one in find_donors(text)] == expected


def test_who_supports_a_programme_pays_for_a_project() -> None:
    assert {one.about for one in find_donors("The Safe Ports Programme is supported by Norway and Spain.")} == {"project"}


def test_many_pay_for_a_body_and_not_for_an_office_by_its_name() -> None:
    assert len(find_donors(f"PORTNET is supported by {MANY}.")) == 8
    assert find_donors(f"UNDP is supported by {MANY}.") == []
