"""Two small newsletters with what they tell, and a store that holds them, for tests of what people decide."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from db.connect import Store, open_store
from db.models import (
    Article,
    CountryRole,
    Donor,
    Evidence,
    Kind,
    Level,
    Milestone,
    Money,
    Reading,
    Role,
    Series,
    Source,
)
from db.store.deciding import Act
from db.store.readings import Report, save_reading
from db.when import When

BRIDGE = "A new checkpoint with a laboratory was opened at the river bridge near Termez in May."
COURSE = "Twenty officers finished a course on precursor control in Bishkek on 3 June 2014."
TALKS = "The fourth round of talks on the river brought delegates of three countries to Osh."
ROOF = "The roof of the sports hall in Khorog was renewed with a grant of Sweden last autumn."
AGAIN = "In May 2016 a laboratory was opened with the new checkpoint at the river bridge near Termez."
CAMP = "A summer camp for sixty children of border guards was held on the lake from 5 to 9 July 2016."

TOLD = {
    BRIDGE: Milestone(
        "Checkpoint opened at the bridge",
        When("2016-05"),
        Kind.OPENING,
        place="Termez",
        countries=(CountryRole("UZ", Role.LOCATION), CountryRole("AF", Role.BENEFICIARY)),
        donors=(Donor("Japan", "JICA"), Donor("European Union")),
        amounts=(Money("USD", Decimal(1380000)),),
        partners=("River Guild; Termez", "Aga Khan Foundation"),
        confidence=0.9,
    ),
    COURSE: Milestone("Officers trained in Bishkek", When("2014-06-03"), Kind.TRAINING, Level.MENTIONED, confidence=0.4),
    TALKS: Milestone(
        "Fourth round of river talks", When("2016-34"), Kind.MEETING, series=Series("river talks", 4), planned=True, confidence=0.6
    ),
    ROOF: Milestone("Roof of the sports hall renewed", When("2015-23"), Kind.SUPPORT, donors=(Donor("Sweden"),), confidence=0.3),
    AGAIN: Milestone(
        "Laboratory opened at the bridge", When("2016-05"), Kind.OPENING, countries=(CountryRole("UZ", Role.LOCATION),),
        confidence=0.7,
    ),
    CAMP: Milestone("Summer camp held on the lake", When("2016-07-05/2016-07-09"), Kind.CAMPAIGN, confidence=0.5),
}  # fmt: skip
FIRST, SECOND = (BRIDGE, COURSE, TALKS, ROOF), (AGAIN, CAMP)


def newsletter(*told: str, file: str = "one.txt", importer: str = "1", **changed: Milestone) -> Reading:
    """A newsletter of these sentences, each a story of its own; those that are not in TOLD tell nothing.

    `changed` gives what a sentence tells otherwise, by its kind.
    """
    whole = "\n\n".join(told)
    milestones = []
    for nr, quote in enumerate(told):
        at = whole.index(quote)
        evidence = Evidence(((at, at + len(quote)),), quote, nr, (0, len(quote)))
        if quote in TOLD:
            milestones.append(replace(changed.get(TOLD[quote].kind.value, TOLD[quote]), evidence=evidence))
    source = Source(file, f"News {file}", whole, f"sha of {whole}", When("2016-34"), "heading")
    articles = tuple(Article(f"Heading {nr}", quote) for nr, quote in enumerate(told))
    return Reading(source, articles, tuple(milestones), importer)


def fill(store: Store) -> None:
    """Save both newsletters."""
    save(store, newsletter(*FIRST))
    save(store, newsletter(*SECOND, file="two.txt"))


def save(store: Store, reading: Reading) -> Report:
    """Save one."""
    return save_reading(store, reading, at="2020-01-01T00:00:00Z")


def filled(path: Path) -> Path:
    """A store of both at `path`."""
    with open_store(path, create=True) as store:
        fill(store)
    return path


_numbers = count(1)


def act(who: str = "ann", why: str = "") -> Act:
    """A step of its own."""
    return Act(who, "2020-02-02T00:00:00Z", f"step{next(_numbers)}", why)


def ask(store: Store, sql: str, *values: Any) -> list[Any]:
    """The rows of a question."""
    return store.connection.execute(sql, values).fetchall()


def uid_of(store: Store, quote: str) -> str:
    """The uid of what a sentence tells."""
    [(uid,)] = ask(store, "select uid from milestone where quote = ?", quote)
    assert isinstance(uid, str)
    return uid
