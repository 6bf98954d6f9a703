"""The detail pane: the facts of the milestone under the cursor, or the article that tells it, drawn line by line.

It is wrapped anew for every width, and its text can be selected with the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from db.found import Finder
from tui.commands import Where, bindings, key
from tui.messages import VisitWanted
from tui.widgets.linepane import LinePane
from tui.widgets.strips import VISIT, painted

if TYPE_CHECKING:
    from db.queries.around import Around
    from db.queries.details import Detail
    from tui.background.lookup import Past
    from tui.widgets.facts import Inks

_EMPTY = "Nothing to show here yet: the milestone under the timeline's cursor comes here with all its fields and its quote."

_CORNERS = 6
"""Cells of the lower border that its words leave free."""
_ABOVE = 2
"""Lines that are left above what is scrolled to."""


class DetailPane(LinePane, can_focus=True, inherit_bindings=False):
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
        "detail--hit",
    }

    reading: reactive[bool] = reactive(False, repaint=False)
    """Whether the article is shown, not the facts."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.detail: Detail | None = None
        self.past: Past | None = None
        self._around: Around | None = None
        self.finder = Finder()
        """What is lit in the texts."""
        self.name_as = ""
        """What the pane is called where it always shows the same."""
        self._empty = _EMPTY
        self.lines: list[Text] = []
        self._quote = 0, 0
        """The line where the quote begins, and the one behind its last."""
        self._passages: tuple[int, ...] = ()
        """Those where highlighted passages of the article begin, downwards."""
        self._legend: tuple[str, ...] = ()
        self._untouched = True
        """Whether nobody has scrolled since the text was shown, so that it may be placed again when its width changes."""

    def show(self, detail: Detail | None, past: Past | None = None, around: Around | None = None, *, empty: str = "") -> None:
        """Another milestone, from its beginning; or none, and what is said then."""
        self.past, self._around = past, around
        self._empty = empty or _EMPTY
        same = detail is not None and self.detail is not None and detail.uid == self.detail.uid
        self.detail = detail
        self._untouched = self._untouched or not same
        self._wrap()

    @property
    def around(self) -> Around:
        """What stands beside it in its article and its series."""
        from db.queries.around import Around

        return self._around or Around()

    def light(self, finder: Finder) -> None:
        """What was searched for is lit from now on."""
        if finder != self.finder:
            self.finder = finder
            self._wrap()

    def read(self, reading: bool) -> None:
        """The article (scrolled to the quote), or the facts."""
        self.reading = reading
        self._untouched = True
        self._wrap()

    def action_turn(self) -> None:
        """From the facts to the article, and back."""
        if not self.name_as:
            self.read(not self.reading)

    def on_resize(self) -> None:
        """Wrap again."""
        self._wrap()

    def notify_style_update(self) -> None:
        """Another theme, whose colours the pane's parts have only after this."""
        super().notify_style_update()
        if self.is_mounted:
            self.call_next(self._wrap)

    def _wrap(self) -> None:
        width = max(12, self.scrollable_content_region.width - 1)
        self.border_title = self.name_as or ("Article" if self.reading and self.detail else "Detail")
        self._legend = ()
        self._quote, self._passages = (0, 0), ()
        if self.detail is None:
            self.lines = list(Text(self._empty, self.ink("detail--dim")).wrap(self.app.console, width))
        else:
            self._lay_out(self.detail, width)
        self.caption(self._caption())
        self.hold(len(self.lines))
        if self._untouched:
            begins, ends = self._quote if self.reading else self._first_lit()
            # from the beginning on, where what matters is seen with it
            whole = ends <= self.scrollable_content_region.height
            self.scroll_to(y=0 if whole else max(0, begins - _ABOVE), animate=False, force=True)
        self.refresh()

    def _first_lit(self) -> tuple[int, int]:
        """The line that has the first of what was searched for, and the one behind it."""
        hit = self.ink("detail--hit")
        line = next((number for number, line in enumerate(self.lines) if any(span.style == hit for span in line.spans)), -1)
        return line, line + 1

    def _caption(self) -> str:
        """What the bars mean, which milestone of the article it is and the keys to others; the most needed where not all fits."""
        several = self.reading and self.detail is not None and self.around.count > 1
        which = f"{self.around.number} of {self.around.count} · {key('next-in-article')} {key('previous-in-article')}"
        forms = [" · ".join((legend, which)) if several else legend for legend in self._legend] + [which] * several
        return next((form for form in forms if cell_len(form) <= self.outer_size.width - _CORNERS), forms[-1] if forms else "")

    def _lay_out(self, detail: Detail, width: int) -> None:
        # with the first milestone, so that the screen does not wait for it
        if self.reading:
            from tui.widgets.article import article

            told = article(detail, width, self._all_inks)
            self.lines, self._passages, self._quote, self._legend = told.lines, told.passages, told.quote, told.legend
        else:
            from tui.widgets.facts import facts

            self.lines = facts(detail, width, self._all_inks, self.past, self.around, quote=not self.name_as)

    # moving

    def action_cursor(self, step: int) -> None:
        """Scroll by lines."""
        self._untouched = False
        self.scroll_relative(y=step, animate=False, force=True)

    def action_page(self, pages: float) -> None:
        """Scroll by so many heights of the pane."""
        self.action_cursor(round(pages * max(2, self.scrollable_content_region.height - 1)))

    def action_end(self, direction: int) -> None:
        """To the beginning (-1) or the end (1)."""
        self._untouched = False
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False, force=True)

    def action_heading(self, step: int) -> None:
        """To the next highlighted passage of the article, or the one before; in a text without any, by a page."""
        if not self._passages:
            self.action_page(step)
            return
        here = self._quote[0] if self._untouched else self.scroll_offset.y + _ABOVE
        ahead = [line for line in self._passages if (line > here if step > 0 else line < here)]
        if ahead:
            self._untouched = False
            self.scroll_to(y=max(0, (ahead[0] if step > 0 else ahead[-1]) - _ABOVE), animate=False, force=True)

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls too."""
        self._untouched = False

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls too."""
        self._untouched = False

    def on_click(self, event: events.Click) -> None:
        """A line that names another milestone goes there."""
        if uid := event.style.meta.get(VISIT):
            self.post_message(VisitWanted(uid))

    # drawing

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, number = self.scrollable_content_region.width, self.scroll_offset.y + y
        if number >= len(self.lines):
            return Strip.blank(width, self.base)
        line = self.lines[number]
        span = self.text_selection.get_span(number) if self.text_selection is not None else None
        if span is not None:
            line = line.copy()
            line.stylize(self.screen.get_component_rich_style("screen--selection"), span[0], span[1] if span[1] >= 0 else len(line))
        base = self.base
        own = base + line.style if isinstance(line.style, Style) else base
        segments = [Segment(text, own + style if style else own) for text, style, _ in line.render(self.app.console)]
        strip = Strip([segment for segment in segments if segment.text != "\n"]).adjust_cell_length(width, base)
        return strip.apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse."""
        return selection.extract("\n".join(line.plain for line in self.lines)), "\n"

    @property
    def _all_inks(self) -> Inks:
        from tui.widgets.facts import Inks

        quote = self.ink("detail--quote") + Style(bold=self.app.no_color or None)
        return painted(Inks, self.ink, "detail", quote=quote, finder=self.finder)
