"""What the app remembers of a store: there and back, whatever lies in its place, and when the app writes it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tui.config.places import state_file
from tui.config.state import Memory, State, read_state, write_state

LEFT = State("country:kg donor:japan", {"face": "chart", "lanes": "donor"}, 30, 44, ("border", "kind:opening"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "not" / "yet" / "state.json"
    write_state(path, tmp_path / "store.db", LEFT)
    assert read_state(path) == LEFT
    assert [one.name for one in path.parent.iterdir()] == ["state.json"], "nothing is left beside it"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[1, 2]",
        '"text"',
        "[" * 100_000,
        '{"view": 3, "panes": [], "searches": {}}',
        '{"view": {"query": 3, "face": null}, "panes": {"filters": "wide", "detail": true}, "searches": [1, null, ""]}',
        '{"panes": {"filters": -4, "detail": 100000}}',
        '{"panes": {"filters": 1e999}}',
        "\ufeff{}",
        "x" * 2_000_000,
    ],
    ids=lambda text: text[:40],
)
def test_what_makes_no_sense_is_as_if_it_were_not_there(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text, encoding="utf-8")
    assert read_state(path) == State()


def test_nor_do_other_things_in_its_place_stop_anybody(tmp_path: Path) -> None:
    assert read_state(tmp_path) == State()
    assert read_state(tmp_path / "missing") == State()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00{")
    assert read_state(tmp_path / "bytes") == State()
    (tmp_path / "file").touch()
    write_state(tmp_path / "file" / "state.json", tmp_path, LEFT)
    write_state(tmp_path, tmp_path, LEFT)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bytes", "file"]


def test_what_makes_sense_beside_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text('{"panes": {"filters": 33, "detail": "x"}, "searches": ["a", 1, "b", "a"], "later": {}}', encoding="utf-8")
    assert read_state(path) == State(filters=33, searches=("b", "a"))


def test_searches_are_kept_once_the_latest_last() -> None:
    state = State()
    for query in ("border", "  kind:opening   donor:japan ", "", "border", "x" * 5000):
        state = state.searched(query)
    assert state.searches == ("kind:opening donor:japan", "border")
    for number in range(500):
        state = state.searched(f"word{number}")
    assert len(state.searches) == 200 and state.searches[-1] == "word499"


def test_each_store_has_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    files = {state_file(tmp_path / folder / "milestones.db") for folder in (".", "a", "b")}
    assert len(files) == 2 and all(path.parent == tmp_path / "state" / "milepost" for path in files)


def test_a_memory_writes_what_is_new_and_the_demos_nothing(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    kept, demo = Memory(store), Memory(store, kept=False)
    assert kept.learn(query="country:kg") and demo.learn(query="country:kg")
    assert kept.searched("border") and kept.learn() is not False
    kept.write()
    demo.write()
    assert not kept.learn(filters=0)
    assert len(list((tmp_path / "state" / "milepost").iterdir())) == 1
    assert Memory(store).state == State("country:kg", searches=("border",))
    assert json.loads(state_file(store).read_text())["store"] == str(store)


async def test_panes_are_as_they_were_left(opened: Any, small: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(small, tmp_path / "store.db"))
    async with opened(store, (120, 40), memory=Memory(store)) as session:
        await session.press("shift+tab", "greater_than_sign", "greater_than_sign", "tab", "tab", "less_than_sign")
        sizes, shown = session.screen.sizes, [pane.size for pane in session.screen.panes.values()]
        assert sizes.filters and sizes.detail
    async with opened(store, (120, 40), memory=Memory(store)) as session:
        assert session.screen.sizes == sizes
        assert [pane.size for pane in session.screen.panes.values()] == shown


async def test_a_dragged_edge_is_remembered_too(opened: Any, small: Path, tmp_path: Path) -> None:
    store = Path(shutil.copy(small, tmp_path / "store.db"))
    async with opened(store, (120, 40), memory=Memory(store)) as session:
        edge = session.screen.filters.region.right
        await session.pilot.mouse_down(offset=(edge, 10))
        await session.pilot.hover(offset=(edge + 6, 10))
        await session.pilot.mouse_up(offset=(edge + 6, 10))
        width = session.screen.filters.region.width
    assert Memory(store).state.filters == width > 26
