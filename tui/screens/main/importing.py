"""What the main screen does about imports: it opens the dialog, and shows what came in."""

from __future__ import annotations

from functools import partial

from db.queries.listing import newest_after
from db.selection import Selection
from tui.config.places import DEMO_IS_MADE_ANEW, demo_store_path
from tui.screens.main.changing import Changing
from tui.screens.workers import latest


class Importing(Changing, inherit_bindings=False):
    """The panes, and newsletters that come in."""

    def action_import(self) -> None:
        """Read newsletters into the store."""
        from tui.screens.importdialog import ImportScreen

        warning = DEMO_IS_MADE_ANEW[0].upper() + DEMO_IS_MADE_ANEW[1:] if self.path == demo_store_path() else ""
        self.app.push_screen(ImportScreen(self.path, self._imported, warning=warning), self._import_left)

    def _imported(self, mark: int) -> None:
        latest(self, partial(self._show_imported, mark), "imported")

    async def _show_imported(self, mark: int) -> None:
        """The cursor goes to the first new milestone that the list holds."""
        uid = await self.ask(partial(newest_after, selection=self.selection, key=mark))
        self.show_again((uid,) if uid else ())

    def _import_left(self, doubtful: Selection | None) -> None:
        if doubtful is not None:
            self.review(doubtful)
