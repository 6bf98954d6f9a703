"""Several programs at once on one store, and stores of another age."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlite_utils import Database

from db import connect
from db.connect import StoreError, open_store
from db.schema import migrations

HOME = Path(connect.__file__).parents[1]
NOW = list(connect.MIGRATIONS)


def make(path: Path) -> Path:
    open_store(path, create=True).close()
    return path


OPENER = """
import sys, time
from pathlib import Path
from db import connect, schema
if sys.argv[2] == "later":
    @schema.migrations()
    def m900_later(db):
        db.conn.execute("create table later (name text) strict")
        db.conn.execute("insert into later values ('once')")
        time.sleep(0.3)
    connect.MIGRATIONS += ("m900_later",)
while time.time() < float(sys.argv[3]):
    pass
with connect.open_store(Path(sys.argv[1]), create=True, readonly=sys.argv[4] == "ro") as store:
    print(sorted(name for name, in store.connection.execute("select name from _sqlite_migrations")))
    if sys.argv[2] == "later":
        print(*store.connection.execute("select count(*) from later").fetchone())
"""


def open_at_once(path: Path, age: str) -> list[str]:
    start = str(time.time() + 0.6)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(path), age, start, mode],
            cwd=HOME,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for mode in ("rw", "rw", "ro", "rw")
    ]
    return [each.communicate()[0] for each in running]


def test_made_by_several_at_once(tmp_path: Path) -> None:
    assert open_at_once(tmp_path / "s.db", "now") == [f"{NOW}\n"] * 4
    assert [file.name for file in tmp_path.iterdir()] == ["s.db"]


def test_brought_up_to_date_by_several_at_once(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db")
    assert open_at_once(path, "later") == [f"{[*NOW, 'm900_later']}\n1\n"] * 4


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "s.db")
    before = path.read_bytes()
    monkeypatch.setattr(connect, "MIGRATIONS", (*connect.MIGRATIONS, "m900_broken"))
    monkeypatch.setattr(migrations, "_migrations", list(migrations._migrations))

    @migrations()
    def m900_broken(db: Database) -> None:
        db.conn.execute("create table half (name text)")
        raise RuntimeError("no further")

    with pytest.raises(RuntimeError, match="no further"):
        open_store(path)
    assert path.read_bytes() == before


def test_an_earlier_store_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "s.db")
    monkeypatch.setattr(connect, "MIGRATIONS", (*connect.MIGRATIONS, "m900_later"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match="earlier version of Milepost"):
        open_store(path, readonly=True)
