"""One donor as a text names it, and how it is joined to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from db.models import Donor
from importers.donorlexicon import Sort


class Join(Enum):
    """How a donor is joined to the one before it."""

    FIRST = "first"
    SAME = "same"
    """Possessive, "through", "of", a bracket: another name of the same donor, or its agency."""
    ALSO = "also"
    COMMA = "comma"


@dataclass(frozen=True, slots=True)
class Named:
    """One donor as named in the text."""

    start: int
    end: int
    """Half-open range of characters."""
    donor: Donor
    sort: Sort
    join: Join = Join.FIRST
    national: bool = False
    """A body of the state that the text is about, whose country is not named: "State Commission on Drugs"."""
