"""The values that every room speaks of: a milestone and its parts, the article that tells it, the source that holds it.

All of them are frozen; a change is a new value (`dataclasses.replace`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from db.when import When

Span = tuple[int, int]
"""A half-open range of characters."""


class Kind(StrEnum):
    """What sort of thing happened; `db/data/kinds.toml` has the glyph, the colour and the words for each."""

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


@dataclass(frozen=True, slots=True, order=True)
class CountryRole:
    """A country of a milestone."""

    code: str
    """ISO 3166-1 alpha-2, in capitals."""
    role: Role


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


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """A run of like events, such as review meetings of one memorandum, and which of them this is."""

    name: str
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule that made it and the words it was made from."""

    field: str
    """`date`, `kind`, `countries`, `donors`, `amounts`, `series`, `level`, `title`, or `doubt` for what makes it less sure."""
    rule: str
    """The rule's name, in words with hyphens: `year-from-issue`."""
    text: str
    """The words of the text, as printed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a source tells a milestone."""

    spans: tuple[Span, ...]
    """Characters of `Source.text` in reading order, which need not be ascending: a column may continue above."""
    quote: str
    """The spans joined and repaired, at most 600 characters; squeezed to letters and digits the two are equal."""
    article: int = 0
    """Which article of the reading it stands in, from 0."""
    at: Span = (0, 0)
    """Where the quote starts and ends in that article's text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that give a milestone a donor or an amount, where its quote does not say it; they stand in the same article."""

    of: str
    """What they prove, as changes name it: `donor:Japan/JICA`, `amount:USD 1380000`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone: what a text or a person says of it, apart from how it is stored."""

    title: str
    """10 to 90 characters on one line."""
    when: When
    kind: Kind
    level: Level = Level.MAIN
    date_text: str = ""
    """The date as printed."""
    basis: Basis = Basis.STATED
    planned: bool = False
    """Announced, not reported as done."""
    series: Series | None = None
    place: str = ""
    countries: tuple[CountryRole, ...] = ()
    """Location, beneficiary, participant, then by code; each country once."""
    donors: tuple[Donor, ...] = ()
    amounts: tuple[Money, ...] = ()
    partners: tuple[str, ...] = ()
    restated: tuple[tuple[Money, Money], ...] = ()
    """An amount that says another one of these again in its currency, and that other one: "USD 2 million (EUR 1.8 million)"."""
    evidence: Evidence | None = None
    """None only where a person entered the milestone."""
    citations: tuple[Citation, ...] = ()
    """At most one for each donor and amount."""
    confidence: float = 1.0
    """0 to 1; under 0.5 is doubtful."""
    reasons: tuple[Reason, ...] = ()
    status: Status = Status.NEW
    note: str = ""


DOUBTFUL = 0.5
"""A confidence under this is doubtful."""


@dataclass(frozen=True, slots=True)
class Article:
    """One story of a source, repaired so that it reads as it was meant."""

    heading: str
    """On one line, as printed; empty where the text has none."""
    text: str
    """The repaired text, paragraphs apart by a blank line."""


@dataclass(frozen=True, slots=True)
class Source:
    """A newsletter issue as it was read."""

    file: str
    """The file's name without folders; `--name` for standard input."""
    title: str
    """What people call it: "Milestones, Apr-Jun 2016"."""
    text: str
    """Decoded, line ends kept, otherwise untouched."""
    sha256: str
    """Of the bytes, in hexadecimal."""
    issue: When | None = None
    """The period it covers."""
    issue_basis: str = ""
    """How the period was found: `file name`, `heading`, `imprint`, `dates in the text`, `given`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that an importer got from one source, in order of appearance."""

    source: Source
    articles: tuple[Article, ...]
    milestones: tuple[Milestone, ...]
    importer: str
    """The importer's version; bytes known under the same version need no second reading."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read, one line each ("read as cp1252")."""
