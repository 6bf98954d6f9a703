"""A thread that asks the store one question after the other, so that the screen never waits."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from db.connect import Store, open_store

T = TypeVar("T")

_AGAIN = 0.005
"""Seconds after which a question that goes on is interrupted once more."""
_TRIES = 3
"""How often a question is asked that an interruption meant for another one ended."""
_PRIMARY = 0xFF
"""What of an error's code says of which family it is."""
_PASSING = frozenset({sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
"""Errors after which the connection is as good as before."""


class Lane:
    """One thread, one read-only connection, one question at a time."""

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"milepost-{name}")
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        """Device and number of the file that is open: another one may have been put in its place."""
        self.opened = 0
        """How often a store was opened."""
        self._lock = Lock()
        self._asked = 0
        self._running = 0
        self._closed = False
        self._cancelled: set[int] = set()
        """The questions that nobody waits for any more."""
        self._begun: dict[Callable[[sqlite3.Connection], Any], Future[Any]] = {}

    def begin(self, question: Callable[[sqlite3.Connection], Any]) -> None:
        """Start to answer before anybody waits, or there is a loop to wait in; whoever asks an equal question gets this answer."""
        self._asked += 1
        self._begun[question] = self._pool.submit(self._answer, self._asked, question)

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer. Cancelling interrupts the question, and no other.

        Raises `StoreError` where the store cannot be opened, `sqlite3.Error` where it cannot answer.
        """
        if (begun := self._begun.pop(question, None)) is not None:
            return cast("T", begun.result() if begun.done() else await asyncio.wrap_future(begun))
        self._begun.clear()
        self._asked += 1
        ticket = self._asked
        answer = asyncio.get_running_loop().run_in_executor(self._pool, self._answer, ticket, question)
        try:
            return await answer
        except asyncio.CancelledError:
            with self._lock:
                self._cancelled.add(ticket)
            self._interrupt(ticket)
            raise

    def _answer(self, ticket: int, question: Callable[[sqlite3.Connection], T]) -> T:
        there = _file_at(self._path)
        if there != self._file:
            self._close()
        if self._store is None:
            self._store = open_store(self._path, readonly=True)
            self._file = there
            self.opened += 1
        with self._lock:
            self._running = ticket
        try:
            tries = _TRIES
            while True:
                try:
                    return question(self._store.connection)
                except sqlite3.DatabaseError as error:
                    tries -= 1
                    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
                    strayed = code == sqlite3.SQLITE_INTERRUPT and ticket not in self._cancelled
                    if not strayed or self._closed or not tries:
                        if code not in _PASSING:
                            # a connection that has met another file in the store's place does not get over it
                            self._file = None
                        raise
                # An interruption meant for the question before can reach this one while a statement of that is not yet put away.
                # Asked again behind the clause: inside it the error holds the statements of this try, and SQLite ends more.
                time.sleep(_AGAIN)
        finally:
            with self._lock:
                self._running = 0
                self._cancelled.discard(ticket)

    def _interrupt(self, ticket: int) -> None:
        """End what a question has asked SQLite; again and again, for it may be between two statements."""
        with self._lock:
            if self._running != ticket or self._store is None:
                return
            self._store.connection.interrupt()
        asyncio.get_running_loop().call_later(_AGAIN, self._interrupt, ticket)

    def close(self) -> None:
        """Interrupt what runs, close the connection in its own thread, end the thread. Does not wait."""
        with self._lock:
            self._closed = True
            if self._running and self._store is not None:
                self._store.connection.interrupt()
        self._pool.submit(self._close)
        self._pool.shutdown(wait=False)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = self._file = None


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when anybody else has written to the store."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
