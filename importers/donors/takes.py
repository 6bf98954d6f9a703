"""Which of the donors named at a cue it takes: all, those known for giving, governments, or only those known for paying."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from db.models import Span
from db.names import country
from importers.donorlexicon import Sort, givers
from importers.donors.named import Named
from importers.lexicon import data

_GOVERNMENT = re.compile(
    r"\b(?:[Gg]overnments?|State of|Kingdom of|Grand Duchy of|Principality of|[Ee]mbass(?:y|ies)|[Pp]eople|taxpayers?"
    r"|[Tt]reasury|[Bb]udget|[Mm]inistry)\b"
)


def taken(text: str, named: list[Named], takes: str, *, money: bool = False) -> list[Named]:
    """The donors that a rule takes; a government or a company beside one that is known for paying pays as well.

    With `money` the words of the rule speak of it, so that governments and names in no list need not be known for giving.
    """
    named = [one for one in named if not _STOCK.match(text, one.end)]
    kept = [one for one in named if _TAKES[takes](one) or (takes == "backers" and _backs(text, one))]
    if kept and takes in ("payers", "backers", "supporters"):
        return [one for one in named if one in kept or _governs(one) or one.sort is Sort.UNKNOWN]
    if takes == "givers" and (kept or money):
        return [
            one
            for one in named
            if one in kept or (one.sort is Sort.COUNTRY and _says_government(text, one)) or (money and one.sort in _NAMES)
        ]
    if takes == "givers":
        return [one for one in named if one.sort is Sort.COUNTRY and _TREASURY.search(text, one.start, one.end)]
    return kept


_NAMES = (Sort.UNKNOWN, Sort.COUNTRY)
_TREASURY = re.compile(r"\b(?:[Bb]udget|[Tt]reasury|[Ee]xchequer|purse|coffers|money|funds)\Z")
"""At the end of a government's name it says that this is its money: "the Zambian national budget"."""
_ITS_GOVERNMENT = re.compile(rf"(?:['’]s?)?\s(?:own\s)?(?:(?:[a-z]+\s)?ministry\b|{_GOVERNMENT.pattern})")
"""Behind a state's name: "the Mozambican government"."""
_STOCK = re.compile(r"['’]?s?\s+(?:own\s+)?(?:stocks?|stores?|warehouses?|depots?|stockpiles?)\b")
"""Behind a name it makes it where goods lay."""


def _backs(text: str, one: Named) -> bool:
    """Whether the words name the government or the people of a member of the Development Assistance Committee."""
    return one.sort is Sort.COUNTRY and one.donor.name in _committee() and _says_government(text, one)


def _says_government(text: str, one: Named) -> bool:
    before = _GOVERNMENT.search(text, max(0, one.start - 60), one.end)
    return bool(one.donor.agency or before or _ITS_GOVERNMENT.match(text, one.end))


def _stands_behind(one: Named) -> bool:
    """Whether a donor is an agency, or a government of the Development Assistance Committee."""
    return _governs(one) and (bool(one.donor.agency) or one.donor.name in _committee())


def _supports(one: Named) -> bool:
    """Whether a donor is known for paying, or a government of that Committee."""
    return _pays(one) or _stands_behind(one)


def _is_fund(one: Named) -> bool:
    """Whether a donor is the EU, a bank or a fund, whose name before "project" says who pays for it."""
    return one.sort is Sort.LISTED and re.search(r"Fund|Bank|Facility|European Union", one.donor.name) is not None


def is_taken(one: Named, takes: str) -> bool:
    """Whether a rule takes a donor by what it is alone."""
    return _TAKES[takes](one)


def speaks_of_money(text: str, cue: Span, *, behind: bool) -> bool:
    """Whether a cue speaks of money, by whomever it is spent: "thanks to a grant of UNDP"; `behind` asks what comes next, too."""
    return _OF_MONEY.search(text, cue[0], cue[1] + (_NEXT if behind else 0)) is not None


_OF_MONEY = re.compile(
    r"[$€£¥]|\b(?:(?:USD|EUR|JPY|GBP|CHF|SEK|NOK|DKK|CAD|AUD|dollars|euros?|yen)\b|[Ff]und|[Ff]inanc|[Ss]ponsor|[Gg]rant"
    r"|[Dd]onation|[Dd]onor|[Gg]ift"
    r"|[Cc]osts?\b|[Ee]xpens|[Bb]ills?\b|[Ii]nvoices?\b|[Tt]abs?\b|[Aa]ccount\b|[Cc]he(?:que|ck)s?\b|[Cc]harge|[Pp]urse|[Pp]ockets?\b|[Cc]offers|[Mm]eans\b|[Cc]ourtesy|[Bb]udget|[Ss]um\b|[Aa]mount\b|[Ss]hare\b|[Dd]ifference\b|[Ss]hortfall\b|[Bb]orne|[Ff]oot(?:s|ed)\b|[Bb]ought|[Hh]alf\b|[Rr]emainder|[Tt]hird\b"
    r"|[Ll]oan|[Cc]redit|[Mm]on(?:ey|etary)|[Gg]enerous|[Pp]aid)"
)
_NEXT = 24
"""How far behind a cue the sum that was given stands."""


def with_means(text: str, named: list[Named]) -> list[Named]:
    """Without organisations that mostly carry out what others pay for, unless from means that are told to be their own."""
    return [
        one
        for one in named
        if not is_hand(one.donor.name) or _OWN_MEANS.search(text, one.start, one.end + _NEXT) or _ITS_BUDGET.match(text, one.end)
    ]


_OWN_MEANS = re.compile(
    r"\s(?:through|from|out\sof|with|under|using)\s(?:its|their)\s(?:[\w-]+\s){0,4}?"
    r"(?:[Bb]udget|[Ff]unds?|[Ff]unding|[Rr]esources|[Mm]oney|[Mm]eans|[Gg]rants?)\b"
)


_ITS_BUDGET = re.compile(
    r"(?:['’]s?)?\s(?:own\s)?(?:[A-Za-z-]+\s){0,2}?(?:[Bb]udget|[Ff]unds|(?:core|own|regular)\s(?:[Rr]esources|[Ff]unding|[Mm]oney|[Mm]eans))\b"
)
"""Behind an organisation's name it makes it its own money: "the UNAIDS Unified Budget"."""


def is_hand(name: str) -> bool:
    """Whether an organisation mostly carries out what others pay for."""
    return name in _hands()


def is_whole(name: str) -> bool:
    """Whether it is the whole of which other organisations are parts."""
    return name in data("cues")["hands"]["wholes"]


def is_carrier(name: str) -> bool:
    """Whether it is an organisation that is no fund, bank or union: it may have bought with the money of others."""
    return _WITH_MONEY.search(name) is None and country(name) is None


_FOUNDED = re.compile(r"\b(?:Foundation|Trust|Philanthropies|Lottery|Fund|(?<!National )(?<!State )(?<!Central )Bank)\b")
_WITH_MONEY = re.compile(r"Fund|Bank|Foundation|Facility|European Union|Trust")
"""What is called so has money of its own."""


@cache
def _hands() -> frozenset[str]:
    return frozenset(data("cues")["hands"]["names"])


@cache
def _funds() -> frozenset[str]:
    return frozenset(data("cues")["funds"]["names"])


@cache
def _committee() -> frozenset[str]:
    """Countries of the Development Assistance Committee, by name."""
    return frozenset(data("cues")["committee"]["members"])


def _gives(one: Named) -> bool:
    """Whether a donor is in the list, as an organisation, an agency or a government that gives, or is called a foundation."""
    if one.sort is Sort.UNKNOWN:
        return _FOUNDED.search(one.donor.name) is not None
    return one.sort is Sort.LISTED or one.donor.name in givers()


def _governs(one: Named) -> bool:
    """Whether a donor is a government that gives, or its agency."""
    return (one.sort is Sort.COUNTRY or bool(one.donor.agency)) and _gives(one)


def _pays(one: Named) -> bool:
    """Whether a donor is known for paying, so that weak words will do: agencies, funds, banks and the EU, no governments."""
    known = bool(one.donor.agency) or _WITH_MONEY.search(one.donor.name) is not None or one.donor.name in _funds()
    return one.sort is Sort.LISTED and known


_TAKES: Mapping[str, Callable[[Named], bool]] = {
    "supporters": _supports,
    "all": lambda _: True,
    "givers": _gives,
    "governments": _governs,
    "payers": _pays,
    "backers": _pays,
    "backed": _stands_behind,
    "treasuries": lambda one: _governs(one) or _is_fund(one),
}
