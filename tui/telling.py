"""The one way in which the app says something in passing: what was done, where it lies, and which key takes it back."""

from __future__ import annotations

from math import inf
from pathlib import Path
from typing import Literal

from textual.dom import DOMNode

from tui.commands import key
from tui.render import clean, clean_lines
from tui.widgets.said import SaidLine

Kind = Literal["information", "warning", "error"]
_BACK = {
    "undo": "takes it back",
    "redo": "does it again",
    "back": "goes back",
    "show-all": "shows everything",
    "open-view": "opens it again",
    "opening-undo": "brings it back",
}
_PER_SECOND = 15
"""Characters that are read in a second, with some rest."""
_LEAST, _MOST = 4.0, 20.0
"""Seconds that it stands."""


def no_store(path: Path) -> str:
    """What to do in the app where the file of the store is not there, or not there any more."""
    return clean(f"no store at {path}: put the file back, a backup for instance, or begin a new one with {key('import')}")


def tell(node: DOMNode, words: str, title: str = "", *, kind: Kind = "information", then: str = "") -> float:
    """Say it for as long as reading takes, in seconds; on a screen that has a line for it, there, until the next is said.

    `then` is the id of the command that takes it back, or leads on. The texts may come from anywhere: nothing in them is obeyed.
    """
    last = f"{key(then)} {_BACK[then]}" if then else ""
    for line in node.screen.query(SaidLine):
        line.say(" · ".join(filter(None, (clean(title), last, clean(words)))), kind)
        return inf
    text = ("\n" if "\n" in words else " · ").join(filter(None, (clean(title), clean_lines(words), last)))
    seconds = min(max(_LEAST, 2 + len(text) / _PER_SECOND), _MOST)
    if kind == "information":
        node.app.clear_notifications()
    node.app.notify(text, severity=kind, timeout=seconds, markup=False)
    return seconds
