"""Who pays for the stories of a chapter, said once: in a project's fact box, in a sentence above them, or at its end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice

from db.models import Kind, Level
from importers.donors.cues import find_donors
from importers.events.event import Event
from importers.events.kinds import score_kinds
from importers.funding.boxes import IN_BOX, UNDERTAKING, Box, Payer, is_undertaking, stands_apart
from importers.funding.closings import CHAPTER, closings, tells_who_pays
from importers.funding.finding import Paid
from importers.funding.others import is_act_of_state, is_unpaid
from importers.funding.owners import LIFE, SAME_HANDS, stems
from importers.layout.repair import Passage
from importers.lexicon import DEEDS_TOLD, MONTH_NAMES
from importers.readers.blocks import BlockKind
from importers.story import Story

_PUBLISHED = "bulletin|newsletter|issue|report|update|program(?:me)?|project"
_OF_CHAPTER = re.compile(
    rf"\b(?:[Tt]his|[Tt]he\spresent|[Tt]he\sfollowing)\s{CHAPTER}\b(?!\sof\b(?!\s(?:the|this|our)\s(?:\w+\s)?(?:{_PUBLISHED})\b))"
    rf"|\b[Tt]he\sfollowing\s(?:[\w-]+\s)?{DEEDS_TOLD}\b"
    rf"|\b{DEEDS_TOLD}\s(?:[\w-]+\s){{0,3}}?(?:below|that\sfollow|hereunder)\b"
    rf"|\b(?i:{DEEDS_TOLD})\s(?:[\w-]+\s){{0,2}}?(?:in|on|under)\sthis\s(?:area|field|region|country|theme|topic|subject|line)\b"
)
"""How a sentence speaks of all that is told below it."""
_OF_PROJECT = re.compile(
    r"(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s){0,2}?(?:project|program(?:me)?|component|initiative)\b|[Aa]ll\s(?:[\w-]+\s){0,2}?"
    + DEEDS_TOLD
)
"""How one below a project's title speaks of the project."""
_MONTH = re.compile(rf"\b(?:{MONTH_NAMES})\b", re.IGNORECASE)
_INTRO, _SHORT, _LONG = 3, 80, 600
"""Passages between a chapter's heading and such a sentence; characters of a heading that was read as none, and of a passage."""
_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s")
_MOST = 200
"""So many such sentences are looked at."""
_SEVERAL = 2
"""A newsletter with so many boxes right above headings has them at the heads of its chapters."""
_BESIDE = 60
"""Passages of a story above the box at its end."""
_SAID, _CREDIT = "chapter-funded-by", "credit-line"


@dataclass(frozen=True, slots=True)
class _Payers:
    """Who pays for a story, by what stands above it."""

    payers: tuple[Payer, ...]
    since: date | None
    rule: str


class Chapters:
    """The stories of one newsletter, asked who pays by what stands over them."""

    def __init__(self, passages: Sequence[Passage], boxes: Sequence[Box], found: Sequence[Story], reference: date) -> None:
        """`passages` are those that the stories `found` were cut from, without `boxes`; `reference` is the newsletter's day."""
        self._reference = reference
        self._of: dict[int, _Payers] = {}
        """Those of a story, by its number."""
        sayings = list(islice(chain(_sentences(passages), closings(passages)), _MOST))
        if not boxes and not sayings:
            return
        story_at = stories_at(passages, found)
        titles = [box.title for box in boxes if box.title is not None]
        heads = sum(_heads_chapter(passages, box) for box in boxes)
        for box, rule in [*((one, _SAID) for one in sayings), *((one, _CREDIT if one.of_story else "fact-box") for one in boxes)]:
            told = _Payers(box.payers, box.since, rule)
            of_chapter = heads >= _SEVERAL and _heads_chapter(passages, box)
            for place in _covered(
                passages, replace(box, names_project=box.names_project or of_chapter), titles, said=of_chapter or rule == _SAID
            ):
                if (number := story_at.get(place)) is not None:
                    self._of[number] = told

    def pay(self, paid: Paid, index: int, event: Event, heading: str) -> Paid:
        """What a milestone of the story of a number was paid, with those who pay for its chapter where nothing else is said.

        `heading` is its own story's. Who else paid for its main one is added to the credit below that heading.
        """
        told = self._of.get(index)
        if told is not None and told.rule == "fact-box" and IN_BOX.search(event.sentence.text):
            return Paid((), (), (), (), ()).by(told.rule, ((one.donor, one.words) for one in told.payers))
        if told is None:
            return paid
        credited = told.rule == _CREDIT and event.level is Level.MAIN
        if not credited and (paid.is_settled or not may_be_its_own(event, told.since or self._reference - LIFE)):
            return paid
        known = {donor.name for donor in paid.donors}
        payers = (one for one in _for_this(told.payers, event, heading) if one.donor.name not in known)
        return paid.by(told.rule, ((one.donor, one.words) for one in payers))


def _for_this(payers: Sequence[Payer], event: Event, heading: str) -> Sequence[Payer]:
    """Of several who pay each for something else, those whose purpose the event speaks of; all where it speaks of none."""
    said = stems(f"{event.sentence.text} {heading}")
    fitting = [
        one
        for one in payers
        if not one.purpose or score_kinds(one.purpose).best is event.kind or not said.isdisjoint(stems(one.purpose))
    ]
    return fitting or payers


def may_be_its_own(event: Event, since: date) -> bool:
    """Whether an event may be a project's own doing: no seizure, no law, nothing unpaid, and in passing nothing before it began."""
    if event.kind is Kind.OPERATION or is_act_of_state(event.sentence) or is_unpaid(event.sentence):
        return False
    if event.level is Level.MAIN:
        return True
    over = event.when.end is not None and event.when.end < since
    return not over and (event.kind in SAME_HANDS or event.kind is Kind.AGREEMENT)


def stories_at(passages: Sequence[Passage], found: Sequence[Story]) -> dict[int, int]:
    """The number of the story that begins with a passage, by the passage's place; one cut in two begins with its first."""
    ends = {passage.flow.spans[-1][1]: place for place, passage in enumerate(passages) if passage.flow.spans}
    begun = ((number, story.passages[0].flow.spans) for number, story in enumerate(found) if story.passages)
    return {ends[spans[-1][1]]: number for number, spans in begun if spans and spans[-1][1] in ends}


def _sentences(passages: Sequence[Passage]) -> Iterator[Box]:
    """What sentences above the stories of a chapter say, right below its heading."""
    for place, passage in enumerate(passages):
        text = passage.text
        if len(text) > _LONG or passage.kind in (BlockKind.HEADING, BlockKind.ROW) or not tells_who_pays(text.lower()):
            continue
        if (title := _title_above(passages, place)) is None or _MONTH.search(text) is not None:
            continue
        if _OF_CHAPTER.search(text) is None and _OF_PROJECT.search(text) is None:
            continue
        project = _is_heading(passages, place + 1) and (
            is_undertaking(passages[title].text) or 0 < passages[title].level < passages[place + 1].level
        )
        payers = []
        for sentence in passage.sentences:
            if IN_BOX.search(sentence.text) is not None:
                # of the project, whose box speaks for itself
                continue
            if _OF_CHAPTER.search(sentence.text) or (project and _OF_PROJECT.match(sentence.text)):
                payers += [Payer(one.donor, sentence.text) for one in find_donors(sentence.text) if one.strong]
        if payers:
            yield Box(tuple(payers), place, title, None, names_project=True)


def _title_above(passages: Sequence[Passage], place: int) -> int | None:
    """The place of the heading of the chapter that a passage introduces."""
    for above in range(place - 1, max(-1, place - 1 - _INTRO), -1):
        one = passages[above]
        if one.kind is BlockKind.HEADING:
            return above
        if len(one.text) <= _SHORT and one.kind is not BlockKind.ROW and not one.text.endswith((".", ":", ";", ",")):
            return above
        if _MONTH.search(one.text):
            return None
    return None


def _covered(passages: Sequence[Passage], box: Box, titles: Sequence[int], *, said: bool) -> Iterator[int]:
    """The places of the passages that a box speaks of: those below its title, or the story that it stands beside.

    What a sentence `said` of its chapter ends at the latest where a heading stands right above another.
    """
    if box.title is None:
        for place in range(box.at - 1, max(-1, box.at - 1 - _BESIDE), -1):
            if passages[place].kind is BlockKind.HEADING:
                return
            yield place
        return
    end = (*titles, len(passages))[bisect_left(titles, max(box.at, box.title + 1))]
    first = next((one for one in passages[box.at : end] if one.kind is BlockKind.HEADING), None)
    title = passages[box.title]
    for place in range(box.at, end):
        one = passages[place]
        if one.kind is BlockKind.HEADING:
            alone = not box.names_project and place > box.at and not _is_below(title, one)
            stacked = said and place > box.at + 1 and not (one.level or _number(one.text)) and _is_heading(passages, place + 1)
            if alone or stacked or _ends(title, first, one):
                return
        yield place


def _heads_chapter(passages: Sequence[Passage], box: Box) -> bool:
    """Whether a box stands between the heading of a chapter and that of its first story."""
    return box.title is not None and _is_heading(passages, box.at - 1) and _is_heading(passages, box.at)


def _is_heading(passages: Sequence[Passage], place: int) -> bool:
    return place < len(passages) and passages[place].kind is BlockKind.HEADING


def _is_below(title: Passage, heading: Passage) -> bool:
    """Whether a heading is known to stand in the chapter of another."""
    if title.level != heading.level and title.level and heading.level:
        return heading.level > title.level
    above, below = _number(title.text), _number(heading.text)
    if above or below:
        return len(below) > len(above) and below[: len(above)] == above
    return title.text.isupper() and not heading.text.isupper()


def _ends(title: Passage, first: Passage | None, heading: Passage) -> bool:
    """Whether a heading ends the chapter of a `title`; `first` is the first one in it."""
    text = heading.text
    if stands_apart(text):
        return True
    if title.level and heading.level:
        return not _is_below(title, heading)
    number, inside, above = (_number(one) for one in (text, first.text if first else "", title.text))
    if number:
        if len(inside) > 1:
            return number[: len(inside) - 1] != inside[:-1]
        return bool(above) and len(number) <= len(above)
    same = UNDERTAKING.match(title.text)
    again = UNDERTAKING.match(text)
    if same and again and same["word"].lower() == again["word"].lower():
        return True
    return text.isupper() and title.text.isupper() and first is not None and not first.text.isupper()


def _number(text: str) -> tuple[str, ...]:
    found = _NUMBER.match(text)
    return tuple(found[1].split(".")) if found else ()
