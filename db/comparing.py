"""What two readings of one milestone say differently, field by field: what a better importer or a corrected newsletter changed."""

from __future__ import annotations

from dataclasses import dataclass

from db.changes import field_text
from db.models import Milestone

_FIELDS = ("title", "date", "kind", "level", "planned", "place", "series")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is read otherwise than before; values as people read them."""

    field: str
    before: str
    after: str


def differences(before: Milestone, after: Milestone) -> tuple[Difference, ...]:
    """The fields (by their names in the export) in which two readings differ, in the order of the export."""
    return tuple(
        Difference(field, first, second)
        for (field, first), (_, second) in zip(_texts(before), _texts(after), strict=True)
        if first != second
    )


def _texts(milestone: Milestone) -> list[tuple[str, str]]:
    evidence = milestone.evidence
    return [
        *((field, field_text(milestone, field) or "") for field in _FIELDS),
        ("countries", ", ".join(f"{one.code} ({one.role})" for one in milestone.countries)),
        ("donors", "; ".join(map(str, milestone.donors))),
        ("amounts", "; ".join(map(str, milestone.amounts))),
        ("partners", "; ".join(milestone.partners)),
        ("quote", evidence.quote if evidence else ""),
    ]
