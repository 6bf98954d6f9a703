"""What others hold, report or order, and what a state does by itself: nothing that a project pays for."""

from __future__ import annotations

import re
from functools import lru_cache

from importers.lexicon import Phrase
from importers.sentences import Sentence

_ROOM = r"(?:[Pp]remises|[Bb]uildings?|[Rr]ooms?|[Ll]and|[Pp]lots?|[Ss]ites?|[Hh]ouses?|[Oo]ffices?|[Ff]loors?)"
_OWNER = (
    r"(?:[A-Z][\w-]+\s)?(?:[Cc]ommittee|[Mm]inistry|[Gg]overnment|[Cc]ity|[Mm]unicipality|[Mm]ayor|[Aa]dministration|[Ss]ervice|[Aa]uthorit(?:y|ies)|[Ss]tate"
    r"|[Pp]rovince|[Dd]istrict|[Aa]gency|[Cc]ouncil|[Pp]refecture|[Gg]overnor|[Uu]niversity|[Pp]ort)\b(?:\sof\s[A-Z]\w+)?"
)
_BY_OTHERS = Phrase(
    "attend participate part travel represented order decree edict ordinance resolution reported informed briefed told law "
    "laws code codes submitted forwarded agreement agreements convention conventions treaty treaties protocol protocols "
    "allocated allotted assigned vacated recommendation recommendations",
    r"\b(?:will|is to|are to|would|plans? to)\s(?:take part in|attend|participate in|travel to|be represented at)\b"
    r"|\bby (?:an? |the )?(?:(?:joint|ministerial|presidential|government|special|\w+['’]s) )*"
    r"(?:order|decree|edict|ordinance|resolution)\b"
    r"|\b(?:submitted|forwarded)\sto\s(?:the\s)?(?:[Gg]overnment|[Cc]abinet|[Pp]arliament|[Pp]resident|[Ss]enate|[Cc]ouncil\sof\sMinisters)\b"
    r"|\b(?:reported|informed)\b[^.;]{0,60}?\bthat\b|\b(?:informed|briefed|told)\s(?:about|on|of)\b"
    r"|\b(?:[Ll]aws?|[Cc]odes?|[Aa]greements?|[Cc]onventions?|[Tt]reat(?:y|ies)|[Pp]rotocols?)\b[^.;]{0,120}?"
    r"\b(?:entered|came|come|enters?|comes)\sinto\s(?:force|effect)\b"
    # the part behind a semicolon may tell of something else
    rf"|\A(?![^;]{{0,600}};\s)[^;]{{0,160}}?(?:\b{_ROOM}\b[^.;:]{{0,60}}?\s(?:allocated|allotted|assigned|vacated)\sby\s(?:the\s)?{_OWNER}"
    rf"|{_OWNER}\s(?:had\s|has\s)?(?:allocated|allotted|assigned|vacated)\s(?:the\s|an?\s|its\s|two\s|three\s)?(?:[a-z-]+\s){{0,2}}?{_ROOM}\b)"
    r"|\b[Rr]ecommendations?\b[^.;]{0,120}?\b(?:put\sinto\s(?:practice|effect)|taken\sup|heeded|acted\s(?:up)?on)\b",
)
"""Others hold what they go to, report what they did and give rooms of their own, and the state does what is done by its order."""
_ORGAN = (
    r"(?:(?:[Gg]overnment|[Pp]arliament|[Cc]abinet|[Ss]enate|[Cc]ongress|[Ll]egislature|President|Prime\s[Mm]inister|[Mm]inisters?|[Aa]ssembly"
    r"|(?:[Hh]ouse|[Cc]hamber)\sof\s[A-Z]\w+|Cabinet\sof\sMinisters|Council\sof\s(?:Ministers|the\s(?:EU|European\sUnion))"
    r"|National\s(?:[A-Z][\w-]+\s){0,3}(?:Council|Committee|Commission))(?:\s(?:of|on|for|against)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s|of\s)?[A-Z]\w+){0,3})?)"
)
_NORM = (
    r"(?:(?:[Ll]aws?|[Bb]ills?|[A-Z]\w+\sAct|[Cc]odes?|[Dd]ecrees?|[Cc]irculars?|[Rr]egulations?|[Aa]mendments|[Cc]onventions?|[Ss]trateg(?:y|ies)"
    r"|[Pp]olic(?:y|ies)|[Pp]lans?|[Gg]uidelines|[Rr]ules|[Rr]oad\s?[Mm]aps?)\b|(?:[Nn]ational|[Ss]tate|[Gg]overnment)\s(?:[\w-]+\s)?[Pp]rogram(?:me)?s?\b)"
)
_PUTS = (
    r"(?:pass(?:ed|es)|adopt(?:ed|s)|approv(?:ed|es)|ratif(?:ied|ies)|enact(?:ed|s)|endors(?:ed|es)"
    r"|launch(?:ed|es)|issu(?:ed|es))"
)
_ACT = Phrase(
    "passed passes adopted adopts approved approves ratified ratifies enacted enacts endorsed endorses "
    "launched launches issued issues assent law laws code codes decree",
    rf"{_ORGAN}\s(?:(?:and|,)\s(?:the\s)?[\w\s]{{2,40}}?\s)?(?:(?:has|have|had)\s)?(?:\w+ly\s)?{_PUTS}\s(?:[^.;:,]{{0,60}}?{_NORM}"
    rf"|(?:it|them|both)\b)"
    rf"|{_NORM}[^.;:]{{0,120}}?\s{_PUTS}\s(?:[^.;:,]{{2,20}}\s)?by\s(?:an?\s|the\s)?(?:(?:[a-z]+\s)?(?:decree|order|resolution)\b|(?:[A-Z]\w+\s)?{_ORGAN})"
    rf"|\A(?:With|Under|By|Through|Following|Thanks\sto|After)\s(?:the|an?)\s(?:new\s)?(?:Law|Code|Decree)\b[^.;:,]{{0,60}}?\s(?:of|dated)\s\d{{1,2}}\s[A-Z]"
    r"|\bassent\s(?:of|from|by)\sthe\s|\b(?:[Ll]aws?|[Cc]odes?)\b[^.;]{0,120}\b(?:entered|came|coming|come|enters|comes)\sinto\s(?:force|effect)\b",
)
"""How a sentence tells what a state puts into force: "Parliament passed two laws", "the plan was approved by decree"."""
_HELPED = re.compile(
    r"\b(?:support(?:ed|s)?|assist(?:ed|ance|s)?|help(?:ed|s)?|advi[cs]e[ds]?|experts?|project|drafted|developed|prepared|funded|financed)\b"
)
"""With this such a sentence says that it was not alone in that."""

_UNPAID = Phrase(
    "without donor donors sponsor sponsors funding funds financing money pay pays",
    r"(?<!years\s)(?<!months\s)(?<!year\s)\bwithout\s(?:any\s|secured\s)?(?:funding|financing|funds|money|an?\s(?:donor|sponsor)|donors)\b"
    r"|\b(?:has|have|had|with)\sno\s(?:donors?|sponsors?|funding|funds|money)\b"
    r"|\bno\s(?:donors?|sponsors?|funding|funds|money)\s(?:ha(?:s|ve)|is|are|w(?:as|ere)|could\sbe)\s(?:yet\s|so\sfar\s|been\s)*(?:found|secured|available|in\ssight)\b"
    r"|\b(?:if|once|when|as\ssoon\sas|provided(?:\sthat)?|should|until)\s(?:the\s|an?\s|more\s|enough\s)?(?:donors?|sponsors?|funding|funds|financing|money)\s"
    r"(?:(?:is|are|can\sbe|has\sbeen|have\sbeen|be)\s)?(?:found|secured|available|raised|permits?)\b"
    r"|\b(?i:funds|funding|money)\spermitting\b|\bsubject\sto\s(?:the\savailability\sof\s)?(?:funds|funding|financing)\b"
    r"|(?<!to\s)\b(?:look(?:s|ing)?|search(?:es|ing)?)\sfor\s(?:an?\s|more\s|new\s)?(?:donors?|sponsors?|funding|funds|financing)\b"
    r"|\bwho\s(?:shall|will|is\sto|would|should)\spay\b[^.;]{0,30}?\s(?:not|unknown|open|unclear)\b",
)
"""What a sentence says of an event that nobody pays for yet: "a second course remains without funding"."""
_DID = re.compile(
    r"[”\"»]?(?:\s(?:project|programme|program|initiative|experts|partners?))?(?:\s[A-Z][\w-]*){0,2}\s(?:has\s|had\s|have\s)?(?:\w+ly\s)?"
    r"(?:supported|helped|assisted|drafted|developed|prepared|written)\b"
)
"""What a project did for what a sentence tells of, behind its name ..."""
_HELP_OF = re.compile(r"\b(?:support|help|assistance|advice|money|funds)\s(?:of|from)\s(?:the\s)?[“\"«]?\Z")
"""... and before it."""


def is_helped(text: str, named: re.Pattern[str]) -> bool:
    """Whether a text says that a project, by one of its names, helped with what it tells of: "rules, which HIVE had supported"."""
    return any(_DID.match(text, one.end()) or _HELP_OF.search(text, 0, one.start()) for one in named.finditer(text))


def is_by_others(told: Sentence) -> bool:
    """Whether a sentence tells what others hold, report or order."""
    return not _BY_OTHERS.words.isdisjoint(told.words) and _is_by_others(told.text)


@lru_cache(maxsize=64)
def _is_by_others(told: str) -> bool:
    """The same of its text; each donor asks it again."""
    return _BY_OTHERS.pattern.search(told) is not None


def is_unpaid(told: Sentence) -> bool:
    """Whether a sentence says that nobody pays for what it tells yet."""
    return _UNPAID.search(told.text, told.words) is not None


def speaks_of_norms(text: str, start: int, end: int) -> bool:
    """Whether a part of a text speaks of laws, plans or the like, or of how they are made."""
    return _ON_NORMS.search(text, start, end) is not None


_ON_NORMS = re.compile(rf"\b(?:{_NORM}|(?:[Dd]raft|[Ww]ork|[Pp]rocess|[Rr]eform|[Tt]ext|[Dd]ocument|[Pp]roject|[Pp]rogramme))")


def is_act_of_state(told: Sentence) -> bool:
    """Whether a sentence tells what a state puts into force, and of nobody who helped it."""
    return _ACT.search(told.text, told.words) is not None and _HELPED.search(told.text) is None
