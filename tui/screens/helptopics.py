"""The help by topics: Markdown files in `tui/help`, in which `{id}` stands for the key of a command, and what is found in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tui.commands import OVER, Where, commands, key
from tui.signs import legend

_PAGES = Path(__file__).parents[1] / "help"
_KEY = re.compile(r"\{([a-z-]+)\}")
_WIDE = 70
"""Cells from which names and meanings of keys stand in columns of their own."""
_MAIN = tuple(where for where in Where if where not in OVER)


@dataclass(frozen=True, slots=True)
class Topic:
    """One page."""

    title: str
    markdown: str
    places: tuple[Where, ...] = ()
    """Whose keys stand below."""


def topics(where: Where) -> tuple[Topic, ...]:
    """All pages: about this place first, the topics, what the signs mean, every key last."""
    here = (where,) if where in OVER else (where, *(place for place in (Where.LISTS, Where.EVERYWHERE, Where.CHANGES)))
    own = Topic(where.value.capitalize(), _read(f"{where.name.lower()}.md"), here)
    told = [_read(f"topics/{path.name}") for path in sorted((_PAGES / "topics").glob("*.md"))]
    titled = [_titled(text) for text in told]
    return (own, *titled, _titled(legend()), Topic("All keys", "", (*_MAIN, *(place for place in Where if place in OVER))))


def _titled(text: str) -> Topic:
    return Topic(text.partition("\n")[0].removeprefix("# "), text)


def _read(name: str) -> str:
    return _KEY.sub(lambda found: key(found[1]), (_PAGES / name).read_text(encoding="utf-8"))


def _keys(where: Where, width: int) -> Table:
    """Keys, names and meanings of one place."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=9, justify="right", no_wrap=True, style="bold yellow")
    if width < _WIDE:
        table.add_column(ratio=1)
        for command in commands(where):
            table.add_row(Text(command.shown), Text.assemble((command.title, "bold"), "  ", (command.help, "dim")))
    else:
        table.add_column(width=23, style="bold")
        table.add_column(ratio=1, style="dim")
        for command in commands(where):
            table.add_row(Text(command.shown), Text(command.title), Text(command.help))
    return table


def drawn(topic: Topic, width: int) -> Text:
    """A page as lines of text, `width` cells wide."""
    parts: list[RenderableType] = [Markdown(topic.markdown)] if topic.markdown else []
    for place in topic.places:
        parts += [Text(), Rule(Text(f"Keys: {place.value}", style="bold"), align="left", style="dim"), _keys(place, width)]
    console = Console(file=StringIO(), width=width, force_terminal=True, color_system="truecolor", legacy_windows=False)
    text = Text(no_wrap=True)
    for segment in console.render(Group(*parts)):
        if not segment.control:
            text.append(segment.text, segment.style)
    return text


def hits(plain: str, sought: str) -> Sequence[tuple[int, int]]:
    """Where the words stand in a page, one after the other, whatever the case and wherever its lines end."""
    words = [re.escape(word) for word in sought.split()]
    return [found.span() for found in re.finditer(r"\s+".join(words), plain, re.IGNORECASE)] if words else []
