"""The app on a real terminal: how long until it shows a milestone, and until a key is answered; each beside a bare Textual app."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from db.connect import open_store
from db.queries.listing import page
from db.selection import Selection
from tests.benchmarks.generated import generated
from tests.tui.terminal import Terminal

ROUNDS = 9
"""How often each app is started, one after the other in turn; the median counts."""
PRESSES = 30
"""How often each key is pressed: downwards no farther than either list goes without scrolling."""
KEYS = {"down": ("\x1b[B",), "page down and up": ("\x1b[6~", "\x1b[5~")}
"""Pressed in turn, so that there is always somewhere to go."""
_QUIET = 0.2
"""Seconds after which nothing more comes of a key."""
_SIZE = (120, 40)
_NOWHERE = tempfile.TemporaryDirectory(prefix="milepost-benchmarks-")
ENV = {"PYTHONDONTWRITEBYTECODE": "", "XDG_CONFIG_HOME": _NOWHERE.name, "XDG_STATE_HOME": _NOWHERE.name}
"""Modules are compiled once, as they are where people work; nobody's settings count, nor what was looked at last."""
_SETTLED = 1.5
"""Seconds after which an app has done what it does at the start."""
_BARE = """
import sys
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Opening in " + sys.argv[1])

Bare().run()
"""
_BARE_LIST = """
import sys
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

class Rows(ScrollView, can_focus=True):
    BINDINGS = [("down", "move(1)"), ("pagedown", "page(1)"), ("pageup", "page(-1)")]
    cursor = reactive(0, repaint=False)

    def on_mount(self):
        self.virtual_size = Size(100, 1_000_000)
        self.focus()

    def watch_cursor(self, old, new):
        self.refresh_line(old)
        self.refresh_line(new)

    def action_move(self, step):
        self.cursor += step
        if self.cursor < self.scroll_offset.y:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        if self.cursor >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False, force=True)

    def action_page(self, pages):
        self.scroll_to(y=self.scroll_offset.y + pages * self.size.height, animate=False, force=True)
        self.cursor += pages * self.size.height

    def render_line(self, y):
        line = self.scroll_offset.y + y
        text = f"Opening in {sys.argv[1]} {line} with as many words as a milestone has"
        return Strip([Segment(text.ljust(self.size.width), Style(reverse=line == self.cursor))])

class Bare(App):
    def compose(self):
        yield Rows()

Bare().run()
"""


def opening(count: int) -> dict[str, Any]:
    """With `count` stored: milliseconds from the start of the process to the first milestone on the screen; MB held then."""
    path = generated(count)
    title = first_title(path)
    shown = {"bare": (("-c", _BARE), "Opening in "), "milepost": (("-m", "tui.cli", "--store"), title)}
    took: dict[str, list[float]] = {name: [] for name in shown}
    held: dict[str, float] = {}
    for number in range(ROUNDS + 1):
        for name, (run, words) in shown.items():
            begun = time.perf_counter()
            terminal = Terminal(path, _SIZE, run=run, env=ENV)
            try:
                terminal.until(_holding(words))
                if number:
                    took[name].append(1e3 * (time.perf_counter() - begun))
                else:
                    # modules are compiled by now, and there is time to look
                    terminal.quiet(_SETTLED, 10)
                    held[name] = _resident(terminal.process.pid)
            finally:
                terminal.close()
    return {"took": took, "held": held}


def keys(count: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds from a key to the first byte that answers it, by key, in the app and in a bare list, pressed in turn.

    By `milepost, all` those to the last byte, the detail with it.
    """
    path = generated(count)
    shown = {"bare": (("-c", _BARE_LIST), "Opening in "), "milepost": (("-m", "tui.cli", "--store"), first_title(path))}
    terminals: dict[str, Terminal] = {}
    took: dict[str, dict[str, list[float]]] = {key: {} for key in KEYS}
    try:
        for name, (run, words) in shown.items():
            terminal = terminals[name] = Terminal(path, _SIZE, run=run, env=ENV)
            terminal.until(_holding(words))
            terminal.quiet(_SETTLED, 10)
        for key, codes in KEYS.items():
            for number in range(PRESSES):
                for name, terminal in terminals.items():
                    first, last = _answered(terminal, codes[number % len(codes)])
                    took[key].setdefault(name, []).append(first)
                    took[key].setdefault(f"{name}, all", []).append(last)
    finally:
        for terminal in terminals.values():
            terminal.close()
    return took


def _answered(terminal: Terminal, key: str) -> tuple[float, float]:
    begun = time.perf_counter()
    terminal.press(key)
    terminal.read(10)
    first = last = 1e3 * (time.perf_counter() - begun)
    while terminal.read(_QUIET):
        last = 1e3 * (time.perf_counter() - begun)
    return first, last


def _holding(words: str) -> Callable[[bytes], bool]:
    return lambda seen: words.encode() in seen


def first_title(path: Path) -> str:
    """How the first title of the whole list begins."""
    with open_store(path, readonly=True) as store:
        return page(store.connection, Selection(), 0, 1)[0].title[:14]


def _resident(pid: int) -> float:
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], check=True, capture_output=True, text=True).stdout
    return int(told) / 1e3
