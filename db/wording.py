"""How selections and names read in English: chips above the timeline, headings and sentences of what is exported."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db import names
from db.parts import DOUBTFUL, Kind, Role, Status
from db.terms import Term, show_date

if TYPE_CHECKING:
    from db.models import Milestone

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
