"""Tables whose columns only blanks keep apart, as extractors print them that keep the layout of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.models import Span
from importers.lexicon import MONTH_WORD
from importers.readers.printed import Line
from importers.readers.tables import head, project_columns

_CELL = re.compile(rf"\S+(?:(?:[ ]|(?<=\d)[ ]+(?={MONTH_WORD}\b))\S+)*")
_FEWEST = 3
"""Cells of a full row, and full rows of a table, at least."""
_WANDERS = 2
"""Characters by which a cell may begin, or end, beside its column."""
_MOSTLY = 0.6
"""The share of rows that begin or end where their column does, and of the cells of a column of figures or dates."""
_OF_PAYERS = 2
"""Columns of a table of projects and those who pay for them, at least."""
_LONGEST, _MOST = 400, 1_000
"""Characters of a row, and rows of a table; what has more is no newsletter's."""


def aligned_rows(found: Sequence[Line]) -> dict[int, list[Line]]:
    """The cells of each row of such tables, by where in the raw text the row starts.

    A row is a line of cells, two blanks apart at least, some of which may be empty. A table has three full rows, its columns are
    straight on their left or right, and one of them holds figures or dates: columns of prose have none. Two will do without that
    where their heads say that they name projects and who pays for them.
    """
    rows: dict[int, list[Line]] = {}
    for run in _runs(found):
        if len(run) > _MOST:
            continue
        cells = [_cells(line) for line in run]
        most = max(map(len, cells))
        full = [row for row in cells if len(row) == most]
        of_payers = project_columns([head(cell.text) for cell in cells[0]]) is not None
        if most < (_OF_PAYERS if of_payers else _FEWEST) or len(full) < max(_FEWEST, _MOSTLY * len(run)):
            continue
        columns = list(zip(*full, strict=True))
        if all(map(_is_straight, columns)) and (of_payers or any(map(_is_of_figures, columns))):
            rows |= {
                line.start: [Line(cell.start, cell.end, line.after, cell.text) for cell in row]
                for line, row in zip(run, cells, strict=True)
            }
    return rows


def _runs(found: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines of cells, one right below the other."""
    run: list[Line] = []
    for line in found:
        if "  " in line.text and len(line.text) <= _LONGEST and len(_spans(line.text)) > 1:
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = []
    if len(run) >= _FEWEST:
        yield run


def _spans(text: str) -> list[Span]:
    return [cell.span() for cell in _CELL.finditer(text)]


def _cells(line: Line) -> list[Line]:
    return [Line(line.start + start, line.start + end, line.start, line.text[start:end]) for start, end in _spans(line.text)]


def _is_straight(column: Sequence[Line]) -> bool:
    """Whether most cells of a column begin, or end, one below the other; `after` holds where their lines start."""
    return any(
        sum(abs(place - middle) <= _WANDERS for place in places) >= _MOSTLY * len(places)
        for places in ([cell.start - cell.after for cell in column], [cell.end - cell.after for cell in column])
        for middle in (sorted(places)[len(places) // 2],)
    )


def _is_of_figures(column: Sequence[Line]) -> bool:
    return sum(any(map(str.isdigit, cell.text)) for cell in column) >= _MOSTLY * len(column)
