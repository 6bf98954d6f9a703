"""Repair: furniture, headings, and torn paragraphs put together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from importers.layout.repair import read_layout
from importers.readers.blocks import BlockKind
from tests.importers.conftest import assert_faithful, layout, letters_outside, newsletters, of_kind

TEXT = "Two ministers opened the post on the river in May, and a band from the next village played all afternoon."

FURNITURE = [
    ("page number", f"{TEXT}\n\n12\n\n{TEXT}", ["12"]),
    ("page number in words", f"{TEXT}\n\nPage 3 of 12\n\n{TEXT}", ["Page 3 of 12"]),
    ("page number between dashes", f"{TEXT}\n\n| 7 |\n\n{TEXT}", ["7"]),
    ("address line", f"{TEXT}\n\nwww.example.org | office@example.org", ["www.example.org | office@example.org"]),
    ("telephone", f"{TEXT}\n\nTel: +998 71 000 00 00", ["Tel: +998 71 000 00 00"]),
    ("copyright", f"{TEXT}\n\n© Regional Office 2015", ["© Regional Office 2015"]),
    ("page number right below the text", f"{TEXT}\nThey came back.\n12\n\n{TEXT}", ["12"]),
    (
        "who said what stands in a box",
        f"{TEXT}\n\n“We wanted dogs,\nand we have them\nhere in our hall.\nAll.”\nA judge in Osh\n\n{TEXT}",
        ["A judge in Osh"],
    ),
    ("caption", f"{TEXT}\n\nPhoto: Boats. Credit: Amina\n\n{TEXT}", ["Photo: Boats. Credit: Amina"]),
    ("what a picture shows", f"# Boats\n\nMr. T. Ito is handing over the keys\n\n{TEXT}", ["Mr. T. Ito is handing over the keys"]),
    ("a sentence of the present stays", f"{TEXT}\n\nThe county is planning a second post.", []),
    ("a headline of the present stays", f"Osh is opening its first post\n\n{TEXT}", []),
    ("a torn sentence stays", "The county is planning a second post\n\nwhich two ministers will open in June.", []),
    ("head of a table", f"{TEXT}\n\nDate   Place   Subject\n\n{TEXT}", ["Date Place Subject"]),
    (
        "running heads of the newsletter's name",
        f"River News\n\n{TEXT}\n\nRiver News   2\n{TEXT}\n\nRiver News   3\n{TEXT}",
        ["River News 2", "River News 3"],
    ),
    (
        "words of the masthead beside a page's number",
        f"Office for the Upper River\nNo. 4, May 2015\n\n{TEXT}\n\n3   River Office No. 4\n\n{TEXT}\n\nOUR News   5\n\n{TEXT}",
        ["3 River Office No. 4"],
    ),
    (
        "an office by its acronym beside a page's number",
        f"Office for the Upper River\nNo. 4, May 2015\n\n{TEXT}\n\nOUR No. 4 | page 2\n\n{TEXT}",
        ["OUR No. 4 | page 2"],
    ),
    (
        "the masthead's issue beside the number of a page",
        f"RIVER OFFICE\nNo. 11, May 2016\n\n{TEXT}\n\nRiver Office No. 11      1\n\n{TEXT}",
        ["River Office No. 11 1"],
    ),
    (
        "a line of the masthead again",
        f"THE UPPER RIVER No. 4\nMay 2015\n\n{TEXT}\n\nTHE UPPER RIVER\n\n{TEXT}\n\nTHE RIVER\n\n{TEXT}",
        ["THE UPPER RIVER"],
    ),
    ("a day of the masthead's month stays", f"The River\nNo. 4, May 2015\n\n{TEXT}\n\n14 May\n\n{TEXT}\n\n20 May\n\n{TEXT}", []),
    (
        "a story told of on the cover stays",
        f"RIVER NEWS\n\nNEW POST FOR OSH\n\nNo. 4, May 2015\n\n{TEXT}\n\nNEW POST FOR OSH\n\n{TEXT}",
        [],
    ),
    ("a day of the masthead stays", f"The River\nNo. 4, 14 May 2015\n\n{TEXT}\n\n14 May 2015\n\n{TEXT}", []),
    ("who took a picture", f"{TEXT}\n\nPhoto: Boats at noon\nWHO/NEWS\n\n{TEXT}", ["Photo: Boats at noon", "WHO/NEWS"]),
    ("a capital line below a text is no such name", f"{TEXT}\nWHO/NEWS\n\n{TEXT}", []),
    ("rule", f"{TEXT}\n\n=====\n\n{TEXT}", ["====="]),
    ("picture", f"{TEXT}\n\n![](gate.png)", ["!["]),
    ("running head", f"River News\n\n{TEXT}\n\nRiver News\n\n{TEXT}\n\nRiver News\n\n{TEXT}", ["River News", "River News"]),
    (
        "running head with page",
        f"River News 1\n\n{TEXT}\n\nRiver News 2\n\n{TEXT}\n\nRiver News 3\n\n{TEXT}",
        ["River News 2", "River News 3"],
    ),
    (
        "running head with its page before a year, the last one right below a text",
        f"River News\n\n{TEXT}\n\n2   River News   2015\n\n{TEXT}\n\n4   River News   2015\n\n{TEXT}\n8   River News   2015",
        ["2 River News 2015", "4 River News 2015", "8 River News 2015"],
    ),
    (
        "running head with page, the first right below a long text",
        f"River News\n\n{TEXT * 4}\n\nNews of the River | 2\n\n{TEXT}\n\nNews of the River | 3\n\n{TEXT}\n\nNews of the River | 4",
        ["News of the River | 2", "News of the River | 3", "News of the River | 4"],
    ),
    (
        "a caption that tells who pays stays",
        f"{TEXT}\n\nPicture: The new oven. The school project is funded by Norway.\n\n{TEXT}",
        [],
    ),
    (
        "a caption that does not",
        f"{TEXT}\n\nPicture: The new oven of the school project.\n\n{TEXT}",
        ["Picture: The new oven of the school project."],
    ),
    (
        "running foot of two pages",
        f"{TEXT}\n\nNets are paid for by Peru      2\n\n{TEXT}\n\nNets are paid for by Peru      3\n\n{TEXT}",
        ["Nets are paid for by Peru 2", "Nets are paid for by Peru 3"],
    ),
    (
        "contents",
        f"Post opened .... 2\nDogs came ...... 3\nCourse ......... 8\n\n{TEXT}",
        ["Post opened .... 2", "Dogs came ...... 3", "Course ......... 8"],
    ),
    (
        "contents in a row",
        f"Dogs 1 · Post opened 2 · Boats 2 · Course 8\n\n{TEXT}",
        ["Dogs 1 · Post opened 2 · Boats 2 · Course 8"],
    ),
    ("figures in a row are none", f"Dogs 14 · Posts 2 · Boats 3 · Courses 8\n\n{TEXT}", []),
    ("a sentence with an address stays", "Read more about it on www.example.org or write to us.", []),
    ("a heading twice stays", f"In brief\n\n{TEXT}\n\nIn brief\n\n{TEXT}", []),
    ("a bullet repeated stays", "- to be named\n- to be named\n- to be named", []),
    ("years are no contents", f"Budget for 2015\nBudget for 2014\nBudget for 2013\n\n{TEXT}", []),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), FURNITURE)
def test_furniture(what: str, raw: str, wanted: list[str]) -> None:
    made = layout(raw)
    assert of_kind(made, BlockKind.FURNITURE) == wanted
    assert BlockKind.FURNITURE not in {passage.kind for passage in made.passages}


PICTURED = "A judge explains the fourth article\nof the law on borders to his guests\nfrom the two districts. Osh, 29 May"

LONG = "\n".join(f"{TEXT} It was visit {number}." for number in range(45))

FIGURES = "A year in figures: 12 dogs were trained in the district and 31 in the two others, all of them well\n3 came with papers"

CUT = "The post was opened by the ministers of both countries, and on the other bank of the river many of the"
HEADLINE = "Close to ninety old nets and a tonne of rope burned on the beach of Osh with help from the river guard of Naryn"
TITLES = [f"THE {word} ON THE RIVER" for word in ("POST", "DOG", "BOAT", "CAR", "PIER", "ROAD")]
IN_CAPITALS = "".join(f"{title}\n\n{TEXT} {TEXT}\n\n{TEXT}\n\n" for title in TITLES)
HEADINGS = [
    (
        "the name of a section, right above its text",
        f"River News\n\n{LONG}\n\n Letters to us\n{TEXT}\n\n{LONG}",
        ["River News", "Letters to us"],
    ),
    ("a running head at a page's start", f"River News\n\n{LONG}\n Field notes\n{LONG}\n Field notes\n{TEXT}", ["River News"]),
    (
        "the name of a section in the middle of a sentence",
        f"River News\n\n{LONG}\nThe post was then handed over to the border service of the district of\n\n Letters to us\nNaryn.",
        ["River News"],
    ),
    (
        "a title below a list of figures",
        f"{FIGURES}\n\nDogs for the customs\n\n{TEXT}",
        ["Dogs for the customs"],
    ),
    (
        "a title below the words of a picture",
        f"{PICTURED}\n\nDogs come to Naryn\nTen dogs of the border troops came\nto the new airport of the district\nand stayed.",
        ["Dogs come to Naryn"],
    ),
    ("marks", f"# One\n\n{TEXT}\n\n# Two\n\n{TEXT}", ["One", "Two"]),
    ("capital line", f"NEW POST\n{TEXT}", ["NEW POST"]),
    (
        "title line",
        f"A post on the river\n\n{TEXT}\n\nDogs for the customs\n\n{TEXT}",
        ["A post on the river", "Dogs for the customs"],
    ),
    ("capital line broken behind a small word", f"NEW POST ON\nTHE RIVER\n{TEXT}", ["NEW POST ON THE RIVER"]),
    (
        "capital lines above a blank line",
        f"TRAINING FOR BORDER\nOFFICERS IN OSH\n\n{TEXT}",
        ["TRAINING FOR BORDER OFFICERS IN OSH"],
    ),
    pytest.param(
        "capital lines right above the text",
        f"TRAINING FOR BORDER\nOFFICERS IN OSH\n{TEXT}",
        ["TRAINING FOR BORDER OFFICERS IN OSH"],
    ),
    (
        "a long one whose words are written large",
        f"{TEXT}\n\nThe Border Office, Together with Districts of the North, Opens the First Dog School of a River\n\n{TEXT}",
        ["The Border Office, Together with Districts of the North, Opens the First Dog School of a River"],
    ),
    (
        "the headline of a release above the day that its text tells first",
        f"{TEXT}\n\n{HEADLINE}\n\nFrom 3 to 5 May 2013, the guard burned all that was left of it.\n{TEXT}",
        [HEADLINE],
    ),
    ("a line as long above a text without a day is none", f"{TEXT}\n\n{HEADLINE}\n\n{TEXT}", []),
    (
        "a headline above a dateline",
        f"{HEADLINE}\n\nOsh, Kyrgyzstan, 3-5 May 2013\n\n{TEXT}",
        [HEADLINE],
    ),
    ("a day alone below a blank line says nothing of a line as long", f"{HEADLINE}\n\n3 May 2013\n\n{TEXT}", []),
    ("above a dateline, wherever the text above was cut", f"{CUT}\n\nA post\n\n3 May 2013 - Dogs came to the post.", ["A post"]),
    (
        "below a text that goes on elsewhere",
        f"{TEXT} Read more\n\nA post\n\n{TEXT} Read more >\n\nDogs\n\n{TEXT}",
        ["A post", "Dogs"],
    ),
    ("in the middle of a text, none", f"{CUT}\n\nA post\n\n{TEXT}", []),
    ("whom a picture shows", f"{TEXT}\n\nParticipants during the speech of a judge\n\n{TEXT}", []),
    ("a group", f"{TEXT}\n\nGroup photo of the nurses\n\n{TEXT}", []),
    (
        "a heading of short news below another goes not on in it",
        "Dogs by numbers\n\nIN BRIEF\n\nOsh. " + TEXT,
        ["Dogs by numbers", "IN BRIEF"],
    ),
    (
        "a box of figures under what they are of is none",
        f"{TEXT}\n\nSpring, all posts of Osh:\n14 dogs fed\n3 dogs trained\n\n{TEXT}",
        [],
    ),
    ("numbered ones", f"1. A post\n\n{TEXT}\n\n2. Dogs\n\n{TEXT}\n\n{TEXT}\n\n3. Boats\n\n{TEXT}", ["A post", "Dogs", "Boats"]),
    (
        "below numbered ones, short lines are as well",
        f"1. A post\n\n{TEXT}\n\nIn Osh\n\n{TEXT}\n\n2. Dogs\n\n{TEXT}\n\n3. Boats\n\n{TEXT}",
        ["A post", "In Osh", "Dogs", "Boats"],
    ),
    ("a numbered one in capitals", f"{TEXT}\n\n6. WHAT COMES NEXT\n\n• 3 May: dogs\n\n• 4 May: boats\n", ["WHAT COMES NEXT"]),
    ("the lines of contents are none", f"1. POSTS AND DOGS\n2. BOATS AND CARS\n3. WHAT COMES NEXT\n\n{TEXT}", []),
    (
        "a box of figures that go on below",
        f"{TEXT}\n\nKEY DATA\n27,033 dogs kept\nat home in April 2014\n8,490 places available\n324 % of need\n\n{TEXT}",
        ["KEY DATA"],
    ),
    ("items of a list are none", f"1. A post\n\n2. Dogs\n\n3. Boats\n\n{TEXT}", []),
    ("two numbers, each alone above its text", f"1. A post\n\n{TEXT}\n\n2. Dogs\n\n{TEXT}", ["A post", "Dogs"]),
    ("one number is none", f"1. A post\n\n{TEXT}\n\n{TEXT}", []),
    ("a number right above its text", f"1. A post\n{TEXT}\n\n2. Dogs\n{TEXT}", ["A post", "Dogs"]),
    (
        "wrapped items are none",
        "1. Officers of the customs service and\nDogs of the north\n2. Boats of the river guard and the\nCoast",
        [],
    ),
    (
        "numbers above numbers, and who paid below one",
        f"1. Ports\nFunded by Norway\n\n1.1 A post\n\n{TEXT}\n\n2. Dogs\nFunded by Japan\n\n2.1 A kennel\n\n{TEXT}",
        ["Ports", "1.1 A post", "Dogs", "2.1 A kennel"],
    ),
    (
        "a number above a title",
        f"1. Ports\n\nA post in Osh\n\n{TEXT}\n\n2. Dogs\n\nA kennel in Batken\n\n{TEXT}",
        ["Ports", "A post in Osh", "Dogs", "A kennel in Batken"],
    ),
    ("who paid is none", f"{TEXT}\n\nThe meeting was paid by the River Secretariat of the north\n\n{TEXT}", []),
    ("the words of a numbered picture", f"{TEXT}\n\nPhoto 3: Dogs cross the river\n\n{TEXT}", []),
    ("the number of a release is none", f"A post on the river\n\nVPS 059/2005\n\n{TEXT}", ["A post on the river"]),
    (
        "a box of figures is none",
        f"A post\n\n{TEXT}\n\nDogs by numbers\nOfficers 4\nDogs of the north 54\nDogs bought or\nborn there 32\nPosts 2\n\n{TEXT}",
        ["A post"],
    ),
    (
        "the first line of a sentence between paragraphs is none",
        "\n".join(
            [TEXT, "", TEXT, "The seminar was hosted by the Prosecutor", *["General of the north, who came with his dogs and"] * 3]
        ),
        [],
    ),
    ("two sentences are none", f"{TEXT}\n\nThe post is 4 metres high. It is marked in the back\n\n{TEXT}", []),
    ("a question", f"Who needs a post?\n\n{TEXT}", ["Who needs a post?"]),
    ("in quotation marks", f"“A post at last”\n\n{TEXT}", ["“A post at last”"]),
    ("two lines of one", f"A post for the river and\n\nThe Mountains\n\n{TEXT}", ["A post for the river and The Mountains"]),
    ("where marks are, a short line is text", f"# A\n\n{TEXT}\n\n# B\n\n{TEXT}\n\nIn brief\n\n# C\n\n{TEXT}", ["A", "B", "C"]),
    (
        "where marks are, a title right above a dateline",
        f"# A\n\n{TEXT}\n\n# B\n\n{TEXT}\n\n# C\n\n{TEXT}\n\nPiers for Osh\n3 May 2015, Osh, Kyrgyzstan\n\n{TEXT}",
        ["A", "B", "C", "Piers for Osh"],
    ),
    (
        "half a sentence above a heading is none",
        f"Osh began with boats in 2002,\n\nDOGS ACROSS THE RIVER\n\n{TEXT}",
        ["DOGS ACROSS THE RIVER"],
    ),
    ("a title of two lines at a comma", f"Dogs, Boats,\n\nCars and Bicycles\n\n{TEXT}", ["Dogs, Boats, Cars and Bicycles"]),
    (
        "two with a list of contents between them",
        (
            f"RIVER NEWS\n\nIN THIS ISSUE\nBoats at last . . . . . . 2\nDogs . . . . . . . . . 3\nPiers for Osh . . . . . 4\n\n"
            f"FROM THE MAYOR\n\n{TEXT}"
        ),
        ["RIVER NEWS", "IN THIS ISSUE", "FROM THE MAYOR"],
    ),
    ("a sentence is none", f"It opened in May.\n\n{TEXT}", []),
    ("a line that announces a list is none", "They brought:\n\n- dogs\n- cars", []),
    ("half a sentence is none", "They opened the post\n\nand left.", []),
    ("a line that begins small is none", f"opened at last\n\n{TEXT}", []),
    ("a bullet is none", "- A post on the river\n- Dogs", []),
    ("where titles are in capitals, a line written small is none", f"{IN_CAPITALS}Boats for two poor districts\n\n{TEXT}", TITLES),
    (
        "a head of all pages in capitals makes none of the titles so",
        f"{TEXT}\n\n" + f"THE UPPER RIVER\n\n{TEXT}\n\n" * 8 + f"Boats for two poor districts\n\n{TEXT}",
        ["THE UPPER RIVER", "Boats for two poor districts"],
    ),
    (
        "where titles are in capitals, a short one is",
        f"{IN_CAPITALS}Boats at last\n\n{TEXT}",
        [*TITLES, "Boats at last"],
    ),
    (
        "where titles are in capitals, one whose words are written large is",
        f"{IN_CAPITALS}Boats for Two Poor Districts\n\n{TEXT}",
        [*TITLES, "Boats for Two Poor Districts"],
    ),
    (
        "where titles are in capitals, one section holds news under small titles of their own",
        (
            f"{IN_CAPITALS}BOATS AND DOGS\n\nBoats for two poor districts\n\n{TEXT}\n\nDogs learn to swim at last\n\n{TEXT}\n\n"
            f"A pier for the lower town\n\n{TEXT}\n\n"
        ),
        [
            *TITLES,
            "BOATS AND DOGS",
            "Boats for two poor districts",
            "Dogs learn to swim at last",
            "A pier for the lower town",
        ],
    ),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), HEADINGS)
def test_headings(what: str, raw: str, wanted: list[str]) -> None:
    assert [passage.text for passage in layout(raw).passages if passage.kind is BlockKind.HEADING] == wanted


@pytest.mark.parametrize(
    ("what", "line", "count", "kept"),
    [
        ("a list of the length of a newsletter's", "- Osh\n", 300, 300),
        ("an index", "- Osh\n", 1_200, 0),
        ("paragraphs of a word", "osh\n\n", 1_200, 0),
        ("entries that say something", "- Ten posts in Osh\n", 1_200, 1_200),
    ],
)
def test_an_index_is_furniture(what: str, line: str, count: int, kept: int) -> None:
    made = layout(f"{TEXT}\n\n{line * count}\n{TEXT}\n")
    assert sum(block.text in line for block in made.blocks if block.kind is not BlockKind.FURNITURE) == kept, what


def test_levels_of_headings_come_from_their_marks() -> None:
    made = layout(f"# One\n\n## Two\n\n{TEXT}\n\nNEW POST\n\n{TEXT}")
    assert [passage.level for passage in made.passages if passage.kind is BlockKind.HEADING] == [1, 2, 0]


def test_two_columns_printed_line_by_line_are_not_guessed_at_but_kept() -> None:
    raw = "The post was opened     Dogs came to the airport\nin May by ministers.    in June with a trainer.\n"
    assert letters_outside(raw, layout(raw).blocks) == []


@given(newsletters)
@settings(max_examples=200)
def test_each_letter_lies_in_one_block_and_none_is_made_up(raw: str) -> None:
    made = read_layout(raw)
    assert letters_outside(raw, made.blocks) == []
    seen: list[tuple[int, int]] = []
    for passage in made.passages:
        assert passage.kind is not BlockKind.FURNITURE
        assert passage.text.strip()
        assert_faithful(passage.flow, raw)
        seen.extend(passage.flow.spans)
    seen.sort()
    assert all(before[1] <= after[0] for before, after in pairwise(seen))
    inside = [(block.start, block.end) for block in made.blocks if block.kind is not BlockKind.FURNITURE]
    assert all(any(start <= left and right <= end for start, end in inside) for left, right in seen)
