"""What the benchmarks stand on: texts that differ at every repetition and are equal in every run, stages that exist."""

from __future__ import annotations

import importlib

import pytest

from tests.benchmarks import corpus
from tests.benchmarks.stages import STAGES


def test_every_repetition_has_other_figures_and_names() -> None:
    text = "the workshop was held in Osh on 13 May 2016 for 25 officers by Mirbek Toktosunov with the support of Norway."
    made = {corpus.variant(text, seed) for seed in range(20)}
    assert len(made) == 20
    assert all("May" in each and len(each.split()) == len(text.split()) for each in made)
    assert corpus.variant(text, 3) == corpus.variant(text, 3)


def test_an_equal_name_stays_equal() -> None:
    words = corpus.variant("a talk by Toktosunov, then by Toktosunov", 5).replace(",", "").split()
    assert words[3] == words[6] != "Toktosunov"


@pytest.mark.parametrize("name", corpus.HOSTILE)
def test_a_hostile_text_has_its_size_and_is_the_same_each_time(name: str) -> None:
    made = corpus.hostile(name, 5_000)
    assert 4_990 <= len(made) <= 5_000
    assert made == corpus.hostile(name, 5_000)


@pytest.mark.parametrize("path", [path for _, paths in STAGES for path in paths])
def test_every_stage_is_there(path: str) -> None:
    home, _, name = path.rpartition(".")
    assert callable(getattr(importlib.import_module(home), name))
