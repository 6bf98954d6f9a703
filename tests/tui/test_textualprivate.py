"""Textual has all the private names that the app needs, and only one module needs any."""

from __future__ import annotations

import ast
import asyncio
from importlib.metadata import version
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from textual import app, driver, screen, widget, widgets
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.timer import Timer

from tui import textualprivate

TUI = Path(textualprivate.__file__).parent
MODULES: dict[str, ModuleType] = {
    "App": app,
    "Driver": driver,
    "Input": widgets,
    "Screen": screen,
    "TextArea": widgets,
    "Widget": widget,
}


def made(name: str) -> object:
    if name == "Driver":
        return HeadlessDriver(App())
    if name == "Timer":
        return Timer(App(), 1)
    return getattr(MODULES[name], name)()


@pytest.mark.parametrize("whole", textualprivate.NAMES)
async def test_textual_has_what_it_does_not_promise(whole: str) -> None:
    owner, _, name = whole.partition(".")
    async with App[None]().run_test():
        there = hasattr(made(owner), name)
    assert there, f"Textual {version('textual')} has no {whole} any more; tui/textualprivate.py says what it was for"


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_only_one_module_needs_it(path: Path) -> None:
    names = {whole.partition(".")[2] for whole in textualprivate.NAMES} | {"set_timer"}
    used = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in names:
            used.append(node.attr)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("textual"):
            used += [part for part in (*node.module.split("."), *(one.name for one in node.names)) if part.startswith("_")]
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("textual._"):
            used.append(node.value)
    assert bool(used) == (path.name == "textualprivate.py"), (
        f"{path} uses {', '.join(used)} of Textual: tui/textualprivate.py is for that"
    )


async def test_what_is_to_happen_once_happens_on_a_machine_that_was_busy_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    app, rung = App[None](), asyncio.Event()
    async with app.run_test():
        seconds = count()
        monkeypatch.setattr("textual._time.get_time", lambda: float(next(seconds)))
        textualprivate.once(app, 0.001, rung.set)
        await asyncio.wait_for(rung.wait(), 10)


async def test_what_is_to_happen_once_can_be_called_off() -> None:
    app, rung = App[None](), asyncio.Event()
    async with app.run_test() as pilot:
        textualprivate.once(app, 0.01, rung.set).stop()
        await pilot.pause(0.05)
    assert not rung.is_set()
