"""Who was sent to an event, and who was the guest of a body of another country."""

from __future__ import annotations

import pytest

from db.models import Role
from tests.importers.places.test_venues import B, L, P, of, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a body of another country is where its guests are
        ("Nurses of Peru visited the Danish Health Agency.", {"DK": L, "PE": B}),
        ("Five clerks of the Kenyan archive were guests of the German Institute for Records.", {"DE": L, "KE": B}),
        ("Nurses of Peru spent a week with the Danish Health Agency.", {"DK": L, "PE": B}),
        ("Nurses of Peru were trained by the Danish Health Agency.", {"PE": L}),
        # who comes from towns was sent, unless to teach or as one person
        ("At an exercise in Lomé officers from Accra and Lomé searched cars.", {"TG": L, "GH": P}),
        (
            "A fair was held in Lomé with colleagues from the laboratories of Accra, Abidjan and Cotonou.",
            {"TG": L, "BJ": P, "CI": P, "GH": P},
        ),
        ("Nurses in Lomé were taught by experts from Geneva and Nairobi.", {"TG": L}),
        ("Trainers from Nairobi and Kampala taught nurses in Lomé.", {"TG": L}),
        ("Nurses in Lomé read old files with the help of colleagues from Latvia, Malta and the Czech Republic.", {"TG": L}),
        ("Nurses in Lomé read old files thanks to the advice of two experts from Kenya and Ghana.", {"TG": L}),
        (
            "Nurses in Lomé read old files together with colleagues from Latvia, Malta and Kenya.",
            {"TG": L, "LV": P, "MT": P, "KE": P},
        ),
        ("Judges from Accra watched a trial in Lomé.", {"TG": L, "GH": P}),
        ("A lamp was lit in Lomé in the presence of a delegation from Accra.", {"TG": L, "GH": P}),
        ("Nurses read files in Lomé along with colleagues from Accra and Abidjan.", {"TG": L, "GH": P, "CI": P}),
        ("A search in Lomé was watched by officers from the port of Accra.", {"TG": L, "GH": P}),
        ("A lamp was lit in Lomé in the presence of experts from Accra.", {"TG": L}),
        ("A lamp was lit in Lomé along with a lantern from Accra Technical University.", {"TG": L}),
        ("Five trainees from Accra attended a course in Lomé.", {"TG": L, "GH": P}),
        ("The port of Lomé received the visit of its neighbours from Accra on 3 May.", {"TG": L, "GH": P}),
        ("Lomé welcomed a delegation of six judges from Accra.", {"TG": L, "GH": P}),
        ("Lecturers from Accra attended a course in Lomé.", {"TG": L}),
        ("Officers from UNODC Vienna visited Lomé.", {"TG": L}),
        ("A delegation from Geneva visited Lomé.", {"TG": L}),
        ("Officers from Accra Technical University visited Lomé.", {"TG": L}),
        ("The winners, from Accra and Abidjan, received their prizes in Lomé.", {"TG": L}),
        ("The Danish Minister for Development Cooperation came to see the school in Osh.", {"KG": L, "DK": P}),
        (
            "A delegation of the Danish Federal Bureau of Roads (FBR) headed by Vice President Ida Holm visited Osh.",
            {"KG": L, "DK": P},
        ),
        ("The Danish Agency for Development Cooperation opened the school in Osh.", {"KG": L}),
        ("A team from a court of Kenya came on a study visit to Osh.", {"KG": L, "KE": P}),
        ("Judges of Kenya came for their second tour of the courts in Osh.", {"KG": L, "KE": P}),
        ("The Kenyan parliamentarians inspected the school in Osh.", {"KG": L, "KE": P}),
        ("A group of judges from Norway visited a school in Lomé.", {"TG": L, "NO": P}),
        ("A parliamentary group from Norway toured a school in Lomé.", {"TG": L, "NO": P}),
        ("A group from Norway paid for a school in Lomé.", {"TG": L}),
        ("A study tour to Norway and Denmark was made by nurses of Peru.", {"DK": L, "NO": L, "PE": B}),
        # refugees are people of the country they come from, returnees of the one they return to
        ("Refugees from Mali received seeds in Lomé.", {"TG": L, "ML": B}),
        ("Flats for displaced families from Mali were built in Lomé.", {"TG": L, "ML": B}),
        ("People back from Mali received seeds in Lomé.", {"TG": L}),
        # those of whom a body consists
        ("The Platform of the Baltic countries met.", {"EE": L, "LT": L, "LV": L}),
        ("The focal points of the Network of the Baltic states met in Osh.", {"KG": L, "EE": B, "LT": B, "LV": B}),
        ("The Network for the Baltic met in Osh.", {"KG": L}),
        # a state told apart in its region
        ("Togo remains the only country of the Sahel with such a law.", {"TG": L}),
        ("Togo was the last of the five Central Asian states' partners to sign.", {"TG": L}),
        ("Togo has one of the largest forests in the Sahel.", {"TG": L}),
    ],
)
def test_guests_and_those_who_are_sent(text: str, expected: dict[str, Role]) -> None:
    assert roles(of(text)) == expected
