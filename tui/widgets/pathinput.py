"""Where people type a path: completion from the disk, asked for in a thread."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.suggester import Suggester

from tui.commands import Where, bindings
from tui.imports.files import ENDINGS
from tui.render import clean
from tui.widgets.inputline import SafeInput


class PathCompleter(Suggester):
    """Completes the last part of a path: folders, with a slash behind them, and files with one of these endings."""

    def __init__(self, endings: Collection[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._endings = endings

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text with its last part completed."""
        return await asyncio.to_thread(completed, value, self._endings)


def completed(text: str, endings: Collection[str]) -> str | None:
    """The first path by name that begins with `text`, hidden ones only after a dot; None where there is none, or no more to add.

    What cannot be typed on one line (a name with control characters) is not proposed.
    """
    folder, _, begun = text.rpartition("/")
    start = os.path.expanduser(folder) if folder else "/" if text.startswith("/") else "."  # noqa: PTH111
    if not text:
        return None
    try:
        with os.scandir(start) as entries:
            names = sorted(
                entry.name + "/" * entry.is_dir()
                for entry in entries
                if entry.name.startswith(begun)
                and (begun or not entry.name.startswith("."))
                and (entry.is_dir() or Path(entry.name).suffix.lower() in endings)
            )
    except OSError:
        return None
    return next((text + name[len(begun) :] for name in names if clean(name) == name and len(name) > len(begun)), None)


class PathInput(SafeInput):
    """One line for the path of newsletters."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.IMPORT)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, compact=True, suggester=PathCompleter(ENDINGS), select_on_focus=False)

    def action_complete(self) -> None:
        """Take what stands dimmed behind the cursor; without that, go to the right."""
        self.action_cursor_right()
