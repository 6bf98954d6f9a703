"""How a sentence goes on from the one before it: who pays for its subject, for what that has, or for those it told of."""

from __future__ import annotations

import re

from db.models import Kind
from importers.events.event import Event

_PAID_FOR = re.compile(
    r"[^.;:,]{2,80}?\s(?:(?:has|have|had|also)\s)?(?:paid\sfor|paid|covered|bore|met|financed|funded|sponsored)\s(?:all\s)?(?:the\s)?"
    r"(?:travel(?:\scosts|\sexpenses)?|trips?|journeys?|participation|attendance|(?:air\s)?tickets|flights|costs|expenses|accommodation"
    r"|fees|per\sdiems?)\s(?:of|for)\s(?:all\s)?(?:the|these|those|its|their|both)\s(?P<whose>(?:[a-z-]+\s)?[a-z]{4,})\s*(?:[.;,]|\Z)"
)
"""A sentence that says who paid for those that were spoken of: "Peru paid for the travel of the experts"."""
_ITS_THINGS = re.compile(
    r"(?:Its|Their)\s(?:[a-z]+\s){0,2}?(?:equipment|furniture|vehicles?|cars?|boats?|computers?|tools|books|building|premises|construction"
    r"|renovation|running\scosts|costs|staff|salaries|rent|budget|printing|translation)\s(?:(?:[^.;:,]|[.,](?=\d)){2,40}\s)?"
    r"(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s|also\s)?"
    r"(?:donated|given|funded|financed|sponsored|paid|provided|covered|bought|met|borne|a\s(?:gift|donation))\b"
)
"""A sentence that begins so says who pays for what belongs to what was told right before."""
_PRONOUN = re.compile(r"(?:It|They|This|These)\b")
_IT_IS_PAID = re.compile(
    r"(?:It|They)\s(?:is|are|was|were|has been|have been|will be)\s(?:\w+ly\s)?"
    r"(?:co-)?(?:funded|financed|sponsored|paid|donated|supported)\b"
)
"""A sentence that begins so says who pays for the subject of the one before it."""
_BEGINNINGS = frozenset({Kind.OPENING, Kind.LAUNCH})
_HAVE_THINGS = frozenset({Kind.OPENING, Kind.LAUNCH, Kind.SUPPORT})
_PRICE = re.compile(
    r"(?:The|Its|Their)\s(?:(?:whole|full|entire|total|purchase)\s)?(?:price|costs?|sum|bill|invoice|amount|expenses)\b"
    r"(?:\sof\s(?=[A-Z]{3}\s?\d|[$€£]|\d)(?:[^.;:,]|[.,](?=\d)){2,30}|,\s(?:[^.;:,]|[.,](?=\d)){2,30},)?\s(?:is|was|were|has\sbeen|had\sbeen|fell|went|came)\b"
)
"""A sentence that begins so tells who paid for what the sentence before it told of: "The price, 3,000 euros, was covered by"."""
_ITS_BEGINNING = re.compile(r"(?:The|Its|Their)\s(?:establishment|creation|foundation|setting[ -]up|inauguration|launch)\b")


def is_paid(text: str, start: int) -> bool:
    """Whether the sentence that starts there says who pays for the subject of the one before it."""
    return _IT_IS_PAID.match(text, start) is not None


def things_paid(text: str, start: int, before: Event) -> bool:
    """Whether it says who pays for the things of what an event `before` it opened or handed over: "Its boats were donated by"."""
    told = before.kind in _HAVE_THINGS and _PRONOUN.match(before.sentence.text) is None
    return told and _ITS_THINGS.match(text, start) is not None


def on_beginning(text: str, start: int, before: Event) -> bool:
    """Whether it speaks of the beginning that an event `before` it was: "Its establishment was paid by"."""
    return before.kind in _BEGINNINGS and _ITS_BEGINNING.match(text, start) is not None


def tells_price(text: str, start: int) -> bool:
    """Whether it says who paid the price of what was told right before it: "The bill was settled by"."""
    return _PRICE.match(text, start) is not None


def paid_for(text: str, start: int, end: int) -> str:
    """For whom the sentence from `start` to `end` says that somebody paid, where these were told of before; else nothing."""
    found = _PAID_FOR.match(text, start, end)
    return found["whose"] if found is not None else ""
