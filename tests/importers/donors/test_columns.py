"""Donors in the columns of tables."""

from __future__ import annotations

from importers.donors.columns import donors_in_columns

TABLE = ["Date | Place | Source of funds", "8 May | Osh | Sweden", "9 May | Naryn, Norway street | INL", "10 May | Osh"]


def in_table(rows: list[str]) -> list[str]:
    text = "\n\n".join(rows)
    at = [text.index(row) for row in rows]
    return [
        str(one.donor) for one in donors_in_columns(text, [(start, start + len(row)) for start, row in zip(at, rows, strict=True)])
    ]


def test_the_column_of_donors() -> None:
    assert in_table(TABLE) == ["Sweden", "United States/INL"]
    assert in_table(["Date | Place | Guests", *TABLE[1:]]) == []
    assert in_table(TABLE[1:]) == []


def test_the_last_column_of_a_table_without_marks() -> None:
    rows = ["Date Where Course Paid by", "5-7 April Honiara Documents for officers 19 (6 women) Sweden", "9 May Naryn Dogs 12 INL"]
    text = "\n\n".join(rows)
    spans = [(text.index(row), text.index(row) + len(row)) for row in rows[1:]]
    assert [str(one.donor) for one in donors_in_columns(text, spans)] == ["Sweden", "United States/INL"]
    assert list(donors_in_columns(text.replace("Paid by", "Who came"), spans)) == []
