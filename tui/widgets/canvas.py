"""A line of a fixed number of cells that is painted piece by piece, later pieces over earlier ones."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style

from tui.widgets.strips import Part


class CellLine:
    """Cells, each with a character and a style; a wide character takes two."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._chars = [" "] * width
        self._styles = [Style()] * width

    def put(self, cell: int, text: str, style: Style) -> None:
        """Harmless text from a cell on; what would stand outside is left out."""
        for char in text:
            size = cell_len(char)
            if size == 0 and 0 < cell <= self.width:
                self._chars[cell - 1] += char
            elif cell >= 0 and cell + size <= self.width:
                self._chars[cell], self._styles[cell] = char, self._styles[cell] + style
                for more in range(cell + 1, cell + size):
                    self._chars[more], self._styles[more] = "", self._styles[cell]
            cell += size

    def tint(self, left: int, right: int, style: Style) -> None:
        """A style over what stands from one cell to another, both inclusive."""
        for cell in range(max(left, 0), min(right, self.width - 1) + 1):
            self._styles[cell] += style

    def is_blank(self, cell: int) -> bool:
        """Whether nothing stands there."""
        return self._chars[cell] == " "

    def parts(self) -> list[Part]:
        """The line as runs of one style."""
        parts: list[Part] = []
        text, style = "", self._styles[0] if self.width else Style()
        for char, own in zip(self._chars, self._styles, strict=True):
            if own != style:
                parts.append((text, style))
                text, style = "", own
            text += char
        return [*parts, (text, style)]
