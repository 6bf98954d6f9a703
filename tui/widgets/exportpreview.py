"""A look at what is about to leave: Markdown as it will read, the lines of other formats as they are."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from importlib import import_module

from textual import widgets
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.render import clean_lines

ENTRIES = 8
"""Milestones that are shown; drawing more would be felt."""
_LONGEST = 240
"""Characters of a line of CSV or JSON."""
_ENTRY = re.compile(r"- \*\*|\| (?!When \|)")
_NOTE = re.compile(r"(?<!\\)\[\^(\d+)\](: )?")


def glimpse(markdown: str) -> str:
    """The beginning of exported Markdown, as far as `ENTRIES` milestones, with their footnotes; these in plain brackets.

    Textual's reader of Markdown knows no footnotes.
    """
    head: list[str] = []
    notes: dict[str, str] = {}
    entries = 0
    for line in markdown.splitlines():
        if line.startswith("[^"):
            notes[line[2 : line.index("]")]] = line
        elif entries < ENTRIES or line.startswith("| "):
            entries += bool(_ENTRY.match(line))
            if entries <= ENTRIES:
                head.append(line)
    more = ["", "…"] if entries >= ENTRIES else []
    wanted = dict.fromkeys(found[1] for line in head for found in _NOTE.finditer(line))
    told = [part for number in wanted if number in notes for part in ("", notes[number])]
    return _NOTE.sub(lambda note: f"\\[{note[1]}\\]{' ' if note[2] else ''}", "\n".join([*head, *more, *told])) + "\n"


def beginning(text: str) -> str:
    """The first lines of another format."""
    lines = text.splitlines()[: 3 * ENTRIES]
    return "\n".join(line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …" for line in lines)


class Preview(VerticalScroll, can_focus=False):
    """It scrolls by the keys of its screen."""

    def compose(self) -> ComposeResult:
        """Plain text until there is Markdown."""
        yield Static("", id="preview-plain", markup=False)

    def wait(self) -> None:
        """What was shown is not what will be."""
        self.border_title = "Looking …"
        for drawn in self.query("#preview-plain, Markdown"):
            drawn.display = False

    async def show(self, text: str, *, markdown: bool) -> None:
        """Another text; what draws Markdown is loaded in a thread when first needed."""
        self.scroll_home(animate=False)
        plain = self.query_one("#preview-plain", Static)
        plain.display = not markdown
        if not markdown:
            plain.update(clean_lines(beginning(text)))
        elif not self.query("Markdown"):
            await asyncio.to_thread(getattr, widgets, "Markdown")
            await asyncio.to_thread(import_module, "markdown_it")
            from markdown_it import MarkdownIt
            from textual.widgets import Markdown

            reader = partial(MarkdownIt, "gfm-like", {"linkify": False})
            await self.mount(Markdown(clean_lines(glimpse(text)), parser_factory=reader, open_links=False))
        else:
            from textual.widgets import Markdown

            await self.query_one(Markdown).update(clean_lines(glimpse(text)))
        for drawn in self.query("Markdown"):
            drawn.display = markdown
