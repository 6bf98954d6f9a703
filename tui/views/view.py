"""A view as a value: which milestones are shown, how the timeline shows them, and how an export groups them.

It is what is saved under a name, and what the app remembers at its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from db.selection import Selection, parse
from tui.views.timeline import Face, TimelineView, view_of

GROUP = "date"
"""How an export is grouped where nothing is said."""


@dataclass(frozen=True, slots=True)
class View:
    """All of it."""

    selection: Selection
    timeline: TimelineView
    group: str = GROUP
    """One of those that an export has."""

    @property
    def looks(self) -> dict[str, str]:
        """All but the selection, as texts by name: `{"face": "chart", "lanes": "donor", "group": "kind"}`."""
        return {**self.timeline.fields(), "group": self.group}

    def words(self) -> str:
        """How it is looked at: `as a chart, lanes by donor, by quarters; exports under kinds`."""
        return f"{_face(self.timeline)}; exports by {self.group}"


def view_from(query: str, looks: Mapping[str, str]) -> View:
    """The view that was kept as texts. How it looks is as ever where that makes no sense; raises QueryError for the query."""
    return View(parse(query), view_of(looks), group_of(looks))


def group_of(looks: Mapping[str, str]) -> str:
    """How an export of it is grouped."""
    group = looks.get("group", GROUP)
    if group == GROUP:
        return GROUP
    # only now: what is exported is no matter at the start of the app
    from db.export.options import ExportOptions, OptionError

    try:
        return str(ExportOptions.of({"group": group}).group)
    except OptionError:
        return GROUP


def _face(timeline: TimelineView) -> str:
    if timeline.face is Face.LIST:
        return "as a list"
    near = f", by {timeline.unit.value}s" if timeline.unit else ""
    return f"as a chart, lanes by {timeline.lanes.value}{near}"
