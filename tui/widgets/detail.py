"""The detail pane: the facts of the milestone under the cursor, or the article that tells it, in one scrolling text."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from db.queries.details import Detail
from tui.commands import Where, bindings
from tui.widgets.facts import Inks, article, facts
from tui.widgets.strips import ink

_EMPTY = "Nothing to show here yet: the milestone under the timeline's cursor comes here with all its fields and its quote."


class DetailPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """All about one milestone."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DETAIL, Where.LISTS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "detail--title",
        "detail--label",
        "detail--value",
        "detail--dim",
        "detail--quote",
        "detail--rule",
        "detail--flag",
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.detail: Detail | None = None
        self.reading = False
        """Whether the article is shown, not the facts."""
        self._untouched = True
        """Whether nobody has scrolled since the text was shown, so that it may be placed again when its width changes."""
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, detail: Detail | None) -> None:
        """Another milestone, from its beginning; or none."""
        same = detail is not None and self.detail is not None and detail.uid == self.detail.uid
        self.detail = detail
        self._untouched = self._untouched or not same
        self._draw()

    def read(self, reading: bool) -> None:
        """The article (scrolled to the quote), or the facts."""
        self.reading = reading
        self._untouched = True
        self._draw()

    def action_turn(self) -> None:
        """From the facts to the article, and back."""
        self.read(not self.reading)

    def on_resize(self) -> None:
        """Wrap again."""
        self._draw()

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        width = max(12, self.scrollable_content_region.width - 1)
        self.border_title = "Article" if self.reading and self.detail else "Detail"
        place = 0
        if self.detail is None:
            lines = [Text(_EMPTY, self._inks.dim)]
        elif self.reading:
            lines, quote = article(self.detail, width, self._inks)
            place = max(0, quote - 2)
        else:
            lines = facts(self.detail, width, self._inks)
        self._text.update(Text("\n").join(lines))
        if self._untouched:
            self.call_after_refresh(self.scroll_to, y=place, animate=False, force=True)

    def action_cursor(self, step: int) -> None:
        """Scroll by lines."""
        self._untouched = False
        self.scroll_relative(y=step, animate=False, force=True)

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls too."""
        self._untouched = False

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls too."""
        self._untouched = False

    def action_page(self, pages: float) -> None:
        """Scroll by so many heights of the pane."""
        self.action_cursor(round(pages * max(2, self.scrollable_content_region.height - 1)))

    def action_end(self, direction: int) -> None:
        """To the beginning (-1) or the end (1)."""
        self._untouched = False
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, force=True)

    def action_heading(self, step: int) -> None:
        """There is one text and no heading; a page is what comes nearest."""
        self.action_page(step)

    @property
    def _inks(self) -> Inks:
        def part(name: str) -> Style:
            return ink(self, f"detail--{name}")

        quote = part("quote") + Style(bold=True) if self.app.no_color else part("quote")
        return Inks(part("title"), part("label"), part("value"), part("dim"), quote, part("rule"), part("flag"))
