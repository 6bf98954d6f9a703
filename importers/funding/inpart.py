"""Who pays a part of what something costs: beside whoever pays for the whole project, and not instead of him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Reason, Span
from importers.donors.mention import DonorMention
from importers.funding.finding import PART_ONLY
from importers.lexicon import one_line

_COSTS = r"(?:costs?|expenses|budget|bill|expenditure)"
_TOWARDS = re.compile(
    rf"\bcontribut(?:es?|ed|ing)\b[^.;:]{{0,60}}?\s(?:to|towards)\s(?:the|its|their|these|all)\s(?:[\w-]+\s){{0,2}}?{_COSTS}\b"
)
"""How a sentence says that somebody paid a part: "contributed 2,000 dollars to the costs"."""
_SHARE = re.compile(
    rf"\b(?:[Hh]alf|[Pp]art|[Mm]ost|[Ss]ome|(?:[Aa]|[Oo]ne|[Aa]nother)\s(?:[\w-]+\s)?(?:part|third|quarter|half|share))\sof\s"
    rf"(?:the|its|their|these)\s(?:[\w-]+\s){{0,2}}?{_COSTS}\b"
)
"""The same, where it names nobody who paid the rest: "a third of the costs"."""
_FOR_PART = re.compile(
    r"(?:for\s)?(?:the\s|its\s|their\s)?(?:[\w-]+\s){0,2}?(?:participation|attendance|travel|trips?|journeys?|flights|(?:air\s)?tickets|accommodation|interpret(?:ers|ation)"
    r"|side|half|part|share)\b(?!\s(?:ways|by\sside))"
)
"""What is a part, right behind the verb of who pays for it: "sponsored the participation of", "paid for the Peruvian side"."""
_JOINTLY = re.compile(r"\b[Cc]o-?(?:fund|financ|sponsor)(?:s|ed|es|ing)\b")
"""So pays one of several."""


def pays_a_part(text: str, sentence: Span, mention: DonorMention, *, alone: bool) -> bool:
    """Whether a sentence says of a donor that he paid for a part; `alone`, that it names nobody else who pays."""
    start, end = sentence
    cue, over = mention.cue
    if alone and (_JOINTLY.search(text, cue, over) or _SHARE.search(text, start, end)) is not None:
        return True
    return _TOWARDS.search(text, start, end) is not None or _FOR_PART.match(text, over, end) is not None


def only_parts(text: str, mentions: Sequence[tuple[DonorMention, Span]]) -> list[Reason]:
    """Why somebody else may have paid as well: the words that say so of each of those who paid; none, where one paid for all."""
    told = {span for _, span in mentions}
    names = {span: {one.donor.name for one, other in mentions if other == span} for span in told}
    if not mentions or not all(pays_a_part(text, span, one, alone=len(names[span]) == 1) for one, span in mentions):
        return []
    return [Reason("donors", PART_ONLY, one_line(text[start:end])) for start, end in sorted(told)]
