"""One measurement in a process of its own: `python -m tests.benchmarks.worker TASK ARGUMENTS`, which prints its outcome as JSON.

Times are seconds of the processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks import corpus

TODAY = date(2018, 3, 1)
WARM = 7
"""Newsletters that are read before the clock starts: word lists are loaded and patterns compiled by then."""


def _batch(first: int, count: int) -> list[tuple[str, bytes]]:
    """Newsletters number `first` and following, none of them equal to one of the warm-up."""
    return list(corpus.repetitions(first + count))[first:]


def _rate(read: Callable[[str, bytes], object], first: int, count: int) -> dict[str, float]:
    begun = time.process_time()
    for name, data in _batch(0, WARM):
        read(name, data)
    loaded = time.process_time() - begun
    texts = _batch(first, count)
    begun = time.process_time()
    for name, data in texts:
        read(name, data)
    seconds = time.process_time() - begun
    return {"seconds": seconds, "bytes": sum(len(data) for _, data in texts), "loaded": loaded}


def extraction(first: int, count: int) -> dict[str, float]:
    """Speed of reading newsletters."""
    from importers.pipeline import read_newsletter

    return _rate(lambda name, data: read_newsletter(data, name, today=TODAY), first, count)


def dates(first: int, count: int) -> dict[str, float]:
    """Speed of finding nothing but dates."""
    from importers.dates import find_dates

    return _rate(lambda _, data: find_dates(data.decode(), TODAY), first, count)


def dateparser(first: int, count: int, languages: str) -> dict[str, float]:
    """Speed of dateparser's search, which finds dates only; `languages` is `any` or a code that spares it the guess."""
    from dateparser.search import search_dates

    known = None if languages == "any" else [languages]
    return _rate(lambda _, data: search_dates(data.decode(), languages=known), first, count)


def stages(first: int, count: int) -> dict[str, Any]:
    """Seconds spent in each stage."""
    from tests.benchmarks.stages import watch

    clock = watch()
    from importers import pipeline

    for name, data in _batch(0, WARM):
        pipeline.read_newsletter(data, name, today=TODAY)
    texts = _batch(first, count)
    clock.clear()
    for name, data in texts:
        pipeline.read_newsletter(data, name, today=TODAY)
    clock.leave()
    return {"bytes": sum(len(data) for _, data in texts), "spent": dict(clock.spent)}


def archive(count: int, processors: int) -> dict[str, float]:
    """Seconds on the clock until `count` newsletters are read and saved with the first so many processors of this machine."""
    from db.connect import open_store
    from tui.imports.saving import Piped, import_all

    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])
    texts = [Piped(name, data) for name, data in corpus.repetitions(count)]
    with TemporaryDirectory() as folder, open_store(Path(folder, "archive.db"), create=True) as store:
        begun = time.perf_counter()
        read = sum(outcome.report is not None for outcome in import_all(store, texts))
        seconds = time.perf_counter() - begun
    if read != count:
        raise AssertionError(f"{count - read} newsletters were not read")
    return {"seconds": seconds, "bytes": sum(len(text.data) for text in texts)}


def memory(*marks: int) -> dict[str, float]:
    """Peak of the process's memory in MB after so many files."""
    from importers.pipeline import read_newsletter

    peaks = {}
    for number, (name, data) in enumerate(corpus.repetitions(max(marks)), 1):
        read_newsletter(data, name, today=TODAY)
        if number in marks:
            peaks[str(number)] = peak()
    return peaks


def peak() -> float:
    """The most memory that this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def hostile(name: str, *sizes: int) -> dict[str, Any]:
    """Seconds, milestones and the mean confidence for a hostile text of each size, one line for each as soon as it is known."""
    from importers.pipeline import read_newsletter
    from importers.readers.decode import ReadError

    read_newsletter(b"In May 2016 an office was opened in Osh.", "warm.txt", today=TODAY)
    runs = []
    for size in sizes:
        data = corpus.hostile(name, size)
        begun = time.process_time()
        try:
            sure = [milestone.confidence for milestone in read_newsletter(data, "hostile.txt", today=TODAY).milestones]
            said = f"{len(sure)} milestones" + (f", confidence {sum(sure) / len(sure):.2f}" if sure else "")
        except ReadError:
            said = "refused"
        runs.append({"size": size, "seconds": time.process_time() - begun, "said": said, "peak": peak()})
        print(json.dumps({"runs": runs}), flush=True)
    return {"runs": runs}


def opening(count: int) -> dict[str, Any]:
    """Milliseconds until the app shows a milestone, and a bare one its text; MB that each holds then."""
    from tests.benchmarks.app import opening

    return opening(count)


def keys(count: int) -> dict[str, dict[str, list[float]]]:
    """Milliseconds until the app answers a key, and a bare list does."""
    from tests.benchmarks.app import keys

    return keys(count)


def driven(count: int) -> dict[str, Any]:
    """Milliseconds until another selection is shown and counted, and how long the app could not answer meanwhile."""
    from tests.benchmarks.driven import driven

    return driven(count)


def store(count: int) -> dict[str, float]:
    """Milliseconds for the store's works with so many milestones in it."""
    from tests.benchmarks.store import measure

    return measure(count)


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    task.__name__: task for task in (extraction, dates, dateparser, stages, archive, memory, store, opening, keys, driven, hostile)
}


if __name__ == "__main__":
    given = [int(argument) if argument.isdigit() else argument for argument in sys.argv[2:]]
    print(json.dumps(TASKS[sys.argv[1]](*given)), flush=True)
