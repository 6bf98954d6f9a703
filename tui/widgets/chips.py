"""The selection in words, as chips that go away one by one; or, while a query is being typed wrongly, what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from db.selection import Selection
from tui.commands import Where, bindings, key
from tui.messages import ChipRemoved, CommandPicked
from tui.render import clean
from tui.widgets.keptlines import KeptLines
from tui.widgets.strips import COMMAND, Part, fit, ink, strip_of

_CLEAR = "clear all"
_CHIP = "chip"
"""In a style's meta: the number of the chip that the words take away, -1 for all."""
_WIDEST, _AROUND = 40, 18
"""Cells of a chip's words at most, and those of the line that are needed for what stands around a single chip."""


class Chips(KeptLines, Widget, can_focus=True, inherit_bindings=False):
    """One line of chips."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.CHIPS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chips--chip",
        "chips--here",
        "chips--cross",
        "chips--hint",
        "chips--error",
        "chips--said",
    }

    selection: reactive[Selection] = reactive(Selection(()))
    error: reactive[str] = reactive("")
    """What is wrong with the query being typed."""
    saying: reactive[str] = reactive("")
    """What is being chosen elsewhere, in words."""
    here: reactive[int] = reactive(0)
    """The chip that a key would remove."""

    def watch_selection(self, selection: Selection) -> None:
        """Nothing to go to, nothing to focus."""
        self.here = min(self.here, max(0, len(selection.terms) - 1))
        self.can_focus = bool(selection.terms)

    def action_step(self, step: int) -> None:
        """To another chip."""
        self.here = min(max(self.here + step, 0), max(0, len(self.selection.terms) - 1))

    def action_remove(self) -> None:
        """Take the chip away."""
        if self.selection.terms:
            self.post_message(ChipRemoved(self.here))

    def render_line(self, y: int) -> Strip:
        """The line; chips that do not fit are counted at its end."""
        width = self.size.width

        def part(name: str) -> Style:
            return ink(self, f"chips--{name}")

        if self.error:
            return strip_of([(fit(f" ✗ {clean(self.error)}", width), part("error"))], width, self.rich_style)
        if self.saying:
            return strip_of([(fit(f"   {clean(self.saying)}", width), part("said"))], width, self.rich_style)
        if not self.selection.terms:
            hint = next((hint for hint in _hints() if len(hint) + 4 <= width), "")
            return strip_of([(f"   {hint}", part("hint"))], width, self.rich_style)
        chips, most = self.selection.chips(), max(4, min(_WIDEST, width - _AROUND))
        first = self._first(chips, width, most)
        parts: list[Part] = [(f" ‹{first} " if first else "  ", part("hint"))]
        at = len(parts[0][0])
        for number, words in enumerate(chips[first:], first):
            text, last = f" {fit(clean(words), min(cell_len(clean(words)), most))} ", number == len(chips) - 1
            if at + cell_len(text) + 3 + (0 if last else 9) > width:
                parts.append((f" +{len(chips) - number} more", part("hint")))
                at += 9
                break
            here = self.has_focus and number == self.here
            chip = part("here") + Style(reverse=True) if here and self.app.no_color else part("here" if here else "chip")
            click = Style.from_meta({_CHIP: number})
            parts += [(text, chip + click), ("✕ ", chip + part("cross") + click), (" ", Style())]
            at += cell_len(text) + 3
        if len(chips) > 1 and at + len(_CLEAR) + 3 <= width:
            parts.append((f" {_CLEAR} ", part("hint") + Style.from_meta({_CHIP: -1})))
            at += len(_CLEAR) + 2
        if (meaning := self._meaning()) and at + cell_len(meaning) + 2 <= width:
            parts.append((f"  {meaning}", part("hint") + Style.from_meta({COMMAND: "as-fields"})))
        return strip_of(parts, width, self.rich_style)

    def _meaning(self) -> str:
        """What plain words may be meant as."""
        from db.meaning import meant

        fields = meant(self.selection)
        changed = Selection(tuple(new for old, new in zip(self.selection.terms, fields.terms, strict=True) if new != old))
        return f"{key('as-fields')} as fields: {clean(changed.text())}" if changed.terms else ""

    def _first(self, chips: Sequence[str], width: int, most: int) -> int:
        """The first chip that is shown, so that the one that a key would remove is in view."""
        first = 0
        if self.has_focus:
            sizes = [min(cell_len(clean(words)), most) + 5 for words in chips]
            while first < self.here and sum(sizes[first : self.here + 1]) + 14 > width:
                first += 1
        return first

    def on_click(self, event: events.Click) -> None:
        """A click takes a chip away, or words as fields."""
        if name := event.style.meta.get(COMMAND):
            self.post_message(CommandPicked(name))
        if (number := event.style.meta.get(_CHIP)) is not None:
            self.post_message(ChipRemoved(number))


def _hints() -> tuple[str, ...]:
    """What is said where nothing narrows, the longest first."""
    search = f"everything is shown: {key('search')} searches"
    return f"{search}, the filters narrow", search, "everything is shown"
