"""The help by topics: what the pages say, and what typing finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.models import Kind
from db.names import kind_info
from tests.tui.test_golden import SIZES
from tui import signs
from tui.commands import COMMANDS, Where, take_keys
from tui.config.settings import READ
from tui.screens.help import HelpScreen
from tui.screens.helptopics import _PAGES, drawn, hits, topics
from tui.signs import legend
from tui.widgets.inputline import SafeInput

PAGES = sorted(_PAGES.rglob("*.md"))


def shown(session: Any) -> HelpScreen:
    screen = session.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_name_only_commands_that_there_are(path: Path) -> None:
    named = set(re.findall(r"\{([a-z-]+)\}", path.read_text(encoding="utf-8")))
    assert named <= {command.id for command in COMMANDS}


def test_the_topics_that_people_need_are_there() -> None:
    assert [topic.title for topic in topics(Where.TIMELINE)] == [
        "Timeline", "Getting started", "Filters and search", "Dates and precision", "Review and corrections", "Export",
        "Import", "Views and settings", "Signs and symbols", "All keys",
    ]  # fmt: skip


def test_every_setting_is_told_of() -> None:
    page = next(topic.markdown for topic in topics(Where.TIMELINE) if topic.title == "Views and settings")
    for name in READ:
        table, _, last = name.rpartition(".")
        assert f"{last} = " in page and f"[{table or 'keys'}]" in page


def test_a_page_tells_the_keys_that_people_have() -> None:
    take_keys({"import": ("f7",)})
    try:
        assert "`f7` reads newsletters" in topics(Where.TIMELINE)[1].markdown
    finally:
        take_keys({})
    assert "`i` reads newsletters" in topics(Where.TIMELINE)[1].markdown


@pytest.mark.parametrize("width", [36, 50, 76])
def test_pages_fit_their_width(width: int) -> None:
    for topic in topics(Where.REVIEW):
        lines = drawn(topic, width).plain.splitlines()
        assert lines and max(map(len, lines)) <= width


@pytest.mark.parametrize(
    ("sought", "found"),
    [("border office", ["border\n  Office", "BORDER OFFICE"]), ("(", ["("]), ("   ", []), ("zebra", []), ("border offices", [])],
)
def test_hits(sought: str, found: list[str]) -> None:
    plain = "A border\n  Office (and a BORDER OFFICE)."
    assert [plain[start:end] for start, end in hits(plain, sought)] == found


async def test_typing_finds_words_in_all_topics(opened: Any, small: Path) -> None:
    async with opened(small, (120, 40)) as session:
        await session.press("question_mark")
        screen = shown(session)
        assert screen.topics[screen.at].title == "Timeline"
        await session.type("footnotes")
        assert screen.topics[screen.at].title == "Export" and "footnotes" in "\n".join(session.text())
        assert "1 of " in str(screen.query_one("#help").border_subtitle)
        await session.press(*["enter"] * 3)
        seen = {screen.topics[screen.at].title}
        await session.press("tab")
        seen.add(screen.topics[screen.at].title)
        assert all("footnotes" in screen._page(number).plain.lower() for number in {screen.at}) and seen
        screen.line.value = ""
        await session.type("widens")
        assert str(screen.query_one("#help").border_subtitle) == "1 of 1 here, 1 in 1 topic"
        screen.line.value = ""
        await session.type("zebra")
        assert str(screen.query_one("#help").border_subtitle) == "found nowhere"
        await session.press("escape")
        assert screen.line.value == "" and session.app.screen is screen
        await session.press("escape")
        assert session.app.screen is session.screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sought", ["money", "symbol", "sign", "newest", "bring back", "iso"])
async def test_the_first_hit_is_in_view_as_it_is_typed(opened: Any, small: Path, sought: str, size: str) -> None:
    async with opened(small, SIZES[size]) as session:
        await session.press("question_mark")
        await session.type(sought)
        screen = shown(session)
        lit = [part for strip in screen._compositor.render_strips() for part in strip if part.style and part.style.reverse]
        assert any(part.text.lower() == sought and part.style.bold for part in lit if part.style)


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_of_a_page_is_wrapped_again(opened: Any, small: Path, size: str) -> None:
    async with opened(small, SIZES[size]) as session:
        await session.press("question_mark")
        screen = shown(session)
        for number, topic in enumerate(screen.topics):
            page = screen._page(screen.at).plain
            assert (number, screen.text.size.height) == (screen.at, page.count("\n") + 1), topic.title
            assert max(map(len, page.splitlines())) <= screen.width <= screen.text.size.width
            await session.press("tab")


def test_every_sign_is_explained() -> None:
    page = legend()
    told = {sign for signs_here in signs.MEANINGS.values() for sign in signs_here}
    assert told == {value for name, value in vars(signs).items() if name.isupper() and isinstance(value, str)}
    for sign in told:
        assert f"| `{sign}` |" in page
    for kind in Kind:
        assert f"| `{kind_info(kind).glyph}` | {kind.value} |" in page


async def test_a_second_question_mark_closes_it(opened: Any, small: Path) -> None:
    async with opened(small) as session:
        await session.press("question_mark", "question_mark")
        assert session.app.screen is session.screen


async def test_topics_by_key_and_mouse(opened: Any, small: Path) -> None:
    async with opened(small, (120, 40)) as session:
        await session.press("question_mark", "tab", "tab")
        screen = shown(session)
        assert screen.topics[screen.at].title == "Filters and search"
        await session.press("shift+tab", "shift+tab", "shift+tab")
        assert screen.topics[screen.at].title == "All keys"
        await session.press("pagedown", "down")
        assert screen.page.scroll_y == 13
        region = screen.list.region
        await session.pilot.click(offset=(region.x + 3, region.y + 5))
        await session.settled()
        assert screen.topics[screen.at].title == "Export" and screen.page.scroll_y == 0


@pytest.mark.parametrize("size", SIZES)
async def test_screens(
    opened: Any, small: Path, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    monkeypatch.setattr(SafeInput, "cursor_blink", False)
    async with opened(small, SIZES[size]) as session:
        await session.press("question_mark", *"clipboard")
        golden(f"help-found-{size}", await session.still())
