"""Which events one sentence speaks of together: both of them, a pair by their names, a series, or all of an acronym."""

from __future__ import annotations

import re
from datetime import timedelta

from db.models import Kind
from importers.events.event import Event
from importers.events.kinds import score_kinds
from importers.funding.again import FOR_BOTH
from importers.funding.finding import Funding
from importers.funding.owners import BOTH, SAME_HANDS, Mains, nouns

_BOTH_REACH, _RIGHT_BEHIND = 300, 3
_PAIR = re.compile(
    r"(?:[Tt]he\s)?(?P<one>[A-Za-z-]{4,})(?:\s(?:of|in|at)\s[^.;,]{2,30}?)?\sand\s(?:the\s)?(?:[a-z-]+\s)?(?P<other>[a-z-]{4,})"
    r"(?:\s(?:of|in|at)\s[^.;,]{2,30}?)?\s(?:is|are|was|were|ha(?:ve|s|d))\b"
)
"""Two events as the subject of one verb: "Operation and meeting were held"."""
_BOTH_ARE = re.compile(r"Both\s(?:of\s(?:them|these)\s)?(?:are|were|have)\b")
_BESIDE = re.compile(
    r"(?:The|This|Both\sthe)\s(?P<one>[a-z][a-z -]{2,40}?),?\s(?:and|as\swell\sas|like|together\swith|along\swith)\s(?:the|an?"
    r"|its)\s[^.;]{4,200}?,?\s(?:were|are|have\sbeen|was|is|has\sbeen)\s(?:[a-z]+ly\s|all\s|both\s)?(?:co-)?(?:funded|financed|sponsored|supported"
    r"|paid|covered|made\spossible)\b"
)
"""What was told before, and what the sentence tells now, as those paid for: "The visit, and the meeting that followed, were"."""
_BOTH_OF = re.compile(r"\bboth\s")
_SERIES = re.compile(r"(?:The|These|All|Both)\s(?:[a-z-]+\s)?(?P<one>[a-z-]{4,})s\s(?:are|were|have|had)\b")
"""Several events of one kind as a subject: "The workshops are paid for by"."""
_ONE_OF_SERIES = re.compile(
    r"The (?:first|second|third|fourth|fifth|next|last|other) (?:one )?(?:took|takes|was|is|will|followed)\b"
)
"""One of a series that was named before."""
_NOT_EARLIER = timedelta(days=180)
"""How far before the main milestone such an event may lie; an earlier one of its kind has the same name."""
_SUBJECT = re.compile(r"(?:The|This) ([A-Z][A-Za-z]*[A-Z]s?)\b")
"""An acronym as a subject."""


class Several:
    """The sentences of a story, asked whether they speak of an event beside others."""

    def __init__(self, funding: Funding, mains: Mains) -> None:
        self._funding = funding
        self._mains = mains
        self._pairs: dict[int, tuple[tuple[str, ...], set[Kind | None]]] = {}
        """The names of the two events that a sentence speaks of, and their kinds, by its start."""

    def takes_up(self, at: int, event: Event) -> bool:
        """Whether the sentence begins with what the event is about: "The MOU was made possible thanks to ..."."""
        start, _ = self._funding.sentence(at)
        subject = _SUBJECT.match(self._funding.text, start)
        # what stands right before it is one of them whatever it is, further back what the same project does
        words, reach = (BOTH, _BOTH_REACH) if event.kind in SAME_HANDS else (_BOTH_ARE, _RIGHT_BEHIND)
        near = 0 < start - event.sentence.end < reach
        both = near and any(told.match(self._funding.text, start) is not None for told in (words, FOR_BOTH))
        return (
            both
            or (subject is not None and subject[1] in self._funding.text[event.start : event.end])
            or self._is_one_of_them(start, event)
        )

    def is_beside(self, owner: Event, event: Event) -> bool:
        """Whether the sentence of an event told in passing speaks of a main one before it, and says who paid for both."""
        found = _BESIDE.match(owner.sentence.text)
        return found is not None and (
            score_kinds(found["one"]).best is event.kind or not nouns(found["one"]).isdisjoint(nouns(event.sentence.text))
        )

    def _is_one_of_them(self, start: int, event: Event) -> bool:
        """Whether the sentence that starts there speaks of two events by name or of a series, and this is one of them."""
        if start not in self._pairs:
            text, end = self._funding.text, self._funding.sentence(start)[1]
            both = _BOTH_OF.search(text, start, end)
            found = _PAIR.match(text, both.end() if both else start, end)
            found = found or _SERIES.match(text, start, end)
            names = tuple(name.lower() for name in found.groups()) if found else ()
            kinds = {score_kinds(name).best for name in names}
            self._pairs[start] = (names, kinds) if None not in kinds else ((), set())
        names, kinds = self._pairs[start]
        if not names:
            return False
        main, own = self._mains.starts.get(event.unit.start), event.when.start
        # two names of one kind are parts of one event: its curriculum and its scholarships
        told = (event.kind in kinds and len(kinds) == len(names)) or any(name in event.sentence.words for name in names)
        told = told or (len(names) == 1 and _ONE_OF_SERIES.match(event.sentence.text) is not None)
        return told and (main is None or own is None or main - own <= _NOT_EARLIER)
