"""Which lines the filter pane has: the facets, their values, and what is folded away. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from db.queries.facets import FacetValue
from db.selection import Selection

FOLDED = 7
"""Values that a facet shows until it is unfolded."""
TITLES = {"country": "Country", "donor": "Donor", "kind": "Kind", "year": "Year"}
"""The facets in the order of the pane."""


class Shape(Enum):
    """What a line is."""

    HEADING = "heading"
    VALUE = "value"
    MORE = "more"
    BLANK = "blank"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class FacetLine:
    """One line of the pane."""

    shape: Shape
    field: str = ""
    value: str = ""
    label: str = ""
    count: int = 0
    share: float = 0.0
    """Of the greatest count of its facet, 0 to 1."""
    inner: bool = False
    """An agency under its government."""
    chosen: bool = False
    excluded: bool = False

    @property
    def key(self) -> tuple[Shape, str, str]:
        """What the cursor keeps to when the lines change."""
        return self.shape, self.field, self.value

    @property
    def stops(self) -> bool:
        """Whether the cursor may stand here."""
        return self.shape in {Shape.VALUE, Shape.MORE}


def facet_lines(
    facets: Mapping[str, Sequence[FacetValue]], selection: Selection, unfolded: frozenset[str], narrow: str
) -> tuple[FacetLine, ...]:
    """The lines of the pane. Taken and excluded values are always there; `narrow` leaves only labels that hold it."""
    lines: list[FacetLine] = []
    for field, title in TITLES.items():
        values = _in_families(_with_chosen(facets.get(field, ()), selection, field))
        chosen, excluded = selection.chosen(field), selection.excluded(field)
        if narrow:
            values = [value for value in values if _holds(value, narrow)]
        elif field not in unfolded and len(values) > FOLDED + 1:
            values = [
                value for number, value in enumerate(values) if number < FOLDED or value.value in chosen or value.value in excluded
            ]
        hidden = 0 if narrow else len(_with_chosen(facets.get(field, ()), selection, field)) - len(values)
        if narrow and not values:
            continue
        if lines:
            lines.append(FacetLine(Shape.BLANK))
        lines.append(FacetLine(Shape.HEADING, field, label=title, count=len(values) + hidden))
        most = max((value.count for value in facets.get(field, ())), default=0) or 1
        lines += [
            FacetLine(
                Shape.VALUE, field, value.value, value.label, value.count, value.count / most,
                inner=bool(value.parent), chosen=value.value in chosen, excluded=value.value in excluded,
            )
            for value in values
        ]  # fmt: skip
        if hidden:
            lines.append(FacetLine(Shape.MORE, field, label=f"{hidden} more", count=hidden))
        elif field in unfolded and len(values) > FOLDED + 1 and not narrow:
            lines.append(FacetLine(Shape.MORE, field, label="fewer"))
        elif not values:
            lines.append(FacetLine(Shape.NOTE, field, label="none"))
    if narrow and not lines:
        lines.append(FacetLine(Shape.NOTE, label=f"nothing has “{narrow}” in its name"))
    return tuple(lines)


def _holds(value: FacetValue, narrow: str) -> bool:
    wanted = narrow.casefold()
    return any(wanted in text.casefold() for text in (value.label, value.value, value.parent))


def _with_chosen(values: Sequence[FacetValue], selection: Selection, field: str) -> list[FacetValue]:
    """The values, and those taken or excluded that nothing has any more."""
    there = {value.value for value in values}
    lost = sorted((selection.chosen(field) | selection.excluded(field)) - there)
    return [*values, *(FacetValue(value, value, 0) for value in lost)]


def _in_families(values: Sequence[FacetValue]) -> list[FacetValue]:
    """Agencies directly under their government, otherwise in the order given."""
    children: dict[str, list[FacetValue]] = {}
    there = {value.value for value in values}
    for value in values:
        if value.parent in there:
            children.setdefault(value.parent, []).append(value)
    ordered: list[FacetValue] = []
    for value in values:
        if value.parent not in there:
            ordered += [value, *children.get(value.value, ())]
    return ordered
