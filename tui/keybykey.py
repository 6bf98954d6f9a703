"""One key after the other, however fast they come: a slow line brings several at once, and so does an app that is just starting.

Textual hands keys on to what has the focus when they come. Of `/` and `r` that come together, `r` would not be typed into the
search line, to which `/` leads, but be a command. Here a key that comes soon after another is held until that one has had its
effect.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

_DRAWN = 0.02
"""Seconds after which what a key led to is drawn: only then is it followed, unless another is waiting."""
_PATIENCE = 0.5
"""Seconds after which a key is held no longer: what the one before it went to may have gone."""
_ROUNDS = 2
"""A key goes up from what has the focus to the app, which does what it is bound to; what is told by that goes the same way."""


class KeyByKey(App[None]):
    """An app that looks at a key when the one before it has been dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._last: tuple[DOMNode, Screen[object]] | None = None
        """What the last key was handed on to, and on which screen; None when it has been dealt with."""
        self._number = 0
        """The number of the last key: what comes late about an earlier one counts no more."""

    async def on_event(self, event: events.Event) -> None:
        """What is typed or pasted waits for its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._last is None:
            await self._hand_on(event)
        else:
            self._held.append(event)
            if len(self._held) == 1:
                self._wait(self._number)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        screen = self.screen
        self._last = self.focused or screen, screen
        self._number += 1
        await super().on_event(event)
        if self._held:
            self._wait(self._number)
        else:
            get_running_loop().call_later(_DRAWN, self._wait, self._number)

    def _wait(self, number: int) -> None:
        """Begin to follow a key, if it is the last one and has not been dealt with."""
        if number == self._number and self._last is not None:
            node, screen = self._last
            # what has left the screen hands nothing on any more
            self._follow(node if screen is self.screen else self, screen, _ROUNDS, number)
            get_running_loop().call_later(_PATIENCE, self.call_later, self._go_on, number)

    def _follow(self, node: DOMNode, screen: Screen[object], rounds: int, number: int) -> None:
        """Come behind the last key on all of its way; where it leads to another screen, until that has been drawn."""
        if node is not self:
            above = node.parent or self
            if not node.call_later(above.call_later, self._follow, above, screen, rounds, number):
                self._follow(self, screen, rounds, number)
        elif rounds > 1:
            self.call_later(self._follow, self.focused or self.screen, screen, rounds - 1, number)
        elif self.screen is screen:
            self.call_later(self._go_on, number)
        else:
            self.screen.call_after_refresh(self.call_later, self._go_on, number)

    async def _go_on(self, number: int) -> None:
        """The last key has been dealt with."""
        if number != self._number or self._last is None:
            return
        self._last = None
        if self._held:
            await self._hand_on(self._held.popleft())
