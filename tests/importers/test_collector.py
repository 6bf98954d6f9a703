"""The pause of Python's collector: off inside, as before behind, whatever happens; and a reading leaves nothing for it to do."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest

from importers.collector import paused
from importers.pipeline import read_newsletter


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_inside_and_on_again_behind() -> None:
    gc.enable()
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(ValueError, match="torn"), paused():
        raise ValueError("torn")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_a_reading_leaves_no_cycles() -> None:
    text = (
        b"# A hall\n\nIn May 2016 a training was held in Osh, funded by Japan (USD 5,000).\n\n- 3 May 2016: A course was opened.\n"
    )
    read_newsletter(text, "16q2.md", today=date(2017, 1, 1))
    gc.collect()
    gc.disable()
    for _ in range(20):
        read_newsletter(text, "16q2.md", today=date(2017, 1, 1))
    assert gc.collect() == 0
