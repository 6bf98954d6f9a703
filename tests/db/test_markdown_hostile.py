"""Text that wants to be more than text, in exported Markdown and in what stands in front of it."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from collections import Counter

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from db.export.escaping import harmless, quoted
from db.export.markdown import to_markdown
from db.export.options import ExportOptions, Group, Shape
from tests.db.hostile import HOSTILE, hostile_outgoing
from tests.db.reports import front, of, parsed, plain, rendered, told


@pytest.mark.parametrize(("shape", "group"), list(itertools.product(Shape, (Group.DATE, Group.DONOR))))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_itself_in_gfm(text: str, shape: Shape, group: Group) -> None:
    exported = to_markdown(hostile_outgoing(text), ExportOptions(shape=shape, group=group, front=True))
    html = rendered(exported)
    tags = {part.split(">")[0].split()[0].strip("/") for part in html.split("<")[1:]}
    table = {"table", "thead", "tbody", "tr", "th", "td"} if shape is Shape.TABLE else set()
    assert tags <= {"h1", "h2", "p", "ul", "li", "strong", "sup", "a", "hr", "section", "ol"} | table
    assert all(href.startswith("#fn") for href in (part.split('"')[0] for part in html.split('href="')[1:]))
    assert plain(html).count(" ".join(text.split())) >= 4
    assert html.count("<h1>") == html.count('class="footnote-item"') == 1 and html.count("<h2>") == 2
    assert html.count("<tr>") == (2 if table else 0) and html.count("<td") == (5 if table else 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_itself_in_front(text: str) -> None:
    outgoing = hostile_outgoing(text)
    told = front(to_markdown(outgoing, ExportOptions(front=True)))
    assert told["selection"] == harmless(outgoing.selection.words())
    assert told["query"] == harmless(outgoing.selection.text())


@given(st.text(max_size=40))
def test_any_text_is_one_yaml_string(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}\n") == {"a": harmless(text)}


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("|`*_[]^\\<>&#-~ \n\r\tab1.)(:!\"'{}$@="), max_size=30), st.sampled_from(Shape))
def test_any_text_keeps_the_structure(text: str, shape: Shape) -> None:
    named = [{"code": "UZ", "name": text or "x", "role": "location"}]
    exported = of(
        told(
            text,
            place=text,
            quote=f"q{text}",
            article=text,
            countries=named,
            donors=[{"name": text, "agency": text, "ref": None, "quote": f"p{text}"}],
        ),
        shape=shape,
        group="country",
    )
    count = Counter(token.type for token in parsed(exported))
    assert (
        count["heading_open"] == 2
        and count["footnote_open"] == (1 if shape is Shape.BRIEF else 2)
        and count["footnote_block_open"] == 1
    )
    assert count["td_open"] == (5 if shape is Shape.TABLE else 0)
    assert count["list_item_open"] == (0 if shape is Shape.TABLE else 1)
    assert not {"html_block", "code_block", "fence", "blockquote_open"} & set(count)


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
@pytest.mark.parametrize("reader", ["gfm", "markdown-smart", "commonmark_x-smart"])
@pytest.mark.parametrize("shape", Shape)
def test_hostile_text_reads_as_itself_in_pandoc(reader: str, shape: Shape) -> None:
    for text in HOSTILE:
        html = subprocess.run(
            ["pandoc", "-f", reader, "-t", "html", "--wrap=none"],
            input=to_markdown(hostile_outgoing(text), ExportOptions(shape=shape, front=True)),
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        assert plain(html).count(" ".join(text.split())) >= 4, (text, html)
        assert "<script" not in html and 'href="http' not in html
        assert html.count("<table") == (shape is Shape.TABLE) and html.count("<h2") == 2
