"""What the timeline says when it has no milestone to show: why, and what to do next."""

from __future__ import annotations

from pathlib import Path

from db.selection import Selection
from tui.commands import key
from tui.render import clean

Line = tuple[str, bool]
"""A line, and whether it stands out."""


def why_empty(selection: Selection, near: tuple[str, ...], path: Path) -> tuple[Line, ...]:
    """Lines for an empty list: the filter leaves nothing, or nothing has been imported yet."""
    if selection.terms:
        # what names mean is no matter at the start of the app
        from db.meaning import meant

        return (
            ("Nothing matches", True),
            ("", False),
            (clean(selection.words()), False),
            *((clean(sentence), False) for sentence in near),
            ("", False),
            *(((f"{key('as-fields')} looks for the fields", False),) if meant(selection) != selection else ()),
            (f"{key('back')} goes one step back", False),
            (f"{key('show-all')} shows everything", False),
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
