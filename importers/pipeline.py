"""A file to one reading: decode, lay out, cut into stories, find the events, fill in their fields. No store, no screen."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from db.models import Article, Basis, Kind, Level, Milestone, Reading, Reason, Source, Span
from db.names import country as country_code
from db.when import When
from importers.articles import Story, masthead, stories
from importers.collector import paused
from importers.datelines import day_of_writing, own_time, run_in
from importers.dates.finding import resolve, scan
from importers.dates.values import Context
from importers.events.dated import OBSERVANCE
from importers.events.kinds import score_kinds
from importers.events.milestones import Event, events
from importers.events.once import Once, with_row
from importers.events.ownwords import dated_in, of_others, own_words, placed_apart
from importers.events.series import find_series, in_full
from importers.events.siblings import Siblings
from importers.events.telling import told
from importers.funding.boxes import apart
from importers.funding.chapters import Chapters
from importers.funding.common import Common
from importers.funding.dollars import dollars_of
from importers.funding.finding import funding
from importers.funding.headed import with_heading
from importers.funding.patron import patrons, under_patrons
from importers.funding.projects import Projects
from importers.funding.shares import Shares
from importers.issue import issue_period, last_day, period_of
from importers.layout.repair import Passage, read_layout
from importers.mastheads import first_lines, tells_what_is_covered, unnumbered
from importers.partners import find_partners
from importers.places.around import at_story, in_all, in_its_language, together, told_about, with_both, within
from importers.places.home import at_home, home_of, is_named
from importers.places.mentions import told_countries
from importers.places.paying import givers
from importers.places.venues import Ground, Involved, Words, involved, reviewed
from importers.quoting import citations, evidence, quoted
from importers.readers.blocks import BlockKind
from importers.readers.decode import ReadError, decode
from importers.readers.headlines import is_capital
from importers.readers.sidebyside import unfolded
from importers.titles.casing import names_in
from importers.titles.shortening import SHORTEST
from importers.titles.title import clause_of, title_of
from importers.titles.undated import without_times

IMPORTER = "12"
"""The importer's version, raised whenever a rule or a name changes what is read; known bytes need no second reading under it."""
_FIRST_YEAR = 1900
"""The first year that is read."""
_CLAUSE_SHORT = 55
"""A clause shorter than this makes no title."""
_WEAK = 2.5
"""An event of less strength is hardly told."""
_BEYOND = re.compile(r"[\u0250-\U0010ffff]")
"""Characters beyond the Latin letters; most of those in an English text are quotation marks and dashes."""
_PLANNED_LAST = re.compile(r"\s(?:is|are)\s(?:also\s|now\s)?(?:planned|scheduled|foreseen|envisaged|expected|due)$")
"""How a title ends that says again that its milestone is planned."""
_COUNTRY_HEADING = re.compile(r"(?:THE |The )?(.{2,40}?)[.:]?")
_UNFOLDED = "columns that stood side by side were put one below the other"


@paused()
def read_newsletter(data: bytes, name: str, *, issue: When | None = None, today: date) -> Reading:
    """Read the milestones of one newsletter.

    `name` is its file's name, `issue` its period where a person gave it. Raises `ReadError` for what cannot be read.
    """
    if issue is not None and (issue.start is None or issue.end is None or not _FIRST_YEAR <= issue.end.year <= today.year + 1):
        raise ReadError(f"an issue that covers {issue.show()} cannot be; give its period, such as 2016-Q2")
    decoded = decode(data)
    raw = unfolded(decoded.text)
    _check_language(raw)
    layout = read_layout(raw)
    top = masthead(layout.passages)
    basis = "given"
    if issue is None:
        printed = [passage.text for passage in top]
        printed += [
            line
            for line in first_lines(raw)
            if line not in printed and (tells_what_is_covered(line) or period_of(bare := unnumbered(line), scan(bare)))
        ]
        issue, basis = issue_period(
            name,
            printed,
            (found for passage in layout.passages if passage.kind is not BlockKind.ROW for found in passage.dates),
            today,
        )
    reference = last_day(issue, today)
    passages, boxes = apart(layout.passages)
    found = stories(
        passages,
        _country_heading,
        lambda heading: _month_heading(heading, issue, reference),
        lambda text: day_of_writing(text, reference),
        lambda text: run_in(text, reference, issue),
    )
    names = names_in(raw) if any(is_capital(story.heading) for story in found) else frozenset()
    siblings = Siblings(found, issue, reference)
    newsletter = _Newsletter(
        raw, issue, reference, names, siblings, Once(), dollars_of(layout.passages), Common(found), Projects(found),
        Chapters(passages, boxes, found, reference),
    )  # fmt: skip
    numbered: dict[int, Milestone] = {}
    for index, story in enumerate(found):
        for number, milestone in _story_milestones(newsletter, story, index).items():
            numbered[number] = with_row(milestone, numbered[number]) if number in numbered else milestone
    milestones = in_full([numbered[number] for number in range(len(numbered))])
    entries: dict[int, list[str]] = {}
    for story in found:
        if story.sibling is not None and story.country:
            entries.setdefault(story.sibling, []).append(story.country)
    milestones = [in_its_language(in_all(one, entries.get(one.evidence.article, ()) if one.evidence else ())) for one in milestones]
    head = [passage.text for passage in top if not passage.text.endswith(".")]
    if home := home_of(head, milestones):
        milestones = at_home(milestones, home, named=is_named(head, home))
    else:
        milestones = [at_story(one, newsletter.about.get(one.evidence.article, "") if one.evidence else "") for one in milestones]
    # the title of a project, which may say who pays for that, is in no masthead
    if paying := patrons(masthead(passages[: boxes[0].title or None] if boxes else passages), layout.passages):
        milestones = under_patrons(milestones, paying)
    source = Source(name, _title(name, top, issue), raw, hashlib.sha256(data).hexdigest(), issue, basis if issue else "")
    articles = tuple(Article(_one_line(story.heading), story.flow.text) for story in found)
    notes = decoded.notes if raw is decoded.text else (*decoded.notes, _UNFOLDED)
    return Reading(source, articles, tuple(milestones), IMPORTER, notes)


def _check_language(raw: str) -> None:
    if not any(map(str.isalpha, _BEYOND.findall(raw, 0, 20_000))):
        return
    letters = [character for character in raw[:20_000] if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if letters and latin < 0.4 * len(letters):
        raise ReadError("its text is not in Latin letters; only English is read so far, so import the English edition")


def _country_heading(text: str) -> str:
    found = _COUNTRY_HEADING.fullmatch(text.strip())
    return (country_code(found[1]) or "") if found else ""


def _month_heading(heading: Passage, issue: When | None, reference: date) -> When | None:
    text = unnumbered(heading.text)
    found = period_of(text, heading.dates if text == heading.text else scan(text))
    if len(found) != 1:
        return None
    resolved = resolve(found[0], Context(reference=reference, issue=issue))
    when = resolved.when if resolved else None
    return None if when is None or when.start is None or when.end is None or (issue is not None and when.holds(issue)) else when


def _title(name: str, top: Sequence[Passage], issue: When | None) -> str:
    """What people call the source: its masthead and its period, else its file's name."""
    head = next((one.text for one in top if 3 <= len(one.text) <= 60 and not period_of(one.text, one.dates)), "")
    head = head.title() if head.isupper() else head
    if not head:
        return name
    return f"{head}, {issue.show()}" if issue is not None and str(issue.start)[:4] not in head else head


def _one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Newsletter:
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
    about: dict[int, str] = field(default_factory=dict)
    """The ISO code of the one country that a story is about, by the story's place, where a milestone of it names none."""


def _story_milestones(newsletter: _Newsletter, story: Story, index: int) -> dict[int, Milestone]:
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
    rows = [span for span, passage in zip(story.paragraphs, story.passages, strict=True) if passage.kind is BlockKind.ROW]
    kept = set(numbers.values())
    units = {drafts[place].unit for place in kept}
    again = {draft.unit for draft in drafts if draft.unit.entry and draft.unit not in units}
    paid = funding(text, sentences, rows, newsletter.dollar, sorted((unit.start, unit.end) for unit in again))
    shares = Shares(paid, drafts, story.intro)
    silent = paid.silent
    named = told_countries(text, silent)
    ground = Ground(text, named, story.country, silent)
    above = None
    if story.intro is not None:
        above = involved(ground, Words(story.intro, story.intro, main=True, heading=story.heading))
    taken = frozenset(draft.sentence.start for draft in drafts if draft.level is Level.MAIN)
    told_in = Counter(draft.unit for draft in drafts)
    where: dict[int, Involved] = {}
    anchors: dict[Span, Involved] = {}
    days: dict[Span, When] = {}
    paying: dict[Span, frozenset[str]] = {}
    for place, event in enumerate(drafts):
        span = (event.unit.start, event.unit.end)
        if place not in kept and (event.level is not Level.MAIN or event.unit not in units):
            # a main one lends its countries to the others of its unit
            continue
        if span not in paying:
            paying[span] = givers(text, span, silent)
        own = own_words(sentences, event, alone=told_in[event.unit] == 1)
        words = Words(
            own, span, main=event.level is Level.MAIN, heading=_own_heading(story, event), paying=paying[span], share=event.share,
            fallback=anchors.get(span, above if event.unit.entry else None), others=of_others(sentences, event, taken),
            dated_in=dated_in(sentences, event), placed=placed_apart(text, named, event),
        )  # fmt: skip
        where[place] = involved(ground, words)
        if event.level is Level.MAIN:
            anchors.setdefault(span, where[place])
            days.setdefault(span, event.when)
        elif span in anchors:
            main, made = anchors[span], where[place]
            made = together(made, text[slice(*own)], event.when, main, days[span])
            where[place] = with_both(within(made, event.when, main, days[span]), text[slice(*own)], main)
    if not all(where[place].countries for place in numbers.values()):
        newsletter.about[index] = told_about(named, story.heading, givers(text, (0, len(text)), silent))
    return {
        number: _milestone(newsletter, story, index, drafts[place], quotes[place], where[place], shares)
        for number, place in numbers.items()
    }


def _own_heading(story: Story, event: Event) -> str:
    return story.heading if event.level is Level.MAIN and not event.unit.entry else ""


def _milestone(
    newsletter: _Newsletter, story: Story, index: int, event: Event, at: Span, countries: Involved, shares: Shares
) -> Milestone:
    paid = with_heading(shares.of(event, next(iter(countries.locations), "")), _own_heading(story, event), newsletter.dollar)
    paid = newsletter.projects.pay(newsletter.common.pay(paid, index, event.kind), index, event)
    paid = newsletter.chapters.pay(paid, index, event, story.heading)
    series = find_series(event.sentence.text if event.level is Level.MENTIONED else f"{event.sentence.text} {story.heading}")
    title = title_of(_speaking_heading(story, event), _bare_sentence(story.flow.text, event), newsletter.names, story.heading)
    if event.planned and len(bare := _PLANNED_LAST.sub("", title).rstrip(" ,")) >= SHORTEST:
        title = bare
    confidence, doubts = _confidence(event, countries, doubtful=story.is_doubtful(*at))
    return Milestone(
        title=title,
        when=event.when,
        kind=event.kind,
        level=event.level,
        date_text=_one_line(event.date_text),
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
    """The heading of the story where it speaks of an event of this kind."""
    heading = _own_heading(story, event)
    kinds = score_kinds(heading)
    return heading if kinds.verb or kinds.best is event.kind else ""


def _bare_sentence(text: str, event: Event) -> str:
    """What tells the event, without its dates: its clause, or the whole sentence where the clause says too little."""
    start, end = event.start, event.end
    if end - start < _CLAUSE_SHORT:
        start, end = event.sentence.start, event.sentence.end
    subject, at = clause_of(event.sentence.text, start - event.sentence.start, end - event.sentence.start)
    start = event.sentence.start + at
    named = [dated for dated in event.sentence.dates if dated.rule != OBSERVANCE]
    dates = [(dated.start - start, dated.end - start) for dated in named if start <= dated.start and dated.end <= end]
    return f"{subject} {without_times(text[start:end], dates)}".strip()


def _confidence(event: Event, countries: Involved, *, doubtful: bool) -> tuple[float, tuple[Reason, ...]]:
    """0 to 1, from how surely an event is told, how its date is known, and whether a country is named; and what lessens it."""
    value = 0.35 + min(event.strength, 6.0) / 12
    value += {Basis.STATED: 0.15, Basis.RESOLVED: 0.05}.get(event.basis, -0.1)
    value += 0.05 if countries.countries else -0.1
    value -= 0.1 if event.level is Level.MENTIONED else 0.0
    value -= 0.25 if doubtful else 0.0
    doubts = (
        ("columns-may-be-mixed-up", doubtful),
        ("words-hardly-tell-an-event", event.strength < _WEAK),
        ("only-the-period-of-the-issue-is-known", event.basis is Basis.ISSUE),
        ("date-worked-out", event.basis is Basis.RESOLVED),
        ("no-country-is-named", not countries.countries),
        ("told-in-passing", event.level is Level.MENTIONED),
    )
    return round(min(0.99, max(0.05, value)), 2), tuple(Reason("doubt", rule, "") for rule, there in doubts if there)
