"""Two people who decide at the same moment, each with the store open: neither overwrites the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from db.changes import ChangeError
from db.connect import Store, open_store
from db.editing import parse_edit
from db.models import Status
from db.store import deciding
from tests.db.newsletters import AGAIN, BRIDGE, CAMP, act, ask, filled, uid_of

Deed = Callable[[Store], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "s.db")


@contextmanager
def waiting(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """Whoever has read what `deciding` reads with this function waits until the other has too, or for a moment where it cannot."""
    both, real = Barrier(2), getattr(deciding, name)

    def wait(*args: Any, **named: Any) -> Any:
        found = real(*args, **named)
        with suppress(BrokenBarrierError):
            both.wait(0.3)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(deciding, name, wait)
        yield


def at_once(path: Path, *deeds: Deed) -> list[object]:
    """What comes of the deeds, each with the store open for itself; a ChangeError is an answer too."""

    def does(deed: Deed) -> object:
        with open_store(path) as store:
            try:
                return deed(store)
            except ChangeError as error:
                return error

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(does, deeds))


def test_the_same_milestone_entered_by_two(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("title=Entered by a person", "date=2016-05", "kind=visit")
    edits = [one for text in texts for one in parse_edit(text, None, date(2017, 1, 1))]

    def entering(who: str) -> Deed:
        more = parse_edit(f"place=Place of {who}", None, date(2017, 1, 1))
        return lambda store: deciding.enter(store, [*edits, *more], act(who))

    with waiting(monkeypatch, "name_new"):
        uids = at_once(path, entering("ann"), entering("bob"))
    assert len(set(uids)) == 2
    with open_store(path) as store:
        places = ask(store, "select place from milestone where source_id is null order by place")
        assert places == [("Place of ann",), ("Place of bob",)]


def test_one_milestone_merged_by_two(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path) as store:
        bridge, again, camp = (uid_of(store, quote) for quote in (BRIDGE, AGAIN, CAMP))
    with waiting(monkeypatch, "_need"):
        at_once(
            path,
            lambda store: deciding.merge(store, [bridge, again], act("ann")),
            lambda store: deciding.merge(store, [camp, again], act("bob")),
        )
    with open_store(path) as store:
        assert len(ask(store, "select 1 from milestone where merged_into is null and uid in (?, ?, ?)", bridge, again, camp)) == 1
        assert len(ask(store, "select 1 from change where target = ?", again)) == 1, "neither takes it from the other"


def test_merged_into_what_another_rejects(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path) as store:
        bridge, again = (uid_of(store, quote) for quote in (BRIDGE, AGAIN))
    with waiting(monkeypatch, "_need"):
        merged, _ = at_once(
            path,
            lambda store: deciding.merge(store, [bridge, again], act("ann")),
            lambda store: deciding.judge(store, [bridge], Status.REJECTED, act("bob")),
        )
    with open_store(path) as store:
        [(first,)] = ask(store, "select field from change order by seq limit 1")
    assert isinstance(merged, ChangeError) is (first == "status")


def test_judged_by_two(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path) as store:
        bridge = uid_of(store, BRIDGE)
        deciding.judge(store, [bridge], Status.ACCEPTED, act())
    with waiting(monkeypatch, "_need"):
        at_once(
            path,
            lambda store: deciding.judge(store, [bridge], Status.REJECTED, act("ann")),
            lambda store: deciding.judge(store, [bridge], Status.ACCEPTED, act("bob")),
        )
    with open_store(path) as store:
        # whoever was the second has seen what the first did: bob after ann has something to do
        told = ask(store, "select who, new from change where target = ? and seq > 1 order by seq", bridge)
        assert told in ([("ann", "rejected"), ("bob", "accepted")], [("ann", "rejected")])
        [(status,)] = ask(store, "select status from milestone where uid = ?", bridge)
        assert status == told[-1][1]
