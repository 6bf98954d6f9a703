"""What was completed and the ceremony at which it was opened, told one behind the other, are one event: on the ceremony's day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from db.models import Kind
from db.when import Precision
from importers.dates.rules import DateRule
from importers.events.candidates import CERTAIN, Candidate

_BUILT = frozenset({Kind.SUPPORT, Kind.OPENING})
_WORKS = r"(?:construction|renovation|reconstruction|refurbishment|rehabilitation|restoration|repairs?|works?|installation)"
_COMPLETED = re.compile(
    rf"\b(?:completed|finished|concluded)\s(?:the\s|its\s|their\s)?(?:[\w-]+\s){{0,3}}?{_WORKS}\b"
    rf"|\b{_WORKS}\b[^.;]{{0,60}}?\s(?:was|were)\s(?:completed|finished)\b"
)
_CEREMONY = re.compile(
    r"(?:the\s|its\s|an?\s)?(?:official\s|solemn\s|formal\s)?(?:opening|inauguration|handover|hand-over|handing-over|inaugural)"
    r"(?:\sceremony)?\s(?:took place|was held)\b"
)


def with_ceremonies(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a unit; what was completed in a month takes the day and the kind of the ceremony told right behind it."""
    kept: list[Candidate] = []
    for candidate in found:
        before = kept[-1] if kept else None
        if before is not None and _is_its_ceremony(candidate, before) and candidate.dated is not None:
            kept[-1] = replace(before, dated=replace(candidate.dated, rule=DateRule.ELSEWHERE), kinds=candidate.kinds)
        else:
            kept.append(candidate)
    return kept


def _is_its_ceremony(candidate: Candidate, before: Candidate) -> bool:
    if candidate.dated is None or before.dated is None or candidate.place != before.place + 1 or candidate.planned:
        return False
    within = before.dated.when.precision is Precision.MONTH and candidate.dated.when.precision is Precision.DAY
    return (
        within
        and before.dated.when.holds(candidate.dated.when)
        and before.strength >= CERTAIN
        and before.kinds.best in _BUILT
        and _COMPLETED.search(before.sentence.lower) is not None
        and _CEREMONY.match(candidate.sentence.lower) is not None
    )
