"""What each sentence of a story tells: when, as `scene` resolves it, and how surely it tells an event of which kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from db.models import Kind, Span
from db.when import Precision, When
from importers.articles import Story
from importers.events.dated import OBSERVANCE, Dated
from importers.events.expressions import expressions_of
from importers.events.kinds import HELD_KINDS, KindScore, weighed
from importers.events.lengths import stretched
from importers.events.notices import is_notice
from importers.events.scene import TOPIC, Scene, is_that_day
from importers.events.undone import is_undone
from importers.lexicon import Cues, data
from importers.sentences import SAID, Sentence
from importers.tense import DEED, Tenses, announces, looks_back, tenses

_SPOKEN = 0.4
"""What a sentence counts that somebody is quoted with."""
_ELLIPSIS = 0.6
"""What a sentence without a word for an event counts ("the second was held in May") beside the one before it that has one."""
_CLAUSE = re.compile(
    r"[;:]\s|,\s+(?=followed\s(?:by|in|on)\s)|,\s+(?=the\s(?:one|other|second|third|latter)s?\s(?:in|at|on|for|from)\s)|,\s+(?:and|while|whereas|but|which|where)\s|\sand,\s|\sand\s(?=that\s(?:the|its|their|an?|[A-Z])\b)|\s(?:and|while|whereas|but)\s(?=(?:in|on|from|the)\s|[A-Z]\w+\s(?:was|were|is|will|has|had)\s"
    r"|(?:was|were|has|have|had|is|are|will|[a-z]+ed|held|took|came|began|met|went)\s)"
)


_BARE = 6
"""What is left of a clause of so few letters without its date tells nothing: "from 3 to 5 May and from 8 to 9 June"."""
_HEADING_WORDS = 8
_ELLIPTIC = re.compile(
    r"^(?:the|this|these)\s|\b(?:follow-up|first|second|third|fourth|previous|last|latest|other|another|former|latter|ones?|it|both|similar|same|next|such|more)\b"
)
_TENSELESS = Tenses((0,), " ")


@dataclass(frozen=True, slots=True)
class Told(Sentence):
    """A sentence of a story."""

    dates: tuple[Dated, ...]
    kinds: KindScore
    strength: float
    """How surely it tells an event; under 2 it hardly does."""
    planned: bool
    paragraph: int
    """Its paragraph in the story, from 0."""
    first: bool
    """Whether it begins its paragraph."""


@cache
def cue(name: str) -> Cues:
    """The words of a table of `data/telling.toml`."""
    return Cues(data("telling")[name])


def is_calendar(heading: str) -> bool:
    """Whether a heading stands over events to come: a few words that say so, and no deed among them."""
    lower = heading.lower()
    few = len(lower.split()) <= _HEADING_WORDS and "news" not in lower.split()
    return few and cue("calendar").search(lower) is not None and tenses(_PLANNED.sub("", lower)).signs.strip()[:1] != "-"


_PLANNED = re.compile(r"\b(?:planned|scheduled|foreseen|envisaged|expected|announced)\b")
"""Participles of what is to come."""


def told(story: Story, issue: When | None, reference: date, day: When | None = None) -> list[Told]:
    """The sentences of a story in order, their dates resolved; `day` is that of the event whose entry it is."""
    found: list[Told] = []
    named: KindScore | None = None
    scene = Scene(story, issue, story.written or reference, ahead=is_calendar(story.heading), common=day)
    expressions = expressions_of(story)
    at = 0
    held: KindScore | None = None
    for number, ((offset, _), passage) in enumerate(zip(story.paragraphs, story.passages, strict=True)):
        named = None
        scene.begin_paragraph()
        quoted = 0
        for index, said in enumerate(passage.sentences):
            said = said.at(offset)  # noqa: PLW2901
            here = at
            while at < len(expressions) and expressions[at].start < said.end:
                at += 1
            tense = tenses(said.lower, said.words) if at > here or announces(said.lower, said.words) else _TENSELESS
            own = stretched(said, scene.dates(said, expressions[here:at], tense))
            before = found[-1].kinds if found and found[-1].paragraph == number else None
            recalled = held if said.text[:1].isupper() and _recalls(said) else None
            planned = tense.planned or (scene.ahead and not any(dated.tense in "- " for dated in own))
            before = recalled or _before(said, before, named)
            found.append(_told(said, tuple(own), number, before, planned=planned, first=index == 0, spoken=quoted > 0))
            named = found[-1].kinds if found[-1].kinds.weights else named
            held = found[-1].kinds if _held(found[-1].kinds) else held
            quoted += said.text.count("“") - said.text.count("”")
    return _said_once(found)


def _before(said: Sentence, before: KindScore | None, named: KindScore | None) -> KindScore | None:
    """What the sentence before tells, or where the next of its kind is announced, the last one `named` in the paragraph."""
    return named if named is not None and _TO_COME.match(said.text) else before


def _held(kinds: KindScore) -> dict[Kind, float]:
    """The weights of what is held, which may be held again."""
    return {kind: weight for kind, weight in kinds.weights.items() if kind in HELD_KINDS}


def _recalls(said: Sentence) -> bool:
    """Whether a sentence tells of another one of what was held, by a word for any event: "the first such exercise"."""
    return _TO_COME.match(said.text) is not None or _ANOTHER.search(said.lower) is not None


_ANOTHER = re.compile(
    r"\b(?:such|(?:first|second|third|fourth|previous|earlier|last|next|similar)(?:\s(?:such|similar))?)\s(?:an?\s)?"
    r"(?:exercises?|events?|activit(?:y|ies)|rounds?|editions?|gatherings?|occasions?|undertakings?)\b(?!\s(?:of|on|in|for|with)\b)"
)
"""Another one of what was told, by a word that does not say what it is."""
_TO_COME = re.compile(
    r"(?:(?:Two|Three|Four|Five|Several|Some)\s(?:more|others|further)\b|(?:A|An|The|Another|One more)\s"
    r"(?:(?:next|second|third|fourth|fifth|sixth|further|last|final)(?:\s(?:one|round|part|module|step))?|follow-up))\b[^.;]{0,60}?"
    r"\b(?:will follow|will be held|follows?|(?:is|are)\s(?:\w+ly\s)?"
    r"(?:scheduled|planned|foreseen|fixed|due|envisaged|expected|set|slated|pencilled in|booked|to follow))\b"
)
"""How the next one of what was told is announced: "A follow-up is scheduled for May"."""


def _said_once(found: list[Told]) -> list[Told]:
    """Without the observance days that the story elsewhere gives the date of: they only name again what was told there."""
    dated = [(place, sentence.dates) for place, sentence in enumerate(found) if sentence.dates]
    named = [place for place, dates in dated if any(one.rule == OBSERVANCE for one in dates)]
    if named:
        stated = {one.when for _, dates in dated for one in dates if one.rule != OBSERVANCE}
        for place in named:
            kept = tuple(one for one in found[place].dates if one.rule != OBSERVANCE or one.when not in stated or is_that_day(one))
            found[place] = replace(found[place], dates=kept)
    return found


def _told(
    said: Sentence, dates: tuple[Dated, ...], paragraph: int, before: KindScore | None, *, planned: bool, first: bool, spoken: bool
) -> Told:
    kinds = _kinds(said, before, dated=bool(dates))
    to_the_day = any(dated.when.precision is Precision.DAY for dated in dates)
    strength = _strength(said, kinds, planned=planned, to_the_day=to_the_day) * (_SPOKEN if spoken else 1.0)
    return Told(said.start, said.end, said.text, said.lower, said.words, dates, kinds, strength, planned, paragraph, first)


def _kinds(said: Sentence, before: KindScore | None, *, dated: bool) -> KindScore:
    """Which kind of event a sentence tells, as the one `before` it in its paragraph makes it plain where its own words do not."""
    kinds = weighed(said.text, said.lower)
    if (
        dated
        and kinds.strength < FAINT
        and before is not None
        and before.weights
        and _ELLIPTIC.search(said.lower)
        and (_says(said, "holding") or _TO_COME.match(said.text) or "will follow" in said.lower)
    ):
        # what is told again is what was held, not what was launched or signed in the same breath
        again = (_held(before) if _recalls(said) else {}) or before.weights
        return KindScore({kind: weight * _ELLIPSIS for kind, weight in again.items()}, before.words, verb=True)
    if not kinds.weights:
        held = _HELD.search(said.lower) if not _HOLDING.isdisjoint(said.words) else None
        return kinds if held is None else KindScore({Kind.MEETING: _NAMELESS}, {Kind.MEETING: (held[0],)}, verb=True)
    if before is not None and before.best in HELD_KINDS and _GOES_ON.match(said.text):
        # "It was opened on 2 July" behind a sentence on a course
        weights = {kind: weight * _ELLIPSIS for kind, weight in before.weights.items()}
        own = {kind: weight for kind, weight in kinds.weights.items() if kind not in _STARTS}
        return KindScore({**weights, **own}, {**before.words, **kinds.words}, verb=True)
    return kinds


FAINT = 1.2
"""Words for events that count less leave it to what is told around them to say what was done."""
_NAMELESS = 1.0
"""What it counts that something was held that no list has: "a farewell lunch was held"."""
_HELD = re.compile(
    r"\b(?:(?:was|were|been)\s(?:\w+ly\s)?(?:held|organi[sz]ed|hosted|arranged|convened)|took place"
    r"|(?:hosted|organi[sz]ed|held)\s(?:a|an|its|their)\s)"
)
_HOLDING = frozenset(("held", "organized", "organised", "hosted", "arranged", "convened", "place"))
"""A word of each form."""
_GOES_ON = re.compile(
    r"(?:It|They)\s(?:was\s|were\s)?(?:opened|closed|started|began|ended|followed|continued|lasted|ran|went|came|took)\b"
)
"""How a sentence begins that goes on with what was held."""
_STARTS = frozenset({Kind.OPENING, Kind.LAUNCH})


def _says(said: Sentence, name: str) -> bool:
    """Whether a cue of that name stands in a sentence."""
    return cue(name).search(said.lower, said.words) is not None


def _strength(said: Sentence, kinds: KindScore, *, planned: bool, to_the_day: bool) -> float:
    """How surely a sentence tells an event: the kind's weight, less where nobody acts, somebody speaks, or figures are told."""
    if not kinds.weights:
        return 0.0
    if _FIGURE.fullmatch(said.text) or _SIGNED.search(said.text):
        return 0.0
    if cue("summary").pattern.match(said.lower) or tells_nothing(said):
        return 0.0
    strength = kinds.strength
    if not kinds.verb and not planned and not _says(said, "held"):
        strength *= 0.8 if looks_back(said.lower) else 0.5
    if (said.text[:1] in '"“«' or not kinds.verb) and _speaks(said):
        strength *= 0.4
    if not to_the_day and _says(said, "statistics"):
        strength *= 0.5
    if _says(said, "background") or (said.text[:4] == "The " and _AIM.match(said.lower) is not None):
        strength *= 0.3
    if _asks(said) or _WHOEVER.match(said.text) is not None:
        strength *= 0.3
    if said.text[-1].isalnum() and len(said.text) < TOPIC:
        strength *= 0.5
    return strength


def _speaks(said: Sentence) -> bool:
    """Whether somebody speaks in a sentence, other than the writer, and other than behind "was held in Osh, where"."""
    spoken = cue("speech").search(said.lower, said.words)
    if spoken is None or _IMPERSONAL.search(said.lower) is not None:
        return False
    return _WAS_HELD.search(said.lower, 0, spoken.start()) is None


_WAS_HELD = re.compile(
    r"\b(?:was|were)\s(?:\w+ly\s)?(?:held|organi[sz]ed|hosted|convened)\b|\b(?:took place|took part in|attended|participated in)\b"
)


def judged(said: Sentence, dated: Dated) -> tuple[KindScore, float]:
    """What a part of a sentence that holds a date tells by itself, and how surely."""
    kinds = weighed(said.text, said.lower)
    return kinds, _strength(said, kinds, planned=dated.tense == "+", to_the_day=dated.when.precision is Precision.DAY)


def _asks(said: Sentence) -> bool:
    """Whether a sentence is a question, rather than telling which one was asked: "They met with one question: who pays?"."""
    return said.text.endswith("?") and ": " not in said.text


def is_discounted(told: Sentence, *, to_the_day: bool = False) -> bool:
    """Whether a sentence is a speech, a background, a statistic that is not of a day, or tells what was not done."""
    names = ("speech", "background", "summary") if to_the_day else ("speech", "statistics", "background", "summary")
    return any(_says(told, name) for name in names) or _asks(told) or tells_nothing(told)


def tells_nothing(told: Sentence) -> bool:
    """Whether a sentence tells what was not done, only how much of something there is on a day, or what only readers need."""
    return _AS_OF.match(told.lower) is not None or is_undone(told) or is_notice(told)


_WHOEVER = re.compile(r"(?:Anyone|Anybody|Everyone|Everybody|Those|People)\swho\b|Whoever\b")
"""How a sentence begins that tells of nobody in particular: "Anyone who waited for the bus met a bear"."""
_AIM = re.compile(
    r"the (?:(?:main|overall|general|specific|key|principal|ultimate) )*(?:aims?|goals?|objectives?|purposes?) of\b[^,;]*?"
    r"\b(?:is|are|was|were)\b(?! (?:\w+ly )?(?:reached|achieved|met)\b)"
)
"""What something is for tells not that it was: "The aim of the course was to show how bees live"."""
_IMPERSONAL = re.compile(
    r"\bit (?:is|was|has to be|should be|must be|may be|can be|is to be) (?:also )?(?:worth )?"
    r"(?:recalled|mention(?:ed|ing)|not(?:ed|ing)|stressed|reminded|reminding|added|underlined|emphasi[sz]ed|said)\b"
    r"|\b(?:as mentioned|as stated|let us (?:recall|remember|remind|mention|add))\b"
)
"""The writer speaks, not somebody who is quoted: "It has to be mentioned that the centre was opened in May"."""
_FIGURE = re.compile(
    r"(?:[A-Z][\w’' -]{2,30}?\s\d[\d.,]*\s?%[\s,;]*){2,6}|(?:[^:]{3,80}:\s)?(?:\d[\d.,]*\s(?:[a-z-]+(?:\s|$)){1,5}){2,}"
    r"|[^:]{3,70}:\s*[+−–-]?\d[\d.,]*(?:\s?(?:%|[a-zA-Z]{1,12}|per cent))?(?:,? \([^()]{1,40}\))?\.?"
)
"""What figures stand for, and the figures: "Schools visited: 31", "14 wells dug 3 closed"."""


_AS_OF = re.compile(
    r"(?:[•*-]\s)?(?:at the (?:date|time) of (?:this|the) (?:issue|writing|publication)|at present|currently),?\s\d"
    r"|(?:[•*-]\s)?as of\s[^,]{3,30},\s(?:there\s(?:are|is|were|have|has|had)|it\s(?:is|has)|(?:[\w,.-]+\s){0,5}?\d)"
)
"""What stands at a day, and how much of it: "As of 8 January, there were 14 cases"."""
_SIGNED = re.compile(r"[.!?][”\"»]\s*[–—-]{1,2}\s*[A-Z]")
"""What somebody said, and who and when: "It takes time." – Ms. Ito, on 3 May."""


def _is_bare(sentence: Told, start: int, end: int) -> bool:
    inside = [dated for dated in sentence.dates if start <= dated.start and dated.end <= end]
    if not inside or letters(sentence, start, end) <= _BARE:
        return bool(inside)
    # the next one of a list: "and 12-13 August in Manila"
    behind = sentence.text[inside[-1].end - sentence.start : end - sentence.start]
    return len(inside) == 1 and inside[0].start == start and _THERE.fullmatch(behind) is not None


_THERE = re.compile(r"[\s)]*(?:in|at)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]*(?:[\s,]+(?:the\s)?[A-ZÀ-Þ][\w’'-]*){0,4}[\s.,;()]*")


def letters(sentence: Told, start: int, end: int) -> int:
    """How many letters a part of a sentence has besides its dates."""
    inside = [dated for dated in sentence.dates if start <= dated.start and dated.end <= end]
    said = sum(map(str.isalpha, sentence.text[start - sentence.start : end - sentence.start]))
    return said - sum(sum(map(str.isalpha, dated.text)) for dated in inside)


_PUT_IN = re.compile(
    r"(?:^|(?<=[,;:]\s))(?P<name>[^,;:]{3,160}),\s(?P<deed>(?:(?:which|who)\s(?:was|were|had been)\s)?(?:\w+ly\s|also\s|first\s)?"
    r"(?:[a-z]{2,}ed|set up|built|held|begun|drawn up|bought|brought|made|given|put (?:up|on|into)|taken)"
    r"\s(?:by|in|on|at|during|from|under|with|back in)\s[^,;]{3,90}"
    r"|(?:which|whom|whose)\s(?!(?:since|will|would|is|are|shall|can|may)\b)[^,;]{10,140}"
    r"(?=,\s(?:has|have|had|is|are|was|were|will|would|can|may|now|\w{2,}ed)\b)),\s"
)
"""A deed put in behind a name: "the centre, opened in 2008, was rebuilt"."""


_LEADING = re.compile(
    r"(?:Established|Founded|Created|Formed|Set up|Launched|Opened|Inaugurated|Adopted|Signed|Approved|Introduced|Built)\s"
    r"(?:[a-z]+\s){0,2}?(?:in|on)\s[^,.;]{4,24},\s(?:and\s)?"
)
"""A deed that a sentence begins with, of a time of its own."""
_REPORTS = re.compile(rf"\b{SAID}\s(?:[\w’'-]+\s){{0,4}}?that\s")


def reported_from(sentence: Told) -> int:
    """Where begins what somebody only says in a sentence, if all of its dates stand there; else its end.

    "The hall was opened in the presence of the mayor, who recalled that the plan was adopted in 2016" tells two events.
    """
    found = _REPORTS.search(sentence.text) if sentence.dates and "that" in sentence.words else None
    at = sentence.start + found.end() if found is not None else sentence.end
    return at if at <= sentence.dates[0].start else sentence.end


def own_part(sentence: Told, dated: Dated) -> Sentence | None:
    """The part of a sentence that is a date's own: a deed put in behind a name, or what a semicolon sets apart with no other."""
    at, text = dated.start - sentence.start, sentence.text
    if text.count(",") > 1:
        for found in _PUT_IN.finditer(text):
            if found.start("deed") <= at < found.end("deed"):
                return Sentence.of(text, found.start("name"), found.end("deed") + 1).at(sentence.start)
    first, last = text.rfind("; ", 0, at), text.find("; ", at)
    if len(sentence.dates) > 1 or (first < 0 and last < 0):
        return None
    return Sentence.of(text, first + 2 if first >= 0 else 0, last + 1 if last >= 0 else len(text)).at(sentence.start)


def _is_after_verb(sentence: Told, cut: re.Match[str]) -> bool:
    """Whether a cut before the next noun stands behind a verb: "the court and the police signed" are one subject."""
    if sentence.lower[cut.end() : cut.end() + 4] != "the " or cut[0].strip() != "and":
        return True
    return _VERB.search(sentence.lower, 0, cut.start()) is not None


_VERB = re.compile(rf"{DEED.pattern}|\b(?:is|are|was|were|has|have|had|will|would|can|begins?|starts?|opens?|follows?|put|set)\b")


def clauses(sentence: Told) -> Iterator[tuple[Dated, int, int, Sequence[Span]]]:
    """Each date of a sentence with the part of the sentence that is its own, and what in it was put in and tells of another time.

    Dates of one clause share it.
    """
    cuts = [sentence.start]
    several = len(sentence.dates) > 1
    if (reported := reported_from(sentence)) < sentence.end:
        cuts.append(reported)
    elif several and (lead := _LEADING.match(sentence.text)) is not None:
        # "Founded in 2002, the Fund approved two grants in May"
        cuts.append(sentence.start + lead.end())
    if several:
        said_from = reported - sentence.start if reported < sentence.end else 0
        found = [sentence.start + cut.end() for cut in _CLAUSE.finditer(sentence.text, said_from) if _is_after_verb(sentence, cut)]
        cuts += [cut for cut, end in pairwise((*found, sentence.end)) if not _is_bare(sentence, cut, end)]
    places = [bisect_right(cuts, dated.start) - 1 for dated in sentence.dates]
    used = list(dict.fromkeys(places))
    ends = dict(zip(used, (*(cuts[place] for place in used[1:]), sentence.end), strict=True))
    # such a deed stands between two commas
    put_in = list(_PUT_IN.finditer(sentence.text)) if several and sentence.text.count(",") > 1 else []
    told = [(sentence.start + found.start("deed"), sentence.start + found.end("deed")) for found in put_in]
    dated_in = [any(start <= dated.start < end for dated in sentence.dates) for start, end in told]
    for dated, place in zip(sentence.dates, places, strict=True):
        own = next((found for found, (start, end) in zip(put_in, told, strict=True) if start <= dated.start < end), None)
        if own is not None:
            first, last = sentence.start + own.start("deed"), sentence.start + own.end("deed")
            within = [cut for cut in cuts if any(first < one.start < cut for one in sentence.dates) and cut < last]
            # "the plan, drafted in May and signed on 3 June, ..." tells two deeds
            at = bisect_right(within, dated.start)
            begin, end = within[at - 1] if at else sentence.start + own.start("name"), within[at] if at < len(within) else last
            yield dated, begin, end, ()
            continue
        opens = reported == sentence.end and place == places[0] and ";" not in sentence.text[: cuts[place] - sentence.start]
        start, end = sentence.start if opens else cuts[place], ends[place]
        yield dated, start, end, [span for span, known in zip(told, dated_in, strict=True) if known and start <= span[0] < end]
