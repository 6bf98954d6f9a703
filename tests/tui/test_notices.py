"""What the app says in passing: how much of it stands, where, and what becomes of it when a dialog opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui import notices
from tui.notices import answer, tell
from tui.screens.dialog import Dialog


async def test_the_newest_stands_and_few_warnings_beside_it(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        for number in range(4):
            tell(session.screen, f"done {number}")
        await session.settled()
        assert session.said() == ["done 3"]
        for number in range(4):
            tell(session.screen, f"wrong {number}", kind="warning")
            await session.settled()
        assert session.said() == ["wrong 1", "wrong 2", "wrong 3"]
        tell(session.screen, "done 4")
        await session.settled()
        assert session.said() == ["wrong 2", "wrong 3", "done 4"]
        tell(session.screen, "wrong 3", kind="warning")
        tell(session.screen, "done 5")
        await session.settled()
        assert session.said() == ["wrong 2", "wrong 3", "done 5"], "the same twice is said once"


@pytest.mark.parametrize("key", ["c", "e", "i", "s", "question_mark", "full_stop", "m"])
@pytest.mark.parametrize("size", [(80, 24), (45, 30)])
async def test_a_dialog_is_not_hidden(opened: Any, twice: Path, key: str, size: tuple[int, int]) -> None:
    async with opened(twice, size=size) as session:
        if key == "m":
            await session.search("ayritom", "enter")
        # what comes now has room for notices
        session.app._disable_notifications = False
        tell(session.screen, "A warning that stays", kind="warning")
        tell(session.screen, "Done")
        await session.press(key)
        dialog = session.app.screen
        assert isinstance(dialog, Dialog) and session.said() == ["A warning that stays"]
        keys, shown = dialog.keys.region, session.text()
        box = next(child for child in dialog.children if child.border_title)
        assert "A warning that stays" in "\n".join(shown)
        assert str(box.border_title) in shown[box.region.y], "it can be read what the dialog is for"
        under = {str(dialog.get_widget_at(column, keys.y)[0]) for column in range(keys.x, keys.right)}
        assert under == {str(dialog.keys)}, "the keys can be read and clicked"


async def test_it_goes_with_the_next_key_once_it_was_seen(opened: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(small) as session:
        tell(session.screen, "Done")
        await session.press("j")
        assert session.said() == ["Done"], "a glimpse is left to whoever types fast"
        monkeypatch.setattr(notices, "_GLIMPSE", 0.0)
        tell(session.screen, "Wrong", kind="warning")
        tell(session.screen, "Done")
        await session.press("j")
        assert session.said() == ["Wrong"]


async def test_escape_takes_an_answer_and_no_more(opened: Any, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_GLIMPSE", 0.0)
    async with opened(small) as session:
        await session.search("japan", "enter")
        for keys in (("escape",), ("j", "k")):
            answer(session.screen, "so many", "All")
            await session.press(*keys)
            assert session.said() == [] and session.screen.selection.text() == "japan"
        await session.press("escape")
        assert session.screen.selection.text() == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("short", "short · u takes it back"),
        ("w" * 20, "w" * 20 + " · u takes it back"),
        ("w" * 30, "w" * 30 + "\nu takes it back"),
        ("w" * 30 + " and very much more", "w" * 30 + " and very much more · u takes it back"),
        ("two\nlines", "two\nlines\nu takes it back"),
    ],
)
async def test_what_takes_it_back_is_not_torn_apart(opened: Any, small: Path, words: str, shown: str) -> None:
    async with opened(small, size=(45, 30)) as session:
        tell(session.screen, words, then="undo")
        await session.settled()
        assert session.said() == [shown]
