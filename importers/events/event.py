"""A milestone found, before its fields are filled in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.models import Basis, Kind, Level, Reason
from db.when import When
from importers.events.telling import Told
from importers.units import Unit


@dataclass(frozen=True, slots=True)
class Event:
    """A milestone found, before its fields are filled in."""

    unit: Unit
    sentence: Told
    start: int
    """The part of the story's text that tells it."""
    end: int
    when: When
    basis: Basis
    date_text: str
    dated_at: int
    """Where in the story's text the date stands; only where `date_text` is not empty."""
    level: Level
    kind: Kind
    planned: bool
    strength: float
    reasons: tuple[Reason, ...]
    share: tuple[int, int] | None = None
    """Which of how many dates in one list is its own, where each has a place of its own in another list."""
    lowered: bool = False
    """Whether it is told in passing only for what its heading says of the whole story; who paid is told as of a main one."""


def level_reason(level: Level) -> Reason:
    """Why an event has its level."""
    return Reason("level", "what-the-article-is-about" if level is Level.MAIN else "told-in-passing", "")


def in_passing(event: Event) -> Event:
    """The event as what its heading makes of it: told in passing."""
    reasons = (level_reason(Level.MENTIONED) if reason.field == "level" else reason for reason in event.reasons)
    return replace(event, level=Level.MENTIONED, reasons=tuple(reasons), lowered=event.level is Level.MAIN)


def on_its_own(event: Event) -> Event:
    """The event as it would be below another heading."""
    return replace(event, level=Level.MAIN) if event.lowered else event
