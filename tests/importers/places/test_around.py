"""The countries of an event whose own words name none, by the rest of its story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db import names
from db.models import CountryRole, Evidence, Kind, Milestone, Reason, Role
from db.when import When
from importers.places.around import (
    at_story,
    in_all,
    in_its_language,
    in_series,
    in_those_counted,
    of_its_programme,
    of_its_steering,
    of_the_same,
    together,
    told_about,
    with_both,
    within,
)
from importers.places.mentions import told_countries
from importers.places.venues import Involved, Where

L, B, P = Role.LOCATION, Role.BENEFICIARY, Role.PARTICIPANT


def made(place: str = "", **roles: Role) -> Involved:
    return Involved(place, tuple(sorted(CountryRole(code, role) for code, role in roles.items())), ())


def roles(told: Involved) -> dict[str, Role]:
    return {country.code: country.role for country in told.countries}


@pytest.mark.parametrize(
    ("what", "text", "heading", "code"),
    [
        ("one country", "Nurses of Kenya met. The law of Kenya is old.", "", "KE"),
        ("the heading's", "The law is old.", "KENYA READS ITS LAWS", "KE"),
        ("named once", "The law of Kenya is old.", "", ""),
        ("two", "Nurses of Kenya met those of Peru. Kenya and Peru have old laws.", "", ""),
        ("one among many others", "Kenya met Kenya. In Kenya one spoke of Kenya, and of Peru.", "", "KE"),
        ("none", "The law is old.", "", ""),
    ],
)
def test_the_country_that_a_story_is_about(what: str, text: str, heading: str, code: str) -> None:
    assert told_about(told_countries(text, ()), heading) == code


def test_a_country_that_pays_is_not_what_a_story_is_about() -> None:
    text = "Nurses of Kenya met. Denmark gave boats. Danish boats are fast. Denmark gave more. Kenya said thanks."
    assert told_about(told_countries(text, ()), "") == ""
    assert told_about(told_countries(text, ()), "", frozenset({"DK"})) == "KE"


VIENNA, SESSION = made("Vienna", AT=L), When("2013-03-11/2013-03-15")


@pytest.mark.parametrize(
    ("what", "told", "day", "expected"),
    [
        ("a host", made(KE=L), "2013-03-12", {"AT": L, "KE": P}),
        ("what it is about", made("Kenya", KE=L), "2013-03-12", {"AT": L, "KE": B}),
        ("a place of its own", made("Lima", PE=L), "2013-03-12", {"PE": L}),
        ("another time", made(KE=L), "2013-03-18", {"KE": L}),
        ("no country", made(), "2013-03-15", {"AT": L}),
    ],
)
def test_what_was_done_on_a_day_of_the_main_one_was_done_there(
    what: str, told: Involved, day: str, expected: dict[str, Role]
) -> None:
    assert roles(within(told, When(day), VIENNA, SESSION)) == expected


def test_what_was_done_on_the_one_day_of_the_main_one_may_be_elsewhere() -> None:
    assert roles(within(made(KE=L), When("2013-03-12"), VIENNA, When("2013-03-12"))) == {"KE": L}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The two services signed a protocol in Lima.", {"PE": L, "CL": P}),
        ("Both customs services signed a protocol in Lima.", {"PE": L, "CL": P}),
        ("Both Customs Services will sign a protocol in Lima.", {"PE": L, "CL": P}),
        ("The two Foreign Ministers signed a protocol in Lima.", {"PE": L, "CL": P}),
        ("The two dogs came to Lima.", {"PE": L}),
    ],
)
def test_both_are_those_of_the_story(told: str, expected: dict[str, Role]) -> None:
    assert roles(with_both(made("Lima", PE=L), told, made(PE=L, CL=B))) == expected


def test_both_of_a_story_of_three_are_not_known() -> None:
    assert roles(with_both(made(PE=L), "Both sides met.", made(PE=L, CL=B, BO=B))) == {"PE": L}


@pytest.mark.parametrize(
    ("how", "when", "expected"),
    [
        (Where.AS_ARTICLE, "2013-03-12", {"PE": L, "CL": P}),
        (Where.AS_ARTICLE, "2013-03-13", {"PE": L}),
        (Where.IN_SENTENCE, "2013-03-12", {"PE": L}),
    ],
)
def test_those_who_were_there_did_what_was_done_there(how: Where, when: str, expected: dict[str, Role]) -> None:
    told = Involved("", made(PE=L).countries, (), how)
    assert roles(together(told, "A plan was adopted.", When(when), made(PE=L, CL=P), When("2013-03-12"))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A plan was adopted.", {"PE": L}),
        ("The delegates adopted a plan.", {"PE": L, "CL": P}),
        ("Its findings went online.", {"PE": L, "CL": P}),
        ("The ministerial meeting was preceded by a session of senior officials.", {"PE": L, "CL": P}),
        ("The Platform was set up.", {"PE": L, "CL": P}),
        ("The platform of the ferry was mended.", {"PE": L}),
        ("The delegate of the town adopted a dog.", {"PE": L}),
    ],
)
def test_a_month_is_no_time_of_one_event_but_those_who_were_there_are(words: str, expected: dict[str, Role]) -> None:
    told = Involved("", made(PE=L).countries, (), Where.AS_ARTICLE)
    assert roles(together(told, words, When("2013-03"), made(PE=L, CL=P), When("2013-03"))) == expected


def milestone(quote: str, kind: Kind, *countries: CountryRole) -> Milestone:
    """One that is told by a quotation."""
    return Milestone("A thing was done", When("2013-03-12"), kind, countries=countries, evidence=Evidence(((0, 1),), quote))


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The day was observed in all five countries.", True),
        ("Across the region nurses said no to smoke.", True),
        ("The festival came to the region again.", True),
        ("Norway gave boats to the region.", False),
        ("It was marked in every capital.", True),
        ("The day was observed by all of our offices.", True),
        ("The day was observed in all five schools.", False),
        ("All countries have laws.", False),
        ("A post was opened.", False),
    ],
)
def test_what_was_everywhere_was_where_the_entries_are(quote: str, there: bool) -> None:
    told = in_all(milestone(quote, Kind.CAMPAIGN), ["PE", "CL"])
    assert [(one.code, one.role) for one in told.countries] == ([("CL", L), ("PE", L)] if there else [])


def test_what_names_a_country_or_has_one_entry_was_not_everywhere() -> None:
    quote = "The day was observed in all five countries."
    own = CountryRole("KE", L)
    assert in_all(milestone(quote, Kind.CAMPAIGN, own), ["PE", "CL"]).countries == (own,)
    assert in_all(milestone(quote, Kind.CAMPAIGN), ["PE"]).countries == ()


def test_countries_that_a_quotation_counts_are_those_of_the_newsletter() -> None:
    groups = [("BO", "CL", "CO", "EC", "PE")]
    told = in_those_counted(milestone("3 May: Day of Bees. All five countries will sing.", Kind.CAMPAIGN), groups)
    assert [(one.code, one.role) for one in told.countries] == [(code, L) for code in groups[0]]
    own = milestone("All five countries will sing.", Kind.CAMPAIGN, CountryRole("KE", L))
    none = milestone("All bees will sing.", Kind.CAMPAIGN)
    assert in_those_counted(own, groups) == own
    assert in_those_counted(none, groups) == none


@pytest.mark.parametrize(
    ("quote", "known"),
    [
        ("The Action started in July 2020.", True),
        ("Malta came to the donors of the Programme with the signature of a letter.", True),
        ("GREENPORT was launched in 2003.", True),
        ("The action started in July 2020.", False),
        ("The Programme on Bees started in July 2020.", False),
        ("The Programme printed a book.", False),
        ("BLUEPORT was launched in 2003.", False),
    ],
)
def test_how_its_programme_began_is_of_all_that_a_newsletter_is_about(quote: str, known: bool) -> None:
    told = of_its_programme(milestone(quote, Kind.LAUNCH), ["GREENPORT 3", "Clean ports"], [("PE", "CL")])
    assert [(one.code, one.role) for one in told.countries] == ([("CL", B), ("PE", B)] if known else [])


@pytest.mark.parametrize(
    ("quote", "known"),
    [
        ("The third Steering Committee sat in Lima on 3 May.", True),
        ("Our Steering Committee met on 3 May.", True),
        ("A mid-term evaluation starts in May.", True),
        ("The midterm review of the programme was held.", True),
        ("Its final evaluation begins in May.", True),
        ("The Financing Agreement was signed in May.", True),
        ("The committee on bees met in Lima.", False),
        ("The Steering Committee of the Bee Fund met in Lima.", False),
    ],
)
def test_what_steers_a_programme_is_of_all_that_its_newsletter_is_about(quote: str, known: bool) -> None:
    top = ["The newsletter of the Ports Programme", "Peru – Chile – Ecuador"]
    told = of_its_steering(milestone(quote, Kind.REVIEW, CountryRole("PE", L)), top, [("PE", "CL", "EC")])
    assert [(one.code, one.role) for one in told.countries] == [("PE", L), *([("CL", B), ("EC", B)] if known else [])]
    assert of_its_steering(told, ["Ports"], [("PE", "CL", "EC")]) == told


def test_a_part_of_the_world_is_no_group_that_a_programme_is_for() -> None:
    began = milestone("The Programme started in July 2020.", Kind.LAUNCH)
    wide = next(region.members for region in names.regions() if len(region.members) > 8)
    assert of_its_programme(began, [], [wide]) == of_its_programme(began, [], []) == began


@pytest.mark.parametrize(
    ("quote", "role"),
    [("Nurses met on 3 May.", L), ("Nurses met online on 3 May.", B), ("Two remotely controlled boats were bought.", L)],
)
def test_what_is_held_online_is_for_the_country_of_its_story(quote: str, role: Role) -> None:
    told = at_story(milestone(quote, Kind.MEETING), "PE")
    assert [(one.code, one.role) for one in told.countries] == [("PE", role)]


def test_what_counts_its_countries_is_of_no_others() -> None:
    told = replace(made(PE=L, CL=L, BO=L), how=Where.IN_SENTENCE)
    assert roles(of_the_same(told, "The programme will be read there.", made(PE=L, KE=P, TG=P), "a programme")) == roles(told)


@pytest.mark.parametrize(
    ("quote", "kind", "code"),
    [
        ("The manual was printed in Kyrgyz.", Kind.PUBLICATION, "KG"),
        ("The handbook came out in Kyrgyz language.", Kind.PUBLICATION, "KG"),
        ("The guide is out in Tajik, Russian and English.", Kind.PUBLICATION, "TJ"),
        ("The guide was translated into English and Khmer.", Kind.PUBLICATION, "KH"),
        ("The guide is out in Tajik and Uzbek.", Kind.PUBLICATION, ""),
        ("The guide is out in Russian.", Kind.PUBLICATION, ""),
        ("The guide for Kyrgyz nurses is out.", Kind.PUBLICATION, ""),
        ("The course was held in Kyrgyz.", Kind.TRAINING, ""),
    ],
)
def test_a_publication_is_for_the_country_of_its_language(quote: str, kind: Kind, code: str) -> None:
    assert [(one.code, one.role) for one in in_its_language(milestone(quote, kind)).countries] == ([(code, B)] if code else [])


@pytest.mark.parametrize(
    ("words", "main_told", "added"),
    [
        ("The next meeting will be held in Osh.", "The Board met in Lima.", True),
        ("The fourth session took place in Osh.", "It was the third session of the Committee.", True),
        ("At its second meeting, held in Osh, the Committee asked for boats.", "The Committee met in Lima.", True),
        ("The next meeting of the Advisory Board will be in Osh.", "The Advisory Board of the mission met in Lima.", True),
        ("A second round will follow in Osh.", "The consultations were held in Lima.", True),
        # another body's, or no meeting
        ("Its network of judges held its first meeting in Osh.", "The Forum met in Lima.", False),
        ("The first meeting of the Road Council was held in Osh.", "The Board met in Lima.", False),
        ("The first meeting of nurses was held in Osh.", "The Board met in Lima.", False),
        ("The next meeting will be held in Osh.", "A clinic was opened in Lima.", False),
        ("The next boat will be built in Osh.", "The Board met in Lima.", False),
    ],
)
def test_another_meeting_of_a_body_is_for_the_same_countries(words: str, main_told: str, added: bool) -> None:
    there = replace(made(KG=L), how=Where.IN_SENTENCE)
    expected = {"KG": L, "PE": B, "CL": P} if added else {"KG": L}
    assert roles(in_series(there, words, made(PE=L, CL=P), main_told)) == expected


def test_where_a_body_only_met_is_none_of_its_countries() -> None:
    there = replace(made(KG=L), how=Where.IN_SENTENCE)
    listed = (Reason("countries", "participants-listed", "Chile and Peru"),)
    main = replace(made(SN=L, CL=P, PE=P), reasons=listed)
    assert roles(in_series(there, "The next meeting will be in Osh.", main, "It met in Dakar.")) == {"KG": L, "CL": P, "PE": P}
    alone = made(PE=L)
    assert roles(in_series(there, "The next meeting will be in Osh.", alone, "It met in Lima.")) == {"KG": L}


def test_who_looked_on_is_not_told_of_the_next_meeting() -> None:
    there = replace(made(KG=L), how=Where.IN_SENTENCE)
    main = replace(made(PE=L, CL=P, TG=P), onlookers=frozenset({"TG"}))
    assert roles(in_series(there, "The next meeting will be in Osh.", main, "It met in Lima.")) == {"KG": L, "PE": B, "CL": P}
    assert roles(of_the_same(there, "Their deputies met in Osh.", main, "It met in Lima.")) == {"KG": L, "PE": B, "CL": P}


@pytest.mark.parametrize(
    ("told", "before", "added"),
    [
        ("The best of them went to a course in Osh.", "Judges met in Lima.", True),
        ("Twelve of them went to a course in Osh.", "Judges met in Lima.", True),
        ("Twelve of the boats went to Osh.", "Judges met in Lima.", False),
        ("Their deputies had met in Osh.", "Ministers met in Lima.", True),
        ("Their national services will meet in Osh.", "Ministers met in Lima.", True),
        ("The parties are to report in Osh.", "A protocol on eels was signed in Lima.", True),
        ("The manual will be launched in Osh.", "Judges met in Lima and finished a manual on wills.", True),
        ("They will sign the new plan in Osh.", "They agreed on an action plan in Lima.", True),
        ("The manual will be launched in Osh.", "Judges met in Lima.", False),
        ("A manual will be launched in Osh.", "Judges finished a manual in Lima.", False),
        ("Boats were sent to Osh under the plan.", "They agreed on a plan in Lima.", False),
        ("Their boats were mended in Osh.", "Ministers met in Lima.", False),
    ],
)
def test_what_came_of_a_meeting_is_of_all_who_met(told: str, before: str, added: bool) -> None:
    there = replace(made(KG=L), how=Where.IN_SENTENCE)
    expected = {"KG": L, "PE": B, "CL": P} if added else {"KG": L}
    assert roles(of_the_same(there, told, made(PE=L, CL=P), before)) == expected


def test_what_names_others_is_of_those() -> None:
    there = replace(made(KG=L, UZ=P), how=Where.IN_SENTENCE)
    assert of_the_same(there, "Their deputies met.", made(PE=L, CL=P), "Ministers met.") is there
    alone = replace(made(KG=L), how=Where.IN_SENTENCE)
    assert of_the_same(alone, "Their deputies met.", made(PE=L), "Ministers met.") is alone
