"""Finds many known names in a text in one pass; `places` and `funding` fill it with their names.

A name counts only as it is written (or all in capitals), between characters that are no letters or digits; the longest one
that starts first wins. Blanks in a name stand for any white space, so a name may run over a line end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from importers.lexicon import one_line, spaced_pattern

T = TypeVar("T")

_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĐİŁŚŞŠŻŽČȘȚ][\w.'’]\w*")
"""A capitalised word. A class of capitals first lets `re` skip quickly, which a leading \\b would not."""

_ALL_CAPITALS_FROM = 4
"""Shorter names are not looked for in capitals: "OSH" in a heading is an abbreviation, not a town."""


class Hit(NamedTuple, Generic[T]):
    """A name found: where it stands (characters, half open) and what it stands for."""

    start: int
    end: int
    value: T


_ODD = re.compile(r"\s\s|[^\S ]")
"""White space that is more than one blank."""


class _Bucket(Generic[T]):
    """The names that begin with one word."""

    __slots__ = ("_begun", "_further", "_lengths", "_pattern", "names")

    def __init__(self) -> None:
        self.names: dict[str, T] = {}
        self._lengths: tuple[int, ...] = ()
        """Of the names, the longest first."""
        self._begun: frozenset[str] = frozenset()
        """What stands before each blank of the names."""
        self._further: tuple[str, ...] = ()
        """The one or two characters that stand behind the first word of longer names."""
        self._pattern: re.Pattern[str] | None = None

    def longest(self, text: str, at: int, word_end: int) -> Hit[T] | None:
        """The longest name that stands at an offset."""
        if len(self.names) == 1 and (value := self.names.get(text[at:word_end])):
            return Hit(at, word_end, value)
        if not self._lengths:
            self._lengths = tuple(sorted({len(name) for name in self.names}, reverse=True))
            self._begun = frozenset(name[: blank.start()] for name in self.names for blank in re.finditer(" ", name))
            word = word_end - at
            self._further = tuple({name[word : word + 2] for name in self.names if len(name) > word})
        if not text.startswith(self._further, word_end) and _ODD.match(text, word_end) is None:
            alone = self.names.get(text[at:word_end])
            return None if alone is None else Hit(at, word_end, alone)
        odd = _ODD.search(text, at, at + self._lengths[0]) if self._begun else None
        if odd is not None and text[at : odd.start()] in self._begun:
            return self._over_lines(text, at)
        for length in self._lengths:
            name = text[at : at + length]
            if name in self.names and not _goes_on(text, at + len(name)):
                return Hit(at, at + len(name), self.names[name])
        return None

    def _over_lines(self, text: str, at: int) -> Hit[T] | None:
        """The same where a line ends among the words; its pattern takes long to make and is hardly ever needed."""
        if self._pattern is None:
            self._pattern = re.compile(rf"(?:{spaced_pattern(self.names)})(?!\w)")
        found = self._pattern.match(text, at)
        if found is None:
            return None
        return Hit(at, found.end(), self.names[one_line(found[0])])


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on at an offset."""
    return text[at : at + 1].isalnum() or text.startswith("_", at)


class Gazetteer(Generic[T]):
    """A fixed set of names and what each stands for; the first value given for a name stays."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Each name is also taken where it is written all in capitals. Values must not be false."""
        self._buckets: dict[str, _Bucket[T]] = {}
        for name, value in names:
            for form in _forms(name):
                if first := _WORD.match(form):
                    self._buckets.setdefault(first[0], _Bucket()).names.setdefault(form, value)

    def at(self, text: str, at: int) -> Hit[T] | None:
        """The longest name that begins at an offset."""
        word = _WORD.match(text, at)
        bucket = self._buckets.get(word[0]) if word else None
        return bucket.longest(text, at, word.end()) if bucket and word else None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """The names in `text` that begin between two offsets, in order, none over another."""
        find = self._buckets.get
        past = 0
        for word in _WORD.finditer(text, start, len(text) if end is None else end):
            bucket = find(word[0])
            if bucket is None:
                continue
            at = word.start()
            if at < past or (at and text[at - 1].isalnum()):
                continue
            if (found := bucket.longest(text, at, word.end())) is not None:
                past = found.end
                yield found


def _forms(name: str) -> Iterator[str]:
    plain = one_line(name).removeprefix("the ").removeprefix("The ")
    if not plain or not plain[0].isupper():
        return
    for form in dict.fromkeys((plain, plain.replace("'", "’"), _bare(plain))):
        yield form
        if len(form) >= _ALL_CAPITALS_FROM:
            yield form.upper()


def _bare(text: str) -> str:
    """Without accents: "São Tomé" is often printed "Sao Tome"."""
    if text.isascii():
        return text
    return (
        "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("ı", "i").replace("’", "'")
    )
