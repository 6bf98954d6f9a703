"""What comes out of a piece of work, which has the payers of the work: results, reports, translations."""

from __future__ import annotations

import re

from db.models import Kind
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.funding.finding import Mention

RESULTS = re.compile(r"\b(?:[Rr]esults?|[Ff]indings|[Ff]inal\s[Rr]eport|[Tt]ranslations?|[Ee]dition|[Pp]roceedings)\b")
"""Words for what comes out of it."""
_WORK_ON_IT = re.compile(
    r"(?:The|Its|Their)\s(?:[a-z]+\s)?(?:field\s?work|interviews?|research|surveys?|data\scollection|writing|translation|printing|drafting|measurements"
    r"|fieldwork)\b"
)
"""How a sentence begins that tells of the work on a publication."""


def is_on_results(event: Event, mention: Mention) -> bool:
    """Whether an event is what came out of work that its sentence names a payer of: "the findings of a survey financed by Peru"."""
    if event.kind is not Kind.PUBLICATION or not isinstance(mention, DonorMention):
        return False
    return RESULTS.search(event.sentence.text, 0, mention.start - event.sentence.start) is not None


def is_work_on_it(event: Event) -> bool:
    """Whether an event told in passing is the work on a publication: "The interviews, held in May, were paid for by"."""
    return _WORK_ON_IT.match(event.sentence.text) is not None
