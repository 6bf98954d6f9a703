"""The small list below the search line: what could be typed next, with how many milestones that would find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.strips import fit, ink, strip_of

if TYPE_CHECKING:
    from tui.widgets.completion import Offer

_NARROWEST, _WIDEST = 20, 44


def _told(offer: Offer) -> str:
    """What stands at the right of it."""
    return f" {offer.meaning or f'{offer.count:,}'} "


class Offers(Widget):
    """A line for each; it floats over what is below it, and is there only while there is something to offer."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--here", "offers--count"}
    ALLOW_SELECT = False

    offers: reactive[tuple[Offer, ...]] = reactive((), layout=True)
    here: reactive[int] = reactive(0)
    """Which of them would be taken."""

    @dataclass
    class Taken(Message):
        """One was clicked."""

        number: int

    @property
    def columns(self) -> int:
        """How wide it is."""
        widest = max((cell_len(offer.label + _told(offer)) + 3 for offer in self.offers), default=1)
        return min(max(widest, _NARROWEST), _WIDEST)

    def watch_offers(self, offers: tuple[Offer, ...]) -> None:
        """As large as they are."""
        self.display = bool(offers)
        self.styles.width, self.styles.height = self.columns, max(1, len(offers))

    def render_line(self, y: int) -> Strip:
        """`❯ Uzbekistan    28`."""
        width = self.size.width
        if y >= len(self.offers):
            return Strip.blank(width, self.rich_style)
        offer, here = self.offers[y], y == self.here
        count = _told(offer)
        over = (Style(reverse=True) if self.app.no_color else ink(self, "offers--here")) if here else None
        parts = [
            ("❯ " if here else "  ", Style()),
            (fit(offer.label, width - 2 - len(count)), Style()),
            (count, Style() if here else ink(self, "offers--count")),
        ]
        return strip_of(parts, width, self.rich_style, over)

    def on_click(self, event: events.Click) -> None:
        """A click takes one."""
        if 0 <= event.y < len(self.offers):
            self.post_message(self.Taken(event.y))
