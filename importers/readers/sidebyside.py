"""Columns that a text prints side by side, as extractors do that keep the layout of a page, put one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from db.models import Span

_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_INDENT = 18
"""Blanks that a line of the right column alone begins with, at least."""
_FEWEST = 5
"""Lines that print both columns, at least."""
_WORDS, _RUNNING = 3, 0.25
"""Words of a line of prose, and the share of its lines that begin in mid-sentence; cells of tables have fewer."""
_MOSTLY = 0.4
"""The share of lines that print both columns, or only the right one, up to the last of these."""
_SPACED, _STRAIGHT = 2, 0.7
"""Blanks between the words of lines that are spaced out to one width; columns that stand no farther apart begin at the same
character in so many of their lines."""
_WANDERS = 6
"""How far a gutter may wander, in characters."""
_DOUBLE = 2
"""Blank lines that end all columns."""
_LONGEST = 160
"""Lines of a page."""
_NARROWEST, _WIDEST = 30, 400
"""Characters of a line that prints two columns."""
_TRIES = 8
"""Lines of a page from which its columns may begin that are asked whether they do."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line, and where its left part ends and its right part begins; both at its end where it has only a left part."""

    text: str
    left: int
    right: int

    @property
    def both(self) -> bool:
        """Whether both columns are printed."""
        return 0 < self.left < self.right < len(self.text)


def unfolded(text: str) -> str:
    """The text with columns that stand side by side put one below the other; all others as they are.

    No letter is lost or changed; blanks around the columns are.
    """
    if "  " not in text:
        return text
    lines = text.splitlines(keepends=True)
    found: list[str] = []
    at = 0
    for start, end, cuts in _folded(lines):
        found.extend(lines[at:start])
        found.extend(f"{cut.text[: cut.left].rstrip()}\n" for cut in cuts)
        found.append("\n")
        found.extend(f"{cut.text[cut.right :].rstrip()}\n" for cut in cuts)
        found.append("\n")
        at = end
    return "".join((*found, *lines[at:])) if at else text


def _folded(lines: Sequence[str]) -> Iterator[tuple[int, int, list[_Cut]]]:
    """The runs of lines that print two columns, half-open, and how each of their lines is cut."""
    gaps = [_gaps(line) for line in lines]
    at = tried = 0
    end = -1
    while at < len(lines):
        if len(gaps[at]) != 1:
            at += 1
            continue
        if at >= end:
            end, tried = _page(lines, at), 0
        cuts = _cut([line.rstrip() for line in lines[at:end]], gaps[at:end])
        tried += 1
        if cuts:
            yield at, at + len(cuts), cuts
            at, end = at + len(cuts), -1
        else:
            # of a page that has none, not each line is asked
            at = at + 1 if tried < _TRIES else end


def _gaps(line: str) -> list[Span]:
    """Where blanks divide a line, without those around it."""
    return [gap.span() for gap in _GAP.finditer(line.rstrip())] if _NARROWEST <= len(line) <= _WIDEST else []


def _page(lines: Sequence[str], start: int) -> int:
    """Where the lines end that no two blank lines part, nor the end of a page."""
    blank = 0
    for index in range(start, min(len(lines), start + _LONGEST)):
        blank = 0 if lines[index].strip() else blank + 1
        if blank == _DOUBLE:
            return index
        if lines[index].endswith("\f"):
            return index + 1
    return min(len(lines), start + _LONGEST)


def _cut(texts: Sequence[str], gaps: Sequence[Sequence[Span]]) -> list[_Cut]:
    """How the first of some lines are cut that print two columns of prose; none where they do not."""
    usual = [found[0][1] for found in gaps if len(found) == 1]
    if len(usual) < _FEWEST:
        return []
    gutter = int(median(usual))
    cuts = [_of_line(text, found, gutter) for text, found in zip(texts, gaps, strict=True)]
    widest = max((cut.left for cut in cuts if cut.both), default=0)
    across = next((place for place, cut in enumerate(cuts) if not cut.both and cut.left > widest + 1), len(cuts))
    cuts = _above(cuts[:across]) if across < len(cuts) else cuts
    last = max((place for place, cut in enumerate(cuts) if cut.right < len(cut.text)), default=-1) + 1
    both = [cut for cut in cuts if cut.both]
    printed = [cut for cut in cuts[:last] if cut.text]
    if not both or len(both) < max(_FEWEST, _MOSTLY * len(printed)) or not cuts[0].both:
        return []
    straight = max(Counter(cut.right for cut in both).values())
    if median(cut.right - cut.left for cut in both) <= _SPACED and straight < _STRAIGHT * len(both):
        return []
    sides = [cut.text[: cut.left] for cut in both], [cut.text[cut.right :] for cut in both]
    return cuts if _is_prose(*sides) else []


def _of_line(text: str, gaps: Sequence[Span], gutter: int) -> _Cut:
    """How a line is cut where the right column begins at about character `gutter`; where lines end as words do, it wanders."""
    begins = len(text) - len(text.lstrip())
    if begins >= _INDENT and abs(begins - gutter) <= _WANDERS:
        return _Cut(text, 0, begins)
    near = min(gaps, key=lambda gap: abs(gap[1] - gutter), default=None)
    if near is not None and (abs(near[1] - gutter) <= _WANDERS or (len(gaps) == 1 and near[1] <= gutter < len(text) - _WANDERS)):
        return _Cut(text, *near)
    return _Cut(text, len(text), len(text))


def _above(cuts: list[_Cut]) -> list[_Cut]:
    """Some lines without those right above a line across both columns: its paragraph, or the heading of that."""
    end = len(cuts)
    while end and cuts[end - 1].text and cuts[end - 1].right == len(cuts[end - 1].text):
        end -= 1
    if end == len(cuts):
        # a blank line, and what may be a heading above it
        while end and not cuts[end - 1].text:
            end -= 1
        if end > 1 and not cuts[end - 2].text and cuts[end - 1].right == len(cuts[end - 1].text):
            end -= 1
    return cuts[:end]


def _is_prose(*columns: Sequence[str]) -> bool:
    """Whether the lines of columns are sentences rather than cells."""
    lines = [line for column in columns for line in column]
    running = sum(line[:1].islower() for line in lines)
    return running >= _RUNNING * len(lines) and all(median(len(line.split()) for line in column) >= _WORDS for column in columns)
