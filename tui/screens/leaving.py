"""The way out, from the main screen: what is written to a file and what is copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from db.export.options import ExportOptions
from tui.leaving import free_path, refusal, slug, write_file
from tui.loader import Leaving, leaving
from tui.render import clean, clean_lines
from tui.screens.changing import Changing


class TakingAlong(Changing, inherit_bindings=False):
    """The main screen's exports."""

    def action_export(self) -> None:
        """Write the marked ones, else all that are shown, to a new file."""
        self.run_worker(self._export(), group="export", exclusive=True, exit_on_error=False)

    async def _export(self) -> None:
        marks = self.marks
        text = await self._leaving(marks)
        if text is None:
            return
        stem = f"milepost-{len(marks)}-marked" if marks else f"milepost-{slug(self.selection.words())}"
        try:
            path = free_path(self.export_folders(), stem, ".md")
            write_file(path, [text.text])
        except OSError as error:
            self.notify(clean(refusal(error, path)), title="Nothing was written", severity="error", markup=False)
        else:
            words = f"{_few(text.count)}{_outside(text)} written to\n{clean(str(path))}"
            self.notify(words, title="Exported as Markdown", timeout=12, markup=False)

    def export_folders(self) -> list[Path]:
        """Where an export may be written, the wanted folder first."""
        from platformdirs import user_documents_path

        return [Path.cwd(), user_documents_path(), Path.home()]

    def action_copy(self) -> None:
        """Copy the marked ones, else the one under the cursor."""
        self.run_worker(self._copy(), group="export", exclusive=True, exit_on_error=False)

    async def _copy(self) -> None:
        row = self.timeline.row
        text = await self._leaving(self.marks or (frozenset({row.uid}) if row is not None else frozenset()))
        if text is None:
            return
        self.app.copy_to_clipboard(clean_lines(text.text))
        words = f"{_few(text.count)}{_outside(text)} sent to the terminal's clipboard. If pasting gives nothing, `e` writes a file."
        self.notify(words, title="Copied as Markdown", timeout=8, markup=False)

    async def _leaving(self, uids: frozenset[str]) -> Leaving | None:
        if not uids and not self.timeline.map.rows:
            self.notify("There is no milestone to take along: none is shown, none is marked.", severity="warning", markup=False)
            return None
        return await self.ask(partial(leaving, selection=self.selection, uids=uids, today=self.today, options=ExportOptions()))


def _few(count: int) -> str:
    return f"{count:,} milestone" + "s" * (count != 1)


def _outside(text: Leaving) -> str:
    return f" ({text.outside:,} of them outside the filter)" if text.outside else ""
