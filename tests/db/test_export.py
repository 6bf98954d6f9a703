"""What leaves the store: Markdown that GitHub and pandoc read alike, JSON, CSV; and text that wants to be more than text."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from db.export.csvfile import COLUMNS, to_csv
from db.export.escaping import cell, code, harmless, json_safe, markdown
from db.export.jsonfile import to_json, to_jsonl
from db.export.markdown import to_markdown
from db.models import CountryRole, Donor, Evidence, Kind, Milestone, Role
from db.queries.records import Record, records, records_of
from db.queries.sources import sources
from db.selection import Selection, parse
from db.when import When
from tests.db import rows
from tests.db.story import story_store

TODAY = date(2020, 6, 2)
HOSTILE = [
    "<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "](javascript:alert(1)) [y](http://x)",
    "a | b | c",
    "**bold** _it_ `code` ~~s~~ ~sub~ ^sup^ $x$ $$y$$",
    "\\newcommand \\| \\",
    "# head ## head #",
    "1. one 2) two",
    "- item",
    "+ item",
    "> quote",
    ": definition",
    "% title",
    "[^1] [^2]: note ^[inline]",
    "&lt;b&gt; &#60; AT&T & co",
    'don\'t "quote" -- or --- and ... end',
    "https://evil.example www.evil.example me@evil.example @user #12",
    ":smile: 10:30:45",
    "{.cls #id} {{x}} [@cite] (@ex)",
    "| a |",
    "```",
    "--- === ***",
    "<!-- hidden --> <?php ?> <![CDATA[x]]>",
    "[x] task [ ] task",
    "   many    blanks   ",
]
STEERING = "\x1b]52;c;eA==\x07\x1b[31mred\x9b31m\u202eleft\u2066\ue000\U000e0041\x7f\r\n\ttab\x00\u2028end"


@pytest.fixture(scope="module")
def conn() -> Iterator[sqlite3.Connection]:
    conn = story_store()
    yield conn
    conn.close()


def export(conn: sqlite3.Connection, query: str, **more: int) -> str:
    selection = parse(query)
    return to_markdown(list(records(conn, selection)), selection, today=TODAY, sources=sources(conn), **more)


def gfm(text: str) -> str:
    """The HTML that a GFM parser makes of a text."""
    html: str = MarkdownIt("gfm-like").use(footnote_plugin).render(text)
    return html


def plain(html: str) -> str:
    """The text of what a parser made, without tags."""
    import html as entities
    import re

    return " ".join(entities.unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_markdown(conn: sqlite3.Connection) -> None:
    assert export(conn, "country:uz date:2016") == (
        "# Milestones: Uzbekistan, 2016\n"
        "\n"
        "2 milestones, 2016, from 2 sources. 2 unreviewed, 1 with an inferred date. As of 2 June 2020.\n"
        "\n"
        "Query: `country:uz date:2016`\n"
        "\n"
        "## 2016\n"
        "\n"
        "- **May 2016** (date worked out from context): Border post opened at Ayritom. Ayritom crossing. "
        "Uzbekistan, Afghanistan (beneficiary). "
        "Funded by Japan through JICA (XM-DAC-701-8) and Japan (XM-DAC-701). USD 1,380,000; EUR 5.50.[^1]\n"
        "- **May 2016**: Border crossing at the river. Uzbekistan.[^2]\n"
        "\n"
        "## Sources\n"
        "\n"
        "- Milestones, Apr-Jun 2016 (one.txt), 2nd quarter 2016: 1 milestone here\n"
        "- Milestones, Apr-Jun 2016 (second) (two.txt): 1 milestone here\n"
        "\n"
        "[^1]: “The first border post was handed over to the guards in May.” Milestones, Apr-Jun 2016 (one.txt), "
        "article “A river post”.\n"
        "\n"
        "[^2]: “It is told that border crossing at the river.” Milestones, Apr-Jun 2016 (second) (two.txt).\n"
    )


def test_markdown_of_everything_and_nothing(conn: sqlite3.Connection) -> None:
    everything = export(conn, "")
    assert everything.startswith(
        "# All milestones\n\n10 milestones, 2008 to 2017, from 2 sources. 9 unreviewed, 2 with an inferred date."
    )
    years = [line for line in everything.splitlines() if line.startswith("## 2")]
    assert years == ["## 2008", "## 2010", "## 2015", "## 2016", "## 2017"]
    assert "- **Q2 2016** (planned): Programme committee meets.[^" in everything
    assert "- **20 May 2016**: Meeting entered by a person. USD 20.\n" in everything
    assert "- **since 2008** (dated by the issue only): Therapy becomes available.[^" in everything
    nothing = export(conn, "country:tj")
    assert nothing.startswith("# Milestones: Tajikistan\n\n0 milestones, from 0 of the 2 sources read. As of 2 June 2020.\n")


def test_markdown_of_marked_ones_says_how_many_lie_outside(conn: sqlite3.Connection) -> None:
    selection = parse("country:uz")
    marked = list(records_of(conn, ["aaaaaaaaaa", "eeeeeeeeee", "rrrrrrrrrr"]))
    text = to_markdown(marked, selection, today=TODAY, sources=sources(conn), outside=1)
    assert text.startswith("# Marked milestones\n")
    assert "1 of them lies outside the selection “Uzbekistan”." in text
    assert "(rejected)" in text


def test_every_footnote_is_told_and_used_once(conn: sqlite3.Connection) -> None:
    text = export(conn, "")
    html = gfm(text)
    assert html.count('class="footnote-item"') == html.count('class="footnote-ref"') == 9
    assert "[^" not in plain(html)
    assert text == export(conn, "")


def hostile_record(text: str) -> tuple[Record, Selection, Any]:
    conn = rows.new_store()
    rows.add_source(conn, 1, text, text, None)
    told = Milestone(
        title=text,
        when=When("2016-05"),
        kind=Kind.OPENING,
        evidence=Evidence(((0, 1),), text),
        place=text,
        countries=(CountryRole("UZ", Role.LOCATION),),
        donors=(Donor(text.replace("/", ""), text.replace("/", "")),),
        partners=(text,),
        note=text,
    )
    rows.add(conn, "aaaaaaaaaa", told, source=1, heading=text)
    selection = Selection().toggle("donor", text).toggle("place", text)
    (record,) = records(conn, Selection())
    return record, selection, sources(conn)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_itself_in_gfm(text: str) -> None:
    record, selection, read = hostile_record(text)
    html = gfm(to_markdown([record], selection, today=TODAY, sources=read))
    tags = {part.split(">")[0].split()[0].strip("/") for part in html.split("<")[1:]}
    assert tags <= {"h1", "h2", "p", "ul", "li", "strong", "sup", "a", "hr", "section", "ol", "code"}
    assert all(href.startswith("#fn") for href in (part.split('"')[0] for part in html.split('href="')[1:]))
    assert plain(html).count(" ".join(text.split())) >= 6
    assert html.count("<h1>") == html.count("<h2>2016") == html.count('class="footnote-item"') == 1


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
@pytest.mark.parametrize("reader", ["gfm", "markdown", "commonmark_x"])
def test_hostile_text_reads_as_itself_in_pandoc(reader: str) -> None:
    for text in HOSTILE:
        record, selection, read = hostile_record(text)
        told = to_markdown([record], selection, today=TODAY, sources=read)
        html = subprocess.run(
            ["pandoc", "-f", reader, "-t", "html", "--wrap=none"], input=told, capture_output=True, text=True, check=True
        ).stdout
        assert plain(html).count(" ".join(text.split())) >= 6, (text, html)
        assert "<script" not in html
        assert 'href="http' not in html
        assert "<table" not in html


@pytest.mark.parametrize("text", HOSTILE)
def test_one_field_reads_as_itself_at_the_start_of_a_line(text: str) -> None:
    parsed = MarkdownIt("gfm-like").render(markdown(text))
    assert plain(parsed) == " ".join(text.split())
    assert parsed.startswith("<p>")
    assert parsed.count("<") == 2


@given(st.text(max_size=40))
def test_any_text_reads_as_itself(text: str) -> None:
    shown = harmless(text)
    html = MarkdownIt("gfm-like", {"linkify": False}).render(f"x {markdown(text)}")
    assert plain(html) == f"x {shown}".strip()


@pytest.mark.parametrize("text", ["a", "`", "a`b", "``", "`a`", ""])
def test_code_spans(text: str) -> None:
    assert plain(gfm(f"Query: {code(text)}")) == f"Query: {text}" if text else True


def test_nothing_steers_a_terminal() -> None:
    record, selection, read = hostile_record(STEERING)
    told = [
        to_markdown([record], selection, today=TODAY, sources=read),
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
