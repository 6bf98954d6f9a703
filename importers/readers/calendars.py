"""Calendars whose entries go on over several lines: in two columns, days at the left, beside them what happens then, or in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.lexicon import MONTH, MONTH_SHORT, MONTH_WORD
from importers.readers.printed import Line, pieces_of

DATE_LEAD = re.compile(
    # a place may stand before the days: "Entebbe, 26-30 November"
    r"[ \t]*(?:[A-Z][\w’'-]{2,}(?:[ ][A-Z][\w’'-]+){0,3},[ \t]+"
    rf"(?=\d{{1,2}}(?:st|nd|rd|th)?(?:[ \t]?[-–][ \t]?\d{{1,2}})?[ \t]+{MONTH_WORD}))?"
    rf"(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Ff]inal|[Oo]ne)[ ](?:week|half|days|weekend)[ ](?:of|in)[ ]{MONTH_WORD}"
    rf"|(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]nd|[Bb]eginning)[ -](?:of[ ])?{MONTH_WORD}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:[ \t]?(?:[-–&]|to|and)[ \t]?\d{{1,2}})?[ \t]*{MONTH_WORD}|{MONTH_WORD}\.?[ \t]+\d{{1,4}}"
    rf"|(?:{MONTH})(?=,[ ][A-ZÀ-Þ][\w’'-]+(?:[ ][A-ZÀ-Þ][\w’'-]+)?[ ][-–—][ ])"
    rf"|(?:{MONTH}|{MONTH_SHORT})(?=\.?(?:[ ]{{4,}}|[ ]*\t[ \t]*)\S|\.?[ ][–—-][ ](?!{MONTH_WORD})[A-ZÀ-Þ])"
    rf"|(?:{MONTH})(?:[ ]?[-–—][ ]?(?:{MONTH}))?(?=:[ ]\S)|(?:{MONTH})[ ]?[-–—][ ]?(?:{MONTH})(?=[ ][-–—][ ]\S|[ ]{{4,}}\S)"
    r"|(?:To[ ]be[ ](?:fixed|confirmed|announced|decided|determined|agreed)|TB[AC])(?=[ ]{2,})"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:3[01]|[12]\d|0\d)/(?:1[0-2]|0[1-9])(?=[ \t]+[\"“]?[A-ZÀ-Þ])|Q[1-4])\b"
)
"""The beginning of a line of a calendar."""
COLUMN = re.compile(rf"(?:{DATE_LEAD.pattern})[^\s]*(?:[ ]{{2,}}|[ ]?\t)")
"""The beginning of a line whose date stands in a column of its own."""
_CELLS = re.compile(r"(?P<left>\S(?:.{0,28}?\S)??)(?:[ ]{2,}|[ ]?\t[ \t]*)(?=\S)")
_HANGING = re.compile(r"[ \t]{4,}(?=\S)")
_UNFINISHED = re.compile(r"(?:[-–—/&,]|\b(?:to|and|until))$")
"""How the day of an entry ends that goes on below: "22 October -"."""
_MONTHS = frozenset(MONTH_SHORT.lower().split("|"))
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGIT = re.compile(r"\d")
_FEWEST = 3
"""Lines of a calendar."""
_DATED = 2


def entries(run: Sequence[Line]) -> tuple[Sequence[Line], list[list[Line]]]:
    """The lines above such a calendar, and those of each entry of it, where a run of lines ends in one that hangs over.

    All lines and no entry where it does not.
    """
    if len(run) < _FEWEST or (column := _column(run[-1])) is None:
        return run, []
    first = next((number for number, line in enumerate(run) if _column(line) == column), 0)
    if len(run) - first < _FEWEST or any(_column(line) != column for line in run[first:]):
        return run, []
    found: list[list[Line]] = []
    for line in run[first:]:
        left = _left(line, column)
        if not found or (left and not _goes_on(found[-1], column)):
            found.append([])
        found[-1].append(line)
    dated = sum(_has_month(" ".join(_left(line, column) for line in entry)) for entry in found)
    # where a month stands alone at the left, a number at the right is none of its days: "October    3rd fair"
    hangs = any(len(entry) > 1 or not _DIGIT.search(_left(entry[0], column)) for entry in found)
    return (run[:first], found) if hangs and dated >= _DATED and dated == len(found) else (run, [])


def is_wrapped(texts: Sequence[str], leads: Sequence[bool]) -> bool:
    """Whether lines are a calendar of one column, whose entries go on below: each begins with its day, and none in a sentence.

    `leads` says which of the lines `texts` begin with a day.
    """
    begun = [index for index, leading in enumerate(leads) if leading]
    return (
        len(begun) >= _FEWEST
        and begun[0] <= _ABOVE
        and len(begun) >= _OF_LINES * len(texts)
        and not any(LEADS_TO_DAY.search(texts[index - 1]) for index in begun if index)
    )


_ABOVE = 2
"""Lines that may stand above: a title, and the head of its columns."""
_OF_LINES = 0.3
"""The share of its lines that begin with a day."""
LEADS_TO_DAY = re.compile(
    r"\b(?:on|from|until|till|(?<!aid )(?<!unded )by|of|to|and|since|between|before|after|in"
    r"|the|following|next|same|last|this|each|every)$|[,-]$"
)
"""How a line ends that goes on in a day; "Paid by" and "Funded by" are heads of a column of donors."""


def names_of_parts(texts: Sequence[str], leads: Sequence[bool]) -> frozenset[int]:
    """The lines that name a part of a calendar whose days stand in a column, where no entry goes on: "Next quarter"."""
    if not all(COLUMN.match(text) for text, leading in zip(texts, leads, strict=True) if leading):
        return frozenset()
    return frozenset(
        index
        for index in range(1, len(texts) - 1)
        if leads[index - 1] and leads[index + 1] and not leads[index] and _PART.fullmatch(texts[index])
    )


_PART = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [\w’'-]+){0,3}:?")


def date_goes_on(before: str, text: str) -> bool:
    """Whether a date stands over the end of a line: "was opened on 14 | May 2009"."""
    return _MONTH_FIRST.match(text) is not None and _DAY_LAST.search(before) is not None


_DAY_LAST = re.compile(
    r"(?:\b(?:[Oo]n|[Oo]f|[Ff]rom|to|[Uu]ntil|till|and|[Bb]etween|[Ss]ince|[Bb]y|[Tt]he)\s(?:the\s)?|\d[-–])\d{1,2}(?:st|nd|rd|th)?$"
)
_MONTH_FIRST = re.compile(rf"[ \t]*{MONTH_WORD}\b")


def cells(entry: Sequence[Line]) -> Iterator[tuple[str, int, int]]:
    """The words of an entry, its days apart from what happens then, as `Flow.of` takes them."""
    column = _column(entry[0]) or 0
    for line in entry:
        yield from pieces_of(line._replace(end=line.start + column, text=line.text[:column]), 0, " ")
    for line, glue in zip(entry, (" | ", *(" " for _ in entry[1:])), strict=True):
        yield from pieces_of(line._replace(start=line.start + column, text=line.text[column:]), 0, glue)


def _column(line: Line) -> int | None:
    """Where the second column begins in a line; None where the line has none."""
    if "  " not in line.text and "\t" not in line.text:
        return None
    found = _HANGING.match(line.text) or _CELLS.match(line.text)
    return found.end() if found else None


def _left(line: Line, column: int) -> str:
    return line.text[:column].strip()


def _goes_on(entry: Sequence[Line], column: int) -> bool:
    return _UNFINISHED.search(_left(entry[-1], column)) is not None


def _has_month(text: str) -> bool:
    return any(word[:3].lower() in _MONTHS for word in _WORD.findall(text))
