"""Copying a store whole, for a backup or before a migration: by SQLite's own online backup, under another name, then put in place.
Nobody ever meets half a copy.

The file is never opened by other means than SQLite: closing it would drop the locks that this program holds on it
(sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path


def copy_database(source: Path, target: Path, *, replace: bool = False, check: bool = True) -> None:
    """Copy the database `source`, as it was last committed, to `target`, with its rights; with `replace` over what is there.

    A damaged one is refused unless `check` is off, for a copy that is kept before a repair.

    Raises FileExistsError, another OSError or sqlite3.Error; then there is no copy, and what was at `target` is as it was.
    """
    fresh = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=0o600, exist_ok=False)
        _backup(source, fresh, check=check)
        fresh.chmod(source.stat().st_mode & 0o777)
        handle = os.open(fresh, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if replace:
            fresh.replace(target)
        else:
            put(fresh, target)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def put(fresh: Path, target: Path) -> None:
    """Give a finished file its name. Raises FileExistsError if another file has it."""
    try:
        target.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links.
        if target.exists():
            raise FileExistsError(f"{target} is there already") from None
        fresh.rename(target)


def _backup(source: Path, fresh: Path, *, check: bool) -> None:
    reader = sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)
    try:
        writer = sqlite3.connect(f"{fresh.as_uri()}?mode=rw", uri=True)
        try:
            reader.backup(writer)
            # Not quick_check: in SQLite 3.40 it finds NULL in tables WITHOUT ROWID whose key has another order than the columns.
            if check and writer.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("the database is damaged, and a copy of it would be too")
        finally:
            writer.close()
    finally:
        reader.close()


def backup(source: Path, target: Path, *, replace: bool = False) -> int:
    """Write a backup of the store at `source` to `target`, while others may use it; its size in bytes.

    Raises BackupError, one line, where there can be none; what was at `target` is then as it was.
    """
    try:
        where = Path(os.path.realpath(target))
        if where.is_dir():
            raise BackupError(f"{target} is a folder: name a file in it")
        if where == Path(os.path.realpath(source)):
            raise BackupError(f"{target} is the store itself: name another file")
        if where.exists() and not replace:
            raise BackupError(f"{target} is there already: --force overwrites it")
        copy_database(Path(os.path.realpath(source)), where, replace=replace)
        return where.stat().st_size
    except FileExistsError:
        raise BackupError(f"{target} is there already: --force overwrites it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BackupError(f"no backup can be written to {target}: {reason}; choose another place") from error
    except sqlite3.Error as error:
        raise BackupError(f"no backup can be written to {target}: {error}; run `milepost doctor`") from error


class BackupError(Exception):
    """No backup could be written; the message is one line that says why and what to do."""
