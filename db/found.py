"""Where the free words of a selection stand in a text, as the full text search of the store finds them.

The store's tokens (FTS5, `unicode61 remove_diacritics 2`) are runs of letters and digits, compared without case and accents; a word
is found by its beginning, a phrase as it is. `db.queries.where` asks the store; this tells people what it saw.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from db.folding import has_ligature, places, written_out
from db.selection import Selection
from db.terms import Term

Span = tuple[int, int]
"""Half-open, in characters."""

_TOKEN = re.compile(r"[^\W_]+")
_MARK = "[\u0300-\u036f]"
_MARKS = f"{_MARK}*"
"""Combining accents, which a text in decomposed form has between its letters."""
_STRAY = re.compile(rf"(?<![^\W_])(?<!{_MARK}){_MARK}+")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the words of a selection; without words, nothing."""

    pattern: re.Pattern[str] | None = None
    """For folded text without ligatures."""

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where they stand in `text`, in order and apart: of a word only as much as was asked for, but no half of a ligature."""
        if self.pattern is None:
            return ()
        spans = (found.span() for found in self.pattern.finditer(_folded(written_out(text))))
        if not has_ligature(text):
            return tuple(spans)
        at = places(text)
        return tuple((at[start], at[end - 1] + 1) for start, end in spans)


def finder(selection: Selection) -> Finder:
    """For the words and phrases that a selection asks for, not for those that it excludes."""
    return _finder(tuple(term for term in selection.terms if not term.field and not term.negated))


@lru_cache(maxsize=16)
def _finder(terms: tuple[Term, ...]) -> Finder:
    told = {one for term in terms for value in term.values if (one := _pattern(value, prefix=not term.phrase))}
    # the longest first: of two words that begin alike, the one that tells more
    return Finder(re.compile("|".join(sorted(told, key=lambda one: (-len(one), one)))) if told else None)


def _pattern(value: str, *, prefix: bool) -> str:
    """A regular expression for folded text; empty where there is nothing to look for."""
    tokens = _TOKEN.findall(_bare(_folded(written_out(value))))
    if not tokens:
        return ""
    between, after = rf"{_MARKS}(?:[^\w\u0300-\u036f]|_)+?", "" if prefix else rf"(?!{_MARKS}[^\W_]){_MARKS}"
    words = between.join(_MARKS.join(map(re.escape, token)) for token in tokens)
    return rf"(?<![^\W_])(?<!{_MARK}){words}{after}"


def _folded(text: str) -> str:
    """`text`, character for character, in lower case and without the accents that are part of its letters."""
    if text.isascii():
        return text.lower()
    # an accent that no letter carries parts words like any other sign
    return _STRAY.sub(lambda found: " " * len(found[0]), "".join(map(_plain, text)))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    small = char.lower()
    small = small if len(small) == 1 else char
    base = unicodedata.normalize("NFD", small)
    return base[0] if len(base) > 1 and all(map(unicodedata.combining, base[1:])) else small


def _bare(text: str) -> str:
    return "".join(char for char in text if not "\u0300" <= char <= "\u036f")
