"""Why commands can do nothing just now: in words, for keys, clicks and the palette alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.queries.around import Around, Neighbour
from tui.commands import COMMANDS
from tui.commands.declaration import Need
from tui.commands.reasons import Situation, why_not

Opened = Any
ONE = Neighbour("a", "2016", "One")
ALL = Situation(3, True, 2, Around(2, 3, ONE, ONE, ONE, ONE), True, 1, True, 1, True, 3, True, True)


@pytest.mark.parametrize("need", Need)
def test_each_need_is_met_or_told(need: Need) -> None:
    assert why_not(need, ALL) == ""
    reason = why_not(need, Situation())
    assert reason.endswith(".") and len(reason) < 70
    assert any(command.needs is need for command in COMMANDS)


@pytest.mark.parametrize(
    ("need", "now", "reason"),
    [
        (None, Situation(), ""),
        (Need.MILESTONE, Situation(shown=5), "This milestone is still being read."),
        (Need.MEANT, Situation(marked=1), ""),
        (Need.TAKEN_ALONG, Situation(marked=1), ""),
        (Need.COMPARED, Situation(marked=3, here=True), "3 are marked: merging compares two."),
        (Need.COMPARED, Situation(here=True), ""),
        (Need.NEXT_TOLD, Situation(shown=1, around=Around(1, 1)), "Its article tells no other milestone."),
        (Need.NEXT_TOLD, Situation(shown=1, around=Around(2, 2, before=ONE)), "It is the last milestone of its article."),
        (Need.TOLD_BEFORE, Situation(shown=1, around=Around(1, 2, after=ONE)), "It is the first milestone of its article."),
        (Need.LATER, Situation(shown=1, series=True), "It is the last known of its series."),
        (Need.EARLIER, Situation(shown=1, series=False), "It belongs to no series."),
        (Need.NEXT_TOLD, Situation(), "No milestone is shown."),
        (Need.EARLIER, Situation(), "No milestone is shown."),
        (Need.SIDE_BY_SIDE, Situation(panes=1), "This pane has the whole width."),
    ],
)
def test_words(need: Need | None, now: Situation, reason: str) -> None:
    assert why_not(need, now) == reason


async def test_keys_say_why(opened: Opened, small: Path) -> None:
    async with opened(small, size=(45, 30)) as session:
        for key, words in (
            ("greater_than_sign", "whole width"),
            ("backspace", "shown already"),
            ("ctrl+x", "shown already"),
            ("M", "Nothing is merged"),
            ("K", "article"),
        ):
            await session.press(key)
            assert words in session.said()[-1], key
        await session.press("delete")
        assert session.said()[-1] == "Nothing is deleted · x rejects: what is rejected leaves every list."
        await session.search("zzzz", "enter")
        await session.press("J")
        assert session.said()[-1].endswith("No milestone is shown.")
        for key in ("a", "x", "c", "semicolon", "e", "y", "r", "space", "enter", "asterisk", "t", "full_stop", "dollar_sign",
                    "right_curly_bracket", "w", "m"):  # fmt: skip
            before = session.said()
            await session.press(key)
            assert session.said()[-1] not in before, key
            assert session.app.screen is session.screen and session.app.focused is session.screen.timeline


async def test_the_palette_says_why(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen, app = session.screen, session.app
        told = {command.title: command.help for command in app.get_system_commands(screen)}
        assert told["Un-merge"] == "M · not now: Nothing is merged into this milestone."
        assert "not now" not in told["Accept"]
        assert told["Show everything"].startswith("ctrl+x · not now")
        screen.run_command("unmerge")
        await session.settled()
        assert "Nothing is merged" in session.said()[-1]


async def test_the_review_says_why(opened: Opened, mine: Path) -> None:
    async with opened(mine) as session:
        await session.press("r", "d")
        assert "No other telling" in session.said()[-1]
        await session.press("escape")
        await session.press("asterisk", "a", "r")
        assert session.app.screen is not session.screen
        for key in ("a", "x", "c", "semicolon", "space"):
            await session.press(key)
            assert "Nothing waits for review" in session.said()[-1]


@pytest.mark.parametrize("name", ["take", "exclude"])
async def test_from_elsewhere_a_filter_waits_until_a_value_is_chosen(opened: Opened, small: Path, name: str) -> None:
    async with opened(small) as session:
        screen = session.screen
        screen.run_command(name)
        await session.settled()
        assert session.app.focused is screen.filters and not screen.selection.terms
        assert f"Go to a value, then press {'space' if name == 'take' else '!'}." in session.said()[-1]
        screen.run_command(name)
        await session.settled()
        assert len(screen.selection.terms) == 1, "there it does what it says"


async def test_keys_of_the_chart_say_in_the_list_where_they_work(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        for key, title in (("plus", "Nearer"), ("L", "Other lanes"), ("0", "Most of it"), ("h", "Earlier"), ("l", "Later")):
            cursor = session.screen.timeline.cursor
            await session.press(key)
            assert session.said()[-1] == f"{title}: only in the chart · v turns the list to the chart."
            assert session.screen.timeline.cursor == cursor
        await session.press("v", "plus")
        assert not any("only in the chart" in words for words in session.said()[1:])
