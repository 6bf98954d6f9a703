"""Where pages begin and end in a text: their heads and feet, which come back with another number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from importers.readers.calendars import DATE_LEAD
from importers.readers.printed import Line

LABEL = 60
"""A line at a page's start that is shorter than this is the name of its section."""
_WIDE = 2 * LABEL
"""Characters of such a line, at most, with the blanks that set a part of it at the other margin."""
_FEW = 20
"""Page starts are at most one line in so many."""
_BEHIND_BLANK = re.compile(r"\n[ \t\r]*\n([^\n]{6,58})(?=\n)")
_PAGED = re.compile(r"[ \t]*(?:[^\W\d][^\d]{3,40}[ \t|]\d{1,3}|\d{1,3}[ \t|]+[^\W\d][^\d]{5,40}(?:(?:19|20)\d\d)?)[ \t\r]*")
"""A line that ends, or begins, with what may be a page's number; a year may stand at the other end."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What marks the pages of a text."""

    starts: frozenset[int]
    """Where in the raw text the first lines of pages start."""
    heads: frozenset[str]
    """The shapes of lines that come back on pages."""
    numbers: frozenset[int]
    """Where lines start that hold nothing but a page's number."""

    @classmethod
    def of(cls, raw: str) -> Pages:
        """Those of a text."""
        heads = page_heads(raw)
        return cls(page_starts(raw), heads, page_numbers(raw, heads))

    def marks(self, line: Line, *, begun: bool) -> bool:
        """Whether a line is a mark of a page: a section's name at its start or, where the text has `begun`, its head or number."""
        if line.start in self.starts and len(line.text) < LABEL:
            return True
        if not self.heads or not begun or len(line.text.strip()) >= _WIDE:
            return False
        return line.start in self.numbers or shape_of(line.text) in self.heads


def page_starts(raw: str) -> frozenset[int]:
    """Where lines stand that begin with a single blank among lines that do not: extractors put one at the start of a page."""
    found = [match.start() + 1 for match in re.finditer(r"\n (?=\S)", raw)]
    return frozenset(found) if raw.count("\n") > _FEW * max(1, len(found)) and not re.search(r"\n {2,}\S", raw) else frozenset()


def page_heads(raw: str) -> frozenset[str]:
    """The shapes of short lines at page ends that come back with another page number: "River News   4"."""
    found = Counter(
        (shape_of(match[1]), "  " in match[1].strip() or "|" in match[1] or "\t" in match[1].strip())
        for match in _BEHIND_BLANK.finditer(raw)
        if _PAGED.fullmatch(match[1]) and not DATE_LEAD.match(match[1])
    )
    top = _letters(raw[:_MASTHEAD]) if found else ""
    return (
        _page_feet(raw)
        | _behind_numbers(raw)
        | _beside_numbers(raw)
        | frozenset(
            shape
            for (shape, apart), count in found.items()
            if count >= (_AGAIN if _letters(shape) in top else _PAGES if apart else _MOST) and len(_letters(shape)) >= _NAME
        )
    )


def page_numbers(raw: str, heads: frozenset[str]) -> frozenset[int]:
    """Where lines stand that hold nothing but a page's number, right beside one of the `heads`."""
    return (
        frozenset(found.start() for found in _ALONE.finditer(raw) if not heads.isdisjoint(_neighbours(raw, found)))
        if heads
        else frozenset()
    )


def _beside_numbers(raw: str) -> frozenset[str]:
    """The shapes of short lines that come back right above or below page numbers that rise."""
    numbers: dict[str, list[int]] = {}
    for found in _ALONE.finditer(raw):
        for shape in _neighbours(raw, found):
            numbers.setdefault(shape, []).append(int(found[1]))
    return frozenset(shape for shape, pages in numbers.items() if len(_letters(shape)) >= _NAME and _rise(pages))


def _behind_numbers(raw: str) -> frozenset[str]:
    """The shapes of lines that are the same but for the page's number before them, which rises: "6   River News, May 2018"."""
    numbers: dict[str, list[int]] = {}
    for found in _NUMBER_FIRST.finditer(raw):
        if _OF_A_PAGE.search(found[2]) and not DATE_LEAD.match(found[0]):
            numbers.setdefault(found[2], []).append(int(found[1]))
    return frozenset(shape_of(f"0 {line}") for line, pages in numbers.items() if _rise(pages))


def _rise(numbers: Sequence[int]) -> bool:
    """Whether numbers are those of pages, as they follow each other."""
    return len(numbers) >= _AGAIN and all(0 < after - page <= _APART for page, after in pairwise(numbers))


def _neighbours(raw: str, number: re.Match[str]) -> set[str]:
    """The shapes of the lines right above and below a number that stands alone."""
    above, below = _ABOVE.search(raw, max(0, number.start() - _WIDE), number.start()), _BELOW.match(raw, number.end())
    return {shape for found in (above, below) if found is not None and len(shape := shape_of(found[1])) < LABEL}


_ALONE = re.compile(r"(?<![^\n])[ \t\f]*(?=\d)(\d{1,3})[ \t\r]*(?=\n)")
_ABOVE = re.compile(r"\n[ \t]*([^\n]{4,118})\n[\s]{0,8}$")
_BELOW = re.compile(r"\s{1,60}(?<=[\s])([^\s][^\n]{3,117})(?=\n)")
_APART = 4
"""Pages from one such line to the next, at most."""


def _page_feet(raw: str) -> frozenset[str]:
    """The shapes of lines at page ends that are the same but for the page's number: "River News No. 4, May 2018   7".

    They stand above a blank line, or say what they are: that of a page, of an issue, or of the newsletter itself.
    """
    numbers: dict[str, set[str]] = {}
    apart: dict[str, set[str]] = {}
    for end in _NUMBER_AT_END.finditer(raw):
        line = raw[raw.rfind("\n", 0, end.start()) + 1 : end.start()]
        if len(line.lstrip()) + len(end[1]) < LABEL and sum(map(str.isalpha, line)) >= _FEET_LETTERS:
            numbers.setdefault(line, set()).add(end[1])
            if end[2]:
                apart.setdefault(line, set()).add(end[1])
    return frozenset(
        shape_of(f"{line}0")
        for line, pages in numbers.items()
        if len(apart.get(line, ())) >= _PAGES or (len(pages) >= _AGAIN and _OF_A_PAGE.search(line))
    )


_NUMBER_FIRST = re.compile(r"(?<![^\n])[ \t\f]*(\d{1,3})[ \t|]+(?=[^\d\s])([^\n]{6,58}?)[ \t\r]*(?=\n)")
_NUMBER_AT_END = re.compile(r"(\d(?<=[ \t|].)\d{0,2})[ \t\r]*\n(?=([ \t\r\f]*\n)?)")
_OF_A_PAGE = re.compile(
    r"(?i:\bpage|\bp\.)[ \t]*$|^[ \t]*[A-Z](?=[^.;:]*$).*\b(?:19|20)\d\d[ \t|,–-]*$|\b(?:No|Nr|Issue|Vol)\.? ?\d+[ \t|,–-]*$"
)
"""How a line at a page's end goes on in its number: "River News, page", "July - September 2010", "River News No. 7"."""
_FEET_LETTERS = 6
_MASTHEAD = 600
"""Characters at the beginning of a newsletter that hold its name."""
_AGAIN, _PAGES, _MOST = 2, 3, 9
"""How often a line with a number comes back that is a page's: with the newsletter's name, with the number set apart, at all."""
_NAME = 4


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text.lower())


def shape_of(text: str) -> str:
    """A line without its case and its numbers, by which the heads and feet of pages are alike."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "0", text.strip().lower()))
