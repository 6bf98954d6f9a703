"""Which kind of event a sentence tells, by the words for events and for what happened in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from db.models import Kind, Span
from importers.lexicon import Lexicon, data

_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{0,400})[\"”»]")
_TITLE_LENGTH = 22
"""A quotation of so many characters is a title or a speech; a shorter one is a name or a word."""
_OBJECT_REACH = 160
"""How far from a verb the thing that it is about is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word says of the kind of an event."""

    kind: Kind
    weight: float
    sort: str
    """`nouns`, `verbs`, or `with`: words that count only beside a verb of their kind."""


@dataclass(frozen=True, slots=True)
class KindScore:
    """How strongly a text speaks for each kind, and by which words."""

    weights: dict[Kind, float]
    words: dict[Kind, tuple[str, ...]]
    verb: bool
    """Whether a verb of any kind stands in it."""

    @property
    def best(self) -> Kind | None:
        """The kind with the greatest weight, the first of them in the order of kinds."""
        return max(self.weights, key=lambda kind: self.weights[kind]) if self.weights else None

    @property
    def strength(self) -> float:
        """The greatest weight."""
        return max(self.weights.values(), default=0.0)


@cache
def _lexicon() -> Lexicon[Cue]:
    cues: dict[str, tuple[Cue, ...]] = {}
    for kind, sorts in data("kinds").items():
        for sort, words in sorts.items():
            for word, weight in words.items():
                cues[word] = (*cues.get(word, ()), Cue(Kind(kind), float(weight), sort))
    return Lexicon(cues)


@lru_cache(maxsize=4)
def masked(text: str) -> str:
    """The text in lower case, the inside of long quotations blanked: a title or a speech tells no event of its own."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
    return _QUOTED.sub(lambda found: " " * len(found[0]) if len(found[1]) >= _TITLE_LENGTH else found[0], lower)


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The inside of long quotations in `text[start:end]`: titles of projects, speeches."""
    found = _QUOTED.finditer(text, start, end)
    return [(match.start(1), match.end(1)) for match in found if len(match[1]) >= _TITLE_LENGTH]


@lru_cache(maxsize=8)
def score_kinds(text: str) -> KindScore:
    """Weigh the words of a sentence or a heading; what stands early weighs more, and each further word of a kind less.

    A story asks for its heading again and again.
    """
    lower = masked(text)
    weights: dict[Kind, float] = {}
    words: dict[Kind, list[str]] = {}
    hits = [(start, end, cue) for start, end, cues in _lexicon().find(lower) for cue in cues]
    verbs: dict[Kind, list[int]] = {}
    for start, _, cue in hits:
        if cue.sort == "verbs":
            verbs.setdefault(cue.kind, []).append(start)
    counted: dict[tuple[Kind, str], int] = {}
    for start, end, cue in hits:
        if cue.sort == "with" and not _near(verbs.get(cue.kind, []), start):
            continue
        seen = counted.get((cue.kind, cue.sort), 0)
        counted[cue.kind, cue.sort] = seen + 1
        place = 1.0 if start < 160 else 0.6
        weights[cue.kind] = weights.get(cue.kind, 0.0) + cue.weight * place * (1.0, 0.4, 0.2)[min(seen, 2)]
        words.setdefault(cue.kind, []).append(text[start:end])
    return KindScore(weights, {kind: tuple(found) for kind, found in words.items()}, bool(verbs))


def _near(places: Sequence[int], at: int) -> bool:
    """Whether one of the ascending `places` lies near `at`."""
    index = bisect_left(places, at - _OBJECT_REACH + 1)
    return index < len(places) and places[index] < at + _OBJECT_REACH
