"""Decisions in the store: recorded once, settled at once, taken back step by step; the results always equal `settle`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from db.changes import Change, ChangeError, settle
from db.connect import Store, StoreError, open_store
from db.facts import loads
from db.models import Article, Evidence, Kind, Milestone, Reading, Source
from db.queries.views import SavedView, saved_views
from db.store.corrections import record
from db.store.deciding import Act, take_back
from db.store.readings import save_reading
from db.store.results import resettle
from db.store.views import remove_view, save_view
from db.when import When, WhenError

BRIDGE = "A new checkpoint with a laboratory was opened at the river bridge near Termez in May."
COURSE = "Twenty officers finished a course on precursor control in Bishkek on 3 June 2014."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    text = f"{BRIDGE}\n\n{COURSE}"
    milestones = (
        Milestone("Checkpoint opened", When("2016-05"), Kind.OPENING, evidence=Evidence(((0, len(BRIDGE)),), BRIDGE)),
        Milestone(
            "Officers trained", When("2014-06-03"), Kind.TRAINING, evidence=Evidence(((len(BRIDGE) + 2, len(text)),), COURSE)
        ),
    )
    source = Source("issue.txt", "River news", text, "sha")
    with open_store(tmp_path / "s.db", create=True) as opened:
        save_reading(opened, Reading(source, (Article("", text),), milestones, "1"), at="")
        yield opened


def ask(store: Store, sql: str, *values: Any) -> list[Any]:
    return store.connection.execute(sql, values).fetchall()


def uid_of(store: Store, kind: str) -> str:
    return str(ask(store, "select uid from milestone where kind = ?", kind)[0][0])


class People:
    """Who gives each step and change a name of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.steps = 0

    def do(self, who: str, target: str, *made: tuple[str, str, str | None]) -> tuple[Change, ...]:
        self.steps += 1
        name = f"{who}{self.steps}"
        return record(
            self.store,
            [
                Change(f"{name}.{nr}", name, 0, None, target, field, op, None, new, who, "2020")
                for nr, (field, op, new) in enumerate(made)
            ],
        )

    def take_back(self, who: str, *, redo: bool = False) -> int:
        self.steps += 1
        return len(take_back(self.store, Act(who, "2020", f"{who}{self.steps}"), redo=redo))


def test_a_change_is_recorded_and_settled(store: Store) -> None:
    uid = uid_of(store, "opening")
    people = People(store)
    [first, second] = people.do("ann", uid, ("title", "set", "Checkpoint inaugurated"), ("country:UZ", "add", "location"))
    [third] = people.do("bob", uid, ("title", "set", "Bridge checkpoint opened"))
    assert [(each.seq, each.base, each.old) for each in (first, second, third)] == [
        (1, None, "Checkpoint opened"),
        (2, None, None),
        (3, first.cid, "Checkpoint inaugurated"),
    ]
    columns = ", ".join(field.name for field in fields(Change))
    assert [Change(*row) for row in ask(store, f"select {columns} from change order by seq")] == [first, second, third]
    assert ask(store, "select title, countries, edited from milestone where uid = ?", uid) == [
        ("Bridge checkpoint opened", "UZ", 1)
    ]
    assert ask(store, "select title from milestone_fts where milestone_fts match 'bridge opened'") == [
        ("Bridge checkpoint opened",)
    ]
    assert ask(store, "select count(*) from milestone_fts where milestone_fts match 'inaugurated'") == [(0,)]


def test_a_retry_does_no_harm(store: Store) -> None:
    change = Change("c1", "s1", 0, None, uid_of(store, "opening"), "place", "set", None, "Termez", "ann", "2020")
    assert len(record(store, [change])) == 1
    assert record(store, [change]) == ()
    assert ask(store, "select count(*) from change") == [(1,)]
    assert record(store, []) == ()


@pytest.mark.parametrize(
    ("target", "field", "op", "new", "words"),
    [
        (None, "date", "set", "2016-02-30", "2016-02-30"),
        (None, "kind", "set", "jamboree", "none of"),
        (None, "country:XXX", "add", "location", "no country code"),
        ("nobody", "title", "set", "A title of its own", "needs a title, a date and a kind"),
        (None, "merged_into", "set", "nobody", "no milestone nobody"),
        (None, "merged_into", "set", "itself", "the same"),
    ],
)
def test_what_cannot_be_leaves_no_trace(store: Store, target: str | None, field: str, op: str, new: str, words: str) -> None:
    uid = target or uid_of(store, "opening")
    new = uid if new == "itself" else new
    before = list(store.connection.iterdump())
    changes = [
        Change("c1", "s1", 0, None, uid, "note", "set", None, "the one before it", "ann", ""),
        Change("c2", "s1", 0, None, uid, field, op, None, new, "ann", ""),
    ]
    with pytest.raises((ChangeError, WhenError)) as caught:
        record(store, changes)
    assert words in str(caught.value)
    assert list(store.connection.iterdump()) == before


def test_merging(store: Store) -> None:
    one, other = uid_of(store, "opening"), uid_of(store, "training")
    people = People(store)
    people.do("ann", one, ("merged_into", "set", other))
    assert ask(store, "select merged_into, edited from milestone where uid = ?", one) == [(other, 0)]
    with pytest.raises(ChangeError, match="itself"):
        people.do("ann", other, ("merged_into", "set", one))
    people.take_back("ann")
    assert ask(store, "select merged_into from milestone where uid = ?", one) == [(None,)]


def test_entered_by_hand_undone_redone(store: Store) -> None:
    people = People(store)
    people.do("ann", "handmade", ("title", "set", "Entered by a person"), ("date", "set", "2019~"), ("kind", "set", "visit"))
    row = ask(store, "select title, date, basis, kind, source_id, quote, edited, confidence from milestone where uid = 'handmade'")
    assert row == [("Entered by a person", "2019~", "edited", "visit", None, "", 1, 1.0)]
    assert people.take_back("ann") == 3
    assert ask(store, "select count(*) from milestone where uid = 'handmade'") == [(0,)]
    assert people.take_back("ann", redo=True) == 3
    assert (
        ask(store, "select title, date, basis, kind, source_id, quote, edited, confidence from milestone where uid = 'handmade'")
        == row
    )


def test_undo_after_a_restart(store: Store) -> None:
    before = ask(store, "select * from milestone order by uid")
    people = People(store)
    people.do("ann", uid_of(store, "opening"), ("title", "set", "Checkpoint inaugurated"), ("donor:Japan/JICA", "add", ""))
    people.do("ann", uid_of(store, "training"), ("status", "set", "rejected"))
    with open_store(store.path) as again:
        people.store = again
        assert [people.take_back("ann") for _ in range(3)] == [1, 2, 0]
        assert ask(again, "select * from milestone order by uid") == before
        assert people.take_back("bob") == 0
        assert [people.take_back("ann", redo=True) for _ in range(3)] == [2, 1, 0]
        assert ask(again, "select status from milestone order by kind") == [("new",), ("rejected",)]


def test_results_are_what_settle_says(store: Store) -> None:
    people = People(store)
    opening, training = uid_of(store, "opening"), uid_of(store, "training")
    people.do("ann", opening, ("title", "set", "Checkpoint inaugurated"), ("amount:USD 5", "add", ""))
    people.do("bob", training, ("status", "set", "accepted"), ("partner:River Guild", "add", ""), ("partner:X", "add", ""))
    people.do("bob", training, ("partner:X", "remove", None))
    people.take_back("ann")
    columns = ", ".join(field.name for field in fields(Change))
    for uid, facts in ask(store, "select uid, facts from reading"):
        settled = settle(loads(facts), [Change(*row) for row in ask(store, f"select {columns} from change where target = ?", uid)])
        assert settled is not None
        row = ask(store, "select title, date, status, partners, amounts, edited from milestone where uid = ?", uid)
        told = settled.milestone
        assert row == [
            (
                told.title,
                told.when.edtf,
                told.status,
                "; ".join(told.partners),
                "; ".join(map(str, told.amounts)),
                settled.corrected,
            )
        ]
    with store.connection:
        assert resettle(store.connection, [opening, training]) == 0, "nothing is left to be written"
    assert ask(store, "insert into milestone_fts (milestone_fts, rank) values ('integrity-check', 1) returning 1") == [(1,)]


def test_a_store_for_reading_only(store: Store) -> None:
    with open_store(store.path, readonly=True) as other, pytest.raises(StoreError, match="reading only"):
        People(other).do("ann", uid_of(store, "opening"), ("place", "set", "Osh"))


def test_saved_views(store: Store) -> None:
    save_view(store, "  Uzbekistan,\n by Japan ", "country:uz donor:japan", at="2020")
    save_view(store, "Trainings", "kind:training", at="2020")
    save_view(store, "Trainings", "kind:training -is:mentioned", at="2021")
    save_view(store, "drafts", "status:new", at="2020")
    assert saved_views(store.connection) == (
        SavedView("drafts", "status:new", "2020"),
        SavedView("Trainings", "kind:training -is:mentioned", "2021"),
        SavedView("Uzbekistan, by Japan", "country:uz donor:japan", "2020"),
    )
    assert remove_view(store, "Trainings")
    assert not remove_view(store, "Trainings")
    for name in ("", " \n", "x" * 61):
        with pytest.raises(ChangeError, match="1 to 60"):
            save_view(store, name, "", at="2020")
