"""Plain text and Markdown to blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from importers.flow import squeeze
from importers.readers.blocks import BlockKind
from importers.readers.headlines import is_capital
from importers.readers.hyphens import hyphen_cut, words_of
from importers.readers.plain import blocks
from importers.readers.printed import lines
from tests.importers.conftest import assert_faithful, letters_outside, newsletters

H, P, B, R, F = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.ROW, BlockKind.FURNITURE

CASES = [
    ("marked headings", "# One\n\n### Two ###\nText.", [(H, "One"), (H, "Two"), (P, "Text.")]),
    ("a heading needs its blank", "#one is a tag", [(P, "#one is a tag")]),
    ("bold line", "**A new post**\nIt opened.", [(H, "A new post"), (P, "It opened.")]),
    ("bold line with colon", "__In Osh__:\nIt opened.", [(H, "In Osh:"), (P, "It opened.")]),
    ("angle brackets as bullets", "> Osh: boats\ncame.\n> Naryn: dogs\nleft.", [(B, "Osh: boats came."), (B, "Naryn: dogs left.")]),
    ("a quoted text", "> It was said\n> that boats came.", [(P, "> It was said > that boats came.")]),
    ("letters as bullets", "o Osh: boats came\no Naryn: dogs left", [(B, "Osh: boats came"), (B, "Naryn: dogs left")]),
    ("small angles as bullets", "› Osh: boats came\n› Naryn: dogs left", [(B, "Osh: boats came"), (B, "Naryn: dogs left")]),
    ("a letter in a line is no bullet", "rio\no mar", [(P, "rio o mar")]),
    ("arrows as bullets", "➢ Osh: boats came\n➢ Naryn: dogs left", [(B, "Osh: boats came"), (B, "Naryn: dogs left")]),
    (
        "heads of pages beside their numbers",
        "River News\n\nBoats came in May and\n2\n    River News 4/19\nwent in June.\n\nDogs came\n4\n  River News 4/19\nin July.",
        [
            (P, "River News"),
            (P, "Boats came in May and"),
            (F, "2"),
            (F, "River News 4/19"),
            (P, "went in June."),
            (P, "Dogs came"),
            (F, "4"),
            (F, "River News 4/19"),
            (P, "in July."),
        ],
    ),
    (
        "numbers beside other lines",
        "Boats\n2\nRiver of May\n\nDogs\n4\nLake of June",
        [(P, "Boats 2 River of May"), (P, "Dogs 4 Lake of June")],
    ),
    ("bold sentence", "**It opened in May.**", [(P, "It opened in May.")]),
    ("bold word in a line", "The **new** post", [(P, "The new post")]),
    ("capital line above text", "NEW POST\nIt opened in May.", [(P, "NEW POST"), (P, "It opened in May.")]),
    (
        "title line above text",
        "A post on the river\nIt was opened in May by two ministers who had come by boat\nand left on foot.",
        [(P, "A post on the river"), (P, "It was opened in May by two ministers who had come by boat and left on foot.")],
    ),
    (
        "who paid, below a title",
        "Goats for the hills\nThis activity was funded by Norway\n\nTwelve goats came in May.",
        [(P, "Goats for the hills"), (P, "This activity was funded by Norway"), (P, "Twelve goats came in May.")],
    ),
    (
        "who paid, between a title and its text",
        "Goats for the hills\nWith the support of Norway\nTwelve goats came in May and went up there\nwith two boys.",
        [
            (P, "Goats for the hills"),
            (P, "With the support of Norway"),
            (P, "Twelve goats came in May and went up there with two boys."),
        ],
    ),
    (
        "who paid, over two lines",
        "Goats for\nthe hills\nThe project is funded by Norway and\nthe European Union.\n\nTwelve goats came.",
        [(P, "Goats for the hills"), (P, "The project is funded by Norway and the European Union."), (P, "Twelve goats came.")],
    ),
    (
        "a sentence that begins with who paid",
        "Goats for the hills\nFunded by Norway and Japan\nthe goats came in May.",
        [(P, "Goats for the hills"), (P, "Funded by Norway and Japan the goats came in May.")],
    ),
    (
        "a title over two lines",
        "The county draws its first map\nof rivers\nTwo ministers met in May, and others came\nby boat and left with\nJune.",
        [
            (P, "The county draws its first map of rivers"),
            (P, "Two ministers met in May, and others came by boat and left with June."),
        ],
    ),
    (
        "a last line ends a paragraph of a column",
        "Two ministers met in May, and others\ncame by boat.\nThe county drew a map of all of\nits rivers and\nsold it.",
        [
            (P, "Two ministers met in May, and others came by boat."),
            (P, "The county drew a map of all of its rivers and sold it."),
        ],
    ),
    (
        "labels at the beginning of lines",
        "Ghana. Two ministers met on the square.\nKenya. Two dogs came to the new\nairport.\nTogo. It rained on all of us.",
        [
            (P, "Ghana. Two ministers met on the square."),
            (P, "Kenya. Two dogs came to the new airport."),
            (P, "Togo. It rained on all of us."),
        ],
    ),
    (
        "a title between paragraphs",
        (
            "Two ministers met in May, and others\ncame by boat to the northern capital.\nKenya: rivers on paper\n"
            "The county drew a map of all of\nits rivers and of the old roads\nthat lead to them and sold it."
        ),
        [
            (P, "Two ministers met in May, and others came by boat to the northern capital."),
            (P, "Kenya: rivers on paper"),
            (P, "The county drew a map of all of its rivers and of the old roads that lead to them and sold it."),
        ],
    ),
    (
        "a country's name between paragraphs",
        (
            "Two ministers met in May, and others\ncame by boat to the northern capital.\nKenya\n"
            "The county drew a map of all of\nits rivers and of the old roads\nthat lead to them and sold it."
        ),
        [
            (P, "Two ministers met in May, and others came by boat to the northern capital."),
            (P, "Kenya"),
            (P, "The county drew a map of all of its rivers and of the old roads that lead to them and sold it."),
        ],
    ),
    (
        "a full line behind a full stop is no title",
        (
            "Two ministers met in May, and others\ncame by boat to the northern capital.\nThe mayor of the town of\n"
            "Nyeri had asked them\nto stay for the night,\nwhich they did."
        ),
        [
            (
                P,
                (
                    "Two ministers met in May, and others came by boat to the northern capital. "
                    "The mayor of the town of Nyeri had asked them to stay for the night, which they did."
                ),
            ),
        ],
    ),
    (
        "a name at the end of a full line is no title",
        (
            "Two ministers met in May, and others\ncame by boat to the northern capital.\nThe mayor of the town, Ms. Wanjiru\n"
            "Kamau, asked them to stay for the\nnight in the old house by the lake\nand they did so with pleasure."
        ),
        [
            (
                P,
                (
                    "Two ministers met in May, and others came by boat to the northern capital. The mayor of the town, Ms. Wanjiru "
                    "Kamau, asked them to stay for the night in the old house by the lake and they did so with pleasure."
                ),
            ),
        ],
    ),
    (
        "a title of two lines, both wider than the column",
        (
            "The delegations of the northern counties at the Sixth\nConference of the Keepers of Rivers and Lakes\n"
            "The sixth session was hosted by\nthe town of Nyeri, and many came\nto see it."
        ),
        [
            (P, "The delegations of the northern counties at the Sixth Conference of the Keepers of Rivers and Lakes"),
            (P, "The sixth session was hosted by the town of Nyeri, and many came to see it."),
        ],
    ),
    (
        "the last word of a title below it",
        (
            "Six boats and two nets to the river guard's new\nDepartment\nThe perch, whose number has grown since the\n"
            "rain, respects nobody, and the guard of rivers\nasked for boats and for nets and got both."
        ),
        [
            (P, "Six boats and two nets to the river guard's new Department"),
            (
                P,
                (
                    "The perch, whose number has grown since the rain, respects nobody, and the guard of rivers asked for "
                    "boats and for nets and got both."
                ),
            ),
        ],
    ),
    (
        "a title wider than its column",
        "The two ministers of the north gather in Osh\nFrom Monday to Friday the two\nministers sat in\nOsh, and it\nrained.",
        [
            (P, "The two ministers of the north gather in Osh"),
            (P, "From Monday to Friday the two ministers sat in Osh, and it rained."),
        ],
    ),
    (
        "a capital line behind a list",
        "- Two ministers met in May.\nAGENDA\n3 May   Boats\n4 May   Dogs",
        [(B, "Two ministers met in May."), (P, "AGENDA"), (R, "3 May Boats"), (R, "4 May Dogs")],
    ),
    (
        "rows whose dates stand in a column",
        "May 3  Osh  Boats, and how to board\nthem\nMay 16-18  Suva  Maps of the coast and (put off)\nJune 25-29  Naryn  Dogs",
        [
            (R, "May 3 Osh Boats, and how to board them"),
            (R, "May 16-18 Suva Maps of the coast and (put off)"),
            (R, "June 25-29 Naryn Dogs"),
        ],
    ),
    (
        "rows below a line of words",
        "Courses of the year\n3 May  Osh  Boats and how to board them\n14 June  Suva  Maps",
        [(P, "Courses of the year"), (R, "3 May Osh Boats and how to board them"), (R, "14 June Suva Maps")],
    ),
    (
        "an acronym ends a sentence",
        "It was paid for by the Fund\n(ABC).\nIt was good.",
        [(P, "It was paid for by the Fund (ABC). It was good.")],
    ),
    ("lines of a paragraph", "It opened\n  in May  \nwith music.", [(P, "It opened in May with music.")]),
    ("blank lines part", "One.\n\n \t\nTwo.", [(P, "One."), (P, "Two.")]),
    ("carriage returns", "One\r\nmore.\r\n\r\nTwo.", [(P, "One more."), (P, "Two.")]),
    ("old line ends", "One\rmore.\r\rTwo.", [(P, "One more."), (P, "Two.")]),
    ("bullets", "- dogs\n* cars\n• radios\n▪radios", [(B, "dogs"), (B, "cars"), (B, "radios"), (B, "radios")]),
    ("numbered", "1. dogs\n2) cars\n(3) radios", [(B, "dogs"), (B, "cars"), (B, "radios")]),
    ("a numbered aim", "1. to train dogs\n2. of course to feed them", [(B, "to train dogs"), (B, "of course to feed them")]),
    ("a number in a sentence", "Ten from Osh\n(6) and Naryn came.", [(P, "Ten from Osh (6) and Naryn came.")]),
    ("a bullet goes on", "- dogs for\n  the border\n- cars", [(B, "dogs for the border"), (B, "cars")]),
    ("a dash in a line is no bullet", "Osh - a town - grew.", [(P, "Osh - a town - grew.")]),
    ("a decimal is no bullet", "1.5 tonnes burned.", [(P, "1.5 tonnes burned.")]),
    ("table", "| When | What |\n|------|:----:|\n| May | Post |", [(R, "When | What"), (F, "|------|:----:|"), (R, "May | Post")]),
    ("table, empty cells", "| | Post | |", [(R, "Post")]),
    ("rules", "***\n- - -\n_____\nText.", [(F, ""), (F, "- - -"), (F, ""), (P, "Text.")]),
    ("picture", "![](img/gate.png)\nText.", [(F, "!["), (P, "Text.")]),
    ("link", "See [the report](http://example.org/r) now.", [(P, "See the report now.")]),
    ("brackets stay", "Opened [sic] in May (2016).", [(P, "Opened [sic] in May (2016).")]),
    ("emphasis and code", "A *new* _post_ on `river`.", [(P, "A new post on river.")]),
    ("underscore in a name", "see post_list here", [(P, "see post_list here")]),
    ("less than", "if 2 < 3 and 4 > 1", [(P, "if 2 < 3 and 4 > 1")]),
    ("soft hyphen in a line", "equip\u00adment", [(P, "equipment")]),
    ("zero width", "a\u200bb \ufeffc", [(P, "ab c")]),
    ("tabs and hard blanks", "a\tb\u00a0\u00a0c   d", [(P, "a b c d")]),
    ("form feed", "end of page\fnext page", [(P, "end of page next page")]),
    ("rows of a calendar", "3 May 2015\nPost\n14 June 2015\nDogs", [(R, "3 May 2015 Post"), (R, "14 June 2015 Dogs")]),
    ("a title and its dateline", "A pier for Osh\n03.05.2015.\n\nText.", [(P, "A pier for Osh"), (P, "03.05.2015."), (P, "Text.")]),
    (
        "a title of two lines and its dateline",
        "A pier for the three villages\nbelow Osh\n3 May 2015, Osh, Kyrgyzstan",
        [(P, "A pier for the three villages below Osh"), (P, "3 May 2015, Osh, Kyrgyzstan")],
    ),
    (
        "a range of days over a line end",
        "The course ran from 24th May\n– 26th May 2015 in Osh.",
        [(P, "The course ran from 24th May – 26th May 2015 in Osh.")],
    ),
    (
        "a day below its month",
        "The meeting was held in Osh on Thursday, June\n27. The mayor spoke.",
        [(P, "The meeting was held in Osh on Thursday, June 27. The mayor spoke.")],
    ),
    ("a number below a sentence", "Three steps were told.\n2. The mayor", [(P, "Three steps were told."), (B, "The mayor")]),
    ("a dash before a day in a list", "Dates:\n- 3 May\n- 4 May", [(P, "Dates:"), (B, "3 May"), (B, "4 May")]),
    ("half a sentence and a day", "The pier was opened on\n3 May 2015", [(P, "The pier was opened on 3 May 2015")]),
    ("a list and a day", "It cost much,\n3 May 2015", [(P, "It cost much, 3 May 2015")]),
    ("an underlined title", "A pier for Osh\n--------------\nText.", [(H, "A pier for Osh"), (F, "--------------"), (P, "Text.")]),
    ("an underlined sentence", "It opened.\n----------\nText.", [(P, "It opened."), (F, "----------"), (P, "Text.")]),
    ("nothing", "\n \n\t\n", []),
    pytest.param(
        "soft hyphen at a line end",
        "equip\u00ad\nment",
        [(P, "equipment")],
    ),
    pytest.param(
        "calendar, lines of like length",
        "3 May  Post opened in Osh\n14 June  Dogs came to Oybek\n20 June  Course in Termez",
        [(R, "3 May Post opened in Osh"), (R, "14 June Dogs came to Oybek"), (R, "20 June Course in Termez")],
    ),
    pytest.param(
        "tag between blanks",
        "one <br/> two",
        [(P, "one two")],
    ),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), CASES)
def test_blocks_and_their_words(what: str, raw: str, wanted: list[tuple[BlockKind, str]]) -> None:
    found = blocks(raw)
    assert [(block.kind, block.text) for block in found] == wanted
    assert letters_outside(raw, found) == []


HYPHENS = [
    ("a broken word", "new equip-\nment", "new equipment"),
    ("over an indent", "new equip-\n   ment", "new equipment"),
    ("a prefix keeps it", "by inter-\nagency talks", "by inter-agency talks"),
    ("before a capital", "the Kazakh-\nAfghan talks", "the Kazakh-Afghan talks"),
    ("between digits", "in 2015-\n2017", "in 2015-2017"),
    ("a figure and a word", "a 5-\nday course", "a 5-day course"),
    ("joined elsewhere", "Cooperation began. Their co-\noperation grew", "Cooperation began. Their cooperation grew"),
    pytest.param(
        "with a hyphen elsewhere",
        "A drug-free town. The drug-\nfree town",
        "A drug-free town. The drug-free town",
    ),
    ("a dash", "the town -\nor village", "the town - or village"),
    ("a hanging hyphen", "pre- and post-\nwar", "pre- and postwar"),
    ("other hyphens", "new equip\u2010\nment", "new equipment"),
    ("twice", "a well-equip-\nped post", "a well-equipped post"),
]


@pytest.mark.parametrize(("what", "raw", "words"), HYPHENS)
def test_words_broken_at_line_ends(what: str, raw: str, words: str) -> None:
    assert [block.text for block in blocks(raw)] == [words]


def test_a_break_is_told_by_where_the_piece_ends() -> None:
    raw = "equip-"
    assert hyphen_cut(raw, ("", 0, 6), "ment", frozenset()) == 5
    assert hyphen_cut("inter-", ("", 0, 6), "agency", frozenset()) == 6
    assert hyphen_cut("equip", ("", 0, 5), "ment", frozenset()) is None
    assert hyphen_cut("equip-", ("", 0, 6), "", frozenset()) is None


def test_words_are_known_only_where_lines_end_in_hyphens() -> None:
    assert words_of("New equipment of the Post") == frozenset()
    assert words_of("New equip-\nment") >= {"new", "equip", "ment"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("NEW POST", True), ("NEW POST 2016!", True), ("New Post", False), ("UN", False), ("123", False), ("OPENING of", False)],
)
def test_capital_lines(text: str, wanted: bool) -> None:
    assert is_capital(text) is wanted


def test_levels_of_headings() -> None:
    assert [block.level for block in blocks("# a\n\n#### b\n\n**c d**\n\ne")] == [1, 4, 6, 0]


@given(newsletters)
@settings(max_examples=100)
def test_lines_are_the_whole_text(raw: str) -> None:
    at = 0
    for line in lines(raw):
        assert line.start == at <= line.end <= line.after
        assert raw[line.start : line.end] == line.text
        assert not squeeze(raw[line.end : line.after])
        at = line.after
    assert at == len(raw)


@given(newsletters)
@settings(max_examples=150)
def test_every_letter_lies_in_one_block_and_words_lead_back(raw: str) -> None:
    found = blocks(raw)
    assert letters_outside(raw, found) == []
    assert [block.start for block in found] == sorted(block.start for block in found)
    for block in found:
        assert "\n" not in block.text
        assert all(block.start <= start < end <= block.end for start, end in block.flow.spans)
        assert_faithful(block.flow, raw)


def test_a_date_over_the_end_of_a_line_ends_no_title() -> None:
    text = (
        "NEW PIER OPENED ON THE LAKE\nThe renovated pier in the north of\nit was officially opened on 14\nMay 2009. The mayor "
        "and the guild\nof ferrymen attended the ceremony,\nand a band of the next village\nplayed all afternoon.\n"
    )
    assert [block.text for block in blocks(text)][1:] == [" ".join(text.splitlines()[1:])]
