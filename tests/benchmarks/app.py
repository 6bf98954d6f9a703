"""How long the app takes to show a stored milestone, on a real terminal, beside a bare Textual app with one line of text."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from db.connect import open_store
from db.store.readings import save_reading
from tests.benchmarks.store import EACH, TOWNS, issue
from tests.tui.terminal import Terminal

ROUNDS = 7
"""How often each app is started, one after the other in turn; the median counts."""
_ENV = {"PYTHONDONTWRITEBYTECODE": ""}
"""Modules are compiled once, as they are where people work."""
_BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Opening in " + sys.argv[1])

Bare().run()
"""


def measure(count: int) -> dict[str, list[float]]:
    """Milliseconds from the start of the process to the first milestone on the screen, with `count` of them in the store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "store.db")
        with open_store(path, create=True) as store:
            for number in range(count // EACH):
                save_reading(store, issue(number), at="2020")
        _first(Terminal(path, env=_ENV))
        took: dict[str, list[float]] = {"bare": [], "milepost": []}
        for _ in range(ROUNDS):
            took["bare"].append(_first(Terminal(path, run=("-c", _BARE), env=_ENV)))
            took["milepost"].append(_first(Terminal(path, env=_ENV)))
        return took


def _first(terminal: Terminal) -> float:
    begun = time.perf_counter()
    try:
        terminal.until(lambda seen: any(f" in {town}".encode() in seen for town in TOWNS) or b"Opening in " in seen)
        return 1e3 * (time.perf_counter() - begun)
    finally:
        terminal.close()


def ratio(took: dict[str, list[float]]) -> float:
    """How many times the bare app's time it takes."""
    return statistics.median(took["milepost"]) / statistics.median(took["bare"])
