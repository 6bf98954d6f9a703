"""Measures Milepost, prints tables: speed beside dateparser's, cost of stages, memory, the store, opening the app, hostile texts.

    python -m tests.benchmarks.bench [speed] [stages] [archive] [memory] [store] [app] [hostile] [NAME OF A HOSTILE TEXT]...

Every measurement runs in a fresh process. Newsletters have other figures and names at every repetition.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tests.benchmarks.corpus import HOSTILE, ROOT, newsletters
from tests.benchmarks.stages import REST, STAGES
from tests.benchmarks.worker import WARM

ROUNDS = 3
"""How often each reader is measured, one after the other in turn; the median counts."""
SLOW_ROUNDS = 1
"""How often dateparser is measured where it has to guess the language, which takes it long."""
FILES = 42
"""Newsletters in the measurement of our own speed beside the ones that dateparser reads too."""
TARGET_RATIO, TARGET_SPEED = 25, 1.5
ARCHIVED = 210
"""Newsletters of an archive: what an office has printed in thirty years, and then some."""
MARKS = (10, 50, 200)
STORED = 100_000
"""Milestones in the store while its works are measured."""
MOST = {"import of 1000 milestones": 500, "correction of one field": 10}
"""Milliseconds that these works of the store may take."""
SHOWN = (200, 100_000, 1_000_000)
"""Milestones in the stores that the app is opened on."""
MOST_TIMES = 1.6
"""So many times as long as a bare Textual app may the app take to show its first milestone."""
MOST_MORE = 100
"""MB that it may hold beside what a bare one does."""
MOST_PAGE, MOST_COUNTS, MOST_PAUSE = 100, 300, 50
"""Milliseconds with 100,000 milestones: to another selection's page, to its counts, in which no key can be answered."""
SIZES = (1_250_000, 2_500_000, 5_000_000)
LIMIT = 20
"""Seconds that a hostile text of the greatest size may take."""
PATIENCE = 240
"""Seconds after which a measurement of a hostile text is given up."""


def run(*task: object, patience: float | None = None) -> dict[str, Any]:
    """The outcome of one measurement in a process of its own; with `patience`, what was known of it when that ran out."""
    words = [sys.executable, "-m", "tests.benchmarks.worker", *map(str, task)]
    try:
        told = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True, timeout=patience).stdout
    except subprocess.TimeoutExpired as late:
        told = (late.stdout or b"").decode() if isinstance(late.stdout, bytes) else late.stdout or ""
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{' '.join(words[3:])} failed:\n{failed.stderr}")
    lines = told.splitlines()
    return dict(json.loads(lines[-1])) if lines else {}


def table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    widths = [max(len(line[column]) for line in (heads, *rows)) for column in range(len(heads))]
    print(f"\n{title}\n")
    for line in (heads, tuple("-" * width for width in widths), *rows):
        cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        print("  " + "  ".join(cells).rstrip())


def speed() -> None:
    """Reading newsletters, finding dates alone, and dateparser on the same text, in turn."""
    tasks: dict[str, tuple[object, ...]] = {
        "Milepost, whole extraction": ("extraction",),
        "Milepost, find_dates alone": ("dates",),
        "dateparser, search_dates": ("dateparser", "any"),
        "dateparser, search_dates in English": ("dateparser", "en"),
    }
    rates: dict[str, list[float]] = {name: [] for name in tasks}
    count = len(newsletters())
    for turn in range(ROUNDS):
        for name, (task, *more) in tasks.items():
            if more == ["any"] and turn >= SLOW_ROUNDS:
                continue
            told = run(task, WARM + turn * count, count, *more)
            rates[name].append(told["bytes"] / told["seconds"] / 1e6)
    long = run("extraction", WARM, FILES)
    own = statistics.median(rates["Milepost, whole extraction"])
    rows = []
    for name, measured in rates.items():
        rate = statistics.median(measured)
        times = "" if name.startswith("Milepost") else f"{own / rate:.0f}"
        rows.append((name, f"{rate:.3f}", f"{min(measured):.3f} to {max(measured):.3f}", times))
    rows.append(
        (f"Milepost, {FILES} newsletters", f"{long['bytes'] / long['seconds'] / 1e6:.3f}", f"{long['bytes'] / 1e3:.0f} KB", "")
    )
    heads = ("the same newsletters", "MB/s", "range", "whole extraction is so many times as fast")
    table("Speed (seconds of the processor, after loading)", heads, rows)
    plain = statistics.median(rates["dateparser, search_dates"])
    print(f"\n  Loading word lists and the first {WARM} newsletters: {long['loaded']:.2f} s")
    print(f"  {_verdict(own / plain >= TARGET_RATIO)}: at least {TARGET_RATIO} times search_dates")
    print(f"  {_verdict(own >= TARGET_SPEED)}: at least {TARGET_SPEED} MB/s")


def stages() -> None:
    """Where the time goes."""
    told = run("stages", WARM, FILES)
    whole = sum(told["spent"].values())
    rows = []
    for name in (*(name for name, _ in STAGES), REST):
        seconds = told["spent"].get(name, 0.0)
        rows.append((name, f"{1e3 * seconds / (told['bytes'] / 1e5):.1f}", f"{100 * seconds / whole:.0f} %"))
    rows.append(("all", f"{1e3 * whole / (told['bytes'] / 1e5):.1f}", "100 %"))
    table("Cost of each stage (the clocks themselves cost a little)", ("stage", "ms per 100 KB", "share"), rows)


def archive() -> None:
    """An archive imported with one processor, and with all."""
    rows = []
    for processors in sorted({1, len(os.sched_getaffinity(0))}):
        told = run("archive", ARCHIVED, processors)
        rows.append((str(processors), f"{told['seconds']:.1f}", f"{told['bytes'] / told['seconds'] / 1e6:.3f}"))
    table(f"Importing {ARCHIVED} newsletters, from the start to the last one saved", ("processors", "s", "MB/s"), rows)


def memory() -> None:
    """Whether memory grows with the number of files."""
    peaks = {int(mark): most for mark, most in run("memory", *MARKS).items()}
    table("Memory", ("files read", "peak MB"), [(str(mark), f"{peaks[mark]:.1f}") for mark in MARKS])
    print(
        f"\n  {_verdict(peaks[MARKS[-1]] - peaks[MARKS[0]] < 4)}: no growth from {MARKS[0]} to {MARKS[-1]} files (less than 4 MB)"
    )


def store() -> None:
    """How long the store's works take, by the clock on the wall, with many milestones in it."""
    took = run("store", STORED)
    rows = [(work, f"{took[work]:.1f}", str(MOST.get(work, ""))) for work in took]
    table(f"The store with {STORED} milestones in it", ("work", "ms, median", "at most"), rows)
    for work, most in MOST.items():
        print(f"\n  {_verdict(took[work] < most)}: {work} in less than {most} ms", end="")
    print()


def app() -> None:
    """How long people wait for the first milestone, for a key, and for another selection; beside bare Textual where that can be."""
    rows, good, most = [], True, 0.0
    for count in SHOWN:
        told = run("opening", count)
        bare, own = (statistics.median(told["took"][name]) for name in ("bare", "milepost"))
        more = told["held"]["milepost"] - told["held"]["bare"]
        good, most = good and own <= MOST_TIMES * bare, max(most, more)
        rows.append(
            (f"{count:,}", f"{bare:.0f}", f"{own:.0f}", f"{max(told['took']['milepost']):.0f}", f"{own / bare:.2f}", f"{more:.0f}")
        )
    heads = ("milestones", "bare Textual, ms", "first title, ms", "longest", "times", "MB more than bare")
    table("Opening the app, from the start of the process (medians)", heads, rows)
    print(f"\n  {_verdict(good)}: at most {MOST_TIMES} times a bare Textual app")
    print(f"  {_verdict(most <= MOST_MORE)}: at most {MOST_MORE} MB more than a bare Textual app")
    answers: list[tuple[str, ...]] = []
    for count in SHOWN:
        for key, took in run("keys", count).items():
            bare, own = (statistics.median(took[name]) for name in ("bare", "milepost"))
            late, times, whole = _late(took["milepost"]), own / bare, statistics.median(took["milepost, all"])
            answers.append((f"{count:,}, {key}", f"{bare:.1f}", f"{own:.1f}", f"{late:.1f}", f"{times:.2f}", f"{whole:.0f}"))
    heads = ("milestones, key", "bare list, ms", "median, ms", "95th", "times", "all and the detail, ms")
    table("From a key to the first of its answer", heads, answers)
    for count in SHOWN[1:]:
        _selections(count)


def _selections(count: int) -> None:
    rows = []
    for step, measured in run("driven", count).items():
        cells = []
        for name in ("page", "counts", "pause", "work"):
            times = [one[name] for one in measured if name in one]
            cells += [f"{statistics.median(times):.0f}", f"{_late(times):.0f}"] if times else ["", ""]
        rows.append((step, *cells))
    heads = ("step", "page, ms", "95th", "counts, ms", "95th", "longest pause, ms", "95th", "of it own work", "95th")
    table(f"Another selection, with {count:,} milestones", heads, rows)
    if count == SHOWN[1]:
        wanted = f"pages in {MOST_PAGE} ms, counts in {MOST_COUNTS}, no pause of over {MOST_PAUSE}"
        print(f"\n  wanted (medians): {wanted}")


def _late(times: Sequence[float]) -> float:
    """The time that 95 of 100 keep within."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]


def hostile(chosen: list[str]) -> None:
    """Seconds for each hostile text, and how they grow with its size: exponent 1 is in proportion, 2 with the square."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        outcomes = pool.map(lambda name: run("hostile", name, *SIZES, patience=PATIENCE).get("runs", []), chosen)
        rows: list[tuple[str, ...]] = []
        good = True
        for name, runs in zip(chosen, outcomes, strict=True):
            times = [f"{one['seconds']:.2f}" for one in runs] + ["given up"] * (len(SIZES) - len(runs))
            power = _exponent(runs)
            good &= len(runs) == len(SIZES) and runs[-1]["seconds"] < LIMIT and power < 1.35
            most, said = (f"{runs[-1]['peak']:.0f}", str(runs[-1]["said"])) if runs else ("", "")
            rows.append((name, *times, f"{power:.2f}", most, said))
    sizes = tuple(f"{size / 1e6:g} MB, s" for size in SIZES)
    table("Hostile texts", ("text", *sizes, "exponent", "peak MB", "outcome"), rows)
    print(f"\n  {_verdict(good)}: {SIZES[-1] / 1e6:g} MB of each in less than {LIMIT} s, none growing with the square")


def _exponent(runs: list[dict[str, Any]]) -> float:
    if len(runs) < 2 or runs[0]["seconds"] < 0.01:
        return math.nan if len(runs) < 2 else 1.0
    first, last = runs[0], runs[-1]
    return math.log(last["seconds"] / first["seconds"]) / math.log(last["size"] / first["size"])


def _verdict(good: bool) -> str:
    return "met" if good else "MISSED"


def main(words: list[str]) -> None:
    """Run the parts that are named, or all."""
    parts = {"speed": speed, "stages": stages, "archive": archive, "memory": memory, "store": store, "app": app}
    texts = [word for word in words if word in HOSTILE]
    if unknown := [word for word in words if word not in {*parts, *HOSTILE, "hostile"}]:
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join([*parts, 'hostile', *HOSTILE])}")
    for name, part in parts.items():
        if not words or name in words:
            part()
    if texts or not words or "hostile" in words:
        hostile(texts or list(HOSTILE))


if __name__ == "__main__":
    main(sys.argv[1:])
