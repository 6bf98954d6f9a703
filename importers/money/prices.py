"""Which sums count for a milestone though no donor gives them: what it cost, what things are worth, what was seized or fined."""

from __future__ import annotations

import re

from db.models import Kind, Span
from importers.money.amounts import MoneyMention

GIVEN = frozenset({Kind.SUPPORT, Kind.AGREEMENT, Kind.LAUNCH, Kind.OPENING, Kind.OPERATION})
"""Kinds of milestones whose own sentence tells the sum that was given, signed or seized."""
THINGS = re.compile(
    r"\b(?:equipment|furniture|refurbishment|renovation|reconstruction|construction|repairs?|(?<!capacity[ -])building"
    r"|works|computers|vehicles|machines|roof)\b",
    re.IGNORECASE,
)
"""What is built or handed over; its price is not that of a course or a strategy that is told beside it."""
_SPENT = re.compile(
    r"\b(?:was|were|has been|have been) (?:spent|invested)\b|\bat a (?:\w+ )?cost of\b"
    r"|\b(?:[Tt]otal|[Oo]verall|[Cc]ombined) (?:cost|budget|investment|value)\b"
    r"|\b(?:[Cc]osts?|[Pp]rice)\sof\s(?:the|its|this|these|both|all)\s[^.;,]{3,50}?\s(?:is|are|was|were|came\sto|amount(?:s"
    r"|ed)\sto|runs?\sto|ran\sto)\s"
    r"|,\swhich\s[^.;,]{3,50},\s(?:has\s|had\s)?cost\s(?=(?:[a-z]\w*\s){0,2}?(?:[A-Z]{3}\s?\d|[$€£¥]|\d))"
    r"|\b(?:[Cc]osts?|[Bb]udget|[Vv]alue|[Pp]rice)(?:\s(?:of|for)\s(?:the|this|all|both)\s[^.;:,]{3,40})?:\s"
    r"|\bin the amount of\b|\btotal amount of\b|\bbudgeted at\b"
    r"|\b(?:whose|with an?|its|their|programme|project)(?:\stotal|\soverall)?\sbudget\s(?:of|is|was|makes\sup|made\sup"
    r"|amounts?\sto|amounted\sto|comes\sto|came\sto|stands\sat|totals|totalled"
    r"|exceeds)\s(?=(?:[a-z]\w*\s){0,2}?(?:[A-Z]{3}\s?\d|[$€£¥]|\d))"
    r"|(?:^|[.!?]\s|\b(?:it|they|works?|construction|renovation|repairs?|equipment|training|machines?|alone|and|which)\s"
    r"|\b(?:[Tt]he|[Tt]his|[Ii]ts|[Bb]oth|[Tt]hese|[Aa]ll)\s(?:(?!would|could|can|will"
    r"|may)[\w-]+\s){1,3}?)(?:\w+ly\s)?(?:[Cc]ost(?:ing)?|swallowed|devoured|consumed)\b:?"
    r"(?=\s(?:[a-z]\w*\s){0,2}?(?:[A-Z]{3}\s?\d|[$€£¥]|\d))"
)
_ABOUT = (
    r"about|some|around|nearly|almost|roughly|approximately|over|up to|only|just|more than|a total of|a sum of|estimated(?: at)?"
)
_COMES_TO = (
    r"of|is|was|are|were|reache[sd]|amount(?:s|ed)? to|c[ao]mes? to|add(?:s|ed)? up to|stands? at|stood at|exceed(?:s|ed)"
    r"|makes? up|made up"
)
_STATED = re.compile(
    r"\b(?:[Cc]ost(?:s|ing)?|(?:[Ii]ts|[Tt]he|[Tt]heir|[Aa]n?)\s(?:\w+\s)?(?:budgets?|(?:value|price|bill)(?:\sof\s(?:[\w-]+\s){0,2}[\w-]+)?)|[Tt]otal(?:s|led|ling)?"
    r"|[Aa]ltogether|[Ii]n total|[Pp]aid with|[Tt]he prize|[Tt]ogether(?=\s(?:c[ao]mes?|add|amount))"
    rf"|(?:[Tt]akings|[Pp]roceeds|[Pp]rofits?|[Rr]evenues?|[Pp]rize money),?|(?:^|[.!?]\s)With)(?:\s(?:{_COMES_TO}|{_ABOUT}))*\s\Z"
)
"""What stands right before a sum that is a cost, a budget or a worth: "and costs", "the costs reached about", "altogether"."""
_STATED_REACH = 70
_NEEDED = re.compile(r"\bfor\s(?:which|this|that|it|them|the\s(?:project|works?|phase))\b")
_NEEDED_BEHIND = re.compile(
    r"[^.;]{0,40}\s(?:is|are|was|were|will be|going to be|have been|has been)\s(?:needed|required|foreseen|planned)\b"
)
"""Behind a sum that is needed for what is told: "for which 2 million are foreseen"."""
_WORTH = re.compile(
    r"\b(?:[Ee]quipment|[Ff]urniture|[Gg]oods|[Mm]aterials?|[Ff]eed|[Ss]eeds?|[Vv]ehicles|[Cc]omputers|[Tt]ools)\sfor\s"
    r"(?=[A-Z]{3}\s?\d|[$€£¥]|\d[\d.,]*\s(?:[mb]illion\s|thousand\s)?(?:US\s)?(?:euros?|dollars|[A-Z]{3}\b))|"
    r"\b(?:worth|valued at|priced at|price of|price tag|bought for|purchased for|for the price)\b|\b(?:total )?value of\b"
    r"|\b(?:[Bb]uilt|[Rr]enovated|[Rr]ebuilt|[Rr]efurbished|[Cc]onstructed|[Bb]ought|[Pp]urchased|[Aa]cquired"
    r"|[Ii]nstalled)\s(?:\w+\s){0,3}?(?:for|at)\s(?:about\s|some\s)?(?=[A-Z]{3}\s?\d|[$€£¥]|\d)"
)
"""What is said of the price of what was opened or handed over."""
_DELIVERED = re.compile(r"\b(?:arrived|delivered|received|handed over|presented to|donated|shipped|took delivery|unloaded)\b")
"""What is done with goods, whose worth then counts whatever kind of milestone tells of them."""
_BUILT = frozenset({Kind.SUPPORT, Kind.OPENING})
_SEIZED = re.compile(
    r"\b(?:worth|valued at|value of|put at|[Dd]ut(?:y|ies)|in cash|cash|seized|confiscated|recovered|forfeited|frozen|froze"
    r"|impounded|fines?|fined|penalt(?:y|ies)|[Uu]npaid|evaded|ransom|bail)\b"
)
"""What is said of what an operation brought in."""
_ALLOTTED = re.compile(
    r"\b(?:was|were|has been|have been|is|are|will be)\s(?:allocated|allotted|set aside|earmarked|made available|disbursed"
    r"|released|donated|given|granted|provided|pledged|approved|covered|borne|met|ensured|secured|contributed|transferred"
    r"|purchased|bought|procured|acquired|installed)\b"
)
"""A sum that somebody gave who is not named."""
_GAVE = re.compile(
    r"\b(?:contributed|disbursed|(?:re)?allocated|invested|raised|collected|donated|put\s(?:in|up|aside)|set\saside|mobili[sz]ed"
    r"|spent|chipped\sin|stumped\sup|coughed\sup|brought\sin|receive[sd]?|got)\s(?:with\s)?[^.;:]{0,40}\Z"
    r"|\b(?:[Gg]rant|[Cc]ontract|[Aa]greement|[Aa]ddendum|[Ll]oan|[Cc]redit)\b[^.;:]{0,40}?\s(?:which|that)\s(?:will\s|is\sto\s)?"
    r"(?:adds?|brings?|gives?|provides?|secures?)\s(?:in\s|about\s|some\s|another\s)?\Z|(?:^|[.!?]\s)It\s(?:adds|brings)\s(?:another\s)?\Z"
)
"""What stands right before a sum that somebody gave: "the villagers contributed sand and 2 million"."""
_ASIDE = re.compile(
    r"\s(?:(?:was|were|is|are|has\sbeen|have\sbeen)\s)?(?:set\saside|earmarked|pledged|raised|collected|allocated|reserved)\b"
    r"|\s(?:came|comes)\sfrom\b"
)
"""What stands right behind one."""
_PLEDGED = re.compile(
    r"\b(?:(?:will|(?:is|are)\sgoing\sto)\s(?:\w+ly\s|also\s)?(?:provide|contribute|invest|give)"
    r"|commit(?:s|ted)\s(?:itself|themselves)\sto|undert(?:akes?|ook)\sto\s(?:pay|provide|contribute|spend)"
    r"|(?:their|its)\sown\s(?:resources|budget|funds))\b"
)
"""A sum that somebody binds himself to give."""
_WRITTEN = frozenset({Kind.ROAD_MAP, Kind.PUBLICATION})
_EACH = re.compile(
    r"\s*(?:per|/)\s?(?!cent\b|year\b|annum\b)[a-z]|(?:\s(?:on|in)\s\w+)?\sfor\s(?:each|every)\b"
    r"|\san?\s(?:pair|piece|day|night|week|month|hour|head|person|kilo(?:gram)?|gram|litre|ton(?:ne)?|plate|bottle|unit|box)\b"
)
"""Behind a sum it makes it the price of one: "200 vatu per night", "3 dollars a pair"."""
_BEYOND = re.compile(
    r"\b(?:[Aa]ssets|contracts|transfers?|transactions?|payments?|purchases?|deposits?|gifts?|sums|amounts|cash|incomes?|goods|consignments?|loads"
    r"|parcels?)\s(?:of\s|worth\s)?"
    r"(?:above|over|exceeding|below|under|more\sthan|less\sthan|beyond)\s\Z"
)
"""Before a sum it makes it the limit of a law: "assets above 10,000 dollars are to be declared"."""
_AT_MOST = re.compile(
    r"\b(?:ask|appl(?:y|ied)|bid|compete[sd]?|eligible)\sfor\s(?:[\w-]+\s){0,3}?(?:of\s)?(?:up\sto|at\smost|as\smuch\sas)\s$"
)
"""What makes a sum the most that somebody can ask for: "groups can apply for up to 5,000 dollars"."""
_AT_MOST_REACH = 60


def is_price(text: str, sentence: Span, mention: MoneyMention, kind: Kind) -> bool:
    """Whether a sum in the `sentence` of a text is what a milestone of this `kind` cost, handed over or brought in."""
    if _YEARLY.match(text, mention.end):
        return False
    if kind is Kind.OPERATION and _SEIZED.search(text, *sentence):
        return True
    if kind in _BUILT and _WORTH.search(text, *sentence):
        return True
    if kind not in _WRITTEN and _WORTH.search(text, *sentence) and _DELIVERED.search(text, *sentence):
        return True
    if kind in _WRITTEN and THINGS.search(text, *sentence):
        return False
    return (
        _SPENT.search(text, *sentence) is not None
        or _is_stated(text[max(sentence[0], mention.start - _STATED_REACH) : mention.start])
        or (_NEEDED.search(text, sentence[0], mention.start) is not None and _NEEDED_BEHIND.match(text, mention.end) is not None)
        or _GAVE.search(text, max(sentence[0], mention.start - _STATED_REACH), mention.start) is not None
        or _ASIDE.match(text, mention.end) is not None
        or (kind in GIVEN and _PLEDGED.search(text, *sentence) is not None)
        or _ALLOTTED.search(text, mention.end, min(sentence[1], mention.end + _NEAR)) is not None
    )


def _is_stated(before: str) -> bool:
    """Whether the words before a sum say that this is a cost, a budget or a worth, rather than what one of many costs."""
    return _STATED.search(before) is not None and _OF_ONE.search(before) is None


_OF_ONE = re.compile(r"\b(?:[Aa]n?|[Ee]ach|[Ee]very)\s(?:[\w-]+\s){1,4}costs?\b|\b(?:would|could|might|may|can)\scost\b")


def is_rate(text: str, mention: MoneyMention) -> bool:
    """Whether a sum is the price of one of many, the most that somebody can ask for, or what several gifts come to."""
    if _BRINGING.search(text, max(0, mention.start - _BRINGING_REACH), mention.start):
        return True
    if _BEYOND.search(text, max(0, mention.start - _AT_MOST_REACH), mention.start):
        return True
    return bool(_EACH.match(text, mention.end) or _AT_MOST.search(text, max(0, mention.start - _AT_MOST_REACH), mention.start))


_BRINGING = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ed|ing)|tak(?:es|ing))\s(?:(?:its|their|the|his|her|our)\s|[A-Z][\w-]+['’]s?\s)"
    r"(?:[\w-]+\s){1,8}?to\s(?:(?:more|about|over|some|nearly|almost|a|total|of|than)\s){0,4}\Z"
)
"""What makes a sum that of several gifts: "gave 5 million, bringing its support to 9 million"."""
_BRINGING_REACH = 110


def is_total(text: str, sentence: Span) -> bool:
    """Whether a sentence tells what somebody has given over the years: "Since 1994 Norway has provided 300 million"."""
    told = _HAS_GIVEN.search(text, *sentence)
    return told is not None and _OVER_YEARS.search(text, *sentence) is not None and _ONE.search(text, *sentence) is None


_OVER_YEARS = re.compile(
    r"\b[Ss]ince\s(?:its\s\w+\sin\s|the\s\w+\s(?:of\s)?|[A-Z][a-z]+\s)?(?:19|20)\d\d\b|\b(?:[Tt]o\sdate|[Ss]o\sfar)\b"
    r"|\b(?:past|last|previous)\s(?:[a-z]+\s|\d+\s)?(?:years|decades?)\b"
)
_HAS_GIVEN = re.compile(
    r"\b(?:has|have)\s(?:been\s)?(?:so\sfar\s|\w+ly\s|also\s|already\s|and\s){0,3}"
    r"(?:provided|invested|given|contributed|spent|allocated|disbursed|financed|funded|donated|granted|committed|paid)\b"
    r"|\b(?:was|were)\s(?:spent|invested)\b"
)
_ONE = re.compile(r"\b(?:first|largest|biggest|only|second|third|latest|new)\b")
"""One of what was given is no total: "has provided 200,000 dollars, the first since 2010"."""
_YEARLY = re.compile(r"\s(?:in (?:19|20)\d\d|last year|a year|per year|annually|every year)\b")
"""Behind a sum it makes it a figure of statistics."""
_NEAR = 40
"""Within how many characters behind a sum the words stand that say it was given."""
