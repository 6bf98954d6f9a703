"""What each stage of reading a newsletter costs: the pipeline with a clock around its parts, which counts each moment once."""

from __future__ import annotations

import importlib
import inspect
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("decode", ("importers.readers.decode.decode",)),
    ("blocks and layout", ("importers.layout.repair.read_layout",)),
    ("issue", ("importers.issue.period.issue_period",)),
    ("stories", ("importers.articles.stories",)),
    ("date scan", ("importers.dates.finding.scan", "importers.dates.resolve.resolve")),
    (
        "sentences and kinds",
        (
            "importers.sentences.read",
            "importers.events.kinds.score_kinds",
            "importers.events.kinds.weighed",
            "importers.events.telling.told",
        ),
    ),
    ("events", ("importers.events.milestones.events",)),
    ("countries", ("importers.places.venues.told_countries", "importers.places.venues.involved")),
    ("donors", ("importers.donors.cues.find_donors",)),
    ("money", ("importers.money.amounts.find_money",)),
    ("titles", ("importers.titles.title.title_of", "importers.titles.undated.without_times", "importers.titles.casing.names_in")),
)
"""Each stage and the functions that are it; what they call of another stage counts there."""
REST = "evidence and the rest"


class Clock:
    """Time spent in each stage, in seconds of the processor."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._open: list[str] = [REST]
        self._since = time.process_time()

    def enter(self, stage: str) -> None:
        """Stop the clock of the stage that runs, start that of `stage`."""
        self._stop()
        self._open.append(stage)

    def leave(self) -> None:
        """Go back to the stage before."""
        self._stop()
        self._open.pop()

    def _stop(self) -> None:
        now = time.process_time()
        self.spent[self._open[-1]] += now - self._since
        self._since = now

    def clear(self) -> None:
        """Forget what was spent so far."""
        self._stop()
        self.spent.clear()


def watch() -> Clock:
    """Put a clock around every stage, wherever a module of the importers calls it by name."""
    clock = Clock()
    importlib.import_module("importers.pipeline")
    rooms = [module for name, module in sys.modules.items() if name.startswith("importers")]
    for stage, paths in STAGES:
        for path in paths:
            home, _, name = path.rpartition(".")
            original = getattr(importlib.import_module(home), name)
            timed = _timed(original, stage, clock)
            for module in rooms:
                if getattr(module, name, None) is original:
                    setattr(module, name, timed)
    return clock


def _timed(original: Callable[..., Any], stage: str, clock: Clock) -> Callable[..., Any]:
    lazy = inspect.isgeneratorfunction(original)

    @wraps(original)
    def timed(*given: Any, **named: Any) -> Any:
        clock.enter(stage)
        try:
            # a generator works while it is read, so it is read to its end here
            return iter(list(original(*given, **named))) if lazy else original(*given, **named)
        finally:
            clock.leave()

    return timed
