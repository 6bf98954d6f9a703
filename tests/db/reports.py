"""Milestones for a report, and how readers of Markdown and YAML take what is exported."""

from __future__ import annotations

import html as entities
import re
from datetime import date
from typing import Any

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from db.export.markdown import to_markdown
from db.export.options import ExportOptions
from db.export.outgoing import Outgoing
from db.queries.records import Record
from db.selection import Selection

TODAY = date(2020, 6, 2)


def told(title: str, **more: Any) -> Record:
    record: dict[str, Any] = {
        "id": title, "title": title, "date": "2016-05", "start": "2016-05-01", "end": "2016-05-31", "basis": "stated",
        "kind": "opening", "planned": False, "place": None, "countries": [], "donors": [], "amounts": [], "quote": None,
        "article": None, "source": None, "status": "new", "confidence": 0.9,
    }  # fmt: skip
    return record | more  # type: ignore[return-value]


def of(*told: Record, **wanted: Any) -> str:
    return to_markdown(Outgoing(told, Selection(), TODAY, ()), ExportOptions(**wanted))


def parsed(text: str) -> list[Any]:
    """The tokens of a GFM parser."""
    return MarkdownIt("gfm-like").use(footnote_plugin).use(front_matter_plugin).parse(text)


def rendered(text: str) -> str:
    """The HTML of the same parser."""
    html: str = MarkdownIt("gfm-like").use(footnote_plugin).use(front_matter_plugin).render(text)
    return html


def plain(html: str) -> str:
    """The text of HTML, without tags."""
    return " ".join(entities.unescape(re.sub(r"<[^>]*>", " ", html)).split())


def front(text: str) -> dict[str, Any]:
    """What stands in front, as YAML reads it."""
    told = yaml.safe_load(text.split("\n---\n", maxsplit=1)[0].removeprefix("---\n"))
    assert isinstance(told, dict)
    return told
