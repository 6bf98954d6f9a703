"""Who paid for which milestone of a story, and how much: donors and amounts given to the events that they are told of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TypeVar

from db.models import Donor, Kind, Level, Money, Reason, Span
from db.names import country_name
from db.when import Precision
from importers.donors import DonorMention, donors_in_columns, find_donors
from importers.events import Event
from importers.money import MoneyMention, find_money, restated
from importers.sentences import Sentence

_NOUN = re.compile(r"[a-z]{4,}")
_STILL = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored|supported)\b[^.;]*$")
_CUE_BEFORE = re.compile(r"\b(?:funded|financed|sponsored|supported)\s(?:by|through)\b")
_BOTH = re.compile(r"(?:Both|All|These)\b")
"""A sentence that begins so speaks of what was told before it."""
_BOTH_REACH = 300
_FOR_ALL = re.compile(
    r"\b(?:[Aa]ll|[Bb]oth|[Tt]hese|[Ee]ach of)\s(?:of\s)?(?:the\s|these\s|them\s)?(?:[\w-]+\s){0,3}"
    r"(?:is|are|was|were|ha(?:s|ve) been|receive[ds]?|benefit(?:s|ed)?)\b"
)
"""What stands before a donor that pays for each entry of a list: "All four courses were funded by"."""
_MOST_FOR_ALL = 8
_SAME = re.compile(r"\b(?:the|this) same (?:project|programme|program|initiative|grant|contribution)\b")
_SAME_REACH = 400
"""How far before what is told now the donor of the same project may stand, in characters."""
_BACK = 2
"""How many sentences before the one that tells who paid may tell for what."""
_OF_PROJECT = re.compile(r"\b(?:[Pp]roject|[Pp]rogramme?)\b")
_GATHERINGS = frozenset({Kind.TRAINING, Kind.MEETING})
"""A workshop is one or the other."""
SAME_HANDS = frozenset(
    {Kind.TRAINING, Kind.MEETING, Kind.REVIEW, Kind.SUPPORT, Kind.VISIT, Kind.LAUNCH, Kind.CAMPAIGN, Kind.OPENING}
)
"""What the same project does before and after a milestone; laws, agreements, seizures and reports may be others' doing."""
_LIFE = timedelta(days=730)
"""How far back what is told in passing may belong to the project that is told of."""
_SUBJECT = re.compile(r"(?:The|This) ([A-Z][A-Za-z]*[A-Z]s?)\b")
"""An acronym as a subject."""
_SUBJECT_REACH = 30
"""Where in a sentence its subject stands, in characters."""
_GRANT = re.compile(r"\b(?:grant|contribution|donation|budget|funding|financing)\b", re.IGNORECASE)
_GRANT_REACH = 40
_SPENT = re.compile(
    r"\b(?:was|were|has been|have been) (?:spent|invested)\b|\bat a (?:\w+ )?cost of\b"
    r"|\b(?:total|overall|combined) (?:cost|budget|investment|value)\b|\bin the amount of\b|\bbudgeted at\b"
    r"|(?:^|[.!?]\s|\b(?:it|they|works?|construction|renovation|repairs?|equipment|training|machines?|alone|and|which)\s)(?:\w+ly\s)?[Cc]ost(?:ing)?\b:?"
    r"(?=\s(?:\w+\s){0,2}?(?:[A-Z]{3}\s?\d|[$€£¥]|\d))"
)
_GIVEN = frozenset({Kind.SUPPORT, Kind.AGREEMENT, Kind.LAUNCH, Kind.OPENING})
_PROJECT = re.compile(r"(?:The|This) (?:\w+ ){0,3}?(?:[Pp]roject|[Pp]rogramme?|[Ii]nitiative)\b")
"""A sentence that goes back to the project tells who pays for what is told now."""

Mention = TypeVar("Mention", DonorMention, MoneyMention)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a story says that a donor paid, or how much."""

    of: str
    """The donor or amount, as a citation names it."""
    spans: tuple[Span, ...]
    """Every place that says so, from its cue to its name; the one that says it most surely first."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Who paid for an event and how much, why, and where it says so."""

    donors: tuple[Donor, ...]
    amounts: tuple[Money, ...]
    restated: tuple[tuple[Money, Money], ...]
    """As in a milestone."""
    reasons: tuple[Reason, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Funding:
    """The donors and amounts of one story, in order."""

    text: str
    donors: tuple[DonorMention, ...]
    amounts: tuple[MoneyMention, ...]
    bounds: tuple[Span, ...]
    """The sentences of the text."""

    @property
    def silent(self) -> tuple[Span, ...]:
        """Where donors and currencies are named, in order; a country there is none of the milestone's."""
        return tuple(sorted((mention.start, mention.end) for mentions in (self.donors, self.amounts) for mention in mentions))

    def sentence(self, at: int) -> Span:
        """The sentence that holds character `at`."""
        index = bisect_right(self.bounds, (at, len(self.text) + 1)) - 1
        return self.bounds[index] if index >= 0 else (0, 0)

    def paid(self) -> tuple[MoneyMention, ...]:
        """The amounts that are money given: a donor stands in their sentence, or a word for a grant before them."""
        starts = [donor.start for donor in self.donors]
        found = []
        for mention in self.amounts:
            start, end = self.sentence(mention.start)
            near = bisect_left(starts, start) < bisect_left(starts, end)
            if near or _GRANT.search(self.text, max(start, mention.start - _GRANT_REACH), mention.start):
                found.append(mention)
        return tuple(found)


def funding(text: str, sentences: Sequence[Sentence], rows: Sequence[Span] = ()) -> Funding:
    """Find the donors and amounts of a story's text, whose sentences are known, and where the `rows` of its tables stand."""
    bounds = tuple((sentence.start, sentence.end) for sentence in sentences)
    donors = find_donors(text, sentences)
    if rows:
        donors = sorted([*donors, *donors_in_columns(text, rows)], key=_start)
    return Funding(text, tuple(donors), tuple(find_money(text)), bounds)


class Shares:
    """The donors and amounts of a story, shared out among its events.

    An event's own are those of its sentence, and of the one behind it that takes up a noun of it ("The film was sponsored by ...").
    The main one of a unit has all those that no event told in passing has, and those of the project.
    """

    def __init__(self, funding: Funding, drafts: Sequence[Event], intro: Span | None = None) -> None:
        """`intro` is the text above the entries of a list: who pays in a sentence of it that tells no day pays for each entry."""
        self.funding = funding
        self._intro = intro
        self._paid = frozenset(mention.start for mention in funding.paid())
        mains = self._mains = [draft for draft in drafts if draft.level is Level.MAIN]
        passing = [draft for draft in drafts if draft.level is Level.MENTIONED]
        self._by_start = {draft.sentence.start: draft for draft in reversed(passing)}
        self._dated = {draft.sentence.start for draft in drafts if draft.sentence.dates}
        self._in_sentence: dict[int, int] = {}
        for draft in drafts:
            self._in_sentence[draft.sentence.start] = self._in_sentence.get(draft.sentence.start, 0) + 1
        places = (*(donor.start for donor in funding.donors), *(amount.start for amount in funding.amounts))
        starts = {at: funding.sentence(at)[0] for at in places}
        known = {start: self._owner_of(start) for start in set(starts.values())}
        self._owners = {at: known[start] for at, start in starts.items()}
        self._of_both: dict[int, bool] = {}
        """What `_is_of_both` says of a mention, once it was asked; each main event asks again."""
        self._free_donors = [donor for donor in funding.donors if self._owners[donor.start] is None]
        self._free_amounts = [amount for amount in funding.amounts if self._owners[amount.start] is None]
        self._main_days = {draft.when.edtf for draft in mains}
        self._main_starts = {draft.unit.start: draft.when.start for draft in mains if draft.when.start is not None}
        self._main_kinds = {(draft.unit.start, draft.kind) for draft in mains}

    def of(self, event: Event, country: str = "") -> Paid:
        """Who paid for an event and how much; `country` is where it took place, whose bodies stand under its name."""
        donors = self._share(event, self.funding.donors, self._free_donors) or self._of_the_list(event) or self._inherited(event)
        named = [(mention, _of_state(mention, country)) for mention in donors]
        amounts = [
            mention
            for mention in self._share(event, self.funding.amounts, self._free_amounts)
            if self._is_given(mention, event) or (named and self._is_spent(mention))
        ]
        reasons = [Reason("donors", mention.rule, self.funding.text[mention.start : mention.end]) for mention, _ in named]
        reasons += [Reason("amounts", "money-paid", mention.text) for mention in amounts]
        payers = _finest(donor for _, donor in named)
        money = tuple(dict.fromkeys(mention.money for mention in amounts))
        sure = sorted(named, key=lambda pair: not pair[0].strong)
        grounds = [
            Ground(f"donor:{donor}", tuple(_from_cue(mention) for mention, other in sure if other == donor)) for donor in payers
        ]
        grounds += [
            Ground(f"amount:{one.key}", tuple((mention.start, mention.end) for mention in amounts if mention.money == one))
            for one in money
        ]
        return Paid(payers, money, restated(self.funding.text, amounts), tuple(reasons), tuple(grounds))

    def _share(self, event: Event, mentions: Sequence[Mention], free: Sequence[Mention]) -> list[Mention]:
        """Those of the `mentions` that are the event's; `free` are those that no event told in passing has."""
        if event.level is Level.MAIN:
            asked = list(_between(mentions, event.unit.start, event.unit.end))
        else:
            # what an event told in passing has stands in its sentence or within reach behind it
            reach = self.funding.sentence(event.sentence.end + _SAME_REACH)[1]
            near = _between(mentions, event.sentence.start, min(reach, event.unit.end))
            asked = list(_between(free, event.unit.start, event.unit.end))
            asked.extend(one for one in near if one.start < event.sentence.end or self._owners[one.start] is event)
            asked.sort(key=_start)
        return [mention for mention in asked if self._is_of(mention, event)]

    def _of_the_list(self, event: Event) -> list[DonorMention]:
        """Who pays for each entry of a list: told above it, or of all of them in or behind the last."""
        if not event.unit.entry:
            return []
        start, end = self._intro or (0, 0)
        above = [one for one in _between(self.funding.donors, start, end) if self.funding.sentence(one.start)[0] not in self._dated]
        behind = _between(self._for_all, event.unit.end, len(self.funding.text))[:_MOST_FOR_ALL]
        return [one for one in (*above, *behind) if one.strong]

    @cached_property
    def _for_all(self) -> list[DonorMention]:
        text = self.funding.text
        return [one for one in self.funding.donors if _FOR_ALL.search(text, self.funding.sentence(one.start)[0], one.start)]

    def _inherited(self, event: Event) -> list[DonorMention]:
        """Who pays for the main milestone, where an event told in passing leads to it or goes on from it."""
        main, own = self._main_starts.get(event.unit.start), event.when.start
        if event.level is Level.MAIN or event.kind not in SAME_HANDS or main is None or own is None or main - own > _LIFE:
            return []
        if event.when.precision >= Precision.YEAR or (event.planned and event.kind is Kind.OPENING):
            return []
        return [one for one in _between(self._free_donors, event.unit.start, event.unit.end) if one.strong]

    def _is_of(self, mention: Mention, event: Event) -> bool:
        at = mention.start
        if event.sentence.start <= at < event.sentence.end:
            alone = self._in_sentence[event.sentence.start] == 1
            return event.start <= at < event.end or event.level is Level.MAIN or alone
        owner = self._owners[at]
        if owner is event:
            return True
        if event.level is Level.MAIN:
            if owner is not None and at not in self._of_both:
                self._of_both[at] = self._is_of_both(at, owner)
            return owner is None or self._of_both[at]
        if owner is not None:
            return False
        if isinstance(mention, DonorMention) and _SAME.search(event.sentence.text) and 0 < event.sentence.start - at < _SAME_REACH:
            return True
        return self._is_of_project(mention, event) or self._is_taken_up(at, event)

    def _is_of_both(self, at: int, owner: Event) -> bool:
        """Whether a donor in the sentence of an earlier event pays for what is told now: for the project, or still."""
        start, _ = self.funding.sentence(at)
        if (
            (owner.kind is Kind.AGREEMENT and owner.when.edtf in self._main_days)
            or _PROJECT.match(owner.sentence.text)
            or _STILL.search(self.funding.text, start, at)
        ):
            return True
        dates = owner.sentence.dates
        return (
            bool(dates)
            and owner.sentence.start <= at < dates[0].start
            and _CUE_BEFORE.search(self.funding.text, start, at) is not None
        )

    def _owner_of(self, start: int) -> Event | None:
        """The event told in passing in the sentence that starts there, or in the one before where this takes up its noun."""
        if (own := self._by_start.get(start)) is not None:
            return own
        subject = set(_NOUN.findall(self.funding.text[start : start + _SUBJECT_REACH].lower()))
        index = bisect_left(self.funding.bounds, (start, start))
        for back, (first, end) in enumerate(reversed(self.funding.bounds[max(0, index - _BACK) : index])):
            before = self._by_start.get(first)
            if before is None or start - end > _SAME_REACH or subject.isdisjoint(_nouns(before)):
                continue
            if back == 0 or subject.isdisjoint(self._nouns_of_mains):
                return before
        return None

    @cached_property
    def _nouns_of_mains(self) -> set[str]:
        return set().union(*map(_nouns, self._mains))

    def _is_of_project(self, mention: Mention, event: Event) -> bool:
        """Whether a payer of the whole project paid for an event: one of its last two years, or one like the main one."""
        start, _ = self.funding.sentence(mention.start)
        project = isinstance(mention, DonorMention) and _OF_PROJECT.search(self.funding.text, start, mention.start)
        if isinstance(mention, DonorMention) and mention.about == "project" and mention.strong and not self._is_long_ago(event):
            return True
        kinds = _GATHERINGS if event.kind in _GATHERINGS else {event.kind}
        return bool(project) and any((event.unit.start, kind) in self._main_kinds for kind in kinds)

    def _is_long_ago(self, event: Event) -> bool:
        """Whether an event lies years before the main one of its unit, when the project may not have been there."""
        main, own = self._main_starts.get(event.unit.start), event.when.start
        return own is None or (main is not None and main - own > _LIFE)

    def _is_taken_up(self, at: int, event: Event) -> bool:
        """Whether the sentence begins with what the event is about: "The MOU was made possible thanks to ..."."""
        start, _ = self.funding.sentence(at)
        subject = _SUBJECT.match(self.funding.text, start)
        both = _BOTH.match(self.funding.text, start) is not None and 0 < start - event.sentence.end < _BOTH_REACH
        return both or (subject is not None and subject[1] in event.sentence.text)

    def _is_spent(self, mention: MoneyMention) -> bool:
        """Whether an amount is what the whole thing cost."""
        return _SPENT.search(self.funding.text, *self.funding.sentence(mention.start)) is not None

    def _is_given(self, mention: MoneyMention, event: Event) -> bool:
        """Whether an amount is money given, or part of what was given, signed or begun."""
        own = event.sentence.start <= mention.start < event.sentence.end
        return mention.start in self._paid or (own and event.kind in _GIVEN)


def _nouns(event: Event) -> set[str]:
    return set(_NOUN.findall(event.sentence.text.lower()))


def _between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the ascending `mentions` that begin in `start` to `end`."""
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]


def _start(mention: DonorMention | MoneyMention) -> int:
    return mention.start


def _from_cue(mention: DonorMention) -> Span:
    return min(mention.start, mention.cue[0]), max(mention.end, mention.cue[1])


def _of_state(mention: DonorMention, country: str) -> Donor:
    return Donor(country_name(country), mention.donor.name) if mention.national and country else mention.donor


def _finest(donors: Iterable[Donor]) -> tuple[Donor, ...]:
    """Each donor once; a government without an agency only where none of its agencies is named."""
    found = list(dict.fromkeys(donors))
    with_agency = {donor.name for donor in found if donor.agency}
    return tuple(donor for donor in found if donor.agency or donor.name not in with_agency)
