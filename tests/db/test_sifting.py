"""A list that is sifted from all is the list that SQLite makes."""

from __future__ import annotations

import sqlite3
from itertools import chain

import pytest

from db.queries.listing import headings, page
from db.queries.sifting import sifted
from db.selection import Selection, parse
from tests.benchmarks.generated import fill
from tests.db.rows import new_store


@pytest.fixture(scope="module")
def stored() -> sqlite3.Connection:
    """Three hundred milestones."""
    conn = new_store()
    fill(conn, 300)
    return conn


QUERIES = (
    "", "country:uz", "-country:uz", "country:uz,tj donor:japan", "kind:training after:2010", "border", "officers -border",
    "status:any", "status:rejected", "-status:new", "zebra", "place:osh",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_it_is_the_list(stored: sqlite3.Connection, query: str) -> None:
    selection = parse(query)
    found, rows = sifted(stored, selection), page(stored, selection, 0, 1000)
    assert found.headings == headings(stored, selection)
    keys = [found.keys(number) for number in range(len(found.headings))]
    assert [len(under) for under in keys] == [heading.count for heading in found.headings]
    assert list(chain.from_iterable(keys)) == [row.key for row in rows]
    assert [found.place(stored, row.uid) for row in rows] == list(range(len(rows)))


def test_what_is_not_in_it_has_no_place(stored: sqlite3.Connection) -> None:
    (uid,) = stored.execute("select uid from milestone where kind <> 'training'").fetchone()
    found = sifted(stored, parse("kind:training"))
    assert (found.place(stored, uid), found.place(stored, "unknown")) == (None, None)


def test_it_is_of_the_store_as_it_is_now() -> None:
    conn = new_store()
    assert sifted(conn, Selection()).headings == ()
    fill(conn, 5)
    conn.execute("update milestone set status = 'rejected' where id = 2")
    found = sifted(conn, Selection())
    keys = chain.from_iterable(found.keys(number) for number in range(len(found.headings)))
    assert list(keys) == [row.key for row in page(conn, Selection(), 0, 9)]
