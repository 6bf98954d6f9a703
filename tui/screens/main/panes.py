"""Which panes stand side by side, and how wide: worked out from the terminal's width, the pane with the focus and what was set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.widgets.strips import WIDE

ORDER = ("filters", "timeline", "detail")
MEDIUM = 80
"""Columns from which two panes stand side by side; from WIDE, three."""
_LEAST = 18
_TIMELINE_LEAST = 34


@dataclass(frozen=True, slots=True)
class Layout:
    """What a person has set."""

    filters: int = 0
    """Columns wide; 0 until it was set."""
    detail: int = 0
    maximised: bool = False


def visible(width: int, pane: str, layout: Layout) -> tuple[str, ...]:
    """The panes that are shown, from left to right; `pane` is always among them."""
    if width < MEDIUM or layout.maximised:
        return (pane,)
    if width < WIDE:
        return ("filters", "timeline") if pane == "filters" else ("timeline", "detail")
    return ORDER


def widths(width: int, shown: tuple[str, ...], layout: Layout) -> dict[str, int]:
    """Columns of each pane that is shown, border and all; the timeline has what the others leave."""
    if len(shown) == 1:
        return {shown[0]: width}
    sides = [pane for pane in shown if pane != "timeline"]
    room = width - _TIMELINE_LEAST - _LEAST * (len(sides) - 1)
    sizes: dict[str, int] = {}
    for pane in sides:
        sizes[pane] = min(max(_wanted(width, pane, layout), _LEAST), room)
        room += _LEAST - sizes[pane]
    return {pane: sizes.get(pane, width - sum(sizes.values())) for pane in shown}


def resized(width: int, pane: str, step: int, layout: Layout) -> Layout:
    """After `pane` was asked to be so many columns wider; the timeline takes from the detail, else from the filters."""
    shown = visible(width, pane, layout)
    if len(shown) < 2 or step == 0:
        return layout
    changed = pane if pane != "timeline" else ("detail" if "detail" in shown else "filters")
    now = widths(width, shown, layout)[changed]
    wanted = max(_LEAST, now + (step if changed == pane else -step))
    after = replace(layout, filters=wanted) if changed == "filters" else replace(layout, detail=wanted)
    kept = widths(width, shown, after)[changed]
    return replace(after, filters=kept) if changed == "filters" else replace(after, detail=kept)


def _wanted(width: int, pane: str, layout: Layout) -> int:
    if pane == "filters":
        return layout.filters or (32 if width >= 140 else 30 if width >= 118 else 28)
    return layout.detail or min(64, max(32, width * 31 // 100))
