"""Importing beside the app, in a process of its own: what it tells, as values, and how it is stopped."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.store.readings import Report
from tui.background.processes import command
from tui.imports.outcome import Outcome

_GRACE = 5.0
"""Seconds that a stopped process has to take back what it was writing."""
_LONGEST_LINE = 1 << 22


@dataclass(frozen=True, slots=True)
class Begun:
    """The files are known."""

    files: int
    mark: int
    """The store's milestones with a greater integer key are new."""


@dataclass(frozen=True, slots=True)
class Reading:
    """This file is being read."""

    path: str


class Import:
    """One import of a file, a folder or a pattern into a store. Every file is a transaction of its own."""

    def __init__(self, store: Path, path: Path) -> None:
        self._store = store
        self._path = path
        self._process: asyncio.subprocess.Process | None = None
        self.stopped = False

    async def events(self) -> AsyncIterator[Begun | Reading | Outcome]:
        """All that happens, as it happens. What ends the import too early comes out as an `Outcome` with its error."""
        pipe = asyncio.subprocess.PIPE
        words = command("from tui.imports.worker import main; main()", str(self._store), str(self._path))
        try:
            process = self._process = await asyncio.create_subprocess_exec(
                *words, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe, limit=_LONGEST_LINE
            )
        except OSError as error:
            yield Outcome(str(self._path), None, f"{self._path}: nothing can be read now: {error.strerror or error}")
            return
        assert process.stdout is not None and process.stderr is not None
        trouble = asyncio.create_task(process.stderr.read())
        try:
            async for line in process.stdout:
                yield self._event(json.loads(line))
            last = (await trouble).decode("utf-8", "replace").strip().rpartition("\n")[2]
            if await process.wait() and not self.stopped:
                yield Outcome(
                    str(self._path), None, last.removeprefix("milepost: ") or "reading ended too early; what is read stays"
                )
        finally:
            self.stop()
            trouble.cancel()
            with suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(process.wait(), _GRACE)
            if process.returncode is None:
                process.kill()

    def _event(self, told: dict[str, Any]) -> Begun | Reading | Outcome:
        if "files" in told:
            return Begun(told["files"], told["mark"])
        if "reading" in told:
            return Reading(told["reading"])
        if "trouble" in told:
            return Outcome(str(self._store), None, told["trouble"])
        report = Report(**told["report"] | {"notes": tuple(told["report"]["notes"])}) if told["report"] else None
        return Outcome(**told | {"report": report})

    def stop(self) -> None:
        """Read no further; the file in hand is as if it had not been begun, the others stay."""
        if self._process is not None and self._process.returncode is None and not self.stopped:
            self.stopped = True
            with suppress(ProcessLookupError):
                self._process.terminate()
