"""Words that a line end breaks: where a hyphen is part of the word, and where it only stands for the break."""

from __future__ import annotations

import re

from importers.lexicon import data

_HYPHENS = frozenset("-\u2010\u2011")
_PREFIXES = frozenset(data("words")["prefixes"])
"""Words that keep their hyphen where a line ends in it."""
_AHEAD = re.compile(r"\s*(\w{1,40})")


def words_of(raw: str) -> frozenset[str]:
    """The words of a text in lower case, where it has line ends in mid-word that make them worth knowing."""
    return (
        # each printed word is looked at once, however often it stands in the text
        frozenset(map(str.lower, re.findall(r"[^\W\d_]{3,}(?:-[^\W\d_]{2,})*", " ".join(set(raw.split())))))
        if re.search(r"[-\u2010\u2011]\s*[\r\n]", raw)
        else frozenset()
    )


def hyphen_cut(raw: str, piece: tuple[str, int, int], following: str, known: frozenset[str]) -> int | None:
    """Where a piece whose last word goes on in the next line ends: before its hyphen, or after one that belongs to the word.

    None where the piece ends no broken word. A word keeps its hyphen after a prefix that takes one, before a capital and
    between digits, unless the joined word stands elsewhere in the text.
    """
    _, start, end = piece
    if raw[end - 1] not in _HYPHENS or end - start < 2 or not raw[end - 2].isalnum():
        return None
    ahead = _AHEAD.match(following)
    if ahead is None:
        return None
    before = re.search(r"\w+$", raw[max(start, end - 40) : end - 1])
    left, right = before[0] if before else "", ahead[1]
    if (left + right).lower() in known:
        return end - 1
    if not right[0].islower() or left.isdigit():
        return end
    if left.lower() in _PREFIXES or f"{left}-{right}".lower() in known:
        return end
    return end - 1
