"""Newsletters into a store, in order; the command line and the app both import through here."""

from __future__ import annotations

import glob
import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
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

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
"""The endings of files that a folder's newsletters are looked for by; a file that is named is read whatever its ending."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or a line that says why not; or a note about a folder."""

    path: str
    report: Report | None
    error: str = ""
    note: str = ""
    """What to know where nothing went wrong."""


def newsletters(paths: Sequence[Path]) -> Iterator[Path | Outcome]:
    """The files to import: those named, those that a pattern (`news/*.md`) names, and those with a newsletter's ending in the
    folders named, in order of name.

    What names no file comes out as an `Outcome` with its error. Links inside a folder are not followed; what is hidden in it
    (`.git`, `.venv`) is left out, and a note says so.
    """
    for path in paths:
        try:
            yield from _files(path)
        except FileNotFoundError:
            yield from _matching(path)
        except OSError as error:
            yield Outcome(str(path), None, f"{path}: {error.strerror or error}; is it yours to read?")


def _files(path: Path) -> Iterator[Path | Outcome]:
    if not stat.S_ISDIR(path.stat().st_mode):
        yield path
        return
    # whether it may be read; walking through it would pass that over
    os.scandir(path).close()
    found, hidden = [], 0
    for folder, folders, files in os.walk(path):
        named = [name for name in files if Path(name).suffix.lower() in ENDINGS]
        hidden += sum(name.startswith(".") for name in (*folders, *named))
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in named if not name.startswith(".")]
    found = sorted(file for file in found if file.is_file() and not file.is_symlink())
    if not found:
        wanted = ", ".join(sorted(ENDINGS))
        yield Outcome(str(path), None, f"{path}: no newsletters in this folder; they are looked for by their ending ({wanted})")
    yield from found
    if hidden:
        what = "file or folder" if hidden == 1 else "files and folders"
        yield Outcome(str(path), None, note=f"{path}: {hidden:,} hidden {what} left out")


def _matching(path: Path) -> Iterator[Path | Outcome]:
    text = str(path)
    # Path.glob takes no absolute pattern
    found = [Path(name) for name in sorted(glob.glob(text, recursive=True))] if glob.has_magic(text) else []  # noqa: PTH207
    if not found:
        yield Outcome(str(path), None, f"{path}: there is no such file")
    for one in found:
        yield from _files(one)


def typed_path(text: str) -> Path:
    """The path that a person typed, or dropped on the terminal: `~` is the home folder; quotation marks around it, and a
    backslash before a blank, are the shell's."""
    plain = text.strip()
    if len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "'\"":
        plain = plain[1:-1]
    return Path(os.path.expanduser(plain.replace("\\ ", " ")))  # noqa: PTH111 - a `~name` that is nobody stays as it is


def told(reports: Sequence[Report]) -> str:
    """What imports changed, added up: `21 new, 0 changed, 3 unchanged, 1 doubtful`; and where nothing was found."""
    empty = sum(not report.tells for report in reports)
    if empty == len(reports):
        return "no milestones found in it" if empty == 1 else "no milestones found in them"
    names = ("new", "changed", "unchanged", "doubtful", "gone")
    sums = {name: sum(getattr(report, name) for report in reports) for name in names}
    found = ", ".join(f"{count:,} {name}" for name, count in sums.items() if count or name != "gone")
    return found + (f"; no milestones found in {empty:,} of them" if empty else "")


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
