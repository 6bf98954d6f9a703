"""Text as Markdown: it reads as itself wherever it stands, and no sign is escaped that would have been read as itself anyway."""

from __future__ import annotations

import html as entities
import re
import shutil
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from db.export.escaping import harmless, in_cell, markdown
from tests.db.hostile import HOSTILE

READER = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)
SIGNS = st.text(alphabet=st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&;:='\"@%/ aB1é—“"), max_size=24)
PLACES = {
    "a paragraph": ("{}", "<p>{}</p>"),
    "an item": ("- {}", "<ul>\n<li>{}</li>\n</ul>"),
    "an item's middle": ("- **May**: {}.[^1]", "<ul>\n<li><strong>May</strong>: {}.[^1]</li>\n</ul>"),
    "a quotation": ("“{}” x (y).", "<p>“{}” x (y).</p>"),
    "a heading": ("## x {}", "<h2>x {}</h2>"),
}
BEGINNINGS = {"a paragraph", "an item"}


def read(source: str) -> str:
    html: str = READER.render(source)
    return entities.unescape(html).strip()


@pytest.mark.parametrize("place", PLACES)
@given(st.one_of(SIGNS, st.text(max_size=24)))
@example("a__b _c_ d_ _e")
@example("[x](y) [z][1] [^1]")
@example("~~5~~ ~5 a~5 (~5")
def test_any_text_reads_as_itself(place: str, text: str) -> None:
    source, html = PLACES[place]
    shown = harmless(text)
    escaped = markdown(text, begins=place in BEGINNINGS)
    assert " ".join(read(source.format(escaped)).split()) == " ".join(html.format(shown).split()) or not shown


@given(st.one_of(SIGNS, st.text(max_size=24)))
@example("a\\|b")
def test_any_text_reads_as_itself_in_a_cell(text: str) -> None:
    told = READER.render(f"| a | b |\n|---|---|\n| {in_cell(markdown(text))} | x |\n")
    cells = [" ".join(entities.unescape(cell).split()) for cell in re.findall(r"<td>(.*?)</td>", told)]
    assert cells == [harmless(text), "x"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_markup_where_a_line_begins(text: str) -> None:
    parsed = MarkdownIt("gfm-like").render(markdown(text, begins=True))
    assert entities.unescape(re.sub(r"<[^>]*>", "", parsed)).split() == text.split()
    assert parsed.startswith("<p>")
    assert parsed.count("<") == 2


@pytest.mark.parametrize(
    "text",
    [
        "“They said \"yes\"”, O'Brien's office reported; it's done.",
        "The border-crossing point (BCP) no. 5 - opened... at last -- on 3.5.2016!",
        "16q2_milestones_final.md, file_name.txt",
        "AT&T, R&D, 5 < 6 and 7 > 6, 3 * 4 = 12, 50% + 1",
        "It cost $1.5 million, about ~50 people came (~60 planned)",
        "#12 at 10:30, see section 4: results | annex 2",
        "1. This is no list. - Nor this. # Nor a heading",
        "Kyrgyzstan/Tajikistan: 100 000 soʻm — «да» …",
    ],
)
def test_what_reads_as_itself_is_not_escaped(text: str) -> None:
    assert markdown(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. One", "1\\. One"),
        ("12) Twelve", "12\\) Twelve"),
        ("- item", "\\- item"),
        ("# head", "\\# head"),
        ("> quote", "\\> quote"),
        ("(a) Under pandoc a list", "\\(a) Under pandoc a list"),
        ("iv. The same", "iv\\. The same"),
        ("-5 degrees", "-5 degrees"),
        ("#12", "#12"),
        ("2016 was a year.", "2016 was a year."),
        ("[x] task", "\\[x] task"),
    ],
)
def test_what_would_begin_a_block(text: str, escaped: str) -> None:
    assert markdown(text, begins=True) == escaped


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not here")
@pytest.mark.parametrize("reader", ["gfm", "markdown-smart", "commonmark_x-smart"])
def test_text_reads_as_itself_in_pandoc(reader: str) -> None:
    # pandoc makes a task of `[x]` however it is written
    some = [
        *(text for text in HOSTILE if text[0] != "["),
        "costs $5 and $6 or $ 7$",
        "~5 and ~6 a~7",
        "a. one",
        "iv. one",
        "(@) one",
        "C# #",
        "a_b_c __d",
        "x * y",
    ]
    wanted = [" ".join(text.split()) for text in some]
    for begins, before in ((True, ""), (False, "x ")):
        source = "".join(f"- {before}{markdown(text, begins=begins)}\n" for text in some)
        html = subprocess.run(
            ["pandoc", "-f", reader, "-t", "html", "--wrap=none"], input=source, capture_output=True, text=True, check=True
        ).stdout
        assert html.count("<") == 2 * len(some) + 2
        items = [entities.unescape(item) for item in re.findall("<li>(.*?)</li>", html, re.DOTALL)]
        assert items == [f"{before}{text}" for text in wanted]
