"""Terminals of a few rows and lines that are cut: what a dialog is for is seen, and that there is more too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.screens.form import FormScreen
from tui.widgets.inputline import SafeInput

Opened = Any


@pytest.mark.parametrize("size", [(20, 6), (45, 6), (80, 8)])
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("question_mark", "timeline"),
        ("e", "shown"),
        ("full_stop", "13 May 2016"),
        ("s", "all milestones"),
        ("i", "A file, a folder"),
    ],
)
async def test_a_dialog_on_a_few_rows_shows_what_it_is_for(
    opened: Opened, small: Path, key: str, words: str, size: tuple[int, int]
) -> None:
    async with opened(small, size=size) as session:
        await session.press(key)
        session.app.clear_notifications()
        await session.pilot.pause()
        assert words in " ".join(" ".join(session.text()).split()), session.text()


@pytest.mark.parametrize("size", [(20, 6), (45, 6), (80, 8)])
async def test_every_field_of_the_form_can_be_reached_on_a_few_rows(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        await session.press("c")
        form = session.app.screen
        assert isinstance(form, FormScreen)
        inside = form.query_one("#form-fields").region
        for name, field in form.fields.items():
            assert field.control.has_focus, name
            await session.pilot.pause()
            seen = inside.intersection(field.control.region)
            assert seen.height >= 1 and seen.width >= 5, name
            await session.press("tab")


async def test_an_export_on_a_few_rows_shows_the_option_that_is_chosen(opened: Opened, small: Path) -> None:
    async with opened(small, size=(20, 6)) as session:
        await session.press("e", "g")
        choice = session.app.screen.rows["group"]
        assert session.app.screen.query_one("#export").region.intersection(choice.region).height >= 1


async def test_a_dialog_has_its_border_and_its_keys_again_on_a_larger_terminal(opened: Opened, small: Path) -> None:
    async with opened(small, size=(20, 6)) as session:
        await session.press("e")
        await session.pilot.resize_terminal(80, 24)
        await session.settled()
        assert "Export" in session.text()[0] and "How it begins" in "\n".join(session.text())
        assert any("write" in row for row in session.text())


@pytest.mark.parametrize(
    ("keys", "left", "right"),
    [
        ((), True, False),
        (("home",), False, True),
        (("home", *["right"] * 45, *["left"] * 5), True, True),
        (("ctrl+u",), False, False),
    ],
)
async def test_a_long_title_says_where_it_is_cut(
    opened: Opened, small: Path, keys: tuple[str, ...], left: bool, right: bool
) -> None:
    async with opened(small, size=(45, 30)) as session:
        await session.search("ayritom", "enter")
        await session.press("c", *keys)
        line = session.app.screen.fields["title"].control
        assert isinstance(line, SafeInput)
        shown = line.render_line(0).text[: line.size.width]
        assert (shown.startswith("…"), shown.rstrip().endswith("…")) == (left, right), shown
