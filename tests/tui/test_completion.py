"""What the search line offers, and how earlier searches come back: values in, values out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.queries.facets import FacetValue
from db.querytext import unfinished
from db.selection import parse
from tui.widgets.completion import field_offers, value_offers, word_offers
from tui.widgets.searchhistory import recall

TODAY = date(2017, 6, 15)
COUNTRIES = [FacetValue("KG", "Kyrgyzstan", 9), FacetValue("UZ", "Uzbekistan", 7), FacetValue("US", "United States", 1)]
DONORS = [
    FacetValue("United States", "United States", 5),
    FacetValue("United States/INL", "INL", 4, "United States"),
    FacetValue("Japan", "Japan", 3),
]
KINDS = [FacetValue(kind, kind, 1) for kind in ("meeting", "opening", "training", "road-map")]
VALUES = {
    "country": COUNTRIES,
    "location": COUNTRIES,
    "donor": DONORS,
    "kind": KINDS,
    "year": [FacetValue("2016", "2016", 2)],
    "status": [],
}


@pytest.mark.parametrize(
    ("query", "text", "rest"),
    [
        ("country:", "country:Kyrgyzstan", "Kyrgyzstan"),
        ("country:u", "country:uzbekistan", "zbekistan"),
        ("country:UNI", 'country:"United States"', ' → "United States"'),
        ("border -location:uz,ky", "border -location:uz,kyrgyzstan", "rgyzstan"),
        ("donor:in", 'donor:"United States/INL"', ' → "United States/INL"'),
        ('donor:"united s', 'donor:"united states"', 'tates"'),
        ("donor:jap", "donor:japan", "an"),
        ("donor:jpan", "donor:Japan", " → Japan"),
        ("kind:trianing", "kind:training", " → training"),
        ("kind:map", "kind:road-map", " → road-map"),
        ("year:20", "year:2016", "16"),
        ("kind:vis", "kind:visit", "it"),
        ("status:acc", "status:accepted", "epted"),
    ],
)
def test_values(query: str, text: str, rest: str) -> None:
    last = unfinished(query)
    assert last is not None
    first = value_offers(query, last, VALUES.get(last.field, []), TODAY)[0]
    assert (first.text, first.rest(query)) == (text, rest)


@pytest.mark.parametrize("query", ["kind:training", "kind:zzz", "country:kg", "year:2017", 'donor:"Japan"'])
def test_nothing_to_offer(query: str) -> None:
    last = unfinished(query)
    assert last is not None
    assert value_offers(query, last, VALUES.get(last.field, []), TODAY) == ()


def test_offers_say_what_they_would_find() -> None:
    last = unfinished("donor:uni")
    assert last is not None
    told = [(offer.label, offer.count) for offer in value_offers("donor:uni", last, DONORS, TODAY)]
    assert told == [("United States", 5), ("United States through INL", 4)]


LAST = [("last quarter", "Q1 2017"), ("last year", "2016")]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("after:last", [("last week", "5–11 Jun 2017"), ("last month", "May 2017"), *LAST]),
        ("after:last q", LAST[:1]),
        ("border year:2016, TO", [("today", "15 Jun 2017")]),
        ("after:last year", []),
        ("kind:last", []),
    ],
)
def test_dates_that_count_from_today(query: str, told: list[tuple[str, str]]) -> None:
    last = unfinished(query)
    assert last is not None
    offers = value_offers(query, last, VALUES.get(last.field, []), TODAY)
    assert [(offer.label, offer.meaning) for offer in offers] == told
    for offer in offers:
        assert offer.text.lower().endswith(offer.label) and offer.text.startswith(query)
        assert parse(offer.text, TODAY).terms[-1].values[-1]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("coun", ["country:"]),
        ("border -KI", ["border -KInd:"]),
        ("be", ["before:", "beneficiary:"]),
        ("y", []),
        ("border", []),
        ("kind:op", []),
    ],
)
def test_fields(query: str, texts: list[str]) -> None:
    last = unfinished(query)
    assert last is not None
    assert [offer.text for offer in field_offers(query, last)] == texts


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("japan", ["donor:Japan", "country:jp"]),
        ("border -kyrg", ["border -country:kg"]),
        ("EU", ['donor:"European Union"']),
        ("train", ["kind:training"]),
        ("no", []),
        ("border", []),
        ("donor:japan", []),
    ],
)
def test_names(query: str, texts: list[str]) -> None:
    last = unfinished(query)
    assert last is not None
    assert [offer.text for offer in word_offers(query, last)] == texts


_NAMES = st.text("aZé, \"'-:\\\u202e\x1b", min_size=1, max_size=8)


@given(_NAMES, st.integers(0, 8))
def test_what_is_taken_is_understood_as_the_value(name: str, cut: int) -> None:
    query = f"place:{name[:cut]}"
    last = unfinished(query)
    if last is None or last.field != "place":
        return
    for offer in value_offers(query, last, [FacetValue(name, name, 1)], TODAY):
        assert offer.rest(query).isprintable() and offer.label.isprintable()
        if query == "place:" and name.isprintable() and name.strip(" ,;") == name and " ".join(name.split()) == name:
            assert parse(offer.text).terms[-1].values[-1:] == (name,)


def test_earlier_searches() -> None:
    there = recall(("first", "second", "draft"), "draft")
    assert there.searches == ("first", "second")
    walked = [there := there.step(step) for step in (1, 1, 1, -1, -1, -1)]
    assert [one.text for one in walked] == ["second", "first", "first", "second", "draft", "draft"]
    assert recall((), "x").step(1).text == "x"
