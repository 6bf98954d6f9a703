"""Lines with a blank line below each of them, as some extractors leave them, put together again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

_FEWEST = 12
"""Lines that a text must have."""
_USUAL, _RARE = 0.3, 0.1
"""The share of line ends that the same number of blank lines follows, at least, and of those that fewer do, at most."""
_GOES_ON = 0.2
"""The share of lines that go on in small letters, at least; paragraphs hardly ever do."""
_STOPPED = re.compile(r"[.!?:;][\"”')\]]?$")
_LINKS = ("www.", "http", "e-mail", "email", "tel")
_LINE_ENDS = re.compile(r"(?<![ \t\r])[ \t\r]*\n(?:[ \t\r]*\n)*")
_LOOK = 20_000
"""Characters at the beginning of a text that are looked at."""


def single_spaced(text: str) -> str:
    """The text without the blank line below each of its lines, longer gaps as one blank line; the same text where it has none.

    No letter is lost or changed; line ends are, and the blanks around them.
    """
    begun = text[:_LOOK]
    lines = [line for line in map(str.strip, begun.splitlines()) if line]
    if len(lines) < _FEWEST:
        return text
    gaps = Counter(gap[0].count("\n") for gap in _LINE_ENDS.finditer(begun.strip()))
    usual = min((many for many, times in gaps.items() if times > _USUAL * gaps.total()), default=1)
    fewer = sum(times for many, times in gaps.items() if many < usual)
    on = sum(_goes_on(line, below) for line, below in pairwise(lines))
    if usual == 1 or fewer > _RARE * gaps.total() or on < _GOES_ON * len(lines):
        return text
    return _LINE_ENDS.sub(lambda gap: "\n" if gap[0].count("\n") <= usual else "\n\n", text)


def _goes_on(line: str, below: str) -> bool:
    return below[0].islower() and _STOPPED.search(line) is None and not below.startswith(_LINKS)
