"""Passages to articles: which story a paragraph belongs to, and under which month, country or event it stands.

A heading that another heading follows at once is a label: a month ("NOVEMBER"), a country ("Republic of Kazakhstan"), a theme,
or an event whose country sub-headings follow. A country's name as a heading over text below an event is that event's entry for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise, zip_longest

from db.models import Span
from db.when import When
from importers.flow import joined
from importers.issue.period import period_of
from importers.labels import (
    area_of,
    is_elsewhere,
    is_of_all,
    is_when_and_where,
    label_of,
    labelled,
    names_another,
    names_several,
    part_on,
)
from importers.layout.headings import is_briefs
from importers.layout.repair import Passage
from importers.lexicon import cues, data
from importers.readers.blocks import BlockKind
from importers.readers.calendars import DATE_LEAD
from importers.readers.plain import RELEASE
from importers.readers.runs import DATELINE
from importers.sections import is_calendar, is_signature
from importers.story import Story
from importers.units import PARAGRAPH_GLUE, units_of


@dataclass(slots=True)
class _Place:
    """Where in the newsletter the walk stands."""

    month: When | None = None
    label: str = ""
    label_level: int = 0
    label_used: bool = False
    """Whether a story stands under the label; without levels it speaks of no second one that is not a country's."""
    country: str = ""
    country_level: int = 0
    country_small: bool = False
    """Whether a heading in small letters stands below that of the country, which is in capitals: the next in capitals ends it."""
    country_capitals: bool = False
    event_story: int | None = None
    area: str = ""
    """The country that the label above the next story ends in: "In the field. Kenya"."""
    written: When | None = None
    """The day of a dateline that stands above the heading of its story."""
    stories: list[Story] = field(default_factory=list)

    def leave(self, level: int, heading: str) -> None:
        """End what a heading of a level ends, where it is known; capitals stand above small letters of their level."""
        if self.label_level and level and level <= self.label_level:
            self.label, self.label_level = "", 0
        below = level == self.country_level and self.country_capitals and not heading.isupper()
        if self.country_level and level and level <= self.country_level and not below:
            self.country, self.country_level = "", 0

    def enter_month(self, month: When, level: int) -> None:
        """Begin a month; below a country's heading, or below an event's, it is one of theirs."""
        self.month = month
        if not 0 < self.label_level < level:
            self.label, self.label_level = "", 0
        if not 0 < self.country_level < level:
            self.country, self.country_level = "", 0

    def below(self, heading: str, country: str) -> None:
        """End a country's part whose heading is in capitals, those below it in small letters, at another in capitals."""
        if country:
            if self.country_capitals and heading.isupper():
                self.country = ""
            self.country_capitals, self.country_small = heading.isupper(), False
        elif heading and self.country_capitals:
            if self.country_small and heading.isupper():
                self.country = ""
            self.country_small = not heading.isupper()


def stories(
    passages: Sequence[Passage],
    country_of: Callable[[str], str],
    month_of: Callable[[Passage], When | None],
    day_of: Callable[[str], When | None],
    run_in: Callable[[str], tuple[int, When] | None],
    town_of: Callable[[str], str],
) -> tuple[Story, ...]:
    """Cut a newsletter's passages into its stories.

    `country_of` gives the ISO code of a heading that is nothing but a country's name, else an empty text; `month_of` the period
    of a heading that is nothing but a month or a run of months, `day_of` the day of a line that only says when a story was written,
    `run_in` the length and the day of a dateline that a text begins with (`importers.datelines`), `town_of` the ISO code of the
    country of a heading that is nothing but a town's name.
    """
    place = _Place()
    day_of, run_in = cache(day_of), cache(run_in)
    for heading, body in _sections(_with_labels([_plain(passage, day_of) for passage in passages], country_of)):
        text = heading.text if heading else ""
        level = heading.level if heading else 0
        place.leave(level, text)
        month = month_of(heading) if heading and text else None
        area = area_of(text, country_of) if not level else ""
        country = country_of(text) or town_of(text) if text else ""
        if not (country or body) and (not area or text.isupper()):
            # a small label of no known rank may stand at a page's start, and speak of one story
            country = part_on(text)
        if not level:
            place.below(text, country)
        if month is not None:
            place.enter_month(month, level)
        days = [day for passage in body if (day := day_of(passage.text))]
        if body and (
            (not place.stories and all(period_of(passage.text, passage.dates) for passage in body))
            or (len(days) == len(body) and is_signature(text))
        ):
            # the masthead, a name and a period; or who signs a letter, and its day
            continue
        if days and len(days) == len(body):
            # a day that stands alone above a heading is that of the story below it
            place.written, body = days[-1], []  # noqa: PLW2901
        if not body:
            if country:
                place.country, place.country_level, place.country_capitals = country, level, text.isupper()
            elif month is None and text:
                place.label_level, place.label_used = level, False
                place.country, place.event_story = "", None
                place.area = area
                place.label = "" if place.area else text
            continue
        if text and not country and (names_several(text, country_of) or (not level and is_of_all(text))):
            place.country, place.area = "", ""
        if len(entries := labelled(body, country_of)) > 1:
            _add_labelled(place, heading, body, entries, country_of, is_month=month is not None)
            continue
        if len(leads := _placed(body, run_in, town_of)) > 1:
            # news from here and there
            for part in _cut_before(leads, body):
                _add_dated(place, heading, part, country, run_in, is_month=month is not None)
            continue
        written = _day_told(place, body, day_of)
        top = DATELINE.fullmatch(body[0].text)
        if days:
            # that it was published is not told by the story
            body = [passage for passage in body if day_of(passage.text) is None] or body  # noqa: PLW2901
        if written is None and RELEASE.fullmatch(text):
            written = _latest(body, day_of)
        placed = bool(days and text) and top is not None and (top["above"] or top["place"]) is not None
        if written is None and body[0].kind is BlockKind.PARAGRAPH:
            _add_dated(place, heading, body, country, run_in, is_month=month is not None)
        else:
            _add(place, heading, body, country, written, is_month=month is not None, placed=placed)
    return tuple(place.stories)


def _placed(body: Sequence[Passage], run_in: Callable[[str], tuple[int, When] | None], town_of: Callable[[str], str]) -> list[int]:
    """The passages that begin with a dateline, or with a town alone where others do so and one has its day."""
    dated = [i for i, passage in enumerate(body) if passage.kind is BlockKind.PARAGRAPH and run_in(passage.text)]
    towns = [i for i, passage in enumerate(body) if (lead := _TOWN_FIRST.match(passage.text)) and town_of(lead[1])]
    return sorted({*dated, *towns}) if dated and len(towns) > _MANY else dated


_TOWN_FIRST = re.compile(r"([A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,2})(?:, [^.;:]{3,30})?\. (?=[“\"]?[A-ZÀ-Þ0-9])")
"""How a piece of news from somewhere begins: "Osh, 3-5 May. A course", "Naryn. The book"."""
_MANY = 2
"""So many may begin so by chance."""


def _add_labelled(
    place: _Place,
    heading: Passage | None,
    body: Sequence[Passage],
    entries: Sequence[int],
    country_of: Callable[[str], str],
    *,
    is_month: bool,
) -> None:
    """Add the stories of countries, each of which begins with its country's name; what stands above them is one too."""
    above = len(place.stories) if entries[0] else None
    for part in _cut_before(entries, body):
        name, code = label_of(part[0].text, country_of)
        _add(place, heading, part, "", None, is_month=is_month)
        if code:
            story = _behind(place.stories[-1], name)
            if names_another(story.heading, code, country_of):
                # it tells of what happened in that country
                story = replace(story, heading="", label=story.label or story.heading)
            place.stories[-1] = replace(story, country=code, sibling=above)


def _cut_before(entries: Sequence[int], body: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The passages in parts, of which each but what stands above the first one begins with an entry."""
    for first, last in pairwise((0, *entries, len(body)) if entries[0] else (*entries, len(body))):
        yield body[first:last]


def _add_dated(
    place: _Place,
    heading: Passage | None,
    body: Sequence[Passage],
    country: str,
    run_in: Callable[[str], tuple[int, When] | None],
    *,
    is_month: bool,
) -> None:
    """Add a story whose text may begin with a dateline."""
    dateline = run_in(body[0].text)
    _add(place, heading, body, country, dateline[1] if dateline else None, is_month=is_month)
    if dateline is not None:
        place.stories[-1] = replace(_behind(place.stories[-1], dateline[0]), dated=True)


def _behind(story: Story, length: int) -> Story:
    """A story whose text begins so many characters later, behind the name of its country or its dateline."""
    first = replace(story.passages[0], flow=story.passages[0].flow.behind(length))
    start, end = story.paragraphs[0]
    return replace(story, paragraphs=((start + length, end), *story.paragraphs[1:]), passages=(first, *story.passages[1:]))


def _day_told(place: _Place, body: Sequence[Passage], day_of: Callable[[str], When | None]) -> When | None:
    """The day that a story says it was written on, above its heading, below it or at its end; `place` keeps that of the next."""
    above = next((day for passage in body[:_DATELINES] if (day := day_of(passage.text))), place.written)
    last = [day for passage in body[-_LAST_LINES:] if (day := day_of(passage.text))]
    own = above or (last[0] if last else None)
    # behind a story that has its day already stands that of the next one
    place.written = last[-1] if last and last[-1] != own else None
    return own


def _latest(body: Sequence[Passage], day_of: Callable[[str], When | None]) -> When | None:
    """The last day that a press release tells to the year, which is about that of its writing."""
    days = [day for passage in body for told in passage.dates if not told.role and (day := day_of(told.text)) is not None]
    return max(days, key=lambda day: day.edtf, default=None)


_DATELINES = 2
"""Passages of a story among which its dateline stands, behind its heading or the name of who wrote it; else it
is one of its last."""
_LAST_LINES = 4
"""Passages at a story's end among which its dateline stands, and that of the next."""


def _add(
    place: _Place,
    heading: Passage | None,
    body: Sequence[Passage],
    country: str,
    written: When | None,
    *,
    is_month: bool,
    placed: bool = False,
) -> None:
    text = heading.text if heading and not is_month else ""
    sibling = None
    if country:
        if place.event_story is None and place.stories and (not place.label or (place.label_used and not place.label_level)):
            place.label = ""
            place.event_story = len(place.stories) - 1
        sibling = place.event_story
    elif place.label and place.label_level == 0 and place.stories and place.label_used:
        place.label = ""
    flow = joined((passage.flow for passage in body), PARAGRAPH_GLUE)
    spans: list[Span] = []
    at = 0
    for passage in body:
        spans.append((at, at + len(passage.text)))
        at += len(passage.text) + len(PARAGRAPH_GLUE)
    area = "" if place.area and is_elsewhere(f"{text}. {flow.text}", place.area) else place.area
    label = place.label
    if country and not label and sibling is not None:
        label = place.stories[sibling].heading
    place.stories.append(
        Story(
            heading=text,
            flow=flow,
            units=units_of(
                body, spans, flow.text, country_heading=bool(country), briefs=is_briefs(text), headed=bool(text or place.label)
            ),
            paragraphs=tuple(spans),
            passages=tuple(body),
            label=label,
            country=country or place.country or area,
            time=written or place.month,
            placed=placed,
            sibling=sibling,
            doubtful=tuple(span for passage, span in zip(body, spans, strict=True) if passage.doubtful),
        )
    )
    place.label_used, place.area = True, ""
    if country and place.event_story is None:
        place.event_story = len(place.stories) - 1
    elif not country:
        place.event_story = None


def _plain(passage: Passage, day_of: Callable[[str], When | None]) -> Passage:
    """A line that only says when a story was written is no heading, however it is set."""
    if passage.kind is BlockKind.HEADING and day_of(passage.text) is not None:
        return replace(passage, kind=BlockKind.PARAGRAPH)
    return passage


def _with_labels(passages: Sequence[Passage], country_of: Callable[[str], str]) -> list[Passage]:
    """The passages, where the label of a country's part that stands right above a heading is one itself: "In the field. Kenya"."""
    return [
        replace(passage, kind=BlockKind.HEADING)
        if below is not None and below.kind is BlockKind.HEADING and _is_label(passage, country_of)
        else passage
        for passage, below in zip_longest(passages, passages[1:])
    ]


def _is_label(passage: Passage, country_of: Callable[[str], str]) -> bool:
    """Whether a paragraph is a few words, a mark and the name of a country."""
    text = passage.text
    few = passage.kind is BlockKind.PARAGRAPH and len(text.split()) <= _LABEL_WORDS and not passage.dates
    # the last word of a line may be a country's code by chance
    name = few and text[:1].isupper() and len(text.split()[-1]) > _CODE and text[-1:].isalpha()
    return name and not country_of(text) and bool(area_of(text, country_of))


_LABEL_WORDS, _CODE = 8, 2


def _is_announced(heading: Passage, passage: Passage) -> bool:
    """Whether a line is the first that a calendar announces, no heading: "24 October: Round table, Osh", "May 2019 - Course"."""
    if passage.level > heading.level or not is_calendar(heading.text):
        return False
    return any(one.left.day is not None for one in passage.dates) or DATE_LEAD.match(passage.text) is not None


def _sections(passages: Sequence[Passage]) -> Iterator[tuple[Passage | None, list[Passage]]]:
    """Each heading with the passages below it; those before the first heading have none."""
    heading: Passage | None = None
    body: list[Passage] = []
    box: list[tuple[Passage, list[Passage]]] = []
    for passage in passages:
        if passage.kind is BlockKind.HEADING and heading is not None and body and _is_part(heading, passage):
            continue
        alone = passage.kind is BlockKind.HEADING and heading is not None and not body
        if alone and heading is not None and (is_when_and_where(passage.text) or _is_announced(heading, passage)):
            body.append(replace(passage, kind=BlockKind.PARAGRAPH))
            continue
        if passage.kind is BlockKind.HEADING and body and not box and not passage.level and is_sums(passage.text):
            box = [(passage, [])]
        elif passage.kind is BlockKind.HEADING:
            if heading is not None or body:
                yield heading, body
            yield from box
            heading, body, box = passage, [], []
        elif box and not box[0][1] and _is_text(passage):
            # news, not sums
            yield heading, body
            heading, body, box = box[0][0], [passage], []
        elif box and not _is_text(passage):
            box[0][1].append(passage)
        else:
            body.append(passage)
    if heading is not None or body:
        yield heading, body
    yield from box


def _is_part(heading: Passage, below: Passage) -> bool:
    """Whether a heading stands over a part of the story of the `heading` above: "Objectives", "Participants"."""
    above = heading.level == 0 or below.level == 0 or below.level > heading.level
    return above and below.text.strip(" .:").lower() in _PARTS


_PARTS = frozenset(data("words")["parts"])


def is_sums(heading: str) -> bool:
    """Whether a heading stands over sums: "IN NUMBERS", "FIGURES OF THE QUARTER"."""
    return cues("telling", "figures").search(heading.lower()) is not None and len(heading.split()) <= _SUMS_WORDS


_SUMS_WORDS = 6
"""Words of a heading over sums, at most."""


def _is_text(passage: Passage) -> bool:
    """Whether what stands below a heading over sums is told in sentences: news, or the rest of the story that a box interrupts."""
    text = passage.text
    sentences = text.endswith((".", ".”", "!", ",")) and len(text.split()) >= _TEXT_WORDS
    return sentences and passage.kind is not BlockKind.ROW and _SUM_FIRST.match(text) is None


_TEXT_WORDS = 8
_SUM_FIRST = re.compile(r"\W*\d[\d.,]*\s?(?:%|per cent|kg|kilo|tonnes|t\b|people|persons|officers|participants|[a-z]+ed\b)")
