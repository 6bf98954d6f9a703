"""Whether a part of a sentence tells what was done or what is to come.

Each part between `which`, `that`, `and`, a semicolon and their like has its own tense: in "handed over a school, which will be run
by the county" nothing of the handing over is to come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from importers.lexicon import Cues, data

_PARTS = re.compile(r"[;:]\s|,?\s(?=(?:which|that|who|where|while|whereas|but|and)\s)")
_AHEAD = re.compile(r"\b(?:will|would|shall|to|may|can|could|should|must|might)\s+(?:not\s+)?(?:be\s+)?(?:\w+ly\s+)?\w+")
_BEHIND = re.compile(
    r"\b(?:was|were|had|has|have|been|did|held|took|met|began|came|went|gave|made|became|saw|left|drew|brought|set up|built|ran"
    r"|agreed|(?!united\b)\w{2,}[^e\W]ed)\b"
)


_DEED = (
    r"(?:(?:took|held|met|began|came|gave|made|went|spoke|ran|left|brought|told|wrote|saw|drew|sat|taught|learnt|sang|won|stood|got"
    r"|paid|sent|spent|flew|rose|set|put|read)\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bof )(?!united\b)\w{2,}ed\b(?! by\b))"
)
DEED = re.compile(rf"\b{_DEED}")
"""A verb in the past, in lower case; none is a participle before a noun, or behind what is."""
_HAPPENED = re.compile(rf"\b(?:(?:was|were|has|have|had)\b|{_DEED})")


def looks_back(sentence: str) -> bool:
    """Whether a sentence in lower case tells what happened; "handover of the renovated hall" and "is planned" do not."""
    return _HAPPENED.search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Tenses:
    """The parts of a sentence and whether each tells of what is to come (`+`), of the past (`-`), or of neither (blank)."""

    starts: tuple[int, ...]
    signs: str

    def at(self, place: int) -> str:
        """The sign of the part that holds character `place`; a part without a verb goes with the one before it."""
        for index in range(bisect_right(self.starts, place) - 1, -1, -1):
            if self.signs[index] != " ":
                return self.signs[index]
        return " "

    @property
    def planned(self) -> bool:
        """Whether the sentence as a whole announces something: its first part with a verb does."""
        return self.signs.strip()[:1] == "+"


@cache
def _planned() -> Cues:
    return Cues(data("telling")["planned"])


def announces(sentence: str, seen: frozenset[str]) -> bool:
    """Whether words for what is to come stand in a sentence in lower case, whose words are `seen`."""
    return _planned().search(sentence, seen) is not None


def tenses(sentence: str, seen: frozenset[str] | None = None) -> Tenses:
    """The tenses of a sentence in lower case; `seen` are its words, where they are known."""
    if _planned().search(sentence, seen) is None:
        return Tenses((0,), "-" if _BEHIND.search(sentence) else " ")
    starts = [0, *(found.end() for found in _PARTS.finditer(sentence))]
    signs = []
    for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True):
        part = sentence[start:end]
        bare = _planned().pattern.sub(" ", _AHEAD.sub(" ", part))
        signs.append("-" if _BEHIND.search(bare) else "+" if _planned().search(part) else " ")
    return Tenses(tuple(starts), "".join(signs))
