"""Lines of a text as they are printed, and their words without the marks of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_INLINE = re.compile(
    r"(?P<link>\]\([^)\s]{1,500}\))"  # the address of [words](address)
    r"|(?P<mark>\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+|(?<!\w)\[(?=[^\]\n]{1,200}\]\())"
    r"|(?P<soft>[\u00ad\u200b\u2060\ufeff\ufffe\x02])"
    r"|(?P<blank>[ \t]?(?:</?[a-zA-Z][a-zA-Z0-9]{0,9}[ ]?/?>|<!--(?:(?!<!--).){0,2000}?-->)[ \t]?"
    r"|[ \t\u00a0\x0b\x1c-\x1f]{2,}|[\t\u00a0\x0b\x1c-\x1f])"
)
_SPECIAL = re.compile(r"[*_`\[\]<\t\u00a0\u00ad\u200b\u2060\ufeff\ufffe\x02\x0b\x1c-\x1f]")

USER = r"[a-z][\w.-]{2,20},\s"
"""The name of a user before the day on which he wrote: "boatman, 2015-05-04"; a pattern."""


class Line(NamedTuple):
    """A line of the raw text, without its line end."""

    start: int
    end: int
    after: int
    """Where the next line starts."""
    text: str


def lines(raw: str) -> Iterator[Line]:
    """The lines of a text; a form feed ends a line too."""
    at = 0
    for kept in raw.splitlines(keepends=True):
        body = kept.rstrip("\r\n\f\x0b\x1c\x1d\x1e\x85\u2028\u2029")
        yield Line(at, at + len(body), at + len(kept), body)
        at += len(kept)


def pieces_of(line: Line, skip: int, glue: str) -> list[tuple[str, int, int]]:
    """The words of a line from character `skip` on, without marks, one blank between words."""
    text = line.text
    start, end = skip, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.endswith("#", 0, end) and HEADING.match(text):
        while end > start and (text[end - 1] == "#" or text[end - 1].isspace()):
            end -= 1
    if not _SPECIAL.search(text, start, end) and "  " not in text:
        return [(glue, line.start + start, line.start + end)]
    pieces: list[tuple[str, int, int]] = []
    at, pending = start, glue
    for found in _INLINE.finditer(text, start, end):
        if found.start() > at:
            pieces.append((pending, line.start + at, line.start + found.start()))
            pending = ""
        if found["blank"]:
            pending = " "
        at = found.end()
    if end > at:
        pieces.append((pending, line.start + at, line.start + end))
    if pieces:
        # a mark at the line's end leaves the blank before it
        before, first, last = pieces[-1]
        pieces[-1] = (before, first, last - (last - first - len(text[first - line.start : last - line.start].rstrip())))
    return pieces
