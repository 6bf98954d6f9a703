"""Which newsletters are one: the same imprint with other news, corrections, copies, parts; a second import changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from db.connect import Store, open_store
from db.models import Article, Evidence, Kind, Milestone, Reading, Source
from db.store import deciding
from db.store.readings import Report, known, save_reading
from db.when import When
from tests.db.newsletters import act, ask

IMPRINT = (
    "River News is published by the regional office of the programme for its partners.",
    "The office stands at the end of Navoi Street in Tashkent and is open to all readers.",
    "Nothing in this newsletter is an official record of any organisation that is named.",
    "Articles may be reprinted freely where their source is named and a copy is sent.",
    "Readers are welcome to send letters and photographs to the editor of the newsletter.",
    "The programme was founded in 2009 by an agreement between the five governments.",
    "We thank all partners who made this issue possible by their patience and work.",
)
"""Seven sentences, which every issue has."""
NEWS = {
    "bridge": "A new checkpoint with a laboratory was opened at the river bridge near Termez on 12 May 2016.",
    "course": "Twenty officers finished a course on precursor control in Bishkek on 3 June 2016.",
    "talks": "The fourth round of talks on the river brought delegates of three countries to Osh on 6 July 2016.",
    "roof": "The roof of the sports hall in Khorog was renewed with a grant of Sweden on 1 April 2016.",
    "camp": "A summer camp for sixty children of border guards was held on the lake on 5 June 2016.",
    "founding": "The programme was founded by an agreement of the five governments on 4 May 2009.",
    "maps": "Road maps for the next two years were signed by both ministers in Almaty on 9 June 2016.",
}
"""What tells a milestone."""
ASIDES = (
    "Guests from four ministries and the local council came to see the equipment at work.",
    "The teachers had come from Almaty and stayed for a fortnight at the academy.",
    "An old ferryman remembered how the crossing had looked when he was a boy.",
    "Snow had fallen until the evening before, and the road was closed for some hours.",
)
MAY, JUNE = "River News of the regional office, issue of May 2016", "River News of the regional office, issue of June 2016"


@dataclass(frozen=True)
class Issue:
    """A newsletter: sentences of their own, names of NEWS among them."""

    sentences: tuple[str, ...]
    period: str | None = None
    basis: str = "heading"
    between: str = "\n\n"

    def but(self, *more: str, without: Sequence[str] = (), period: str | None = None, basis: str = "heading") -> Issue:
        """A text of the same period, unless another is given, without some sentences and with others behind."""
        kept = tuple(one for one in self.sentences if one not in without)
        return Issue((*kept, *more), period or self.period, basis)

    def reading(self, importer: str = "1") -> Reading:
        told = [NEWS.get(one, one) for one in self.sentences]
        text = self.between.join(told)
        milestones = []
        for name, quote in zip(self.sentences, told, strict=True):
            if name in NEWS:
                at = text.index(quote)
                evidence = Evidence(((at, at + len(quote)),), quote, 0, (at, at + len(quote)))
                milestones.append(Milestone(f"The {name} of the river", When("2016"), Kind.OPENING, evidence=evidence))
        when = When(self.period) if self.period else None
        digest = sha256(text.encode()).hexdigest()
        source = Source("issue.txt", "River News", text, digest, when, self.basis if when else "")
        return Reading(source, (Article("", text),), tuple(milestones), importer)


def issue(*sentences: str, period: str | None = None, basis: str = "heading") -> Issue:
    return Issue((*sentences, *IMPRINT), period, basis)


LONG = issue(MAY, "bridge", ASIDES[0], "course", ASIDES[1], "talks", ASIDES[2], "roof", ASIDES[3], period="2016-05")
"""A newsletter with four milestones."""
BROKEN = Issue(tuple(LONG.sentences), "2016-05", between=" ")
"""The same as one paragraph."""


@dataclass(frozen=True)
class Case:
    name: str
    first: Issue
    second: Issue
    same: bool


CASES = [
    # other news
    Case("same imprint, other news", issue("bridge", period="2016-05"), issue("course", period="2016-06"), False),
    Case("same imprint, other news, no period", issue("bridge"), issue("course"), False),
    Case("same imprint, other news, one period", issue("bridge", period="2016-05"), issue("course"), False),
    Case("same imprint, other news, twice a month", issue("bridge", period="2016-06"), issue("course", period="2016-06"), False),
    Case("same imprint, no news in the other", issue("bridge", period="2016-06"), issue(ASIDES[0], period="2016-06"), False),
    Case("same imprint, no news in the other, no period", issue("bridge"), issue(ASIDES[0]), False),
    Case(
        "same imprint, other news, guessed periods",
        issue("bridge", period="2016-05", basis="dates in the text"),
        issue("course", period="2016-06", basis="dates in the text"),
        False,
    ),
    Case(
        "same imprint, other news, both periods given",
        issue("bridge", period="2016-05", basis="given"),
        issue("course", period="2016-06", basis="given"),
        False,
    ),
    Case(
        "one story told again in the next issue",
        issue(MAY, "bridge", ASIDES[0], period="2016-05"),
        issue(JUNE, "bridge", ASIDES[0], "course", period="2016-06"),
        False,
    ),
    Case(
        "an imprint that tells a milestone, no period",
        issue("founding", "bridge"),
        issue("founding", "course"),
        False,
    ),
    Case(
        "an imprint that tells a milestone",
        issue("founding", "bridge", period="2016-05"),
        issue("founding", "course", period="2016-06"),
        False,
    ),
    # corrections
    Case("a sentence put otherwise", LONG, LONG.but("The road had been closed for some hours.", without=ASIDES[3:]), True),
    Case("a milestone put otherwise", LONG, LONG.but("maps", without=["roof"]), True),
    Case("an article added", LONG, LONG.but("camp", "The lake was warm and the food was good."), True),
    Case("an article removed", LONG, LONG.but(without=["talks", ASIDES[2]]), True),
    Case("other line breaks", LONG, BROKEN, True),
    Case("other line breaks, no period", LONG, Issue(BROKEN.sentences, None, between=" "), True),
    Case("broken in the middle of sentences", LONG, Issue(LONG.sentences, None, between="\n"), True),
    Case("the date of the masthead put right", LONG, LONG.but(JUNE, without=[MAY], period="2016-06"), True),
    Case(
        "the date of a short one put right",
        Issue((MAY, "bridge", *ASIDES[:2]), "2016-05"),
        Issue((JUNE, "bridge", *ASIDES[:2]), "2016-06"),
        True,
    ),
    Case("a period that was given, then a correction", LONG.but(period="2016-06", basis="given"), LONG.but("maps"), True),
    Case("a correction whose period is given", LONG, LONG.but("maps", period="2016-06", basis="given"), True),
    Case(
        "a story that moves a guessed period",
        LONG.but(basis="dates in the text"),
        LONG.but("maps", period="2016-06", basis="dates in the text"),
        True,
    ),
    Case("a correction whose period is not found", LONG, Issue(LONG.but("maps").sentences), True),
    # copies and parts
    Case("a copy cut off behind the half", LONG, Issue(LONG.sentences[:8], "2016-05"), True),
    Case("a copy cut off behind the half, no period", LONG, Issue(LONG.sentences[:8]), True),
    Case("a copy cut off at the beginning", LONG, Issue(LONG.sentences[:3]), False),
    Case("the story alone", LONG, Issue(("bridge", ASIDES[0]), "2016-05"), False),
    Case("the story alone, no period", LONG, Issue(("bridge", ASIDES[0])), False),
    Case(
        "a month of a quarter's issue",
        issue("bridge", "course", "talks", "roof", period="2016-34"),
        issue("bridge", "roof", period="2016-05"),
        False,
    ),
    Case(
        "a quarter's issue that holds a month's",
        issue("bridge", "roof", period="2016-05"),
        issue("bridge", "course", "talks", "roof", period="2016-34"),
        False,
    ),
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", create=True) as opened:
        yield opened


def save(store: Store, one: Issue, importer: str = "1") -> Report:
    return save_reading(store, one.reading(importer), at="2020")


def told(store: Store) -> set[str]:
    """The milestones that lists show."""
    return {title.split()[1] for (title,) in ask(store, "select title from milestone where gone < 2")}


def sources(store: Store) -> int:
    [(count,)] = ask(store, "select count(*) from source")
    return int(count)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_issue_or_two(store: Store, case: Case) -> None:
    save(store, case.first)
    save(store, case.second)
    assert sources(store) == (1 if case.same else 2)
    if not case.same:
        both = {*case.first.sentences, *case.second.sentences} & set(NEWS)
        assert told(store) == both, "nothing is lost from sight"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_again_change_nothing(store: Store, case: Case) -> None:
    for first, second in ((case.first, case.second), (case.second, case.first)):
        for one in (first, second):
            save(store, one)
        before = list(store.connection.iterdump())
        for one in (first, second, second, first):
            assert known(store, one.reading().source.sha256, "1")
            assert save(store, one).known
        assert list(store.connection.iterdump()) == before


ISSUES = tuple(
    issue(name, aside, period=period)
    for name, aside, period in zip(("bridge", "course", "talks"), ASIDES, ("2016-05", "2016-06", "2016-07"), strict=False)
)


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_issues_with_one_imprint_in_any_order(store: Store, order: tuple[int, ...], dated: bool) -> None:
    issues = [one if dated else Issue(one.sentences) for one in ISSUES]
    for number in order:
        assert save(store, issues[number]).new == 1
    assert sources(store) == 3
    assert told(store) == {"bridge", "course", "talks"}
    # a new version of the importer
    for number in reversed(order):
        report = save(store, issues[number], "2")
        assert (report.new, report.changed, report.gone) == (0, 0, 0)
    assert sources(store) == 3


def test_an_imprint_of_many_issues_proves_nothing(store: Store) -> None:
    # without periods and with an imprint far longer than the news
    long = tuple(f"Rule {nr} of the editors says that word {nr * 7919} is to be written like this." for nr in range(60))
    names = [name for name in NEWS if name != "founding"]
    save(store, Issue((names[0], *long[:6])))
    save(store, Issue((names[1], *long[:6])))
    for name in names[2:]:
        save(store, Issue((name, *long)))
    assert told(store) == set(names)
    assert sources(store) == len(names)


@pytest.mark.parametrize("period", ["2016-05", None])
def test_the_parts_of_an_issue_lose_nothing(store: Store, period: str | None) -> None:
    whole = Issue(("bridge", *ASIDES[:1], "course", *ASIDES[1:2], "talks", *ASIDES[2:3], "roof", *ASIDES[3:]), period)
    parts = [Issue(whole.sentences[:4], period), Issue(whole.sentences[4:], period)]
    for order in permutations((whole, *parts)):
        for one in order:
            save(store, one)
        assert told(store) == {"bridge", "course", "talks", "roof"}


def test_corrections_stay_with_a_corrected_issue(store: Store) -> None:
    save(store, LONG)
    [(uid,)] = ask(store, "select uid from milestone where title like '%bridge%'")
    deciding.write_note(store, uid, "seen it", act())
    corrected = Issue(("camp", *LONG.but(JUNE, "maps", without=[MAY, ASIDES[3], "roof"]).sentences), "2016-05", between=" ")
    save(store, corrected)
    assert ask(store, "select uid, note, gone from milestone where title like '%bridge%'") == [(uid, "seen it", 0)]
    assert told(store) == {"bridge", "course", "talks", "maps", "camp"}


def test_back_to_an_earlier_text(store: Store) -> None:
    corrected = LONG.but("maps")
    save(store, LONG)
    save(store, corrected)
    report = save(store, LONG)
    assert report.known
    assert "a later text of this newsletter was read" in " ".join(report.notes)
    assert "maps" in told(store)
    [(uid,)] = ask(store, "select uid from source")
    deciding.remove_sources(store, [uid], act())
    assert not save(store, LONG).known
    assert (sources(store), told(store)) == (1, {"bridge", "course", "talks", "roof"})
    assert save(store, corrected).known


def test_a_period_that_a_person_gives_parts_two_that_were_taken_for_one(store: Store) -> None:
    first, second = LONG.but(), LONG.but("maps", without=["bridge"])
    save(store, Issue(first.sentences))
    save(store, Issue(second.sentences))
    assert sources(store) == 1
    save(store, second.but(period="2016-06", basis="given"))
    save(store, first.but(period="2016-05", basis="given"))
    assert sources(store) == 2
    assert all(known(store, one.reading().source.sha256, "1") for one in (first, second))
