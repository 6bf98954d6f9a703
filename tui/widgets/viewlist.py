"""Views by name, each with what it shows in words: those that fit what is typed, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.names import fold
from db.queries.views import SavedView
from db.selection import parse
from db.terms import QueryError
from tui.render import clean


class ViewList(OptionList, can_focus=False, inherit_bindings=False):
    """Two lines for each view; the keys come from the line that is typed in."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self.found: tuple[SavedView, ...] = ()
        """Those that are listed."""

    def show(self, views: Sequence[SavedView], typed: str = "", first: str = "") -> None:
        """These views, as far as they fit; the one named `first` is chosen, else the one that was, else the first."""
        chosen = first or (self.chosen.name if self.chosen else "")
        parts = fold(typed).split()
        self.found = tuple(view for view in views if all(part in fold(f"{view.name} {words_of(view)}") for part in parts))
        self.clear_options()
        self.add_options([Option(_entry(view)) for view in self.found])
        names = [view.name for view in self.found]
        if names:
            self.highlighted = names.index(chosen) if chosen in names else 0

    @property
    def chosen(self) -> SavedView | None:
        """The one that the cursor is on."""
        at = self.highlighted
        return self.found[at] if at is not None and at < len(self.found) else None

    def step(self, lines: int) -> None:
        """Up or down, round in a circle."""
        (self.action_cursor_up if lines < 0 else self.action_cursor_down)()


def words_of(view: SavedView) -> str:
    """What it shows, in words; as it was typed where that makes no sense (any more)."""
    try:
        return parse(view.query).words()
    except QueryError:
        return view.query


def _entry(view: SavedView) -> Text:
    return Text.assemble((clean(view.name), "bold"), "\n  ", (clean(words_of(view)), "dim"), no_wrap=True, overflow="ellipsis")
