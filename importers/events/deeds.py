"""Deeds of a known time told in words that no list has: "The certificate was framed on 20 October"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.models import Kind, Span
from db.when import Precision
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, Candidate
from importers.events.kinds import KindScore, score_kinds
from importers.events.overtime import is_over_time
from importers.events.telling import FAINT, is_discounted
from importers.events.undone import is_undone
from importers.sentences import Sentence
from importers.tense import DEED, PARTICIPLE

_UNNAMED = KindScore({Kind.LAUNCH: CERTAIN}, {Kind.LAUNCH: ()}, verb=True)
"""What a story tells whose words speak of no kind of event: something began."""
_EARLY = 3
"""Sentences of a story, in one of which it tells what it is about."""
_POINTED = frozenset(
    {DateRule.OBSERVANCE, DateRule.COMMON_DAY, DateRule.WRITTEN_DAY, DateRule.RECENTLY, DateRule.SAME_DAY, DateRule.BESIDE}
)
"""Rules of dates that a sentence shares with others; a deed of such a day is no event by itself."""
_TALE = re.compile(r"[\"“‘«]|(?:(?:But|And|So|When|If) )?(?:I|He|She|We|You|My|His|Her|Our)\b")
"""How a sentence begins that goes on with a tale."""


def with_bare_deeds(heading: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of a unit, bare deeds among them as events of the kind told last, or named by its heading, or told next.

    Where nothing speaks of any kind, what was done on a day is the event, if the story begins with it. One sentence has one of them
    at most, and what it says that others did or will do likewise.
    """
    last: KindScore | None = score_kinds(heading) if heading else None
    if last is None or not last.weights:
        last = next((candidate.kinds for candidate in found if candidate.strength >= CERTAIN), None)
    unknown = last is None or not last.weights
    if unknown:
        last = _UNNAMED
    named: KindScore | None = None
    told = -1
    deeds: dict[Span, str] = {}
    for candidate in found:
        if candidate.strength >= CERTAIN:
            faint = candidate.kinds.strength < FAINT
            if named is not None and (_ANOTHER.match(candidate.sentence.text) or (faint and _THAT.match(candidate.sentence.text))):
                # "The first one, on the assessment of risks, was held in May" is what was told before
                candidate = replace(candidate, kinds=named)  # noqa: PLW2901
            named = candidate.kinds
            last = candidate.kinds
            yield candidate
            continue
        named = candidate.kinds if candidate.kinds.strength >= FAINT else named
        deed = _deed(candidate, deeds)
        if unknown and not (deed == _DONE and candidate.place < _EARLY and _is_of_a_day(candidate)):
            deed = ""
        if last is not None and (best := last.best) is not None and (deed == _MORE or (deed and candidate.start > told)):
            told = candidate.sentence.end
            yield replace(candidate, kinds=KindScore({best: CERTAIN}, {best: last.words[best]}, verb=True), strength=CERTAIN)
        else:
            yield candidate


_ANOTHER = re.compile(
    r"The\s(?:first|second|third|fourth|fifth|next|last|previous|former|latter|other|final)\sone\b,?[^.;]{0,90}?\s(?:took\splace"
    r"|(?:was|will\sbe)\s(?:held|conducted|organi[sz]ed)|will\stake\splace)\b"
)
_THAT = re.compile(r"(?:That|The\sone)\s(?:in|at|of)\s")
"""How a sentence begins that tells of another of what was told, without saying again what it is: "That in Naryn, completed in"."""


def _is_of_a_day(candidate: Candidate) -> bool:
    return candidate.dated is not None and candidate.dated.when.precision is Precision.DAY


_DONE, _MORE = "done", "one more, or to come"


def _deed(candidate: Candidate, deeds: dict[Span, str]) -> str:
    """Whether a candidate tells that something was done in a time that it states itself, or is to be done; else empty.

    `deeds` holds what is known of the clauses before: one of many dates is looked through once.
    """
    dated, told = candidate.dated, candidate.sentence
    if dated is None or not (dated.carried or dated.tense == "+") or dated.rule in _POINTED:
        return ""
    if is_over_time(told, dated) or candidate.kinds.strength >= FAINT or _TALE.match(told.text) is not None or is_undone(told):
        return ""
    clause = candidate.start, candidate.end
    if clause in deeds:
        return deeds[clause]
    start, end = candidate.start - told.start, candidate.end - told.start
    apart = len(told.dates) == 1 and end - start < len(told.text)
    fine, ahead = dated.when.precision is not Precision.YEAR, dated.tense == "+"
    deed = ""
    part = Sentence.of(told.text, start, end) if apart else told
    if not is_discounted(part, to_the_day=dated.when.precision is Precision.DAY):
        to_come = fine and ahead and _NO_PLAN.search(told.lower, start, end) is None
        if to_come or _LIKEWISE.search(told.lower, start, end) is not None:
            deed = _MORE
        elif _MEANWHILE.fullmatch(told.text, start, dated.start - told.start):
            pass
        elif fine and not ahead and DEED.search(told.lower, start, end) is not None:
            deed = _DONE
    deeds[clause] = deed
    return deed


_MEANWHILE = re.compile(r"(?:When|After|Before|While|Once|Until|Although|Though|As)\s[^,;]*")
"""How a clause goes up to its date that tells when another thing was: "When the hill slid on 15 January, the road was cut"."""
_LIKEWISE = re.compile(
    r"\b(?:(?:held|had|hosted|ran|staged|organi[sz]ed|got|opened|received)\s(?:one|its own|their own|the same|such an?\s\w+)\b"
    r"|(?:did|done|do|does)\s(?:so|the same|likewise)\b|follow(?:ed|s)? suit\b|followed by\b|(?:will|to|had|and) follow(?:ed)?\b"
    r"|turn\b|the first to\s\w+|(?:earlier|previous|former|similar)\sones?\b)"
)
"""What somebody did, or is to do, as others did: "Samoa held one in 2021, Tonga will follow"; it may be told by the year."""
_NO_PLAN = re.compile(
    r"\b(?:deadline|please|readers|apply|applications?|ends?)\b|\bwill (?:not|never|have no)\b"
    rf"|\bwill be (?!(?:{PARTICIPLE}|available|open|operational|ready|accessible|complete|back|on|in|at|for|the|an?)\b)"
)
"""What is asked of readers by a day, only ends then, is so then ("will be low") or will not be is no plan of anybody."""
