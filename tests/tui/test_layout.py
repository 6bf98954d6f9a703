"""The app's panes at every width, the mouse everywhere, help and palette."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette

from db.selection import parse
from tui.commands import COMMANDS, Where
from tui.config.settings import Settings
from tui.screens.help import HelpScreen

Opened = Any


def facet_row(session: Any, value: str) -> int:
    """The row of the terminal where a facet's value stands."""
    filters = session.screen.filters
    number = next(number for number, line in enumerate(filters.lines) if line.value == value)
    return int(filters.content_region.y + number - filters.scroll_offset.y)


async def test_mouse_in_filters_chips_and_panes(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        await session.pilot.click(offset=(5, facet_row(session, "UZ")))
        await session.settled()
        await session.pilot.click(offset=(5, facet_row(session, "Japan")))
        await session.settled()
        assert screen.selection.text() == "country:uz donor:Japan"
        assert screen.top.shown == 2
        row = session.text()[2]
        await session.pilot.click(offset=(row.index("Uzbekistan"), 2))
        await session.settled()
        assert screen.selection.text() == "donor:Japan"
        await session.pilot.click(offset=(5, facet_row(session, "UZ")), control=True)
        await session.settled()
        assert screen.selection.text() == "donor:Japan -country:uz"
        await session.pilot.click(offset=(session.text()[2].index("clear all"), 2))
        await session.settled()
        assert not screen.selection.terms


async def test_mouse_in_the_timeline(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        region = screen.timeline.content_region
        line = screen.timeline.map.line_of(4)
        await session.pilot.click(offset=(region.x + 20, region.y + line))
        await session.settled()
        assert screen.timeline.cursor == 4
        await session.pilot.click(offset=(region.x, region.y + line))
        await session.settled()
        assert screen.marks == {screen.timeline.row.uid}
        await session.pilot.click(offset=(region.x + 20, region.y + line), times=2)
        await session.settled()
        assert screen.detail.reading


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (120, {"timeline": 3, "filters": 3, "detail": 3}),
        (80, {"timeline": 2, "filters": 2, "detail": 2}),
        (45, {"timeline": 1, "filters": 1, "detail": 1}),
    ],
)
async def test_layouts(opened: Opened, small: Path, columns: int, shown: dict[str, int]) -> None:
    async with opened(small, size=(columns, 30)) as session:
        screen = session.screen
        for pane in ("detail", "filters", "timeline"):
            await session.press("tab")
            assert screen.pane == pane and session.app.focused is screen.panes[pane]
            assert sum(bool(one.display) for one in screen.panes.values()) == shown[pane]
            assert screen.panes[pane].display
            assert sum(one.outer_size.width for one in screen.panes.values() if one.display) == columns
        await session.press("shift+tab", "z")
        assert [name for name, one in screen.panes.items() if one.display] == ["filters"]


async def test_resizing_panes_and_terminal(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        width = screen.detail.outer_size.width
        await session.press("tab", "greater_than_sign", "greater_than_sign", "less_than_sign")
        assert screen.detail.outer_size.width == width + 2
        for size in ((20, 6), (80, 24), (45, 30), (200, 60)):
            await session.pilot.resize_terminal(*size)
            await session.settled()
            assert session.app.focused is screen.detail
            assert all(len(row) >= 1 for row in session.text())


async def test_a_terminal_of_six_rows(opened: Opened, small: Path) -> None:
    async with opened(small, size=(20, 6)) as session:
        assert any("December 2017" in row for row in session.text())
        await session.search("ayri")
        assert session.text()[0].startswith(" / ayri")
        await session.press("enter")
        assert session.screen.timeline.map.rows == 1 and not session.screen.search.display


async def test_text_of_the_detail_can_be_selected(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        region = session.screen.detail.content_region
        await session.pilot.mouse_down(offset=(region.x, region.y))
        await session.pilot.hover(offset=(region.x + 10, region.y))
        await session.pilot.mouse_up(offset=(region.x + 10, region.y))
        await session.settled()
        assert session.screen.get_selected_text() == "Study visit"


async def test_edges_can_be_dragged(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        screen = session.screen
        edge = screen.filters.region.right
        await session.pilot.mouse_down(offset=(edge, 10))
        await session.pilot.hover(offset=(edge + 6, 10))
        await session.pilot.mouse_up(offset=(edge + 6, 10))
        await session.settled()
        assert screen.filters.region.right == edge + 7
        edge = screen.detail.region.x
        await session.pilot.mouse_down(offset=(edge, 10))
        await session.pilot.hover(offset=(edge - 5, 10))
        await session.pilot.mouse_up(offset=(edge - 5, 10))
        await session.settled()
        assert screen.detail.region.x == edge - 4
        await session.pilot.hover(offset=(60, 10))
        assert screen.detail.region.x == edge - 4


async def test_pane_names_can_be_clicked(opened: Opened, small: Path) -> None:
    async with opened(small, size=(45, 30)) as session:
        await session.pilot.click(offset=(session.text()[0].index("Detail"), 0))
        await session.settled()
        assert session.app.focused is session.screen.detail


@pytest.mark.parametrize("size", [(120, 40), (45, 30)])
async def test_words_are_clicked_from_their_first_cell_to_their_last(opened: Opened, small: Path, size: tuple[int, int]) -> None:
    async with opened(small, size=size) as session:
        screen, last, both = session.screen, size[1] - 1, "donor:Japan kind:opening"

        async def click(row: int, words: str, cell: int) -> None:
            await session.pilot.click(offset=(session.text()[row].index(words) + cell, row))
            await session.settled()

        for words, cell, left in (
            (" funded by Japan ✕ ", 0, "kind:opening"),
            (" funded by Japan ✕ ", 18, "kind:opening"),
            (" funded by Japan ✕ ", 19, both),
            (" openings ✕ ", 0, "donor:Japan"),
        ):
            screen.select(parse(both))
            await session.settled()
            await click(2, words, cell)
            assert screen.selection.text() == left
        for cell in (0, 6):
            await click(last, " ? help", cell)
            assert isinstance(session.app.screen, HelpScreen)
            await session.press("escape")


async def test_keys_in_the_footer_can_be_clicked(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.pilot.click(offset=(session.text()[-1].index("mark"), len(session.text()) - 1))
        await session.settled()
        assert len(session.screen.marks) == 1


async def test_the_histogram_jumps(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        histogram = session.screen.search.histogram
        assert sum(histogram.months.values()) == 13
        first = histogram.region.x + histogram._left
        await session.pilot.click(offset=(first, 1))
        await session.settled()
        assert session.screen.timeline.row.title.startswith("Prevention")


async def test_help_names_every_key(opened: Opened, small: Path) -> None:
    async with opened(small, size=(120, 200)) as session:
        for pane in (Where.TIMELINE, Where.DETAIL, Where.FILTERS):
            await session.press("question_mark")
            assert isinstance(session.app.screen, HelpScreen)
            shown = "\n".join(session.text())
            assert f"Help: {pane.value.capitalize()}" in shown
            for command in (
                command for command in COMMANDS if command.where in {pane, Where.LISTS, Where.EVERYWHERE, Where.CHANGES}
            ):
                assert command.title in shown
            await session.press("shift+tab")
            assert "Help: All keys" in "\n".join(session.text())
            for command in COMMANDS:
                assert f" {command.title[:12]}" in str(session.app.screen.text.content)
            await session.press("escape", "tab")


async def test_the_palette_runs_commands(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        await session.press("tab", "ctrl+p")
        await session.pilot.press(*"older year")
        await session.pilot.pause(0.5)
        await session.pilot.press("enter")
        await session.settled()
        assert session.app.focused is session.screen.timeline
        assert session.screen.timeline.cursor > 0


async def test_keys_are_remapped_by_id(opened: Opened, small: Path) -> None:
    async with opened(small) as session:
        session.app.set_keymap({"mark": "m", "export": "w"})
        await session.press("m", "e")
        assert len(session.screen.marks) == 1 and not list(Path.cwd().iterdir())
        await session.press("w", "enter")
        await session.settled()
        assert [path.name for path in Path.cwd().iterdir()] == ["milepost-1-marked.md"]


async def test_another_theme_is_chosen_by_its_name(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        assert session.app.theme == "milepost"
        await session.press("f3")
        assert isinstance(session.app.screen, CommandPalette)
        await session.type("nord")
        await session.press("enter")
        assert session.app.theme == "nord" and session.app.screen is session.screen


@pytest.mark.parametrize("keys", [(), ("enter",), ("v",)])
async def test_all_panes_take_the_colours_of_another_theme(opened: Any, small: Path, keys: tuple[str, ...]) -> None:
    async with opened(small, size=(120, 40), settings=Settings(theme="textual-light")) as session:
        await session.press(*keys)
        await session.still()
        light = painted(session)
        for theme in ("milepost", "textual-light"):
            await session.press("f3")
            await session.type(theme)
            await session.press("enter")
            await session.still()
            assert (painted(session) == light) is (theme == "textual-light")


def painted(session: Any) -> list[list[tuple[str, str]]]:
    """All words on the screen with their colours."""
    return [[(part.text, str(part.style)) for part in strip] for strip in session.app.screen._compositor.render_strips()]
