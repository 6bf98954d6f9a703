"""What was decided, as it can be looked up and read; and what is proposed and waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.changes import Change
from db.changewords import in_words, summary
from db.comparing import differences
from db.connect import Store, open_store, write
from db.editing import parse_edit
from db.models import CountryRole, Role, Status
from db.queries.duplicates import duplicates, merged_into, similar
from db.queries.history import history, log, standing
from db.queries.review import queue
from db.queries.values import news, values_of
from db.selection import parse
from db.store import deciding
from db.when import When
from tests.db.newsletters import AGAIN, BRIDGE, CAMP, COURSE, ROOF, TALKS, TOLD, act, ask, fill, newsletter, save, uid_of

TODAY = date(2017, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        fill(opened)
        yield opened


def undo(store: Store, *, redo: bool = False) -> None:
    assert deciding.take_back(store, act(), redo=redo)


def test_the_log(store: Store) -> None:
    bridge, camp = uid_of(store, BRIDGE), uid_of(store, CAMP)
    deciding.edit(store, {bridge: parse_edit("date=13 May 2016", None, TODAY)}, act(why="as the annex says"))
    undo(store)
    undo(store, redo=True)
    undo(store)
    deciding.judge(store, [bridge, camp], Status.REJECTED, act("bob"))
    told = [(step.who, step.what, [summary([one]) for one in step.changes], step.why) for step in log(store.connection)]
    assert told == [
        ("bob", "changed", ["rejected", "rejected"], ""),
        ("ann", "undone", ["date back to what was read, no longer 13 May 2016"], ""),
        ("ann", "redone", ["date: May 2016 → 13 May 2016"], ""),
        ("ann", "undone", ["date back to what was read, no longer 13 May 2016"], ""),
        ("ann", "changed", ["date: May 2016 → 13 May 2016"], "as the annex says"),
    ]
    assert [step.what for step in log(store.connection, 2)] == ["changed", "undone"]
    assert [len(step.changes) for step in history(store.connection, camp)] == [1]
    assert [step.titles for step in history(store.connection, camp)] == [{camp: TOLD[CAMP].title}]
    assert len(history(store.connection, bridge)) == 5


def test_steps_of_two_offices_may_have_one_number(store: Store) -> None:
    deciding.judge(store, [uid_of(store, BRIDGE)], Status.ACCEPTED, act())
    deciding.judge(store, [uid_of(store, CAMP)], Status.ACCEPTED, act())
    with write(store) as connection:
        connection.execute("update change set seq = 1")
    assert len(list(log(store.connection))) == 2
    assert len(list(log(store.connection, 1))) == 1


@pytest.mark.parametrize(
    ("field", "op", "old", "new", "words"),
    [
        ("title", "set", "Old title", "New title", "title: Old title → New title"),
        ("place", "set", "", "Osh", "place: Osh"),
        ("place", "set", "Osh", "", "place: Osh → (none)"),
        ("date", "set", "2016-34", "2016-05~", "date: Q2 2016 → about May 2016"),
        ("date", "set", "2016-34", None, "date back to what was read, no longer Q2 2016"),
        ("status", "set", "rejected", None, "no longer rejected"),
        ("note", "set", "ask the\noffice", None, "note taken back: ask the office"),
        ("status", "set", "new", "accepted", "accepted"),
        ("note", "set", "x", "", "note removed"),
        ("note", "set", "", "a\nb " + "c" * 200, f"note: a b {'c' * 95}…"),
        ("country:KZ", "add", None, "location", "country added: Kazakhstan (location)"),
        ("country:KZ", "add", "location", "participant", "country: Kazakhstan location → participant"),
        ("country:KZ", "remove", "location", None, "country removed: Kazakhstan"),
        ("donor:Japan/JICA", "set", "", None, "donor Japan/JICA removed again"),
        ("country:TJ", "set", "participant", None, "country Tajikistan (participant) removed again"),
        ("country:TJ", "set", None, None, "country Tajikistan is back"),
        ("amount:EUR 5", "add", None, "", "amount added: EUR 5"),
        ("amount:EUR 5000", "add", None, "", "amount added: EUR 5,000"),
        ("merged_into", "set", None, "m2", "merged into The other (m2)"),
        ("merged_into", "set", None, "m3", "merged into m3"),
        ("merged_into", "set", "m2", None, "stands for itself again"),
        ("apart:m2", "add", None, "", "declared another event than The other"),
        ("removed", "set", None, "1", "source removed"),
        ("name", "set", "News", "Bulletin", "renamed: News → Bulletin"),
    ],
)
def test_changes_in_words(field: str, op: str, old: str | None, new: str | None, words: str) -> None:
    assert in_words(Change("c", "s", 1, None, "m", field, op, old, new, "ann", ""), {"m2": "The other"}) == words


def test_all_that_an_undo_gives_back_is_told(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    edits = [one for text in ("donors=Norway", "countries=UZ:participant") for one in parse_edit(text, TOLD[BRIDGE], TODAY)]
    deciding.edit(store, {uid: edits}, act())
    undo(store)
    found, [step, _] = standing(store.connection, uid), history(store.connection, uid)
    assert found is not None
    assert sorted(summary(step.changes, step.titles, found.milestone).split("; ")) == [
        "country Afghanistan is back",
        "country Uzbekistan back to location",
        "donor European Union is back",
        "donor Japan/JICA is back",
        "donor Norway removed again",
    ]


def test_the_queue_has_the_least_certain_first(store: Store) -> None:
    order = [ROOF, COURSE, CAMP, TALKS, AGAIN, BRIDGE]
    assert queue(store.connection, parse("")) == tuple(uid_of(store, quote) for quote in order)
    deciding.judge(store, [uid_of(store, COURSE)], Status.ACCEPTED, act())
    assert queue(store.connection, parse(""), limit=2) == queue(store.connection, parse(""))[:2]
    assert queue(store.connection, parse(""), among=[uid_of(store, COURSE), uid_of(store, TALKS)]) == (uid_of(store, TALKS),)
    assert queue(store.connection, parse("source:one.txt")) == tuple(uid_of(store, quote) for quote in (ROOF, TALKS, BRIDGE))
    assert queue(store.connection, parse("status:accepted")) == (uid_of(store, COURSE),)


# Duplicates


def test_an_event_that_two_issues_tell_is_proposed(store: Store) -> None:
    [pair] = duplicates(store.connection)
    assert {pair.one.quote, pair.other.quote} == {BRIDGE, AGAIN}
    assert pair.one.quote == BRIDGE, "the one with more confidence stands first"
    assert pair.alike > 0.6
    assert pair.why[:3] == ("same date", "same kind: opening", "same countries: UZ")
    assert similar(store.connection, uid_of(store, AGAIN)) == similar(store.connection, uid_of(store, BRIDGE))
    assert similar(store.connection, uid_of(store, CAMP)) == ()
    assert duplicates(store.connection, parse("source:two.txt")) == (pair,)
    assert duplicates(store.connection, parse("kind:campaign")) == ()
    assert duplicates(store.connection, parse("kind:publication")) == ()
    assert ask(store, "select count(*) from milestone where merged_into is not null") == [(0,)], "never merged by itself"


def test_what_was_decided_about_a_pair_is_not_proposed_again(store: Store) -> None:
    one, other = uid_of(store, BRIDGE), uid_of(store, AGAIN)
    deciding.set_apart(store, [other, one], act())
    assert duplicates(store.connection) == similar(store.connection, one) == ()
    undo(store)
    assert len(duplicates(store.connection)) == 1
    deciding.merge(store, [one, other], act())
    assert duplicates(store.connection) == ()
    assert [telling.quote for telling in merged_into(store.connection, one)] == [AGAIN]
    deciding.unmerge(store, [one], act())
    deciding.judge(store, [other], Status.REJECTED, act())
    assert duplicates(store.connection) == ()


@pytest.mark.parametrize(
    ("changed", "proposed"),
    [
        ({"when": When("2016-06")}, 0),
        ({"when": When("2016")}, 1),
        ({"when": When("2016-05-10/..")}, 1),
        ({"kind": TOLD[COURSE].kind}, 1),
        ({"kind": TOLD[COURSE].kind, "countries": (CountryRole("KG", Role.LOCATION),)}, 0),
        ({"kind": TOLD[COURSE].kind, "countries": (), "place": "Termez"}, 1),
    ],
)
def test_dates_and_something_else_must_agree(store: Store, changed: dict[str, object], proposed: int) -> None:
    other = replace(TOLD[AGAIN], **changed)  # type: ignore[arg-type]
    save(store, newsletter(AGAIN, CAMP, file="two.txt", importer="2", opening=other))
    assert len(duplicates(store.connection)) == proposed


def test_what_one_newsletter_tells_twice_is_not_proposed(store: Store) -> None:
    save(store, newsletter(BRIDGE, AGAIN, COURSE, TALKS, ROOF, importer="2"))
    uids = {uid for (uid,) in ask(store, "select uid from milestone where gone = 0 and source_id = 1")}
    assert not [pair for pair in duplicates(store.connection) if {pair.one.uid, pair.other.uid} <= uids]


# Values


def test_new_donors_places_and_series_are_told(store: Store) -> None:
    def told(text: str) -> tuple[str, ...]:
        return news(store.connection, parse_edit(text, None, TODAY))

    assert told("donor+=Japn") == ("“Japn” is a new donor; did you mean Japan?",)
    assert told("donor+=JICA") == told("donor+=Estonia") == told("place=Termez") == told("kind=visit") == ()
    assert told("place=Termes") == ("“Termes” is a new place; did you mean Termez?",)
    assert told("series=river talks #5") == ()
    assert told("series=lake races #1") == ("“lake races” is a new series",)
    deciding.edit(store, {uid_of(store, ROOF): parse_edit("donor+=Lake Trust", None, TODAY)}, act())
    assert told("donor+=Lake Trust") == ()


def test_values_for_completion(store: Store) -> None:
    assert "Japan/JICA" in values_of(store.connection, "donors")
    assert "Kyrgyzstan" in values_of(store.connection, "countries")
    assert values_of(store.connection, "place") == ("Termez",)
    assert values_of(store.connection, "series") == ("river talks",)
    assert values_of(store.connection, "note") == ()


def test_what_two_readings_say_differently() -> None:
    after = replace(TOLD[BRIDGE], when=When("2016-05-13"), countries=(), confidence=0.1)
    assert [(one.field, one.before, one.after) for one in differences(TOLD[BRIDGE], after)] == [
        ("date", "2016-05", "2016-05-13"),
        ("countries", "UZ (location), AF (beneficiary)", ""),
    ]


def test_standing(store: Store) -> None:
    uid = uid_of(store, BRIDGE)
    assert standing(store.connection, "nobody") is None
    found = standing(store.connection, uid)
    assert found is not None
    assert found.differing == ()
