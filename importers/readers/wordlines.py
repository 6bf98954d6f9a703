"""Words that stand on lines of their own, as some extractors leave them, joined to the lines that a page had."""

from __future__ import annotations

import re
from collections import Counter

from importers.lexicon import data

_FEWEST = 200
"""Words that a text must have; a shorter one may be a list."""
_ALONE, _AT_ONCE = 0.9, 0.8
"""The share of lines that are one word, and that of the words which the same number of line ends parts."""
_PROSE = (0.15, 0.7)
"""The least and the greatest share of words such as "the" and "of"; lists of names have fewer, and no text has more."""
_SMALL = frozenset(data("words")["small"])
_LINE_ENDS = re.compile(r"[ \t\r]*(?:\n[ \t\r]*)+")


def joined(text: str) -> str:
    """The text with its words in lines, paragraphs apart by blank lines; one that has lines of several words as it is.

    No letter is lost or changed; blanks and line ends are.
    """
    lines = [line for line in map(str.strip, text[:_LOOK].splitlines()) if line]
    if len(lines) < _FEWEST or sum(" " not in line for line in lines) < _ALONE * len(lines):
        return text
    gaps = Counter(gap[0].count("\n") for gap in _LINE_ENDS.finditer(text, 0, _LOOK))
    usual, times = gaps.most_common(1)[0]
    least, most = (share * len(lines) for share in _PROSE)
    if times < _AT_ONCE * gaps.total() or not least < sum(line.lower() in _SMALL for line in lines) < most:
        return text
    return _LINE_ENDS.sub(lambda gap: " " if gap[0].count("\n") <= usual else "\n\n", text)


_LOOK = 20_000
"""Characters at the beginning of a text that are looked at."""
