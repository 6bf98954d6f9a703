"""Who paid for which milestone of a story, and how much: donors and amounts given to the events that they are told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.models import Donor, Kind, Level, Reason, Span
from db.names import country_name
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.events.kinds import GATHERED
from importers.funding.above import SAME
from importers.funding.again import ASSISTANCE, PROJECT
from importers.funding.another import is_of_another
from importers.funding.apart import Apart
from importers.funding.finding import Funding, Mention, Paid, Proof, between, finest, start_of
from importers.funding.halves import is_of_its_half, is_of_other_half, is_told_before
from importers.funding.inpart import only_parts
from importers.funding.lent import Lent
from importers.funding.onename import OneName
from importers.funding.others import is_act_of_state, is_by_others, is_unpaid
from importers.funding.owners import (
    EARLIER,
    OF_PROJECT,
    SAME_HANDS,
    SAME_REACH,
    Mains,
    Owners,
    fulfils,
    is_about_money,
)
from importers.funding.past import PAYS_ON, UNDER_A_GRANT, is_behind_aside, is_of_another_time, pays_now
from importers.funding.results import is_on_results, is_work_on_it
from importers.funding.several import Several
from importers.money.amounts import MoneyMention, restated
from importers.money.prices import GIVEN, is_price, is_rate, is_total
from importers.units import PARAGRAPH_GLUE

_STILL = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored|supported)\b[^.;]*$")
_THE_PROJECT_NOW = re.compile(
    r"(?:[A-Z][a-z]+ed|Begun|Set\sup|Run)\s[^.;]{6,200}?,\s(?:the|this|our)\s(?:[\w/-]+\s){0,3}?(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\b"
)
"""How a sentence begins that says in passing how a project began, and who pays for it: "Launched in May and financed by"."""
_NAMED = re.compile(r"(?:The\s)?[\"“]?([A-Z][\w@&/-]*[A-Z@][\w@-]*|[A-Z]\w+(?:\s[A-Z]\w+)+)\b")
"""A name at the beginning of a sentence."""
_AS_PART = re.compile(
    r"\b(?:[Tt]heir|[Tt]his|[Tt]he|[Ii]t)\s(?:[\w-]+\s){0,3}?(?:is|was|were|are)\s(?:(?:one\sof\s)?the\s)?(?:[\w-]+\s){0,2}?"
    r"(?:activity|activities|event|events|step|part|one|course|seminar|workshop|training|meeting|visit)\s"
    r"(?:(?:held|organi[sz]ed|carried\sout|given)\s)?(?:under|of|in|within|by)\s(?:the|a|an|its)\s(?:[\w-]+\s){0,6}?(?:[Pp]roject"
    r"|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\b"
    r"|\b(?:[Tt]his|[Tt]he|[Ii]t)\s(?:[\w-]+\s){0,3}?(?:is|was)\sthe\s(?:first|second|third|fourth|fifth|sixth|next|last|latest)\s(?:of|in)\s"
    r"[^.;]{3,90}?\s(?:under|within|of)\s(?:the|an?|its)\s(?:[\w-]+\s){0,4}?(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\b"
    r"|\b(?:is|are|was|were)\s(?:(?:one|some|two|three|four|five|the\s(?:first|second|third|last|latest))\s(?:of|among)|among)\s(?:the\s)?"
    r"(?:[\w-]+\s){1,4}?(?:covered|financed|funded|built|rebuilt|equipped|bought|paid\sfor|renovated|supported)\s(?:by|under|from|through|with)\b"
    r"|\b(?:was|were|is|are)\s(?:\w+ly\s|also\s)?(?:procured|purchased|bought|organi[sz]ed|held|conducted|delivered|provided"
    r"|supplied|built|renovated|developed|prepared|implemented|carried\sout)\s(?:in\sthe\sframework\sof|within(?:\sthe\sframework"
    r"\sof)?|under|through|as\spart\sof)\s(?:the|an?|its)\s[^;.]{0,120}?\b(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)\b"
)
"""What is told now, as a part of the project whose beginning the sentence tells as well."""
_CUE_BEFORE = re.compile(r"\b(?:funded|financed|sponsored|supported)\s(?:by|through)\b")
_PART_OF = re.compile(r"\b(?:is|are|was|were|forms?)\s(?:a\s)?part\sof\b")
"""What stands before it is a part that has its own price; who pays for the whole pays for the part."""
_GOES_ON = re.compile(
    r"\b(?:continu|succeed|extend|complement|expand|replac)(?:s|es|ed|ing)?\b|\b(?:follow|build|carr(?:y|ies)|go(?:es)?|tak(?:e"
    r"|es))s?\s(?:on|up|over)\b|\bfollow(?:s|ing)\b"
)
"""What a project does that comes after another."""
_COST = re.compile(
    r"(?:[^.;,]|[.,](?=\d)){2,80}?\s(?:cost|costs|is\sworth|are\sworth)\s(?:[^.;,]|[.,](?=\d)){2,160},\s(?:which\s(?:was|had\sbeen)\s)?"
    r"(?:\w+ly\s)?(?=(?:approved|adopted|launched|started|signed|agreed|begun|announced|ratified)\b)"
)
"""What was paid for now, before how its project began: "The works cost 2 million and were paid by the scheme, approved in"."""
_FOR_THE_PROJECT = re.compile(r"\b(?:for|of|on|in respect of|to)\s(?:the|this)\s(?:[a-z-]+\s)?(?:project|program(?:me)?)\b")
"""An agreement on the money for what the story is about."""
_FOR_WHICH = re.compile(r"\s(?:for|under|on|about|by|through|with)\swhich\s")
"""Behind what the main clause speaks of as well."""
_WHICH = re.compile(r",\s(?:which|who|whose|where)\s")
_WORK = re.compile(
    # a class first, so that `re` skips quickly
    r"[FfDdCcSsVvPp](?<!\w.)(?:(?<=[Ff])ilm|(?<=[Dd])ocumentary|(?<=[Cc])artoon|(?<=[Cc])lip|(?<=[Ss])ong"
    r"|(?<=[Vv])ideo(?=[,.;:)]|\s(?:was|were|is|on|of|about|in|which|that|clip|film|for|and|series|spot|message)\b)"
    r"|(?:(?<=\b[Aa]\s[Pp])|(?<=\b[Tt]he\s[Pp])|(?<=\btheatre\s[Pp])|(?<=\bradio\s[Pp])|(?<=\bpuppet\s[Pp]))lay)\b"
)
"""What is shown at an event; who paid for it paid for no event that is not about it."""
_SAME_GRANT = re.compile(r"\b(?:the|this)\ssame\s(?:grant|contribution)\b")
_SEVERAL = 2

_IN_PROJECT = re.compile(r"\s(?:[\w-]+\s){0,2}?(?:project|programme|program|initiative)\b")
"""What a donor pays for by the word before it: "a German-funded project"."""


class Shares:
    """The donors and amounts of a story, shared out among its events.

    An event's own are those of its sentence, and of the one behind it that takes up a noun of it ("The film was sponsored by ...").
    The main one of a unit has all those that no event told in passing has, and those of the project.
    """

    def __init__(self, funding: Funding, drafts: Sequence[Event], around: Sequence[Span] = ()) -> None:
        """`around` is the text above and below the entries of a list: who pays in a sentence of it without a day pays for each."""
        self.funding = funding
        self._paid = frozenset(mention.start for mention in funding.paid())
        self._in_sentence: dict[int, int] = {}
        for draft in drafts:
            self._in_sentence[draft.sentence.start] = self._in_sentence.get(draft.sentence.start, 0) + 1
        self._named: dict[int, set[str]] = {}
        self._parts: dict[int, int] = {}
        self._works: dict[int, re.Match[str] | None] = {}
        """The first film in a sentence, by the sentence's start."""
        self._paid_on: dict[int, bool] = {}
        """Whether a sentence says that somebody has paid and goes on paying, by its start."""
        self._of_both: dict[int, bool] = {}
        """What `_pays_on` says of a mention, once it was asked."""
        self._mains = Mains.of(drafts)
        self._owners = Owners(funding, drafts, self._mains)
        self._several = Several(funding, self._mains)
        self._apart = Apart(funding, drafts)
        self._named_one = OneName(funding, drafts)
        dated = {draft.sentence.start for draft in drafts if draft.sentence.dates}
        self._lent = Lent(funding, self._owners, self._mains, around, dated)
        self._free_donors = [donor for donor in funding.donors if self._owners.of(donor.start) is None]
        self._free_amounts = [amount for amount in funding.amounts if self._owners.of(amount.start) is None]

    def of(self, event: Event, country: str = "") -> Paid:
        """Who paid for an event and how much; `country` is where it took place, whose bodies stand under its name."""
        donors = self._share(event, self.funding.donors, self._free_donors) or self._lent.of(event, self._is_of_both)
        within = self.funding.sentence(event.sentence.start) if is_unpaid(event.sentence) else (0, len(self.funding.text))
        others = (self._apart, self._named_one)
        donors = [one for one in donors if within[0] <= one.start < within[1]]
        donors = [one for one in donors if not any(other.is_of_another(one, event) for other in others)]
        named = [(mention, _of_state(mention, country)) for mention in donors]
        asked = self._share(event, self.funding.amounts, self._free_amounts) or (self._of_the_grant(event) if donors else [])
        if event.level is Level.MENTIONED and event.sentence.start in self._owners.handed:
            asked = sorted({*asked, *self._owners.handed[event.sentence.start]}, key=start_of)
        amounts = [mention for mention in asked if self._counts(mention, event)]
        amounts = self._without_parts(amounts, event)
        reasons = [Reason("donors", mention.rule, self.funding.text[mention.start : mention.end]) for mention, _ in named]
        reasons += only_parts(self.funding.text, [(one, self.funding.sentence(one.start)) for one in donors])
        reasons += [Reason("amounts", "money-paid", mention.text) for mention in amounts]
        payers = finest(donor for _, donor in named)
        money = tuple(dict.fromkeys(mention.money for mention in amounts))
        sure = sorted(named, key=lambda pair: not pair[0].strong)
        grounds = [
            Proof(f"donor:{donor}", tuple(_from_cue(mention) for mention, other in sure if other == donor)) for donor in payers
        ]
        grounds += [
            Proof(f"amount:{one.key}", tuple((mention.start, mention.end) for mention in amounts if mention.money == one))
            for one in money
        ]
        return Paid(payers, money, restated(self.funding.text, amounts), tuple(reasons), tuple(grounds))

    def _share(self, event: Event, mentions: Sequence[Mention], free: Sequence[Mention]) -> list[Mention]:
        """Those of the `mentions` that are the event's; `free` are those that no event told in passing has."""
        if event.level is Level.MAIN:
            asked = list(between(mentions, event.unit.start, event.unit.end))
        else:
            # what an event told in passing has stands in its sentence or within reach behind it
            reach = self.funding.sentence(event.sentence.end + SAME_REACH)[1]
            near = between(mentions, event.sentence.start, min(reach, event.unit.end))
            asked = list(between(free, event.unit.start, event.unit.end))
            asked.extend(
                one
                for one in near
                if one.start < event.sentence.end or (owner := self._owners.of(one.start)) is event or _is_named(owner, event)
            )
            asked.sort(key=start_of)
        return [mention for mention in asked if self._is_of(mention, event) and not self._is_of_work(mention, event)]

    def _is_of_work(self, mention: Mention, event: Event) -> bool:
        """Whether a sentence speaks of a film, or its like, that the event's own does not know."""
        start, end = self.funding.sentence(mention.start)
        if start not in self._works:
            self._works[start] = _WORK.search(self.funding.text, start, end)
        work = self._works[start]
        if work is None or work.end() > mention.start or start == event.sentence.start:
            return False
        return work[0].lower() not in event.sentence.text.lower()

    def _of_the_grant(self, event: Event) -> list[MoneyMention]:
        """What was given, where an event told in passing is the agreement on it; asked only where it is known who gave it."""
        if event.level is Level.MAIN or not is_about_money(event):
            return []
        return [one for one in between(self._free_amounts, event.unit.start, event.unit.end) if one.start in self._paid]

    def _is_of(self, mention: Mention, event: Event) -> bool:
        at = mention.start
        if event.kind is Kind.OPERATION and isinstance(mention, DonorMention) and not mention.strong:
            # who helps with a search or a seizure lends hands
            return False
        if event.sentence.start <= at < event.sentence.end:
            if event.level is Level.MENTIONED and (
                self._is_of_part(mention, event)
                or self._owners.comes_back(at)
                or (
                    isinstance(mention, MoneyMention)
                    and (self._owners.of(at) is None or is_told_before(self.funding, mention, event))
                )
                or (isinstance(mention, DonorMention) and is_of_other_half(self.funding, mention, event))
            ):
                return False
            alone = self._in_sentence[event.sentence.start] == 1
            return event.start <= at < event.end or event.level is Level.MAIN or alone or is_on_results(event, mention)
        owner = self._owners.of(at)
        if owner is event or _is_named(owner, event):
            return True
        told = event.sentence.text
        same = isinstance(mention, DonorMention) and 0 < event.sentence.start - at < SAME_REACH
        if same and (SAME.search(told) or _SAME_GRANT.search(told)):
            return True
        if event.level is Level.MAIN:
            if owner is None and (is_of_another_time(self.funding, at, event) or self._is_of_next(mention, event)):
                return False
            if event.kind is Kind.OPERATION and ASSISTANCE.match(self.funding.text, self.funding.sentence(at)[0]):
                return False
            if isinstance(mention, DonorMention) and is_of_another(self.funding, mention, event):
                return False
            if owner is not None and isinstance(mention, DonorMention) and self._several.is_beside(owner, event):
                return True
            return owner is None or self._is_of_both(mention, owner) or (fulfils(event) and isinstance(mention, DonorMention))
        if owner is not None:
            return isinstance(mention, DonorMention) and self._is_of_whole(mention, owner, event)
        if is_by_others(event.sentence) or is_act_of_state(event.sentence):
            return False
        return self._is_of_project(mention, event) or self._several.takes_up(at, event)

    def _is_of_next(self, mention: Mention, event: Event) -> bool:
        """Whether a donor stands in the paragraph of another main event of the unit, and pays for that and not for a project."""
        if not isinstance(mention, DonorMention) or mention.about == "project" or self._owners.comes_back(mention.start):
            return False
        start, text = self.funding.sentence(mention.start)[0], self.funding.text
        own, others = event.sentence.start, self._mains.sentences - {event.sentence.start}
        last = max((one for one in others if event.unit.start <= one <= start), default=-1)
        return last >= 0 and start < own and PARAGRAPH_GLUE in text[start:own] and PARAGRAPH_GLUE not in text[last:start]

    def _is_of_part(self, mention: Mention, owner: Event) -> bool:
        """Whether an amount is that of what is told now, in the sentence that tells its `owner` as what it is part of, or aside."""
        return isinstance(mention, MoneyMention) and (
            mention.start < self._part(owner) or is_behind_aside(self.funding.text, mention.start, owner)
        )

    def _part(self, owner: Event) -> int:
        """Where the sentence of an event makes what is told now part of it, or tells of it in a relative clause; else 0."""
        start = owner.sentence.start
        if start not in self._parts:
            found = _PART_OF.search(owner.sentence.text)
            self._parts[start] = start + found.start() if found else self._clause(owner)
        return self._parts[start]

    def _clause(self, owner: Event) -> int:
        """Where the relative clause begins that tells the event: "with 2 million it continues a phase, which began in 2014"."""
        dates, start = owner.sentence.dates, owner.sentence.start
        if not dates:
            return 0
        if (cost := _COST.match(owner.sentence.text)) is not None and start + cost.end() <= dates[0].start:
            return start + cost.end()
        if ", w" not in owner.sentence.text or _GOES_ON.search(owner.sentence.text) is None:
            return 0
        return max((clause.start() for clause in _WHICH.finditer(self.funding.text, start, dates[0].start)), default=0)

    def _is_of_both(self, mention: Mention, owner: Event) -> bool:
        """Whether a donor in the sentence of an earlier event pays for what is told now: for the project, or still."""
        if mention.start not in self._of_both:
            self._of_both[mention.start] = self._pays_on(mention, owner)
        return self._of_both[mention.start]

    def _pays_on(self, mention: Mention, owner: Event) -> bool:
        at = mention.start
        start, _ = self.funding.sentence(at)
        if is_told_before(self.funding, mention, owner):
            return True
        if isinstance(mention, DonorMention) and is_of_its_half(self.funding, mention, owner):
            return False
        if EARLIER.match(owner.sentence.text) and isinstance(mention, DonorMention):
            return self._is_paid_on(owner)
        if isinstance(mention, DonorMention) and is_work_on_it(owner) and (owner.unit.start, Kind.PUBLICATION) in self._mains.kinds:
            return True
        if owner.kind is Kind.PUBLICATION and (owner.unit.start, owner.kind) in self._mains.kinds:
            # another work has payers of its own
            return False
        given = any((owner.unit.start, kind) in self._mains.kinds for kind in (Kind.OPENING, Kind.SUPPORT))
        if owner.kind is not Kind.OPENING and given and self._owners.builds(owner):
            # what was spent on building is what the opening cost, or the gift
            return True
        now = self._is_of_part(mention, owner)
        if now or self._part(owner):
            return now or isinstance(mention, DonorMention)
        if isinstance(mention, DonorMention) and self._gives_to_project(mention, owner):
            return True
        if isinstance(mention, DonorMention) and is_about_money(owner) and _FOR_THE_PROJECT.search(owner.sentence.text):
            return True
        if (owner.planned and owner.unit.entry) or (owner.kind is Kind.AGREEMENT and owner.when.edtf in self._mains.days):
            return True
        if " which" in owner.sentence.text and _FOR_WHICH.search(self.funding.text, at, owner.sentence.end):
            return True
        if isinstance(mention, DonorMention) and _IN_PROJECT.match(self.funding.text, mention.cue[1]):
            return True
        if isinstance(mention, DonorMention) and (self._is_paid_on(owner) or UNDER_A_GRANT.search(owner.sentence.text)):
            return True
        if isinstance(mention, DonorMention) and pays_now(self.funding.text, mention, owner):
            return True
        if not (owner.start <= at < owner.end and isinstance(mention, MoneyMention)) and (
            PROJECT.match(owner.sentence.text)
            or (isinstance(mention, DonorMention) and _THE_PROJECT_NOW.match(owner.sentence.text))
            or _STILL.search(self.funding.text, start, at)
        ):
            return True
        dates = owner.sentence.dates
        return (
            bool(dates)
            and not owner.planned
            and owner.sentence.start <= at < dates[0].start
            and _CUE_BEFORE.search(self.funding.text, start, at) is not None
        )

    def _gives_to_project(self, mention: DonorMention, owner: Event) -> bool:
        """Whether a donor gives to the project whose beginning a relative clause tells: "2 million to the project, which"."""
        dates, text = owner.sentence.dates, self.funding.text
        if not dates or owner.kind not in (Kind.LAUNCH, Kind.OPENING):
            return False
        which = next(_WHICH.finditer(text, max(mention.end, mention.cue[1]), max(mention.end, dates[0].start)), None)
        return which is not None and OF_PROJECT.search(text, mention.end, which.start()) is not None

    def _is_of_whole(self, mention: DonorMention, owner: Event, event: Event) -> bool:
        """Whether a donor in the sentence of another event pays for the project that an event told in passing is of."""
        return (
            mention.about == "project"
            and mention.strong
            and event.kind in SAME_HANDS
            and self._is_of_both(mention, owner)
            and not self._lent.is_long_ago(event)
            and not is_by_others(event.sentence)
        )

    def _is_paid_on(self, owner: Event) -> bool:
        start, said = owner.sentence.start, owner.sentence.text
        if start not in self._paid_on:
            self._paid_on[start] = PAYS_ON.search(said) is not None or _AS_PART.search(said) is not None
        return self._paid_on[start]

    def _is_of_project(self, mention: Mention, event: Event) -> bool:
        """Whether a payer of the whole project paid for an event: one of its last two years, or one like the main one."""
        start, _ = self.funding.sentence(mention.start)
        project = isinstance(mention, DonorMention) and OF_PROJECT.search(self.funding.text, start, mention.start)
        if (
            isinstance(mention, DonorMention)
            and mention.about == "project"
            and mention.strong
            and not self._lent.is_long_ago(event)
        ):
            return True
        kinds = GATHERED if event.kind in GATHERED else {event.kind}
        return bool(project) and any((event.unit.start, kind) in self._mains.kinds for kind in kinds)

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
            self._named[start] = {donor.donor.name for donor in between(self.funding.donors, start, end)}
        return self._named[start]

    def _counts(self, mention: MoneyMention, event: Event) -> bool:
        """Whether a sum is what was given, spent or seized; what one of many costs is not."""
        text, sentence = self.funding.text, self.funding.sentence(mention.start)
        own = event.sentence.start <= mention.start < event.sentence.end
        given = mention.start in self._paid or (own and event.kind in GIVEN)
        if is_total(text, sentence):
            return False
        return (given or is_price(text, sentence, mention, event.kind)) and not is_rate(text, mention)


def _is_named(launch: Event | None, event: Event) -> bool:
    """Whether what an event launched is spoken of by its name where another is told."""
    if launch is None or launch.kind is not Kind.LAUNCH or (name := _NAMED.match(launch.sentence.text)) is None:
        return False
    return name[1] in event.sentence.text


def _from_cue(mention: DonorMention) -> Span:
    return min(mention.start, mention.cue[0]), max(mention.end, mention.cue[1])


def _of_state(mention: DonorMention, country: str) -> Donor:
    return Donor(country_name(country), mention.donor.name) if mention.national and country else mention.donor
