"""What began at a date since which something is there: "the bakery works since 2013", "since its opening in 2013"."""

from __future__ import annotations

import re

from db.models import Kind
from db.when import Precision
from importers.events.dated import Dated
from importers.events.kinds import KindScore
from importers.events.telling import Told, tells_nothing

_STANDING = re.compile(
    r"\b(?:(?:is|are|has been|have been)\s(?:again\s|now\s|\w+ly\s)?"
    r"(?:working|operating|running|functioning|serving|open|operational|available|accessible|active|at work|on duty|on the road"
    r"|online|connected|manned|staffed|implemented|offered|dispensed|used|applied|taught|under\s?way"
    r"|in\s(?:use|operation|service|place|force|progress|full swing))"
    # no noun: "the work on rivers"
    r"|(?<!['’]s )(?<!the )(?<!their )(?<!its )(?:works?|functions?|operates?|exists?)\b"
    r"|(?:has|have)\s(?:existed|operated|worked|run|functioned|served|had)\b)"
    r"|,\s(?:in\s(?:use|operation|service|force)|operational|open|active|available)(?=\ssince\b)"
)
_SINCE_THEN = re.compile(r"since\s[^,]{3,24},\s[^,\d]{3,80}\s(?:has|have)\sbeen\s(?!held|reported|seized|recorded)\w+ed\b")
"""What is done in a new way from a day on: "Since 1 May, applications have been lodged online"; not how many were reported."""
_AT_WORK = re.compile(
    r"since\s[^,]{3,24},\s[^.;]{3,160}?\s(?:has|have)\s(?:collaborated|cooperated|partnered|operated|offered|assisted|supported"
    r"|worked)\b"
)
"""What somebody does for years: "Since 2020, the fund has collaborated with six towns"."""
_NEW_SINCE = re.compile(
    r"since\s[^,]{3,24},?\s(?:(?!\b(?:i|he|she|who)\b)[^.;,\d]){2,60}?\s"
    r"(?:(?:has|have)\s(?:also\s|again\s|now\s)?(?:carried|run|sailed|flown|linked|connected|shared|stood|stopped\sat|called\sat|met\severy)"
    r"|can|may|must|no\slonger\s\w+|need\sno|need\snot)\b[^.;\d]*\.?$"
)
"""What is so from a day on: "Since 4 May, drivers can pay on their phones", without a count of anything."""
_PUT_IN = re.compile(
    r",\s(?:in\s(?:use|operation|service)|operational|open|active|available|working|running|operating|functioning|on\s(?:the\s)?air|online)"
    r"\s(?:since\s(?:the\s)?)?$"
)
"""What is said beside a name: "took stock of the hotline, working since May"."""
_PUT_IN_REACH = 40
_PERSON = re.compile(r"\b(?:i|he|she|who|mr|ms|mrs|dr|colonel|general|commissioner)\b")
"""Somebody works somewhere since a time; that is a person's life."""
_BEGINNING = re.compile(
    r"\bsince\s(?:its|their|the)\s"
    r"(?:(?P<opening>opening|inauguration)|(?P<act>formulation|adoption|approval|endorsement|drafting)|(?P<signed>signing"
    r"|signature|conclusion)"
    r"|(?P<print>publication|release)|beginning|start|establishment|creation|foundation|founding|launch|inception)"
    r"\s(?:of\s[^,.;]{3,90}\s)?(?:in|on)\s(?:the\s)?[\w\s]{4,20}$"
)
_REACH = 150
"""Characters before the end of a date in which the noun of the beginning stands."""
_BEGUN = 2.4
"""What it counts that something is there since a time."""


def began(sentence: Told, dated: Dated, start: int, end: int, kinds: KindScore) -> KindScore | None:
    """What began at a date of a sentence, whose clause from `start` to `end` tells no deed of another of its own `kinds`."""
    if dated.tense == "+":
        return None
    if "since" not in sentence.words:
        return _goes_on(sentence, dated, start, end, kinds)
    at = dated.start - sentence.start
    beside = _PUT_IN.search(sentence.lower, max(0, at - _PUT_IN_REACH), at) if kinds.verb else None
    if beside is not None and not tells_nothing(sentence):
        kind = Kind.OPENING if beside[0].startswith(", open") else Kind.LAUNCH
        return KindScore({kind: _BEGUN}, {kind: (beside[0].strip(", "),)}, verb=True)
    if dated.carried:
        at = dated.end - sentence.start
        found = _BEGINNING.search(sentence.lower, max(0, at - _REACH), at)
        opening = found is not None and found["opening"] is not None
    else:
        clause = sentence.lower[start - sentence.start : end - sentence.start]
        found = _STANDING.search(clause) if not kinds.verb and not _PERSON.search(clause) else None
        if found is None and dated.when.precision is not Precision.YEAR:
            found = _SINCE_THEN.match(clause) or (_NEW_SINCE.match(clause) if not kinds.verb else None)
        found = found or _AT_WORK.match(clause)
        opening = found is not None and found[0].endswith(" open")
    if found is None or tells_nothing(sentence):
        return None
    act = Kind.AGREEMENT if kinds.best is Kind.AGREEMENT else Kind.ROAD_MAP
    kept = found[0].endswith("in force") or (kinds.best is Kind.AGREEMENT and found[0].endswith(" had"))
    kind = Kind.OPENING if opening else act if kept else _kind_of(found)
    return KindScore({kind: _BEGUN}, {kind: (found[0],)}, verb=True)


def _kind_of(found: re.Match[str]) -> Kind:
    """What the noun of a beginning says that it was."""
    named = found.groupdict()
    kinds = (("act", Kind.ROAD_MAP), ("signed", Kind.AGREEMENT), ("print", Kind.PUBLICATION))
    return next((kind for name, kind in kinds if named.get(name)), Kind.LAUNCH)


def _goes_on(sentence: Told, dated: Dated, start: int, end: int, kinds: KindScore) -> KindScore | None:
    """What goes on from a date that a sentence begins with: "From 1 June the clinic works around the clock"."""
    found = _FROM.fullmatch(sentence.lower, 0, dated.start - sentence.start) if start == sentence.start and not kinds.verb else None
    if found is None or "/" in dated.when.edtf or _PAST.search(sentence.lower, dated.end - sentence.start, end - sentence.start):
        return None
    if tells_nothing(sentence):
        return None
    return KindScore({Kind.LAUNCH: _BEGUN}, {Kind.LAUNCH: (found[0].strip(),)}, verb=True)


_FROM = re.compile(r"(?:from|as of|as from|starting|starting from|with effect from|effective)\s(?:the\s)?")
_PAST = re.compile(r"\b(?:was|were|had|did|\w{2,}ed|went|came|took|held|met|ran|will)\b")
