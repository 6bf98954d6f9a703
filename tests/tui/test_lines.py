"""Lines: no more is drawn than what changed."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.facts import CONSOLE, wrap
from tui.widgets.framedpane import FramedPane
from tui.widgets.keptlines import KeptLines, KeptScrollBar, Line
from tui.widgets.linepane import LinePane


class Counting:
    """Says which lines it was asked for."""

    asked: list[int]

    def render_line(self, y: int) -> Strip:
        self.asked.append(y)
        return Strip.blank(18)


class Lines(Counting, LinePane):
    pass


class Framed(Counting, FramedPane):
    pass


@pytest.mark.parametrize("kind", [Lines, Framed])
async def test_one_line_is_drawn_where_one_line_changed(kind: type[Lines | Framed]) -> None:
    class Panes(App[None]):
        CSS = "#one { width: 20; height: 8; border: round red; } #other { width: 20; height: 8; border: round red; }"

        def compose(self) -> ComposeResult:
            for name in ("one", "other"):
                pane = kind(id=name)
                pane.asked = []
                yield pane

    async with Panes().run_test(size=(40, 20)) as pilot:
        one, other = (pilot.app.query_one(f"#{name}", kind) for name in ("one", "other"))
        assert set(one.asked) == set(range(6))
        for change, lines in (
            (lambda: one.refresh_line(3), {3}),
            (lambda: one.caption("3 of 6"), set()),
            (one.refresh, set(range(6))),
        ):
            one.asked, other.asked = [], []
            change()
            await pilot.pause()
            assert (set(one.asked), other.asked) == (lines, [])
            assert pilot.app.screen._compositor.render_strips()
        assert "3 of 6" in pilot.app.screen._compositor.render_strips()[7].text


class Row(Counting, KeptLines, Widget):
    pass


async def test_a_line_of_words_is_drawn_where_it_changed_itself() -> None:
    class Lines(App[None]):
        CSS = "Row { height: 1; width: 20; }"

        def compose(self) -> ComposeResult:
            for name in ("one", "other"):
                row = Row(id=name)
                row.asked = []
                yield row

    async with Lines().run_test(size=(40, 6)) as pilot:
        one, other = (pilot.app.query_one(f"#{name}", Row) for name in ("one", "other"))
        for change in (one.refresh, lambda: setattr(one.styles, "width", 30)):
            one.asked, other.asked = [], []
            change()
            await pilot.pause()
            assert pilot.app.screen._compositor.render_strips()
            assert (one.asked, other.asked) == ([0], [])


async def test_a_scroll_bar_is_drawn_where_it_looks_different() -> None:
    class Bar(App[None]):
        CSS = "Lines { width: 20; height: 8; overflow-y: scroll; }"

        def compose(self) -> ComposeResult:
            pane = Lines()
            pane.asked = []
            yield pane

    async with Bar().run_test(size=(40, 20)) as pilot:
        pane = pilot.app.query_one(Lines)
        bar = pane.vertical_scrollbar
        assert isinstance(bar, KeptScrollBar)
        whole = Region(0, 0, 1, 8)
        pane.hold(100)
        await pilot.pause()
        first = bar.render_lines(whole)
        bar.refresh()
        assert bar.render_lines(whole) is first
        bar.position = 50
        second = bar.render_lines(whole)
        assert second != first
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert bar.render_lines(whole) != second


def test_a_line_is_cut_as_a_strip_is_and_does_not_hold_on_to_itself() -> None:
    segments = [Segment("one "), Segment("two")]
    line = Line(segments, 7)
    assert [piece.text for piece in line.divide([7])] == ["one two"]
    assert not line._divide_cache
    assert list(line.divide([2, 7])) == list(Strip(segments, 7).divide([2, 7]))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a-newsletter-2016-q1.txt · issue of Q1 2016", 22, ["a-newsletter-2016-", "q1.txt · issue of Q1", "2016"]),
        ("see https://www.example.org/a/very/long-path now", 20, ["see https://", "www.example.org/a/", "very/long-path now"]),
        ("newsletter-2016.txt", 9, ["newslette", "r-2016.tx", "t"]),
        ("short-words stay-whole", 12, ["short-words", "stay-whole"]),
    ],
)
def test_long_words_break_behind_a_sign(text: str, width: int, lines: list[str]) -> None:
    bold = Style(bold=True)
    wrapped = wrap(Text(text, bold), width)
    assert [line.plain for line in wrapped] == lines
    assert all(line.get_style_at_offset(CONSOLE, 0) == bold for line in wrapped)
