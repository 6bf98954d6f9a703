"""What the app remembers of a store from one session to the next: the last view, the widths of panes, what was searched for.

It lies in the state folder, in one JSON file for each store. People do not write it, but others might: whatever in it makes no
sense is as if it were not there. Settings, which people do write, are `tui.config.settings`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tui.config.places import state_file, whole

_LARGEST = 1 << 20
"""Bytes; a larger file is none of ours."""
_SEARCHES = 200
_LONGEST = 2000
"""Characters of a query that are worth remembering."""


@dataclass(frozen=True, slots=True)
class State:
    """How one store was left."""

    query: str = ""
    """The selection that was shown, as its query text; it may have become wrong since."""
    looks: Mapping[str, str] = field(default_factory=dict)
    """How it was shown, by name: face, lanes, unit, group."""
    filters: int = 0
    """Columns of the filter pane; 0 until a person set it."""
    detail: int = 0
    searches: tuple[str, ...] = ()
    """What was searched for, the latest last, each once."""

    def searched(self, query: str) -> State:
        """After a search; nothing is remembered of an empty one."""
        query = " ".join(query.split())
        if not query or len(query) > _LONGEST:
            return self
        others = tuple(one for one in self.searches if one != query)
        return replace(self, searches=(*others, query)[-_SEARCHES:])


def read_state(path: Path) -> State:
    """What the file at `path` holds; where it is missing, broken or foreign, the state of a store that was never opened."""
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return State()
    if not isinstance(told, dict):
        return State()
    view, panes, searches = (told.get(name) for name in ("view", "panes", "searches"))
    looks = {name: text for name, text in view.items() if _is_text(text)} if isinstance(view, dict) else {}
    widths = panes if isinstance(panes, dict) else {}
    state = State(looks.pop("query", ""), looks, _columns(widths.get("filters")), _columns(widths.get("detail")))
    for query in searches if isinstance(searches, list) else ():
        if _is_text(query):
            state = state.searched(query)
    return state


def write_state(path: Path, store: Path, state: State) -> None:
    """Put the file in place whole. Where that cannot be, nothing is remembered: no reason to stop anybody."""
    told = {
        "store": str(store),
        "view": {**state.looks, "query": state.query},
        "panes": {"filters": state.filters, "detail": state.detail},
        "searches": state.searches,
    }
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(json.dumps(told, indent=1), encoding="utf-8")
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _columns(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 1000 else 0


class Memory:
    """The state of one store while the app is open on it; with `kept` False it is forgotten at the end, as the demo's is."""

    def __init__(self, store: Path, *, kept: bool = True) -> None:
        self._store = whole(store)
        self._path = state_file(self._store) if kept else None
        self._written = self.state = read_state(self._path) if self._path else State()

    def learn(self, **changes: Any) -> bool:
        """Another state, by the names of its fields; whether there is something to be written now."""
        self.state = replace(self.state, **changes)
        return self.state != self._written

    def searched(self, query: str) -> bool:
        """As `learn`, after a search."""
        return self.learn(searches=self.state.searched(query).searches)

    def write(self) -> None:
        """Write what was learnt since; for a thread."""
        state = self.state
        if self._path is not None and state != self._written:
            write_state(self._path, self._store, state)
            self._written = state
