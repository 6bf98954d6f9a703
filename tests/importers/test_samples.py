"""The sample newsletters and their gold file belong together: what the gold quotes stands in the samples."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.models import Kind

SAMPLES = Path(__file__).parents[2] / "importers" / "samples"
GOLD = [json.loads(line) for line in (Path(__file__).parent / "samples_gold.jsonl").read_text(encoding="utf-8").splitlines()]
TEXTS = {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.iterdir()) if path.suffix in {".txt", ".md"}}


def squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def test_four_samples_each_with_gold() -> None:
    assert set(TEXTS) == {"10q", "13q", "16q", "17q"} == {row["doc"] for row in GOLD}


@pytest.mark.parametrize("row", GOLD, ids=lambda row: str(row["id"]))
def test_heading_and_anchors_stand_in_the_sample(row: dict[str, Any]) -> None:
    text = squeeze(TEXTS[row["doc"]])
    assert squeeze(row["article"]) in text
    assert 1 <= len(row["anchors"]) <= 4
    for anchor in row["anchors"]:
        assert text.count(squeeze(anchor)) == 1, anchor


def test_identifiers_are_unique_and_kinds_known() -> None:
    assert max(Counter(row["id"] for row in GOLD).values()) == 1
    assert {row["kind"] for row in GOLD} == {kind.value for kind in Kind}


def test_the_samples_are_varied_enough_for_a_demo() -> None:
    wanted = [row for row in GOLD if not row.get("optional")]
    assert len(wanted) >= 45
    assert len({country["code"] for row in wanted for country in row["countries"]}) >= 10
    assert len({donor["name"] for row in wanted for donor in row["donors"]}) >= 8
    assert len({amount["currency"] for row in wanted for amount in row["amounts"]}) >= 2
    assert any(row.get("planned") for row in wanted)
    assert any(row["date_inferred"] for row in wanted)
