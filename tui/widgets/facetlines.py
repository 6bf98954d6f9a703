"""Which lines the filter pane has: the facets, their values, and what is folded away. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from db.selection import Selection
from tui.commands import key

if TYPE_CHECKING:
    from db.queries.facets import FacetValue

FOLDED = 7
"""Values that a facet shows until it is unfolded."""
TITLES = {
    "country": "Country",
    "donor": "Donor",
    "kind": "Kind",
    "year": "Year",
    "source": "Source",
    "status": "Status",
    "series": "Series",
}
"""The facets in the order of the pane."""
SHUT = frozenset({"source", "status", "series"})
"""Those of which only the heading is shown until somebody opens them."""


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
    inner: bool = False
    """An agency under its government."""
    chosen: bool = False
    excluded: bool = False
    closed: bool = False
    """Of a heading: whether its values are folded away."""
    foldable: bool = False
    """Of a heading: whether it can be opened and closed now."""

    @property
    def key(self) -> tuple[Shape, str, str]:
        """What the cursor keeps to when the lines change."""
        return self.shape, self.field, self.value

    @property
    def stops(self) -> bool:
        """Whether the cursor may stand here."""
        return self.shape in {Shape.VALUE, Shape.MORE} or self.foldable


def facet_lines(
    facets: Mapping[str, Sequence[FacetValue]],
    selection: Selection,
    unfolded: frozenset[str],
    narrow: str,
    closed: frozenset[str] = frozenset(),
) -> tuple[FacetLine, ...]:
    """The lines of the pane; a facet that `facets` lacks is still being counted.

    Taken and excluded values are always among those of an open facet; `narrow` leaves only labels that hold it, and of all facets.
    """
    lines: list[FacetLine] = []
    for field, title in TITLES.items():
        shut = field in closed and not narrow
        own = [] if shut else _facet(facets.get(field), field, selection, field in unfolded, narrow)
        if narrow and not own:
            continue
        if lines and not (shut and lines[-1].closed):
            lines.append(FacetLine(Shape.BLANK))
        taken, without = bool(selection.chosen(field)), bool(selection.excluded(field))
        lines.append(
            FacetLine(
                Shape.HEADING, field, label=title, chosen=taken, excluded=without, closed=shut, foldable=not narrow
            )
        )  # fmt: skip
        lines += own
    if narrow and not lines:
        # on lines of their own, for a narrow pane
        lines += [FacetLine(Shape.NOTE, label=label) for label in ("no name has", f"“{narrow}”", f"{key('back')} shows all")]
    return tuple(lines)


def _facet(values: Sequence[FacetValue] | None, field: str, selection: Selection, unfolded: bool, narrow: str) -> list[FacetLine]:
    """What stands under the heading of an open facet."""
    counted, values = values is not None, values or ()
    chosen, excluded = selection.chosen(field), selection.excluded(field)
    everything = _in_families(_with_chosen(values, selection, field))
    shown = everything
    if narrow:
        shown = [value for value in everything if _holds(value, narrow)]
    elif not unfolded and len(everything) > FOLDED + 1:
        shown = [
            value for number, value in enumerate(everything) if number < FOLDED or value.value in chosen or value.value in excluded
        ]
    lines = [
        FacetLine(
            Shape.VALUE, field, value.value, value.label, value.count,
            inner=bool(value.parent), chosen=value.value in chosen, excluded=value.value in excluded,
        )
        for value in shown
    ]  # fmt: skip
    if narrow:
        return lines
    if hidden := len(everything) - len(shown):
        lines.append(FacetLine(Shape.MORE, field, label=f"{hidden} more", count=hidden))
    elif unfolded and len(everything) > FOLDED + 1:
        lines.append(FacetLine(Shape.MORE, field, label="fewer"))
    return lines or [FacetLine(Shape.NOTE, field, label="none" if counted else "counting …")]


def likeliest(lines: Sequence[FacetLine], typed: str) -> int:
    """The number of the line that was probably meant: one whose name begins so, else one with a word that does: the greatest."""
    wanted = typed.casefold()

    def score(line: FacetLine) -> tuple[bool, bool, bool, int]:
        label = line.label.casefold()
        return label.startswith(wanted), any(word.startswith(wanted) for word in label.split()), wanted in label, line.count

    values = [number for number, line in enumerate(lines) if line.shape is Shape.VALUE]
    return max(values, key=lambda number: score(lines[number]), default=0)


def _holds(value: FacetValue, narrow: str) -> bool:
    wanted = narrow.casefold()
    return any(wanted in text.casefold() for text in (value.label, value.value, value.parent))


def _with_chosen(values: Sequence[FacetValue], selection: Selection, field: str) -> list[FacetValue]:
    """The values, and those taken or excluded that nothing has any more."""
    from db.queries.facets import FacetValue

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
