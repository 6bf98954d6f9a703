"""The blanks that stand left of all lines of a page are left out; those that mean something stay."""

from __future__ import annotations

from datetime import date
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.pipeline import read_newsletter
from importers.readers.margins import without_margin

PAGE = """RIVER NEWS
April - June 2015

Bridge opened in Osh

The bridge over the Ak-Buura was opened on 3 May. It had been planned since
2011 and was built with funding from Norway.

    7 June         Meeting of the mayors, Osh
    9-11 June      Course for engineers, Jalal-Abad

The mayors met in Osh on 7 June.
"""


@pytest.mark.parametrize("blanks", ["  ", " " * 6, "\t"])
def test_a_margin_is_left_out(blanks: str) -> None:
    assert without_margin(indent(PAGE, blanks)) == PAGE


def test_each_page_has_its_own() -> None:
    assert without_margin(f"{indent(PAGE, '   ')}\f{PAGE}\f{indent(PAGE, '         ')}") == f"{PAGE}\f{PAGE}\f{PAGE}"


def test_a_running_head_may_stand_in_it() -> None:
    assert without_margin(f"River News 4\n\n{indent(PAGE, '    ')}") == f"River News 4\n\n{PAGE}"


@pytest.mark.parametrize("text", [PAGE, "    one\n    two\n", "", " \n" * 40, "\n".join(f"    {n}\nword" for n in range(20))])
def test_what_has_none_is_the_same_text(text: str) -> None:
    assert without_margin(text) is text


@given(st.lists(st.text(st.sampled_from("ab .\t\f \r"), max_size=20), max_size=40))
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(without_margin(text).split()) == "".join(text.split())


def test_what_is_read_is_the_same() -> None:
    plain, moved = (read_newsletter(text.encode(), "news.txt", today=date(2015, 9, 1)) for text in (PAGE, indent(PAGE, " " * 8)))
    assert plain.milestones == moved.milestones
    assert len(plain.milestones) >= 3
    assert moved.notes == ("a margin of blanks was left out",)
