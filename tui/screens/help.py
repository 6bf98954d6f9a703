"""The help screen: what the pane with the focus is for, its keys, and all the others."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import OVER, Where, commands
from tui.theme import STYLES

_PAGES = Path(__file__).parent.parent / "help"


def help_page(where: Where) -> str:
    """The Markdown page about a place."""
    return (_PAGES / f"{where.name.lower()}.md").read_text(encoding="utf-8")


def key_table(where: Where) -> Table:
    """Keys, names and meanings of one place."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=9, justify="right", no_wrap=True, style="bold yellow")
    table.add_column(width=20, style="bold")
    table.add_column(ratio=1, style="dim")
    for command in commands(where):
        table.add_row(Text(command.shown), Text(command.title), Text(command.help))
    return table


def help_text(where: Where) -> RenderableType:
    """All of it: the place's own page and keys first, then the other places."""
    parts: list[RenderableType] = [Markdown(help_page(where))]
    rest = [] if where in OVER else [place for place in Where if place is not where and place not in OVER]
    for place in (where, *rest):
        parts += [Text(), Rule(Text(f"Keys: {place.value}", style="bold"), align="left", style="dim"), key_table(place)]
    return Group(*parts)


class HelpScreen(ModalScreen[None]):
    """Help over the main screen."""

    CSS_PATH = STYLES / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss", "Close", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("pageup,ctrl+u", "scroll(-12)", show=False),
        Binding("pagedown,ctrl+d,space", "scroll(12)", show=False),
        Binding("home,g", "scroll(-10000)", show=False),
        Binding("end,G", "scroll(10000)", show=False),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(id="help") as box:
            box.can_focus = False
            box.border_title = f"Help: {self._where.value}"
            box.border_subtitle = "esc closes · arrows scroll"
            yield Static(help_text(self._where), id="help-text", markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False, force=True)
