"""What the dialogs over another screen share: what they say, deeds, the line that names their keys, help about them, leaving."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from rich.text import Text
from textual import on
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.commands import BY_ID, Where
from tui.messages import CommandPicked, HelpWanted
from tui.notices import hush
from tui.render import clean
from tui.screens.layoutonce import LaidOutOnce
from tui.screens.workers import Working
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from tui.background.deeds import Deed, Done

T = TypeVar("T")

_ROWS, _COLUMNS = 12, 30
"""Of the terminal, from which there is room for all."""


class Ask(Protocol):
    """Who can ask the store."""

    def __call__(self, question: Callable[[sqlite3.Connection], T], /) -> Coroutine[Any, Any, T | None]:
        """The answer, worked out in a thread; None where it failed, which has been said."""


class Dialog(LaidOutOnce, Working, ModalScreen[T | None], inherit_bindings=False):
    """It gives back what was decided, None where nothing was."""

    store: Path
    """What its deeds are done to, where it does any."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.keys = KeyLine()
        self.keys.where = where
        self.said = Static("", id="said", classes="-empty", markup=False)

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

    def say(self, *lines: str | Text, wrong: bool = False) -> None:
        """What matters now, in place of what was said before; a `Text` is shown as it comes, all else is made harmless."""
        told = [Text(clean(line)) if isinstance(line, str) else line for line in lines]
        self.said.update(Text("\n").join(told))
        self.said.set_class(wrong, "-wrong")
        self.said.set_class(not any(told), "-empty")

    async def carry_out(self, deed: Deed, *, create: bool = False) -> Done | None:
        """Do it; None where that could not be, which has been said."""
        from tui.background import deeds

        try:
            return await deeds.carry_out(self.store, deed, create=create)
        except deeds.WRONG as error:
            await self.refused(error, deeds.line_of(error, self.store))
            return None

    async def refused(self, error: Exception, line: str) -> None:
        """Say in a line why something could not be done."""
        self.say(f"✗ {line}", wrong=True)

    def action_leave(self) -> None:
        """Back, with nothing decided."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What it is for, and all keys."""
        self.post_message(HelpWanted(self.keys.where))

    @on(CommandPicked)
    async def _picked(self, message: CommandPicked) -> None:
        await self.doer.run_action(BY_ID[message.id].action)
