"""Who pays for all that a newsletter tells: the donor of its programme, named in the masthead or the imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.models import Donor, Kind, Level, Milestone, Reason
from importers.donors.cues import find_donors
from importers.funding.owners import LIFE, SAME_HANDS
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
    title = " ".join(passage.text for passage in top)
    imprint = [passage for passage in passages[-_LAST:] if _IMPRINT.search(passage.text)]
    above = [passage for passage in passages[:_LAST] if passage not in top]
    found: dict[Donor, str] = {}
    for passage in (*top, *above, *imprint):
        if len(passage.text) > _LONGEST:
            continue
        for sentence in read(passage.text):
            if passage in above:
                told = _OF_ITSELF.search(sentence.text) is not None or _is_of_the_named(sentence.text, title)
            else:
                told = _PROGRAMME.search(sentence.text) is not None or (
                    _PRODUCED.match(sentence.text) is not None and _PROGRAMME.search(title) is not None
                )
            for mention in find_donors(sentence.text) if told else ():
                if mention.strong:
                    found.setdefault(mention.donor, sentence.text)
    return tuple(found.items())


def _is_of_the_named(sentence: str, title: str) -> bool:
    """Whether a sentence says who pays for what the newsletter is named for: "BOMCA 10 is funded by"."""
    named = _NAMED.match(sentence)
    return named is not None and re.search(rf"\b{re.escape(named['name'])}\b", title) is not None


_NAMED = re.compile(
    r"(?:The\s)?(?P<name>[A-Z][\w-]*[A-Z][\w-]*)(?:\s(?:\d{1,2}|[IVX]{1,4}))?,?\s(?:[^.;:]{0,60}?,\s)?(?:is|was|has\sbeen)\s(?:\w+ly\s)?"
    r"(?:co-)?(?:funded|financed)\b"
)
_PRODUCED = re.compile(
    r"This\s(?:publication|newsletter|bulletin|document)\s(?:is|was|has\sbeen)\s(?:produced|prepared|published|made\spossible|developed)\s"
    r"with\s(?:the\s)?(?:(?:financial|kind|generous)\s)*(?:support|assistance|contribution)\b"
)
"""How the newsletter of a programme says in its imprint whose money the programme spends."""


def under_patrons(milestones: Sequence[Milestone], paying: Sequence[tuple[Donor, str]], reference: date) -> list[Milestone]:
    """The milestones, those of the programme's own doing with its donors where nothing says who paid for them."""
    donors = tuple(donor for donor, _ in paying)
    reasons = tuple(Reason("donors", "donor-of-the-programme", one_line(words)) for _, words in paying)
    return [
        replace(one, donors=donors, reasons=(*one.reasons, *reasons)) if not one.donors and _is_its_own(one, reference) else one
        for one in milestones
    ]


def _is_its_own(milestone: Milestone, reference: date) -> bool:
    """Whether a milestone is of a programme's own doing; what is told in passing is, where it is not long ago or speaks of it."""
    if milestone.level is Level.MAIN or milestone.planned:
        return milestone.kind in SAME_HANDS or milestone.kind is Kind.PUBLICATION
    if milestone.evidence is not None and _ITSELF.search(milestone.evidence.quote) is not None:
        return True
    start = milestone.when.start
    return milestone.kind in SAME_HANDS and start is not None and reference - start <= LIFE


_ITSELF = re.compile(r"\b(?:The|the|by|this)\s(?:Program(?:me)?|Project)\b(?!\s(?:for|of|on)\b)")
