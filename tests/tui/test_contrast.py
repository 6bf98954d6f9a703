"""Whatever is to be read stands out from its ground, in the theme that is ours: 4.5 to 1 at least, as WCAG asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color

from tests.tui.test_golden import SCREENS, WRITING
from tui.theme import STYLES, THEME

LEAST = 4.5
_SIGNS = re.compile(r"--(grid|rest|rule|issue|today|shade|bar|out|stale|here)\b|histogram--stale")
"""Components that draw lines and bars, nothing that is read; `stale` is counted below."""
_PALE = re.compile(r"color: \$(foreground|primary|accent) (\d+)%")


def ratio(one: Color, other: Color) -> float:
    """How far two colours are apart in brightness, 1 to 21."""

    def brightness(color: Color) -> float:
        parts = [value / 255 for value in (color.r, color.g, color.b)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pale() -> Iterator[tuple[str, str, int]]:
    """Every line of the style sheets that mixes the colour of a text with its ground: the line, the colour, how much of it."""
    for sheet in sorted(STYLES.glob("*.tcss")):
        for line in sheet.read_text(encoding="utf-8").splitlines():
            if not _SIGNS.search(line) or ("foreground" in line and "stale" in line):
                for found in _PALE.finditer(line):
                    yield f"{sheet.name}: {line.strip()}", found[1], int(found[2])


@pytest.mark.parametrize(("line", "color", "share"), list(pale()))
def test_pale_text_can_be_read(line: str, color: str, share: int) -> None:
    grounds = [THEME.background, THEME.surface] if "rule" not in line else []
    if "placeholder" in line or "offers" in line:
        grounds.append(THEME.panel)
    for ground in filter(None, grounds):
        below = Color.parse(ground)
        above = Color.parse(str(getattr(THEME, color)))
        assert ratio(below.blend(above, share / 100), below) >= LEAST, f"{line} on {ground}"


def hardly_read(session: Any) -> set[tuple[str, str, str, float]]:
    """The words on the screen that do not stand out, with their colour and their ground."""
    found, screen = set(), session.app.screen
    # what lies behind a dialog is shaded
    seen = screen.children[0].region if screen.is_modal else screen.region
    for strip in [strip.crop(seen.x, seen.right) for strip in screen._compositor.render_strips()[seen.y : seen.bottom]]:
        for part in strip:
            style = part.style
            if style is None or style.color is None or style.bgcolor is None or not re.search(r"\w{2}", part.text):
                continue
            colors = [Color.from_rich_color(color) for color in (style.color, style.bgcolor)]
            if (apart := ratio(*colors)) < LEAST:
                found.add((part.text.strip(), colors[0].hex, colors[1].hex, round(apart, 2)))
    return found


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize("name", [*SCREENS, *WRITING])
async def test_all_words_on_the_screen_can_be_read(opened: Any, twice: Path, name: str, size: tuple[int, int]) -> None:
    async with opened(twice, size=size) as session:
        if name in WRITING:
            await session.search("ayritom", "enter")
        for key in (SCREENS | WRITING)[name]:
            if key.startswith("find "):
                await session.search(key.removeprefix("find "))
            else:
                await session.press(key)
        await session.still()
        assert not hardly_read(session)
