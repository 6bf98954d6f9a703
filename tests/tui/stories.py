"""The newsletters of the app's tests: a small store with one of everything."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from db.connect import open_store
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
from db.store.readings import save_reading
from db.when import When

AT = "2017-11-22T09:00:00+00:00"

JAPAN, INL, EU, SWEDEN = Donor("Japan", "JICA"), Donor("United States", "INL"), Donor("European Union"), Donor("Sweden")
L, B, P = Role.LOCATION, Role.BENEFICIARY, Role.PARTICIPANT


@dataclass(frozen=True)
class Told:
    """A milestone in short, and the sentence that tells it."""

    title: str
    date: str
    words: str
    kind: Kind
    countries: tuple[tuple[str, Role], ...]
    donors: tuple[Donor, ...] = ()
    sentence: str = ""
    more: dict[str, Any] | None = None
    paid: str = ""
    """The sentence that says that the donors paid, where that one does not."""


SPRING = (
    Told(
        "Border liaison office opened at the Ayritom crossing point",
        "2016-05",
        "in May",
        Kind.OPENING,
        (("UZ", L), ("AF", B)),
        (JAPAN,),
        "In May the first liaison office of the river border was opened at Ayritom with a grant of 1,380,000 dollars from Japan.",
        {
            "place": "Ayritom",
            "amounts": (Money("USD", Decimal(1380000)),),
            "partners": ("State Customs Committee", "Border Service"),
            "reasons": (Reason("date", "month-from-issue", "in May"), Reason("donors", "grant-from", "a grant from Japan")),
        },
    ),
    Told(
        "Tenth review meeting of the memorandum held in Almaty",
        "2016-05-24/2016-05-25",
        "24-25 May",
        Kind.REVIEW,
        (("KZ", L), ("KG", P), ("TJ", P), ("UZ", P)),
        (EU, INL),
        "Senior officials met in Almaty on 24-25 May for the tenth review of the memorandum.",
        {"series": Series("review meetings of the memorandum", 10)},
    ),
    Told(
        "Third regional meeting of the container programme",
        "2016-34",
        "in the second quarter",
        Kind.MEETING,
        (("TJ", L),),
        (INL,),
        "Port control units compared notes at their third regional meeting in the second quarter.",
    ),
    Told(
        "Customs officers of Osh trained in profiling",
        "2016-04-11/2016-04-15",
        "11 to 15 April",
        Kind.TRAINING,
        (("KG", L),),
        (INL,),
        "Customs officers of Osh practised profiling from 11 to 15 April.",
        {"level": Level.MENTIONED},
    ),
    Told(
        "Drug analysers handed over to the laboratory in Dushanbe",
        "2016-06-03",
        "on 3 June",
        Kind.SUPPORT,
        (("TJ", L),),
        (JAPAN, SWEDEN),
        "On 3 June two analysers were handed over to the laboratory in Dushanbe.",
        {"confidence": 0.41, "reasons": (Reason("doubt", "words-hardly-tell-an-event", ""),)},
        "One of them was bought by JICA, the other by the Government of Sweden.",
    ),
    Told(
        "Joint operation stops a heroin shipment near Termez",
        "2016-06-17~",
        "around 17 June",
        Kind.OPERATION,
        (("UZ", L),),
        (),
        "Around 17 June a joint operation stopped a shipment of heroin near Termez.",
    ),
    Told(
        "Prevention programme runs in forty schools",
        "2014/..",
        "since 2014",
        Kind.CAMPAIGN,
        (("KG", L), ("TJ", L)),
        (SWEDEN,),
        "Since 2014 the prevention programme has run in forty schools.",
        {"level": Level.MENTIONED},
    ),
)
AUTUMN = (
    Told(
        "Coordination centre of the border liaison offices opened",
        "2017-23",
        "this autumn",
        Kind.OPENING,
        (("UZ", L),),
        (JAPAN,),
        "This autumn the coordination centre of the liaison offices took up its work in Tashkent.",
    ),
    Told(
        "Conference on drug demand reduction held in Astana",
        "2017-11-14/2017-11-16",
        "14-16 November",
        Kind.MEETING,
        (("KZ", L), ("KG", P)),
        (SWEDEN,),
        "A conference in Astana on 14-16 November dealt with drug demand reduction.",
        {"place": "Astana"},
    ),
    Told(
        "Study visit of forensic experts to Tashkent",
        "2017-12",
        "in December",
        Kind.VISIT,
        (("UZ", L), ("KG", B)),
        (EU,),
        "In December forensic experts of Kyrgyzstan are to visit Tashkent.",
        {"planned": True},
    ),
    Told(
        "Survey of opiate prices published",
        "2017",
        "in 2017",
        Kind.PUBLICATION,
        (("AF", L),),
        (EU,),
        "The survey of opiate prices for 2017 has been published.",
    ),
    Told(
        "Road map for precursor control signed in Bishkek",
        "2017-10-05",
        "last month",
        Kind.ROAD_MAP,
        (("KG", L),),
        (INL,),
        "Last month, on the fifth, a road map for precursor control was signed in Bishkek.",
        {"basis": Basis.RESOLVED},
    ),
    Told(
        "Memorandum on witness protection signed",
        "2017-10",
        "in the quarter",
        Kind.AGREEMENT,
        (("KZ", L),),
        (),
        "A memorandum on witness protection was signed in the quarter.",
        {
            "basis": Basis.ISSUE,
            "confidence": 0.45,
            "reasons": (
                Reason("doubt", "columns-may-be-mixed-up", ""),
                Reason("doubt", "only-the-period-of-the-issue-is-known", ""),
            ),
        },
    ),
)
TWICE = Told(
    "First liaison office at the Ayritom crossing starts its work",
    "2016-05",
    "last May",
    Kind.OPENING,
    (("UZ", L),),
    (JAPAN,),
    "Last May the first liaison office of the river border was opened at Ayritom, with a grant of Japan.",
    {"place": "Ayritom"},
)


def reading(file: str, title: str, issue: str, told: tuple[Told, ...]) -> Reading:
    """What an importer would make of a newsletter with one article for each milestone."""
    articles, milestones, text = [], [], ""
    for number, one in enumerate(told):
        before = f"How {one.title} came about is told first.\n\n"
        body = (
            before
            + one.sentence
            + "\n\n"
            + "".join(f"Speaker {speaker} of {title} said at length what {one.title} means. " for speaker in range(8))
            + one.paid
        )
        start = len(text) + len(before)
        evidence = Evidence(
            ((start, start + len(one.sentence)),), one.sentence, number, (len(before), len(before) + len(one.sentence))
        )
        milestone = Milestone(
            one.title,
            When(one.date),
            one.kind,
            date_text=one.words,
            donors=one.donors,
            evidence=evidence,
            citations=tuple(_citation(donor, one.paid, number, len(text), body) for donor in one.donors if one.paid),
            confidence=0.9,
            countries=tuple(CountryRole(code, role) for code, role in one.countries),
        )
        for name, value in (one.more or {}).items():
            object.__setattr__(milestone, name, value)
        articles.append(Article(f"Story {number} of {title}", body))
        milestones.append(milestone)
        text += body + "\n\n"
    source = Source(file, title, text, file.ljust(64, "0"), When(issue), "heading")
    return Reading(source, tuple(articles), tuple(milestones), "1")


def _citation(donor: Donor, words: str, article: int, before: int, body: str) -> Citation:
    at = body.index(words)
    return Citation(f"donor:{donor}", Evidence(((before + at, before + at + len(words)),), words, article, (at, at + len(words))))


def fill(path: Path, *readings: Reading) -> Path:
    """A store with these readings."""
    with open_store(path, create=True) as store:
        for one in readings:
            save_reading(store, one, at=AT)
    return path
