"""Days told by the first or the last of them and by their number, or by both."""

from __future__ import annotations

import pytest

from tests.importers.events.test_telling import dates

LENGTHS = [
    ("A four-day course on nets came to a close in Osh on 8 June.", ["2015-06-05/2015-06-08"]),
    ("The seven-day operation was led from the harbour until 11 June.", ["2015-06-05/2015-06-11"]),
    ("A workshop of three days ended in Osh on 30 May.", ["2015-05-28/2015-05-30"]),
    ("The 2-day seminar for pilots began in Osh on 4 May.", ["2015-05-04/2015-05-05"]),
    ("On 4 May, the last day of the five-day visit, they saw the lake.", ["2015-04-30/2015-05-04"]),
    ("The training of divers started on 4 May and ended on 9 June.", ["2015-05-04/2015-06-09"]),
    ("The seminar opened on 13 May 2015 and will run until 10 June 2015.", ["2015-05-13/2015-06-10"]),
    ("When the operation ended on 21 May - it had begun on the 11th - all slept.", ["2015-05-11/2015-05-21"]),
    ("The exhibition ran from 4 May until 9 June.", ["2015-05-04/2015-06-09"]),
    ("The two-week course for divers was held in the port from 7 May.", ["2015-05-07/2015-05-20"]),
    ("A two-week course for divers came to an end on 5 June.", ["2015-05-25/2015-06-05"]),
    ("A caravan of buses left Osh on 5 May and reached Talas on the 9th.", ["2015-05-05/2015-05-09"]),
    ("The team set out on 3 May and was back on 9 May.", ["2015-05-03/2015-05-09"]),
    ("For three days the divers met in a workshop that ended on 8 June.", ["2015-06-06/2015-06-08"]),
    ("They graduated on 15 May from the course, which had started on 4 May.", ["2015-05-04/2015-05-15"]),
    # no days of what was held
    ("Pilots met for lessons on 3, 10 and 17 May.", ["2015-05-03/2015-05-17"]),
    ("Lessons were held in March, April and May 2015.", ["2015-03/2015-05"]),
    ("On 3rd, 10th and 17th June, the doors of the mill were painted.", ["2015-06-03/2015-06-17"]),
    # no days of what was held
    ("Lessons were held in January, March and May 2015.", ["2015-01", "2015-03", "2015-05"]),
    ("Osh, Naryn and Talas met on 3, 10 and 17 May respectively.", ["2015-05-03", "2015-05-10", "2015-05-17"]),
    ("The road had been closed for three days, and the seminar of pilots began on 8 June.", ["2015-06-08"]),
    ("The mayor left Osh on 5 May and reached Talas on 9 May.", ["2015-05-05", "2015-05-09"]),
    ("Two weeks after the course, on 7 May, the divers went to sea.", ["2015-05-07"]),
    ("The letter reached the course on 9 May.", ["2015-05-09"]),
    ("The post opened on 3 May 2015 and closed on 4 June 2015.", ["2015-05-03", "2015-06-04"]),
    ("The three-day course was held in Osh, and the hall was painted on 8 June.", ["2015-06-08"]),
    ("After a course of three days they took up their duties on 8 June.", ["2015-06-08"]),
    ("Three days later the course closed, on 8 June.", ["2015-06-08"]),
    ("The shop was open until 11 June.", []),
    ("The first course began on 3 May and the second one on 4 June.", ["2015-05-03", "2015-06-04"]),
    ("A course began in May and ended in June.", ["2015-05", "2015-06"]),
    ("The ten-day-old bear came on 4 May.", ["2015-05-04"]),
]


@pytest.mark.parametrize(("text", "wanted"), LENGTHS)
def test_what_was_held_has_all_of_its_days(text: str, wanted: list[str]) -> None:
    assert dates(text) == wanted
