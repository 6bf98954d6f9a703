"""Starting processes and remembering them, so that who ends them ends no others."""

from __future__ import annotations

from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any


class Spawning(SpawnContext):
    """What an executor starts its processes by."""

    def __init__(self) -> None:
        self._started: list[SpawnProcess] = []

    def Process(self, *args: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802 - executors call it so
        """A process that is to be started."""
        process = SpawnProcess(*args, **named)
        self._started.append(process)
        return process

    def end(self) -> None:
        """End all that were started here."""
        for process in self._started:
            if process.is_alive():
                process.terminate()
