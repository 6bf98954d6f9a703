"""A field of a form whose values are few: one is chosen with the arrows, by typing how it begins, or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_REST = 1.0
"""Seconds after which a letter begins anew, as in the list boxes of other programs."""
_APART = 2
"""Cells between two values."""


class TypeAhead:
    """Letters typed in quick succession add up to the beginning of a name; one letter again and again goes from value to value."""

    def __init__(self, options: Sequence[tuple[str, str]]) -> None:
        self._options = [(value, name.lower().split()) for value, name in options]
        self._typed, self._last = "", -inf

    def forget(self) -> None:
        """What comes next begins anew."""
        self._last = -inf

    def find(self, char: str, at: float, here: str) -> str | None:
        """The value meant by another character, typed at that time in seconds, looked for from `here` on; None for no value."""
        self._typed = char.lower() if at - self._last >= _REST else self._typed + char.lower()
        self._last = at
        again = self._typed == self._typed[0] * len(self._typed)
        begins = self._typed[0] if again else self._typed
        values = [value for value, _ in self._options]
        start = values.index(here) + again if here in values else 0
        ordered = self._options[start:] + self._options[:start]
        return next((value for value, words in ordered if any(word.startswith(begins) for word in words)), None)


class Choice(Widget, can_focus=True):
    """All values, in as many lines as they need: nothing opens, so nothing moves below it."""

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
        self._ahead = TypeAhead(options)
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
        """What is typed goes to the value that begins so."""
        if event.character is not None and event.character.isprintable() and event.character != " ":
            event.stop()
            found = self._ahead.find(event.character, event.time, self.value)
            self.value = self.value if found is None else found

    def on_blur(self) -> None:
        """Whoever comes back types another word."""
        self._ahead.forget()

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        """The values, with what is shown of each, in lines of at most `width` cells."""
        lines: list[list[tuple[str, str]]] = [[]]
        used = 0
        for value, name in self._options:
            shown = f"{'●' if value == self.value else '○'} {name}"
            if lines[-1] and used + cell_len(shown) > width:
                lines.append([])
                used = 0
            lines[-1].append((value, shown))
            used += cell_len(shown) + _APART
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the values need."""
        return len(self._lines(width))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """On a value, take it."""
        lines, at = self._lines(self.size.width), 0
        for value, shown in lines[event.y] if event.y < len(lines) else ():
            at += cell_len(shown) + _APART
            if event.x < at:
                self.value = value
                return

    def render(self) -> Text:
        """The lines."""
        lines = [
            Text(" " * _APART).join(Text(shown, "bold" if value == self.value else "dim") for value, shown in line)
            for line in self._lines(self.size.width)
        ]
        return Text("\n", no_wrap=True).join(lines)
