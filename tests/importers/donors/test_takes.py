"""Whose name at a cue is a donor's: none of those who only carry out what others pay for, none of those who are given."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    "text",
    [
        "Togo strengthens its law thanks to UNODC support.",
        "Thanks to the support of IOM, two hundred people went home.",
        "Thanks to UNDP, the village has a well.",
        "The reform was made possible by the assistance of UNICEF.",
        "OSCE donates special vehicles to the border police.",
        "IOM donated forty radios to the posts.",
        "The minister praised the contribution of UNODC to the reform.",
        "He expressed appreciation for the contribution of IOM in Malawi.",
    ],
)
def test_those_who_carry_things_out_are_no_donors_where_no_money_is_spoken_of(text: str) -> None:
    assert not find_donors(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The well was dug thanks to a grant from UNDP.", ["UNDP"]),
        ("Thanks to UNICEF funding, the school has a roof.", ["UNICEF"]),
        ("The fair was made possible by UNAIDS out of its own budget.", ["UNAIDS"]),
        ("IOM donated USD 5,000 to the school.", ["IOM"]),
        ("The expenses of the course were met by the OSCE.", ["OSCE"]),
        ("Thanks to the support of Japan, the posts have radios.", ["Japan"]),
        ("The roof was made possible by the Global Fund.", ["Global Fund"]),
        ("A boat was procured by UNODC at the cost of USD 9,000 with the funding of Japan.", ["Japan"]),
        ("Two boats were donated by UNICEF; with the financial support of Japan the roof was mended.", ["UNICEF", "Japan"]),
    ],
)
def test_they_are_where_money_is_spoken_of_and_others_are_anyway(text: str, names: list[str]) -> None:
    assert [mention.donor.name for mention in find_donors(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was given a grant of USD 2 million.",
        "Jamaica has been allocated EUR 3 million.",
        "Togo was also awarded a grant.",
        "Japan was promised funding for the ship.",
        "Help to the Government of Jamaica is made possible with money for fuel.",
        "A loan to the Republic of Korea provided the funds.",
    ],
)
def test_who_is_given_does_not_give(text: str) -> None:
    assert not find_donors(text)


@pytest.mark.parametrize(
    ("text", "donor", "agency"),
    [
        ("Both trips are being paid by the Federal Government of Germany.", "Germany", ""),
        ("The clinic, financed by the Royal Government of Norway, opened.", "Norway", ""),
        (
            "Both trips are being paid by the Federal Government of Germany's Ministry of Foreign Affairs.",
            "Germany",
            "Ministry of Foreign Affairs",
        ),
    ],
)
def test_a_government_by_its_whole_name(text: str, donor: str, agency: str) -> None:
    (mention,) = find_donors(text)
    assert (mention.donor.name, mention.donor.agency, mention.national) == (donor, agency, False)
