"""Who paid for which milestone of a story, and how much: donors and amounts given to the events that they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.models import Donor, Kind, Level, Money, Reason, Span
from db.names import country_name
from importers.donors import DonorMention, find_donors
from importers.events import Event
from importers.money import MoneyMention, find_money
from importers.sentences import sentences

_NOUN = re.compile(r"[a-z]{4,}")
_SUBJECT_REACH = 24
"""Where in a sentence its subject stands, in characters."""
_LEFT_BEHIND = frozenset({Kind.AGREEMENT, Kind.ROAD_MAP})
"""What a meeting leaves behind was paid for with the meeting."""
_GRANT = re.compile(r"\b(?:grant|contribution|donation|budget|funding|financing)\b", re.IGNORECASE)
_GRANT_REACH = 40
_GIVEN = frozenset({Kind.SUPPORT, Kind.AGREEMENT, Kind.LAUNCH, Kind.OPENING})
_PROJECT = re.compile(r"(?:The|This) (?:\w+ ){0,3}?(?:[Pp]roject|[Pp]rogramme?|[Ii]nitiative)\b")
"""A sentence that goes back to the project tells who pays for what is told now."""


@dataclass(frozen=True, slots=True)
class Funding:
    """The donors and amounts of one story."""

    text: str
    donors: tuple[DonorMention, ...]
    amounts: tuple[MoneyMention, ...]
    silent: tuple[Span, ...]
    """Where donors are named; a country there is none of the milestone's."""

    def of(
        self, event: Event, drafts: Sequence[Event], country: str = ""
    ) -> tuple[tuple[Donor, ...], tuple[Money, ...], tuple[Reason, ...]]:
        """The donors and amounts of an event, and why.

        Its own are those of its sentence and of one behind it that goes on about it; the main one of a unit has those that no other
        has, and those of the project. `country` is where it took place: a body of that state stands under the state's name.
        """
        mine = [mention for mention in self.donors if self._is_of(mention.start, event, drafts)]
        amounts = [
            mention for mention in self.amounts if self._is_of(mention.start, event, drafts) and self._is_paid(mention, event)
        ]
        reasons = [Reason("donors", mention.rule, self.text[mention.start : mention.end]) for mention in mine]
        reasons += [Reason("amounts", "money-paid", mention.text) for mention in amounts]
        donors = (_of_state(mention, country) for mention in mine)
        return _finest(donors), tuple(dict.fromkeys(mention.money for mention in amounts)), tuple(reasons)

    def _is_of(self, at: int, event: Event, drafts: Sequence[Event]) -> bool:
        if event.sentence.start <= at < event.sentence.end:
            return event.start <= at < event.end or event.level is Level.MAIN or _alone(event, drafts)
        if not event.unit.start <= at < event.unit.end:
            return False
        owner = self._owner(at, drafts)
        if owner is event:
            return True
        if event.level is Level.MAIN:
            return owner is None or owner.level is Level.MAIN or _PROJECT.match(owner.sentence.text) is not None
        return owner is None and _is_left_behind(event, drafts)

    def _owner(self, at: int, drafts: Sequence[Event]) -> Event | None:
        """The event told in passing in whose sentence it stands, or in the one behind that takes up its noun ("The film was")."""
        passing = [draft for draft in drafts if draft.level is Level.MENTIONED]
        for other in passing:
            if other.sentence.start <= at < other.sentence.end:
                return other
        start = next((first for first, last in sentences(self.text) if first <= at < last), 0)
        subject = set(_NOUN.findall(self.text[start : start + _SUBJECT_REACH].lower()))
        for other in passing:
            if 0 < start - other.sentence.end <= 2 and subject & set(_NOUN.findall(other.sentence.text.lower())):
                return other
        return None

    def _is_paid(self, mention: MoneyMention, event: Event) -> bool:
        """Whether an amount is money given: a donor stands in its sentence, or it is part of what was given, signed or begun."""
        start, end = next(((a, b) for a, b in sentences(self.text) if a <= mention.start < b), (0, 0))
        if any(start <= donor.start < end for donor in self.donors):
            return True
        if _GRANT.search(self.text, max(start, mention.start - _GRANT_REACH), mention.start):
            return True
        return event.kind in _GIVEN and event.sentence.start <= mention.start < event.sentence.end


def _is_left_behind(event: Event, drafts: Sequence[Event]) -> bool:
    """Whether an event is what the main one of that day left behind: a declaration, a plan."""
    return event.kind in _LEFT_BEHIND and any(other.level is Level.MAIN and other.when == event.when for other in drafts)


def _of_state(mention: DonorMention, country: str) -> Donor:
    return Donor(country_name(country), mention.donor.name) if mention.national and country else mention.donor


def _alone(event: Event, drafts: Sequence[Event]) -> bool:
    return not any(other.sentence is event.sentence for other in drafts if other is not event)


def _finest(donors: Iterable[Donor]) -> tuple[Donor, ...]:
    """Each donor once; a government without an agency only where none of its agencies is named."""
    found = list(dict.fromkeys(donors))
    with_agency = {donor.name for donor in found if donor.agency}
    return tuple(donor for donor in found if donor.agency or donor.name not in with_agency)


def funding(text: str) -> Funding:
    """Find the donors and amounts of a story's text."""
    donors = tuple(find_donors(text))
    amounts = tuple(find_money(text))
    silent = (*((donor.start, donor.end) for donor in donors), *((amount.start, amount.end) for amount in amounts))
    return Funding(text, donors, amounts, silent)
