"""Names keep the capitals that a newsletter gives them."""

from __future__ import annotations

from importers.titles.casing import in_sentence_case, names_in


def test_a_name_that_is_also_written_in_capitals_is_no_acronym() -> None:
    assert in_sentence_case("NEW POST IN OSH", frozenset({"Osh", "OSH"})) == "New post in Osh"
    assert in_sentence_case("O'BRIEN OPENS A PIER", frozenset({"O'Brien"})) == "O'Brien opens a pier"


def test_names_are_what_stands_with_a_capital_in_mid_sentence() -> None:
    text = "Dogs came to Osh with UNODC. The Dogs of Osh barked, and dogs, “Rex” too, ran."
    assert names_in(text) == {"Osh", "UNODC", "Rex"}
    assert names_in("dogs of UN-PIP came") >= {"UN-PIP", "PIP"}
    assert names_in("the dogs of OSCE came; write to dogs@osce.org or see www.osce.org/dogs") == {"OSCE"}
