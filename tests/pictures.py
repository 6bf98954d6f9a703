"""The pictures in the README: the app on its sample newsletters after some keys, as SVG."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.test_readme import ROOT, run
from tests.tui.conftest import Session
from tui.app import MilepostApp

SCREENS = ROOT / "tests" / "screens"
_WIDE, _USUAL = (120, 40), (80, 24)
_JAPAN = ("/", *"country:uz donor:japan", "enter")

PICTURES: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "app": (_WIDE, ("j", "j")),
    "filtered": (_USUAL, (*_JAPAN, "shift+tab")),
    "chart": (_USUAL, ("/", *"has:donor", "enter", "z", "v", "L", ".", *"2016", "enter")),
    "evidence": (_USUAL, ("/", *"ayritom", "enter", "j", "enter", "tab", "z")),
    "search": (_USUAL, ("/", *"border", "enter")),
    "excluded": (_USUAL, ("shift+tab", *"training", "down", "!", "escape")),
    "export": (_USUAL, (*_JAPAN, "e")),
}
"""The pictures by name: the size of the terminal, and the keys that lead there."""


def demo_store(path: Path) -> Path:
    """A store of the sample newsletters."""
    run("milepost import importers/samples", path)
    return path


async def picture(store: Path, name: str) -> str:
    """One of the pictures."""
    size, keys = PICTURES[name]
    app = MilepostApp(store, today=date(2018, 1, 15))
    async with app.run_test(size=size) as pilot:
        session = Session(app, pilot)
        await session.settled()
        for key in keys:
            await session.press(key)
        await session.still()
        return _plain(app.export_screenshot(title="milepost"), name)


def _plain(svg: str, name: str) -> str:
    """Without a font from elsewhere, any fixed-width one will do; without the frame around each line, in which it stands anyway."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = re.sub(r' clip-path="url\(#[^)]*-line-\d+\)"', "", svg)
    return re.sub(r"terminal-\d+", name, svg)
