"""Views in the app: saved under a name, opened, removed and brought back, and what was shown last comes back at start."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.connect import open_store
from db.export.options import Group
from db.queries.views import SavedView, saved_views
from db.store.views import save_view
from tests.tui.test_golden import SIZES
from tests.tui.test_hostile import EVIL, harmless
from tui.config.state import Memory
from tui.views.timeline import Face, Lanes
from tui.views.view import group_of, view_from
from tui.widgets.inputline import SafeInput


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def views(store: Path) -> dict[str, SavedView]:
    with open_store(store, readonly=True) as opened_store:
        return {view.name: view for view in saved_views(opened_store.connection)}


@pytest.fixture
def kept(mine: Path) -> Path:
    """A store with three views, one of which makes no sense."""
    with open_store(mine) as store:
        save_view(store, "By Japan", "donor:japan", {"group": "donor"}, at="2017")
        save_view(store, "Kazakh reviews", "country:kz kind:review", at="2017")
        save_view(store, "Old", "country:nowhereland kind:training", at="2017")
    return mine


async def test_a_view_is_saved_with_all_that_belongs_to_it(opened: Any, mine: Path) -> None:
    async with opened(mine) as session:
        await session.search("donor:japan country:uz", "enter")
        await session.press("e", "g", "g", "enter")
        await session.press("s")
        assert session.app.screen.line.value == "funded by Japan, Uzbekistan"
        await session.press("ctrl+u")
        await session.type("Mine")
        await session.press("enter")
        assert (
            session.said()[-1].startswith(f"View saved · “Mine”, in the store at {mine}")
            and "o opens it again" in session.said()[-1]
        )
    assert views(mine)["Mine"] == SavedView(
        "Mine", "donor:Japan country:uz", "2017-11-22T10:00:00Z", {"face": "list", "lanes": "country", "group": "donor"}
    )


async def test_saving_over_another_asks_and_can_be_taken_back(opened: Any, kept: Path) -> None:
    async with opened(kept) as session:
        await session.search("kind:opening", "enter")
        await session.press("s", "ctrl+u", *"jap", "tab")
        assert session.app.screen.line.value == "By Japan"
        await session.press("enter")
        assert "is there already, for funded by Japan: enter again saves over it" in str(session.app.screen.said.content)
        assert views(kept)["By Japan"].query == "donor:japan"
        await session.press("enter")
        assert views(kept)["By Japan"].query == "kind:opening"
        assert "It stood for funded by Japan: o and then ctrl+z bring that back" in session.said()[-1]
        await session.press("o", "ctrl+z")
        assert views(kept)["By Japan"].query == "donor:japan" and views(kept)["By Japan"].looks == {"group": "donor"}
        await session.press("ctrl+z")
        assert views(kept)["By Japan"].query == "kind:opening", "what was replaced by bringing back comes back too"


async def test_one_is_found_by_typing_and_opened(opened: Any, kept: Path) -> None:
    async with opened(kept) as session:
        await session.press("o")
        screen = session.app.screen
        assert [view.name for view in screen.list.found] == ["By Japan", "Kazakh reviews", "Old"]
        assert str(screen.said.content) == "3 milestones · as a list; exports by donor · donor:japan"
        await session.type("review kaz")
        assert [view.name for view in screen.list.found] == ["Kazakh reviews"]
        await session.press("enter")
        assert session.screen.selection.text() == "country:kz kind:review" and len(session.titles()) == 1
        assert "esc goes back" in session.said()[-1]
        await session.press("o", "enter")
        assert session.screen.export_choices.options.group is Group.DONOR
        await session.press("escape")
        assert session.screen.selection.text() == "country:kz kind:review"


async def test_one_that_names_an_unknown_country_is_put_right(opened: Any, kept: Path) -> None:
    async with opened(kept) as session:
        await session.press("o", "down", "down")
        assert str(session.app.screen.said.content).startswith("✗ there is no country “nowhereland”: ")
        await session.press("enter")
        assert (
            session.said()[-1].startswith("“Old” cannot be shown · there is no country “nowhereland”")
            and "s saves it anew" in session.said()[-1]
        )
        assert session.screen.search.input.value == "country:nowhereland kind:training"
        await session.press("home", *["delete"] * len("country:nowhereland "), "enter", "s", "enter", "enter")
    assert views(kept)["Old"].query == "kind:training"


async def test_removing_can_be_taken_back(opened: Any, kept: Path) -> None:
    before = views(kept)
    async with opened(kept) as session:
        await session.press("o", "ctrl+z")
        assert str(session.app.screen.said.content) == "No view was removed in this session."
        await session.press("delete", "delete", "delete")
        assert views(kept) == {} and "ctrl+z brings it back" in session.said()[-1]
        assert "No view has a name yet" in str(session.app.screen.said.content)
        await session.press("escape", "o", "ctrl+z", "ctrl+z", "ctrl+z")
    after = views(kept)
    assert {name: (view.query, view.looks) for name, view in after.items()} == {
        name: (view.query, view.looks) for name, view in before.items()
    }


async def test_without_a_store_or_a_name_nothing_is_saved(opened: Any, tmp_path: Path) -> None:
    async with opened(tmp_path / "none.db") as session:
        await session.press("s", "enter")
        assert "a view's name has 1 to 60 characters" in str(session.app.screen.said.content)
        await session.press("x", "enter")
        assert "no store at" in str(session.app.screen.said.content)
    assert not (tmp_path / "none.db").exists()


async def test_the_mouse_opens_one(opened: Any, kept: Path) -> None:
    async with opened(kept) as session:
        await session.press("o")
        region = session.app.screen.list.region
        await session.pilot.click(offset=(region.x + 4, region.y + 2))
        await session.settled()
        assert session.screen.selection.text() == "country:kz kind:review"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["open", "save"])
async def test_screens(
    opened: Any, kept: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, name: str, size: str
) -> None:
    monkeypatch.setattr(SafeInput, "cursor_blink", False)
    async with opened(kept, size=SIZES[size]) as session:
        await session.search("kind:opening,training country:uz,kg", "enter")
        await session.press(*(("o", "down") if name == "open" else ("s", "ctrl+u", *"jap", "tab", "enter")))
        golden(f"view-{name}-{size}", await session.still())


@pytest.mark.parametrize("size", [(120, 40), (45, 30)])
async def test_names_are_hostile_input_too(opened: Any, mine: Path, size: tuple[int, int]) -> None:
    with sqlite3.connect(mine) as connection:
        rows = [(EVIL, f'donor:"{EVIL}"'), (f"[red]{EVIL}", EVIL * 40)]
        connection.executemany("insert into saved_view (name, body, at, looks) values (?, ?, '', '[{')", rows)
    connection.close()
    async with opened(mine, size=size) as session:
        for keys in ("o", "down", "enter", "escape", "s", "tab", "enter", "escape", "o", "delete", "ctrl+z"):
            await session.press(keys)
            for row in session.text():
                assert harmless(row), (keys, row)
            assert all(harmless(words) for words in session.said())


async def test_what_was_shown_last_comes_back(opened: Any, mine: Path) -> None:
    async with opened(mine, memory=Memory(mine)) as session:
        assert session.said() == []
        await session.search("country:kg donor:inl", "enter")
        await session.press("e", "g", "enter")
        shown = session.titles()
    async with opened(mine, memory=Memory(mine)) as session:
        assert session.screen.selection.text() == 'country:kg donor:"United States/INL"'
        assert session.titles() == shown
        assert len(session.said()) == 1 and session.said()[0].endswith("ctrl+x shows everything")
        assert session.screen.export_choices.options.group is Group.COUNTRY
        await session.press("ctrl+x")
        assert len(session.titles()) > len(shown)
        await session.press("escape")
        assert session.titles() == shown, "showing everything is a step that is taken back"
        await session.press("ctrl+x")
    async with opened(mine, memory=Memory(mine)) as session:
        assert session.said() == [], "nothing is said where all is shown"


async def test_a_last_view_that_makes_no_sense_any_more_is_told(opened: Any, mine: Path) -> None:
    memory = Memory(mine)
    memory.learn(query="country:nowhereland", looks={"face": "flower", "group": "colour"})
    async with opened(mine, memory=memory) as session:
        assert session.titles() and not session.screen.selection.terms
        assert "there is no country “nowhereland”" in session.said()[0] and len(session.said()) == 1


async def test_quitting_with_marks_asks_nothing_and_loses_nothing_that_matters(opened: Any, mine: Path) -> None:
    before = Path(mine).read_bytes()
    async with opened(mine, memory=Memory(mine)) as session:
        await session.search("donor:japan", "enter")
        await session.press("space", "space")
        await session.pilot.press("q")
        await session.pilot.pause()
        assert not session.app.is_running
    assert Memory(mine).state.query == "donor:Japan" and mine.read_bytes() == before


async def test_the_chart_comes_back_as_it_was(opened: Any, mine: Path) -> None:
    async with opened(mine, (120, 40), memory=Memory(mine)) as session:
        await session.press("v", "L", "plus")
        view = session.screen.view
        assert (view.face, view.lanes) == (Face.CHART, Lanes.DONOR) and view.unit is not None
        await session.press("s", *"Chart", "enter", "v")
    async with opened(mine, (120, 40), memory=Memory(mine)) as session:
        assert session.screen.view.face is Face.LIST and session.screen.timeline.display and session.said() == []
        await session.press("o", "enter")
        assert session.screen.view == view and session.screen.chart.display and session.screen.chart.has_focus
    async with opened(mine, (120, 40), memory=Memory(mine)) as session:
        assert session.screen.view == view and session.screen.chart.has_focus and session.screen.chart.data is not None
        assert views(mine)["Chart"].looks["lanes"] == "donor"


async def test_the_demo_remembers_nothing(opened: Any, mine: Path, tmp_path: Path) -> None:
    async with opened(mine, memory=Memory(mine, kept=False)) as session:
        await session.search("donor:japan", "enter")
    assert not (tmp_path / "state").exists()


def test_what_makes_no_sense_in_how_it_looks_is_as_ever() -> None:
    view = view_from("donor:japan", {"face": "flower", "lanes": "3", "at": "tomorrow", "group": "colour"})
    assert view == view_from("donor:japan", {}) and group_of({"group": "kind"}) == "kind"
    assert view_from("donor:japan", view.looks) == view
