"""Torn paragraphs: which half goes on in which, and below which heading they stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from importers.flow import squeeze
from importers.readers.blocks import BlockKind
from tests.importers.conftest import assert_faithful, layout, shown

TEXT = "Two ministers opened the post on the river in May, and a band from the next village played all afternoon."
OPEN = "The four dogs that came to the airport in the spring of the year were trained by a woman who"
REST = "had learned it in the mountains."

TORN = [
    ("the next block", f"{OPEN}\n\n{REST}", [("paragraph", f"{OPEN} {REST}")]),
    ("over a page number", f"{OPEN}\n\n7\n\n{REST}", [("paragraph", f"{OPEN} {REST}")]),
    (
        "a date before its year",
        f"{OPEN} plans a course for August\n\n\nBORDER DOGS\n\n2015. They ran.",
        [("paragraph", f"{OPEN} plans a course for August 2015. They ran.")],
    ),
    ("over a picture", f"{OPEN}\n\n![dog](dog.png)\n\n{REST}", [("paragraph", f"{OPEN} {REST}")]),
    (
        "over another story",
        f"{OPEN}\n\n## A post on the river\n\n{TEXT}\n\n{REST}",
        [("paragraph", f"{OPEN} {REST}"), ("heading", "A post on the river"), ("paragraph", TEXT)],
    ),
    (
        "columns of two stories go on in their turn",
        (
            "## Dogs\n\nThe dogs were handed over to the\n\n## Boats\n\nThe boats were bought for the crew of\n\n"
            "guards of the bridge.\n\nthe ferry."
        ),
        [
            ("heading", "Dogs"),
            ("paragraph", "The dogs were handed over to the guards of the bridge."),
            ("heading", "Boats"),
            ("paragraph", "The boats were bought for the crew of the ferry."),
        ],
    ),
    (
        "also where the second goes on in a name",
        (
            "## Dogs\n\nThe dogs were handed over to the\n\n## Boats\n\nThe boats were bought for the crew of the\n\n"
            "guards of the bridge.\n\nRiver Union."
        ),
        [
            ("heading", "Dogs"),
            ("paragraph", "The dogs were handed over to the guards of the bridge."),
            ("heading", "Boats"),
            ("paragraph", "The boats were bought for the crew of the River Union."),
        ],
    ),
    (
        "down rather than up",
        (
            "## Dogs\n\nThe dogs were handed over to the\n\n## Boats\n\nThe boats came.\n\nguards of the bridge.\n\n"
            "## Cars\n\nThe cars were bought for the crew of a"
        ),
        [
            ("heading", "Dogs"),
            ("paragraph", "The dogs were handed over to the guards of the bridge."),
            ("heading", "Boats"),
            ("paragraph", "The boats came."),
            ("heading", "Cars"),
            ("paragraph", "The cars were bought for the crew of a"),
        ],
    ),
    (
        "the name of a section has no second half",
        "## Dogs\n\nThe dogs were handed over in May to the\n\nHealth\n\nguards of the bridge.",
        [
            ("heading", "Dogs"),
            ("paragraph", "The dogs were handed over in May to the guards of the bridge."),
            ("paragraph", "Health"),
        ],
    ),
    (
        "the rest stands above",
        f"{REST}\n\n# A\n\n{TEXT}\n\n{OPEN}",
        [("heading", "A"), ("paragraph", TEXT), ("paragraph", f"{OPEN} {REST}")],
    ),
    (
        "behind a name in quotation marks",
        'The town adopted the by-law "On the keeping of dogs and of other beasts"\n\nin 2006, but no one kept it.',
        [("paragraph", 'The town adopted the by-law "On the keeping of dogs and of other beasts" in 2006, but no one kept it.')],
    ),
    (
        "a word broken at the seam",
        "They bought new equip-\n\nment for the post.",
        [("paragraph", "They bought new equipment for the post.")],
    ),
    ("a bullet goes on", "- dogs for the airport and\n\nthe river", [("bullet", "dogs for the airport and the river")]),
    ("whole ones stay apart", f"{TEXT}\n\n{TEXT}", [("paragraph", TEXT), ("paragraph", TEXT)]),
    (
        "three parts",
        f"{OPEN}\n\nhad learned it in the mountains of\n\nthe north.",
        [("paragraph", f"{OPEN} had learned it in the mountains of the north.")],
    ),
    pytest.param(
        "over a paragraph of another story",
        f"{OPEN}\n\n{TEXT}\n\n{REST}",
        [("paragraph", f"{OPEN} {REST}"), ("paragraph", TEXT)],
    ),
    (
        "over a box of figures",
        f"{OPEN}\n\n12 dogs in Osh\n31 in the two districts\n(in May)\n\n{REST}",
        [("paragraph", f"{OPEN} {REST}"), ("paragraph", "12 dogs in Osh 31 in the two districts (in May)")],
    ),
    (
        "over words below a picture",
        f"{TEXT} The new airport was the first of the\n\nMs Ito (third from right) and her dogs\n\nfour that {REST}",
        [
            ("paragraph", f"{TEXT} The new airport was the first of the four that {REST}"),
            ("paragraph", "Ms Ito (third from right) and her dogs"),
        ],
    ),
    (
        "in a day",
        f"{TEXT} It was laid before the council of Naryn on\n\n12 dogs in Osh\n31 in Naryn\n\n28 August, with a map.",
        [
            ("paragraph", f"{TEXT} It was laid before the council of Naryn on 28 August, with a map."),
            ("paragraph", "12 dogs in Osh 31 in Naryn"),
        ],
    ),
    (
        "a dateline goes on from nothing",
        f"{TEXT}\n\nThe office of the minister for dogs and for all other animals\n\nMR 06 28  25 May 2006",
        [
            ("paragraph", TEXT),
            ("heading", "The office of the minister for dogs and for all other animals"),
            ("paragraph", "MR 06 28 25 May 2006"),
        ],
    ),
    (
        "the beginning of a sentence goes on from nothing",
        f"{TEXT} It stayed blue for five months, over a\n\nThe boat came on Sunday.\n\n{TEXT}",
        [
            ("paragraph", f"{TEXT} It stayed blue for five months, over a"),
            ("paragraph", "The boat came on Sunday."),
            ("paragraph", TEXT),
        ],
    ),
    (
        "over what somebody said",
        f"{TEXT} She was trained in\n\n“I wanted boats.” (A. Ito, Osh)\n\nNaryn, where the dogs are.",
        [("paragraph", f"{TEXT} She was trained in Naryn, where the dogs are."), ("paragraph", "“I wanted boats.” (A. Ito, Osh)")],
    ),
    (
        "behind a semicolon",
        "Osh pays for the dogs;\n\nthe district adds a car.",
        [("paragraph", "Osh pays for the dogs; the district adds a car.")],
    ),
    (
        "two stories side by side, each on a column of both",
        f"# Dogs\n\n{TEXT} They were given to\n\n# Boats\n\n{TEXT} They were sold to\n\nthe minister.\n\n{TEXT}\n\nthe mayor.",
        [
            ("heading", "Dogs"),
            ("paragraph", f"{TEXT} They were given to the minister."),
            ("paragraph", TEXT),
            ("heading", "Boats"),
            ("paragraph", f"{TEXT} They were sold to the mayor."),
        ],
    ),
    (
        "two stories side by side, of which one half fits only one",
        f"# Dogs\n\n{TEXT} Two, worth 9 euro,\n\n# Boats\n\n{TEXT} They were sold by\n\nwere given away.\n\n{TEXT}\n\nthe mayor.",
        [
            ("heading", "Dogs"),
            ("paragraph", f"{TEXT} Two, worth 9 euro, were given away."),
            ("paragraph", TEXT),
            ("heading", "Boats"),
            ("paragraph", f"{TEXT} They were sold by the mayor."),
        ],
    ),
    (
        "what no sentence goes on with stays apart",
        f"{TEXT} The price of the\n\nthere they built a pier.",
        [("paragraph", f"{TEXT} The price of the"), ("paragraph", "there they built a pier.")],
    ),
    (
        "over what a parent said",
        f"{TEXT} They met their neigh-\n\n“We did it!”. (Ito)\n\nbours from Osh.\n\n{TEXT} All neighbours belong to the academic",
        [
            ("paragraph", f"{TEXT} They met their neighbours from Osh."),
            ("paragraph", "“We did it!”. (Ito)"),
            ("paragraph", f"{TEXT} All neighbours belong to the academic"),
        ],
    ),
    (
        "each half has its own",
        f"{OPEN}\n\n## A post\n\nThey came. Boats came from the neigh-\n\n“We wanted boats.”\n\nbouring river.\n\n{REST}",
        [
            ("paragraph", f"{OPEN} {REST}"),
            ("heading", "A post"),
            ("paragraph", "They came. Boats came from the neighbouring river."),
            ("paragraph", "“We wanted boats.”"),
        ],
    ),
]

ORDER = [
    (
        "what the upper column leaves open goes on behind the one that it was set above",
        f"# Dogs\n\n{REST} The hall has a kitchen which\n\n{TEXT} {OPEN}\n\nMs Ito and her dogs\n\nthe council wanted.\n\n# Boats",
        ["Dogs", f"{TEXT} {OPEN} {REST} The hall has a kitchen which the council wanted.", "Ms Ito and her dogs", "Boats"],
    ),
    (
        "a text goes on behind a box in the middle of its sentence",
        f"# Dogs\n\n{OPEN}\n\n# In figures\n\n12 dogs in Osh\n31 in Naryn\n\n{REST}\n\n{TEXT}\n\n# Boats\n\nThey came.",
        ["Dogs", f"{OPEN} {REST}", TEXT, "In figures", "12 dogs in Osh 31 in Naryn", "Boats", "They came."],
    ),
    (
        "a column set above the one before it draws that one below their heading",
        f"# Dogs\n\n{REST}\n\n# The airport\n\nIt has two gates.\n\n{OPEN}\n\n# Boats\n\nThey came.",
        ["Dogs", f"{OPEN} {REST}", "The airport", "It has two gates.", "Boats", "They came."],
    ),
    (
        "two headings that nothing stands between are one, others are not",
        f"DOGS OF THE MOUNTAINS AND OF THE RIVER\n\n{REST}\n\nTHE AIRPORT\n\nIt has two gates.\n\n{OPEN}",
        ["DOGS OF THE MOUNTAINS AND OF THE RIVER", f"{OPEN} {REST}", "THE AIRPORT", "It has two gates."],
    ),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), ORDER)
def test_reading_order(what: str, raw: str, wanted: list[str]) -> None:
    assert [passage.text for passage in layout(raw).passages] == wanted


@pytest.mark.parametrize(("what", "raw", "wanted"), TORN)
def test_torn_paragraphs(what: str, raw: str, wanted: list[tuple[str, str]]) -> None:
    made = layout(raw)
    assert shown(made.passages) == wanted
    for passage in made.passages:
        assert_faithful(passage.flow, raw)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (f"{TEXT}\n\n{REST}", [False, True]),
        (f"{TEXT}\n\n{OPEN}", [False, True]),
        (f"{OPEN}\n\n{REST}", [False]),
        (f"{TEXT}\n\n- {TEXT}", [False, False]),
    ],
)
def test_halves_without_their_other_half_are_doubtful(raw: str, wanted: list[bool]) -> None:
    assert [passage.doubtful for passage in layout(raw).passages] == wanted


def test_a_torn_paragraph_remembers_both_places() -> None:
    raw = f"{OPEN}\n\n# A post\n\n{TEXT}\n\n{REST}"
    flow = layout(raw).passages[0].flow
    seam = flow.text.index("who had")
    spans = flow.raw_spans(raw, seam, seam + 7)
    assert [raw[start:end] for start, end in spans] == ["who", "had"]


PIECES = st.lists(
    st.sampled_from(
        [
            "Dogs took part in 96 searches at",
            "OSH IN FIGURES",
            "river posts in the year 2009 and",
            "led officers to 41 cars. They",
            "Cars bought, end of 2009: 8,600",
            "Dogs bought in the year – 482",
            "of the council.",
            "# Boats",
            "Photo: a boat",
            "The price of the",
            "- a dog",
            "Regional work",
            "the paperwork.",
            "neigh-",
            "bours came.",
            "",
        ]
    ),
    max_size=30,
)


@given(PIECES)
@example(["# Boats", "river posts in the year 2009 and", "", "river posts in the year 2009 and"])
def test_each_word_that_is_no_furniture_is_read_once(pieces: list[str]) -> None:
    raw = "\n".join(pieces)
    made = layout(raw)
    told = "".join(block.text for block in made.blocks if block.kind is not BlockKind.FURNITURE)
    assert sorted(squeeze(told)) == sorted(squeeze("".join(passage.text for passage in made.passages)))
