"""Lines of another text among those of a paragraph, without a blank line between."""

from __future__ import annotations

import pytest

from importers.readers.blocks import BlockKind
from importers.readers.headlines import is_capital
from importers.readers.pages import page_heads
from tests.importers.conftest import layout, of_kind

COLUMN = "Ten dogs of the border troops\ncame to the new airport of the\ndistrict and stayed there with\ntheir two trainers."
"""Thirty characters wide."""
REST = "who had waited for the pier\nthe whole winter. They came\nwith two boats from the next\nvillage and stayed there."

PICTURED = [
    (
        "who took it",
        f"{COLUMN}\nPhoto: the pier of Osh after the rain of last May\n{COLUMN}",
        ["Photo: the pier of Osh after the rain of last May"],
    ),
    ("in the middle of a sentence", f"They met all the people\nPhoto: the new pier\n{REST}", ["Photo: the new pier"]),
    ("its photographer behind it", f"They met all the people\nThe pier. UNODC/A. Ito\n{REST}", ["The pier. UNODC/A. Ito"]),
    ("whose it is", f"They met all the people\nThe pier. Photo: WHO\n{REST}", ["The pier. Photo: WHO"]),
    (
        "right above the last line",
        f"{COLUMN} The pier was paid for by the\nBoatmen on the pier (WHO/Ana R.)\nMinistry in May.",
        ["Boatmen on the pier (WHO/Ana R.)"],
    ),
    ("in a line of its own", f"{COLUMN}\n\nThe pier at night. Photo: Amina\n\n{COLUMN}", ["The pier at night. Photo: Amina"]),
    ("in two lines of its own", f"{COLUMN}\n\nPhoto: The new\npier of Osh\n\n{COLUMN}", ["Photo: The new pier of Osh"]),
    (
        "a mission of two offices is none",
        f"{COLUMN}\nThe joint UNODC/WHO mission met\nthe mayor, the minister and the\njudges of the district in May.",
        [],
    ),
    (
        "a text about photos is none",
        f"{COLUMN}\nPhotos of the new pier were\nshown in the town hall of the\ndistrict, and two more in Osh.",
        [],
    ),
    (
        "an address",
        f"{COLUMN}\nGuild of Ferrymen, Lake Office\n5, Harbour Street\n100100, Osh, Kyrgyzstan\n{COLUMN}",
        ["Guild of Ferrymen, Lake Office", "5, Harbour Street", "100100, Osh, Kyrgyzstan"],
    ),
    (
        "an address between lines",
        "Ten dogs of the\nLake Office of the guild\nnew port of\n5, Harbour Street\nOsh\n100100, Osh, Kyrgyzstan\nin May.",
        ["Lake Office of the guild", "5, Harbour Street", "100100, Osh, Kyrgyzstan"],
    ),
    ("a street that is told of", f"{COLUMN}\nThe post stands in 5, Harbour Street\n{COLUMN}", []),
    ("a paragraph that ends in a photo is none", f"{COLUMN}\nThe prize went to the last photo.", []),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), PICTURED)
def test_words_of_a_picture_between_lines(what: str, raw: str, wanted: list[str]) -> None:
    assert of_kind(layout(raw), BlockKind.FURNITURE) == wanted


OPEN = "The pier was paid for by the people of the two districts and by the council, not least by"

SECTIONS = [
    (
        "its sentence goes on from elsewhere",
        f"# Piers\n\n{OPEN}\n\n# Dogs\n\n{COLUMN}\n\nRegional work\nthe mayors of both.\n{COLUMN}",
        f"{OPEN} the mayors of both.",
    ),
    (
        "its sentence goes on from nowhere else",
        f"# Dogs\n\n{COLUMN}\n\nRegional work\nis what they do all day.\n{COLUMN}",
        "Regional work is what they do all day.",
    ),
    (
        "the beginning of a sentence that fills its line",
        f"# Piers\n\n{OPEN}\n\n# Dogs\n\n{COLUMN}\n\nRegional work is what the two\nmayors do.\n{COLUMN}\n\nthe mayors of both.",
        f"{OPEN} the mayors of both.",
    ),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), SECTIONS)
def test_the_name_of_a_section_right_above_the_rest_of_a_sentence(what: str, raw: str, wanted: str) -> None:
    assert any(passage.text.startswith(wanted) for passage in layout(raw).passages)


FEET = [
    ("with the word", "River News No. 7, page 2", "River News No. 7, page 4"),
    ("with a period", "July - September 2010 3", "July - September 2010 5"),
    ("with the number of the issue", "River News No. 7 2", "River News No. 7 3"),
]
NO_FEET = [
    ("the same number", "July - September 2010 3", "July - September 2010 3"),
    ("parts of a plan", "Component 1", "Component 2"),
    ("rows of a table", "Dogs of the north 14", "Dogs of the north 31"),
    ("the ends of sentences", "were there. In May 2010 14", "were there. In May 2010 31"),
]


@pytest.mark.parametrize(("what", "first", "second"), FEET)
def test_page_feet_right_below_the_text(what: str, first: str, second: str) -> None:
    raw = f"{COLUMN}\n{first}\n{COLUMN}\n{second}\n{COLUMN}"
    assert of_kind(layout(raw), BlockKind.FURNITURE) == [first, second]


@pytest.mark.parametrize(("what", "first", "second"), NO_FEET)
def test_lines_that_end_in_a_number_are_no_page_feet(what: str, first: str, second: str) -> None:
    assert page_heads(f"{COLUMN}\n{first}\n{COLUMN}\n{second}\n{COLUMN}") == frozenset()


TEXT = [
    "Dogs took part in 96 searches at",
    "river posts in the year 2009 and",
    "led officers to 41 cars. They",
    "were not sold but given to the",
    "council.",
]
BOX = ["Cars bought, end of 2009: 8,600", "Dogs bought in the year – 482", "Posts built in May: 7 of them"]


def test_lines_of_a_box_between_those_of_a_text() -> None:
    woven = "\n".join([TEXT[0], "OSH IN FIGURES", TEXT[1], BOX[0], TEXT[2], BOX[1], TEXT[3], BOX[2], TEXT[4]])
    made = layout(f"# Dogs\n\n{COLUMN}\n{woven}\n\n# Boats\n\n{COLUMN}")
    assert [passage.text for passage in made.passages if passage.text not in " ".join(COLUMN.splitlines())] == [
        "Dogs",
        " ".join(TEXT),
        "OSH IN FIGURES",
        *BOX,
        "Boats",
    ]


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        ("a list below a text", [*TEXT, *BOX]),
        ("a list above a text", [*BOX, *TEXT]),
        ("a single one", [TEXT[0], TEXT[1], BOX[0], *TEXT[2:]]),
        (
            "times",
            [
                "They met at noon and went",
                "Home at 9: the two mayors",
                "were glad, and left there",
                "Osh at 10: the others did",
                "so, too.",
            ],
        ),
    ],
)
def test_lines_that_stand_in_order_stay(what: str, lines: list[str]) -> None:
    made = layout("\n".join(lines))
    assert all(block.onto is None for block in made.blocks)


NAMED = [
    ("a title behind the name of a section", "Health 64 TEAMS AND ONE BALL", True),
    ("of two words", "Drug prevention NEW SCHOOL OF THE NORTH", False),
    ("written large", "Drug Prevention NEW SCHOOL OF THE NORTH", True),
    ("organisations at the end of a line", "Guests from UNODC, OSCE AND EUBAM AT", False),
    ("an acronym", "Officers of the SBGS", False),
]


@pytest.mark.parametrize(("what", "line", "wanted"), NAMED)
def test_a_section_right_before_a_title_in_capitals(what: str, line: str, wanted: bool) -> None:
    assert is_capital(line) is wanted


INSERTED = "The dogs of the whole district are paid for by the Republic of Fiji and by nobody else."


@pytest.mark.parametrize(
    ("what", "lines", "apart"),
    [
        ("between two lines of a sentence", [TEXT[0], TEXT[1], INSERTED, *TEXT[2:]], True),
        ("behind a sentence", [*TEXT[:2], f"{TEXT[2][:-6]}", INSERTED, *TEXT[3:]], False),
        ("as wide as the others", [TEXT[0], TEXT[1], "The dogs are paid by Fiji alone.", *TEXT[2:]], False),
        ("a sentence that goes on", [TEXT[0], TEXT[1], INSERTED[:-1], *TEXT[2:]], False),
    ],
)
def test_a_sentence_between_the_lines_of_a_text(what: str, lines: list[str], apart: bool) -> None:
    made = [passage.text for passage in layout("# Dogs\n\n" + "\n".join(lines)).passages]
    assert (made[1:] == [" ".join(TEXT), INSERTED]) is apart, what


@pytest.mark.parametrize(
    ("box", "below", "torn"),
    [
        ("FACTS\nClean water\nDonor: Norway\nBudget: EUR 2 million", "guild dug a new one there.", True),
        ("Donor: Norway\nBudget: EUR 2 million", "guild dug a new one there.", True),
        ("Donor: Norway", "guild dug a new one there.", False),
        ("Budget: EUR 2 million\nDuration: 2013", "guild dug a new one there.", False),
        ("donor: Norway\nbudget: EUR 2 million", "guild dug a new one there.", False),
    ],
)
def test_a_fact_box_between_the_lines_of_a_text(box: str, below: str, torn: bool) -> None:
    above = "The old well had dried up, and so all the women of the lower\ntown had to walk to the river until the"
    whole = f"{above} {below}".replace("\n", " ")
    assert (whole in [passage.text for passage in layout(f"# Well\n\n{above}\n{box}\n{below}\n").passages]) is torn
