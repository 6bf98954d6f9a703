"""Blank lines that stand below each line are left out; those between paragraphs stay."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.pipeline import read_newsletter
from importers.readers.spacing import single_spaced

NEWS = """RIVER NEWS
April - June 2015

Bridge opened in Osh

The bridge over the Ak-Buura was opened on 3 May by the
mayor, who had come by bicycle. It had been planned since
2011 and was built with funding from Norway. Four hundred
cars used it on the first day, and most of them came back
in the evening.

Nineteen engineers learned how to look after it, and were
trained for that in Uzgen from 9 to 11 June. The course
was the first of its kind in the province, and it will be
held again as soon as there are enough of those who wish
to take part in it.

Water users meet

The water users of Kara-Suu met on 20 June and agreed who
is to open the gates, which is done by hand as it was in
the days of their grandfathers. They will meet once more
in the autumn, when the harvest is in."""


def spaced(text: str, lines: int) -> str:
    return text.replace("\n\n", "\0").replace("\n", "\n" * (lines + 1)).replace("\0", "\n" * (lines + 3))


@pytest.mark.parametrize("lines", [1, 2])
def test_they_are_left_out(lines: int) -> None:
    assert single_spaced(spaced(NEWS, lines)) == NEWS


def test_where_paragraphs_have_no_more_of_them_lines_stand_together() -> None:
    assert single_spaced(NEWS.replace("\n\n", "\n").replace("\n", "\n\n")) == NEWS.replace("\n\n", "\n")


PARAGRAPHS = "\n\n".join(f"Paragraph {number} stands on a line of its own, as its end was meant." for number in range(40))
LIST = "\n\n".join(f"- item number {number}" for number in range(40))


DIGEST = "\n\n".join(
    f"PORT OF {town} OPENS ITS GATES\n\nThe port was opened on {day} May with money from Norway.\n\nwww.example.org/{town}"
    for day, town in enumerate(("LOME", "TEMA", "ABIDJAN", "DAKAR", "CONAKRY"), 2)
)


@pytest.mark.parametrize("text", [NEWS, PARAGRAPHS, LIST, DIGEST, "", "one\n\ntwo\n\nthree"])
def test_what_has_none_is_the_same_text(text: str) -> None:
    assert single_spaced(text) is text


@given(st.lists(st.text(st.sampled_from("ab .\t \r\n"), max_size=8), max_size=80))
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert "".join(single_spaced(text).split()) == "".join(text.split())


def test_what_is_read_is_the_same() -> None:
    plain, moved = (read_newsletter(text.encode(), "news.txt", today=date(2015, 9, 1)) for text in (NEWS, spaced(NEWS, 1)))
    assert plain.milestones == moved.milestones
    assert len(plain.milestones) >= 3
    assert moved.notes == ("blank lines below each line were left out",)
