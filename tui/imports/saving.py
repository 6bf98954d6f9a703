"""Newsletters read and saved, in order, each in one transaction; the command line and the app both import through here."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from db.connect import Store, StoreError, explain, known_trouble
from db.store.readings import Report, known, save_reading
from db.when import When
from importers.pipeline import IMPORTER
from importers.readers.decode import LIMIT, ReadError
from tui import clock
from tui.imports.crew import Crew, in_order
from tui.imports.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Piped:
    """A newsletter that came from anywhere but a file, under a name that a person gave."""

    name: str
    data: bytes


def import_all(store: Store, entries: Iterable[Path | Piped | Outcome], *, issue: When | None = None) -> Iterator[Outcome]:
    """Read each and save what it tells, in order, each in one transaction; a known file costs a look at its bytes.

    An entry that is an `Outcome` already comes out as it is.
    """
    with Crew() as crew:
        yield from in_order(entries, lambda entry: _begun(store, crew, entry, issue))


def _begun(store: Store, crew: Crew, entry: Path | Piped | Outcome, issue: When | None) -> Callable[[], Outcome]:
    """Begin to read one; what comes back waits for that and saves it."""
    if isinstance(entry, Outcome):
        return lambda: entry
    path = str(entry) if isinstance(entry, Path) else entry.name
    try:
        data = _bytes(entry) if isinstance(entry, Path) else entry.data
        digest = hashlib.sha256(data).hexdigest()
        if (report := _known(store, digest, issue)) is not None:
            return partial(Outcome, path, report)
    except (OSError, ReadError, sqlite3.Error) as error:
        return partial(_failed, store, path, error)
    reading = crew.begin(data, entry.name, issue=issue, today=date.today())

    def saved() -> Outcome:
        try:
            # the same bytes may stand in two files
            return Outcome(path, _known(store, digest, issue) or save_reading(store, reading(), at=clock.now()))
        except (ReadError, StoreError, sqlite3.Error) as error:
            return _failed(store, path, error)

    return saved


def _known(store: Store, digest: str, issue: When | None) -> Report | None:
    return known(store, digest, IMPORTER) if issue is None else None


def _failed(store: Store, path: str, error: Exception) -> Outcome:
    if isinstance(error, OSError):
        return Outcome(path, None, f"{path}: {error.strerror or error}; is it yours to read?")
    if isinstance(error, sqlite3.Error):
        if not known_trouble(error):
            raise error
        return Outcome(path, None, f"{path}: {explain(error, store.path)}")
    return Outcome(path, None, f"{path}: {error}")


def _bytes(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError("it is no regular file")
        return file.read(LIMIT + 1)
