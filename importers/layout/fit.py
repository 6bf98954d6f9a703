"""How well two halves of a torn sentence go together, by the words, the quotation marks and the brackets at the seam."""

from __future__ import annotations

import re
from collections.abc import Set

from importers.lexicon import data

_WORDS = data("words")["seam"]
_DETERMINERS, _PREPOSITIONS, _PARTICLES, _HAVING, _BEING, _MODALS, _JOINING, _RELATIVE, _SUBJECTS = (
    frozenset(_WORDS[name])
    for name in ("determiners", "prepositions", "particles", "having", "being", "modals", "joining", "relative", "subjects")
)
_FINITE = _HAVING | _BEING | _MODALS
_FUNCTION = _DETERMINERS | _PREPOSITIONS | _PARTICLES | _FINITE | _RELATIVE | _SUBJECTS | {"not"}
_NEVER_BEHIND = (
    (_DETERMINERS, (_FINITE - {"being"}) | _JOINING | _RELATIVE | _SUBJECTS | (_PREPOSITIONS - {"under", "within"}) | {"there"}),
    (
        _PREPOSITIONS,
        _FINITE - {"being", "having"} | _JOINING | _SUBJECTS | (_PREPOSITIONS - {"between", "among", "within", "under", "of"}),
    ),
    (_MODALS, _DETERMINERS | _PREPOSITIONS | _MODALS | _JOINING | {"is", "are", "was", "were", "has", "had", "been"}),
    (_JOINING, _JOINING),
)
"""Words, and those that none of them stands before."""
REFUSED, SURE = -2, 6
"""Halves that fit so badly are none of the same sentence; they make up a word that stands elsewhere."""
_LAST, _FIRST = re.compile(r"([^\W\d_]*)([-,]?)$"), re.compile(r"\W{0,2}([^\W\d_]+)")
_SEAM = 400
"""Characters on each side of a seam that are looked at."""


def fit(left: str, right: str, known: Set[str]) -> int:
    """How well a text that begins in mid-sentence goes on from one that ends so, from -3 to 6; 0 where nothing tells.

    `known` are the words of the newsletter.
    """
    left, right = left[-_SEAM:], right[:_SEAM]
    last, first = _LAST.search(left, left.rfind(" ") + 1), _FIRST.match(right)
    if last is None or first is None:
        return 0
    before, behind = last[1].lower(), first[1].lower()
    if last[2] == "-":
        return _of_one_word(before, behind, known)
    value = _enclosed(left, right)
    if value < 0:
        # a speech may have begun long before
        return -1
    if last[2] == ",":
        return value + (behind in _RELATIVE or behind in _JOINING or behind in _PREPOSITIONS)
    if before in _FUNCTION or before in _JOINING:
        if any(before in words and behind in never for words, never in _NEVER_BEHIND):
            return -3
        return value + (before in _DETERMINERS or (before in _PREPOSITIONS and behind in _DETERMINERS))
    return value + (behind in _PREPOSITIONS or behind in _FINITE or behind in _JOINING or behind in _PARTICLES)


def _of_one_word(before: str, behind: str, known: Set[str]) -> int:
    """How well the halves of a broken word go together."""
    if before + behind in known:
        return SURE
    return -3 if behind in _FUNCTION else 0


def _enclosed(left: str, right: str) -> int:
    """2 where the right half closes what the left one opens, -2 where it closes what that does not, else 0."""
    value = 0
    for opening, closing in ("“”", "«»", "()"):
        at, again = right.find(closing), right.find(opening)
        if at >= 0 and (again < 0 or at < again):
            value += 2 if left.rfind(opening) > left.rfind(closing) else -2
    return value


_CLOSING = 40
"""Characters at the end of a paragraph among which its full stop stands."""

_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$|[.!?…]?[\"'”’»)\]]\d{0,2}$")
_LINKS = tuple(data("words")["links"])
"""How what is printed of a story ends that goes on elsewhere."""
_CLOSERS = frozenset(".!?:;…\"'”’»)]")
_QUOTES = frozenset('"”»')


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    last = text[-1:]
    if last > "\u0250" and last.isalpha():
        # words in another script stand by themselves, and their sentences end without a full stop
        return True
    if text.rstrip(" >→›").endswith(_LINKS):
        return True
    if last in _QUOTES and text[-2:-1].isalpha():
        # a name in quotation marks ends no sentence, what somebody said may
        return text[:1] in _QUOTES
    # most texts end in a letter or a full stop; only a figure can be a note's behind it
    return last in _CLOSERS if not last.isdigit() else _CLOSED.search(text, max(0, len(text) - _CLOSING)) is not None
