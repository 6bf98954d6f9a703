"""Cue words as data: find the words and phrases of a list in a text, the longest first, each with what it stands for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

Payload = TypeVar("Payload")


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of this package, read once; `name` is without `.toml`."""
    return tomllib.loads(files("importers").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


_WORD = re.compile(r"\w+")
_PART = re.compile(r"(\w+)(\*?)")
_STEM = 4


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """The words of a text; several lists are asked about one sentence after the other."""
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=4)
def _stems(text: str) -> frozenset[str]:
    """How its words begin."""
    return frozenset([word[:_STEM] for word in _words(text)])


class _Sieve:
    """Says quickly that a text holds none of some cues: of each cue its longest word is looked for alone."""

    def __init__(self, cues: Iterable[str]) -> None:
        parts = [max(_PART.findall(cue), key=lambda part: len(part[0]), default=("", "*")) for cue in cues]
        self._exact = frozenset(word for word, star in parts if not star)
        self._open = frozenset(word[:_STEM] for word, star in parts if star)
        self._tells = all(len(word) >= _STEM for word, star in parts if star)

    def lets_pass(self, text: str) -> bool:
        """Whether one of them may stand in it."""
        return not (
            self._tells and self._exact.isdisjoint(_words(text)) and (not self._open or self._open.isdisjoint(_stems(text)))
        )


class Cues:
    """A list of words and phrases in lower case, asked for in many sentences that mostly hold none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = list(words)
        self._sieve = _Sieve(listed)
        self._pattern = word_list(listed)

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them in `text`, which must be in lower case."""
        return self._pattern.search(text) if self._sieve.lets_pass(text) else None


class Lexicon(Generic[Payload]):
    """Cues in lower case, each with payloads; `*` at a cue's end stands for any letters to the end of the word."""

    def __init__(self, cues: Mapping[str, tuple[Payload, ...]]) -> None:
        self._exact = {cue: payloads for cue, payloads in cues.items() if not cue.endswith("*")}
        self._open = {cue[:-1]: payloads for cue, payloads in cues.items() if cue.endswith("*")}
        self._pattern = word_list(cues)
        self._sieve = _Sieve(cues)

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Payload, ...]]]:
        """`(start, end, payloads)` of each cue in `text`, which must be in lower case; none overlaps another."""
        for found in self._pattern.finditer(text) if self._sieve.lets_pass(text) else ():
            yield found.start(), found.end(), self._payloads(found[0])

    def _payloads(self, word: str) -> tuple[Payload, ...]:
        if word in self._exact:
            return self._exact[word]
        for length in range(len(word), 0, -1):
            if word[:length] in self._open:
                return self._open[word[:length]]
        raise AssertionError(word)


def word_list(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these words or phrases, for texts in lower case."""
    return re.compile(rf"(?<!\w)(?:{trie_pattern(words)})(?!\w)")


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, built as a trie so that a text is read in one pass."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    if set(node) <= {""}:
        return ""
    options = []
    for character in sorted(node):
        if character == "":
            continue
        options.append(r"\w*" if character == "*" else re.escape(character) + _branch(node[character]))
    # what goes on is tried before what may end, so that the longest wins
    options.sort(key=lambda option: option == r"\w*")
    inner = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    if "" in node:
        return f"(?:{inner})?"
    return inner
