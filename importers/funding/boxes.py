"""The fact boxes of projects: lines such as "Donor: Norway / Duration: 2013-2016", cut out of what a newsletter tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice, pairwise

from db.models import Donor
from importers.donors.cues import find_donors
from importers.donors.mention import DonorMention
from importers.labels import is_of_all
from importers.layout.repair import Passage
from importers.lexicon import data, trie_pattern
from importers.readers.blocks import BlockKind
from importers.readers.credits import PAID_BY, is_credit, is_names
from importers.readers.torn import FIELD

_WORDS = data("boxes")
_PAYERS, _EVENTS, _TELLING, _NAMING = (frozenset(_WORDS[name]) for name in ("payers", "events", "telling", "naming"))
_HEADS = frozenset(word for name in ("payers", "others", "columns", "spans", "events") for word in _WORDS[name])
_LONGEST, _TITLE, _CREDIT = 700, 160, 240
"""Characters of a line of such a box, of a project's title, and of a line that says who pays."""
_SHORT = 80
"""Characters of a line of a masthead."""
_MOST_LINES = 12
"""Of a box, and of a masthead."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIMES = re.compile(r"duration|period|time|start|years|dates", re.IGNORECASE)
_FOR = re.compile(r"\((?:(?:(?:for|in)\s)?(?P<only>[A-Z][^()\d]{3,60})\sonly|(?P<purpose>[a-z][^()\d]{3,60}))\)\s*\Z")
"""What one of several pays for, behind its name: "Japan (boats); Norway (courses); Spain (Peru only)"."""
_MOST_PAYERS = 4
"""A line that names more, and says nothing else, is not of one project."""
_NAMES = 0.4
"""How much of the only line of a box must be names of donors, where it says anything else."""
UNDERTAKING = re.compile(
    r"\W*(?P<word>sub-?programme|project|program(?:me)?|component|chapter|outcome|output|pillar"
    r"|action)\b(?:\s+(?:no\.?\s?)?[\w/.-]*\d[\w/.-]*|\s+[IVX]+\b|\s?[:–—\"“«])",
    re.IGNORECASE,
)
"""How the title of a project begins; "Project on roads launched" is that of a story."""
_CODE = re.compile(r"(?:\W*|.*\()[A-Z]{2,4}[/-]?[A-Z]{0,3}\d{2,3}\b")
_MASTHEAD = re.compile(r"\b(?:program(?:me)?|project|newsletter|news|bulletin|quarterly|update)\b", re.IGNORECASE)
"""What the name of a newsletter tells that is one project's."""
IN_BOX = re.compile(
    r"\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\s(?:\w+\s)?(?:described|presented|introduced|summari[sz]ed|shown|outlined)?\s?(?:in|see)\sthe\s"
    r"(?:fact\s)?box\b|\((?:[Ss]ee\s)(?:the\s)?(?:fact\s)?box\b"
)
"""How a sentence speaks of the project whose facts stand in a box: "under the project described in the box below"."""
_CREDITED = re.compile(r"[\s)*_.]*(?:$|[,;(–—-]\s?(?=[\d(€$£]|US\$|[A-Z]{3}\s\d|(?:budget|duration|total|from|since)\b))")
"""What stands behind the names in such a line; else it is the beginning of a sentence."""


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
    """The place of the heading right above it, that of a project before others; None where a story's text stands there."""
    since: date | None = None
    """When the project began."""
    names_project: bool = False
    """Whether it names its project itself, or the heading above does."""
    of_story: bool = False
    """Whether it is the credit of the one story that stands below it."""
    facts: str = ""
    """What it tells besides who pays: partners, places, years."""


def is_fact_heading(text: str) -> bool:
    """Whether a heading stands over facts: "Project at a glance"."""
    return text.strip(" .:-–|").lower() in _FACTS


_FACTS = frozenset(_WORDS["headings"])


def is_beyond(heading: str) -> bool:
    """Whether a heading says that what stands below it is none of the project's: "Beyond the bridge project"."""
    return _BEYOND.match(heading) is not None


_BEYOND = re.compile(
    r"\W*(?:(?:beyond|outside|apart\sfrom|besides)\s(?:the\s|our\s)?\w"
    r"|(?:(?:news|reports?|seen|heard|read|notes)\s)?(?:from|at|of|by)\s(?:(?:the|our)\s)?(?:neighbou?rs?|others|elsewhere|sister\s\w+"
    r"|other\s(?:projects|programmes|organi[sz]ations|donors|agencies))\b|(?:(?:news|seen|heard|meanwhile|also)\s)?(?:from\s)?elsewhere\b"
    r"|what\sothers\b|(?:in|across)\sthe\sneighbou?rhood\b|around\sthe\sneighbou?rhood\b|our\sneighbou?rs\b|the\sneighbou?rs\b)",
    re.IGNORECASE,
)


def stands_apart(heading: str) -> bool:
    """Whether a heading ends what stands below the last project: "Other news", "In brief"."""
    return is_of_all(heading) or is_beyond(heading) or heading.lower().strip(" .:") in _APART


_APART = frozenset(_WORDS["apart"])


def is_undertaking(title: str) -> bool:
    """Whether a heading is the title of a project: "Project KGZ/R12: Clean water", "XAC/K22 Roads"."""
    return UNDERTAKING.match(title) is not None or _CODE.match(title) is not None


def without_boxes(passages: Sequence[Passage]) -> tuple[list[Passage], list[Box]]:
    """The passages without fact boxes, and the boxes, in reading order. What tells who pays in a story's own text stays there."""
    kept: list[Passage] = []
    boxes: list[Box] = []
    index = 0
    told = 0
    """Where the news of the last box end: one right below them is of a project of its own, which no story tells of."""
    while index < len(passages):
        lines = _lines(passages, index)
        made = _box(passages, index, lines, kept) if lines is not None else _credit(passages, index, kept)
        if made is None:
            kept.append(passages[index])
        else:
            if made.title is not None or made.at != told:
                boxes.append(made)
            told = len(kept) if made.at < len(kept) else told
        index += len(lines.passages) if lines is not None and made is not None else 1
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
    headed = index > 0 and is_fact_heading(passages[index - 1].text)
    if (before := _begins(first, titled=headed)) is None:
        return None
    last = index + 1
    while last < len(passages) and last - index < _MOST_LINES and _begins(passages[last]) == 0 and not _is_named(passages[last]):
        last += 1
    return _Lines(tuple(passages[index:last]), before)


def _is_named(passage: Passage) -> bool:
    """Whether a line begins the facts of a project, by its name: "Title: Clean water for Naryn"."""
    found = FIELD.match(passage.text.lstrip(_MARKS))
    return found is not None and found["label"].lower() in _NAMING


def _begins(passage: Passage, *, titled: bool = False) -> int | None:
    """Where the first field of a passage begins that holds nothing else, but for a title before it where it may be `titled`."""
    text = passage.text
    if len(text) > _LONGEST or _MARKED.isdisjoint(text):
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    # behind the heading of facts a field may have a label of its own
    titled = titled or passage.kind is BlockKind.HEADING or bool(text[:start].strip(_MARKS)) or _NAME.match(text, start) is not None
    found = (FIELD.search if titled else FIELD.match)(text, start)
    if found is None or not (found["label"][0].isupper() or text[found.start() - 1 : found.start()] == "("):
        return None
    return 0 if found.start() <= start or text[:start].strip(_MARKS) else len(text[: found.start()].rstrip(_MARKS))


_NAME = re.compile(
    r"(?=[^:|]{0,110}?\b(?:Project|Program(?:me)?|Initiative)\b)(?:(?:[A-Z\d][\w’'./()&-]*|[Tt]he|for|of|in|and|on|to|against)[,\s]\s{0,2}){2,18}"
    r"(?:Countries|Country|Duration|Donors?|Budget|Partners|Period|Funding|Funded)\b"
)
"""The name of a project, in capitals, right before the first field of its box in the same lines."""
_MARKED = frozenset(":|–—-")
_MARKS = " *_•·–—|-▪■►>("
_LEAD = re.compile(rf"[{re.escape(_MARKS)}]*(?:(?:{trie_pattern(_WORDS['headings'])})\b[{re.escape(_MARKS)}:.]+)?", re.IGNORECASE)
"""What stands before the first field of a box: its marks, and its heading where both are one line."""


def _fields(text: str) -> Iterator[tuple[str, str]]:
    found = [one for one in FIELD.finditer(text) if one["label"][0].isupper() or text[: one.start()].rstrip()[-1:] in ";|("]
    for one, behind in zip(found, (*found[1:], None), strict=True):
        yield (
            (one["payer"] or one["label"]).lower(),
            text[one.end() : behind.start() if behind else len(text)].strip(_MARKS + ";,"),
        )


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
    if (above := _facts_above(kept)) and not (above > 1 and lines.before):
        del kept[-above:]
    elif lines.before:
        kept.append(replace(lines.passages[0], flow=lines.passages[0].flow.before(lines.before)))
    elif _is_title(kept, below):
        kept[-1] = replace(kept[-1], kind=BlockKind.HEADING)
    if news := list(_news(lines)):
        kept += _named(lines.passages[0])
    title, project = _title(kept)
    at = len(kept)
    kept += news
    years = [year for label, value in lines.fields if _TIMES.search(label) for year in _YEAR.findall(value)]
    return Box(
        tuple(payers),
        at,
        title,
        date(min(map(int, years)), 1, 1) if years else None,
        project
        or bool(news)
        or any(label.startswith(("project", "programme", "component")) and value[:1].isupper() for label, value in lines.fields),
        facts=" ".join(value for label, value in lines.fields if label not in _PAYERS),
    )


def _news(lines: _Lines) -> Iterator[Passage]:
    """What the fields of a box tell of days, which is news: "Status: Two wells opened on 3 May"."""
    for one in lines.passages:
        for found, behind in pairwise((*FIELD.finditer(one.text), None)):
            end = behind.start() if behind is not None else len(one.text)
            if found is not None and found["label"].lower() in _TELLING:
                told = replace(one, flow=one.flow.before(end).behind(found.end()), kind=BlockKind.PARAGRAPH)
                if told.dates:
                    yield told


def _named(first: Passage) -> Iterator[Passage]:
    """The name of the project that the first line of a box tells, as a heading."""
    found = list(islice(FIELD.finditer(first.text), 2))
    if found and found[0]["label"].lower() in _NAMING:
        flow = first.flow.before(found[1].start()) if len(found) > 1 else first.flow
        yield replace(first, flow=flow.behind(found[0].end()), kind=BlockKind.HEADING)


def _facts_above(kept: Sequence[Passage]) -> int:
    """How many of the last passages are the heading of facts, and the title of the project below it."""
    if kept and is_fact_heading(kept[-1].text):
        return 1
    titled = len(kept) > 1 and len(kept[-1].text) <= _TITLE and is_fact_heading(kept[-2].text)
    return 2 if titled and kept[-1].kind is not BlockKind.PARAGRAPH else 0


def _title(kept: Sequence[Passage]) -> tuple[int | None, bool]:
    """The place of the heading right above the end of those `kept`, and whether it names a project: its title, or a masthead."""
    place = len(kept)
    if _is_masthead(kept):
        return 0, True
    while place and kept[place - 1].kind is BlockKind.HEADING:
        place -= 1
        if is_undertaking(kept[place].text):
            return place, True
    return (len(kept) - 1 if place < len(kept) else None), False


def _is_masthead(kept: Sequence[Passage]) -> bool:
    """Whether passages are nothing but the name of a newsletter, with its number and its months."""
    if len(kept) > _MOST_LINES:
        return False
    short = all(one.kind is BlockKind.HEADING or (len(one.text) <= _SHORT and not one.text.endswith(".")) for one in kept)
    return short and any(_MASTHEAD.search(one.text) for one in kept)


def _is_title(kept: Sequence[Passage], below: Passage | None) -> bool:
    """Whether the last passage is a title that was read as none: that of a project, or a short one between a text and a heading."""
    if not kept or kept[-1].kind in (BlockKind.HEADING, BlockKind.ROW) or len(kept[-1].text) > _TITLE:
        return False
    if is_undertaking(kept[-1].text):
        return True
    alone = len(kept) == 1 or kept[-2].kind is not kept[-1].kind
    headed = below is not None and below.kind is BlockKind.HEADING
    return alone and headed and kept[-1].kind is BlockKind.BULLET and kept[-1].text[-1:].isalnum()


def _credit(passages: Sequence[Passage], index: int, kept: list[Passage]) -> Box | None:
    """The box that a line below a title makes, or a title itself: "Financed by Norway", "Safe roads (funded by Japan)".

    Only where no story's text follows; the line goes, a title is kept.
    """
    one = passages[index]
    if index + 1 == len(passages) or len(kept) <= 1 or len(one.text) > _CREDIT:
        return None
    heads, headed = one.kind is BlockKind.HEADING, passages[index + 1].kind is BlockKind.HEADING
    text = _bare(one.text)
    alone = is_credit(text)
    # a sentence between two headings is news
    between = headed and not heads and kept[-1].kind is BlockKind.HEADING and not (text.endswith((".", "!", "?")) or one.dates)
    if between and not alone:
        named = [mention for mention in find_donors(text) if mention.strong]
        if not named:
            return None
    else:
        found = (PAID_BY.search if alone or heads else PAID_BY.match)(text)
        if found is None:
            return None
        value = _told(text[found.end() :])
        named = find_donors(value)
        if not named or _CREDITED.match(value, named[-1].end) is None:
            return None
        if found.start() and not alone:
            if not (headed or is_undertaking(text)):
                return None
            kept.append(one)
        elif not (headed or heads or alone) or not (
            kept[-1].kind is BlockKind.HEADING or (_is_masthead(kept) and not text.endswith("."))
        ):
            return None
    title, project = _title(kept)
    payers = tuple(_payer(mention, one.text) for mention in named)
    return Box(payers, len(kept), title, names_project=project, of_story=alone and not headed and not project)


def _bare(text: str) -> str:
    """A line without its marks, and without the brackets around all of it."""
    text = text.strip(_MARKS.replace("(", ""))
    inner = text[1:-1]
    around = text[:1] + text[-1:] in ("()", "[]") and inner.count("(") == inner.count(")") and inner.find("(") <= inner.find(")")
    return inner.strip(_MARKS) if around else text


def _stands_alone(lines: _Lines, payers: Sequence[Payer], below: Passage | None) -> bool:
    """Whether one line about who pays is a box: a heading by mistake, or above one; a story's own line is read with it."""
    heads = lines.passages[0].kind is BlockKind.HEADING
    if (below is None and not heads) or len(payers) > _MOST_PAYERS:
        return False
    value = lines.fields[0][1]
    named = sum(len(name) for name in {mention.text for mention in find_donors(f"Donor: {value}")})
    apart_from_text = heads or below is None or below.kind is BlockKind.HEADING
    return apart_from_text and not value.endswith((".", "!", "?")) and (is_names(value) or named >= _NAMES * len(value))


def _told(value: str) -> str:
    """What stands behind "Donor:", as a text would write it; in a line of capitals its small words are small."""
    return "Donor: " + (_SMALL.sub(lambda word: word[0].lower(), value) if value.isupper() else value)


_SMALL = re.compile(r"\b(?:THE|AND|OF|FOR|GOVERNMENTS?)\b")


def _payers(label: str, value: str) -> Iterator[Payer]:
    if value.lower().strip(" .:*_") in _HEADS:
        # the head of a table: "Donor | Until"
        return
    words = f"{label.capitalize()}: {value}"
    for part in value.split(";"):
        for mention in find_donors(_told(part.strip())):
            yield _payer(mention, words)


def _payer(mention: DonorMention, words: str) -> Payer:
    purpose = _FOR.search(mention.text)
    return Payer(mention.donor, words, (purpose["purpose"] or purpose["only"]).lower() if purpose else "")
