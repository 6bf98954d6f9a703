"""Cue words as data: find the words and phrases of a list in a text, the longest first, each with what it stands for."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Generic, TypeVar

from db.when import MONTHS

Payload = TypeVar("Payload")

DATA = Path(__file__).parent / "data"
"""Word lists, names and cues, as files."""


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of the importers, read once; `name` is without `.toml`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


SEVERAL = {word: number for number, word in enumerate(data("dates")["numbers"]["cardinal"], 1) if number > 1}
"""The numbers in words of more than one, up to twenty."""
MONTH = "|".join(MONTHS)
"""The months as alternatives of a pattern."""
A_MONTH = re.compile(rf"\b(?:{MONTH})\b")
"""The name of a month."""
MONTH_NAMES = MONTH.lower()
"""The same in lower case."""
MONTH_SHORT = "|".join(month[:3] for month in MONTHS)
"""The same cut short, as in "3 Sep"."""
MONTH_WORD = rf"(?:(?:{MONTH_SHORT})[a-z]{{0,6}}|(?:{MONTH_SHORT.upper()})[A-Z]{{0,6}})"
"""A month as it is printed, whole or cut short, or in capitals, as a part of a pattern."""
MISSION = r"(?:Embassy|High\sCommission|Consulate(?:[\s-]General)?|Delegation|Permanent\sMission|(?:Co-?operation|Liaison)\sOffice)"
"""What represents a country in another one, as a part of a pattern."""
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)) + bytes([32]) * 128
_MONEY = "$€£¥"


def words(text: str) -> frozenset[str]:
    """The words of a text in lower case: runs of the letters a to z, and signs of currencies.

    By them a list of cues tells at once that none of its own stands in the text.
    """
    found = text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()
    found += [sign for sign in _MONEY if sign in text]
    return frozenset(found)


def one_line(text: str) -> str:
    """A text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


class Cues:
    """A list of words and phrases in lower case, asked for in many sentences that mostly hold none of them.

    A slash parts words that may stand in one place: "is/are due".
    """

    def __init__(self, cues: Iterable[str]) -> None:
        listed = [spelling for cue in cues for spelling in _spellings(cue)]
        self.pattern = word_list(listed)
        self._by_word: dict[str, list[frozenset[str]]] = {}
        """The words of each cue of several, by the one of them that fewest cues hold."""
        self._always = False
        """Whether one of them has no word that is whole."""
        whole = [words(" ".join(word for word in cue.split() if "*" not in word)) for cue in listed]
        held = Counter(word for own in whole for word in own)
        for own in whole:
            if not own:
                self._always = True
            elif len(own) > 1:
                self._by_word.setdefault(min(own, key=lambda word: (held[word], -len(word), word)), []).append(own)
        self._telling = frozenset(self._by_word)
        self._alone = frozenset().union(*(own for own in whole if len(own) == 1))

    def search(self, text: str, seen: frozenset[str] | None = None) -> re.Match[str] | None:
        """The first of them in `text`, which must be in lower case; `seen` are its words, where they are known."""
        if seen is None or self._always or not self._alone.isdisjoint(seen) or self._may_stand(seen):
            return self.pattern.search(text)
        return None

    def _may_stand(self, seen: frozenset[str]) -> bool:
        for word in self._telling & seen:
            for own in self._by_word[word]:
                if own <= seen:
                    return True
        return False


@cache
def cues(table: str, name: str) -> Cues:
    """The cues of a list of a data file."""
    return Cues(data(table)[name])


def _spellings(cue: str) -> Iterator[str]:
    """The phrases that a cue stands for: "is/are due" for two."""
    return map(" ".join, product(*(word.split("/") for word in cue.split(" "))))


class Phrase:
    """A pattern that is asked for in many sentences, few of which hold any of its words."""

    def __init__(self, words: str, pattern: str) -> None:
        """Each text that holds the pattern has one of the `words`, a list apart by blanks: the rest need not be searched."""
        self.words = frozenset(words.split())
        self.pattern = re.compile(pattern)

    def search(self, text: str, seen: frozenset[str], *span: int) -> re.Match[str] | None:
        """The first place in `text`, or in a span of it, where it stands; `seen` are the words that stand there."""
        return None if self.words.isdisjoint(seen) else self.pattern.search(text, *span)


class Lexicon(Generic[Payload]):
    """Cues in lower case, each with payloads; `*` at a cue's end stands for any letters to the end of the word."""

    def __init__(self, cues: Mapping[str, tuple[Payload, ...]]) -> None:
        self._exact = {cue: payloads for cue, payloads in cues.items() if not cue.endswith("*")}
        self._open = {cue[:-1]: payloads for cue, payloads in cues.items() if cue.endswith("*")}
        self._pattern = word_list(cues)

    def find(self, text: str) -> list[tuple[int, int, tuple[Payload, ...]]]:
        """`(start, end, payloads)` of each cue in `text`, which must be in lower case; none overlaps another."""
        return [(found.start(), found.end(), self._payloads(found[0])) for found in self._pattern.finditer(text)]

    def _payloads(self, word: str) -> tuple[Payload, ...]:
        """Those of the cue, else of the longest that is open at its end and begins so."""
        if (payloads := self._exact.get(word)) is not None:
            return payloads
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


def spaced_pattern(words: Iterable[str]) -> str:
    """The same for texts as they are printed, where a blank may be any white space, a line end among it."""
    return trie_pattern(words).replace(r"\ ", r"\s+")


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


DEEDS = spaced_pattern(data("words")["deeds"])
"""What is done to a thing, as participles: a pattern."""
DOINGS = spaced_pattern(data("words")["doings"])
"""The same of what takes place."""
DEEDS_TOLD = r"(?:activities|actions|events|interventions|measures|trainings|courses|seminars|workshops|work|achievements|results)"
"""What a newsletter calls all that it tells of, as a part of a pattern."""
