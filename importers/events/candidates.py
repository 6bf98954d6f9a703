"""Candidates for milestones: sentences and clauses, how surely each tells an event, how well it would do as the main one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from db.models import Basis, Kind, Span
from db.when import Precision, When
from importers.dates.rules import DateRule
from importers.events.beginnings import began
from importers.events.clauses import clauses, deed_put_in, has_no_verb, is_of_the_other, own_part, reported_from, told_of_a_noun
from importers.events.dated import Dated
from importers.events.headline import Headline
from importers.events.kinds import HELD_KINDS, MARGINS, KindScore, weighed
from importers.events.overtime import BEGINNINGS, fineness, is_over_time, is_sum
from importers.events.tales import is_tale
from importers.events.telling import FAINT, Told, judged, tells_nothing
from importers.lexicon import cues
from importers.sentences import Sentence
from importers.tense import DEED, looks_back

CERTAIN = 0.5
"""The strength from which a dated sentence is a milestone."""
_ROW = 240
"""An entry of a list is no longer than this, in characters."""
_TERM, _LONG_BEFORE = 366, 120
"""Days of what is a term rather than a time, and between a month and what lies long before it."""
_HEADED = 1.5
"""What it counts that a unit begins with nothing but the day of the event."""
_COMMON = 1.0
"""What a date counts that a sentence does not state but shares with its story."""
_SHARED = {DateRule.HEADED: 0.0, DateRule.HEADED_DAYS: 2 * _COMMON}
"""The same by its rule."""
_SURE, _SURER = 1.25, 0.3
"""The strength from which one surely tells an event, and what each further one counts for what the story is about."""
_FIRST_PLACE, _EACH_PLACE = 3.0, 0.4
"""What it counts to be the first sentence of a unit, and how much less each further one does."""
_TITLED = 1.75
"""What it counts that a sentence has all the words of its heading."""
_DATED = 2.5
"""What it counts that a sentence states its date."""
_SAME_DEED = 1.0
"""What it counts that a sentence tells the deed of its heading."""
_FIRST = 4
"""How far from its beginning an entry's date may stand to be its first word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, or the clause of one date in it, that may tell a milestone."""

    sentence: Told
    dated: Dated | None
    start: int
    """Half-open characters of the story's text."""
    end: int
    kinds: KindScore
    strength: float
    """How surely it tells an event."""
    place: int
    """Which sentence of its unit it is or stands in, from 0."""

    @property
    def planned(self) -> bool:
        """Whether it tells of what is to come."""
        return self.dated.tense == "+" if self.dated is not None else self.sentence.planned


def candidates(sentence: Told, place: int) -> Iterator[Candidate]:
    """The candidates of a sentence, the unit's number `place`: one for each of its dates, else the sentence itself."""
    if not sentence.dates:
        yield Candidate(sentence, None, sentence.start, sentence.end, sentence.kinds, sentence.strength, place)
        return
    if (reported := reported_from(sentence)) < sentence.end:
        kinds, strength = _told_in(sentence, sentence.start, reported, ())
        yield Candidate(sentence, None, sentence.start, reported, kinds, strength, place)
    alone = len(sentence.dates) == 1
    told: dict[tuple[int, int], tuple[KindScore, float]] = {}
    before: tuple[KindScore, float] | None = None
    for dated, start, end, put_in in clauses(sentence):
        if (start, end) not in told:
            whole = (start, end) == (sentence.start, sentence.end) and not put_in
            told[start, end] = (sentence.kinds, sentence.strength) if whole else _told_in(sentence, start, end, put_in)
            if before is not None and has_no_verb(sentence, start, dated) and told[start, end][1] < CERTAIN <= before[1]:
                # "visited the colony in July and the hospital in September"
                told[start, end] = before
            elif start > sentence.start and is_of_the_other(sentence, start):
                # "the first course was held in May, while the second was delivered in June"
                told[start, end] = before or _told_in(sentence, sentence.start, start, ())
            elif before is not None and start > sentence.start and _NO_SUBJECT.match(sentence.lower, start - sentence.start):
                told[start, end] = _of_the_same(told[start, end], before[0])
            before = told[start, end]
        kinds, strength = told[start, end]
        if strength < CERTAIN and (part := own_part(sentence, dated)) is not None:
            # "the post, completed in May with money from Japan, served as a model"
            own = judged(part, dated)
            if own[1] >= CERTAIN or DEED.search(part.lower) is not None:
                start, end, (kinds, strength) = part.start, part.end, own  # noqa: PLW2901
        elif (deed := told_of_a_noun(sentence, dated) or (deed_put_in(sentence, dated) if alone else None)) is not None:
            # "visited the shelter, which was opened in June", "the shelter, opened in June, received beds"
            own = judged(deed, dated)
            kinds, strength = own if own[1] >= CERTAIN else (kinds, strength)
        if (begun := began(sentence, dated, start, end, kinds)) is not None:
            kinds, strength = begun, begun.strength
        elif (
            is_over_time(sentence, dated)
            or is_tale(sentence, dated)
            or (not alone and (_is_of_the_frame(sentence, dated) or _is_of_a_name(sentence, dated)))
            or (fineness(dated.when) >= Precision.YEAR and is_sum(sentence, dated, kinds))
        ):
            strength = 0.0
        elif dated.when.precision is Precision.YEAR and not dated.carried and kinds.best not in BEGINNINGS:
            # "since 1994 it destroyed 55 tons" is a sum over years; what was opened since then began then
            strength = 0.0
        yield Candidate(sentence, dated, start, end, kinds, strength, place)


def _is_of_the_frame(sentence: Told, dated: Dated) -> bool:
    """Whether a date is that of the event beside which the sentence tells another: "on the margins of the session (3-9 May)"."""
    return _BESIDE_WHAT.search(sentence.text, 0, dated.start - sentence.start) is not None


def _is_of_a_name(sentence: Told, dated: Dated) -> bool:
    """Whether a year belongs to the name behind it: "the 2006 Peace Prize winner got the award in 2010"."""
    at = dated.start - sentence.start
    return (
        dated.when.precision is Precision.YEAR
        and _NAME_BEHIND.match(sentence.text, dated.end - sentence.start) is not None
        and _LEADS_TO_YEAR.search(sentence.text, max(0, at - 12), at) is None
    )


_NAME_BEHIND = re.compile(r"\s[A-Z][\w’'-]+\s[A-Z]")
"""A name of two words behind a year."""
_LEADS_TO_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Ff]rom|early|late|mid|and|,)[\s-]*$|\d[\s–-]*$")
_BESIDE_WHAT = re.compile(rf"\b(?:[Oo]n|[Aa]t|[Ii]n)\sthe\s{MARGINS}\sof\s[^.;:,()]{{3,110}}\((?:from\s)?$")
_NO_SUBJECT = re.compile(r"(?:and\s)?(?:(?:was|were|has been|had been)\s\w{2,}ed|entered|came|went|took|became)\b")
"""How a clause begins that goes on with the subject of the one before it."""
_OF_THE_SAME = 0.4


def _of_the_same(told: tuple[KindScore, float], before: KindScore) -> tuple[KindScore, float]:
    """What a clause without a subject tells, weighed by what the one before it tells of the same: a treaty entered into force."""
    kinds, strength = told
    weights = {kind: weight + _OF_THE_SAME * before.weights.get(kind, 0.0) for kind, weight in kinds.weights.items()}
    return replace(kinds, weights=weights), strength


def _told_in(sentence: Told, start: int, end: int, put_in: Sequence[Span]) -> tuple[KindScore, float]:
    """What a clause of a sentence tells without what was put in, and how surely."""
    text = sentence.text
    for first, last in put_in:
        text = text[: first - sentence.start] + " " * (last - first) + text[last - sentence.start :]
    clause = Sentence.of(text, start - sentence.start, end - sentence.start)
    kinds = weighed(clause)
    if kinds.strength < 0.5 and cues("telling", "holding").search(clause.lower, clause.words):
        weights = {kind: weight * 0.6 for kind, weight in sentence.kinds.weights.items()}
        kinds = KindScore(weights, sentence.kinds.words, verb=True)
    ratio = sentence.strength / sentence.kinds.strength if sentence.kinds.strength else 0.0
    return kinds, kinds.strength * max(ratio, 0.3)


def in_its_month(found: list[Candidate], month: When) -> list[Candidate]:
    """What stands below a month's heading happened then, where its first sentence speaks of no other day of that time.

    "Rebuilt after the earthquake of April 2015, the school was handed over" and "signed the work plan for 2016-2017" tell of the
    month in the heading.
    """
    first = [candidate for candidate in found if candidate.place == 0 and candidate.dated is not None]
    if (
        not first
        or not all(_is_aside(candidate, month) for candidate in first)
        or any(_is_of_the_time(one, month) for one in found)
    ):
        return found
    sentence = first[0].sentence
    whole = Candidate(sentence, None, sentence.start, sentence.end, sentence.kinds, sentence.strength, 0)
    return [whole, *(candidate for candidate in found if candidate.place or candidate.planned)]


def _is_of_the_time(candidate: Candidate, month: When) -> bool:
    """Whether a later sentence tells to the day an event of that month, or of the weeks before it."""
    if not candidate.place or candidate.dated is None or candidate.planned or candidate.strength < CERTAIN:
        return False
    when = candidate.dated.when
    if when.precision is not Precision.DAY or when.start is None or when.end is None or month.start is None or month.end is None:
        return False
    return when.start <= month.end and (month.start - when.end).days <= _WEEKS


_WEEKS = 21


def _is_aside(candidate: Candidate, month: When) -> bool:
    """Whether a candidate's date is a term, still to come, after the month or long before it."""
    assert candidate.dated is not None and month.start is not None
    when = candidate.dated.when
    if when.start is None or when.end is None or candidate.planned:
        return True
    return (when.end - when.start).days > _TERM or (month.start - when.end).days > _LONG_BEFORE or _is_after(candidate, month)


def _is_after(candidate: Candidate, month: When) -> bool:
    """Whether a month that a candidate tells begins after the month in the heading: "the report was delivered in July"."""
    when = candidate.dated.when if candidate.dated is not None else None
    if when is None or when.start is None or month.end is None:
        return False
    return when.precision is Precision.MONTH and when.start > month.end


def as_entry(candidate: Candidate, listed: KindScore | None, *, told: bool) -> Candidate:
    """An entry of a list or a calendar, which tells an event without a verb: its date stands first, or is its only one.

    `listed` is what the text above says that the entries are; `told`, whether a sentence of the entry tells an event by itself.
    """
    sentence = candidate.sentence
    if candidate.dated is None or sentence.end - sentence.start > _ROW or (told and not candidate.kinds.weights):
        return candidate
    if candidate.dated.start > candidate.start + _FIRST and len(sentence.dates) > 1:
        return candidate
    if tells_nothing(sentence):
        return candidate
    kinds = candidate.kinds
    if not kinds.weights or (listed is not None and not kinds.verb and kinds.strength < FAINT):
        # "Searching of lorries" among courses names what one was on
        kinds = listed or KindScore({Kind.MEETING: 1.0}, {Kind.MEETING: ()}, verb=False)
    if (
        listed is not None
        and (listed.best is Kind.AGREEMENT or (listed.best in HELD_KINDS and kinds.best not in HELD_KINDS))
        and " | " in sentence.text
        and not kinds.verb
    ):
        # in a table of courses "Search of vehicles" is what one was on, in one of contracts "Mine clearance" what one is for
        kinds = listed
    return replace(candidate, kinds=kinds, strength=max(candidate.strength, 2.0))


def set_in_time(candidate: Candidate, before: Candidate | None, issue: When | None) -> Candidate:
    """An undated sentence right behind one that sets a scene in time but tells no event itself takes its date."""
    if candidate.dated is not None or candidate.strength < CERTAIN or before is None or before.dated is None:
        return candidate
    scene = (
        before.sentence.paragraph == candidate.sentence.paragraph
        and before.strength < CERTAIN
        and not tells_nothing(before.sentence)
    )
    if (
        not scene
        or _PAID_FOR.search(candidate.sentence.lower) is not None
        or (before.planned and not candidate.sentence.planned and looks_back(candidate.sentence.lower))
        or before.dated.basis is Basis.ISSUE
        or (distance(before.dated, issue) >= 1 and not before.planned and _DATELINE.match(before.sentence.text) is None)
    ):
        return candidate
    return replace(candidate, dated=replace(before.dated, basis=Basis.RESOLVED, rule=DateRule.BESIDE))


_DATELINE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:[ ,]+(?:in|of|the|[A-ZÀ-Þ0-9][\w’'-]*)){0,9},\s(?=[^.]{0,9}\d)[^.]{4,24}\.?$")
"""Where and when, and nothing else: "Customs House in Osh, 13 May."."""
_PAID_FOR = re.compile(
    r"\b(?:was|were|is|are|has been|have been)\s(?:\w+ly\s|also\s)?(?:co-?)?(?:funded|financed|sponsored|paid for|bankrolled)\b"
)
"""Who paid is told of an event, and is none."""


def score(candidate: Candidate, heading: Headline, issue: When | None, common: Dated | None = None) -> float:
    """How well a candidate would do as the main milestone of its unit, whose `common` date goes for all that states none."""
    value = min(candidate.strength, _SURE) + _SURER * max(0.0, min(candidate.strength, 2 * _SURE) - _SURE)
    value -= 1.5 if candidate.planned else 0.0
    value -= _BEFORE if candidate.dated is not None and _had_been_done(candidate) else 0.0
    value += max(0.0, _FIRST_PLACE - _EACH_PLACE * candidate.place) + (0.4 if candidate.sentence.first else 0.0)
    if heading.stems:
        value += _TITLED * heading.shared(candidate.sentence.words) / len(heading.stems)
        value += _SAME_DEED if heading.deed_in(candidate.sentence.words) else 0.0
        titled = heading.kinds.best
        value += min(1.5, 0.3 * candidate.kinds.weights.get(titled, 0.0)) if titled else 0.0
    if candidate.dated is None:
        value += 0.0 if common is None else _SHARED.get(common.rule, _COMMON)
    elif common is not None and common.rule in _OF_THE_EVENT:
        # what an entry tells of another day is beside the event whose entry it is
        value += _COMMON if common.when.overlaps(candidate.dated.when) else -distance(candidate.dated, issue)
    elif candidate.dated.basis is not Basis.ISSUE:
        # the day in the heading is that of what the text tells of it
        headed = common is not None and common.rule is DateRule.HEADED and common.when.overlaps(candidate.dated.when)
        value += _COMMON if headed else 0.0
        # "13 February, Osh." and then what happened there
        value += _HEADED if candidate.dated.rule is DateRule.BESIDE and candidate.place == 1 else 0.0
        value += _DATED + (0.5 if fineness(candidate.dated.when) <= Precision.MONTH else 0.0) - distance(candidate.dated, issue)
    return value


_OF_THE_EVENT = frozenset((DateRule.COMMON_DAY, DateRule.HEADED_DAYS))
"""Rules of dates that are those of the event that a whole story tells."""
_BEFORE = 1.0
"""What it costs that it had been done before what is told."""


def _had_been_done(candidate: Candidate) -> bool:
    """Whether a candidate tells what had been done before something else."""
    lower, at = candidate.sentence.lower, candidate.sentence.start
    return "had" in candidate.sentence.words and HAD_BEEN.search(lower, candidate.start - at, candidate.end - at) is not None


HAD_BEEN = re.compile(
    r"\bhad\s(?:\w+ly\s|already\s|also\s|all\s)?(?:been\s)?(?:\w{2,}(?:ed|en|wn|ught)|held|met|made|done|found|set|put)\b"
)
"""What had been done before says nothing of when the rest was done."""


def distance(dated: Dated, issue: When | None) -> float:
    """What a date far from the issue costs a main milestone: little for the quarter before, much for years ago or ahead."""
    if issue is None or issue.start is None or issue.end is None or dated.when.start is None or dated.when.end is None:
        return 0.0
    before, after = (issue.start - dated.when.end).days, (dated.when.start - issue.end).days
    if before > 0:
        return min(6.0, 1.0 + before / 60)
    if after > 0:
        return min(4.0, 1.5 + after / 120)
    days = dated.when.length or 0
    long = days > 21 and "/" in dated.when.edtf and fineness(dated.when) is not Precision.MONTH
    return 1.5 if days > 200 else 0.3 if long else 0.0
