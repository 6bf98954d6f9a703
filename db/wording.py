"""How the terms of a selection read in English: chips above the timeline, headings of what is exported."""

from __future__ import annotations

from db import names
from db.models import Kind
from db.terms import Term, show_date

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
    told = _FORMS.get(term.field, "{}").format(told)
    return f"not {told}" if term.negated else told


def _value(term: Term, value: str) -> str:
    field = term.field
    if field in {"country", "location", "beneficiary", "participant"}:
        return names.country_name(value)
    if field == "donor":
        name, _, agency = value.partition("/")
        return f"{name} through {agency}" if agency else name
    if field == "kind":
        return names.kind_info(Kind(value)).plural
    if field in {"date", "after", "before"}:
        return show_date(value)
    if field in {"", "place", "series", "source"}:
        return f"“{value}”"
    return _VALUES.get((field, value), value)
