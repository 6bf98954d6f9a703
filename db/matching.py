"""Which milestone of a new reading is which of an earlier one, and how milestones and sources get their names.

Importers get better and newsletters get corrected, but what a person put right must stay with the milestone it was said of. All of
it works on plain values: no store, no clock, no chance.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b

from db.models import Milestone, Span

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\n[^\S\n]*\n\s*")
"""At an empty line too: else a heading would count as part of whatever a column puts behind it."""
_LINE = re.compile(r"[^\r\n]+")

_SHORTEST = 20
"""Letters and digits: what is shorter ("Thank you.") stands in any newsletter and tells none apart."""
_LONGEST = 400
"""Letters and digits: what is longer is no sentence but a list without full stops, and is taken by lines."""
_SHINGLE = 3
"""Words: fewer are shared by chance, more do not survive a word that is broken otherwise in another family of text."""
_RARE = 16
"""Milestones of one source that share a shingle; more do so by a set phrase."""


@dataclass(frozen=True, slots=True)
class Known:
    """A milestone of an earlier reading, under the uid that it keeps."""

    uid: str
    milestone: Milestone
    gone: bool = False
    """Whether the latest reading did not tell it; it may come back."""


def has_words(text: str) -> bool:
    """Whether there is a letter or digit in it."""
    return _WORD.search(text) is not None


def words(text: str) -> list[str]:
    """The words of a text, compatibility forms (ligatures of a PDF) and case made equal."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def squeeze(text: str) -> str:
    """The letters and digits of a text: what stays the same however it was set, hyphenated and spaced."""
    return "".join(words(text))


def blocks(text: str) -> list[tuple[Span, str]]:
    """The sentences of a text, or blocks of less, that are long enough to tell newsletters apart: their places, and squeezed."""
    found: list[tuple[Span, str]] = []
    begin = 0
    for end, after in [*(mark.span() for mark in _SENTENCE_END.finditer(text)), (len(text), len(text))]:
        part, at, begin = text[begin:end], begin, after
        whole = squeeze(part)
        if len(whole) <= _LONGEST:
            found.append(((at, end), whole))
        else:
            lines = ((line.span(), squeeze(line[0])) for line in _LINE.finditer(part))
            found += [((at + first, at + last), line) for (first, last), line in lines]
    return [(span, sentence) for span, sentence in found if len(sentence) >= _SHORTEST]


def sentences(text: str) -> list[str]:
    """What `blocks` finds, in order."""
    return [sentence for _, sentence in blocks(text)]


def shared(told: Sequence[str], squeezed: str, weights: Sequence[float] = ()) -> float:
    """Which part (0 to 1) of these squeezed sentences stands in that squeezed text; each counts by its weight where it has one."""
    each = weights or [1.0] * len(told)
    whole = sum(each)
    if not (whole and any(told)):
        return 0.0
    return sum(weight for sentence, weight in zip(told, each, strict=True) if sentence in squeezed) / whole


def token(*parts: str) -> str:
    """Ten characters of lower-case base32 (RFC 4648) that stand for these texts."""
    digest = blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return b32encode(digest).decode("ascii").lower()[:10]


def make_uid(milestone: Milestone, equals: int) -> str:
    """The uid of a milestone met for the first time: of its evidence (else its title), its date, its number among equals."""
    told = milestone.evidence.quote if milestone.evidence else milestone.title
    return token(squeeze(told), milestone.when.edtf, str(equals))


def name_new(milestones: Sequence[Milestone], taken: Callable[[Sequence[str]], Set[str]]) -> list[str]:
    """A free uid for each of these, in order; `taken` says which of some are in use."""
    first = [make_uid(milestone, 0) for milestone in milestones]
    used = set(taken(first))
    given: list[str] = []
    for milestone, uid in zip(milestones, first, strict=True):
        equals = 0
        while uid in used or (equals and taken([uid])):
            equals += 1
            uid = make_uid(milestone, equals)  # noqa: PLW2901
        used.add(uid)
        given.append(uid)
    return given


def match(old: Sequence[Known], new: Sequence[Milestone]) -> dict[int, str]:
    """One to one, which of `new` (by index) is which of `old` (its uid): by most evidence shared, then dates, then kind.

    A pair must share at least half of the shorter quote, and its dates overlap or its kinds agree; one that shares only its
    evidence is taken where neither has another partner. Equal ones are paired in order. Gone ones come after those still told.
    """
    taken = _match_equal(old, new)
    used = set(taken.values())
    pairs = _pairs(
        [(index, known) for index, known in enumerate(old) if index not in used],
        [(index, milestone) for index, milestone in enumerate(new) if index not in taken],
    )
    for pair in sorted(pairs):
        if pair.alike and pair.new not in taken and pair.old not in used:
            taken[pair.new] = pair.old
            used.add(pair.old)
    left = [pair for pair in pairs if pair.new not in taken and pair.old not in used]
    partners = Counter(("new", pair.new) for pair in left) + Counter(("old", pair.old) for pair in left)
    for pair in left:
        if partners["new", pair.new] == partners["old", pair.old] == 1:
            taken[pair.new] = pair.old
    return {index: old[known].uid for index, known in sorted(taken.items())}


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    """How well two fit; the lesser pair fits better."""

    evidence: int
    dates: int
    kinds: int
    gone: bool
    unlike: float
    """1 minus the shared part of both quotes: prefers the quote that is not a sentence longer."""
    old: int
    new: int

    @property
    def alike(self) -> bool:
        return self.dates < 0 or self.kinds < 0


def _match_equal(old: Sequence[Known], new: Sequence[Milestone]) -> dict[int, int]:
    """Those that say the same in the same words, the first with the first: most of every re-reading."""
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in sorted(range(len(old)), key=lambda index: (old[index].gone, index), reverse=True):
        waiting[_face(old[index].milestone)].append(index)
    taken: dict[int, int] = {}
    for index, milestone in enumerate(new):
        if milestone.evidence and (same := waiting.get(_face(milestone))):
            taken[index] = same.pop()
    return taken


def _face(milestone: Milestone) -> tuple[str, ...]:
    quote = milestone.evidence.quote if milestone.evidence else ""
    return quote, milestone.when.edtf, milestone.kind, milestone.title


def _pairs(old: Iterable[tuple[int, Known]], new: Iterable[tuple[int, Milestone]]) -> list[_Pair]:
    """Every two that share enough evidence, found by the shingles that they share."""
    holders: dict[str, list[int]] = defaultdict(list)
    knowns: dict[int, tuple[Known, set[str]]] = {}
    for index, known in old:
        marks = _shingles(known.milestone)
        knowns[index] = known, marks
        for mark in marks:
            holders[mark].append(index)
    pairs: list[_Pair] = []
    for index, milestone in new if knowns else ():
        marks = _shingles(milestone)
        found = [holders[mark] for mark in marks if mark in holders]
        # Set phrases stand in every second quote; what is rare leads to the same milestones with far less work.
        rare = [some for some in found if len(some) <= _RARE]
        for holder in {holder for some in rare or found for holder in some}:
            known, theirs = knowns[holder]
            count = len(marks & theirs)
            part = count / min(len(theirs), len(marks))
            if part >= 0.5:
                spread = count / len(marks | theirs)
                pairs.append(_Pair(*_fit(known, milestone, part), known.gone, 1 - spread, holder, index))
    return pairs


def _fit(known: Known, milestone: Milestone, part: float) -> tuple[int, int, int]:
    """Evidence, dates and kinds of a pair, given which part of the shorter quote the two share."""
    before, after = known.milestone.when, milestone.when
    same = (before.days, before.precision) == (after.days, after.precision)
    dates = 2 if same else int(before.overlaps(after))
    # In steps: a word that one family of text breaks otherwise must not outweigh the date.
    evidence = 3 if part >= 0.8 else 2 if part >= 0.65 else 1
    return -evidence, -dates, -int(known.milestone.kind is milestone.kind)


def _shingles(milestone: Milestone) -> set[str]:
    if not milestone.evidence:
        return set()
    told = words(milestone.evidence.quote)
    return {" ".join(told[at : at + _SHINGLE]) for at in range(max(1, len(told) - _SHINGLE + 1))} if told else set()
