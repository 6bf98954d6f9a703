"""The help screen: what the place is for that one comes from, the topics, every key; typing finds words in all of them."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.commands import Where, bindings
from tui.screens.dialog import Dialog
from tui.screens.helptopics import Topic, drawn, hits, topics
from tui.theme import STYLES
from tui.widgets.inputline import SafeInput

_LIST_FROM = 72
"""Columns of the box from which the topics stand beside the page."""
_LIST = 30
_BESIDE = 1
"""Columns between the border and the topics."""
_MARGIN = 7
"""Columns of the box that are no text of a page that stands alone: border, padding, scrollbar."""


class HelpInput(SafeInput):
    """What is sought."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.HELP)


class TopicList(Static):
    """The topics, each with how often it holds what is sought; a click turns to one."""

    class Picked(Message):
        """This topic, by its number."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def on_click(self, event: events.Click) -> None:
        """The topic of that line."""
        self.post_message(self.Picked(event.y))


class HelpScreen(Dialog[None], inherit_bindings=False):
    """Help over any other screen."""

    CSS_PATH = STYLES / "dialogs.tcss"
    AUTO_FOCUS = "HelpInput"

    def __init__(self, where: Where) -> None:
        super().__init__(Where.HELP)
        self.topics = topics(where)
        self.at = 0
        """The topic that is shown."""
        self._hit = 0
        self._drawn: dict[tuple[int, int], Text] = {}
        """Pages by number and width."""
        self.line = HelpInput(compact=True, placeholder="type to find")
        self.list = TopicList(id="help-topics", markup=False)
        self.page = VerticalScroll(id="help-page", can_focus=False)
        self.text = Static("", id="help-text", markup=False)

    def compose(self) -> ComposeResult:
        """A line to type in, the topics, the page, the keys."""
        with Vertical(id="help"):
            yield self.line
            with Horizontal(id="help-body"):
                yield self.list
                with self.page:
                    yield self.text
            yield self.keys

    @property
    def doer(self) -> Widget:
        """The line that is typed in."""
        return self.line

    def on_mount(self) -> None:
        """The place that one comes from."""
        self.show()

    def on_resize(self) -> None:
        """Another width, other lines."""
        self.show()

    @property
    def width(self) -> int:
        """Cells of a line of the page."""
        box = self._box
        return max(20, box - _MARGIN - (_BESIDE + _LIST if box >= _LIST_FROM else 0))

    @property
    def _box(self) -> int:
        return min(self.app.size.width, 112)

    def _page(self, number: int) -> Text:
        known = number, self.width
        if known not in self._drawn:
            self._drawn[known] = drawn(self.topics[number], self.width)
        return self._drawn[known]

    def _hits(self, number: int) -> list[tuple[int, int]]:
        return list(hits(self._page(number).plain, self.line.value))

    def show(self, *, hit: int = 0) -> None:
        """The page, at this one of its hits, else from the top."""
        found = [len(self._hits(number)) for number in range(len(self.topics))] if self.line.value.strip() else []
        if found and not found[self.at] and any(found):
            self.at = next(number for number, count in enumerate(found) if count)
        page, here = self._page(self.at).copy(), self._hits(self.at) if found else []
        self._hit = hit % len(here) if here else 0
        for number, span in enumerate(here):
            page.stylize("reverse bold" if number == self._hit else "reverse", *span)
        self.text.update(page)
        line = page.plain.count("\n", 0, here[self._hit][0]) if here else 0
        self.call_after_refresh(self.page.scroll_to, y=max(0, line - 3), animate=False, force=True)
        self._tell(found)

    def _tell(self, found: list[int]) -> None:
        """The list beside the page, and the lines in its border."""
        box = self.query_one("#help")
        box.border_title = f"Help: {self.topics[self.at].title}"
        if self.line.value.strip():
            total, pages = sum(found), sum(map(bool, found))
            told = (
                f"{self._hit + 1} of {found[self.at]} here, {total} in {pages} topic{'s' * (pages != 1)}"
                if total
                else "found nowhere"
            )
            box.border_subtitle = told
        else:
            box.border_subtitle = f"topic {self.at + 1} of {len(self.topics)}"
        self.list.display = self._box >= _LIST_FROM
        lines = [self._entry(number, topic, found) for number, topic in enumerate(self.topics)]
        self.list.update(Text("\n").join(lines))

    def _entry(self, number: int, topic: Topic, found: list[int]) -> Text:
        count = str(found[number]) if found and found[number] else ""
        text = f" {topic.title:<{_LIST - 7}.{_LIST - 7}} {count:>3} "
        style = "reverse bold" if number == self.at else "dim" if found and not count else ""
        return Text(text, style=style, no_wrap=True)

    @on(Input.Changed)
    def _typed(self) -> None:
        # whoever presses ? again wants to be back
        if self.line.value == "?":
            self.dismiss(None)
        else:
            self.show()

    @on(TopicList.Picked)
    def _picked_topic(self, message: TopicList.Picked) -> None:
        if message.number < len(self.topics):
            self.at = message.number
            self.show()

    def action_turn(self, step: int) -> None:
        """The next topic; while something is sought, the next that holds it."""
        for _ in self.topics:
            self.at = (self.at + step) % len(self.topics)
            if not self.line.value.strip() or self._hits(self.at):
                break
        self.show()

    def action_next_hit(self) -> None:
        """The next place where it stands, in this topic, then in the next."""
        if self._hit + 1 < len(self._hits(self.at)):
            self.show(hit=self._hit + 1)
        elif self.line.value.strip():
            self.action_turn(1)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.page.scroll_relative(y=lines, animate=False, force=True)

    def action_leave(self) -> None:
        """Clear, then close."""
        if self.line.value:
            self.line.value = ""
        else:
            self.dismiss(None)
