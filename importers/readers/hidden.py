"""What a Markdown file keeps from those who read it: comments, and the keys and values above its text, which may name it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from db.models import Span
from importers.flow import Flow
from importers.readers.blocks import Block, BlockKind
from importers.readers.printed import Line, pieces_of

_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*")
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w.-]{0,40})[ \t]*[:=](?:[ \t]+(?P<quote>[\"']?)(?P<value>.*?)(?P=quote))?[ \t]*")
_MORE = re.compile(r"[ \t]*(?:#.*)?|[ \t]+\S.*|-[ \t].*")
"""A line between such fences that is none: blank, a remark, or what goes on with the value above."""
_KIND = {"title": BlockKind.HEADING, "date": BlockKind.PARAGRAPH}
"""The keys whose values are those of a masthead."""
_MOST = 80
"""Lines of keys and values, at most."""
_OPEN, _CLOSE = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Hidden:
    """The lines of a text, cut where what is hidden begins and ends, and the blocks of that by where they start."""

    lines: Sequence[Line]
    blocks: dict[int, Block]

    @classmethod
    def of(cls, raw: str, printed: Sequence[Line]) -> Hidden:
        """Those of a text whose lines are `printed`."""
        spans = list(_comments(raw, printed)) if _OPEN in raw else []
        if spans:
            printed = list(_cut(printed, spans))
        above = list(_front_matter(raw, printed))
        told = above[-1].end if above else 0
        found = [*above, *(_furniture(raw, printed, span) for span in spans if span[0] >= told)]
        return cls(printed, {block.start: block for block in found})


def _front_matter(raw: str, printed: Sequence[Line]) -> Iterator[Block]:
    """The lines of keys and values between two fences that a text begins with, each a block."""
    if not printed or not _FENCE.fullmatch(printed[0].text):
        return
    fence = printed[0].text.rstrip()
    last = next((at for at, line in enumerate(printed[1:_MOST], 1) if line.text.rstrip() in (fence, "...")), 0)
    pairs = [_PAIR.fullmatch(line.text) for line in printed[1:last]]
    between = zip(printed[1:last], pairs, strict=True)
    if not any(pairs) or not all(pair or _MORE.fullmatch(line.text) for line, pair in between):
        return
    for line, pair in zip(printed[: last + 1], (None, *pairs, None), strict=True):
        kind = _KIND.get(pair["key"].lower(), BlockKind.FURNITURE) if pair and pair["value"] else BlockKind.FURNITURE
        words = [("", line.start, line.end)] if line.text else []
        if kind is not BlockKind.FURNITURE and pair:
            words = [("", line.start + pair.start("value"), line.start + pair.end("value"))]
        yield Block(kind, line.start, line.after, Flow.of(raw, words), level=int(kind is BlockKind.HEADING))


def _comments(raw: str, printed: Sequence[Line]) -> Iterator[Span]:
    """Where comments stand that have their lines to themselves, or go on over several; the others are marks in a line."""
    lines = iter(printed)
    first = next(lines)
    end = 0
    while (start := raw.find(_OPEN, end)) >= 0 and (end := raw.find(_CLOSE, start)) >= 0:
        end += len(_CLOSE)
        while first.after <= start:
            first = next(lines)
        last = first
        while last.after < end:
            last = next(lines)
        begun, ended = not raw[first.start : start].strip(), not raw[end : last.end].strip()
        if last is not first or (begun and ended):
            yield first.start if begun else start, last.after if ended else end
        first = last


def _cut(printed: Sequence[Line], spans: Sequence[Span]) -> Iterator[Line]:
    """The lines, cut where such comments begin and end."""
    edges = sorted({edge for span in spans for edge in span}, reverse=True)
    for line in printed:
        begun = line.start
        while edges and edges[-1] < line.end:
            edge = edges.pop()
            if edge > begun:
                yield Line(begun, edge, edge, line.text[begun - line.start : edge - line.start])
                begun = edge
        yield line._replace(start=begun, text=line.text[begun - line.start :])


def _furniture(raw: str, printed: Sequence[Line], span: Span) -> Block:
    first, after = (bisect_left(printed, edge, key=attrgetter("start")) for edge in span)
    words = [piece for line in printed[first:after] for piece in pieces_of(line, 0, " ")]
    return Block(BlockKind.FURNITURE, *span, Flow.of(raw, words))
