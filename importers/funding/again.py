"""How a sentence begins that comes back from what was told in passing to what the story is about."""

from __future__ import annotations

import re

from importers.donors.payees import IN_GENERAL
from importers.lexicon import DEEDS_TOLD

PROJECT = re.compile(
    r"(?:[Tt]he|[Tt]his) (?:[\w-]+ ){0,3}?(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]eries|[Cc]ycle)\b"
    r"|(?:Project|Program(?:me)?) (?:[A-Z]*\d|[A-Z]+/|[\"“«])"
)
"""A sentence that goes back to the project tells who pays for what is told now."""
_ITSELF = re.compile(r"(?:(?:For|As for) )?(?:[Tt]he )?(?:[\w-]+ ){1,4}(?:itself|themselves)\b")
"""A sentence that begins so comes back from what led to it to the main milestone: "For the bridge itself"."""
_CREDIT = re.compile(
    r"\W*(?:(?:Co-?)?[Ff]und(?:ing|ed(?:\sby)?)|[Ff]inanc(?:ing|ed\sby)|[Dd]onors?|[Ss]ponsors?|[Pp]aid\s(?:for\s)?by)\s?[:–—]"
    r"|\((?:Supported|Funded|Financed|Sponsored|Paid)\s(?:for\s)?by\b"
)
"""A line that names who pays for all that is told above it."""
_MONEY_FOR = re.compile(
    r"(?:(?:The|Its|Their)\s)?(?:(?:[Ff]inancial|[Dd]onor)\s)?(?:[Ff]unds|[Ff]unding|[Ff]inancing|[Mm]oney|[Rr]esources"
    r"|[Ss]upport|[Bb]udget|[Cc]osts?)"
    r"\s(?:for|of)\s(?:the|this|these|both|all|its)\s(?:[\w-]+\s){0,3}?"
    r"(?:project|program(?:me)?|initiative|series|(?:course|training|workshop|meeting|seminar|event|operation|activitie|stage"
    r"|round)s)\b"
)
"""A sentence that begins so tells who pays for all that was told: "Funds for the series come from"."""
_OF_THE_WHOLE = re.compile(
    r"[^.;:]{2,60}?\b(?:(?:donors?|sponsors?|funders?|financiers?)\sof\s(?:the|this|our)|(?:finances?|funds|sponsors|pays?\sfor"
    r"|(?:is|are)\s(?:financing|funding|paying\sfor)|(?:has|have)\s(?:financed|funded|paid\sfor))\s(?:the|this|our))\s"
    r"(?:[a-z-]+\s){0,2}?(?:project|program(?:me)?|initiative|scheme|series)\b"
    r"|(?:The\s)?(?:[Mm]ain\s)?(?:[Dd]onors?|[Ss]ponsors?)\sof\sthe\s(?:[\w/-]+\s){0,6}?(?:[Pp]roject|[Pp]rogram(?:me)?)\b"
)
"""A sentence that says who pays for the whole: "Sweden has been the donor of the scheme"."""
_MONEY_COMES = re.compile(
    r"(?:The\s)?(?:[Ff]inancial\s[Ss]upport|[Ff]unding|[Ff]unds|[Ff]inancing|[Mm]oney)\s(?:(?:is|are)\s(?:being\s|[a-z]+ly\s)?(?:provided|given|made\savailable"
    r"|contributed|supplied)|comes|come)\s(?:by|from|through)\b"
)
"""The same in the present, wherever it stands."""
THE_PROGRAMME = re.compile(
    r"(?:The\s)?[A-Z](?:[^.;:,]|,(?=\s(?:the\s)?[A-Z])){1,110}?\s(?:(?:also|now|\w+ly)\s){0,4}(?:co-?)?"
    r"(?:supports?|funds?|finances?|sponsors?|pays?\sfor|(?:is|are)\s(?:co-?)?(?:funding|financing|sponsoring|supporting|paying\sfor)"
    r"|(?:is|are)\sthe\sdonors?\sof)\s(?:the|this)\s(?:[\w-]+\s){0,3}?(?:[Pp]rogram(?:me)?|[Pp]roject|[Ii]nitiative|[Ss]cheme)\s*(?:[.;]|\Z)"
)
"""A sentence, the last of a story, that says in the present who pays for the whole: "Norway and Spain support the programme"."""
_ALL_OF_THEM = re.compile(
    r"All\s(?:the\s)?costs\b"
    r"|(?:Both|All)\s(?:of\s(?:them|these)\s)?(?:(?:the|these)\s)?(?:[\w-]+\s){0,2}?(?:is|are|was|were|ha(?:s|ve)|receive)\b"
    r"|(?:The|These)\s(?:course|training|workshop|seminar|activitie|exercise|campaign|event)s\sare\b"
    r"|(?:The|This)\s(?:activity|event|initiative|action|support|assistance)\s(?:and\sthe\s[a-z]{4,}\s)?"
    r"(?:is|was|were|became|ha(?:s|ve)\sbeen)\b"
    r"|[^.;:]{3,60}?\s(?:supported|funded|financed|sponsored)\s(?:the|this)\s(?:event|activity|action)[.,]"
    r"|[A-Z]{3,}['’]s?\s(?:[\w-]+\s){0,3}?(?:support|assistance|work|activities)\s(?:to|in|for|on)\b[^.;]{2,60}?\s(?:is|are|was|were)\b"
)
"""A sentence that begins so goes back to all that was told: "All four were supported by", "The courses are held with money of"."""
_IN_GENERAL = re.compile(rf"{IN_GENERAL}(?:funded|financed|sponsored|supported|made\spossible|paid)\b")
"""A sentence that says who pays for many of a name, as they are: "Innovation Labs are made possible by"."""
FOR_BOTH = re.compile(
    r"All\s(?:two|three|four|five|six|\d)\s[^.;]{3,90}?\s(?:ha(?:s|ve)|w(?:as|ere)|is|are)\s"
    r"|[^.;]{0,300}?(?:\b(?:of|for)\s(?:both|all\s(?:two|three|four|five|of\sthem)|each\sof\sthem|the\slot)\s?(?:[.,;)]|\Z|and\b|with\b)"
    r"|\bma(?:de|kes)\s(?:both|all\sof\s(?:it|them|this|these)|all\s(?:two|three|four|five)|everything)\spossible\b)"
)
"""A sentence that says anywhere in it that two or more are paid for: "bore the expenses of both", "made all three possible"."""
_IN_A_PROJECT = (
    r"(?:(?:is|are|was|were|has been|have been)\s(?:\w+ly\s|all\s|both\s)?"
    r"(?:conducted|held|organi[sz]ed|carried out|implemented|delivered|run|(?:a\s)?part)"
    r"|(?:all\s|both\s)?(?:belongs?|belonged|forms?(?:\sa)?\spart|falls?|comes?))\b[^.;]{0,60}?\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\b"
)
_UNDER_A_PROJECT = re.compile(rf"(?:They|These|It|This)\s{_IN_A_PROJECT}")
"""A sentence that begins so tells which project what was told is of: "They are held within the project"."""
MONEY_CAME = re.compile(
    r"(?:The\s)?(?:[Ff]inancial\s[Ss]upport|[Ff]unding|[Ff]unds|[Ff]inancing|[Mm]oney)\s(?:(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:[a-z]+ly\s)?"
    r"(?:provided|given|made\savailable|secured|received|contributed|supplied)|came|comes|come)\s(?:by|from|through)\b"
)
"""A sentence that begins so, the last of a story, tells who paid for all of it: "Funding was provided by"."""
ASSISTANCE = re.compile(
    r"(?:(?:The|Our|This|Its|[A-Z]{2,}(?:[\s-][A-Z][a-z]+)?['’]s?)\s)?(?:[a-z-]+\s)?(?:[Aa]ssistance|[Ss]upport|[Ww]ork|[Cc]ooperation|[Aa]ctivities)\s"
    r"(?:to|in|for|on|with)\s[^.;]{2,80}?\s(?:is|are)\s(?:[a-z]+ly\s)?(?:co-)?(?:funded|financed|sponsored|made\spossible|paid\sfor)\b"
)
"""A sentence that begins so tells who pays for all that is done there: "Assistance to the court is funded by"."""
ONE_MORE = re.compile(
    r"(?:It\s|(?:This|The)\s(?:[a-z-]+\s){1,3}?)(?:is|was)\s(?:already\s|only\s)?the\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d+(?:st|nd|rd|th)|latest|last)\b[^.;]*?\s(?:after|since|following)\b"
)
"""A sentence that begins so speaks of what was told, and only names others before it: "The course was the third after those of"."""
ALL_IN_A_PROJECT = re.compile(
    rf"(?:(?:All|Both)\s(?:of\s)?)?(?:[Tt]hese|[Tt]he|[Tt]hose)\s(?:[a-z]+\s)?{DEEDS_TOLD}\s{_IN_A_PROJECT}|(?:They|These)\sall\s{_IN_A_PROJECT}"
)
"""The same of all that a story told: "These activities belong to project KGZ/R12", "Both courses are part of the programme"."""
_AGAIN = (
    PROJECT,
    _ITSELF,
    _ALL_OF_THEM,
    FOR_BOTH,
    _UNDER_A_PROJECT,
    ALL_IN_A_PROJECT,
    _CREDIT,
    _MONEY_FOR,
    _OF_THE_WHOLE,
    ASSISTANCE,
    _IN_GENERAL,
)
"""How a sentence begins that comes back from an event told in passing."""


def comes_back(text: str, start: int, last: int) -> bool:
    """Whether the sentence, or part of one, that starts there comes back; `last` is where the last one starts."""
    if any(again.match(text, start) is not None for again in _AGAIN):
        return True
    return (start >= last and MONEY_CAME.match(text, start) is not None) or _MONEY_COMES.match(text, start) is not None
