"""The timeline's list: every milestone of the selection under its month, drawn line by line from pages of rows.

It holds the headings and a few pages; what it lacks it asks for by `RowsWanted`. It never asks the store itself.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from db.found import Finder
from db.queries.listing import Row
from db.when import Precision, When
from tui.background.linemap import LineMap
from tui.background.lists import PAGE
from tui.commands import Where, bindings, elsewhere
from tui.keys.queue import OnlyBound
from tui.messages import ArticleWanted, CursorMoved, GoToDateWanted, MarkAllWanted, MarkToggled, RowsWanted
from tui.notices import tell
from tui.widgets.framedpane import FramedPane
from tui.widgets.strips import components, painted, strip_of, words_parts
from tui.widgets.timelinerows import Palette, heading_parts, row_parts, waiting_parts

PAGES = 64
"""Pages that are kept."""
_ABOVE = 5
"""A fifth of the lines in view stands above the heading that somebody jumps to: what follows it is what is wanted."""
_NEAR = 40
"""Rows on either side of the cursor that it may go to where its own has left the list."""


class Timeline(FramedPane, OnlyBound, can_focus=True, inherit_bindings=False):
    """The list face of the timeline."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TIMELINE, Where.LISTS), *elsewhere(Where.CHART)]
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = components("timeline", Palette, "sticky", "cursor", "stale")

    cursor: reactive[int] = reactive(0, repaint=False)
    """The number of the row under the cursor."""
    marks: reactive[frozenset[str]] = reactive(frozenset, repaint=False)
    waited: reactive[str] = reactive("")
    """What it is said to be waiting for, while what is drawn is not yet what was asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.map = LineMap()
        self.generation = 0
        self.finder = Finder()
        """What is lit in the titles."""
        self.today_month = 0
        """year*12 + month - 1."""
        self._pages: LRUCache[int, tuple[Row, ...]] = LRUCache(PAGES)
        self._asked: set[int] = set()
        self._by_person = False
        self.words: tuple[tuple[str, bool], ...] = ()
        """What is said while there is no milestone to show."""

    # what it is given

    def say(self, *words: tuple[str, bool]) -> None:
        """Lines to show while there is no milestone to show; True makes one stand out. They are harmless text already."""
        self.words = words
        self.refresh()

    def show(self, lines: LineMap, generation: int, pages: dict[int, tuple[Row, ...]], cursor: int, *, top: bool) -> None:
        """Another list. The cursor's line stays where it was on the screen, unless `top` is wanted."""
        kept = 0 if top else (self.map.line_of(self.cursor) - self.scroll_offset.y if self.map.rows else 0)
        self.map, self.generation, self.waited = lines, generation, ""
        self._pages.clear()
        self._asked.clear()
        self._strips.clear()
        for number, rows in pages.items():
            self._pages[number] = rows
        self.hold(lines.lines)
        self.set_reactive(Timeline.cursor, min(max(cursor, 0), max(0, lines.rows - 1)))
        if lines.rows:
            self.scroll_to(y=lines.line_of(self.cursor) - kept, animate=False, force=True)
            self._keep_in_view()
        else:
            self.scroll_to(y=0, animate=False, force=True)
        self._want()
        self.refresh()
        self._tell(by_person=False)

    def take_pages(self, generation: int, pages: dict[int, tuple[Row, ...]]) -> None:
        """Rows that were asked for; late answers to older lists are dropped."""
        if generation != self.generation:
            return
        for number, rows in pages.items():
            self._pages[number] = rows
            self._asked.discard(number)
        self.refresh()
        if self.cursor // PAGE in pages:
            self._tell(by_person=self._by_person)

    @property
    def row(self) -> Row | None:
        """The milestone under the cursor, if it is loaded."""
        return self._row(self.cursor)

    @property
    def month(self) -> int:
        """The month that the cursor's heading starts in: year*12 + month - 1. There must be a row."""
        return self.map.headings[self.map.heading_at(self.cursor)].month

    def neighbours(self) -> tuple[str, ...]:
        """The uids of the loaded rows around the cursor, those below it first, the nearest of them first."""
        below, above = range(self.cursor + 1, self.cursor + 1 + _NEAR), range(self.cursor - 1, max(-1, self.cursor - 1 - _NEAR), -1)
        rows = (self._row(number) for number in (*below, *above))
        return tuple(row.uid for row in rows if row is not None)

    def _row(self, number: int) -> Row | None:
        page = self._pages.get(number // PAGE)
        return page[number % PAGE] if page is not None and number % PAGE < len(page) else None

    # moving

    def _go(self, row: int, *, jump: bool = False) -> None:
        if not self.map.rows:
            return
        old = self.cursor
        self.cursor = min(max(row, 0), self.map.rows - 1)
        if jump:
            self._see_below()
        self._keep_in_view()
        if self.cursor != old:
            self._tell(by_person=True)

    def watch_cursor(self, old: int, new: int) -> None:
        """Two lines change, and no more."""
        for row in (old, new):
            if row < self.map.rows:
                self.refresh_line(self.map.line_of(row))

    def watch_waited(self, waited: str) -> None:
        """All that is drawn is of before."""
        self._strips.clear()
        if waited:
            self.caption(waited)

    def watch_marks(self) -> None:
        """Any line may change."""
        self.refresh()

    def _keep_in_view(self) -> None:
        """Scroll as little as needed; the first line may be covered by the sticky heading."""
        height = self.scrollable_content_region.height
        line = self.map.line_of(self.cursor)
        top = self.scroll_offset.y
        if line - 1 < top:
            self.scroll_to(y=line - 1, animate=False, force=True)
        elif height and line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def _see_below(self) -> None:
        """The heading of the cursor stands high up in view, so that what is under it is seen."""
        heading, height = self.map.line_of(self.cursor) - 1, self.scrollable_content_region.height
        if not 0 <= heading - self.scroll_offset.y <= height // 3:
            self.scroll_to(y=max(0, heading - height // _ABOVE), animate=False, force=True)

    def _tell(self, *, by_person: bool) -> None:
        self._by_person = by_person
        if by_person:
            # the lower border is drawn after the lines of the cursor
            self.call_later(self._say_place)
        else:
            self._say_place()
        if self.row is not None or not self.map.rows:
            self.post_message(CursorMoved(self.row, by_person))
        else:
            # the chart moves the list's cursor too, where nothing scrolls
            self._want()

    def _say_place(self) -> None:
        of = f"{self.map.rows:,}" if self.map.whole else "…"
        self.caption(self.waited or (f"{self.cursor + 1:,} of {of}" if self.map.rows else ""))

    def action_cursor(self, step: int) -> None:
        """Lines down (up, if negative)."""
        self._go(self.cursor + step)

    def action_page(self, pages: float) -> None:
        """Move by so many heights of the pane."""
        self._go(self.cursor + round(pages * max(2, self.scrollable_content_region.height - 2)))

    def action_end(self, direction: int) -> None:
        """To the newest (-1) or the oldest (1)."""
        self._go(self.map.rows - 1 if direction > 0 else 0)

    def action_heading(self, step: int) -> None:
        """To the first row under another heading."""
        self._go(self.map.step(self.cursor, step), jump=True)

    def action_year(self, step: int) -> None:
        """To the first row of another year."""
        self._go(self.map.step_year(self.cursor, step), jump=True)

    def action_today(self) -> None:
        """To the latest that is not after today's month."""
        self.go_to_month(self.today_month)

    def action_go_to_date(self) -> None:
        """Ask for a date."""
        self.post_message(GoToDateWanted())

    def go_to_row(self, row: int) -> None:
        """To a row by its number."""
        self._go(row)

    def go_to_month(self, month: int) -> None:
        """To the latest milestone that is not after a month (year*12 + month - 1)."""
        self._go(self.map.row_near(month), jump=True)

    def go_to_period(self, when: When) -> None:
        """To the newest of a time; where nothing began then, to the nearest, and say so."""
        months = [day.year * 12 + day.month - 1 for day in (when.start or when.end, when.end or when.start) if day is not None]
        self._go(self.map.row_in(when.edtf, months[0], months[-1]), jump=True)
        if not self.map.rows:
            return
        heading = self.map.headings[self.map.heading_at(self.cursor)]
        (first, last), (begin, end) = when.days, When(heading.period).days
        if end < first or begin > last:
            there = When(self.row.date).show() if self.row is not None else heading.label
            tell(self, f"Nothing {'on' if when.precision is Precision.DAY else 'in'} {when.show()}; the nearest is {there}.")

    # doing

    def action_mark(self) -> None:
        """Mark or unmark, and go on to the next, so that several are marked by holding the key."""
        if self.row is not None:
            self.post_message(MarkToggled(self.row.uid))
            self.action_cursor(1)

    def action_mark_all(self) -> None:
        """Mark or unmark all of the list."""
        self.post_message(MarkAllWanted())

    def action_open(self) -> None:
        """Read the article."""
        if self.row is not None:
            self.post_message(ArticleWanted())

    def on_click(self, event: events.Click) -> None:
        """A click takes the cursor there; on the left edge, or with ctrl, it marks; a double click opens the article."""
        offset = event.get_content_offset(self)
        line = self.scroll_offset.y + offset.y if offset else -1
        if offset is None or not 0 <= line < self.map.lines:
            return
        heading, row = self.map.at(line)
        if row is None or self._sticky(offset.y, line):
            self._go(self.map.firsts[heading])
            return
        self._go(row)
        if (offset.x < 2 or event.ctrl) and self.row is not None:
            self.post_message(MarkToggled(self.row.uid))
        elif event.chain == 2:
            self.action_open()

    # drawing

    def _want(self) -> None:
        """Ask for the pages in view that are missing, and for their neighbours."""
        if not self.map.rows:
            return
        height = max(1, self.scrollable_content_region.height)
        first = self.map.at(min(self.scroll_offset.y, self.map.lines - 1))
        last = self.map.at(min(self.scroll_offset.y + height, self.map.lines) - 1)
        low, high = ((row if row is not None else self.map.firsts[heading]) // PAGE for heading, row in (first, last))
        seen = [*range(low, high + 1), self.cursor // PAGE, high + 1, low - 1]
        count = (self.map.rows - 1) // PAGE + 1
        pages = dict.fromkeys(page for page in seen if 0 <= page < count and page not in self._pages and page not in self._asked)
        if pages:
            self._asked.update(pages)
            self.post_message(RowsWanted(self.generation, tuple(pages)))

    def forget_asked(self, pages: tuple[int, ...]) -> None:
        """Pages that could not be fetched may be asked for again."""
        self._asked.difference_update(pages)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw, and fetch what came into view."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        """Another width, other lines."""
        self._strips.clear()
        self.hold(self.map.lines)
        if self.map.rows:
            self._keep_in_view()
        self._want()

    def _sticky(self, y: int, line: int) -> bool:
        """Whether the heading lies over this line; not over the last row under it, for the next heading follows at once."""
        return y == 0 and None not in (self.map.at(line)[1], self.map.at(line + 1)[1])

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        line = self.scroll_offset.y + y
        if not self.map.lines:
            return self._words_strip(y, width)
        if line >= self.map.lines:
            return Strip.blank(width, self.base)
        heading, number = self.map.at(line)
        if number is None or self._sticky(y, line):
            key: object = (heading, width, number is not None)
            return self.kept(key, lambda: self._heading_strip(heading, width, sticky=number is not None))
        row = self._row(number)
        if row is None:
            return strip_of(waiting_parts(width, self._palette), width, self.base)
        pointer, marked = number == self.cursor, row.uid in self.marks
        key = (row.uid, width, pointer, pointer and self.has_focus, marked)
        return self.kept(key, lambda: self._row_strip(row, width, pointer=pointer, marked=marked))

    def _words_strip(self, y: int, width: int) -> Strip:
        """A line of what is said in place of milestones, a little above the middle."""
        size, palette = Size(width, self.scrollable_content_region.height), self._palette
        return strip_of(words_parts(self.words, y, size, palette.date, palette.heading), width, self.base)

    def _heading_strip(self, heading: int, width: int, *, sticky: bool) -> Strip:
        palette = self._palette
        over = self._over(self.ink("timeline--sticky") if sticky else None)
        return strip_of(heading_parts(self.map.headings[heading], width, palette), width, self.base, over)

    def _row_strip(self, row: Row, width: int, *, pointer: bool, marked: bool) -> Strip:
        palette = self._palette
        over = None
        if pointer:
            over = self.ink("timeline--cursor")
            if self.app.no_color:
                over = Style(reverse=self.has_focus, bold=True)
        parts = row_parts(row, width, palette, self.finder, pointer=pointer, marked=marked)
        return strip_of(parts, width, self.base, self._over(over))

    def _over(self, style: Style | None) -> Style | None:
        """What is laid over a line: that it is of before more than anything else."""
        return self.ink("timeline--stale") if self.waited else style

    @property
    def _palette(self) -> Palette:
        return painted(Palette, self.ink, "timeline")
