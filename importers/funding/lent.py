"""Who pays for an event that nothing says so of by itself: who pays for its list, for the main one, or for what was built."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cached_property

from db.models import Kind, Level, Span
from db.when import Precision
from importers.donors.mention import DonorMention
from importers.events.event import Event
from importers.events.kinds import GATHERED
from importers.events.overtime import fineness
from importers.funding.again import ALL_IN_A_PROJECT, ASSISTANCE, MONEY_CAME, THE_PROGRAMME
from importers.funding.another import is_of_another
from importers.funding.finding import Funding, between
from importers.funding.inpart import pays_a_part
from importers.funding.others import is_act_of_state, is_by_others
from importers.funding.owners import LIFE, OF_PROJECT, SAME_HANDS, Mains, Owners, is_about_money, nouns
from importers.funding.results import RESULTS
from importers.lexicon import Phrase

_FOR_ALL = re.compile(
    r"\b(?:[Aa]ll|[Bb]oth|[Tt]hese|[Ee]ach of)\s(?:of\s)?(?:the\s|these\s|them\s)?(?:[\w-]+\s){0,3}"
    r"(?:is|are|was|were|ha(?:s|ve) been|receive[ds]?|benefit(?:s|ed)?)\b"
)
"""What stands before a donor that pays for each entry of a list: "All four courses were funded by"."""
_SAME_DONOR = Phrase(
    "same money grant sum contribution funds funding amount donation",
    r"\b(?:by|from|of|with|under)\s(?:the\s)?(?:money\s(?:of|from)\s|funds\s(?:of|from)\s|support\sof\s)?the\ssame\s(?:donors?"
    r"|sponsors?|grant|funds?|funding|money|source|government)\b"
    r"|\b(?:[Oo]ut\sof|[Ff]rom|[Ww]ith|[Uu]sing|[Tt]hrough)\s(?:this|these)\s(?:money|grant|sum|contribution|funds|funding|amount|donation)\b",
)
_MOST_FOR_ALL = 8
_BEGUN = frozenset({Kind.LAUNCH, Kind.AGREEMENT, Kind.OPENING})
_OUTCOMES = frozenset({Kind.AGREEMENT, Kind.ROAD_MAP})
"""What people who come together sign or adopt."""
_DAYS = timedelta(days=31)
"""Longer than that no gathering lasts; its time is not told."""
_THE_PROJECT = re.compile(
    r"(?:The|This)\s(?:[\w-]+\s){0,2}?(?:project|programme|program|initiative)(?:,\s(?:which|with|worth)\s[^,;]{3,60},)?\s(?:itself\s)?"
    r"(?:was|has been|had been|(?:had\s)?(?:started|begun|began|commenced)|goes)\b"
)
"""How a sentence begins that tells how the project began, however long ago: who pays for it paid then."""
_BEGUN_BEFORE = re.compile(
    r"(?:First\s)?(?:Set\sup|Launched|Started|Begun|Established|Created|Approved|Founded|Conceived)\b[^.;]{0,160}?,\s"
    r"(?:it|the\s(?:[\w-]+\s){0,3}?(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative|[Ss]cheme)|[A-Z]{3}[\w.-]*)\s"
)
"""The same in passing, in a sentence on what it does: "Set up in 2004, it now links nine ports"."""
_IT_BEGAN = re.compile(r"It\s(?:had\s)?(?:been\s)?(?:started|begun|began|commenced|launched)\b")
"""The same behind a sentence that says who pays for the project."""
_NOW = re.compile(
    r"\b(?:is|are)\s(?:\w+ly\s|also\s|now\s)?(?:co-)?(?:funded|financed|sponsored|supported)\b"
    r"|\b(?:fund|finance|sponsor|support)s?\s(?:the|this)\b"
)
"""A sentence that says who pays in the present."""
_GUESTS = re.compile(
    r"\b(?:delegations?|teams?|groups?|guests|visitors|colleagues|judges|officials)\s(?:from|of)\s[^.;]{2,80}?\s(?:came|visited|arrived)\b"
)
"""Who came from elsewhere paid for that."""
_PAID_PROJECT = re.compile(
    r"(?:The|This|Our)\s[A-Z][\w./-]*(?:\s[A-Z][\w./-]*){0,3}[\s-](?:funded|financed|sponsored)\s(?:[Pp]roject|[Pp]rogram(?:me)?|[Ii]nitiative)\b"
)
"""A sentence of which the project is the subject, by who pays for it, whatever it tells of it: "The EU-financed project began"."""
_BEGINS = re.compile(r"(?:The\s)?[A-Z]{3}[\w.-]*\w\s(?:itself\s)?(?:was|has\sbeen|had\sbeen|started|began|commenced)\b")
"""The same of a body or project by its name."""
_THE_WORK = re.compile(
    r"(?:The|This|Its|Their)\s(?:study|research|report|survey|assessment|analysis|book|manual|handbook|guide|atlas|brochure|toolkit)\s"
    r"(?:(?:itself|too)\s)?(?:was|were|is|has\sbeen|had\sbeen|will\sbe)\s(?:also\s)?"
    r"(?:presented|launched|released|discussed|distributed|translated|handed|introduced|printed)\b"
)
"""How a sentence begins that tells more of a publication that is a main event of the story."""
_IT_WAS_SHOWN = re.compile(
    r"(?:It|They)\s(?:was|were|has\sbeen|have\sbeen)\s(?:also\s|then\s|first\s)?(?:presented|shown|launched|released|distributed|discussed|introduced"
    r"|tested|tried\sout|explained|handed\sout)\b"
)
"""How a sentence begins that tells what was done with the subject of the one before it."""
_RIGHT_BEHIND = 3
_SERIES = re.compile(
    r"(?:The|These|All)\s(?P<name>(?:[\w’'-]+\s){0,3}?(?P<what>(?i:course|training|workshop|seminar|meeting|conference|session|camp|exercise|competition|forum"
    r"|round\stable)))s\s(?:are|have\sbeen)\s(?:\w+ly\s)?(?:co-)?(?:funded|financed|sponsored|paid|made\spossible)\b"
)
"""A sentence that says who pays for a series."""
_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|latest|previous"
_ONE_OF_IT = re.compile(
    r"The\s(?:first|second|third|next|last)(?:\sone)?(?:\sof\sthem)?\s(?:took|was|is|will|followed|began|started)\b"
)
_TWIN = re.compile(r"(?:The|Its|Their)\s(?:twin|sister|counterpart)\b")
"""How a sentence begins that tells of the other one of two."""
_IN_USE = re.compile(
    r"\b(?:in|on)\s(?:its|their|the)\s(?:proper\s)?(?:use|handling|operation|maintenance)\b|\bhow\sto\s(?:use|operate)\b"
)
"""A course on what was handed over has its payers."""
_STILL_PAYS = re.compile(
    r"\b(?:is|are|has|have|will|pays?|finances?|funds|sponsors|supports?|covers|bears?|meets|contributes?|provides?|comes?|adds?"
    r"|announce[sd]?|pledge[sd]?|promise[sd]?|carries|foots|defrays|shoulders|picks|settles|shares?|goes|gives?|buys|budget|series|cycle|all|both|each)\b",
    re.IGNORECASE,
)
"""Without any of these a sentence says who paid for what is over, and for nothing that is to come."""
_THING = (
    r"(?:items?|goods|supplies|consignments?|tents|kits|vehicles|cars|boats?|trucks?|equipment|furniture|system|dish|tanks?"
    r"|container|cabins?|machines?|computers"
    r"|books|medicines|building|house|shelter|courthouse|prison|ward|post|station|laboratory|roof|pump|well|borehole|works"
    r"|construction|renovation|repairs"
    r"|printing|running\scosts)\b"
)
_THINGS = re.compile(
    rf"(?:The|Its|All|Both|These|Their)\s(?:[\w-]+\s){{0,3}}?(?:{_THING}|(?:office|premises|hall|school|clinic|bridge|pier|hut)\b"
    r"|(?:[\w-]+\s){1,4}?(?:was|were|has\sbeen|had\sbeen|have\sbeen)\s(?:\w+ly\s|also\s)?(?:purchased|bought|procured|donated|supplied|imported)\b)"
    rf"|(?:(?!,\swhich\b)[^.;])*?\bthe\s(?:[\w-]+\s)?{_THING}"
)
"""What a sentence says was paid for, and no meeting."""
_RUNNING = re.compile(r"\b(?:running|operating|operational|current|annual|yearly)\s(?:costs|expenses|budget)\b")
"""What keeps a body going paid for no beginning of it."""
_IT = re.compile(r"(?:It|They)\s(?:was|were|is|are|has|have)\b")
_GATHERING = re.compile(r"\b(?:training|courses?|seminars?|workshops?|meetings?|visits?|conferences?|travel|participation)\b")


class Lent:
    """The donors of a story, asked for those that an event has from others."""

    def __init__(
        self,
        funding: Funding,
        owners: Owners,
        mains: Mains,
        around: Sequence[Span],
        dated: set[int],
    ) -> None:
        """`around` is the text above and below the entries of a list, `dated` where the sentences start that tell their days."""
        self._funding = funding
        self._owners = owners
        self._mains = mains
        self._around = around
        self._dated = dated

    def of(self, event: Event, is_of_both: Callable[[DonorMention, Event], bool]) -> list[DonorMention]:
        """Those who pay for an event of which nothing says so by itself.

        `is_of_both` tells whether a donor in the sentence of an event told in passing pays for the main one as well.
        """
        found = self._of_the_same(event) or self._of_the_list(event)
        if found or is_act_of_state(event.sentence):
            return found
        found = (
            self._inherited(event, is_of_both)
            or self._of_the_series(event)
            or self._of_its_construction(event)
            or self._of_the_close(event)
            or self._of_its_name(event)
            or self._of_the_project(event)
        )
        return found if event.level is Level.MAIN else [one for one in found if not self._is_of_a_part(one)]

    def _is_of_a_part(self, donor: DonorMention) -> bool:
        """Whether a donor paid a part of something else, and so for no more than that."""
        span = self._funding.sentence(donor.start)
        return pays_a_part(self._funding.text, span, donor, alone=len(between(self._funding.donors, *span)) == 1)

    def _of_the_same(self, event: Event) -> list[DonorMention]:
        """Who pays for what was told last before an event "paid for by the same donor", or who gave what it was paid with."""
        if _SAME_DONOR.search(event.sentence.text, event.sentence.words) is None:
            return []
        told = between(self._funding.donors, 0, event.sentence.start)
        last = self._funding.sentence(told[-1].start)[0] if told else 0
        return [one for one in told if one.start >= last]

    def _of_the_list(self, event: Event) -> list[DonorMention]:
        """Who pays for each entry of a list: told above or below it, or of all of them in the last."""
        if not event.unit.entry:
            return []
        around = [one for span in self._around for one in between(self._funding.donors, *span)]
        told = [one for one in around if self._funding.sentence(one.start)[0] not in self._dated]
        told += [one for one in between(self._for_all, event.unit.end, len(self._funding.text)) if one not in told][:_MOST_FOR_ALL]
        return [one for one in told if one.strong]

    @cached_property
    def _for_all(self) -> list[DonorMention]:
        text, said = self._funding.text, [(one, self._funding.sentence(one.start)[0]) for one in self._funding.donors]
        return [one for one, start in said if _FOR_ALL.search(text, start, one.start) or ASSISTANCE.match(text, start)]

    def _of_the_close(self, event: Event) -> list[DonorMention]:
        """Who pays for all of a story in parts, as its last sentence says: "Funding was provided by", "Peru funds the project".

        Or as one behind all parts does: "These activities belong to". Nothing, where a part names payers before that.
        """
        if event.unit.entry or is_by_others(event.sentence) or self.is_long_ago(event):
            return []
        if event.kind not in SAME_HANDS and event.kind is not Kind.PUBLICATION:
            return []
        start, _ = self._funding.bounds[-1] if self._funding.bounds else (0, 0)
        if self._funding.donors and ALL_IN_A_PROJECT.match(self._funding.text, self._for_all_at):
            start = self._for_all_at
        said = [one for one in between(self._funding.donors, start, len(self._funding.text)) if one.strong]
        if event.unit.end > start or not said or between(self._funding.donors, 0, start):
            return []
        return said if any(told.match(self._funding.text, start) for told in (MONEY_CAME, THE_PROGRAMME, ALL_IN_A_PROJECT)) else []

    @cached_property
    def _for_all_at(self) -> int:
        """Where the first sentence starts that says who pays."""
        return self._funding.sentence(self._funding.donors[0].start)[0]

    def _of_the_series(self, event: Event) -> list[DonorMention]:
        """Who pays for a series, of which another part of the story tells: "The staff courses are funded by Norway"."""
        if event.kind not in GATHERED or self.is_long_ago(event):
            return []
        text, told = self._funding.text, event.sentence.lower
        for one in self._funding.donors:
            start, end = self._funding.sentence(one.start)
            series = _SERIES.match(text, start, end) if one.strong else None
            if series is not None and (
                series["name"].lower() in told
                or re.search(rf"\b(?:\d+(?:st|nd|rd|th)|{_ORDINAL})\s{re.escape(series['what'].lower())}\b", told)
                or (0 <= event.sentence.start - end <= _RIGHT_BEHIND and _ONE_OF_IT.match(event.sentence.text))
            ):
                return [other for other in between(self._funding.donors, start, end) if other.strong]
        return []

    def _of_the_project(self, event: Event) -> list[DonorMention]:
        """Who pays in the present for a project, of which another part of the story tells: "the scheme is financed by Norway".

        Nothing, where the story says of anything else who paid for it, nor for the visit of guests.
        """
        if event.level is not Level.MAIN or event.kind not in SAME_HANDS or is_by_others(event.sentence):
            return []
        told = {self._funding.sentence(one.start) for one in self._funding.donors}
        if (paid := [one for one in told if _PAID_PROJECT.match(self._funding.text, *one)]) and len(told) > 1:
            told = set(paid)
        if len(told) != 1 or _GUESTS.search(event.sentence.text) is not None:
            return []
        start, end = told.pop()
        said = _PAID_PROJECT.match(self._funding.text, start, end)
        if said is not None:
            return [one for one in between(self._funding.donors, start, said.end()) if one.strong]
        if start in self._dated or (
            _NOW.search(self._funding.text, start, end) is None and THE_PROGRAMME.match(self._funding.text, start) is None
        ):
            return []
        return [one for one in self._funding.donors if one.strong and one.about == "project"]

    def _of_its_name(self, event: Event) -> list[DonorMention]:
        """Who pays for a body or project that is named where an event is told: "CARPNET is funded by Norway"."""
        named = [one for one in self._named if re.search(rf"\b{re.escape(one.of)}\b", event.sentence.text)]
        if not named or is_by_others(event.sentence):
            return []
        begun = event.kind in _BEGUN and _BEGINS.match(event.sentence.text) is not None
        return [one for one in named if begun or not self.is_long_ago(event)]

    @cached_property
    def _named(self) -> list[DonorMention]:
        return [one for one in self._funding.donors if one.of]

    def _inherited(self, event: Event, is_of_both: Callable[[DonorMention, Event], bool]) -> list[DonorMention]:
        """Who pays for the main milestone, where an event told in passing leads to it or goes on from it."""
        main, own = self._mains.starts.get(event.unit.start), event.when.start
        if event.level is Level.MAIN or main is None or own is None:
            return []
        alike = event.sentence.start in self._mains.sentences and (event.unit.start, event.kind) in self._mains.kinds
        alike = alike or (event.planned and own > main and (event.unit.start, event.kind) in self._mains.kinds)
        results = event.kind is Kind.PUBLICATION and own > main and RESULTS.search(event.sentence.text) is not None
        results = results or (
            (event.unit.start, event.kind) in self._mains.kinds and _THE_WORK.match(event.sentence.text) is not None
        )
        begun = not event.planned and event.kind in _BEGUN and self._began(event)
        if not event.planned and (main - own > LIFE or event.kind not in SAME_HANDS):
            begun = begun or _BEGUN_BEFORE.match(event.sentence.text) is not None
        alike = alike or self._came_of(event)
        if not (begun or is_about_money(event)) and (main - own > LIFE or not (alike or results or event.kind in SAME_HANDS)):
            return []
        if not begun and fineness(event.when) >= Precision.YEAR:
            return []
        if is_by_others(event.sentence):
            return []
        return [
            one
            for one in between(self._funding.donors, event.unit.start, event.unit.end)
            if (one.strong or self._is_told_on(one, event))
            and ((owner := self._owners.of(one.start)) is None or is_of_both(one, owner))
            and not self._is_of_another_thing(one, event)
            and not is_of_another(self._funding, one, event)
            and one.about != "other"
            and (not begun or one.about == "project")
        ]

    def _began(self, event: Event) -> bool:
        """Whether the sentence of an event tells how the project began, by name or behind one that says who pays for it."""
        told, start = event.sentence.text, event.sentence.start
        if _THE_PROJECT.match(told) is not None or _IT_BEGAN.match(told) is None:
            return _THE_PROJECT.match(told) is not None
        before = self._funding.sentence(max(0, start - _RIGHT_BEHIND))
        return any(one.about == "project" for one in between(self._funding.donors, *before))

    def _came_of(self, event: Event) -> bool:
        """Whether an event is what was signed or adopted at a gathering, on one of its days."""
        main, over = self._mains.starts.get(event.unit.start), self._mains.gathered.get(event.unit.start)
        start, end = event.when.start, event.when.end
        if event.kind not in _OUTCOMES or event.planned or main is None or over is None or start is None or end is None:
            return False
        return main <= start and end <= over and (over - main <= _DAYS or (main, over) == (start, end))

    def _is_told_on(self, donor: DonorMention, event: Event) -> bool:
        """Whether an event is what was done next with that which the sentence before says somebody supported."""
        _, end = self._funding.sentence(donor.start)
        return 0 <= event.sentence.start - end <= _RIGHT_BEHIND and _IT_WAS_SHOWN.match(event.sentence.text) is not None

    def _is_of_another_thing(self, donor: DonorMention, event: Event) -> bool:
        """Whether a donor paid for things, or for one day's costs, that a meeting told in passing is none of."""
        start, end = self._funding.sentence(donor.start)
        if event.kind in _BEGUN and _RUNNING.search(self._funding.text, start, donor.end) is not None:
            return True
        twin = _TWIN.match(event.sentence.text) is not None
        if (
            event.planned
            and event.kind is not Kind.PUBLICATION
            and not twin
            and _STILL_PAYS.search(self._funding.text, start, end) is None
        ):
            return True
        if event.kind not in GATHERED and event.kind not in (Kind.REVIEW, Kind.VISIT, Kind.PUBLICATION):
            return False
        # a programme in a donor's own name is none that it pays for
        named = between(self._funding.donors, start, end)
        edges = (start, *(edge for one in named for edge in (one.start, one.end)), end)
        said = " ".join(self._funding.text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True))
        if any(words.search(said) for words in (OF_PROJECT, _GATHERING)) or _IN_USE.search(event.sentence.text):
            return False
        if _IT.match(self._funding.text, start, end) is not None:
            start, end = self._funding.sentence(max(0, start - 2))
        return _THINGS.match(self._funding.text, start, end) is not None and (event.unit.start, event.kind) not in self._mains.kinds

    def _of_its_construction(self, event: Event) -> list[DonorMention]:
        """Who paid for the construction that an event told in passing began, where another is the opening of what was built."""
        if event.level is Level.MAIN or event.kind is not Kind.OPENING:
            return []
        return [
            one
            for one in between(self._funding.donors, event.unit.start, event.unit.end)
            if one.strong
            and (owner := self._owners.of(one.start)) is not None
            and owner is not event
            and self._owners.builds(owner)
            and not nouns(owner.sentence.text).isdisjoint(nouns(event.sentence.text))
        ]

    def is_long_ago(self, event: Event) -> bool:
        """Whether an event lies years before the main one of its unit, when the project may not have been there."""
        main, own = self._mains.starts.get(event.unit.start), event.when.start
        return own is None or (main is not None and main - own > LIFE)
