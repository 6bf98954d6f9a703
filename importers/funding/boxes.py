"""The fact boxes of projects: lines such as "Donor: Norway / Duration: 2013-2016", cut out of what a newsletter tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from db.models import Donor
from importers.funding.donors import find_donors
from importers.layout.repair import Passage
from importers.lexicon import data, trie_pattern
from importers.readers.blocks import BlockKind

_WORDS = data("boxes")
_PAYERS, _OTHERS, _EVENTS = (frozenset(_WORDS[name]) for name in ("payers", "others", "events"))
_FIELD = re.compile(
    rf"(?<![\w/“\"-])(?P<label>(?:{trie_pattern(_PAYERS | _OTHERS | _EVENTS)}))\s?(?:[:|]|[–—-]\s)\s*", re.IGNORECASE
)
_LONGEST, _TITLE = 700, 160
"""Characters of a line of such a box, and of a project's title."""
_MOST_LINES = 12
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIMES = re.compile(r"duration|period|time|start|years|dates", re.IGNORECASE)
_FOR = re.compile(r"\((?P<purpose>[a-z][^()\d]{3,60})\)\s*\Z")
"""What one of several pays for, behind its name: "Japan (boats); Norway (courses)"."""
_MOST_PAYERS = 4
"""A line that names more, and says nothing else, is not of one project."""
_NAMES = 0.4
"""How much of the only line of a box must be names of donors."""
UNDERTAKING = re.compile(
    r"\W*(?P<word>sub-?programme|project|programme?|component|chapter|outcome|output|pillar|action)\b(?:\s+(?:no\.?\s?)?[\w/.-]*\d[\w/.-]*|\s+[IVX]+\b|\s?[:–—\"“«])",
    re.IGNORECASE,
)
"""How the title of a project begins; "Project on roads launched" is that of a story."""
_CODE = re.compile(r"\W*[A-Z]{2,4}[/-]?[A-Z]{0,3}\d{2,3}\b")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, as a line says."""

    donor: Donor
    words: str
    """That line, or the sentence."""
    purpose: str = ""
    """What for, where several pay: "treatment sites"."""


@dataclass(frozen=True, slots=True)
class Box:
    """A fact box that was cut out, or a sentence that says as much."""

    payers: tuple[Payer, ...]
    at: int
    """The place of the passage that it stood before, among those that are left."""
    title: int | None = None
    """The place of the first heading above it, right above; None where a story's text stands there."""
    since: date | None = None
    """When the project began."""
    names_project: bool = False
    """Whether it names its project itself, or the heading above does."""


def is_fact_heading(text: str) -> bool:
    """Whether a heading stands over facts: "Project at a glance"."""
    return text.strip(" .:-–|").lower() in _FACTS


_FACTS = frozenset(_WORDS["headings"])


def is_undertaking(title: str) -> bool:
    """Whether a heading is the title of a project: "Project KGZ/R12: Clean water", "XAC/K22 Roads"."""
    return UNDERTAKING.match(title) is not None or _CODE.match(title) is not None


def apart(passages: Sequence[Passage]) -> tuple[list[Passage], list[Box]]:
    """The passages without fact boxes, and the boxes, in reading order. What tells who pays in a story's own text stays there."""
    kept: list[Passage] = []
    boxes: list[Box] = []
    index = 0
    while index < len(passages):
        lines = _lines(passages, index)
        if lines is None or (made := _box(passages, index, lines, kept)) is None:
            kept.append(passages[index])
            index += 1
            continue
        boxes.append(made)
        index += len(lines.passages)
    return kept, boxes


@dataclass(frozen=True)
class _Lines:
    """Passages one below the other that are nothing but fields."""

    passages: tuple[Passage, ...]
    before: int
    """How many characters of a title stand before the first field."""

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Each label in lower case, with its value."""
        return tuple(field for place, one in enumerate(self.passages) for field in _fields(one.text[0 if place else self.before :]))


def _lines(passages: Sequence[Passage], index: int) -> _Lines | None:
    """The box that begins with a passage, or behind the title that one begins with; None where none does."""
    first = passages[index]
    if (before := _begins(first)) is None:
        return None
    last = index + 1
    while last < len(passages) and last - index < _MOST_LINES and _begins(passages[last]) == 0:
        last += 1
    return _Lines(tuple(passages[index:last]), before)


def _begins(passage: Passage) -> int | None:
    """Where the first field of a passage begins that holds nothing else, but for a title before it."""
    text = passage.text
    if len(text) > _LONGEST or _MARKED.isdisjoint(text):
        return None
    found = _FIELD.search(text) if passage.kind is BlockKind.HEADING else _FIELD.match(text, len(text) - len(text.lstrip(_MARKS)))
    if found is None or not found["label"][0].isupper():
        return None
    return len(text[: found.start()].rstrip(_MARKS))


_MARKED = frozenset(":|–—-")
_MARKS = " *_•·–—|-▪■►"


def _fields(text: str) -> Iterator[tuple[str, str]]:
    found = [one for one in _FIELD.finditer(text) if one["label"][0].isupper()]
    for one, behind in zip(found, (*found[1:], None), strict=True):
        yield one["label"].lower(), text[one.end() : behind.start() if behind else len(text)].strip(_MARKS + ";,")


def _box(passages: Sequence[Passage], index: int, lines: _Lines, kept: list[Passage]) -> Box | None:
    """The box that lines make where they say who pays; its title is put below those `kept`, the heading of its facts is not."""
    labels = [label for label, _ in lines.fields]
    if not _PAYERS.intersection(labels) or _EVENTS.intersection(labels):
        return None
    payers = [payer for label, value in lines.fields if label in _PAYERS for payer in _payers(label, value)]
    if not payers:
        return None
    behind = index + len(lines.passages)
    below = passages[behind] if behind < len(passages) else None
    if len(set(labels)) == 1 and not (len(kept) > 1 and _stands_alone(lines, payers, below)):
        return None
    if lines.before:
        kept.append(replace(lines.passages[0], flow=lines.passages[0].flow.before(lines.before)))
    elif kept and is_fact_heading(kept[-1].text):
        kept.pop()
    elif kept and kept[-1].kind is not BlockKind.HEADING and len(kept[-1].text) <= _TITLE and is_undertaking(kept[-1].text):
        kept[-1] = replace(kept[-1], kind=BlockKind.HEADING)
    title = len(kept)
    while title and kept[title - 1].kind is BlockKind.HEADING:
        title -= 1
    titles = kept[title:]
    years = [year for label, value in lines.fields if _TIMES.search(label) for year in _YEAR.findall(value)]
    return Box(
        tuple(payers),
        len(kept),
        title if titles or not kept else None,
        date(min(map(int, years)), 1, 1) if years else None,
        any(label.startswith(("project", "programme", "component")) and value[:1].isupper() for label, value in lines.fields)
        or any(is_undertaking(one.text) for one in titles),
    )


def _stands_alone(lines: _Lines, payers: Sequence[Payer], below: Passage | None) -> bool:
    """Whether one line about who pays is a box: a heading by mistake, or above one; a story's own line is read with it."""
    if (
        below is None
        or len(payers) > _MOST_PAYERS
        or (lines.passages[0].kind is not BlockKind.HEADING and below.kind is not BlockKind.HEADING)
    ):
        return False
    value = lines.fields[0][1]
    named = sum(len(name) for name in {mention.text for mention in find_donors(f"Donor: {value}")})
    return not value.endswith((".", "!", "?")) and named >= _NAMES * len(value)


def _payers(label: str, value: str) -> Iterator[Payer]:
    words = f"{label.capitalize()}: {value}"
    for part in value.split(";"):
        for mention in find_donors(f"Donor: {part.strip()}"):
            purpose = _FOR.search(mention.text)
            yield Payer(mention.donor, words, purpose["purpose"].lower() if purpose else "")
