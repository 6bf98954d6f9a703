"""Regions: whether one that is named stands for its member states."""

from __future__ import annotations

import re

from importers.lexicon import SEVERAL
from importers.places.finding import CountryMention

_ALL = re.compile(r"\b(?:all|each|every|both)\b[\w\s-]{0,24}$", re.IGNORECASE)
_COUNTED = re.compile(r"\b(\d{1,2}|[a-z]{3,8})\s(?:(?:of|the|other|newly|independent|sovereign)\s){0,3}$", re.IGNORECASE)
"""How many of a region's countries are meant: "the five Central Asian states", "13 Latin American countries"."""
_ABOUT = 8
"""So many countries in a region are one more for each so many, or one less, by another count: "15 West African states"."""
_MEMBERS = re.compile(r"\bmembers?\b|\beach\b", re.IGNORECASE)
_WIDE = 8
"""A region of more members stands for them all only where the text says so: "all West African states", not "in West Africa"."""
_NAME_BEHIND = re.compile(r"\s(?!States?\b|Countries\b|Republics?\b|Region\b)[A-Z](?:[a-z]{3,}|[A-Z]{2,}\b)")
"""A region's adjective before a capitalised noun is part of a name: "East African Court"."""
_NAME_BEFORE = re.compile(
    r"\b(?:Platform|Programme|Plan|Union|Community|Organi[sz]ation|Bank|Court|Commission|Network|Initiative|Cent(?:re|er)"
    r"|Office|Mission|Institute|Fund)"
    r"\s(?:of|for|on)\s(?:the\s)?(?:(?:[A-Z][\w-]+|and|of)\s){0,5}?(?:(?:of|for|in)\s(?:the\s)?)?$"
)
_STATES = re.compile(r"(?:[A-Z][\w-]+\s){1,3}(?:countries|states|republics)\b")
"""With a region's name its states, of which a body consists: "the Platform of the Sahel countries met"."""
_ACRONYM = re.compile(r"[A-Z]{2,6}\b")
"""A region by an acronym is an organisation: "the ASEAN member states"."""
_WIDER = re.compile(r"\bEurope and (?:the )?$")
"""Before a region that is part of a wider one: "in Europe and Central Asia"."""
_RANKED = re.compile(
    r"\b(?:the|its|their)\s(?:only|last|first|second|third|largest|biggest|smallest|oldest|newest|youngest|poorest|next)\s"
    r"(?:(?:and|[a-z-]+)\s){0,3}(?:of|in|among)\s(?:all\s)?(?:the\s)?(?:[a-z]+\s)?$"
)
"""Before a region one of its states that is told apart: "the only country of the Sahel with such a law"."""
_BEFORE = 60
"""Characters before a region in which the name may begin that it is part of."""


def means_its_members(text: str, region: CountryMention) -> bool:
    """Whether a region is named for all its states: it is no part of a name or of a wider region, and no fewer are counted."""
    first = region.start
    return (
        _ACRONYM.match(region.text) is None
        and _NAME_BEHIND.match(text, region.end) is None
        and (_NAME_BEFORE.search(text[max(0, first - _BEFORE) : first]) is None or _STATES.match(text, first) is not None)
        and _WIDER.search(text, max(0, first - 16), first) is None
        and _RANKED.search(text, max(0, first - _BEFORE), first) is None
        and _is_all(text, region)
    )


def _is_all(text: str, region: CountryMention) -> bool:
    """Whether a region stands for all its members: it has few, or the words around say so; not where fewer are counted."""
    counted = _COUNTED.search(text, max(0, region.start - 40), region.start)
    number = SEVERAL.get(counted[1].lower(), int(counted[1]) if counted[1].isdigit() else 0) if counted else 0
    if number > 1:
        return abs(number - len(region.codes)) <= len(region.codes) // _ABOUT
    return (
        len(region.codes) <= _WIDE
        or _MEMBERS.search(region.text) is not None
        or _ALL.search(text, max(0, region.start - 30), region.start) is not None
    )
