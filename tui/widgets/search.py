"""The search line: the whole query language, understood while it is typed; what is wrong with it is said in place."""

from __future__ import annotations

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from db.selection import Selection, parse
from db.terms import QueryError, tidy
from tui.commands import Where, bindings
from tui.messages import SearchLeft, SelectionTyped
from tui.render import clean
from tui.widgets.histogram import Histogram
from tui.widgets.strips import WIDE
from tui.widgets.typing import SafeInput

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


class QueryInput(SafeInput):
    """The input of a query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SEARCH)

    def replace(self, text: str, start: int, end: int) -> None:
        """Everything that is typed or pasted comes through here."""
        super().replace(tidy(text), start, end)

    def insert(self, text: str, index: int) -> None:
        """As `replace`."""
        super().insert(tidy(text), index)

    def action_leave(self, keep: bool) -> None:
        """Back to the list, with or without what was typed."""
        self.post_message(SearchLeft(keep))


class SearchLine(Horizontal):
    """The input and, where there is room, the histogram."""

    class Entered(Message):
        """The input has got the focus."""

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
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """A slash, the input, the histogram."""
        yield Static("/", markup=False, id="slash")
        yield self.input
        yield self.histogram

    def fit(self, columns: int) -> None:
        """Leave the histogram out where there is no room for it, the less so while one types; and give an example that fits."""
        self.histogram.display = columns >= (WIDE if self.input.has_focus else _HISTOGRAM_FROM)
        room = columns - 4 - (_HISTOGRAM_WIDTH if self.histogram.display else 0)
        self.input.placeholder = next((text for text in _PLACEHOLDERS if len(text) <= room), "")

    def show_selection(self, selection: Selection, *, force: bool = False) -> None:
        """The query of a selection that was made elsewhere; what is being typed stays as typed, unless `force`."""
        if self.input.has_focus and not force:
            return
        self._say(None)
        with self.input.prevent(Input.Changed):
            self.input.value = clean(selection.text())
            self.input.cursor_position = len(self.input.value)

    def settle(self) -> Selection | None:
        """What is typed, understood at once; None where it is not understood."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        try:
            return parse(self.input.value)
        except QueryError:
            return None

    def on_descendant_focus(self) -> None:
        """From here on, giving up goes back to what is shown now."""
        self.post_message(self.Entered())

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DEBOUNCE, self._rested)

    def _rested(self) -> None:
        self._timer = None
        self._read()

    def _read(self) -> None:
        try:
            selection = parse(self.input.value)
        except QueryError as error:
            self._say(error)
        else:
            self._say(None)
            self.post_message(SelectionTyped(selection))

    def _say(self, error: QueryError | None) -> None:
        self._wrong.span = (error.start, error.end) if error else None
        self.input.refresh()
        self.post_message(self.Wrong(error.message if error else ""))
