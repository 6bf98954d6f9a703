"""Who pays for what was long before a main milestone, or is nobody's to pay for, though it is told in no event of its own."""

from __future__ import annotations

import re

from db.models import Kind
from importers.events.milestones import Event
from importers.funding.finding import Funding

PAYS_ON = re.compile(
    r"\b(?:ha(?:s|ve)\s(?:\w+\s)?(?:been\s)?(?:co-)?(?:fund|financ|sponsor|support|pa[iy]|cover"
    r"|bear)\w*\b[^.;]{2,60}?\b(?:ever\s)?since\b"
    r"|(?:which|who|that|whose\s(?:[Gg]overnment|country)(?:,\s[^.;]{3,90}?,)?)\s(?:\w+ly\s)?(?:co-)?"
    r"(?:funds?|financ(?:es?|ing)|sponsors?|pays?\sfor)\s(?:the|this|our|its|both|all)\s(?:[\w-]+\s){0,2}?"
    r"(?:action|project|programme?|initiative|scheme|series|work|centre|activit(?:y|ies)))\b"
)
"""Who has been paying since an earlier event, or pays for the whole, pays for what is told now."""
_PAST_CLAUSE = re.compile(
    r",\s(?:which\s(?:was|were|had\sbeen)\s)?(?:\w+ly\s)?(?:built|rebuilt|completed|opened|established|renovated|founded"
    r"|donated|bought|given|constructed"
    r"|inaugurated|launched|started|set\sup|equipped|delivered|handed\sover|financed|funded|purchased"
    r"|installed)\s(?:back\s)?(?:in|on|since)\s"
    r"(?:[A-Z]\w+\s)?(?:19|20)\d\d\b[^.;,]*,"
)
_IN_FORCE = re.compile(r"\b(?:[Ll]aws?|[Cc]odes?)\b[^.;]{0,120}\b(?:entered|came|coming|come)\sinto\s(?:force|effect)\b")
"""What the state puts into force is paid by nobody."""
_IN_YEARS = re.compile(r"\bin\s(?:the\syear\s|[A-Z]\w+\s)?((?:19|20)\d\d)\b")
"""The years in which something was, of a sentence that tells no event."""
_BUILT = re.compile(
    r"\b(?:built|construct\w*|renovat\w*|rebuil\w*|refurbish\w*|equip\w*|establish\w*|found\w*|began|started|laid|works?)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\swh(?:ich|o|ose)\s[^,;]{3,90},\s")
"""What a sentence says aside before it comes to the sum: "Two courts, which began in 2012, received beds worth"."""
_ITS_CONSTRUCTION = re.compile(r"(?:Its|Their|The)\s(?:construction|building|renovation|reconstruction|repairs?|works?)\b")
"""How a sentence begins that tells of the building of what was handed over."""
_GIVEN_BEFORE = re.compile(
    r"\b(?:which|that)\shad\s(?:\w+ly\s|already\s)?(?:been\s)?(?:provided|donated|given|supplied|delivered|handed\sover|received"
    r"|bought)\b[^.;]*$"
)
"""Before who gave a thing earlier: "they learnt to use the scanners which had been donated by"."""
_OF_THINGS = frozenset({Kind.SUPPORT, Kind.OPENING, Kind.LAUNCH})
"""Events that are about the things themselves."""
_HAD_PAID = re.compile(
    r"(?:Back\s)?[Ii]n\s(?:[A-Z]\w+\s)?(?P<year>(?:19|20)\d\d),?\s[^.;:]{3,80}?\shad\s(?:been\s)?(?:\w+ly\s)?(?:co-)?"
    r"(?:funded|financed|sponsored|supported|paid|covered|donated|given|borne|met)\b"
)
"""Who had paid in an earlier year, as the whole of a sentence."""


def is_of_another_time(funding: Funding, at: int, event: Event) -> bool:
    """Whether the donor or sum at a character pays for something of another year than a main milestone, or nobody pays for that.

    "The next post, built in 2010 by Japan, is": who paid for something else says so in its clause.
    """
    text, (start, end) = funding.text, funding.sentence(at)
    if _IN_FORCE.search(event.sentence.text) is not None:
        return True
    if event.kind not in _OF_THINGS and _GIVEN_BEFORE.search(text, start, at) is not None:
        return True
    if event.when.start is not None:
        if event.kind is not Kind.OPENING and (had := _HAD_PAID.match(text, start, end)):
            return int(had["year"]) < event.when.start.year
        part = max(start, text.rfind("; ", start, at), *(aside.end() for aside in _ASIDE.finditer(text, start, at)))
        built = (event.kind is Kind.OPENING and _BUILT.search(text, part, end)) or (
            event.kind is Kind.SUPPORT and _ITS_CONSTRUCTION.match(text, part, end)
        )
        years = () if built or PAYS_ON.search(text, part, end) else _IN_YEARS.findall(text, part, end)
        if years and max(map(int, years)) < event.when.start.year:
            return True
    return any(clause.start() < at < clause.end() for clause in _PAST_CLAUSE.finditer(text, start, end))
