"""Which lines are titles: what a quotation cuts, a dateline betrays, a number begins; and what stands at the foot of a page."""

from __future__ import annotations

import pytest

from importers.layout.repair import read_layout
from importers.readers.blocks import BlockKind
from importers.readers.headlines import breaks_off, cuts_a_name
from tests.importers.conftest import read

TEXT = (
    "Two ministers opened the post on the river in May,\nand a band from the next village played all after-\n"
    "noon while the children ate melons on the lawn of\nthe school."
)


def headings(raw: str) -> list[str]:
    return [passage.text for passage in read_layout(raw).passages if passage.kind is BlockKind.HEADING]


def texts(raw: str) -> list[str]:
    return [passage.text for passage in read_layout(raw).passages if passage.kind is not BlockKind.HEADING]


CUT = [
    ("an open quotation", "Under the motto “Clean rivers,", "clear minds” the pupils sang", True),
    ("the end of one", "rivers, clear minds” campaign", "", True),
    ("a name that comes below", "Within the framework of the project", "“Safe Roads for Naryn”, six", True),
    ("a course that is named below", "During the workshop", "“Bees and Trees”, held in Osh,", True),
    ("inside one between plain marks", 'KYIV - The handbook "Clean', 'Rivers" is out.', True),
    ("a whole one between plain marks", 'The "Safe Roads" project begins', "Six cars were", False),
    ("a whole quotation", "The “Safe Roads” project begins", "Six cars were", False),
    ("a title above what somebody said", "Fishermen return to the lake", "“We wanted boats”, said", False),
    ("a title that ends in such a word", "New project", "“We wanted boats”, said", False),
    ("no quotation", "Under one roof", "The two services", False),
]


@pytest.mark.parametrize(("what", "line", "below", "cut"), CUT, ids=[case[0] for case in CUT])
def test_a_quotation_that_goes_on_is_no_end_of_a_title(what: str, line: str, below: str, cut: bool) -> None:
    assert cuts_a_name(line, below) is cut


@pytest.mark.parametrize(
    ("line", "off"),
    [
        ("Border posts: ten years on", False),
        ("The show goes on", False),
        ("Judges check in", False),
        ("A course on rivers and on", True),
        ("The mayor and the", True),
        ("A pier opens", False),
    ],
)
def test_a_title_may_end_in_a_small_word_of_a_verb_or_a_time(line: str, off: bool) -> None:
    assert breaks_off(line) is off


COLUMN = "Ten dogs of the border troops\ncame to the new airport of the\ndistrict and stayed in it.\nAll had a bed."

HEADINGS = [
    ("a title above a dateline in capitals", f"The new gates of the harbour stay open at night too\nLOMÉ – {TEXT}", 1),
    ("a title above a place and days", f"Judges from six countries compare their guidelines\nOsh, 3-5 May - {TEXT}", 1),
    ("an agency below a line that goes on", f"Guests came from the mayor’s office and from the\nUNODC – {TEXT}", 0),
    ("two lines of text", f"The new gates of the harbour stay open at night, as\nthe mayor said. {TEXT}", 0),
    ("who spoke, and what he is", f"Mr. Rodrigo Aro, Director\nGeneral of Customs, said so. {TEXT}", 0),
    ("a numbered title", f"4.2 Meetings and Visits\n{TEXT}", 1),
    ("a number and a bar", f"3 | Boats for the bay\nNADI, FIJI – {TEXT}", 1),
    ("a number and a bar above a plain text", f"11 | Boats for the bay\n{TEXT}", 1),
    ("a number and a slash", f"03 / Boats for the bay\nNADI – {TEXT}", 1),
    ("a number in brackets above a dateline", f"[3] Boats for the bay\nNADI – {TEXT}", 1),
    ("an item of a list above a dateline", f"3. Boats for the bay\nNADI – {TEXT}", 1),
    ("a count above a dateline", f"12 boats come home\nNADI – {TEXT}", 1),
    ("an item of a list above a sentence", f"3. Boats for the bay\n{TEXT}", 0),
    ("a day above a dateline", f"3 May\nNADI – {TEXT}", 0),
    ("a score", f"3 – 4 boats of the bay\n{TEXT}", 0),
    ("an ordinal", f"12th Forum of Beekeepers\n{TEXT}", 1),
    ("a count that begins a sentence", f"12 beekeepers came by bus\nand {TEXT[4:]}", 0),
    ("below the name of a section", f"In the field. Uganda\nBoats at last\n{COLUMN}", 2),
    ("two lines, the first of them filled", f"Entebbe: a closer look at ships\nand boats\n{COLUMN}", 1),
    (
        "a first line shorter than one below it",
        "At the end of the day all the heads adopted the Osh\nDeclaration. It goes beyond the one before it, and\nhas\nfew words.",
        0,
    ),
    ("two lines of a sentence", f"Entebbe has had a look at ships\nand\n{COLUMN}", 0),
    ("a sentence of two lines", f"In the field, at night, men met\nand went.\n{COLUMN}", 0),
    ("what somebody said, and who", f"{TEXT}\n\n“Nobody asked me”. (A guard, Osh)\n\n{TEXT}", 0),
    ("an answer", f"{TEXT}\n\nYour plans? “To sleep a week.”\n\n{TEXT}", 0),
    ("a title with a quotation", f"{TEXT}\n\n“Nobody asked me”: a study of prisons\n\n{TEXT}", 1),
]


@pytest.mark.parametrize(("what", "raw", "count"), HEADINGS, ids=[case[0] for case in HEADINGS])
def test_titles(what: str, raw: str, count: int) -> None:
    assert len(headings(raw)) == count


def test_the_feet_of_pages_are_left_out() -> None:
    feet = "\n\n".join(f"{TEXT}\nRIVER NEWS No. 4, May 2015 {page}" for page in (1, 2, 3))
    assert not [text for text in texts(feet) if "RIVER NEWS" in text]


def test_the_feet_of_pages_are_left_out_at_the_right_edge() -> None:
    feet = "\n\n".join(f"{TEXT}\n\n{' ' * 48}The River 2/2015 – page {page}" for page in (1, 2, 3))
    assert not [text for text in [*texts(feet), *headings(feet)] if "page" in text]


def test_two_lines_that_are_the_same_but_for_a_figure_are_text() -> None:
    raw = "\n\n".join(f"{TEXT}\nBoats seen at Lomé in one day {count}" for count in (4, 9))
    assert " ".join([*texts(raw), *headings(raw)]).count("Lomé") == 2


def test_a_short_line_that_ends_a_torn_sentence_goes_on_below_it() -> None:
    raw = (
        "For an hour, in the hall of the old school above the\nharbour, the delegates of six countries and of the\n\n"
        "Friends of the River\nCouncil spoke for an hour of dams and of the\n"
        "price of water, and agreed to come back in spring."
    )
    assert "Friends of the River Council spoke" in " ".join(texts(raw))


def test_a_sentence_in_another_script_is_not_torn() -> None:
    raw = f"{TEXT} The full agenda kept us busy for three days. 沖縄にようこそ\n\nNew office in Apia\n\n{TEXT}"
    assert headings(raw) == ["New office in Apia"]


def test_a_heading_tells_the_event_that_a_few_words_below_its_day_only_tease() -> None:
    raw = (
        "# Office opens in Naryn\n\nNaryn, 15 May 2015\n\nThe new office of the fund opened its doors today ...\n\n"
        "# Bureau delivers workshop on nets\n\nOsh, 12 May 2015\n\nExperts are in Osh this week to share what they know ...\n\n"
        "# A word on rain\n\nOsh, 11 May 2015\n\nIt is wet in Osh this week, and people stay at home ...\n"
    )
    reading = read(raw, name="x.md", issue=None)
    assert [(one.when.edtf, one.kind.value) for one in reading.milestones] == [
        ("2015-05-15", "opening"),
        ("2015-05-11/2015-05-17", "training"),
    ]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (f"{TEXT}\n\nHEALTH\nOsh: a door for women\n{TEXT}", ["HEALTH", "Osh: a door for women"]),
        (f"{TEXT}\nCRIMINAL JUSTICE\nJudges burn their files\n{TEXT}", ["CRIMINAL JUSTICE", "Judges burn their files"]),
        (f"{TEXT}\n\nIN THIS ISSUE\nOsh: a door . . . . 2\n{TEXT}", ["IN THIS ISSUE"]),
        (f"{TEXT}\n\nTHE LAW ON RIVERS AND LAKES\nTwo ministers opened the post on the river in May,\nand so it was.", []),
    ],
)
def test_a_title_stands_right_below_the_name_of_a_section(raw: str, wanted: list[str]) -> None:
    assert [text for text in headings(raw) if text in wanted or not text.isupper()] == wanted


NAMES = ("PIER", "POST", "MILL", "ROAD", "LAKE", "DAM", "MOOR", "WELL", "BOAT")
IN_CAPITALS = "".join(f"THE {name} IS OPEN\n\n{TEXT}\n\n" for name in NAMES)


@pytest.mark.parametrize(
    ("section", "titles", "kept"),
    [
        ("BOTH BANKS OF THE RIVER", ["New boats for Osh and Naryn", "Judges on a tour of the lake"], True),
        ("SOCIAL SERVICES", ["New boats for Osh and Naryn"], True),
        ("THE LAST POST BEFORE THE RIVER", ["New boats for Osh and Naryn"], False),
    ],
)
def test_where_titles_are_in_capitals_a_section_has_small_ones(section: str, titles: list[str], kept: bool) -> None:
    raw = IN_CAPITALS + f"{section}\n\n" + "".join(f"{title}\n\n{TEXT}\n\n" for title in titles)
    assert [title for title in headings(raw) if title in titles] == (titles if kept else [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Four events, one theme:", True),
        ("The paper went to print too early to tell of the day. Here is what came in:", False),
        ("and the boats of the lower towns on the lake.", False),
    ],
)
def test_a_title_may_stand_above_a_line_that_announces_a_list(line: str, title: bool) -> None:
    above = "Kenya: against the trade in boats, from the class to the pier"
    entries = "Lima, 20 October. Ten guards met.\n\nAccra, 3 November. Mayors met.\n"
    raw = f"Mali: from cell to school\n{TEXT}\n\n{above}\n{line}\n\n{entries}"
    assert (above in headings(raw)) is title
    assert line not in headings(raw)
