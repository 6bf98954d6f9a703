"""Texts that a pattern allows, so that a test can ask of each whether the words by which such texts are known stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any


def allowed(pattern: str) -> Iterator[str]:
    """Texts that hold a pattern: each of its alternatives stands in one of them, beside the first of all the others.

    What may be left out stands in some of them and is left out of others.
    """
    found = re.compile(pattern).search
    return filter(found, dict.fromkeys(text for full in (False, True) for text in _sequence(_parser.parse(pattern), full=full)))


def _sequence(parts: Sequence[Any], *, full: bool) -> list[str]:
    """The ways through parts one behind the other: one of them goes another way at a time, or two that make one word."""
    ways = [_ways(sort, value, full=full) for sort, value in parts]
    first = [way[0] for way in ways]
    made = ["".join(first)]
    for at, way in enumerate(ways):
        made += ["".join((*first[:at], other, *first[at + 1 :])) for other in way[1:]]
    for at, (left, right) in enumerate(pairwise(ways)):
        joined = (one + other for one in left[1:] for other in right[1:] if one[-1:].isalpha() and other[:1].isalpha())
        made += ["".join((*first[:at], one, *first[at + 2 :])) for one in joined]
    return made


def _ways(sort: Any, value: Any, *, full: bool) -> list[str]:
    if sort is sre.LITERAL:
        return [chr(value)]
    if sort is sre.IN:
        return _characters(value)
    if sort is sre.BRANCH:
        return [text for branch in value[1] for text in _sequence(branch, full=full)]
    if sort is sre.SUBPATTERN:
        return _sequence(value[3], full=full)
    if sort is sre.ASSERT:
        return _sequence(value[1], full=full)
    if sort in {sre.MAX_REPEAT, sre.MIN_REPEAT}:
        return _repeated(value[0], _sequence(value[2], full=full), full=full)
    return [{sre.NOT_LITERAL: " ", sre.ANY: "’", sre.GROUPREF: "by"}.get(sort, "")]


def _characters(items: Sequence[Any]) -> list[str]:
    """All that a class lists; or one that stands for a range, and a blank for all but some."""
    if items[0][0] is sre.NEGATE:
        return [next(mark for mark in " x" if not any(_holds(item, mark) for item in items))]
    if all(sort is sre.LITERAL for sort, _ in items):
        return [chr(code) for _, code in items]
    return [next(mark for mark in "xX1 " if any(_holds(item, mark) for item in items))]


def _holds(item: Any, mark: str) -> bool:
    """Whether a character belongs to a part of a class."""
    sort, value = item
    if sort is sre.RANGE:
        return bool(value[0] <= ord(mark) <= value[1])
    return re.match(_CATEGORIES[value], mark) is not None if sort is sre.CATEGORY else bool(value == ord(mark))


_CATEGORIES = {sre.CATEGORY_SPACE: r"\s", sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W"}


def _repeated(least: int, once: Sequence[str], *, full: bool) -> list[str]:
    if once[0] == " ":
        return [" " * max(least, 1)]
    some = [text * max(least, 1) for text in once]
    if least:
        return some
    return [*some, ""] if full else ["", *some]
