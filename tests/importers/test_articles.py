"""Passages to stories: headings, labels, months, countries, entries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from db.names import country
from db.when import When
from importers.issue.mastheads import masthead
from importers.issue.period import period_of
from importers.layout.repair import read_layout
from importers.readers.blocks import BlockKind
from importers.story import Story
from importers.units import PARAGRAPH_GLUE
from tests.importers.conftest import assert_faithful, layout, newsletters, read, stories_of

MONTHS = {"MAY": "2015-05", "JUNE": "2015-06", "April - June": "2015-34"}


def cut(raw: str) -> tuple[Story, ...]:
    """The stories of a text whose month and country headings are told apart simply."""
    return stories_of(
        raw,
        lambda text: country(text.removeprefix("Republic of ")) or "",
        lambda heading: When(MONTHS[heading.text]) if heading.text in MONTHS else None,
    )


def headed(raw: str) -> list[tuple[str, str]]:
    return [(story.heading, story.flow.text) for story in cut(raw)]


A, B, C = "Two ministers opened the post on the river.", "Dogs came to the airport.", "Cars came too."


@pytest.mark.parametrize(
    ("heading", "line", "below"),
    [
        ("IN THE DIARY", "18-20 August  Meeting of heads of ports, Apia", True),
        ("COMING UP", "Second Round Table on Rivers: 24 August, Osh", True),
        ("COMING UP", "Round Table on Rivers", False),
        ("THE PORTS", "18-20 August  Meeting of heads of ports, Apia", False),
    ],
)
def test_the_one_line_of_a_calendar_is_no_heading(heading: str, line: str, below: bool) -> None:
    found = headed(f"THE POST\n\n{A} {B}\n\n{heading}\n\n{line}\n\n{C} {B}\n")
    assert (heading in [title for title, _ in found]) is below


def test_each_heading_has_the_paragraphs_below_it() -> None:
    assert headed(f"# One\n\n{A}\n\n{B}\n\n# Two\n\n{C}") == [("One", f"{A}\n\n{B}"), ("Two", C)]


def test_text_before_the_first_heading_is_a_story_without_one() -> None:
    assert headed(f"{A}\n\n# One\n\n{B}") == [("", A), ("One", B)]


def test_a_heading_over_nothing_is_a_label() -> None:
    assert [
        (story.label, story.heading) for story in cut(f"# News from the river\n\n## One\n\n{A}\n\n## Two\n\n{B}\n\n# Three\n\n{C}")
    ] == [
        ("News from the river", "One"),
        ("News from the river", "Two"),
        ("", "Three"),
    ]


def test_without_levels_a_label_speaks_of_one_story() -> None:
    found = cut(f"NEWS FROM THE RIVER\n\nNEW POST\n\n{A}\n\nDOGS\n\n{B}")
    assert [story.heading for story in found] == ["NEW POST", "DOGS"]
    assert found[1].label == ""


def test_month_headings_hold_until_the_next() -> None:
    found = cut(f"MAY\n\nNEW POST\n\n{A}\n\nDOGS\n\n{B}\n\nJUNE\n\nCARS\n\n{C}")
    assert [(story.heading, str(story.time)) for story in found] == [
        ("NEW POST", "2015-05"),
        ("DOGS", "2015-05"),
        ("CARS", "2015-06"),
    ]


def test_a_month_right_above_its_text_is_no_heading_of_a_story() -> None:
    story = cut(f"# MAY\n\n{A}")[0]
    assert (story.heading, str(story.time)) == ("", "2015-05")


COUNTRIES = [
    (
        "country headings under an event without text",
        f"# Day against drugs\n\n## Uzbekistan\n\n{A}\n\n## Republic of Tajikistan\n\n{B}\n\n# Dogs\n\n{C}",
        [("UZ", "Day against drugs", None), ("TJ", "Day against drugs", 0), ("", "", None)],
    ),
    (
        "country headings under an event with text",
        f"# Day against drugs\n\n{A}\n\n## Uzbekistan\n\n{B}\n\n## Tajikistan\n\n{C}",
        [("", "", None), ("UZ", "Day against drugs", 0), ("TJ", "Day against drugs", 0)],
    ),
    (
        "country headings without levels",
        f"DAY AGAINST DRUGS\n\nUZBEKISTAN\n\n{A}\n\nTAJIKISTAN\n\n{B}\n\nDOGS\n\n{C}",
        [("UZ", "DAY AGAINST DRUGS", None), ("TJ", "DAY AGAINST DRUGS", 0), ("", "", None)],
    ),
    (
        "stories under a country",
        f"# Kazakhstan\n\n## New post\n\n{A}\n\n## Dogs\n\n{B}\n\n# Kyrgyzstan\n\n## Cars\n\n{C}",
        [("KZ", "", None), ("KZ", "", None), ("KG", "", None)],
    ),
    ("a country ends with the next theme", f"# Kazakhstan\n\n## Post\n\n{A}\n\n# Dogs\n\n{B}", [("KZ", "", None), ("", "", None)]),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), COUNTRIES)
def test_countries_as_headings(what: str, raw: str, wanted: list[tuple[str, str, int | None]]) -> None:
    assert [(story.country, story.label, story.sibling) for story in cut(raw)] == wanted


UNITS = [
    ("a story is one", f"# One\n\n{A}\n\n{B}", [(f"{A}\n\n{B}", False)]),
    (
        "sentences in a list",
        f"# In brief\n\nThis spring:\n\n- {A}\n- Ten dogs came to the new airport of Osh.\n\nMore next time.",
        [("This spring:", False), (A, True), ("Ten dogs came to the new airport of Osh.", True), ("More next time.", False)],
    ),
    (
        "a paragraph between pieces of news",
        f"# In brief\n\n3 May. {A}\n\n{B}\n\n4 May. {C}",
        [(f"3 May. {A}", True), (B, True), (f"4 May. {C}", True)],
    ),
    (
        "short pieces of news",
        f"# Other news:\n\n{A}\n\nTen dogs came to the new airport of Osh.",
        [(A, True), ("Ten dogs came to the new airport of Osh.", True)],
    ),
    ("names in a list are none", f"# They brought\n\n{A}\n\n- dogs\n- cars", [(f"{A}\n\ndogs\n\ncars", False)]),
    ("one item is none", f"# They brought\n\n{A}\n\n- {A}", [(f"{A}\n\n{A}", False)]),
    (
        "lines of a calendar",
        "# Dates\n\n3 May  Post opens in Osh\n\n14 June  Dogs come",
        [("3 May Post opens in Osh", True), ("14 June Dogs come", True)],
    ),
    (
        "rows of a table",
        "# Dates\n\n| When | What |\n|---|---|\n| 3 May 2015 | Post |\n| June 2015 | Dogs |",
        [("3 May 2015 | Post", True), ("June 2015 | Dogs", True)],
    ),
    (
        "places in turn, announced",
        "# Round trip\n\nThey went to two towns in a single week:\n\nIn Osh, a mayor.\n\nHe sang.\n\nIn Termez, a judge.",
        [
            ("They went to two towns in a single week:", False),
            ("In Osh, a mayor.\n\nHe sang.", True),
            ("In Termez, a judge.", True),
        ],
    ),
    (
        "places in turn, not announced",
        "# Round trip\n\nThe team went to two towns.\n\nIn Osh, a mayor.\n\nIn Termez, a judge.",
        [("The team went to two towns.\n\nIn Osh, a mayor.\n\nIn Termez, a judge.", False)],
    ),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), UNITS)
def test_what_one_main_milestone_is_looked_for_in(what: str, raw: str, wanted: list[tuple[str, bool]]) -> None:
    story = cut(raw)[-1]
    assert [(story.flow.text[unit.start : unit.end], unit.entry) for unit in story.units] == wanted


def test_torn_paragraphs_are_known_in_the_story() -> None:
    torn = "went home by boat after a long day on the river"
    story = cut(f"# A\n\n{A}\n\n{torn}.\n\n# B\n\n{A}\n\n# C\n\n{A}")[0]
    assert [story.flow.text[start:end] for start, end in story.doubtful] == [f"{torn}."]


def test_the_masthead_stands_before_the_first_text() -> None:
    raw = f"# River News\n\nNo. 4\n\nApril - June 2015\n\n{A * 5}\n\n# One\n\n{B}"
    assert [passage.text for passage in masthead(layout(raw).passages)] == ["River News", "No. 4", "April - June 2015"]


def test_a_name_and_a_period_are_no_story() -> None:
    assert headed(f"# River News\n\nApril - June 2015\n\n# One\n\n{A}\n\n# Two\n\n{B}") == [("One", A), ("Two", B)]


@pytest.mark.parametrize("name", ["communiqué", "communiqué\nQuarterly e-Newsletter of the River Office", "River communiqué"])
def test_the_number_of_an_issue_is_no_part_of_its_name(name: str) -> None:
    made = cut(f"RIVER OFFICE\n{name}\nIssue no. 14        April - June 2015\n\nTHE BOATS\n\n{A}")
    assert [one.flow.text for one in made][-1] == A
    assert not any("14" in one.flow.text and "communiqué" in one.flow.text for one in made)


def test_headings_alone_make_no_story() -> None:
    assert cut("# One\n\n# Two\n\n## Uzbekistan\n\n# MAY") == ()
    assert cut("") == ()


@given(newsletters)
@settings(max_examples=100)
def test_stories_hold_every_passage_that_is_no_heading_and_no_masthead(raw: str) -> None:
    found = cut(raw)
    passages = [passage for passage in read_layout(raw).passages if passage.kind is not BlockKind.HEADING]
    texts = [passage.text for passage in passages]
    told = [text for story in found for text in story.flow.text.split(PARAGRAPH_GLUE)]
    masthead = texts[: len(texts) - len(told)]
    assert [*masthead, *told] == texts
    assert all(period_of(passage.text, passage.dates) for passage in passages[: len(masthead)])
    for number, story in enumerate(found):
        assert_faithful(story.flow, raw)
        assert [story.flow.text[start:end] for start, end in story.paragraphs] == story.flow.text.split(PARAGRAPH_GLUE)
        assert all(before.end <= after.start for before, after in pairwise(story.units))
        assert {unit.start for unit in story.units} <= {start for start, _ in story.paragraphs}
        assert {unit.end for unit in story.units} <= {end for _, end in story.paragraphs}
        assert story.sibling is None or story.sibling < number


@pytest.mark.parametrize(
    ("heading", "code"), [("KENYA – UGANDA", ""), ("Kenya – Uganda – Ghana: Dogs", ""), ("In the field. Ghana", "GH")]
)
def test_a_heading_of_several_countries_ends_the_one_above(heading: str, code: str) -> None:
    found = cut(f"KAZAKHSTAN\n\nNEW POST\n\n{A}\n\n{heading}\n\nDOGS\n\n{B}")
    assert [(story.country, story.flow.text) for story in found] == [("KZ", A), (code, B)]


def test_a_label_that_a_story_of_another_country_stands_below_is_of_the_one_above() -> None:
    story = "POLICE WOMEN LEARN\n\nTwenty police women of Peru were trained in Cusco on 3 May 2015."
    for named, codes in (("", ["PE"]), (" Two came from Kenya.", ["PE", "KE"])):
        reading = read(f"River News\n\nTen dogs came.\n\n In the field. Kenya\n\n{story}{named}\n", name="x.txt")
        assert [country.code for country in reading.milestones[0].countries] == codes


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("IN BRIEF", ""),
        ("AROUND 9 DECEMBER", ""),
        ("26 JUNE IN THE REGION", ""),
        ("COMING UP", ""),
        ("SAVE THE DATE", ""),
        ("NEW DOGS", "KZ"),
        ("COMING HOME", "KZ"),
        ("9 DECEMBER CLINICS OPEN", "KZ"),
    ],
)
def test_what_is_told_from_here_and_there_ends_a_country_without_a_level(heading: str, code: str) -> None:
    found = cut(f"KAZAKHSTAN\n\nNEW POST\n\n{A}\n\n{heading}\n\n{B}")
    assert [(story.country, story.flow.text) for story in found] == [("KZ", A), (code, B)]
    assert [story.country for story in cut(f"# Kazakhstan\n\n## New post\n\n{A}\n\n## {heading}\n\n{B}")] == ["KZ", "KZ"]


def test_a_country_does_not_go_on_in_the_heading_below() -> None:
    found = cut(f"CÔTE D’IVOIRE\n\nFROM ABIDJAN, A NETWORK\n\n{A}")
    assert [(story.country, story.heading) for story in found] == [("CI", "FROM ABIDJAN, A NETWORK")]


@pytest.mark.parametrize(
    ("above", "heading", "code"),
    [
        ("KENYA\n\nNew post", "ON PAPER", ""),
        ("KENYA\n\nNew post", "On paper", "KE"),
        ("KENYA\n\nNEW POST", "ON PAPER", "KE"),
        ("Kenya\n\nNew post", "ON PAPER", "KE"),
        # a country that has its text right below ends the one above, and goes on in nothing
        (f"KENYA\n\nNew post\n\n{B}\n\nTOGO", "ON PAPER", ""),
    ],
)
def test_small_titles_below_a_country_end_at_the_next_in_capitals(above: str, heading: str, code: str) -> None:
    found = cut(f"{above}\n\n{A}\n\n{heading}\n\n{B}")
    assert [(story.country, story.flow.text) for story in found][-1] == (code, B)
    assert found[-2].country


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Kenya", "KE"), ("News from Kenya", "KE"), ("Kenya country office", "KE"), ("From the field: Kenya", "KE"),
        ("2. Activities in Kenya", "KE"), ("UNICEF in Kenya", "KE"), ("Spotlight on Kenya", "KE"), ("Country update | Kenya", "KE"),
        ("Kenya and Uganda", ""), ("Activities in East Africa", ""), ("Kenya opens a road", ""), ("Boats for Kenya", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("above", "small"), [("# {}", "## {}"), ("{}", "{}"), ("**{}**", "**{}**")], ids=["ranks", "capitals", "bold"]
)
def test_the_label_of_a_countrys_part(label: str, code: str, above: str, small: str) -> None:
    over, behind = (above.format(one if above.startswith("#") else one.upper()) for one in (label, "Other parts"))
    titles = [small.format(title) for title in ("A post on the river", "Dogs at the airport", "Cars for the post")]
    raw = f"{over}\n\n{titles[0]}\n\n{A}\n\n{titles[1]}\n\n{B}\n\n{behind}\n\n{titles[2]}\n\n{C}\n"
    assert [story.country for story in cut(raw)] == [code, code, ""]


def test_two_countries_that_a_paragraph_begins_with_end_the_one_above() -> None:
    found = cut(f"# Borders\n\nGhana: {A}\n\nTogo / Benin: {B}\n\nKenya and Uganda: {C}")
    assert [story.country for story in found] == ["GH", "", ""]


def test_a_country_that_paragraphs_begin_with_is_their_heading() -> None:
    raw = f"# Short news\n\nGHANA {A}\n\nTOGO {B}\n\n{C}\n\n# Two\n\nKENYA {A}"
    assert [(story.country, story.flow.text) for story in cut(raw)] == [
        ("GH", f"GHANA {A}"),
        ("TG", f"TOGO {B}\n\n{C}"),
        ("", f"KENYA {A}"),
    ]
    named = cut(f"# Short news\n\nNIGERIA WFP sent three trucks.\n\nKenya: {B}")
    assert [(story.country, story.flow.text[slice(*story.paragraphs[0])]) for story in named] == [
        ("NG", "WFP sent three trucks."),
        ("KE", B),
    ]
    first = cut(raw)[0]
    assert first.flow.text[slice(*first.paragraphs[0])] == A


def test_the_day_of_writing_is_the_day_of_the_story() -> None:
    raw = f"# One\n\n4 March 2015\n\n{A}\n\n# Two\n\n{B}\n\n# Three\n\n{C}\n\n{B}\n\n{A}\n\n4 March 2015"
    found = stories_of(raw, day_of=lambda text: When("2015-03-04") if text[0] == "4" else None)
    assert [str(story.time) for story in found] == ["2015-03-04", "None", "2015-03-04"]


def _days(raw: str) -> list[tuple[str, str]]:
    """The heading of each story and its day, of the first nine of March or May 2015."""
    months = {" March 2015": "03", " May 2015": "05"}

    def day_of(text: str) -> When | None:
        return When(f"2015-{months[text[1:]]}-0{text[0]}") if text[1:] in months else None

    found = stories_of(raw, day_of=day_of)
    return [(story.heading, str(story.time)) for story in found]


def test_a_day_above_the_heading_is_that_of_the_story_below() -> None:
    raw = f"# River Press\n\n4 March 2015\n\n# One\n\n{A}\n\n{B}\n\n{C}\n\n5 March 2015\n\n# Two\n\n{B}\n\n# Three\n\n{C}"
    assert _days(raw) == [
        ("One", "2015-03-04"),
        ("Two", "2015-03-05"),
        ("Three", "None"),
    ]


def test_the_name_of_a_user_before_a_day_ends_no_title() -> None:
    raw = f"Dogs in Osh\n\nboatman, 2015-05-04\n\n{A} {B}\n\nCars in Osh\n\nboatman, 2015-05-06\n\n{C} {B}"
    assert [passage.text for passage in read_layout(raw).passages if passage.kind is BlockKind.HEADING] == [
        "Dogs in Osh",
        "Cars in Osh",
    ]


def test_the_label_of_a_press_release_begins_a_story() -> None:
    raw = f"# One\n\n{A}\n\nPress Release\n{B} It was on 4 May 2015, after 2 May 2015.\n\nMEDIA RELEASE\n\n# Three\n\n{C}"
    assert _days(raw) == [
        ("One", "None"),
        ("Press Release", "2015-05-04"),
        ("Three", "None"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (0, 10, False),
        (0, 11, True),
        (12, 15, True),
        (19, 30, True),
        (20, 40, False),
        (39, 41, True),
        (50, 60, False),
        (0, 60, True),
    ],
)
def test_words_of_a_torn_paragraph_are_doubtful(start: int, end: int, wanted: bool) -> None:
    story = replace(cut(f"# One\n\n{A}")[0], doubtful=((10, 20), (40, 50)))
    assert story.is_doubtful(start, end) == wanted
    assert not replace(story, doubtful=()).is_doubtful(start, end)


NEWS = "The mayor and two of his men opened the post on 3 May."
BOXES = [
    ("a box in a story", f"# One\n\n{A}\n\nIN NUMBERS\n\n12 dogs\n3 cars\n\n{NEWS}", {"One": f"{A}\n\n{NEWS}"}),
    ("a section of sums behind a story", f"# One\n\n{A}\n\n# In numbers\n\n12 dogs\n3 cars\n\n{NEWS}", {"One": A}),
    ("a box behind a story", f"# One\n\n{A}\n\nIN NUMBERS\n\n12 dogs\n3 cars\n\n# Two\n\n{B}", {"One": A, "Two": B}),
    ("news below such a heading", f"# One\n\n{A}\n\n# At a glance\n\n{NEWS}\n\n{B}", {"One": A, "At a glance": f"{NEWS}\n\n{B}"}),
    ("a story above none", f"IN NUMBERS\n\n12 dogs\n3 cars\n\n# One\n\n{A}", {"One": A}),
]


@pytest.mark.parametrize(("what", "raw", "wanted"), BOXES, ids=[case[0] for case in BOXES])
def test_a_story_goes_on_behind_a_box_of_sums(what: str, raw: str, wanted: dict[str, str]) -> None:
    told = dict(headed(raw))
    assert {heading: told[heading] for heading in wanted} == wanted
    assert all("12 dogs" not in told[heading] for heading in wanted)
