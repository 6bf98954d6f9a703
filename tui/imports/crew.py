"""Newsletters read ahead, many at once in processes of their own; a few are read in this one, which needs no start.

Reading is work for a processor and saving is not, so that one process saves in order what several have read.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from datetime import date
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from db.models import Reading
from db.when import When
from importers.pipeline import read_newsletter

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from tui.imports.spawning import Spawning

E = TypeVar("E")
R = TypeVar("R")

FEW = 16
"""So many newsletters are read sooner than processes have started."""
AHEAD = 24
"""Newsletters that are held in memory before they are saved."""
_MOST = 8
"""Processes, of some 60 MB each; one that saves cannot keep up with more."""


class Crew:
    """The processes that read. None is started before `FEW` newsletters wait to be read, nor where there is one processor."""

    def __init__(self, processors: int | None = None) -> None:
        self._processors = min(processors or _processors(), _MOST)
        self._pool: ProcessPoolExecutor | None = None
        self._spawning: Spawning | None = None
        self._waiting: list[_Task] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is None:
            return
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if kind is not None and self._spawning is not None:
            self._spawning.end()

    def begin(self, data: bytes, name: str, *, issue: When | None, today: date) -> Callable[[], Reading]:
        """See that a newsletter gets read; what comes back waits for its reading, and raises what `read_newsletter` raises."""
        task = _Task(partial(read_newsletter, data, name, issue=issue, today=today))
        self._waiting = [one for one in (*self._waiting, task) if not one.taken]
        if self._processors > 1 and (self._pool is not None or len(self._waiting) >= FEW):
            self._start()
        return task.reading

    def _start(self) -> None:
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor

            from tui.imports.spawning import Spawning

            self._spawning = Spawning()
            self._pool = ProcessPoolExecutor(self._processors, mp_context=self._spawning, initializer=_enlist)
        try:
            for task in self._waiting:
                task.future = self._pool.submit(task.read)
        except (BrokenExecutor, OSError):
            # the rest is read in this process
            self._processors = 1
        self._waiting = []


class _Task:
    """One newsletter to read."""

    def __init__(self, read: Callable[[], Reading]) -> None:
        self.read = read
        self.future: Future[Reading] | None = None
        self.taken = False

    def reading(self) -> Reading:
        self.taken = True
        if self.future is not None:
            try:
                return self.future.result()
            except BrokenExecutor:
                # a process that read has died, as for want of memory
                pass
        return self.read()


def in_order(entries: Iterable[E], begin: Callable[[E], Callable[[], R]]) -> Iterator[R]:
    """What `begin` promises for each entry, in order; `AHEAD` of them are begun before the first is waited for."""
    promised: deque[Callable[[], R]] = deque()
    for entry in entries:
        promised.append(begin(entry))
        if len(promised) == AHEAD:
            yield promised.popleft()()
    while promised:
        yield promised.popleft()()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _enlist() -> None:
    """Begin as a process that reads: with the user's names, deaf to a Ctrl-C that is meant for who saves, gone when that is."""
    from multiprocessing import parent_process
    from threading import Thread

    from tui.config.names import take_names

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    take_names()
    parent = parent_process()
    assert parent is not None

    def leave() -> None:
        parent.join()
        os._exit(1)

    Thread(target=leave, daemon=True).start()
