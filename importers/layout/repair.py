"""Repair: from a reader's blocks to passages in reading order, the headings among them, the furniture apart.

Which torn block goes on in which is said in `seams`, what is furniture in `furniture`, what a heading in `headings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from db.names import country
from importers.dates.finding import scan
from importers.dates.values import Expression
from importers.flow import Flow, joined
from importers.layout.furniture import with_furniture
from importers.layout.halves import LONG, is_headless, is_open
from importers.layout.headings import is_briefs, with_headings
from importers.layout.seams import continuations, reading_order, weld
from importers.readers.blocks import Block, BlockKind
from importers.readers.headlines import LOOSE_WORDS, is_capital
from importers.readers.hyphens import words_of
from importers.readers.issuelines import is_issue_line
from importers.readers.plain import blocks
from importers.sentences import Sentence, read

_CODE_LONG = 3
"""Letters of a country's code, which may be a word of its own."""
_FULL_LINE = 32
"""A capital line of so many characters that another follows was broken for want of room."""


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
    found = with_headings(raw, with_furniture(raw, blocks(raw, known)))
    return Layout(tuple(found), tuple(_passages(raw, found, known)))


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
        # a list of contents may stand between
        below = below and not raw[passages[-1].flow.spans[-1][1] : block.start].strip()
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
        or (not apart and block.text.split()[0].lower() in LOOSE_WORDS - {"the", "a", "an"})
    )
