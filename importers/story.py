"""A story: what a newsletter tells under one heading, as `articles` cuts it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from db.models import Span
from db.when import When
from importers.flow import Flow
from importers.labels import is_of_all
from importers.layout.repair import Passage
from importers.units import Unit


@dataclass(frozen=True, slots=True)
class Story:
    """An article as it was printed, with what its place in the newsletter says of it."""

    heading: str
    flow: Flow
    """The repaired text, paragraphs apart by a blank line."""
    units: tuple[Unit, ...]
    paragraphs: tuple[Span, ...]
    """Where each paragraph stands in the text."""
    passages: tuple[Passage, ...]
    """The paragraphs themselves."""
    label: str = ""
    """The event or theme whose label it stands under."""
    country: str = ""
    """ISO code of the country whose heading it stands under."""
    time: When | None = None
    """When it was told: the day of its writing where one stands above its text, else the month or months that it stands under."""
    placed: bool = False
    """Whether a place stands beside that day right below the heading: where and when what it names was, "3 May 2015, Osh"."""
    dated: bool = False
    """Whether its text begins with that day, behind a place: what it tells without a date was then."""
    sibling: int | None = None
    """The first story of the same event, where this is one country's entry of it."""
    doubtful: tuple[Span, ...] = ()
    """Paragraphs that stand torn in the source and could not be mended."""

    @property
    def written(self) -> date | None:
        """The day that it was written on."""
        return self.time.start if self.time is not None and self.time.is_day else None

    @property
    def month(self) -> When | None:
        """The month or months that it stands under."""
        return self.time if self.written is None else None

    @property
    def around(self) -> tuple[Span, ...]:
        """Where the texts above and below the entries of a list stand."""
        return tuple(span for span in (self.intro, self._close) if span is not None)

    def is_doubtful(self, start: int, end: int) -> bool:
        """Whether words of a torn paragraph stand in `text[start:end]`."""
        last = bisect_left(self.doubtful, (end,)) - 1
        return last >= 0 and start < self.doubtful[last][1]

    @property
    def intro(self) -> Span | None:
        """Where the text above the entries of a list stands; None for a story without them."""
        first = self.units[0] if len(self.units) > 1 else None
        return None if first is None or first.entry else (first.start, first.end)

    @property
    def _close(self) -> Span | None:
        """Where the text below the entries of a list stands; None for a story without them, and for a calendar."""
        last = self.units[-1] if len(self.units) > 1 and self.units[-2].entry and not is_of_all(self.heading) else None
        return None if last is None or last.entry else (last.start, last.end)
