"""The donors in the rows of a table, which stand at no cue but in a column of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.models import Span
from importers.donors import names
from importers.donors.mention import DonorMention
from importers.readers.tables import cells_of


def donors_in_columns(text: str, rows: Sequence[Span]) -> Iterator[DonorMention]:
    """The donors in the rows of a table, of a column whose head says that they are: "Date | Place | Source of funds"."""
    if rows and _LAST_COLUMN.search(text, max(0, rows[0][0] - _HEAD), rows[0][0]):
        yield from _last_in_rows(text, rows)
    column: tuple[int, int] | None = None
    for start, end in rows:
        cells = cells_of(text, start, end)
        head = next((place for place, cell in enumerate(cells) if _PAYERS.fullmatch(text[slice(*cell)])), None)
        if head is not None:
            column = head, len(cells)
        elif column is not None and len(cells) == column[1]:
            first, last = cells[column[0]]
            for one in names.forward(text, first, last, unknown=False):
                yield DonorMention(
                    one.start, one.end, text[one.start : one.end], one.donor, (first, first), "donor-column", "activity", True
                )


def _last_in_rows(text: str, rows: Sequence[Span]) -> Iterator[DonorMention]:
    """The donors that rows end in, whose columns no mark parts."""
    for start, end in rows:
        for word in _LARGE.finditer(text, max(start, end - _LAST_CELL), end):
            named = names.forward(text, word.start(), end, unknown=False)
            if named and named[-1].end == end:
                for one in named:
                    name = text[one.start : one.end]
                    yield DonorMention(
                        one.start, one.end, name, one.donor, (one.start, one.start), "donor-column", "activity", True
                    )
                break


_LAST_COLUMN = re.compile(r"[A-Z][\w ]+\s(?:[Pp]aid by|[Ff]unded by|[Ff]inanced by|[Dd]onors?|[Ss]ponsors?|[Ss]ource of funds)\s*$")
"""How the head of a table without marks ends."""
_LARGE = re.compile(r"\b[A-Z]")
_HEAD, _LAST_CELL = 160, 60
"""Characters of such a head, and of the last cell of a row."""
_PAYERS = re.compile(
    r"\W*(?:donors?|(?:co-?)?(?:funded|financed|sponsored) by|sources? of (?:funds|funding)|funding|funds|sponsors?)\W*",
    re.IGNORECASE,
)
