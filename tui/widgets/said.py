"""A line that says what was done last, on a screen where nothing may lie over the text."""

from __future__ import annotations

from textual.widgets import Static


class SaidLine(Static):
    """Empty and without height until something is said; what is said next takes its place."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def say(self, text: str, kind: str) -> None:
        """Show the text, as harmless as it comes, in the colour of its kind: `information`, `warning`, `error`."""
        self.set_class(kind == "warning", "-warning")
        self.set_class(kind == "error", "-error")
        self.update(text)
        self.display = bool(text)
