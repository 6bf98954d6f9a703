"""Who paid beside another: joined by a semicolon, "together with", "now also", or each with a sum; and who built at a cost."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share of what another pays for
        ("Spain pays for most of PORTNET; Peru, Norway and Japan add their share.", ["Spain", "Peru", "Norway", "Japan"]),
        ("Spain funds the dogs, while Norway and Japan contribute as well.", ["Spain", "Norway", "Japan"]),
        ("Spain covers the bulk of the costs; Norway chips in.", ["Spain", "Norway"]),
        ("Spain bears the costs of the fair, and Sida has added a smaller amount.", ["Spain", "Sweden/Sida"]),
        ("Spain is the main donor of the fair; Japan and Norway are co-donors.", ["Spain", "Japan", "Norway"]),
        ("Spain pays for the dogs; Norway and Japan contribute the rest.", ["Spain", "Norway", "Japan"]),
        ("Spain pays for the dogs; Kenya, Peru and Togo add their voices.", ["Spain"]),
        ("Kenya guards the coast; Norway and Japan add their share.", []),
        ("Spain pays for the dogs; Peru and Togo contributed to the debate.", ["Spain"]),
        ("It is a fund to which Spain contributes 90 % and Norway 10 %.", ["Spain", "Norway"]),
        ("Spain pays 60 per cent of the costs and Norway 40 per cent.", ["Spain", "Norway"]),
        ("Spain covers two thirds of the budget, Norway one third.", ["Spain", "Norway"]),
        (
            "Spain stood for half of the expenditure and the Ministry of Culture of Peru for the other half.",
            ["Spain", "Peru/Ministry of Culture"],
        ),
        ("Spain met the cost of the roof and KfW that of the doors.", ["Spain", "Germany/KfW"]),
        ("Spain met the cost of the roof and Norway the children of the school.", ["Spain"]),
        # with whom
        ("The fair, which Spain co-finances with 3 million euros together with the Global Fund, began.", ["Spain", "Global Fund"]),
        ("The fair, which Spain co-funds jointly with Norway, began.", ["Spain", "Norway"]),
        ("Spain pays for the dogs together with Norway.", ["Spain", "Norway"]),
        ("Spain finances the course held together with Norway.", ["Spain"]),
        ("Spain paid a visit to the port together with Norway.", []),
        ("It is a joint project of UNICEF and Norad, which also bears the costs.", ["Norway/Norad"]),
        ("It was opened by the ambassadors of Norway and Peru, whose governments had funded the works.", ["Norway", "Peru"]),
        ("It was opened by the ambassadors of Norway and Peru, whose speeches were short.", []),
        # since when, and where
        ("The Safe Ports Programme is supported in the region by Norway and Spain.", ["Norway", "Spain"]),
        ("It runs with the funding of Spain and now also of Norway.", ["Spain", "Norway"]),
        ("It is funded by Spain and since 2014 also by Norway.", ["Spain", "Norway"]),
        ("It is funded by Spain and later by Norway.", ["Spain", "Norway"]),
        # each with a sum
        (
            "It is a project to which Spain contributed 2 million euros, Norway 800,000 euros and Peru 50,000 euros.",
            ["Spain", "Norway", "Peru"],
        ),
        ("Spain gave EUR 3 million, Norway EUR 2 million, Japan EUR 1 million.", ["Spain", "Norway", "Japan"]),
        ("Tickets cost 300 euros in Spain, in Norway 400 euros and in Peru 50 euros.", []),
        # an agreement with those who carry it out
        ("It is part of a project for which Norway and UNDP had signed an agreement in May 2014.", ["Norway"]),
        ("The project, on which UNICEF and Norway have exchanged notes, began.", ["Norway"]),
        ("The border, on which Norway and Sweden signed an agreement, is long.", []),
        ("The project, for which Uzbekistan and UNODC signed an agreement, began.", []),
        # whoever builds at a cost
        ("The pier was built by the Government of Kenya at a cost of 3 million dollars.", ["Kenya"]),
        ("The school was renovated by the Government of Punjab at a cost of Rs. 40 million.", ["Pakistan/Government of Punjab"]),
        ("The school was renovated by the Government of Kenya in May.", []),
        ("The clinic is financed by the Government of Bavaria.", ["Germany/Government of Bavaria"]),
        # a mission, and support that is given now
        ("The High Commission of Canada will contribute to the component on ports.", ["Canada"]),
        ("The High Commission of Canada will contribute to the debate on ports.", []),
        ("Norway and Spain support the programme.", ["Norway", "Spain"]),
        ("Norway supports the network with experts.", ["Norway"]),
        ("Norway and Spain support the peace process.", []),
        ("The scheme that stands behind the course receives its means from Norad.", ["Norway/Norad"]),
        ("The Global Fund covers the medicine and staff of all centres.", ["Global Fund"]),
        ("Norway supports the programme of the Government.", []),
    ],
)
def test_who_paid(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected
