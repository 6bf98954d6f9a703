"""Repaired text that knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.flow import Flow, joined, squeeze
from tests.importers.conftest import assert_faithful, under

RAW = "The bor-\nder **post** opened.\n\nLater it\nclosed."


def words(*pairs: tuple[str, str]) -> Flow:
    """A flow of words of RAW, each with the glue before it."""
    pieces = []
    at = 0
    for glue, word in pairs:
        at = RAW.index(word, at)
        pieces.append((glue, at, at + len(word)))
        at += len(word)
    return Flow.of(RAW, pieces)


BORDER = words(("", "The bor"), ("", "der"), (" ", "post"), (" ", "opened."))


def test_pieces_are_joined_by_their_glue() -> None:
    assert BORDER.text == "The border post opened."
    assert BORDER.starts == (0, 7, 11, 16)
    assert [RAW[start:end] for start, end in BORDER.spans] == ["The bor", "der", "post", "opened."]


def test_the_first_glue_and_empty_pieces_are_left_out() -> None:
    flow = Flow.of(RAW, [("; ", 3, 3), ("; ", 0, 3), ("; ", 5, 5), (" ", 4, 7)])
    assert flow.text == "The bor"
    assert flow.spans == ((0, 3), (4, 7))


def test_nothing_is_an_empty_flow() -> None:
    flow = Flow.of(RAW, [])
    assert (flow.text, flow.starts, flow.spans) == ("", (), ())
    assert flow.raw_spans(RAW, 0, 0) == ()


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        (0, 3, ["The"]),
        (4, 10, ["bor-\nder"]),
        (11, 15, ["post"]),
        (5, 9, ["or-\nde"]),
        (0, 23, ["The bor-\nder **post** opened."]),
        (10, 11, []),
        (3, 3, []),
    ],
)
def test_any_part_leads_back_to_the_raw_text(start: int, end: int, printed: list[str]) -> None:
    assert [RAW[left:right] for left, right in BORDER.raw_spans(RAW, start, end)] == printed


def test_spans_stay_apart_where_other_words_stand_between() -> None:
    flow = words(("", "The bor"), (" ", "post"))
    assert [RAW[start:end] for start, end in flow.raw_spans(RAW, 0, 99)] == ["The bor", "post"]


def test_a_text_may_go_on_above() -> None:
    later, earlier = RAW.index("Later it"), RAW.index("opened")
    flow = Flow.of(RAW, [("", later, later + 8), (" ", earlier, earlier + 6)])
    assert flow.text == "Later it opened"
    assert flow.raw_spans(RAW, 0, 15) == ((later, later + 8), (earlier, earlier + 6))


def test_the_pieces_of_a_flow_make_it_again() -> None:
    assert Flow.of(RAW, BORDER.pieces()) == BORDER


def test_joined_flows_stand_apart_by_the_glue() -> None:
    both = joined([BORDER, Flow.of(RAW, []), words(("", "Later it"), (" ", "closed."))], "\n\n")
    assert both.text == "The border post opened.\n\nLater it closed."
    assert both.raw_spans(RAW, 25, len(both.text)) == ((RAW.index("Later"), len(RAW)),)


def test_no_flows_joined_are_an_empty_one() -> None:
    assert joined([], " ").text == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bor-\nder POST.", "theborderpost"),
        ("1,380,000 USD", "1380000usd"),
        ("“Été” — naïve", "éténaïve"),
        ("…\n\t-", ""),
        ("snake_case", "snakecase"),
    ],
)
def test_squeeze_leaves_letters_and_digits(text: str, left: str) -> None:
    assert squeeze(text) == left


@st.composite
def flows(draw: st.DrawFn) -> tuple[str, Flow]:
    """A raw text and a flow of some of its parts in any order, none of which overlap; glue holds no letter."""
    raw = draw(st.text(st.sampled_from("ab C1é-. \n*"), min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=10)))
    parts = draw(st.permutations(list(zip(cuts[::2], cuts[1::2], strict=False))))
    glue = st.sampled_from(("", " ", "\n\n", " | "))
    return raw, Flow.of(raw, [(draw(glue), start, end) for start, end in parts])


@given(flows(), st.data())
@settings(max_examples=120)
def test_what_a_part_says_is_what_its_spans_say(made: tuple[str, Flow], data: st.DataObject) -> None:
    raw, flow = made
    assert_faithful(flow, raw)
    start = data.draw(st.integers(0, len(flow.text)))
    end = data.draw(st.integers(start, len(flow.text)))
    spans = flow.raw_spans(raw, start, end)
    assert under(raw, spans) == squeeze(flow.text[start:end])
    assert all(0 <= left < right <= len(raw) for left, right in spans)


@given(st.lists(flows().map(lambda made: made[1].text), max_size=3), st.text())
@settings(max_examples=40)
def test_squeezing_twice_changes_nothing(texts: list[str], other: str) -> None:
    for text in (*texts, other):
        once = squeeze(text)
        assert squeeze(once) == "".join(filter(str.isalnum, once)).lower()


@given(st.integers(0, len(BORDER.text)))
def test_what_stands_behind_a_place_says_what_its_spans_say(at: int) -> None:
    assert BORDER.behind(at).text == BORDER.text[at:]
    assert_faithful(BORDER.behind(at), RAW)


@given(st.integers(0, len(BORDER.text)))
def test_what_stands_before_a_place_says_what_its_spans_say(at: int) -> None:
    assert BORDER.before(at).text == BORDER.text[:at]
    assert_faithful(BORDER.before(at), RAW)
