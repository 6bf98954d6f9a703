"""Blocks that are one half of a torn sentence: an open one ends in the middle of it, a headless one begins there."""

from __future__ import annotations

import re
from itertools import islice

from importers.layout.fit import is_closed
from importers.layout.furniture import DAY
from importers.readers.blocks import Block, BlockKind
from importers.readers.credits import is_credit
from importers.readers.headlines import breaks_off
from importers.readers.issuelines import TOP, is_issue_line
from importers.readers.printed import USER
from importers.readers.runs import DATELINE
from importers.readers.torn import FIELD

LONG = 60
"""A paragraph of so many characters that ends without a stop goes on elsewhere."""
_TORN = 40
"""A paragraph of so many characters may do so."""
HEADLESS = re.compile(
    rf"(?!{USER}(?:{DAY.pattern})$)[\"'“«(]?[a-zà-ÿ]|\([A-Z][A-Za-z/-]{{1,11}}\)[\s,.;]|(?:19|20)\d\d(?:\.\s[A-Z]|,\s[a-z])"
)
"""How a torn paragraph begins, or one torn before the abbreviation of a name or the year of a date ("in May | 2014. The pier");
that of a user before a day is a dateline."""
BEGINS = (
    r"(?:The|A|An|This|These|That|It|He|She|They|We|In|On|At|By|For|From|When|While|After|Before|During|Since|But|And|As|If"
    r"|There)"
)
"""The words that most sentences begin with; a pattern."""
BEGINNING = re.compile(rf"[\"“]?{BEGINS}\b")
"""How most sentences begin."""
SENTENCE = re.compile(rf"{BEGINS}\s[a-z]")
"""How a sentence begins, and no second half of one."""
_FORM = re.compile(r"(?:Dates?|Venue|Place|Location|Time|When|Where|Organi[sz]ers?|Supporting Organi[sz]ations?|Contacts?)\s?:\s")
"""How the lines of a form begin that stands beside a text: "Venue: Town Hall"."""


def is_open(block: Block) -> bool:
    """Whether a block ends in mid-sentence."""
    text = block.text
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.BULLET) or is_closed(text) or (is_credit(text) and not breaks_off(text)):
        return False
    return not _is_form(text) and not DATELINE.fullmatch(text) and not is_masthead(block)


def _is_form(text: str) -> bool:
    """Whether a text is a form, or the fact box of a project."""
    if _FORM.match(text) is not None:
        return True
    return ":" in text and sum(found[0][0].isupper() and ":" in found[0] for found in islice(FIELD.finditer(text), _FIELDS)) > 1


_FIELDS = 4
"""Fields of a box that are looked at."""


def is_masthead(block: Block) -> bool:
    """Whether a block at the beginning of a text is the line that says which issue it is."""
    return block.start < TOP and is_issue_line(block.text)


def is_headless(block: Block) -> bool:
    """Whether a block begins in mid-sentence."""
    return block.kind is BlockKind.PARAGRAPH and HEADLESS.match(block.text) is not None


def is_torn(block: Block) -> bool:
    """Whether an open block goes on: a bullet or a line without a full stop may be whole."""
    return is_cut(block.text) or (block.kind is BlockKind.PARAGRAPH and len(block.text) > _TORN)


def is_cut(text: str) -> bool:
    """Whether a text surely goes on."""
    return text.endswith(("-", ",")) or breaks_off(text)
