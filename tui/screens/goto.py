"""Where people type a date to go to."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from db.typed import read_when
from db.when import When, WhenError
from tui.commands import Where, bindings
from tui.screens.dialog import Dialog
from tui.theme import STYLES
from tui.widgets.inputline import SafeInput

_HINT = "13 May 2016, May 2016, Q2 2016, autumn 2017 or 2015"


class DateInput(SafeInput):
    """One line for a date."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.GOTO)


class GoToScreen(Dialog[When], inherit_bindings=False):
    """It gives back the date, None where nobody wants to go."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, today: date) -> None:
        super().__init__(Where.GOTO)
        self._today = today
        self.input = DateInput()

    def compose(self) -> ComposeResult:
        """The line, how it is understood, the keys."""
        with Vertical(id="goto") as box:
            box.border_title = "Go to a date"
            yield self.input
            yield self.said
            yield self.keys

    @property
    def doer(self) -> Widget:
        """The line that is typed in."""
        return self.input

    def on_mount(self) -> None:
        """Ask at once."""
        self.say(_HINT)
        self.input.focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        """What is half typed is not wrong yet."""
        try:
            self.say(read_when(self.input.value, self._today).show_long())
        except WhenError:
            self.say(_HINT)

    @on(Input.Submitted)
    def _entered(self) -> None:
        if not self.input.value.strip():
            self.dismiss(None)
            return
        try:
            self.dismiss(read_when(self.input.value, self._today))
        except WhenError as error:
            self.say(str(error), wrong=True)
