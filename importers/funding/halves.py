"""Who pays on either side of a semicolon: "Japan gave the boats; the pier was built in 2014 by Norway"."""

from __future__ import annotations

from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.funding.finding import Funding, Mention, between


def is_told_before(funding: Funding, mention: Mention, event: Event) -> bool:
    """Whether a donor or a sum stands before the semicolon behind which an event is told: "Japan gave it; more is to come"."""
    dates, text = event.sentence.dates, funding.text
    return bool(dates) and "; " in text[mention.end : max(mention.end, dates[0].start)]


def is_of_its_half(funding: Funding, mention: DonorMention, owner: Event) -> bool:
    """Whether a donor stands with the day of an event on one side of a semicolon, and another donor on the other."""
    at = _parting(funding, mention, owner)
    return at >= 0 and (mention.start < at) is (owner.dated_at < at)


def is_of_other_half(funding: Funding, mention: DonorMention, owner: Event) -> bool:
    """Whether the day of an event stands on the other side of a semicolon, with another donor."""
    at = _parting(funding, mention, owner)
    return at >= 0 and (mention.start < at) is not (owner.dated_at < at)


def _parting(funding: Funding, mention: DonorMention, owner: Event) -> int:
    """Where the semicolon stands that donors stand on either side of, in a sentence that tells an event; else -1."""
    start, end = funding.sentence(mention.start)
    at = funding.text.find("; ", start, end)
    if at < 0 or not (owner.date_text and start <= owner.dated_at < end):
        return -1
    return at if between(funding.donors, start, at) and between(funding.donors, at, end) else -1
