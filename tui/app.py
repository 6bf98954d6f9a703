"""The app: its colours, its commands for the palette, and the way in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from tui.commands import COMMANDS, OVER, Where
from tui.screens.main import MainScreen
from tui.theme import KINDS, THEME

_LOOK_FOR_TERMINAL = 3.0
"""Seconds between two looks whether the terminal is still there."""


class MilepostApp(App[None]):
    """Programme timelines in a terminal."""

    TITLE = "Milepost"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "styles/main.tcss",
        "styles/panes.tcss",
        "styles/dialogs.tcss",
        "styles/forms.tcss",
        "styles/review.tcss",
        "styles/files.tcss",
        "styles/export.tcss",
    ]

    def __init__(self, path: Path, *, demo: bool = False, today: date | None = None) -> None:
        super().__init__()
        self._path = path
        self._demo = demo
        self._today = today or date.today()

    def on_mount(self) -> None:
        """Colours first, then the one screen."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self.ansi_theme_dark = KINDS
        title = "milepost · demo" if self._demo else "milepost"
        self.push_screen(MainScreen(self._path, title, self._today))
        if not self.is_headless and sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno()):
            self.set_interval(_LOOK_FOR_TERMINAL, self._leave_without_terminal)

    def _leave_without_terminal(self) -> None:
        """A terminal that goes away does not always say so; what reads from it would then try for ever."""
        assert sys.__stdin__ is not None
        if not os.isatty(sys.__stdin__.fileno()):
            self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every declared command by its name, with its keys and what it does; mere moves only where they are searched for."""
        if isinstance(screen, MainScreen):
            for command in COMMANDS:
                if command.where not in {Where.SEARCH, Where.CHIPS, *OVER} and command.id != "palette":
                    told, run_it = f"{command.shown} · {command.help}", partial(screen.run_command, command.id)
                    yield SystemCommand(command.title, told, run_it, discover=command.where is not Where.LISTS)


def run(store_path: Path, *, demo: bool = False) -> None:
    """Open the app on the store at `store_path` and stay until it is left."""
    MilepostApp(store_path, demo=demo).run()
