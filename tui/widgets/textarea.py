"""Where people type several lines: a box that takes no control characters, whatever is pasted."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea

from tui.render import clean_lines
from tui.textualprivate import type_over


class SafeArea(TextArea):
    """Several lines."""

    async def on_paste(self, event: events.Paste) -> None:
        """As typed, without what a terminal would obey."""
        event.stop()
        event.prevent_default()
        if result := type_over(self, clean_lines(event.text)):
            self.move_cursor(result.end_location)
