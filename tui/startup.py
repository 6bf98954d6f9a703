"""The way in: what is asked and loaded, in which order, until the first milestone stands on the screen.

The store answers in a thread while Textual is loaded, which takes longer. Whatever the first screen does not need is imported
where it is first used: screens over the main one, what changes the store, what prints.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.selection import Selection, parse
from db.terms import QueryError
from tui.background.lane import Lane
from tui.background.lists import FirstRows
from tui.config.places import settings_file
from tui.config.settings import read_settings
from tui.config.state import Memory

if TYPE_CHECKING:
    from tui.app import MilepostApp

_SWITCH = 0.001
"""Seconds for which a thread that counts may keep the interpreter from the one that answers keys and draws."""
_REST = 1.0
"""Seconds in which next to nothing is made while nobody does anything."""
_SELDOM = 100
"""So many looks at what is younger come before one at all that is old, which takes a tenth of a second; rests come sooner."""


def open_app(path: Path, *, demo: bool = False, wrong: str = "") -> None:
    """Open the app on the store at `path` until it is left, then end with its exit code.

    Garbage is collected only from the first frame on. `wrong` is what is wrong with a person's own files beside the settings.
    """
    sys.setswitchinterval(_SWITCH)
    lane = Lane(path, "list")
    settings, memory = read_settings(settings_file()), Memory(path, kept=not demo)
    if wrong:
        settings = replace(settings, wrong=(*settings.wrong, wrong))
    lane.begin(FirstRows(_shown_last(memory)))
    from tui.app import MilepostApp

    app = MilepostApp(path, demo=demo, settings=settings, memory=memory, lane=lane)
    app.call_later(app.call_after_refresh, _collect, app)
    app.run()
    sys.exit(app.return_code)


def _shown_last(memory: Memory) -> Selection:
    try:
        return parse(memory.state.query)
    except QueryError:
        return Selection()


def _collect(app: MilepostApp) -> None:
    """From now on garbage is looked for, but not among what was there before the first frame; if there is a rest, then."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
    gc.enable()
    app.set_interval(_REST, Tidying())


class Tidying:
    """Looks for garbage in all that is new since the first frame, before so much has gathered that a key has to wait for it."""

    def __init__(self) -> None:
        self._done = 0
        """How often what is younger had been looked through at the last call."""

    def __call__(self) -> None:
        """Look, if next to nothing was made since the last call, and something since the last look."""
        done = gc.get_stats()[1]["collections"]
        if done == self._done and gc.get_count()[2]:
            gc.collect()
        self._done = done
