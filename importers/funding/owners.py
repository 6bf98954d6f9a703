"""Which event told in passing a sentence's donors and sums belong to, where it is not the main milestone of the story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from db.models import Kind, Level
from importers.events.clauses import deed_put_in
from importers.events.event import Event
from importers.events.kinds import GATHERED, score_kinds
from importers.funding.again import ASSISTANCE, ONE_MORE, comes_back
from importers.funding.finding import Funding
from importers.funding.onward import is_paid, on_beginning, paid_for, tells_price, things_paid
from importers.lexicon import Phrase, data
from importers.money.amounts import MoneyMention
from importers.money.prices import THINGS
from importers.units import PARAGRAPH_GLUE

_LONG_WORD = re.compile(r"[a-z]{4,}")
_NO_NOUNS = frozenset(data("cues")["nouns"]["none"])
_FOR_NAME = re.compile(r"(?:Funds|Funding|Money|Financing|Support)\sfor\s(?:the\s)?([A-Z][A-Z-]{1,9})\b")
_ASIDE = re.compile(
    r"(?:The|This)\s(?P<subject>(?:[\w-]+\s){0,3}[\w-]+),\s(?P<aside>(?:the\s(?:second|third|fourth|fifth|last|latest|first)\b"
    r"|which\sfollow|after\s|like\s)[^,;]{3,90}),\s(?:is|was|were|has)\b"
)
_LED_TO = re.compile(r"(?:The|This|That|Its|Their)\s(?:[\w-]+\s){0,2}?(?:pledge|promise|offer|commitment|announcement)\b")
"""A sentence that begins so tells what became of a promise."""
_THIS = re.compile(r"Th(?:is|e)\s(?:activity|event|action|training|course|workshop|meeting|visit)\s(?:is|was|has\sbeen)\b")
BOTH = re.compile(
    r"(?:Both|All|These|Each)\b|(?:The\s)?(?:[Aa]ctivities|[Aa]ctions|[Ww]ork|[Ii]nterventions)\s"
    r"(?:(?:in|on|at)\s(?:the\s)?[A-Z][^.;,]{2,40}?\s)?(?:is|are|was|were|ha(?:s|ve)\sbeen)\b"
)
"""A sentence that begins so speaks of what was told before it: "The activities in Togo are funded by"."""
_ON_MONEY = Phrase(
    "agreement arrangement contract",
    r"\b(?:[Gg]rant|[Cc]ontribution|[Ff]unding|[Ff]inancing|[Ll]oan|[Cc]redit|[Dd]onation|[Cc]ost-sharing"
    r"|[Dd]onor)\s(?:[Ff]unding\s)?(?:[Aa]greement|[Aa]rrangement|[Cc]ontract)\b"
    r"|\b[Aa]greement\s(?:to (?:that|this) effect|on the (?:grant|contribution|funding|financing|loan))\b",
)
_NOTES = Phrase(
    "notes",
    r"\b[Nn]otes\b[^.;]{0,30}\bexchanged?\b|\b[Nn]otes\b[^.;]{0,190}\b(?:was|were|been)\sexchanged\b"
    r"|\b[Ee]xchange of (?:diplomatic )?notes\b|\bexchanged (?:diplomatic )?notes\b",
)
_GOODS = re.compile(
    r"(?:The|All(?:\sthe)?|These|Both)\s(?:[\w-]+\s)?(?:items|equipment|goods|supplies|consignments?|materials|relief|aid|kits"
    r"|tents)\b"
)
"""A sentence that begins so goes back to all that was delivered."""
_BACK = 2
"""How many sentences before the one that tells who paid may tell for what."""
SUBJECT_REACH = 30
"""Where in a sentence its subject stands, in characters."""
_BUILDING = re.compile(
    r"\b(?:[Cc]onstruction|[Ww]orks?\son\sthe\s(?:[\w-]+\s)?(?:building|house|premises|site)|[Ff]oundation\s(?:stone|trench)"
    r"|[Bb]uilding\swork|[Bb]uilders)\b"
    r"|\b(?:[Ww]orks?|[Rr]econstruction|[Rr]enovation|[Rr]epairs|[Ee]xcavation)(?:,\swhich)?\s(?:on\s[^.;,]{3,30}?\s)?(?:had\s"
    r"|has\s)?(?:started|began|begun|commenced)\b"
)
LIFE = timedelta(days=730)
"""How far back what is told in passing may be a project's whose beginning is not told."""
OF_PROJECT = re.compile(r"\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Pp]hase)\b")
_PARAGRAPH = 2000
"""Characters of a paragraph that are looked back over."""
_ONGOING = re.compile(rf"{OF_PROJECT.pattern}|\b(?:is|are|has\sbeen|have\sbeen|[Ii]nitiative|[Ss]ince)\b")
"""What pays for more than one event."""
SAME_HANDS = frozenset(
    {Kind.TRAINING, Kind.MEETING, Kind.REVIEW, Kind.SUPPORT, Kind.VISIT, Kind.LAUNCH, Kind.CAMPAIGN, Kind.OPENING}
)
"""What the same project does before and after a milestone; laws, agreements, seizures and reports may be others' doing."""
_TO_PROJECT = re.compile(r"\b(?:to|for|towards|in)\s(?:the|this|our|its)\s(?:[\w-]+\s)?(?:project|programme|program|initiative)\b")
EARLIER = re.compile(r"(?:The |Its |That |This )?(?:[Pp]ilot|[Ff]irst|[Ii]nitial|[Pp]revious|[Ee]arlier|[Pp]receding|[Ff]ormer)\s")
"""A sentence that begins so speaks of what came before the main milestone."""
SAME_REACH = 400
"""How far before what is told now the donor of the same project may stand, in characters."""


@dataclass(frozen=True, slots=True)
class Mains:
    """What the main events of a story are; each unit has one."""

    starts: Mapping[int, date]
    """Their first days, by the start of their unit."""
    kinds: frozenset[tuple[int, Kind]]
    """The start of a unit, and the kind of its main event."""
    sentences: frozenset[int]
    """Where the sentences start that tell them."""
    days: frozenset[str]
    """Their dates, as EDTF."""
    gathered: Mapping[int, date]
    """The last days of those that are gatherings, by the start of their unit."""

    @classmethod
    def of(cls, drafts: Sequence[Event]) -> Mains:
        """The main ones among the events of a story."""
        mains = [draft for draft in drafts if draft.level is Level.MAIN]
        return cls(
            {draft.unit.start: draft.when.start for draft in mains if draft.when.start is not None},
            frozenset((draft.unit.start, draft.kind) for draft in mains),
            frozenset(draft.sentence.start for draft in mains),
            frozenset(draft.when.edtf for draft in mains),
            {draft.unit.start: draft.when.end for draft in mains if draft.kind in GATHERED and draft.when.end is not None},
        )


class Owners:
    """The events of a story, asked which of those told in passing a donor or a sum belongs to."""

    def __init__(self, funding: Funding, drafts: Sequence[Event], mains: Mains) -> None:
        self._funding = funding
        self._told = mains
        self._mains = [draft for draft in drafts if draft.level is Level.MAIN]
        passing = [draft for draft in drafts if draft.level is Level.MENTIONED]
        self._by_start = {draft.sentence.start: draft for draft in reversed(passing)}
        self._wholes = {self._clause(donor.start) for donor in funding.donors if donor.of and self._is_whole(donor.of)}
        places = (*(donor.start for donor in funding.donors), *(amount.start for amount in funding.amounts))
        starts = {at: self._clause(at) for at in places}
        known = {start: self._owner_of(start) for start in set(starts.values())}
        self._of = {at: known[start] for at, start in starts.items()}
        self._of.update((amount.start, self._before(amount.start, self._of[amount.start])) for amount in funding.amounts)
        self._building: dict[int, bool] = {}
        self.handed: dict[int, list[MoneyMention]] = {}
        """The prices of things, by the start of the sentence of the event that handed them over."""
        for amount in funding.amounts:
            if self._of[amount.start] is None and (owner := self._handed_over(amount)) is not None:
                self._of[amount.start] = owner
                self.handed.setdefault(owner.sentence.start, []).append(amount)

    def of(self, at: int) -> Event | None:
        """The event told in passing that has the donor or sum which begins at a character; None where none has."""
        return self._of[at]

    def comes_back(self, at: int) -> bool:
        """Whether the last part of a sentence before a character, behind a semicolon, goes back to what the story is about."""
        return self._clause(at) > self._funding.sentence(at)[0] and self._is_again(self._clause(at))

    def _clause(self, at: int) -> int:
        """Where the sentence that holds a character starts, or its part behind the last semicolon before it."""
        start = self._funding.sentence(at)[0]
        behind = self._funding.text.rfind("; ", start, at)
        return start if behind < 0 else behind + len("; ")

    def _is_again(self, start: int) -> bool:
        return start in self._wholes or comes_back(self._funding.text, start, self._funding.bounds[-1][0])

    def _is_whole(self, name: str) -> bool:
        """Whether a body or project that is paid for is what the story is about, and none that only something in passing is of."""
        named = re.compile(rf"\b{re.escape(name)}\b")
        return any(named.search(main.sentence.text) for main in self._mains) or all(
            one.kind is Kind.LAUNCH for one in self._by_start.values() if named.search(one.sentence.text)
        )

    def _of_ours(self, before: int) -> Event | None:
        """The event told last in passing, where what the story is about is others' doing, such as a seizure, and this is not."""
        at = _last(self._passing_starts, before)
        last = self._by_start[at] if at >= 0 else None
        if last is None or last.kind not in SAME_HANDS or last.planned:
            return None
        return last if (last.unit.start, Kind.OPERATION) in self._told.kinds else None

    def _of_name(self, name: str, before: int) -> Event | None:
        """The last event told in passing, of some thing by its short name that no main milestone is of."""
        told = re.compile(rf"\b{re.escape(name)}\b")
        if any(told.search(main.sentence.text) for main in self._mains):
            return None
        named = [start for start, one in self._by_start.items() if start < before and told.search(one.sentence.text)]
        return self._by_start[max(named)] if named else None

    def _is_told_aside(self, own: Event) -> bool:
        """Whether a sentence on the main event names another in an aside: "The course, the second after that of May, was"."""
        text, dates = own.sentence.text, own.sentence.dates
        if len(dates) != 1 or (aside := _ASIDE.match(text)) is None or nouns(aside["subject"]).isdisjoint(self._nouns_of_mains):
            return False
        return aside.start("aside") <= dates[0].start - own.sentence.start < aside.end("aside")

    def _is_on_a_main(self, start: int, own: Event) -> bool:
        """Whether the part of an event's sentence behind a semicolon has another subject, one of a main milestone."""
        subject = nouns(self._funding.text[start : start + SUBJECT_REACH])
        return not subject.isdisjoint(self._nouns_of_mains) and subject.isdisjoint(
            nouns(self._funding.text[own.sentence.start : start])
        )

    def builds(self, event: Event) -> bool:
        """Whether the sentence of an event speaks of building; each donor asks it again."""
        start = event.sentence.start
        if start not in self._building:
            self._building[start] = _BUILDING.search(event.sentence.text) is not None
        return self._building[start]

    def _before(self, at: int, owner: Event | None) -> Event | None:
        """The owner of the sum at a character; none where a deed put in before it tells the owner, and the rest something else."""
        if owner is None or len(owner.sentence.dates) != 1 or not owner.sentence.start <= at < owner.sentence.end:
            return owner
        deed = deed_put_in(owner.sentence, owner.sentence.dates[0])
        if deed is None or at < deed.end or not score_kinds(owner.sentence.text[deed.end - owner.sentence.start :]).verb:
            return owner
        return None

    def _owner_of(self, start: int) -> Event | None:
        """The event told in passing in the sentence of the clause that starts there, or in one before that this goes on from."""
        text, first = self._funding.text, self._funding.sentence(start)[0]
        if (own := self._by_start.get(first)) is not None:
            itself = own.date_text and own.dated_at >= start
            again = start > first and not itself and (self._is_again(start) or self._is_on_a_main(start, own))
            again = again or ASSISTANCE.match(text, start) is not None
            return None if again or self._is_told_aside(own) else own
        if _THIS.match(text, start) is not None and (last := self._of_ours(first)) is not None:
            return last
        if self._is_again(start) or (self._hands_over and _GOODS.match(text, start) is not None):
            return None
        if (named := _FOR_NAME.match(text, start)) is not None:
            return self._of_name(named[1], first)
        subject = nouns(paid_for(text, start, self._funding.sentence(start)[1]) or text[start : start + SUBJECT_REACH])
        earlier = EARLIER.match(self._funding.text, start)
        index = bisect_left(self._funding.bounds, (first, first))
        for back, (begun, end) in enumerate(reversed(self._funding.bounds[max(0, index - _BACK) : index])):
            before = self._by_start.get(begun)
            if (
                before is None
                or ONE_MORE.match(before.sentence.text)
                or start - end > SAME_REACH
                or (back and start > first and not text[start].isupper())
            ):
                # of what was told further back only a name inside a sentence speaks for sure
                continue
            if back == 0 and (self._goes_on_from(start, before) or on_beginning(text, start, before) or tells_price(text, start)):
                return before
            if back == 0 and is_about_money(before) and self._tells_sum(start):
                return before
            if back and not self._told.sentences.isdisjoint(begin for begin, _ in self._funding.bounds[index - back : index]):
                # it goes on from the main milestone
                continue
            taken_up = not subject.isdisjoint(nouns(before.sentence.text))
            if back == 0 and taken_up and (earlier or not subject & nouns(before.sentence.text) <= self._nouns_of_mains):
                return before
            if (taken_up or (back == 0 and self._is_next(before, start))) and subject.isdisjoint(self._nouns_of_mains):
                return before
        return self._of_paragraph(first, subject)

    def _of_paragraph(self, start: int, subject: set[str]) -> Event | None:
        """The event told last in passing before a sentence, in its paragraph, where that comes to no main milestone before it."""
        text, end = self._funding.text, self._funding.sentence(start)[1]
        near = max(0, start - _PARAGRAPH)
        glue = text.rfind(PARAGRAPH_GLUE, near, start)
        begun = glue + len(PARAGRAPH_GLUE) if glue >= 0 else near
        if _next(self._main_starts, begun, start) < end or _ONGOING.search(text, start, end):
            return None
        last = _last(self._passing_starts, start)
        if last < begun or not subject.isdisjoint(self._nouns_of_mains):
            return None
        event = self._by_start[last]
        return event if event.kind in SAME_HANDS and not event.planned else None

    def _goes_on_from(self, start: int, before: Event) -> bool:
        """Whether the sentence that starts there says of the subject of an event's who pays for it: "It is financed by"."""
        return (
            before.kind in SAME_HANDS
            and (is_paid(self._funding.text, start) or things_paid(self._funding.text, start, before))
            and nouns(before.sentence.text[:SUBJECT_REACH]).isdisjoint(self._nouns_of_mains)
        )

    def _tells_sum(self, start: int) -> bool:
        """Whether the sentence that starts there names a sum and who gives it."""
        span = self._funding.sentence(start)
        return all(any(span[0] <= one.start < span[1] for one in ones) for ones in (self._funding.amounts, self._funding.donors))

    def _handed_over(self, amount: MoneyMention) -> Event | None:
        """The one opening or hand-over told beside a course, where an amount that is nobody's own is the price of things."""
        at = bisect_right(self._starts_of_units, amount.start) - 1
        sentence = self._funding.sentence(amount.start)
        if (
            at < 0
            or not THINGS.search(self._funding.text, *sentence)
            or _TO_PROJECT.search(self._funding.text, amount.end, sentence[1])
        ):
            return None
        found = self._handovers.get(self._starts_of_units[at], [])
        return found[0] if len(found) == 1 and amount.start < found[0].unit.end else None

    @cached_property
    def _handovers(self) -> dict[int, list[Event]]:
        """The openings and hand-overs told in passing, by the start of their unit; none where a main one is of their kind."""
        given = {main.unit.start for main in self._mains if main.kind in (Kind.OPENING, Kind.SUPPORT)}
        found: dict[int, list[Event]] = {}
        for event in self._by_start.values():
            if event.kind in (Kind.OPENING, Kind.SUPPORT) and not event.planned and event.unit.start not in given:
                found.setdefault(event.unit.start, []).append(event)
        return found

    @cached_property
    def _passing_starts(self) -> list[int]:
        return sorted(self._by_start)

    @cached_property
    def _main_starts(self) -> list[int]:
        return sorted(self._told.sentences)

    @cached_property
    def _starts_of_units(self) -> list[int]:
        return sorted(self._told.starts)

    @cached_property
    def _hands_over(self) -> bool:
        """Whether a main milestone is the delivery of goods."""
        return any(main.kind is Kind.SUPPORT for main in self._mains)

    def _is_next(self, event: Event, start: int) -> bool:
        """Whether an event is what the story came to after the main one, and the sentence behind it at `start` goes on from it."""
        main, own = self._told.starts.get(event.unit.start), event.when.start
        return (
            main is not None
            and own is not None
            and own > main
            and not event.planned
            and event.kind in SAME_HANDS
            and event.sentence.start not in self._told.sentences
            and OF_PROJECT.search(self._funding.text, *self._funding.sentence(start)) is None
            and _GOODS.match(self._funding.text, start) is None
            and nouns(self._funding.text[slice(*self._funding.sentence(start))]).isdisjoint(
                self._nouns_of_mains - nouns(event.sentence.text)
            )
        )

    @cached_property
    def _nouns_of_mains(self) -> set[str]:
        return set().union(*(nouns(main.sentence.text) for main in self._mains))


def _last(starts: Sequence[int], before: int) -> int:
    """The last of some ascending places before a character; -1 where none is."""
    index = bisect_left(starts, before)
    return starts[index - 1] if index else -1


def _next(starts: Sequence[int], at: int, default: int) -> int:
    """The first of some ascending places from a character on."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else default


def is_about_money(event: Event) -> bool:
    """Whether an event is an agreement on the money itself: "the grant agreement", "notes were exchanged"."""
    if _NOTES.words.isdisjoint(event.sentence.words) and _ON_MONEY.words.isdisjoint(event.sentence.words):
        return False
    notes, money = _on_money(event.sentence.text)
    return notes or (event.kind is Kind.AGREEMENT and money)


@lru_cache(maxsize=64)
def _on_money(told: str) -> tuple[bool, bool]:
    """Whether a sentence tells of notes that were exchanged, and of an agreement on money; each donor asks it again."""
    return _NOTES.pattern.search(told) is not None, _ON_MONEY.pattern.search(told) is not None


def fulfils(event: Event) -> bool:
    """Whether an event is what became of a promise of money: "The pledge was turned into a grant agreement"."""
    return _LED_TO.match(event.sentence.text) is not None and (event.kind is Kind.AGREEMENT or is_about_money(event))


def nouns(text: str) -> set[str]:
    """The words of four letters and more that may be nouns, in lower case."""
    return set(_LONG_WORD.findall(text.lower())) - _NO_NOUNS


def stems(text: str) -> set[str]:
    """The same, each by the letters that it is known again by: "training", "trained"."""
    return {noun.rstrip("s")[:_STEM] for noun in nouns(text)}


_STEM = 5
