"""What hangs together by merging: which milestones have to be settled with which, and what really stands for another.

A person merges milestones that tell one event; one of them stands for all. Where it no longer can, because its source was removed
or its entry taken back, the others come to light again, so that nothing that a newsletter tells is lost from sight.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

_KIN = (
    "select new from change where target in (select value from json_each(?1)) and field = 'merged_into' and new <> '' "
    "union select target from change where field = 'merged_into' and new in (select value from json_each(?1))"
)


def family(connection: sqlite3.Connection, uids: Iterable[str]) -> list[str]:
    """These milestones, and all that were ever merged into them, or they into, over any number of steps; each once, these first."""
    found = dict.fromkeys(uids)
    fresh = list(found)
    if not connection.execute("select 1 from change where field = 'merged_into' limit 1").fetchone():
        return fresh
    while fresh:
        kin = [uid for (uid,) in connection.execute(_KIN, (json.dumps(fresh),)) if uid not in found]
        found |= dict.fromkeys(kin)
        fresh = kin
    return list(found)


def standing_merges(
    connection: sqlite3.Connection, decided: Mapping[str, str], sources: Mapping[str, int | None]
) -> dict[str, str]:
    """Of the decisions to merge (uid -> uid) those that hold: where somewhere up the chain a milestone stands.

    `sources` has every milestone that is there with the key of its source. Where merges run in a circle, as those of two offices
    may, the least uid stands.
    """
    if not decided:
        return {}
    removed = {key for (key,) in connection.execute("select id from source where removed = 1")}
    holding: dict[str, str] = {}
    for uid, into in decided.items():
        way: list[str] = []
        up: str | None = into
        while up is not None and up != uid and up not in way:
            way.append(up)
            up = decided.get(up)
        stands = any(one in sources and sources[one] not in removed for one in way)
        if stands and not (up == uid and uid < min(way)):
            holding[uid] = into
    return holding
