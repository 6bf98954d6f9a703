"""Repair: from a reader's blocks to passages in reading order, the headings among them, the furniture apart.

Which torn block goes on in which is said in `seams`, what is furniture in `furniture`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from db.names import country
from importers.dates.finding import scan
from importers.dates.values import Expression
from importers.flow import Flow, joined
from importers.layout.boxes import QUOTE_OF, is_figures
from importers.layout.captions import PICTURED, interrupts, is_caption, is_scene, is_signature
from importers.layout.fit import is_closed
from importers.layout.furniture import CAPTION, DAY, HEAD, shape, with_furniture
from importers.layout.seams import HEADLESS, LONG, continuations, is_headless, is_open, reading_order, weld
from importers.lexicon import MONTH_NAMES, data
from importers.readers.blocks import Block, BlockKind
from importers.readers.calendars import DATE_LEAD
from importers.readers.credits import is_credit
from importers.readers.headlines import LOOSE_WORDS, NUMBERED, TOLD, breaks_off, cuts_a_name, is_capital, is_dated_title, is_tail
from importers.readers.hyphens import words_of
from importers.readers.issuelines import TOP, is_issue_line
from importers.readers.plain import DATELINE, RELEASE, blocks
from importers.sentences import Sentence, read

_CODE_LONG = 3
"""Letters of a country's code, which may be a word of its own."""
_FULL_LINE = 32
"""A capital line of so many characters that another follows was broken for want of room."""
_LINE, _ROW = 160, 600
"""Characters of a line that may be a heading, and of an entry that begins with its date."""


@dataclass(frozen=True)
class Passage:
    """A heading, a paragraph, a bullet or a table row as it was meant to be read: one block, or several put together.

    What is asked of its words more than once is worked out once, when it is first asked.
    """

    kind: BlockKind
    flow: Flow
    level: int = 0
    doubtful: bool = False

    @property
    def text(self) -> str:
        """Its words on one line."""
        return self.flow.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; they count characters of `text`."""
        return tuple(read(self.text))

    @cached_property
    def dates(self) -> tuple[Expression, ...]:
        """What it says of dates, unresolved, in order."""
        return tuple(scan(self.text, self.sentences))


@dataclass(frozen=True, slots=True)
class Layout:
    """A source cut into blocks, and put together again."""

    blocks: tuple[Block, ...]
    """In printed order; each letter of the source lies in exactly one."""
    passages: tuple[Passage, ...]
    """In reading order, without furniture."""


def read_layout(raw: str) -> Layout:
    """Cut a raw text into blocks and put torn paragraphs together."""
    known = words_of(raw)
    found = _with_headings(raw, with_furniture(raw, blocks(raw, known)))
    return Layout(tuple(found), tuple(_passages(raw, found, known)))


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


def _with_headings(raw: str, found: list[Block]) -> list[Block]:
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
    in_capitals = len(titled) >= 2 * _SEVERAL and sum(_below_section(raw, standing)) < _SEVERAL
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
        elif not has_marks and _is_title(raw, block, before, after):
            small = in_capitals and block.start > TOP and _is_small(block.text)
            if is_caption(standing, place) or (small and PICTURED.search(block.text)):
                standing[place] = block.of_kind(BlockKind.FURNITURE)
            elif not small:
                standing[place] = block.of_kind(BlockKind.HEADING)
    for index, block in zip(places, standing, strict=True):
        found[index] = block
    return _with_releases(_with_labels(raw, found))


def _with_numbered(raw: str, found: list[Block]) -> list[Block]:
    """The numbered titles of stories, marked as headings: they look like the items of a list, each above a text of its own."""
    told = [index for index, block in enumerate(found) if block.kind is not BlockKind.FURNITURE]
    runs: list[list[tuple[int, int]]] = [[]]
    for index, below in pairwise(told):
        number = _ITEM.match(raw, found[index].start) if found[index].kind is BlockKind.BULLET else None
        if number is None or not _is_above(found[index].text, found[below]):
            continue
        if runs[-1] and int(number[1]) != runs[-1][-1][0] + 1:
            runs.append([])
        runs[-1].append((int(number[1]), index))
    titles = {index for run in runs if len(run) >= _SEVERAL for _, index in run}
    numbered = {index for index in told if found[index].kind is BlockKind.BULLET and _ITEM.match(raw, found[index].start)}
    for before, index, below in zip((None, *told), told, told[1:], strict=False):
        # a title in capitals stands alone, the lines of a list of contents together
        if index in numbered and not numbered & {before, below} and _is_capital_heading(found[index].text):
            titles.add(index)
    return [block.of_kind(BlockKind.HEADING) if index in titles else block for index, block in enumerate(found)]


def _is_above(title: str, below: Block) -> bool:
    """Whether what may be a title stands above a longer text."""
    long = below.kind is BlockKind.PARAGRAPH and len(below.text) > max(LONG, len(title)) and below.text[0].isupper()
    return long and len(title.split()) <= _HEADLINE and not title.endswith((".", ";", ":", ",")) and TOLD.search(title) is None


_ITEM = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]")
_SEVERAL = 3


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


_SHORT = 4
_TITLE_WORDS, _TITLE_CASE, _HEADLINE = 16, 20, 26
"""Words of a title at most, of one whose words are written large, and of the headline of a press release."""


def _below_section(raw: str, standing: Sequence[Block]) -> Iterator[bool]:
    """Whether each capital line is the name of a section, the first of whose titles stands below it, written as a sentence is."""
    for place, (before, block, after) in enumerate(zip(standing, standing[1:], standing[2:], strict=False), 1):
        small = block.kind is BlockKind.PARAGRAPH and len(block.text) <= _LINE and _is_small(block.text)
        if small and is_capital(before.text) and after.kind is BlockKind.PARAGRAPH and len(after.text) > LONG:
            yield _is_title(raw, block, None, after) and not is_caption(standing, place)


def _is_above_text(raw: str, block: Block, before: Block | None, after: Block | None) -> bool:
    """Whether a line stands by itself between the end of a text and the beginning of another, longer one that first tells a day."""
    alone = "\n" not in raw[block.start : block.end].strip()
    ended = before is None or before.kind is not BlockKind.PARAGRAPH or is_closed(before.text)
    return (
        alone
        and ended
        and after is not None
        and after.kind is BlockKind.PARAGRAPH
        and len(after.text) > len(block.text)
        and after.text[0].isupper()
        and DAY.search(after.text, 0, _FIRST_WORDS) is not None
    )


_FIRST_WORDS = 90
"""Characters."""


def _is_small(text: str) -> bool:
    """Whether a line is written as a sentence is, which is no title where those are in capitals."""
    words = text.split()
    return len(words) >= _FEW and not _is_title_case(words) and not text[0].isdigit() and not text.endswith(("?", ":"))


_FEW = 4


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) >= _LONG_WORD]
    return bool(long) and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


_LONG_WORD, _CAPITALS = 4, 0.8


_TWO_SENTENCES = re.compile(r"[a-z]{4,}\. [A-Z][a-z]* [a-z]")


def _is_title(raw: str, block: Block, before: Block | None, after: Block | None) -> bool:
    text = block.text
    words = text.split()
    if len(words) <= _SHORT and text.endswith(("...", "…")):
        # "Coming soon...", "And finally …"
        text = text.rstrip(".… ")
    most = _TITLE_CASE if _is_title_case(words) else _HEADLINE if _is_above_text(raw, block, before, after) else _TITLE_WORDS
    if len(words) > most or not (text[0].isupper() or text.lstrip("#№[(")[:1].isdigit() or text[0] in "\"'“«"):
        return False
    if DATELINE.fullmatch(text) or is_figures(raw, block) or _TWO_SENTENCES.search(text):
        return False
    if cuts_a_name(text) or TOLD.search(text) or _SPOKEN.search(text) or QUOTE_OF.fullmatch(text):
        return False
    if text.endswith((".", ";", "!", "-", "…")) or (text.endswith(":") and (len(words) > 6 or _is_list(after))):
        return False
    if after is not None and after.kind is BlockKind.PARAGRAPH and HEADLESS.match(after.text):
        return False
    torn = before is not None and before.kind is BlockKind.PARAGRAPH and is_open(before) and len(before.text) > LONG
    if (
        torn
        and not (after is not None and _RUN_IN.match(after.text))
        and before is not None
        and not PICTURED.search(before.text[-CAPTION:])
        and not _COUNTED.search(raw, before.start, before.end)
    ):
        return False
    if text.endswith(",") and not _is_title_case(words):
        # half a sentence
        return False
    if (breaks_off(text) and NUMBERED.match(text) is None) or text.endswith(","):
        # a title line broken over several blocks: it goes on in another short one
        return after is not None and len(after.text) < 60 and not after.text.endswith(".") and not is_capital(after.text)
    return True


_RUN_IN = re.compile(rf"(?:{DAY.pattern})\s+[–—-]\s+[“\"]?[A-Z]")
"""How a story begins with its day, wherever the one before it was cut."""
_SPOKEN = re.compile(r"[?:,]\s[“\"][^“”\"]*[.!?…][”\"]$")
"""How a line ends that tells what somebody said: "Your plans? “To rest.”"."""
_COUNTED = re.compile(r"\n[ \t]*\d[\d,.]*[ \t][^\n]*\s*$")
"""How a list of figures ends: with a line that begins with one."""


def _is_list(block: Block | None) -> bool:
    return block is not None and block.kind in (BlockKind.BULLET, BlockKind.ROW)


def _passages(raw: str, found: Sequence[Block], known: frozenset[str]) -> list[Passage]:
    standing = [block for block in found if block.kind is not BlockKind.FURNITURE and block.text]
    follows = continuations(raw, standing, known)
    passages: list[Passage] = []
    last = -1
    for index in reading_order(standing, follows):
        block, flow, at = standing[index], standing[index].flow, index
        if at in follows:
            pieces = flow.pieces()
            while at in follows:
                at = follows[at]
                weld(raw, pieces, standing[at].flow, known)
            flow = Flow.of(raw, pieces)
        doubtful = block.kind is BlockKind.PARAGRAPH and (is_headless(block) or (is_open(standing[at]) and len(flow.text) > LONG))
        below = block.kind is BlockKind.HEADING and passages and last == index - 1
        if below and _goes_on(passages[-1], block, apart=_is_apart(raw, passages, block)):
            passages[-1] = replace(passages[-1], flow=joined((passages[-1].flow, flow), " "))
        else:
            passages.append(Passage(block.kind, flow, block.level, doubtful))
        last = index
    return passages


_MASTHEAD = 12
"""Lines of a masthead, at most: the organisation, its offices, the name, the number and the months."""


def _is_apart(raw: str, passages: Sequence[Passage], block: Block) -> bool:
    """Whether an empty line stands above a heading in a masthead: an office's name does not go on in the title of a story."""
    if len(passages) > _MASTHEAD or any(passage.kind is not BlockKind.HEADING for passage in passages):
        return False
    return raw.count("\n", passages[-1].flow.spans[-1][1], block.start) > 1


def _goes_on(before: Passage, block: Block, *, apart: bool) -> bool:
    """Whether a heading is the next line of the heading before it."""
    if before.kind is not BlockKind.HEADING or before.level != block.level or len(before.text) + len(block.text) > 200:
        return False
    if is_briefs(block.text) or is_issue_line(before.text):
        return False
    if len(before.text) > _CODE_LONG and country(before.text.strip(" .:")) is not None:
        # the country of the heading below
        return False
    if before.level == 0 and not apart and len(before.text) >= _FULL_LINE and is_capital(before.text) and is_capital(block.text):
        return True
    last = before.text.split()[-1].lower()
    return (
        last.strip(",") in LOOSE_WORDS
        or before.text.endswith((",", "-", "–", "&"))
        or block.text.split()[0].lower() in LOOSE_WORDS - {"the", "a", "an"}
    )
