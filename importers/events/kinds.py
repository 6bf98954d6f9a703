"""Which kind of event a sentence tells, by the words for events and for what happened in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from operator import itemgetter

from db.models import Kind
from importers.events.bodies import is_of_body
from importers.events.intents import without_intents
from importers.events.senses import sense_of
from importers.events.turns import OPERATION, Cue, turns
from importers.lexicon import Lexicon, Phrase, data
from importers.sentences import Sentence
from importers.tense import DEED

_OBJECT_REACH = 160
"""How far from a verb the thing that it is about is looked for, in characters."""
_DIGITAL = re.compile(
    r"(?:mobile |online |web )?(?:app|apps|application|applications|web ?sites?|platforms?|portals?|databases?|dashboards?)\b"
)
"""What is put online is launched, not published."""
_OBJECT = 48
"""How far behind a verb its object begins, in characters."""
HELD_KINDS = frozenset({Kind.TRAINING, Kind.MEETING, Kind.REVIEW, Kind.CAMPAIGN, Kind.OPERATION, Kind.VISIT})
"""What is held: a workshop may be one or the other."""
GATHERED = frozenset({Kind.TRAINING, Kind.MEETING})
"""Where people come together."""
_SITTING = frozenset({Kind.MEETING, Kind.REVIEW})
_EARLY = 160
"""What stands within so many characters of the beginning weighs more."""
_CONTEXT = Phrase(
    "follow following followup run ahead prior preparation day days week weeks month months year years shortly soon immediately "
    "right eve view anticipation agreed decided recommended proposed",
    r"(?:^|[,;]\s)(?:(?:as a |in )?follow(?:ing|-?up)(?: to| of)?|in the run-up to|ahead of|prior to|in preparation (?:for|of)"
    r"|in (?:view|anticipation) of"
    r"|(?:[\w-]+\s){1,3}(?:days?|weeks?|months?|years?)\s(?:after|before|following|since|from)|(?:shortly|soon|immediately"
    r"|right)\s(?:after|before)"
    r"|on the eve of|as (?:agreed|decided|recommended|proposed) (?:at|by|during))\s"
    r"(?:(?:the|this|that|its|these|a)\s)?(?:[\w-]+\s){0,2}$",
)
"""What stands at the beginning of a part of a sentence before something that happened at another time."""
MARGIN_WORDS = "margin margins sideline sidelines fringe fringes"
MARGINS = rf"(?:{MARGIN_WORDS.replace(' ', '|')})"
"""What stands before the event beside which another is held."""
_MARGIN = Phrase(MARGIN_WORDS, rf"\b{MARGINS} of\s(?:(?:the|this|that|its|a)\s)?(?:[\w-]+\s){{0,2}}$")
"""What stands before something that happened beside it, wherever it stands."""
_ELSEWHERE = frozenset((*_CONTEXT.words, *_MARGIN.words, "followed"))
_FOLLOWED = re.compile(r"[\w-]+\s(?:was|were|is|are)\s(?:\w+ly\s)?followed by\s")
"""What was before that which is told: "the consultation was followed by a survey"."""
_CONTEXT_REACH = 60
_MORE = (1.0, 0.4, 0.2)
"""What the first word of a kind counts, the second, and each further one."""


@dataclass(frozen=True)
class KindScore:
    """How strongly a text speaks for each kind, and by which words; which kind is the strongest is worked out once."""

    weights: dict[Kind, float]
    words: dict[Kind, tuple[str, ...]]
    verb: bool
    """Whether a verb of any kind stands in it."""

    @cached_property
    def best(self) -> Kind | None:
        """The kind with the greatest weight, the first of them in the order of kinds."""
        return max(self.weights, key=self.weights.__getitem__) if self.weights else None

    @cached_property
    def strength(self) -> float:
        """The greatest weight."""
        return max(self.weights.values(), default=0.0)


_TOPIC = re.compile(r"\b(?:on|about|regarding|concerning)\s(?:(?!\d)[\w’'-]+\s){0,5}$")
_PAPER_ON = re.compile(
    r"\b(?:protocols?|agreements?|memorand(?:um|a)|arrangements?|instructions?|contracts?|conventions?|treat(?:y|ies)|procedures?"
    r"|decrees?|laws?|regulations?)\s(?:on|for|about|concerning|regarding)\s(?:[\w’'-]+\s){0,3}$"
)
"""Before what a paper is about: "a protocol on joint patrols"."""
_TAUGHT = re.compile(
    r"\b(?:trained|training|trainings|courses?|taught|instructed|skills|lessons|lectures?|seminars?|workshops?|webinars?"
    r"|sensiti[sz]ed|familiari[sz]ed|briefed)"
    r"(?:(?<=trained)\s(?:[\w-]+\s){0,3}[a-z]{4,}s)?\s(?:on|in|about|with)\s(?:[\w’'-]+\s){0,5}$"
)
"""Before what is learnt: "nurses were trained on risk assessment"."""
_TAUGHT_OF = frozenset({Kind.REVIEW, Kind.ROAD_MAP, Kind.VISIT, Kind.OPERATION})
_TAUGHT_REACH = 80
_TOPIC_REACH = 70
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
    return weighed(Sentence.of(text, 0, len(text)))


def weighed(said: Sentence) -> KindScore:
    """The same of a sentence."""
    text, lower = said.text, said.lower
    found = [(start, end, cues) for start, end, cues in _lexicon().find(lower) if not _is_of_a_name(lower, start)]
    hits = [(start, end, cue) for start, end, cues in found for cue in _meant(lower, start, end, cues)]
    if further := turns(said):
        # a turn of phrase hides the word that it begins with
        begun = {start for start, _, _ in further}
        named = [(start, end) for start, end, cue in further if cue is OPERATION]
        hits = sorted([*(hit for hit in hits if hit[0] not in begun), *further], key=itemgetter(0))
        hits = [hit for hit in hits if not any(start < hit[0] < end for start, end in named)]
    if not hits:
        return _NOTHING
    # a sentence that names nothing else tells that: "The workshops were a follow-up to the assessment" of 2012
    if not _ELSEWHERE.isdisjoint(said.words):
        hits = [hit for hit in hits if not _is_elsewhere(said, hit[0], hit[2])] or _unless_before(lower, hits)
    hits = _without_purpose(lower, _without_grounds(said, without_intents(said, hits)))
    if "(" in lower:
        put_in = [found.span() for found in _IN_BRACKETS.finditer(lower)]
        hits = [hit for hit in hits if not any(start < hit[0] < end for start, end in put_in)] or hits
    weights: dict[Kind, float] = {}
    words: dict[Kind, tuple[str, ...]] = {}
    verbs: dict[Kind, list[int]] = {}
    for start, _, cue in hits:
        if cue.sort == "verbs":
            verbs.setdefault(cue.kind, []).append(start)
    counted: dict[tuple[Kind, str], int] = {}
    gathered = [start for start, _, cue in hits if cue.sort == "nouns" and cue.kind in GATHERED]
    printed = [
        start for start, _, cue in hits if cue.sort == "nouns" and cue.kind is Kind.PUBLICATION and not _DIGITAL.match(lower, start)
    ]
    others = any(cue.kind not in _SITTING for _, _, cue in hits)
    for start, end, (kind, weight, sort, light) in hits:
        if kind is Kind.LAUNCH and printed and _is_of_print(text, start, end, printed):
            kind = Kind.PUBLICATION  # noqa: PLW2901
        if kind is Kind.VISIT and sort == "verbs" and _is_of_a_tour(lower, start, end):
            kind = Kind.CAMPAIGN  # noqa: PLW2901
        if light and kind not in GATHERED and any(end < place < end + _OBJECT for place in gathered):
            continue
        if (
            (kind is Kind.OPERATION or (kind is Kind.PUBLICATION and sort == "nouns"))
            and gathered
            and gathered[0] < start
            and _TOPIC.search(lower, max(0, start - _TOPIC_REACH), start)
        ):
            continue
        if kind is Kind.OPERATION and sort == "nouns" and _PAPER_ON.search(lower, max(0, start - _TOPIC_REACH), start):
            continue
        if kind in _TAUGHT_OF and sort == "nouns" and _TAUGHT.search(lower, max(0, start - _TAUGHT_REACH), start):
            continue
        if (
            sort == "verbs"
            and (lower[end - 2 : end] == "ed" or lower[start:end] == "open" or _WHERE.search(lower, max(0, start - 16), start))
            and _is_attribute(lower, start, end)
        ):
            continue
        if sort == "nouns" and kind in _SITTING and is_of_body(lower, start, end, beside=others):
            continue
        if sort == "with" and not (kind in verbs and _near(verbs[kind], start)):
            continue
        seen = counted.get((kind, sort), 0)
        counted[kind, sort] = seen + 1
        weights[kind] = weights.get(kind, 0.0) + weight * (1.0 if start < _EARLY else 0.6) * _MORE[min(seen, 2)]
        words[kind] = (*words.get(kind, ()), text[start:end])
    return KindScore(weights, words, bool(verbs))


def _is_of_a_name(lower: str, start: int) -> bool:
    """Whether a word is the end of a name that a full stop stands in: "the PRO.ACT fund"."""
    return start > 1 and lower[start - 1] == "." and lower[start - 2].isalnum()


def _meant(lower: str, start: int, end: int, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """What a word says of the kind where it stands."""
    sense = sense_of(lower, start, end) if cues else None
    if sense is None:
        return cues
    return (Cue(sense.kind, sense.weight, cues[0].sort),) if sense.kind else ()


def _is_of_print(text: str, start: int, end: int, printed: Sequence[int]) -> bool:
    """Whether what is launched is a book or a report: "launched its annual report", but not "launched a project on the report"."""
    said = text[start:end].lower()
    if "launch" not in said:
        return False
    if any(end < at < end + _OBJECT and _THE.fullmatch(text, end, at) is not None for at in printed):
        return True
    subject = _SUBJECT.search(text, 0, start + said.index("launch")) if said.endswith("launched") else None
    return subject is not None and any(subject.start() <= at < start for at in printed)


_SUBJECT = re.compile(
    r"(?:^|[.;:]\s)(?:(?!\b(?:projects?|programmes?|campaigns?|initiatives?|hotlines?|units?|networks?|phases?)\b)[^.;:,]){4,200}"
    r"(?:,\s|\s(?:was|were|is|has been|been|being|be)\s(?:\w+ly\s)?)$"
)
"""What was launched, before that: "A handbook on prisons was launched", "The guide to the coast, launched"."""
_THE = re.compile(
    r"\s(?:(?:a|an|the|its|their|this|of|new|first|second|latest|annual|joint|regional|national|global"
    r"|[“\"']?[A-Z0-9][\w&-]*)[\s“\"']+)*[“\"']?"
)
"""What may stand between them."""


def _is_elsewhere(said: Sentence, at: int, cue: Cue) -> bool:
    """Whether a noun names what was at another time or beside: "as a follow-up to the meeting a hotline was opened"."""
    if cue.sort != "nouns":
        return False
    lower, seen, first = said.lower, said.words, max(0, at - _CONTEXT_REACH)
    if "followed" in seen and _FOLLOWED.match(lower, at) is not None:
        return True
    return at > 0 and (_CONTEXT.search(lower, seen, first, at) or _MARGIN.search(lower, seen, first, at)) is not None


def _unless_before(lower: str, hits: list[tuple[int, int, Cue]]) -> list[tuple[int, int, Cue]]:
    """None of them where they only say how long before or after them something without a word of its own was done."""
    before = _TIMED.match(lower)
    told = before is not None and hits[-1][0] < before.end() and DEED.search(lower, before.end()) is not None
    return [] if told else hits


_TIMED = re.compile(
    r"(?:(?:[\w-]+\s){1,3}(?:hours?|days?|weeks?|months?|years?)\s(?:after|before)|(?:shortly|soon|immediately|right)\s(?:after|before)"
    r"|on the eve of|in the run-up to|ahead of|prior to)\s[^.;:,“”\"\d]{3,80},\s"
)
"""How a sentence begins that says when something was by another event without a date: "On the eve of the workshop, "."""


def _without_purpose(lower: str, hits: list[tuple[int, int, Cue]]) -> list[tuple[int, int, Cue]]:
    """Without what somebody came to speak of: "visited the port to discuss the launch of the plan"."""
    came = next(
        (end for _, end, (kind, weight, sort, _) in hits if kind is Kind.VISIT and sort == "verbs" and weight >= _CAME), None
    )
    if came is None or (purpose := _PURPOSE.search(lower, came)) is None:
        return hits
    return [hit for hit in hits if hit[2].kind is Kind.VISIT or not purpose.start() <= hit[0] < purpose.end()]


_CAME = 2.2
"""What a verb counts from which it surely tells that somebody came."""
_PURPOSE = re.compile(
    r"\b(?:(?:in order )?to\s(?:discuss|talk|speak|prepare|plan|explore|exchange|consult|agree|coordinate|co-ordinate|follow up)"
    r"|for\s(?:talks|consultations|discussions))\b"
    r"(?:(?!\band\s(?:\w+ed|held|met|took|gave|made)\b)[^.;:]){0,200}"
)


def _near(places: Sequence[int], at: int) -> bool:
    """Whether one of the ascending `places` lies near `at`."""
    index = bisect_left(places, at - _OBJECT_REACH + 1)
    return index < len(places) and places[index] < at + _OBJECT_REACH


def _is_of_a_tour(lower: str, start: int, end: int) -> bool:
    """Whether it is a play, a bus or a caravan that visited or toured, from one place to the next."""
    return _PLACES.match(lower, end) is not None and _TRAVELLING.search(lower, max(0, start - _OBJECT_REACH), start) is not None


_TRAVELLING = re.compile(
    r"\b(?:bus|buses|caravan|van|truck|train|mobile \w+|play|puppets?|theatre|troupe|exhibition|roadshow|volunteers|cinema"
    r"|library)\b"
)
_PLACES = re.compile(
    r"\s(?:[\w’'-]+\s){0,4}?"
    r"(?:villages|schools|cantons|districts|camps|communities|towns|cities|regions|provinces|municipalities|islands"
    r"|neighbourhoods|(?:valley|coast|country|province|district|region|island|delta|hinterland|north|south|east|west)(?!\s\w+ing))\b"
)


def _is_attribute(lower: str, start: int, end: int) -> bool:
    """Whether a participle only says what something is like or which: "rules for confiscated goods", "each prison visited"."""
    before = lower[max(0, start - 10) : start].rstrip().rpartition(" ")[2]
    if before in _BEFORE:
        return _NOUN.match(lower, end) is not None
    if before.endswith("s") and before not in _BEING and _REDUCED.match(lower, end) is not None:
        return True
    return _PART_ENDS.match(lower, end) is not None and _EACH.search(lower, max(0, start - _OBJECT), start) is not None


_WHERE = re.compile(r"\b(?:in|at|inside|near|outside|to)\s(?:the|an?|its|their)\s$")
"""Before a participle of any ending that says of which house: "met in the rebuilt mill"."""
_BEING = frozenset(("was", "is", "has", "its", "this"))
_REDUCED = re.compile(
    r"\s(?:to|in|by|at|under|with|on|for|from)\s(?:(?!\b(?:and\s(?:\w+ed|was|were|has|have|had)|but|who|which|that|where|when|while|was|were)\b)[^.;:,]){3,80}?\s"
    r"(?:was|were|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ld|ght)\b"
)
"""Behind a participle that says of which things something was done: "six dogs trained to find drugs were handed over"."""
_PART_ENDS = re.compile(r"\s*(?:[,.;:)]|$)")
_EACH = re.compile(r"\b(?:each|every|any|those)\s(?:[\w-]+\s){1,2}$")
"""Before a participle that ends a part of a sentence it says which: "gaps in each prison visited"."""


_BEFORE = frozenset(
    ("of", "the", "a", "an", "these", "those", "their", "its", "for", "with", "on", "from", "newly", "recently", "about")
)
_NOUN = re.compile(
    r"\s(?!(?:by|in|on|at|from|to|with|of|for|the|an?|and|or|as|its|their|his|her|during|under|after|before|between|among|within|into|up|out|over"
    r"|that|which|who|this|these|those|all|last|yesterday|today)\b)[a-z]{3,}"
)


def _without_grounds(said: Sentence, hits: list[tuple[int, int, Cue]]) -> list[tuple[int, int, Cue]]:
    """Without the agreement that something was done under, and without what had been done before it.

    "Trained under an agreement with the City signed in May", "was launched after an agreement had been signed".
    """
    lower = said.lower
    if " which " in lower:
        within = [found.span() for found in _AT_WHICH.finditer(lower)]
        hits = [hit for hit in hits if not any(start < hit[0] < end for start, end in within)] or hits
    grounds = [found.span() for found in _GROUND.finditer(lower)] if "under " in lower else []
    before = [found.span() for found in _BEFORE_IT.finditer(lower)] if "had been " in lower else []
    if not _LENGTHS.isdisjoint(said.words) and (since := _LONG_SINCE.match(lower)) is not None:
        hits = [hit for hit in hits if hit[0] >= since.end()] or hits
    if not grounds and not before:
        return hits
    kept = [
        hit
        for hit in hits
        if not any(start < hit[0] < end for start, end in before)
        and (hit[2].kind is not Kind.AGREEMENT or not any(start < hit[0] < end for start, end in grounds))
    ]
    return kept if any(cue.sort == "verbs" for _, _, cue in kept) else hits


_GROUND = re.compile(
    r"\bunder\s(?:an?|the|this|that|its|their)\s(?:[\w-]+\s){0,3}"
    r"(?:agreement|memorandum|arrangement|contract|protocol|treaty|convention)\b(?!,?\s(?:which|that)\b)"
    r"(?:(?!\b(?:was|were|is|which|that)\b)[^.;:,])*"
)
_AT_WHICH = re.compile(
    r",\s(?:at|during|in the course of)\swhich\s[^.;:,]{3,140},\s"
    r"|,\s(?:for|to)\swhich\s(?:(?!(?:19|20)\d\d)[^.;:,]){3,120}\s(?:had|has|have)\s(?:also\s)?(?:provided|given|contributed|bought|supplied|paid|donated|lent|sent)\b(?:(?!(?:19|20)\d\d)[^.;:,]){0,100}"
)
"""What is done at an event, put in behind it: "the session, at which a chair should be appointed, is fixed for May".

So is what somebody had given for it: "the opening of the clinic, for which Japan had provided the beds"."""
_IN_BRACKETS = re.compile(r"\([^()]{1,120}\)")
"""What a sentence says aside of a name tells nothing that the rest does not: "the first part (screening, assessment)"."""
_BEFORE_IT = re.compile(r"\bafter\s(?:an?|the|its|their)\s[^.;:,]{3,80}?\bhad been\s\w{3,}")
_LONG_SINCE = re.compile(
    r"(?:[^:;]{3,60}:\s)?(?:[\w-]+\s){0,5}?(?:hours?|days?|weeks?|months?|years?|decades?)\s(?:after|before|since)\s(?!\w+ing\b)"
    r"(?=[^,;:]{0,140}?\b(?:had|has|have|was|were|(?<!\bthe\s)\w{3,}ed)\b)(?:(?!\d)[^;:,]){4,160},\s"
)
"""How a sentence begins that says how long before or after something else it was: "two weeks after the law had been adopted, "."""
_LENGTHS = frozenset(["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"])
"""A word of each form."""
