"""Whether a line between paragraphs is a title, as far as its words and its neighbours tell."""

from __future__ import annotations

import re

from importers.layout.boxes import QUOTE_OF, is_figures
from importers.layout.captions import PICTURED
from importers.layout.fit import is_closed
from importers.layout.furniture import CAPTION, DAY
from importers.layout.halves import HEADLESS, LONG, is_open
from importers.readers.blocks import Block, BlockKind
from importers.readers.headlines import NUMBERED, TOLD, breaks_off, cuts_a_name, is_capital
from importers.readers.runs import DATELINE

_SHORT = 4
_TITLE_WORDS, _TITLE_CASE, HEADLINE = 16, 20, 26
"""Words of a title at most, of one whose words are written large, and of the headline of a press release."""


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


def is_small(text: str) -> bool:
    """Whether a line is written as a sentence is, which is no title where those are in capitals."""
    words = text.split()
    return len(words) >= _FEW and not _is_title_case(words) and not text[0].isdigit() and not text.endswith(("?", ":"))


_FEW = 4


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) >= _LONG_WORD]
    return bool(long) and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


_LONG_WORD, _CAPITALS = 4, 0.8


_TWO_SENTENCES = re.compile(r"[a-z]{4,}\. [A-Z][a-z]* [a-z]")


def is_title(raw: str, block: Block, before: Block | None, after: Block | None) -> bool:
    """Whether a block is a title by its words and its neighbours."""
    text = block.text
    words = text.split()
    if len(words) <= _SHORT and text.endswith(("...", "…")):
        # "Coming soon...", "And finally …"
        text = text.rstrip(".… ")
    most = _TITLE_CASE if _is_title_case(words) else HEADLINE if _is_above_text(raw, block, before, after) else _TITLE_WORDS
    if len(words) > most or not (text[0].isupper() or text.lstrip("#№[(")[:1].isdigit() or text[0] in "\"'“«"):
        return False
    if DATELINE.fullmatch(text) or is_figures(raw, block) or _TWO_SENTENCES.search(text):
        return False
    if cuts_a_name(text) or TOLD.search(text) or _SPOKEN.search(text) or QUOTE_OF.fullmatch(text):
        return False
    if text.endswith((".", ";", "!", "-", "…")):
        return False
    if text.endswith(":") and (len(words) > 6 or _is_list(after) or (before is not None and before.kind is BlockKind.HEADING)):
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
_COUNTED = re.compile(r"\n[ \t]*(?:\d[\d,.]*[ \t][^\n]*|[^\W\d][^\n:]{2,90}:[ \t]*\d[\d,.]*%?)\s*$")
"""How a list of figures ends: with a line that begins with one, or ends in one behind what is counted."""


def _is_list(block: Block | None) -> bool:
    return block is not None and block.kind in (BlockKind.BULLET, BlockKind.ROW)
