"""The one way in which the app says something in passing: what was done, where it lies, and which key takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Literal
from weakref import WeakKeyDictionary

from textual.app import App
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


@dataclass(slots=True)
class _Standing:
    """Until when what was said last stands, by the clock that only goes on."""

    warned: float = 0.0
    answered: float = 0.0


_standing: WeakKeyDictionary[App[object], _Standing] = WeakKeyDictionary()


def tell(node: DOMNode, words: str, title: str = "", *, kind: Kind = "information", then: str = "") -> None:
    """Say it for as long as reading takes; on a screen that has a line for it, there, until the next is said.

    It takes the place of what was said before, but not that of a warning, nor does a warning.
    `then` is the id of the command that takes it back, or leads on. The texts may come from anywhere: nothing in them is obeyed.
    """
    last = f"{key(then)} {_BACK[then]}" if then else ""
    for line in node.screen.query(SaidLine):
        line.say(" · ".join(filter(None, (clean(title), last, clean(words)))), kind)
        return
    text = ("\n" if "\n" in words else " · ").join(filter(None, (clean(title), clean_lines(words), last)))
    seconds = min(max(_LEAST, 2 + len(text) / _PER_SECOND), _MOST)
    now, standing = monotonic(), _standing.setdefault(node.app, _Standing())
    standing.answered = 0.0
    if kind != "information":
        standing.warned = now + seconds
    elif now >= standing.warned:
        node.app.clear_notifications()
    node.app.notify(text, severity=kind, timeout=seconds, markup=False)


def answer(node: DOMNode, words: str, title: str) -> None:
    """Tell what was asked for; `take_away` takes it away."""
    tell(node, words, title)
    _standing[node.app].answered = monotonic() + _MOST


def take_away(node: DOMNode) -> bool:
    """Take away an answer after which nothing was said; whether there was one."""
    standing = _standing.get(node.app)
    if standing is None or monotonic() >= standing.answered:
        return False
    standing.answered = 0.0
    node.app.clear_notifications()
    return True
