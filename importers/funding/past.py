"""Who pays for what was long before a main milestone, or is nobody's to pay for, though it is told in no event of its own."""

from __future__ import annotations

import re

from db.models import Kind, Span
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.funding.finding import Funding
from importers.lexicon import Phrase

PAYS_ON = re.compile(
    r"\b(?:ha(?:s|ve)\s(?:\w+\s)?(?:been\s)?(?:co-)?(?:fund|financ|sponsor|support|pa[iy]|cover"
    r"|bear)\w*\b[^.;]{2,60}?\b(?:ever\s)?since\b"
    r"|(?:which|who|that|whose\s(?:[Gg]overnment|country)(?:,\s[^.;]{3,90}?,)?)\s(?:\w+ly\s)?(?:co-)?"
    r"(?:funds?|financ(?:es?|ing)|sponsors?|pays?\sfor)\s(?:the|this|our|its|both|all)\s(?:[\w-]+\s){0,2}?"
    r"(?:action|project|program(?:me)?|initiative|scheme|series|work|centre|activit(?:y|ies))"
    r"|(?:[Aa]ction|[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\s[^.;:]{0,60}?(?:which|that)\s(?:the\s)?(?:[Gg]overnment\sof\s(?:the\s)?)?"
    r"[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}\s(?:(?:is|has\sbeen)\s)?(?:\w+ly\s)?(?:funds|finances|sponsors|funding|financing|sponsoring"
    r"|pay(?:s|ing)\sfor)"
    r"|(?:that|which)\s(?:stands?|lies?)\sbehind\s(?:it|this|them|all|these)|also\s(?:co-)?(?:funded|financed|sponsored|paid\sfor)\sby|(?:like|just\sas|as\s(?:is|are|was|were))\sthe\s(?:present|current|new|latest)\s\w+"
    r"|(?:funded|financed|supported|borne|covered|paid)\b[^.;]{2,60}?\s(?:from\s[^.;]{3,20}?\s)?until\s(?:now|today))\b"
)
"""Who has been paying since an earlier event or until now, pays for the whole or for one thing as for the other, pays for what
is told now."""
UNDER_A_GRANT = re.compile(
    r"\b(?:funded|financed|paid|possible|organi[sz]ed|held|conducted|carried\sout|implemented|undertaken|bought|purchased|procured"
    r"|com(?:es?|ing)|came|taken|drawn|redirected|diverted|earmarked|set\saside|put\saside|(?:is|are|was|were)\s(?:a\s)?part)\s"
    r"(?:\w+ly\s)?(?:under|from|through|out\sof|within|with|of)\s(?:the|an?|this)\s(?:[\w-]+\s){0,3}"
    r"?(?:grants?|contribution|loan|donation|allocation|envelope|budget|(?:grant|funding)\sagreement)\b"
    r"|\b(?:paid|bought|taken|drawn|redirected|diverted|earmarked|set\saside|put\saside)\b[^.;:]{0,40}?\s(?:from|out\sof)\sthe\s"
    r"(?:[A-Z]{3}\s?|[$€£])?\d[\d.,]*\s[^.;:]{0,25}?\b(?:that|which)\b"
)
"""A sentence on a grant tells that what is told now was paid from it: "The course was funded under the grant signed in May".

"The money comes out of a larger grant: in May Norway had given 2 million to the project."
"""
_PAYS = re.compile(r"\s?(?:co-)?(?:funds|finances|sponsors|supports|sustains|covers|bears|meets|pays|contributes)\b")
_PAID = r"(?:funded|financed|sponsored|supported|paid|covered|borne|met)"
_IS_PAID = re.compile(
    rf"\b(?:is|are)\s(?:being\s|now\s|also\s|\w+ly\s)?(?:co-)?(?:{_PAID}|sustained|carried\sout|implemented|conducted|run|held)\b"
    r"[^,.;]{0,60}\Z"
)
_FOR_THINGS = re.compile(
    r"\s?(?:for\s)?(?:the|its|their|all)\s(?:[a-z]+\s){0,2}?(?:medicines?|drugs|reagents|vaccines?|tests|kits|food|fuel|rent|salar(?:y|ies)|wages|electricity"
    r"|heating|insurance|spare\sparts|maintenance|guards|dogs|books)\b"
)
"""What a donor goes on paying for, and no event: "which pays for the medicine to this day"."""
_AND_PAYS = re.compile(
    rf"\s?(?:has\s|have\s)?(?:also\s|now\s|\w+ly\s)?"
    rf"(?:{_PAID}|allocated|provided|gave|given|donated|contributed|bore|granted)\b"
)
_BY_WHICH = re.compile(r"\b(?:by|under|through|in|with)\swhich\s")
"""Behind an agreement: what is given under it."""
_PAST_CLAUSE = re.compile(
    r",\s(?:which\s(?:was|were|had\sbeen)\s)?(?:\w+ly\s)?(?:built|rebuilt|completed|opened|established|renovated|founded"
    r"|donated|bought|given|constructed"
    r"|inaugurated|launched|started|set\sup|equipped|delivered|handed\sover|financed|funded|purchased"
    r"|installed)\s(?:back\s)?(?:in|on|since)\s"
    r"(?:[A-Z]\w+\s)?(?:19|20)\d\d\b[^.;,]*,"
)
_IN_FORCE = Phrase(
    "law laws code codes",
    r"\b(?:[Ll]aws?|[Cc]odes?)\b[^.;]{0,120}\b(?:entered|came|coming|come)\sinto\s(?:force|effect)\b",
)
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
_MEANS = re.compile(
    r"\b(?:with|from|out\sof|using|through|by)\s(?:the\s|an?\s)?(?:[\w-]+\s){0,2}?(?:means|money|funds|funding|resources|grants?|contributions?"
    r"|donations?)\s(?:which\s(?:was|were)\s|that\s(?:was|were)\s)?(?:made\savailable|given|provided|granted|received|donated|pledged)\s(?:by|from)\s"
    r"[^.;]*\Z"
)
"""Before who gave earlier what something was paid with later: "held with the means made available by Peru in 2014"."""
_GIVEN_BEFORE = re.compile(
    r"\b(?:which|that)\shad\s(?:\w+ly\s|already\s)?(?:been\s)?(?:provided|donated|given|supplied|delivered|handed\sover|received"
    r"|bought)\b[^.;]*$"
)
"""Before who gave a thing earlier: "they learnt to use the scanners which had been donated by"."""
_OF_THINGS = frozenset({Kind.SUPPORT, Kind.OPENING, Kind.LAUNCH})
"""Events that are about the things themselves."""
_HAD_PAID = re.compile(
    r"(?:Back\s)?[Ii]n\s(?:[A-Z]\w+\s)?(?P<year>(?:19|20)\d\d),?\s[^.;:]{3,80}?\shad\s(?:been\s)?(?:\w+ly\s)?(?:co-)?"
    rf"(?:{_PAID}|donated|given)\b"
)
"""Who had paid in an earlier year, as the whole of a sentence."""


def pays_now(text: str, mention: DonorMention, owner: Event) -> bool:
    """Whether a donor pays in the present, in the sentence that tells what was earlier: "opened in May, it is financed by".

    Or in the main clause, where that is told aside: "Norway, which in 2014 had paid for the pier, gave".
    """
    start, end = owner.sentence.start, owner.sentence.end
    if owner.planned or not owner.sentence.dates or not start <= mention.start < end:
        return False
    told, cue = owner.sentence.dates[0].start, mention.cue
    if _FOR_THINGS.match(text, cue[1], end) is not None:
        return False
    if not cue[0] <= told < cue[1] and (_PAYS.match(text, *cue) or _IS_PAID.search(text, start, cue[1])):
        return _BY_WHICH.search(text, told, max(told, cue[0])) is None
    aside = _told_aside(text, owner)
    return aside is not None and _AND_PAYS.match(text, aside[1], end) is not None


def is_behind_aside(text: str, at: int, owner: Event) -> bool:
    """Whether a sum at a character is what somebody gave now, in a sentence that tells aside what he did earlier."""
    aside = _told_aside(text, owner)
    return aside is not None and aside[1] <= at < owner.sentence.end and _AND_PAYS.match(text, aside[1]) is not None


def _told_aside(text: str, owner: Event) -> Span | None:
    """The relative clause between commas that tells of an event."""
    dates = owner.sentence.dates
    asides = _ASIDE.finditer(text, owner.sentence.start, owner.sentence.end) if dates else ()
    return next((one.span() for one in asides if one.start() < dates[0].start < one.end()), None)


def is_of_another_time(funding: Funding, at: int, event: Event) -> bool:
    """Whether the donor or sum at a character pays for something of another year than a main milestone, or nobody pays for that.

    "The next post, built in 2010 by Japan, is": who paid for something else says so in its clause.
    """
    text, (start, end) = funding.text, funding.sentence(at)
    if _IN_FORCE.search(event.sentence.text, event.sentence.words) is not None:
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
        years = (
            () if built or PAYS_ON.search(text, part, end) or _MEANS.search(text, part, at) else _IN_YEARS.findall(text, part, end)
        )
        if years and max(map(int, years)) < event.when.start.year:
            return True
    return any(clause.start() < at < clause.end() for clause in _PAST_CLAUSE.finditer(text, start, end))
