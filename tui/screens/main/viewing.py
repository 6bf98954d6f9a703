"""Views: the last one comes back at start, one is saved under a name, one is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.selection import Selection
from db.terms import QueryError
from tui.background.lane import Lane
from tui.commands import key
from tui.config.state import Memory
from tui.notices import tell
from tui.render import clean
from tui.screens.main.charting import Charting
from tui.screens.main.choosing import Choosing
from tui.screens.main.exporting import TakingAlong
from tui.screens.main.panes import Layout
from tui.views.timeline import TimelineView
from tui.views.view import GROUP, View, view_from

if TYPE_CHECKING:
    from db.queries.views import SavedView
    from tui.exports.file import ExportChoices


class Viewing(Charting, Choosing, TakingAlong, inherit_bindings=False):
    """The main screen, whose view is remembered and can have a name."""

    def __init__(self, path: Path, title: str, today: date, memory: Memory, sizes: Layout, lane: Lane | None = None) -> None:
        super().__init__(path, title, today, memory, sizes, lane)
        self._called = ""
        """Of the view that was opened or saved last."""
        self._gone: list[SavedView] = []
        """Views that were removed or saved over in this session."""
        self._restored: View | QueryError | None = None
        state = memory.state
        try:
            self._restored = view_from(state.query, state.looks)
        except QueryError as error:
            self._restored = error
        else:
            self.selection = self._restored.selection

    def on_mount(self) -> None:
        """Say what is not as at the very first start."""
        match self._restored:
            case QueryError() as error:
                words = f"What was shown last cannot be shown any more: {error.message}. All is shown"
                tell(self, words, "Everything", kind="warning")
            case View(selection=selection) as view:
                self._set_up(view)
                if selection.terms:
                    tell(self, f"{selection.words()}.", "As you left it", then="show-all")

    @property
    def shown_view(self) -> View:
        """What a person has set up."""
        group = str(self.export_choices.options.group) if self.export_choices else GROUP
        return View(self.selection, self.view, group)

    def _set_up(self, view: View) -> None:
        self.look(view.timeline)
        if view.group != self.shown_view.group:
            from tui.exports.file import ExportChoices

            choices = self.export_choices or ExportChoices()
            self.export_choices = replace(choices, options=choices.options.but(group=view.group))

    def look(self, view: TimelineView) -> None:
        """See the timeline so."""
        super().look(view)
        self._learn_view()

    def select(self, selection: Selection, *, remember: bool = True) -> None:
        """Another selection is remembered."""
        super().select(selection, remember=remember)
        self._learn_view()

    def export_with(self, choices: ExportChoices) -> None:
        """Another grouping too."""
        super().export_with(choices)
        self._learn_view()

    def _learn_view(self) -> None:
        view = self.shown_view
        self.learn(query=view.selection.text(), looks=view.looks)

    def action_save_view(self) -> None:
        """Give what is shown a name."""
        from db.store.views import LONGEST
        from tui.screens.viewdialogs import SaveViewScreen

        view = self.shown_view
        words = view.selection.words() if view.selection.terms else ""
        name = clean(self._called or (words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"))
        self.app.push_screen(SaveViewScreen(self.path, self.ask, self._gone, view, name), self._saved)

    def _saved(self, view: SavedView | None) -> None:
        if view is not None:
            self._called = view.name

    def action_open_view(self) -> None:
        """Choose a view that has a name."""
        from tui.screens.viewdialogs import OpenViewScreen

        self.app.push_screen(OpenViewScreen(self.path, self.ask, self._gone), self.open_view)

    def open_view(self, saved: SavedView | None) -> None:
        """Show it; where its query makes no sense (any more), put that into the search line to be put right."""
        if saved is None:
            return
        self._called = saved.name
        try:
            view = view_from(saved.query, saved.looks)
        except QueryError as error:
            words = f"{error.message}. Put its query right here, then {key('save-view')} saves it anew."
            tell(self, words, f"“{saved.name}” cannot be shown", kind="warning")
            self.action_search()
            self.search.input.value = clean(saved.query)
            return
        self.select(view.selection)
        self._set_up(view)
        self.go_to_pane("timeline")
        tell(self, f"{view.selection.words()}, {view.words()}.", f"“{saved.name}”", then="back")
