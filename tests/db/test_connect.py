"""Opening a store: what is none is refused in one line and left as it was; what is half made is never met."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import connect
from db.connect import StoreError, open_store, write
from db.schema import migrations

HOME = Path(connect.__file__).parents[1]


def make(path: Path) -> Path:
    open_store(path, create=True).close()
    return path


def fill(path: Path, views: int) -> None:
    with open_store(path) as store, write(store) as connection:
        connection.executemany(
            "insert into saved_view (name, body, at) values (?, 'text', '')", [(f"view {number}",) for number in range(views)]
        )


def count(path: Path) -> int:
    with open_store(path, readonly=True) as store:
        number = store.connection.execute("select count(*) from saved_view").fetchone()[0]
        assert isinstance(number, int)
        return number


def test_make_and_open(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "a store? #1 100%.db"
    with open_store(path, create=True) as store:
        assert store.path == path
        assert store.connection.execute("pragma journal_mode").fetchone() == ("delete",)
        assert store.connection.execute("pragma foreign_keys").fetchone() == (1,)
        assert store.connection.execute("pragma application_id").fetchone() == (connect.APPLICATION_ID,)
        assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with open_store(path, readonly=True) as store:
        assert store.connection.execute("pragma trusted_schema").fetchone() == (0,)
    before = path.read_bytes()
    open_store(path, create=True).close()
    open_store(path).close()
    assert path.read_bytes() == before


def test_the_migrations_known_on_opening_are_those_of_the_schema(tmp_path: Path) -> None:
    database = Database(sqlite3.connect(make(tmp_path / "s.db")))
    assert tuple(migration.name for migration in migrations.applied(database)) == connect.MIGRATIONS
    assert migrations.pending(database) == []
    database.close()


def test_opening_imports_no_more_than_needed(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    code = (
        "import sys; from pathlib import Path; from db.connect import open_store, write\n"
        f"with open_store(Path({str(path)!r})) as store, write(store): pass\n"
        f"open_store(Path({str(path)!r}), readonly=True).close()\n"
        "print(sorted({'sqlite_utils', 'dateutil', 'textual', 'click', 'rich', 'tomllib', 'db.schema'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=HOME).stdout == "[]\n"


# What is no store


def no_file(path: Path) -> None:
    pass


def folder(path: Path) -> None:
    path.mkdir()


def under_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("a file")


def zero_bytes(path: Path) -> None:
    path.touch()


def no_database(path: Path) -> None:
    path.write_text("Dear reader, this is a newsletter and no database. " * 40)


def short_text(path: Path) -> None:
    path.write_text("Hello")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def another_program(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("create table planet (name text)")
    other.close()


def truncated(path: Path) -> None:
    make(path)
    fill(path, 500)
    os.truncate(path, path.stat().st_size // 2)


def first_page_only(path: Path) -> None:
    make(path)
    os.truncate(path, 4096)


def odd_length(path: Path) -> None:
    make(path)
    os.truncate(path, 5000)


def damaged_schema(path: Path) -> None:
    make(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)


def newer(path: Path) -> None:
    make(path)
    other = sqlite3.connect(path)
    with other:
        other.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('milepost', 'm999_future', '')")
    other.close()


HOSTILE: list[tuple[Callable[[Path], None], str]] = [
    (no_file, "no store at {path}: import newsletters or try `milepost demo`"),
    (folder, "{path} is a folder, not a store: name a file in it"),
    (under_a_file, "no store at {path}: import newsletters or try `milepost demo`"),
    (zero_bytes, "{path} is empty, not a store: delete it or choose another file"),
    (no_database, "{path} is no store: it is no database at all; choose another file"),
    (short_text, "{path} is no store: it is no database at all; choose another file"),
    (pipe, "{path} is no ordinary file, so it can be no store: choose another file"),
    (another_program, "{path} is a database of another program, not a store of Milepost: choose another file"),
    (truncated, "the store at {path} is damaged: "),
    (first_page_only, "the store at {path} is damaged: "),
    (odd_length, "the store at {path} is damaged: "),
    (damaged_schema, "the store at {path} is damaged: "),
]


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(("spoil", "words"), HOSTILE, ids=[spoil.__name__ for spoil, _ in HOSTILE])
def test_what_is_no_store_is_refused_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], words: str, readonly: bool, create: bool
) -> None:
    path = tmp_path / "folder" / "s.db"
    path.parent.mkdir()
    spoil(path)
    if create and spoil in (no_file, under_a_file):
        words = "" if spoil is no_file else "no store can be made at {path}: File exists; choose a folder that can be written"
    before = path.read_bytes() if path.is_file() else None
    if create and spoil is no_file:
        open_store(path, readonly=readonly, create=True).close()
        return
    with pytest.raises(StoreError) as caught:
        open_store(path, readonly=readonly, create=create)
    message = str(caught.value)
    assert message.startswith(words.format(path=path))
    assert len(message.splitlines()) == 1
    assert (path.read_bytes() if path.is_file() else None) == before
    if path.parent.is_dir():
        assert [file.name for file in path.parent.iterdir()] == ([path.name] if path.exists() else [])


@pytest.mark.parametrize("path", ["a\0b.db", "a" * 300 + ".db", "/proc/none/s.db", "/dev/null"])
@pytest.mark.parametrize("create", [False, True])
def test_impossible_paths(path: str, create: bool, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / path, create=create)
    assert len(str(caught.value).splitlines()) == 1


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the superuser, whom no file refuses."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def office() -> Iterator[Path]:
    """A folder that others may enter, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp(prefix="milepost-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("file", "folder", "name", "arguments", "words"),
    [
        (0o444, 0o555, "s.db", {}, "the store at {path} is read-only: make it writable, or copy it to where it is"),
        (0o666, 0o555, "s.db", {}, "the store at {path} lies in a folder that cannot be written: "),
        (
            0o000,
            0o555,
            "s.db",
            {"readonly": True},
            "the store at {path} cannot be used: check the rights of the file and its folder",
        ),
        (0o444, 0o555, "new.db", {"create": True}, "no store can be made at {path}: "),
        (0o444, 0o555, "below/new.db", {"create": True}, "no store can be made at {path}: Permission denied; "),
        (0o444, 0o000, "s.db", {"readonly": True}, "no store can be opened at {path}: Permission denied; "),
    ],
)
def test_no_right_to_write(office: Path, file: int, folder: int, name: str, arguments: dict[str, bool], words: str) -> None:
    store = make(office / "s.db")
    before = store.read_bytes()
    store.chmod(file)
    office.chmod(folder)
    path = office / name
    with as_nobody(), pytest.raises(StoreError) as caught:
        open_store(path, **arguments)
    assert str(caught.value).startswith(words.format(path=path))
    assert len(str(caught.value).splitlines()) == 1
    office.chmod(0o755)
    store.chmod(0o644)
    assert store.read_bytes() == before
    assert [each.name for each in office.iterdir()] == ["s.db"]


def test_reading_needs_no_right_to_write(office: Path) -> None:
    path = make(office / "s.db")
    fill(path, 3)
    path.chmod(0o444)
    office.chmod(0o555)
    with as_nobody():
        assert count(path) == 3


# Writing


def test_a_transaction_is_whole_or_nothing(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    with open_store(path) as store:
        with pytest.raises(RuntimeError, match="in the middle"), write(store) as connection:
            connection.execute("insert into saved_view (name, body, at) values ('a', 'b', '')")
            raise RuntimeError("in the middle")
        assert not store.connection.in_transaction
        with pytest.raises(sqlite3.IntegrityError), write(store) as connection:
            connection.execute("insert into saved_view (name, body, at) values ('a', 'b', '')")
            connection.execute("insert into saved_view (name, body, at) values ('a', 'b', '')")
        with pytest.raises(sqlite3.OperationalError, match="no such table"), write(store) as connection:
            connection.execute("insert into saved_views values ('a', 'b', '')")
    assert count(path) == 0


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with open_store(make(tmp_path / "s.db"), readonly=True) as store:
        with pytest.raises(StoreError, match="reading only"), write(store):
            pass
        with pytest.raises(sqlite3.OperationalError):
            store.connection.execute("insert into saved_view (name, body, at) values ('a', 'b', '')")


def test_a_full_disk(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    fill(path, 5)
    with open_store(path) as store:
        pages = store.connection.execute("pragma page_count").fetchone()[0]
        store.connection.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(StoreError, match="is full: nothing was changed"), write(store) as connection:
            connection.execute("insert into saved_view (name, body, at) values ('big', ?, '')", ("x" * 100_000,))
    assert count(path) == 5


def test_a_busy_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "s.db")
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    with open_store(path) as one, open_store(path) as other, write(one):
        with pytest.raises(StoreError, match="is busy"), write(other):
            pass
        assert not other.connection.in_transaction
    with open_store(path) as store, write(store):
        pass


WRITER = """
import sys, os, signal
from pathlib import Path
from db.connect import open_store, write
with open_store(Path(sys.argv[1])) as store, write(store) as connection:
    connection.execute("pragma cache_size = 5")
    rows = [(f"new {n}", "x" * 500) for n in range(3000)]
    connection.executemany("insert into saved_view (name, body, at) values (?, ?, '')", rows)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("readonly", [False, True])
def test_killed_while_writing(tmp_path: Path, readonly: bool) -> None:
    path = make(tmp_path / "s.db")
    fill(path, 7)
    assert subprocess.run([sys.executable, "-c", WRITER, str(path)], check=False, cwd=HOME).returncode == -signal.SIGKILL
    assert Path(f"{path}-journal").exists(), "there must be something to put right"
    with open_store(path, readonly=readonly) as store:
        assert store.connection.execute("select count(*) from saved_view").fetchone() == (7,)
        assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_a_write_ahead_log_is_switched_off(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    other = sqlite3.connect(path)
    assert other.execute("pragma journal_mode = wal").fetchone() == ("wal",)
    other.close()
    with open_store(path) as store:
        assert store.connection.execute("pragma journal_mode").fetchone() == ("delete",)


def test_a_store_that_was_replaced_while_it_was_open_is_told_as_such(tmp_path: Path) -> None:
    path, other = make(tmp_path / "s.db"), make(tmp_path / "other.db")
    with open_store(path) as store:
        other.replace(path)
        with (
            pytest.raises(StoreError, match="was replaced or removed meanwhile: nothing was changed; try again"),
            write(store) as moved,
        ):
            moved.execute("insert into saved_view (name, body, at) values ('view', 'text', '')")
    assert count(path) == 0
