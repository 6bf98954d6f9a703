"""What screens share from which people change the store: doing a deed, saying what was done or why not, undo and redo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from tui.config.places import is_there
from tui.notices import tell
from tui.screens.workers import each, leading, soon

if TYPE_CHECKING:
    from tui.background.deeds import Deed, Done
    from tui.background.lookup import FormFacts

T = TypeVar("T")

GONE = "it is not there any more: somebody has taken it back"


class Doing(Screen[None], inherit_bindings=False):
    """A screen over the store at `path`."""

    path: Path
    today: date

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        """The answer to a question, in a thread of its own; None where it failed, which has been said."""
        raise NotImplementedError

    def changed(self, done: Done) -> None:
        """The store is another now: look again."""
        raise NotImplementedError

    def start(self, deed: Deed) -> None:
        """Do it in the background; deeds are done in the order in which they are started."""
        soon(self, each(self, partial(self._do, deed), "deeds"))

    async def carry_out(self, deed: Deed) -> Done | None:
        """Do it and say so; None where it could not be done, which has been said in one line."""
        from tui.background import deeds

        try:
            done = await deeds.carry_out(self.path, deed)
        except deeds.WRONG as error:
            tell(self, deeds.line_of(error, self.path), "Nothing was changed", kind="error")
            return None
        self.tell(done)
        return done

    async def _do(self, deed: Deed) -> None:
        """And look again."""
        if (done := await self.carry_out(deed)) is not None and done.changed:
            self.changed(done)

    def tell(self, done: Done) -> None:
        """Say what was done."""
        if done.changed:
            tell(self, done.words, done.title, then=done.then)
        else:
            tell(self, done.words, done.title, kind="warning")

    def gone(self) -> None:
        """Of what was to be looked at, something is not there any more: say so, and look again."""
        from tui.background.deeds import Done

        done = Done("Nothing was changed", GONE, changed=False)
        self.tell(done)
        self.changed(done)

    def correct(self, uid: str | None, first: str = "") -> None:
        """Open the form of a milestone (None: of a new one), at the field `first`; not where nothing could be saved in the end."""
        leading(self, partial(self._correct, uid, first), "form")

    async def _correct(self, uid: str | None, first: str) -> None:
        from db.connect import refusal
        from db.queries.details import NotFound
        from tui.background.lookup import FormFacts, form_facts

        try:
            new = uid is None and not is_there(self.path)
            if not new and (line := await self.ask(partial(refusal, path=self.path))):
                tell(self, line, "Nothing can be saved", kind="error")
                return
            facts = FormFacts() if new else await self.ask(partial(form_facts, uid=uid))
        except NotFound:
            self.gone()
            return
        if facts is not None:
            await self._open_form(facts, first)

    async def _open_form(self, facts: FormFacts, first: str) -> None:
        from tui.screens.form import FormScreen

        await self.app.push_screen(FormScreen(self.path, self.today, facts, self.ask, first), self._form_left)

    def _form_left(self, done: Done | None) -> None:
        if done is not None:
            self.tell(done)
            self.changed(done)

    def action_undo(self) -> None:
        """Take back the last step."""
        from tui.background import deeds

        self.start(partial(deeds.take_back, redo=False))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from tui.background import deeds

        self.start(partial(deeds.take_back, redo=True))
