"""What each term of a selection finds, what is near to nothing, and that SQLite takes the shorter way."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Kind, Milestone, Status
from db.queries.facets import FIELDS, facet_counts
from db.queries.histogram import month_counts
from db.queries.listing import headings, page, totals
from db.queries.records import records
from db.queries.sifting import sifted
from db.queries.where import HIDDEN, near, where
from db.selection import Selection, parse
from db.terms import QueryError, Term
from db.when import When
from tests.db import rows
from tests.db.story import story_store, uids


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


FOUND = [
    ("", "abcdefghiu"),
    ("border", "ah"),
    ("bord", "ah"),
    ("BORDER opened", "a"),
    ('"border post"', "a"),
    ('"bord"', ""),
    ("-border", "bcdefgiu"),
    ("not border kind:meeting", "cgi"),
    ('-"border post" border', "h"),
    ("ayritom", "a"),
    ("taskent", "g"),
    ("sweden", "b"),
    ("guards", "a"),
    ("committee", "ac"),
    ('"a river"', "a"),
    ("& —", "abcdefghiu"),
    ("country:uz", "adgh"),
    ("country:uz country:kg", "d"),
    ("country:uz,kg", "abdgh"),
    ("-country:uz", "bcefiu"),
    ("country:af", "a"),
    ("location:af", ""),
    ("beneficiary:af location:uz", "a"),
    ("participant:uz", ""),
    ("donor:japan", "a"),
    ("donor:jica", "a"),
    ("donor:JAPAN,sweden", "ab"),
    ("-donor:sweden kind:training", ""),
    ("agency:jica", "a"),
    ("donor:unheard", ""),
    ("kind:opening", "ah"),
    ("kind:opening,training -country:kg", "ah"),
    ("status:accepted", "d"),
    ("status:new", "abcefghiu"),
    ("status:rejected", "r"),
    ("status:rejected,accepted", "rd"),
    ("status:merged", "s"),
    ("status:gone", "tu"),
    ("status:removed", "v"),
    ("status:any border", "ahrstv"),
    ("-status:accepted", "abcefghiu"),
    ("-status:accepted status:any", "abcefghirstuv"),
    ("is:main kind:meeting", "gi"),
    ("is:mentioned", "c"),
    ("is:planned", "c"),
    ("is:edited", "gu"),
    ("is:noted", "e"),
    ("is:duplicate", "ah"),
    ("-is:duplicate country:uz", "dg"),
    ("is:planned,noted", "ce"),
    ("has:amount", "ai"),
    ("-has:donor kind:opening", "h"),
    ("has:donor", "ab"),
    ("has:country,place -kind:opening", "bdg"),
    ("has:partner", "a"),
    ("has:series", "ah"),
    ("has:note", "e"),
    ("basis:issue", "e"),
    ("basis:issue,resolved", "ae"),
    ("place:ayritom", "a"),
    ('place:"ayritom cross"', "a"),
    ("place:ayritom,taskent", "ag"),
    ("-place:ayritom country:uz", "dgh"),
    ("place:moon", ""),
    ("series:border", "ah"),
    ('series:"border posts"', "ah"),
    ("series:other", ""),
    ("source:one.txt", "abfu"),
    ('source:"Milestones, Apr-Jun 2016"', "abfu"),
    ("source:second", "cdegh"),
    ("source:milestones", "abcdefghu"),
    ("-source:milestones", "i"),
    ("date:2016", "abcehi"),
    ("date:2016-05", "acehi"),
    ("date:2016-Q2", "abcehi"),
    ("date:2016-04-15", "bce"),
    ("date:2016-04-16", "ce"),
    ("date:2009", "ef"),
    ("date:2010..2015", "efu"),
    ("date:2009,2015-03", "efu"),
    ("date:2018..", "e"),
    ("date:..2007", "f"),
    ("after:2017", "deg"),
    ("after:2016-05 before:2016", "acehi"),
    ("before:2010", "ef"),
    ("-after:2017", "abcfhiu"),
    ("-date:2016", "dfgu"),
    ("country:uz donor:japan after:2013 -kind:training border", "a"),
]


@pytest.mark.parametrize(("query", "letters"), FOUND)
def test_finds(conn: sqlite3.Connection, query: str, letters: str) -> None:
    assert uids(conn, query) == set(letters)


@pytest.mark.parametrize("query", [query for query, _ in FOUND])
def test_every_answer_agrees_on_what_is_found(conn: sqlite3.Connection, query: str) -> None:
    selection = parse(query)
    listed = page(conn, selection, 0, 100)
    assert sum(heading.count for heading in headings(conn, selection)) == len(listed)
    assert totals(conn, selection).shown == len(listed)
    assert sum(month_counts(conn, selection).values()) == len(listed)
    assert {record["id"] for record in records(conn, selection)} == {row.uid for row in listed}
    found = sifted(conn, selection)
    assert [found.place(conn, row.uid) for row in listed] == list(range(len(listed)))


@pytest.mark.parametrize(
    "query", ["", "country:uz", "border", "-kind:opening", "date:2016..2017", "status:any", "donor:japan", "is:main"]
)
@pytest.mark.parametrize("field", FIELDS)
def test_a_facet_counts_what_choosing_its_value_gives(conn: sqlite3.Connection, query: str, field: str) -> None:
    selection = parse(query)
    for value in facet_counts(conn, selection, field):
        if value.value in selection.excluded(field):
            continue
        chosen = selection.but(field).toggle(field, value.value)
        assert value.count == len(uids(conn, chosen)), value
        again = facet_counts(conn, chosen, field)
        assert value in again, "a facet ignores its own choice"


def test_few_and_many_find_the_same(conn: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {query: uids(conn, query) for query, _ in FOUND}
    counted = {field: facet_counts(conn, parse("country:uz"), field) for field in FIELDS}
    monkeypatch.setattr("db.queries.where._FEW_AT_LEAST", -1)
    assert where(conn, parse("border")).few is False
    assert {query: uids(conn, query) for query, _ in FOUND} == few
    assert {field: facet_counts(conn, parse("country:uz"), field) for field in FIELDS} == counted


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("donor:swedn", "Sweden"),
        ("place:aytirom", "Ayritom crossing"),
        ('source:"milestone april"', "Milestones, Apr-Jun 2016"),
        ("series:border-post", "border posts"),
        ("agency:jika", "JICA"),
        ('donor:"zzzz"', "Nothing in the store has the donor “zzzz”."),
    ],
)
def test_near(conn: sqlite3.Connection, query: str, told: str) -> None:
    sentences = near(conn, parse(query))
    assert len(sentences) == 1
    assert told in sentences[0]


def test_near_says_nothing_of_what_is_there(conn: sqlite3.Connection) -> None:
    assert near(conn, parse("donor:japan country:kg place:ayritom -donor:nobody source:one")) == ()


texts = st.text(min_size=1, max_size=6) | st.sampled_from(
    ['"', "*", "a OR b", "NEAR(a b)", "{title}: x", "^a", "%", "_", "\\", "a\0b", "\ud800"]
)


@given(texts, st.sampled_from(["", "place", "donor", "agency", "series", "source"]), st.booleans(), st.booleans())
def test_any_text_can_be_asked_for(text: str, field: str, negated: bool, phrase: bool) -> None:
    conn = _EMPTY
    try:
        selection = Selection((Term(field, (text,), negated, phrase),))
        page(conn, selection, 0, 1)
        near(conn, selection)
    except QueryError:
        pytest.fail("a value that is there is no query")


_EMPTY = rows.new_store()
_WALKS = {
    "page": "select m.id from {tables} where {sql} "
    "order by m.month desc, m.rank desc, m.period, m.start_day desc, m.end_day desc, m.uid",
    "headings": "select count(*) from {tables} where {sql} group by m.month, m.rank, m.period "
    "order by m.month desc, m.rank desc, m.period",
}


@pytest.mark.parametrize("name", sorted(_WALKS))
@pytest.mark.parametrize("query", ["", "kind:opening", "date:2016", "status:new", "-country:uz", "basis:issue is:main"])
def test_lists_go_along_the_index_and_sort_nothing(name: str, query: str) -> None:
    base = where(_EMPTY, parse(query))
    plan = _EMPTY.execute("explain query plan " + _WALKS[name].format(tables=base.tables, sql=base.sql), base.params).fetchall()
    steps = [row[3] for row in plan]
    assert any("USING COVERING INDEX milestone_order" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)


def test_the_hidden_are_found_along_their_own_index() -> None:
    steps = [row[3] for row in _EMPTY.execute("explain query plan " + HIDDEN)]
    assert any("milestone_hidden" in step for step in steps)
    assert not any(step == "SCAN milestone" for step in steps)


def test_every_facet_has_a_counter() -> None:
    assert Counter(FIELDS).keys() == {"country", "donor", "kind", "year", "source", "status", "series"}
    with pytest.raises(KeyError):
        facet_counts(_EMPTY, Selection(), "colour")


def test_what_somebody_has_accepted_is_doubtful_no_more() -> None:
    fresh = rows.new_store()
    for status in Status:
        told = Milestone(f"A post is {status}", When("2016-05"), Kind.OPENING, confidence=0.3, status=status)
        rows.add(fresh, status[:1] * 10, told)
    assert [row.status for row in page(fresh, parse("is:doubtful status:any"), 0, 9)] == [Status.NEW]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("japan uzbekistan", "Words are looked for in the text. As fields, donor:Japan country:uz finds 1."),
        ("zzzz", ""),
        ('"japan uzbekistan"', ""),
        ("japan france", ""),
    ],
)
def test_words_that_name_fields_are_told_where_those_find_something(conn: sqlite3.Connection, query: str, told: str) -> None:
    assert near(conn, parse(query)) == ((told,) if told else ())
