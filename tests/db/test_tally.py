"""Sets of milestones: whatever way they are made, they are those that SQLite finds."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import compress

import pytest

from db.parts import Kind
from db.queries.spans import dated
from db.queries.tally import (
    COUNTRIES,
    DONORS,
    SERIES,
    SOURCES,
    Tally,
    bytes_of,
    governments,
    kinds,
    part,
    planned,
    tally_of,
)
from db.queries.where import STATUSES, asked_of
from db.selection import Selection, parse
from db.terms import Term
from tests.benchmarks.generated import fill
from tests.db.rows import new_store


@pytest.fixture(scope="module")
def conn() -> sqlite3.Connection:
    """Three hundred milestones."""
    conn = new_store()
    fill(conn, 300)
    conn.execute("update milestone set status = 'rejected' where id % 7 = 0")
    conn.execute("update milestone set status = 'accepted' where id % 5 = 0")
    conn.execute("update milestone set gone = 1 where id % 11 = 0")
    return conn


def keys(conn: sqlite3.Connection, tally: Tally, bits: int) -> set[int]:
    return set(compress(tally.order(conn).keys, tally.flags(conn, bits)))


def found(conn: sqlite3.Connection, sql: str, *params: object) -> set[int]:
    return {key for (key,) in conn.execute(sql, params)}


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 3), (3, 9), (8, 16), (5, 40), (30, 90)])
def test_a_slice_of_a_set(low: int, high: int) -> None:
    bits = int("1011001110001111010101100011010111", 2)
    assert part(bytes_of(bits), low, high) == bits >> low & ((1 << high - low) - 1)


def test_numbers_are_places_in_the_list_of_all(conn: sqlite3.Connection) -> None:
    order = tally_of(conn).order(conn)
    listed = conn.execute("select id from milestone order by month desc, rank desc, period, start_day desc, end_day desc, uid")
    assert list(order.keys) == [key for (key,) in listed]
    assert [order.numbers[key] for key in order.keys] == list(range(300))


@pytest.mark.parametrize(
    "query",
    ["country:uz,tj", "kind:training,opening", "donor:japan", "source:review", "after:2010", "is:planned", "has:note", "ba"],
)
def test_what_a_term_is_about(conn: sqlite3.Connection, query: str) -> None:
    (term,) = parse(query).terms
    sql, params, selects = asked_of(term)
    expected = found(conn, sql if selects else f"select m.id from milestone m where {sql}", *params)
    asked, known = Tally((0, 0)), Tally((0, 0))
    known.groups(conn, COUNTRIES), known.groups(conn, kinds)
    for tally in (asked, known):
        (bits,) = tally.having(conn, term)
        assert keys(conn, tally, bits) == expected, query


def test_several_conditions_are_looked_at_in_one_walk(conn: sqlite3.Connection) -> None:
    terms = [Term("status", (status,)) for status in STATUSES] + [Term("is", ("main",)), Term("date", ("2016",))]
    told = Tally((0, 0)).having(conn, *terms)
    assert told == [bits for term in terms for bits in Tally((0, 0)).having(conn, term)]
    tally = tally_of(conn)
    for term, bits in zip(terms, told, strict=True):
        sql, params, _ = asked_of(term)
        assert keys(conn, tally, bits) == found(conn, f"select m.id from milestone m where {sql}", *params)


BY_MONTHS = (
    "date:2016", "date:2016-05", "date:2016-Q2,2011", "after:2015", "before:2004-03", "date:2014/..", "date:../2003",
    "after:../2016", "before:2014/..", "date:2010-02/2012-06", "date:2012-24", "date:9999", "date:1990",
)  # fmt: skip
BY_DAYS = ("after:2016-05-13", "date:2016-05-02", "date:2015-12-20/2016-01-03", "date:2016,2012-03-04")


@pytest.mark.parametrize("query", [*BY_MONTHS, *BY_DAYS])
def test_conditions_on_the_time(conn: sqlite3.Connection, query: str) -> None:
    (term,) = parse(query).terms
    tally = tally_of(conn)
    sql, params, _ = asked_of(term)
    assert keys(conn, tally, tally.having(conn, term)[0]) == found(conn, f"select m.id from milestone m where {sql}", *params)
    assert (dated(tally, conn, term) is None) == (query in BY_DAYS)


def test_groups(conn: sqlite3.Connection) -> None:
    tally = tally_of(conn)
    for kind in Kind:
        expected = found(conn, "select id from milestone where kind = ?", kind)
        assert keys(conn, tally, tally.groups(conn, kinds).get(kind, 0)) == expected
    assert keys(conn, tally, planned(tally, conn)) == found(conn, "select id from milestone where planned = 1")
    for donor, bits in tally.groups(conn, DONORS).items():
        sql = "select milestone_id from milestone_donor where (name, agency) = (?, ?)"
        assert isinstance(donor, tuple) and keys(conn, tally, bits) == found(conn, sql, *donor)
    for name, bits in tally.groups(conn, governments).items():
        assert keys(conn, tally, bits) == found(conn, "select milestone_id from milestone_donor where name = ?", name)


@pytest.mark.parametrize("query", ["", "country:uz", "status:any", "zebra"])
def test_a_column_counts_what_sets_count(conn: sqlite3.Connection, query: str) -> None:
    tally, selection = tally_of(conn), parse(query)
    for links in (SERIES, SOURCES):
        assert tally.counted_once(conn, selection, links) == tally.counted(conn, selection, links)


def test_what_is_stored_meanwhile_is_in_no_set() -> None:
    conn = new_store()
    fill(conn, 5)
    tally = Tally((0, 0))
    assert tally.hits(conn, Selection()).bit_count() == 5
    # a milestone more than the order holds, as another program may write between two questions
    columns = ", ".join(row[1] for row in conn.execute("pragma table_info(milestone)") if row[1] not in {"id", "uid"})
    conn.execute(f"insert into milestone (id, uid, {columns}) select id + 100, 'x' || uid, {columns} from milestone where id = 1")
    conn.execute("insert into milestone_country select id + 100, 'UZ', 'location' from milestone where id = 1")
    for term in (Term("country", ("UZ",)), Term("series", ("review",)), Term("kind", (Kind.TRAINING,))):
        assert tally.having(conn, term)[0] >> 6 == 0
    assert Counter(tally.counted_once(conn, Selection(), SOURCES)).total() <= 5
    assert tally.money(conn, tally.hits(conn, Selection())).keys() <= {"USD", "EUR", "JPY", "GBP"}
    # the next question begins anew
    assert tally_of(conn).hits(conn, Selection()).bit_count() == 6
