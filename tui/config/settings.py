"""What people set for themselves: one TOML file in the configuration folder, which need not exist.

Whatever is wrong in it is told in one line, with the file, the line and the name, and is then as if it were not there; the rest
holds. What the app remembers by itself is `tui.config.state`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.config.places import is_there
from tui.keys.keymap import Keys, keymap

DEFAULT_THEME = "milepost"
THEMES = (
    DEFAULT_THEME, "ansi-dark", "ansi-light", "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula",
    "tokyo-night", "monokai", "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light",
    "solarized-dark", "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light",
)  # fmt: skip
"""The app's own, two of the terminal's own colours, and Textual's."""
_LONGEST_NAME = 60
_COLUMNS = range(18, 201)


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them, with what holds where nothing is set."""

    who: str = ""
    """The name that changes are kept under; empty for the login name."""
    theme: str = DEFAULT_THEME
    filters: int = 0
    """Columns of the filter pane at start; 0 as it was left."""
    detail: int = 0
    maximised: bool = False
    """Whether the app starts with one pane alone."""
    keys: Keys = field(default_factory=dict)
    """Commands that have other keys."""
    wrong: tuple[str, ...] = ()
    """A line for a person about each thing that is wrong in the file."""


class _WrongError(ValueError):
    """A value that a setting cannot have; the message says what it can."""


def _who(value: Any) -> str:
    if not isinstance(value, str) or not value.isprintable() or not 0 < len(" ".join(value.split())) <= _LONGEST_NAME:
        raise _WrongError(f"is a name of 1 to {_LONGEST_NAME} characters")
    return " ".join(value.split())


def _theme(value: Any) -> str:
    if value in THEMES:
        return str(value)
    from db.names import nearest

    near = nearest(str(value), THEMES)
    raise _WrongError(f"there is no theme “{value}”: " + (f"did you mean {near}?" if near else f"there are {', '.join(THEMES)}"))


def _width(value: Any) -> int:
    if isinstance(value, bool) or value not in _COLUMNS:
        raise _WrongError(f"is a number of columns from {_COLUMNS.start} to {_COLUMNS.stop - 1}")
    return int(value)


def _whether(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("is true or false")
    return value


READ: Mapping[str, Callable[[Any], Any]] = {
    "who": _who,
    "theme": _theme,
    "panes.filters": _width,
    "panes.detail": _width,
    "panes.maximised": _whether,
}
"""Every setting by its name in the file, beside `keys.` and a command's id."""
_TABLES = ("panes", "keys")


def read_settings(path: Path) -> Settings:
    """The settings in the file at `path`; those of nobody where there is none."""
    if not is_there(path):
        return Settings()
    from db.toml import TomlError, read_toml

    try:
        told = read_toml(path)
    except TomlError as error:
        return Settings(wrong=(str(error),))
    known, wrong = _understood(told)
    lines = path.read_text("utf-8-sig").splitlines()
    placed = [(_line_of(lines, name), name, words) for name, words in wrong]
    return Settings(
        **known, wrong=tuple(f"{path}{f', line {at}' if at else ''}: {name}: {words}" for at, name, words in sorted(placed))
    )


def _understood(told: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The values by field of `Settings`, and what is wrong with which name."""
    values: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    for name, value in _flat(told):
        table, _, last = name.rpartition(".")
        if table == "keys":
            continue
        if name not in READ:
            wrong.append((name, _unknown(name)))
            continue
        try:
            values[last] = READ[name](value)
        except _WrongError as error:
            wrong.append((name, str(error)))
    own = told.get("keys")
    if isinstance(own, dict):
        values["keys"], refused = keymap(own)
        wrong += [(f"keys.{name}", words) for name, words in refused.items()]
    return values, wrong


def _flat(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The names in the file, those of the tables with their table before them."""
    for name, value in told.items():
        if name in _TABLES and isinstance(value, dict):
            yield from ((f"{name}.{inner}", one) for inner, one in value.items())
        else:
            yield name, value


def _unknown(name: str) -> str:
    if name in _TABLES:
        return f"is a table: write [{name}] on a line of its own, and its settings below"
    from db.toml import unknown

    return unknown(name, "setting", (*READ, "keys"), _TABLES)


def _line_of(lines: list[str], name: str) -> int:
    """The number of the line where a name is set; 0 where it cannot be seen."""
    table = ""
    for number, line in enumerate(lines, 1):
        if found := re.match(r"\s*\[\s*([\w.\"'-]+)\s*\]", line):
            table = found[1].strip("\"'") + "."
            if table == f"{name}.":
                return number
        elif found := re.match(r"\s*([\w\"'.-]+)\s*=", line):
            written = re.sub("[\"']", "", found[1])
            whole = table + written
            if whole == name or whole.startswith(f"{name}.") or name.startswith(f"{whole}."):
                return number
    return 0
