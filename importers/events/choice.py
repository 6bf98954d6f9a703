"""Chooses among the candidates of a unit: which is the main milestone, and where its date is told best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Basis, Kind
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, HAD_BEEN, Candidate, distance, score
from importers.events.clauses import told_of_a_noun
from importers.events.dated import Dated
from importers.events.headline import Headline
from importers.events.kinds import HELD_KINDS, KindScore
from importers.events.putin import tells_of_a_founding
from importers.events.tales import is_speech
from importers.events.telling import tells_nothing
from importers.lexicon import MONTH_NAMES
from importers.sentences import Sentence
from importers.tense import looks_back, resolves

_BESIDE = 400
"""How near a date must stand to what happened "recently", in characters."""
CERTAIN_UNDATED = 1.2
"""The same of one without a date, with what its heading adds, which can only be the main one of its unit."""
COMMON = frozenset({DateRule.COMMON_DAY, DateRule.OBSERVANCE})
"""Rules of dates that go for a whole story."""
_SPAN_LIMIT = 366
"""A date that covers more days is a period of activity, not an event."""


def date_beside(main: Candidate, found: Sequence[Candidate], issue: When | None) -> Dated | None:
    """The date of an undated main sentence: the nearest in its paragraph that lies in or just before the issue."""
    near = [
        candidate
        for candidate in found
        if candidate.dated is not None
        and candidate.dated.when.precision <= Precision.MONTH
        and candidate is not main
        and (main.dated is None or abs(candidate.start - main.start) < _BESIDE)
        and candidate.sentence.paragraph == main.sentence.paragraph
        and distance(candidate.dated, issue) < 2
        and not candidate.planned
        and (not had_been(candidate.sentence) or had_been(main.sentence))
        and (candidate.strength < CERTAIN or _may_be_one(candidate, main) or _OF_IT.match(candidate.sentence.text))
    ]
    best = min(near, key=lambda candidate: abs(candidate.start - main.start), default=None)
    if best is None or best.dated is None:
        return None
    return replace(best.dated, basis=Basis.RESOLVED, rule=DateRule.BESIDE)


def _may_be_one(one: Candidate, main: Candidate) -> bool:
    """Whether what has a date may be what has none; a seizure or a raid is no course of those who made it."""
    if Kind.OPERATION in (one.kinds.best, main.kinds.best) and one.kinds.best is not main.kinds.best:
        return False
    return _are_alike(one.kinds, main.kinds)


_OF_IT = re.compile(r"(?:(?:\w+\s){1,3}of\s)?(?:[Ii]t|[Tt]h(?:is|at|ese|ose|ey|em))\b")
"""How a sentence begins that goes on about what was told: "The first of these sets was sent on 3 May"."""


def had_been(told: Sentence) -> bool:
    """Whether a sentence tells what had been done before something else."""
    return "had" in told.words and HAD_BEEN.search(told.lower) is not None


def finer(main: Candidate, stated: Dated | None, found: Sequence[Candidate]) -> Candidate | None:
    """What tells the days of a main milestone, where its own sentence tells only the month: "The workshop was held on 3 May".

    So it does where that was only reported on the day of writing.
    """
    reported = main.dated is not None and main.dated.rule is DateRule.WRITTEN_DAY and not main.dated.text
    if not reported and (stated is None or stated.when.precision is not Precision.MONTH):
        return None
    for one in found:
        if one is main or one.dated is None or one.planned != main.planned or one.strength < CERTAIN:
            continue
        if one.dated.when.precision is not Precision.DAY or not _are_alike(one.kinds, main.kinds):
            continue
        if reported and main.dated is not None:
            if _HELD_ON.match(one.sentence.text) is not None and _is_just_before(one.dated.when, main.dated.when):
                return one
        elif stated is not None and stated.when.holds(one.dated.when) and _stems(one.kinds) & _stems(main.kinds):
            return one
    return None


def _are_alike(one: KindScore, other: KindScore) -> bool:
    return one.best is other.best or (one.best in HELD_KINDS and other.best in HELD_KINDS)


def _is_just_before(day: When, written: When) -> bool:
    """Whether something was held in the fortnight before a day, or until it."""
    return day.end is not None and written.start is not None and 0 <= (written.start - day.end).days <= _FORTNIGHT


_FORTNIGHT = 14
_HELD_ON = re.compile(
    r"(?:The|This)\s(?:[\w-]+\s){0,3}?(?:workshop|meeting|training|seminar|course|conference|session|event|mission|visit|round\stable"
    r"|exercise|forum|consultation)\s(?:itself\s)?(?:was|were|took)\s(?:held|conducted|organi[sz]ed|convened|place)\b"
)


def _stems(kinds: KindScore) -> set[str]:
    return {word.lower()[:6] for words in kinds.words.values() for word in words}


def main_of(found: Sequence[Candidate], fallback: Dated | None, heading: Headline, issue: When | None) -> Candidate | None:
    """The best candidate; an undated sentence may lean on a heading that names an event."""
    titled = heading.kinds.strength
    possible = [
        candidate
        for candidate in found
        if (
            candidate.dated is not None
            and candidate.strength >= CERTAIN
            and is_point(candidate.dated.when)
            and not is_old_deed(candidate, issue)
        )
        or (
            candidate.dated is None
            and fallback is not None
            and candidate.strength > 0.5
            and candidate.strength + 0.5 * titled >= CERTAIN_UNDATED
            and (not candidate.planned or is_promised(candidate, fallback))
            and (fallback.basis is not Basis.ISSUE or happened(candidate))
            and (candidate.kinds.best is Kind.PUBLICATION or _AVAILABLE.search(candidate.sentence.lower) is None)
        )
    ]
    if len(possible) > 1:
        # "they adopted a calendar for the strategy that the cabinet had approved on 5 July" tells of another day
        possible = [candidate for candidate in possible if not _is_of_a_noun(candidate)] or possible
    if len(possible) < 2:
        return possible[0] if possible else None
    common = fallback if fallback is not None and fallback.rule in {*COMMON, DateRule.HEADED, DateRule.HEADED_DAYS} else None
    vague = fallback is not None and fallback.basis is Basis.ISSUE and fallback.when.precision >= Precision.YEAR
    best = max(
        possible,
        key=lambda one: score(one, heading, issue, common) - (_VAGUE if vague and one.dated is None else 0.0),
    )
    if best.dated is None or vague or fallback is None or fallback.basis is not Basis.ISSUE:
        return best
    return next((one for one in possible if one.dated is None and _is_what_it_is_about(one, best, heading)), best)


def _is_what_it_is_about(one: Candidate, best: Candidate, heading: Headline) -> bool:
    """Whether a story begins with an undated event that its heading names, and tells a dated one of another kind further down."""
    if one.place > 1 or one.strength < _SURELY or best.sentence.paragraph == one.sentence.paragraph:
        return False
    own, other = heading.shared(one.sentence.words), heading.shared(best.sentence.words)
    return own >= max(other, 1) and one.kinds.best is not best.kinds.best


_SURELY = 1.5
"""The strength of what surely tells an event, without a date."""


def _is_of_a_noun(candidate: Candidate) -> bool:
    """Whether a date is that of what had been done with a thing that a sentence names."""
    if candidate.dated is None or "had" not in candidate.sentence.words:
        return False
    part = told_of_a_noun(candidate.sentence, candidate.dated)
    return part is not None and had_been(part)


_AVAILABLE = re.compile(r"\b(?:is|are)\s(?:\w+ly\s|now\s|also\s)?(?:available|accessible|online)\b")
"""What there is of an event to read tells not that it was held: "The course material is available"."""
_VAGUE = 1.5
"""What it costs a candidate that only the year of its issue is known."""


def is_old_deed(candidate: Candidate, issue: When | None) -> bool:
    """Whether a date before the issue's time belongs to what was done once to the thing that is told of."""
    if candidate.dated is None or distance(candidate.dated, issue) < 1 or candidate.planned:
        return False
    return tells_of_a_founding(candidate.sentence.lower, candidate.dated.start - candidate.sentence.start)


def is_promised(candidate: Candidate, fallback: Dated | None) -> bool:
    """Whether the beginning of a story of that day announces what somebody gives: it is promised on that day."""
    return (
        candidate.place == 0
        and fallback is not None
        and fallback.rule is DateRule.WRITTEN
        and candidate.kinds.best is Kind.SUPPORT
        and (candidate.planned or _PROMISES.search(candidate.sentence.lower) is not None)
    )


_PROMISES = re.compile(r"\b(?:(?:is|are) [a-z]+ing|announc(?:es|ed)|pledge[sd]?|promise[sd]?|today)\b")


def happened(candidate: Candidate) -> bool:
    """Whether a sentence without a date tells what was done or held, not what there is: "tablets", "grants are provided"."""
    if not candidate.kinds.verb and candidate.kinds.best not in _GATHERED:
        return False
    text = candidate.sentence.text
    if is_speech(candidate.sentence):
        return False
    if (
        _ANECDOTE.match(text)
        or _WHENEVER.match(text)
        or _ATTENDED.search(text)
        or not _TOLD_BY_ONE.isdisjoint(candidate.sentence.words)
    ):
        return False
    if _SO_MANY.search(candidate.sentence.lower) is not None:
        return False
    if _OVER_TIME.search(candidate.sentence.lower) is not None or _IN_SOME_MONTHS.match(candidate.sentence.lower) is not None:
        return False
    if resolves(candidate.sentence.lower, candidate.sentence.words):
        return False
    if candidate.kinds.best is Kind.PUBLICATION and _OUT_NOW.search(candidate.sentence.lower) is not None:
        return True
    lower = candidate.sentence.lower
    if (modal := _MODAL.search(lower)) is not None and not looks_back(lower[: modal.start()]):
        return False
    return looks_back(lower)


_OUT_NOW = re.compile(r"\b(?:is|are)\s(?:now|already)\s(?:out|available|online|on-line|published)\b")
"""What can now be read was published: "The handbook is now available"."""


_TOLD_BY_ONE = frozenset(("i", "me", "my", "you"))
"""Words of a sentence that somebody says of himself or to the reader: "Two of the pilots called me on a Sunday"."""
_ANECDOTE = re.compile(
    r"[\"“‘«]?(?:(?:But|And|So) )?(?:I|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]hat|[Hh]ow|[Nn]obody|[Ee]verybody|[Ss]omebody)\b"
)
"""How a sentence begins that goes on with a tale; what somebody does in it is no milestone where no day is told."""
_GATHERED = HELD_KINDS - {Kind.OPERATION}
_MODAL = re.compile(r"\b(?:should|would|must|can|could|might|needs?\sto|ha(?:s|ve)\sto|(?:is|are)\sto|gets?)\s")
"""What is so in general, or ought to be, before any verb in the past: "Animals should be vaccinated"."""
_OVER_TIME = re.compile(
    r"\b(?:has|have)\s(?:shown|revealed|demonstrated|highlighted|proven|proved|confirmed)\b|\b(?:has|have)\s(?:subsequently"
    r"|since|consistently|long|repeatedly|increasingly|regularly|often)\s\w+ed\b"
)
"""What was done again and again is no event: "has since supported studies in many countries"."""
_SO_MANY = re.compile(
    r"\b(?:examined|checked|inspected|searched|screened|handled|processed|answered|filed|exchanged|stopped|registered|profiled)\s"
    r"(?:(?:about|some|over|more than|nearly|almost|around|another)\s)?(?!(?:19|20)\d\d\b)\d[\d,]*\d\s"
    r"(?![^.;]*\b(?:held|opened|launched|signed|adopted|handed over|inaugurated)\b)"
)
"""What somebody did so often was no event: "Four units examined 318 containers and made 21 seizures"."""
_IN_SOME_MONTHS = re.compile(
    rf"(?:in|during|over|between|from)\s(?:the\s)?(?:(?:first|last|second|past)\s(?:half|quarter|(?:\w+\s)?months)"
    rf"|(?:{MONTH_NAMES})\s?(?:[-–—/]|to|and|through)\s?(?:{MONTH_NAMES}))\b[^.;:]{{0,90}}?"
    r"\b(?:seized|intercepted|confiscated|destroyed|arrested|detained|registered|detected)\s(?:[\w-]+\s){0,3}\d"
)
"""How a sentence begins that tells what came to hand over months: "In January-June the ports seized 34 tonnes"."""
_ATTENDED = re.compile(
    r"\b(?:who|which)\s(?:\w+ly\s)?(?:attended|participated in|took part in|joined|were present at)\s(?:the|this)\b"
)
"""Who was at what was told before."""
_WHENEVER = re.compile(r"(?:Once|If|Whenever|Unless|Should|When)\b(?![^,]*\b(?:was|were)\b)")
"""How a sentence begins that tells what always follows: "Once a plan has been adopted, work begins"."""


def first_of_entry(found: Sequence[Candidate], day: Dated) -> Candidate | None:
    """The first sentence of what one country did on a common day, where it says that something was done or who came."""
    first = found[0]
    lower = first.sentence.lower
    if first.place or first.planned or not looks_back(lower) or tells_nothing(first.sentence) or lower.endswith(":"):
        return None
    named = first.dated is not None and _is_of_a_name(first.dated, first.sentence)
    if (first.dated is not None and not named and not is_near(first.dated.when, day.when)) or says_much_was_done(first.sentence):
        return None
    told = replace(first, dated=None) if named else first
    return told if first.strength >= CERTAIN or _CAME.search(lower) is not None else None


def _is_of_a_name(dated: Dated, sentence: Sentence) -> bool:
    """Whether a year stands at the end of a name: "the presentation of the Report on Rivers 2016 was held"."""
    at = dated.start - sentence.start
    return dated.when.precision is Precision.YEAR and _NAME_LAST.search(sentence.text, max(0, at - _NAME_REACH), at) is not None


_NAME_LAST = re.compile(r"(?<![.!?]\s)\b(?!(?:In|Since|From|By|Until|Of)\b)[A-ZÀ-Þ][\w’'-]+\s$")
_NAME_REACH = 40


def is_near(own: When, day: When) -> bool:
    """Whether what an entry tells was done on the day that is common to all, or within a week of it."""
    if own.precision is not Precision.DAY or own.start is None or own.end is None or day.start is None or day.end is None:
        return own.overlaps(day)
    return (own.start - day.end).days <= _WEEK and (day.start - own.end).days <= _WEEK


_WEEK = 7


def says_much_was_done(sentence: Sentence) -> bool:
    """Whether a sentence says of a day only that much was done on it: "A number of activities were held"."""
    return _MUCH_DONE.search(sentence.lower) is not None


_MUCH_DONE = re.compile(
    r"\b(?:many|various|several|different|numerous|an?\s(?:number|numbers|series|range|variety)\sof)\s(?:[a-z-]+\s){0,2}?"
    r"(?:activities|events|actions|campaigns|celebrations)\b"
    r"|\b(?:celebrated|marked|observed)\s(?:in|across|throughout)\s(?:many|all|several|different|various|most)\s(?:[a-z-]+\s){0,2}?"
    r"(?:countries|regions|districts|cities|towns|parts|provinces)\b"
)
_CAME = re.compile(
    r"\b(?:took part|participated|gathered|came together|marched|walked|competed|performed|visited|attended|met|joined"
    r"|had (?:an|the) opportunity|were invited"
    r"|gave|handed out|distributed|received|wore|were wearing|hung|lit|ran|cycled|rode|played|sang|danced|planted|painted|drew"
    r"|wrote|read|heard|listened|watched|saw|learnt|learned|talked|spoke|discussed|answered|shared)\b"
)


def is_point(when: When) -> bool:
    """Whether a date covers so few days that something happened then, rather than went on."""
    return when.length is not None and when.length < _SPAN_LIMIT
