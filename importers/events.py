"""Which sentences of a story are milestones: one main for each unit, and those told in passing.

A candidate is a sentence, or the clause of one date in it, with how surely it tells an event. The main milestone is the candidate
that is sure, early, close to the issue and speaks the heading's words; a dated one is preferred to an undated one, which takes the
date of its neighbours, its heading, or the issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from db.models import Basis, Kind, Level, Reason
from db.when import Precision, When
from importers.articles import Story, Unit
from importers.kinds import KindScore, masked, score_kinds
from importers.lexicon import Cues, data
from importers.telling import Dated, Told, clauses

CERTAIN = 1.0
"""The strength from which a dated sentence is a milestone."""
_CERTAIN_YEAR = 3.0
"""The same where the date is no finer than a year."""
CERTAIN_UNDATED = 1.2
"""The same of one without a date, with what its heading adds, which can only be the main one of its unit."""
_HEADING_SHARE = 0.6
"""What a word of the heading counts for a kind beside one in the sentence."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_HELD_KINDS = frozenset({Kind.TRAINING, Kind.MEETING, Kind.REVIEW, Kind.CAMPAIGN, Kind.OPERATION, Kind.VISIT})
_ADOPTED = frozenset({Kind.AGREEMENT, Kind.ROAD_MAP})
_LIST = re.compile(r"[\s,)]*(?:and|or|&)?[\s,]*(?:(?:in|at)\s+[A-Z][\w’'().-]*(?:\s[A-Z(][\w’'().-]*){0,4}\s+)?(?:in|on|from)?\s*")
_PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:held|conducted|organi[sz]ed|hosted|arranged|carried out)\b|\btook place\b")
_SPAN_LIMIT = 366
"""A date that covers more days is a period of activity, not an event."""


@dataclass(frozen=True, slots=True)
class Event:
    """A milestone found, before its fields are filled in."""

    unit: Unit
    sentence: Told
    start: int
    """The part of the story's text that tells it."""
    end: int
    when: When
    basis: Basis
    date_text: str
    level: Level
    kind: Kind
    planned: bool
    strength: float
    reasons: tuple[Reason, ...]
    share: tuple[int, int] | None = None
    """Which of how many dates in one list is its own, where each has a place of its own in another list."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Told
    dated: Dated | None
    start: int
    end: int
    kinds: KindScore
    strength: float
    score: float = 0.0


@cache
def _cue(name: str) -> Cues:
    return Cues(data("telling")[name])


def events(story: Story, sentences: Sequence[Told], issue: When | None, default: Dated | None) -> Iterator[Event]:
    """The milestones of a story in order of appearance.

    `default` is the date of the common heading or of a sibling entry, for entries that state none.
    """
    if _cue("summary").search(story.heading.lower()):
        return
    if _cue("figures").search(story.heading.lower()):
        sentences = [sentence for sentence in sentences if sentence.dates]
    for unit in story.units:
        own = [sentence for sentence in sentences if unit.start <= sentence.start < unit.end]
        yield from _unit_events(story, unit, own, issue, default)


def _unit_events(story: Story, unit: Unit, sentences: Sequence[Told], issue: When | None, default: Dated | None) -> Iterator[Event]:
    heading = _headline(story, unit)
    found: list[_Candidate] = []
    for place, sentence in enumerate(sentences):
        before = found[-1] if found else None
        found.extend(_scored(_set_in_time(one, before, issue), heading, place, issue) for one in _candidates(sentence))
    if unit.entry:
        found = [_listed(candidate) for candidate in found]
    if not found:
        return
    fallback = default or _heading_date(story) or _issue_date(issue)
    titled = score_kinds(heading)
    main = _main(found, fallback, titled.strength)
    if main is None and story.country and (story.sibling is not None or (story.label and titled.weights)):
        main = replace(found[0], kinds=titled if titled.weights else _OBSERVED, strength=1.0)
    made: list[Event] = []
    anchor: Dated | None = None
    clauses_of: dict[tuple[int, int], list[_Candidate]] = {}
    for candidate in found:
        if candidate.dated is not None:
            clauses_of.setdefault((candidate.sentence.start, candidate.start), []).append(candidate)
    told_before: set[Kind] = set()
    if main is not None:
        stated = main.dated if main.dated is not None and main.dated.basis is not Basis.ISSUE else None
        anchor = stated or default or _date_beside(main, found, issue) or main.dated or fallback
        if anchor is not None:
            level = Level.MENTIONED if unit.entry and _is_calendar(story) else Level.MAIN
            made.append(_event(main, anchor, level, story, unit, heading, issue))
    for candidate in found:
        earlier = frozenset(told_before)
        told_before.update(candidate.kinds.weights)
        if candidate is main or (main is None and candidate.dated is None):
            continue
        if candidate.dated is not None:
            if _is_mentioned(candidate, clauses_of[candidate.sentence.start, candidate.start], main, anchor):
                twin = main is not None and main.sentence is candidate.sentence and main.start == candidate.start
                level = Level.MAIN if twin else Level.MENTIONED
                made.append(_event(candidate, candidate.dated, level, story, unit, "", issue))
        elif anchor is not None and main is not None and _is_told_beside(candidate, main, story):
            made.append(_event(candidate, anchor, Level.MENTIONED, story, unit, "", issue))
        elif fallback is not None and main is not None and _is_further(candidate, main, earlier, titled):
            made.append(_event(candidate, fallback, Level.MAIN, story, unit, "", issue))
    yield from sorted(_apart(made), key=_in_order)


def _in_order(event: Event) -> tuple[int, bool, date]:
    return event.start, event.level is not Level.MAIN, event.when.start or date.min


def _headline(story: Story, unit: Unit) -> str:
    """The heading that speaks of the unit: none for one of several entries."""
    if unit.entry:
        return ""
    return story.label if story.country and story.label and story.sibling is not None else story.heading or story.label


def _candidates(sentence: Told) -> Iterator[_Candidate]:
    if not sentence.dates:
        yield _Candidate(sentence, None, sentence.start, sentence.end, sentence.kinds, sentence.strength)
        return
    for dated, start, end in clauses(sentence):
        if (start, end) == (sentence.start, sentence.end):
            kinds, strength = sentence.kinds, sentence.strength
        else:
            kinds = score_kinds(sentence.text[start - sentence.start : end - sentence.start])
            if kinds.strength < 0.5 and _cue("held").search(masked(sentence.text[start - sentence.start : end - sentence.start])):
                weights = {kind: weight * 0.6 for kind, weight in sentence.kinds.weights.items()}
                kinds = KindScore(weights, sentence.kinds.words, verb=True)
            ratio = sentence.strength / sentence.kinds.strength if sentence.kinds.strength else 0.0
            strength = kinds.strength * max(ratio, 0.3)
        yield _Candidate(sentence, dated, start, end, kinds, strength)


def _is_calendar(story: Story) -> bool:
    return _cue("calendar").search(story.heading.lower()) is not None


_BESIDE = 400
"""How near a date must stand to what happened "recently", in characters."""
_OBSERVED = KindScore({Kind.CAMPAIGN: 1.0}, {Kind.CAMPAIGN: ()}, verb=False)


def _listed(candidate: _Candidate) -> _Candidate:
    """An entry of a calendar tells an event without a verb."""
    if (
        candidate.dated is None
        or candidate.dated.start > candidate.start + 4
        or candidate.sentence.end - candidate.sentence.start > 160
    ):
        return candidate
    kinds = candidate.kinds if candidate.kinds.weights else KindScore({Kind.MEETING: 1.0}, {Kind.MEETING: ()}, verb=False)
    return replace(candidate, kinds=kinds, strength=max(candidate.strength, 2.0))


def _date_beside(main: _Candidate, found: Sequence[_Candidate], issue: When | None) -> Dated | None:
    """The date of an undated main sentence: the nearest in its paragraph that lies in or just before the issue."""
    near = [
        candidate
        for candidate in found
        if candidate.dated is not None
        and candidate.dated.when.precision <= Precision.MONTH
        and candidate is not main
        and (main.dated is None or abs(candidate.start - main.start) < _BESIDE)
        and candidate.sentence.paragraph == main.sentence.paragraph
        and _distance(candidate.dated, issue) < 2
        and not candidate.sentence.planned
    ]
    best = min(near, key=lambda candidate: abs(candidate.start - main.start), default=None)
    if best is None or best.dated is None:
        return None
    return replace(best.dated, basis=Basis.RESOLVED, rule="date-beside")


def _set_in_time(candidate: _Candidate, before: _Candidate | None, issue: When | None) -> _Candidate:
    """An undated sentence right behind one that sets a scene in time but tells no event itself takes its date."""
    if candidate.dated is not None or candidate.strength < CERTAIN or before is None or before.dated is None:
        return candidate
    scene = before.sentence.paragraph == candidate.sentence.paragraph and before.strength < CERTAIN
    if not scene or before.dated.basis is Basis.ISSUE or _distance(before.dated, issue) >= 1:
        return candidate
    return replace(candidate, dated=replace(before.dated, basis=Basis.RESOLVED, rule="date-beside"))


def _scored(candidate: _Candidate, heading: str, place: int, issue: When | None) -> _Candidate:
    """How well a candidate would do as the main milestone of its unit."""
    score = min(candidate.strength, 6.0) - (1.5 if candidate.sentence.planned else 0.0)
    score += max(0.0, 1.8 - 0.45 * place) + (0.4 if candidate.sentence.first else 0.0)
    words = {word.lower()[:6] for word in _WORD.findall(heading)}
    if words:
        shared = words & {word.lower()[:6] for word in _WORD.findall(candidate.sentence.text)}
        score += 2.5 * len(shared) / len(words)
        titled = score_kinds(heading).best
        score += min(1.5, 0.25 * candidate.kinds.weights.get(titled, 0.0)) if titled else 0.0
    if candidate.dated is not None and candidate.dated.basis is not Basis.ISSUE:
        score += 2.0 + (0.5 if candidate.dated.when.precision <= Precision.MONTH else 0.0) - _distance(candidate.dated, issue)
    return replace(candidate, score=score)


def _distance(dated: Dated, issue: When | None) -> float:
    """What a date far from the issue costs a main milestone: little for the quarter before, much for years ago or ahead."""
    if issue is None or issue.start is None or issue.end is None or dated.when.start is None or dated.when.end is None:
        return 0.0
    before, after = (issue.start - dated.when.end).days, (dated.when.start - issue.end).days
    if before > 0:
        return min(6.0, 1.0 + before / 60)
    if after > 0:
        return min(4.0, 1.5 + after / 120)
    return 1.5 if (dated.when.end - dated.when.start).days > 200 else 0.0


def _main(found: Sequence[_Candidate], fallback: Dated | None, titled: float) -> _Candidate | None:
    """The best candidate; `titled` is how strongly the heading names an event, which an undated sentence may lean on."""
    possible = [
        candidate
        for candidate in found
        if (candidate.dated is not None and candidate.strength >= _needed(candidate.dated) and _is_point(candidate.dated.when))
        or (
            candidate.dated is None
            and fallback is not None
            and candidate.strength > 0.5
            and candidate.strength + 0.5 * titled >= CERTAIN_UNDATED
            and not candidate.sentence.planned
        )
    ]
    return max(possible, key=lambda candidate: candidate.score, default=None)


def _needed(dated: Dated) -> float:
    """The strength that a dated main milestone needs: more where only the year is known, as sums over a year are told so."""
    return _CERTAIN_YEAR if dated.when.precision >= Precision.YEAR else CERTAIN


def _is_point(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days < _SPAN_LIMIT


def _is_mentioned(candidate: _Candidate, same_clause: Sequence[_Candidate], main: _Candidate | None, anchor: Dated | None) -> bool:
    """Whether a dated candidate beside the main one is a milestone of its own; `same_clause` are those of its clause."""
    assert candidate.dated is not None
    if candidate.strength < CERTAIN or not _is_point(candidate.dated.when):
        return False
    year_only = candidate.dated.when.precision is Precision.YEAR and not candidate.sentence.planned
    if year_only and candidate.strength < _CERTAIN_YEAR and not candidate.kinds.verb:
        return False
    if len(same_clause) > 1 and not _is_listed(candidate.sentence, [other.dated for other in same_clause if other.dated]):
        best = min(same_clause, key=lambda other: (other.dated.when.precision if other.dated else 9, other is not main))
        if candidate is not best or (main is not None and main.sentence is candidate.sentence and main.start == candidate.start):
            return False
    if main is None or anchor is None:
        return True
    if candidate.dated.when.overlaps(anchor.when):
        return (
            candidate.kinds.best is not main.kinds.best
            and candidate.strength >= 1.5 * CERTAIN
            and candidate.sentence is not main.sentence
        )
    return True


def _is_listed(sentence: Told, dates: Sequence[Dated]) -> bool:
    """Whether dates stand in one list ("in July and November"), each for an event of its own."""
    return "respectively" in sentence.text or all(
        _LIST.fullmatch(sentence.text, a.end - sentence.start, b.start - sentence.start) for a, b in pairwise(dates)
    )


def _is_told_beside(candidate: _Candidate, main: _Candidate, story: Story) -> bool:
    """Whether an undated sentence tells something else that was done on the day of the main milestone.

    So do the further activities of an observance day, and what a meeting adopted or signed.
    """
    if candidate.sentence.planned or not candidate.kinds.verb:
        return False
    if story.country and story.sibling is not None:
        return candidate.strength >= 3.6 and candidate.sentence.paragraph != main.sentence.paragraph
    adopted = _cue("adopting").search(masked(candidate.sentence.text)) is not None
    return adopted and candidate.kinds.best in _ADOPTED and main.kinds.best not in _ADOPTED and candidate.strength >= 3.0


def _is_further(candidate: _Candidate, main: _Candidate, earlier: frozenset[Kind], titled: KindScore) -> bool:
    """Whether an undated sentence begins a second event: it opens a paragraph with an event of a kind not named before."""
    kind = candidate.kinds.best
    if kind not in _HELD_KINDS or not candidate.sentence.first or candidate.sentence.paragraph <= main.sentence.paragraph:
        return False
    if not _PASSIVE.search(masked(candidate.sentence.text)) or candidate.strength < CERTAIN:
        return False
    return kind not in titled.weights and kind not in earlier


def _heading_date(story: Story) -> Dated | None:
    if story.month is None:
        return None
    return Dated(0, 0, "", story.month, Basis.RESOLVED, "month-heading")


def _issue_date(issue: When | None) -> Dated | None:
    return None if issue is None else Dated(0, 0, "", issue, Basis.ISSUE, "period-of-the-issue")


def _event(candidate: _Candidate, dated: Dated, level: Level, story: Story, unit: Unit, heading: str, issue: When | None) -> Event:
    kind, words = _kind(candidate, heading, level)
    planned = issue is not None and _is_planned(candidate.sentence, dated, issue)
    reasons = (
        Reason("date", dated.rule, dated.text),
        Reason("kind", f"words-for-{kind.value}", ", ".join(words)),
        Reason("level", "what-the-article-is-about" if level is Level.MAIN else "told-in-passing", ""),
    )
    return Event(
        unit, candidate.sentence, candidate.start, candidate.end, dated.when, dated.basis, dated.text, level, kind, planned,
        candidate.strength, reasons, _share_of(candidate),
    )  # fmt: skip


def _share_of(candidate: _Candidate) -> tuple[int, int] | None:
    dates = candidate.sentence.dates
    if candidate.dated is None or len(dates) < 2 or not _is_listed(candidate.sentence, dates):
        return None
    return dates.index(candidate.dated), len(dates)


def _kind(candidate: _Candidate, heading: str, level: Level) -> tuple[Kind, tuple[str, ...]]:
    weights = dict(candidate.kinds.weights)
    words = dict(candidate.kinds.words)
    if heading and level is Level.MAIN:
        titled = score_kinds(heading)
        for kind, weight in titled.weights.items():
            weights[kind] = weights.get(kind, 0.0) + _HEADING_SHARE * weight
            words[kind] = (*words.get(kind, ()), *titled.words[kind])
    best = max(weights, key=lambda kind: weights[kind])
    return best, tuple(dict.fromkeys(words[best]))


def _is_planned(sentence: Told, dated: Dated, issue: When) -> bool:
    """Announced: its sentence speaks of what is to come, or it lies after the issue."""
    assert issue.end is not None
    start, end = dated.when.start, dated.when.end
    assert start is not None
    assert end is not None
    return start > issue.end or (dated.basis is not Basis.ISSUE and end >= issue.end and (dated.future or sentence.planned))


def _apart(made: Sequence[Event]) -> Iterator[Event]:
    """Events without those that tell another's event again: the same day in the same sentence, or nearly the same words."""
    kept: list[Event] = []
    for event in made:
        words = set(_WORD.findall(masked(event.sentence.text)))
        for other in kept:
            same_day = other.when == event.when
            if same_day and (
                other.sentence is event.sentence or _share(words, set(_WORD.findall(masked(other.sentence.text)))) > 0.7
            ):
                break
        else:
            kept.append(event)
    yield from kept


def _share(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
