"""A pane whose content is dragged with the mouse to the left and to the right."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


class Dragging(Widget, inherit_bindings=False):
    """It is told how far, in cells from where the button went down; what was dragged is not clicked."""

    _grip: int | None = None
    """The column where the button went down; None where it is up."""
    dragged = False
    """Whether the mouse has moved since."""

    def grip(self, column: int, line: int) -> bool:
        """Whether the content can be taken hold of there (cells of the content); it is to be remembered where it is now."""
        raise NotImplementedError

    def drag(self, cells: int) -> None:
        """So far to the right (negative: left) of where it was taken hold of."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        offset, self.dragged = event.get_content_offset(self), False
        held = event.button == 1 and offset is not None and self.grip(offset.x, offset.y)
        self._grip = event.screen_x if held else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The content follows the mouse, also beyond the pane."""
        if self._grip is not None and (self.dragged or event.screen_x != self._grip):
            if not self.dragged:
                self.dragged = True
                self.capture_mouse()
            self.drag(event.screen_x - self._grip)

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._grip is not None and self.dragged:
            self.capture_mouse(False)
        self._grip = None
