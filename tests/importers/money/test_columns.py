"""Sums whose currency stands in the head of their column."""

from __future__ import annotations

import pytest

from importers.money.columns import money_in_columns


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Date | Project | US$", "9 May | Hall for boatmen | 71,230", ["USD 71230"]),
        ("Project | Value (EUR) | Place", "Boats | 40 000 | Osh", ["EUR 40000"]),
        ("Project | Sum, $", "Boats | 1,200.50", ["AUD 1200.5"]),
        ("Project | Grant (JPY)", "Boats | 90", ["JPY 90"]),
        ("Project | USD thousand", "Boats | 90", []),
        ("Project | US$ ’000", "Boats | 90", []),
        ("Project | Boats", "Osh | 90", []),
        ("Project | US$", "Boats | by and by", []),
        ("Project | US$", "Boats | Osh | 90", []),
        ("US$ 400 | Boats", "US$ 90 | Nets", []),
        ("Project | TBD", "Boats | 90", []),
    ],
)
def test_sums(head: str, row: str, expected: list[str]) -> None:
    text = f"Grants\n\n{head}\n{row}\n"
    at = text.index(head), text.index(row)
    rows = [(at[0], at[0] + len(head)), (at[1], at[1] + len(row))]
    found = list(money_in_columns(text, rows, "AUD"))
    assert [f"{one.money.currency} {one.money.value}" for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)
