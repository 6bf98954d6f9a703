"""Where searched words stand in a text: the same as the store's full text search finds."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.found import finder
from db.selection import Selection, parse
from db.terms import Term


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("border", "Border liaison offices on the borders", ["Border", "border"]),
        ("bord", "A cross-border meeting", ["bord"]),
        ("order", "Border", []),
        ("1_1", "1\u03011", []),
        ("ministere", "Le Ministère", ["Ministère"]),
        ("ministère", "the ministere", ["ministere"]),
        ("ministere", "le Ministe\u0300re", ["Ministe\u0300re"]),
        ('"liaison office"', "Liaison  office, liaison-office, liaison offices", ["Liaison  office", "liaison-office"]),
        ("office fin", "The Oﬃce of ﬁnance", ["Oﬃce", "ﬁn"]),
        ("of", "Oﬃce", ["Oﬃ"]),
        ("oﬃce", "office", ["office"]),
        ('"oﬃce of"', "oﬃce of, office of, offices of", ["oﬃce of", "office of"]),
        ("follow-up", "Follow-ups and the follow of", ["Follow-up"]),
        ("border bor", "borders boring", ["border", "bor"]),
        ("office border", "Border office", ["Border", "office"]),
        ("тренинг", "Тренинги", ["Тренинг"]),
        ("1,380", "USD 1,380,000", ["1,380"]),
        ("a.b*", "a.b a-bc ab", ["a.b", "a-b"]),
        ("-border", "border", []),
        ("kind:opening country:uz", "opening in Uzbekistan", []),
        ("", "anything", []),
    ],
)
def test_words_by_their_beginning_and_phrases_as_they_are(query: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in finder(parse(query)).spans(text)] == found


_TEXT = st.text("abAB1éÉеЕ\u0301 -_.,'\"*", max_size=14)


@given(_TEXT, _TEXT, st.booleans())
def test_it_finds_what_the_store_finds(text: str, sought: str, phrase: bool) -> None:
    selection = Selection((Term("", (sought,), phrase=phrase),))
    if not selection.terms:
        return
    value, phrase = selection.terms[0].values[0], selection.terms[0].phrase
    with sqlite3.connect(":memory:") as conn:
        conn.execute("create virtual table f using fts5(t, tokenize='unicode61 remove_diacritics 2')")
        conn.execute("insert into f values (?)", (text,))
        match = '"' + value.replace('"', '""') + '"' + " *" * (not phrase)
        hit = conn.execute("select 1 from f where f match ?", (match,)).fetchone() is not None
    conn.close()
    spans = finder(selection).spans(text)
    assert bool(spans) is hit
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
