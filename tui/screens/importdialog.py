"""Newsletters into the store without leaving the app: a path, the reading of it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from db.selection import Selection
from db.store.readings import Report
from db.terms import Term
from tui.commands import Where, key
from tui.imports.files import ENDINGS, typed_path
from tui.imports.outcome import Outcome, told
from tui.imports.running import Begun, Import, Reading
from tui.render import clean
from tui.screens.dialog import Dialog
from tui.screens.workers import latest
from tui.theme import STYLES
from tui.widgets.importreport import BROKEN, EMPTY, READ, ImportReport
from tui.widgets.pathinput import PathInput
from tui.widgets.strips import bar

_HINT = f"A file, a folder, or a pattern such as news/*.md. In folders, files that end in {', '.join(sorted(ENDINGS))} are read."
_MANY = 20
"""With more newsletters than this, a review is not limited to them by name."""


class ImportScreen(Dialog[Selection], inherit_bindings=False):
    """It imports by itself and gives back what is to be reviewed next, None for nothing."""

    CSS_PATH = STYLES / "files.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#import-path"

    def __init__(self, store: Path, finished: Callable[[int], None], text: str = "", warning: str = "") -> None:
        super().__init__(Where.IMPORT)
        self._store = store
        self._finished = finished
        """Is called after each import, with the integer key after which milestones are new."""
        self._text = text
        self._warning = warning
        """What to know before anything is imported here."""
        self.running: Import | None = None
        self.files = 0
        self.reports: list[Report] = []
        self._notes: list[str] = []
        self.path = PathInput(id="import-path")
        self.report = ImportReport(id="import-report")

    def compose(self) -> ComposeResult:
        """The path, what is said of it, the files, the keys."""
        with Vertical(id="import") as box:
            box.border_title = "Import newsletters"
            yield self.path
            yield self.said
            yield self.report
            yield self.keys

    def on_mount(self) -> None:
        """Ask for a path."""
        self.path.value = self._text
        self.action_again()

    def on_unmount(self) -> None:
        """Whoever leaves the app leaves the import."""
        if self.running is not None:
            self.running.stop()

    def action_again(self) -> None:
        """Ask for another path."""
        if self.running is None:
            self.report.display = False
            self.path.disabled = False
            self.path.focus()
            self.keys.where = Where.IMPORT
            self.say(*filter(None, (_HINT, self._warning)))

    def action_read(self) -> None:
        """Import what was typed."""
        if not self.path.value.strip():
            self.say("Type a path first: → takes the completion.", wrong=True)
        elif self.running is None:
            self.running = Import(self._store, typed_path(self.path.value))
            latest(self, self._read, "import")

    async def _read(self) -> None:
        running = self.running
        assert running is not None
        self.files, self.reports, self._notes, mark = 0, [], [], None
        self.report.begin()
        self.report.display = True
        self.report.focus()
        self.path.disabled = True
        self.keys.display = False
        self.say("Looking for newsletters …", self._stop_words())
        try:
            async for event in running.events():
                if isinstance(event, Begun):
                    self.files, mark = event.files, event.mark
                elif isinstance(event, Reading):
                    self.say(self._progress(event.path), self._stop_words())
                else:
                    self._take(event)
        finally:
            self.running = None
        self.keys.display = True
        self.keys.where = Where.REPORT
        self.keys.shorts = {} if self.doubtful else {"report-review": ""}
        self.say(*self._summary(stopped=running.stopped), wrong=bool(self.report.broken))
        if mark is not None and self.reports:
            self._finished(mark)
        if self.report.broken and not self.reports:
            self.keys.where = Where.IMPORT
            self.path.disabled = False
            self.path.focus()

    def _take(self, outcome: Outcome) -> None:
        if outcome.note:
            self._notes.append(outcome.note)
        elif outcome.report is None:
            self.report.add(outcome.error, BROKEN)
        else:
            self.reports.append(outcome.report)
            notes = "".join(f"; {note}" for note in outcome.report.notes)
            sign = READ if outcome.report.tells else EMPTY
            self.report.add(f"{outcome.file}: {told([outcome.report])}{notes}", sign)

    def _progress(self, path: str) -> Text:
        done = len(self.reports) + len(self.report.broken)
        cells = 20 if self.size.width >= 70 else 8
        full = bar(done / self.files if self.files else 0, cells)
        return Text.assemble(
            (full, "bold"),
            ("·" * (cells - len(full)), "dim"),
            f" {done:,} of {self.files:,} · reading {clean(Path(path).name)}",
        )

    @staticmethod
    def _stop_words() -> Text:
        return Text(f"{key('report-leave')} stops; what is read by then stays", "dim")

    def _summary(self, *, stopped: bool) -> list[str]:
        count, broken = len(self.reports), len(self.report.broken)
        read = f"{count:,} newsletter{'s' * (count != 1)} read: {told(self.reports)}" if count else "Nothing was read"
        after = f"after {count + broken:,} of {self.files:,}" if self.files else "while looking for newsletters"
        lines = [f"Stopped {after}. {read}" if stopped else read, *self._notes]
        if broken:
            lines.append(f"{broken:,} could not be read:")
        return lines

    @property
    def doubtful(self) -> int:
        """How many doubtful milestones the newsletters tell that were read just now."""
        return sum(report.doubtful for report in self.reports)

    def action_review(self) -> None:
        """Review the doubtful of what was read."""
        if self.running is not None:
            return
        if not self.doubtful:
            rest = f"{key('review')} in the timeline goes through all that is new."
            self.say(*self._summary(stopped=False), f"Nothing in it is doubtful; {rest}")
            return
        files = tuple(dict.fromkeys(report.file for report in self.reports if report.doubtful))
        sources = (Term("source", files),) if len(files) <= _MANY else ()
        self.dismiss(Selection((*sources, Term("is", ("doubtful",)))))

    def action_leave(self) -> None:
        """Stop reading, or leave."""
        if self.running is not None:
            self.running.stop()
        else:
            self.dismiss(None)

    def action_done(self) -> None:
        """Leave; while files are read, a key pressed twice stops nothing."""
        if self.running is None:
            self.dismiss(None)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_read()
