"""Which kind of event a sentence tells, by the words for events and for what happened in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from db.models import Kind
from importers.lexicon import Lexicon, data
from importers.sentences import masked

_OBJECT_REACH = 160
"""How far from a verb the thing that it is about is looked for, in characters."""
_OBJECT = 48
"""How far behind a verb its object begins, in characters."""
_GATHERED = frozenset({Kind.TRAINING, Kind.MEETING})
_EARLY = 160
"""What stands within so many characters of the beginning weighs more."""
_CONTEXT = re.compile(
    r"(?:^|[,;]\s)(?:(?:as a |in )?follow(?:ing|-?up)(?: to| of)?|in the run-up to|ahead of|prior to|in preparation (?:for|of)"
    r"|(?:on|at|in) the (?:margins|sidelines|fringes|eve) of|as (?:agreed|decided|recommended|proposed) (?:at|by|during))\s"
    r"(?:(?:the|this|that|its|these|a)\s)?(?:[\w-]+\s){0,2}$"
)
"""What stands at the beginning of a part of a sentence before something that happened at another time."""
_CONTEXT_REACH = 60
_MORE = (1.0, 0.4, 0.2)
"""What the first word of a kind counts, the second, and each further one."""


class Cue(NamedTuple):
    """What a word says of the kind of an event."""

    kind: Kind
    weight: float
    sort: str
    """`nouns`, `verbs`, or `with`: words that count only beside a verb of their kind."""
    light: bool = False
    """Whether it is a verb that says little beside its object."""


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


_NAMED_DAY = re.compile(
    r"\b(?:World|International|Global|European|African)\s(?:(?:[A-Z][\w’'-]*|of|for|against|on|and|the|in)\s){1,6}?Day\b"
)
_OBSERVANCE = Cue(Kind.CAMPAIGN, 1.6, "nouns")
"""What a named day counts, "World Soil Day", that no list has."""
_SUMS = tuple(data("cues")["sets"]["SUMS"])
"""One of these stands in a sentence of money: signs, codes and names of currencies."""
_CURRENCY = rf"(?:{'|'.join(word for word in _SUMS if word.isalpha() and not word.endswith('illion'))})"
_GIVES = re.compile(
    r"\b(?:provid(?:e[sd]?|ing)(?! for\b)|(?:contribut|allocat|donat|announc)(?:e[sd]?|ing)|grant(?:s|ed)|giv(?:es|ing)|gave"
    r"|commits|committed|approved|(?:disburs|releas)(?:es|ed|ing)|invest(?:s|ed|ing))\b"
    rf"[^.;]{{0,90}}?(?:[$€£¥]\s?\d|\b{_CURRENCY}\s?\d|\d[\d.,]*\s(?:[mb]illion\s)?(?:us\s|u\.s\.\s|\w+n\s)?{_CURRENCY}\b)"
)
_GIVING = Cue(Kind.SUPPORT, 2.4, "verbs")
"""What it counts that a sum is given: "Norway is providing a further 12 million kroner"."""
_JOINED = re.compile(r"\b(?:became|becomes|has become|have become|was admitted as|joined as)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}members?\b")
_JOINING = Cue(Kind.AGREEMENT, 2.8, "verbs")
"""What it counts that somebody became a member: "became the seventh member of the network"."""
_SPENT = re.compile(
    r"\b(?:spent|spends)\s(?:(?:the|an?|whole|entire|half|last|first|next|of|their|\d+|two|three|four|five|six|seven|ten|twelve|several|some|full|busy)\s){0,5}"
    r"(?:days?|weeks?|months?|fortnight|night|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b(?:[^.;]{0,100}?\b(?P<learning>academy|school|institute|college|university|laborator(?:y|ies)|class(?:room)?|learning|stud(?:ying|ies)"
    r"|practi[sc](?:e|ing))\b)?"
)
_LEARNT, _STAYED = Cue(Kind.TRAINING, 2.4, "verbs"), Cue(Kind.VISIT, 2.2, "verbs")
"""What it counts that somebody spent some time somewhere, where one learns or elsewhere."""
_TOPIC = re.compile(r"\b(?:on|about|regarding|concerning)\s(?:[\w’'-]+\s){0,3}$")
_TOPIC_REACH = 50
"""Characters before what a gathering speaks about: "consultations on controlled deliveries"."""
_NOTHING = KindScore({}, {}, verb=False)


@cache
def _lexicon() -> Lexicon[Cue]:
    kinds = dict(data("kinds"))
    # a longer phrase hides the words in it
    cues: dict[str, tuple[Cue, ...]] = dict.fromkeys(kinds.pop("nothing")["words"], ())
    light, announcing = frozenset(kinds.pop("light")["verbs"]), kinds.pop("announcing")["words"]
    for kind, sorts in kinds.items():
        for sort, words in sorts.items():
            if sort == "announced":
                sort, words = "verbs", {f"{ahead} {verb}": words[verb] for verb in words for ahead in announcing}  # noqa: PLW2901
            for word, weight in words.items():
                cues[word] = (*cues.get(word, ()), Cue(Kind(kind), float(weight), sort, word in light))
    return Lexicon(cues)


@lru_cache(maxsize=8)
def score_kinds(text: str) -> KindScore:
    """Weigh the words of a sentence or a heading; what stands early weighs more, and each further word of a kind less.

    A story asks for its heading again and again.
    """
    return weighed(text, masked(text))


def weighed(text: str, lower: str) -> KindScore:
    """The same for a text whose masked one is known."""
    hits = [(start, end, cue) for start, end, cues in _lexicon().find(lower) for cue in cues]
    if " day" in lower:
        hits += [(found.start(), found.end(), _OBSERVANCE) for found in _NAMED_DAY.finditer(text)]
    if _has_sum(lower) and (given := _GIVES.search(lower)):
        hits = sorted([*hits, (given.start(), given.end(), _GIVING)], key=itemgetter(0))
    if " member" in lower and (joined := _JOINED.search(lower)) is not None:
        hits = sorted([*hits, (joined.start(), joined.end(), _JOINING)], key=itemgetter(0))
    if "spen" in lower and (spent := _SPENT.search(lower)) is not None:
        stay = _STAYED if spent["learning"] is None else _LEARNT
        hits = sorted([*hits, (spent.start(), spent.end(), stay)], key=itemgetter(0))
    if not hits:
        return _NOTHING
    # a sentence that names nothing else tells that: "The workshops were a follow-up to the assessment" of 2012
    hits = [hit for hit in hits if not _is_elsewhere(lower, hit[0], hit[2])] or hits
    weights: dict[Kind, float] = {}
    words: dict[Kind, tuple[str, ...]] = {}
    verbs: dict[Kind, list[int]] = {}
    for start, _, cue in hits:
        if cue.sort == "verbs":
            verbs.setdefault(cue.kind, []).append(start)
    counted: dict[tuple[Kind, str], int] = {}
    gathered = [start for start, _, cue in hits if cue.sort == "nouns" and cue.kind in _GATHERED]
    printed = [start for start, _, cue in hits if cue.sort == "nouns" and cue.kind is Kind.PUBLICATION]
    for start, end, (kind, weight, sort, light) in hits:
        if kind is Kind.LAUNCH and printed and _is_of_print(text, start, end, printed):
            kind = Kind.PUBLICATION  # noqa: PLW2901
        if kind is Kind.VISIT and sort == "verbs" and _is_of_a_tour(lower, start, end):
            kind = Kind.CAMPAIGN  # noqa: PLW2901
        if light and kind not in _GATHERED and any(end < place < end + _OBJECT for place in gathered):
            continue
        if (
            kind is Kind.OPERATION
            and gathered
            and gathered[0] < start
            and _TOPIC.search(lower, max(0, start - _TOPIC_REACH), start)
        ):
            continue
        if sort == "verbs" and lower[end - 2 : end] == "ed" and _ATTRIBUTE.search(lower, max(0, start - 12), start) and _NOUN.match(lower, end):
            continue
        if sort == "with" and not (kind in verbs and _near(verbs[kind], start)):
            continue
        seen = counted.get((kind, sort), 0)
        counted[kind, sort] = seen + 1
        weights[kind] = weights.get(kind, 0.0) + weight * (1.0 if start < _EARLY else 0.6) * _MORE[min(seen, 2)]
        words[kind] = (*words.get(kind, ()), text[start:end])
    return KindScore(weights, words, bool(verbs))


def _has_sum(lower: str) -> bool:
    """Whether a sentence can tell of a sum of money."""
    if _DIGIT.search(lower) is None:
        return False
    for sign in _SUMS:  # noqa: SIM110 -- a generator for each sentence takes thrice the time
        if sign in lower:
            return True
    return False


_DIGIT = re.compile(r"[0-9]")


def _is_of_print(text: str, start: int, end: int, printed: Sequence[int]) -> bool:
    """Whether what is launched is a book or a report: "launched its annual report", but not "launched a project on the report"."""
    said = text[start:end].lower()
    if "launch" not in said:
        return False
    if said.endswith("launched") and (subject := _SUBJECT.search(text, 0, start + said.index("launch"))) is not None:
        return any(subject.start() <= at < start for at in printed)
    return any(end < at < end + _OBJECT and _THE.fullmatch(text, end, at) is not None for at in printed)


def _is_of_a_tour(lower: str, start: int, end: int) -> bool:
    """Whether it is a play, a bus or a caravan that visited or toured, from one place to the next."""
    return _TRAVELLING.search(lower, max(0, start - _OBJECT_REACH), start) is not None and _PLACES.match(lower, end) is not None


_TRAVELLING = re.compile(r"\b(?:bus|buses|caravan|van|truck|train|mobile \w+|play|puppets?|theatre|troupe|exhibition|roadshow|volunteers|cinema|library)\b")
_PLACES = re.compile(
    r"\s(?:[\w’'-]+\s){0,4}?(?:villages|schools|cantons|districts|camps|communities|towns|cities|regions|provinces|municipalities|islands|neighbourhoods)\b"
)


_ATTRIBUTE = re.compile(r"\b(?:of|the|an?|these|those|their|its|for|with|on|from|newly|recently|about)\s$")
_NOUN = re.compile(r"\s(?!(?:by|in|on|at|from|to|with|of|for|the|an?|and|or|as|its|their|during|under|after|before|into|up|out|over|that|which|who|this|these|those|his|her|all|last|yesterday|today)\b)[a-z]{3,}")


_SUBJECT = re.compile(
    r"(?:^|[.;:]\s)(?:(?!\b(?:projects?|programmes?|campaigns?|initiatives?|hotlines?|units?|networks?|phases?)\b)[^.;:,]){4,200}"
    r"(?:,\s|\s(?:was|were|is|has been|been|being)\s(?:\w+ly\s)?)$"
)
"""What was launched, before that: "A handbook on prisons was launched", "The guide to the coast, launched"."""
_THE = re.compile(
    r"\s(?:(?:a|an|the|its|their|this|of|new|first|second|latest|annual|joint|regional|national|global|[“\"']?[A-Z0-9][\w&-]*)[\s“\"']+)*[“\"']?"
)
"""What may stand between them."""


def _is_elsewhere(lower: str, at: int, cue: Cue) -> bool:
    """Whether a noun names what was at another time: "as a follow-up to the meeting a hotline was opened"."""
    return cue.sort == "nouns" and at > 0 and _CONTEXT.search(lower, max(0, at - _CONTEXT_REACH), at) is not None


def _near(places: Sequence[int], at: int) -> bool:
    """Whether one of the ascending `places` lies near `at`."""
    index = bisect_left(places, at - _OBJECT_REACH + 1)
    return index < len(places) and places[index] < at + _OBJECT_REACH
