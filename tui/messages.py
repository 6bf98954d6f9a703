"""What the panes tell the main screen, which alone decides what follows, or the app. No two are equal: each is told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from db.period import Months
from db.queries.listing import Row
from db.selection import Selection

if TYPE_CHECKING:
    from tui.chart.data import Wish
    from tui.commands import Where
    from tui.views.timeline import TimelineView


@dataclass(eq=False)
class RowsWanted(Message):
    """The timeline is about to show rows that it has not got."""

    generation: int
    pages: tuple[int, ...]
    """Numbers of pages, the nearest first."""

    def can_replace(self, message: Message) -> bool:
        """A newer wish stands for the older ones."""
        return isinstance(message, RowsWanted)


@dataclass(eq=False)
class CursorMoved(Message):
    """The timeline's cursor stands on another milestone; None on an empty list, or while its row is being fetched."""

    row: Row | None
    by_person: bool
    """False where the list moved under the cursor."""

    def can_replace(self, message: Message) -> bool:
        """Only the last place matters, but a person's own move is not forgotten."""
        return isinstance(message, CursorMoved) and (self.by_person or not message.by_person)


@dataclass(eq=False)
class ArticleWanted(Message):
    """A person wants to read on: the article of the milestone under the cursor."""


@dataclass(eq=False)
class VisitWanted(Message):
    """The name of another milestone was clicked."""

    uid: str


@dataclass(eq=False)
class MarkToggled(Message):
    """A milestone is to be marked or unmarked."""

    uid: str


@dataclass(eq=False)
class MarkAllWanted(Message):
    """All that the list holds are to be marked, or unmarked."""


@dataclass(eq=False)
class FacetToggled(Message):
    """A value of a facet was taken, excluded or let go."""

    field: str
    value: str
    exclude: bool


@dataclass(eq=False)
class FacetsWanted(Message):
    """The filters show facets whose counts they have not got."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class SelectionTyped(Message):
    """The search line holds another valid query."""

    selection: Selection


@dataclass(eq=False)
class ValuesWanted(Message):
    """The search line wants to offer the values of a field."""

    before: str
    """The query in front of the term that is being typed."""
    field: str


@dataclass(eq=False)
class SearchLeft(Message):
    """The search line is done: keep what was typed, or go back to what was there before."""

    keep: bool


@dataclass(eq=False)
class ChipRemoved(Message):
    """One term of the selection is to go."""

    index: int
    """Of `Selection.terms`; -1 for all."""


@dataclass(eq=False)
class MonthPicked(Message):
    """A place in the small histogram was clicked."""

    month: int
    """year*12 + month - 1."""


@dataclass(eq=False)
class PeriodPointed(Message):
    """A time is being chosen in the histogram; the words say which. Empty words: no more."""

    words: str


@dataclass(eq=False)
class PeriodPicked(Message):
    """A time was chosen."""

    months: Months | None
    """None for all times."""


@dataclass(eq=False)
class PeriodLeft(Message):
    """The histogram is left, and nothing was chosen in it."""


@dataclass(eq=False)
class SparksWanted(Message):
    """The filters show values of which they do not know yet when they were."""

    values: Mapping[str, Sequence[str]]
    """By facet."""


@dataclass(eq=False)
class GoToDateWanted(Message):
    """A person wants to type a date to go to."""


@dataclass(eq=False)
class CommandPicked(Message):
    """A key in the footer was clicked."""

    id: str


@dataclass(eq=False)
class PanePicked(Message):
    """The name of a pane was clicked."""

    id: str


@dataclass(eq=False)
class ViewWanted(Message):
    """The timeline is to be looked at in another way."""

    view: TimelineView
    leads_back: bool = False
    """Whether one step back is to how it is looked at now."""


@dataclass(eq=False)
class ViewLeft(Message):
    """What was looked at nearly has been seen: back to what was shown before."""


@dataclass(eq=False)
class ChartWanted(Message):
    """The chart is about to show what it has not got."""

    wish: Wish

    def can_replace(self, message: Message) -> bool:
        """A newer wish stands for the older ones."""
        return isinstance(message, ChartWanted)


@dataclass(eq=False)
class ChartMoved(Message):
    """A person took the chart's cursor to another milestone."""

    uid: str

    def can_replace(self, message: Message) -> bool:
        """Only the last place matters."""
        return isinstance(message, ChartMoved)


@dataclass(eq=False)
class DateStepWanted(Message):
    """From the chart: to another month or year, or to today, as in the list."""

    action: str
    """The list's own, as a key is bound to it: `heading(1)`."""


@dataclass(eq=False)
class HelpWanted(Message):
    """From any screen to the app: what this place is for, and all keys."""

    where: Where
