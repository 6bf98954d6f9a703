"""Textual's private names: all that the app needs of them stands here and nowhere else, so that an upgrade meets them in one place.

- `App._check_bindings`: a key that a pane has bound is carried out at once, not after a round through the queue of messages.
- `Widget._repaint_required`, `Screen._dirty_widgets`, `Screen._on_timer_update`: what the key changed is drawn at once too.
- `Widget._vertical_scrollbar`, `App._start_widget`: a pane makes its own scroll bar, which is drawn only where it has changed.
- `Widget._border_subtitle`: other words in a border are drawn without laying out the screen anew.
- `Input._suggestion`: what the search line offers stands there with the key that led to it; a suggester's answer comes later.
- `TextArea._replace_via_keyboard`: what is pasted, once it is made harmless, replaces the selection as typing would.
- `Timer._skip`: what is to happen once happens, however busy the machine is; a timer skips each time that has passed already.
- `textual._xterm_parser`: a paste is kept from the parser, which would look for keys in it; it is made with `Driver._debug`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser

if TYPE_CHECKING:
    from textual.app import App
    from textual.content import Content
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.scrollbar import ScrollBar
    from textual.timer import Timer, TimerCallback
    from textual.widget import Widget
    from textual.widgets import Input, TextArea
    from textual.widgets.text_area import EditResult

__all__ = ["BRACKETED_PASTE_END", "BRACKETED_PASTE_START", "NAMES", "XTermParser"]

NAMES = (
    "App._check_bindings",
    "App._start_widget",
    "Driver._debug",
    "Input._suggestion",
    "Screen._dirty_widgets",
    "Screen._on_timer_update",
    "TextArea._replace_via_keyboard",
    "Timer._skip",
    "Widget._border_subtitle",
    "Widget._repaint_required",
    "Widget._vertical_scrollbar",
)
"""All of them but the parser."""


async def do_bound(app: App[Any], key: str) -> bool:
    """Do what a key is bound to where the focus is, or above; whether it is bound to anything."""
    return await app._check_bindings(key)


def draw_changed(widget: Widget) -> bool:
    """Draw what has changed of a widget and its scroll bar; whether anything had."""
    changed = {one for one in (widget, widget._vertical_scrollbar) if one is not None and one._repaint_required}
    if not changed:
        return False
    for one in changed:
        one._repaint_required = False
    widget.screen._dirty_widgets.update(changed)
    widget.screen._on_timer_update()
    return True


def once(node: DOMNode, delay: float, callback: TimerCallback) -> Timer:
    """Call it after so many seconds, unless the timer is stopped; later on a busy machine, where `set_timer` may never call it."""
    timer = node.set_timer(delay, callback)
    timer._skip = False
    return timer


def bar_of(widget: Widget) -> ScrollBar | None:
    """The vertical scroll bar, if one has been made."""
    return widget._vertical_scrollbar


def give_bar(widget: Widget, bar: ScrollBar) -> None:
    """From now on this is the vertical scroll bar."""
    widget._vertical_scrollbar = bar
    bar.display = False
    widget.app._start_widget(widget, bar)


def set_subtitle(widget: Widget, words: Content) -> None:
    """Other words in the lower border, which is not drawn yet."""
    widget._border_subtitle = words


def suggest(line: Input, text: str) -> None:
    """What stands dimmed behind the cursor: the whole text that the line would have; empty for nothing."""
    line._suggestion = text


def type_over(area: TextArea, text: str) -> EditResult | None:
    """Put a text in the place of what is selected; None where the area cannot be written in."""
    return area._replace_via_keyboard(text, *area.selection)


def is_debugged(driver: Driver) -> bool:
    """Whether what comes from the terminal is to be written down."""
    return driver._debug
