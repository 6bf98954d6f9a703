"""Calendars in two columns whose entries hang over several lines."""

from __future__ import annotations

from datetime import date

import pytest

from db.models import Kind
from importers.pipeline import read_newsletter
from importers.readers.blocks import BlockKind
from importers.readers.calendars import is_wrapped
from importers.readers.plain import blocks

HANGING = """CALENDAR
9-11 April     Regional meeting of heads of
               laboratories. Accra
22 April -     Course for divers, second
3 May          intake. Lomé
June           Opening of the boat
               shed. Cotonou
"""
TEXT = f"# Bulletin\n\nJanuary - March 2019\n\n## Divers trained\n\nDivers were trained in Lomé on 4 March 2019.\n\n{HANGING}"


def test_entries_have_their_days_first() -> None:
    found = blocks(HANGING)
    assert [(block.kind, block.text) for block in found[1:]] == [
        (BlockKind.ROW, "9-11 April | Regional meeting of heads of laboratories. Accra"),
        (BlockKind.ROW, "22 April - 3 May | Course for divers, second intake. Lomé"),
        (BlockKind.ROW, "June | Opening of the boat shed. Cotonou"),
    ]
    assert [HANGING[block.start : block.end] for block in found] == [
        "CALENDAR\n",
        "9-11 April     Regional meeting of heads of\n               laboratories. Accra\n",
        "22 April -     Course for divers, second\n3 May          intake. Lomé\n",
        "June           Opening of the boat\n               shed. Cotonou\n",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9 April    Meeting\n11 May     Course\n12 June    Review\n", id="none hangs over"),
        pytest.param("Doctors    12\n           of them women\nNurses     30\n", id="figures"),
        pytest.param(
            "In May two doctors   and a nurse\ncame to the village  where they\nstayed until June    at last.\n", id="two columns"
        ),
        pytest.param("9 April    Meeting\n           in Lomé\n11 May  Course\n", id="columns that are none"),
    ],
)
def test_what_is_no_such_calendar(text: str) -> None:
    assert not any(" | " in block.text for block in blocks(text))


@pytest.mark.parametrize(
    "calendar",
    [
        "3 MAY Opening of the boat shed, Osh\n9 JUNE Review of the river, Naryn\n12 JUNE Fair of boats, Talas\n",
        "3May Opening of the boat shed, Osh\n9June Fair of nets, Naryn\n12June Fair of boats, Talas\n",
    ],
    ids=["months in capitals", "days glued to months"],
)
def test_each_line_of_a_calendar_is_an_entry(calendar: str) -> None:
    found = read_newsletter(f"RIVER NEWS\nJanuary - March 2019\n\nAHEAD\n\n{calendar}".encode(), "x.txt", today=date(2019, 4, 1))
    assert [one.when.edtf for one in found.milestones] == ["2019-05-03", "2019-06-09", "2019-06-12"]


def test_a_month_in_its_own_column_begins_an_entry() -> None:
    calendar = "27-29 May  Course for divers, Osh\nJune       3rd Boat Advisory Committee, Naryn\n19-20 July Fair of nets, Talas\n"
    found = read_newsletter(f"RIVER NEWS\nJanuary - March 2019\n\nAHEAD\n\n{calendar}".encode(), "x.txt", today=date(2019, 4, 1))
    assert [one.kind for one in found.milestones] == [Kind.TRAINING, Kind.REVIEW, Kind.CAMPAIGN]


@pytest.mark.parametrize(("before", "day"), [("On 3", "03"), ("from 3-6", "03"), ("The first boat came on 3", "03")])
def test_a_date_over_a_line_end_of_a_text_with_long_lines(before: str, day: str) -> None:
    told = " the boatmen of Osh and their friends held a course on knots, to which the whole valley came by boat and by lorry" * 2
    text = f"RIVER NEWS\nApril - June 2019\n\nKNOTS\n\n{before}\nMay{told}.\n"
    found = read_newsletter(text.encode(), "x.txt", today=date(2019, 9, 1)).milestones
    assert [one.when.edtf[:10] for one in found] == [f"2019-05-{day}"]


def test_what_a_calendar_announces_is_read() -> None:
    found = read_newsletter(TEXT.encode(), "bulletin.md", today=date(2026, 1, 1)).milestones
    told = {one.when.edtf: ([country.code for country in one.countries], one.planned) for one in found}
    assert told["2019-04-09/2019-04-11"] == (["GH"], True) and told["2019-04-22/2019-05-03"] == (["TG"], True)
    assert any(one.evidence is not None and "Accra" in one.evidence.quote for one in found)


WRAPPED = """MARK THE DAY
5-6 July
Apia. A talk on the draft
rules of labour
30 July
World Day against
Trafficking. Race of boats
11 August Suva. A review
"""


def test_a_calendar_of_one_column_whose_entries_go_on_below() -> None:
    assert [block.text for block in blocks(WRAPPED)] == [
        "MARK THE DAY",
        "5-6 July Apia. A talk on the draft rules of labour",
        "30 July World Day against Trafficking. Race of boats",
        "11 August Suva. A review",
    ]


def test_days_that_stand_in_sentences_begin_no_entries() -> None:
    lines = ["It met on", "5 July in Apia, and on", "6 July in Suva, until", "7 July"]
    assert not is_wrapped(lines, [False, True, True, True])
    assert is_wrapped(["Diary", *lines[1:]], [False, True, False, False]) is False
    assert is_wrapped(["Date Where Paid by", "5 July Apia", "6 July Suva", "7 July Koror"], [False, True, True, True])
    assert is_wrapped(["Diary", "5 July Apia", "6 July Suva", "7 July Koror"], [False, True, True, True])


def test_a_day_that_a_line_leads_to_begins_no_entry() -> None:
    told = [
        "The rain came back. The course opened at last on the following",
        "Monday, 23 July. They had been in Osh since",
        "May 2011, and",
    ]
    prose = "\n".join([*told, "in all of the villages."])
    assert [block.text for block in blocks(prose)] == [prose.replace("\n", " ")]


def test_a_number_behind_a_word_is_no_day() -> None:
    text = (
        "OSH, 24 June - A centre for farmers was opened today in Osh in\nthe south of the country. It has three rooms.\n"
        "Following its model, a centre was opened in Talas in 2011.\nOver 300 farmers have used it.\n"
    )
    assert all(block.kind is BlockKind.PARAGRAPH for block in blocks(text))


PARTED = """RIVER NEWS
July - September 2019

From our diary
8 July       Meeting of the boatmen, Osh
21 Sept.     International Day of Peace: concert of two choirs, Naryn
{label}
9-10 Oct.    Conference on eels, Osh
"""


@pytest.mark.parametrize("label", ["Next quarter", "Coming soon:"])
def test_a_line_without_a_day_names_a_part_of_a_calendar(label: str) -> None:
    told = read_newsletter(PARTED.format(label=label).encode(), "x.txt", today=date(2020, 1, 1)).milestones
    assert [str(one.when) for one in told] == ["2019-07-08", "2019-09-21", "2019-10-09/2019-10-10"]


def test_a_line_that_hangs_over_is_none() -> None:
    hung = PARTED.format(label="             of the upper town")
    told = read_newsletter(hung.encode(), "x.txt", today=date(2020, 1, 1)).milestones
    assert [str(one.when) for one in told] == ["2019-07-08", "2019-09-21", "2019-10-09/2019-10-10"]


def test_entries_may_begin_with_a_day_and_a_month_in_numbers() -> None:
    diary = (
        "RIVER NEWS\nJuly - September 2019\n\nFrom our diary\n03/07 Osh: opening of the boat house of the\nlower town.\n"
        "21/08 Naryn: training of ten guards.\n"
    )
    told = read_newsletter(diary.encode(), "x.txt", today=date(2020, 1, 1)).milestones
    assert [(str(one.when), one.title) for one in told] == [
        ("2019-07-03", "Opening of the boat house of the lower town"),
        ("2019-08-21", "Training of ten guards"),
    ]


def test_a_month_and_a_place_begin_an_entry() -> None:
    calendar = "9-11 May, Osh - Course for divers\n12 June, Naryn - Fair of nets\nJuly, Talas - Review of the river\n"
    reading = read_newsletter(
        f"# Bulletin\n\nJanuary - March 2019\n\n## COMING UP\n\n{calendar}".encode(), "x.txt", today=date(2019, 4, 2)
    )
    assert [(one.when.edtf, one.kind) for one in reading.milestones] == [
        ("2019-05-09/2019-05-11", Kind.TRAINING),
        ("2019-06-12", Kind.CAMPAIGN),
        ("2019-07", Kind.REVIEW),
    ]


def test_a_single_entry_with_its_month_is_no_title() -> None:
    text = "# Bulletin\n\nMarch - May 2019\n\nAHEAD OF US\nOctober 2019 - Course for divers, Osh\n\nTHANK YOU\nTo all.\n"
    reading = read_newsletter(text.encode(), "x.txt", today=date(2019, 6, 2))
    assert [(one.when.edtf, one.kind) for one in reading.milestones] == [("2019-10", Kind.TRAINING)]


@pytest.mark.parametrize(
    "last", ["Divers trained: 17", "Calls to the harbour line: 1,905", "Women among them: 43%", "17 divers trained"]
)
def test_a_calendar_below_a_list_of_figures_has_its_heading(last: str) -> None:
    text = (
        "BULLETIN\n\nApril - June 2018\n\nHarbours\n\nThe ferry pier of Durres was opened on 3 May. It cost a lot.\n\n"
        f"Figures of the spring\nBoats that were searched with the new lamps: 214\nNets that were mended: 88\n{last}\n\n"
        "Coming up\n16–18 July – Summer school on eels, Vlora\n5 November – Fair of nets, Durres\n"
    )
    told = read_newsletter(text.encode(), "x.txt", today=date(2018, 7, 2)).milestones
    assert [one.when.edtf for one in told] == ["2018-05-03", "2018-07-16/2018-07-18", "2018-11-05"]


@pytest.mark.parametrize("months", ["January – March:", "January:", "January - March –"])
def test_months_begin_an_entry(months: str) -> None:
    calendar = f"{months} audit of the accounts\n8 February: launch of the ferry line, Lomé\n12 March: workshop on eels, Osh\n"
    text = f"# Bulletin\n\nOctober - December 2018\n\n## AGENDA\n\n{calendar}"
    told = read_newsletter(text.encode(), "x.txt", today=date(2019, 1, 2)).milestones
    assert [one.when.edtf for one in told][1:] == ["2019-02-08", "2019-03-12"]
    assert told[0].when.edtf.startswith("2019-01")


def test_a_table_of_projects_tells_only_until_when_they_run() -> None:
    table = (
        "Title                                 Donors            Until\n"
        "Divers, second phase                  Peru, Chile       Dec 2019\n"
        "Safe harbours                         Togo              Jun 2019\n"
    )
    text = f"# Bulletin\n\nOctober - December 2018\n\n## OUR PROJECTS\n\n{table}"
    assert read_newsletter(text.encode(), "x.txt", today=date(2019, 1, 2)).milestones == ()


def test_entries_without_a_day() -> None:
    calendar = "9-11 May     Course for divers, Osh\nTo be fixed  Sixth fair of nets\n12 June      Review of the river, Talas\n"
    text = f"# Bulletin\n\nJanuary - March 2019\n\n## DATES\n\n{calendar}"
    told = read_newsletter(text.encode(), "x.txt", today=date(2019, 4, 2)).milestones
    assert [(one.when.edtf, one.title) for one in told] == [
        ("2019-05-09/2019-05-11", "Course for divers, Osh"),
        ("2019-06-12", "Review of the river, Talas"),
    ]
    months = "## DATES\n\n9 May – Course for divers, Osh\nJune – Review of the river, Talas\n"
    told = read_newsletter(f"# Bulletin\n\nJanuary - March 2019\n\n{months}".encode(), "x.txt", today=date(2019, 4, 2)).milestones
    assert [one.when.edtf for one in told] == ["2019-05-09", "2019-06"]
