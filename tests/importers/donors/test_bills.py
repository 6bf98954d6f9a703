"""Who paid, where it is said by what was given, by who met which part of the bill, or by what came from where."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tower came out of a World Bank loan, with Iceland adding ISK 95 million for the lamps.", ["World Bank", "Iceland"]),
        ("Staff of the Global Fund grant management unit took part.", []),
        ("It was supported by the Kingdom of Denmark and the Grand Duchy of Luxembourg.", ["Denmark", "Luxembourg"]),
        ("It was paid from a contribution of KRW 310 million by the Republic of Korea.", ["Republic of Korea"]),
        ("The tubes were supplied by UNODC with financial support of INL.", ["United States/INL"]),
        ("Norad and Sida, the main contributors to its budget, engaged a consultant.", ["Norway/Norad", "Sweden/Sida"]),
        ("Norway is a main contributor to the debate.", []),
        ("The Danes picked up the tab.", ["Denmark"]),
        ("The Danes applauded.", []),
        ("Sweden's money pays for the bread.", ["Sweden"]),
        ("The Danish taxpayer paid 4 million kroner.", ["Denmark"]),
        ("The hall was paid by Norad and the bread by GIZ.", ["Norway/Norad", "Germany/GIZ"]),
        ("The hall was lit by Norad and the bread baked by GIZ.", []),
        ("Finland contributed EUR 40,000 and Estonia EUR 5,000.", ["Finland", "Estonia"]),
        ("USAID stepped in with 90,000 dollars.", ["United States/USAID"]),
        ("USAID stepped in with advice.", []),
        ("Japan put USD 300,000 at our disposal.", ["Japan"]),
        ("The Embassy of Italy handed over ten microscopes in Osh.", ["Italy"]),
        ("The Embassy of Italy handed over the chair in Osh.", []),
        ("Norway and UNODC signed an agreement on a contribution of NOK 14 million.", ["Norway"]),
        ("Norway and UNODC signed an agreement on fisheries.", []),
        ("The organizers thanked Norway for financing it.", ["Norway"]),
        ("The organizers thanked Norway for its hospitality.", []),
        ("The chair of the panel (Germany, GIZ) spoke.", []),
        ("With financial support of Japan, UNODC donated the tubes.", ["Japan"]),
        ("The tunnel cost 1.3 million dollars, 900,000 of which were put up by Japan.", ["Japan"]),
        ("Japan's contribution amounts to USD 1.3 million.", ["Japan"]),
        ("Japan's contribution to the debate was short.", []),
        ("The bell is Japan's gift to the town.", ["Japan"]),
        ("It owes its roof to the generosity of the Japanese people.", ["Japan"]),
        ("Total budget: USD 1.3 million (Japan 80%, Italy 20%).", ["Japan", "Italy"]),
        ("Exports rose (Japan 80%, Italy 20%).", []),
        ("Japan contributed four fifths of the budget, Italy the remainder.", ["Japan", "Italy"]),
        (
            "The EU bore 85 per cent of the costs and the Government of Montenegro the remaining 15.",
            ["European Union", "Montenegro"],
        ),
        ("The costs of USD 1.3 million were split evenly between Japan and Italy.", ["Japan", "Italy"]),
        ("Ireland supports the school financially.", ["Ireland"]),
        ("Ireland backs the school with EUR 200,000.", ["Ireland"]),
        ("Ireland backs the plan with good words.", []),
        ("Ireland has doubled its contribution to EUR 200,000.", ["Ireland"]),
        ("It was agreed under an agreement with Ireland on EUR 200,000.", ["Ireland"]),
        ("The Embassy of Ireland took care of the costs of the chairs.", ["Ireland"]),
        ("The Ambassador of Ireland, whose country financed the works, cut the ribbon.", ["Ireland"]),
        ("The Ambassador of Ireland, who praised the works, cut the ribbon.", []),
        ("Ireland, the donor of the chairs, was absent.", ["Ireland"]),
        ("Ten trucks were handed over by the Ambassador of Ireland.", ["Ireland"]),
        ("The medicines come from the Global Fund.", ["Global Fund"]),
        ("The medicines come from Poland.", []),
        ("A tower built by Denmark stands there, and one built with Danish assistance.", ["Denmark", "Denmark"]),
        ("A tower built by Kazakhstan stands there.", []),
        ("A Danish-supported tower was opened.", ["Denmark"]),
        ("A UNODC-supported tower was opened.", []),
        ("Representatives of donors (USAID, the EU, GIZ) were present.", []),
        ("Budget: EUR 40 000 (GIZ).", ["Germany/GIZ"]),
        ("Losses: EUR 40 000 (World Bank).", []),
        ("The EU agreed to increase its funding by two million euros.", ["European Union"]),
        ("The Swiss Ambassador announced a contribution of CHF 300,000.", ["Switzerland"]),
        ("The Swiss Ambassador announced that his Government would give CHF 300,000.", ["Switzerland"]),
        ("The Swiss Ambassador announced that he would retire.", []),
        ("The World Bank and the Ministry of Finance signed a financing agreement.", ["World Bank"]),
    ],
)
def test_who_met_the_bill(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected
