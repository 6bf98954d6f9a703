"""Which sums count though no donor is named."""

from __future__ import annotations

import pytest

from db.models import Kind
from importers.money.amounts import find_money
from importers.money.prices import is_price, is_rate, is_total


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.OPERATION, "The owners have agreed to pay fines amounting to USD 350,000.", True),
        (Kind.OPERATION, "Cash in the amount of USD 45,000 was confiscated.", True),
        (Kind.OPERATION, "The operation is part of a market of USD 45,000.", False),
        (Kind.TRAINING, "The owners have agreed to pay fines amounting to USD 350,000.", False),
        (Kind.SUPPORT, "The lamps are valued at 96,000 US dollars.", True),
        (Kind.OPENING, "Built for 700,000 euros, it has twelve rooms.", True),
        (Kind.OPERATION, "Unpaid duties are put at 1.2 million euros.", True),
        (Kind.OPENING, "The town buys lamps worth 2 million euros a year.", False),
        (Kind.TRAINING, "The lamps are valued at 96,000 US dollars.", False),
        (Kind.MEETING, "It was held at a cost of 9,000 euros.", True),
        (Kind.MEETING, "It approved a paper with a total amount of USD 4,321,760.50.", True),
        (Kind.OPENING, "The value of the works was 3.6 million euros.", True),
        (Kind.OPENING, "The guild spent 180 million euros on the building.", True),
        (Kind.OPENING, "For the roof 1.8 million euros came from the town.", True),
        (Kind.MEETING, "Under it, up to 300,000 euros will be granted to the guilds.", True),
        (Kind.MEETING, "The state budget of the country is 19 billion euros.", False),
        (Kind.MEETING, "From the budget, 40 million tenge were allocated.", True),
        (Kind.MEETING, "The tunnel has 40 million tenge of debts.", False),
        (Kind.ROAD_MAP, "The repairs cost 9,000 euros.", False),
        (Kind.MEETING, "The first phase has a budget of 9,000 euros and ends soon.", True),
        (Kind.OPENING, "It has two rooms and a roof, altogether 9,000 euros.", True),
        (Kind.OPENING, "The works began in March and the costs reached 9,000 euros.", True),
        (Kind.LAUNCH, "Old boats will be sunk, for which about 9,000 euros are going to be needed.", True),
        (Kind.OPENING, "A night costs 90 euros there.", False),
        (Kind.OPENING, "A bigger roof would cost 9,000 euros.", False),
        (Kind.ROAD_MAP, "The programme, whose budget makes up 9 million euros, was endorsed.", True),
        (Kind.LAUNCH, "A project with a total budget of EUR 9 million began.", True),
        (Kind.OPENING, "Equipping of the room with 9,000 euros was ensured by the ministry.", True),
        (Kind.OPENING, "Servers for 9,000 euros were purchased by the project.", True),
        (Kind.AGREEMENT, "Bakeries will be equipped, for which the office is going to provide 9,000 euros.", True),
        (Kind.OPENING, "The villagers contributed sand, bricks and 9,000 euros.", True),
        (Kind.MEETING, "It approved a longer term and reallocated 9,000 euros to boats.", True),
        (Kind.SUPPORT, "In all the round disbursed 9,000 euros.", True),
        (Kind.MEETING, "Conference in Lima: 9,000 euros pledged", True),
        (Kind.ROAD_MAP, "It sets up a fund, with 9,000 euros set aside for next year.", True),
        (Kind.OPENING, "Both schools received 9,000 euros.", True),
        (Kind.OPENING, "Equipment for 9,000 euros came by lorry.", True),
        (Kind.OPENING, "Equipment for 9,000 pupils costs the same; people earn 900 euros.", False),
        (Kind.CAMPAIGN, "The takings, 9,000 euros, went to a hospital.", True),
        (Kind.LAUNCH, "With 9,000 euros for two years, the scheme helps farmers.", True),
        (Kind.MEETING, "The town with 9,000 euros of debts was there.", False),
        (Kind.OPENING, "A dealer collects stamps for 9,000 euros.", False),
        (Kind.MEETING, "The farmers will provide 9,000 euros.", False),
        (Kind.ROAD_MAP, "The budget speech named 9 million euros.", False),
        (Kind.REVIEW, "Cost of the inspection: 9,000 euros.", True),
        (Kind.REVIEW, "Cause of the inspection: 9,000 euros.", False),
        (Kind.SUPPORT, "Hut and pump together come to 9,000 euros.", True),
        (Kind.SUPPORT, "Friends of the pump come together for 9,000 euros.", False),
        (Kind.CAMPAIGN, "The prize is a sum of 9,000 euros.", True),
        (Kind.MEETING, "They concluded a contract in May which will bring 9,000 euros to the guilds.", True),
        (Kind.AGREEMENT, "It adds 9,000 euros and two years.", True),
        (Kind.MEETING, "Drummers came in May who will bring 9,000 euros to the guilds.", False),
    ],
)
def test_what_is_a_price(kind: Kind, text: str, expected: bool) -> None:
    (sum_,) = find_money(text)
    assert is_price(text, (0, len(text)), sum_, kind) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bed costs 90 dollars per night.", True),
        ("A town can apply for up to 5,000 dollars.", True),
        ("The bed cost 90 dollars.", False),
        ("Socks are sold at 3 dollars a pair.", True),
        ("The state spends 270 dollars on health for each inhabitant.", True),
        ("Assets above 10,000 dollars are to be declared.", True),
        ("A tender is a must for contracts over EUR 125,000.", True),
        ("Norway signed a contract of 125,000 dollars.", False),
        ("Norway signed a contract over 125,000 dollars.", False),
        ("A trader with goods below 2,000 dollars needs one sheet.", True),
        ("A trader brought goods for 2,000 dollars.", False),
        ("Norway gave more, bringing its support for the country to more than 9 million dollars.", True),
        ("Norway gave more, raising the total budget of the fund to 9 million dollars.", True),
        ("Norway gave more: bringing food to the country took 9 million dollars.", False),
    ],
)
def test_what_is_the_price_of_one_of_many(text: str, expected: bool) -> None:
    assert is_rate(text, *find_money(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since 1994 Norway has provided around 300 million dollars.", True),
        ("To date, the bank has invested over 560 million euros.", True),
        ("Over the past ten years 9 million dollars were spent.", True),
        ("Norway has provided 3 million dollars over three years.", False),
        ("The bridge has been shut since 2010.", False),
        ("Since January 2014 Norway has provided 5 million euros.", True),
        ("Norway has so far given 5 million euros.", True),
        ("It was funded by Japan with 3 million dollars, the largest gift so far.", False),
        ("Japan has provided 2 million dollars, the first since 2010.", False),
    ],
)
def test_what_somebody_has_given_over_the_years(text: str, expected: bool) -> None:
    assert is_total(text, (0, len(text))) is expected
