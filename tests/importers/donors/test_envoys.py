"""Who pays by the words of its envoy: "his Government has supported the project", "my country financed it"; and who goes on."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whatever state stands between the envoy and the words for his own
        ("The Ambassador of Fiji to Peru, who came by boat, said that his Government has sponsored the camp.", ["Fiji"]),
        ("The Ambassador of Norway to Peru recalled that her country had financed the kilns.", ["Norway"]),
        ("The Norwegian Ambassador to Peru recalled that her country had financed the kilns.", ["Norway"]),
        ("The Ambassador of Norway to Peru met the Minister of Health and said that his country had financed the kilns.", []),
        # people of the embassy
        ("A counsellor of the Embassy of Norway said her Government was glad to finance the project.", ["Norway"]),
        ("The attaché at the Norwegian Embassy said her Government was happy to finance the project.", ["Norway"]),
        ("The driver of the Norwegian Embassy said her country was happy with the project.", []),
        # in the first person
        ("“My country is proud to have funded this kiln,” said the Ambassador of Norway to Peru.", ["Norway"]),
        ("“My country is proud to have funded this kiln,” said the Minister of Energy to the Ambassador of Norway.", []),
        # whose government
        (
            "It was opened by Ms. Ida Holm, Ambassador of the United States, whose Government (INL) paid for it.",
            ["United States/INL"],
        ),
        ("The Consul of Spain, whose Embassy had bought the kilns, lit the fire.", ["Spain"]),
        ("The Consul of Spain, whose country supports the programme, lit the fire.", ["Spain"]),
        ("The Consul of Spain, whose country supports the motion, lit the fire.", []),
        # what goes on
        ("Norway continues to fund the project.", ["Norway"]),
        ("Norway will go on financing the project until 2021.", ["Norway"]),
        ("Norway had been supporting the programme for five years.", ["Norway"]),
        ("Norway would continue to support the course.", ["Norway"]),
        ("Norway continues to support the plan.", []),
        ("Norway supported the programme manager with a smile.", []),
        # clauses of which a state is the subject
        ("It was shown at a seminar in Osh in May, which the Government of Norway supported under the Kiln project.", ["Norway"]),
        ("Potters attended a course in Osh that Norway supported within its craft programme.", ["Norway"]),
        ("Norway supported it under the Kiln project.", ["Norway"]),
        ("Delegates at the conference on kilns praised a ban, which Norway supported.", []),
        ("The proposal of the chair, which Norway supported, was put to a vote.", []),
        # equipment for what opens
        ("They praised the opening of the ward in Osh, for which Norway had provided a spectrometer.", ["Norway"]),
        ("They praised the opening of the ward in Osh, for which Norway had provided a choir.", []),
        # thanks
        ("UNODC thanks the Embassy of Norway for its support to the activities in Naryn on kilns.", ["Norway"]),
        ("The Rector thanked the Embassy of Norway for its support in the debate.", []),
        ("He expressed gratitude to the U.S. Embassy in Osh for covering the purchase.", ["United States"]),
        # a project by whose it is
        ("The kiln is part of Warm Hands, a USAID initiative.", ["United States/USAID"]),
        ("It is in the budget of Warm Hands, itself a European Union programme.", ["European Union"]),
        ("It is part of Warm Hands, a Kenya police initiative.", []),
        ("Our three contributors – Finland, Spain and Norway – will ask for proof.", ["Finland", "Spain", "Norway"]),
        # one of two, by its place
        ("The course in Osh was paid by Norway, that in Naryn by Spain.", ["Norway", "Spain"]),
        ("The Osh course was funded by Norway and the Naryn course by Spain.", ["Norway", "Spain"]),
    ],
)
def test_who_paid(text: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(str(mention.donor) for mention in find_donors(text))) == expected
