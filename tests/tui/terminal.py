"""The app in a process of its own on a real pseudo-terminal: what is written to it, and what it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

RUN = ("-m", "tui.cli", "--store")


class Terminal:
    """A terminal of `size` (columns, rows) with a program in it; `seen` is every byte that the program has written."""

    def __init__(
        self, path: Path, size: tuple[int, int] = (80, 24), *, run: Sequence[str] = RUN, env: Mapping[str, str] | None = None
    ) -> None:
        self.shell, child = pty.openpty()
        self.resize(*size)
        self.process = subprocess.Popen(
            [sys.executable, *run, str(path)],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", **(env or {})},
        )
        os.close(child)
        self.seen = b""

    def resize(self, columns: int, rows: int) -> None:
        """Another size; the program hears of it at its next look, or by `SIGWINCH`."""
        fcntl.ioctl(self.shell, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is written within that time; nothing where the program has ended."""
        ready, _, _ = select.select([self.shell], [], [], seconds)
        try:
            got = os.read(self.shell, 1 << 16) if ready else b""
        except OSError:
            got = b""
        self.seen += got
        return got

    def until(self, there: Callable[[bytes], bool], seconds: float = 60.0) -> None:
        """Read until what was seen has it. Raises AssertionError after that time."""
        end = time.monotonic() + seconds
        while not there(self.seen):
            assert time.monotonic() < end and self.process.poll() is None, f"it did not come: {self.seen[-2000:]!r}"
            self.read(0.2)

    def quiet(self, seconds: float = 0.15, most: float = 1.0) -> None:
        """Read until nothing is written for so long; what blinks is not waited for longer than `most` seconds."""
        end = time.monotonic() + most
        while self.read(seconds) and time.monotonic() < end:
            pass

    def press(self, keys: str) -> None:
        """Press keys."""
        self.send(keys.encode())

    def send(self, raw: bytes) -> None:
        """What a keyboard sends, whatever it is."""
        os.write(self.shell, raw)

    def type(self, keys: str) -> None:
        """Press keys, and wait until all that follows is drawn."""
        self.press(keys)
        self.quiet()

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()
        os.close(self.shell)
