"""Who pays for all that a newsletter tells: the donor of its programme, named in the masthead or the imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Donor, Kind, Level, Milestone, Reason
from importers.donors.cues import find_donors
from importers.funding.owners import SAME_HANDS
from importers.layout.repair import Passage
from importers.lexicon import one_line
from importers.sentences import read

_PROGRAMME = re.compile(r"\b(?:program(?:me)?|project)\b", re.IGNORECASE)
_IMPRINT = re.compile(
    r"\b(?:(?:views|opinions)\s(?:expressed|in)|responsibility of|reproduc(?:ed|tion)|not (?:necessarily )?reflect|editor(?:s|ial)?"
    r"|published (?:by|every|monthly|quarterly)|disclaimer|this (?:newsletter|bulletin|publication))\b",
    re.IGNORECASE,
)
"""What stands beside it in an imprint; the last article of a newsletter says who paid for that article."""
_OF_ITSELF = re.compile(
    r"(?:^|[.:\d]\s)(?:The|This|Our)\s(?:[\w()-]+\s){0,5}?(?:[Pp]rogram(?:me)?|[Pp]roject)\s(?:\([A-Z-]{2,12}\)\s)?(?:is|was"
    r"|has\sbeen)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed)\b"
)
"""How a newsletter says above its news who pays for what it is about."""
_LAST = 4
"""Passages at the beginning and at the end of a newsletter among which its masthead and its imprint stand."""
_LONGEST = 600


def patrons(top: Sequence[Passage], passages: Sequence[Passage]) -> tuple[tuple[Donor, str], ...]:
    """The donors of the programme, and the words that say so, from the masthead `top` or the imprint below all other `passages`."""
    imprint = [passage for passage in passages[-_LAST:] if _IMPRINT.search(passage.text)]
    above = [passage for passage in passages[:_LAST] if _OF_ITSELF.search(passage.text) and passage not in top]
    found: dict[Donor, str] = {}
    for passage in (*top, *above, *imprint):
        if len(passage.text) > _LONGEST or not _PROGRAMME.search(passage.text):
            continue
        for sentence in read(passage.text):
            if _PROGRAMME.search(sentence.text):
                for mention in find_donors(sentence.text):
                    if mention.strong:
                        found.setdefault(mention.donor, sentence.text)
    return tuple(found.items())


def under_patrons(milestones: Sequence[Milestone], paying: Sequence[tuple[Donor, str]]) -> list[Milestone]:
    """The milestones, the main ones of the programme's own doing with its donors where nothing says who paid for them."""
    donors = tuple(donor for donor, _ in paying)
    reasons = tuple(Reason("donors", "donor-of-the-programme", one_line(words)) for _, words in paying)
    return [
        replace(one, donors=donors, reasons=(*one.reasons, *reasons)) if not one.donors and _is_its_own(one) else one
        for one in milestones
    ]


def _is_its_own(milestone: Milestone) -> bool:
    """Whether a milestone is of a programme's own doing; what is told in passing is, where it speaks of the programme."""
    if milestone.level is Level.MAIN or milestone.planned:
        return milestone.kind in SAME_HANDS or milestone.kind is Kind.PUBLICATION
    return milestone.evidence is not None and _ITSELF.search(milestone.evidence.quote) is not None


_ITSELF = re.compile(r"\b(?:The|the|by|this)\s(?:Program(?:me)?|Project)\b(?!\s(?:for|of|on)\b)")
