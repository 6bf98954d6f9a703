"""The state whose mission has a part that gave: "the Law Enforcement Section of the United States Embassy"."""

from __future__ import annotations

import re

from db.models import Donor
from importers.donorlexicon import Lexicon
from importers.lexicon import MISSION

_MISSION = rf"(?:{MISSION}|Mission)\b"
_SECTION = re.compile(
    r"(?:[A-Z][\w-]+\s(?:(?:and|of|for)\s)?){1,6}?(?:Section|Unit|Department|Division|Office)(?:\s\([A-Z]{2,8}\))?\s(?:of|at|in)\sthe\s"
    rf"(?P<of>{_MISSION}\sof\s(?:the\s)?)?"
)
_BEHIND = re.compile(rf"(?:['’]s?)?\s{_MISSION}")
_SEAT = re.compile(r"(?:\s(?:in|to)\s(?:the\s)?[A-Z]\w+)?")


def mission_of(text: str, at: int, end: int, words: Lexicon) -> tuple[Donor, int] | None:
    """The state, or the EU, by the part of its mission that is named at a character, and where that name ends."""
    section = _SECTION.match(text, at, end)
    state = words.gazetteer.at(text, section.end()) if section else None
    if section is None or state is None:
        return None
    over = state.end if section["of"] else behind.end() if (behind := _BEHIND.match(text, state.end)) else 0
    seat = _SEAT.match(text, over)
    return (state.value.donor, seat.end()) if over and seat else None
