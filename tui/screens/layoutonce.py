"""Laying out a screen once: Textual tells a screen that it has laid out of its new size and lays it out again, all of it."""

from __future__ import annotations

from textual import events
from textual.geometry import Size


class LaidOutOnce:
    """Stands in front of `Screen` among the bases of one."""

    outer_size: Size

    async def _on_resize(self, event: events.Resize) -> None:
        """A size that the screen has been laid out for is no news."""
        if event.size == self.outer_size:
            event.prevent_default()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """What was never shown has its styles from a moment ago."""
        if not self.outer_size:
            event.refresh_styles = False
