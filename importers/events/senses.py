"""Which of its senses a word has, by what stands beside it: "released a report", "released prisoners", "released ten million"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from db.models import Kind
from importers.lexicon import data

_BEFORE, _BEHIND = 200, 110
"""How far to either side of a word its sense is told, in characters."""
_ADVERBS = r"also|already|just|only|now|then|again|all|both|finally|first|newly|who|that|which|\w+ly"
_AUXILIARIES = rf"(?:\s(?:{_ADVERBS}|has|have|had|was|were|is|are|be|been|being|to|will|could))*\s$"
_PASSIVE = rf"\s(?:(?:{_ADVERBS}|has|have|had|to|will|could)\s){{0,3}}(?:was|were|is|are|be|been|being)(?:\s(?:{_ADVERBS}))*\s$"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word tells where certain others stand around it."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    kind: Kind | None
    """None where it tells of no event."""
    weight: float

    def fits(self, lower: str, start: int, end: int) -> bool:
        """Whether the others are there, around the word at `start` to `end` of a text in lower case."""
        if self.behind is not None and self.behind.match(lower, end, end + _BEHIND) is None:
            return False
        return self.before is None or self.before.search(lower, max(0, start - _BEFORE), start) is not None


def sense_of(lower: str, start: int, end: int) -> Sense | None:
    """The sense that the cue at `start` to `end` has there; None where it tells what it always does."""
    found = _listed(lower[start:end])
    if found is None:
        return None
    word, listed = found
    return next((sense for sense in listed if sense.fits(lower, end - word, end)), None)


@lru_cache(maxsize=1024)
def _listed(cue: str) -> tuple[int, tuple[Sense, ...]] | None:
    """The length of the word of a cue that has senses, and these: of "opened" in "was opened"."""
    known = _known()
    last = cue.rpartition(" ")[2]
    word = next((word for word in (cue, last, last.removesuffix("s")) if word in known), None)
    return None if word is None else (len(word if word != last.removesuffix("s") else last), _senses(word))


@cache
def _senses(word: str) -> tuple[Sense, ...]:
    return tuple(map(_sense, _known()[word]))


@cache
def _known() -> dict[str, list[dict[str, Any]]]:
    """The senses of each word; one that several have is told once for all of them."""
    known: dict[str, list[dict[str, Any]]] = {}
    for words, senses in data("senses").items():
        for word in words.split(", "):
            known.setdefault(word, []).extend(senses)
    return known


def _sense(listed: dict[str, Any]) -> Sense:
    before, behind, kind = (listed.get(key) for key in ("before", "behind", "kind"))
    ending = _PASSIVE if listed.get("passive") else _AUXILIARIES
    return Sense(
        re.compile(f"(?:{before}){ending}") if before else None,
        re.compile(behind) if behind else None,
        Kind(kind[0]) if kind else None,
        float(kind[1]) if kind else 0.0,
    )
