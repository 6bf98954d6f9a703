"""What comes from the terminal: keys, and what is pasted, which never acts as keys; bytes that are no text harm nobody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tests.tui.terminal import Terminal
from tui.keys.driver import KeyboardParser


def heard(chunks: Sequence[str]) -> list[str]:
    """What Textual is told: keys by their names, pastes as `<text>`."""
    parser, told = KeyboardParser(), []
    for chunk in chunks:
        for event in parser.feed(chunk):
            if isinstance(event, events.Paste):
                told.append(f"<{event.text}>")
            elif isinstance(event, events.Key):
                told.append(event.key)
    return told


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ab", ["a", "b"]),
        (pasted("Osh\r\nUzbekistan"), ["<Osh\r\nUzbekistan>"]),
        (f"a{pasted('one')}b{pasted('two')}c", ["a", "<one>", "b", "<two>", "c"]),
        (pasted("zz \x1b office"), ["<zz  office>"]),
        (pasted("zz \x1b\x1b office\rx"), ["<zz  office\rx>"]),
        (pasted("\x1b[31mred\x1b[0m tape\x1b]0;title\x07"), ["<red tape]0;title>"]),
        (pasted("\x1b" + "7" * 60 + "\x9b\x00x"), [f"<{'7' * 60}x>"]),
        (pasted("\x1b[200~inner"), ["<inner>"]),
        (pasted("\x1b[A\x1b[I\x1b[<0;4;4M"), []),
        (pasted(""), []),
        ("\x1b[A" + pasted("up"), ["up", "<up>"]),
        ("\x1b" + pasted("after esc"), ["escape", "<after esc>"]),
    ],
)
def test_what_is_pasted_is_text_and_nothing_else(typed: str, told: list[str]) -> None:
    assert heard([typed]) == told
    assert heard([*typed]) == told, "however it comes"


def test_a_paste_whose_beginning_came_in_two_after_a_pause_is_no_key() -> None:
    parser = KeyboardParser()
    told = list(parser.feed("\x1b[20"))
    parser._timeout_time = 0.0
    assert len(list(parser.tick())) > 0, "Textual gave up on the sequence"
    told += parser.feed("0~quit\rqq\x1b[201~")
    assert [event.text for event in told if isinstance(event, events.Paste)] == ["quit\rqq"]
    assert not {"q", "enter"} & {event.key for event in told if isinstance(event, events.Key)}


def test_a_paste_goes_into_the_field_and_without_one_nowhere(small: Path) -> None:
    terminal = Terminal(small, (120, 40))
    try:
        terminal.until(lambda seen: b"Timeline" in seen)
        terminal.type(pasted("zz\x1b\rqq;nothing"))
        assert terminal.process.poll() is None and b"Note" not in terminal.seen
        terminal.type("/")
        terminal.type(pasted("Ay\x1bri\rq\x1b[A"))
        terminal.until(lambda seen: b"Ayri q" in seen)
    finally:
        terminal.close()


def test_bytes_that_are_not_utf_8_do_not_end_the_app(small: Path) -> None:
    terminal = Terminal(small, (120, 40))
    try:
        terminal.until(lambda seen: b"Timeline" in seen)
        terminal.send(b"\xff\x80")
        terminal.type("/")
        terminal.send(b"\x1b[200~caf\xe9 osh\x1b[201~")
        terminal.until(lambda seen: "caf\N{REPLACEMENT CHARACTER} osh".encode() in seen)
    finally:
        terminal.close()


@given(st.text("ab\x1b[201~"), st.integers(1, 6))
def test_a_paste_is_the_same_in_whatever_parts(text: str, size: int) -> None:
    typed = f"q{pasted(text)}w"
    parts = [typed[at : at + size] for at in range(0, len(typed), size)]
    whole, cut = ([one for one in heard(chunks) if one.startswith("<")] for chunks in ([typed], parts))
    assert whole == cut
