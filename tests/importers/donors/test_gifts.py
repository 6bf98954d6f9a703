"""Who gave goods, what others bought with a donor's money, and payers spoken of by other words than their name."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The saddles were bought from the Danish contribution to the project “Horses”.", ["Denmark"]),
        ("The Danish contribution to the debate was short.", []),
        (
            "Ten tents, which the Coast Guard Service of Poland had provided free of charge, were put up.",
            ["Poland/Coast Guard Service"],
        ),
        ("Ten tents, which the Coast Guard of Poland had described, were put up.", []),
        ("The tents were delivered free of charge by Poland.", ["Poland"]),
        ("The looms were purchased last spring by the Swiss Agency for Development and Cooperation (SDC).", ["Switzerland/SDC"]),
        ("The looms were admired last spring by Switzerland.", []),
        ("The rent and the fuel are borne by the Kingdom of Denmark.", ["Denmark"]),
        ("The risks were described by the Kingdom of Denmark.", []),
        ("The horses, worth about EUR 9,000, were presented by the Federal Police of Austria.", ["Austria/Federal Police"]),
        ("The findings were presented by the Federal Police of Austria.", []),
        (
            "It is a project on which the US Embassy in Osh, through its Bureau for Narcotics (INL), had spent USD 90,000.",
            ["United States/INL"],
        ),
        ("It is a project on which the Embassy of the United States in Osh had spoken.", []),
        (
            "It belongs to the initiative, which the European Union, UNCCT and Italy fund in equal parts.",
            ["European Union", "UNCCT", "Italy"],
        ),
        ("It belongs to the initiative, which the European Union and Italy praise.", []),
        ("The fair is part of the Honey programme (HIVE), supported by Australia.", ["Australia"]),
        ("The fair is part of the Honey programme, supported by the mayor.", []),
        ("The bell is a gift of the Rotary Club of Lower Hutt.", ["Rotary Club of Lower Hutt"]),
        ("The bell is a gift of the Rotary Club.", ["Rotary"]),
        ("Computers and tools were provided by UNODC. Denmark allocated EUR 9,000 for this purpose.", ["Denmark"]),
        (
            "The choir is supported by:\n\nthe Government of Japan;\n\nUSAID;\n\nthe Norwegian people.\n\nKenya sang.",
            ["Japan", "United States/USAID", "Norway"],
        ),
        ("Money for the bell came from:\n\nDenmark\n\nthe Netherlands\n\nItaly rings it daily.", ["Denmark", "Netherlands"]),
        ("The bell was paid for by:\n\nThe choir sang in Norway.", []),
        ("The bill was met by Sweden (EUR 9) and, through the choir, the European Union.", ["Sweden", "European Union"]),
        ("The hall was paid for by Fiji and, as regards the roof, by the Government of Canada.", ["Fiji", "Canada"]),
        ("The hall was seen by Fiji and, as regards the roof, by the Government of Canada.", []),
        (
            "Norway and the Export Control and Related Border Security (EXBS) Program of the United States paid for the hall.",
            ["Norway", "United States/EXBS"],
        ),
        ("The donor of the project, under which both bells were cast, is the Kingdom of Norway.", ["Norway"]),
        ("The bell of the project, under which both choirs sang, is in Norway.", []),
        ("They learnt it in the hall that Norway gave to the choir in 2014.", ["Norway"]),
        ("They learnt of the answer that Norway gave in 2014.", []),
        ("The hall, which France helped to equip, has 20 bells.", ["France"]),
        ("The hall, which France helped to fill, has 20 bells.", []),
        ("The hall was built in 2012 with an Italian contribution.", ["Italy"]),
        ("The hall was built in 2012 with an Italian conductor.", []),
        ("The Netherlands have borne the costs of the choir.", ["Netherlands"]),
        ("The Netherlands have borne the noise of the choir.", []),
        ("Germany has financed bells and a choir.", ["Germany"]),
        ("Germany has heard bells and a choir.", []),
        ("It is a programme for choirs, to which the Government of Norway is the sole contributor.", ["Norway"]),
        ("Norway is a contributor to the debate.", []),
        ("The Governments of Norway and Peru made the concert possible with their contributions.", ["Norway", "Peru"]),
        ("A good choir made the concert possible in Norway.", []),
        ("New Zealand's Aid Programme paid for the bell.", ["New Zealand"]),
        ("The bell was bought from a grant which the World Bank approved last year.", ["World Bank"]),
        ("The bell was cast in a form which the World Bank approved last year.", []),
        ("The bell was financed by Norway, the rope at the price of USD 310 by Italy.", ["Norway", "Italy"]),
        ("The Ambassador of Norway came. The choir, to which his country contributes USD 600, sang.", ["Norway"]),
        ("The Ambassador of Japan, Mr. Ito, handed over bells donated by his country.", ["Japan"]),
        ("The Ambassador of Norway came. The Minister of Health handed over bells donated by his country.", []),
        ("The Ambassador of Norway came. Farmers sang. Their Government paid for the bells.", []),
        ("The donors to the choir, among which are Norway and Japan, sang.", ["Norway", "Japan"]),
        ("The desks were purchased with the assistance of Finland.", ["Finland"]),
        ("The Netherlands have also borne the costs.", ["Netherlands"]),
        ("The minister, Mr. Ito, handed over bells donated by his country.", []),
        ("Computers and tools were provided by UNODC. Denmark allocated EUR 9,000 for the horses.", ["Denmark"]),
        ("It was funded by the United Nations Peace and Harbours Fund.", ["United Nations Peace and Harbours Fund"]),
        ("It was funded by the United Nations and the mayor.", ["United Nations"]),
        ("Japan and Norway contribute to the Clean Nets Programme.", ["Japan", "Norway"]),
        ("Tajikistan contributes to the Clean Nets Programme.", []),
        ("The Embassy of the United Kingdom provided 40,000 soms for shirts.", ["United Kingdom"]),
        ("The Embassy of the United Kingdom provided 40 runners for the race.", []),
        ("The Fijian state budget grew.", []),
        ("Ireland undertakes to pay 40,000 euros.", ["Ireland"]),
        ("Ireland undertakes to listen.", []),
        ("The roof was financed from the Japanese Grant Assistance for Grassroots Human Security Projects.", ["Japan/GGP"]),
        ("The roof is old; Handicap International donated the tiles.", ["Handicap International"]),
        ("The hall was free; Tilework supported the concert with EUR 4,000.", ["Tilework"]),
        ("Pupils supported the concert with EUR 4,000.", []),
        ("London paid £9,000 for the tiles.", ["United Kingdom"]),
        ("The roof leaked, but Oslo paid for the tiles.", ["Norway"]),
        ("A firm in London paid £9,000 for the tiles.", []),
        ("The course was held by the NATO-Russia Council, which covered all costs.", ["NATO-Russia Council"]),
        ("The course is a part of the EU-Peru-UNODC Partnership on rivers.", ["European Union"]),
        ("The EU-Turkey border was quiet during the course.", []),
        ("The van was fitted out in Lima and bought with USD 163,000 of the Embassy of Norway.", ["Norway"]),
        ("The van was bought with 30 friends of Norway.", []),
        ("The pier owes its existence to the Australian Government.", ["Australia"]),
        ("The pier owes its existence to the sea.", []),
        ("The course was financed by Italy, with a co-funding share of Austria.", ["Italy", "Austria"]),
        ("It was held under the Reef Initiative with New Zealand as the donor.", ["New Zealand"]),
        ("He came to New Zealand as the driver.", []),
        ("Italy and the Kingdom of the Netherlands are donors of the initiative.", ["Italy", "Netherlands"]),
        ("Sweden is the main donor of the project, followed by the Netherlands.", ["Sweden", "Netherlands"]),
        ("The donors of the Programme, in particular Japan and Denmark, came.", ["Japan", "Denmark"]),
        ("The masks were printed with the means of Irish Aid.", ["Ireland/Irish Aid"]),
        ("The masks were counted by means of a scale.", []),
        ("The work began with USD 1.4 million of the people of Japan.", ["Japan"]),
        ("The work began with 30 friends of the people of Japan.", []),
        ("It ran in a scheme to which the Governments of Finland and Norway are contributing.", ["Finland", "Norway"]),
        ("The tour was financed under the Blue Bay Action, a facility of the European Union.", ["European Union"]),
        ("The tents were funded by DFID and by the Swedish development agency Sida.", ["United Kingdom/DFID", "Sweden/Sida"]),
    ],
)
def test_who_gave(text: str, expected: list[str]) -> None:
    assert [str(one.donor) for one in find_donors(text)] == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("It is part of the initiative of Ireland and the Glue Centre, which Japan and Norway fund.", "project"),
        ("It is part of the initiative of Ireland for a centre, which Japan and Norway fund.", "activity"),
    ],
)
def test_a_centre_by_name_is_not_what_is_paid_for(text: str, about: str) -> None:
    assert {one.about for one in find_donors(text)} == {about}
