"""What Textual does twice for a new size, a screen of ours does once."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from tui.screens.layoutonce import LaidOutOnce


class Once(LaidOutOnce, Screen[None]):
    """Nothing but a screen."""


class Twice(Screen[None]):
    """As Textual has it."""


async def _laid_out(screen: Screen[None]) -> int:
    laid: list[object] = []
    app: App[None] = App()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        screen.screen_layout_refresh_signal.subscribe(screen, laid.append, immediate=True)
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert screen.size == (90, 30)
    return len(laid)


async def test_a_screen_is_laid_out_once_less() -> None:
    assert await _laid_out(Once()) < await _laid_out(Twice())
