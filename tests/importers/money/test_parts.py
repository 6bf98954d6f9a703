"""Sums that leave out the currency of the one before them."""

from __future__ import annotations

import pytest

from importers.money.amounts import find_money
from importers.money.parts import with_parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget: USD 3.6 million, of which Japan has committed 2 million.", ["USD 3600000", "USD 2000000"]),
        ("It cost 1.2 million dollars, 900,000 of which were put up by Japan.", ["USD 1200000", "USD 900000"]),
        ("Of the 2.4 million euros, 1.9 million come from the EU.", ["EUR 2400000", "EUR 1900000"]),
        ("Germany gave EUR 300,000 and Austria 120,000.", ["EUR 300000", "EUR 120000"]),
        (
            "Germany gave EUR 300,000, Austria added 120,000 and the city another 30,000.",
            ["EUR 300000", "EUR 120000", "EUR 30000"],
        ),
        ("It cost USD 500,000 (200,000 from Italy, 300,000 from Spain).", ["USD 500000", "USD 200000", "USD 300000"]),
        ("Germany gave EUR 300,000 and Austria 12 cars.", ["EUR 300000"]),
        ("Germany gave EUR 300,000 and Austria 120,000 doses.", ["EUR 300000"]),
        ("USD 3.6 million was spent on 12,000 kits, of which 2 million were lost.", ["USD 3600000"]),
        ("EUR 2 million reached 300,000 people in 2 million homes.", ["EUR 2000000"]),
        ("Germany gave EUR 300,000. Austria has 120,000.", ["EUR 300000"]),
        ("Germany gave EUR 300,000 and Austria CHF 120,000.", ["EUR 300000", "CHF 120000"]),
        ("It cost USD 500,000, of which Norway gave 450.", ["USD 500000"]),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert [f"{one.money.currency} {one.money.value}" for one in with_parts(text, find_money(text))] == expected
