"""What the app says in passing: how much of it stands, where, and what becomes of it when a dialog opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.screens.dialog import Dialog
from tui.telling import tell


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
        keys = dialog.keys.region
        shown = session.text()
        assert "A warning that stays" in "\n".join(shown[: keys.y])
        under = {str(dialog.get_widget_at(column, keys.y)[0]) for column in range(keys.x, keys.right)}
        assert under == {str(dialog.keys)}, "the keys can be read and clicked"
