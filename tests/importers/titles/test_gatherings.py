"""The event before those who held it or came to it."""

from __future__ import annotations

import pytest

from importers.titles.gatherings import event_name, gathering, gathering_on_the_way


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The guild therefore held a workshop on the care of wooden boats in Osh.", "workshop on the care of wooden boats in Osh"),
        ("The two guilds have jointly organized a course for young lock keepers.", "course for young lock keepers"),
        (
            "Forty rowers of five lakes met in Entebbe for the third congress of lake towns.",
            "third congress of lake towns in Entebbe",
        ),
        ("The mayors came together in Osh at the third congress of lake towns in Osh.", "third congress of lake towns in Osh"),
        ("Forty rowers completed a course on the care of boats.", "course on the care of boats for forty rowers"),
        (
            "UNODC officials attended a course on forged travel papers in Osh.",
            "course on forged travel papers in Osh for UNODC officials",
        ),
        ("Tajik officers attended a course on forged travel papers.", "course on forged travel papers for Tajik officers"),
        ("Three ministers chaired a conference on clean water and energy in Osh.", "conference on clean water and energy in Osh"),
        ("The mayor attended a round table on tolls for ferries.", "round table on tolls for ferries"),
        (
            "The guild hosted the international conference “Lakes of tomorrow”, a first.",
            "international conference “Lakes of tomorrow”",
        ),
        ("The guild ran a seminar on oars, ropes and sails, which was short.", "seminar on oars, ropes and sails"),
        ("The mayor gathered young rowers for a workshop on the repair of wooden boats.", "workshop on the repair of wooden boats"),
        ("The mayor presided over the handover of forty wooden boats.", "handover of forty wooden boats"),
        ("The guild held a seminar on old boats and trained forty rowers.", ""),
        ("The guild held a course.", ""),
        ("The guild held the training centre of lake towns open.", ""),
        ("The guild held talks on tolls.", ""),
        ("The course was held by the guild of lake towns.", ""),
        ("The guild held in Osh a course on the care of wooden boats.", ""),
        ("", ""),
    ],
)
def test_the_event_that_people_held_or_came_to(sentence: str, wanted: str) -> None:
    assert gathering(sentence.rstrip(".")) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Ten cooks from three lakes learned to swim during a five-day course in Osh",
            "five-day course in Osh for ten cooks from three lakes",
        ),
        (
            "Ten officers of the two lakes looked for answers at a workshop in Osh",
            "workshop in Osh for ten officers of the two lakes",
        ),
        (
            "Sixty judges discussed the use of maps at a round table hosted by the guild in Osh, which was long",
            "round table in Osh on the use of maps",
        ),
        ("The mayors reviewed the tolls in a meeting at the old harbour of Osh", "meeting at the old harbour of Osh on the tolls"),
        (
            "Forty women elected to the lake council took part in a series of evening courses in Osh",
            "evening courses in Osh for forty women elected to the lake council",
        ),
        (
            "Some cooks sat through a course on bread and cakes given by the bakers in Osh",
            "course on bread and cakes in Osh for some cooks",
        ),
        ("The use of maps was the topic of a series of three seminars in Osh", "three seminars in Osh on the use of maps"),
        (
            "What to do about it was the subject of the national planning workshop in Entebbe",
            "national planning workshop in Entebbe",
        ),
        ("What to do about it was the subject of a seminar", ""),
        ("The cooks received a prize at a conference on bread in Osh", ""),
        ("Cooks learned to swim at a workshop", ""),
        ("Cooks learned to swim at the training centre in Osh", ""),
        ("A seminar on bread in Osh", ""),
    ],
)
def test_the_event_at_which_people_did_something(sentence: str, wanted: str) -> None:
    assert gathering_on_the_way(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Rules were discussed at the Second Conference on Inland Shipping.", "Second Conference on Inland Shipping"),
        ("Rules were discussed at the training centre.", ""),
        ("Rules were discussed.", ""),
    ],
)
def test_the_name_of_the_event_that_a_sentence_speaks_of(sentence: str, wanted: str) -> None:
    assert event_name(sentence) == wanted
