"""The last sentence of a story in parts that says who pays for all of it."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

STORY = """# Notes

April - June 2015

Dear readers, here is what was done in the valley, and what there is to see of it now.

## The bees are counted

The count of bees, shown in Lomé on 6 May 2015, filled a whole wall of the town hall. Clerks learned to count. {first}

On 12 June 2015 clerks met in Kara to agree on how to count wasps as well. They will be counted by night. {last}
"""


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("", "Funding was provided by the Governments of Japan and Norway.", ["Japan", "Norway"]),
        ("", "Financial support came from Norway.", ["Norway"]),
        ("", "The money was given by Norway.", ["Norway"]),
        ("", "The lamps were paid for by Norway.", []),
        ("", "These activities belong to project TG/12, financed by Norway.", ["Norway"]),
        ("", "All the actions are part of the bee programme, which is funded by Norway. Honey was served.", ["Norway"]),
        ("", "These lamps belong to a project funded by Norway. Honey was served.", []),
        ("The wall was paid for by Japan.", "Funding was provided by Norway.", ["Japan"]),
    ],
)
def test_who_pays_for_the_first_part(first: str, last: str, expected: list[str]) -> None:
    made = read(STORY.format(first=first, last=last), name="notes.md").milestones
    assert [sorted(map(str, one.donors)) for one in made if one.when.edtf == "2015-05-06"] == [expected]
