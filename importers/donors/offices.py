"""Lists of all who pay for an office or a programme, and so for no event by that: "The Programme receives contributions from"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.donors.mention import DonorMention

_MANY = 5
"""So many give to an office or a programme together; the donors of one event are fewer."""
_WHOLE = re.compile(
    r"\b(?:[Pp]rogram(?:me)?s?|[Oo]ffices?|[Mm]ission|[Aa]gency|[Oo]perations?|[Aa]ctivities|[Ww]ork|[Bb]ulletin|[Nn]ewsletter|[Ii]ssue"
    r"|[Aa]ppeal|[Tt]eam)\b(?:,\s(?:which|that)\b)?(?:(?!\b(?:which|that|who)\b)[^.;]){0,60}?"
    r"(?:\b(?:is|are|receives?|enjoys?|benefits?|lives?|live|relies|rely|depends?|thanks?|has|have)\b|:)"
)
"""What is told of its means as they are now, or is a label: "Donors to the programme in Laos:"; not of what it handed over."""
_OURS = re.compile(
    r"We\s(?:\w+\s){0,3}?(?:thank|grateful)\b"
    r"|[A-Z]{3,}\s(?:receives|enjoys|lives|relies|depends|is\s(?:\w+ly\s)?(?:funded|financed|supported))\b"
)
"""How its own thanks begin, or what it tells of itself: "UNDP relies on"."""


_THANKED = re.compile(
    r"(?:We\s(?:\w+\s){0,3}?thank|(?:Many\s|Our\s|Special\s|Sincere\s)?[Tt]hanks?\s(?:you|go|are|to)\b)[^.;:]{0,70}?\b"
    r"(?:our|all)\s(?:\w+\s)?(?:donors|sponsors|funders|supporters)\b(?!\s(?:of|for|to)\s(?:the|this)\b)"
)
"""How a whole issue thanks those who keep the office: "Thank you for the support provided by our donors: Norway, ..."."""
_SEVERAL = 3


def without_office(text: str, start: int, found: Sequence[DonorMention]) -> list[DonorMention]:
    """The donors of one cue in the sentence from `start` on, told to have paid for no event where they keep a whole office."""
    several = len({one.donor.name for one in found})
    if several >= _SEVERAL and _THANKED.match(text, start, found[0].start) is not None:
        return [replace(one, denied=True) for one in found]
    if several < _MANY or found[0].of:
        return list(found)
    whole = _WHOLE.search(text, start, found[0].start) is not None or _OURS.match(text, start, found[0].start) is not None
    return [replace(one, denied=True) for one in found] if whole else list(found)
