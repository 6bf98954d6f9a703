"""Who only carried out, bought or handed over what others paid for, and so is no donor where these are named."""

from __future__ import annotations

import re

from db.names import country
from importers.donors import takes
from importers.donors.mention import DonorMention


def without_hands(text: str, found: list[DonorMention]) -> list[DonorMention]:
    """Without organisations that spend what others give: "supplied by UNODC with money of INL", "With money of INL, UNODC gave"."""
    kept: list[DonorMention] = []
    for before, one, behind in zip((None, *found), found, (*found[1:], None), strict=False):
        if not one.donor.agency and country(one.donor.name) is None:
            if behind is not None:
                told = _LATER_OF_OTHERS if takes.is_hand(one.donor.name) else _GIVEN_BY_OTHERS
                spent = told.match(text, one.end, min(behind.start, one.end + _SAME_DEED))
                if spent is not None and not _pays_beside(one, behind) and behind.start - spent.end() <= _NAMED_NEXT:
                    continue
            if takes.is_hand(one.donor.name) and _PAID_BY_OTHERS.match(text, one.end) is not None:
                continue
            if takes.is_whole(one.donor.name) and any(_beside(one, other) for other in (before, behind)):
                continue
            if before is not None and one.rule == "funded-through" and _ACTIVE.fullmatch(text, before.end, one.cue[0]):
                continue
            opened = (
                before is not None and before.cue[1] <= before.start and _OF_OTHERS.match(f" {text[before.cue[0] : before.start]}")
            )
            if opened and before is not None and _SUBJECT_NEXT.fullmatch(text, before.end, one.start) and one.cue[0] >= one.end:
                continue
            if before is not None and _PASSED_ON.fullmatch(text, before.end, one.start):
                continue
            if one.rule in _HANDED and takes.is_hand(one.donor.name) and any(_paid(text, other) for other in found):
                continue
            if one.rule in _BOUGHT and takes.is_carrier(one.donor.name) and any(other.rule not in _BOUGHT for other in found):
                continue
        kept.append(one)
    return kept


def _beside(one: DonorMention, other: DonorMention | None) -> bool:
    """Whether another pays in the same breath, so that the United Nations as a whole are only those who run it."""
    return other is not None and not takes.is_hand(other.donor.name) and abs(other.start - one.start) < _SAME_DEED


_PAID_BY_OTHERS = re.compile(
    r"[^.;:]{0,70}?\b(?:project|program(?:me)?|round|scheme|fund|initiative|phase)\b(?:\s[\"“«][^\"”»]{1,80}[\"”»])?,?\s"
    r"(?:which\s(?:is|are|was|were)\s|that\s(?:is|are|was|were)\s)?(?:co-?)?"
    r"(?:funded|financed|sponsored|paid\sfor|supported)\sby\s(?!its\b|their\b|it\b)"
)
"""Behind an organisation that hands on what others give: "grants from IOM in the programme X, financed by Norway"."""
_ACTIVE = re.compile(r"(?:\s\([^()]{1,20}\))?\s(?:has\s|have\s|had\s|also\s)?")
"""Between a giver and "funded through": a fund that it gave through is no other donor."""


def _pays_beside(one: DonorMention, behind: DonorMention) -> bool:
    """Whether a fund or a union is named with another at one cue: "funded by the EU, with contributions from Canada"."""
    return one.cue == behind.cue and not takes.is_carrier(one.donor.name)


_PASSED_ON = re.compile(
    r"(?:\s*\([^()]{1,20}\))?,?\s(?:(?:which|that)\s)?(?:was|were|(?:has|have|had)\sbeen)\s(?:\w+ly\s)?"
    r"(?:passed\son|handed\s(?:over|on)|delivered|distributed|transferred|presented|given|forwarded)\s(?:\w+\s)?by\s(?:the\s)?"
)
"""Between who gave something and who brought it: "a gift of Japan, were passed on by UNODC"."""


def _paid(text: str, one: DonorMention) -> bool:
    """Whether a text says of another than an organisation that spends what others give that it paid for the things."""
    told = _FOR_THINGS.search(text, *one.cue) or _FOR_THIS.match(text, max(one.end, one.cue[1]))
    return not takes.is_hand(one.donor.name) and told is not None


_FOR_THINGS = re.compile(r"\b(?:purchased|procured|bought|acquired|[Dd]onor)\b")
_FOR_THIS = re.compile(r"[^.;]{0,80}?\bfor (?:this|that|these) purposes?\b")
"""Behind who gave the money for what was told before."""
_HANDED = frozenset({"donated-by", "equipment-provided-by"})
"""Rules of who handed things over, bought with others' money where another is told to pay."""
_BOUGHT = frozenset({"bought-by"})
"""Rules of who bought things, with others' money where another is told to pay."""
_SUBJECT_NEXT = re.compile(r"(?:\s*\([^()]{1,20}\))?,\s+(?:the\s+)?")
_FROM_OTHERS = (
    r"(?:\s*\([^()]{1,20}\))?,?\s+(?:[Ww]ith|[Uu]sing|[Tt]hrough|[Uu]nder|[Tt]hanks to|from|out of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w-]+\s+){0,2}?(?:support|assistance|funding|funds|contributions?|money|grants?|means|resources"
    r"|help)\s+(?:\w+\s+)?(?:of|from|by)\b"
)
_OF_OTHERS = re.compile(_FROM_OTHERS)
_GIVEN_BY_OTHERS = re.compile(
    rf"{_FROM_OTHERS}|[^.;:,]{{0,60}}?\swith\s(?:an?\s)?(?:[a-z]+\s)?(?:grant|money|funds|funding)\s(?:of|from)\b"
)
_LATER_OF_OTHERS = re.compile(rf"[^.;:]{{0,300}}?{_FROM_OTHERS}")
_SAME_DEED = 110
"""How far behind an organisation's name such words still tell of what it did: "procured by UNODC for the post with funds of"."""
_NAMED_NEXT = 40
"""How far behind such words the one who gives is named."""
