"""What comes from the terminal, on its way to Textual: a paste is text and never keys, and bytes that are no UTF-8 harm nobody.

Textual 8 looks for escape sequences inside a paste too, and hands on as keys what it does not know; and a byte that is no UTF-8
ends the thread that reads, and the app with it.
"""

from __future__ import annotations

import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.textualprivate import BRACKETED_PASTE_END as END
from tui.textualprivate import BRACKETED_PASTE_START as START
from tui.textualprivate import XTermParser, is_debugged

_PATIENCE = 0.1
"""Seconds after which is looked whether an escape was a key, and whether the app is left."""
_AT_ONCE = 4096
"""Bytes that are read at once."""
_OBEYED = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""What a terminal would obey: sequences for colours and the like, and control characters but blanks and line breaks."""


class KeyboardParser(XTermParser):
    """Textual's, which is told no more of a paste than that there was one."""

    def __init__(self, debug: bool = False) -> None:
        self._paste: list[str] | None = None
        """What has come of a paste that has not ended."""
        self._tail = ""
        """The last characters that came: the sign that begins a paste, or ends it, may come in parts."""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """The keys, mouse events and pastes in `data`; empty data ends it."""
        if not data:
            yield from super().feed(data)
        while data:
            known = len(self._tail)
            if self._paste is None:
                typed, begins, data = (self._tail + data).partition(START)
                # the sign goes with its counterpart, for Textual may have seen a part of it
                yield from self._typed((typed + begins)[known:] + (END if begins else ""))
                self._paste, self._tail = ([], "") if begins else (None, typed[1 - len(START) :])
            else:
                came, ends, data = (self._tail + data).partition(END)
                self._paste.append((came + ends)[known:])
                self._tail = "" if ends else came[1 - len(END) :]
                if ends:
                    pasted, self._paste = "".join(self._paste).removesuffix(END), None
                    if text := _OBEYED.sub("", pasted):
                        yield events.Paste(text)

    def _typed(self, keys: str) -> Iterable[Message]:
        for event in super().feed(keys):
            if not isinstance(event, events.Paste):
                yield event


class Keyboard(LinuxDriver):
    """Textual's driver, with ears of its own."""

    def run_input_thread(self) -> None:
        """Hand on what comes, until the app is left or the terminal has gone."""
        parser, decode = KeyboardParser(is_debugged(self)), getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            came = b""
            if select.select([self.fileno], [], [], _PATIENCE)[0]:
                try:
                    came = os.read(self.fileno, _AT_ONCE)
                except OSError:
                    return
                if not came:
                    return
            for source in (parser.feed(text) if (text := decode(came)) else (), parser.tick()):
                for message in source:
                    self.process_message(message)
