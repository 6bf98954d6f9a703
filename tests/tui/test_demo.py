"""The demo's store: made anew beside the one that is there, and put in its place whole."""

from __future__ import annotations

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
