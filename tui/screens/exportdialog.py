"""The way out, chosen before it is taken: which milestones, in what format and shape, to a file or the clipboard."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from db.connect import StoreError, explain
from db.export.options import CHOICES, ExportOptions, Format
from db.selection import Selection
from tui.background.processes import apart, so_far
from tui.commands import Where, bindings, commands, key
from tui.exports.file import ExportChoices, free_path, refusal, short, slug, take_out
from tui.exports.leaving import Leaving, leaving
from tui.render import clean
from tui.screens.dialog import Ask, Dialog
from tui.screens.workers import each, latest
from tui.textualprivate import once
from tui.theme import STYLES
from tui.widgets.choice import Choice
from tui.widgets.exportpreview import ENTRIES, Preview
from tui.widgets.inputline import SafeInput
from tui.widgets.pathinput import PathCompleter

_LOOKED_AT = 2000
"""Milestones at most that a preview of Markdown is made of; of more it does not say what they come to."""
_A_MOMENT = 0.3
"""Seconds that what was shown before may stay while another preview is looked for."""
_TELLING = 0.25
"""Seconds between two words of how far the writing is."""
_CLIPBOARD = (
    "The terminal is asked to take it (OSC 52). Many do, also over SSH; some refuse without a word, and some take no more than "
    "about 70 kB. A file always works."
)
_MARKDOWN_ONLY = ("shape", "group", "evidence")


@dataclass(frozen=True, slots=True)
class Bag:
    """What may be taken along, as the main screen has it."""

    store: Path
    selection: Selection
    marks: frozenset[str]
    shown: int
    today: date
    folders: tuple[Path, ...]
    """Where a file may be proposed, the wanted folder first."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was done."""

    left: Leaving
    choices: ExportChoices
    path: Path | None
    """None for the clipboard."""


class ExportScreen(Dialog[Exported], inherit_bindings=False):
    """It writes by itself, so that what was chosen is still there where it cannot; it gives back what was done."""

    CSS_PATH = STYLES / "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.EXPORT)
    AUTO_FOCUS = ""

    def __init__(self, bag: Bag, choices: ExportChoices, ask: Ask) -> None:
        super().__init__(Where.EXPORT)
        self._bag = bag
        self._ask = ask
        self._busy = False
        self._stopping = False
        self._taken = 0
        """Milestones that have been written, or taken for Markdown, so far."""
        self._overwrite: Path | None = None
        """What is there already, and was refused once."""
        self._proposed = ""
        self._ready = asyncio.Event()
        """Whether a path has been proposed."""
        self.choices = choices
        marked = [("marked", f"{len(bag.marks):,} marked")] if bag.marks else []
        options = choices.options
        self.rows: dict[str, Choice] = {
            "what": Choice(
                [*marked, ("shown", f"all {bag.shown:,} shown" if bag.shown != 1 else "the one shown")],
                "marked" if marked else "shown",
            ),
            "format": Choice([(one, one.called) for one in Format], options.format),
            **{
                name: Choice([(one.value, one.value) for one in CHOICES[name]], getattr(options, name))
                for name in ("shape", "group")
            },
            "evidence": Choice([("yes", "as footnotes"), ("no", "without")], "yes" if options.evidence else "no"),
            "to": Choice([("file", "file"), ("clipboard", "clipboard")], "clipboard" if choices.clipboard else "file"),
        }
        self.path = SafeInput(
            id="export-path", compact=True, select_on_focus=True, suggester=PathCompleter({one.suffix for one in Format})
        )
        self.preview = Preview(id="export-preview")

    def compose(self) -> ComposeResult:
        """The options, the path, what is said of it, the preview, the keys."""
        keys = {command.action: command.shown for command in commands(Where.EXPORT)}
        with Vertical(id="export") as box:
            box.border_title = "Export"
            for name, choice in self.rows.items():
                choice.can_focus = False
                with Horizontal(id=f"export-{name}", classes="option"):
                    yield Static(keys[f"step('{name}')"], classes="key", markup=False)
                    yield Static(name.capitalize(), classes="label", markup=False)
                    yield choice
            with Horizontal(id="export-file", classes="option"):
                yield Static(keys["name"], classes="key", markup=False)
                yield Static("File", classes="label", markup=False)
                yield self.path
            yield self.said
            yield self.preview
            yield self.keys

    def on_mount(self) -> None:
        """Propose a path, and look."""
        self._renew()

    @property
    def uids(self) -> frozenset[str]:
        """The marked ones that are to leave; none where all shown are."""
        return self._bag.marks if self.rows["what"].value == "marked" else frozenset()

    @property
    def chosen(self) -> ExportChoices:
        """What is chosen now."""
        told = {name: self.rows[name].value for name in CHOICES}
        options = ExportOptions.of({**told, "evidence": self.rows["evidence"].value == "yes"})
        return replace(self.choices, options=options, clipboard=self.rows["to"].value == "clipboard")

    # choosing

    def action_step(self, name: str) -> None:
        """The next value of an option."""
        options = self.chosen.options
        if name in _MARKDOWN_ONLY and not options.is_markdown:
            self.say(f"{options.format.called} holds everything: {name} is about Markdown")
        elif name == "what" and not self._bag.marks:
            self.say(f"None is marked: {key('mark')} in the timeline marks")
        else:
            self.rows[name].action_step(1)
            self.rows[name].scroll_visible(animate=False)

    @on(Choice.Changed)
    def _changed(self, message: Choice.Changed) -> None:
        message.stop()
        typed = self.path.value
        if message.choice is self.rows["format"] and typed != self._proposed and Format.of_ending(Path(typed).suffix):
            # the ending of a typed name goes with the format, as the format goes with what is typed
            with self.prevent(Input.Changed):
                self.path.value = typed.removesuffix(Path(typed).suffix) + self.chosen.options.format.suffix
            self.path.action_end()
        self._renew()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._overwrite = None
        if self.path.value == self._proposed:
            return
        self.say("")
        named = Format.of_ending(Path(self.path.value).suffix)
        if named not in {None, self.chosen.options.format}:
            with self.prevent(Choice.Changed):
                self.rows["format"].value = str(named)
            self._renew()

    def action_name(self) -> None:
        """To the path and back."""
        if self.path.has_focus:
            self.set_focus(None)
        elif self.rows["to"].value == "file":
            self.path.focus()
            self.path.action_end()

    def _renew(self) -> None:
        """Something else is chosen: say what follows, propose another path, look again."""
        chosen = self.chosen
        self._overwrite = None
        for name in _MARKDOWN_ONLY:
            self.query_one(f"#export-{name}").display = chosen.options.is_markdown
        self.query_one("#export-file").display = not chosen.clipboard
        self._name_keys()
        if chosen.clipboard and self.path.has_focus:
            self.set_focus(None)
        whole = "" if chosen.options.is_markdown else f"{chosen.options.format.called} holds all that is known of each milestone."
        self.say(" ".join(filter(None, (whole, _CLIPBOARD if chosen.clipboard else ""))))
        self._ready.clear()
        latest(self, self._propose, "propose")
        latest(self, self._look, "preview")

    def _name_keys(self) -> None:
        """What keys do now: without a file none is named, and what leaves otherwise stops the writing."""
        without = {"export-name": ""} if self.chosen.clipboard else {}
        self.keys.shorts = without | ({"export-leave": "stop"} if self._busy else {})

    async def _propose(self) -> None:
        """A path where nothing is yet; one that was typed stays."""
        if self.path.value == self._proposed:
            stem = f"milepost-{len(self.uids)}-marked" if self.uids else f"milepost-{slug(self._bag.selection.words())}"
            folders = (*([self.choices.folder] if self.choices.folder else []), *self._bag.folders)
            path = await asyncio.to_thread(free_path, folders, stem, self.chosen.options.format.suffix)
            self._proposed = self.path.value = clean(short(path))
            self.path.action_end()
        self._ready.set()

    def _question(self, *, front: bool, first: tuple[int, int] | None = None) -> Callable[[sqlite3.Connection], Leaving]:
        return partial(
            leaving,
            selection=self._bag.selection,
            uids=self.uids,
            today=self._bag.today,
            options=self.chosen.options,
            front=front,
            first=first,
        )

    async def _look(self) -> None:
        options = self.chosen.options
        count = len(self.uids) or self._bag.shown
        most = _LOOKED_AT if options.is_markdown else ENTRIES
        first = (most, count) if count > most else None
        waiting = once(self, _A_MOMENT, self.preview.wait)
        try:
            left = await self._ask(self._question(front=False, first=first))
        finally:
            waiting.stop()
        self.preview.border_title = "How it begins"
        if left is not None:
            await self.preview.show(left.text, markdown=options.is_markdown)

    # leaving

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write the file, or fill the clipboard."""
        each(self, self._write, "write")

    async def _write(self) -> None:
        if self._busy:
            return
        self._busy, self._taken, self._stopping = True, 0, False
        self._name_keys()
        try:
            await self._ready.wait()
            chosen, typed = self.chosen, self.path.value.strip()
            if not chosen.clipboard and not typed:
                self.say(f"✗ name a file: {key('export-name')} goes there", wrong=True)
                return
            tell = partial(self._tell, len(self.uids) or self._bag.shown, chosen.options)
            tell()
            telling = self.set_interval(_TELLING, tell)
            try:
                await self._take_out(None if chosen.clipboard else Path(typed).expanduser(), chosen)
            finally:
                telling.stop()
        except asyncio.CancelledError:
            self.say("Stopped: nothing was written")
            raise
        finally:
            self._busy = False
            self._name_keys()

    def _took(self, number: int) -> None:
        self._taken = number

    def _tell(self, count: int, options: ExportOptions) -> None:
        """How far the writing is; Markdown, which begins with what it holds, is written when all of it has been read."""
        doing = f"Writing {self._taken:,} of {count:,}"
        if options.is_markdown:
            doing = f"Reading {self._taken:,} of {count:,}" if self._taken < count else f"Writing {count:,}"
        stops = "stopping …" if self._stopping else f"{key('export-leave')} stops"
        self.say(f"{doing} · {stops}")

    async def _take_out(self, path: Path | None, chosen: ExportChoices) -> None:
        question, force = self._question(front=True), path is not None and path == self._overwrite
        encoding = chosen.options.format.encoding
        write = partial(take_out, self._bag.store, question, path, force=force, encoding=encoding, told=so_far)
        try:
            left = await apart(write, self._took)
        except (StoreError, sqlite3.Error) as error:
            self.say(f"✗ {explain(error, self._bag.store) if isinstance(error, sqlite3.Error) else error}", wrong=True)
        except FileExistsError:
            assert path is not None
            other = await asyncio.to_thread(free_path, [path.parent], path.stem, path.suffix)
            self._overwrite = path
            self.say(f"✗ {path.name} is there already: {key('export-write')} again overwrites it; {other.name} is free", wrong=True)
        except OSError as error:
            self.say(f"✗ {refusal(error, path) if path else error}", wrong=True)
        else:
            if path is None:
                self.app.copy_to_clipboard(left.text)
                self.dismiss(Exported(left, chosen, None))
                return
            folder = None if self.path.value == self._proposed else path.absolute().parent
            self.dismiss(Exported(left, replace(chosen, folder=folder or self.choices.folder), path.absolute()))

    def action_leave(self) -> None:
        """Stop the writing, and stay; without any, back."""
        if not self._busy:
            super().action_leave()
        elif not self._stopping:
            self._stopping = True
            self.workers.cancel_group(self, "write")

    def action_scroll(self, lines: int) -> None:
        """The preview; on a terminal of a few rows, which has none, the options."""
        scrolled = self.query_one("#export") if self.has_class("-short") else self.preview
        scrolled.scroll_relative(y=lines, animate=False, force=True)
