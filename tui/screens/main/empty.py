"""What the timeline says when it has no milestone to show: why, and what to do next."""

from __future__ import annotations

from pathlib import Path

from db.selection import Selection
from tui.commands import key
from tui.render import clean

Line = tuple[str, bool]
"""A line, and whether it stands out."""
_DOES = {"as-fields": "looks for the fields", "back": "goes one step back", "show-all": "shows everything"}


def ways_out(selection: Selection) -> tuple[str, ...]:
    """The commands, by their ids, that bring something into an empty list."""
    if not selection.terms:
        return "import", "new"
    # what names mean is no matter at the start of the app
    from db.meaning import meant

    return (*(("as-fields",) if meant(selection) != selection else ()), "back", "show-all")


def why_empty(selection: Selection, near: tuple[str, ...], path: Path) -> tuple[Line, ...]:
    """Lines for an empty list: the filter leaves nothing, or nothing has been imported yet."""
    if selection.terms:
        return (
            ("Nothing matches", True),
            ("", False),
            (clean(selection.words()), False),
            *((clean(sentence), False) for sentence in near),
            ("", False),
            *((f"{key(name)} {_DOES[name]}", False) for name in ways_out(selection)),
            (f"{key('search')} changes the search", False),
        )
    return (
        ("No milestones yet", True),
        ("", False),
        (f"{key('import')} imports newsletters", True),
        (f"{key('new')} enters one by hand", False),
        ("", False),
        (f"or leave with {key('quit')} and look round with the samples:", False),
        ("milepost demo", True),
        ("", False),
        (f"The store: {clean(str(path))}", False),
    )
