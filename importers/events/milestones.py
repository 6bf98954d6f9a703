"""Which sentences of a story are milestones: one main for each unit, and those told in passing.

A candidate is a sentence, or the clause of one date in it, with how surely it tells an event. The main milestone is the candidate
that is sure, early, close to the issue and speaks the heading's words; a dated one is preferred to an undated one, which takes the
date of its neighbours, its heading, or the issue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import takewhile

from db.models import Basis, Kind, Level, Reason
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.byplace import Row, row_of
from importers.events.candidates import Candidate, distance
from importers.events.ceremonies import with_ceremonies
from importers.events.choice import date_beside, finer, first_of_entry, is_promised, main_of
from importers.events.dated import Dated
from importers.events.datelines import day_stated, days_above
from importers.events.entries import unit_candidates
from importers.events.event import Event, in_passing, level_reason
from importers.events.headline import Headline
from importers.events.kinds import HELD_KINDS, KindScore, score_kinds
from importers.events.news import news_of, part_of
from importers.events.observed import day_named
from importers.events.passing import is_first_of_two, is_further, is_listed, is_mentioned, is_next_of_all, is_told_beside, is_twin
from importers.events.telling import Told, tells_nothing
from importers.sections import is_calendar, is_chronicle, is_foreword, is_of_a_person, is_of_figures, tells_no_event
from importers.story import Story
from importers.units import Unit

_HEADING_SHARE = 0.6
"""What a word of the heading counts for a kind beside one in the sentence."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def events(story: Story, sentences: Sequence[Told], issue: When | None, default: Dated | None) -> Iterator[Event]:
    """The milestones of a story in order of appearance.

    `default` is the date of the common heading or of a sibling entry, for entries that state none.
    """
    if tells_no_event(story.heading):
        return
    if is_of_figures(story.heading):
        sentences = [sentence for sentence in sentences if sentence.dates]
    starts = [sentence.start for sentence in sentences]
    found: list[list[Event]] = []
    of_entries = default or _introduced(story, sentences, issue)
    feast = day_named(f"{story.heading}. {story.label}", issue)
    for unit in story.units:
        own = sentences[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        found.append(list(_unit_events(story, unit, own, issue, of_entries if unit.entry else default, feast)))
    if story.units and not story.units[0].entry and sum(_has_days(events) for events in found[1:]) >= _ENTRIES:
        # what stands above a list of dated events says what they are
        found[0] = [event for event in found[0] if event.when.precision <= Precision.MONTH and event.basis is not Basis.ISSUE]
    foreword = is_foreword(story.heading)
    of_a_person = is_of_a_person(story.heading)
    if foreword or of_a_person:
        # words to the readers and portraits tell of what has a day of its own, and sum up what was done in all the issue's months
        found = [[event for event in events if not _is_of_all(event, issue)] for events in found]
    if foreword or of_a_person:
        found = [[event for event in events if _BY_ME.search(event.sentence.text) is None] for events in found]
    passing = foreword or is_chronicle(story.heading)
    yield from (in_passing(event) if passing else event for events in found for event in events)


def _is_of_all(event: Event, issue: When | None) -> bool:
    """Whether nothing says when in the issue's period an event was."""
    return event.basis is Basis.ISSUE or (issue is not None and event.when.holds(issue))


_BY_ME = re.compile(r"\bI\s(?:\w{2,}ed|wrote|came|was\s(?!(?:glad|pleased|happy|proud|honou?red)\b)\w+|saw|took|left|spent)\b")
"""What the writer of a foreword, or who answers, did himself."""
_ENTRIES = 2


def _has_days(events: Sequence[Event]) -> bool:
    return any(event.unit.entry and event.when.precision is Precision.DAY for event in events)


def _unit_events(
    story: Story, unit: Unit, sentences: Sequence[Told], issue: When | None, default: Dated | None, feast: Dated | None
) -> Iterator[Event]:
    found = with_ceremonies(unit_candidates(story, unit, sentences, issue))
    if not found:
        return
    now = story.written or (issue.end if issue is not None else None)
    above = days_above(story, sentences, sentences[0].dates) if unit.start == 0 and sentences and not unit.entry else None
    fallback = default or above or _heading_date(story, now, issue) or _heading_day(story, unit, issue) or _issue_date(issue)
    heading = Headline.of(_headline(story, unit))
    titled = heading.kinds
    main = _main(story, found, fallback, heading, issue)
    if main is not None and main.dated is None and story.written is not None and is_promised(main, fallback):
        fallback = Dated(0, 0, "", When.of(story.written), Basis.RESOLVED, DateRule.WRITTEN_DAY)
    made: list[Event] = []
    anchor: Dated | None = None
    better: Candidate | None = None
    clauses_of = _by_clause(found)
    told_before: set[Kind] = set()
    news = news_of(found, main, issue) if main is not None and not unit.entry else []
    row = row_of(story, sentences, issue) if main is not None and not unit.entry else Row()
    day = fallback if row.level is Level.MAIN and _is_of_a_day(fallback) else None
    if main is not None:
        own = None if main.dated is None or _says_less(main.dated, fallback) else main.dated
        stated = own if own is not None and own.basis is not Basis.ISSUE else None
        written = fallback if fallback is not None and fallback.rule is DateRule.WRITTEN and own is None else None
        by_place = day is not None and main.dated is None
        better = None if by_place else finer(main, stated or written, found)
        finer_date = replace(better.dated, rule=DateRule.ELSEWHERE) if better and better.dated else None
        beside = None if by_place else date_beside(main, found, issue)
        anchor = finer_date or stated or default or beside or own or fallback
        if anchor is not None:
            aside = (unit.entry and _is_notice(main, anchor, now)) or _is_to_come(story, main, anchor, now)
            aside = aside or row.is_led_to_by(main.sentence)
            level = Level.MENTIONED if aside else Level.MAIN
            made.append(_event(main, anchor, level, unit, titled, now))
    for candidate in found:
        if candidate is main or candidate is better or _lends_day(candidate, anchor):
            pass
        elif anchor is not None and row.tells(candidate, anchor):
            done = candidate if candidate.kinds.weights else replace(candidate, kinds=_OBSERVED, strength=1.0)
            made.append(_event(done, candidate.dated or day or anchor, row.level, unit, None, now))
        elif candidate.dated is not None:
            if is_mentioned(candidate, clauses_of[candidate.start, candidate.end], main, anchor):
                twin = main is not None and is_twin(candidate, main, issue)
                apart = twin or is_next_of_all(candidate, issue) or candidate in news
                level = Level.MAIN if apart else Level.MENTIONED
                made.append(_event(candidate, candidate.dated, level, unit, None, now))
        elif anchor is not None and main is not None and is_told_beside(candidate, main, story):
            made.append(_event(candidate, anchor, Level.MENTIONED, unit, None, now))
        elif (
            fallback is not None
            and main is not None
            and (is_further(candidate, main, told_before, titled) or is_first_of_two(candidate, main, fallback))
        ):
            made.append(_event(candidate, fallback, Level.MAIN, unit, None, now))
        told_before.update(candidate.kinds.weights)
    cuts = [story.paragraphs[one.sentence.paragraph][0] for one in news]
    yield from sorted(_apart(_parted(_on_its_day(made, feast, row), cuts)), key=_in_order)


def _on_its_day(made: Sequence[Event], feast: Dated | None, row: Row) -> list[Event]:
    """The events of a unit, those of an observance as such, and what is told of each place of a row as an entry of its own."""
    observed = made if feast is None else [_observing(event, feast) for event in made]
    if row.level is not Level.MAIN:
        return list(observed)
    return [replace(event, unit=row.part_of(event.unit, event.sentence.start)) for event in observed]


def _parted(made: Sequence[Event], cuts: Sequence[int]) -> list[Event]:
    """The events of a unit, which pieces of news of their own begin in at `cuts`, each of its part."""
    return [replace(event, unit=part_of(event.unit, cuts, event.sentence.start)) for event in made]


def _is_of_a_day(fallback: Dated | None) -> bool:
    """Whether the heading says on which day all was that is told below it."""
    return fallback is not None and fallback.rule in (DateRule.HEADED, DateRule.OBSERVANCE)


def _is_to_come(story: Story, main: Candidate, anchor: Dated, now: date | None) -> bool:
    """Whether an entry of a calendar announces something."""
    told = main.dated is None or main.dated.tense != " "
    return is_calendar(story.heading) and (now is None or not told or _is_planned(main.sentence, anchor, now))


def _is_notice(main: Candidate, anchor: Dated, now: date | None) -> bool:
    """Whether an entry only says what will be and when, without a verb, as those of a diary do: "3 May: seminar in Osh"."""
    ahead = now is not None and anchor.when.start is not None and anchor.when.start > now
    return ahead and main.dated is not None and main.dated.tense == " "


def _observing(event: Event, feast: Dated) -> Event:
    """An event of the day that its story is about is of the day's kind, where few words say what was done on it."""
    if event.when != feast.when or event.kind is Kind.CAMPAIGN or event.sentence.kinds.strength > _FAINT:
        return event
    reasons = (Reason("kind", feast.rule.value, feast.text) if reason.field == "kind" else reason for reason in event.reasons)
    return replace(event, kind=Kind.CAMPAIGN, reasons=tuple(reasons))


_FAINT = 2.0
"""Words for a kind that count more say what was done, whatever the day."""


def _main(
    story: Story, found: Sequence[Candidate], fallback: Dated | None, heading: Headline, issue: When | None
) -> Candidate | None:
    """The main one of a unit: the best, or what its heading says, where the day of an observance or a common event is known."""
    main = main_of(found, fallback, heading, issue)
    if story.country and fallback is not None and fallback.rule is DateRule.COMMON_DAY:
        first = first_of_entry(found, fallback)
        if first is not None:
            return first if first.kinds.weights else replace(first, kinds=_OBSERVED, strength=1.0)
    if fallback is not None and fallback.rule is DateRule.OBSERVANCE and (main is None or _is_far_down(main)):
        told = [one for one in found if not tells_nothing(one.sentence) and not one.sentence.text.endswith(":")]
        first = next((one for one in told if one.end - one.start > _PLACE_LABEL), told[0] if told else None)
        return replace(first, kinds=_OBSERVED, strength=1.0) if first is not None else main
    if (
        main is None
        and len(found) == 1
        and fallback is not None
        and fallback.rule is DateRule.WRITTEN
        and heading.kinds.strength >= _TEASED
    ):
        # "UN delivers workshop", and below the day a few words of it: "Experts are in Kenya this week ..."
        return replace(found[0], kinds=heading.kinds, strength=1.0)
    named = heading.kinds if heading.kinds.weights or not story.label else score_kinds(story.label)
    if main is None and story.country and (story.sibling is not None or (story.label and named.weights)):
        return replace(found[0], kinds=named if named.weights else _OBSERVED, strength=1.0)
    return main


_TEASED = 1.6
"""Words for a kind in a heading that count so much tell an event, where the text below it has but a sentence."""
_PLACE_LABEL = 30
"""Characters of the name of a place that an entry begins with as its label, which tells nothing."""


def _by_clause(found: Sequence[Candidate]) -> Mapping[tuple[int, int], Sequence[Candidate]]:
    """The dated candidates that share a clause, by where it stands."""
    clauses: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found:
        if candidate.dated is not None:
            clauses.setdefault((candidate.start, candidate.end), []).append(candidate)
    return clauses


def _says_less(dated: Dated, fallback: Dated | None) -> bool:
    """Whether a year is told that holds the month known from the story's place: "the activities of 2020 were discussed"."""
    known = fallback is not None and fallback.rule is DateRule.WRITTEN and dated.when.precision is Precision.YEAR
    return known and fallback is not None and dated.when.holds(fallback.when)


def _lends_day(candidate: Candidate, anchor: Dated | None) -> bool:
    """Whether the main milestone has the observance day that a candidate names."""
    own = candidate.dated
    beside = anchor is not None and anchor.rule is DateRule.BESIDE
    return own is not None and beside and own.rule is DateRule.OBSERVANCE and anchor is not None and own.start == anchor.start


def _introduced(story: Story, sentences: Sequence[Told], issue: When | None) -> Dated | None:
    """The day that the text above the entries of a list gives for all of them: an observance, or a day of the issue's time."""
    if story.intro is None or not any(unit.entry for unit in story.units):
        return None
    _, end = story.intro
    above = f"{story.heading} {story.flow.text[:end]}"
    if (day := day_named(above, issue)) is not None:
        return day
    before = takewhile(lambda told: told.start < end, sentences)
    days = [one for told in before for one in told.dates if one.when.precision is Precision.DAY]
    return next((replace(day, basis=Basis.RESOLVED, rule=DateRule.LISTED) for day in days if distance(day, issue) < 1), None)


def _in_order(event: Event) -> tuple[int, bool, date]:
    return event.start, event.level is not Level.MAIN, event.when.start or date.min


def _is_far_down(main: Candidate) -> bool:
    """Whether a sentence without a date stands so far below a heading that names a day that it hardly tells of that day."""
    return main.dated is None and main.sentence.paragraph > 1


def _headline(story: Story, unit: Unit) -> str:
    """The heading that speaks of the unit: none for one of several entries."""
    if unit.entry:
        return ""
    return story.label if story.country and story.label and story.sibling is not None else story.heading or story.label


_OBSERVED = KindScore({Kind.CAMPAIGN: 1.0}, {Kind.CAMPAIGN: ()}, verb=False)


def _heading_date(story: Story, now: date | None, issue: When | None) -> Dated | None:
    if now is not None and (stated := day_stated(story.heading, now, issue)) is not None:
        return stated
    if story.written is not None:
        if story.dated or (story.placed and score_kinds(story.heading).strength >= _NAMED):
            return Dated(0, 0, "", When.of(story.written), Basis.RESOLVED, DateRule.BELOW_HEADING)
        return Dated(0, 0, "", When(f"{story.written:%Y-%m}~"), Basis.RESOLVED, DateRule.WRITTEN)
    return Dated(0, 0, "", story.month, Basis.RESOLVED, DateRule.HEADED_MONTH) if story.month is not None else None


_NAMED = 2.4
"""Words for a kind that count so much name an event."""


def _heading_day(story: Story, unit: Unit, issue: When | None) -> Dated | None:
    """The observance day that the heading names: what a story about it tells without a date was done then."""
    heading = _headline(story, unit)
    day = day_named(heading, issue)
    return replace(day, text="") if day is not None else None


def _issue_date(issue: When | None) -> Dated | None:
    return None if issue is None else Dated(0, 0, "", issue, Basis.ISSUE, DateRule.ISSUE)


def _event(candidate: Candidate, dated: Dated, level: Level, unit: Unit, titled: KindScore | None, now: date | None) -> Event:
    kind, words = _kind(candidate, titled if level is Level.MAIN else None)
    planned = now is not None and _is_planned(candidate.sentence, dated, now)
    reasons = (
        Reason("date", dated.rule.value, dated.text),
        Reason("kind", f"words-for-{kind.value}", ", ".join(words)),
        level_reason(level),
    )
    return Event(
        unit, candidate.sentence, candidate.start, candidate.end,
        dated.when, dated.basis, dated.text, dated.start, level, kind, planned,
        candidate.strength, reasons, _share_of(candidate),
    )  # fmt: skip


def _share_of(candidate: Candidate) -> tuple[int, int] | None:
    dates = candidate.sentence.dates
    if candidate.dated is None or len(dates) < 2 or not is_listed(candidate.sentence, dates):
        return None
    return dates.index(candidate.dated), len(dates)


def _kind(candidate: Candidate, titled: KindScore | None) -> tuple[Kind, tuple[str, ...]]:
    """The kind of an event and the words that say so; `titled` are those of a heading that speaks of it."""
    weights = dict(candidate.kinds.weights)
    words = dict(candidate.kinds.words)
    if candidate.dated is not None and candidate.dated.rule is DateRule.OBSERVANCE:
        # a day that is named for something else says only when: "the keys changed hands on the Day of Peace"
        told = score_kinds(candidate.sentence.text.replace(candidate.dated.text, " "))
        deeds = told.verb and told.best not in (None, Kind.CAMPAIGN)
        weights, words = (dict(told.weights), dict(told.words)) if deeds else (weights, words)
        weights[Kind.CAMPAIGN] = weights.get(Kind.CAMPAIGN, 0.0) + (0.0 if deeds else 2.0)
        words.setdefault(Kind.CAMPAIGN, (candidate.dated.text,))
    if titled is not None:
        vague = max(weights, key=weights.__getitem__) if titled.best in _TOLD_OF and titled.strength >= _HOLDS else None
        if vague is not None and all(_VAGUE.match(word) for word in words.get(vague, ())):
            # "spent a week in the hills" below "School of journalism"
            weights[vague] = min(weights[vague], _HEADING_SHARE)
        for kind, weight in titled.weights.items():
            weights[kind] = weights.get(kind, 0.0) + _HEADING_SHARE * weight
            words[kind] = (*words.get(kind, ()), *titled.words[kind])
    best = max(weights, key=lambda kind: weights[kind])
    return best, tuple(dict.fromkeys(words[best]))


_HOLDS = 1.0
"""Words for a kind in a heading that count so much name what is held."""
_TOLD_OF = HELD_KINDS - {Kind.OPERATION}
_VAGUE = re.compile(r"spen[dt]|came|went|stayed|played|worked|stood", re.IGNORECASE)
"""Verbs that say little beside what is held."""


def _is_planned(sentence: Told, dated: Dated, now: date) -> bool:
    """Announced: its part of the sentence speaks of what is to come, or it lies after `now` and nobody says that it was."""
    assert dated.when.start is not None
    assert dated.when.end is not None
    if dated.tense == "+" or (sentence.planned and dated.tense == " "):
        return dated.basis is not Basis.ISSUE and dated.when.end >= now
    return dated.when.start > now and dated.tense != "-"


def _apart(made: Sequence[Event]) -> Iterator[Event]:
    """Events without those that tell others' again: the same day in one sentence, nearly the same words, the year of several."""
    kept: dict[str, list[Event]] = {}
    for event in made:
        if _sums_up(event, made):
            continue
        same_day = kept.setdefault(event.when.edtf, [])
        if not any(
            other.sentence is event.sentence or _share(_words(event.sentence.lower), _words(other.sentence.lower)) > 0.7
            for other in same_day
        ):
            same_day.append(event)
            yield event


def _sums_up(event: Event, made: Sequence[Event]) -> bool:
    """Whether an event told in passing is only the year of others of its kind: "held a series of operations this year"."""
    if event.level is Level.MAIN or event.planned or event.when.precision is not Precision.YEAR:
        return False
    finer = (other for other in made if other.kind is event.kind and other.when.precision < Precision.YEAR)
    return any(event.when.holds(other.when) for other in finer)


@lru_cache(maxsize=32)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
