"""What is being typed at the end of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.querytext import unfinished
from db.selection import parse
from db.terms import QueryError


@pytest.mark.parametrize(
    ("text", "field", "typed", "start", "before"),
    [
        ("b", "", "b", 0, ""),
        ("border coun", "", "coun", 7, "border "),
        ("not ki", "", "ki", 4, ""),
        ('"open phr', "", "phr", 6, '"open '),
        ("country:", "country", "", 8, ""),
        ("country: ", "country", "", 9, ""),
        ("country:u", "country", "u", 8, ""),
        ("country:uz,", "country", "", 11, ""),
        ("country:uz, k", "country", "k", 12, ""),
        ("-kind:tr", "kind", "tr", 6, ""),
        ("border not kind:tr", "kind", "tr", 16, "border "),
        ("coutry:u kind:x", "kind", "x", 14, "coutry:u "),
        ('donor:"united s', "donor", "united s", 6, ""),
        ('donor:"united states"', "donor", "united states", 6, ""),
        ('donor:"united states" bo', "", "bo", 22, 'donor:"united states" '),
        ("place:x, -kind:", "kind", "", 15, "place:x, "),
        ("year:20", "year", "20", 5, ""),
        ("x after:last mo", "after", "last mo", 8, "x "),
        ("after:2016, LAST ", "after", "LAST ", 12, ""),
        ("date:May 2016", "date", "May 2016", 5, ""),
        ("date:2016 may", "", "may", 10, "date:2016 "),
    ],
)
def test_the_last_word_or_value(text: str, field: str, typed: str, start: int, before: str) -> None:
    last = unfinished(text)
    assert last is not None
    assert (last.field, last.typed, last.start, last.before) == (field, typed, start, before)


@pytest.mark.parametrize("text", ["", "  ", "border ", "country:uz ", '"border"', "a -", "country:uz not", ",", '"'])
def test_nothing_has_been_begun(text: str) -> None:
    assert unfinished(text) is None


_PARTS = st.sampled_from(['"', ",", " ", "-", "not ", "country:", "uz", "kind:", "is:", "border", ":", "\x00", "coutry:", "“"])


@given(st.lists(_PARTS, max_size=9).map("".join))
def test_any_text(text: str) -> None:
    last = unfinished(text)
    if last is None:
        return
    assert 0 <= last.start <= len(text) and text.startswith(last.before[:0])
    assert len(last.before) <= last.start
    try:
        whole = parse(text)
    except QueryError:
        return
    # what stands before is a query of its own, and its terms are those that the whole begins with
    if last.typed.strip(",;"):
        assert whole.terms[: len(parse(last.before).terms)] == parse(last.before).terms
