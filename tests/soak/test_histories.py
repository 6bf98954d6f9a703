"""Any history of imports, corrections, merges, undo and redo keeps the laws: 50 histories always, 1,000 on demand."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.soak.histories import Histories

_ALWAYS = settings(
    max_examples=50, stateful_step_count=12, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)


def test_fifty_histories() -> None:
    run_state_machine_as_test(Histories, settings=_ALWAYS)


@pytest.mark.soak
def test_a_thousand_histories() -> None:
    long = settings(max_examples=1000, stateful_step_count=30, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(Histories, settings=long)
