"""What an expression of time is to its story."""

from __future__ import annotations

from db.models import Kind, Level
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


COURSES = """# RIVER BULLETIN

April - June 2015

## Table of trainings

| Date | Topic | Place |
|---|---|---|
| 8-12 April | Search of lorries | Osh |
| 4 May | Agreements on rivers | Naryn |
"""


def test_what_the_courses_of_a_table_are_on_is_not_their_kind() -> None:
    assert [(one.when.edtf, one.kind) for one in read(COURSES, name="x.md", issue=None).milestones] == [
        ("2015-04-08/2015-04-12", Kind.TRAINING),
        ("2015-05-04", Kind.TRAINING),
    ]


TAGGED = """# RIVER BULLETIN

April - June 2015

## KYRGYZSTAN

**Legal aid.** The Commission opened its first office in Osh on 8 April. **Rules of fishing.** The rules were examined at a
meeting in Naryn on 4 May.

**Joint operation.** From 2 to 6 June the guards of both valleys ran an operation along the river.
"""


def test_news_under_labels_in_bold_are_told_apart() -> None:
    assert [(one.when.edtf, one.kind, one.level) for one in read(TAGGED, name="x.md", issue=None).milestones] == [
        ("2015-04-08", Kind.OPENING, Level.MAIN),
        ("2015-05-04", Kind.MEETING, Level.MAIN),
        ("2015-06-02/2015-06-06", Kind.OPERATION, Level.MAIN),
    ]


DATELINES = """# RIVER BULLETIN

July 2015

## Vehicles for the guard

OSH, July 8th – Fourteen lorries were handed over to the guard yesterday.

## A search on the river

NARYN, 14 July – The guards of two towns ran an operation along the river from 2 to 6 July.

## A team starts

TALAS, 20 July – A team of two doctors took up its work in the valley.

## Plans

DAR ES SALAAM (United Republic of Tanzania), 23 July – A three-day course, which came to a close yesterday, was on nets.

## A pier at last

OSH, 24 July – It was what all had waited for since the flood of May 2014: the pier was opened on Tuesday by the mayor.

## More plans

OSH, 28 July – The council yesterday adopted a plan for parks, which had been drafted in March.

## Keys for the station

Bus station in Osh, 13 May. The mayor handed over the keys to its new owners.

## Roads

Osh, 3-5 July. The builders of roads came together for a conference.

## 26 JUNE IN OSH

To mark the day of the river, pupils of two schools walked along it.
"""


def test_the_day_of_a_dateline_is_that_of_what_tells_no_other() -> None:
    told = read(DATELINES, name="x.md", issue=None).milestones
    assert [one.when.edtf for one in told] == [
        "2015-07-07", "2015-07-02/2015-07-06", "2015-07-20",
        "2015-07-20/2015-07-22", "2015-07-21", "2015-07-27", "2015-03", "2015-05-13", "2015-07-03/2015-07-05", "2015-06-26",
    ]  # fmt: skip
    assert [one.evidence.quote.split(",")[0] for one in told if one.evidence][:3] == ["OSH", "NARYN", "TALAS"]


def test_numbers_of_entries_are_no_days() -> None:
    text = MONTH_BY_MONTH.replace("- 14 - Osh", "1. Osh").replace("- 22-23 - Naryn", "2) Naryn")
    assert [one.when.edtf for one in read(text, name="x.md", issue=None).milestones[:2]] == ["2015-01", "2015-01"]
