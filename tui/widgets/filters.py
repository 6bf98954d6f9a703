"""The filter pane: facets with counts, drawn line by line. It says what was picked; the main screen selects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from db.selection import Selection
from tui.commands import Where, bindings, key
from tui.messages import FacetsWanted, FacetToggled, SparksWanted
from tui.render import clean
from tui.widgets.bins import most_of_time
from tui.widgets.facetlines import SHUT, TITLES, FacetLine, Shape, facet_lines, likeliest
from tui.widgets.facetrows import CROSS, Palette, facet_parts, spark, spark_cells
from tui.widgets.framedpane import FramedPane
from tui.widgets.strips import components, fit, painted, strip_of

if TYPE_CHECKING:
    from db.queries.facets import FacetValue

_AGAIN = 0.7
"""Seconds within which a letter that follows `j`, `k` or the like makes a word of both."""
_MOVES = frozenset("jkgGz")
"""Letters that are keys of their own, unless another letter follows at once."""
_RIGHT = 3
"""The mouse's right button."""


class Filters(FramedPane, can_focus=True, inherit_bindings=False):
    """Countries, donors, kinds, years and more, with the number of milestones that each would leave."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FILTERS, Where.LISTS)
    ALLOW_SELECT = FOCUS_ON_CLICK = False  # after a click on a value letters are still commands: here they would narrow
    COMPONENT_CLASSES: ClassVar[set[str]] = components("filters", Palette, "cursor")

    counting: reactive[bool] = reactive(True)
    """Whether nothing has been counted yet, but will be."""
    late: reactive[bool] = reactive(False)
    """Whether fresh counts take more than a moment: until they are there, those of an older selection are dimmed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.narrow = ""
        """What was typed to narrow the lists."""
        self._picked = False
        """Whether a value was taken from the narrowed lists since a letter was typed."""
        self.lines: tuple[FacetLine, ...] = ()
        self.cursor = 0
        """The number of the line under the cursor."""
        self.times: Mapping[int, int] = {}
        """When all of the selection was, by month (year*12 + month - 1)."""
        self._time: tuple[int, int] | None = None
        """The time that the sparks show."""
        self._sparks: dict[tuple[str, str], Mapping[int, int]] = {}
        """When the values of facets were."""
        self._sparks_asked: set[tuple[str, str]] = set()
        self._hovered = -1
        """The line under the mouse."""
        self._facets: dict[str, Sequence[FacetValue]] = {}
        self._fresh: set[str] = set()
        """The facets whose counts are of this selection, not of an older one."""
        self._asked: set[str] = set()
        self._selection = Selection(())
        self._unfolded: frozenset[str] = frozenset()
        """The facets that show all their values."""
        self._shut = SHUT
        """The facets that show none."""
        self._wishes: dict[str, bool] = {}
        """Words whose value is to be taken as soon as it is known, True for those whose value is to be excluded."""
        self._letter = ("", 0.0, 0)
        """The letter typed last, when, and where the cursor was before it."""

    # what it is given

    @property
    def wanted(self) -> tuple[str, ...]:
        """The facets whose counts are shown: none where the pane is hidden, all while their values are narrowed by typing."""
        if not self.display:
            return ()
        return tuple(field for field in TITLES if self.narrow or field not in self._shut)

    @property
    def stale(self) -> bool:
        """Whether some of the counts shown belong to an older selection, or are not there yet."""
        return not self._fresh.issuperset(self.wanted)

    def show_selection(self, selection: Selection) -> None:
        """The boxes change at once, the counts later."""
        self._selection = selection
        self._fresh.clear()
        self._asked = set(TITLES)
        self._sparks_asked.clear()
        self._rebuild()

    def ask(self) -> tuple[str, ...]:
        """The facets that are wanted, which from now on count as asked for."""
        self._asked = set(self.wanted)
        return self.wanted

    def show_facets(self, facets: Mapping[str, Sequence[FacetValue]]) -> None:
        """Fresh counts of some facets."""
        self.counting = self.counting and not facets
        self._facets |= facets
        self._fresh |= facets.keys()
        if self._wishes and not self.stale:
            self._grant()
        self._rebuild()
        self._want()

    def _grant(self) -> None:
        """Take what was typed before it was known."""
        wishes, self._wishes = self._wishes, {}
        for words, exclude in wishes.items():
            lines = facet_lines(self._facets, self._selection, self._unfolded, words)
            if lines[line := likeliest(lines, words)].shape is Shape.VALUE:
                self.post_message(FacetToggled(lines[line].field, lines[line].value, exclude))
            else:
                self.narrow, self._picked = words, True

    def show_times(self, times: Mapping[int, int]) -> None:
        """When all of the selection was."""
        self.times, self._time = times, most_of_time(times)

    def show_sparks(self, field: str, months: Mapping[str, Mapping[int, int]]) -> None:
        """When some values of a facet were."""
        self._sparks |= {(field, value): told for value, told in months.items()}
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        shown = self.lines[top : top + self.scrollable_content_region.height]
        told = [Region(0, y, width, 1) for y, line in enumerate(shown) if line.field == field and line.value in months]
        if told:
            self.refresh(*told)

    def _want(self) -> None:
        """Ask for what is shown and not known yet: counts of facets, and when the values in view were."""
        missing = tuple(field for field in self.wanted if field not in self._fresh | self._asked)
        if missing:
            self._asked.update(missing)
            self.post_message(FacetsWanted(missing))
        if not spark_cells(self.scrollable_content_region.width):
            return
        wanted: dict[str, list[str]] = {}
        top = self.scroll_offset.y
        for line in self.lines[top : top + self.scrollable_content_region.height]:
            key = line.field, line.value
            if line.shape is Shape.VALUE and line.field != "year" and line.field in self._fresh and key not in self._sparks_asked:
                self._sparks_asked.add(key)
                wanted.setdefault(line.field, []).append(line.value)
        if wanted:
            self.post_message(SparksWanted(wanted))

    def on_show(self) -> None:
        """Counted only from now on."""
        self._want()

    def _rebuild(self) -> None:
        line = self.lines[self.cursor] if self.cursor < len(self.lines) else None
        kept = line.key if line is not None and line.stops else None
        self.lines = facet_lines(self._facets, self._selection, self._unfolded, self.narrow, self._shut) if self._facets else ()
        keys = [line.key for line in self.lines]
        if kept in keys:
            self.cursor = keys.index(kept)
        else:
            # a heading is no place to begin
            self.cursor = self._stop_near(min(max(self.cursor, 1), len(self.lines) - 1), 1)
        self.hold(len(self.lines))
        words = ", ".join(f"not {word}" if exclude else word for word, exclude in self._wishes.items())
        wishes = f"will take {clean(words)}" if words else ""
        self.border_subtitle = wishes or (f"{clean(self.narrow)}▏{key('back')} clears" if self.narrow else "")
        self._keep_in_view()
        self.refresh()

    # moving

    def _stop_near(self, line: int, step: int) -> int:
        """The nearest line in a direction where the cursor may stand; else the nearest the other way."""
        for direction in (step, -step):
            number = line
            while 0 <= number < len(self.lines):
                if self.lines[number].stops:
                    return number
                number += direction
        return 0

    def _go(self, line: int, step: int) -> None:
        self.cursor = self._stop_near(min(max(line, 0), len(self.lines) - 1), step)
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        height = self.scrollable_content_region.height
        above = self.cursor - 1 if self.cursor and self.lines[self.cursor - 1].shape is Shape.HEADING else self.cursor
        if above < self.scroll_offset.y:
            self.scroll_to(y=above, animate=False, force=True)
        elif height and self.cursor >= self.scroll_offset.y + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def action_cursor(self, step: int) -> None:
        """Lines down (up, if negative)."""
        self._go(self.cursor + step, 1 if step > 0 else -1)

    def action_page(self, pages: float) -> None:
        """Move by so many heights of the pane."""
        self.action_cursor(round(pages * max(2, self.scrollable_content_region.height - 1)))

    def action_end(self, direction: int) -> None:
        """To the first (-1) or the last (1) line."""
        self._go(0 if direction < 0 else len(self.lines) - 1, -direction)

    def action_heading(self, step: int) -> None:
        """To the first value of the facet above or below, or to its heading where it is closed."""
        heads = [number for number, line in enumerate(self.lines) if line.shape is Shape.HEADING]
        if not heads:
            return
        own = max((index for index, number in enumerate(heads) if number <= self.cursor), default=0)
        head = heads[min(max(own + step, 0), len(heads) - 1)]
        self._go(head if self.lines[head].closed else head + 1, 1)

    # doing

    def _pick(self, *, exclude: bool) -> None:
        line = self.lines[self.cursor] if self.cursor < len(self.lines) else None
        if self.narrow and self.stale and (line is None or line.shape is Shape.NOTE):
            self._wishes[self.narrow], self._picked = exclude, True
            self._rebuild()
        elif line is None:
            return
        elif line.shape is Shape.MORE:
            self._unfolded = self._unfolded ^ {line.field}
            self._rebuild()
        elif line.shape is Shape.HEADING:
            self._shut = self._shut ^ {line.field}
            self._rebuild()
            self._want()
        elif line.shape is Shape.VALUE:
            self._picked = bool(self.narrow)
            self.post_message(FacetToggled(line.field, line.value, exclude))

    def action_take(self) -> None:
        """Take the value under the cursor, or let it go; open or close a facet; unfold where it says that there are more."""
        self._pick(exclude=False)

    def action_exclude(self) -> None:
        """Exclude the value under the cursor, or let it go."""
        self._pick(exclude=True)

    def clear_narrow(self) -> bool:
        """Forget what was typed; whether anything was."""
        typed, self.narrow, self._picked, self._wishes = bool(self.narrow or self._wishes), "", False, {}
        if typed:
            self._rebuild()
        return typed

    def on_click(self, event: events.Click) -> None:
        """A click takes a value, opens, closes or unfolds a facet; with ctrl, the right button or on the cross it excludes."""
        offset = event.get_content_offset(self)
        number = self.scroll_offset.y + offset.y if offset else -1
        line = self.lines[number] if 0 <= number < len(self.lines) else None
        if line is None or not line.stops:
            self.focus()
        elif offset is not None:
            self.cursor = number
            self.refresh()
            crossed = number == self._hovered and offset.x >= self.scrollable_content_region.width - len(CROSS)
            self._pick(exclude=event.ctrl or event.button == _RIGHT or crossed)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The line under the mouse has a cross, to exclude it by."""
        offset = event.get_content_offset(self)
        self._hover(self.scroll_offset.y + offset.y if offset else -1)

    def on_leave(self) -> None:
        """No line is under the mouse."""
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters narrow the lists here; those that may be moves are keys as well."""
        return self._narrows(character) and (self._typing or character not in _MOVES)

    @property
    def _typing(self) -> bool:
        """Whether a letter goes on with what was typed; once that has found a value that was taken, it begins anew."""
        return bool(self.narrow) and not self._picked

    def _narrows(self, character: str | None) -> bool:
        if character is None or not character.isprintable():
            return False
        if self._typing:
            return character.isalnum() or character in " -'."
        return character.isalnum()

    async def on_key(self, event: events.Key) -> None:
        """Typing narrows; `j`, `k` and the like move, unless a letter follows so quickly that a word is being typed."""
        char = event.character
        if self._picked and event.key != "space" and char is not None and char.isalnum():
            self.narrow, self._picked = "", False
            self._rebuild()
        if self.narrow and event.key == "backspace":
            self.narrow, self._picked = self.narrow[:-1], False
        elif self._typing and event.key == "space" and not self.narrow.endswith(" ") and self._fits_word(" "):
            self.narrow += " "
        elif event.key == "space" or char is None or not self._narrows(char):
            return
        elif not self.narrow and char in _MOVES and not self._completes_word(char):
            self._letter = (char, monotonic(), self.cursor)
            return
        else:
            before = self._letter[0] if not self.narrow and self._completes_word(char) else ""
            if before:
                self.cursor = self._letter[2]
            self.narrow += before + char
        event.stop()
        event.prevent_default()
        self._letter = ("", 0.0, 0)
        self._rebuild()
        self._go(likeliest(self.lines, self.narrow), 1)
        self._want()

    def _completes_word(self, char: str) -> bool:
        """Whether a letter typed a moment ago was no move but the beginning of a word."""
        letter, at, _ = self._letter
        return bool(letter) and letter != "z" and char not in _MOVES and monotonic() - at < _AGAIN

    def _fits_word(self, char: str) -> bool:
        """Whether some value goes on with this character; a blank otherwise takes the value under the cursor."""
        wanted = (self.narrow + char).casefold()
        return any(wanted in value.label.casefold() for values in self._facets.values() for value in values)

    # drawing

    def on_resize(self) -> None:
        """Another width."""
        self.hold(len(self.lines))
        if self.lines:
            self._keep_in_view()
        self._want()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What came into view is asked for."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.scrollable_content_region.width
        number = self.scroll_offset.y + y
        if number >= len(self.lines):
            words = " counting …" if self.counting and not y else ""
            return strip_of([(fit(words, width), self.ink("filters--dim"))], width, self.base)
        line = self.lines[number]
        over = None
        if number == self.cursor and line.stops and self.has_focus:
            over = Style(reverse=True) if self.app.no_color else self.ink("filters--cursor")
        when, pointer = self._spark(line, width), number == self.cursor and self.has_focus
        stale, crossed = self.late and line.field not in self._fresh, number == self._hovered and line.shape is Shape.VALUE

        def made() -> Strip:
            parts = facet_parts(line, width, self._palette, when, pointer=pointer, stale=stale, crossed=crossed, typed=self.narrow)
            return strip_of(parts, width, self.base, over)

        return self.kept((line, width, when, pointer, stale, crossed, self.narrow), made)

    def _spark(self, line: FacetLine, width: int) -> str:
        cells = spark_cells(width)
        if not cells or line.shape is not Shape.VALUE:
            return ""
        if line.field == "year" and line.value.isdecimal():
            # of a year, when in it
            return spark(self.times, (int(line.value) * 12, int(line.value) * 12 + 11), cells)
        return spark(self._sparks.get((line.field, line.value)), self._time, cells)

    @property
    def _palette(self) -> Palette:
        return painted(Palette, self.ink, "filters")
