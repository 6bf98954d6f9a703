"""Ligatures and accents: what is printed with them is found by the letters that people type, and stays as it is printed."""

from __future__ import annotations

import sqlite3
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import connect
from db.connect import Store, open_store, write
from db.editing import parse_edit
from db.folding import places, searched_too, written_out
from db.found import finder
from db.models import Article, Evidence, Kind, Milestone, Reading, Source
from db.queries.listing import page
from db.schema import migrations
from db.selection import parse
from db.store import deciding
from db.store.doctor import examine, repair
from db.store.readings import save_reading
from db.when import When
from tests.db.newsletters import act, ask

CITY = unicodedata.normalize("NFD", "Yaoundé")
QUOTE = f"The ﬁrst Oﬃce of ﬁnance was opened in {CITY} in May, 20 km² and ½ hour from the ﬂats."
TITLE = f"Oﬃce of ﬁnance opened in {CITY}"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("oﬃce", "office"),
        ("Oﬀer of ﬁve ﬂat waﬄes, ﬅ and ﬆ", "Offer of five flat waffles, st and st"),
        ("office", "office"),
        ("km², ½, №, Ⅳ, ｗｉｄｅ", "km², ½, №, Ⅳ, ｗｉｄｅ"),
        (CITY, CITY),
        ("", ""),
    ],
)
def test_letters_for_ligatures_and_nothing_else(text: str, letters: str) -> None:
    assert written_out(text) == letters
    at = places(text)
    assert len(at) == len(letters)
    assert "".join(text[first] for first in dict.fromkeys(at)) == text


def test_only_cells_with_ligatures_are_searched_too() -> None:
    assert searched_too("plain", "ﬁve", "Yaoundé", "waﬄe") == "five\nwaffle"


def told(title: str = TITLE, quote: str = QUOTE) -> Reading:
    span = (0, len(quote))
    milestone = Milestone(title, When("2016-05"), Kind.OPENING, evidence=Evidence((span,), quote, 0, span))
    return Reading(Source("issue.txt", "News", quote, "sha"), (Article("News", quote),), (milestone,), "1")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(tmp_path / "s.db", create=True)
    save_reading(opened, told(), at="")
    return opened


def found(store: Store, query: str) -> int:
    return len(page(store.connection, parse(query), 0, 9))


SOUGHT = [
    ("office", 1),
    ("off", 1),
    ("of", 1),
    ("finance", 1),
    ("oﬃce", 1),
    ("OFFICE", 1),
    ('"first office of finance"', 1),
    ('"oﬃce of finance"', 1),
    ("flats", 1),
    ("Yaounde", 1),
    ("Yaoundé", 1),
    (CITY, 1),
    ("office yaound", 1),
    ("-office", 0),
    ("offices", 0),
    ("12", 0),
]


@pytest.mark.parametrize(("query", "count"), SOUGHT)
def test_what_is_printed_with_ligatures_is_found(store: Store, query: str, count: int) -> None:
    with store:
        assert found(store, query) == count
        if count:
            assert finder(parse(query)).spans(QUOTE)


def test_what_is_stored_stays_as_it_is_printed(store: Store) -> None:
    with store:
        assert ask(store, "select title, quote, spans, quote_end from milestone") == [
            (TITLE, QUOTE, f"[[0,{len(QUOTE)}]]", len(QUOTE))
        ]
        assert examine(store).findings == ()
        health, _ = repair(store)
        assert health.findings == ()
        assert found(store, "office") == 1


def test_what_is_corrected_is_found_anew(store: Store) -> None:
    with store:
        [(uid,)] = ask(store, "select uid from milestone")
        deciding.edit(store, {uid: parse_edit("title=Waﬄes for everybody", None, date(2017, 1, 1))}, act())
        assert (found(store, "waffles"), found(store, "office")) == (1, 1), "the quote has the office still"
        deciding.edit(store, {uid: parse_edit("title=Bread for everybody", None, date(2017, 1, 1))}, act())
        assert (found(store, "waffles"), found(store, "bread")) == (0, 1)
        assert examine(store).findings == ()


def test_a_store_of_an_earlier_version(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    old = sqlite3.connect(path, isolation_level=None)
    migrations.apply(Database(old, recursive_triggers=False), stop_before="m007_written_out")
    old.execute(f"pragma application_id = {connect.APPLICATION_ID}")
    made = tmp_path / "new.db"
    with open_store(made, create=True) as store:
        save_reading(store, told(), at="")
    old.execute("attach ? as made", (str(made),))
    for table in ("source", "article", "reading", "milestone"):
        columns = ", ".join(row[1] for row in old.execute(f"pragma main.table_info({table})"))
        old.execute(f"insert into main.{table} ({columns}) select {columns} from made.{table}")
    assert old.execute("select count(*) from milestone_fts where milestone_fts match 'office'").fetchone() == (0,)
    old.close()
    with open_store(path) as store:
        assert (found(store, "office"), found(store, "finance"), found(store, "yaounde")) == (1, 1, 1)
        assert examine(store).findings == ()
        with write(store) as connection:
            connection.execute("delete from milestone")
        assert ask(store, "select count(*) from milestone_fts where milestone_fts match 'office'") == [(0,)]
