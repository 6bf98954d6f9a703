"""What people type into fields: what becomes of it, what is refused and which right value is named, what a form shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.amounts import read_money
from db.changes import Change, ChangeError, check, settle
from db.editing import FIELDS, EditError, edit_field, form_text, parse_edit, understood
from db.models import CountryRole, Kind, Money, Role, Series
from db.when import When
from tests.db.newsletters import BRIDGE, TOLD

TODAY = date(2016, 7, 1)
HERE = replace(TOLD[BRIDGE], series=Series("talks", 3))

TYPED = [
    ("title=  A better  title ", [("title", "set", "A better title")]),
    ("date=mid May 2016", []),
    ("date=13-15 April", [("date", "set", "2016-04-13/2016-04-15")]),
    ("when=Q2 2016", [("date", "set", "2016-34")]),
    ("kind=workshop", [("kind", "set", "training")]),
    ("kind=opening", []),
    ("level=Mentioned", [("level", "set", "mentioned")]),
    ("planned=yes", [("planned", "set", "yes")]),
    ("planned = done", []),
    ("place=", [("place", "set", "")]),
    ("series=talks #10", [("series", "set", "talks #10")]),
    ("series=", [("series", "set", "")]),
    ("status=accepted", [("status", "set", "accepted")]),
    ("note=one\ntwo ", [("note", "set", "one\ntwo")]),
    ("country+=KZ:beneficiary", [("country:KZ", "add", "beneficiary")]),
    ("country+=kazakhstan (part)", [("country:KZ", "add", "participant")]),
    ("country+=AF", []),
    ("country+=AF:location", [("country:AF", "add", "location")]),
    ("beneficiary+=UZ", [("country:UZ", "add", "beneficiary")]),
    ("countries=Uzbekistan, KZ", [("country:AF", "remove", None), ("country:KZ", "add", "location")]),
    ("countries=", [("country:UZ", "remove", None), ("country:AF", "remove", None)]),
    ("country-=Afghanistan", [("country:AF", "remove", None)]),
    ("donor+=JICA", []),
    ("donor+=government of japan", [("donor:Japan", "add", "")]),
    ("donor+=Lake Trust/Youth Fund", [("donor:Lake Trust/Youth Fund", "add", "")]),
    ("donor-=japan/jica", [("donor:Japan/JICA", "remove", None)]),
    (
        "donors=Sweden, European Union",
        [("donor:Japan/JICA", "remove", None), ("donor:Sweden", "add", "")],
    ),
    ("amount+=$1.38 million", []),
    ("amounts=1,500,000 EUR", [("amount:USD 1380000", "remove", None), ("amount:EUR 1500000", "add", "")]),
    ("partner-=river guild, termez", [("partner:River Guild; Termez", "remove", None)]),
    ("partner+=Lake Club, Osh", [("partner:Lake Club, Osh", "add", "")]),
]
WRONG = [
    ("title=x", "10 to 90 characters; this one has 1"),
    ("date=30 February 2016", "“30 February 2016” is not a date"),
    ("date=15-13 April 2016", "ends before it starts: did you mean 13 Apr 2016 to 15 Apr 2016?"),
    ("date=2016-05-13/2016-05-12", "ends before it starts"),
    ("date=0\r0", "“0 0” is not a date"),
    ("kind=opning", "“opning” is no kind: did you mean opening?"),
    ("kind=", "“” is no kind: take opening, agreement"),
    ("level=mention", "did you mean mentioned?"),
    ("status=acepted", "did you mean accepted?"),
    ("planned=perhaps", "neither yes nor no"),
    ("series=talks #x", "such as review meetings #10"),
    ("country+=Kasachstan", "“Kasachstan” is no country: did you mean Kazakhstan?"),
    ("country+=KZ:partcipant", "“partcipant” is no role: did you mean participant?"),
    ("country-=KZ", "KZ is not among its countries: it has UZ, AF"),
    ("donor-=Japan", "Japan is not among its donors: it has Japan/JICA, European Union"),
    ("donor+=/", "is no donor"),
    ("donor+=", "nothing to add"),
    ("amount+=12 florins", "“florins” is no currency"),
    ("amount+=EUR", "“EUR” is no amount"),
    ("tilte=foo", "there is no field “tilte”: did you mean title?"),
    ("xyzzy=foo", "there is no field “xyzzy”: take title, date"),
    ("title+=more", "title holds one value"),
    ("just words", "write field=value"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edits"), TYPED, ids=[text for text, _ in TYPED])
def test_what_is_typed(text: str, edits: list[tuple[str, str, str | None]]) -> None:
    made = parse_edit(text, HERE, TODAY)
    assert [(edit.field, edit.op, edit.new) for edit in made] == edits
    for nr, edit in enumerate(made):
        check(Change(f"c{nr}", "s", 0, None, "m", edit.field, edit.op, None, edit.new, "ann", ""))


@pytest.mark.parametrize(("text", "words"), WRONG, ids=[text for text, _ in WRONG])
def test_what_cannot_be(text: str, words: str) -> None:
    with pytest.raises(EditError) as caught:
        parse_edit(text, HERE, TODAY)
    assert words in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


DATES = (
    "2016 2016-34 2017-23 2016-24 2008/.. ../2010 1990/1999 2017-12~ 2016-05-13 2016-04-13/2016-04-15 2016-04-30/2016-05-02 "
    "2013-12/2014-01~ 2016-40"
)


@pytest.mark.parametrize("date_text", DATES.split())
def test_a_form_typed_back_unchanged_edits_nothing(date_text: str) -> None:
    milestone = replace(HERE, when=When(date_text))
    assert {field: edit_field(milestone, field, form_text(milestone, field), TODAY) for field in FIELDS} == dict.fromkeys(
        FIELDS, ()
    )


def test_an_edit_makes_what_was_typed() -> None:
    made = [
        one
        for text in ("countries=KZ (participant); UZ", "donors=Sweden", "amount+=EUR 5k")
        for one in parse_edit(text, HERE, TODAY)
    ]
    changes = [Change(f"c{nr}", "s", nr, None, "m", one.field, one.op, None, one.new, "ann", "") for nr, one in enumerate(made)]
    settled = settle(HERE, changes)
    assert settled is not None
    now = settled.milestone
    assert now.countries == (CountryRole("UZ", Role.LOCATION), CountryRole("KZ", Role.PARTICIPANT))
    assert [str(donor) for donor in now.donors] == ["Sweden"]
    assert now.amounts == (Money("USD", Decimal(1380000)), Money("EUR", Decimal(5000)))


def test_for_a_new_milestone_empty_fields_are_no_edits() -> None:
    assert [
        edit_field(None, field, form_text(None, field), TODAY) for field in ("place", "countries", "donors", "note", "series")
    ] == [()] * 5
    assert edit_field(None, "kind", "visit", TODAY)[0].new == Kind.VISIT


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("date", "13-15 april 2016", "13–15 April 2016 · 2016-04-13/2016-04-15"),
        ("countries", "uz; kz:ben", "Uzbekistan (location); Kazakhstan (beneficiary)"),
        ("kind", "mou", "agreement"),
        ("donors", "jica; us/inl", "Japan/JICA; United States/INL"),
        ("amounts", "$5k", "USD 5000"),
    ],
)
def test_what_a_form_says_while_one_types(field: str, text: str, said: str) -> None:
    assert understood(field, text, TODAY) == said


def test_a_day_without_a_year_is_near_the_date_that_it_corrects() -> None:
    then = replace(HERE, when=When("2009-12"))
    assert parse_edit("date=22 December", then, TODAY)[0].new == "2009-12-22"
    assert understood("date", "22 December", TODAY, then.when) == "22 December 2009 · 2009-12-22"
    assert parse_edit("date=22 December", None, TODAY)[0].new == "2015-12-22"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("USD 1380000", "USD 1,380,000"),
        ("1.38 million dollars", "USD 1,380,000"),
        ("€2.5bn", "EUR 2,500,000,000"),
        ("GBP 12.50", "GBP 12.50"),
        ("1 250 000 eur", "EUR 1,250,000"),
        ("US$ 5'000", "USD 5,000"),
    ],
)
def test_amounts(text: str, told: str) -> None:
    assert str(read_money(text)) == told


@given(st.text(max_size=40), st.sampled_from(FIELDS), st.sampled_from(["=", "+=", "-="]))
def test_any_text_is_an_edit_or_one_line(text: str, field: str, how: str) -> None:
    try:
        made = parse_edit(f"{field}{how}{text}", HERE, TODAY)
    except ChangeError as error:
        assert len(str(error).splitlines()) == 1
        return
    for edit in made:
        check(Change("c", "s", 0, None, "m", edit.field, edit.op, None, edit.new, "ann", ""))
