"""Opening a store: one SQLite file, looked at before it is trusted, written in whole transactions or not at all.

This is the way that every command takes, so it imports nothing but the standard library; the tables, which come with sqlite-utils,
are fetched only to make a store or to bring an older one up to date.

The rollback journal is meant: with a write-ahead log, SQLite up to 3.51.2 can corrupt a file that two connections use, and a
read-only file cannot be opened (sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from db.copying import copy_database, put

APPLICATION_ID = 0x4D696C65
"""`PRAGMA application_id` of a store: "Mile"."""
MIGRATIONS = (
    "m001_tables", "m002_care", "m003_views", "m004_citations", "m005_removed", "m006_earlier", "m007_written_out",
)  # fmt: skip
"""What `db.schema` holds, in order; kept here too because asking it would import sqlite-utils on the way to every command."""
BUSY_SECONDS = 5.0
"""How long a program waits for another one that is writing."""
_LOOK_SECONDS = 0.003


class StoreError(Exception):
    """A store that cannot be used; the message is one line that says what, where and what to do."""


class NoStoreError(StoreError):
    """There is no file where the store should be."""


class Connection(sqlite3.Connection):
    """A connection with room for what was counted through it."""

    tally: object = None
    """See `db.queries.tally`."""


class Store:
    """An open store: one file, one connection, whose rows are plain tuples.

    The connection may be used from any thread, by one at a time; `with` closes it.
    """

    __slots__ = ("connection", "later", "path", "readonly")

    def __init__(self, path: Path, connection: sqlite3.Connection, *, readonly: bool, later: str = "") -> None:
        self.path = path
        self.connection = connection
        self.readonly = readonly
        self.later = later
        """The first migration that this version does not know: a later version has made the store, and it can only be read."""

    @property
    def notice(self) -> str:
        """A line that a person should see on opening; empty where there is nothing to say."""
        return f"the store at {self.path} {_LATER.format(self.later)}" if self.later else ""

    def close(self) -> None:
        """Close the file; what was not committed is dropped."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_store(path: Path, *, readonly: bool = False, create: bool = False) -> Store:
    """The store at `path`; with `create` a missing one is made, and its folder with it. An older one is brought up to date.

    A store of a later version opens for reading only (`Store.later`). Of an earlier one a copy is kept beside it.

    Raises StoreError for anything that is no store, or cannot be read (or written, unless `readonly`), and leaves it as it is.
    """
    later = ""
    try:
        target = Path(os.path.realpath(path))
        if not _there(path, target):
            if not create:
                raise NoStoreError(f"no store at {path}: import newsletters or try `milepost demo`")
            _create(path, target)
        if not readonly:
            _writable(path, target)
        connection = _open(target, readonly=readonly)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StoreError(f"no store can be opened at {path}: {reason}; check the path and the rights of its folder") from error
    try:
        missing, later = _age(connection, path, readonly=readonly)
        if missing and readonly:
            _upgrade_for_readers(path, target)
        elif missing:
            _upgrade(connection, target)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise explain(error, path) from error
        raise
    return Store(path, connection, readonly=readonly, later=later)


def refusal(connection: sqlite3.Connection, path: Path) -> str:
    """Why nobody may write to the store at `path`, which is open for reading, in one line for a person; empty where one may."""
    try:
        _writable(path, Path(os.path.realpath(path)))
        _age(connection, path, readonly=False)
    except StoreError as error:
        return str(error)
    return ""


@contextmanager
def write(store: Store) -> Iterator[sqlite3.Connection]:
    """One transaction that alone may write: all of what is done inside is stored, or on any error none of it.

    Raises StoreError if the store is read-only, busy for too long, damaged, or its disk is full.
    """
    if store.readonly:
        raise StoreError(store.notice or f"the store at {store.path} is open for reading only: open it for writing to change it")
    connection = store.connection
    try:
        _begin(connection)
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        if known_trouble(error):
            raise explain(error, store.path) from error
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Wait for one's turn to write, looking often: SQLite itself looks ten times a second, and misses the gaps of a long import."""
    end = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if _family(error) != "BUSY" or time.monotonic() > end:
                    raise
                time.sleep(_LOOK_SECONDS)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


_WORDS = {
    # by SQLite's name of the error, or of all of its family
    "BUSY": "the store at {path} is busy: another program has been writing to it for {seconds:.0f} seconds; try again",
    "LOCKED": "the store at {path} is busy: another program has been writing to it for {seconds:.0f} seconds; try again",
    "FULL": "the disk of {path} is full: nothing was changed; free some room and try again",
    "READONLY": "the store at {path} cannot be written: nothing was changed; check the rights of the file and its folder",
    "READONLY_DBMOVED": "the store at {path} was replaced or removed meanwhile: nothing was changed; try again",
    "PERM": "the store at {path} cannot be used: check the rights of the file and its folder",
    "CANTOPEN": "the store at {path} cannot be used: check the rights of the file and its folder",
    "IOERR": "the disk failed while {path} was used: check the disk, then try again",
    "NOTADB": "{path} is no store: it is no database at all; choose another file",
    "CORRUPT": "the store at {path} is damaged: nothing was changed; take a backup of it, or import the newsletters into a new one",
}


def known_trouble(error: sqlite3.Error) -> bool:
    """Whether this comes from the file, the disk or other programs, not from a fault in our own SQL."""
    return _family(error) in _WORDS


def explain(error: sqlite3.Error, path: Path) -> StoreError:
    """The same trouble as one line for a person."""
    words = _WORDS.get(_family(error), "the store at {path} cannot be used: {error}; is it a store of Milepost?")
    return StoreError(words.format(path=path, seconds=BUSY_SECONDS, error=error))


def _family(error: sqlite3.Error) -> str:
    name = (getattr(error, "sqlite_errorname", None) or "").removeprefix("SQLITE_")
    return name if name in _WORDS else name.partition("_")[0]


# Looking before opening


def _there(path: Path, target: Path) -> bool:
    """Whether there is a file. Raises StoreError for what SQLite would take for a new database, or hang on."""
    try:
        found = target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if stat.S_ISDIR(found.st_mode):
        raise StoreError(f"{path} is a folder, not a store: name a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{path} is no ordinary file, so it can be no store: choose another file")
    if found.st_size == 0:
        raise StoreError(f"{path} is empty, not a store: delete it or choose another file")
    return True


def _writable(path: Path, target: Path) -> None:
    # SQLite itself would open the file for reading only, without a word.
    if not os.access(target, os.W_OK):
        raise StoreError(f"the store at {path} is read-only: make it writable, or copy it to where it is")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise StoreError(
            f"the store at {path} lies in a folder that cannot be written: change its rights, or copy the store elsewhere"
        )


def _open(target: Path, *, readonly: bool) -> sqlite3.Connection:
    if not readonly:
        return _connect(target, "rw")
    try:
        return _connect(target, "ro")
    except sqlite3.OperationalError:
        # A program was killed while it wrote: what it left can be put right only by one who may write.
        if not Path(f"{target}-journal").exists():
            raise
        _connect(target, "rw").close()
        return _connect(target, "ro")


def _connect(target: Path, mode: str) -> sqlite3.Connection:
    """A connection that has read the file's header and schema, so that a file that is none is found out here."""
    connection = sqlite3.connect(
        f"{target.as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    try:
        # A file from elsewhere may hold triggers and views of others. Writing needs our own triggers, though, and SQLite 3.40
        # takes the full-text table that they keep for untrusted; we register no functions that such a trigger could misuse.
        connection.execute(f"PRAGMA trusted_schema = {'OFF' if mode == 'ro' else 'ON'}")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        elif connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            # Another tool has switched it on; it stays on while that tool has the file open.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


_LATER = "was made by a later version of Milepost ({}): it can be read; update Milepost to change it"


def _age(connection: sqlite3.Connection, path: Path, *, readonly: bool) -> tuple[bool, str]:
    """Whether migrations are to be carried out, and the first that is unknown here.

    Raises StoreError for another program's database, and for a later version's store that is to be written.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(f"{path} is a database of another program, not a store of Milepost: choose another file")
    applied = _applied(connection)
    if later := applied - set(MIGRATIONS):
        if not readonly:
            raise StoreError(f"the store at {path} {_LATER.format(min(later))}")
        return False, min(later)
    return not applied.issuperset(MIGRATIONS), ""


def _applied(connection: sqlite3.Connection) -> set[str]:
    there = connection.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_sqlite_migrations'").fetchone()
    if not there:
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'milepost'")}


# Making tables


def _create(path: Path, target: Path) -> None:
    """Make a store under another name, then put it in place whole: nobody ever meets half of one."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"no store can be made at {path}: {error.strerror}; choose a folder that can be written") from error
    fresh = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}.new")
    try:
        fresh.unlink(missing_ok=True)
        connection = _connect(fresh, "rwc")
        try:
            _upgrade(connection)
        finally:
            connection.close()
        with suppress(FileExistsError):  # Another program was quicker; its store is as good.
            put(fresh, target)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StoreError(f"no store can be made at {path}: {reason}; choose a folder that can be written") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _upgrade(connection: sqlite3.Connection, target: Path | None = None) -> None:
    """Carry out the migrations that are missing, all or none; of several programs one does it and the others wait.

    Of a store that people use already, the one at `target`, a copy is kept beside it. Raises StoreError if there can be none.
    """
    from sqlite_utils import Database

    from db.schema import migrations

    kept: Path | None = None
    connection.execute("BEGIN IMMEDIATE")
    try:
        # The other one may have done it while we waited: it is asked again, inside the transaction.
        missing = [name for name in MIGRATIONS if name not in _applied(connection)]
        if target is not None and missing:
            kept = _keep(target, missing[0])
        migrations.apply(Database(connection, recursive_triggers=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise


def kept_copy(path: Path, reason: str) -> Path:
    """Where the copy lies that is kept of a store before something is done to it: a migration of that name, a repair."""
    return path.with_name(f"{path.name}.before-{reason}")


def _keep(target: Path, migration: str) -> Path:
    kept = kept_copy(target, migration)
    try:
        # One that is there is of an attempt that was cut off.
        copy_database(target, kept, replace=True)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StoreError(
            f"the store at {target} comes from an earlier version and no copy of it can be kept at {kept}: {reason}; nothing was "
            "changed; put that right, then open it again"
        ) from error
    return kept


def _upgrade_for_readers(path: Path, target: Path) -> None:
    try:
        _writable(path, target)
    except StoreError as error:
        raise StoreError(
            f"the store at {path} was made by an earlier version of Milepost: open it once where it can be written"
        ) from error
    connection = _connect(target, "rw")
    try:
        _upgrade(connection, target)
    finally:
        connection.close()
