"""The way out, from the main screen: what is written to a file and what is copied."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db.connect import StoreError
from tui.commands import key
from tui.config.places import here
from tui.exports.leaving import Leaving, leaving
from tui.notices import tell
from tui.render import clean_lines
from tui.screens.main.changing import Changing
from tui.screens.workers import latest

if TYPE_CHECKING:
    from tui.exports.file import ExportChoices
    from tui.screens.exportdialog import Exported


_AT_HAND = 100
"""Milestones that are copied without starting a process for it."""


class TakingAlong(Changing, inherit_bindings=False):
    """The main screen's exports."""

    export_choices: ExportChoices | None = None
    """What was chosen last; for this session."""

    def action_export(self) -> None:
        """Choose how the marked ones, else all that are shown, leave."""
        from tui.exports.file import ExportChoices
        from tui.screens.exportdialog import Bag, ExportScreen

        bag = Bag(self.path, self.selection, self.marks, self.timeline.map.rows, self.today, tuple(self.export_folders()))
        self.app.push_screen(ExportScreen(bag, self.export_choices or ExportChoices(), self.ask), self._exported)

    def export_with(self, choices: ExportChoices) -> None:
        """Offer these the next time."""
        self.export_choices = choices

    def _exported(self, done: Exported | None) -> None:
        if done is None:
            return
        self.export_with(done.choices)
        called, told = done.choices.options.format.called, f"{_few(done.left.count)}{_outside(done.left)}"
        if done.path is None:
            kilobytes = len(done.left.text.encode()) / 1000
            words = f"{told}, {kilobytes:,.0f} kB, sent to the terminal's clipboard. If pasting gives nothing, write a file."
            tell(self, words, f"Copied as {called}")
        else:
            tell(self, f"{told} written to\n{done.path}", f"Exported as {called}")

    def export_folders(self) -> list[Path]:
        """Where an export may be written, the wanted folder first."""
        from platformdirs import user_documents_path

        folder = here()
        return [*([folder] if folder else []), user_documents_path(), Path.home()]

    def action_copy(self) -> None:
        """Copy the marked ones, else the one under the cursor."""
        if uids := self._meant():
            latest(self, partial(self._copy, frozenset(uids)), "export")

    async def _copy(self, uids: frozenset[str]) -> None:
        if (text := await self._text(uids)) is None:
            return
        if not text.count:
            self.gone()
            return
        self.app.copy_to_clipboard(text.text)
        file = f"If pasting gives nothing, {key('export')} writes a file."
        tell(self, f"{_few(text.count)}{_outside(text)} sent to the terminal's clipboard. {file}", "Copied as Markdown")

    async def _text(self, uids: frozenset[str]) -> Leaving | None:
        """What is copied, harmless; None where it cannot be had, which has been said."""
        from db.export.options import ExportOptions
        from tui.background.processes import apart
        from tui.exports.file import take_out

        question = partial(leaving, selection=self.selection, uids=uids, today=self.today, options=ExportOptions(), front=False)
        if len(uids) <= _AT_HAND:
            left = await self.ask(question)
            return left and replace(left, text=clean_lines(left.text))
        try:
            return await apart(partial(take_out, self.path, question, None))
        except (StoreError, sqlite3.Error) as error:
            self.trouble(error)
        except OSError as error:
            tell(self, str(error), "Nothing was copied", kind="error")
        return None


def _few(count: int) -> str:
    return f"{count:,} milestone" + "s" * (count != 1)


def _outside(text: Leaving) -> str:
    return f" ({text.outside:,} of them outside the filter)" if text.outside else ""
