"""Pieces of news of their own below one heading: a paragraph begins with another event of these months and leans on nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, Candidate, distance
from importers.events.choice import had_been
from importers.events.clauses import reported_from, told_of_a_noun
from importers.events.overtime import fineness
from importers.events.telling import Told
from importers.units import Unit, is_part

_SHARED = frozenset({DateRule.SAME_DAY, DateRule.MEANWHILE, DateRule.DAY_BEFORE, DateRule.COMMON_DAY, DateRule.BESIDE})
"""Rules of dates that lean on what was told."""
_LEANS = re.compile(
    r"(?:The\s(?:[a-z][\w’'-]*\s){1,8}?(?:was|were|is|are|had|has|have|also|will|then|took|came|[a-z]+ed)\b"
    r"|(?:This|That|These|Those|It|They|He|She|His|Her|Its|Their|Both|Such|Each|All|Another|I|We|Our|My|Also|Then|Earlier|Later|Before"
    r"|After|During|Since|Following|Prior|Previously|Afterwards|Thereafter|Subsequently|Meanwhile|So|But|And|Now|Here|There)\b"
    r"|As\s(?:a|an|the|part|well|agreed|its|their)\b|In\s(?:addition|preparation|turn|return|all|total|the\s(?:course|same|meantime"
    r"|framework|evening|morning|afternoon|end)|this|that|these|its|their|parallel|response|conclusion|particular|his|her)\b"
    r"|(?:At|On|To|For|With|By|From|Under|Within|Of)\s(?:this|that|these|those|it|them|the\s(?:same|end|close|closing|opening|margins|sidelines"
    r"|first|second|third|last|final|following|next|occasion|eve|day|event|meeting|ceremony|visit|course))\b"
    r"|(?:(?:A|One|Two|Three|Some|Several|Less\sthan|Only|The|Just)\s){1,2}(?:few\s)?(?:next\s|following\s)?(?:days?|weeks?|months?|years?)\s"
    r"(?:later|before|earlier|after)\b"
    r"|[\"“‘«])"
)
"""How a sentence begins that goes on with what was told above it."""
_FIRST = re.compile(r"\b(?:was|were)\sfirst\s\w{2,}ed\b")
"""How what is known is told back to its beginnings: "The idea was first discussed on 3 May"."""


def news_of(found: Sequence[Candidate], main: Candidate, issue: When | None) -> list[Candidate]:
    """The candidates of a unit that are pieces of news of their own beside its main one."""
    return [candidate for candidate in found if _is_news(candidate, main, found, issue)]


def _is_news(candidate: Candidate, main: Candidate, found: Sequence[Candidate], issue: When | None) -> bool:
    told, dated = candidate.sentence, candidate.dated
    if (
        dated is None
        or candidate.strength < CERTAIN
        or candidate.planned
        or dated.rule in _SHARED
        or told.paragraph == main.sentence.paragraph
    ):
        return False
    if candidate.start != told.start or fineness(dated.when) > Precision.MONTH or distance(dated, issue) >= 1:
        return False
    if main.dated is not None and _is_in_those_days(dated.when, main.dated.when):
        return False
    if had_been(told) or _FIRST.search(told.lower) is not None or _leans(told):
        return False
    if reported_from(told) < told.end or told_of_a_noun(told, dated) is not None:
        return False
    if told.first:
        return True
    # "Care for survivors improves as well. A shelter was opened in May"
    above = [one for one in found if one.sentence.paragraph == told.paragraph and one.sentence.start < told.start]
    return bool(above) and all(one.dated is None for one in above) and not _leans(above[0].sentence)


def _is_in_those_days(one: When, other: When) -> bool:
    """Whether both are told to the day, and one is of the other's days: what was done during a course."""
    return one.precision is other.precision is Precision.DAY and one.overlaps(other)


def _leans(told: Told) -> bool:
    return _LEANS.match(told.text) is not None or _THE_ONE.search(told.text) is not None or is_part(told.text)


_THE_ONE = re.compile(r"\bthe\s(?:first|second|third|new|other|last|latter)\sone\b")
"""What stands for a thing that was told above: "sailed the first one to Osh"."""


def part_of(unit: Unit, starts: Sequence[int], at: int) -> Unit:
    """The part of a unit that a character stands in, where pieces of news of their own begin in it."""
    inside = sorted({start for start in starts if unit.start < start < unit.end})
    bounds = (unit.start, *inside, unit.end)
    index = bisect_right(inside, at)
    return replace(unit, start=bounds[index], end=bounds[index + 1], entry=index > 0) if inside else unit
