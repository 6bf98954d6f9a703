"""How many milestones each value of a facet has, and what their amounts come to."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import main

PAID = [
    ("A bridge over the river was opened", "opening", "UZ", ("Japan/JICA",), "USD 2,000,000"),
    ("A second bridge was opened", "opening", "UZ", ("Japan",), "USD 500,000.50"),
    ("A ferry was handed over by two countries", "support", "TJ", ("Japan", "Norway"), "EUR 30,000"),
    ("A course on ferries was held", "training", "TJ", ("Norway",), ""),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    for title, kind, country, donors, amount in PAID:
        said = [f"countries={country}", *(f"donors+={donor}" for donor in donors), *([f"amount+={amount}"] if amount else [])]
        words = ["--date", "2016-05", "--kind", kind, *(word for one in said for word in ("--set", one))]
        done = CliRunner().invoke(main, ["add", title, *words, "--store", str(path)])
        assert done.exit_code == 0, done.output
    return path


def facets(store: Path, *words: str) -> str:
    done = CliRunner().invoke(main, ["facets", *words, "--store", str(store)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_money_stands_beside_each_donor(store: Path) -> None:
    assert facets(store, "--field", "donor", "--money") == (
        "donor\n"
        "      3  Japan   EUR 30,000 undivided · USD 2,500,000.5\n"
        "      1    JICA  USD 2,000,000\n"
        "      2  Norway  EUR 30,000 undivided\n"
    )


def test_a_condition_on_another_field_narrows_the_money(store: Path) -> None:
    told = facets(store, "--field", "donor", "--money", "country:uz").splitlines()
    assert told == ["donor", "      2  Japan   USD 2,500,000.5", "      1    JICA  USD 2,000,000"]
    assert facets(store, "--field", "donor", "--money", "donor:norway") == facets(store, "--field", "donor", "--money")


def test_money_is_counted_only_where_it_is_asked_for(store: Path) -> None:
    assert "USD" not in facets(store)
    assert "money" not in json.loads(facets(store, "--json"))["donor"][0]


def test_money_as_json(store: Path) -> None:
    told = json.loads(facets(store, "--field", "kind", "--money", "--json"))["kind"]
    assert {one["value"]: one["money"] for one in told} == {
        "opening": [{"currency": "USD", "value": 2500000.5, "least": 2500000.5, "undivided": False}],
        "support": [{"currency": "EUR", "value": 30000.0, "least": 30000.0, "undivided": False}],
        "training": [],
    }


def test_a_value_that_nothing_has_has_no_money(store: Path) -> None:
    assert facets(store, "--field", "donor", "--money", "donor:sweden").splitlines()[-1] == "      0  Sweden"
