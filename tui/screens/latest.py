"""Work in the background of which only the newest counts."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.dom import DOMNode


def latest(screen: DOMNode, work: Callable[[], Coroutine[Any, Any, None]], group: str) -> None:
    """Start it in the background; what was started before in the same group is given up."""
    screen.run_worker(work, group=group, exclusive=True, exit_on_error=False)  # type: ignore[arg-type]
