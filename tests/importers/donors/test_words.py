"""The words by which a sentence is known that a rule is tried in shut out nothing that its pattern allows."""

from __future__ import annotations

import re

import pytest

from importers.donors.cues import _Rule, _rules
from importers.lexicon import words
from tests.importers.allowed import allowed

RULES = {rule.name: rule for rule in _rules().all}
TOLD_BEFORE = {
    "and-another-with-a-sum": "Sweden gave some",
    "and-a-third-with-a-sum": "Sweden gave 3 dollars, Peru 2 dollars and",
    "and-those-of-another-by": "Boats were funded by Norway",
    "and-others-for-the-rest": "Sweden paid for some",
    "payer-in-brackets": "In dollars",
}
"""What those ask for that ask for more than their pattern holds: the verb of an ellipsis, the sum that shares are of."""


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_list_of_words_shuts_out_a_text_of_its_pattern(rule: _Rule) -> None:
    before = TOLD_BEFORE.get(rule.name, "")
    texts = [f"{before} {text}" for text in allowed(rule.pattern)]
    assert texts
    assert [text for text in texts if any(map(words(text).isdisjoint, (rule.words, *rule.further)))] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.near], ids=[name for name in RULES if RULES[name].near])
def test_what_is_quickly_seen_shuts_out_no_text_of_its_pattern(rule: _Rule) -> None:
    found, near = re.compile(rule.pattern).search, re.compile(rule.near).search
    before = TOLD_BEFORE.get(rule.name, "")
    told = [before + _told(text, rule.side) for text in allowed(rule.pattern)]
    assert any(map(found, told))
    assert [text for text in told if found(text) and not near(text)] == []


def _told(cue: str, side: str) -> str:
    """A sentence with a cue and a donor on the side where the rule looks for it."""
    blank = " " if cue[0].isalnum() else ""
    return f"The Norway{blank}{cue} it" if side in {"before", "joined"} else f"{cue} Norway"
