"""How well two halves of a sentence go together."""

from __future__ import annotations

import pytest

from importers.layout.fit import REFUSED, SURE, fit

KNOWN = frozenset(("equipment", "border", "neighbouring", "dogs", "river"))

NEVER = [
    ("The price of the", "there they built a pier."),
    ("The price of the", "was paid by the district."),
    ("Four dogs came from a", "and two more from Naryn."),
    ("The keys were handed over by", "was bought with the money of the county."),
    ("They were paid for by", "and by the county."),
    ("The council will", "the new pier in May."),
    ("The council should", "of the county in May."),
    ("It was sent to Osh and", "and then to Naryn."),
    ("Its dogs help to bring to-", "not far from the river."),
    ("Two posts were built, of which one by", "they came back in May."),
    ("Its guests stayed for the", "who had paid for it."),
]

WELL = [
    ("The price of the", "new pier was paid by the district."),
    ("The keys were handed over by", "the mayor."),
    ("The pier, worth 4,500 dollars,", "which the county paid for."),
    ("Two ministers", "were there."),
    ("The pier of the county", "and the post on the river."),
    ("The project “Dogs of", "the river” was paid by Osh."),
    ("The county (in the north of", "the country) paid."),
    ("They bought new equip-", "ment for the post."),
    ("Boats came from the neigh-", "bouring river."),
]

TELLS_NOTHING = [
    ("They bought pre-", "and post-paid cards."),
    ("Two ministers and", "three mayors came."),
    ("12", "34"),
    ("", ""),
]


@pytest.mark.parametrize(("left", "right"), NEVER)
def test_halves_of_two_sentences_are_refused(left: str, right: str) -> None:
    assert fit(left, right, KNOWN) <= REFUSED


@pytest.mark.parametrize(("left", "right"), WELL)
def test_halves_of_one_sentence_fit(left: str, right: str) -> None:
    assert fit(left, right, KNOWN) > 0


@pytest.mark.parametrize(("left", "right"), TELLS_NOTHING)
def test_nothing_tells(left: str, right: str) -> None:
    assert fit(left, right, KNOWN) == 0


@pytest.mark.parametrize("right", ["of the north” in May.", "of the county) in May."])
def test_what_was_opened_before_the_first_half_is_less_likely(right: str) -> None:
    assert REFUSED < fit("They opened the post on the river", right, KNOWN) < 0


def test_halves_of_a_word_that_stands_elsewhere_are_sure() -> None:
    assert fit("They bought new equip-", "ment for the post.", KNOWN) == SURE
    assert fit("They bought new equip-", "age for the post.", KNOWN) == 0
