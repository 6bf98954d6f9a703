"""What the heading of a story says of where its events were."""

from __future__ import annotations

import pytest

from db.models import Role
from importers.places.around import with_both
from importers.places.headed import country_label
from importers.places.mentions import told_countries
from importers.places.venues import Ground, Involved, Words, involved
from tests.importers.places.test_venues import B, L, P, of, roles


def test_the_heading_speaks_for_the_main_one() -> None:
    assert roles(of("The law was adopted on 3 May.", "New law in Tajikistan")) == {"TJ": L}
    assert roles(of("The law was adopted on 3 May.", "NEW LAW IN TAJIKISTAN")) == {"TJ": L}


def test_the_town_in_the_heading_is_where_a_story_without_one_took_place() -> None:
    text = "Lorries go on to Angola and Botswana from here. A unit of the customs began its work."
    made = of(text, "Port unit starts at Walvis Bay", own="A unit of the customs began its work.")
    assert (
        roles(made)["NA"] is L
        and made.place == "Walvis Bay"
        and [reason.rule for reason in made.reasons][:1] == ["place-in-heading"]
    )
    assert of("A unit began its work in Luanda.", "Port unit starts at Walvis Bay").place == "Luanda"


def test_the_town_in_front_of_a_heading_is_where_it_was() -> None:
    text = "Clerks of the unit in Santos were curious. Officers opened the box."
    assert roles(of(text, "Santos: paper for Antwerp", own="Officers opened the box.")) == {"BR": L}
    assert roles(of("Officers opened the box.", "Lagos: rice for Accra"))["NG"] is L


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("BENIN – NIGERIA: SEARCH OF A ROAD", "Benin – Nigeria: "),
        ("Peru: a new pier", "Peru: "),
        ("A new pier: Peru", ""),
        ("Peru", ""),
    ],
)
def test_the_countries_in_front_of_a_heading(heading: str, label: str) -> None:
    assert country_label(heading) == label


def test_the_countries_in_front_of_a_heading_are_where_it_was() -> None:
    text = "Guards of both sides searched the road from 3 to 5 May. The search had been prepared at an office in Abidjan."
    words = Words((0, 56), (0, len(text)), main=True, heading="BENIN – NIGERIA: SEARCH OF A ROAD")
    made = involved(Ground(text, told_countries(text, ())), words)
    assert [(one.code, one.role) for one in made.countries] == [("BJ", Role.LOCATION), ("NG", Role.LOCATION)]


def test_what_was_held_elsewhere_before_stands_under_the_heading_of_a_country_too() -> None:
    told = "The one before had been held in Lima."
    assert roles(of(f"Nurses met. {told}", own=told, country="KE", main=False)) == {"PE": L}
    told = "The one before had been held by Peru."
    assert "KE" in roles(of(f"Nurses met. {told}", own=told, country="KE", main=False))


def test_a_country_heading_goes_before_other_countries() -> None:
    made = of("Runners came together for the day. They had friends from Kazakhstan.", "Uzbekistan", country="UZ")
    assert made.locations == ("UZ",)
    assert made.place == ""


def test_a_city_of_the_country_above_is_the_place() -> None:
    made = of("A marathon was held in Tashkent.", "Uzbekistan", country="UZ")
    assert (roles(made), made.place) == ({"UZ": L}, "Tashkent")


@pytest.mark.parametrize(
    ("heading", "own", "expected"),
    [
        ("KENYA AND MALI", "A clinic was opened in Bamako.", {"ML": L}),
        ("Kenya and Mali", "Mali's parliament adopted the law.", {"ML": L}),
        ("KENYA / MALI: Clean water", "A clinic was opened in Bamako.", {"ML": L}),
        ("Mombasa and Bamako: two clinics", "A clinic was opened in Bamako.", {"ML": L}),
        # of both
        ("KENYA AND MALI", "Nurses of both met in Bamako.", {"ML": L, "KE": B}),
        ("KENYA AND MALI", "Kenyan nurses came to Bamako.", {"ML": L, "KE": B}),
        ("Nurses of Kenya and Mali meet", "A clinic was opened in Bamako.", {"ML": L, "KE": B}),
    ],
)
def test_what_was_in_one_of_two_countries_of_a_heading_is_of_that_alone(heading: str, own: str, expected: dict[str, Role]) -> None:
    assert roles(of(own, heading)) == expected


def test_both_that_a_heading_names_are_meant_behind_what_was_in_one() -> None:
    clinic = of("A clinic was opened in Bamako.", "KENYA AND MALI")
    assert roles(with_both(Involved("", (), ()), "Nurses of both countries will meet.", clinic)) == {"KE": P, "ML": P}


def test_what_begins_with_its_country_is_of_no_other_of_the_heading() -> None:
    heading = "Better health in prisons of Kenya and Mali"
    assert roles(of("In Kenya, a clinic was opened on 3 May.", heading=heading)) == {"KE": L}
    assert roles(of("A clinic was opened on 3 May.", heading=heading)) == {"KE": L, "ML": B}


@pytest.mark.parametrize(
    ("told", "own", "expected"),
    [
        ("{} Its twin on the Kenyan side is older.", "A pier was opened on the Ugandan side.", {"UG": L, "KE": B}),
        ("The lake is a Kenyan-Ugandan border. {}", "A pier was opened on the Ugandan side.", {"UG": L, "KE": B}),
        # nobody tells whose the other side is, or several are told of
        ("{} Its twin is in Kenya.", "A pier was opened on the Ugandan side.", {"UG": L}),
        ("{} Those on the Kenyan side and on the Rwandan side are older.", "A pier was opened on the Ugandan side.", {"UG": L}),
        ("{} The Kenyan side spoke up.", "A pier was opened on the Ugandan side.", {"UG": L}),
    ],
)
def test_what_is_on_one_side_of_a_border_is_for_the_other_too(told: str, own: str, expected: dict[str, Role]) -> None:
    assert roles(of(told.format(own), own=own)) == expected
