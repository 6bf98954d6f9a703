"""The sample newsletters are read about as well as a careful person reads them, and every milestone says where it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db.models import Level, Milestone, Reading
from db.when import When
from importers.flow import squeeze
from importers.layout.repair import read_layout
from importers.pipeline import read_newsletter
from tests.importers.conftest import SAMPLES, TODAY, assert_sound, letters_outside

Gold = Mapping[str, Any]


@dataclass(frozen=True)
class Figures:
    """How well milestones agree with those that careful readers marked."""

    main_recall: float
    precision: float
    date_exact: float
    kind: float


@cache
def gold() -> dict[str, list[Gold]]:
    """What careful readers found, for each sample by the first three characters of its name."""
    found: dict[str, list[Gold]] = defaultdict(list)
    for line in (Path(__file__).parent / "samples_gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["doc"]].append(row)
    return found


@cache
def sample(path: Path) -> Reading:
    return read_newsletter(path.read_bytes(), path.name, today=TODAY)


def matched(wanted: Sequence[Gold], said: Sequence[Milestone]) -> dict[int, int]:
    """Which gold row each milestone tells, one to one: the quote holds an anchor, and the dates meet. As many as there can be."""
    options: dict[int, list[int]] = {}
    for number, row in enumerate(wanted):
        when = When(row["date"])
        near = [
            index
            for index, each in enumerate(said)
            if each.when.overlaps(when) and any(squeeze(anchor) in squeeze(quote(each)) for anchor in row["anchors"])
        ]
        options[number] = sorted(near, key=lambda index: (said[index].when != when, said[index].kind != row["kind"], index))
    taken: dict[int, int] = {}

    def settle(number: int, seen: set[int]) -> bool:
        for index in options[number]:
            if index not in seen:
                seen.add(index)
                if index not in taken or settle(taken[index], seen):
                    taken[index] = number
                    return True
        return False

    for number in sorted(options, key=lambda number: (bool(wanted[number].get("optional")), wanted[number]["level"] != "main")):
        settle(number, set())
    return taken


def quote(milestone: Milestone) -> str:
    return milestone.evidence.quote if milestone.evidence else ""


def figures(readings: Mapping[str, Reading]) -> Figures:
    main = found = right = wrong = exact = kinds = 0
    for doc, reading in readings.items():
        wanted, said = gold()[doc], reading.milestones
        taken = matched(wanted, said)
        wrong += len(said) - len(taken)
        must = {number for number, row in enumerate(wanted) if not row.get("optional")}
        main += sum(wanted[number]["level"] == "main" for number in must)
        for index, number in taken.items():
            if number in must:
                row, each = wanted[number], said[index]
                right += 1
                found += row["level"] == "main"
                exact += (each.when.start, each.when.end) == (When(row["date"]).start, When(row["date"]).end)
                kinds += each.kind in {row["kind"], *row.get("kind_also", [])}
    return Figures(found / main, right / (right + wrong), exact / right, kinds / right)


def test_the_samples_are_read_about_as_well_as_by_a_person() -> None:
    reached = figures({path.name[:3]: sample(path) for path in SAMPLES})
    assert reached.main_recall >= 0.85, reached
    assert reached.precision >= 0.9, reached
    assert reached.date_exact >= 0.9, reached
    assert reached.kind >= 0.85, reached


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_each_sample(path: Path) -> None:
    reading = sample(path)
    assert_sound(reading, 10)
    assert letters_outside(reading.source.text, read_layout(reading.source.text).blocks) == []
    assert reading.source.issue is not None
    assert reading.source.issue_basis == "heading"
    assert reading.source.title.startswith("Milestones, Q")
    assert reading.notes == ()
    assert {each.level for each in reading.milestones} == set(Level)
    assert len({(quote(each), each.when, each.kind, each.countries) for each in reading.milestones}) == len(reading.milestones)


def test_a_quote_that_misses_the_anchor_is_no_match() -> None:
    rows = gold()["16q"]
    said = [each for path in SAMPLES if path.name.startswith("13") for each in sample(path).milestones]
    assert matched(rows, said) == {}


def test_the_newsletters_beside_the_repository(shared_newsletters: list[Path]) -> None:
    for path in shared_newsletters:
        reading = read_newsletter(path.read_bytes(), path.name, today=TODAY)
        assert_sound(reading, 10)
        assert letters_outside(reading.source.text, read_layout(reading.source.text).blocks) == []
        assert reading.source.issue is not None
        issue = reading.source.issue.end
        assert issue is not None
        for each in reading.milestones:
            assert each.when.start is not None
            assert each.when.end is not None
            assert 1950 <= each.when.start.year <= each.when.end.year <= issue.year + 10, (path.name, each.title, each.when)
            assert each.planned or each.when.start <= issue, (path.name, each.title, each.when)
            assert all(len(country.code) == 2 and country.code.isupper() for country in each.countries)
            assert all(amount.value > 0 for amount in each.amounts)
