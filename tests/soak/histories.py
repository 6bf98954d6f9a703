"""A machine that does to a store whatever people and imports do, in any order, and checks the laws after every step."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from db.changes import Change, ChangeError, settle
from db.connect import Store, open_store
from db.editing import FIELDS, parse_edit
from db.facts import loads
from db.models import Milestone, Status
from db.queries.details import detail
from db.queries.history import standing
from db.store import deciding
from db.store.results import out_of_step
from db.when import When
from tests.db.newsletters import AGAIN, BRIDGE, CAMP, COURSE, ROOF, TALKS, TOLD, ask, newsletter, save

PEOPLE = st.sampled_from(["ann", "bob"])
NR = st.integers(0, 7)
TYPED = st.sampled_from(
    """
    title=The first title of two|title=The second title of two|date=13 May 2016|date=2015|kind=visit|kind=opening|planned=yes
    |place=Osh|place=|series=talks #2|country+=KZ:participant|country-=UZ|country=AF; TJ|countries=|donor+=Sweden|donor-=Japan/JICA
    |donors=Japan/JICA|amount=EUR 5|amount+=USD 7|partner+=Lake Club|note=one|note=|level=mentioned
    """.strip().split("|")
)
READ = st.sampled_from([(BRIDGE, COURSE, TALKS, ROOF), (BRIDGE, COURSE, TALKS), (TALKS, BRIDGE, COURSE), (AGAIN, CAMP), (CAMP,)])
OTHERWISE: Sequence[dict[str, Any]] = (
    {},
    {"opening": replace(TOLD[BRIDGE], title="Read better meanwhile", when=When("2016-05-20"))},
    {"opening": replace(TOLD[BRIDGE], countries=(), donors=(), place="Hairaton"), "training": replace(TOLD[COURSE], planned=True)},
)


class Histories(RuleBasedStateMachine):
    """One store from its making to the undoing of everything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="milepost-")
        self.path = Path(self.folder.name) / "s.db"
        self.store: Store = open_store(self.path, create=True)
        # What is lost with a crash is for others to test: here only what comes of it counts.
        self.store.connection.execute("pragma synchronous = off")
        self.steps = 0
        self.acknowledged: dict[str, Change] = {}
        self.importer = 0
        save(self.store, newsletter(BRIDGE, COURSE, TALKS, ROOF))
        save(self.store, newsletter(AGAIN, CAMP, file="two.txt"))

    def act(self, who: str) -> deciding.Act:
        self.steps += 1
        return deciding.Act(who, "2020", f"s{self.steps}")

    def uid(self, nr: int) -> str | None:
        uids = [uid for (uid,) in ask(self.store, "select uid from milestone order by quote, uid")]
        return uids[nr % len(uids)] if uids else None

    def keep(self, changes: Sequence[Change]) -> None:
        self.acknowledged |= {change.cid: change for change in changes}

    @rule(read=READ, otherwise=st.sampled_from(OTHERWISE), known=st.booleans())
    def an_import(self, read: tuple[str, ...], otherwise: dict[str, Milestone], known: bool) -> None:
        self.importer += not known
        file = "two.txt" if CAMP in read else "one.txt"
        save(self.store, newsletter(*read, file=file, importer=str(self.importer), **otherwise))

    @rule(who=PEOPLE, nr=NR, texts=st.lists(TYPED, min_size=1, max_size=3))
    def a_correction(self, who: str, nr: int, texts: list[str]) -> None:
        if uid := self.uid(nr):
            found = standing(self.store.connection, uid)
            assert found is not None
            try:
                edits = [one for text in texts for one in parse_edit(text, found.milestone, date(2017, 1, 1))]
            except ChangeError:
                return  # what is not there cannot be taken away
            self.keep(deciding.edit(self.store, {uid: edits}, self.act(who), seen={uid: found.milestone}))

    @rule(who=PEOPLE, title=st.sampled_from(["Entered by a person", "Entered by another"]))
    def an_entry(self, who: str, title: str) -> None:
        texts = (f"title={title}", "date=2016-05", "kind=visit", "donor+=Sweden")
        deciding.enter(self.store, [one for text in texts for one in parse_edit(text, None, date(2017, 1, 1))], self.act(who))

    @rule(who=PEOPLE, nr=NR, status=st.sampled_from(Status))
    def a_judgement(self, who: str, nr: int, status: Status) -> None:
        if uid := self.uid(nr):
            self.keep(deciding.judge(self.store, [uid], status, self.act(who)))

    @rule(who=PEOPLE, one=NR, other=NR, apart=st.booleans())
    def a_merge(self, who: str, one: int, other: int, apart: bool) -> None:
        first, second = self.uid(one), self.uid(other)
        if first and second:
            try:
                (deciding.set_apart if apart else deciding.merge)(self.store, [first, second], self.act(who))
            except ChangeError:
                return

    @rule(who=PEOPLE, nr=NR)
    def an_unmerge(self, who: str, nr: int) -> None:
        if uid := self.uid(nr):
            try:
                self.keep(deciding.unmerge(self.store, [uid], self.act(who)))
            except ChangeError:
                return

    @rule(who=PEOPLE, nr=NR, fields=st.sets(st.sampled_from(FIELDS[:10]), min_size=1, max_size=3))
    def a_return(self, who: str, nr: int, fields: set[str]) -> None:
        if (uid := self.uid(nr)) and ask(self.store, "select 1 from reading where uid = ?", uid):
            self.keep(deciding.as_read(self.store, [uid], sorted(fields), self.act(who)))

    @rule(who=PEOPLE, nr=st.integers(1, 2), remove=st.booleans())
    def a_source(self, who: str, nr: int, remove: bool) -> None:
        [(uid,)] = ask(self.store, "select uid from source where id = ?", nr)
        if remove:
            self.keep(deciding.remove_sources(self.store, [uid], self.act(who)))
        else:
            self.keep(deciding.rename_source(self.store, uid, f"Bulletin {self.steps}", self.act(who)))

    @rule(who=PEOPLE, redo=st.booleans(), times=st.integers(1, 4))
    def an_undo(self, who: str, redo: bool, times: int) -> None:
        for _ in range(times):
            self._take_back(who, redo=redo)

    def _take_back(self, who: str, *, redo: bool = False) -> bool:
        made = deciding.take_back(self.store, self.act(who), redo=redo)
        self.keep(made)
        return bool(made)

    @rule()
    def a_restart(self) -> None:
        self.store.close()
        self.store = open_store(self.path)
        self.store.connection.execute("pragma synchronous = off")

    @invariant()
    def the_results_are_what_settle_says(self) -> None:
        uids = [
            uid
            for (uid,) in ask(self.store, "select uid from reading union select uid from milestone union select target from change")
        ]
        sources = {uid for (uid,) in ask(self.store, "select uid from source")}
        assert out_of_step(self.store.connection, [uid for uid in uids if uid not in sources]) == []
        removed = {
            uid for (uid,) in ask(self.store, "select m.uid from milestone m join source s on s.id = m.source_id where s.removed")
        }
        for uid in uids:
            settled = settle(self._reading(uid), self._changes(uid)) if uid not in sources else None
            row = ask(self.store, "select merged_into, gone, edited from milestone where uid = ?", uid)
            assert bool(row) == (settled is not None)
            if settled is None:
                continue
            [(merged_into, gone, edited)] = row
            there = detail(self.store.connection, uid).milestone
            partners = tuple(partner.replace(";", ",") for partner in settled.milestone.partners)
            assert there == replace(settled.milestone, partners=partners, evidence=there.evidence)
            assert edited == settled.corrected
            assert gone < 2 or not settled.edited, "what a person touched is never hidden by an import"
            if merged_into is None and settled.merged_into is not None:
                assert settled.merged_into in removed or not ask(
                    self.store, "select 1 from milestone where uid = ?", settled.merged_into
                )

    @invariant()
    def what_is_merged_stands_somewhere(self) -> None:
        into = dict(ask(self.store, "select uid, merged_into from milestone where merged_into is not null"))
        for uid in into:
            way = [uid]
            while way[-1] in into:
                assert into[way[-1]] not in way, "no circles"
                way.append(into[way[-1]])
            assert ask(self.store, "select gone < 2 from milestone where uid = ?", way[-1]) == [(1,)]

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        assert {cid for (cid,) in ask(self.store, "select cid from change")} >= self.acknowledged.keys()

    def _reading(self, uid: str) -> Milestone | None:
        row = ask(self.store, "select facts from reading where uid = ?", uid)
        return loads(row[0][0]) if row else None

    def _changes(self, uid: str) -> list[Change]:
        columns = ", ".join(field.name for field in fields(Change))
        return [Change(*row) for row in ask(self.store, f"select {columns} from change where target = ?", uid)]

    def teardown(self) -> None:
        """Undo everything: the readings are what stands."""
        try:
            for _ in range(400):
                if not any([self._take_back("ann"), self._take_back("bob")]):
                    break
            self.the_results_are_what_settle_says()
            assert ask(self.store, "insert into milestone_fts(milestone_fts, rank) values ('integrity-check', 1) returning 1") == [
                (1,)
            ]
            assert ask(self.store, "pragma integrity_check") == [("ok",)]
            assert ask(self.store, "pragma foreign_key_check") == []
            self._check_undone()
        finally:
            self.store.close()
            self.folder.cleanup()

    def _check_undone(self) -> None:
        """What no two people disagreed about is as it was read."""
        for uid, who in ask(self.store, "select target, count(distinct who) from change group by target"):
            reading = self._reading(uid)
            if who == 1 and reading is not None:
                settled = settle(reading, self._changes(uid))
                assert settled is not None
                assert settled.milestone == reading
