"""The store may be changed, replaced or taken away by other programs while it is shown; the screen notices and looks again."""

from __future__ import annotations

import sqlite3
from functools import partial

from textual.timer import Timer

from db.connect import StoreError
from tui.background.lane import data_version
from tui.screens.main.funnel import Funnel
from tui.screens.workers import latest

_LOOK_AGAIN = 2.0
"""Seconds between two looks whether somebody else has written to the store."""


class Watching(Funnel, inherit_bindings=False):
    """A funnel that keeps up with its store; the cursor stays on its milestone."""

    _watch: Timer | None = None

    def on_mount(self) -> None:
        """Begin to watch."""
        self._watch = self.set_interval(_LOOK_AGAIN, self.look_again)

    def on_screen_suspend(self) -> None:
        """Another screen is above: with whatever happens below it, Textual draws all of both anew."""
        if self._watch is not None:
            self._watch.pause()

    def on_screen_resume(self) -> None:
        """See what happened while nobody watched."""
        if self._watch is not None:
            self._watch.resume()
        self.look_again()

    def look_again(self) -> None:
        """Ask whether the store is still the one that is shown."""
        if self.seen:
            latest(self, partial(self._look, self.generation), "watch")

    async def _look(self, generation: int) -> None:
        lane = self._lanes["list"]
        try:
            version = await lane.ask(data_version)
            now: tuple[int, int] | str = (lane.opened, version)
        except StoreError as error:
            now = str(error)
        except sqlite3.Error:
            # somebody is writing: there will be something to see at the next look
            return
        if now != self.seen and generation == self.generation:
            self.show_again()
