"""Lines beside a text that are none of it."""

from __future__ import annotations

import pytest

from importers.readers.blocks import BlockKind
from tests.importers.conftest import layout, of_kind

ABOVE = "Four judges from Stockholm went to see the drop-in centre of Shymkent in May and played a round of table tennis there."
BELOW = "The county has paid for it since it opened its doors in the spring of the year 2015, and will go on until the end."

CAPTIONS = [
    ("of what was told", "Table tennis for four, Shymkent"),
    ("with a name alone", "The winners from Shymkent and their coach"),
    ("in the words of the text", "Judges before a round of it"),
    ("in other forms of its words", "Judge and player at the centre"),
]
TITLES = [
    ("of what comes", "Doors opened by the county"),
    ("of both", "Judges and their county"),
    ("of neither", "Small steps, great leaps"),
    ("a question", "Who will play with the judges of Shymkent?"),
    ("with each word written large", "Table Tennis Judges Stockholm"),
    ("a name before a colon", "Shymkent: four judges"),
    ("a common word of both", "People of the year"),
    ("one word of what was told", "Reasons for another centre"),
]


def test_a_label_that_cuts_a_word_is_no_heading() -> None:
    made = layout(f"A Visit\n\n{ABOVE}\nThe goods cost\nre-\n\nUGANDA\n\nspectively {BELOW[0].lower()}{BELOW[1:]}")
    assert of_kind(made, BlockKind.FURNITURE) == ["UGANDA"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The hall was paid for by the", "Kenyan side, and the table by the county."),
        ("The judges came from Osh, Naryn and", "Talas by train, each with a bat of his own."),
        ("The hall was paid for by the", "2,300 people of the county."),
    ],
)
def test_a_label_in_the_middle_of_a_sentence_is_no_heading(above: str, below: str) -> None:
    made = layout(f"A Visit\n\n{ABOVE}\n{above}\n\nTABLE TENNIS\n\n{below}")
    assert of_kind(made, BlockKind.FURNITURE) == ["TABLE TENNIS"]
    assert f"{above} {below}" in " ".join(passage.text for passage in made.passages)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The hall was paid for by the", "On 3 May the judges came to play with the county."),
        ("The hall was paid for by the", "The judges came to play with the county."),
        ("The hall was paid for by the", "Judges of the county came.\n\nkind people of the county."),
        ("The hall was full of light", "Kenyan side, and the table by the county."),
    ],
)
def test_a_heading_stands_where_a_text_begins_below_it(above: str, below: str) -> None:
    assert of_kind(layout(f"A Visit\n\n{ABOVE}\n{above}\n\nTABLE TENNIS\n\n{below}"), BlockKind.HEADING)[1:] == ["TABLE TENNIS"]


@pytest.mark.parametrize(("what", "line"), CAPTIONS, ids=[case[0] for case in CAPTIONS])
def test_a_line_that_speaks_of_what_stands_above_is_no_title(what: str, line: str) -> None:
    made = layout(f"A Visit\n\n{ABOVE}\n\n{line}\n\n{BELOW}")
    assert of_kind(made, BlockKind.FURNITURE) == [line]
    assert of_kind(made, BlockKind.HEADING) == ["A Visit"]


@pytest.mark.parametrize(("what", "line"), TITLES, ids=[case[0] for case in TITLES])
def test_a_title_speaks_of_what_stands_below_or_of_nothing(what: str, line: str) -> None:
    assert of_kind(layout(f"A Visit\n\n{ABOVE}\n\n{line}\n\n{BELOW}"), BlockKind.HEADING) == ["A Visit", line]


@pytest.mark.parametrize("below", ["Piers\n\n", "3 May 2015, Osh\n\n", "- dogs for the airport\n\n", "JUDGES AT THE TABLE\n\n"])
def test_a_line_above_no_text_is_a_title(below: str) -> None:
    made = layout(f"A Visit\n\n{ABOVE}\n\nJudges and tennis in Shymkent\n\n{below}{BELOW}")
    assert any("Judges and tennis in Shymkent" in text for text in of_kind(made, BlockKind.HEADING))
