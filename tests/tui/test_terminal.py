"""The terminal itself: what becomes of the app when it goes away."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path


def test_the_app_ends_with_its_terminal(small: Path) -> None:
    """Nobody tells the process: it is in a session of its own and has no hang-up to hear."""
    shell, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "--store", str(small)],
        stdin=child,
        stdout=child,
        stderr=child,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
    )
    os.close(child)
    try:
        seen = b""
        while b"Timeline" not in seen:
            seen += os.read(shell, 65536)
        os.close(shell)
        assert process.wait(timeout=60) is not None
    finally:
        process.kill()
        process.wait()
