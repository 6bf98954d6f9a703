"""Long subjects made shorter, so that a title says what was done."""

from __future__ import annotations

import pytest

from importers.titles.subjects import by_acronyms
from importers.titles.title import from_sentence
from tests.importers.conftest import assert_title

SUBJECTS = [
    (
        "who is called by letters",
        "The Department of Lakes and Inland Rivers (DLIR), and the Guild of Ferrymen of the Northern Shore opened a pier for all.",
        "The DLIR, and the Guild of Ferrymen of the Northern Shore opened a pier for all",
    ),
    (
        "the first of several",
        "The Department of Lakes and Rivers, the Guild of Ferrymen and the Port of the North Shore signed a memorandum on fares.",
        "The Department of Lakes and Rivers and others signed a memorandum on fares",
    ),
    (
        "what is told beside a subject",
        "The old pier of the northern lakes, which the Guild of Ferrymen took over in the war, will receive its first forty boats.",
        "The old pier of the northern lakes will receive its first forty boats",
    ),
    (
        "people of several bodies",
        "Fifteen inspectors and clerks of the Department of Lakes, the Guild and the Port of Naryn learnt new rules of sailing.",
        "Fifteen inspectors and clerks learnt new rules of sailing",
    ),
    (
        "a first one alone",
        "A treaty between the Guild of Ferrymen of the three northern lakes, the Port and the Bank made the piers possible.",
        "A treaty between the Guild of Ferrymen of the three northern lakes",
    ),
    (
        "one of two that play a match",
        "The yearly boat chase between the council of lake towns and the old guild of ferrymen will be rowed on the small lake.",
        "Yearly boat chase between council of lake towns and old guild will be rowed on small lake",
    ),
    (
        "where many come from",
        "Senior officials from Djibouti, Ethiopia, Kenya, Somalia and Tanzania met in Nairobi for the third session of a council.",
        "Senior officials from Djibouti, Ethiopia, Kenya, Somalia and Tanzania met in Nairobi",
    ),
    (
        "where they come from goes before the others are left out",
        "Coordinators of ferries from Togo, Mali, Chad, the Lake Federation, Niger, Benin and Upper Kenya heard a report.",
        "Coordinators of ferries heard a report",
    ),
    (
        "no subject whose clause a cut would end",
        (
            "32 ferrymen who came back from Italy, the Lake Federation, Israel and Portugal signed their grant "
            "contracts in the office of the guild."
        ),
        "32 ferrymen who came back from Italy, the Lake Federation, Israel and Portugal signed",
    ),
    (
        "nobody is left out where one thing is told of all",
        "The Department of Lakes and Rivers of the northern provinces, the Guild of Ferrymen and the Port is one house now.",
        "The Department of Lakes and Rivers of the northern provinces",
    ),
    (
        "no subject that holds a colon",
        (
            "Bread, tea, fish: three family units of the police of the northern lakes were given rooms for the young "
            "of the old river towns."
        ),
        "Bread, tea, fish: three family units of the police of the northern lakes were given rooms",
    ),
    (
        "the name of who is told of by his office",
        (
            "The Minister of Lakes, Rivers and Piers, Hon. Bright Osh, and the Ambassador of Togo cut the ribbon on "
            "five new piers for the young."
        ),
        "The Minister of Lakes, Rivers and Piers, and the Ambassador of Togo cut the ribbon",
    ),
    (
        "nobody goes from the middle of a list",
        "Cooks, divers, lock keepers and women's choirs from Togo, Mali, Chad and Niger discussed the fares of the ferries.",
        "Cooks, divers, lock keepers and women's choirs discussed the fares of the ferries",
    ),
    (
        "a list goes with the clause that it belongs to",
        "The lake fund, in which Togo, Mali, Niger and Chad take part, gave the old guild of ferrymen two hundred thousand crowns.",
        "The lake fund gave the old guild of ferrymen two hundred thousand crowns",
    ),
    (
        "the others stay where one is told of",
        (
            "A project of the guild and the Ministry of Lakes with a gift of 4 million crowns has worked on making "
            "the next storm less deadly."
        ),
        "A project of the guild and the Ministry has worked on making the next storm less deadly",
    ),
]


@pytest.mark.parametrize(("what", "sentence", "wanted"), SUBJECTS)
def test_a_shorter_subject(what: str, sentence: str, wanted: str) -> None:
    title = from_sentence(sentence)
    assert_title(title)
    assert title == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Department of Lakes and Rivers (DLR) met", "The DLR met"),
        ("The Guild of Ferrymen (GF) and the Port of Osh (PO) met", "The GF and the PO met"),
        ("The Guild of Ferrymen (ABC) met", "The Guild of Ferrymen met"),
        ("The guild of ferrymen (GF) met", "The guild of ferrymen met"),
        ("(GF) met", "(GF) met"),
        ("The Eastern Partnership (EaP) met", "The EaP met"),
    ],
)
def test_names_called_by_their_letters(text: str, wanted: str) -> None:
    assert by_acronyms(text) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("In Entebbe, Uganda, the guild of boatmen christened six ferries.", "The guild of boatmen christened six ferries"),
        ("In Entebbe, Uganda and Kenya christened six ferries of the lake.", "Uganda and Kenya christened six ferries of the lake"),
    ],
    ids=["goes with it", "is a subject"],
)
def test_the_state_behind_a_town(sentence: str, wanted: str) -> None:
    assert from_sentence(sentence) == wanted
