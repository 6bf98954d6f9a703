"""Which blocks are headings: capital lines, title lines, numbered titles, labels; and which lists and rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from importers.dates.finding import scan
from importers.layout.captions import PICTURED, interrupts, is_caption, is_scene, is_signature
from importers.layout.fit import is_closed
from importers.layout.furniture import DAY, HEAD, shape
from importers.layout.halves import HEADLESS, LONG
from importers.layout.titles import HEADLINE, is_small, is_title
from importers.lexicon import MONTH_NAMES, data
from importers.readers.blocks import Block, BlockKind
from importers.readers.calendars import DATE_LEAD
from importers.readers.credits import is_credit
from importers.readers.headlines import TOLD, breaks_off, is_capital, is_dated_title, is_tail
from importers.readers.issuelines import TOP
from importers.readers.plain import RELEASE
from importers.readers.runs import DATELINE

_LINE, _ROW = 160, 600
"""Characters of a line that may be a heading, and of an entry that begins with its date."""
_CODE = re.compile(r"[A-Z]{2,6}[ ./-]{0,2}\d+(?:[ /.-]+\d+)+\b")
"""The number of a press release is no title: "MR 059/2005"."""
_WRITTEN = re.compile(
    rf"\W*(?:published|posted|updated|released|issued|written|dated?)\b[^.]{{0,40}}?(?:{DAY.pattern})", re.IGNORECASE
)
"""A line that says when a story was written is no title."""


def is_briefs(heading: str) -> bool:
    """Whether a heading stands over short pieces of news: "IN BRIEF", "Other news:"."""
    lower = heading.strip(" .:-–|").lower()
    return lower in _BRIEFS or _OF_A_DAY.sub("", lower) in _BRIEFS


_BRIEFS = frozenset(data("words")["briefs"])
_OF_A_DAY = re.compile(rf"^(?:\d{{1,2}} (?:{MONTH_NAMES})|(?:{MONTH_NAMES}) \d{{1,2}}):? ")
"""The day whose news a heading stands over: "26 June in brief"."""


def with_headings(raw: str, found: list[Block]) -> list[Block]:
    """Capital lines and title lines, marked as headings; what stands over short pieces of news is one even in a page's head."""
    found = [
        replace(one, kind=BlockKind.HEADING) if one.kind is BlockKind.FURNITURE and is_briefs(one.text) else one for one in found
    ]
    found = [one.of_kind(BlockKind.FURNITURE) if RELEASE.fullmatch(one.text) else one for one in found]
    has_marks = sum(block.kind is BlockKind.HEADING for block in found) >= _SEVERAL
    titled = {
        one.text for one in found if one.kind is not BlockKind.FURNITURE and is_capital(one.text) and len(one.text.split()) > 2
    }
    found = _with_numbered(raw, found)
    # a title stands above its text, whatever line says between them who paid
    told = (index for index, block in enumerate(found) if block.kind is not BlockKind.FURNITURE)
    places = [index for index in told if found[index].kind is not BlockKind.PARAGRAPH or not is_credit(found[index].text)]
    standing = [found[index] for index in places]
    sections = list(_below_section(raw, standing))
    in_capitals = len(titled) >= 2 * _SEVERAL and len(sections) < _SEVERAL
    # where titles are in capitals, one section may still hold news under titles of their own
    small_titles = {place for titles in sections if len(titles) >= _TWO or _is_short(standing, titles[0]) for place in titles}
    halves = {block.onto for block in standing} - {None}
    for place, block in enumerate(standing):
        if block.onto is not None or block.start in halves:
            continue
        if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _ROW or _WRITTEN.match(block.text):
            continue
        before = standing[place - 1] if place else None
        after = standing[place + 1] if place + 1 < len(standing) else None
        if (lead := DATE_LEAD.match(block.text)) and any(
            near is not None and DATE_LEAD.match(near.text) for near in (before, after)
        ):
            if len(block.text) <= _LINE or block.text[lead.end() : lead.end() + 1] in (".", ":"):
                standing[place] = block.of_kind(BlockKind.ROW)
            continue
        if _is_dated(block, after):
            standing[place] = block.of_kind(BlockKind.HEADING)
            continue
        if len(block.text) > _LINE:
            continue
        if interrupts(standing, place) or is_scene(block, before, after) or is_signature(block, before):
            standing[place] = block.of_kind(BlockKind.FURNITURE)
        elif _CODE.match(block.text):
            continue
        elif _is_capital_heading(block.text):
            standing[place] = block.of_kind(BlockKind.HEADING)
        elif not has_marks and is_title(raw, block, before, after):
            small = in_capitals and block.start > TOP and place not in small_titles and is_small(block.text)
            if is_caption(standing, place) or (small and PICTURED.search(block.text)):
                standing[place] = block.of_kind(BlockKind.FURNITURE)
            elif not small:
                standing[place] = block.of_kind(BlockKind.HEADING)
    for index, block in zip(places, standing, strict=True):
        found[index] = block
    return _with_releases(_with_labels(raw, found))


def _with_numbered(raw: str, found: list[Block]) -> list[Block]:
    """The numbered titles of stories and chapters, marked as headings: they look like items of a list, each above its own text."""
    numbers = {
        index: int(number[1])
        for index, block in enumerate(found)
        if block.kind is BlockKind.BULLET and (number := _ITEM.match(raw, block.start)) is not None
    }
    if not numbers:
        return found
    told = [index for index, block in enumerate(found) if block.kind is not BlockKind.FURNITURE and not is_credit(block.text)]
    runs: list[list[int]] = [[]]
    alone: set[int] = set()
    for before, index, below, then in zip((None, *told), told, told[1:], (*told[2:], None), strict=False):
        if index not in numbers:
            continue
        if not numbers.keys() & {before, below}:
            alone.add(index)
        if not _is_above(found[index].text, numbers[index], found[below], found[then] if then is not None else None):
            continue
        if runs[-1] and numbers[index] != numbers[runs[-1][-1]] + 1:
            runs.append([])
        runs[-1].append(index)
    # two are enough where no other item stands beside them
    titles = {index for run in runs if len(run) >= (_SEVERAL if set(run) - alone else _TWO) for index in run}
    # a title in capitals stands alone, the lines of a list of contents together
    titles |= {index for index in alone if _is_capital_heading(found[index].text)}
    return [block.of_kind(BlockKind.HEADING) if index in titles else block for index, block in enumerate(found)]


def _is_above(title: str, number: int, below: Block, then: Block | None) -> bool:
    """Whether what may be a title stands above a longer text, or above a title that does."""
    if not _may_be_title(title):
        return False
    if below.text.startswith(f"{number}.1") or (below.kind is BlockKind.HEADING and not below.level):
        return True
    if below.kind is not BlockKind.PARAGRAPH or not below.text[0].isupper():
        return False
    if then is not None and _may_be_title(below.text):
        return then.kind is BlockKind.PARAGRAPH and len(then.text) > LONG
    return len(below.text) > max(LONG, len(title))


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= HEADLINE and not text.endswith((".", ";", ":", ",")) and TOLD.search(text) is None


_ITEM = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]")
_SEVERAL, _TWO = 3, 2


def _with_releases(found: list[Block]) -> list[Block]:
    """The labels of press releases that stand above no heading, marked as one: a new story begins there."""
    after: Block | None = None
    for index in range(len(found) - 1, -1, -1):
        block = found[index]
        if block.kind is BlockKind.FURNITURE and RELEASE.fullmatch(block.text):
            if after is not None and after.kind is not BlockKind.HEADING:
                found[index] = after = block.of_kind(BlockKind.HEADING)
        elif block.kind is not BlockKind.FURNITURE:
            after = block
    return found


def _with_labels(raw: str, found: list[Block]) -> list[Block]:
    """The names of sections at page starts that a text stands right below, marked as headings: they are no running heads."""
    shapes = Counter(shape(block.text) for block in found if block.kind is BlockKind.FURNITURE and len(block.text) < HEAD)
    before: Block | None = None
    for index, block in enumerate(found):
        if block.kind is not BlockKind.FURNITURE:
            before = block
        elif (
            _PAGE_LABEL.match(raw, block.start, block.end)
            and shapes[shape(block.text)] == 1
            and (before is None or before.kind is not BlockKind.PARAGRAPH or is_closed(before.text))
            and _is_label(block, next((one for one in found[index + 1 : index + 4] if one.kind is not BlockKind.FURNITURE), None))
        ):
            found[index] = before = block.of_kind(BlockKind.HEADING)
    return found


_PAGE_LABEL = re.compile(r" [A-Z][^,;!?|@\d]{2,58}(?<![:.])\s*$", re.MULTILINE)
"""A line with the one blank that extractors leave at the start of a page."""


_PERIOD = 24
"""A month or a quarter has fewer characters."""


def _is_label(block: Block, after: Block | None) -> bool:
    """Whether a line names the text behind it, or in capitals what the heading there is part of."""
    if after is None:
        return False
    if after.kind is BlockKind.HEADING:
        return not after.level and not (len(block.text) < _PERIOD and scan(block.text))
    return HEADLESS.match(after.text) is None and not breaks_off(block.text)


def _is_dated(block: Block, after: Block | None) -> bool:
    """Whether a dateline stands below a title, without a blank line between where it tells no place."""
    dateline = DATELINE.fullmatch(after.text) if after is not None else None
    if after is None or dateline is None or not is_dated_title(block.text):
        return False
    return after.start == block.end or (dateline["above"] or dateline["place"]) is not None


def _is_capital_heading(text: str) -> bool:
    return is_capital(text) and not text.endswith((",", ";")) and not is_tail(text)


def _below_section(raw: str, standing: Sequence[Block]) -> Iterator[list[int]]:
    """For each capital line right below which a title is written as a sentence is, the places of all such titles in its section.

    Such a capital line is the name of a section.
    """
    titles: list[int] = []
    above = -1
    for place, (block, after) in enumerate(pairwise(standing)):
        if is_capital(block.text) and len(block.text) <= _LINE:
            if titles:
                yield titles
            titles, above = [], place
        elif (titles or place == above + 1) and _is_small_title(raw, standing, place, after):
            titles.append(place)
    if titles:
        yield titles


def _is_short(standing: Sequence[Block], place: int) -> bool:
    """Whether the capital line above a small title has so few words that it names a section, and is no title above its deck."""
    return len(standing[place - 1].text.split()) < _SEVERAL


def _is_small_title(raw: str, standing: Sequence[Block], place: int, after: Block) -> bool:
    block = standing[place]
    small = block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LINE and is_small(block.text)
    above_text = small and after.kind is BlockKind.PARAGRAPH and len(after.text) > LONG
    return above_text and is_title(raw, block, None, after) and not is_caption(standing, place)
