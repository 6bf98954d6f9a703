"""Somebody at work on a store that others use too: `python -m tests.soak.at_once STORE NAME SECONDS correct|import`.

Prints, as JSON, what was acknowledged, what was refused because somebody was quicker, and anything else that a person would see.
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import date
from pathlib import Path

from db.changes import StaleError
from db.connect import StoreError, open_store
from db.editing import parse_edit
from db.queries.history import standing
from db.store import deciding
from db.store.readings import save_reading
from tests.db.newsletters import ask
from tests.soak.killing import issue


def main(path: Path, name: str, seconds: float, work: str) -> dict[str, object]:
    """Work until the time is over."""
    done: list[tuple[str, str]] = []
    stale, undone = 0, 0
    troubles: list[str] = []
    chance = random.Random(name)
    end = time.monotonic() + seconds
    nr = 0
    with open_store(path) as store:
        uids = [uid for (uid,) in ask(store, "select uid from milestone where quote not like '%guild%' order by uid")]
        # on a busy machine a program may have come to nothing yet when the time is over
        while time.monotonic() < end or (not done and nr < 1000):
            nr += 1
            step = f"{name}{nr}"
            try:
                if work == "import":
                    save_reading(store, issue(f"{name}x{nr}"), at="2020")
                    done.append((step, f"{name}x{nr}.txt"))
                    continue
                if nr % 10 == 0:
                    undone += bool(deciding.take_back(store, deciding.Act(name, "2020", step)))
                    continue
                # Both are after the same few milestones and fields.
                uid = chance.choice(uids[:3])
                found = standing(store.connection, uid)
                assert found is not None
                edits = parse_edit(f"place={name} {nr}", found.milestone, date(2020, 1, 1))
                deciding.edit(store, {uid: edits}, deciding.Act(name, "2020", step), seen={uid: found.milestone})
                done.append((step, f"{name} {nr}"))
            except StaleError:
                stale += 1
            except StoreError as error:
                troubles.append(str(error))
    return {"done": done, "stale": stale, "undone": undone, "troubles": troubles}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4])))
