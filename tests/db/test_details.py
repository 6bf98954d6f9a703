"""One milestone in detail, sources, and records for export."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from db.models import (
    Kind,
    Status,
)
from db.queries.details import Ambiguous, NotFound, detail
from db.queries.records import records, records_of
from db.queries.sources import sources
from db.selection import Selection
from tests.db import rows
from tests.db.story import STORY, make, story_store


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def test_detail(conn: sqlite3.Connection) -> None:
    found = detail(conn, "AAAAAA")
    assert found.uid == "aaaaaaaaaa"
    assert found.milestone == STORY[0][1]
    assert found.source
    assert (found.source.file, found.source.issue, found.source.milestones) == ("one.txt", "2016-34", 4)
    start, end = found.milestone.evidence.at if found.milestone.evidence else (0, 0)
    assert (found.heading, found.article[start:end]) == (
        "A river post",
        "The first border post was handed over to the guards in May.",
    )
    assert (found.edited, found.merged_into, found.gone) == (frozenset(), None, False)
    assert detail(conn, "r").milestone.status is Status.REJECTED
    by_hand = detail(conn, "i")
    assert (by_hand.source, by_hand.milestone.evidence, by_hand.article) == (None, None, "")


def test_detail_says_what_people_changed() -> None:
    conn = rows.new_store()
    rows.add(conn, "x" * 10, make("A title put right by hand", "2016", Kind.OPENING), edited=1)
    decided = {"title": "A title put right by hand", "date": "2016", "kind": "opening", "note": "seen"}
    for number, (field, new) in enumerate(decided.items()):
        conn.execute(
            "insert into change (cid, step, seq, base, target, field, op, old, new, who, at, why) "
            "values (?, 's', ?, null, ?, ?, 'set', null, ?, 'me', '2020', '')",
            (f"c{number}", number, "x" * 10, field, new),
        )
    assert detail(conn, "x").edited == {"title", "date", "kind", "note"}


def test_an_id_that_says_too_little_or_nothing(conn: sqlite3.Connection) -> None:
    with pytest.raises(Ambiguous, match=r"aaaaaaaaaa, aaaaabbbbb"):
        detail(conn, "aaaaa")
    for wrong in ("zzz", "", "aaaaaaaaaaa", "ж", "%", "\x7f"):
        with pytest.raises(NotFound):
            detail(conn, wrong)


def test_sources(conn: sqlite3.Connection) -> None:
    assert [(one.file, one.issue, one.milestones, one.doubtful, one.notes) for one in sources(conn)] == [
        ("one.txt", "2016-34", 4, 0, ()), ("two.txt", None, 5, 0, ()),
    ]  # fmt: skip


def test_records(conn: sqlite3.Connection) -> None:
    told = list(records(conn, Selection()))
    assert [record["date"] for record in told] == [
        "../2010", "2008/..", "2015-03-08", "2016-34", "2016-04-13/2016-04-15", "2016-05", "2016-05", "2016-05-20", "2017",
        "2017-23",
    ]  # fmt: skip
    record = next(record for record in told if record["id"] == "aaaaaaaaaa")
    assert record == {
        "id": "aaaaaaaaaa",
        "title": "Border post opened at Ayritom",
        "date": "2016-05",
        "start": "2016-05-01",
        "end": "2016-05-31",
        "date_text": "in May",
        "basis": "resolved",
        "kind": "opening",
        "level": "main",
        "planned": False,
        "series": {"name": "border posts", "ordinal": 2},
        "place": "Ayritom crossing",
        "countries": [
            {"code": "UZ", "name": "Uzbekistan", "role": "location"},
            {"code": "AF", "name": "Afghanistan", "role": "beneficiary"},
        ],
        "donors": [
            {"name": "Japan", "agency": "JICA", "ref": "XM-DAC-701-8", "quote": "JICA paid for the post."},
            {"name": "Japan", "agency": None, "ref": "XM-DAC-701", "quote": None},
        ],
        "amounts": [
            {"currency": "USD", "value": 1380000, "quote": None, "same_as": None},
            {"currency": "EUR", "value": 5.5, "quote": "It cost 5.50 euros more.", "same_as": None},
        ],
        "partners": ["Customs Committee", "Border Guards"],
        "quote": "The first border post was handed over to the guards in May.",
        "article": "A river post",
        "source": {"file": "one.txt", "title": "Milestones, Apr-Jun 2016", "issue": "2016-34"},
        "status": "new",
        "confidence": 1.0,
        "note": None,
    }
    by_id = {record["id"][0]: record for record in told}
    assert (by_id["e"]["end"], by_id["e"]["note"], by_id["f"]["start"]) == (None, "check this", None)
    assert (by_id["i"]["source"], by_id["i"]["quote"], by_id["i"]["article"], by_id["i"]["countries"]) == (None, None, None, [])


def test_records_of_marked_ones(conn: sqlite3.Connection) -> None:
    marked = records_of(conn, ["rrrrrrrrrr", "eeeeeeeeee", "nowhere"])
    assert [record["id"] for record in marked] == ["eeeeeeeeee", "rrrrrrrrrr"]
