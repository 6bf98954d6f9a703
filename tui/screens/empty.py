"""What the timeline says when it has no milestone to show: why, and what to do next."""

from __future__ import annotations

from pathlib import Path

from db.selection import Selection
from tui.render import clean

Line = tuple[str, bool]
"""A line, and whether it stands out."""


def why_empty(selection: Selection, near: tuple[str, ...], path: Path) -> tuple[Line, ...]:
    """Lines for an empty list: the filter leaves nothing, or nothing has been imported yet."""
    if selection.terms:
        return (
            ("Nothing matches", True),
            ("", False),
            (clean(selection.words()), False),
            *((clean(sentence), False) for sentence in near),
            ("", False),
            ("esc goes one step back", False),
            ("ctrl+x shows everything", False),
            ("/ changes the search", False),
        )
    return (
        ("No milestones yet", True),
        ("", False),
        ("i imports newsletters", True),
        ("n enters one by hand", False),
        ("", False),
        ("or leave with q and look round with the samples:", False),
        ("milepost demo", True),
        ("", False),
        (f"The store: {clean(str(path))}", False),
    )
