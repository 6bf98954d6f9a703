"""The query language: what is understood, what is refused and where, and that a selection says itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db import terms as language
from db.selection import Selection, parse
from db.terms import CLOSED, FIELDS, QueryError, Term

READ = [
    # typed, canonical, chips
    ("", "", ()),
    ("   ", "", ()),
    ("border", "border", ("“border”",)),
    ("border liaison", "border liaison", ("“border”", "“liaison”")),
    ('"border liaison"', '"border liaison"', ("“border liaison”",)),
    ("“border  liaison”", '"border liaison"', ("“border liaison”",)),
    ('"border liai', "border liai", ("“border”", "“liai”")),
    ("-border", "-border", ("not “border”",)),
    ("not border", "-border", ("not “border”",)),
    ("NOT kind:training", "-kind:training", ("not trainings",)),
    ('-"a phrase" word', '-"a phrase" word', ("not “a phrase”", "“word”")),
    ("not", "", ()),
    ("border - customs & police not", "border customs police", ("“border”", "“customs”", "“police”")),
    ("nothing notable", "nothing notable", ("“nothing”", "“notable”")),
    ('"not" x', '"not" x', ("“not”", "“x”")),
    ("10:30 http://x.org a:b", "10:30 http://x.org a:b", ("“10:30”", "“http://x.org”", "“a:b”")),
    ("country:uz", "country:uz", ("Uzbekistan",)),
    ("Country:UZBEKISTAN", "country:uz", ("Uzbekistan",)),
    ("country:uzb", "country:uz", ("Uzbekistan",)),
    ('country:"kyrgyz republic"', "country:kg", ("Kyrgyzstan",)),
    ("country:uz,kg", "country:uz,kg", ("Uzbekistan or Kyrgyzstan",)),
    ("country:uz, kg border", "country:uz,kg border", ("Uzbekistan or Kyrgyzstan", "“border”")),
    ("country:uz, donor:japan", "country:uz donor:Japan", ("Uzbekistan", "funded by Japan")),
    ("country:uz, not kind:visit", "country:uz -kind:visit", ("Uzbekistan", "not visits")),
    ("country:uz,uz", "country:uz", ("Uzbekistan",)),
    ("country: uz", "country:uz", ("Uzbekistan",)),
    ("country:uz country:kg", "country:uz country:kg", ("Uzbekistan", "Kyrgyzstan")),
    ("location:uz beneficiary:af", "location:uz beneficiary:af", ("in Uzbekistan", "for Afghanistan")),
    ("participant:kz", "participant:kz", ("with Kazakhstan taking part",)),
    ("donor:japan", "donor:Japan", ("funded by Japan",)),
    ("donor:japan AND country:uz", "donor:Japan country:uz", ("funded by Japan", "Uzbekistan")),
    ("border and police and", "border police", ("“border”", "“police”")),
    ("country:uz or", 'country:uz "or"', ("Uzbekistan", "“or”")),
    ("donor:JICA", "donor:Japan/JICA", ("funded by Japan through JICA",)),
    ("agency:jica", "agency:JICA", ("through JICA",)),
    ('donor:"Unheard-of Fund"', 'donor:"Unheard-of Fund"', ("funded by the Unheard-of Fund",)),
    ("kind:Trainings,mou", "kind:training,agreement", ("trainings or agreements",)),
    ("status:rejected,new", "status:rejected,new", ("rejected or new",)),
    ("is:planned -is:mentioned", "is:planned -is:mentioned", ("planned", "not mentioned")),
    ("has:amount -has:donor", "has:amount -has:donor", ("with an amount", "without a donor")),
    ("has:place,partner", "has:place,partner", ("with a place or a partner",)),
    ('"foo:bar" Note: see', '"foo:bar" Note: see', ("“foo:bar”", "“Note:”", "“see”")),
    ("basis:issue", "basis:issue", ("dated by the issue only",)),
    ('place:"Ayritom crossing"', 'place:"Ayritom crossing"', ("at “Ayritom crossing”",)),
    ('source:"Milestones, Apr-Jun 2016"', 'source:"Milestones, Apr-Jun 2016"', ("from “Milestones, Apr-Jun 2016”",)),
    ("series:mou", "series:mou", ("series “mou”",)),
    ("after:2016 before:2017-06", "after:2016 before:2017-06", ("2016 or later", "Jun 2017 or earlier")),
    ("date:2016-05..2017", "date:2016-05..2017", ("May 2016 to 2017",)),
    ("date:2016-Q2", "date:2016-Q2", ("Q2 2016",)),
    ("date:2016-34", "date:2016-Q2", ("Q2 2016",)),
    ("date:2016-h1", "date:2016-H1", ("1st half 2016",)),
    ("date:2013..", "date:2013..", ("since 2013",)),
    ("date:..2013", "date:..2013", ("until 2013",)),
    ('date:"autumn 2017"', "date:2017-autumn", ("autumn 2017",)),
    ("date:may-2016", "date:2016-05", ("May 2016",)),
    ("date:2016-Q2..2017-Q1", "date:2016-04..2017-03", ("Apr 2016 to Mar 2017",)),
    ("year:2016,2017", "date:2016,2017", ("2016 or 2017",)),
    ('place:"say ""x"""', 'place:"say ""x"""', ('at “say "x"”',)),
    ("tab\tline\nnul\0bidi\u202eend", "tab line nul bidi end", ("“tab”", "“line”", "“nul”", "“bidi”", "“end”")),
]


@pytest.mark.parametrize(("typed", "canonical", "chips"), READ)
def test_read(typed: str, canonical: str, chips: tuple[str, ...]) -> None:
    selection = parse(typed)
    assert selection.text() == canonical
    assert selection.chips() == chips
    assert parse(canonical) == selection


WRONG = [
    # typed, the part that is wrong, what the message names
    ("border cuntry:uz", "cuntry", "country:"),
    ("donors:japan", "donors", "donor:"),
    ("countries:uz", "countries", "country:"),
    ("staus:new", "staus", "status:"),
    ("coun:uz", "coun", "country:"),
    ("x country:uzbekstn y", "uzbekstn", "Uzbekistan"),
    ("country:uz,atlantiss", "atlantiss", "atlantiss"),
    ("kind:opning", "opning", "opening"),
    ("-status:rejcted", "rejcted", "rejected"),
    ("is:plannd", "plannd", "planned"),
    ("basis:zzz", "zzz", "stated"),
    ("has:amuont", "amuont", "did you mean amount?"),
    ("border foo:bar", "foo", "country:, donor:, date: or has:"),
    ("funder:japan", "funder", "did you mean donor:?"),
    ("amount:5000", "amount", "did you mean has:amount?"),
    ("country:uz, when:2016", "when", "did you mean date:?"),
    ("date:2016-13", "2016-13", "month"),
    ("date:2016-00", "2016-00", "month, quarter or season 00"),
    ('date:"13 May" x', '"13 May"', "“13 May” needs a year, such as 13 May 2016"),
    ("date:autumn country:uz 2016", "autumn", "such as autumn 2016"),
    ("date:last friday", "last", "last year"),
    ("after:2017..2013", "2017..2013", "2013 to 2017"),
    ("country:", "country:", "country:uz"),
    ("border kind: ", "kind:", "kind:opening"),
    ("country: donor:japan", "country:", "country:uz"),
    ('country:"" x', 'country:""', "country:uz"),
    ("donor:japan OR donor:france", "OR", "donor:japan,france"),
    ("japan or france", "or", '"or"'),
]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("after:yesterday", "after:2017-06-14"),
        ("after:last year x", "after:2016 x"),
        ("date:last-month,today", "date:2017-05,2017-06-15"),
        ('-before:"this quarter"', "-before:2017-Q2"),
        ("date:2015..today", "date:2015.."),
        ("year:two weeks ago kind:training", "date:2017-06-01 kind:training"),
        ("date:May 2016 opening", "date:2016-05 opening"),
        ("date:the 2nd quarter of 2016, Autumn 2017", "date:2016-Q2,2017-autumn"),
        ("date:2016 may", "date:2016 may"),
        ("last year", "last year"),
    ],
)
def test_dates_of_several_words_and_from_today(typed: str, text: str) -> None:
    assert parse(typed, date(2017, 6, 15)).text() == text


@pytest.mark.parametrize("typed", ["after:May", 'date:"13 May"', "date:autumn"])
def test_what_may_be_of_any_year_is_not_taken_for_the_latest(typed: str) -> None:
    with pytest.raises(QueryError, match="needs a year, such as"):
        parse(typed, date(2017, 6, 15))


@pytest.mark.parametrize(("typed", "part", "named"), WRONG)
def test_wrong(typed: str, part: str, named: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert typed[caught.value.start : caught.value.end] == part
    assert named in caught.value.message
    assert str(caught.value) == caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("query", [" ".join(["word"] * 501), "-word " * 501, f"donor:{','.join(map(str, range(501)))}"])
def test_too_much(query: str) -> None:
    with pytest.raises(QueryError, match="at most 500 words and values"):
        parse(query)


def test_a_region_stands_for_its_countries() -> None:
    assert parse('country:"central asia"').chosen("country") == {"KZ", "KG", "TJ", "TM", "UZ"}


def test_words() -> None:
    assert Selection().words() == "all milestones"
    assert parse("country:uz donor:japan date:2013..2017").words() == "Uzbekistan, funded by Japan, 2013 to 2017"


def test_toggle_takes_and_lets_go() -> None:
    one = parse("border").toggle("country", "uz")
    two = one.toggle("country", "Kyrgyzstan")
    assert two.text() == "border country:uz,kg"
    assert two.chosen("country") == {"UZ", "KG"}
    assert two.toggle("country", "UZ").text() == "border country:kg"
    assert one.toggle("country", "UZ") == parse("border")


def test_toggle_and_exclude_replace_each_other() -> None:
    excluded = parse("kind:training,visit").exclude("kind", "training")
    assert excluded.text() == "kind:visit -kind:training"
    assert excluded.excluded("kind") == {"training"}
    assert excluded.exclude("kind", "training").text() == "kind:visit"
    assert excluded.toggle("kind", "training").text() == "kind:visit,training"


def test_toggle_refuses_what_a_closed_list_does_not_hold() -> None:
    with pytest.raises(QueryError):
        Selection().toggle("kind", "circus")
    with pytest.raises(QueryError):
        Selection().toggle("colour", "red")


def test_years_are_whole_dates() -> None:
    ranged = parse("date:2013..2017")
    year = ranged.toggle("year", "2016")
    assert year.text() == "date:2013..2017 date:2016"
    assert year.chosen("year") == {"2016"}
    assert year.toggle("year", "2014").text() == "date:2013..2017 date:2016,2014"
    assert year.but("year") == ranged
    assert year.but("date") == Selection()


def test_without_and_but() -> None:
    selection = parse("country:uz -country:kg donor:japan country:tj")
    assert selection.without(0).text() == "-country:kg donor:Japan country:tj"
    assert selection.but("country").text() == "-country:kg donor:Japan"
    assert parse("a").also(parse("b a")) == parse("a b")


def test_a_word_that_would_be_read_otherwise_becomes_a_phrase() -> None:
    for word in ("not", "and", "OR", "-x", "country:uz", "cuntry:uz", 'a"b', "two words", "a,b"):
        term = Term("", (word,))
        assert term.phrase
        assert parse(Selection((term,)).text()).terms[0].phrase


pieces = st.one_of(
    st.sampled_from(
        ['"', ",", ":", "-", "not ", " ", "..", "/", "~", "“", "\\", "2016", "Q2", "japan", "uz", "border", "'", "*", "AND", "or "]
    ),
    st.sampled_from([f"{field}:" for field in (*FIELDS, "year")]),
    st.sampled_from([value for values in CLOSED.values() for value in values]),
    st.text(max_size=4),
)


@given(st.lists(pieces, max_size=12).map("".join))
@example('not -"')
@example("country:uz ,, , -")
@example('place:"a"b')
@example("-not x")
def test_any_text_is_a_selection_that_says_itself(text: str) -> None:
    try:
        selection = parse(text)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(text)
        assert error.message
    else:
        assert parse(selection.text()) == selection
        assert len(selection.chips()) == len(selection.terms)
        assert all(selection.chips())


@given(
    st.lists(st.tuples(st.sampled_from(["", "place", "donor", "series", "source"]), st.text(min_size=1, max_size=8), st.booleans()))
)
def test_any_value_that_is_toggled_says_itself(steps: list[tuple[str, str, bool]]) -> None:
    selection = Selection()
    for field, value, exclude in steps:
        if not language.has_token(" ".join(language.tidy(value).split())):
            continue
        selection = selection.exclude(field, value) if exclude else selection.toggle(field, value)
    assert parse(selection.text()) == selection
