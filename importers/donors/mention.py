"""A donor as a text names it: where, by which words, and what these say that it paid for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from db.models import Donor, Span

About = Literal["activity", "project", "other"]


@dataclass(frozen=True, slots=True)
class DonorMention:
    """A donor named as one, and the words that say so."""

    start: int
    end: int
    """Half-open range of characters of the donor's name."""
    text: str
    donor: Donor
    cue: Span
    """Where the words that make it a donor stand."""
    rule: str
    """The rule's name in `cues.toml`."""
    about: About
    """What the cue speaks of: this activity, the project it belongs to, or something else."""
    strong: bool
    """Whether the words say by themselves that money came from there; "with the support of" does not."""
    national: bool = False
    """A body of the state that the text is about, whose country is not named: the name is as printed."""
    denied: bool = False
    """Whether the text says that it did not pay, or was only asked to."""
    of: str = ""
    """The abbreviated name of the body or project that it pays for, where that has one and the text says so."""
