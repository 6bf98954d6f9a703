"""The form in which a milestone is corrected, or a new one entered: every field, read while it is typed, written as one step."""

from __future__ import annotations

import asyncio
import os
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from db.changes import StaleError
from db.editing import FIELDS, Edit, EditError, form_text
from db.models import Milestone
from db.queries.values import news
from tui.background import deeds
from tui.background.deeds import Done
from tui.background.lookup import FormFacts, form_facts
from tui.commands import Where, bindings, key
from tui.config.places import is_there
from tui.render import clean
from tui.screens.dialog import Ask, Dialog
from tui.screens.workers import latest, leading
from tui.signs import NEW
from tui.theme import STYLES
from tui.widgets.facts import differing_in, read_words, wrap
from tui.widgets.formfield import Field, Look
from tui.widgets.strips import fit

_NEWS_AFTER = 0.15
"""Seconds of rest before the store is asked whether a name is new to it."""
_HIGH = 36
"""Rows of a terminal that has room for a whole quote beside all fields."""
_QUOTE, _QUOTE_HIGH = 3, 9
"""Lines of a quote, on other terminals and on those."""
_DEFAULTS = {"level": "main", "planned": "no", "status": "new"}
_OPEN = frozenset({"donors", "place", "series"})
"""Fields that take names which nobody knows yet."""


class _Fields(VerticalScroll, inherit_bindings=False):
    """It scrolls by itself: the arrows go from field to field."""


class _Quote(Static):
    """The sentences that a milestone was read from, whole where the terminal is high enough; else it is seen that they go on."""

    def __init__(self, quote: str) -> None:
        super().__init__(quote, id="form-quote", markup=False)
        self._quote = quote

    def on_resize(self) -> None:
        """As many lines as there is room for."""
        width, most = self.content_size.width, _QUOTE_HIGH if self.app.size.height >= _HIGH else _QUOTE
        lines = [line.plain.rstrip() for line in wrap(Text(self._quote), width)]
        if len(lines) > most:
            lines[most - 1 :] = [fit(" ".join(lines[most - 1 :]), width)]
        self.update("\n".join(lines))


class FormScreen(Dialog[Done], inherit_bindings=False):
    """It does the writing itself, so that what was typed is still there where it is refused; it gives back what was done."""

    CSS_PATH = STYLES / "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FORM)
    AUTO_FOCUS = ""

    def __init__(self, path: Path, today: date, facts: FormFacts, ask: Ask, first: str = "") -> None:
        super().__init__(Where.FORM)
        self.store = path
        self._facts = facts
        self._ask = ask
        self._first = first or "title"
        self._warned = False
        self._wrong = ""
        self._busy = False
        self.today = today
        differing = facts.standing.differing if facts.standing else ()
        read = {name: "; ".join(map(read_words, differing_in(name, differing))) for name in FIELDS}
        look = Look(self._milestone, today)
        self.fields = {name: Field(name, self._shown(name), look, facts.values.get(name, ()), read=read[name]) for name in FIELDS}

    @property
    def _milestone(self) -> Milestone | None:
        return self._facts.standing.milestone if self._facts.standing else None

    def _shown(self, name: str) -> str:
        return form_text(self._milestone, name) if self._milestone else _DEFAULTS.get(name, "")

    def compose(self) -> ComposeResult:
        """The quote, the fields, what is wrong, the keys."""
        with Vertical(id="form") as box:
            box.border_title = "Correct a milestone" if self._milestone else "New milestone, entered by hand"
            evidence = self._milestone.evidence if self._milestone else None
            if evidence is not None:
                with Vertical(id="form-head"):
                    yield _Quote(f"“{clean(evidence.quote)}”")
                    yield Static(clean(self._facts.source), id="form-source", markup=False)
            with _Fields(id="form-fields", can_focus=False):
                yield from self.fields.values()
            with Vertical(id="form-foot"):
                yield self.said
                yield self.keys

    def on_mount(self) -> None:
        """To the first field, its cursor at its end: at once, because what is typed next is meant for it."""
        self._count()
        self.set_focus(self.fields[self._first].control)

    # moving

    def action_move(self, step: int) -> None:
        """To another field, round in a circle."""
        names = list(self.fields)
        here = next((nr for nr, name in enumerate(names) if self.fields[name].control is self.focused), 0)
        self.fields[names[(here + step) % len(names)]].control.focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_move(1)

    def action_complete(self) -> None:
        """For the footer: what the key does where it is pressed."""
        if isinstance(self.focused, Input):
            self.focused.action_cursor_right()

    def on_descendant_focus(self) -> None:
        """The field with the focus is seen whole, and explained in the line below the fields."""
        focused: Widget | None = self.focused
        if focused is not None:
            for field in self.fields.values():
                if field.control is focused:
                    self.call_after_refresh(field.scroll_visible, animate=False)
        self._advise()

    # reading what is typed

    @on(Field.Changed)
    def _changed(self, message: Field.Changed) -> None:
        self._warned = False
        self._complain("")
        self._count()
        field = message.field
        if field.field in _OPEN and field.is_changed:
            latest(self, partial(self._look_up, field), f"news-{field.field}")

    async def _look_up(self, field: Field) -> None:
        await asyncio.sleep(_NEWS_AFTER)
        try:
            edits = field.edits()
        except EditError:
            return
        found = await self._ask(partial(news, edits=edits)) if edits and is_there(self.store) else ()
        field.news = tuple(f"{NEW} {line}" for line in found or ())
        field.tell()

    def _count(self) -> None:
        count = sum(field.is_changed for field in self.fields.values())
        box = self.query_one("#form")
        box.border_subtitle = f"{count} change{'s' * (count != 1)}" if count and self._milestone else ""

    def _complain(self, words: str) -> None:
        """Say what is wrong with the form; until something else is typed it stands where the field with the focus is explained."""
        self._wrong = words
        self._advise()

    def _advise(self) -> None:
        advice = next((field.advice for field in self.fields.values() if field.control is self.focused), "")
        self.say(self._wrong or advice, wrong=bool(self._wrong))

    # leaving

    def action_leave(self) -> None:
        """Without saving; what was typed is not dropped without a word."""
        count = sum(field.is_changed for field in self.fields.values())
        if not count or self._warned:
            self.dismiss(None)
            return
        self._warned = True
        self._complain(
            f"✗ {count} field{'s' * (count != 1)} changed: {key('form-save')} saves, {key('form-leave')} again drops what was typed"
        )

    def action_save(self) -> None:
        """Write the changed fields, unless one of them is wrong."""
        if self._busy:
            return
        edits: list[Edit] = []
        wrong: Field | None = None
        for field in self.fields.values():
            field.demanded = True
            try:
                edits += field.edits()
            except EditError:
                wrong = wrong or field
            field.tell()
        if wrong is not None:
            wrong.control.focus()
            self._complain(f"✗ {clean(str(wrong.hint.content).splitlines()[0].removeprefix('✗ '))}")
        elif not edits:
            self.dismiss(None)
        else:
            self._busy = True
            leading(self, partial(self._write, edits), "deeds")

    async def _write(self, edits: list[Edit]) -> None:
        standing = self._facts.standing
        deed = (
            partial(deeds.correct, uid=standing.uid, edits=edits, seen=standing.milestone)
            if standing
            else partial(deeds.enter, edits=edits)
        )
        try:
            done = await self.carry_out(deed, create=standing is None)
        finally:
            self._busy = False
        if done is not None:
            self.dismiss(done if done.changed else None)

    async def refused(self, error: Exception, line: str) -> None:
        """Where somebody was quicker, what they wrote is shown, and saving again writes over it."""
        if isinstance(error, StaleError):
            await self._look_again()
            line += f"; {key('form-save')} writes yours"
        self._complain(f"✗ {line}")

    async def _look_again(self) -> None:
        """Show what stands in the store now; what was typed stays."""
        standing = self._facts.standing
        facts = await self._ask(partial(form_facts, uid=standing.uid if standing else None))
        if facts is not None and facts.standing is not None:
            self._facts = facts
            for name, field in self.fields.items():
                field.rest(self._shown(name), Look(self._milestone, self.today))

    def action_editor(self) -> None:
        """Write the note in the editor that the environment names."""
        from click import ClickException
        from click.termui import edit as in_editor

        if not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
            self._complain("✗ no editor is named: set EDITOR, or write the note here")
            return
        note = self.fields["note"]
        try:
            with self.app.suspend():
                text = in_editor(note.text, extension=".txt", require_save=True)
        except (SuspendNotSupported, ClickException, OSError) as error:
            line = error.format_message() if isinstance(error, ClickException) else str(error)
            self._complain(f"✗ {line or 'no editor can be opened on this terminal'}")
            return
        self.refresh(layout=True)
        if text is not None:
            note.text = text.rstrip("\n")
        note.control.focus()
