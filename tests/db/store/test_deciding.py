"""What people do to milestones and sources: what comes of each deed, what is refused, and that all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.changes import ChangeError, StaleError
from db.connect import Store, open_store
from db.editing import Edit, parse_edit
from db.models import Milestone, Status
from db.queries.details import detail
from db.queries.history import standing
from db.queries.listing import page
from db.queries.sources import find_source, sources
from db.selection import Selection, parse
from db.store import deciding
from db.store.readings import known
from db.when import When
from tests.db.newsletters import (
    AGAIN,
    BRIDGE,
    CAMP,
    COURSE,
    FIRST,
    ROOF,
    TALKS,
    TOLD,
    act,
    ask,
    fill,
    newsletter,
    save,
    uid_of,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        fill(opened)
        yield opened


def stands(store: Store, uid: str) -> Milestone:
    found = standing(store.connection, uid)
    assert found is not None
    return found.milestone


def shown(store: Store, query: str = "") -> list[str]:
    return sorted(row.title for row in page(store.connection, parse(query) if query else Selection(), 0, 50))


def entry(*texts: str) -> list[Edit]:
    return [one for text in texts for one in parse_edit(text, None, date(2017, 1, 1))]


def correct(store: Store, uid: str, *texts: str, who: str = "ann", seen: Milestone | None = None) -> int:
    before = seen or stands(store, uid)
    edits = [one for text in texts for one in parse_edit(text, before, date(2017, 1, 1))]
    return len(deciding.edit(store, {uid: edits}, act(who), seen={uid: seen} if seen else {}))


def undo(store: Store, who: str = "ann", *, redo: bool = False) -> int:
    return len(deciding.take_back(store, act(who), redo=redo))


def undo_all(store: Store, *people: str) -> None:
    while sum(undo(store, who) for who in people or ("ann",)):
        pass


# Corrections


def test_corrections_survive_every_sort_of_reimport(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    correct(
        store, uid, "date=13 May 2016", "country+=KZ:participant", "country-=AF", "donor-=Japan/JICA", "planned=yes", "kind=launch"
    )
    corrected = stands(store, uid)
    assert (corrected.when, corrected.basis, corrected.kind) == (When("2016-05-13"), "edited", "launch")
    better = replace(
        TOLD[BRIDGE], when=When("2016-05-20"), title="Bridge checkpoint inaugurated", countries=TOLD[BRIDGE].countries[:1]
    )
    for reading in (
        newsletter(*FIRST),
        newsletter(*FIRST, importer="2"),
        newsletter(*FIRST, "A line that was added by the editor of the newsletter later."),
        newsletter(*FIRST, importer="3", opening=better),
        newsletter(*FIRST, importer="4", opening=better),
    ):
        save(store, reading)
    now = stands(store, uid)
    assert now == replace(corrected, title="Bridge checkpoint inaugurated", evidence=now.evidence)
    found = standing(store.connection, uid)
    assert found is not None
    assert [(one.field, one.read, one.new) for one in found.differing if one.field == "date"] == [("date", "2016-05-20", True)]
    assert detail(store.connection, uid).edited >= {"date", "countries", "donors", "kind", "planned"}


def test_what_a_person_touched_stays_when_it_is_told_no_more(store: Store) -> None:
    bridge, course, talks = (uid_of(store, quote) for quote in (BRIDGE, COURSE, TALKS))
    correct(store, bridge, "place=Hairaton")
    deciding.write_note(store, course, "look this up", act())
    save(store, newsletter(ROOF))
    assert shown(store) == sorted(
        ["Roof of the sports hall renewed", TOLD[BRIDGE].title, TOLD[COURSE].title, TOLD[AGAIN].title, TOLD[CAMP].title]
    )
    assert ask(store, "select uid, gone from milestone where gone > 0 order by uid") == sorted(
        [(bridge, 1), (course, 1), (talks, 2)]
    )


def test_two_people_correct_one_field_at_once(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    seen = stands(store, uid)
    assert correct(store, uid, "title=The title of Ann", "country+=KZ", seen=seen) == 2
    before = list(store.connection.iterdump())
    with pytest.raises(
        StaleError, match=r"title of “Checkpoint opened at the bridge” was changed meanwhile by ann: it is “The title of Ann” now"
    ):
        correct(store, uid, "title=The title of Bob", who="bob", seen=seen)
    with pytest.raises(StaleError, match=r"country KZ .* it is “location” now"):
        correct(store, uid, "country+=KZ:participant", who="bob", seen=seen)
    assert list(store.connection.iterdump()) == before
    assert correct(store, uid, "place=Hairaton", who="bob", seen=seen) == 1, "another field is no conflict"
    assert correct(store, uid, "title=The title of Bob", who="bob", seen=stands(store, uid)) == 1


def test_an_import_while_somebody_corrects(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    seen = stands(store, uid)
    save(store, newsletter(*FIRST, importer="2", opening=replace(TOLD[BRIDGE], title="Read otherwise meanwhile")))
    with pytest.raises(StaleError, match="changed meanwhile by an import: it is “Read otherwise meanwhile” now"):
        correct(store, uid, "title=The title of Ann", seen=seen)


def test_back_to_what_is_read(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    read = stands(store, uid)
    correct(store, uid, "date=2015", "country+=KZ", "country-=UZ", "place=Osh")
    deciding.as_read(store, [uid], ["date", "countries"], act())
    assert stands(store, uid) == replace(read, place="Osh")
    assert deciding.as_read(store, [uid], ["date", "countries"], act()) == ()
    undo(store)
    assert stands(store, uid).when == When("2015")


def test_entered_by_hand(store: Store) -> None:
    edits = entry("title=Entered by a person", "date=last year", "kind=visit", "donor+=Lake Trust")
    step = act()
    uid = deciding.enter(store, edits, step)
    assert deciding.enter(store, edits, step) == uid, "the same step is done once"
    again = deciding.enter(store, edits, act())
    assert again != uid
    assert shown(store, 'donor:"Lake Trust"') == ["Entered by a person"] * 2
    correct(store, uid, "title=Corrected by a person")
    undo_all(store)
    assert ask(store, "select count(*) from milestone where source_id is null") == [(0,)]
    with pytest.raises(ChangeError, match="a title, a date and a kind"):
        deciding.enter(store, edits[:2], act())


def test_judging(store: Store) -> None:
    uids = [uid_of(store, quote) for quote in FIRST]
    assert len(deciding.judge(store, uids, Status.ACCEPTED, act())) == 4
    assert deciding.judge(store, uids[:1], Status.ACCEPTED, act()) == ()
    deciding.judge(store, uids[:2], Status.REJECTED, act())
    assert shown(store, "status:rejected") == sorted([TOLD[BRIDGE].title, TOLD[COURSE].title])
    save(store, newsletter(*FIRST, importer="2"))
    assert TOLD[BRIDGE].title not in shown(store)
    undo_all(store)
    assert len(shown(store, "status:new")) == 6


# Merging


def test_merging_and_unmerging(store: Store) -> None:
    one, other, camp = (uid_of(store, quote) for quote in (BRIDGE, AGAIN, CAMP))
    assert deciding.merge(store, [one, other], act()) == one
    assert TOLD[AGAIN].title not in shown(store)
    assert deciding.merge(store, [camp, one], act()) == camp, "a chain: what stood for others is merged itself"
    assert shown(store, "status:merged") == sorted([TOLD[AGAIN].title, TOLD[BRIDGE].title])
    assert deciding.merge(store, [other, uid_of(store, ROOF)], act()) == camp, "what stands for a merged one is meant"
    with pytest.raises(ChangeError, match="one milestone already"):
        deciding.merge(store, [one, other], act())
    with pytest.raises(ChangeError, match="two milestones"):
        deciding.merge(store, [one], act())
    deciding.unmerge(store, [one], act())
    assert {TOLD[BRIDGE].title, TOLD[CAMP].title} <= set(shown(store))
    assert TOLD[AGAIN].title not in shown(store), "what was merged into it stays with it"
    deciding.unmerge(store, [one], act())
    assert TOLD[AGAIN].title in shown(store)
    with pytest.raises(ChangeError, match="nothing is merged into it"):
        deciding.unmerge(store, [one], act())
    undo_all(store)
    assert ask(store, "select count(*) from milestone where merged_into is not null") == [(0,)]


def test_a_redone_merge_never_makes_a_circle(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    deciding.merge(store, [one, other], act("ann"))
    undo(store, "ann")
    deciding.merge(store, [other, one], act("bob"))
    assert undo(store, "ann", redo=True) == 0
    assert len(ask(store, "select uid from milestone where merged_into is null and uid in (?, ?)", one, other)) == 1


def test_an_unmerging_that_cannot_be_undone_bars_no_way(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    correct(store, one, "place=Osh")
    deciding.merge(store, [one, other], act("ann"))
    deciding.unmerge(store, [other], act("ann"))
    deciding.merge(store, [other, one], act("bob"))
    assert undo(store, "ann") == 1, "merging again would run in a circle; the correction is next that stands"
    assert stands(store, one).place == "Termez"


def test_nothing_is_hidden_behind_what_is_hidden_itself(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    deciding.merge(store, [one, other], act())
    save(store, newsletter(COURSE, TALKS, ROOF))
    assert ask(store, "select gone from milestone where uid = ?", one) == [(1,)], "it stands for another, so it stays"
    save(store, newsletter(*FIRST))
    first = find_source(store.connection, "one.txt").uid
    deciding.remove_sources(store, [first], act())
    assert TOLD[AGAIN].title in shown(store), "nothing stands for it any more"
    undo(store)
    assert TOLD[AGAIN].title not in shown(store)
    made = deciding.enter(store, entry("title=Entered by a person", "date=2016-05", "kind=opening"), act("bob"))
    deciding.merge(store, [made, uid_of(store, CAMP)], act())
    assert TOLD[CAMP].title not in shown(store)
    undo(store, "bob")
    assert TOLD[CAMP].title in shown(store)


def test_a_rejected_one_cannot_stand_for_others(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    deciding.judge(store, [one], Status.REJECTED, act())
    with pytest.raises(ChangeError, match="is rejected and cannot stand"):
        deciding.merge(store, [one, other], act())


@pytest.mark.parametrize("deed", ["judge", "write_note", "merge", "unmerge", "set_apart", "edit", "as_read"])
def test_what_is_not_there(store: Store, deed: str) -> None:
    before = list(store.connection.iterdump())
    there = uid_of(store, BRIDGE)
    deeds: dict[str, Callable[[], object]] = {
        "judge": lambda: deciding.judge(store, ["nobody"], Status.ACCEPTED, act()),
        "write_note": lambda: deciding.write_note(store, "nobody", "x", act()),
        "merge": lambda: deciding.merge(store, [there, "nobody"], act()),
        "unmerge": lambda: deciding.unmerge(store, ["nobody"], act()),
        "set_apart": lambda: deciding.set_apart(store, [there, "nobody"], act()),
        "edit": lambda: deciding.edit(store, {"nobody": []}, act()),
        "as_read": lambda: deciding.as_read(store, ["nobody"], ["date"], act()),
    }
    with pytest.raises(ChangeError, match="there is no milestone nobody any more"):
        deeds[deed]()
    assert list(store.connection.iterdump()) == before


# Sources


def test_a_source_is_renamed_removed_and_returned(store: Store) -> None:
    uid = find_source(store.connection, "one.txt").uid
    deciding.rename_source(store, uid, "  Bulletin\n17 ", act())
    assert shown(store, 'source:"Bulletin 17"')
    report = save(store, newsletter(*FIRST, importer="2"))
    assert report.title == "Bulletin 17", "the name stays when it is read again"
    assert deciding.remove_sources(store, [uid], act())
    assert deciding.remove_sources(store, [uid], act()) == ()
    assert shown(store) == sorted([TOLD[AGAIN].title, TOLD[CAMP].title])
    assert len(shown(store, "status:removed")) == 4
    assert known(store, newsletter(*FIRST).source.sha256, "2") is None
    undo(store)
    assert len(shown(store)) == 6
    undo(store, redo=True)
    save(store, newsletter(*FIRST, importer="2"))
    assert len(shown(store)) == 6, "another import returns it"
    undo_all(store)
    assert [source.title for source in sources(store.connection)] == ["News one.txt", "News two.txt"]
    deciding.rename_source(store, uid, "Again", act())
    deciding.rename_source(store, uid, "", act())
    assert find_source(store.connection, "one.txt").title == "News one.txt"


def test_finding_a_source(store: Store) -> None:
    connection = store.connection
    uid = find_source(connection, "NEWS ONE.TXT").uid
    assert find_source(connection, uid[:4]).uid == find_source(connection, "one").uid == uid
    with pytest.raises(LookupError, match=r"“news” may be News one.txt \(.*\), News two.txt"):
        find_source(connection, "news")
    with pytest.raises(LookupError, match="no newsletter is called “three”"):
        find_source(connection, "three")
    with pytest.raises(ChangeError, match="there is no source"):
        deciding.remove_sources(store, ["nobody"], act())
    with pytest.raises(ChangeError, match="at most 120"):
        deciding.rename_source(store, uid, "x" * 121, act())


def test_undo_of_everything_gives_the_readings_back(store: Store) -> None:
    untouched = [line for line in store.connection.iterdump() if "change" not in line]
    bridge, again, camp = (uid_of(store, quote) for quote in (BRIDGE, AGAIN, CAMP))
    correct(
        store, bridge, "date=2015", "title=A title of its own", "donors=Sweden; Lake Trust", "amounts=EUR 5", "partners=Lake Club"
    )
    correct(store, camp, "country+=KG", who="bob")
    deciding.merge(store, [bridge, again], act())
    deciding.judge(store, [camp], Status.REJECTED, act("bob"))
    deciding.set_apart(store, [bridge, camp], act())
    deciding.rename_source(store, find_source(store.connection, "two.txt").uid, "Bulletin", act("bob"))
    deciding.remove_sources(store, [find_source(store.connection, "two.txt").uid], act("bob"))
    undo_all(store, "ann", "bob")
    now = [line for line in store.connection.iterdump() if "change" not in line and 'INTO "country"' not in line]
    assert [line for line in untouched if 'INTO "country"' not in line and "milestone_fts" not in line] == [
        line for line in now if "milestone_fts" not in line
    ]


def test_what_a_removed_newsletter_told_is_not_merged(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    [(source,)] = ask(store, "select s.uid from source s join milestone m on m.source_id = s.id where m.uid = ?", one)
    deciding.remove_sources(store, [source], act())
    with pytest.raises(ChangeError, match="newsletter that was removed"):
        deciding.merge(store, [other, one], act())
    save(store, newsletter(*FIRST))
    assert deciding.merge(store, [other, one], act()) == other
