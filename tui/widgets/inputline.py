"""Where people type: a line that takes no control characters, whatever is pasted, and completion of lists."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.suggester import Suggester
from textual.widgets import Input

from db import names
from db.parts import Role
from tui.render import clean, pasted

_CUT_FROM = 6
"""Cells from which the signs leave enough of the text."""


class SafeInput(Input):
    """One line; where it is cut, a `…` stands, unless the cursor is there."""

    def render_line(self, y: int) -> Strip:
        """The part of the text that fits."""
        strip = super().render_line(y)
        width, left = self.scrollable_content_region.width, self.scroll_offset.x
        if y or not self.value or width < _CUT_FROM:
            return strip
        text = cell_len(self.value)
        cursor = cell_len(self.value[: self.cursor_position]) - left if self.has_focus else -1
        if left > 0 and cursor != 0:
            strip = Strip.join([_cut(strip.crop(0, 1)), strip.crop(1)])
        if text - left > width and cursor != width - 1:
            strip = Strip.join([strip.crop(0, width - 1), _cut(strip.crop(width - 1, width)), strip.crop(width)])
        return strip

    def replace(self, text: str, start: int, end: int) -> None:
        """Everything that is typed or pasted comes through here."""
        super().replace(clean(text), start, end)

    def insert(self, text: str, index: int) -> None:
        """As `replace`."""
        super().insert(clean(text), index)

    def action_copy(self) -> None:
        """Nothing chosen is not copied: what was copied before stays."""
        if self.selected_text:
            super().action_copy()

    def action_cut(self) -> None:
        """As `action_copy`."""
        if self.selected_text:
            super().action_cut()

    def on_paste(self, event: events.Paste) -> None:
        """All pasted lines become one; an empty paste does nothing."""
        joined = pasted(event.text)
        event.stop()
        event.prevent_default()
        if joined:
            self.replace(joined, *sorted(self.selection))


def _cut(cell: Strip) -> Strip:
    """The sign that something stands before or behind, drawn as what stood in its place."""
    return Strip([Segment("…", next((part.style for part in cell), None))])


class Completer(Suggester):
    """Completes the last of several values (apart by `;`), or the only one; after a bracket, a country's role."""

    def __init__(self, candidates: Sequence[str], *, several: bool, roles: bool = False) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._candidates = [(names.fold(clean(one)), clean(one)) for one in candidates]
        self._several = several
        self._roles = roles

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text with its last value completed."""
        last = value.rpartition(";")[2] if self._several else value
        part = last.lstrip()
        if self._roles and "(" in part:
            begun = part.rpartition("(")[2].lower()
            found = next((f"{role})" for role in Role if begun and role.startswith(begun)), None)
            return value + found[len(begun) :] if found else None
        typed = names.fold(part)
        if not typed:
            return None
        for folded, one in self._candidates:
            # What folding makes shorter or longer cannot be completed by its length.
            if folded.startswith(typed) and len(one) > len(part) and names.fold(one[: len(part)]) == typed:
                return value + one[len(part) :]
        return None
