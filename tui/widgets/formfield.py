"""One field of a form: its name, where its value is typed or chosen, and below it how that is read or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from db import names
from db.changes import ADD, REMOVE
from db.editing import SEVERAL, Edit, EditError, edit_field, understood
from db.models import Kind, Level, Milestone, Status
from tui.render import clean, clean_lines
from tui.signs import EDITED, OTHERWISE
from tui.widgets.choice import Choice
from tui.widgets.inputline import Completer, SafeInput
from tui.widgets.textarea import SafeArea

LABELS = {"date": "When", "planned": "Planned", "countries": "Countries"}
_CHOOSE = "← and → choose, so does typing how it begins, and a click"
_HELP = {
    "title": "what happened, in 10 to 90 characters",
    "date": "13 May 2016, 13-15 April 2016, mid May 2016, Q2 2016, autumn 2017, since 2014, about 2015",
    "place": "a town or a site; a new one is allowed",
    "countries": "names or codes, apart by ;  with a role: Kazakhstan (beneficiary)",
    "donors": "who paid, apart by ;  with the agency: Japan/JICA",
    "amounts": "currency and number, apart by ;  USD 1,380,000; EUR 5 million",
    "partners": "apart by ;",
    "series": "a name, and which of it this is: review meetings #10",
    "note": "whatever should be known of it",
    "kind": _CHOOSE,
    "level": _CHOOSE,
    "planned": _CHOOSE,
    "status": _CHOOSE,
}
_NEEDED = {"title": "a title is needed", "date": "a date is needed", "kind": "choose a kind"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a field is judged by."""

    milestone: Milestone | None
    """As it was shown; None for a new one."""
    today: date


def edits_of(look: Look, name: str, text: str) -> tuple[Edit, ...]:
    """What a typed value changes. Raises EditError, also where one is needed and none is there."""
    if not text.strip() and name in _NEEDED:
        raise EditError(_NEEDED[name])
    if not text.strip() and look.milestone is None:
        return ()
    return edit_field(look.milestone, name, text, look.today)


def reading_of(look: Look, name: str, text: str) -> str:
    """How a typed value is read, in a few words. Raises EditError."""
    edits = edits_of(look, name, text)
    if name in SEVERAL:
        told = [_told(edit, "+") for edit in edits if edit.op == ADD] + [_told(edit, "−") for edit in edits if edit.op == REMOVE]
        return "  ".join(told) or "as it is"
    if name == "date":
        return f"reads as {understood(name, text, look.today, look.milestone.when if look.milestone else None)}"
    if name == "title":
        return f"{len(' '.join(text.split()))} of 90 characters"
    if name == "series" and (said := understood(name, text, look.today)):
        called, _, number = said.rpartition(" #")
        return f"reads as “{called}”, no. {number}" if called else f"reads as “{said}”, without a number"
    return ""


def _told(edit: Edit, sign: str) -> str:
    name, _, key = edit.field.partition(":")
    what = names.country_name(key) if name == "country" else key
    return f"{sign} {what} ({edit.new})" if edit.new else f"{sign} {what}"


def _options(name: str) -> list[tuple[str, str]]:
    match name:
        case "kind":
            return [(kind.value, f"{names.kind_info(kind).glyph} {kind.value}") for kind in Kind]
        case "level":
            return [(Level.MAIN.value, "main"), (Level.MENTIONED.value, "told in passing")]
        case "planned":
            return [("no", "done"), ("yes", "planned")]
    return [(status.value, status.value) for status in Status]


class Field(Vertical):
    """A labelled value of a milestone. Texts that it is given may be as stored; what it shows is harmless."""

    @dataclass
    class Changed(Message):
        """Another value stands in it."""

        field: Field

    def __init__(self, name: str, text: str, look: Look, candidates: Sequence[str] = (), *, read: str = "") -> None:
        super().__init__(classes=f"field-{name}")
        self.field = name
        self.look = look
        self.stood = self._harmless(text)
        """What stood in it when it was shown."""
        self.news: tuple[str, ...] = ()
        """What is new in it to the store."""
        self.demanded = False
        """Whether it is wrong to leave it empty: a person has tried to save."""
        self._read = read
        self.control = self._control(candidates)
        self.head = Static(self._label, classes="label", markup=False)
        self.hint = Static("", classes="hint", markup=False)

    def _harmless(self, text: str) -> str:
        return clean_lines(text) if self.field == "note" else clean(text)

    def _control(self, candidates: Sequence[str]) -> Widget:
        if self.field in {"kind", "level", "planned", "status"}:
            return Choice(_options(self.field), self.stood)
        if self.field == "note":
            return SafeArea(self.stood, soft_wrap=True, compact=True, show_line_numbers=False, highlight_cursor_line=False)
        several = self.field in SEVERAL
        completer = Completer(candidates, several=several, roles=self.field == "countries") if candidates else None
        # a single value is typed anew; to several, another is added
        return SafeInput(self.stood, suggester=completer, compact=True, select_on_focus=not several)

    def compose(self) -> ComposeResult:
        """Name and value side by side, the rest below."""
        with Horizontal():
            yield self.head
            yield self.control
        yield self.hint

    def on_mount(self) -> None:
        """Say how it is read."""
        self.tell()

    @property
    def text(self) -> str:
        """What stands in it."""
        if isinstance(self.control, TextArea):
            return self.control.text
        assert isinstance(self.control, (Input, Choice))
        return self.control.value

    @text.setter
    def text(self, text: str) -> None:
        if isinstance(self.control, TextArea):
            self.control.text = self._harmless(text)
        elif isinstance(self.control, (Input, Choice)):
            self.control.value = self._harmless(text)

    @property
    def is_changed(self) -> bool:
        """Whether a person has changed it."""
        return self.text != self.stood

    def rest(self, text: str, look: Look) -> None:
        """What stands in the store now; what a person has typed stays."""
        typed = self.text if self.is_changed else None
        self.look, self.stood = look, self._harmless(text)
        with self.control.prevent(Input.Changed, TextArea.Changed, Choice.Changed):
            self.text = self.stood if typed is None else typed
        self.tell()

    def edits(self) -> tuple[Edit, ...]:
        """What it changes. Raises EditError."""
        return edits_of(self.look, self.field, self.text) if self.is_changed or self.look.milestone is None else ()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Words below the value."""
        self.hint.update(clean_lines(words))
        self.hint.display = bool(words)
        self.set_class(wrong, "-wrong")

    def tell(self) -> None:
        """How the value is read where it was changed, or what is wrong with it; no other words for having the focus.

        So no field below it moves when the focus comes or goes, be it under the mouse.
        """
        self.head.update(self._label)
        self.set_class(self.is_changed, "-changed")
        self.set_class(self.control.has_focus, "-here")
        parts: list[str] = []
        if self.is_changed or (self.demanded and self.field in _NEEDED):
            try:
                parts.append(reading_of(self.look, self.field, self.text))
            except EditError as error:
                self.say(f"✗ {error}", wrong=True)
                return
            if self.look.milestone is not None and self.field in {"date", "place"}:
                parts.append(self._was)
        if self._read:
            parts.append(f"{OTHERWISE} {self._read}")
        self.say("\n".join((" · ".join(filter(None, parts)), *self.news)).strip())

    @property
    def advice(self) -> str:
        """What the form says in its own line while the focus is here: how the value is read, and what may be typed."""
        parts = []
        if not self.is_changed and self.text and self.field in {"date", "title"}:
            # what another program wrote may be what nobody could type here
            with suppress(EditError):
                parts.append(reading_of(self.look, self.field, self.text))
        if self.field == "date" and self.look.milestone is not None and self.look.milestone.date_text:
            parts.append(f"printed: “{clean(self.look.milestone.date_text)}”")
        if self.is_changed and isinstance(self.control, Choice) and self.stood:
            parts.append(self._was)
        return " · ".join(filter(None, (*parts, _HELP[self.field])))

    @property
    def _was(self) -> str:
        return f"was {self.stood or 'empty'}"

    @property
    def _label(self) -> str:
        name = LABELS.get(self.field, self.field.capitalize())
        return f"{name} {EDITED}" if self.is_changed else name

    def on_descendant_focus(self) -> None:
        """It is the one that is spoken of."""
        self.set_class(True, "-here")

    def on_descendant_blur(self) -> None:
        """It is not any more; a long value shows how it begins again."""
        self.set_class(False, "-here")
        if isinstance(self.control, Input):
            self.control.scroll_to(x=0, animate=False)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.news = ()
        self.tell()
        self.post_message(self.Changed(self))
