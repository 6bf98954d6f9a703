"""What a command's declaration says: what it is called, its keys, where it works and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from tui.commands.keynames import shown

if TYPE_CHECKING:
    from textual.binding import Binding


class Where(StrEnum):
    """Where a command works; the value is what people call the place."""

    EVERYWHERE = "everywhere"
    LISTS = "all panes"
    TIMELINE = "timeline"
    CHART = "chart"
    FILTERS = "filters"
    DETAIL = "detail"
    CHIPS = "chips"
    SEARCH = "search line"
    HISTOGRAM = "histogram"
    CHANGES = "changes"
    FORM = "form"
    REVIEW = "review"
    MERGE = "merging"
    IMPORT = "import"
    REPORT = "import report"
    GOTO = "going to a date"
    EXPORT = "export"
    SAVING = "saving a view"
    OPENING = "opening a view"
    HELP = "help"


OVER = frozenset(
    {
        Where.FORM,
        Where.REVIEW,
        Where.MERGE,
        Where.IMPORT,
        Where.REPORT,
        Where.GOTO,
        Where.EXPORT,
        Where.SAVING,
        Where.OPENING,
        Where.HELP,
    }
)
"""Places that come over the main screen."""


class Need(Enum):
    """What must be there for a command to make sense; `tui.commands.reasons` says in words what is missing."""

    MILESTONE = auto()
    """One under the cursor."""
    MEANT = auto()
    """One that is marked or under the cursor."""
    SHOWN = auto()
    """One in the list."""
    TAKEN_ALONG = auto()
    """One that is marked or in the list."""
    TIME = auto()
    """One at any time."""
    CONDITION = auto()
    """A selection that is not everything."""
    NAMING_WORDS = auto()
    """A plain word in it that names a field's value."""
    SIDE_BY_SIDE = auto()
    """Panes side by side."""
    COMPARED = auto()
    """At most two marked, or one under the cursor."""
    MERGED = auto()
    """Another telling merged into the milestone under the cursor."""
    NEXT_TOLD = auto()
    """A further milestone of the same article."""
    TOLD_BEFORE = auto()
    LATER = auto()
    """A later instalment of the same series."""
    EARLIER = auto()
    WAITING = auto()
    """A milestone that waits for review."""
    PAIR = auto()
    """Another telling proposed."""


_own: dict[str, tuple[str, ...]] = {}


def take_keys(own: Mapping[str, tuple[str, ...]]) -> None:
    """From now on these commands, by id, are told with other keys, and no others are; the app itself binds them by its keymap."""
    _own.clear()
    _own.update(own)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the app can do."""

    id: str
    """What a keymap calls it."""
    keys: str
    """Textual's names of its keys, separated by commas."""
    signs: str
    """The keys as people read them."""
    title: str
    """Two or three words for the palette and the help."""
    help: str
    """One sentence: what it does."""
    where: Where
    action: str
    """Its method `action_<name>` of the pane or screen that it belongs to."""
    short: str = ""
    """One word for the footer, where it may stand there."""
    footer: tuple[Where, ...] = ()
    """In the footer of which panes."""
    needs: Need | None = None
    """Without it the command only says why it does nothing."""

    @property
    def shown(self) -> str:
        """Its keys as people read them; of their own ones the first."""
        return shown(_own[self.id][0]) if self.id in _own else self.signs

    @property
    def names(self) -> tuple[str, ...]:
        """Textual's names of its keys; of own ones, where there are some."""
        return _own.get(self.id) or tuple(self.keys.split(","))

    @property
    def binding(self) -> Binding:
        """For Textual, which is loaded only now: `milepost keys` does without."""
        from textual.binding import Binding

        action = f"screen.command('{self.id}')" if self.needs else self.action
        return Binding(self.keys, action, self.title, show=False, tooltip=self.help, id=self.id)

    @property
    def elsewhere(self) -> Binding:
        """The same keys where the command does nothing: they say where it does."""
        return replace(self.binding, action=f"screen.elsewhere('{self.id}')")
