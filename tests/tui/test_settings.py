"""The settings' file: what it can say, and one line for each thing that is wrong in it."""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import Any

import pytest
from textual.keys import _character_to_key
from textual.theme import BUILTIN_THEMES

from tests.test_readme import README
from tui.commands import COMMANDS, key
from tui.commands.keynames import KeyNameError, key_of, shown
from tui.config.places import settings_file
from tui.config.settings import READ, THEMES, Settings, read_settings
from tui.keys.keymap import keymap


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are to be."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    where = settings_file()
    where.parent.mkdir(exist_ok=True)
    return where


def written(path: Path, text: str) -> Settings:
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_without_a_file_nothing_is_set(path: Path) -> None:
    assert read_settings(path) == Settings()


def test_the_readme_has_every_setting_and_they_hold(path: Path) -> None:
    (example,) = re.findall(r"```toml\n(who = .*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    settings = written(path, example)
    assert settings.wrong == ()
    nobody = Settings()
    for name in READ:
        field = name.rpartition(".")[2]
        assert re.search(rf"^{field} = ", example, flags=re.MULTILINE), f"{name} is not told of in the README"
        assert getattr(settings, field) != getattr(nobody, field)
    assert len(settings.keys) >= 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "who = \n",
            'line 1: the value cannot be read; a text stands in "quotation marks"; until that is mended nothing in the file counts',
        ),
        ('theme = "nord\n', "line 1: a quotation mark is not closed; until that is mended nothing in the file counts"),
        ('who = "a"\nwho = "b"\n', "line 2: the name stands twice; until that is mended nothing in the file counts"),
        ("[panes]\n\nfilters = [1,\n", "line 3: "),
        ('theme = "ansi-drak"', "line 1: theme: there is no theme “ansi-drak”: did you mean ansi-dark?"),
        ("theme = 3", "line 1: theme: there is no theme “3”: there are milepost, "),
        ('\nthemes = "nord"', "line 2: themes: there is no such setting: did you mean theme?"),
        ("filters = 30", "line 1: filters: there is no such setting: did you mean panes.filters?"),
        ("[panes]\n# wide\nfilter = 30", "line 3: panes.filter: there is no such setting: did you mean panes.filters?"),
        ("[pains]\nfilters = 30", "line 1: pains: there is no such setting: did you mean panes?"),
        (
            "zzz = 1",
            "line 1: zzz: there is no such setting: there are who, theme, panes.filters, panes.detail, panes.maximised, keys",
        ),
        ("panes = 3", "line 1: panes: is a table: write [panes] on a line of its own, and its settings below"),
        ("[panes]\ndetail = 4", "line 2: panes.detail: is a number of columns from 18 to 200"),
        ("[panes]\ndetail = true", "line 2: panes.detail: is a number of columns from 18 to 200"),
        ("[panes]\nmaximised = 1", "line 2: panes.maximised: is true or false"),
        ("who = 3", "line 1: who: is a name of 1 to 60 characters"),
        ('who = "\\u001b[31m"', "line 1: who: is a name of 1 to 60 characters"),
        ('[keys]\nexprot = "E"', "line 2: keys.exprot: there is no such command: did you mean export?"),
        ('[keys]\nzzzzz = "E"', "line 2: keys.zzzzz: there is no such command: `milepost keys --ids` names them all"),
        ('[keys]\nexport = "f30"', "line 2: keys.export: there is no key “f30”: did you mean f3?"),
        ("[keys]\nexport = 3", 'line 2: keys.export: a key is a text such as "e", or a list of them'),
        ("[keys]\nexport = []", 'line 2: keys.export: a key is a text such as "e", or a list of them'),
        ('[keys]\n"export" = "x"', "line 2: keys.export: “x” is the key of “Reject” (reject) already; e stays"),
        ('keys.export = "ctrl+q"', "line 1: keys.export: “ctrl+q” cannot be had: it always leaves the app"),
        ('keys = { export = "space" }', "line 1: keys.export: “space” is the key of “"),
    ],
)
def test_what_is_wrong_is_told_on_one_line(path: Path, text: str, said: str) -> None:
    (line,) = written(path, text).wrong
    assert line.startswith(f"{path}, {said}") and "\n" not in line


def test_what_is_right_beside_it_holds(path: Path) -> None:
    settings = written(
        path, 'who = " Amina  K. "\ntheme = "x"\n[panes]\nfilters = 30\ndetail = 1\n[keys]\nundo = "U"\nredo = "a"\n'
    )
    assert (settings.who, settings.theme, settings.filters, settings.detail) == ("Amina K.", "milepost", 30, 0)
    assert settings.keys == {"undo": ("U",)} and len(settings.wrong) == 3


def test_a_file_that_cannot_be_read(path: Path) -> None:
    path.write_bytes(b"who = '\xff'")
    assert read_settings(path).wrong == (f"{path}: cannot be read: it is not UTF-8",)
    path.unlink()
    path.mkdir()
    assert read_settings(path).wrong == (f"{path}: cannot be read: Is a directory",)


def test_themes_are_those_there_are() -> None:
    assert sorted(THEMES) == sorted(("milepost", *BUILTIN_THEMES))


def test_names_of_keys_are_textuals() -> None:
    for char in f"{string.punctuation}{string.ascii_letters}{string.digits}éж№":
        assert key_of(char) == _character_to_key(char) and shown(key_of(char)) == char


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("ctrl+x", "ctrl+x", "ctrl+x"),
        ("CTRL+X", "ctrl+x", "ctrl+x"),
        ("shift+e", "E", "E"),
        ("shift+tab", "shift+tab", "shift+tab"),
        ("esc", "escape", "esc"),
        ("pgdn", "pagedown", "PgDn"),
        ("question_mark", "question_mark", "?"),
        ("ctrl++", "ctrl+plus", "ctrl++"),
        ("ctrl+alt+?", "ctrl+alt+question_mark", "ctrl+alt+?"),
        ("F5", "f5", "f5"),
    ],
)
def test_keys_as_people_write_them(text: str, name: str, sign: str) -> None:
    assert key_of(text) == name and shown(name) == sign


@pytest.mark.parametrize("text", ["", " ", "contrl+x", "f30", "ctrl+", "ctrl+ctrl+x", "pagedwn", "\x1b", "ab"])
def test_no_keys(text: str) -> None:
    with pytest.raises(KeyNameError):
        key_of(text)


def test_keys_can_be_exchanged_and_kept() -> None:
    assert keymap({"accept": "x", "reject": "a"}) == ({"accept": ("x",), "reject": ("a",)}, {})
    assert keymap({"accept": ["a", "f9"]}) == ({"accept": ("a", "f9")}, {})
    # in a dialog, or in another pane, a key may mean something else
    assert keymap({"export-format": "E", "accept": "f8", "take": "b", "mark": "b"})[1] == {}


def test_who_is_refused_gives_its_key_back_to_nobody_else() -> None:
    taken, wrong = keymap({"export": "y", "copy": "x"})
    assert taken == {} and set(wrong) == {"export", "copy"}
    taken, wrong = keymap({"undo": "U", "redo": "U"})
    assert taken == {"undo": ("U",)} and "“Undo” (undo)" in wrong["redo"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_have_its_own_keys_again(command: Any) -> None:
    assert keymap({command.id: command.keys.split(",")}) == ({command.id: tuple(command.keys.split(","))}, {})


async def test_in_the_app_they_hold(opened: Any, small: Path) -> None:
    settings = Settings(theme="ansi-dark", filters=40, maximised=False, keys={"mark": ("b", "f9"), "quit": ("ctrl+w",)})
    async with opened(small, (120, 40), settings=settings) as session:
        assert session.app.theme == "ansi-dark" and session.screen.filters.region.width == 40
        await session.press("b")
        assert len(session.screen.marks) == 1
        await session.press("space")
        assert len(session.screen.marks) == 1
        assert " b mark " in session.text()[-1] and key("quit") == "ctrl+w"
        await session.press("f9")
        assert len(session.screen.marks) == 2
    async with opened(small) as session:
        assert " space mark " in session.text()[-1]


async def test_what_is_wrong_is_told_in_the_app_and_stops_nothing(opened: Any, small: Path, path: Path) -> None:
    settings = written(path, 'theme = "\\u001b[31m"\n[keys]\nexport = "x"\n')
    async with opened(small, settings=settings) as session:
        assert len(session.said()) == 2 and all(line.isprintable() for line in session.said())
        assert session.titles() and session.app.theme == "milepost"


async def test_one_pane_alone_at_start(opened: Any, small: Path) -> None:
    async with opened(small, (120, 40), settings=Settings(maximised=True)) as session:
        assert not session.screen.filters.display and not session.screen.detail.display
        await session.press("escape")
        assert session.screen.filters.display
