"""Places that belong to one of several dates of a sentence."""

from __future__ import annotations

import pytest

from importers.dates.finding import scan
from importers.places.mentions import told_countries
from importers.places.pairs import in_its_clause, placed, went_on_to

SENTENCES = [
    ("Courses took place on 1 April in Lima, 6 May in Jakarta and 12 June in Manila.", ["Lima", "Jakarta", "Manila"]),
    ("The first was held in Mombasa in October 2014, the second in Dakar in March 2015.", ["Mombasa", "Dakar"]),
    (
        "After those in Almaty in May 2014, in Osh in June 2014 and in Dushanbe in July 2014 it ended.",
        ["Almaty", "Osh", "Dushanbe"],
    ),
    ("The one in Tashkent is the last, after those in Osh in May 2014 and in Lima in July 2014.", ["Osh", "Lima"]),
    ("Round tables were held in Osh (4 May 2014), Batken (6 May 2014) and Khujand (8 May 2014).", ["Osh", "Batken", "Khujand"]),
    ("Teams met in Kenya on 3 May 2014 and in Uganda on 5 May 2014.", ["Kenya", "Uganda"]),
    ("Teams met in Osh and Batken on 3 May 2014 and in Lima on 5 May 2014.", ["Osh, Batken", "Lima"]),
    ("The board, which first met in Osh in May 2008, met on 6 June 2014 in Lima.", ["Osh", "Lima"]),
    # not each date has a place
    ("On 3 May 2014 ministers of Kenya met, as begun in Lima in June 2010.", []),
    ("Opened for signature in Oslo in May 2008, it met again in June 2010.", []),
    ("Judges of Kenya and Uganda met from 3 May 2014 and again on 5 June 2014.", []),
    ("On 3 May 2014 and 5 May 2014 courses were held in Osh and Lima.", []),
    ("Judges met in Osh on 3 May 2014.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_each_date_has_the_place_beside_it(text: str, expected: list[str]) -> None:
    dates = [(one.start, one.end) for one in scan(text)]
    named = told_countries(text, ())
    found = [placed(text, named, dates, start) for start, _ in dates]
    assert [", ".join(one.text for one in made.spot) for made in found if made is not None] == expected


def test_where_the_others_were_is_told_too() -> None:
    text = "Teams met in Kenya on 3 May 2014 and in Uganda on 5 May 2014."
    made = placed(text, told_countries(text, ()), [(one.start, one.end) for one in scan(text)], text.index("5 May"))
    assert made is not None
    assert [one.text for one in made.elsewhere] == ["Kenya"]


def test_what_stands_before_all_of_them_is_of_each() -> None:
    text = "Wardens of Peru learned it in Lomé (3-5 May 2014) and in Accra (8-9 June 2014)."
    dates = [(one.start, one.end) for one in scan(text)]
    for at, elsewhere in zip([start for start, _ in dates], ("Accra", "Lomé"), strict=True):
        made = placed(text, told_countries(text, ()), dates, at)
        assert made is not None
        assert [one.text for one in made.elsewhere] == [elsewhere]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Clerks of Togo, where such a law was passed in May 2008, came to Peru.", "Togo"),
        ("They went from Peru to Togo, which in May 2008 had passed such a law.", "Togo"),
        ("Togo reported that a register was set up in May 2008.", "Togo"),
        ("Togo, where it is hot, sent clerks to Peru in May 2008.", ""),
        ("Togo reported that in Peru a register was set up in May 2008.", ""),
        ("Togo reported on registers in May 2008.", ""),
    ],
)
def test_a_clause_on_a_country_tells_what_happened_there(text: str, place: str) -> None:
    made = in_its_clause(text, told_countries(text, ()), text.index("May 2008"))
    assert (made.spot[0].text if made is not None else "") == place


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("From Peru Mr. Reti proceeded to Togo.", "Togo"),
        ("From Peru they travelled on to Togo.", "Togo"),
        ("His next stop was Togo.", "Togo"),
        ("He spoke of Togo.", ""),
    ],
)
def test_a_traveller_is_where_he_went_on_to(before: str, place: str) -> None:
    made = went_on_to(before, told_countries(before, ()), 0, len(before))
    assert (made.spot[0].text if made is not None else "") == place
