"""Work in a process of its own: what it answers, what it raises, and that it ends with whoever waits for it."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from db.connect import StoreError
from db.export.options import ExportOptions
from db.selection import Selection
from tests.tui import standstill
from tests.tui.conftest import TODAY
from tui.background.processes import apart, so_far
from tui.exports.file import take_out
from tui.exports.leaving import leaving

ALL = partial(leaving, selection=Selection(), uids=frozenset(), today=TODAY, options=ExportOptions())


async def test_a_file_is_written_and_its_text_does_not_come_back(small: Path, tmp_path: Path) -> None:
    left = await apart(partial(take_out, small, ALL, tmp_path / "all.md"))
    assert (left.count, left.text) == (13, "")
    heard: list[int] = []
    await apart(partial(take_out, small, ALL, tmp_path / "again.md", told=so_far), heard.append)
    assert heard[-1] == 13
    assert (tmp_path / "all.md").read_text(encoding="utf-8").count("\n- **") == 13


async def test_without_a_file_the_text_comes_back(small: Path) -> None:
    left = await apart(partial(take_out, small, ALL, None))
    assert left.text.count("\n- **") == 13


async def test_what_it_raises_is_raised_here(small: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.md"
    there.write_text("mine")
    with pytest.raises(FileExistsError):
        await apart(partial(take_out, small, ALL, there))
    assert there.read_text() == "mine"
    with pytest.raises(StoreError, match="no store at"):
        await apart(partial(take_out, tmp_path / "none.db", ALL, None))


async def test_a_process_that_ends_without_an_answer_is_an_error() -> None:
    with pytest.raises(OSError, match="too early"):
        await apart(partial(os._exit, 3))


async def test_how_far_it_is_is_heard() -> None:
    heard: list[int] = []
    await apart(partial(so_far, 3), heard.append)
    assert heard == [3]


async def test_giving_up_ends_the_process() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(apart(partial(time.sleep, 600)), 1)
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("times", [1, 2])
async def test_giving_up_leaves_nothing_half_done_however_often(small: Path, tmp_path: Path, times: int) -> None:
    path, begun = tmp_path / "all.md", asyncio.Event()
    waiting = asyncio.create_task(apart(partial(take_out, small, ALL, path, told=standstill.so_far), lambda _: begun.set()))
    await begun.wait()
    assert path.exists()
    for _ in range(times):
        waiting.cancel()
        await asyncio.sleep(0)
    with suppress(asyncio.CancelledError):
        await waiting
    assert waiting.cancelled() and not path.exists()
