"""The values that every room speaks of: a milestone and its parts, the article that tells it, the source that holds it.

All of them are frozen; a change is a new value (`dataclasses.replace`). The parts that stand in `db.parts` are named here too.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.parts import DOUBTFUL, Basis, CountryRole, Donor, Kind, Level, Money, Role, Status
from db.when import When

__all__ = [
    "DOUBTFUL",
    "Article",
    "Basis",
    "Citation",
    "CountryRole",
    "Donor",
    "Evidence",
    "Kind",
    "Level",
    "Milestone",
    "Money",
    "Reading",
    "Reason",
    "Role",
    "Series",
    "Source",
    "Span",
    "Status",
]

Span = tuple[int, int]
"""A half-open range of characters."""


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
