"""Views by name: where one is saved, and where one is opened or removed."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, OptionList

from db.changes import ChangeError
from db.queries.listing import totals
from db.queries.views import SavedView, saved_views
from db.store.views import view_name
from db.terms import QueryError
from tui.background import deeds
from tui.commands import Where, bindings, key
from tui.notices import tell
from tui.render import clean
from tui.screens.dialog import Ask, Dialog
from tui.screens.workers import each, latest, leading
from tui.theme import STYLES
from tui.views.view import View, view_from
from tui.widgets.inputline import SafeInput
from tui.widgets.viewlist import ViewList, words_of


class NameInput(SafeInput):
    """The name to save under."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.SAVING)


class FindInput(SafeInput):
    """Words that a view is found by."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.OPENING)


class ViewsScreen(Dialog[SavedView], inherit_bindings=False):
    """A line to type in, the views that fit, what is said of the chosen one, the keys."""

    CSS_PATH = STYLES / "views.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "SafeInput"
    where: Where
    called: str

    def __init__(self, path: Path, ask: Ask, gone: list[SavedView], line: SafeInput) -> None:
        super().__init__(self.where)
        self.store = path
        self.ask = ask
        self.gone = gone
        """Views that were removed or saved over in this session, the latest last."""
        self.views: tuple[SavedView, ...] = ()
        self.known = asyncio.Event()
        """Whether it has been seen which views there are; `enter` may come before."""
        self.line = line
        self.list = ViewList(id="views-list")

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        with Vertical(id="views") as box:
            box.border_title = self.called
            yield self.line
            yield self.list
            yield self.said
            yield self.keys

    @property
    def doer(self) -> Widget:
        """The line that is typed in."""
        return self.line

    def on_mount(self) -> None:
        """Ask for the views."""
        latest(self, self.look, "views")

    async def look(self, first: str = "") -> None:
        """See which views there are now, the one of this name first."""
        self.views = await self.ask(saved_views) or ()
        self.show(first)
        self.known.set()

    def show(self, first: str = "") -> None:
        """List those that fit what is typed."""
        self.list.show(self.views, self.line.value, first)
        self.list.display = bool(self.list.found)

    def action_step(self, lines: int) -> None:
        """Another one."""
        self.list.step(lines)


class SaveViewScreen(ViewsScreen):
    """A name for what is shown; saving over another one takes a second `enter`."""

    where = Where.SAVING
    called = "Save the view"

    def __init__(self, path: Path, ask: Ask, gone: list[SavedView], view: View, name: str) -> None:
        super().__init__(path, ask, gone, NameInput(name, compact=True, placeholder="a name for what is shown"))
        self._view = view
        self._proposed = name
        self._over = ""
        """The name that is there already, and was refused once."""

    def on_mount(self) -> None:
        """Say what would be saved."""
        self._tell()

    def _tell(self) -> None:
        self.say(f"{self._view.selection.words()} · {self._view.words()}")

    def show(self, first: str = "") -> None:
        """What is proposed narrows nothing."""
        self.list.show(self.views, "" if self.line.value == self._proposed else self.line.value, first)
        self.list.display = bool(self.list.found)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._over = ""
        self._tell()
        self.show()

    def action_take(self) -> None:
        """The name that the list stands on."""
        if self.list.chosen is not None:
            self._proposed = self.line.value = clean(self.list.chosen.name)
            self.line.action_end()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_take()
        self.line.focus()

    @on(Input.Submitted)
    def _entered(self) -> None:
        leading(self, self._save, "save")

    async def _save(self) -> None:
        await self.known.wait()
        try:
            name = view_name(self.line.value)
        except ChangeError as error:
            self.say(f"✗ {error}", wrong=True)
            return
        old = next((view for view in self.views if view.name == name), None)
        if old is not None and self._over != name:
            self._over = name
            self.say(f"✗ “{name}” is there already, for {words_of(old)}: {key('saving-save')} again saves over it", wrong=True)
            return
        deed = partial(deeds.save_view, name=name, query=self._view.selection.text(), looks=self._view.looks)
        if (done := await self.carry_out(deed)) is None:
            return
        words = done.words
        if old is not None:
            self.gone.append(old)
            words += f"\nIt stood for {words_of(old)}: {key('open-view')} and then {key('opening-undo')} bring that back"
        tell(self, words, done.title, then="" if old else done.then)
        self.dismiss(SavedView(name, "", ""))


class OpenViewScreen(ViewsScreen):
    """One of the views that there are; also removes them."""

    where = Where.OPENING
    called = "Open a view"

    def __init__(self, path: Path, ask: Ask, gone: list[SavedView]) -> None:
        super().__init__(path, ask, gone, FindInput(compact=True, placeholder="type to find"))
        self._turn = asyncio.Lock()
        """However fast keys are pressed, one view after the other is removed."""

    def show(self, first: str = "") -> None:
        """And what the chosen one holds."""
        super().show(first)
        self._tell()

    @on(Input.Changed)
    def _typed(self) -> None:
        self.show()

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._tell()

    def _tell(self) -> None:
        latest(self, self._told, "told")

    async def _told(self) -> None:
        chosen = self.list.chosen
        if chosen is None:
            back = f" · {key('opening-undo')} brings “{self.gone[-1].name}” back" if self.gone else ""
            self.say(
                "No view is called so."
                if self.views
                else f"No view has a name yet: {key('save-view')} in the timeline saves one{back}"
            )
            return
        try:
            view = view_from(chosen.query, chosen.looks)
        except QueryError as error:
            self.say(f"✗ {error.message}; {key('opening-open')} puts its query into the search line, to be put right", wrong=True)
            return
        found = await self.ask(lambda connection: totals(connection, view.selection).shown)
        if found is not None:
            self.say(f"{found:,} milestone{'s' * (found != 1)} · {view.words()} · {chosen.query or 'everything'}")

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _entered(self) -> None:
        leading(self, self._open, "open")

    async def _open(self) -> None:
        await self.known.wait()
        if self.list.chosen is not None:
            self.dismiss(self.list.chosen)

    def action_remove(self) -> None:
        """Forget the chosen one."""
        each(self, self._remove, "deeds")

    async def _remove(self) -> None:
        async with self._turn:
            view = self.list.chosen
            if view is not None and (done := await self.carry_out(partial(deeds.remove_view, name=view.name))) is not None:
                self.gone.append(view)
                tell(self, done.words, done.title, then=done.then)
                await self.look()

    def action_bring_back(self) -> None:
        """The view that was removed or saved over last."""
        each(self, self._bring_back, "deeds")

    async def _bring_back(self) -> None:
        async with self._turn:
            if not self.gone:
                self.say("No view was removed in this session.")
                return
            view = self.gone[-1]
            there = next((one for one in self.views if one.name == view.name), None)
            if await self.carry_out(partial(deeds.save_view, name=view.name, query=view.query, looks=view.looks)) is not None:
                self.gone[-1:] = [there] if there else []
                self.line.value = ""
                tell(self, f"“{view.name}”", "View brought back")
                await self.look(view.name)
