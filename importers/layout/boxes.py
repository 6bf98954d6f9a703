"""Boxes that stand beside or in the middle of a text: figures, and what somebody said."""

from __future__ import annotations

import re

from importers.layout.fit import is_closed
from importers.readers.blocks import Block, BlockKind

QUOTE = re.compile(r"(?!.{200})[“\"«][^“”\"«»]+[”\"»](?:\W{0,3}[A-Z(].{0,40})?\.?")
"""A box with what somebody said, and who: "I wanted boats." (A. Ito)"."""
QUOTE_OF = re.compile(r"(?!.{240})[“\"«][^“”\"«»]+[”\"»]\W{0,3}\([^()]{3,80}\)\.?")
"""The same with its source in brackets, which no title has: "I wanted boats." (Fisherman, 52)"."""
_BEGINS_IN_FIGURE = re.compile(r"^[ \t]*\d[\d.,]*[ \t%][^\n]{3,60}$", re.MULTILINE)
_ENDS_IN_FIGURE = re.compile(r"[^\W\d][^\n\d]*[ \t](?!(?:19|20)\d\d$)\d[\d,. ]*%?[ \t]*$", re.MULTILINE)
_BOX, _FEWEST = 400, 3
"""A box of figures has fewer characters, and so many lines that end in one."""
_FIGURES = re.compile(r"(?:[ \t]*\d[\d,.]*(?:[ \t%][^\n]{1,60})?\n){2}|[ \t]*\d[\d,.]*[ \t%][^\n]{1,60}\n[ \t]*\d[\d,.]*[ \t%]")


def is_figures(raw: str, block: Block) -> bool:
    """Whether a block is a box of figures: its first lines, perhaps below one that says what of, begin with one each ("12 dogs"),
    or most of its lines end in one."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    first = raw.find("\n", block.start, block.end) + 1
    headed = first > 0 and raw[block.start : first].rstrip().endswith(":")
    if _FIGURES.match(raw, first if headed else block.start, block.end):
        return True
    begun = len(_BEGINS_IN_FIGURE.findall(raw, block.start, block.end))
    if begun > 1 and 2 * begun > raw.count("\n", block.start, block.end) and len(block.text) <= _BOX and not is_closed(block.text):
        return True
    if not block.text.rstrip(" %")[-1:].isdigit() or len(block.text) > _BOX:
        return False
    ended, lines = len(_ENDS_IN_FIGURE.findall(raw, block.start, block.end)), raw.count("\n", block.start, block.end)
    return (ended >= _FEWEST and 2 * ended >= lines) or (ended >= _FEWEST - 1 and ended >= lines - 1)
