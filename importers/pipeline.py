"""A file to one reading: decode, lay out, cut into stories, find the events, fill in their fields. No store, no screen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from db.models import Article, Milestone, Reading, Source
from db.names import country as country_code
from db.when import When
from importers.articles import stories
from importers.collector import paused
from importers.datelines import day_of_writing, run_in
from importers.dates.finding import scan
from importers.dates.resolve import resolve
from importers.dates.values import Context
from importers.events.once import Once, with_row
from importers.events.series import in_full
from importers.events.siblings import Siblings
from importers.fields import Newsletter, milestones_of
from importers.funding.behind import with_stories_above
from importers.funding.boxes import without_boxes
from importers.funding.chapters import Chapters
from importers.funding.common import Common
from importers.funding.dollars import dollars_of
from importers.funding.giver import by_giver, giver
from importers.funding.ledger import Ledger, without_ledgers
from importers.funding.patron import patrons, under_patrons
from importers.funding.projects import Projects
from importers.issue.mastheads import Printed, first_lines, imprints, issue_line, masthead, running_heads, tells_what_is_covered
from importers.issue.period import issue_period, last_day, period_of
from importers.labels import part_on, without_part
from importers.layout.repair import Passage, read_layout
from importers.lexicon import one_line
from importers.places.around import at_story, in_all, in_its_language, in_those_counted, of_its_programme, of_its_steering
from importers.places.finding import find_countries, may_be_one
from importers.places.home import at_home, home_of, is_named
from importers.places.regions import groups_of
from importers.readers.blocks import BlockKind
from importers.readers.decode import ReadError, decode
from importers.readers.headlines import is_capital
from importers.readers.issuelines import unnumbered
from importers.readers.margins import without_margin
from importers.readers.sidebyside import unfolded
from importers.readers.spacing import single_spaced
from importers.readers.wordlines import joined
from importers.story import Story
from importers.titles.casing import in_title_case, names_in

IMPORTER = "13"
"""The importer's version, raised whenever a rule or a name changes what is read; known bytes need no second reading under it."""
_FIRST_YEAR = 1900
"""The first year that is read."""
_FIRST, _IMPRINT = 8, 3
"""Passages with one of which a newsletter may say whom it is for."""
_BEYOND = re.compile(r"[\u0250-\U0010ffff]")
"""Characters beyond the Latin letters; most of those in an English text are quotation marks and dashes."""
_COUNTRY_HEADING = re.compile(r"(?:THE |The )?(.{2,40}?)[.:]?")
_MENDED = (
    (without_margin, "a margin of blanks was left out"),
    (single_spaced, "blank lines below each line were left out"),
    (joined, "words that stood on lines of their own were put into lines"),
    (unfolded, "columns that stood side by side were put one below the other"),
)
"""How what an extractor made of a page is undone, in this order, and how that is told; nothing to be done gives the same text."""


@paused()
def read_newsletter(data: bytes, name: str, *, issue: When | None = None, today: date) -> Reading:
    """Read the milestones of one newsletter.

    `name` is its file's name, `issue` its period where a person gave it. Raises `ReadError` for what cannot be read.
    """
    if issue is not None and (issue.start is None or issue.end is None or not _FIRST_YEAR <= issue.end.year <= today.year + 1):
        raise ReadError(f"an issue that covers {issue.show()} cannot be; give its period, such as 2016-Q2")
    decoded = decode(data)
    raw, notes = _printed(decoded.text)
    _check_language(raw)
    passages = read_layout(raw).passages
    top = masthead(passages)
    basis = "given"
    if issue is None:
        issue, basis = _issue_told(raw, name, passages, top, today)
    reference = last_day(issue, today)
    kept, entries = without_ledgers(raw, passages)
    bare, boxes = with_stories_above(*without_boxes(kept))
    found = stories(
        bare,
        _country_heading,
        lambda heading: _month_heading(heading, issue, reference),
        lambda text: day_of_writing(text, reference),
        lambda text: run_in(text, reference, issue),
        _town_heading,
    )
    newsletter = Newsletter(
        raw,
        issue,
        reference,
        names_in(raw) if any(is_capital(story.heading) for story in found) else frozenset(),
        Siblings(found, issue, reference),
        Once(),
        dollars_of(passages),
        Common(found),
        Projects(found, reference),
        Chapters(bare, boxes, found, reference),
        Ledger(entries, bare, found, reference),
        groups_of([one.text for one in top], [one.text for one in passages[:_FIRST]], [one.text for one in passages[-_IMPRINT:]]),
    )
    milestones = _placed(in_full(_read(newsletter, found)), newsletter, found, top)
    # the title of a project, which may say who pays for that, is in no masthead
    if paying := patrons(masthead(bare[: boxes[0].title or None] if boxes else bare), passages):
        milestones = under_patrons(milestones, paying, top, [(story.heading, story.flow.text) for story in found], reference)
    elif giving := giver(top):
        milestones = by_giver(milestones, giving)
    source = Source(
        name, _title(name, raw, top, newsletter.names, issue), raw, hashlib.sha256(data).hexdigest(), issue, basis if issue else ""
    )
    articles = tuple(Article(one_line(story.heading), story.flow.text) for story in found)
    return Reading(source, articles, tuple(milestones), IMPORTER, (*decoded.notes, *notes))


def _printed(text: str) -> tuple[str, list[str]]:
    """A text as a page has it, with one column below the other, and what was done for that."""
    done = []
    for mend, words in _MENDED:
        if (mended := mend(text)) is not text:
            done.append(words)
        text = mended
    return text, done


def _issue_told(raw: str, name: str, passages: Sequence[Passage], top: Sequence[Passage], today: date) -> tuple[When | None, str]:
    """The period that the issue covers by its own words, or else by its dates, and how that is known."""
    printed = [Printed(passage.text) for passage in top]
    printed += [
        line
        for line in map(Printed, first_lines(raw))
        if line not in printed and (tells_what_is_covered(line.text) or period_of(line.bare, line.dates))
    ]
    printed += [line for line in map(Printed, (*running_heads(raw), *imprints(raw))) if line not in printed]
    dates = (found for passage in passages if passage.kind is not BlockKind.ROW for found in passage.dates)
    return issue_period(name, printed, dates, today)


def _read(newsletter: Newsletter, found: Sequence[Story]) -> list[Milestone]:
    """Each milestone once, in the order in which they are first told."""
    numbered: dict[int, Milestone] = {}
    for index, story in enumerate(found):
        for number, milestone in milestones_of(newsletter, story, index).items():
            numbered[number] = with_row(milestone, numbered[number]) if number in numbered else milestone
    return [numbered[number] for number in range(len(numbered))]


def _placed(
    milestones: Sequence[Milestone], newsletter: Newsletter, found: Sequence[Story], top: Sequence[Passage]
) -> list[Milestone]:
    """The milestones with the countries that the whole newsletter tells of them: its entries, its languages, its own country."""
    entries: dict[int, list[str]] = {}
    for story in found:
        if story.sibling is not None and story.country:
            entries.setdefault(story.sibling, []).append(story.country)
    milestones = [in_its_language(in_all(one, entries.get(one.evidence.article, ()) if one.evidence else ())) for one in milestones]
    milestones = [in_those_counted(one, newsletter.groups) for one in milestones]
    last = issue_line(top)
    head = [passage.text for passage in (top if last is None else top[: last + 1]) if not passage.text.endswith(".")]
    if len({story.country for story in found} - {""}) > 1:
        # a country of several is no name of the newsletter's
        head = [line for line in head if not (_country_heading(line) or part_on(line))]
    if home := home_of(head, milestones):
        return at_home(milestones, home, named=is_named(head, home))
    milestones = [at_story(one, newsletter.about.get(one.evidence.article, "") if one.evidence else "") for one in milestones]
    milestones = [of_its_steering(one, head, newsletter.groups) for one in milestones]
    return [of_its_programme(one, head, newsletter.groups) for one in milestones]


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


def _town_heading(text: str) -> str:
    """The code of the country of a town whose name is all that a heading says."""
    name = text.strip(" .:")
    places = find_countries(name) if len(name) < _TOWN and may_be_one(name) else []
    return places[0].codes[0] if places and places[0].form == "city" and places[0].text == name else ""


_TOWN = 40
"""A town's name is shorter than this."""


def _month_heading(heading: Passage, issue: When | None, reference: date) -> When | None:
    text = without_part(unnumbered(heading.text))
    found = period_of(text, heading.dates if text == heading.text else scan(text))
    if len(found) != 1:
        return None
    resolved = resolve(found[0], Context(reference=reference, issue=issue))
    when = resolved.when if resolved else None
    return None if when is None or when.start is None or when.end is None or (issue is not None and when.holds(issue)) else when


def _title(name: str, raw: str, top: Sequence[Passage], names: frozenset[str], issue: When | None) -> str:
    """What people call the source: its masthead, or the first line of a long one, and its period; else its file's name."""
    lines = [one_line(line) for line in first_lines(raw)]
    printed = (Printed(told) for told in (_called(one.text, lines) for one in top) if told)
    named = (one for one in printed if any(map(str.isalpha, one.text)))
    head = next((one.text for one in named if not period_of(one.bare, one.dates)), "")
    if not head:
        return name
    head = in_title_case(head, names or names_in(raw)) if head.isupper() else head
    return f"{head}, {issue.show()}" if issue is not None and str(issue.start)[:4] not in head else head


def _called(masthead: str, lines: Sequence[str]) -> str:
    """A masthead that is short enough for a title, else its first line where that is written as a name; or nothing."""
    if 3 <= len(masthead) <= _CALLED:
        return masthead
    return next((line for line in lines if 3 < len(line) <= _CALLED and masthead.startswith(line) and not _SMALL.search(line)), "")


_CALLED = 60
_SMALL = re.compile(r"\b[a-zà-ÿ]\w{4}")
"""A word of five letters and more that no name has."""
