"""How selections, names and what is known of a milestone read in English, on a screen, in a terminal and in what is exported."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db import names
from db.parts import DOUBTFUL, Basis, Kind, Money, Role, Status
from db.terms import Term, show_date

if TYPE_CHECKING:
    from db.models import Milestone, Series

_FORMS = {
    "country": "{}",
    "location": "in {}",
    "beneficiary": "for {}",
    "participant": "with {} taking part",
    "donor": "funded by {}",
    "agency": "through {}",
    "place": "at {}",
    "series": "series {}",
    "source": "from {}",
    "date": "{}",
    "after": "{} or later",
    "before": "{} or earlier",
}
_VALUES = {
    ("is", "edited"): "edited by hand",
    ("is", "duplicate"): "told more than once",
    ("is", "noted"): "with a note",
    ("has", "amount"): "an amount",
    **{("has", one): f"a {one}" for one in ("donor", "country", "place", "partner", "series", "note")},
    ("basis", "stated"): "date stated",
    ("basis", "resolved"): "date worked out from context",
    ("basis", "issue"): "dated by the issue only",
    ("basis", "edited"): "date set by hand",
    ("status", "removed"): "from removed sources",
    ("status", "any"): "of any status",
    ("status", "gone"): "no longer told",
}


def phrase(term: Term) -> str:
    """A short phrase that says what the term asks for."""
    told = " or ".join(_value(term, value) for value in term.values)
    if term.field == "has":
        return f"without {told}" if term.negated else f"with {told}"
    told = _FORMS.get(term.field, "{}").format(told)
    return f"not {told}" if term.negated else told


def _value(term: Term, value: str) -> str:
    field = term.field
    if field in {"country", "location", "beneficiary", "participant"}:
        return names.country_name(value)
    if field == "donor":
        name, _, agency = value.partition("/")
        return f"{definite(name)} through {definite(agency)}" if agency else definite(name)
    if field == "agency":
        return definite(value)
    if field == "kind":
        return names.kind_info(Kind(value)).plural
    if field in {"date", "after", "before"}:
        return show_date(value)
    if field in {"", "place", "series", "source"}:
        return f"“{value}”"
    return _VALUES.get((field, value), value)


_BEFORE = re.compile(r" (?:of|for|on|to|in|against|and) ")


@functools.cache
def definite(name: str) -> str:
    """A country's, donor's or agency's name as it stands in a sentence: `the United States`, `the Global Fund`, `Japan`.

    Its leading noun decides; `db/data/definite.txt` lists those that want an article.
    """
    head = _BEFORE.split(name, maxsplit=1)[0].rpartition(" ")[2]
    return f"the {name}" if head in _nouns() and not name.lower().startswith("the ") else name


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset((names.DATA / "definite.txt").read_text("utf-8").split())


_ROLES = {
    Role.LOCATION: ("location", "locations"),
    Role.BENEFICIARY: ("beneficiary", "beneficiaries"),
    Role.PARTICIPANT: ("participant", "participants"),
}


def doubts(milestone: Milestone) -> str:
    """Why a milestone is doubtful: `words hardly tell an event; no country is named`; nothing where it is not, or not known."""
    if milestone.confidence >= DOUBTFUL or milestone.status is not Status.NEW:
        return ""
    return "; ".join(reason.rule.replace("-", " ") for reason in milestone.reasons if reason.field == "doubt")


def by_role(countries: Iterable[tuple[str, str]]) -> list[tuple[Role, str, list[str]]]:
    """Countries, each a name and a role, as they are told: the role, its word (of several, the plural), their names."""
    told: dict[Role, list[str]] = {}
    for name, role in countries:
        told.setdefault(Role(role), []).append(name)
    return [(role, _ROLES[role][len(told[role]) > 1], told[role]) for role in Role if role in told]


_BASES = {
    Basis.STATED: ("as printed", "as printed"),
    Basis.RESOLVED: ("worked out from context", "worked out from"),
    Basis.ISSUE: ("only the issue's period is known", "only the issue's period is known;"),
    Basis.EDITED: ("set by hand", "set by hand; printed"),
}
"""How a date is known, and the same before the words that the text has for it."""


def basis_words(basis: Basis, printed: str) -> str:
    """How a date is known, with what the text says of it, if anything: `as printed “in May”`."""
    alone, before = _BASES[basis]
    return f"{before} “{printed}”" if printed else alone


def series_words(series: Series) -> str:
    """`review meetings of the MoU, no. 10`."""
    return series.name if series.ordinal is None else f"{series.name}, no. {series.ordinal}"


def restated_words(milestone: Milestone) -> dict[Money, str]:
    """What is to be said beside the amounts that say another one again: `= EUR 50,000, counted once`."""
    return {money: f"= {same}, counted once" for money, same in milestone.restated}


def source_names(title: str, file: str) -> tuple[str, ...]:
    """What a newsletter is called: its title and its file, or the file alone where nobody knows a title."""
    return (file,) if title in {"", file} else (title, file)


def source_name(title: str, file: str) -> str:
    """The same as one: `Milestones, Q2 2016 (16q2.txt)`."""
    first, *more = source_names(title, file)
    return f"{first} ({more[0]})" if more else first


def count_words(number: int, noun: str) -> str:
    """So many of them: `1 source`, `4,000 sources`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
