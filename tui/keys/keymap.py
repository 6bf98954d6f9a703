"""A person's own keys: which of them can be had, and a line for each that cannot.

Two commands may have one key only where they never work at the same time: in two different panes, or in a dialog and elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.commands import BY_ID, COMMANDS, OVER, Command, Where
from tui.commands.keynames import RESERVED, KeyNameError, key_of, shown

Keys = Mapping[str, tuple[str, ...]]
"""Textual's names of keys by the id of a command."""

_PANES = frozenset({Where.TIMELINE, Where.CHART, Where.FILTERS, Where.DETAIL, Where.CHIPS, Where.SEARCH, Where.HISTOGRAM})
_ONE_PANE = {Where.TIMELINE, Where.CHART}
"""The chart has the timeline's keys too."""


def keymap(wanted: Mapping[str, object]) -> tuple[Keys, dict[str, str]]:
    """The keys that can be had, and for every other command why not; `wanted` has a text, or a list of texts, for each id."""
    taken: dict[str, tuple[str, ...]] = {}
    wrong: dict[str, str] = {}
    for name, value in wanted.items():
        if name not in BY_ID:
            wrong[name] = _unknown(name)
            continue
        try:
            taken[name] = _keys(value)
        except KeyNameError as error:
            wrong[name] = str(error)
    # What is refused has its own keys back, which another may have taken.
    while (clash := next(_clashes(taken), None)) is not None:
        name, words = clash
        wrong[name] = f"{words}; {BY_ID[name].shown} stays"
        del taken[name]
    return taken, wrong


def _keys(value: object) -> tuple[str, ...]:
    """Raises KeyNameError."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) for text in texts):
        raise KeyNameError('a key is a text such as "e", or a list of them')
    keys = tuple(dict.fromkeys(map(key_of, texts)))
    if reserved := next((key for key in keys if key in RESERVED), None):
        raise KeyNameError(f"“{shown(reserved)}” cannot be had: {RESERVED[reserved]}")
    return keys


def _clashes(taken: Keys) -> Iterator[tuple[str, str]]:
    """Whoever came later, and what is wrong with its key."""
    had = {command.id: taken.get(command.id) or tuple(command.keys.split(",")) for command in COMMANDS}
    order = list(taken)
    for name in reversed(order):
        for other in COMMANDS:
            first = other.id not in taken or order.index(other.id) < order.index(name)
            if other.id != name and first and _meet(BY_ID[name], other):
                for key in had[name]:
                    if key in had[other.id] and key not in BY_ID[name].keys.split(","):
                        yield name, f"“{shown(key)}” is the key of “{other.title}” ({other.id}) already"


def _meet(one: Command, other: Command) -> bool:
    """Whether both work at the same time."""
    places = {one.where, other.where}
    return len(places) == 1 or places == _ONE_PANE or not (places & OVER or places <= _PANES)


def _unknown(name: str) -> str:
    from db.names import nearest

    near = nearest(name, BY_ID)
    return "there is no such command" + (f": did you mean {near}?" if near else ": `milepost keys --ids` names them all")
