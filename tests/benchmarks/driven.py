"""The app in a terminal, driven from inside: how long until a selection's page stands on the screen and its counts, and how long at
most the screen could not answer meanwhile.

    python -m tests.benchmarks.driven STORE OUTCOME    runs in a terminal and writes what it measured to OUTCOME, as JSON
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import tui.app
from db.selection import Selection, parse
from tests.benchmarks.generated import generated
from tests.tui.terminal import Terminal
from tui.app import MilepostApp
from tui.screens.exportdialog import ExportScreen
from tui.screens.main.screen import MainScreen
from tui.startup import open_app
from tui.views.timeline import Lanes, Unit

STEPS = {
    "a country": ("country:uz", "country:uz,tj"),
    "a donor beside it": ("country:uz donor:japan", "country:uz donor:japan/jica"),
    "a kind": ("kind:training", "-kind:training"),
    "years": ("after:2015", "after:2015 before:2019"),
    "typed": ("b", "bo", "bor", "bord", "border", "border o", "border officers"),
    "everything": ("",),
}
"""Queries one after the other, as a person goes on from each to the next."""
ROUNDS = 5
_MOST_WRITTEN = 100_000
"""Of more, the export is only looked at: to write it takes minutes."""
_TICK = 0.001
_PATIENCE = 120.0


class Meter:
    """Looks whether the loop turns."""

    def __init__(self) -> None:
        self.pause = 0.0
        """Milliseconds of the longest time between two looks, beside the rest that is meant."""
        self.work = 0.0
        """Milliseconds for which the loop's own thread had the processor between two looks, at most."""

    async def run(self) -> None:
        """For ever."""
        last, worked = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(_TICK)
            now, working = time.perf_counter(), time.thread_time()
            self.pause = max(self.pause, 1e3 * (now - last - _TICK))
            self.work = max(self.work, 1e3 * (working - worked))
            last, worked = now, working

    def begin(self) -> float:
        """Forget what was measured; the time now."""
        self.pause = self.work = 0.0
        return time.perf_counter()

    @property
    def found(self) -> dict[str, float]:
        """What was measured since."""
        return {"pause": self.pause, "work": self.work}


class Driven(MilepostApp):
    """The app with a driver in it."""

    def __init__(self, *given: Any, outcome: Path, **named: Any) -> None:
        super().__init__(*given, **named)
        self._outcome = outcome
        self._meter = Meter()

    def on_ready(self) -> None:
        """Drive."""
        self.run_worker(self._meter.run())
        self.run_worker(self._drive())

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    async def _drive(self) -> None:
        await self._until(self._counted)
        await asyncio.sleep(0.5)
        told: dict[str, list[dict[str, float]]] = {name: [] for name in STEPS}
        for _ in range(ROUNDS):
            for name, queries in STEPS.items():
                told[name] += [await self._select(parse(query)) for query in queries]
        told |= await self._charted()
        told["mark all"] = [await self._timed(self.main.timeline.action_mark_all, lambda: bool(self.main.marks))]
        self.main.set_marks(frozenset())
        told["export: the dialog"] = [await self._timed(self.main.action_export, self._previewed)]
        if self.main.timeline.map.rows <= _MOST_WRITTEN:
            with tempfile.TemporaryDirectory() as folder:
                told["export: all written"] = [await self._export(Path(folder, "all.md"))]
        self._outcome.write_text(json.dumps(told), encoding="utf-8")
        self.exit()

    async def _charted(self) -> dict[str, list[dict[str, float]]]:
        """The chart of everything: opened, looked at from nearer and from farther, with other lanes."""
        main, chart = self.main, self.main.chart

        async def looked(step: Callable[[], object]) -> dict[str, float]:
            before = main.view
            return await self._timed(step, lambda: main.view != before and bool(chart.plan) and not chart.waiting)

        told = {"chart: opened": [await looked(main.action_turn_face)]}
        for name, end, steps in (("nearer", Unit.DAY, 1), ("farther", Unit.DECADE, -1)):
            told[f"chart: {name}"] = []
            while chart.plan.window.scale.unit is not end:
                told[f"chart: {name}"].append(await looked(partial(chart.action_zoom, steps)))
        chart.action_fit()
        for name, steps in (("later", 1), ("earlier", -1)):
            told[f"chart: {name}"] = [await looked(partial(chart.action_pan, steps)) for _ in range(ROUNDS)]
        for lanes in (*list(Lanes)[1:], Lanes.COUNTRY):
            told[f"chart: by {lanes.value}"] = [await looked(chart.action_lanes)]
        main.action_turn_face()
        return told

    def _counted(self) -> bool:
        main = self.main
        return main.timeline.generation == main.generation and not main.top.stale and not main.filters.stale

    async def _select(self, selection: Selection) -> dict[str, float]:
        main = self.main
        if selection == main.selection:
            return {}
        begun = self._meter.begin()
        main.select(selection)
        took = {}
        for name, there in (("page", lambda: main.timeline.generation == main.generation), ("counts", self._counted)):
            await self._until(there)
            took[name] = 1e3 * (time.perf_counter() - begun)
        await asyncio.sleep(0.15)
        return {**took, **self._meter.found}

    async def _timed(self, work: Callable[[], object], done: Callable[[], bool]) -> dict[str, float]:
        begun = self._meter.begin()
        work()
        await self._until(done)
        took = 1e3 * (time.perf_counter() - begun)
        await asyncio.sleep(0.15)
        return {"page": took, **self._meter.found}

    def _previewed(self) -> bool:
        return isinstance(self.screen, ExportScreen) and bool(self.screen.preview.border_title)

    async def _export(self, path: Path) -> dict[str, float]:
        screen = self.screen
        assert isinstance(screen, ExportScreen)
        screen.path.value = str(path)
        return await self._timed(screen.action_write, lambda: self.screen is self.main)

    async def _until(self, there: Callable[[], bool]) -> None:
        """Until it is there, and drawn."""
        end = time.monotonic() + _PATIENCE
        while not there():
            assert time.monotonic() < end, "it did not come"
            await asyncio.sleep(_TICK)
        drawn = asyncio.Event()
        self.screen.call_after_refresh(drawn.set)
        await drawn.wait()


def driven(count: int) -> dict[str, Any]:
    """What `Driven` measured with `count` milestones stored: milliseconds to the page, to the counts, of the longest pause."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = Path(folder, "outcome.json")
        env = {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        terminal = Terminal(outcome, (120, 40), run=("-m", "tests.benchmarks.driven", str(generated(count))), env=env)
        try:
            while terminal.process.poll() is None:
                terminal.read(0.2)
            assert outcome.exists(), f"it ended too early: {terminal.seen[-3000:]!r}"
            return dict(json.loads(outcome.read_text(encoding="utf-8")))
        finally:
            terminal.close()


if __name__ == "__main__":
    tui.app.MilepostApp = partial(Driven, outcome=Path(sys.argv[2]))  # type: ignore[assignment, misc]
    open_app(Path(sys.argv[1]))
