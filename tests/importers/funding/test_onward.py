"""Who paid for what was told right before, and who pays for a body, a work or a programme wherever its story speaks of it."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read
from tests.importers.funding.test_shares import paid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Divers met in Osh on 3 May 2015. A bus was presented to the school in Naryn on 9 March 2015. The price, 9,000 euros, "
            "was covered by Norway.",
            [[], ["Norway"]],
            id="the price of what was handed over",
        ),
        pytest.param(
            "Divers met in Osh on 3 May 2015. Nets were delivered to the school in Naryn on 9 March 2015. The money comes out of a "
            "larger grant: in February 2015 Norway had allocated 9,000 dollars to the diving project.",
            [["Norway"], ["Norway"], ["Norway"]],
            id="what money it comes out of",
        ),
        pytest.param(
            "A school was opened in Osh on 3 May 2015. The ovens were purchased with a contribution of Norway. A course for cooks "
            "was held in Naryn on 9 March 2015.",
            [["Norway"], []],
            id="what was purchased is no course",
        ),
        pytest.param(
            "Ministers met in Osh on 3 May 2015. Divers from five ports had gone through the draft at a seminar in Naryn on 9 "
            "March 2015. Peru paid for the travel of the divers.",
            [[], ["Peru"]],
            id="those who came",
        ),
        pytest.param(
            "Divers met in Osh on 3 May 2015. Divers from five ports had gone through the draft at a seminar in Naryn on 9 "
            "March 2015. Norway paid for the travel of the divers.",
            [["Norway"], []],
            id="those who came to the main one as well",
        ),
        pytest.param(
            "A law on ports was adopted in Osh on 3 May 2015. A post was opened in Naryn in March 2015. Its equipment was donated "
            "by Norway.",
            [[], ["Norway"]],
            id="the things of what was opened",
        ),
        pytest.param(
            "A law on ports was adopted in Osh on 3 May 2015. A post was opened in Naryn in March 2015. Its boats (EUR 85,000) "
            "were donated by Norway.",
            [[], ["Norway"]],
            id="the things of what was opened, with their price",
        ),
        pytest.param(
            "The Directorate of Ports adopted a new form in Osh on 3 May 2015. A first group of clerks finished its course in "
            "Naryn on 13 May 2015. Funding comes from Norway. The clerks are glad.",
            [["Norway"], ["Norway"]],
            id="where the money comes from",
        ),
        pytest.param(
            "A post was opened in Osh on 3 May 2015. The office, two rooms and a boat, was provided by Norway for 68,000 dollars. "
            "Divers attended a course on forged papers on 10 May 2015.",
            [["Norway"], []],
            id="rooms are no course",
        ),
        pytest.param(
            "A post was opened in Osh on 3 May 2015. The Export Control and Related Border Security Programme (EXBS) of the United "
            "States had financed the renovation. Divers attended a course on forged papers in April 2015.",
            [["United States/EXBS"], []],
            id="a programme in the donor's name",
        ),
        pytest.param(
            "A plan on ports was signed in Osh on 3 May 2015. The Ambassador of Norway announced a grant of 2 million euros for "
            "the first two years. A Steering Committee is to hold its first meeting in November 2015.",
            [["Norway"], ["Norway"]],
            id="what was announced for what is to come",
        ),
        pytest.param(
            "The PORTNET Board met in Osh on 3 May 2015. A raid coordinated by PORTNET ended in Naryn on 9 March 2015. PORTNET is "
            "supported by Norway and Spain.",
            [["Norway", "Spain"], ["Norway", "Spain"]],
            id="a body by its name",
        ),
        pytest.param(
            "A unit of divers was opened in Osh on 3 May 2015. The agreement on it was signed on 9 March 2015. PORTNET started in "
            "2010. Spain pays for most of PORTNET; Peru and Norway add their share.",
            [["Spain", "Peru", "Norway"], ["Spain", "Peru", "Norway"], ["Spain", "Peru", "Norway"]],
            id="a project by its name, and its beginning",
        ),
        pytest.param(
            "The PORTNET Board met in Osh on 3 May 2015. The Treaty on PORTNET came into force in March 2015. PORTNET is supported "
            "by Norway.",
            [["Norway"], []],
            id="nobody pays for what comes into force",
        ),
    ],
)
def test_who_paid(text: str, expected: list[list[str]]) -> None:
    assert [donors for _, donors, _ in paid(text)] == expected


STORY = """# Notes

## Letter

Dear readers, this is what was done in the valley in these months, and what there is to see of it for those who come by.

## Families on a Saturday

The Strong Families Programme, known to all as SFP, was extended in April to four valleys: Talas, Chui, Osh and Naryn. Seventy
teachers were trained for it. Parents and children first sit apart and then come together for a game and a song.

On 9 June the Ministry of Education and UNODC exchanged letters on the curriculum of school advisers. {close}
"""


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        ("Norway and Spain support the programme.", [["Norway", "Spain"], ["Norway", "Spain"]]),
        ("Norway, Peru and Spain finance the programme.", [["Norway", "Peru", "Spain"], ["Norway", "Peru", "Spain"]]),
        ("Norway paid for the printing.", [[], ["Norway"]]),
    ],
)
def test_who_pays_for_a_programme_pays_for_all_parts_of_its_story(close: str, expected: list[list[str]]) -> None:
    made = read(STORY.format(close=close), name="notes.md").milestones
    assert [sorted(map(str, one.donors)) for one in sorted(made, key=lambda one: one.when.edtf)] == expected


PARTS = """# Notes

## Letter

Dear readers, this is what was done in the valley in these months, and what there is to see of it for those who come by.

## From Osh to Riga

The port handles some 20,000 containers a year, a modest number that will not stay modest for long. Eleven divers completed the
practical part of their training there from 13 to 17 April. In those days they opened nine containers, and nothing was found.

UNODC works in the valley with the guild of divers, which has its seat there. {who}

{visit}
"""


@pytest.mark.parametrize(
    ("who", "visit", "paid_for"),
    [
        (
            "The northern segment of the Safe Ports Programme is financed by Norway.",
            "From 22 to 26 May six of the divers travelled to Riga, where the Latvian customs showed them how a unit works.",
            ["Norway"],
        ),
        (
            "The northern segment of the Safe Ports Programme is financed by Norway.",
            "From 22 to 26 May a delegation of divers from Peru came on a study visit to Osh to see how a unit works.",
            [],
        ),
        (
            "The boats were donated by Norway.",
            "From 22 to 26 May six of the divers travelled to Riga, where the Latvian customs showed them how a unit works.",
            [],
        ),
    ],
)
def test_who_pays_for_a_project_pays_for_the_next_part_of_its_story(who: str, visit: str, paid_for: list[str]) -> None:
    made = read(PARTS.format(who=who, visit=visit), name="notes.md").milestones
    assert [list(map(str, one.donors)) for one in made if one.when.edtf.startswith("2015-05-22")] == [paid_for]


WORK = """# Notes

## Women on the pier

Only four out of a hundred divers are women. A study published in April, "The Gate", explains why: lockers without doors and
shifts of 24 hours. The study was presented in Bishkek on 18 April to the Port Service, who promised a quota. {close}

In follow-up to it, 16 women divers of the ports of Kyrgyzstan and Tajikistan came together in Osh from 29 April to 2 May for
a course on searching.
"""


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        ("The research was possible thanks to the Government of Norway.", [["Norway"], ["Norway"], []]),
        ("The project is funded by the Government of Norway.", [["Norway"], ["Norway"], ["Norway"]]),
    ],
)
def test_who_pays_for_a_work_pays_for_its_presentation_and_not_for_the_next_main_event(
    close: str, expected: list[list[str]]
) -> None:
    made = read(WORK.format(close=close), name="notes.md").milestones
    assert [sorted(map(str, one.donors)) for one in sorted(made, key=lambda one: one.when.edtf)] == expected
