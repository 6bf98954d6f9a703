"""What stands around a milestone."""

from __future__ import annotations

import sqlite3

import pytest

from db.models import Basis, Evidence, Kind, Level, Milestone, Series, Status
from db.queries.around import Around, Neighbour, around
from db.when import When
from tests.db.rows import add, add_article, add_source, new_store


def told(title: str, date: str, at: int, series: tuple[str, int | None] | None = None, status: Status = Status.NEW) -> Milestone:
    return Milestone(
        title=title,
        when=When(date),
        kind=Kind.REVIEW,
        level=Level.MAIN,
        date_text=date,
        basis=Basis.STATED,
        series=Series(*series) if series else None,
        evidence=Evidence(((at, at + 5),), title, 0, (at, at + 5)),
        status=status,
    )


@pytest.fixture
def store() -> sqlite3.Connection:
    """Two articles; the reviews go on from one to the other."""
    conn = new_store()
    source, other = add_source(conn, 1, "a.txt", "A"), add_source(conn, 2, "b.txt", "B")
    first, second = add_article(conn, 1, source, "First", "..."), add_article(conn, 2, other, "Second", "...")
    add(conn, "late", told("Late in the text", "2010", 90), source=source, article=first)
    add(conn, "early", told("Early in the text", "2016-05", 10, ("reviews of the memorandum", 10)), source=source, article=first)
    add(conn, "none", told("Rejected", "2015", 50, ("reviews of the memorandum", 9), Status.REJECTED), source=source, article=first)
    add(conn, "eight", told("Eighth review", "2014-05", 0, ("reviews of the memorandum", 8)), source=other, article=second)
    add(conn, "next", told("Eleventh review", "2017", 20, ("reviews of the memorandum", 11)), source=other, article=second)
    add(conn, "hand", told("By hand", "2016", 0))
    return conn


LATE = Neighbour("late", "2010", "Late in the text")
EARLY = Neighbour("early", "2016-05", "Early in the text")
EIGHT = Neighbour("eight", "2014-05", "Eighth review")
NEXT = Neighbour("next", "2017", "Eleventh review")


@pytest.mark.parametrize(
    ("uid", "wanted"),
    [
        ("early", Around(1, 2, None, LATE, EIGHT, NEXT)),
        ("late", Around(2, 2, EARLY, None)),
        ("eight", Around(1, 2, None, NEXT, None, EARLY)),
        ("next", Around(2, 2, EIGHT, None, EARLY, None)),
        ("none", Around(2, 3, EARLY, LATE, EIGHT, EARLY)),
        ("hand", Around()),
        ("nobody", Around()),
    ],
)
def test_neighbours_in_the_article_and_in_the_series(store: sqlite3.Connection, uid: str, wanted: Around) -> None:
    assert around(store, uid) == wanted


def test_a_mere_word_is_a_series_in_its_article_alone(store: sqlite3.Connection) -> None:
    store.execute("update milestone set series = 'meeting' where uid in ('early', 'late', 'eight', 'next')")
    assert around(store, "early") == Around(1, 2, None, LATE, LATE, None)
    assert around(store, "eight") == Around(1, 2, None, NEXT, None, NEXT)
    store.execute("update milestone set series = 'meeting' where uid = 'hand'")
    assert around(store, "hand") == Around()
