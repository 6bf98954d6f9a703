"""Saving readings: once is enough, corrections stay, what is told no more is hidden or flagged, nothing is half there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db.changes import Change
from db.connect import Store, StoreError, open_store
from db.facts import loads
from db.models import (
    Article,
    Basis,
    Citation,
    CountryRole,
    Donor,
    Evidence,
    Kind,
    Level,
    Milestone,
    Money,
    Reading,
    Reason,
    Role,
    Series,
    Source,
)
from db.store import readings
from db.store.corrections import record
from db.store.readings import Report, known, save_reading
from db.when import When

BRIDGE = "A new checkpoint with a laboratory was opened at the river bridge near Termez in May."
GUESTS = "Guests from four ministries and the local council came to see the equipment at work."
COURSE = "Twenty officers finished a course on precursor control in Bishkek on 3 June 2014."
TALKS = "The fourth round of talks on the river brought delegates of three countries to Osh."
SAMPLES = {
    BRIDGE: Milestone(
        "Checkpoint opened at the bridge",
        When("2016-05"),
        Kind.OPENING,
        date_text="in May",
        basis=Basis.RESOLVED,
        place="Termez",
        countries=(CountryRole("UZ", Role.LOCATION), CountryRole("AF", Role.BENEFICIARY)),
        donors=(Donor("Japan", "JICA"), Donor("European Union")),
        amounts=(Money("USD", Decimal(1380000)), Money("EUR", Decimal("12.50"))),
        partners=("River Guild; Termez", "Aga Khan Foundation"),
        confidence=0.9,
        reasons=(Reason("date", "year-from-issue", "May"),),
    ),
    COURSE: Milestone("Officers trained in Bishkek", When("2014-06-03"), Kind.TRAINING, Level.MENTIONED, confidence=0.4),
    TALKS: Milestone("Fourth round of river talks", When("2016-34"), Kind.MEETING, series=Series("river talks", 4), planned=True),
}


def reading(*told: str, file: str = "issue.txt", importer: str = "1", text: str | None = None, issue: str = "2016-34") -> Reading:
    """A newsletter of these sentences, each in an article of its own with the milestone it tells; others stand there too."""
    whole = "\n\n".join(told) if text is None else text
    articles: list[Article] = []
    milestones: list[Milestone] = []
    for quote in told:
        if quote in SAMPLES:
            at = whole.index(quote)
            evidence = Evidence(((at, at + len(quote)),), quote, len(articles), (0, len(quote)))
            milestones.append(replace(SAMPLES[quote], evidence=evidence))
        articles.append(Article(f"Heading {len(articles)}", quote))
    source = Source(file, "River news 2/2016", whole, f"sha of {whole}", When(issue), "heading")
    return Reading(source, tuple(articles), tuple(milestones), importer, ("read as cp1252",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        yield opened


def ask(store: Store, sql: str, *values: Any) -> list[Any]:
    return store.connection.execute(sql, values).fetchall()


def dump(store: Store) -> list[str]:
    return list(store.connection.iterdump())


def numbers(report: Report) -> tuple[int, int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.doubtful, report.gone


def correct(store: Store, uid: str, field: str, new: str | None, op: str = "set") -> None:
    count = ask(store, "select count(*) from change")[0][0]
    record(store, [Change(f"c{count}", f"s{count}", 0, None, uid, field, op, None, new, "ann", "2020-01-01T00:00:00Z")])


def uid_of(store: Store, kind: str) -> str:
    [(uid,)] = ask(store, "select uid from milestone where kind = ?", kind)
    assert isinstance(uid, str)
    return uid


def test_citations_stand_with_what_they_prove_and_go_with_it(store: Store) -> None:
    told = reading(BRIDGE, GUESTS)
    [bridge] = told.milestones
    cited = Evidence(((len(BRIDGE) + 2, len(BRIDGE) + 2 + len(GUESTS)),), GUESTS, 0, (0, 0))
    usd, eur = bridge.amounts
    bridge = replace(bridge, citations=(Citation("donor:Japan/JICA", cited), Citation("amount:EUR 12.5", cited)))
    told = replace(told, milestones=(replace(bridge, restated=((eur, usd),)),))
    save_reading(store, told, at="2020-01-01T00:00:00Z")
    spans = f"[[{len(BRIDGE) + 2},{len(BRIDGE) + 2 + len(GUESTS)}]]"
    everything = "select proves, quote, spans from milestone_citation order by proves"
    assert ask(store, everything) == [("amount:EUR 12.5", GUESTS, spans), ("donor:Japan/JICA", GUESTS, spans)]
    assert ask(store, "select currency, same_as from milestone_amount order by 1") == [("EUR", "USD 1380000"), ("USD", "")]
    assert ask(store, "select donor, agency, donor_quote from milestones_by_donor order by donor") == [
        ("European Union", "", None),
        ("Japan", "JICA", GUESTS),
    ]
    uid = uid_of(store, "opening")
    correct(store, uid, "donor:Japan/JICA", None, "remove")
    correct(store, uid, "amount:USD 1380000", None, "remove")
    assert ask(store, everything) == [("amount:EUR 12.5", GUESTS, spans)]
    assert ask(store, "select currency, same_as from milestone_amount") == [("EUR", "")]
    # told no more, but touched by a person: the words stay, their place is lost
    save_reading(store, reading(GUESTS, text=f"{BRIDGE} {GUESTS} "), at="2020-01-02T00:00:00Z")
    assert ask(store, everything) == [("amount:EUR 12.5", GUESTS, "[]")]


def test_other_citations_alone_are_no_change(store: Store) -> None:
    told = reading(BRIDGE)
    save_reading(store, told, at="2020-01-01T00:00:00Z")
    [bridge] = told.milestones
    assert bridge.evidence is not None
    again = replace(told, importer="2", milestones=(replace(bridge, citations=(Citation("donor:Japan/JICA", bridge.evidence),)),))
    assert numbers(save_reading(store, again, at="2020-01-02T00:00:00Z")) == (0, 0, 1, 0, 0)
    assert ask(store, "select proves from milestone_citation") == [("donor:Japan/JICA",)]


def test_all_of_a_reading_is_stored(store: Store) -> None:
    report = save_reading(store, reading(BRIDGE, COURSE, TALKS), at="2020-01-01T00:00:00Z")
    assert report == Report("issue.txt", "River news 2/2016", 3, 0, 0, 1, 0, known=False, notes=("read as cp1252",))
    assert ask(store, "select file, title, issue, issue_basis, importer, notes, read_at, removed from source") == [
        ("issue.txt", "River news 2/2016", "2016-34", "heading", "1", "read as cp1252", "2020-01-01T00:00:00Z", 0)
    ]
    columns = "title, quote, place, heading, countries, donors, partners, amounts, date, date_text, basis"
    assert ask(store, f"select {columns} from milestone where kind = 'opening'") == [
        (
            "Checkpoint opened at the bridge",
            BRIDGE,
            "Termez",
            "Heading 0",
            "UZ, AF",
            "Japan/JICA; European Union",
            "River Guild, Termez; Aga Khan Foundation",
            "USD 1,380,000; EUR 12.50",
            "2016-05",
            "in May",
            "resolved",
        )
    ]
    assert ask(store, "select heading, date, kind, level, planned, series, ordinal, donors from milestone order by position") == [
        ("Heading 0", "2016-05", "opening", "main", 0, "", None, "Japan/JICA; European Union"),
        ("Heading 1", "2014-06-03", "training", "mentioned", 0, "", None, ""),
        ("Heading 2", "2016-34", "meeting", "main", 1, "river talks", 4, ""),
    ]
    columns = "status, confidence, note, edited, spans, quote_start, quote_end, reasons, gone, merged_into, position"
    assert ask(store, f"select {columns} from milestone where kind = 'opening'") == [
        ("new", 0.9, "", 0, f"[[0,{len(BRIDGE)}]]", 0, len(BRIDGE), '[["date","year-from-issue","May"]]', 0, None, 0)
    ]
    assert ask(store, "select code, role from milestone_country order by code") == [("AF", "beneficiary"), ("UZ", "location")]
    assert ask(store, "select name, agency from milestone_donor order by name") == [("European Union", ""), ("Japan", "JICA")]
    assert ask(store, "select currency, value from milestone_amount order by currency") == [("EUR", 12.5), ("USD", 1380000.0)]
    assert ask(store, "select code, name from country order by code") == [("AF", "Afghanistan"), ("UZ", "Uzbekistan")]
    assert ask(
        store, "select m.title, a.text from milestone m join article a on a.id = m.article_id where m.kind = 'training'"
    ) == [("Officers trained in Bishkek", COURSE)]
    assert ask(store, "select title from milestone_fts where milestone_fts match 'labor* jap*'") == [
        ("Checkpoint opened at the bridge",)
    ]
    facts = ask(store, "select facts from reading order by position")[0][0]
    assert loads(facts) == reading(BRIDGE, COURSE, TALKS).milestones[0]


DAY = 735964  # 1 January 2016


@pytest.mark.parametrize(
    ("edtf", "start", "end", "month", "rank", "period"),
    [
        ("2016-01-01", DAY, DAY, 24192, 1, "2016-01"),
        ("2016-01~", DAY, DAY + 30, 24192, 1, "2016-01"),
        ("2016-01-01/2016-02-03", DAY, DAY + 33, 24192, 1, "2016-01"),
        ("2016-33", DAY, DAY + 90, 24192, 2, "2016-33"),
        ("2015-24", DAY - 31, DAY + 59, 24191, 3, "2015-24"),
        ("2016-40", DAY, DAY + 181, 24192, 4, "2016-40"),
        ("2016~", DAY, DAY + 365, 24192, 5, "2016"),
        ("2016/..", DAY, 3652059, 24192, 6, "2016/.."),
        ("../2016-02", 0, DAY + 59, 24193, 6, "../2016-02"),
    ],
)
def test_where_a_date_stands_in_the_list(store: Store, edtf: str, start: int, end: int, month: int, rank: int, period: str) -> None:
    one = reading(BRIDGE)
    save_reading(store, replace(one, milestones=(replace(one.milestones[0], when=When(edtf)),)), at="")
    assert ask(store, "select start_day, end_day, month, rank, period from milestone") == [(start, end, month, rank, period)]


def test_known_bytes_are_no_work(store: Store) -> None:
    assert known(store, "sha", "1") is None
    first = reading(BRIDGE, COURSE)
    save_reading(store, first, at="2020")
    before, changes = dump(store), store.connection.total_changes
    assert known(store, first.source.sha256, "2") is None
    assert known(store, first.source.sha256, "1") == Report(
        "issue.txt", "River news 2/2016", 0, 0, 2, 1, 0, known=True, notes=("read as cp1252",)
    )
    report = save_reading(store, replace(first, source=replace(first.source, file="copy.txt")), at="2021")
    assert report == Report("copy.txt", "River news 2/2016", 0, 0, 2, 1, 0, known=True, notes=("read as cp1252",))
    assert dump(store) == before
    assert store.connection.total_changes == changes


def test_a_new_importer_reads_again_and_writes_only_what_differs(store: Store) -> None:
    first = reading(BRIDGE, COURSE, TALKS)
    save_reading(store, first, at="2020")
    uids = ask(store, "select uid, id from milestone order by position")
    store.connection.executescript(
        "create temp table written (uid);"
        "create temp trigger seen after update on milestone begin insert into written values (new.uid); end;"
    )
    assert numbers(save_reading(store, replace(first, importer="2"), at="2021")) == (0, 0, 3, 1, 0)
    assert ask(store, "select count(*) from written") == [(0,)]
    assert ask(store, "select importer, read_at from source") == [("2", "2021")]
    better = (first.milestones[0], replace(first.milestones[1], when=When("2014-06")), first.milestones[2])
    assert numbers(save_reading(store, replace(first, importer="3", milestones=better), at="2022")) == (0, 1, 2, 1, 0)
    assert ask(store, "select uid from written") == [uids[1][:1]]
    assert ask(store, "select uid, id from milestone order by position") == uids
    roles = (
        replace(first.milestones[0], countries=(CountryRole("UZ", Role.BENEFICIARY), CountryRole("AF", Role.BENEFICIARY))),
        *better[1:],
    )
    assert numbers(save_reading(store, replace(first, importer="4", milestones=roles), at="2023")) == (0, 1, 2, 1, 0)
    assert ask(store, "select code, role from milestone_country order by code") == [("AF", "beneficiary"), ("UZ", "beneficiary")]
    moved = replace(first.milestones[0], confidence=0.2)
    assert numbers(save_reading(store, replace(first, importer="5", milestones=(moved, *better[1:])), at="2024"))[:3] == (0, 1, 2)


def test_surer_or_elsewhere_is_unchanged_for_a_person(store: Store) -> None:
    save_reading(store, reading(BRIDGE, COURSE), at="")
    later = reading(TALKS, BRIDGE, COURSE)
    assert numbers(save_reading(store, later, at="")) == (1, 0, 2, 1, 0)
    [(spans, article)] = ask(
        store, "select m.spans, a.text from milestone m join article a on a.id = m.article_id where kind = 'opening'"
    )
    assert (spans, article) == (f"[[{len(TALKS) + 2},{len(TALKS) + 2 + len(BRIDGE)}]]", BRIDGE)


def test_a_given_period_reads_known_bytes_again(store: Store) -> None:
    save_reading(store, reading(BRIDGE), at="")
    assert not save_reading(store, reading(BRIDGE, issue="2017-34"), at="").known
    assert ask(store, "select issue from source") == [("2017-34",)]


def test_another_text_of_the_same_newsletter(store: Store) -> None:
    save_reading(store, reading(BRIDGE, GUESTS, COURSE), at="")
    uids = sorted(ask(store, "select uid from milestone"))
    [(source,)] = ask(store, "select uid from source")
    raw = reading(
        COURSE,
        BRIDGE,
        file="other name.txt",
        text=f"RIVER NEWS\n\n{COURSE}\n\n{BRIDGE} The council said thanks for the equip-\nment given.",
    )
    assert numbers(save_reading(store, raw, at="")) == (0, 0, 2, 1, 0)
    assert ask(store, "select uid, file from source") == [(source, "other name.txt")]
    assert sorted(ask(store, "select uid from milestone")) == uids
    assert ask(store, "select count(*) from article") == [(2,)]
    assert ask(store, "select count(*) from sentence") == [(4,)]


def test_another_newsletter_of_the_same_name(store: Store) -> None:
    save_reading(store, reading(BRIDGE, GUESTS), at="")
    assert numbers(save_reading(store, reading(COURSE, TALKS, BRIDGE), at="")) == (3, 0, 0, 1, 0), (
        "a third of its sentences is not half"
    )
    assert ask(store, "select count(*), count(distinct uid) from source") == [(2, 2)]
    assert ask(store, "select count(*), count(distinct uid) from milestone where kind = 'opening'") == [(2, 2)]


def test_the_source_with_most_in_common(store: Store) -> None:
    save_reading(store, reading(BRIDGE, GUESTS, COURSE), at="")
    save_reading(
        store,
        reading(TALKS, "Of this sentence no other issue has a single word.", "And nothing like it was written since.", GUESTS),
        at="",
    )
    assert ask(store, "select count(*) from source") == [(2,)]
    save_reading(store, reading(GUESTS, TALKS, "And nothing like it was written since.", file="third.txt"), at="")
    assert ask(store, "select id, file from source order by id") == [(1, "issue.txt"), (2, "third.txt")]


def test_gone_is_hidden_or_kept(store: Store) -> None:
    save_reading(store, reading(BRIDGE, COURSE, GUESTS, TALKS), at="")
    touched = uid_of(store, "opening")
    correct(store, touched, "place", "Termez bridge")
    less = reading(TALKS, GUESTS, text=f"{TALKS}\n\n{GUESTS} Nothing else was told here.")
    assert numbers(save_reading(store, less, at="")) == (0, 0, 1, 0, 2)
    assert ask(store, "select kind, gone, edited, article_id, spans, quote <> '' from milestone order by kind") == [
        ("meeting", 0, 0, 1, f"[[0,{len(TALKS)}]]", 1),
        ("opening", 1, 1, None, "[]", 1),
        ("training", 2, 0, None, "[]", 1),
    ]
    correct(store, uid_of(store, "training"), "note", "This one did happen")
    assert ask(store, "select gone, edited from milestone where kind = 'training'") == [(1, 0)]
    # It is told again.
    assert numbers(save_reading(store, reading(BRIDGE, COURSE, GUESTS, TALKS, importer="2"), at="")) == (2, 0, 1, 1, 0)
    assert ask(store, "select uid, place, gone from milestone where kind = 'opening'") == [(touched, "Termez bridge", 0)]


def test_a_correction_stays_through_every_reading(store: Store) -> None:
    first = reading(BRIDGE, COURSE)
    save_reading(store, first, at="")
    uid = uid_of(store, "opening")
    correct(store, uid, "date", "2016-05-13")
    correct(store, uid, "country:TJ", "participant", "add")
    again = replace(first.milestones[0], title="Bridge checkpoint inaugurated", when=When("2016-05-20"), countries=())
    report = save_reading(store, replace(first, importer="2", milestones=(again, first.milestones[1])), at="")
    assert numbers(report) == (0, 1, 1, 1, 0)
    assert ask(store, "select title, date, basis, countries, edited from milestone where uid = ?", uid) == [
        ("Bridge checkpoint inaugurated", "2016-05-13", "edited", "TJ", 1)
    ]


def test_a_removed_source_comes_back_by_import(store: Store) -> None:
    first = reading(BRIDGE)
    save_reading(store, first, at="")
    store.connection.execute("update source set removed = 1")
    assert known(store, first.source.sha256, "1") is None
    assert numbers(save_reading(store, first, at="")) == (0, 0, 1, 0, 0)
    assert ask(store, "select removed from source") == [(0,)]


def test_equal_milestones_and_an_empty_newsletter(store: Store) -> None:
    one = reading(BRIDGE)
    twins = replace(one, milestones=one.milestones * 2)
    assert numbers(save_reading(store, twins, at="")) == (2, 0, 0, 0, 0)
    assert ask(store, "select count(distinct uid) from milestone") == [(2,)]
    assert numbers(save_reading(store, reading(), at="")) == (0, 0, 0, 0, 0)
    assert save_reading(store, reading(), at="").known


def test_names_that_are_no_text(store: Store) -> None:
    one = reading(BRIDGE, file="caf\udce9.txt")
    assert save_reading(store, one, at="").file == "caf?.txt"
    assert ask(store, "select file from source") == [("caf?.txt",)]


def test_one_country_in_two_roles_counts_once(store: Store) -> None:
    one = reading(BRIDGE)
    twice = (CountryRole("UZ", Role.LOCATION), CountryRole("UZ", Role.PARTICIPANT))
    save_reading(store, replace(one, milestones=(replace(one.milestones[0], countries=twice),)), at="")
    assert ask(store, "select code, role from milestone_country") == [("UZ", "location")]


def test_without_evidence_nothing_is_stored(store: Store) -> None:
    one = reading(BRIDGE)
    for evidence in (None, Evidence((), " – ")):
        with pytest.raises(ValueError, match="without evidence"):
            save_reading(store, replace(one, milestones=(replace(one.milestones[0], evidence=evidence),)), at="")
    assert ask(store, "select count(*) from source") == [(0,)]


def test_nothing_is_half_stored(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save_reading(store, reading(BRIDGE, GUESTS), at="")
    before = dump(store)

    def fail(*_: object) -> int:
        raise sqlite3.OperationalError("just so")

    monkeypatch.setattr(readings, "resettle", fail)
    for other in (reading(COURSE, TALKS), reading(BRIDGE, GUESTS, COURSE)):
        with pytest.raises(sqlite3.OperationalError, match="just so"):
            save_reading(store, other, at="")
        assert dump(store) == before


def test_a_store_for_reading_only(store: Store) -> None:
    with open_store(store.path, readonly=True) as other, pytest.raises(StoreError, match="reading only"):
        save_reading(other, reading(BRIDGE), at="")
