"""What a command's declaration says: what it is called, its keys, where it works and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


class Where(StrEnum):
    """Where a command works; the value is what people call the place."""

    EVERYWHERE = "everywhere"
    LISTS = "all panes"
    TIMELINE = "timeline"
    FILTERS = "filters"
    DETAIL = "detail"
    CHIPS = "chips"
    SEARCH = "search line"
    CHANGES = "changes"
    FORM = "form"
    REVIEW = "review"
    MERGE = "merging"
    IMPORT = "import"
    REPORT = "import report"
    GOTO = "going to a date"
    EXPORT = "export"


OVER = frozenset({Where.FORM, Where.REVIEW, Where.MERGE, Where.IMPORT, Where.REPORT, Where.GOTO, Where.EXPORT})
"""Places that come over the main screen."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the app can do."""

    id: str
    """What a keymap calls it."""
    keys: str
    """Textual's names of its keys, separated by commas."""
    shown: str
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

    @property
    def binding(self) -> Binding:
        """For Textual, which is loaded only now: `milepost keys` does without."""
        from textual.binding import Binding

        return Binding(self.keys, self.action, self.title, show=False, tooltip=self.help, id=self.id)
