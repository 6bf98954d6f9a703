"""The search line: the whole query language, understood while it is typed; what is wrong with it is said in place.

What could be typed next stands dimmed behind the cursor, values also in a small list; earlier searches come back with the arrows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.widgets.input import Selection as Marked

from db.querytext import Unfinished, unfinished
from db.selection import Selection, parse
from db.terms import QueryError, tidy
from tui.commands import Where, bindings
from tui.messages import SearchLeft, SelectionTyped, ValuesWanted
from tui.render import clean
from tui.textualprivate import once, suggest
from tui.widgets.histogram import Histogram
from tui.widgets.inputline import SafeInput
from tui.widgets.keptlines import KeptRow
from tui.widgets.searchoffers import Offers
from tui.widgets.strips import WIDE

if TYPE_CHECKING:
    from db.queries.facets import FacetValue
    from tui.widgets.completion import Offer
    from tui.widgets.searchhistory import Recall

DEBOUNCE = 0.12
"""Seconds of rest before a query is understood."""
_HISTOGRAM_WIDTH = 46
"""As the style sheet has it."""
_HISTOGRAM_FROM = 70
"""Columns of the terminal from which there is room for it."""
_PLACEHOLDERS = (
    "words, or country:uz donor:japan after:2016 -kind:training",
    "words, or country:uz after:2016",
    "words, or country:uz",
    "search",
)


class _Wrong(Highlighter):
    """Underlines the part of the query that is not understood."""

    span: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        """Style the wrong part in place."""
        if self.span is not None:
            text.stylize("underline bold red", *self.span)


def _apart(query: str) -> tuple[list[str], list[str]]:
    """The conditions of a query on fields, and its words; what is not understood are words."""
    try:
        terms = parse(query).terms
    except QueryError:
        return [], [query.strip()]
    return [term.text() for term in terms if term.field], [term.text() for term in terms if not term.field]


class QueryInput(SafeInput):
    """The input of a query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SEARCH)

    @dataclass
    class Stepped(Message):
        """Up or down: among what is offered, else among earlier searches, else to the list."""

        step: int

    offer: Offer | None = None
    """What `right` takes; it stands dimmed behind the cursor."""

    def propose(self, offer: Offer | None) -> None:
        """Show another offer, or none."""
        self.offer = offer
        suggest(self, self.value + offer.rest(self.value) if offer else "")

    def put(self, text: str) -> None:
        """Another query, harmless, with the cursor behind it."""
        self.offer = None
        self.value = clean(tidy(text))
        self.cursor_position = len(self.value)

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is offered; without that, go to the right."""
        if self.offer is not None and self.cursor_at_end and not select:
            self.put(self.offer.text)
        else:
            super().action_cursor_right(select)

    async def action_complete(self) -> None:
        """Take what is offered; without that, go to the next pane."""
        if self.offer is not None and self.offer.text != self.value:
            self.put(self.offer.text)
        else:
            await self.run_action("screen.next_pane")

    def action_step(self, step: int) -> None:
        """Up (-1) or down (1)."""
        self.post_message(self.Stepped(step))

    def replace(self, text: str, start: int, end: int) -> None:
        """Everything that is typed or pasted comes through here."""
        super().replace(tidy(text), start, end)

    def insert(self, text: str, index: int) -> None:
        """As `replace`."""
        super().insert(tidy(text), index)

    def action_leave(self, keep: bool) -> None:
        """Back to the list, with or without what was typed."""
        self.post_message(SearchLeft(keep))


class SearchLine(KeptRow):
    """The input and, where there is room, the histogram."""

    class Entered(Message):
        """The input has got the focus."""

    class Exited(Message):
        """The input has lost the focus."""

    class Wrong(Message):
        """The query is not understood; an empty text means that it is again."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._wrong = _Wrong()
        self.input = QueryInput(placeholder=_PLACEHOLDERS[0], highlighter=self._wrong, compact=True, select_on_focus=False)
        self.histogram = Histogram()
        self.offers = Offers()
        self.searches: tuple[str, ...] = ()
        """What was searched for before, the latest last."""
        self.today = date.today()
        """What `last year` counts from."""
        self._recall: Recall | None = None
        self._values: tuple[tuple[str, str], Sequence[FacetValue]] = ("", ""), ()
        """What a field's values are counted for (the query before it, and the field), and those values."""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """A slash, the input, the histogram; what is offered floats below."""
        yield Static("/", markup=False, id="slash")
        yield self.input
        yield self.histogram
        yield self.offers

    def fit(self, columns: int) -> None:
        """Leave the histogram out where there is no room for it, the less so while one types; and give an example that fits."""
        choosing = self.histogram.has_focus
        self.input.display = not choosing
        self.histogram.set_class(choosing, "-alone")
        self.histogram.display = choosing or columns >= (WIDE if self.input.has_focus else _HISTOGRAM_FROM)
        room = columns - 4 - (_HISTOGRAM_WIDTH if self.histogram.display else 0)
        self.input.placeholder = next((text for text in _PLACEHOLDERS if len(text) <= room), "")

    def show_selection(self, selection: Selection, *, force: bool = False) -> None:
        """The query of a selection that was made elsewhere; what is being typed stays as typed, unless `force`."""
        if self.input.has_focus and not force:
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._say(None)
        # what is typed after it is another condition
        self._put_quietly(f"{selection.text()} ".lstrip() if self.input.has_focus else selection.text())

    def begin(self) -> None:
        """Type: what comes now replaces the words that stand there, or, once an arrow or End has let them stand, joins them.

        What is filtered stays.
        """
        if not self.input.has_focus and self.input.value.strip():
            filters, words = _apart(self.input.value)
            self._put_quietly(" ".join((*filters, *words, "")))
            if words:
                self.input.selection = Marked(len(" ".join((*filters, ""))), len(self.input.value))
        self.input.focus()

    def on_click(self, event: events.Click) -> None:
        """All of the line but the bars and their years is for typing."""
        bars = self.histogram.region
        if not bars.contains(event.screen_x, event.screen_y) or self.histogram.is_blank(event.screen_x - bars.x):
            self.begin()

    def settle(self) -> Selection | None:
        """What is typed, understood at once; None where it is not understood."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        try:
            if self.input.offer is not None and (self.offers.here or self._begun() is not None):
                # somebody went to this one, or what is typed is no value yet: it stands behind the cursor
                self.input.put(self.input.offer.text)
            return parse(self.input.value, self.today)
        except QueryError as error:
            self._say(error)
            return None

    def on_descendant_focus(self) -> None:
        """From here on, giving up goes back to what is shown now."""
        if not self.input.has_focus:
            return
        self._recall, self._values = None, (("", ""), ())
        self.post_message(self.Entered())
        self._complete()

    def on_descendant_blur(self) -> None:
        """Nothing is typed, so nothing is offered; while another window has the keys, somebody is still at it."""
        if not self.app.app_focus:
            return
        if self._timer is not None:
            self._timer.stop()
            self._rested()
        self._put_quietly(self.input.value.rstrip())
        self._offer(())
        self.post_message(self.Exited())

    def _put_quietly(self, text: str) -> None:
        if text != self.input.value:
            with self.input.prevent(Input.Changed):
                self.input.put(text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._recall is not None and self._recall.text != event.value:
            self._recall = None
        self._complete()
        if self._timer is not None:
            self._timer.stop()
        self._timer = once(self, DEBOUNCE, self._rested)

    # completion and earlier searches

    def _unfinished(self) -> Unfinished | None:
        """What is being typed and could be completed."""
        typing = self.input.has_focus and self.input.cursor_at_end and self._recall is None
        return unfinished(self.input.value) if typing else None

    def _complete(self) -> None:
        from tui.widgets.completion import field_offers, value_offers, word_offers

        last = self._unfinished()
        if last is None or not last.field:
            found = (field_offers(self.input.value, last) or word_offers(self.input.value, last)) if last else ()
            self.input.propose(next(iter(found), None))
            self.offers.offers = ()
            return
        counted_for = last.before, last.field
        if self._values[0] != counted_for:
            self._values = counted_for, ()
            self.post_message(ValuesWanted(*counted_for))
        self._offer(value_offers(self.input.value, last, self._values[1], self.today))

    def take_values(self, before: str, field: str, values: Sequence[FacetValue]) -> None:
        """The values of a field that were asked for."""
        if self._values[0] == (before, field):
            self._values = self._values[0], values
            self._complete()
            if self._timer is None:
                # it was read before they came, perhaps as wrong
                self._read()

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        self.offers.here, self.offers.offers = 0, offers
        if offers:
            # below the value, as far as there is room; the line of chips, where errors are told, stays free
            begins = self.input.region.x - self.input.scroll_offset.x + cell_len(self.input.value[: offers[0].start]) - 2
            self.offers.styles.offset = max(0, min(begins, self.size.width - self.offers.columns)), 2
        self.input.propose(offers[0] if offers else None)

    @on(QueryInput.Stepped)
    def _stepped(self, message: QueryInput.Stepped) -> None:
        message.stop()
        here, offers = self.offers.here + message.step, self.offers.offers
        if 0 <= here < len(offers):
            self.offers.here = here
            self.input.propose(offers[here])
            return
        if offers and message.step > 0:
            return
        from tui.widgets.searchhistory import recall

        known = self._recall or recall(self.searches, self.input.value)
        there = known.step(-message.step)
        if there.back != known.back:
            self._recall = there
            self.input.put(there.text)
        elif message.step > 0:
            self.post_message(SearchLeft(True))

    @on(Offers.Taken)
    def _taken(self, message: Offers.Taken) -> None:
        message.stop()
        self.input.put(self.offers.offers[message.number].text)
        self.input.focus()

    def _rested(self) -> None:
        self._timer = None
        self._read()

    def _read(self) -> None:
        try:
            selection = self._begun() or parse(self.input.value, self.today)
        except QueryError as error:
            self._say(error)
        else:
            self._say(None)
            self.post_message(SelectionTyped(selection))

    def _begun(self) -> Selection | None:
        """While a value only needs its end: what stands before its term, for it is neither wrong nor to be looked for yet."""
        query, last, offers = self.input.value, self._unfinished(), self.offers.offers
        if last is None or not offers or not offers[0].text.startswith(query):
            return None
        try:
            meant = parse(query, self.today).terms[-1].values[-1]
        except QueryError:
            meant = ""
        return None if any(value.value == meant for value in self._values[1]) else parse(last.before, self.today)

    def _say(self, error: QueryError | None) -> None:
        self._wrong.span = (error.start, error.end) if error else None
        self.input.refresh()
        self.post_message(self.Wrong(error.message if error else ""))
