"""Tables: what their heads say, the rows of those whose cells go on in the line below, and a row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.models import Span
from importers.lexicon import data
from importers.readers.printed import Line

_RULE = re.compile(r"[ \t]*[:\-| \t]*--[:\-| \t]*")
_HEAD_CELL = re.compile(r"\s*[^\W\d][^\W\d]*(?:[ /&-]{1,3}[^\W\d]+){0,3}\s*")
_FEWEST = 2
"""Bars of a table's head, and rows below it."""


_WORDS = data("boxes")
_PAYERS, _NAMED = (frozenset(_WORDS[name]) for name in ("payers", "columns"))


def head(cell: str) -> str:
    """The head of a column as heads are compared: "**Donor:**" as "donor"."""
    return cell.strip(" *_:.").lower()


def project_columns(heads: Sequence[str]) -> tuple[int, int] | None:
    """Which columns of a table name projects and who pays for them, by its heads; None where it has not both."""
    named = next((place for place, one in enumerate(heads) if one in _NAMED), None)
    payers = next((place for place, one in enumerate(heads) if one in _PAYERS), None)
    return None if named is None or payers is None else (named, payers)


def wrapped_rows(found: Sequence[Line]) -> dict[int, Sequence[Line]]:
    """The lines of each row of such tables, by where in the raw text the row starts.

    A table begins with a head of short names between bars and ends before a blank line. One whose rows take a line each is left
    out: its lines are rows by themselves.
    """
    rows: dict[int, Sequence[Line]] = {}
    place = 0
    while place < len(found):
        bars = _bars_of_head(found[place].text)
        end = place + 1
        if bars:
            while end < len(found) and not found[end].text.isspace() and found[end].text:
                end += 1
            below = [line for line in found[place + 1 : end] if not _RULE.fullmatch(line.text)]
            made = list(_rows(below, bars)) if any(line.text.count("|") < bars for line in below) else []
            if len(made) >= _FEWEST:
                rows |= {row[0].start: row for row in made}
        place = end
    return rows


def _bars_of_head(text: str) -> int:
    bars = text.count("|")
    return bars if bars >= _FEWEST and all(map(_HEAD_CELL.fullmatch, text.split("|"))) else 0


def _rows(lines: Sequence[Line], bars: int) -> Iterator[Sequence[Line]]:
    """The lines cut into rows of so many bars; none where a row would have more."""
    rows: list[list[Line]] = []
    counted = bars
    for line in lines:
        here = line.text.count("|")
        if counted >= bars and here:
            rows.append([])
            counted = 0
        if not rows or counted + here > bars:
            return
        rows[-1].append(line)
        counted += here
    if counted == bars:
        yield from rows


def row_cells(row: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """The parts of the cells of a row, line by line, each with what stands between it and the part before: a bar or a blank."""
    for line in row:
        for found in re.finditer(r"(\|?)([^|]*)", line.text):
            if found[0]:
                start, end = line.start + found.start(2), line.start + found.end(2)
                yield Line(start, end, line.after, found[2]), " | " if found[1] else " "


_CELL = re.compile(r"(?!\s)[^|]+?(?=\s*(?:\||$))")


def cells_of(text: str, start: int, end: int) -> list[Span]:
    """Where the cells of a row stand in the text of a story: half-open characters; bars keep them apart."""
    return [(start + cell.start(), start + cell.end()) for cell in _CELL.finditer(text[start:end])]
