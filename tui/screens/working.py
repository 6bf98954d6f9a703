"""Work in the background of a screen: the newest of a group alone, or each beside the others.

What is to be done is handed over as a function: work that is given up before it begins was then never made.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode

Work = Callable[[], Coroutine[Any, Any, Any]]


def latest(screen: DOMNode, work: Work, group: str) -> None:
    """Start it in the background; what was started before in the same group is given up."""
    screen.run_worker(work, group=group, exclusive=True, exit_on_error=False)


def each(screen: DOMNode, work: Work, group: str) -> None:
    """Start it in the background, beside what was started before."""
    screen.run_worker(work, group=group, exit_on_error=False)
