"""What the dialogs over another screen share: the line that names their keys, help about them, and leaving."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.commands import BY_ID, Where
from tui.messages import CommandPicked, HelpWanted
from tui.notices import hush
from tui.screens.layoutonce import LaidOutOnce
from tui.screens.workers import Working
from tui.widgets.keyline import KeyLine

T = TypeVar("T")

_ROWS, _COLUMNS = 12, 30
"""Of the terminal, from which there is room for all."""


class Dialog(LaidOutOnce, Working, ModalScreen[T | None], inherit_bindings=False):
    """It gives back what was decided, None where nothing was."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.keys = KeyLine()
        self.keys.where = where

    def on_mount(self) -> None:
        """What was said before must not lie over what is to be read here."""
        hush(self)
        self._fit()

    def on_resize(self) -> None:
        """Perhaps a terminal of a few rows."""
        self._fit()

    def _fit(self) -> None:
        """What it is for comes first: on a terminal of a few rows the border, the hints and the keys give way to it."""
        self.set_class(self.app.size.height < _ROWS, "-short")
        self.set_class(self.app.size.width < _COLUMNS, "-slim")

    @property
    def doer(self) -> Widget:
        """What has the actions of its commands."""
        return self

    def action_leave(self) -> None:
        """Back, with nothing decided."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What it is for, and all keys."""
        self.post_message(HelpWanted(self.keys.where))

    @on(CommandPicked)
    async def _picked(self, message: CommandPicked) -> None:
        await self.doer.run_action(BY_ID[message.id].action)
