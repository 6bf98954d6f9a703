"""Milestones as JSON objects and back: how a reading lies in the store. It stands on the values alone and knows no table.

Fields that hold nothing are left out, so that equal milestones are equal texts and a field of tomorrow costs no rewriting.
"""

from __future__ import annotations

import functools
import json
from decimal import Decimal
from typing import Any

from db.models import (
    Basis,
    Citation,
    CountryRole,
    Donor,
    Evidence,
    Kind,
    Level,
    Milestone,
    Money,
    Reason,
    Role,
    Series,
    Status,
)
from db.when import When

_when = functools.lru_cache(maxsize=4096)(When)
"""Dates recur, and taking one apart costs more than the rest of a milestone."""
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def to_facts(milestone: Milestone) -> dict[str, Any]:
    """The milestone as plain lists, texts, numbers and booleans; amounts are texts, because a float would round them."""
    series = milestone.series
    facts: dict[str, Any] = {
        "title": milestone.title,
        "date": milestone.when.edtf,
        "kind": milestone.kind.value,
        "level": milestone.level.value,
        "date_text": milestone.date_text,
        "basis": milestone.basis.value,
        "planned": milestone.planned,
        "series": [series.name, series.ordinal] if series else None,
        "place": milestone.place,
        "countries": [[country.code, country.role.value] for country in milestone.countries],
        "donors": [[donor.name, donor.agency] for donor in milestone.donors],
        "amounts": [_amount(money) for money in milestone.amounts],
        "restated": [[_amount(again), _amount(first)] for again, first in milestone.restated],
        "partners": list(milestone.partners),
        "confidence": milestone.confidence,
        "reasons": [[reason.field, reason.rule, reason.text] for reason in milestone.reasons],
        "status": milestone.status.value if milestone.status is not Status.NEW else None,
        "note": milestone.note,
    }
    facts = {name: value for name, value in facts.items() if value not in (None, "", []) and value is not False}
    if milestone.evidence:
        facts["evidence"] = _words(milestone.evidence)
    if milestone.citations:
        facts["citations"] = [{"of": citation.of, **_words(citation.evidence)} for citation in milestone.citations]
    return facts


def _amount(money: Money) -> list[str]:
    return [money.currency, str(money.value)]


def _words(evidence: Evidence) -> dict[str, Any]:
    return {
        "spans": [list(span) for span in evidence.spans],
        "quote": evidence.quote,
        "article": evidence.article,
        "at": list(evidence.at),
    }


def _evidence(told: dict[str, Any]) -> Evidence:
    spans = tuple((int(start), int(end)) for start, end in told["spans"])
    return Evidence(spans, told["quote"], told["article"], (told["at"][0], told["at"][1]))


def _money(told: list[str]) -> Money:
    currency, value = told
    return Money(currency, Decimal(value))


def from_facts(facts: dict[str, Any]) -> Milestone:
    """The milestone that `to_facts` made these from. Raises KeyError or ValueError where they are none."""
    told = facts.get("evidence")
    series = facts.get("series")
    return Milestone(
        title=facts.get("title", ""),
        when=_when(facts["date"]),
        kind=Kind(facts["kind"]),
        level=Level(facts.get("level", Level.MAIN)),
        date_text=facts.get("date_text", ""),
        basis=Basis(facts.get("basis", Basis.STATED)),
        planned=facts.get("planned", False),
        series=Series(series[0], series[1]) if series else None,
        place=facts.get("place", ""),
        countries=tuple(CountryRole(code, Role(role)) for code, role in facts.get("countries", ())),
        donors=tuple(Donor(name, agency) for name, agency in facts.get("donors", ())),
        amounts=tuple(map(_money, facts.get("amounts", ()))),
        restated=tuple((_money(again), _money(first)) for again, first in facts.get("restated", ())),
        partners=tuple(facts.get("partners", ())),
        evidence=_evidence(told) if told else None,
        citations=tuple(Citation(one["of"], _evidence(one)) for one in facts.get("citations", ())),
        confidence=facts.get("confidence", 0.0),
        reasons=tuple(Reason(*reason) for reason in facts.get("reasons", ())),
        status=Status(facts.get("status", Status.NEW)),
        note=facts.get("note", ""),
    )


def dumps(milestone: Milestone) -> str:
    """`to_facts` as one line of JSON, keys in order: equal milestones give equal lines."""
    return _encode(to_facts(milestone))


def loads(line: str) -> Milestone:
    """The milestone of a line that `dumps` made."""
    return from_facts(json.loads(line))
