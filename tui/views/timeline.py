"""How the timeline is looked at: as a list or a chart, by which lanes, how near and where: a value that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

_Choice = TypeVar("_Choice", bound=StrEnum)
_DIGITS = 8
"""No number of days of the calendar has as many."""


class Face(StrEnum):
    """The two faces of the timeline."""

    LIST = "list"
    CHART = "chart"


class Lanes(StrEnum):
    """What the lanes of the chart are, in the order in which they are stepped through."""

    COUNTRY = "country"
    DONOR = "donor"
    KIND = "kind"
    SOURCE = "source"
    SERIES = "series"


class Unit(StrEnum):
    """How near the chart is: what its lower labels count, from the farthest to the nearest."""

    DECADE = "decade"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the timeline shows of a selection, whatever the selection is."""

    face: Face = Face.LIST
    lanes: Lanes = Lanes.COUNTRY
    unit: Unit | None = None
    """None: as near as all that is shown fits."""
    at: date | None = None
    """The day in the middle of the chart; None where the cursor is, or where all fits."""
    days: int | None = None
    """How many days the chart is to show, on a pane of any width, as near as they fit; None: as many as `unit` has room for."""

    def turned(self) -> TimelineView:
        """The other face."""
        return replace(self, face=Face.LIST if self.face is Face.CHART else Face.CHART)

    def next_lanes(self) -> TimelineView:
        """The next kind of lanes; the first follows the last."""
        kinds = tuple(Lanes)
        return replace(self, lanes=kinds[(kinds.index(self.lanes) + 1) % len(kinds)])

    def fields(self) -> dict[str, str]:
        """As text, for a file or the store: `{"face": "chart", "lanes": "donor", "unit": "quarter", "at": "2016-05-01"}`.

        `unit`, `at` and `days` are left out where they are None.
        """
        kept = {"face": self.face.value, "lanes": self.lanes.value}
        near = {"unit": self.unit.value} if self.unit else {}
        there = {"at": self.at.isoformat()} if self.at else {}
        return kept | near | there | ({"days": str(self.days)} if self.days else {})


def nearer(unit: Unit, steps: int) -> Unit:
    """Nearer by so many units, farther where negative; never beyond days and decades."""
    units = tuple(Unit)
    return units[max(0, min(units.index(unit) + steps, len(units) - 1))]


def view_of(fields: Mapping[str, str]) -> TimelineView:
    """What `fields` gave. What is missing or not understood is as at the start: what people can edit must not stop the app."""
    return TimelineView(
        _one_of(Face, fields.get("face")) or Face.LIST,
        _one_of(Lanes, fields.get("lanes")) or Lanes.COUNTRY,
        _one_of(Unit, fields.get("unit")),
        _day(fields.get("at")),
        _number(fields.get("days")),
    )


def _one_of(choices: type[_Choice], text: object) -> _Choice | None:
    return next((choice for choice in choices if choice.value == text), None)


def _number(text: object) -> int | None:
    return int(text) or None if isinstance(text, str) and text.isdecimal() and len(text) < _DIGITS else None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
