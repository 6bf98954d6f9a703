"""Which event of a story a donor pays for, where his words call one by its name: "Switzerland paid for the summer school"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Kind
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.events.kinds import GATHERED
from importers.funding.finding import Funding

_GATHERING = (
    r"(?:(?:[a-z-]+\s){1,2}?(?:school|course|camp|training|workshop|seminar|meeting|conference|forum|table|festival|exhibition|contest"
    r"|competition|race|concert|fair|visit|tour|exercise))"
)
_OUTCOMES = frozenset({Kind.AGREEMENT, Kind.ROAD_MAP, Kind.PUBLICATION})
"""What comes out of a gathering has its payers."""
_OBJECT = re.compile(
    rf"(?:\W*(?:all|half|part|most|both)\sof)?\W*\bthe\s(?P<what>{_GATHERING})\b(?=\s*(?:[.;,)]|\Z)|\s(?:and|while|but|in\s[A-Z]|with|from|through)\b)"
)
"""What a donor pays for, right behind the words that say so."""
_SUBJECT = re.compile(rf"(?:The|This)\s(?P<what>{_GATHERING})\s(?:was|is|has\sbeen|itself|alone)\b")
"""The same where the sentence begins with it."""
_PAYS = re.compile(r"\b(?:pa(?:id|ys?)|fund|financ|sponsor|cover|bore|bears|met\b|meets)")


class OneName:
    """The donors of a story, asked whether they pay for another of its events, by what these are called."""

    def __init__(self, funding: Funding, drafts: Sequence[Event]) -> None:
        self._funding = funding
        self._drafts = [draft for draft in drafts if draft.kind in GATHERED]
        self._named: dict[int, str] = {}

    def is_of_another(self, mention: DonorMention, event: Event) -> bool:
        """Whether the words of a donor call a gathering by a name that another event has, and the one asked for has not."""
        if event.kind in _OUTCOMES or not self._drafts or mention.start <= event.sentence.start:
            return False
        if mention.start not in self._named:
            self._named[mention.start] = self._name(mention)
        what = self._named[mention.start]
        if not what or _tells(event, what.split()[-1]):
            return False
        return any(draft is not event and _tells(draft, what) for draft in self._drafts)

    def _name(self, mention: DonorMention) -> str:
        """What a donor is told to pay for, in small letters; nothing where that is no gathering."""
        text = self._funding.text
        start, end = self._funding.sentence(mention.start)
        if _PAYS.search(text, *mention.cue) is None:
            return ""
        if mention.start < mention.cue[0]:
            found = _OBJECT.match(text, mention.cue[1], end) or _OBJECT.match(text, mention.cue[1] - 1, end)
        else:
            found = _SUBJECT.match(text, start, mention.cue[0])
        return found["what"] if found is not None else ""


def _tells(event: Event, what: str) -> bool:
    """Whether the sentence of an event holds some words."""
    return re.search(rf"\b{re.escape(what)}s?\b", event.sentence.lower) is not None
