"""Work in the background of a screen: the newest of a group alone, or each beside the others; keys wait for some of it.
A screen with work in its background is `Working`, so that none of it fails in silence.

What is to be done is handed over as a function: work that is given up before it begins was then never made.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tui.keys.queue import KeyByKey
from tui.notices import tell

Work = Callable[[], Coroutine[Any, Any, Any]]


class Working:
    """Stands in front of `Screen` among the bases of one. What becomes of work is told to its own screen alone."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of our own must not pass in silence."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.trouble(event.worker.error)

    def trouble(self, error: BaseException) -> None:
        """Say in one line what went wrong; the app stays."""
        tell(cast("DOMNode", self), fault(error), FAULT, kind="error")


def latest(screen: DOMNode, work: Work, group: str) -> Worker[Any]:
    """Start it in the background; what was started before in the same group is given up."""
    return screen.run_worker(work, group=group, exclusive=True, exit_on_error=False)


def each(screen: DOMNode, work: Work, group: str) -> Worker[Any]:
    """Start it in the background, beside what was started before."""
    return screen.run_worker(work, group=group, exit_on_error=False)


def leading(screen: Screen[Any], work: Work, group: str) -> None:
    """As `latest`, for work that leads to where the keys that come next belong: another screen, or another milestone.

    They are held until it has ended, so that it has to wait until a screen that it opens is there; `give_up` ends it.
    """
    _app(screen).hold_for(screen, latest(screen, work, group), elsewhere=True)


def soon(screen: Screen[Any], work: Worker[Any]) -> None:
    """Hold keys a moment for work that is under way: they are about what comes of it."""
    _app(screen).hold_for(screen, work, elsewhere=False)


def give_up(screen: Screen[Any]) -> bool:
    """End what is `leading` away from this screen; whether anything was."""
    return _app(screen).give_up(screen)


FAULT = "A fault in Milepost"


def fault(error: BaseException) -> str:
    """What a fault is called, for whoever is to mend it."""
    return f"{type(error).__name__}: {error}"


def _app(screen: Screen[Any]) -> KeyByKey:
    return cast("KeyByKey", screen.app)
