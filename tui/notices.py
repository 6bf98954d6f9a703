"""The one way in which the app says something in passing: what was done, where it lies, and which key takes it back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import wrap
from time import monotonic
from typing import Literal
from weakref import WeakKeyDictionary

from rich.cells import cell_len
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Static

from tui.commands import key
from tui.render import clean, clean_lines
from tui.textualprivate import once

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
_GLIMPSE = 1.5
"""Seconds that it stands at least where a person goes on at once."""
_FRAME = 3
"""Cells of a notice's line that its text cannot have."""
_BESIDE = 2
"""Earlier notices that stand beside a new one: more would hide what they are about."""


class SaidLine(Static):
    """Where nothing may lie over the text. Empty and without height until something is said; what is said next takes its place."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def say(self, text: str, kind: str) -> None:
        """Show the text, as harmless as it comes, in the colour of its kind: `information`, `warning`, `error`."""
        self.set_class(kind == "warning", "-warning")
        self.set_class(kind == "error", "-error")
        self.update(text)
        self.display = bool(text)


def no_store(path: Path) -> str:
    """What to do in the app where the file of the store is not there, or not there any more."""
    return clean(f"no store at {path}: put the file back, a backup for instance, or begin a new one with {key('import')}")


@dataclass(frozen=True, slots=True)
class _Notice:
    text: str
    last: str
    """Which key takes it back or leads on."""
    kind: Kind
    began: float
    ends: float
    """When it goes, by the clock that only goes on, as when it began."""


@dataclass(slots=True)
class _Standing:
    """What an app says now."""

    notices: list[_Notice] = field(default_factory=list)
    answered: float = 0.0
    """Until when the last of them is an answer."""
    gone_on: bool = False
    """Whether the last key took an answer away."""
    renewing: bool = False
    """Whether they are about to be shown anew."""


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
    text = ("\n" if "\n" in words else " · ").join(filter(None, (clean(title), clean_lines(words))))
    now, standing = monotonic(), _standing.setdefault(node.app, _Standing())
    there = [one for one in standing.notices if one.ends > now and one.text != text and not kind == one.kind == "information"]
    ends = now + min(max(_LEAST, 2 + len(text) / _PER_SECOND), _MOST)
    _show(node.app, [*there[-_BESIDE:], _Notice(text, last, kind, now, ends)])


def hush(node: DOMNode) -> None:
    """Take away what need not be read: what comes now would be hidden by it. Warnings stay."""
    if standing := _standing.get(node.app):
        _show(node.app, [one for one in standing.notices if one.kind != "information"])


def withdraw(node: DOMNode, title: str) -> None:
    """Take away what was said under a title and is so no more, were it an error."""
    if (standing := _standing.get(node.app)) and any(one.text.startswith(title) for one in standing.notices):
        _show(node.app, [one for one in standing.notices if not one.text.startswith(title)])


def go_on(node: DOMNode) -> None:
    """A person does the next thing: what was said in passing goes, as soon as it has been there for a glimpse. Warnings stay."""
    if (standing := _standing.get(node.app)) is None:
        return
    now, standing.gone_on = monotonic(), False
    shorter = [
        replace(one, ends=min(one.ends, one.began + _GLIMPSE)) if one.kind == "information" else one for one in standing.notices
    ]
    if shorter == standing.notices:
        return
    ends = min(one.ends for one in shorter if one.kind == "information")
    standing.gone_on = ends <= now < standing.answered
    standing.notices, standing.answered = shorter, min(standing.answered, ends)
    once(node.app, max(0.001, ends - now), lambda: _renew(node.app, standing))


def _show(app: App[object], notices: list[_Notice]) -> None:
    standing = _standing[app]
    standing.notices, standing.answered = notices, 0.0
    if not standing.renewing:
        # once for all that is said at the same moment, for the app's own list of notices lags behind
        standing.renewing = True
        app.call_later(_renew, app, standing)


def _renew(app: App[object], standing: _Standing) -> None:
    standing.renewing = False
    app.clear_notifications()
    now = monotonic()
    for one in standing.notices:
        if one.ends > now:
            app.notify(_whole(one, app.size.width - _FRAME), severity=one.kind, timeout=one.ends - now, markup=False)


def _whole(notice: _Notice, width: int) -> str:
    """All of its text; which key takes it back is on one line, where lines have so many cells."""
    if not notice.last:
        return notice.text
    lowest = [part for line in notice.text.splitlines() for part in wrap(line, max(8, width), break_on_hyphens=False)][-1]
    beside = "\n" not in notice.text and cell_len(f"{lowest} · {notice.last}") <= width
    return f"{notice.text}{' · ' if beside else chr(10)}{notice.last}"


def answer(node: DOMNode, words: str, title: str) -> None:
    """Tell what was asked for; `take_away` takes it away."""
    tell(node, words, title)
    _standing[node.app].answered = monotonic() + _MOST


def take_away(node: DOMNode) -> bool:
    """Take away an answer after which nothing was said; whether there was one, be it that the key itself took it away."""
    standing = _standing.get(node.app)
    if standing is None:
        return False
    was, standing.gone_on = standing.gone_on or monotonic() < standing.answered, False
    if was:
        hush(node)
    return was
