"""What a newsletter might hold to harm a terminal: nothing of it gets there, in any pane, notification or file name."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.tui.terminal import Terminal

EVIL = "\x1b]52;c;ZXZpbA==\x07 \x1b[31m[bold red]b[/] [@click=app.quit]q[/] [/ \u202ereverse \x9b5m \U000e0041 \u2066 \x00end"
_ALLOWED = {"\u200c", "\u200d"}


def harmless(text: str) -> bool:
    """Whether a terminal would show `text` and do nothing else."""
    return all(
        unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} or char in _ALLOWED for char in text if char != "\n"
    )


@pytest.fixture(scope="module")
def evil(make_store: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose every text field is an attack."""
    first, second = (
        {
            "title": f"{word} {EVIL}"[:90],
            "date": date,
            "words": EVIL,
            "place": EVIL,
            "donor": EVIL,
            "sentence": f"{word} {EVIL} came.",
        }
        for word, date in (("Office", "2016-05"), ("Second", "2016-04"))
    )
    path = Path(make_store(tmp_path_factory.mktemp("evil") / "evil.db", f"{EVIL}.txt", first, second))
    with sqlite3.connect(path) as connection:
        views = [(f"View {EVIL}", f'donor:"{EVIL}"'), (f"[red]{EVIL}", EVIL * 40)]
        connection.executemany("insert into saved_view (name, body, at, looks) values (?, ?, '', '[{')", views)
    connection.close()
    return path


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (45, 30)])
async def test_no_pane_shows_what_a_terminal_would_obey(opened: Any, evil: Path, size: tuple[int, int]) -> None:
    async with opened(evil, size=size) as session:
        for keys in (
            (),
            ("enter",),
            ("enter",),
            ("tab",),
            ("tab",),
            ("down",),
            ("right_square_bracket",),
            ("space",),
            ("z",),
            ("escape",),
            ("escape",),
            ("e",),
            ("y",),
            ("question_mark",),
            ("escape",),
            ("slash",),
            (*"place", "colon"),
            ("down",),
            ("tab",),
            ("escape",),
            ("v",),
            ("L",),
            ("L", "L"),
            ("plus", "plus"),
            ("L",),
            ("enter",),
            ("minus", "space"),
        ):
            await session.press(*keys)
            for row in session.text():
                assert harmless(row), (keys, row)
            assert all(harmless(words) for words in session.said())
        assert all("[bold red]" in row.title for row in map(session.screen.timeline._row, range(session.screen.timeline.map.rows)))
        assert harmless(session.app.clipboard)
        assert all(path.name.isprintable() for path in Path.cwd().iterdir())


@pytest.mark.parametrize("size", [(120, 40), (45, 30)])
async def test_nor_do_the_screens_that_write(opened: Any, evil: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(Path(shutil.copy(evil, tmp_path / "evil.db")), size=size) as session:
        said: set[str] = set()
        for keys in (
            ("c",),
            ("ctrl+s",),
            ("semicolon",),
            (*"x", "ctrl+s"),
            ("a",),
            ("u",),
            ("ctrl+r",),
            ("r",),
            ("tab", "down"),
            ("x",),
            ("u",),
            ("escape",),
            ("space", "space", "m"),
            ("right", "enter"),
            ("tab", "end"),
            ("M",),
        ):
            await session.press(*keys)
            for row in session.text():
                assert harmless(row), (keys, row)
            said |= set(session.said())
        assert all(map(harmless, said))
        assert len(said) >= 4


async def test_typed_and_pasted_attacks_stay_in_the_search_line(opened: Any, small: Path) -> None:
    from textual.events import Paste

    async with opened(small) as session:
        await session.press("slash")
        session.screen.search.input.post_message(Paste(f"{EVIL} kind:{EVIL}"))
        await session.settled()
        assert all(harmless(row) for row in session.text())
        assert session.screen.search.input.value.isprintable()


_OWN = re.compile(
    r"\x1b\[[0-9;]*[mH]"  # colours, places
    r"|\x1b\[[?>=<]?[0-9;]*(?:\$p|[hlJnuct])"  # modes and questions
    r"|\x1b\]52;c;[A-Za-z0-9+/=]+\x07"  # what is copied
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse pointer
    r"|\x1bP\+q[0-9A-F;]+\x1b\\\\"  # a question about the terminal
)
"""What Textual itself tells a terminal."""

_WALK = (
    "enter enter tab tab tab down ] space z esc esc e esc y ? esc / xyz esc . esc c ctrl+s esc ; x ctrl+s a u ctrl+r r tab esc "
    "/ donor: down right enter / place: tab source: tab up down esc w left esc "
    "space space m right esc M J K $ i esc n esc f5 v L + + L right L = L - 0 esc v "
    "o down enter esc esc s tab enter enter o del ctrl+z esc ctrl+x"
)
_BYTES = {
    "enter": "\r",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "esc": "\x1b",
    "del": "\x1b[3~",
    "ctrl+z": "\x1a",
    "ctrl+x": "\x18",
    "space": " ",
    "ctrl+s": "\x13",
    "ctrl+r": "\x12",
}


def test_no_byte_of_it_reaches_a_terminal(evil: Path, tmp_path: Path) -> None:
    """Every pane, dialog and notification, also at 20x6 and while the size changes: only Textual's own sequences are written."""
    path = Path(shutil.copy(evil, tmp_path / "evil.db"))
    env = {"COLORTERM": "truecolor", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    terminal, walk = Terminal(path, (120, 40), env=env), _WALK.split()
    try:
        terminal.until(lambda seen: b"Second" in seen)
        for number, keys in enumerate(walk):
            if number in {len(walk) // 3, 2 * len(walk) // 3}:
                terminal.resize(*((20, 6) if number < len(walk) // 2 else (80, 24)))
                os.kill(terminal.process.pid, signal.SIGWINCH)
            terminal.type(_BYTES.get(keys, keys))
        assert terminal.process.poll() is None
    finally:
        terminal.close()
    told = terminal.seen.decode()
    assert "\x1b[31m" not in told and "\x1b]52;c;ZXZpbA" not in told and "[bold red]" in told
    rest = _OWN.sub("", told).replace("\r", "").replace("\n", "")
    assert harmless(rest), {char: rest[at - 30 : at + 30] for at, char in enumerate(rest) if not harmless(char)}
