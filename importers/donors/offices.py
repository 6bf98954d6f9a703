"""Lists of all who pay for an office or a programme, and so for no event by that: "The Programme receives contributions from"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from importers.donors.mention import DonorMention

_MANY = 7
"""So many give to an office or a programme together; the donors of one event are fewer."""
_WHOLE = re.compile(
    r"\b(?:[Pp]rogram(?:me)?s?|[Oo]ffices?|[Mm]ission|[Oo]perations?|[Aa]ctivities|[Ww]ork|[Bb]ulletin|[Nn]ewsletter|[Ii]ssue|[Aa]ppeal)\b"
    r"[^.;]{0,60}?(?:\b(?:is|are|receives?|enjoys?|benefits?|lives?|live|relies|rely|depends?|thanks?|has|have)\b|:)"
)
"""What is told of its means as they are now, or is a label: "Donors to the programme in Laos:"."""


def without_office(text: str, start: int, found: Sequence[DonorMention]) -> list[DonorMention]:
    """The donors of one cue in the sentence from `start` on, told to have paid for no event where they keep a whole office."""
    if len({one.donor.name for one in found}) < _MANY or _WHOLE.search(text, start, found[0].start) is None:
        return list(found)
    return [replace(one, denied=True) for one in found]
