"""People of a story about one country who went to another, or came to it from others."""

from __future__ import annotations

import pytest

from db.models import CountryRole, Reason, Role
from importers.places.mentions import told_countries
from importers.places.venues import Ground, Involved, Words, involved

L, B, P = Role.LOCATION, Role.BENEFICIARY, Role.PARTICIPANT
PERU = Involved("", (CountryRole("PE", L),), ())


def roles(told: str) -> dict[str, Role]:
    whole = (0, len(told))
    made = involved(Ground(told, told_countries(told, ())), Words(whole, whole, main=False, fallback=PERU))
    return {country.code: country.role for country in made.countries}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Two chemists did an internship at the institute of Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("They had spent two weeks in Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("In Lisbon six of them completed a course on seeds in May 2014.", {"PT": L, "PE": B}),
        ("Four chemists of the laboratory will undergo training in Lisbon in October.", {"PT": L, "PE": B}),
        ("Thirty farmers will visit plantations in Lisbon in October.", {"PT": L, "PE": B}),
        ("They received basic training in Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("They completed a course at the kennels of the Polish customs in May 2014.", {"PL": L, "PE": B}),
        ("The kennels of the Polish customs were painted in May 2014.", {"PL": L}),
        ("A study visit to Lisbon and Madrid took place in May 2014.", {"PT": L, "ES": L, "PE": B}),
        ("The document was signed in Lisbon in May 2014.", {"PT": L, "PE": B}),
        ("The agreement between the two mayors was signed in Lisbon in May 2014.", {"PT": L}),
        ("A post in Lisbon underwent a review in May 2014.", {"PT": L}),
        ("The applause went to the Lisbon team, created in May 2014.", {"PT": L}),
        ("A post in Lisbon was completed in May 2014.", {"PT": L}),
        ("Portugal was the first to try it, followed by others.", {"PT": L}),
    ],
)
def test_people_of_a_story_who_went_elsewhere(told: str, expected: dict[str, Role]) -> None:
    assert roles(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A first group, from Kenya and Togo, was trained.", {"PE": L, "KE": P, "TG": P}),
        ("Twelve officers from Togo were trained there.", {"PE": L, "TG": B}),
        ("Twelve officers from Togo were trained in Chile.", {"CL": L, "TG": B}),
    ],
)
def test_people_who_came_from_elsewhere(told: str, expected: dict[str, Role]) -> None:
    assert roles(told) == expected


def of_the_main(before: str, told: str) -> dict[str, Role]:
    text = f"{before} {told}"
    own = (len(before) + 1, len(text))
    made = involved(Ground(text, told_countries(text, ())), Words(own, (0, len(text)), main=True))
    return {country.code: country.role for country in made.countries}


@pytest.mark.parametrize(
    ("before", "told", "expected"),
    [
        ("The port of Callao in Peru has a new unit.", "In May six of the officers went to Lisbon.", {"PT": L, "PE": B}),
        ("Peru is mending its law.", "Its judges visited Oslo in May.", {"NO": L, "PE": B}),
        ("Peru and Chile are mending their laws.", "Judges visited Oslo in May.", {"NO": L}),
        ("Peru is mending its law.", "A pier was opened in Oslo in May.", {"NO": L}),
    ],
)
def test_who_went_abroad_is_of_the_country_told_of_before(before: str, told: str, expected: dict[str, Role]) -> None:
    assert of_the_main(before, told) == expected


def test_the_next_journey_is_of_the_same_people() -> None:
    went = (Reason("countries", "who-went-there", ""),)
    main = Involved("", (CountryRole("KR", L), CountryRole("PE", B)), went)
    told = "The team visited Oslo in May 2014."
    whole = (0, len(told))
    made = involved(Ground(told, told_countries(told, ())), Words(whole, whole, main=False, fallback=main))
    assert {one.code: one.role for one in made.countries} == {"NO": L, "PE": B}
