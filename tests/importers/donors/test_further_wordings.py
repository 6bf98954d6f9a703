"""Wordings for who paid, beside the plain ones."""

import pytest

from importers.donors.cues import find_donors


def found(text: str) -> list[str]:
    return [str(one.donor) for one in find_donors(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a contribution, money or a project by whose it is
        ("The boats were bought from Japan's supplementary budget contribution to UNODC.", ["Japan"]),
        ("The lamps were paid for with Swedish money.", ["Sweden"]),
        ("The ward was renovated with UNICEF funds last year.", ["UNICEF"]),
        ("The seminar in Osh was paid for from the same Danish project.", ["Denmark"]),
        ("The seminar in Osh was held at the same Danish project.", []),
        # what goes on, or was promised
        ("It is part of a scheme which Norway has been funding since 2011 with NOK 4 million.", ["Norway"]),
        ("It is the last part of a project that Finland supports with a grant of 2 million euros.", ["Finland"]),
        ("The team that Norway supports is ours.", []),
        # labels with what the donors pay for
        ("Donors to the port project in Kenya: Norway, Japan", ["Norway", "Japan"]),
        ("Donors of the centre: Finland and Sweden.", ["Finland", "Sweden"]),
        # one of the donors
        ("The Director welcomed Austria, which joined the donors of the Programme in May.", ["Austria"]),
        ("Iceland has rejoined the group of donors.", ["Iceland"]),
        ("UNICEF is grateful for the contributions of donors to its work.", []),
        # notes for a sum, goods from an envoy, "which funds"
        ("The engines came in May from Italy, which had signed an exchange of notes with FAO for EUR 2 million.", ["Italy"]),
        ("The post received four laptops and a scanner from the Ambassador of Korea.", ["Republic of Korea"]),
        ("It was opened by Global Affairs Canada, which funds AIRTRAN in the country.", ["Canada/Global Affairs Canada"]),
    ],
)
def test_donors(text: str, expected: list[str]) -> None:
    assert found(text) == expected
