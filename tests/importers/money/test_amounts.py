"""Amounts of money in running text."""

import tomllib

import pytest

from db import names
from importers.lexicon import DATA
from importers.money.amounts import find_money, restated


def found(text: str) -> list[str]:
    return [str(one.money) for one in find_money(text)]


def test_another_grant_is_not_the_same_sum() -> None:
    text = "Japan gave USD 2 million for the walls. Norway followed with money for the roof. The contribution is NOK 5 million."
    assert restated(text, find_money(text)) == ()
    both = "The grant is EUR 1 million (USD 2 million). It cost USD 2 million (EUR 1 million)."
    assert [(str(again), str(first)) for again, first in restated(both, find_money(both))] == [("USD 2,000,000", "EUR 1,000,000")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before, after, symbols, codes, words
        ("USD 250,000", ["USD 250,000"]),
        ("250,000 USD", ["USD 250,000"]),
        ("$1,500,000", ["USD 1,500,000"]),
        ("US$1,234.56", ["USD 1,234.56"]),
        ("12 500 €", ["EUR 12,500"]),
        ("USD500", ["USD 500"]),
        ("1.38 million US dollars", ["USD 1,380,000"]),
        ("US Dollars 40,000", ["USD 40,000"]),
        (
            "eighty-five thousand dollars, twenty two million euros, a million US dollars",
            ["USD 85,000", "EUR 22,000,000", "USD 1,000,000"],
        ),
        ("nearly a million US dollars", ["USD 1,000,000"]),
        ("three quarters of a million pounds sterling", ["GBP 750,000"]),
        ("R4.5 million in South Africa", ["ZAR 4,500,000"]),
        ("annex R 4 of South Africa, K3 of Papua New Guinea", []),
        ("Euro 1 million", ["EUR 1,000,000"]),
        ("BGN 700,000 and UA 9 million", ["BGN 700,000", "XUA 9,000,000"]),
        ("during the Euro 2016, Euro 2,016 was stolen", ["EUR 2,016"]),
        ("500 thousand euros", ["EUR 500,000"]),
        ("2 million Swiss francs", ["CHF 2,000,000"]),
        ("NOK 4.5 million", ["NOK 4,500,000"]),
        ("AU$ 3 million, A$300, R$ 5,000", ["AUD 3,000,000", "AUD 300", "BRL 5,000"]),
        ("£3.4bn", ["GBP 3,400,000,000"]),
        ("€2.5 m", ["EUR 2,500,000"]),
        ("CHF 1.2m", ["CHF 1,200,000"]),
        ("10 mln. roubles", ["RUB 10,000,000"]),
        ("half a million euros", ["EUR 500,000"]),
        ("three and a half million euros", ["EUR 3,500,000"]),
        ("the two-and-a-quarter-million-euro project", ["EUR 2,250,000"]),
        ("8 million lek", ["ALL 8,000,000"]),
        ("Samarkand gave 450 million sums", ["UZS 450,000,000"]),
        ("Oslo gave 450 million sums and 3 sums", []),
        ("two hundred thousand US dollars", ["USD 200,000"]),
        ("seven hundred and thirty thousand euros, one hundred and ten million yen", ["EUR 730,000", "JPY 110,000,000"]),
        ("three hundred twenty-five thousand Swiss francs", ["CHF 325,000"]),
        ("six hundred and ten thousand nails, and a half of the euros", []),
        ("a million and a half euros, two million euros and a half of the roof", ["EUR 1,500,000", "EUR 2,000,000"]),
        ("EUR 2½ million", ["EUR 2,500,000"]),
        ("a 10-million-euro project", ["EUR 10,000,000"]),
        ("a US$ 5-million grant", ["USD 5,000,000"]),
        ("$500,000 CAD", ["CAD 500,000"]),
        # national currencies
        ("12 million tenge", ["KZT 12,000,000"]),
        ("5,000 somoni", ["TJS 5,000"]),
        ("15,000 soms in Kyrgyzstan", ["KGS 15,000"]),
        ("15,000 soms in Uzbekistan", ["UZS 15,000"]),
        ("20,000 manats in Baku", ["AZN 20,000"]),
        ("20,000 manats in Ashgabat", ["TMT 20,000"]),
        ("SBD 3 million, WST 40,000, T$ 120,000 and EC$ 100,000", ["SBD 3,000,000", "WST 40,000", "TOP 120,000", "XCD 100,000"]),
        ("Ksh. 400,000 and Tk 50 lakh", ["KES 400,000", "BDT 5,000,000"]),
        ("Rs. 25 million in Sri Lanka", ["LKR 25,000,000"]),
        ("NOK 25 mill.", ["NOK 25,000,000"]),
        ("30,000 pesos", []),
        ("95 million CFA francs in Bangui", ["XAF 95,000,000"]),
        ("95 million CFA francs in Dakar", ["XOF 95,000,000"]),
        ("FCFA 20 million", ["XOF 20,000,000"]),
        ("MK 1.8 million, Frw 200,000 and 40,000 kuna", ["MWK 1,800,000", "RWF 200,000", "HRK 40,000"]),
        ("MK 18 is a road", []),
        ("5 million Kenya shillings", ["KES 5,000,000"]),
        # how digits are set apart
        ("JPY 141,\n000,000", ["JPY 141,000,000"]),
        ("EUR 300 000 were", ["EUR 300,000"]),
        ("EUR 1.234.567,89", ["EUR 1,234,567.89"]),
        ("2,5 million euro", ["EUR 2,500,000"]),
        ("1,380,000 US\ndollars", ["USD 1,380,000"]),
        ("USD\n250,000", ["USD 250,000"]),
        ("in 2016 300 000 EUR", ["EUR 300,000"]),
        # several, ranges
        ("USD 1.5 million (EUR 1.3 million)", ["USD 1,500,000", "EUR 1,300,000"]),
        ("USD 2-3 million", ["USD 2,000,000", "USD 3,000,000"]),
        ("between 5 and 10 million euros", ["EUR 5,000,000", "EUR 10,000,000"]),
        ("USD 10,000 and 5 million euros", ["USD 10,000", "EUR 5,000,000"]),
        ("USD 250,000 to 10 schools", ["USD 250,000"]),
        ("in 2016 and 5 million euros", ["EUR 5,000,000"]),
        ("In 2016 USD 5,000 was given", ["USD 5,000"]),
        ("in 2015-2016 USD 300,000", ["USD 300,000"]),
        # no money
        ("55 tons 438 kg, 30 %, 500 000 subscribers", []),
        ("Resolution 1540 (2004), 80 participants, page 12", []),
        ("COP 26, SDG 16 and ALL 1,300 people", []),
        ("they won 2 medals", []),
        ("300 pounds of heroin", []),
        ("1,300 pounds of apples", []),
        ("billions of dollars", []),
        ("200 m long, 5 km", []),
        ("", []),
    ],
)
def test_money(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("USD 1.5 million (JPY 141,000,000) was given", [("JPY 141,000,000", "USD 1,500,000")]),
        ("a grant of JPY 141 million (about 1.5 million US dollars)", [("USD 1,500,000", "JPY 141,000,000")]),
        ("USD 2 million, equivalent to EUR 1.8 million, was given", [("EUR 1,800,000", "USD 2,000,000")]),
        ("US$ 300,000 or about 250,000 euros", [("EUR 250,000", "USD 300,000")]),
        ("USD 2 million for posts. It was signed. The grant amount is JPY 200,000,000.", [("JPY 200,000,000", "USD 2,000,000")]),
        ("USD 2 million (EUR 1 million from Sweden)", []),
        ("USD 2 million and EUR 1.8 million", []),
        ("USD 2 million in Osh. Sweden gave EUR 5,000.", []),
        ("USD 1,000 (USD 2,000)", []),
    ],
)
def test_one_sum_in_two_currencies(text: str, pairs: list[tuple[str, str]]) -> None:
    found = restated(text, find_money(text))
    assert [(str(again), str(first)) for again, first in found] == pairs


def test_spans_hold_the_currency() -> None:
    text = "It cost about USD 1.5 million, or 900 thousand\neuros."
    assert [one.text for one in find_money(text)] == ["USD 1.5 million", "900 thousand\neuros"]
    assert all(text[one.start : one.end] == one.text for one in find_money(text))


def test_word_lists_speak_of_known_currencies() -> None:
    data = tomllib.loads((DATA / "money.toml").read_text("utf-8"))
    codes = {row[0] for row in names.rows(names.DATA / "currencies.tsv")}
    for word, shared in data["shared"].items():
        assert word[1:].islower() or (word.isupper() and word in data["careful"]["words"]) or "CFA" in word
        assert {code for code in shared if code} <= codes
    assert data["zones"].keys() <= codes
    assert all(isinstance(zeros, int) for zeros in data["scales"].values())


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20000,
        "123 456 " * 4000,
        "5 a " * 5000,
        "1,234,\n567 b" * 3000,
        "million " * 5000,
        "USD " * 5000,
        "9" * 39 + " USD",
        "٣ دولار 5\x00$",
    ],
)
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in find_money(text))
