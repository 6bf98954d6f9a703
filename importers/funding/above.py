"""Who pays for what was told last, remembered for what is told next of it: "Under the same project, teams taught in"."""

from __future__ import annotations

import re
from bisect import bisect_left

from db.models import Donor, Level
from importers.events.event import Event
from importers.funding.finding import Paid

_UNDERTAKING = r"(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)"
SAME = re.compile(
    rf"\b(?:[Tt]h(?:e|is)\s(?:very\s)?(?:same|above(?:-?\s?mentioned)?|aforementioned|aforesaid)|\([Ss]ame|[Ss]aid)\s(?:[\w-]+\s){{0,2}}?{_UNDERTAKING}\b(?!\s[“\"«])"
    rf"|\b[Tt]he\s{_UNDERTAKING}\s(?:(?:just\s)?(?:mentioned|described|named)\s)?above\b"
    rf"|\b(?:[Aa]lso|[Aa]nother\s[\w-]+|[Aa]\s(?:second|third|further)\s[\w-]+)\s(?:within|under|of|in|by|through)\sth(?:is|at)\s{_UNDERTAKING}\b"
)
"""How a text speaks of the project of what was told last: "In the same Programme", "Also under this project"."""
_ANY = re.compile(rf"{_UNDERTAKING}s?\b|\b(?:[Dd]onors?|[Ff]unded|[Ff]inanced|[Gg]rant)\b")
"""With this a story tells before that of a project of its own."""
_SAME_PAYERS = re.compile(
    r"\b(?:by|from|of|with|under)\s(?:the\s)?(?:money\s(?:of|from)\s|funds\s(?:of|from)\s|support\sof\s)?the\ssame\s(?:donors?"
    r"|sponsors?|grant|funds?|funding|source)\b|\([Ss]ame\s(?:donors?|sponsors?|source|funding)\b"
)
"""How it says that who paid for that paid for this, too."""


class Above:
    """Who paid for the main milestones of the stories that were read so far."""

    def __init__(self) -> None:
        self._told: dict[int, list[tuple[int, tuple[Donor, ...]]]] = {}
        """Of each story, by its number: where the units of its main milestones start, and who paid."""

    def note(self, index: int, event: Event, paid: Paid) -> None:
        """Remember who paid for a milestone of the story of a number."""
        if event.level is Level.MAIN:
            self._told.setdefault(index, []).append((event.unit.start, paid.donors if paid.is_settled else ()))

    def payers(self, index: int, event: Event, text: str) -> tuple[Donor, ...]:
        """Who paid for what was told last before the unit of an event in the `text` of a story, where that goes on from it."""
        own = event.sentence if event.level is Level.MENTIONED else event.unit
        same = SAME.search(text, own.start, own.end) or _SAME_PAYERS.search(text, own.start, own.end)
        if (
            same is None
            or _ANY.search(text, event.unit.start, max(event.unit.start, text.rfind(". ", 0, same.start()))) is not None
        ):
            return ()
        told = sorted(self._told.get(index, ()), key=lambda one: one[0])
        before = bisect_left(told, event.unit.start, key=lambda one: one[0])
        if before:
            return told[before - 1][1]
        above = self._told.get(index - 1, ())
        return max(above, key=lambda one: one[0])[1] if above else ()
