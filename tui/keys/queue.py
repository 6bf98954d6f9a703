"""One key after the other, however fast they come: a slow line brings several at once, and so does an app that is just starting.

Textual hands keys on to what has the focus when they come. Of `/` and `r` that come together, `r` would not be typed into the
search line, to which `/` leads, but be a command. Here a key that comes soon after another is held until that one has had its
effect. Where it leads somewhere only after a question to the store, keys are held until that is there (`tui.screens.workers`).
"""

from __future__ import annotations

import asyncio
from asyncio import get_running_loop
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from time import sleep
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerCancelled, WorkerFailed

from tui.commands import key
from tui.notices import tell
from tui.textualprivate import do_bound, draw_changed

_DRAWN = 0.02
"""Seconds after which what a key led to is drawn: only then is it followed, unless another is waiting."""
_PATIENCE = 0.5
"""Seconds after which a key is held no longer: what the one before it went to may have gone."""
_TURN = 0.00005
"""Seconds for which the thread that writes to the terminal has the interpreter, before anything else is done."""
_ROUNDS = 2
"""A key goes up from what has the focus to the app, which does what it is bound to; what is told by that goes the same way."""
_LONGEST = 4.0
"""Seconds after which what was typed ahead of a slow answer is dropped: nobody knows any more what it was meant for."""
_AT_ONCE = frozenset({"escape", "ctrl+q", "ctrl+c"})
"""Keys that never wait for the store: they give up what it is asked for."""


class OnlyBound(Widget):
    """A pane to which, and to all above which, keys mean no more than what they are bound to."""

    def draw_now(self) -> None:
        """Draw what has changed of it, and let it be written, before what else follows: Textual would go round that first."""
        if draw_changed(self):
            sleep(_TURN)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What is under way to where the keys that come next belong."""

    screen: Screen[object]
    work: Worker[object]
    elsewhere: bool
    """Whether keys make no sense before it is there; otherwise they are held for a moment only."""


class KeyByKey(App[None]):
    """An app that looks at a key when the one before it has been dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._last: tuple[DOMNode, Screen[object]] | None = None
        """What the last key was handed on to, and on which screen; None when it has been dealt with."""
        self._number = 0
        """The number of the last key: what comes late about an earlier one counts no more."""
        self._lead: _Lead | None = None
        self._awaited: _Lead | None = None
        """The lead whose end is waited for."""

    def hold_for(self, screen: Screen[object], work: Worker[object], *, elsewhere: bool) -> None:
        """Keys on that screen wait for this work, as they do for the effect of a key."""
        self._lead = _Lead(screen, work, elsewhere)

    def give_up(self, screen: Screen[object]) -> bool:
        """Let go of what a key on this screen was to lead to; whether there was anything."""
        lead = self._under_way
        if lead is None or not lead.elsewhere or lead.screen is not screen:
            return False
        lead.work.cancel()
        return True

    @property
    def _under_way(self) -> _Lead | None:
        lead = self._lead
        return None if lead is None or lead.work.is_finished or lead.screen is not self.screen else lead

    async def on_event(self, event: events.Event) -> None:
        """What is typed or pasted waits for its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way is not None and isinstance(event, events.Key) and event.key in _AT_ONCE:
            self._held.clear()
            await super().on_event(event)
        elif self._last is None and self._under_way is None:
            await self._hand_on(event)
        else:
            self._last = self._last or (self.focused or self.screen, self.screen)
            self._held.append(event)
            if len(self._held) == 1:
                self._wait(self._number)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        screen = self.screen
        self._last = self.focused or screen, screen
        self._number += 1
        if not await self._done_at_once(event):
            await super().on_event(event)
        if self._held:
            self._wait(self._number)
        else:
            get_running_loop().call_later(_DRAWN, self._wait, self._number)

    async def _done_at_once(self, event: events.Key | events.Paste) -> bool:
        """Do what a key is bound to, if nothing on its way up from what has the focus could make anything else of it."""
        focused = self.focused
        if not (isinstance(event, events.Key) and self.app_focus and isinstance(focused, OnlyBound)):
            return False
        done = await do_bound(self, event.key)
        if done and not self._held:
            # of keys that come at once, what the last led to is drawn; this one came alone
            focused.draw_now()
        return done

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
        if (lead := self._under_way) is not None and self._awaited is not lead:
            self._awaited = lead
            arriving: Callable[[], Coroutine[Any, Any, Any]] = partial(self._arrive, lead, number)
            self.run_worker(arriving, group="lead", exclusive=True)
        elif lead is None:
            self._last = None
            if self._held:
                await self._hand_on(self._held.popleft())

    async def _arrive(self, lead: _Lead, number: int) -> None:
        """Go on when the lead has ended and what it led to is drawn, or when it has been waited for long enough."""
        end = asyncio.create_task(_end_of(lead.work))
        _, late = await asyncio.wait({end}, timeout=_LONGEST if lead.elsewhere else _PATIENCE)
        self._awaited = None
        if late and lead.elsewhere:
            if self._held:
                self._held.clear()
                words = f"The store is slow to answer: what you typed meanwhile is dropped. {key('back')} gives up."
                tell(self.screen, words, kind="warning")
            return
        if late and self._lead is lead:
            self._lead = None
        if self.screen is lead.screen:
            self.call_later(self._go_on, number)
        else:
            self.screen.call_after_refresh(self.call_later, self._go_on, number)


async def _end_of(work: Worker[object]) -> None:
    with suppress(WorkerFailed, WorkerCancelled):
        await work.wait()
