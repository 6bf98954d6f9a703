"""What an expression of time is to its story."""

from __future__ import annotations

from db.models import Kind
from tests.importers.conftest import read

MONTH_BY_MONTH = """# RIVER BULLETIN

January - March 2015

## Month by Month

**JANUARY**

- 14 - Osh. The map of wells was presented to the press.

- 22-23 - Naryn. Thirty nurses attended a course on burns.

**FEBRUARY**

- 5: The customs opened a kennel in Mary.

- Fri 20 - Osh. Judges met with prosecutors.

**MARCH**

- 12 wells and a hall for farmers were opened in Osh.

- 40 - Naryn. A court for children was opened by the governor.
"""


def test_days_of_the_month_in_the_heading() -> None:
    reading = read(MONTH_BY_MONTH, name="x.md", issue=None)
    assert [(one.when.edtf, one.kind) for one in reading.milestones] == [
        ("2015-01-14", Kind.PUBLICATION),
        ("2015-01-22/2015-01-23", Kind.TRAINING),
        ("2015-02-05", Kind.OPENING),
        ("2015-02-20", Kind.MEETING),
        ("2015-03", Kind.OPENING),
        ("2015-03", Kind.OPENING),
    ]


def test_numbers_of_entries_are_no_days() -> None:
    text = MONTH_BY_MONTH.replace("- 14 - Osh", "1. Osh").replace("- 22-23 - Naryn", "2) Naryn")
    assert [one.when.edtf for one in read(text, name="x.md", issue=None).milestones[:2]] == ["2015-01", "2015-01"]
