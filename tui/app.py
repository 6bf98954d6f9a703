"""The app: its colours, its commands for the palette, and its one screen."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import get_running_loop
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from tui.background.lane import Lane
from tui.commands import COMMANDS, OVER, Where, key, take_keys
from tui.config.settings import Settings
from tui.config.state import Memory
from tui.keys.queue import KeyByKey
from tui.messages import HelpWanted
from tui.notices import go_on, tell
from tui.preloading import read_ahead
from tui.screens.main.panes import Layout
from tui.screens.main.screen import MainScreen
from tui.theme import KINDS, STYLES, THEME

_LOOK_FOR_TERMINAL = 3.0
"""Seconds between two looks whether the terminal is still there."""


class MilepostApp(KeyByKey):
    """Programme timelines in a terminal."""

    TITLE = "Milepost"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        STYLES / "main.tcss",
        STYLES / "panes.tcss",
    ]
    """Of the main screen; what comes over it brings its own."""

    def __init__(
        self,
        path: Path,
        *,
        demo: bool = False,
        today: date | None = None,
        settings: Settings | None = None,
        memory: Memory | None = None,
        lane: Lane | None = None,
    ) -> None:
        super().__init__()
        self._path = path
        self._demo = demo
        self._today = today or date.today()
        self._lane = lane
        self._settings = settings or Settings()
        take_keys(self._settings.keys)
        self._memory = memory or Memory(path, kept=False)
        # before anything is drawn, so that the style sheets are read once
        self.register_theme(THEME)
        self.theme = self._settings.theme if self._settings.theme in self.available_themes else THEME.name
        self.ansi_theme_dark = KINDS
        self._styled = self.current_theme
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """On a terminal of Linux or macOS, the one that makes nothing of a paste but text."""
        found = super().get_driver_class()
        if found.__module__ != "textual.drivers.linux_driver":
            return found
        from tui.keys.driver import Keyboard

        return Keyboard

    def get_default_screen(self) -> MainScreen:
        """The one screen: none is drawn before it."""
        title = "milepost · demo" if self._demo else "milepost"
        return MainScreen(self._path, title, self._today, self._memory, self._sizes(), self._lane)

    def _sizes(self) -> Layout:
        """The panes as they are set, else as they were left."""
        settings, state = self._settings, self._memory.state
        return Layout(settings.filters or state.filters, settings.detail or state.detail, settings.maximised)

    async def on_event(self, event: events.Event) -> None:
        """A key or a click is the next thing that a person does."""
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            go_on(self)
        await super().on_event(event)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets anew for another theme; Textual asks for it at the start too."""
        if self._styled is not self.current_theme:
            self._styled = self.current_theme
            super().refresh_css(animate)

    def on_mount(self) -> None:
        """Look whether the terminal is there; after the first frame, get ready for what comes over it."""
        self.set_keymap({name: ",".join(keys) for name, keys in self._settings.keys.items()})
        for line in self._settings.wrong:
            tell(self, line, "Settings and names", kind="warning")
        self.call_after_refresh(read_ahead, self)
        if not self.is_headless and sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno()):
            self.set_interval(_LOOK_FOR_TERMINAL, self._leave_without_terminal)
            self._heed_signals()

    def _heed_signals(self) -> None:
        """Whoever ends the program from outside finds the terminal as it was."""
        for name in ("SIGTERM", "SIGHUP"):
            # on Windows there is no loop that hears of them
            with suppress(AttributeError, NotImplementedError):
                number = int(getattr(signal, name))
                get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def _leave_without_terminal(self) -> None:
        """A terminal that goes away does not always say so; what reads from it would then try for ever."""
        assert sys.__stdin__ is not None
        if not os.isatty(sys.__stdin__.fileno()):
            self.exit()

    @on(HelpWanted)
    def _help_wanted(self, message: HelpWanted) -> None:
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(message.where))

    def key_delete(self) -> None:
        """No command has this key in the list, where one may look for it: say which one is meant."""
        screen = self.screen
        if isinstance(screen, MainScreen) and screen.focused is screen.timeline:
            tell(self, f"{key('reject')} rejects: what is rejected leaves every list.", "Nothing is deleted")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every declared command by its name, with its keys and what it does; mere moves only where they are searched for."""
        if isinstance(screen, MainScreen):
            for command in COMMANDS:
                if command.where not in {Where.SEARCH, Where.HISTOGRAM, Where.CHIPS, *OVER} and command.id != "palette":
                    reason = screen.why_not(command)
                    told = f"{command.shown} · {f'not now: {reason}' if reason else command.help}"
                    run_it = partial(screen.run_command, command.id)
                    yield SystemCommand(command.title, told, run_it, discover=command.where is not Where.LISTS)
