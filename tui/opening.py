"""The way in: what is asked and loaded, in which order, until the first milestone stands on the screen.

The store answers in a thread while Textual is loaded, which takes longer. Whatever the first screen does not need is imported
where it is first used: screens over the main one, what changes the store, what prints.
"""

from __future__ import annotations

import gc
from pathlib import Path

from db.selection import Selection
from tui.loader import FirstRows, Lane


def open_app(path: Path, *, demo: bool = False) -> None:
    """Open the app on the store at `path` and stay until it is left."""
    # thousands of modules' objects are made, and none of them becomes garbage
    gc.disable()
    lane = Lane(path, "list")
    lane.begin(FirstRows(Selection()))
    from tui.app import MilepostApp

    app = MilepostApp(path, demo=demo, lane=lane)
    app.call_later(app.call_after_refresh, _collect)
    app.run()


def _collect() -> None:
    """From now on what is not needed any more is looked for, but not among what was there before the first frame."""
    gc.freeze()
    gc.enable()
