"""What leaves the store: Markdown that GitHub and pandoc read alike, JSON, CSV; and text that wants to be more than text."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from db.export.csvfile import COLUMNS, to_csv
from db.export.escaping import cell, code, json_safe
from db.export.jsonfile import to_json, to_jsonl
from db.export.markdown import to_markdown
from db.export.options import ExportOptions, Shape
from db.queries.records import records
from db.selection import Selection, parse
from tests.db.hostile import hostile_outgoing
from tests.db.story import story_store

TODAY = date(2020, 6, 2)
STEERING = "\x1b]52;c;eA==\x07\x1b[31mred\x9b31m\u202eleft\u2066\ue000\U000e0041\x7f\r\n\ttab\x00\u2028end"


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def gfm(text: str) -> str:
    """The HTML that a GFM parser makes of a text."""
    html: str = MarkdownIt("gfm-like").use(footnote_plugin).render(text)
    return html


def plain(html: str) -> str:
    """The text of what a parser made, without tags."""
    import html as entities
    import re

    return " ".join(entities.unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.mark.parametrize("text", ["a", "`", "a`b", "``", "`a`", ""])
def test_code_spans(text: str) -> None:
    assert plain(gfm(f"Query: {code(text)}")) == f"Query: {text}" if text else True


def test_nothing_steers_a_terminal() -> None:
    outgoing = hostile_outgoing(STEERING)
    (record,) = outgoing.records
    told = [
        *(to_markdown(outgoing, ExportOptions(shape=shape, front=True)) for shape in Shape),
        "".join(to_json([record])),
        "".join(to_jsonl([record])),
        "".join(to_csv([record])).replace("\r\n", "\n"),
    ]
    for text in told:
        assert all(char.isprintable() or char in "\n\ue000" for char in text), [char for char in text if not char.isprintable()]


def test_json(conn: sqlite3.Connection) -> None:
    text = "".join(to_json(records(conn, parse("country:uz"))))
    told = json.loads(text)
    assert told == list(records(conn, parse("country:uz")))
    assert list(told[0]) == [
        "id", "title", "date", "start", "end", "date_text", "basis", "kind", "level", "planned", "series", "place", "countries",
        "donors", "amounts", "partners", "quote", "article", "source", "status", "confidence", "note",
    ]  # fmt: skip
    assert text.count("\n") == len(told) + 2
    assert "".join(to_json([])) == "[]\n"


def test_json_lines_are_the_same_objects(conn: sqlite3.Connection) -> None:
    lines = "".join(to_jsonl(records(conn, Selection()))).splitlines()
    assert [json.loads(line) for line in lines] == json.loads("".join(to_json(records(conn, Selection()))))
    assert "".join(to_jsonl([])) == ""


@given(st.text(max_size=30))
def test_json_keeps_any_text(text: str) -> None:
    encoded = json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(encoded) == text
    assert not any(char in encoded for char in "\x1b\x7f\x9b\u202e\u2028\n")


def test_csv(conn: sqlite3.Connection) -> None:
    heading, *told = csv.reader(io.StringIO("".join(to_csv(records(conn, parse("ayritom"))))))
    assert tuple(heading) == COLUMNS
    row = dict(zip(heading, told[0], strict=True))
    assert len(told) == 1
    assert (row["country_codes"], row["country_names"], row["country_roles"]) == (
        "UZ; AF", "Uzbekistan; Afghanistan", "location; beneficiary",
    )  # fmt: skip
    assert (row["donors"], row["donor_agencies"], row["donor_refs"]) == ("Japan; Japan", "JICA; ", "XM-DAC-701-8; XM-DAC-701")
    assert (row["currencies"], row["amounts"]) == ("USD; EUR", "1380000; 5.5")
    assert (row["donor_quotes"], row["amount_quotes"]) == ("“JICA paid for the post.”; ", "; “It cost 5.50 euros more.”")
    assert row["amounts_same_as"] == ""
    assert (row["series"], row["series_ordinal"], row["planned"], row["note"]) == ("border posts", "2", "no", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-2", "'-2"),
        ("@sum", "'@sum"),
        ("\tx", "'x"),
        ("\r=x", "'=x"),
        ("  =x", "'=x"),
        ("＝x", "'＝x"),
        ("a=1", "a=1"),
        ("", ""),
        ("two\nlines", "two lines"),
    ],
)
def test_no_cell_is_a_formula(text: str, shown: str) -> None:
    assert cell(text) == shown
