"""What each sentence of a story tells: when, as `scene` resolves it, and how surely it tells an event of which kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from db.models import Kind
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.dated import Dated
from importers.events.datelines import without_dateline
from importers.events.expressions import expressions_of
from importers.events.kinds import HELD_KINDS, KindScore, weighed
from importers.events.lengths import stretched
from importers.events.notices import is_notice
from importers.events.scene import TOPIC, Scene, is_that_day
from importers.events.undone import is_undone
from importers.lexicon import SEVERAL, Phrase, cues
from importers.sections import is_calendar, is_chronicle
from importers.sentences import Sentence
from importers.story import Story
from importers.tense import Tenses, announces, looks_back, tenses

_SPOKEN = 0.4
"""What a sentence counts that somebody is quoted with."""
_NO_EVENT = 0.15
"""What one counts that asks, tells of nobody in particular, or where something comes from."""
_ELLIPSIS = 0.6
"""What a sentence without a word for an event counts ("the second was held in May") beside the one before it that has one."""
_ELLIPTIC = re.compile(
    r"^(?:the|this|these)\s|\b(?:follow-up|first|second|third|fourth|previous|last|latest|others?|another|former|latter|ones?|those|it"
    r"|both|similar|same|next|such|more)\b"
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


def told(story: Story, issue: When | None, reference: date, day: When | None = None) -> list[Told]:
    """The sentences of a story in order, their dates resolved; `day` is that of the event whose entry it is."""
    found: list[Told] = []
    named: KindScore | None = None
    scene = Scene(
        story, issue, story.written or reference, ahead=is_calendar(story.heading), back=is_chronicle(story.heading), common=day
    )
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
            own = stretched(said, without_dateline(said, scene.dates(said, expressions[here:at], tense)))
            before = found[-1].kinds if found and found[-1].paragraph == number else None
            recalled = held if held is not None and said.text[:1].isupper() and _recalls(said) else None
            planned = tense.planned or (scene.ahead and not any(dated.tense in "- " for dated in own))
            before = recalled or _before(said, before, named)
            found.append(_told(said, tuple(own), number, before, planned=planned, first=index == 0, spoken=quoted > 0))
            named = found[-1].kinds if found[-1].kinds.weights else named
            held = found[-1].kinds if _held(found[-1].kinds) else held
            quoted += said.text.count("“") - said.text.count("”")
    return _said_once(_explained(found))


def _before(said: Sentence, before: KindScore | None, named: KindScore | None) -> KindScore | None:
    """What the sentence before tells, or where the next of its kind is announced, the last one `named` in the paragraph."""
    if named is None or (before is not None and before.weights):
        return named if named is not None and _TO_COME.match(said.text) else before
    # "It was the third of its kind. The first two had been held in May"
    return named if _TO_COME.match(said.text) or _OF_THEM.match(said.text) else before


def _held(kinds: KindScore) -> dict[Kind, float]:
    """The weights of what is held, which may be held again."""
    return {kind: weight for kind, weight in kinds.weights.items() if kind in HELD_KINDS}


def _recalls(said: Sentence) -> bool:
    """Whether a sentence tells of another one of what was held, by a word for any event: "the first such exercise"."""
    return _TO_COME.match(said.text) is not None or _ANOTHER.search(said.lower, said.words) is not None


_ANOTHER = Phrase(
    "such first second third fourth previous earlier last next similar",
    r"\b(?:such|(?:first|second|third|fourth|previous|earlier|last|next|similar)(?:\s(?:such|similar))?)\s(?:an?\s)?"
    r"(?:exercises?|events?|activit(?:y|ies)|rounds?|editions?|gatherings?|occasions?|undertakings?)\b(?!\s(?:of|on|in|for|with)\b)",
)
"""Another one of what was told, by a word that does not say what it is."""
_TO_COME = re.compile(
    r"(?:(?:Two|Three|Four|Five|Several|Some)\s(?:more|others|further)\b|(?:A|An|The|Another|One more)\s"
    r"(?:(?:next|second|third|fourth|fifth|sixth|further|last|final)(?:\s(?:one|round|part|module|step))?|follow-up))\b[^.;]{0,60}?"
    r"\b(?:will follow|will be held|follows?|(?:is|are)\s(?:\w+ly\s)?"
    r"(?:scheduled|planned|foreseen|fixed|due|envisaged|expected|set|slated|pencilled in|booked|to follow))\b"
)
"""How the next one of what was told is announced: "A follow-up is scheduled for May"."""


_OF_THEM = re.compile(
    r"The\s(?:first|second|third|fourth|fifth|previous|earlier|other|last|next)(?:\s(?:one|ones|two|three|four|five))?\s"
    r"(?:(?:was|were|had|has|have|took|is|are|will)\b)"
)
"""How a sentence begins that tells of others of a series, without saying again what they are."""
_ONE_OF_THEM = re.compile(
    r"(?:One|Another|The\s(?:first|second|third|fourth|fifth|last|latest|longest|shortest|other))"
    r"(?:\sof\s(?:them|these|those|the\s(?:\w+\s)?\w+s)|\sone)?(?:,|\s(?:brought|took|gathered|was|dealt|focused|went|united|drew|led|had|saw))\b"
)
"""How a sentence begins that tells one of several which the one before it counts: "One of them, on audit, brought"."""
_FOLLOWED = re.compile(r"[^.;:,]{3,60}(?:,\s[A-ZÀ-Þ][^.;:,]{2,30}){0,4}\sfollowed\s(?:in|on|by)\s(?!suit|foot)")
"""How the next of what was told is told: "Centres in Osh and Naryn followed in May"."""


def _explained(found: Sequence[Told]) -> list[Told]:
    """The sentences, each gesture as what the next one says it meant: "They shook hands. With this the office was opened"."""
    kept = list(found)
    for place, (told, after) in enumerate(pairwise(found)):
        bare = bool(told.dates) and told.kinds.verb and told.kinds.strength < FAINT and not after.dates
        if bare and after.paragraph == told.paragraph and after.kinds.best not in HELD_KINDS and _WITH_THIS.match(after.text):
            kept[place] = replace(told, kinds=after.kinds, strength=after.strength)
    return kept


_WITH_THIS = re.compile(
    r"(?:With|By|Through)\s(?:this|that|these|those|it)\b|Thus\b|Thereby\b|(?:In|On)\s(?:this|that)\s(?:way|manner|occasion)\b"
)
"""How a sentence begins that tells what was done by what the one before it tells."""


def _said_once(found: list[Told]) -> list[Told]:
    """Without the observance days that the story elsewhere gives the date of: they only name again what was told there."""
    dated = [(place, sentence.dates) for place, sentence in enumerate(found) if sentence.dates]
    named = [place for place, dates in dated if any(one.rule is DateRule.OBSERVANCE for one in dates)]
    if named:
        stated = {one.when for _, dates in dated for one in dates if one.rule is not DateRule.OBSERVANCE}
        for place in named:
            own = found[place].dates
            kept = tuple(one for one in own if one.rule is not DateRule.OBSERVANCE or one.when not in stated or is_that_day(one))
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
    kinds = weighed(said)
    if (
        dated
        and kinds.strength < FAINT
        and before is not None
        and before.weights
        and (
            (_ELLIPTIC.search(said.lower) and (_says(said, "holding") or _TO_COME.match(said.text) or "will follow" in said.lower))
            or _FOLLOWED.match(said.text)
            or (before.best in HELD_KINDS and _ONE_OF_THEM.match(said.text))
        )
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
    return cues("telling", name).search(said.lower, said.words) is not None


def _strength(said: Sentence, kinds: KindScore, *, planned: bool, to_the_day: bool) -> float:
    """How surely a sentence tells an event: the kind's weight, less where nobody acts, somebody speaks, or figures are told."""
    if not kinds.weights:
        return 0.0
    if _FIGURE.fullmatch(said.text) or _SIGNED.search(said.text):
        return 0.0
    if cues("telling", "summary").pattern.match(said.lower) or tells_nothing(said):
        return 0.0
    strength = kinds.strength
    if not kinds.verb and not planned and not _says(said, "held"):
        strength *= 0.8 if looks_back(said.lower) else 0.5
    if (said.text[:1] in '"“«' or not kinds.verb) and _speaks(said):
        strength *= 0.4
    if not to_the_day and _says(said, "statistics"):
        strength *= 0.5
    if (_says(said, "background") and _MANY_LEARNT.search(said.lower) is None) or (
        said.text[:4] == "The " and _AIM.match(said.lower) is not None
    ):
        strength *= _NO_EVENT
    if "being" in said.words and _IN_PROGRESS.match(said.lower) is not None:
        strength *= _NO_EVENT
    if _asks(said) or _WHOEVER.match(said.text) is not None:
        strength *= _NO_EVENT
    if said.text[-1].isalnum() and len(said.text) < TOPIC:
        strength *= 0.5
    return strength


def _speaks(said: Sentence) -> bool:
    """Whether somebody speaks in a sentence, other than the writer, and other than behind "was held in Osh, where"."""
    spoken = cues("telling", "speech").search(said.lower, said.words)
    if spoken is None or _IMPERSONAL.search(said.lower) is not None:
        return False
    return _WAS_HELD.search(said.lower, 0, spoken.start()) is None


_WAS_HELD = re.compile(
    r"\b(?:was|were)\s(?:\w+ly\s)?(?:held|organi[sz]ed|hosted|convened)\b|\b(?:took place|took part in|attended|participated in)\b"
)


def judged(said: Sentence, dated: Dated) -> tuple[KindScore, float]:
    """What a part of a sentence that holds a date tells by itself, and how surely."""
    kinds = weighed(said)
    return kinds, _strength(said, kinds, planned=dated.tense == "+", to_the_day=dated.when.precision is Precision.DAY)


def _asks(said: Sentence) -> bool:
    """Whether a sentence is a question, rather than telling which one was asked: "They met with one question: who pays?"."""
    return said.text.endswith("?") and ": " not in said.text


def is_discounted(told: Sentence, *, to_the_day: bool = False) -> bool:
    """Whether a sentence is a speech, a background, a statistic that is not of a day, or tells what was not done."""
    names = ("speech", "background", "summary") if to_the_day else ("speech", "statistics", "background", "summary")
    return any(_says(told, name) for name in names) or _asks(told) or tells_nothing(told)


def tells_nothing(told: Sentence) -> bool:
    """Whether a sentence tells what was not done, only how much of something there is or was, or what only readers need."""
    if _DEAD.match(told.lower) is not None:
        return True
    return _AS_OF.match(told.lower) is not None or _IN_FIGURES.match(told.lower) is not None or is_undone(told) or is_notice(told)


_MANY_LEARNT = re.compile(
    rf"(?:^|[,;]\s)(?:the\s)?(?:first\s)?(?:\d[\d,]*|{'|'.join(SEVERAL)}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|\w+\shundred)\s"
    r"[^.;:,]{3,70}?\sgraduated\sfrom\b"
)
"""Where several did so it is no life: "Sixteen pilots of both ports graduated from the school"."""
_IN_PROGRESS = re.compile(
    r"(?:(?!\w{3,}ed\b|\b(?:was|were|had|held|met|took|which|who|that)\b)[^.;]){3,120}?\b(?:was|were)\s(?:still\s)?being\s"
)
"""How a sentence begins that tells what went on at a time: "In May the plan was being drafted"."""
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


_IN_FIGURES = re.compile(r"(?:in (?:figures|numbers)|(?:key |main |some )?(?:figures|facts|data))\s?[:–—-]")
"""How a box of figures begins that stands in a line: "In figures: 38 kg of heroin, 391 persons stopped"."""
_AS_OF = re.compile(
    r"(?:[•*-]\s)?(?:at the (?:date|time) of (?:this|the) (?:issue|writing|publication)|at present|currently),?\s\d"
    r"|(?:[•*-]\s)?as (?:of|at)\s[^,]{3,30}?(?:,\s|\s(?=the\s))"
    r"(?:the\s(?:[a-z]+\s){1,3}(?:had|has|have)\s(?:spent|reached|received|collected|counted)\b"
    r"|there\s(?:are|is|were|have|has|had)|it\s(?:is|has)|(?:[\w,.-]+\s){0,5}?\d)"
)
"""What stands at a day, and how much of it: "As of 8 January, there were 14 cases"."""
_DEAD = re.compile(
    r"(?:in all,?\s)?(?:[\w-]+\s){0,4}?(?:people|persons|men|women|children|soldiers|officers|civilians"
    r"|passengers|migrants|villagers|miners|sailors|fishermen|others)"
    r"(?:\s[–—-]\s[^–—.;:]{3,40}\s[–—-])?\s(?:(?:were|was)\s(?:killed|wounded|injured|murdered|kidnapped|abducted|found\sdead)|died|drowned|perished"
    r"|lost\stheir\slives)\b(?![^.;]{0,40}\s(?:when|as|while|after|during)\s)"
)
"""How a sentence begins that tells of the dead and the wounded, and not of what was done there."""
_SIGNED = re.compile(r"[.!?][”\"»]\s*[–—-]{1,2}\s*[A-Z]")
"""What somebody said, and who and when: "It takes time." – Ms. Ito, on 3 May."""
