"""Milestones as JSON and back, without loss and always in the same words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from db.facts import dumps, from_facts, loads, to_facts
from db.models import Basis, Citation, CountryRole, Donor, Evidence, Kind, Level, Milestone, Money, Reason, Role, Series, Status
from db.when import When

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
AMOUNTS = st.builds(Money, st.just("USD"), st.decimals("0", "1e12", places=2))
SPANS = st.tuples(st.integers(0, 99), st.integers(100, 999))
WORDS = st.builds(Evidence, st.lists(SPANS, max_size=3).map(tuple), TEXTS, st.integers(0, 9), SPANS)
MILESTONES = st.builds(
    Milestone,
    title=TEXTS,
    when=st.sampled_from(["2016", "2016-05~", "2016-05-13", "2016-34", "2008/..", "../2016", "1990/1999"]).map(When),
    kind=st.sampled_from(Kind),
    level=st.sampled_from(Level),
    date_text=TEXTS,
    basis=st.sampled_from(Basis),
    planned=st.booleans(),
    series=st.none() | st.builds(Series, TEXTS, st.none() | st.integers(0, 99)),
    place=TEXTS,
    countries=st.lists(st.builds(CountryRole, st.sampled_from(["UZ", "AF"]), st.sampled_from(Role)), max_size=3).map(tuple),
    donors=st.lists(st.builds(Donor, TEXTS, TEXTS), max_size=3).map(tuple),
    amounts=st.lists(AMOUNTS, max_size=3).map(tuple),
    restated=st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=2).map(tuple),
    partners=st.lists(TEXTS, max_size=3).map(tuple),
    evidence=st.none() | WORDS,
    citations=st.lists(st.builds(Citation, TEXTS, WORDS), max_size=2).map(tuple),
    confidence=st.floats(0, 1),
    reasons=st.lists(st.builds(Reason, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    status=st.sampled_from(Status),
    note=TEXTS,
)


@given(MILESTONES)
def test_there_and_back(milestone: Milestone) -> None:
    assert loads(dumps(milestone)) == milestone
    assert dumps(loads(dumps(milestone))) == dumps(milestone)


def test_what_holds_nothing_is_left_out_and_what_is_unknown_passed_over() -> None:
    plain = Milestone("Checkpoint opened", When("2016-05"), Kind.OPENING)
    facts = to_facts(plain)
    assert facts == {
        "title": "Checkpoint opened",
        "date": "2016-05",
        "kind": "opening",
        "level": "main",
        "basis": "stated",
        "confidence": 1.0,
    }
    assert from_facts(facts | {"of tomorrow": [1, 2]}) == plain
    assert to_facts(replace(plain, amounts=(Money("EUR", Decimal("0.10")),)))["amounts"] == [["EUR", "0.10"]]
