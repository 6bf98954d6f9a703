"""The paragraphs that begin with the name of a place, or of what they tell, are entries of their own."""

from __future__ import annotations

import pytest

from db.models import Kind, Level
from tests.importers.conftest import read

REST = "and the mayor thanked all who had come, in spite of the rain, from the villages around."

LABELLED = [
    (
        "capitals",
        [f"ASTANA. A contest of drawings was held on 3 May, {REST}", "TERMEZ. A new clinic was opened on 5 May with two nurses."],
        2,
    ),
    (
        "towns",
        [f"Termez: A contest of drawings was held on 3 May, {REST}", "Khujand: A new clinic was opened on 5 May with two nurses."],
        2,
    ),
    (
        "days and towns",
        [
            f"3-5 May, Gaziantep (Türkiye). Thirty nurses attended a course on fevers, {REST}",
            "9 May 2015, Osh. Judges of the south attended a seminar on evidence.",
        ],
        2,
    ),
    (
        "days in sentences",
        [
            f"On 3 May, thirty nurses of Osh attended a course on fevers, {REST}",
            "On 9 May, judges of Osh attended a seminar on evidence.",
        ],
        2,
    ),
    (
        "topics",
        [
            f"Course for Port Pilots: The course was held on 3 May, {REST}",
            "Visit to the Dam: A delegation visited the dam on 5 May and talked to its guards.",
        ],
        2,
    ),
    (
        "places as the beginning of short titles",
        [
            "Osh. Clerks on the move",
            f"Clerks of the court went to Almaty on 3 May, {REST}",
            "Naryn. Bees in May",
            "A fair on honey was held on 5 May with guests from all the villages around the lake.",
        ],
        2,
    ),
    (
        "one label alone",
        [f"TERMEZ. A contest of drawings was held on 3 May, {REST}", "A new clinic was opened on 5 May with two nurses."],
        2,
    ),
    (
        "a form",
        [
            f"Date And Time: A contest of drawings was held on 3 May, {REST}",
            "Venue And Place: A new clinic was opened on 5 May with two nurses.",
        ],
        1,
    ),
    (
        "an interview",
        [f"REPORTER: Where was the contest held on 3 May, {REST}", "MAYOR: The new clinic was opened on 5 May with two nurses."],
        1,
    ),
    (
        "parts of one story",
        [
            f"Key Results: A contest of drawings was held on 3 May, {REST}",
            "Next Steps: A new clinic was opened on 5 May with nurses.",
        ],
        1,
    ),
    ("no dates", [f"Work For All: A contest is held, {REST}", "Rest For All: A new clinic is opened."], 0),
]


@pytest.mark.parametrize(("what", "paragraphs", "count"), LABELLED, ids=[case[0] for case in LABELLED])
def test_each_labelled_paragraph_has_a_main_milestone(what: str, paragraphs: list[str], count: int) -> None:
    reading = read("# News of the spring\n\nMuch was done.\n\n" + "\n\n".join(paragraphs), name="x.md")
    main = [one for one in reading.milestones if one.level is Level.MAIN and one.basis.value != "issue"]
    assert len(main) == count


DIGESTS = [
    (
        "most paragraphs tell a day",
        [
            f"On 3 May 2015, a course for divers was held in Osh, {REST}",
            f"A seminar on bees was held in Naryn on 9 May 2015, {REST} It drew keepers from all valleys.",
            f"Clerks of the port attended a workshop on tides on May 12, 2015, {REST}",
        ],
        3,
    ),
    (
        "some begin with a day, and others go on",
        [
            f"From 3 to 5 May 2015, a course for divers was held in Osh, {REST}",
            "All of them came by bus, and most had brought their own ropes and boots.",
            f"On Monday, 11 May 2015, a seminar on bees was held in Naryn, {REST}",
            "The keepers of all valleys had been asked to come and see it.",
            "They were shown forty hives and ate the honey of each with bread.",
        ],
        2,
    ),
    (
        "one story",
        [
            f"A course for divers was held in Osh from 3 to 5 May 2015, {REST}",
            "The participants visited the port on 4 May 2015 and saw how nets are mended.",
            "During the closing ceremony on 5 May 2015, the mayor handed over the certificates.",
        ],
        1,
    ),
]


@pytest.mark.parametrize(("what", "paragraphs", "count"), DIGESTS, ids=[case[0] for case in DIGESTS])
def test_paragraphs_without_a_heading_that_tell_days_are_news_of_their_own(what: str, paragraphs: list[str], count: int) -> None:
    reading = read("\n\n".join(paragraphs), name="x.txt")
    main = [one for one in reading.milestones if one.level is Level.MAIN]
    assert len(main) == count


def test_what_was_done_in_each_place_on_an_observance_day() -> None:
    text = (
        "# 26 June in four towns\n\nThe International Day against Drug Abuse and Illicit Trafficking was observed everywhere.\n\n"
        f"TERMEZ. Two hundred pupils took part in a relay race, {REST}\n\n"
        f"KHUJAND. On the eve of the International Day, actors showed a play on a boy and his uncle, {REST}\n\n"
        f"ASTANA. The winners of a contest of drawings were awarded on the International Day, {REST}"
    )
    made = [one for one in read(text, name="x.md").milestones if one.countries]
    assert [one.when.edtf for one in made] == ["2015-06-26", "2015-06-25", "2015-06-26"]
    assert {one.kind for one in made} == {Kind.CAMPAIGN}
    assert [[country.code for country in one.countries] for one in made] == [["UZ"], ["TJ"], ["KZ"]]


def test_one_item_alone_that_begins_with_a_name_and_a_number() -> None:
    text = "# RIVER NEWS\n\nApril 2015\n\n## Roads\n\n- Route 66: the road was opened in Osh\n"
    assert [one.kind for one in read(text, name="x.md", issue=None).milestones] in ([], [Kind.OPENING])


NEWS_OF_A_DAY = (
    "# River News\n\nApril - June 2015\n\n## 26 JUNE IN {}\n\nDushanbe: 2 tons of drugs were burnt in the brick works.{glue}"
    "Bishkek: 600 cyclists rode from the hall to the gate on 23 June.{glue}Tashkent: the winners of a contest of drawings were "
    "announced in the park.{glue}Almaty: The library presented its album of old maps.\n"
)


@pytest.mark.parametrize("heading", ["BRIEF", "FOUR TOWNS"])
@pytest.mark.parametrize("glue", ["\n\n", " "])
def test_news_of_a_day_by_town(heading: str, glue: str) -> None:
    made = read(NEWS_OF_A_DAY.format(heading, glue=glue), name="x.md", issue=None).milestones
    assert [one.when.edtf for one in made] == ["2015-06-26", "2015-06-23", "2015-06-26", "2015-06-26"]
    assert [[country.code for country in one.countries] for one in made] == [["TJ"], ["KG"], ["UZ"], ["KZ"]]
