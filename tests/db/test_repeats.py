"""Sums that are told again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.parts import Money
from db.repeats import Again, Naming, caution, payers, repeated, surplus

GIVEN = Money("USD", Decimal(1380000))
JAPAN = frozenset({"Japan"})
FIRST = Naming("a.txt", "Opened", "2016-05", JAPAN, GIVEN)

CASES = [
    ("told by two newsletters", (FIRST, FIRST._replace(source="b.txt")), (GIVEN,)),
    ("for two milestones of one article", (FIRST, FIRST._replace(month="2014-03")), (GIVEN,)),
    ("thrice", (FIRST, FIRST._replace(source="b.txt"), FIRST._replace(month="2014-03")), (GIVEN, GIVEN)),
    (
        "two grants of one size",
        tuple(FIRST._replace(article=told, month=told, source=source) for told in ("Opened", "Trained") for source in "ab"),
        (GIVEN, GIVEN),
    ),
    (
        "two grants of one size, of two donors",
        tuple(FIRST._replace(payers=frozenset({name}), source=source) for name in ("Japan", "Norway") for source in "ab"),
        (GIVEN, GIVEN),
    ),
    ("in two articles of one newsletter", (FIRST, FIRST._replace(article="Trained", month="2016-06")), ()),
    ("below no heading", (FIRST._replace(article=""), FIRST._replace(article="")), ()),
    ("in another month", (FIRST, FIRST._replace(source="b.txt", month="2017-05")), ()),
    ("of another donor", (FIRST, FIRST._replace(source="b.txt", payers=frozenset({"Norway"}))), ()),
    ("another sum", (FIRST, FIRST._replace(source="b.txt", money=Money("USD", Decimal(5)))), ()),
    ("of nobody", (FIRST._replace(payers=frozenset()), FIRST._replace(payers=frozenset(), source="b.txt")), ()),
]


@pytest.mark.parametrize(("what", "named", "wanted"), CASES)
def test_repeated(what: str, named: tuple[Naming, ...], wanted: tuple[Money, ...]) -> None:
    assert [again.money for again in repeated(named) for _ in range(again.beyond)] == list(wanted)


def test_words() -> None:
    assert payers("Japan/JICA; European Union; Japan") == {"Japan", "European Union"}
    assert caution(()) == ""
    assert caution((Again(GIVEN, 2),)) == (
        "USD 1,380,000 is told more than once, by several newsletters or for several milestones of an article, "
        "and counts each time: USD 2,760,000 less where that is the same money"
    )
    assert surplus((Again(GIVEN, 2), Again(Money("USD", Decimal(5)), 1), Again(Money("EUR", Decimal(7)), 1))) == {
        "USD": Decimal(2760005),
        "EUR": Decimal(7),
    }
