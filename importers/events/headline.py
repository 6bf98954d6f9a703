"""The heading that speaks of a unit, asked by each of its candidates how much they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from importers.events.kinds import KindScore, score_kinds
from importers.lexicon import words

_LONG = 4
"""A word of fewer letters says nothing of what a heading is about."""
_STEM = 6
"""Words that begin with the same letters, so many, are forms of one."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading, read once for all candidates of its unit."""

    text: str
    kinds: KindScore
    stems: frozenset[str]
    """How its words begin."""
    deeds: frozenset[str]
    """What it says was done, as a sentence tells it: "opened" of "Clinic opens", and of "Clinic opened"."""

    @classmethod
    def of(cls, text: str) -> Headline:
        """A heading's text, read."""
        said = words(text)
        deeds = frozenset(_done(word) for word in said if word.endswith(("s", "ed")))
        return cls(text, score_kinds(text), frozenset(_stems(said)), deeds)

    def shared(self, said: Iterable[str]) -> int:
        """How many of its words, or forms of them, are among the words of a sentence."""
        return len(self.stems.intersection(_stems(said)))

    def deed_in(self, said: Set[str]) -> bool:
        """Whether one of the words of a sentence tells as done what it tells."""
        return not self.deeds.isdisjoint(said)


def _stems(said: Iterable[str]) -> list[str]:
    return [word[:_STEM] for word in said if len(word) >= _LONG]


def _done(word: str) -> str:
    """The past of a verb in the present or the past: "opened" of "opens", "opened"."""
    return next(word.removesuffix(ending) for ending in ("ed", "es", "s") if word.endswith(ending)) + "ed"
