"""The same event told twice in a source."""

from __future__ import annotations

from db.models import Milestone
from tests.importers.conftest import read

STORY = """## Boats for the guard

Four boats for the guard of the lake were handed over in Naryn on 12 May 2015. The captain took them out at once.
"""
ROWS = """## Calendar of activities

Date | Event | Place | Donor
---|---|---|---
12 May | Hand-over of four boats to the lake guard | Naryn | Japan
12 May | Hand-over of a bus to the school of Talas | Talas | Sweden
"""


def made(*parts: str) -> list[Milestone]:
    return list(read("# River News\n\nApril - June 2015\n\n" + "\n".join(parts), name="x.md", issue=None).milestones)


def test_a_row_of_a_calendar_is_the_story_that_it_names() -> None:
    found = made(ROWS, STORY)
    assert sorted((one.place, one.donors[0].name) for one in found) == [("Naryn", "Japan"), ("Talas", "Sweden")]
    assert [one.evidence.quote[:10] for one in found if one.evidence and one.place == "Naryn"] == ["Four boats"]


def test_the_row_may_follow() -> None:
    found = made(STORY, ROWS)
    assert [one.place for one in found] == ["Naryn", "Talas"]
    assert found[0].evidence is not None and "Four boats" in found[0].evidence.quote
