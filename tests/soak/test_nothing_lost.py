"""Killed programs, programs at once, and disks that fail: nothing that was acknowledged is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.connect import Store, StoreError, open_store
from db.queries.history import standing
from db.store import deciding
from db.store.doctor import examine
from db.store.readings import save_reading
from tests.db.newsletters import BRIDGE, act, ask, filled, newsletter, uid_of
from tests.soak.killing import issue

HOME = Path(__file__).resolve().parents[2]


def run(module: str, *words: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.soak.{module}", *map(str, words)],
        cwd=HOME,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# kill -9


@pytest.mark.parametrize("times", [pytest.param(20, id="20"), pytest.param(200, id="200", marks=pytest.mark.soak)])
def test_killed_at_a_random_moment(tmp_path: Path, times: int) -> None:
    running = run("killing", tmp_path, times, int.from_bytes(os.urandom(4), "big") if times > 20 else 7)
    out, trouble = running.communicate()
    assert running.returncode == 0, trouble
    told = json.loads(out)
    assert sum(told["cut"].values()) >= times // 2, "most were still at work"
    assert told["acknowledged"] > 0


# Several programs


@pytest.mark.parametrize("seconds", [pytest.param(2, id="2s"), pytest.param(30, id="30s", marks=pytest.mark.soak)])
def test_two_who_correct_and_one_who_imports(tmp_path: Path, seconds: int) -> None:
    path = filled(tmp_path / "s.db")
    works = (("ann", "correct"), ("bob", "correct"), ("eve", "import"))
    running = [run("at_once", path, name, seconds, work) for name, work in works]
    told = []
    for each in running:
        out, trouble = each.communicate()
        assert each.returncode == 0, trouble
        told.append(json.loads(out))
    assert [one["troubles"] for one in told] == [[], [], []], "nobody was told that the store is busy"
    assert all(one["done"] for one in told)
    with open_store(path) as store:
        there = dict(ask(store, "select step, new from change where field = 'place' and step not like '%<%'"))
        for one in told[:2]:
            assert all(there[step] == value for step, value in one["done"]), "no lost update"
        assert len(there) == sum(len(one["done"]) for one in told[:2]), "nothing but what was acknowledged"
        files = {file for (file,) in ask(store, "select file from source")}
        assert {file for _, file in told[2]["done"]} <= files
        # Each change was made in sight of the one before it: the record is one chain for each field.
        chains = ask(store, "select target, base, count(*) from change where field = 'place' and step not like '%<%' group by 1, 2")
        assert {count for _, base, count in chains if base is not None} <= {1}, "two changed the same value unseen"
        assert examine(store).findings == ()


# Disks


@pytest.fixture
def disk() -> Iterator[Path]:
    """A file system of one megabyte, where the machine allows to make one."""
    folder = Path("/dev/shm") / f"milepost-{os.getpid()}"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True)
    if made.returncode != 0:
        folder.rmdir()
        pytest.skip("no small file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)
    folder.rmdir()


@pytest.mark.soak
def test_a_full_disk(disk: Path) -> None:
    with open_store(filled(disk / "s.db")) as store:
        (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free - 40_000))
        before = (disk / "s.db").read_bytes()
        with pytest.raises(StoreError, match="full: nothing was changed"):
            for nr in range(100):
                save_reading(store, issue(f"x{nr}"), at="2020")
                before = (disk / "s.db").read_bytes()
        assert (disk / "s.db").read_bytes() == before
        (disk / "ballast").unlink()
        save_reading(store, issue("after"), at="2020")
        assert examine(store).findings == ()


def room(store: Store, pages: int) -> None:
    """Let the file grow by so many pages and no further, as on a full disk."""
    there = store.connection.execute("pragma page_count").fetchone()[0]
    store.connection.execute(f"pragma max_page_count = {there + pages}")


@pytest.mark.parametrize("pages", range(0, 12, 3))
def test_no_room_for_an_import_or_a_note(tmp_path: Path, pages: int) -> None:
    path = filled(tmp_path / "s.db")
    before = path.read_bytes()
    with open_store(path) as store:
        room(store, pages)
        with pytest.raises(StoreError, match="full: nothing was changed"):
            save_reading(store, issue("news"), at="2020")
        uid = uid_of(store, BRIDGE)
        with pytest.raises(StoreError, match="full: nothing was changed"):
            deciding.write_note(store, uid, "long " * 20_000, act())
        found = standing(store.connection, uid)
        assert found is not None
        assert found.milestone.note == ""
    assert path.read_bytes() == before
    with open_store(path) as store:
        save_reading(store, newsletter(BRIDGE, importer="2"), at="2020")
        assert examine(store).findings == ()
