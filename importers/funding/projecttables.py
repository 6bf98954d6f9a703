"""Tables of projects with a column of who pays: "Project | Donor | Until", and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.models import Donor
from db.names import country, country_name
from importers.donors.cues import find_donors
from importers.funding.boxes import Payer
from importers.layout.repair import Passage
from importers.lexicon import A_MONTH, data
from importers.readers.blocks import BlockKind
from importers.readers.tables import head, project_columns

_SPANS = frozenset(data("boxes")["spans"])
_FEWEST = 2
"""Rows of such a table below its head."""
_CODE = re.compile(r"(?!NA)[A-Z]{2}")
_DAY = re.compile(rf"\b\d{{1,2}}(?:[./]\d{{1,2}}[./]\d{{2,4}}\b|(?:st|nd|rd|th)?\s{A_MONTH.pattern})")
"""What a table of projects does not tell of how long they last: a day."""
_OF_PROJECTS = re.compile(r"project|programme|initiative")
_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """What such a table says, and where it ends."""

    end: int
    """The place of the first passage below it."""
    rows: tuple[tuple[str, tuple[Payer, ...]], ...]
    """What each project is called, and who pays for it."""
    is_news: bool
    """Whether it tells what was done on days, besides how long its projects last."""


def project_table(passages: Sequence[Passage], index: int) -> ProjectTable | None:
    """The table whose head is the passage of a place; None where that is none."""
    if passages[index].kind is not BlockKind.ROW:
        return None
    heads = [head(cell) for cell in passages[index].text.split(" | ")]
    if (columns := project_columns(heads)) is None:
        return None
    name, payer = columns
    end = index + 1
    while end < len(passages) and passages[end].kind is BlockKind.ROW:
        end += 1
    rows = [cells for one in passages[index + 1 : end] if len(cells := one.text.split(" | ")) == len(heads)]
    if len(rows) < _FEWEST or len(rows) < end - index - 1:
        return None
    told = [pair for row in rows for pair in zip(heads, row, strict=True)]
    is_news = any(_DAY.search(cell) or (A_MONTH.search(cell) and column not in _SPANS) for column, cell in told)
    if is_news and _OF_PROJECTS.search(heads[name]) is None:
        # its rows are events, each with its own payer
        return None
    return ProjectTable(end, tuple((row[name].strip(), tuple(_payers(row, payer, name))) for row in rows), is_news)


def _payers(row: Sequence[str], payer: int, name: int) -> Iterator[Payer]:
    words = f"{row[name].strip()}: {row[payer].strip()}"
    for donor in _donors(row[payer].strip()):
        yield Payer(donor, words)


def _donors(cell: str) -> Iterator[Donor]:
    """Those named in a cell, which may be their codes alone: "JP, LU"."""
    parts = _PARTS.split(cell)
    if all(_CODE.fullmatch(part) for part in parts):
        for part in parts:
            mentions = find_donors(f"Donor: {part}")
            if mentions or country(part) is not None:
                yield mentions[0].donor if mentions else Donor(country_name(part))
        return
    for mention in find_donors(f"Donor: {cell}"):
        yield mention.donor
