"""The day that the entries of one event share: each country's entry of a conference, below the conference's own heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.models import Basis
from db.when import Precision, When
from importers.dates.finding import scan
from importers.dates.rules import DateRule
from importers.events.dated import Dated
from importers.events.kinds import score_kinds
from importers.events.observed import day_named
from importers.events.telling import told
from importers.flow import Flow
from importers.layout.repair import Passage
from importers.readers.blocks import BlockKind
from importers.story import Story


class Siblings:
    """The stories of one newsletter, asked for the day of an event that several of them tell; each event is looked at once."""

    def __init__(self, found: Sequence[Story], issue: When | None, reference: date) -> None:
        self._found = found
        self._issue = issue
        self._reference = reference
        self._days: dict[tuple[str, int | None, When | None], Dated | None] = {}

    def day(self, story: Story) -> Dated | None:
        """The day from the label that a story stands under, the story above, or the first of the entries that states one."""
        if story.sibling is None and not (story.label and story.country):
            return None
        event = story.label, story.sibling, story.time
        if event not in self._days:
            self._days[event] = self._stated(*event)
        return self._days[event]

    def _stated(self, label: str, sibling: int | None, time: When | None) -> Dated | None:
        above = self._found[sibling] if sibling is not None else None
        introduced = above is not None and not above.country
        if not introduced and not score_kinds(label).weights and day_named(label, self._issue) is None and not scan(label):
            # a region, or a theme, under which each country tells news of its own
            return None
        entries = (other.flow.text for other in self._found if other.label == label and other.country and other.time == time)
        for text in dict.fromkeys((label, *((above.heading, above.flow.text) if above is not None else ()), *entries)):
            if (feast := day_named(text, self._issue)) is not None:
                return replace(feast, start=0, end=0, rule=DateRule.COMMON_DAY)
            flow = Flow(text, (0,), ((0, len(text)),))
            probe = Story("", flow, (), flow.spans, (Passage(BlockKind.PARAGRAPH, flow),), time=time)
            for sentence in told(probe, self._issue, self._reference):
                for dated in sentence.dates:
                    if dated.when.precision is Precision.DAY and (self._issue is None or self._issue.overlaps(dated.when)):
                        return Dated(0, 0, dated.text, dated.when, Basis.RESOLVED, DateRule.COMMON_DAY)
        return None
