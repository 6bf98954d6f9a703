"""What is furniture: page numbers, running heads, addresses, tables of contents, words below pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import groupby

from db.when import MONTHS
from importers.lexicon import data
from importers.readers.blocks import Block, BlockKind
from importers.readers.issuelines import is_issue_line
from importers.readers.torn import CREDIT, CREDITED

_TOP = 8
"""Blocks among which a newsletter's own name stands; below them even the first of a row of like lines is a running head."""
_TEXT = 240
"""Below a block of more characters no such name stands, either."""
HEAD = 90
"""A running head is shorter than this."""
_REPEATED = 3
"""A running head stands so often, at least."""
_WITH_PAGE = 2
"""So often with the number of its page, far apart in the same line."""
_PAGE_APART = re.compile(r"\S[ \t]{4,160}\d{1,3}\s*\Z|\A\s*\d{1,3}[ \t]{4,160}\S")
_MARK = 80
"""A page mark is shorter than this."""
CAPTION = 160
"""Words below a picture are fewer characters."""
_PAGE = re.compile(r"\W*(?:(?:page|p\.|pg)\W*)?\d{1,4}(?:\W*(?:/|of|\|)\W*\d{1,4})?\W*", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://|www\.|[\w.]@[\w.]|\b(?:tel|fax|phone|e-?mail|web ?site|facebook|twitter|instagram|youtube)\b\W{0,3}[:+@/(\d]|[©®]",
    re.IGNORECASE,
)
_WHO_PAYS = re.compile(
    r"\b(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored|paid)\b[^.]*\.\Z"
)
"""What a sentence at the end of a caption tells that no picture shows: "The school project is funded by Norway."."""
_COLUMNS = frozenset(data("words")["columns"])
_SMALL = frozenset(data("words")["small"])
_ROW_END = re.compile(r"\n|\s[·•/]\s")
_CONTENTS_LINE = re.compile(r".{3,}?[^\d\s][ .·…\t]+(\d{1,3})[ \t]*")
_INDEX, _TINY = 1_000, 12
"""So many blocks of so few characters, one behind the other, are an index or worse, and tell nothing."""
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")

DAY = re.compile(
    r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]{2,8}\.?,?[ ](?:19|20)\d\d\b"
    r"|\b[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:st|nd|rd|th)?,?[ ](?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b"
)
"""A day with its year: lines that repeat but for it say when each story was written."""


def with_furniture(raw: str, found: Sequence[Block]) -> list[Block]:
    """Page numbers, running heads, addresses and marks without words, marked as furniture."""
    index = _index(found)
    shaped = [
        shape(block.text) if len(block.text) < HEAD and not listed else "" for block, listed in zip(found, index, strict=True)
    ]
    shapes = Counter(shaped)
    repeated = {(form, block.text) for form, block in zip(shaped, found, strict=True) if form and shapes[form] >= _REPEATED}
    days = Counter(form for form, text in repeated if DAY.search(text))
    name = _name(found)
    lines = frozenset(
        " ".join(_WORD.findall(_ISSUE.sub("", line).lower())) for line in name if line is name[0] or _ISSUE.search(line)
    )
    words = _own_words(name)
    begun = next((place for place, block in enumerate(found) if len(block.text) > _TEXT), len(found))
    seen: set[str] = set()
    marked = []
    for place, (block, form) in enumerate(zip(found, shaped, strict=True)):
        if index[place]:
            marked.append(block.of_kind(BlockKind.FURNITURE))
            continue
        text = block.text
        told = form in seen or (place > min(_TOP, begun) and "0" in form)
        furniture = (
            (
                told
                and shapes[form] >= (_WITH_PAGE if _PAGE_APART.search(raw, block.start, block.end) else _REPEATED)
                and days[form] < 2
                and block.kind is not BlockKind.BULLET
                and not text.endswith((".", ":"))
            )
            or (len(text) < _MARK and _PAGE.fullmatch(text) is not None)
            or (place >= len(name) and len(text) < HEAD and block.kind is not BlockKind.BULLET and _is_named(text, lines, words))
            or not any(map(str.isalnum, text))
            or (len(text) < 200 and not text.endswith(".") and _ADDRESS.search(text) is not None)
            or _is_contents(raw, block)
            or (
                len(text) < CAPTION
                and (
                    (CREDIT.match(text) is not None and _WHO_PAYS.search(text) is None)
                    or CREDITED.fullmatch(text) is not None
                    or _is_header(text)
                )
            )
            or (place > 0 and found[place - 1].end == block.start and _is_credit(found[place - 1].text, text))
        )
        if form:
            seen.add(form)
        marked.append(block.of_kind(BlockKind.FURNITURE) if furniture else block)
    return marked


def _index(found: Sequence[Block]) -> bytearray:
    """For each block 1 where it stands in a row of tiny ones that no newsletter has, its headings apart, else 0."""
    flags = bytearray()
    for tiny, row in groupby(found, key=lambda block: len(block.text) < _TINY and block.kind is not BlockKind.HEADING):
        length = sum(1 for _ in row)
        flags += (b"\1" if tiny and length > _INDEX else b"\0") * length
    return flags


def _name(found: Sequence[Block]) -> list[str]:
    """The lines of a masthead, down to the last one that says which issue it is; none where no line does."""
    told = [place for place, block in enumerate(found[:_TOP]) if is_issue_line(block.text)]
    return [block.text for block in found[: told[-1] + 1]] if told else []


def _own_words(name: Sequence[str]) -> frozenset[str]:
    """The words of a masthead, in small letters, and the acronyms of its lines: "roca" of the Regional Office for Central Asia."""
    short = [line for line in name if len(line) < HEAD]
    said = {"page", *_WORD.findall(" ".join(short).lower())}
    for line in short:
        initials = "".join(word[0] for word in _WORD.findall(line.lower()) if word not in _SMALL)
        said.update(
            initials[start:end]
            for start in range(len(initials))
            for end in range(start + _SAID, min(len(initials), start + _LETTERS) + 1)
        )
    return frozenset(said)


def _is_named(text: str, lines: Set[str], words: Set[str]) -> bool:
    """Whether a line says again what a masthead does: words of it beside the number of a page, or one of its lines.

    A month beside a number is a day.
    """
    told = _WORD.findall(text.lower())
    if DAY.search(text) is not None or _MONTHS.issuperset(told):
        return False
    if _ON_PAGE.search(text) is None:
        return len(told) >= _SAID and " ".join(told) in lines
    return bool(told) and set(told) <= words


def _is_credit(above: str, text: str) -> bool:
    """Whether a line below the words of a picture says who took it: "UNODC/ROCA"."""
    return CREDIT.match(above) is not None and _AGENCY.fullmatch(text) is not None


_AGENCY = re.compile(r"\W{0,3}[A-Z]{2,10}(?: ?/ ?[A-Z][\w.’' -]{1,30})?")
_ON_PAGE = re.compile(r"^\W*\d{1,3}\s+\D|\S\s\W*\d{1,3}\W*$")
"""The number of a page at an end of a line."""
_ISSUE = re.compile(r"\b(?:number|issue|no|nr|volume|vol)\b.*", re.IGNORECASE)
_SAID = 3
"""Words of a masthead's line, or letters of an acronym, at least."""
_LETTERS = 8
"""Letters of an acronym at most."""
_MONTHS = frozenset(name.lower() for month in MONTHS for name in (month, month[:3]))


def _is_header(text: str) -> bool:
    """Whether a line is the head of a table: only names of columns."""
    lower = text.lower()
    first = _WORD.search(lower)
    return first is not None and first[0] in _COLUMNS and len(words := _WORD.findall(lower)) > 1 and _COLUMNS.issuperset(words)


def _is_contents(raw: str, block: Block) -> bool:
    """Whether lines, or parts between dots, are a table of contents: three or more, most with a page, none before the one above."""
    part = raw[block.start : block.end]
    if len(part) > 4000 or part.count("\n") + part.count("·") + part.count("•") + part.count(" / ") < 2:
        return False
    rows = [row for row in _ROW_END.split(part) if row.strip()]
    pages = [int(found[1]) for row in map(str.strip, rows) if row[-1:].isdigit() and (found := _CONTENTS_LINE.fullmatch(row))]
    return len(pages) >= 3 and len(pages) >= 0.6 * len(rows) and pages == sorted(pages)


def shape(text: str) -> str:
    """A line without what differs from page to page."""
    return _DIGITS.sub("0", text.lower()).strip(" |·•-–")
