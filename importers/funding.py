"""Who paid for which milestone of a story, and how much: donors and amounts given to the events that they are told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.models import Donor, Level, Money, Reason, Span
from importers.donors import DonorMention, find_donors
from importers.events import Event
from importers.money import MoneyMention, find_money
from importers.sentences import sentences


@dataclass(frozen=True, slots=True)
class Funding:
    """The donors and amounts of one story."""

    text: str
    donors: tuple[DonorMention, ...]
    amounts: tuple[MoneyMention, ...]
    silent: tuple[Span, ...]
    """Where donors are named; a country there is none of the milestone's."""

    def of(self, event: Event, drafts: Sequence[Event]) -> tuple[tuple[Donor, ...], tuple[Money, ...], tuple[Reason, ...]]:
        """The donors and amounts of an event: those of its own sentence; and to the main one of a unit, those that no other has."""
        mine = [mention for mention in self.donors if self._is_of(mention.start, event, drafts)]
        amounts = [
            mention for mention in self.amounts if self._is_of(mention.start, event, drafts) and self._is_paid(mention, event)
        ]
        reasons = [Reason("donors", mention.rule, self.text[mention.start : mention.end]) for mention in mine]
        reasons += [Reason("amounts", "money-paid", mention.text) for mention in amounts]
        return _finest(mention.donor for mention in mine), tuple(dict.fromkeys(m.money for m in amounts)), tuple(reasons)

    def _is_of(self, at: int, event: Event, drafts: Sequence[Event]) -> bool:
        if event.sentence.start <= at < event.sentence.end:
            return event.start <= at < event.end or event.level is Level.MAIN or _alone(event, drafts)
        if event.level is not Level.MAIN or not event.unit.start <= at < event.unit.end:
            return False
        return not any(
            other.level is Level.MENTIONED and other.sentence.start <= at < other.sentence.end
            for other in drafts
            if other is not event
        )

    def _is_paid(self, mention: MoneyMention, event: Event) -> bool:
        """Whether an amount is money given: a donor stands in its sentence."""
        for start, end in sentences(self.text, event.unit.start, event.unit.end):
            if start <= mention.start < end:
                return any(start <= donor.start < end for donor in self.donors)
        return False


def _alone(event: Event, drafts: Sequence[Event]) -> bool:
    return not any(other.sentence is event.sentence for other in drafts if other is not event)


def _finest(donors: object) -> tuple[Donor, ...]:
    """Each donor once; a government without an agency only where none of its agencies is named."""
    found = list(dict.fromkeys(donors))  # type: ignore[call-overload]
    with_agency = {donor.name for donor in found if donor.agency}
    return tuple(donor for donor in found if donor.agency or donor.name not in with_agency)


def funding(text: str) -> Funding:
    """Find the donors and amounts of a story's text."""
    donors = tuple(find_donors(text))
    amounts = tuple(find_money(text))
    return Funding(text, donors, amounts, tuple((mention.start, mention.end) for mention in (*donors, *amounts)))
