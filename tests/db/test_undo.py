"""Undo and redo, by several people at one desk, and the laws that settle keeps under any history."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.changes import Change, placed, settle
from db.models import CountryRole, Donor, Kind, Milestone, Role, Status
from db.undo import inverse, stacks
from db.when import When

READ = Milestone(
    "Checkpoint opened at the bridge",
    When("2016-05"),
    Kind.OPENING,
    countries=(CountryRole("UZ", Role.LOCATION), CountryRole("AF", Role.BENEFICIARY)),
    donors=(Donor("Japan", "JICA"), Donor("European Union")),
)


def change(
    field: str, new: str | None, op: str = "set", *, seq: int = 1, cid: str, step: str, who: str = "ann", **more: Any
) -> Change:
    return Change(cid, step, seq, more.get("base"), "m1", field, op, more.get("old"), new, who, "")


# A desk of several people, as the store keeps it


class Desk:
    """The record of one milestone, without any store."""

    def __init__(self, reading: Milestone | None = READ) -> None:
        self.reading = reading
        self.changes: list[Change] = []
        self.count = 0

    def do(self, who: str, *made: tuple[str, str, str | None]) -> None:
        self.count += 1
        self._record(
            [
                change(field, new, op, seq=0, cid=f"{who}{self.count}.{nr}", step=f"{who}{self.count}", who=who)
                for nr, (field, op, new) in enumerate(made)
            ]
        )

    def take_back(self, who: str, *, redo: bool = False) -> bool:
        for step in reversed(stacks(each.step for each in self.changes if each.who == who)[redo]):
            self.count += 1
            made = inverse(self.changes, step, mine=f"{who}{self.count}", who=who, at="")
            if made:
                self._record(made)
                return True
        return False

    def _record(self, made: Sequence[Change]) -> None:
        for each in made:
            seq = max((known.seq for known in self.changes), default=0) + 1
            self.changes.append(placed(each, self.changes, settle(self.reading, self.changes), seq))

    @property
    def now(self) -> Milestone | None:
        result = settle(self.reading, self.changes)
        return result.milestone if result else None


def test_undo_and_redo_one_step_after_the_other() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "First title of it"), ("country:KZ", "add", "location"))
    first = desk.now
    desk.do("ann", ("title", "set", "Second title of it"), ("country:UZ", "remove", None))
    second = desk.now
    seen = []
    for redo in (False, False, False, True, True, True, False, True, False, False):
        desk.take_back("ann", redo=redo)
        seen.append(desk.now)
    assert seen == [first, READ, READ, first, second, second, first, second, first, READ]


def test_anything_newer_clears_redo() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "First title of it"))
    assert desk.take_back("ann")
    desk.do("ann", ("place", "set", "Osh"))
    assert not desk.take_back("ann", redo=True)
    assert desk.now == replace(READ, place="Osh")


def test_a_step_is_taken_back_wholly_or_not_at_all() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "Title after Ann"), ("place", "set", "Osh"))
    desk.do("bob", ("title", "set", "Title after Bob"))
    assert not desk.take_back("ann")
    assert desk.now == replace(READ, title="Title after Bob", place="Osh")


def test_one_takes_back_ones_own() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "Title after Ann"))
    desk.do("bob", ("place", "set", "Osh"))
    assert desk.take_back("ann")
    assert desk.now == replace(READ, place="Osh")
    assert not desk.take_back("ann")
    assert desk.take_back("bob")
    assert desk.now == READ


def test_what_another_changed_since_is_left_alone() -> None:
    desk = Desk()
    desk.do("ann", ("place", "set", "Khorog"))
    desk.do("ann", ("title", "set", "Title after Ann"))
    desk.do("bob", ("title", "set", "Title after Bob"))
    assert desk.take_back("ann"), "the newer step no longer stands, so the older one is next"
    assert desk.now == replace(READ, title="Title after Bob")
    assert desk.take_back("bob")
    assert desk.now == replace(READ, title="Title after Ann")
    assert desk.take_back("ann")
    assert desk.now == READ


def test_undo_returns_to_the_reading_not_to_its_old_text() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "Title after Ann"), ("country:UZ", "add", "participant"))
    desk.reading = replace(READ, title="Read better meanwhile", countries=(CountryRole("UZ", Role.BENEFICIARY),))
    desk.take_back("ann")
    assert desk.now == desk.reading


def test_undo_where_the_earlier_change_is_not_known() -> None:
    known = [
        change("title", "Title after Ann", cid="c1", step="s1", base="elsewhere", old="Title after Bob"),
        change("country:KZ", None, "remove", cid="c2", step="s1", base="elsewhere", old="location"),
        change("donor:Sweden", "", "add", cid="c3", step="s1", base="elsewhere"),
    ]
    made = inverse(known, "s1", mine="u", who="ann", at="")
    assert {(each.field, each.op, each.new) for each in made} == {
        ("title", "set", "Title after Bob"),
        ("country:KZ", "add", "location"),
        ("donor:Sweden", "remove", None),
    }


def test_one_field_twice_in_a_step() -> None:
    desk = Desk()
    desk.do("ann", ("title", "set", "First title of it"))
    desk.do("ann", ("title", "set", "Second title of it"), ("title", "set", "Third title of it"))
    assert desk.now == replace(READ, title="Third title of it")
    desk.take_back("ann")
    assert desk.now == replace(READ, title="First title of it")


def test_entering_can_be_undone_and_redone() -> None:
    desk = Desk(None)
    desk.do("ann", ("title", "set", "Entered by a person"), ("date", "set", "2019"), ("kind", "set", "visit"))
    entered = desk.now
    assert entered is not None
    desk.take_back("ann")
    assert desk.now is None
    desk.take_back("ann", redo=True)
    assert desk.now == entered


DECISIONS = st.one_of(
    st.tuples(st.just("title"), st.just("set"), st.sampled_from(["Title of one kind", "Title of another", READ.title])),
    st.tuples(st.just("date"), st.just("set"), st.sampled_from(["2016", "2016-05", "2016-05-13", "2015/.."])),
    st.tuples(st.just("status"), st.just("set"), st.sampled_from(list(Status))),
    st.tuples(st.just("merged_into"), st.just("set"), st.sampled_from(["m2", "m3", ""])),
    st.tuples(st.sampled_from(["country:UZ", "country:KZ", "country:AF"]), st.just("add"), st.sampled_from(list(Role))),
    st.tuples(
        st.sampled_from(["country:UZ", "country:KZ", "donor:Japan/JICA", "donor:Sweden", "partner:x"]), st.just("remove"), st.none()
    ),
    st.tuples(
        st.sampled_from(["donor:Japan/JICA", "donor:Sweden", "amount:USD 1380000", "amount:EUR 5", "partner:x"]),
        st.just("add"),
        st.just(""),
    ),
)
ACTS: st.SearchStrategy[list[Any]] = st.lists(
    st.one_of(
        st.tuples(st.just("do"), st.sampled_from(["ann", "bob"]), st.lists(DECISIONS, min_size=1, max_size=3)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.sampled_from(["ann", "bob"]), st.just([])),
    ),
    max_size=14,
)


def play(acts: list[Any]) -> Desk:
    desk = Desk()
    for act, who, made in acts:
        if act == "do":
            desk.do(who, *made)
        else:
            desk.take_back(who, redo=act == "redo")
    return desk


@given(ACTS, st.randoms(use_true_random=False))
def test_settle_heeds_no_order(acts: list[Any], chance: random.Random) -> None:
    desk = play(acts)
    shuffled = desk.changes * 2
    chance.shuffle(shuffled)
    assert settle(READ, shuffled) == settle(READ, desk.changes)


@given(ACTS)
def test_undo_of_everything_gives_the_reading_back(acts: list[Any]) -> None:
    desk = play(acts)
    while desk.take_back("ann") or desk.take_back("bob"):
        pass
    assert settle(READ, desk.changes) == settle(READ, [])
