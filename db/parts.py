"""The small values that milestones are made of: what comes from a closed list, a country's role, a donor, an amount.

Whoever only draws a line of a list needs these, and not the rest of `db.models`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

DOUBTFUL = 0.5
"""A confidence under this is doubtful."""


class Kind(StrEnum):
    """What sort of thing happened; `db/data/kinds.tsv` has the glyph, the colour and the words for each."""

    OPENING = "opening"
    AGREEMENT = "agreement"
    ROAD_MAP = "road-map"
    REVIEW = "review"
    TRAINING = "training"
    MEETING = "meeting"
    VISIT = "visit"
    CAMPAIGN = "campaign"
    LAUNCH = "launch"
    OPERATION = "operation"
    PUBLICATION = "publication"
    SUPPORT = "support"


class Level(StrEnum):
    """Whether a milestone is what its article is about, or told in passing."""

    MAIN = "main"
    MENTIONED = "mentioned"


class Status(StrEnum):
    """What a person has said of a milestone."""

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Basis(StrEnum):
    """How its date came to be known."""

    STATED = "stated"
    RESOLVED = "resolved"
    """Worked out from context: a year left out, "a month later"."""
    ISSUE = "issue"
    """Only the period of the newsletter issue is known."""
    EDITED = "edited"


class Role(StrEnum):
    """What a country has to do with a milestone; the stronger role first."""

    LOCATION = "location"
    BENEFICIARY = "beneficiary"
    PARTICIPANT = "participant"


_RANKS = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class CountryRole:
    """A country of a milestone. Several are in the order of their roles, the stronger first, then of their codes."""

    code: str
    """ISO 3166-1 alpha-2, in capitals."""
    role: Role

    def __lt__(self, other: CountryRole) -> bool:
        return (_RANKS[self.role], self.code) < (_RANKS[other.role], other.code)


@dataclass(frozen=True, slots=True, order=True)
class Donor:
    """Who paid: a government, fund or organisation, and the agency it acted through."""

    name: str
    agency: str = ""
    """Empty where the text names none."""

    def __str__(self) -> str:
        return f"{self.name}/{self.agency}" if self.agency else self.name


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount as the text gives it, never converted."""

    currency: str
    """ISO 4217."""
    value: Decimal

    def __str__(self) -> str:
        return f"{self.currency} {self.value:,f}"

    @classmethod
    def read(cls, text: str) -> Money:
        """The amount that `str` gives so."""
        currency, _, value = text.partition(" ")
        return cls(currency, Decimal(value.replace(",", "")))

    @property
    def key(self) -> str:
        """How changes name it: `USD 1380000`, however many noughts follow the point."""
        return f"{self.currency} {self.value.normalize():f}"
