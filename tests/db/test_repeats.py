"""Sums that are told again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.parts import Money
from db.repeats import Naming, caution, payers, repeated

GIVEN = Money("USD", Decimal(1380000))
JAPAN = frozenset({"Japan"})
FIRST = Naming("a.txt", "Opened", "2016-05", JAPAN, GIVEN)

CASES = [
    ("told by two newsletters", (FIRST, FIRST._replace(source="b.txt")), (GIVEN,)),
    ("for two milestones of one article", (FIRST, FIRST._replace(month="2014-03")), (GIVEN,)),
    ("in two articles of one newsletter", (FIRST, FIRST._replace(article="Trained", month="2016-06")), ()),
    ("below no heading", (FIRST._replace(article=""), FIRST._replace(article="")), ()),
    ("in another month", (FIRST, FIRST._replace(source="b.txt", month="2017-05")), ()),
    ("of another donor", (FIRST, FIRST._replace(source="b.txt", payers=frozenset({"Norway"}))), ()),
    ("another sum", (FIRST, FIRST._replace(source="b.txt", money=Money("USD", Decimal(5)))), ()),
    ("of nobody", (FIRST._replace(payers=frozenset()), FIRST._replace(payers=frozenset(), source="b.txt")), ()),
]


@pytest.mark.parametrize(("what", "named", "wanted"), CASES)
def test_repeated(what: str, named: tuple[Naming, ...], wanted: tuple[Money, ...]) -> None:
    assert repeated(named) == wanted


def test_words() -> None:
    assert payers("Japan/JICA; European Union; Japan") == {"Japan", "European Union"}
    assert caution(()) == ""
    assert caution((GIVEN,)) == (
        "USD 1,380,000 is told more than once, by several newsletters or for several milestones of an article, and counts each time"
    )
