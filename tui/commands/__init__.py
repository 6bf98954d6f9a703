"""Every command of the app, declared once, in one file for each part of the app.

Bindings, the footer, the palette, the help screen and `milepost keys` are all made from these declarations, in this order.
To be read: `declaration` with `keynames` first, then the part that matters: `everywhere`, `panes`, `chart`, `searching`, `changes`,
`files`, `views`, `help`; `reasons` says why a command can do nothing just now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.changes import CHANGES, CHANGING
from tui.commands.chart import CHART
from tui.commands.declaration import OVER, Command, Where, take_keys
from tui.commands.everywhere import EVERYWHERE, GOING
from tui.commands.files import FILES
from tui.commands.help import HELP
from tui.commands.panes import MOVES, PANES
from tui.commands.searching import SEARCHING
from tui.commands.views import VIEWS

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = [
    "BY_ID",
    "COMMANDS",
    "FOOTER_LIMIT",
    "OVER",
    "Command",
    "Where",
    "bindings",
    "commands",
    "elsewhere",
    "footer",
    "key",
    "take_keys",
]

FOOTER_LIMIT = 8
"""More keys than this on one line are not read any more."""

COMMANDS: tuple[Command, ...] = (
    *PANES,
    *CHART,
    *SEARCHING,
    *CHANGES,
    *EVERYWHERE,
    *CHANGING,
    *FILES,
    *VIEWS,
    *HELP,
    *GOING,
    *MOVES,
)

_FOREMOST = (
    "article", "article-facts", "take", "exclude", "remove-chip", "face", "lanes", "zoom-in", "zoom-out", "search", "mark",
    "export", "correct", "review",
)  # fmt: skip
"""What a first afternoon needs most: in a footer it comes first, in this order, so that a narrow terminal has it too."""

BY_ID = {command.id: command for command in COMMANDS}


def key(name: str) -> str:
    """How the keys of the command of this id are shown, the first of them alone."""
    return BY_ID[name].shown.split(" ")[0]


def commands(where: Where) -> tuple[Command, ...]:
    """What is declared for one place."""
    return tuple(command for command in COMMANDS if command.where is where)


def bindings(*places: Where) -> list[BindingType]:
    """What a pane or screen binds."""
    return [command.binding for command in COMMANDS if command.where in places]


def elsewhere(*places: Where) -> list[BindingType]:
    """The keys of other places, which say in a pane that has not got their commands where these work."""
    return [command.elsewhere for command in COMMANDS if command.where in places]


def footer(where: Where) -> tuple[Command, ...]:
    """The few that the last line names while a pane has the focus, the most wanted first."""
    named = [command for command in COMMANDS if where in command.footer]
    named.sort(key=lambda command: _FOREMOST.index(command.id) if command.id in _FOREMOST else len(_FOREMOST))
    return tuple(named[:FOOTER_LIMIT])
