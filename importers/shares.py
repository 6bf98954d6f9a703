"""Who paid for which milestone of a story, and how much: donors and amounts given to the events that they are told of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TypeVar

from db.models import Donor, Kind, Level, Reason, Span
from db.names import country_name
from db.when import Precision
from importers.donors import DonorMention
from importers.events import Event
from importers.funding import Funding, Ground, Paid
from importers.kinds import GATHERED
from importers.lexicon import data
from importers.money import MoneyMention, restated

_LONG_WORD = re.compile(r"[a-z]{4,}")
_NO_NOUNS = frozenset(data("cues")["nouns"]["none"])
_STILL = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored|supported)\b[^.;]*$")
_CUE_BEFORE = re.compile(r"\b(?:funded|financed|sponsored|supported)\s(?:by|through)\b")
_PART_OF = re.compile(r"\b(?:is|are|was|were|forms?)\s(?:a\s)?part\sof\b")
"""What stands before it is a part that has its own price; who pays for the whole pays for the part."""
_WORK = re.compile(r"\b(?:[Ff]ilm|[Dd]ocumentary|[Vv]ideo|[Cc]artoon|[Cc]lip|[Ss]ong|[Pp]lay)\b")
"""What is shown at an event; who paid for it paid for no event that is not about it."""
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
_OF_PROJECT = re.compile(r"\b(?:[Pp]roject|[Pp]rogramme?|[Pp]hase)\b")
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
_SPENT = re.compile(
    r"\b(?:was|were|has been|have been) (?:spent|invested)\b|\bat a (?:\w+ )?cost of\b"
    r"|\b(?:[Tt]otal|[Oo]verall|[Cc]ombined) (?:cost|budget|investment|value)\b|\bin the amount of\b|\bbudgeted at\b"
    r"|(?:^|[.!?]\s|\b(?:it|they|works?|construction|renovation|repairs?|equipment|training|machines?|alone|and|which)\s)(?:\w+ly\s)?[Cc]ost(?:ing)?\b:?"
    r"(?=\s(?:\w+\s){0,2}?(?:[A-Z]{3}\s?\d|[$€£¥]|\d))"
)
_WRITTEN = frozenset({Kind.ROAD_MAP, Kind.PUBLICATION})
_THINGS = re.compile(
    r"\b(?:equipment|furniture|refurbishment|renovation|reconstruction|construction|repairs?|building|works|computers|vehicles|machines|roof)\b",
    re.IGNORECASE,
)
"""What is built or handed over; its price is not that of a course or a strategy that is told beside it."""
_SEVERAL = 2
_EACH = re.compile(r"\s*(?:per|/)\s?(?!cent\b|year\b|annum\b)[a-z]")
"""Behind a sum it makes it the price of one: "200 vatu per night"."""
_AT_MOST = re.compile(
    r"\b(?:ask|appl(?:y|ied)|bid|compete[sd]?|eligible)\sfor\s(?:[\w-]+\s){0,3}?(?:of\s)?(?:up\sto|at\smost|as\smuch\sas)\s$"
)
"""What makes a sum the most that somebody can ask for: "groups can apply for up to 5,000 dollars"."""
_AT_MOST_REACH = 60
_GIVEN = frozenset({Kind.SUPPORT, Kind.AGREEMENT, Kind.LAUNCH, Kind.OPENING, Kind.OPERATION})
_PROJECT = re.compile(r"(?:The|This) (?:\w+ ){0,3}?(?:[Pp]roject|[Pp]rogramme?|[Ii]nitiative)\b")
"""A sentence that goes back to the project tells who pays for what is told now."""

_IN_PROJECT = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:project|programme|program|initiative)\b")
"""What a donor pays for by the word before it: "a German-funded project"."""

Mention = TypeVar("Mention", DonorMention, MoneyMention)


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
        self._named: dict[int, set[str]] = {}
        self._parts: dict[int, int] = {}
        self._works: dict[int, tuple[int, str] | None] = {}
        """The start of a mention's sentence and the film in it, once they were asked; each main event asks again."""
        self._of_both: dict[int, bool] = {}
        """What `_is_of_both` says of a mention, once it was asked."""
        self._main_days = {draft.when.edtf for draft in mains}
        self._main_starts = {draft.unit.start: draft.when.start for draft in mains if draft.when.start is not None}
        self._main_kinds = {(draft.unit.start, draft.kind) for draft in mains}
        places = (*(donor.start for donor in funding.donors), *(amount.start for amount in funding.amounts))
        starts = {at: funding.sentence(at)[0] for at in places}
        known = {start: self._owner_of(start) for start in set(starts.values())}
        self._owners = {at: known[start] for at, start in starts.items()}
        self._handed: dict[int, list[MoneyMention]] = {}
        """The prices of things, by the sentence of the event that handed them over."""
        for amount in funding.amounts:
            if self._owners[amount.start] is None and (owner := self._handed_over(amount)) is not None:
                self._owners[amount.start] = owner
                self._handed.setdefault(owner.sentence.start, []).append(amount)
        self._free_donors = [donor for donor in funding.donors if self._owners[donor.start] is None]
        self._free_amounts = [amount for amount in funding.amounts if self._owners[amount.start] is None]

    def of(self, event: Event, country: str = "") -> Paid:
        """Who paid for an event and how much; `country` is where it took place, whose bodies stand under its name."""
        donors = self._share(event, self.funding.donors, self._free_donors) or self._of_the_list(event) or self._inherited(event)
        named = [(mention, _of_state(mention, country)) for mention in donors]
        asked = self._share(event, self.funding.amounts, self._free_amounts)
        if event.level is Level.MENTIONED and event.sentence.start in self._handed:
            asked = sorted({*asked, *self._handed[event.sentence.start]}, key=_start)
        amounts = [
            mention
            for mention in asked
            if (self._is_given(mention, event) or self._is_spent(mention, event))
            and not _EACH.match(self.funding.text, mention.end)
            and not _AT_MOST.search(self.funding.text, max(0, mention.start - _AT_MOST_REACH), mention.start)
        ]
        amounts = self._without_parts(amounts, event)
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
        return [mention for mention in asked if self._is_of(mention, event) and not self._is_of_work(mention, event)]

    def _is_of_work(self, mention: Mention, event: Event) -> bool:
        """Whether a sentence speaks of a film, or its like, that the event's own does not know."""
        if mention.start not in self._works:
            start, _ = self.funding.sentence(mention.start)
            work = _WORK.search(self.funding.text, start, mention.start)
            self._works[mention.start] = (start, work[0].lower()) if work else None
        work_of = self._works[mention.start]
        return work_of is not None and work_of[0] != event.sentence.start and work_of[1] not in event.sentence.text.lower()

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
        return [
            one
            for one in _between(self.funding.donors, event.unit.start, event.unit.end)
            if one.strong and ((owner := self._owners[one.start]) is None or self._is_of_both(one, owner))
        ]

    def _is_of(self, mention: Mention, event: Event) -> bool:
        at = mention.start
        if event.sentence.start <= at < event.sentence.end:
            if event.level is Level.MENTIONED and self._is_of_part(mention, event):
                return False
            alone = self._in_sentence[event.sentence.start] == 1
            return event.start <= at < event.end or event.level is Level.MAIN or alone
        owner = self._owners[at]
        if owner is event:
            return True
        if event.level is Level.MAIN:
            if owner is not None and at not in self._of_both:
                self._of_both[at] = self._is_of_both(mention, owner)
            return owner is None or self._of_both[at]
        if owner is not None:
            return False
        if isinstance(mention, DonorMention) and _SAME.search(event.sentence.text) and 0 < event.sentence.start - at < _SAME_REACH:
            return True
        return self._is_of_project(mention, event) or self._is_taken_up(at, event)

    def _is_of_part(self, mention: Mention, owner: Event) -> bool:
        """Whether an amount is that of what is told now, in the sentence that makes it part of what its `owner` began."""
        return isinstance(mention, MoneyMention) and mention.start < self._part(owner)

    def _part(self, owner: Event) -> int:
        """Where the sentence of an event makes what is told now part of it, else 0."""
        start = owner.sentence.start
        if start not in self._parts:
            found = _PART_OF.search(owner.sentence.text)
            self._parts[start] = start + found.start() if found else 0
        return self._parts[start]

    def _is_of_both(self, mention: Mention, owner: Event) -> bool:
        """Whether a donor in the sentence of an earlier event pays for what is told now: for the project, or still."""
        at = mention.start
        start, _ = self.funding.sentence(at)
        if self._part(owner):
            return isinstance(mention, DonorMention) or self._is_of_part(mention, owner)
        if owner.kind is Kind.AGREEMENT and owner.when.edtf in self._main_days:
            return True
        if isinstance(mention, DonorMention) and _IN_PROJECT.match(self.funding.text, mention.cue[1]):
            return True
        if not (owner.start <= at < owner.end and isinstance(mention, MoneyMention)) and (
            _PROJECT.match(owner.sentence.text) or _STILL.search(self.funding.text, start, at)
        ):
            return True
        dates = owner.sentence.dates
        return (
            bool(dates)
            and owner.sentence.start <= at < dates[0].start
            and _CUE_BEFORE.search(self.funding.text, start, at) is not None
        )

    def _owner_of(self, start: int) -> Event | None:
        """The event told in passing in the sentence that starts there, or in one before that this goes on from."""
        if (own := self._by_start.get(start)) is not None:
            return own
        if _PROJECT.match(self.funding.text, start):
            return None
        subject = _nouns(self.funding.text[start : start + _SUBJECT_REACH])
        index = bisect_left(self.funding.bounds, (start, start))
        for back, (first, end) in enumerate(reversed(self.funding.bounds[max(0, index - _BACK) : index])):
            before = self._by_start.get(first)
            if before is None or start - end > _SAME_REACH:
                continue
            taken_up = not subject.isdisjoint(_nouns(before.sentence.text))
            if back == 0 and taken_up:
                return before
            if (taken_up or (back == 0 and self._is_next(before, start))) and subject.isdisjoint(self._nouns_of_mains):
                return before
        return None

    def _handed_over(self, amount: MoneyMention) -> Event | None:
        """The one opening or hand-over told beside a course, where an amount that is nobody's own is the price of things."""
        at = bisect_right(self._starts_of_units, amount.start) - 1
        if at < 0 or not _THINGS.search(self.funding.text, *self.funding.sentence(amount.start)):
            return None
        found = self._handovers.get(self._starts_of_units[at], [])
        return found[0] if len(found) == 1 and amount.start < found[0].unit.end else None

    @cached_property
    def _handovers(self) -> dict[int, list[Event]]:
        """The openings and hand-overs told in passing, by the start of their unit; none where a main one is of their kind."""
        given = {main.unit.start for main in self._mains if main.kind in _GIVEN}
        found: dict[int, list[Event]] = {}
        for event in self._by_start.values():
            if event.kind in (Kind.OPENING, Kind.SUPPORT) and event.unit.start not in given:
                found.setdefault(event.unit.start, []).append(event)
        return found

    @cached_property
    def _starts_of_units(self) -> list[int]:
        return sorted(self._main_starts)

    def _is_next(self, event: Event, start: int) -> bool:
        """Whether an event is what the story came to after the main one, and the sentence behind it at `start` goes on from it."""
        main, own = self._main_starts.get(event.unit.start), event.when.start
        return (
            main is not None
            and own is not None
            and own > main
            and not event.planned
            and event.kind in SAME_HANDS
            and event.sentence.start not in self._sentences_of_mains
            and _OF_PROJECT.search(self.funding.text, *self.funding.sentence(start)) is None
        )

    @cached_property
    def _nouns_of_mains(self) -> set[str]:
        return set().union(*(_nouns(main.sentence.text) for main in self._mains))

    @cached_property
    def _sentences_of_mains(self) -> set[int]:
        return {main.sentence.start for main in self._mains}

    def _is_of_project(self, mention: Mention, event: Event) -> bool:
        """Whether a payer of the whole project paid for an event: one of its last two years, or one like the main one."""
        start, _ = self.funding.sentence(mention.start)
        project = isinstance(mention, DonorMention) and _OF_PROJECT.search(self.funding.text, start, mention.start)
        if isinstance(mention, DonorMention) and mention.about == "project" and mention.strong and not self._is_long_ago(event):
            return True
        kinds = GATHERED if event.kind in GATHERED else {event.kind}
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

    def _is_spent(self, mention: MoneyMention, event: Event) -> bool:
        """Whether an amount is what the whole thing cost."""
        sentence = self.funding.sentence(mention.start)
        fits = event.kind not in _WRITTEN or not _THINGS.search(self.funding.text, *sentence)
        return fits and _SPENT.search(self.funding.text, *sentence) is not None

    def _without_parts(self, amounts: list[MoneyMention], event: Event) -> list[MoneyMention]:
        """Without what other sentences say of the sum that the event's own states: its parts, what its donors gave before."""
        if len(amounts) < _SEVERAL:
            return amounts
        own = {one.money.currency for one in amounts if event.sentence.start <= one.start < event.sentence.end}
        givers = self._givers(event.sentence.start)
        return [
            one
            for one in amounts
            if one.money.currency not in own
            or event.sentence.start <= one.start < event.sentence.end
            or not self._givers(one.start) <= givers
        ]

    def _givers(self, at: int) -> set[str]:
        """The donors of the sentence that holds a character, by name."""
        start, end = self.funding.sentence(at)
        if start not in self._named:
            self._named[start] = {donor.donor.name for donor in _between(self.funding.donors, start, end)}
        return self._named[start]

    def _is_given(self, mention: MoneyMention, event: Event) -> bool:
        """Whether an amount is money given, or part of what was given, signed or begun."""
        own = event.sentence.start <= mention.start < event.sentence.end
        return mention.start in self._paid or (own and event.kind in _GIVEN)


def _nouns(text: str) -> set[str]:
    return set(_LONG_WORD.findall(text.lower())) - _NO_NOUNS


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
