"""What people decide, and what comes of it: settle on plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from db.changes import Change, ChangeError, Settled, check, field_text, settle
from db.models import DOUBTFUL, Basis, Citation, CountryRole, Donor, Evidence, Kind, Level, Milestone, Money, Role, Series, Status
from db.when import When

READ = Milestone(
    "Checkpoint opened at the bridge",
    When("2016-05"),
    Kind.OPENING,
    date_text="in May",
    basis=Basis.RESOLVED,
    place="Termez",
    countries=(CountryRole("UZ", Role.LOCATION), CountryRole("AF", Role.BENEFICIARY)),
    donors=(Donor("Japan", "JICA"), Donor("European Union")),
    amounts=(Money("USD", Decimal("1380000.00")),),
    partners=("River Guild",),
    evidence=Evidence(((3, 9),), "A new checkpoint was opened.", 2, (0, 28)),
    confidence=0.4,
)


def change(field: str, new: str | None, op: str = "set", seq: int = 1, cid: str = "", **more: Any) -> Change:
    return Change(
        cid or f"c{seq}{field}",
        more.pop("step", f"s{seq}"),
        seq,
        more.pop("base", None),
        "m1",
        field,
        op,
        more.pop("old", None),
        new,
        more.pop("who", "ann"),
        "2020-01-01T00:00:00",
    )


def settled(reading: Milestone | None, changes: Sequence[Change]) -> Settled:
    made = settle(reading, changes)
    assert made is not None
    return made


def test_without_changes_the_reading_stands() -> None:
    assert settle(READ, []) == Settled(READ, frozenset(), None, frozenset(), frozenset())
    assert not settled(READ, []).corrected


ROLES = {"AF": Role.BENEFICIARY, "UZ": Role.LOCATION}


@pytest.mark.parametrize(
    ("made", "fields", "edited"),
    [
        ([change("title", "Checkpoint inaugurated at the bridge")], {"title": "Checkpoint inaugurated at the bridge"}, "title"),
        ([change("date", "2016-05-13")], {"when": When("2016-05-13"), "basis": Basis.EDITED}, "date"),
        ([change("kind", "visit")], {"kind": Kind.VISIT}, "kind"),
        ([change("level", "mentioned")], {"level": Level.MENTIONED}, "level"),
        ([change("planned", "yes")], {"planned": True}, "planned"),
        ([change("place", "")], {"place": ""}, "place"),
        ([change("series", "talks on the river #4")], {"series": Series("talks on the river", 4)}, "series"),
        ([change("series", "talks on the river")], {"series": Series("talks on the river")}, "series"),
        ([change("series", "")], {"series": None}, "series"),
        ([change("status", "accepted")], {"status": Status.ACCEPTED}, "status"),
        ([change("note", "seen\nby two")], {"note": "seen\nby two"}, "note"),
        (
            [change("country:KZ", "location", "add")],
            {"countries": (CountryRole("KZ", Role.LOCATION), *READ.countries)},
            "countries",
        ),
        (
            [change("country:UZ", "participant", "add")],
            {"countries": (READ.countries[1], CountryRole("UZ", Role.PARTICIPANT))},
            "countries",
        ),
        ([change("country:UZ", None, "remove")], {"countries": (READ.countries[1],)}, "countries"),
        ([change("country:TJ", None, "remove")], {}, "countries"),
        (
            [
                change("country:KZ", "location", "add"),
                change("country:TJ", "location", "add", 1),
                change("country:UZ", None, "remove"),
            ],
            {"countries": (CountryRole("KZ", Role.LOCATION), CountryRole("TJ", Role.LOCATION), READ.countries[1])},
            "countries",
        ),
        ([change("donor:Japan/JICA", None, "remove")], {"donors": (Donor("European Union"),)}, "donors"),
        ([change("donor:Japan", None, "remove")], {}, "donors"),
        ([change("donor:Sweden", "", "add")], {"donors": (*READ.donors, Donor("Sweden"))}, "donors"),
        ([change("donor:Japan/JICA", "", "add")], {}, "donors"),
        (
            [change("amount:USD 1380000", None, "remove"), change("amount:EUR 12.5", "", "add")],
            {"amounts": (Money("EUR", Decimal("12.5")),)},
            "amounts",
        ),
        (
            [change("partner:River Guild", None, "remove"), change("partner:a", "", "add"), change("partner:b", "", "add")],
            {"partners": ("a", "b")},
            "partners",
        ),
        ([change("title", None)], {}, ""),
        (
            [change("title", "An older title of it", seq=1), change("title", "A newer title of it", seq=2)],
            {"title": "A newer title of it"},
            "title",
        ),
        (
            [change("title", "A newer title of it", seq=2), change("title", "An older title of it", seq=1)],
            {"title": "A newer title of it"},
            "title",
        ),
        (
            [change("title", "Of the lesser cid", cid="a"), change("title", "Of the greater cid", cid="b")],
            {"title": "Of the greater cid"},
            "title",
        ),
        ([change("title", "An older title of it", seq=1), change("title", None, seq=2)], {}, ""),
        ([change("country:KZ", "location", "add", 1), change("country:KZ", None, "remove", 2)], {}, "countries"),
        ([change("country:UZ", None, "remove", 1), change("country:UZ", None, "set", 2)], {}, ""),
        ([change("kind", "jamboree", seq=9), change("kind", "visit", seq=1)], {"kind": Kind.VISIT}, "kind"),
        ([change("mood", "good")], {}, ""),
    ],
)
def test_settle(made: list[Change], fields: dict[str, Any], edited: str) -> None:
    result = settled(READ, made)
    # who corrects has looked
    assert result.milestone == replace(READ, **fields, confidence=DOUBTFUL if result.corrected else READ.confidence)
    assert result.edited == ({edited} if edited else frozenset())


def test_what_was_corrected_is_doubtful_no_more() -> None:
    doubtful = settled(READ, [change("note", "look at this")])
    assert not doubtful.corrected
    assert doubtful.milestone.confidence == 0.4
    assert settled(READ, [change("place", "Osh")]).milestone.confidence == DOUBTFUL
    assert settled(READ, [change("place", "Osh"), change("place", None, seq=2)]).milestone.confidence == 0.4
    sure = replace(READ, confidence=0.9)
    assert settled(sure, [change("place", "Osh")]).milestone.confidence == 0.9


USD, JPY = Money("USD", Decimal(1500000)), Money("JPY", Decimal(141000000))
PAID = replace(
    READ,
    amounts=(USD, JPY),
    restated=((JPY, USD),),
    citations=(
        Citation("donor:Japan/JICA", Evidence(((20, 44),), "It was paid for by JICA.", 2, (40, 64))),
        Citation("amount:USD 1500000", Evidence(((50, 80),), "The grant is of 1.5 million US dollars.", 2, (70, 100))),
    ),
)


@pytest.mark.parametrize(
    ("made", "cited", "restated"),
    [
        ([change("donor:Japan/JICA", None, "remove")], ["amount:USD 1500000"], 1),
        ([change("amount:USD 1500000", None, "remove")], ["donor:Japan/JICA"], 0),
        ([change("amount:JPY 141000000", None, "remove")], ["donor:Japan/JICA", "amount:USD 1500000"], 0),
        ([change("donor:Sweden", "", "add")], ["donor:Japan/JICA", "amount:USD 1500000"], 1),
    ],
)
def test_what_is_taken_away_takes_its_words_along(made: list[Change], cited: list[str], restated: int) -> None:
    told = settled(PAID, made).milestone
    assert [citation.of for citation in told.citations] == cited
    assert len(told.restated) == restated


def test_merging_and_judging_are_no_corrections() -> None:
    result = settled(READ, [change("merged_into", "m2"), change("status", "rejected"), change("note", "the same event")])
    assert result.merged_into == "m2"
    assert result.edited == {"merged_into", "status", "note"}
    assert not result.corrected
    assert result.differs == frozenset()
    assert settled(READ, [change("merged_into", "m2"), change("merged_into", "", seq=2)]).merged_into is None


def test_entered_by_a_person() -> None:
    made = [
        change("title", "Entered by a person"),
        change("date", "2019"),
        change("kind", "visit"),
        change("country:KZ", "location", "add"),
    ]
    result = settled(None, made)
    assert result.milestone == Milestone(
        "Entered by a person", When("2019"), Kind.VISIT, basis=Basis.EDITED, countries=(CountryRole("KZ", Role.LOCATION),)
    )
    assert result.edited == {"title", "date", "kind", "countries"}
    assert result.differs == frozenset()
    assert settle(None, made[1:]) is None
    assert settle(None, [*made, change("title", None, seq=2)]) is None
    assert settle(None, []) is None


@pytest.mark.parametrize(
    ("title", "differs", "reread"),
    [
        ("As it was once read", True, False),
        ("As a person put it", False, False),
        ("As it is read today", True, True),
    ],
)
def test_a_correction_stands_and_the_difference_is_told(title: str, differs: bool, reread: bool) -> None:
    reading = replace(READ, title=title)
    made = [change("title", "As a person put it", old="As it was once read")]
    made.append(change("title", "As a person put it", seq=2, base=made[0].cid, old="As a person put it"))
    result = settled(reading, made)
    assert result.milestone.title == "As a person put it"
    assert ("title" in result.differs, "title" in result.reread) == (differs, reread)


def test_a_decision_after_a_return_to_the_reading_counts_from_there() -> None:
    first = change("title", "As a person put it", old="As it was once read")
    back = change("title", None, seq=2, base=first.cid, old="As a person put it")
    again = change("title", "As another put it", seq=3, base=back.cid, old="As it is read today")
    assert settled(replace(READ, title="As it is read today"), [first, back, again]).reread == frozenset()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (change("mood", "good"), "no field “mood”"),
        (change("country:kz", "location", "add"), "ISO 3166"),
        (change("country:KZ", "owner", "add"), "location, beneficiary, participant"),
        (change("country:KZ", "location"), "added and removed"),
        (change("title", "Too short"), "10 to 90"),
        (change("title", "Two lines\nof title"), "one line"),
        (change("title", "A right title", "add"), "can be set"),
        (change("date", "2016-02-30"), "2016-02-30"),
        (change("date", "2017/2016"), "ends before it starts"),
        (change("kind", "jamboree"), "opening"),
        (change("planned", "maybe"), "yes nor no"),
        (change("place", "a\nb"), "one line"),
        (change("donor:", "", "add"), "one line"),
        (change("donor:/JICA", "", "add"), "one line"),
        (change("amount:12", "", "add"), "USD 1380000"),
        (change("amount:USD 1E+999999", "", "add"), "USD 1380000"),
        (change("amount:USD 1,000.00", "", "add"), "USD 1000:"),
        (change("amount:USD nan", "", "add"), "USD 1380000"),
    ],
)
def test_what_cannot_be(made: Change, words: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        check(made)
    assert words in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
    assert settled(READ, [made]).milestone == READ, "what comes from elsewhere and cannot be is passed over"


def test_field_text_is_what_a_change_would_set() -> None:
    assert [field_text(READ, field) for field in ("title", "date", "kind", "planned", "series", "country:UZ", "country:KZ")] == [
        READ.title,
        "2016-05",
        "opening",
        "no",
        "",
        "location",
        None,
    ]
    assert [
        field_text(READ, field) for field in ("donor:Japan/JICA", "donor:Japan", "amount:USD 1380000", "partner:River Guild")
    ] == ["", None, "", ""]
    with pytest.raises(ChangeError, match="no field"):
        field_text(READ, "mood")
    with pytest.raises(ChangeError, match="no field"):
        field_text(READ, "title:x")
