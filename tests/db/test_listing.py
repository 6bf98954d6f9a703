"""The list and its headings, totals, facets and histogram."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from db.models import (
    Kind,
    Money,
)
from db.queries.facets import FIELDS, facet_counts
from db.queries.histogram import month_counts, value_months
from db.queries.listing import headings, page, totals
from db.queries.sifting import sifted
from db.selection import Selection, parse
from db.terms import Term
from tests.db import rows
from tests.db.story import JICA, KG, SHOWN, UZ, make, story_store


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def test_the_list_is_newest_first_and_coarse_dates_stand_before_their_month(conn: sqlite3.Connection) -> None:
    assert [row.date for row in page(conn, Selection(), 0, 100)] == [
        "2017-23", "2017", "2016-05-20", "2016-05", "2016-05", "2016-34", "2016-04-13/2016-04-15", "2015-03-08", "../2010",
        "2008/..",
    ]  # fmt: skip
    assert [(heading.label, heading.count) for heading in headings(conn, Selection())] == [
        ("Autumn 2017", 1), ("2017", 1), ("May 2016", 3), ("2nd quarter 2016", 1), ("April 2016", 1), ("March 2015", 1),
        ("Until 2010", 1), ("Since 2008", 1),
    ]  # fmt: skip


def test_a_page_under_a_heading_goes_on_where_the_heading_begins(conn: sqlite3.Connection) -> None:
    everything = page(conn, Selection(), 0, 100)
    first = 0
    for heading in headings(conn, Selection()):
        assert page(conn, Selection(), 0, 100, heading=heading) == everything[first:]
        assert page(conn, Selection(), 1, 2, heading=heading) == everything[first + 1 : first + 3]
        first += heading.count


def test_a_row_has_what_a_list_shows(conn: sqlite3.Connection) -> None:
    row = next(row for row in page(conn, parse("ayritom"), 0, 1))
    assert (row.uid, row.title, row.kind) == ("aaaaaaaaaa", "Border post opened at Ayritom", Kind.OPENING)
    assert (row.countries, row.donors, row.amounts) == ("UZ, AF", "Japan/JICA; Japan", "USD 1,380,000; EUR 5.50")
    assert (row.file, row.source, row.noted, row.edited, row.planned) == (
        "one.txt",
        "Milestones, Apr-Jun 2016",
        False,
        False,
        False,
    )
    by_hand = page(conn, parse("entered"), 0, 1)[0]
    assert (by_hand.file, by_hand.source) == ("", "")


def test_place_of_what_is_not_in_the_list(conn: sqlite3.Connection) -> None:
    assert sifted(conn, parse("kind:opening")).place(conn, "bbbbbbbbbb") is None
    assert sifted(conn, Selection()).place(conn, "rrrrrrrrrr") is None
    assert sifted(conn, Selection()).place(conn, "nowhere") is None


def test_totals(conn: sqlite3.Connection) -> None:
    everything = totals(conn, Selection())
    assert (everything.shown, everything.stored, everything.sources) == (len(SHOWN), len(SHOWN), 2)
    assert everything.money == (Money("EUR", Decimal("5.5")), Money("USD", Decimal(1380020)))
    some = totals(conn, parse("country:uz"))
    assert (some.shown, some.stored, some.sources) == (4, len(SHOWN), 2)
    assert some.money == (Money("EUR", Decimal("5.5")), Money("USD", Decimal(1380000)))


def test_a_sum_told_in_two_currencies_counts_once_and_what_is_shared_is_undivided() -> None:
    conn = rows.new_store()
    usd, jpy = Money("USD", Decimal(1500000)), Money("JPY", Decimal(141000000))
    made = make("Four posts to be built", "2013", Kind.SUPPORT, countries=(UZ, KG), donors=(JICA,), amounts=(usd, jpy))
    rows.add(conn, "a" * 10, replace(made, restated=((jpy, usd),)))
    rows.add(conn, "b" * 10, make("Dogs bought", "2013", Kind.SUPPORT, countries=(UZ,), amounts=(Money("EUR", Decimal(5)),)))
    assert totals(conn, Selection()).money == (Money("EUR", Decimal(5)), usd)
    assert [
        (query, set(totals(conn, parse(query)).undivided))
        for query in ("", "country:uz", "location:uz", "country:uz,kg", "country:uz kind:support donor:japan", "donor:japan")
    ] == [
        ("", set()),
        ("country:uz", {"USD"}),
        ("location:uz", {"USD"}),
        ("country:uz,kg", set()),
        ("country:uz kind:support donor:japan", {"USD"}),
        ("donor:japan", set()),
    ]


def test_facets(conn: sqlite3.Connection) -> None:
    def counts(field: str, query: str = "") -> list[tuple[str, str, int, str]]:
        return [(value.value, value.label, value.count, value.parent) for value in facet_counts(conn, parse(query), field)]

    assert counts("country") == [("UZ", "Uzbekistan", 4, ""), ("KG", "Kyrgyzstan", 2, ""), ("AF", "Afghanistan", 1, "")]
    assert counts("donor") == [("Japan", "Japan", 1, ""), ("Japan/JICA", "JICA", 1, "Japan"), ("Sweden", "Sweden", 1, "")]
    assert counts("kind")[:2] == [("meeting", "meeting", 3, ""), ("opening", "opening", 2, "")]
    assert counts("series") == [("border posts", "border posts", 2, "")]
    assert counts("source") == [
        ("Milestones, Apr-Jun 2016 (second)", "Milestones, Apr-Jun 2016 (second)", 5, ""),
        ("Milestones, Apr-Jun 2016", "Milestones, Apr-Jun 2016", 4, ""),
    ]
    assert [(value, count) for value, _, count, _ in counts("status")] == [
        ("new", 9), ("accepted", 1), ("rejected", 1), ("merged", 1), ("gone", 2), ("removed", 1),
    ]  # fmt: skip
    assert [(value, count) for value, _, count, _ in counts("year", "-kind:launch,agreement")] == [
        ("2017", 2),
        ("2016", 5),
        ("2015", 1),
    ]
    assert counts("kind", "country:uz kind:opening")[0] == ("opening", "opening", 2, "")
    assert [value for value, *_ in counts("country", "country:tj")] == ["UZ", "KG", "AF", "TJ"]
    assert counts("country", "country:fj")[-1] == ("FJ", "Fiji", 0, "")


def test_sources_of_one_title_are_told_apart_by_file() -> None:
    conn = rows.new_store()
    for key, file in ((1, "a.txt"), (2, "b.txt")):
        rows.add_source(conn, key, file, "Review")
        rows.add(conn, f"{key}" * 10, make("Something was opened", "2016", Kind.OPENING), source=key)
    found = facet_counts(conn, Selection(), "source")
    assert [(value.value, value.label, value.count) for value in found] == [
        ("a.txt", "Review (a.txt)", 1), ("b.txt", "Review (b.txt)", 1),
    ]  # fmt: skip
    assert len(page(conn, Selection().toggle("source", "b.txt"), 0, 9)) == 1


def test_histogram(conn: sqlite3.Connection) -> None:
    assert month_counts(conn, parse("kind:opening")) == {2016 * 12 + 4: 2}


@pytest.mark.parametrize("query", ["", "country:uz", "border", "-kind:opening date:2016..2017", "status:any", "donor:japan"])
@pytest.mark.parametrize("field", [field for field in FIELDS if field != "year"])
def test_when_a_value_was(conn: sqlite3.Connection, query: str, field: str) -> None:
    selection = parse(query)
    told = value_months(conn, selection, field, [value.value for value in facet_counts(conn, selection, field)])
    for value, months in told.items():
        assert months == month_counts(conn, selection.but(field).also(Selection((Term(field, (value,)),)))), value
