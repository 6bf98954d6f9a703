"""Which of the events that one sentence tells a donor pays for, where his own words single one out by its place or its order.

"Courses were held in Osh on 4 July and in Talas on 9 August. Norway paid for the course in Osh."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Span
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.funding.finding import Funding
from importers.lexicon import MONTH

_PLACE = re.compile(
    rf"(?:\b(?:in|at|to|visited|and)|,)\s(?:the\s)?(?:(?:town|city|port|district|province)\sof\s)?(?P<name>(?!(?:{MONTH})\b)[A-Z][\w’'-]+"
    rf"(?:\s(?!(?:{MONTH})\b)[A-Z][\w’'-]+)?)"
)
_REACH = 600
"""How far behind a sentence that tells several events who pays for one of them may be told, in characters."""
_SEAT = re.compile(
    r"\b(?:[Ee]mbassy|[Mm]ission|[Oo]ffice|[Dd]elegation|[Cc]onsulate|[Cc]ent(?:re|er))\b(?:\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)?\sin\s[A-Z]\w+"
)
"""Where a donor sits, and no place of what it pays for."""
_NTH = re.compile(
    r"\b[Tt]he\s(?P<nth>former|first|second|third|fourth|latter|last)\b(?=\s*(?:[.,;)]|\Z)|\s(?:of\s(?:them|these|those|the)\b|one\b|was\b|is\b|ha[ds]\b|by\b"
    r"|(?:courses?|trainings?|workshop|seminar|meeting|session|conference|visit|event|camp|round|exercise)\b))"
)
_ORDER = {"former": 0, "first": 0, "second": 1, "third": 2, "fourth": 3, "latter": -1, "last": -1}
_ALL = re.compile(r"\b(?:[Bb]oth|[Aa]ll|[Ee]ach|[Tt]hey|[Tt]hese)\b")


class Apart:
    """The donors of a story, asked whether their words single out one of several events that a sentence before them tells."""

    def __init__(self, funding: Funding, drafts: Sequence[Event]) -> None:
        self._funding = funding
        told: dict[int, list[Event]] = {}
        for draft in drafts:
            if draft.date_text:
                told.setdefault(draft.sentence.start, []).append(draft)
        self._several = {
            start: sorted(found, key=lambda one: one.dated_at)
            for start, found in told.items()
            if len({one.when.edtf for one in found}) == len(found) > 1
        }
        self._names: dict[int, list[str]] = {}
        self._chosen: dict[tuple[int, int], Event | None] = {}

    def is_of_another(self, mention: DonorMention, event: Event) -> bool:
        """Whether the words of a donor say that he pays for another one of the events that the sentence of an event tells."""
        start = event.sentence.start
        if start not in self._several or not 0 <= mention.start - event.sentence.end < _REACH:
            return False
        if (start, mention.start) not in self._chosen:
            self._chosen[start, mention.start] = self._one(start, mention)
        chosen = self._chosen[start, mention.start]
        return chosen is not None and chosen.when != event.when

    def _one(self, start: int, mention: DonorMention) -> Event | None:
        """The one of the events told in the sentence that starts there that the words around a donor speak of."""
        events = self._several[start]
        for said in self._said_of(mention):
            if _ALL.search(said) is not None:
                return None
            named = [
                one for one, name in zip(events, self._places(start), strict=False) if re.search(rf"\b{re.escape(name)}\b", said)
            ]
            if named:
                return named[0] if len(named) == 1 else None
            if (nth := _NTH.search(said)) is not None and -len(events) <= (at := _ORDER[nth["nth"]]) < len(events):
                return events[at]
        return None

    def _said_of(self, mention: DonorMention) -> tuple[str, ...]:
        """What a sentence says of a donor, up to whoever else it names; first what belongs to it most closely."""
        start, end = self._funding.sentence(mention.start)
        said = _SEAT.sub(lambda seat: " " * len(seat[0]), self._funding.text[start:end])
        beside = [one for one in self._funding.donors if start <= one.start < end]
        same = [one for one in beside if one.cue == mention.cue]
        first, last = same[0], same[-1]
        begun = max((max(one.end, one.cue[1]) for one in beside if one.end <= first.start and one not in same), default=start)
        over = min((min(one.start, one.cue[0]) for one in beside if one.start >= last.end and one not in same), default=end)
        before, behind = said[begun - start : last.end - start], said[first.start - start : max(over, last.end) - start]
        return (behind, before) if mention.start < mention.cue[0] else (before, behind)

    def _places(self, start: int) -> list[str]:
        """The places of the events told in the sentence that starts there, in their order; none, where not each has its own."""
        if start not in self._names:
            before, behind = self._around(start, before=True), self._around(start, before=False)
            names = next((found for found in (before, behind) if len(set(found)) == len(found) and all(found)), [])
            self._names[start] = names
        return self._names[start]

    def _around(self, start: int, *, before: bool) -> list[str]:
        """For each of these events the place right before its day, or right behind it, up to the days of the others."""
        events, text = self._several[start], self._funding.text
        days = sorted((date.start, date.end) for date in events[0].sentence.dates)
        edges: list[Span] = [(start, start), *days, (events[0].sentence.end, events[0].sentence.end)]
        found = []
        for event in events:
            at = next((index for index, (begun, end) in enumerate(edges) if begun <= event.dated_at < end), 0)
            if not at:
                return []
            span = (edges[at - 1][1], edges[at][0]) if before else (edges[at][1], edges[at + 1][0])
            names = [place["name"] for place in _PLACE.finditer(text, *span)]
            found.append((names[-1] if before else names[0]) if names else "")
        return found
