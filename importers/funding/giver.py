"""Whose own newsletter it is: what an embassy tells of grants that it names nobody else for, its state has paid for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Donor, Kind, Milestone, Reason
from importers.donorlexicon import Sort, lexicon
from importers.layout.repair import Passage
from importers.lexicon import MISSION, one_line

_LINE = 160
"""A longer line of a masthead is text."""
_OF = re.compile(rf"\b{MISSION}\sof\s(?:the\s)?\Z", re.IGNORECASE)
_ITS = re.compile(rf"(?:['’]s?)?\s(?:[A-Z]\w+\s)?{MISSION}\b", re.IGNORECASE)
_LEAD = 40
"""Characters before a name in which such words are looked for."""
_GIVEN = frozenset({Kind.SUPPORT, Kind.AGREEMENT, Kind.OPENING, Kind.LAUNCH})
_GIFT = re.compile(
    r"\b(?:grants?|loans?|credits?|gifts?|donat(?:ed|es|ion|ions)|aid|assistance|funds?|funding|funded|financed"
    r"|provided|presented|delivered|handed\sover|handover|supplied)\b",
    re.IGNORECASE,
)


def giver(top: Sequence[Passage]) -> tuple[Donor, str] | None:
    """The state whose embassy, or the union whose delegation, publishes a newsletter, and the line of the masthead that says so."""
    for line in (passage.text for passage in top if len(passage.text) <= _LINE):
        hits = list(lexicon().gazetteer.scan(line))
        for hit in hits:
            named = hit.value.donor
            # a row of logos: "[EU] [UNDP] [Embassy of Japan]"
            if any(one is not hit and one.value.sort is Sort.LISTED for one in hits):
                continue
            if named.agency:
                own = "cooperation office" in line[hit.start : hit.end + len(" office")].lower()
            else:
                own = _OF.search(line, max(0, hit.start - _LEAD), hit.start) is not None or _ITS.match(line, hit.end) is not None
            if own:
                return named, line
    return None


def by_giver(milestones: Sequence[Milestone], giving: tuple[Donor, str]) -> list[Milestone]:
    """The milestones, those that tell of a gift and of nobody who gave it with the giver as their donor."""
    donor, line = giving
    reason = Reason("donors", "donor-of-the-newsletter", one_line(line))
    return [replace(one, donors=(donor,), reasons=(*one.reasons, reason)) if _is_gift(one) else one for one in milestones]


def _is_gift(milestone: Milestone) -> bool:
    """Whether a milestone tells that something was given, and nothing of who did."""
    if milestone.donors or milestone.kind not in _GIVEN or milestone.evidence is None:
        return False
    return bool(milestone.amounts) or _GIFT.search(f"{milestone.title} {milestone.evidence.quote}") is not None
