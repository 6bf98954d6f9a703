"""The demo's store: made anew beside the one that is there, and put in its place whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.connect import open_store
from tui.cli.imports import make_demo
from tui.imports import saving


def milestones(path: Path) -> int:
    """How many a store holds."""
    with open_store(path, readonly=True) as store:
        (count,) = store.connection.execute("select count(*) from milestone").fetchone()
    return int(count)


def test_of_two_demos_made_at_once_each_has_a_whole_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, import_all = tmp_path / "cache" / "demo.db", saving.import_all
    meanwhile: list[int] = []

    def twice(*given: Any) -> Iterator[Any]:
        for outcome in import_all(*given):
            if not meanwhile:
                meanwhile.append(0)
                make_demo(path)
                meanwhile[0] = milestones(path)
            yield outcome

    monkeypatch.setattr(saving, "import_all", twice)
    make_demo(path)
    assert milestones(path) == meanwhile[0] > 40
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_read_leaves_the_old_demo_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "demo.db"
    path.write_bytes(b"the old one")

    def broken(*_: Any) -> Iterator[Any]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "import_all", broken)
    with pytest.raises(SystemExit):
        make_demo(path)
    assert path.read_bytes() == b"the old one" and list(tmp_path.iterdir()) == [path]


HALFWAY = """
import sys, time
from pathlib import Path
from tui.cli.imports import make_demo
from tui.imports import saving

saving.import_all = lambda *_: (print("there", flush=True), time.sleep(600))
make_demo(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not held there")
def test_what_a_killed_demo_left_goes_and_what_another_is_making_stays(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    made = []
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-c", HALFWAY, path], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None and process.stdout.readline() == "there\n"
        made.append(process)
    killed, running = made
    try:
        killed.kill()
        killed.communicate()
        folders = list(tmp_path.iterdir())
        assert len(folders) == 2
        make_demo(path)
        assert {*folders} < {*tmp_path.iterdir()}, "they may be younger than their locks"
        for folder in folders:
            os.utime(folder, (0, 0))
        make_demo(path)
        assert len(list(tmp_path.iterdir())) == 2 and milestones(path) > 40
    finally:
        running.terminate()
        running.communicate()
