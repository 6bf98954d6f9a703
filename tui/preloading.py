"""What nobody has asked for yet, read after the first frame: modules and style sheets of what comes over the main screen."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from textual.app import App

from tui.textualprivate import once
from tui.theme import STYLES

_AT_LEISURE = 1.0
"""Seconds after the first frame until modules are read."""
_MODULES = (
    "tui.widgets.chart",
    "tui.screens.help",
    "tui.screens.exportdialog",
    "tui.screens.form",
    "tui.screens.goto",
    "tui.screens.viewdialogs",
)


def read_ahead(app: App[object]) -> None:
    """Modules in a thread, style sheets at once, so that nothing has to wait for its own."""
    once(app, _AT_LEISURE, Thread(target=_import, name="milepost-imports").start)
    sheets = [sheet for sheet in sorted(STYLES.glob("*.tcss")) if not app.stylesheet.has_source(str(sheet))]
    app.stylesheet.read_all(sheets)
    app.stylesheet.parse()


def _import() -> None:
    for name in _MODULES:
        import_module(name)
