"""Small helpers for panes that draw line by line: text cut to cells, parts joined to a strip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from textwrap import wrap
from typing import TYPE_CHECKING, Any, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Palette = TypeVar("_Palette", bound="DataclassInstance")

WIDE = 110
"""Columns of a terminal that has room for everything side by side."""
EIGHTHS = " ▏▎▍▌▋▊▉█"
LEVELS = "▁▂▃▄▅▆▇█"

VISIT = "visit"
"""What names another milestone has its uid in its style's meta data under this name."""
COMMAND = "command"
"""What does as the key of a command has the command's id there under this name."""

Part = tuple[str, Style]
"""A run of harmless text and how it is drawn."""


def ink(widget: Widget, component: str) -> Style:
    """The style of a widget's component: only what it sets, with half-transparent colours mixed to what they look like."""
    set_, mixed = (widget.get_component_rich_style(component, partial=partial) for partial in (True, False))
    return set_ + Style(color=mixed.color if set_.color else None, bgcolor=mixed.bgcolor if set_.bgcolor else None)


def components(block: str, palette: type[_Palette], *others: str) -> set[str]:
    """The component classes of a widget: one for each style of its palette, and others."""
    return {f"{block}--{name}" for name in (*(field.name for field in fields(palette)), *others)}


def painted(palette: type[_Palette], styles: Callable[[str], Style], block: str, **others: Any) -> _Palette:
    """A palette, each of whose fields is the style of the component that is called so, but for `others`."""
    own = {field.name: styles(f"{block}--{field.name}") for field in fields(palette) if field.name not in others}
    return palette(**own, **others)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` cells: cut with an ellipsis, or filled with blanks (on the left where `right`)."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + "…"
    blanks = " " * (width - length)
    return blanks + text if right else text + blanks


def strip_of(parts: Sequence[Part], width: int, fill: Style, over: Style | None = None) -> Strip:
    """The parts side by side in exactly `width` cells, the rest filled; `over` is laid over all of it."""
    base = fill + over if over else fill
    laid = [Segment(text, fill + style + over if over else fill + style) for text, style in parts if text]
    return Strip(laid).adjust_cell_length(width, base)


def lit(text: str, spans: Iterable[tuple[int, int]], style: Style, hit: Style) -> list[Part]:
    """`text` in parts, with `hit` laid over the characters in `spans` (half-open, in order, apart; what lies beyond is dropped)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [(text[at:start], style), (text[start:end], style + hit)]
        at = max(at, end)
    return [*parts, (text[at:], style)]


def bar(share: float, width: int) -> str:
    """A bar of at most `width` cells for a share of 0 to 1; anything over 0 shows at least an eighth of a cell."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8) or int(share > 0)
    full, rest = divmod(eighths, 8)
    return "█" * full + (EIGHTHS[rest] if rest else "")


def sparks(counts: Sequence[int], levels: int = len(LEVELS)) -> str:
    """One character for each count, as high as its share of the greatest, which has all of the levels; a blank for none."""
    most = max(counts, default=0)
    return "".join(LEVELS[(count * levels - 1) // most] if count > 0 else " " for count in counts)


def words_parts(words: Sequence[tuple[str, bool]], y: int, size: Size, plain: Style, strong: Style) -> list[Part]:
    """A line of what an empty pane says, wrapped, in the middle, a little above its half; True makes a text stand out."""
    lines = [(part, stands_out) for text, stands_out in words for part in wrap(text, max(8, size.width - 2)) or [""]]
    number = y - max(1, (size.height - len(lines)) // 3)
    text, stands_out = lines[number] if 0 <= number < len(lines) else ("", False)
    return [(" " * max(1, (size.width - cell_len(text)) // 2), plain), (text, strong if stands_out else plain)]
