"""A day's work on real newsletters, where they are at hand: corrected, rejected, merged, noted, and imported again otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from db.connect import open_store
from db.store.doctor import examine
from tui.cli import main

NEWSLETTERS = Path(__file__).resolve().parents[3] / "shared" / "newsletters"
pytestmark = pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="no real newsletters are at hand")

Run = Callable[..., Result]
CORRECTIONS: tuple[tuple[str, Callable[[dict[str, Any]], bool]], ...] = (
    ("date=13 May 2016", lambda one: one["date"] == "2016-05-13" and one["basis"] == "edited"),
    ("title=A title that a person gave", lambda one: one["title"] == "A title that a person gave"),
    ("country+=EE:participant", lambda one: {"code": "EE", "name": "Estonia", "role": "participant"} in one["countries"]),
    ("donor+=Estonia", lambda one: "Estonia" in [donor["name"] for donor in one["donors"]]),
    ("kind=operation", lambda one: one["kind"] == "operation"),
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("MILEPOST_STORE", str(tmp_path / "s.db"))
    monkeypatch.setenv("MILEPOST_USER", "ann")

    def call(*words: str) -> Result:
        done = CliRunner().invoke(main, list(words), catch_exceptions=False)
        assert done.exit_code == 0, done.stderr
        return done

    return call


def exported(run: Run, query: str = "") -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(run("export", "-f", "json", query).stdout)}


def test_all_decisions_stay_in_place(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "newsletters"
    folder.mkdir()
    for file in sorted(NEWSLETTERS.glob("*.txt")):
        (folder / file.name).write_bytes(file.read_bytes())
    run("import", str(folder))
    before = exported(run)
    uids = sorted(before)
    corrected, (rejected, stands, merged, noted) = uids[:5], uids[5:9]
    for uid, (text, _) in zip(corrected, CORRECTIONS, strict=True):
        run("edit", uid, "--set", text)
    run("reject", rejected)
    run("merge", stands, merged)
    run("note", noted, "ask the field office")
    decided = exported(run)

    changed = _change_a_line(folder, {decided[uid]["source"]["file"] for uid in corrected})
    run("import", str(folder))
    with open_store(tmp_path / "s.db") as store:
        reads = dict(store.connection.execute("select file, reads from source"))
    assert reads.pop(changed) == 2
    assert set(reads.values()) == {1}
    after = exported(run)
    for uid, (_, holds) in zip(corrected, CORRECTIONS, strict=True):
        assert holds(after[uid])
    assert rejected not in after
    assert exported(run, "status:rejected")[rejected]["status"] == "rejected"
    assert merged not in after
    assert stands in after
    assert after[noted]["note"] == "ask the field office"
    assert after.keys() == decided.keys()
    assert len(run("log").stdout.splitlines()) == 8

    run("undo", "-n", "99")
    assert {uid: (one["title"], one["date"], one["status"], one["note"]) for uid, one in exported(run).items()} == {
        uid: (one["title"], one["date"], one["status"], one["note"]) for uid, one in before.items()
    }
    run("reread")
    with open_store(tmp_path / "s.db") as store:
        assert examine(store).findings == ()


def _change_a_line(folder: Path, among: set[str]) -> str:
    """Put a line into one of these files that tells no milestone; its name."""
    file = folder / min(among)
    lines = file.read_bytes().split(b"\n")
    at = next(nr for nr in range(len(lines) // 2, len(lines)) if not re.search(rb"\w", lines[nr]))
    lines[at:at] = [b"", b"The editors thank all readers for their letters.", b""]
    file.write_bytes(b"\n".join(lines))
    return file.name
