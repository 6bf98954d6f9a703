"""A small store with a milestone of every sort, for tests of what reads it."""

from __future__ import annotations

import sqlite3
from decimal import Decimal

from db.models import Basis, Citation, CountryRole, Donor, Evidence, Kind, Level, Milestone, Money, Reason, Role, Series, Status
from db.queries.listing import page
from db.selection import Selection, parse
from db.when import When
from tests.db import rows

UZ, AF, KG = CountryRole("UZ", Role.LOCATION), CountryRole("AF", Role.BENEFICIARY), CountryRole("KG", Role.LOCATION)
JICA, JAPAN, SWEDEN = Donor("Japan", "JICA"), Donor("Japan"), Donor("Sweden")
ARTICLE = "A post on the river opened.\n\nThe first border post was handed over to the guards in May.\n\n"
ARTICLE += "JICA paid for the post. It cost 5.50 euros more."


def cite(of: str, words: str) -> Citation:
    """What proves a donor or an amount, as it stands in ARTICLE."""
    at = ARTICLE.index(words)
    return Citation(of, Evidence(((at + 200, at + 200 + len(words)),), words, 0, (at, at + len(words))))


def make(title: str, date: str, kind: Kind, **more: object) -> Milestone:
    quote = more.pop("quote", f"It is told that {title.lower()}.")
    evidence = Evidence(((3, 40), (90, 120)), str(quote), 0, (29, 88))
    return Milestone(title=title, when=When(date), kind=kind, evidence=evidence, **more)  # type: ignore[arg-type]


STORY: list[tuple[str, Milestone, dict[str, object]]] = [
    (
        "aaaaaaaaaa",
        make(
            "Border post opened at Ayritom",
            "2016-05",
            Kind.OPENING,
            quote="The first border post was handed over to the guards in May.",
            place="Ayritom crossing",
            countries=(UZ, AF),
            donors=(JICA, JAPAN),
            amounts=(Money("USD", Decimal(1380000)), Money("EUR", Decimal("5.50"))),
            partners=("Customs Committee", "Border Guards"),
            series=Series("border posts", 2),
            date_text="in May",
            basis=Basis.RESOLVED,
            reasons=(Reason("date", "year-from-issue", "in May"),),
            citations=(cite("donor:Japan/JICA", "JICA paid for the post."), cite("amount:EUR 5.5", "It cost 5.50 euros more.")),
        ),
        {"source": 1, "article": 1, "heading": "A river post"},
    ),
    (
        "aaaaabbbbb",
        make("Training of customs officers", "2016-04-13/2016-04-15", Kind.TRAINING, countries=(KG,), donors=(SWEDEN,)),
        {"source": 1},
    ),
    ("cccccccccc", make("Programme committee meets", "2016-34", Kind.MEETING, planned=True, level=Level.MENTIONED), {"source": 2}),
    (
        "dddddddddd",
        make("Road map agreed by ministers", "2017", Kind.ROAD_MAP, countries=(UZ, KG), status=Status.ACCEPTED),
        {"source": 2},
    ),
    ("eeeeeeeeee", make("Therapy becomes available", "2008/..", Kind.LAUNCH, basis=Basis.ISSUE, note="check this"), {"source": 2}),
    ("ffffffffff", make("Old agreement ends its term", "../2010", Kind.AGREEMENT), {"source": 1}),
    (
        "gggggggggg",
        make("Autumn conference in Tashkent", "2017-23", Kind.MEETING, place="Taškent", countries=(UZ,)),
        {"source": 2, "edited": 1},
    ),
    (
        "hhhhhhhhhh",
        make("Border crossing at the river", "2016-05", Kind.OPENING, countries=(UZ,), series=Series("border posts", 3)),
        {"source": 2},
    ),
    ("iiiiiiiiii", make("Meeting entered by a person", "2016-05-20", Kind.MEETING, amounts=(Money("USD", Decimal(20)),)), {}),
    (
        "rrrrrrrrrr",
        make("Rejected border statistics", "2016-05", Kind.OPENING, status=Status.REJECTED, countries=(UZ,)),
        {"source": 1},
    ),
    (
        "ssssssssss",
        make("Merged border post opened", "2016-05", Kind.OPENING, countries=(UZ,)),
        {"source": 2, "merged_into": "aaaaaaaaaa"},
    ),
    ("tttttttttt", make("Gone border campaign week", "2016-05", Kind.CAMPAIGN, donors=(JAPAN,)), {"source": 1, "gone": 2}),
    ("uuuuuuuuuu", make("Gone but corrected contest", "2015-03-08", Kind.CAMPAIGN), {"source": 1, "gone": 1, "edited": 1}),
    ("vvvvvvvvvv", make("Border visit of removed source", "2016-05", Kind.VISIT, countries=(UZ,)), {"source": 3}),
]
SHOWN = {uid for uid, *_ in STORY} - {"rrrrrrrrrr", "ssssssssss", "tttttttttt", "vvvvvvvvvv"}


def story_store() -> sqlite3.Connection:
    """A store that holds STORY."""
    conn = rows.new_store()
    rows.add_source(conn, 1, "one.txt", "Milestones, Apr-Jun 2016", "2016-34")
    rows.add_source(conn, 2, "two.txt", "Milestones, Apr-Jun 2016 (second)", None)
    rows.add_source(conn, 3, "three.txt", "Removed issue", None, removed=1)
    rows.add_article(conn, 1, 1, "A river post", ARTICLE)
    for uid, milestone, more in STORY:
        rows.add(conn, uid, milestone, **more)  # type: ignore[arg-type]
    # an entry by hand has no evidence
    conn.execute("update milestone set quote = '' where uid = 'iiiiiiiiii'")
    return conn


def uids(conn: sqlite3.Connection, query: str | Selection) -> set[str]:
    """The letters of what a query finds."""
    selection = parse(query) if isinstance(query, str) else query
    return {row.uid[0] if row.uid != "aaaaabbbbb" else "b" for row in page(conn, selection, 0, 100)}
