"""The signs that stand for words in lists, the detail and the chart: what draws them takes them from here, and so does the help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db import names
from db.parts import Kind

POINTER, MARKED, HAPPENED, PLANNED, ABOUT = "❯", "✓", "●", "○", "~"
REJECTED, UNSURE, EDITED, NOTED = "✕", "?", "✎", "¶"
QUOTED, CITED, OTHERWISE, NEW = "▎", "┆", "≠", "✦"
KNOWN, VAGUE, HOLLOW = "━", "─", "╌"
GOES_ON, CAME, EARLIER, LATER, TODAY = "▸", "◂", "‹", "›", "▾"

MEANINGS: Mapping[str, Mapping[str, str]] = {
    "In the timeline": {
        POINTER: "the cursor stands here",
        MARKED: "marked, for export or merging",
        HAPPENED: "done",
        PLANNED: "only planned: announced, not told as done",
        ABOUT: "before a date: about then",
        UNSURE: "at the right: the reading is doubtful, and nobody has accepted it yet",
        EDITED: "at the right, and in the detail and the form: a person has put it right",
        NOTED: "at the right: it has a note",
        REJECTED: "at the right: rejected; on a chip: a click takes the condition away",
    },
    "In the detail, the article and the form": {
        QUOTED: "beside the words that tell the milestone",
        CITED: "beside the words that say who paid, or how much",
        OTHERWISE: "what the newsletter says where a person has corrected it",
        NEW: "a name that the store does not know yet",
    },
    "In the chart": {
        KNOWN: "from day to day; in the ruler, a period for which a newsletter is loaded",
        VAGUE: "known only as this month, quarter, season or year",
        HOLLOW: "only planned; in the ruler, a period without a newsletter",
        GOES_ON: "it goes on",
        CAME: "it began before",
        EARLIER: "the lane has more at the left",
        LATER: "the lane has more at the right",
        TODAY: "today",
    },
}
"""What they mean, by the place where they are seen."""


def legend() -> str:
    """All of them, and those of the kinds, as a page of Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Signs and symbols"
    kinds = {names.kind_info(kind).glyph: kind.value for kind in Kind}
    (timeline, told), *others = MEANINGS.items()
    for place, signs in ((timeline, told), ("The kinds", kinds), *others):
        yield from _table(place, signs)


def _table(place: str, told: Mapping[str, str]) -> Iterator[str]:
    yield f"\n**{place}**\n\n| sign | it means |\n|:---:|---|"
    for sign, meaning in told.items():
        yield f"| `{sign}` | {meaning} |"
