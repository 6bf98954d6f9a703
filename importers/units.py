"""What one main milestone is looked for in: a whole story, an entry of a list, a labelled paragraph; between layout and events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.models import Span
from importers.layout.repair import Passage
from importers.lexicon import MONTH, MONTH_WORD, data
from importers.places.finding import find_countries
from importers.readers.blocks import BlockKind
from importers.readers.calendars import DATE_LEAD

PARAGRAPH_GLUE = "\n\n"
"""What stands between the paragraphs of a story's text."""
_TERSE = 160
"""In characters."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one main milestone is looked for in: a whole story, one entry of a list, or what is told of one country."""

    start: int
    """Where it starts in the story's text."""
    end: int
    entry: bool = False
    """Whether it is one of several entries that stand side by side in the story."""
    brief: bool = False
    """Whether such an entry is a short piece of news, told in sentences."""

    @property
    def terse(self) -> bool:
        """Whether an entry is so short that all its words tell what it tells: "15 May: Review of the plan. Apia"."""
        return self.entry and self.end - self.start <= _TERSE


def units_of(
    body: Sequence[Passage], spans: Sequence[Span], text: str, *, country_heading: bool, briefs: bool, headed: bool
) -> tuple[Unit, ...]:
    """The units of a story whose paragraphs `body` stand at `spans` of its `text`; `headed` is whether a heading is above them."""
    if not headed and not country_heading and len(firsts := _dated_openings(body)) >= _SEVERAL:
        return tuple(_bounded(_cut_before(firsts, spans, brief=True), text))
    return tuple(_bounded(_units(body, spans, country_heading=country_heading, briefs=briefs), text))


def _dated_openings(body: Sequence[Passage]) -> list[int]:
    """The paragraphs that each begin a piece of news with its own day, where most of them do so or they stand far apart.

    "On 3 May a course was held in Osh ...", "A seminar on bees was held in Naryn on 9 May ...".
    """
    told = [
        index for index, passage in enumerate(body) if passage.kind is BlockKind.PARAGRAPH and len(passage.text) >= _SENTENCE_LIKE
    ]
    led = [index for index in told if _DAY_FIRST.match(body[index].text)]
    dated = [index for index in told if index in led or _tells_day(body[index].text)]
    return dated if len(dated) >= _MOST * len(told) else led


def _tells_day(text: str) -> bool:
    """Whether the first sentence of a paragraph tells a day, and goes on with nothing that was told before it."""
    end = text.find(". ", _SENTENCE_LIKE)
    return _GOES_ON.match(text) is None and _DAY.search(text, 0, min(end if end > 0 else len(text), _OPENING)) is not None


_MOST = 0.75
_OPENING = 400
"""Characters of the first sentence of a paragraph, at most."""
_MONTH = rf"(?:{MONTH})"
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}\b|\b{_MONTH}\s\d{{1,2}}\b")
_DAY_FIRST = re.compile(rf"(?:On|From|Between)\s(?:the\s|\w+day,?\s)?(?=\d|{_MONTH})[^.;:]{{0,30}}?(?:{_DAY.pattern})")
"""How a paragraph begins with the day of what it tells."""
_GOES_ON = re.compile(
    r"(?:The (?!\w+(?:st|nd|rd|th)\b)|This|These|Those|That|It|They|He|She|His|Her|Its|Their|During|After|Before|Since|Following"
    r"|Prior|Participants|Also|Both|Earlier|Later|As|Another"
    r"|In (?:addition|the course|his|her|their|(?:the )?framework of (?:the|this))|At the (?:end|same|event|meeting))\b"
)
"""How a paragraph begins that goes on with what was told."""


def _bounded(units: Iterable[Unit], text: str) -> Iterator[Unit]:
    """The units, those that no newsletter has in one piece cut between paragraphs, sentences or words."""
    for unit in units:
        start = unit.start
        while unit.end - start > _LONGEST:
            reach = start + _LONGEST // 2, start + _LONGEST
            cut = next((at for mark in (PARAGRAPH_GLUE, ". ", " ") if (at := text.rfind(mark, *reach)) > 0), start + _LONGEST)
            yield Unit(start, cut, unit.entry, unit.brief)
            start = cut
        yield Unit(start, unit.end, unit.entry, unit.brief)


_LONGEST = 8_000
"""Characters of the longest unit."""
_ENTRY = re.compile(r"(?:In|At) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3},")
_SENTENCE_LIKE = 40


def _units(body: Sequence[Passage], spans: Sequence[Span], *, country_heading: bool, briefs: bool) -> Iterator[Unit]:
    """The story as one, or its entries: items of a list of events, rows of a calendar, paragraphs that each begin with a place."""
    end = spans[-1][1]
    items = [i for i, passage in enumerate(body) if passage.kind in (BlockKind.BULLET, BlockKind.ROW)]
    full = [i for i in items if len(body[i].text) >= _SENTENCE_LIKE and _is_told(body[i].text)]
    rows = [i for i in items if _DATED.search(body[i].text) or (body[i].kind is BlockKind.ROW and _MONTH_FIRST.match(body[i].text))]
    listed = sorted({*full, *rows})
    alone = len(items) == len(body) == 1 and DATE_LEAD.match(body[0].text) is not None
    listed = listed or (items if alone else [])
    if alone or (len(listed) >= 2 and len(listed) >= 0.6 * len(items)):
        if briefs:
            # what stands between pieces of news is one
            among = range(listed[0], listed[-1])
            listed = sorted({*listed, *(i for i in among if body[i].kind is BlockKind.PARAGRAPH)})
        first = listed[0]
        if first:
            yield Unit(0, spans[first - 1][1])
        for index in listed:
            yield Unit(*spans[index], entry=True, brief=body[index].kind is BlockKind.PARAGRAPH)
        if listed[-1] + 1 < len(body):
            yield Unit(spans[listed[-1] + 1][0], end)
        return
    if briefs and len(body) > 1:
        yield from (Unit(*span, entry=True, brief=True) for span in spans)
        return
    entries = [i for i, passage in enumerate(body) if passage.kind is BlockKind.PARAGRAPH and _ENTRY.match(passage.text)]
    announced = entries and entries[0] > 0 and body[entries[0] - 1].text.endswith(":")
    if len(entries) >= 2 and announced and not country_heading:
        yield from _cut_before(entries, spans, brief=False)
        return
    labelled = _labelled(body) if not country_heading else _tagged(body)
    if len(labelled) >= _SEVERAL:
        yield from _cut_before(labelled, spans, brief=True)
        return
    inside = [at for passage, (start, _) in zip(body, spans, strict=True) for at in _labels_inside(passage, start)]
    if len(inside) > _SEVERAL:
        if inside[0]:
            yield Unit(0, inside[0])
        for start, stop in pairwise((*inside, end)):
            yield Unit(start, stop, entry=True, brief=True)
        return
    yield Unit(0, end)


def _labels_inside(passage: Passage, start: int) -> Iterator[int]:
    """Where in a paragraph sentences begin with the name of a place as their label: "... left. Osh: A concert was given."."""
    if passage.kind is not BlockKind.PARAGRAPH or passage.text.count(": ") < _SEVERAL:
        return
    for found in _LABEL_INSIDE.finditer(passage.text):
        if any(len(found[1]) == hit.end - hit.start for hit in find_countries(found[1])):
            yield start + found.start(1)


_LABEL_INSIDE = re.compile(r"(?:^|(?<=[.!?”\"] ))([A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?):\s(?=\S)")


_SEVERAL = 2


def _cut_before(firsts: Sequence[int], spans: Sequence[Span], *, brief: bool) -> Iterator[Unit]:
    """What stands above the paragraphs that each begin an entry, and the entries."""
    if firsts[0]:
        yield Unit(0, spans[firsts[0] - 1][1])
    for first, following in zip(firsts, [*firsts[1:], len(spans)], strict=True):
        yield Unit(spans[first][0], spans[following - 1][1], entry=True, brief=brief)


def _labelled(body: Sequence[Passage]) -> list[int]:
    """The paragraphs that each begin with the name of a place, or of what they tell, as their label.

    "AYRITOM. Pupils ran ...", "Osh: A concert ...", "3 May, Osh. A concert ...", "Course for Port Pilots: The course ...". Names of
    topics are labels where two of the paragraphs tell a date.
    """
    places, topics = [], []
    for index, passage in enumerate(body):
        if passage.kind is not BlockKind.PARAGRAPH or (len(passage.text) < _SENTENCE_LIKE and not _is_title(body, index)):
            continue
        if _says_when_and_where(passage.text):
            places.append(index)
            continue
        if (found := _LABEL.match(passage.text)) is None:
            continue
        name = found["capital"] or found["place"]
        # somebody who speaks stands in capitals before a colon, too
        plain = found["capital"] is not None and passage.text[len(name)] != ":"
        if plain or (name and any(len(name) == hit.end - hit.start for hit in find_countries(name))):
            places.append(index)
        elif (found["topic"] or (name and " " in name and passage.text[len(name)] == ":")) and not _is_of_one_story(passage.text):
            topics.append(index)
    if len(places) >= _SEVERAL:
        return places
    return topics if sum(bool(body[index].dates) for index in topics) >= _SEVERAL else _tagged(body)


def _is_title(body: Sequence[Passage], index: int) -> bool:
    """Whether a short line stands as a title above a paragraph: "Osh. Clerks on the move"."""
    below = body[index + 1] if index + 1 < len(body) else None
    told = below is not None and below.kind is BlockKind.PARAGRAPH and len(below.text) >= _SENTENCE_LIKE
    return told and body[index].text[-1:].isalnum()


def _tagged(body: Sequence[Passage]) -> list[int]:
    """The paragraphs that begin with a few words of what they tell, where all do: "Legal aid. The Commission opened ..."."""
    told = [index for index, passage in enumerate(body) if passage.kind is BlockKind.PARAGRAPH]
    tagged = [index for index in told if TAG.match(body[index].text)]
    return tagged if len(tagged) == len(told) and sum(bool(body[index].dates) for index in tagged) >= 1 else []


TAG = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:\s[a-zà-ÿ’'-]+){0,3}\.(?=\s[“\"]?[A-Z0-9]|\s?$)")
"""The few words of what it tells that a piece of news begins with: "Legal aid."."""


def _says_when_and_where(text: str) -> bool:
    """Whether a paragraph begins with a day and a place as its label, as "3-5 May, Gaziantep (Türkiye). Nurses met" does."""
    day = DATE_LEAD.match(text)
    there = _PLACE_BEHIND.match(text, day.end()) if day is not None else None
    return there is not None and any(len(there["place"]) == hit.end - hit.start for hit in find_countries(there["place"]))


_PLACE_BEHIND = re.compile(
    r"(?:\s\d{4})?,\s(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})"
    r"(?:,\s[A-Z][\w’' -]{2,30}|\s\([A-Z][\w’' -]{2,30}\))?[.:]\s(?=[“\"]?[A-Z])"
)


def is_part(text: str) -> bool:
    """Whether a paragraph is labelled as a part of what stands above it: a line of a form, an outcome, what somebody answers."""
    return _is_of_one_story(text) or _SPEAKER.match(text) is not None


_SPEAKER = re.compile(r"[A-ZÀ-Þ]{2,}(?:[ .-]+[A-ZÀ-Þ]{2,}){0,2}:\s")


def _is_of_one_story(text: str) -> bool:
    """Whether the label of a paragraph names a part of a story, or a line of a form: "Next Steps: ...", "Venue: ..."."""
    return _NO_TOPIC.match(text) is not None or text[: text.find(":")].strip().lower() in _PARTS


_PARTS = frozenset(data("words")["parts"])
_LABEL = re.compile(
    r"(?P<capital>(?!(?:I|II|III|IV|V|VI|NB|PS)\b)[A-ZÀ-Þ]{3,}(?:[’' -][A-ZÀ-Þ]{2,}){0,2})(?:\.|:|\s[–—-])\s(?=[“\"]?[A-Z])"
    r"|(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})(?:(?:\.|:|\s?[–—]|\s-)\s(?=[“\"]?[A-Z])|:\s(?=[a-z0-9]))"
    r"|(?P<topic>[A-Z][\w’'&-]+(?:\s(?:(?:of|for|in|on|and|the|to|with|at|against|by|from"
    r"|&)\s){0,2}[A-Z0-9][\w’'&/-]+){1,9}):\s(?=[“\"]?[A-Z])"
)
_NO_TOPIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Col|Gen)\b|(?:Date|Venue|Place|Time|When|Where|Contact|Source|Photo|Note|Further|Read|For)\b"
)


_MONTH_NAME = rf"{MONTH_WORD}\.?"
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH_NAME}|{_MONTH_NAME} (?:\d{{1,2}}|(?:19|20)\d\d)\b|Q[1-4]\b"
    r"|[A-Z][a-z]{2,8} (?:19|20)\d\d)"
)

_MONTH_FIRST = re.compile(rf"{_MONTH},?\s(?=[^\s(])")
"""How a row begins that has a month in a column of its own; one that is to be confirmed is none."""


def _is_told(text: str) -> bool:
    """Whether a list item is a sentence rather than a name or a topic."""
    return text.endswith((".", ".”", '."', ".)", "!")) and len(text.split()) >= 6
