"""What became of a file that was to be imported, and what imports changed, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store.readings import Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or a line that says why not; or a note about a folder."""

    path: str
    report: Report | None
    error: str = ""
    note: str = ""
    """What to know where nothing went wrong."""

    @property
    def file(self) -> str:
        """The name of a file that was read; of one whose text is known by another, both."""
        given = PurePath(self.path).name
        if self.report is None or not self.report.known or self.report.file in {given, self.path}:
            return self.report.file if self.report else given
        return f"{given} (known as {self.report.file})"


def told(reports: Sequence[Report]) -> str:
    """What imports changed, added up: `21 new, 0 changed, 3 unchanged, 1 doubtful`; and where nothing was found."""
    empty = sum(not report.tells for report in reports)
    if empty == len(reports):
        return "no milestones found in it" if empty == 1 else "no milestones found in them"
    names = ("new", "changed", "unchanged", "doubtful", "gone")
    sums = {name: sum(getattr(report, name) for report in reports) for name in names}
    found = ", ".join(f"{count:,} {name}" for name, count in sums.items() if count or name != "gone")
    return found + (f"; no milestones found in {empty:,} of them" if empty else "")
