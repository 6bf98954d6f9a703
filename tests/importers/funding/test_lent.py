"""Who pays for an event that nothing says so of by itself, and for what is told beside others."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read
from tests.importers.funding.test_shares import MENTIONED, paid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A course for nurses was held in Osh on 3 May 2015. One had been held in Naryn in March 2015. One "
            "was held in Talas in April 2015. "
            "All three were funded by Sweden.",
            [["Sweden"], ["Sweden"], ["Sweden"]],
            id="all of them",
        ),
        pytest.param(
            "A course for nurses was held in Osh on 3 May 2015. Two similar ones were held in Talas in March 2015. The activity "
            "was funded by Sweden.",
            [["Sweden"], ["Sweden"]],
            id="the activity",
        ),
        pytest.param(
            "A course for nurses was held in Osh on 3 May 2015. A survey of wards was completed in Talas in March 2015. UNDP's "
            "support to Talas in this field is funded by Sweden.",
            [["Sweden"], ["Sweden"]],
            id="the support",
        ),
        pytest.param(
            "The harbour was reopened in Osh on 3 May 2015. The works, which began in June 2013, were paid for by Sweden.",
            [["Sweden"], ["Sweden"]],
            id="works that began before",
        ),
        pytest.param(
            "In May 2015 the guild delivered two microscopes to Osh. Four clerks had been in Lima in March 2015 to learn how to "
            "use the equipment. The equipment was bought with funds of Sweden.",
            [["Sweden"], ["Sweden"]],
            id="the goods that were delivered",
        ),
        pytest.param(
            "In May 2015 the guild handed over 40 lamps to Osh. The lamps were procured within the project “Light”, which started "
            "in March 2014 with funding from Sweden.",
            [["Sweden"], ["Sweden"]],
            id="bought within a project that began before",
        ),
        pytest.param(
            "A boat was handed over in Osh on 3 May 2015. The Centre was inaugurated in Lima in December 2013. The establishment "
            "of the Centre was supported by a number of donors, including Sweden and Norway.",
            [[], ["Sweden", "Norway"]],
            id="who paid for a beginning",
        ),
        pytest.param(
            "A course for nurses was held in Osh on 3 May 2015. Two similar ones were held in Talas in March and April 2015. The "
            "courses are given by UNDP with funding from Sweden.",
            [["Sweden"], ["Sweden"]],
            id="such courses",
        ),
        pytest.param(
            "A course for nurses was held in Osh on 3 May 2015. It was part of the Clean Wards project, which is funded by Sweden. "
            "The project, with a budget of 2 million euros, was launched in 2010.",
            [["Sweden"], ["Sweden"]],
            id="the project long ago",
        ),
        pytest.param(
            "Delegates visited the clinic in Osh on 3 May 2015. Norway has been financing the clinic since it "
            "opened in March 2013.",
            [["Norway"], ["Norway"]],
            id="who has been paying since",
        ),
        pytest.param(
            "The Steering Committee met in Osh on 3 May 2015. The European Union, which funds the action, "
            "announced an evaluation "
            "for September 2015.",
            [["European Union"], ["European Union"]],
            id="who pays for the whole",
        ),
        pytest.param(
            "A seminar was held in Osh on 3 May 2015. The seminar was the first activity under the project on "
            "parole, launched in "
            "April 2014 with USD 750,000 from Japan.",
            [["Japan"], ["Japan"]],
            id="a part of what was begun",
        ),
        pytest.param(
            "Students came to Osh on 3 May 2015 to visit projects funded by Japan. A course for nurses was held in Talas "
            "on 2 March 2015.",
            [["Japan"], []],
            id="not who pays for what is only looked at",
        ),
        pytest.param(
            "A post was opened in Osh on 3 May 2015, funded by Japan. The next post, built in 2011 with American "
            "money, is its model.",
            [["Japan"]],
            id="not who paid for another thing in another year",
        ),
        pytest.param(
            "A course was held in Osh on 3 May 2015. It was paid for by Sweden. Two nurses will take part in a "
            "congress in Rome on "
            "4 June 2015.",
            [["Sweden"], []],
            id="not for what others hold",
        ),
        pytest.param(
            "A course was held in Osh on 3 May 2015. It was paid for by Sweden. The unit was established by the joint order "
            "of two ministries in June 2014.",
            [["Sweden"], []],
            id="not for what the state does by its order",
        ),
        pytest.param(
            "A post was opened in Osh on 3 May 2015. Officers attended a course in April 2015. The equipment was "
            "donated by Sweden.",
            [["Sweden"], []],
            id="things are no course",
        ),
        pytest.param(
            "A post was opened in Osh on 3 May 2015. Officers attended a course in its use in April 2015. The "
            "equipment was donated by "
            "Sweden.",
            [["Sweden"], ["Sweden"]],
            id="a course in the use of things",
        ),
        pytest.param(
            "Agency heads met in Osh on 3 May 2015. They will meet again in Talas on 4 June 2016. Costs were met by Sweden.",
            [["Sweden"], []],
            id="the costs of one meeting",
        ),
        pytest.param(
            "A first truck with tents reached Osh on 3 May 2015. Equipment was handed over in Naryn on "
            "9 May 2015. The items were "
            "released thanks to Sweden.",
            [["Sweden"], ["Sweden"]],
            id="all that was delivered",
        ),
        pytest.param(
            "Heads of units met in Osh on 3 May 2015 for a meeting of the CyberEast project. CyberEast was "
            "launched in March 2014 with "
            "EUR 724,000 from Sweden.",
            [["Sweden"], ["Sweden"]],
            id="what was launched by its name",
        ),
    ],
)
def test_who_pays_for_what_is_told_beside(text: str, expected: list[list[str]]) -> None:
    assert [donors for _, donors, _ in paid(text)] == expected


LIST = """# Notes

## Letter

Dear readers, this is what was done in the valley in these months, and what there is to see of it for those who come by.

## {heading}

There was much to do.

- a guide for nurses was printed on 3 May 2015;
- 48 nurses were trained in Osh on 9-11 May 2015;
- three surgeons from Oslo looked at the wards on 17 May 2015.

{below}
"""


@pytest.mark.parametrize(
    ("heading", "below", "expected"),
    [
        ("Wards", "UNDP has long supported the wards, with the financial contribution of Sweden.", ["Sweden"]),
        ("Wards", "The wards are a project of the guild, which Sweden and Norway fund.", ["Norway", "Sweden"]),
        ("Wards", "A mill was opened in Naryn on 20 May 2015 with funds from Sweden.", []),
        ("Wards", "Surgeons from Sweden will be there again next year.", []),
        ("Agenda", "This bulletin is printed with funds from Sweden.", []),
    ],
)
def test_who_pays_for_a_list_is_told_below_it(heading: str, below: str, expected: list[str]) -> None:
    made = read(LIST.format(heading=heading, below=below), name="notes.md").milestones
    assert [sorted(map(str, one.donors)) for one in made if one.when.edtf < "2015-05-20"] == [expected] * 3


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It was presented to nine judges at a meeting in Lima on 9 May 2015.", ["Norway"]),
        ("A meeting on floods took place in Lima on 9 May 2015.", []),
    ],
)
def test_what_was_done_next_with_it(told: str, expected: list[str]) -> None:
    made = paid(f"With the support of Norway the atlas of rivers was published in Osh on 3 May 2015. {told}")
    assert [donors for level, donors, _ in made if level is MENTIONED] == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The twin office in Naryn is to be opened in July 2015.", ["Norway"]),
        ("Talks on offices are to be opened in Lima in July 2015.", []),
    ],
)
def test_the_other_one_of_two(told: str, expected: list[str]) -> None:
    made = paid(f"An office was opened in Osh on 3 May 2015. It was paid for by Norway. {told}")
    assert [donors for level, donors, _ in made if level is MENTIONED] == [expected]


SERIES = """# Notes

April - June 2015

## {over}

The ninth millers' course was held in Osh from 4 to 8 May 2015. It was warm.

A meeting on ovens was held in Osh on 2 June 2015. {said}

{last}
"""


@pytest.mark.parametrize(
    ("said", "last", "expected"),
    [
        ("The millers' courses are funded by Norway.", "The tenth course began in Naryn on 20 June 2015.", [["Norway"]] * 2),
        ("The ovens are funded by Norway.", "The tenth course began in Naryn on 20 June 2015.", [[], []]),
    ],
)
def test_who_pays_for_a_series(said: str, last: str, expected: list[list[str]]) -> None:
    made = read(SERIES.format(over="Millers", said=said, last=last), name="notes.md").milestones
    told = {one.when.edtf: [str(donor) for donor in one.donors] for one in made}
    assert [told["2015-05-04/2015-05-08"], told["2015-06-20"]] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Set up in 2007, the project now links nine mills.", ["Norway"]),
        ("Launched in May 2007 with two ovens, it has taught ninety bakers.", ["Norway"]),
        ("Set up in 2007, the bakery of Osh now has nine ovens.", []),
    ],
)
def test_how_a_project_began_long_ago_in_passing(told: str, expected: list[str]) -> None:
    made = paid(f"Bakers met in Osh on 3 May 2015. The project on ovens is paid for by Norway. {told}")
    assert [donors for level, donors, _ in made if level is MENTIONED] == [expected]
