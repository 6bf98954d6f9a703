"""What a state puts into force by itself is paid for by nobody, whatever project or programme is told of beside it."""

from __future__ import annotations

import pytest

from db.models import Milestone
from tests.importers.conftest import read

NEWS = """# RIMO NEWS

April - June 2015

RIMO is funded by Norway.

## A fair in Naryn

A fair for boatmen was held in Naryn on 3 May 2015. It lasted nine days.

## {over}

{told}
"""


def last(told: str, over: str = "Nets and what is caught in them") -> Milestone:
    return read(NEWS.format(over=over, told=told), name="notes.md").milestones[-1]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The National Council on Fish launched the second national action plan on nets on 9 May 2015.", []),
        ("The third National Plan on nets was launched and adopted by presidential decree on 9 May 2015.", []),
        ("Parliament passed the law on nets on 9 May 2015.", []),
        ("The Minister of Fisheries launched the new rules on nets on 9 May 2015.", []),
        ("Both received the assent of the President at a meeting on 9 May 2015.", []),
        ("The law on nets entered into force on 9 May 2015 with a meeting in Osh.", []),
        ("The National Council on Fish launched the plan on nets, which RIMO had helped to draft, on 9 May 2015.", ["Norway"]),
        ("On 9 May 2015 the Ministry endorsed the guidelines on nets, which RIMO experts had supported.", ["Norway"]),
        ("On 9 May 2015 the Ministry adopted guidelines on nets, written with the help of RIMO.", ["Norway"]),
        ("On 9 May 2015 the Ministry adopted guidelines on nets, written by its own clerks.", []),
        ("The Minister of Fisheries launched a course on nets on 9 May 2015.", ["Norway"]),
        ("The National Council on Fish met on 9 May 2015.", ["Norway"]),
        ("With the Law on Amnesty of 9 May 2015, forty boatmen went home to Osh for a meeting.", []),
    ],
)
def test_what_a_state_does(told: str, expected: list[str]) -> None:
    made = last(told)
    assert (made.when.edtf, [str(donor) for donor in made.donors]) == ("2015-05-09", expected)


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("Beyond RIMO", []),
        ("News from neighbours", []),
        ("Seen elsewhere", []),
        ("From the neighbourhood office", ["Norway"]),
        ("Outside the project", []),
        ("Between meals", ["Norway"]),
    ],
)
def test_what_is_told_of_others(over: str, expected: list[str]) -> None:
    made = last("A study of nets was published in Osh on 9 May 2015 by the Institute of Fish.", over)
    assert [str(donor) for donor in made.donors] == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Customs officers were taught in Osh with money of Japan.", []),
        ("The drafting of the law was paid for by Japan.", ["Japan"]),
    ],
)
def test_who_pays_beside_a_law(behind: str, expected: list[str]) -> None:
    text = f"# Notes\n\nApril - June 2015\n\n## A law on nets\n\nParliament passed the law on nets on 9 May 2015. {behind}\n"
    assert [[str(donor) for donor in one.donors] for one in read(text, name="notes.md").milestones] == [expected]
