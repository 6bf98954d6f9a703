"""Repaired text that remembers where in the raw text each of its characters stood; the reading of a source rests on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from db.models import Span


@dataclass(frozen=True, slots=True)
class Flow:
    """A text put together from pieces of a raw text, with blanks of our own between them where words would run together."""

    text: str
    """The repaired text."""
    starts: tuple[int, ...]
    """Where in `text` each piece starts, ascending."""
    spans: tuple[Span, ...]
    """Where in the raw text each piece stands; as many as `starts`, in reading order."""

    @classmethod
    def of(cls, raw: str, pieces: Iterable[tuple[str, int, int]]) -> Flow:
        """Join pieces `(glue, start, end)`: `glue` is what stands before the piece in the repaired text (of the first, nothing)."""
        parts: list[str] = []
        starts: list[int] = []
        spans: list[Span] = []
        length = 0
        for glue, start, end in pieces:
            if end <= start:
                continue
            if starts:
                parts.append(glue)
                length += len(glue)
            starts.append(length)
            spans.append((start, end))
            parts.append(raw[start:end])
            length += end - start
        return cls("".join(parts), tuple(starts), tuple(spans))

    def pieces(self) -> list[tuple[str, int, int]]:
        """The pieces that it was made of, to be joined with others."""
        found = []
        end = 0
        for at, (start, stop) in zip(self.starts, self.spans, strict=True):
            found.append((self.text[end:at], start, stop))
            end = at + stop - start
        return found

    def behind(self, at: int) -> Flow:
        """What stands from character `at` of the text on."""
        index = max(0, bisect_right(self.starts, at) - 1)
        start, end = self.spans[index]
        starts = (0, *(start - at for start in self.starts[index + 1 :]))
        return Flow(self.text[at:], starts, ((min(end, start + at - self.starts[index]), end), *self.spans[index + 1 :]))

    def before(self, at: int) -> Flow:
        """What stands before character `at` of the text."""
        index = bisect_right(self.starts, at - 1)
        spans = list(self.spans[:index])
        if spans:
            start, end = spans[-1]
            spans[-1] = (start, min(end, start + at - self.starts[index - 1]))
        return Flow(self.text[:at], self.starts[:index], tuple(spans))

    def raw_spans(self, raw: str, start: int, end: int) -> tuple[Span, ...]:
        """The characters of the raw text that `text[start:end]` shows, in reading order.

        Neighbours with neither letter nor digit between them become one span.
        """
        found: list[Span] = []
        for index in range(max(0, bisect_right(self.starts, start) - 1), len(self.starts)):
            at = self.starts[index]
            if at >= end:
                break
            first, last = self.spans[index]
            left, right = first + max(0, start - at), min(last, first + end - at)
            if left >= right:
                continue
            if found and found[-1][1] <= left <= found[-1][1] + 40 and not _says(raw, found[-1][1], left):
                found[-1] = (found[-1][0], right)
            else:
                found.append((left, right))
        return tuple(found)


def _says(raw: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in raw[start:end])


def joined(flows: Iterable[Flow], glue: str) -> Flow:
    """Several flows as one, `glue` between them."""
    known = [flow for flow in flows if flow.starts]
    starts: list[int] = []
    at = 0
    for flow in known:
        starts += [at + start for start in flow.starts]
        at += len(flow.text) + len(glue)
    return Flow(glue.join([flow.text for flow in known]), tuple(starts), tuple([span for flow in known for span in flow.spans]))


def squeeze(text: str) -> str:
    """The letters and digits of a text in lower case: what stays the same through every repair."""
    return "".join(filter(str.isalnum, text)).lower()
