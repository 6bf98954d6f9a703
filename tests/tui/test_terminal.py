"""The terminal itself: what is loaded before it shows something, and what becomes of the app when it goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

_FIRST_FRAME = """
import asyncio, sys
from pathlib import Path
from tui.app import MilepostApp
from tui import cli, startup

async def first():
    async with MilepostApp(Path(sys.argv[1])).run_test() as pilot:
        timeline = pilot.app.screen.timeline
        while timeline.row is None or not any(timeline.row.title[:12] in line.text for line in map(timeline.render_line, range(9))):
            await pilot.pause(0.01)
        print(*sys.modules)

asyncio.run(first())
"""


def test_what_is_slow_to_load_is_not_loaded_before_the_first_milestone_is_shown(small: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(small)], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    assert "tui.screens.main.screen" in told
    slow = {"sqlite_utils", "dateutil", "markdown_it", "rich.markdown", "importers", "textual.widgets._markdown"}
    slow |= {"textual.widgets._text_area", "importlib.metadata"}
    lazy = {f"tui.screens.{name}" for name in ("form", "review", "merge", "goto", "help", "importdialog", "exportdialog")}
    lazy |= {"tui.background.deeds", "tui.cli.printing", "tui.cli.imports", "db.editing", "db.export.options", "db.schema"}
    lazy |= {"tui.widgets.chart", "tui.commands.reasons", "tui.widgets.completion", "tui.widgets.searchhistory", "tui.chart.data"}
    assert not (slow | lazy) & set(told)


def test_the_app_ends_with_its_terminal(small: Path) -> None:
    """Nobody tells the process: it is in a session of its own and has no hang-up to hear."""
    terminal = Terminal(small)
    try:
        terminal.until(lambda seen: b"Timeline" in seen)
        os.close(terminal.shell)
        assert terminal.process.wait(timeout=60) is not None
    finally:
        terminal.process.kill()
        terminal.process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_whoever_ends_the_app_finds_the_terminal_as_it_was(small: Path, number: signal.Signals) -> None:
    terminal = Terminal(small)
    try:
        terminal.until(lambda seen: b"Timeline" in seen)
        terminal.process.send_signal(number)
        terminal.until(lambda seen: b"\x1b[?1049l" in seen and b"\x1b[?1000l" in seen)
        assert terminal.process.wait(timeout=60) == 128 + number
    finally:
        terminal.close()


_BROKEN = """
import sys
from pathlib import Path
from tui.startup import open_app
from tui.screens.main.screen import MainScreen

def broken(screen):
    raise ZeroDivisionError

MainScreen.action_help = broken
open_app(Path(sys.argv[1]))
"""


def test_a_fault_of_our_own_is_no_success(small: Path) -> None:
    terminal = Terminal(small, run=("-c", _BROKEN))
    try:
        terminal.until(lambda seen: b"Timeline" in seen)
        terminal.press("?")
        terminal.quiet()
        assert terminal.process.wait(timeout=60) == 1
    finally:
        terminal.close()
