"""One key after the other, however fast they come: a slow line brings several at once, and so does an app that is just starting.

Textual hands keys on to what has the focus when they come. Of `/` and `r` that come together, `r` would not be typed into the
search line, to which `/` leads, but be a command. Here a key that comes soon after another is held until that one has had its
effect.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

_SOON = 0.3
"""Seconds from a key within which another one may come before the first has had its effect."""
_PATIENCE = 0.5
"""Seconds after which a key is held no longer: what the one before it went to may have gone."""
_ROUNDS = 2
"""A key goes up from what has the focus to the app, which does what it is bound to; what is told by that goes the same way."""


class KeyByKey(App[None]):
    """An app that looks at a key when the one before it has been dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._last: tuple[float, DOMNode, Screen[object]] | None = None
        """When the last key was handed on, to what, and on which screen."""
        self._turn = 0
        """The number of the wait that goes on: an earlier one that comes late hands nothing on."""

    async def on_event(self, event: events.Event) -> None:
        """What is typed or pasted waits for its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._held or (self._last is not None and monotonic() - self._last[0] < _SOON):
            self._held.append(event)
            if len(self._held) == 1:
                self._wait()
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        screen = self.screen
        self._last = monotonic(), self.focused or screen, screen
        await super().on_event(event)

    def _wait(self) -> None:
        assert self._last is not None
        _, node, screen = self._last
        self._turn += 1
        self._follow(node, screen, _ROUNDS, self._turn)
        self.set_timer(_PATIENCE, partial(self._go_on, self._turn))

    def _follow(self, node: DOMNode, screen: Screen[object], rounds: int, turn: int) -> None:
        """Come behind the last key on all of its way; where it leads to another screen, until that has been drawn."""
        if node is not self:
            above = node.parent or self
            if not node.call_later(above.call_later, self._follow, above, screen, rounds, turn):
                self._follow(self, screen, rounds, turn)
        elif rounds > 1:
            self.call_later(self._follow, self.focused or self.screen, screen, rounds - 1, turn)
        elif self.screen is screen:
            self.call_later(self._go_on, turn)
        else:
            self.screen.call_after_refresh(self.call_later, self._go_on, turn)

    async def _go_on(self, turn: int) -> None:
        if turn != self._turn or not self._held:
            return
        self._turn += 1
        await self._hand_on(self._held.popleft())
        if self._held:
            self._wait()
