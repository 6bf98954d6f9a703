"""The donors and amounts of a story, and where they stand; `shares` gives them to its milestones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TypeVar

from db.models import Donor, Money, Reason, Span
from importers.donors.columns import donors_in_columns
from importers.donors.cues import donor_mentions
from importers.donors.mention import DonorMention
from importers.lexicon import one_line
from importers.money.amounts import MoneyMention, find_money
from importers.money.columns import money_in_columns
from importers.money.parts import with_parts
from importers.sentences import Sentence

PART_ONLY = "pays-a-part"
"""The rule of a reason that cites who paid no more than a part."""
Mention = TypeVar("Mention", DonorMention, MoneyMention)

_ALL_WORK = re.compile(
    r"(?:(?:[Aa]ll|[Oo]ur|[Tt]he|[Oo]ther|[A-Z]{3,8}['’]s)\s)?(?:[Aa]ctivities|[Ww]ork|[Oo]perations|[Pp]rojects|[Pp]rogrammes)\s"
    r"(?:(?:of|by)\s(?:the\s)?(?:[A-Z]{3,}|(?:[A-Z]\w+\s){0,2}Office|Mission|Organi[sz]ation)\b[^.;]{0,60}?\s)?"
    r"(?:(?:in|across|throughout)\s(?:the|our|this)\s(?:[a-z-]+\s)?(?:region|country)\s)(?:is|are|was|were)\b"
)
"""How a sentence begins that says who pays for an office: "Activities of UNODC in the region are supported by"."""
OF_A_YEAR = re.compile(
    r"\W*(?:(?:The|Our|Main)\s)?(?:[Dd]onors|[Cc]ontributors|[Ss]ponsors|[Ff]unders)(?:\s(?:to|of)\s[^.;:\n]{2,60}?)?,?\s(?:(?:in|for|of)\s)?"
    r"(?:the\syears?\s)?\(?(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)?\d\d))?\)?\s?(?::|[–—-]\s|(?:are|were|include[ds]?)\b)"
)
"""How one begins that says who gave in a year, for whatever was done in it: "Donors to the programme in 2015:"."""
_GRANT = re.compile(r"\b(?:grant|contribution|donation|funding|financing)\b", re.IGNORECASE)
_GRANT_REACH = 40
_GRANT_BEHIND = re.compile(r"\s(?:[a-z-]+\s){0,2}(?:grant|contribution|donation|loan|pledge)\b")
"""What may follow a sum that is given: "a $3 million five-year pledge"."""


@dataclass(frozen=True, slots=True)
class Proof:
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
    grounds: tuple[Proof, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it is known who paid for all of it."""
        return is_settled(self.donors, self.reasons)

    def by(self, rule: str, told: Iterable[tuple[Donor, str]]) -> Paid:
        """The same, paid also by donors each of whom other words than the event's tell of."""
        told = tuple(told)
        reasons = (Reason("donors", rule, words) for words in dict.fromkeys(one_line(words) for _, words in told))
        own = (reason for reason in self.reasons if reason.rule != PART_ONLY)
        donors = dict.fromkeys((*self.donors, *(donor for donor, _ in told)))
        return replace(self, donors=tuple(donors), reasons=(*own, *reasons))


def is_settled(donors: Sequence[Donor], reasons: Iterable[Reason]) -> bool:
    """Whether those who paid, as the reasons tell, paid for all."""
    return bool(donors) and all(reason.rule != PART_ONLY for reason in reasons)


@dataclass(frozen=True, slots=True)
class Funding:
    """The donors and amounts of one story, in order."""

    text: str
    donors: tuple[DonorMention, ...]
    amounts: tuple[MoneyMention, ...]
    bounds: tuple[Span, ...]
    """The sentences of the text."""
    others: tuple[DonorMention, ...] = ()
    """Who pays for all that an office does, and for no event by that; and who, as the text says, did not pay."""

    @property
    def silent(self) -> tuple[Span, ...]:
        """Where donors and currencies are named, in order; a country there is none of the milestone's."""
        return tuple(
            sorted((mention.start, mention.end) for mentions in (self.donors, self.others, self.amounts) for mention in mentions)
        )

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
            if (
                near
                or _GRANT_BEHIND.match(self.text, mention.end)
                or _GRANT.search(self.text, max(start, mention.start - _GRANT_REACH), mention.start)
            ):
                found.append(mention)
        return tuple(found)


def funding(text: str, sentences: Sequence[Sentence], rows: Sequence[Span], dollar: str, again: Sequence[Span]) -> Funding:
    """Find the donors and amounts of a story's text, whose sentences are known, and where the `rows` of its tables stand.

    `dollar` is the ISO 4217 code that a bare "$" stands for, `again` the entries that only tell what was told, in order: there
    who pays is looked for only in what is said of all entries.
    """
    bounds = tuple((sentence.start, sentence.end) for sentence in sentences)
    donors = donor_mentions(text, [one for one in sentences if not (_within(again, one.start) and one.words.isdisjoint(_ALL))])
    if rows:
        donors = sorted([*donors, *donors_in_columns(text, rows)], key=lambda mention: mention.start)
    sums = with_parts(text, find_money(text, dollar, again))
    if columns := list(money_in_columns(text, rows, dollar)):
        sums = sorted([*sums, *columns], key=lambda mention: mention.start)
    of_office = (
        [(one.start, one.end) for one in sentences if _ALL_WORK.match(one.text) or OF_A_YEAR.match(one.text)] if donors else []
    )
    others = tuple(one for one in donors if one.denied or _within(of_office, one.start))
    donors = [one for one in donors if one not in others]
    return Funding(text, tuple(donors), tuple(sums), bounds, others)


_ALL = frozenset({"all", "both", "each", "these"})


def _within(spans: Sequence[Span], at: int) -> bool:
    """Whether a character stands in one of some ascending spans."""
    index = bisect_right(spans, at, key=itemgetter(0)) if spans else 0
    return index > 0 and at < spans[index - 1][1]


def between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the ascending `mentions` that begin in `start` to `end`."""
    return mentions[bisect_left(mentions, start, key=start_of) : bisect_left(mentions, end, key=start_of)]


def start_of(mention: DonorMention | MoneyMention) -> int:
    """Where a mention begins, by which they are sorted."""
    return mention.start


def finest(donors: Iterable[Donor]) -> tuple[Donor, ...]:
    """Each donor once; a government without an agency only where none of its agencies is named."""
    found = list(dict.fromkeys(donors))
    with_agency = {donor.name for donor in found if donor.agency}
    return tuple(donor for donor in found if donor.agency or donor.name not in with_agency)
