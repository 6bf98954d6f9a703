"""One story to its milestones: its events, each with where it was, who paid for it, its title and how sure all that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from db.models import Basis, Kind, Level, Milestone, Reason, Span
from db.when import When
from importers.datelines import DAY_TOLD, DAYS_TOLD, own_time
from importers.dates.rules import DateRule
from importers.events.event import Event, on_its_own
from importers.events.kinds import score_kinds
from importers.events.milestones import events
from importers.events.once import Once
from importers.events.ownwords import dated_in, of_others, own_words, placed_apart
from importers.events.series import find_series
from importers.events.siblings import Siblings
from importers.events.telling import Told, told
from importers.funding.chapters import Chapters
from importers.funding.common import Common
from importers.funding.finding import funding
from importers.funding.headed import with_heading
from importers.funding.ledger import Ledger
from importers.funding.projects import Projects
from importers.funding.shares import Shares
from importers.issue.period import last_day
from importers.partners import find_partners
from importers.places.around import in_series, of_the_same, together, told_about, with_both, within
from importers.places.headed import country_label
from importers.places.mentions import told_countries
from importers.places.paying import givers
from importers.places.venues import Ground, Involved, Words, involved, reviewed
from importers.quoting import citations, evidence, quoted
from importers.readers.blocks import BlockKind
from importers.sentences import sentences
from importers.story import Story
from importers.titles.asides import aside, in_words
from importers.titles.headlines import is_headline
from importers.titles.naming import in_full
from importers.titles.pronouns import with_its_name
from importers.titles.shortening import SHORTEST, verb_of
from importers.titles.title import clause_of, title_of
from importers.titles.undated import without_times

_CLAUSE_SHORT = 55
"""A clause shorter than this makes no title."""
_WEAK = 2.5
"""An event of less strength is hardly told."""
_PLANNED_LAST = re.compile(r"\s(?:is|are)\s(?:also\s|now\s)?(?:planned|scheduled|foreseen|envisaged|expected|due)$")
"""How a title ends that says again that its milestone is planned."""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """What is known of a newsletter whose stories are read one after the other."""

    raw: str
    issue: When | None
    reference: date
    names: frozenset[str]
    """The words that keep their capitals in a title."""
    siblings: Siblings
    once: Once
    dollar: str
    """The currency that a bare "$" stands for."""
    common: Common
    projects: Projects
    chapters: Chapters
    ledger: Ledger
    groups: Sequence[Sequence[str]] = ()
    """The countries that it is about, where they are several (`importers.places.regions.groups_of`)."""
    about: dict[int, str] = field(default_factory=dict)
    """The ISO code of the one country that a story is about, by the story's place, where a milestone of it names none."""


def milestones_of(newsletter: Newsletter, story: Story, index: int) -> dict[int, Milestone]:
    """The milestones of a story that are not told already, by their numbers; `index` is the story's."""
    text = story.flow.text
    # a story that says when it was written is as good as an issue of its own
    issue = When(f"{story.written:%Y-%m}") if story.written is not None else newsletter.issue
    reference = newsletter.reference
    if story.time is None and (told_at := own_time(story.passages[0], issue)) is not None:
        issue, reference = told_at, last_day(told_at, reference)
    shared = newsletter.siblings.day(story)
    sentences = told(story, issue, reference, shared.when if shared is not None else None)
    drafts = sorted(events(story, sentences, issue, shared), key=lambda event: event.level is not Level.MAIN)
    quotes = [quoted(story, sentences, event) for event in drafts]
    numbers: dict[int, int] = {}
    for place in sorted(range(len(drafts)), key=quotes.__getitem__):
        if (number := newsletter.once.number(drafts[place], story)) is not None:
            numbers[number] = place
    if not numbers:
        return {}
    kept = set(numbers.values())
    units = {drafts[place].unit for place in kept}
    again = {draft.unit for draft in drafts if draft.unit.entry and draft.unit not in units}
    rows = [span for span, passage in zip(story.paragraphs, story.passages, strict=True) if passage.kind is BlockKind.ROW]
    paid = funding(text, sentences, rows, newsletter.dollar, sorted((unit.start, unit.end) for unit in again))
    paying = [on_its_own(draft) for draft in drafts]
    shares = Shares(paid, paying, story.around)
    ground = Ground(text, told_countries(text, paid.silent, newsletter.groups), story.country, paid.silent, newsletter.groups)
    where = _where(ground, story, sentences, drafts, kept)
    if not all(where[place].countries for place in kept):
        newsletter.about[index] = told_about(ground.named, story.heading, givers(text, (0, len(text)), paid.silent))
    return {
        number: _milestone(newsletter, story, index, drafts[place], quotes[place], where[place], shares, paying[place])
        for number, place in numbers.items()
    }


def _where(
    ground: Ground, story: Story, sentences: Sequence[Told], drafts: Sequence[Event], kept: Set[int]
) -> Mapping[int, Involved]:
    """Where each event of a story was, by its place in `drafts`, the main ones first; `kept` are those that become milestones."""
    text = ground.text
    above = None
    if story.intro is not None:
        above = involved(ground, Words(story.intro, story.intro, main=True, heading=story.heading))
    units = {drafts[place].unit for place in kept}
    taken = frozenset(draft.sentence.start for draft in drafts if draft.level is Level.MAIN)
    told_in = Counter(draft.unit for draft in drafts)
    where: dict[int, Involved] = {}
    anchors: dict[Span, Involved] = {}
    days: dict[Span, When] = {}
    told_by: dict[Span, Span] = {}
    paying: dict[Span, frozenset[str]] = {}
    for place, event in enumerate(drafts):
        span = (event.unit.start, event.unit.end)
        if place not in kept and (event.level is not Level.MAIN or event.unit not in units):
            # a main one lends its countries to the others of its unit
            continue
        if span not in paying:
            paying[span] = givers(text, span, ground.silent)
        own = own_words(sentences, event, alone=told_in[event.unit] == 1)
        main_one = event.level is Level.MAIN
        heading = _own_heading(story, event) or (country_label(story.heading) if main_one else "")
        words = Words(
            own, span, main=main_one, heading=heading, paying=paying[span], share=event.share,
            fallback=anchors.get(span, above if event.unit.entry else None), others=of_others(sentences, event, taken),
            dated_in=dated_in(sentences, event), placed=placed_apart(text, ground.named, event),
        )  # fmt: skip
        where[place] = involved(ground, words)
        if event.level is Level.MAIN:
            anchors.setdefault(span, where[place])
            days.setdefault(span, event.when)
            told_by.setdefault(span, own)
        elif span in anchors:
            main, made = anchors[span], where[place]
            made = together(made, text[slice(*own)], event.when, main, days[span])
            if not event.planned:
                # who will come to the next meeting is not known before it
                made = in_series(made, text[slice(*own)], main, text[slice(*told_by[span])])
            made = with_both(within(made, event.when, main, days[span]), text[slice(*own)], main)
            before = text[max(event.unit.start, own[0] - _REACH) : own[0]] + text[slice(*told_by[span])]
            where[place] = of_the_same(made, text[slice(*own)], main, before)
    return where


def _own_heading(story: Story, event: Event) -> str:
    return story.heading if event.level is Level.MAIN and not event.unit.entry else ""


def _milestone(
    newsletter: Newsletter, story: Story, index: int, event: Event, at: Span, countries: Involved, shares: Shares, paying: Event
) -> Milestone:
    paid = with_heading(shares.of(paying, next(iter(countries.locations), "")), _own_heading(story, event), newsletter.dollar)
    codes = {place.code for place in countries.countries}
    paid = newsletter.projects.pay(newsletter.common.pay(paid, index, event.kind), index, event, codes)
    paid = newsletter.chapters.pay(paid, index, event, story.heading)
    paid = newsletter.ledger.pay(paid, index, event, codes)
    series = find_series(event.sentence.text if event.level is Level.MENTIONED else f"{event.sentence.text} {story.heading}")
    told_of = _bare_sentence(story.flow.text, event)
    part = event.sentence.text[: max(0, event.sentence.text.rfind(told_of[:_BEGINNING], 0, event.dated_at - event.sentence.start))]
    before = story.flow.text[event.unit.start : event.sentence.start] + part
    told_of = in_full(with_its_name(told_of, part if verb_of(part) else _before(story.flow.text, event)), before, story.heading)
    title = title_of(_speaking_heading(story, event), told_of, newsletter.names, story.heading)
    if event.planned and len(bare := _PLANNED_LAST.sub("", title).rstrip(" ,")) >= SHORTEST and verb_of(bare) is None:
        title = bare
    long_ago = newsletter.issue is not None and _is_long_before(event.when, newsletter.issue)
    confidence, doubts = _confidence(event, countries, doubtful=story.is_doubtful(*at), long_ago=long_ago)
    return Milestone(
        title=title,
        when=event.when,
        kind=event.kind,
        level=event.level,
        date_text=" ".join(event.date_text.split()),
        basis=event.basis,
        planned=event.planned,
        series=series,
        place=countries.place,
        countries=reviewed(countries.countries) if event.kind is Kind.REVIEW else countries.countries,
        donors=paid.donors,
        amounts=paid.amounts,
        restated=paid.restated,
        partners=find_partners(story.flow.text[at[0] : at[1]]),
        evidence=evidence(newsletter.raw, story, index, at),
        citations=tuple(citations(newsletter.raw, story, index, shares.funding, paid.grounds, at)),
        confidence=confidence,
        reasons=(*event.reasons, *countries.reasons, *paid.reasons, *doubts),
    )


def _speaking_heading(story: Story, event: Event) -> str:
    """The heading of the story where it speaks of an event of this kind, or tells one as headlines do."""
    heading = _own_heading(story, event)
    kinds = score_kinds(heading)
    return heading if kinds.verb or kinds.best is event.kind or is_headline(heading) else ""


def _bare_sentence(text: str, event: Event) -> str:
    """What tells the event, without its dates: its clause, or the whole sentence where the clause says too little."""
    if parts := _beside(event):
        return in_words(_undated(text, event, start, end) for start, end in parts)
    start, end = event.start, event.end
    if end - start < _CLAUSE_SHORT:
        start, end = event.sentence.start, event.sentence.end
    subject, at = clause_of(event.sentence.text, start - event.sentence.start, end - event.sentence.start)
    start = event.sentence.start + at
    if (day := DAY_TOLD.match(text, start, end) or DAYS_TOLD.match(text, start, end)) is not None:
        start = day.end()
    bare = f"{subject} {_undated(text, event, start, end)}".strip()
    if any(map(str.isalpha, bare)):
        return bare
    # "26 September. Day of Languages in Ganja": an entry begins with its date alone
    return text[slice(*next(sentences(text, event.sentence.end, event.unit.end), (end, end)))]


def _before(text: str, event: Event) -> str:
    """The sentence before that of an event, in its paragraph; or nothing."""
    start = max(event.unit.start, text.rfind("\n", 0, event.sentence.start) + 1, event.sentence.start - _REACH)
    told = list(sentences(text, start, event.sentence.start))
    return text[slice(*told[-1])] if told else ""


_BEGINNING = 10
"""Characters that tell where a part of a sentence begins."""
_REACH = 500
"""Characters before a sentence that tell what it goes on about, at most."""


def _beside(event: Event) -> list[Span]:
    """The parts of the text that tell an event which its sentence tells beside something else."""
    begin = event.sentence.start
    date = next(((one.start - begin, one.end - begin) for one in event.sentence.dates if one.start == event.dated_at), None)
    return [(begin + start, begin + end) for start, end in aside(event.sentence.text, date)] if date else []


def _undated(text: str, event: Event, start: int, end: int) -> str:
    """`text[start:end]` without the dates that the sentence of an event has there."""
    named = [dated for dated in event.sentence.dates if dated.rule is not DateRule.OBSERVANCE]
    return without_times(
        text[start:end], [(one.start - start, one.end - start) for one in named if start <= one.start and one.end <= end]
    )


def _is_long_before(when: When, issue: When) -> bool:
    """Whether a date lies generations before the issue: the age of a building, or what torn columns put together."""
    return when.end is not None and issue.start is not None and issue.start.year - when.end.year > _GENERATIONS


_GENERATIONS = 60
"""In years."""


def _confidence(event: Event, countries: Involved, *, doubtful: bool, long_ago: bool) -> tuple[float, tuple[Reason, ...]]:
    """0 to 1, from how surely an event is told, how its date is known, and whether a country is named; and what lessens it."""
    value = 0.35 + min(event.strength, 6.0) / 12
    value += {Basis.STATED: 0.15, Basis.RESOLVED: 0.05}.get(event.basis, -0.1)
    value += 0.05 if countries.countries else -0.1
    value -= 0.1 if event.level is Level.MENTIONED else 0.0
    value -= 0.25 if doubtful else 0.0
    value -= 0.25 if long_ago else 0.0
    doubts = (
        ("columns-may-be-mixed-up", doubtful),
        ("long-before-the-issue", long_ago),
        ("words-hardly-tell-an-event", event.strength < _WEAK),
        ("only-the-period-of-the-issue-is-known", event.basis is Basis.ISSUE),
        ("date-worked-out", event.basis is Basis.RESOLVED),
        ("no-country-is-named", not countries.countries),
        ("told-in-passing", event.level is Level.MENTIONED),
    )
    return round(min(0.99, max(0.05, value)), 2), tuple(Reason("doubt", rule, "") for rule, there in doubts if there)
