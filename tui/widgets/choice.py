"""A field of a form whose values are few: one is chosen with the arrows, by its first letter, or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_FEW = 3
"""So many are all shown, however narrow it is."""


class Choice(Widget, can_focus=True):
    """One line: all values where they are few or have room, else the chosen one between two arrows."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Before", show=False),
        Binding("right,space", "step(1)", "After", show=False),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        choice: Choice
        value: str

    def __init__(self, options: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self._options = tuple(options)
        """Value and what people read; the value may be empty while nothing is chosen."""
        self.set_reactive(Choice.value, value)

    def watch_value(self, value: str) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        """The next value, round in a circle."""
        values = [value for value, _ in self._options]
        at = values.index(self.value) if self.value in values else -1 if step > 0 else 0
        self.value = values[(at + step) % len(values)]

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next value that begins with it."""
        if event.character is None or not event.character.isalpha():
            return
        values = [value for value, _ in self._options]
        at = values.index(self.value) if self.value in values else -1
        for value in (*values[at + 1 :], *values[: at + 1]):
            words = dict(self._options)[value].lower().split()
            if any(word.startswith(event.character.lower()) for word in words):
                self.value = value
                event.stop()
                return

    @property
    def _all_shown(self) -> bool:
        return len(self._options) <= _FEW or sum(cell_len(words) + 4 for _, words in self._options) - 2 <= self.size.width

    def on_click(self, event: events.Click) -> None:
        """On a value, take it; on an arrow, step."""
        if not self._all_shown:
            self.action_step(-1 if event.x < 2 else 1)
            return
        at = 0
        for value, words in self._options:
            at += cell_len(words) + 4
            if event.x < at:
                self.value = value
                return

    def render(self) -> Text:
        """The line."""
        if not self._all_shown:
            words = dict(self._options).get(self.value, "")
            return Text.assemble(
                ("◂ ", "dim"), (words, "bold") if words else ("choose with ← →", "dim"), (" ▸", "dim"), no_wrap=True
            )
        parts = [
            (f"{'●' if value == self.value else '○'} {words}  ", "bold" if value == self.value else "dim")
            for value, words in self._options
        ]
        return Text.assemble(*parts, no_wrap=True)
