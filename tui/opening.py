"""The way in: what is asked and loaded, in which order, until the first milestone stands on the screen.

The store answers in a thread while Textual is loaded, which takes longer. Whatever the first screen does not need is imported
where it is first used: screens over the main one, what changes the store, what prints.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path

from db.selection import Selection, parse
from db.terms import QueryError
from tui.config import settings_file
from tui.loader import FirstRows, Lane
from tui.settings import read_settings
from tui.state import Memory

_SWITCH = 0.001
"""Seconds for which a thread that counts may keep the interpreter from the one that answers keys and draws."""


def open_app(path: Path, *, demo: bool = False, wrong: str = "") -> None:
    """Open the app on the store at `path` and stay until it is left; garbage is collected only from the first frame on.

    `wrong` is what the app has to say of a person's own files beside the settings.
    """
    sys.setswitchinterval(_SWITCH)
    lane = Lane(path, "list")
    settings, memory = read_settings(settings_file()), Memory(path, kept=not demo)
    if wrong:
        settings = replace(settings, wrong=(*settings.wrong, wrong))
    lane.begin(FirstRows(_shown_last(memory)))
    from tui.app import MilepostApp

    app = MilepostApp(path, demo=demo, settings=settings, memory=memory, lane=lane)
    app.call_later(app.call_after_refresh, _collect)
    app.run()


def _shown_last(memory: Memory) -> Selection:
    try:
        return parse(memory.state.query)
    except QueryError:
        return Selection()


def _collect() -> None:
    """From now on what is not needed any more is looked for, but not among what was there before the first frame."""
    gc.freeze()
    gc.enable()
