"""Whether words for who paid are denied, only asked for, or said of another thing: "not funded by", "applied for funding from"."""

from __future__ import annotations

import re

from db.models import Span


def is_of_a_motion(text: str, sentence: Span, cue: Span) -> bool:
    """Whether the `cue` says who brought a text before an assembly: "sponsored a resolution", "a bill co-sponsored by"."""
    start, end = sentence
    if (moved := _COSPONSOR.search(text, *cue)) is not None:
        of_text = _OF_MOTION.match(text, moved.end(), end)
        return of_text is not None or (
            _OF_ELSE.match(text, moved.end()) is None and _ADOPTED.search(text, max(0, start - _FAR), cue[0]) is not None
        )
    said = _SPONSORS.search(text, *cue)
    if said is None:
        return False
    if _MOTION_BEHIND.match(text, said.end(), end) is not None:
        return True
    before = text[start : cue[0]]
    return _BY.match(text, said.end(), end) is not None and any((_IS_MOVED.match(before), _MOVED_BY.search(before)))


_SPONSORS = re.compile(r"\b(?:[Cc]o-?)?[Ss]ponsor(?:s|ed|ing)?\b")
_COSPONSOR = re.compile(r"\b[Cc]o-?sponsors?\b")
_OF_ELSE = re.compile(r"\s+(?:of|for)\b")
_ADOPTED = re.compile(
    r"\b(?:Assembly|Commission|Council|Committee|Congress|Parliament|Conference)\b[^.;]{0,120}?\b(?:adopted|approved|passed|endorsed|voted)\b"
    r"[^.;]{0,90}?\b(?:[Rr]esolutions?|[Rr]ules|[Dd]eclarations?|[Cc]onventions?|[Dd]ecisions?|[Gg]uidelines|[Pp]rinciples|[Tt]ext|[Pp]rotocol)\b"
)
"""How a text tells before of the text that an assembly adopted, whose co-sponsors are no payers."""
_BY = re.compile(r"\s+(?:by|from)\b")
_MOTION = (
    r"(?:(?:[Rr]esolutions?|[Mm]otions?|[Aa]mendments?|(?<!hospital\s)(?<!medical\s)(?<!water\s)(?<!electricity\s)[Bb]ills?|[Dd]rafts?|[Dd]raft\s(?:resolutions?|decisions?|texts?|laws?|acts?"
    r"|articles?|declarations?)|[Ll]egislation)\b|(?:[Ll]aw|[Aa]ct|[Dd]ecision|[Dd]eclaration)\b(?=\s*(?:[.,;)]|on\b|which\b|that\b)))"
    r"(?!\s(?:course|training|workshop|seminar|competition|contest))"
)
_OF_MOTION = re.compile(rf"\s+of\s(?:the|this|an?|both|these)\s(?:[\w-]+\s){{0,3}}?{_MOTION}")
_MOTION_BEHIND = re.compile(
    rf"\s+(?:(?:the|an?|this|both|its|their|two|three|four|five|several|\d{{1,2}})\s)?(?:(?!(?:on|of|for|to|in|at|by|from)\s)[\w-]+\s){{0,3}}?{_MOTION}"
)
_IS_MOVED = re.compile(
    rf"(?:(?:The|An?|This|These|Both|Its|Two|Three|\d{{1,2}})\s)?(?:(?!(?:on|of|for|to|in|at|by|from)\s)[\w-]+\s){{0,3}}?{_MOTION}"
    r"(?:\s(?:on|about|against)\s[^.;:,]{2,60}?)?\s(?:is|are|was|were|(?:has|have|had)\sbeen)\s(?:also\s|jointly\s)?\Z"
)
_MOVED_BY = re.compile(
    rf"\b{_MOTION}(?:\s(?:on|about|against)\s[^.;:,]{{2,60}}?)?,?\s"
    r"(?:(?:which|that)\s(?:is|are|was|were|(?:has|have|had)\sbeen)\s)?(?:also\s|jointly\s)?\Z"
)


def asserted(text: str, sentence: Span, cue: Span) -> Span | None:
    """The `cue` for who paid where the sentence asserts it; behind "not ... but by" that of the one who did; else None."""
    start, end = sentence
    if _NEWSLETTER.search(text, start, end) is not None and _is_of_the_newsletter(text, sentence, cue):
        return None
    before = text[max(start, cue[0] - _NEAR) : cue[0]]
    if (no := _NOT.search(before)) is not None and not ("ithout" in no[0] and _HAD_TO.search(text, start, end)):
        but = _BUT.search(text, cue[1], end)
        return (cue[0], but.end()) if but is not None else None
    if _ASKED.search(before) is not None or _NOT_INSIDE.search(text, *cue) is not None:
        return None
    unlike = _UNLIKE.match(text, start, end)
    if unlike is not None and cue[0] < unlike.end():
        return None
    if _ASKING.search(text, max(start, cue[0] - _FAR), cue[0]) is not None and _REFUSED.search(text, cue[1], end) is not None:
        return None
    return cue


def _is_of_the_newsletter(text: str, sentence: Span, cue: Span) -> bool:
    """Whether the part of a sentence with a cue says who paid for the paper that all this stands on, and for none of its news."""
    start = max(sentence[0], text.rfind("; ", sentence[0], cue[1]))
    over = text.find("; ", cue[1], sentence[1])
    return _PRINTED.search(text, start, over if over >= 0 else sentence[1]) is not None


_NEWSLETTER = re.compile(
    r"\b(?:[Tt]his|[Oo]ur|[Tt]he\spresent)\s(?:[\w-]+\s){0,2}?(?:newsletter|bulletin|issue|number|edition|digest|gazette)\b"
)
_PAPER = (
    r"(?:[Pp]rint(?:ing)?|[Tt]ranslation|[Ll]ay-?out|[Dd]esign|[Dd]istribution|[Mm]ailing|[Pp]ostage|[Pp]roduction\scosts"
    r"|[Pp]rint\s(?:run|costs))"
)
_PRINTED = re.compile(
    rf"\b{_PAPER}(?:(?:,|\sand|\sor|\s&)\s[a-z]+){{0,3}}(?:\scosts)?\s(?:into?\s\w+\s)?(?:of|for)\s{_NEWSLETTER.pattern}"
    rf"|{_NEWSLETTER.pattern}(?:['’]s\s{_PAPER}\b"
    r"|\s(?:is|was|has\sbeen)\s(?:[a-z]+ly\s)?(?:printed|translated|mailed|designed|laid\sout|distributed)\b)"
)
"""How a sentence speaks of what its own newsletter cost: "Printing of this issue was sponsored by", "This bulletin is printed"."""
_NEAR, _FAR = 48, 300
"""How far before a cue words that deny it stand, and what was asked for, which may be a long noun: "The proposal for ..."."""
_NOT = re.compile(
    r"\b(?:(?:[Nn]ot|[Nn]ever|n['’]t)\s(?!(?:only|just|merely|least|solely|exclusively|fewer|less|more)\b)(?:yet\s|been\s"
    r"|\w+ly\s|be\s)*"
    r"|[Nn]o\slonger\s(?:\w+ly\s|be\s)?|[Nn]either\s(?:\w+ly\s)?|[Ww]ithout\s(?:any\s|further\s|the\s|such\s)?(?:[a-z]+\s)?"
    r"|[Rr]ather\sthan\s(?:being\s)?|[Ii]nstead\sof\s(?:being\s)?|[Nn]o\s(?:other\s|further\s|direct\s|more\s)?)\Z"
)
_NOT_INSIDE = re.compile(r"\b(?:not(?!\s(?:only|just|merely|least))|rather\sthan|never|no\slonger)\b")
_HAD_TO = re.compile(r"\b(?:could|would|might)\s(?:not|never|hardly|n['’]t)\b|\bimpossible\b")
"""What would not have been without somebody's money was done with it."""
_BUT = re.compile(r"\sbut\s(?:instead\s|rather\s)?(?:by|from|with\s(?:money|funds|means|support)\s(?:of|from))\s(?:the\s)?")
_ASKED = re.compile(
    r"\b(?:appl(?:y|ies|ied|ying)|application|requests?|requested|appeals?|appealed|bids?|look(?:s|ed|ing)?|hop(?:es?|ed|ing)"
    r"|ask(?:s|ed|ing)?"
    r"|wait(?:s|ed|ing)?|search(?:es|ed|ing)?|in\ssearch)\s(?:one\sday\s|some\sday\s|still\s|also\s|now\s)?(?:for|of)\s(?:an?\s|more\s|further\s|additional\s|new\s|the\s)?(?:\w+(?:\s|\Z))?\Z"
    r"|\b(?:seek(?:s|ing)?|sought|negotiat(?:es?|ed|ing))\s(?:more\s|further\s|additional\s|new\s|the\s)?(?:\w+(?:\s|\Z))?\Z"
    r"|\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|invit(?:es?|ed|ing)|appeal(?:s|ed|ing)?\sto)\s(?:the\s)?(?:[Gg]overnment\sof\s(?:the\s)?)?"
    r"[A-Z]\w+(?:\s[A-Z]\w+)?\sto\s\Z"
    r"|\b(?:access\sto|absor(?:b(?:s|ing)?|ption\sof)|manag(?:e|ing|ement\sof)|attract(?:s|ing)?|(?:projects?|proposals?)\sfor)"
    r"\s(?:the\s)?[A-Z]\w+(?:\sand\s(?:\w+\s)?[A-Z]\w+)?\Z"
)
"""Before words for money that is only asked for, or that there may be: "projects for EU funds"."""
_UNLIKE = re.compile(r"(?:Unlike|In contrast to|As opposed to|Contrary to)\b[^,;.]*(?:,\s(?:which|who|that)\b[^,;.]*)?,\s")
_ASKING = re.compile(r"\b(?:[Aa]pplications?|[Rr]equests?|[Aa]ppeals?|[Pp]roposals?|[Bb]ids?|[Oo]ffers?)\b")
_REFUSED = re.compile(
    r"\b(?:was|were|is|has been|have been|had been)\s(?:\w+ly\s)?"
    r"(?:rejected|refused|declined|turned down|unsuccessful|withdrawn|denied)\b"
)
