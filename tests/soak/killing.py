"""Kill a program with -9 at random moments of what it does to a store, and look what is left.

Run as a program of its own (`python -m tests.soak.killing FOLDER TIMES SEED`), because it forks: a child works and says over a pipe
what was acknowledged to it, the parent kills it and checks. It prints how often each work was cut off, and ends with 1 at a loss.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from db import connect
from db.connect import open_store
from db.editing import parse_edit
from db.models import Article, Evidence, Kind, Milestone, Reading, Source
from db.queries.history import standing
from db.schema import migrations
from db.store import deciding
from db.store.doctor import examine
from db.store.readings import save_reading
from db.when import When
from tests.db.newsletters import ask, filled

Say = Callable[[str], None]
_MANY = 60
"""Milestones of one import."""


def issue(name: str) -> Reading:
    """A newsletter of its own with many milestones."""
    quotes = [
        f"On {day % 28 + 1} May 2016 the {name} post number {day} was opened with guests of the {day * 7919} guild."
        for day in range(_MANY)
    ]
    text = "\n".join(quotes)
    milestones = tuple(
        Milestone(f"Post number {nr} opened", When(f"2016-05-{nr % 28 + 1:02d}"), Kind.OPENING, evidence=_evidence(text, quote))
        for nr, quote in enumerate(quotes)
    )
    return Reading(Source(f"{name}.txt", name, text, name), (Article("", text),), milestones, "1")


def _evidence(text: str, quote: str) -> Evidence:
    at = text.index(quote)
    return Evidence(((at, at + len(quote)),), quote, 0, (at, at + len(quote)))


def importing(path: Path, name: str, say: Say) -> None:
    """One newsletter after another."""
    with open_store(path) as store:
        store.connection.execute("pragma cache_size = 10")
        for nr in range(10_000):
            save_reading(store, issue(f"{name}x{nr}"), at="2020")
            say(f"import {name}x{nr}")


def correcting(path: Path, name: str, say: Say) -> None:
    """One correction of two fields after another, on changing milestones."""
    with open_store(path) as store:
        store.connection.execute("pragma cache_size = 10")
        uids = [uid for (uid,) in ask(store, "select uid from milestone order by uid limit 50")]
        for nr in range(10_000):
            found = standing(store.connection, uids[nr % len(uids)])
            assert found is not None
            typed = (f"title=A title called {name} {nr}", f"place=Place {name} {nr}")
            edits = [one for text in typed for one in parse_edit(text, found.milestone, date(2020, 1, 1))]
            step = f"{name}c{nr}"
            deciding.edit(store, {found.uid: edits}, deciding.Act("ann", "2020", step), seen={found.uid: found.milestone})
            say(f"step {step}")


def undoing(path: Path, name: str, say: Say) -> None:
    """Undo and redo by turns, so that there is always something to take back."""
    with open_store(path) as store:
        store.connection.execute("pragma cache_size = 10")
        for nr in range(10_000):
            made = deciding.take_back(store, deciding.Act("ann", "2020", f"{name}u{nr}"), redo=nr % 3 == 2)
            if made:
                say(f"step {made[0].step}")


def migrating(path: Path, name: str, say: Say) -> None:
    """Bring a store of the first release up to date."""
    open_store(path).close()
    say("migrated")


def first_release(path: Path) -> None:
    """A store as the first release made it, with enough in it to take a while."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrations.apply(Database(connection, recursive_triggers=False), stop_before="m002_care")
    connection.execute(f"pragma application_id = {connect.APPLICATION_ID}")
    connection.execute("begin")
    connection.executemany(
        "insert into source (uid, file, title, sha256, text, issue, issue_basis, importer, notes, read_at, removed) "
        "values (?, 'one.txt', 'News', 'sha', ?, null, '', '1', '', '2020', 0)",
        [(f"source{nr}", "text " * 2000) for nr in range(100)],
    )
    connection.execute("commit")
    connection.close()


def cut_off(work: Callable[[Path, str, Say], None], path: Path, name: str, after: float) -> tuple[list[str], bool]:
    """What the work acknowledged until it was killed, and whether it was still at it."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reader)
            work(path, name, lambda line: _ignore(os.write(writer, f"{line}\n".encode())))
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader) as pipe:
        told = pipe.read().splitlines()
    killed = os.WIFSIGNALED(status)
    if not killed and os.WEXITSTATUS(status) != 0:
        raise AssertionError(f"{work.__name__} failed by itself")
    return told, killed


def _ignore(_: int) -> None:
    """A pipe's answer."""


def check(path: Path, acknowledged: list[str], *, readonly: bool) -> None:
    """Raises AssertionError unless all that was acknowledged is there and nothing is half there."""
    if readonly:
        open_store(path, readonly=True).close()
    with open_store(path) as store:
        rows = dict(ask(store, "select step, count(*) from change group by step"))
        imported = dict(ask(store, "select s.file, count(*) from source s join reading r on r.source_id = s.id group by s.id"))
        for line in acknowledged:
            what, _, name = line.partition(" ")
            if what == "step":
                assert rows.get(name) == 2, f"lost: {line}"
            elif what == "import":
                assert imported.get(f"{name}.txt") == _MANY, f"lost: {line}"
        assert set(rows.values()) <= {2}, "half a step"
        assert {count for file, count in imported.items() if "x" in file.removesuffix(".txt")} <= {_MANY}, "half an import"
        (sources,) = ask(store, "select count(*) from source")[0]
        assert len(imported) == sources, "a source without what it tells"
        health = examine(store)
        assert not health.findings, health.findings[0].told


def main(folder: Path, times: int, seed: int) -> int:
    """Cut off so many works; 1 if anything was lost."""
    chance = random.Random(seed)
    path = filled(folder / "s.db")
    acknowledged: list[str] = []
    cut: Counter[str] = Counter()
    left = 0
    works = (importing, correcting, undoing, migrating)
    for nr in range(times):
        work = works[nr % len(works)]
        target = path
        if work is migrating:
            target = folder / f"old{nr}.db"
            first_release(target)
        told, killed = cut_off(work, target, f"k{nr}", chance.uniform(0.0, 0.08 if work is migrating else 0.3))
        cut[work.__name__] += killed
        left += Path(f"{target}-journal").exists()
        if work is migrating:
            _check_migration(target, told)
        else:
            acknowledged += told
            check(path, acknowledged, readonly=bool(nr % 2))
    print(json.dumps({"cut": cut, "acknowledged": len(acknowledged), "journals": left}))
    return 0


def _check_migration(path: Path, told: list[str]) -> None:
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("select name from _sqlite_migrations order by name")]
    columns = {row[1] for row in connection.execute("pragma table_info(source)")}
    connection.close()
    assert names in (["m001_tables"], list(connect.MIGRATIONS)), "half a migration"
    assert ("reads" in columns) == (len(names) > 1), "half a migration"
    assert len(names) > 1 or not told, "a migration was lost"
    with open_store(path) as store:
        assert ask(store, "select count(*), min(read_title) from source") == [(100, "News")]
        assert not [finding for finding in examine(store).findings if finding.check != "evidence"]
    kept = sqlite3.connect(f"file:{connect.kept_copy(path, 'm002_care')}?mode=ro", uri=True)
    assert kept.execute("select count(*) from source").fetchone() == (100,)
    kept.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
