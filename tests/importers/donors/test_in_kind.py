"""Gifts in kind of the bodies of a state, costs with their payer behind a colon, and who signs for a grant."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coast guard of the Republic of Korea gave, in kind, nine boats to the pier.", ["Republic of Korea"]),
        ("Finnish customs gave two sniffer dogs to the service.", ["Finland"]),
        ("The German police handed over three used cars to the unit.", ["Germany"]),
        ("The Norwegian Coast Guard donated two boats.", ["Norway/Coast Guard"]),
        ("The Italian Guardia di Finanza delivered four boats to the police.", ["Italy/Guardia di Finanza"]),
        ("The dogs are a gift from the Austrian police.", ["Austria"]),
        ("Two vehicles, offered by the Polish Border Guard, were lined up.", ["Poland/Border Guard"]),
        ("The committees have been given radios and bicycles by the Netherlands Embassy.", ["Netherlands"]),
        ("The posts were given four vehicles by the Embassy of Japan.", ["Japan"]),
        ("The academy was presented with two drones by the Government of Norway.", ["Norway"]),
        ("Officers were recently provided with kits by INL.", ["United States/INL"]),
        ("The coast guard of the Republic of Korea gave, in kind, nine boats worth KRW 6 million.", ["Republic of Korea"]),
        ("All the rest, two computers and toys, came from the Swedish Embassy through UNODC.", ["Sweden"]),
        ("Six beehives came in kind from the Government of Australia.", ["Australia"]),
        ("The two guests with computers came from the Swedish Embassy.", []),
        ("The idea came from the Government of Australia.", []),
        ("The officers were given training on scanners by the Spanish police.", []),
        ("The officers were given certificates by the Ambassador of Italy.", []),
        ("The officers were told about cars by the police of Poland.", []),
        ("The German police gave a lecture on equipment.", []),
        ("The French customs delivered a course about scanners.", []),
        ("The police of Poland gave a demonstration with two cars.", []),
        ("Japan presented a paper with equipment standards.", []),
        ("The customs service of Finland gave, in writing, four answers.", []),
    ],
)
def test_gifts_in_kind(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trainers: Ms. Ito of Japan.", []),
        ("Participants: Norway and Finland.", []),
        ("Australia, the biggest supporter of the round table, put up AUD 640,000.", ["Australia"]),
        ("Norway, a partner of old, gave USD 4 million.", ["Norway"]),
        ("In Norway, the land of fish, funds were given.", []),
        ("The nets are paid from a grant of the Republic of China (Taiwan), which gave USD 3,000.", ["Taiwan"]),
        ("The Government of Japan supported an expert meeting on drugs.", ["Japan"]),
        ("The Embassy of Norway supported the printing of the manual.", ["Norway"]),
        ("USAID supports two courses for judges.", ["United States/USAID"]),
        ("The Government of Kenya supported the meeting.", []),
        ("The Government of Japan supported the proposal of Kenya.", []),
        ("Japan supported the resolution on courses.", []),
        ("UNODC supported the training.", []),
        ("The remainder was shared by Italy and Spain.", ["Italy", "Spain"]),
        ("The remainder of the money came from Canada.", ["Canada"]),
        ("Norway paid for the roof; Sweden made up the difference.", ["Norway", "Sweden"]),
        ("Sweden made up its mind about the difference between the two.", []),
        (
            "The cost was met out of the Sahel budget of the Danish Ministry of Foreign Affairs.",
            ["Denmark/Ministry of Foreign Affairs"],
        ),
        ("It was held with money of the Customs Cooperation Fund of Japan.", ["Japan/Customs Cooperation Fund"]),
        ("The programme is being carried out in six countries with the support of Norway and Canada.", ["Norway", "Canada"]),
        ("The programme is being carried out with the support of Kenya and its neighbours.", []),
        ("The march was carried out with the support of Norway.", ["Norway"]),
    ],
)
def test_costs_and_the_rest_of_them(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Notes on a grant of USD 2.1 million were exchanged between the Ambassador of Japan and UNODC.", ["Japan"]),
        ("The Exchange Notes were signed on 2 May by Mr. Ito, Ambassador of Japan to Togo, and UNODC.", ["Japan"]),
        ("The signing of the Exchange of Notes between the Embassy of Japan in Togo and IOM took place.", ["Japan"]),
        ("The exchange of notes on the grant was signed by the Ambassador of Japan.", ["Japan"]),
        ("An agreement on a grant of EUR 6 million was signed by the European Union and UNODC.", ["European Union"]),
        ("The loan agreement was signed in Lomé between the World Bank and the Ministry of Finance.", ["World Bank"]),
        ("Notes were exchanged between Japan and Kenya on fishing rights.", []),
        ("Notes were compared by the participants from Japan and Norway.", []),
        ("The protocol was signed by Norway and Sweden.", []),
    ],
)
def test_who_signs_for_a_grant(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected
