"""What is known of a milestone, in words that are the same wherever they are read."""

from decimal import Decimal

import pytest

from db.models import Basis, Kind, Milestone, Money, Series
from db.when import When
from db.wording import basis_words, count_words, restated_words, series_words, source_name, source_names


@pytest.mark.parametrize(
    ("basis", "alone", "printed"),
    [
        (Basis.STATED, "as printed", "as printed “in May”"),
        (Basis.RESOLVED, "worked out from context", "worked out from “in May”"),
        (Basis.ISSUE, "only the issue's period is known", "only the issue's period is known; “in May”"),
        (Basis.EDITED, "set by hand", "set by hand; printed “in May”"),
    ],
)
def test_how_a_date_is_known(basis: Basis, alone: str, printed: str) -> None:
    assert (basis_words(basis, ""), basis_words(basis, "in May")) == (alone, printed)


def test_a_series_has_its_number() -> None:
    assert series_words(Series("review meetings", 10)) == "review meetings, no. 10"
    assert series_words(Series("review meetings")) == "review meetings"


def test_an_amount_that_says_another_again_says_so() -> None:
    dollars, euros = Money("USD", Decimal(55_000)), Money("EUR", Decimal(50_000))
    one = Milestone("Grant signed in Osh", When("2016"), Kind.AGREEMENT, amounts=(dollars, euros), restated=((euros, dollars),))
    assert restated_words(one) == {euros: "= USD 55,000, counted once"}


@pytest.mark.parametrize(
    ("title", "file", "names", "name"),
    [
        ("Milestones, Q2 2016", "16q2.txt", ("Milestones, Q2 2016", "16q2.txt"), "Milestones, Q2 2016 (16q2.txt)"),
        ("16q2.txt", "16q2.txt", ("16q2.txt",), "16q2.txt"),
        ("", "16q2.txt", ("16q2.txt",), "16q2.txt"),
    ],
)
def test_what_a_newsletter_is_called(title: str, file: str, names: tuple[str, ...], name: str) -> None:
    assert (source_names(title, file), source_name(title, file)) == (names, name)


def test_so_many() -> None:
    assert [count_words(number, "source") for number in (0, 1, 4000)] == ["0 sources", "1 source", "4,000 sources"]
