"""The process that the app imports in: reading is work for a processor, and a thread of the app's own would hold up its screen.

    python -c "from tui.imports.worker import main; main()" STORE PATH

Prints one JSON object a line, as each thing happens: `{"files", "mark"}` first, then for each file `{"reading"}` and what became
of it (an `Outcome`), or `{"trouble"}` where the store cannot be used. Ended by SIGTERM it takes the file in hand back.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from db.connect import StoreError, open_store
from db.queries.where import last_key
from tui.config.names import take_names
from tui.imports.files import newsletters
from tui.imports.outcome import Outcome
from tui.imports.saving import import_all


def main() -> None:
    """Import PATH (a file, a folder, a pattern) into STORE, which is made where there is something to import."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    store_path, path = (Path(word) for word in sys.argv[1:3])
    take_names()
    wanted = list(newsletters([path]))
    try:
        _import(store_path, wanted)
    except StoreError as error:
        _say({"trouble": str(error)})
    except SystemExit as end:
        # a stop can come while a lock of those who read is held, for which Python would wait at its end
        os._exit(1 if end.code else 0)


def _import(store_path: Path, wanted: list[Path | Outcome]) -> None:
    if all(isinstance(entry, Outcome) for entry in wanted):
        # a typed path that leads nowhere makes no store
        _say({"files": len(wanted), "mark": 0})
        for entry in wanted:
            _say(asdict(entry))  # type: ignore[arg-type]
        return
    with open_store(store_path, create=True) as store:
        mark = last_key(store.connection)
        _say({"files": sum(not (isinstance(entry, Outcome) and entry.note) for entry in wanted), "mark": mark})
        done = import_all(store, wanted)
        for entry in wanted:
            if isinstance(entry, Path):
                _say({"reading": str(entry)})
            _say(asdict(next(done)))


def _say(event: dict[str, object]) -> None:
    print(json.dumps(event), flush=True)  # noqa: T201 - these lines are the answer
