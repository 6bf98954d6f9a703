"""The last line, or two: the few keys that matter in the pane with the focus; each can be clicked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import BY_ID, Command, Where, footer
from tui.messages import CommandPicked
from tui.widgets.keptlines import KeptLines
from tui.widgets.strips import COMMAND, Part, ink, strip_of

_LISTING = frozenset({Where.TIMELINE, Where.CHART, Where.DETAIL})
"""Where nothing is typed, so that all keys hold."""
_NARROW, _HIGH = 60, 24
"""Columns of a terminal up to which one line would hold half of the keys, and rows from which two lines are not too many."""
_LAST = "help"
"""Where there is no room for all, help stays."""


class KeyLine(KeptLines, Widget):
    """Eight keys at most."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keyline--key", "keyline--word", "keyline--hint"}

    where: reactive[Where] = reactive(Where.TIMELINE)
    hint: reactive[str] = reactive("")
    """Words that come first: what typing does here."""
    shorts: reactive[Mapping[str, str]] = reactive(dict)
    """Other words for commands, by their ids, where they do something else now; an empty one leaves the command out."""
    instead: reactive[Mapping[str, str]] = reactive(dict)
    """Other keys for commands, by their ids, where their own mean something else."""
    first: reactive[tuple[str, ...]] = reactive(())
    """Where nothing is listed, the commands that bring something there, by their ids: most others are of no use then."""

    def fit(self, columns: int, rows: int) -> None:
        """As many lines as a terminal of that size has for it."""
        self.styles.height = 2 if columns < _NARROW and rows >= _HIGH else 1

    def render_line(self, y: int) -> Strip:
        """A line; what does not fit into all of them is left out from the end, but help stays."""
        width = self.size.width
        entries = [
            (command.id, self.instead.get(command.id, command.shown), short)
            for command in self._commands()
            if (short := self.shorts.get(command.id, command.short))
        ]
        hint = f" {self.hint} " if self.hint else ""

        def lines() -> list[list[tuple[str, str, str]]]:
            broken: list[list[tuple[str, str, str]]] = [[]]
            room = width - cell_len(hint)
            for name, shown, short in entries:
                cells = cell_len(shown) + cell_len(short) + 3
                if cells > room:
                    broken.append([])
                    room = width
                broken[-1].append((name, shown, short))
                room -= cells
            return broken

        while entries and len(lines()) > self.size.height:
            entries.pop(-1 if not entries[-1][0].endswith(_LAST) or len(entries) == 1 else -2)
        key = ink(self, "keyline--key")
        word = ink(self, "keyline--word")
        parts: list[Part] = [(hint, ink(self, "keyline--hint"))] if y == 0 else []
        for name, shown, short in dict(enumerate(lines())).get(y, []):
            click = Style.from_meta({COMMAND: name})
            parts += [(f" {shown}", key + click), (f" {short} ", word + click)]
        return strip_of(parts, width, self.rich_style)

    def _commands(self) -> tuple[Command, ...]:
        if not self.first or self.where not in _LISTING:
            return footer(self.where)
        from tui.commands.reasons import Situation, why_not

        others = (command for command in footer(self.where) if command.id not in self.first)
        return (*(BY_ID[name] for name in self.first), *(one for one in others if not why_not(one.needs, Situation())))

    def on_click(self, event: events.Click) -> None:
        """As if the key were pressed."""
        if name := event.style.meta.get(COMMAND):
            self.post_message(CommandPicked(name))
