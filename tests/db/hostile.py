"""Text that wants to be more than text, and milestones made of nothing else."""

from __future__ import annotations

from datetime import date

from db.export.outgoing import Outgoing
from db.models import CountryRole, Donor, Evidence, Kind, Milestone, Role
from db.queries.records import records
from db.queries.sources import sources
from db.selection import Selection
from db.when import When
from tests.db import rows

HOSTILE = [
    "<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "](javascript:alert(1)) [y](http://x)",
    "a | b | c",
    "**bold** _it_ `code` ~~s~~ ~sub~ ^sup^ $x$ $$y$$",
    "\\newcommand \\| \\",
    "# head ## head #",
    "1. one 2) two",
    "- item",
    "+ item",
    "> quote",
    ": definition",
    "% title",
    "[^1] [^2]: note ^[inline]",
    "&lt;b&gt; &#60; AT&T & co",
    'don\'t "quote" -- or --- and ... end',
    "https://evil.example www.evil.example me@evil.example @user #12",
    ":smile: 10:30:45",
    "{.cls #id} {{x}} [@cite] (@ex)",
    "| a |",
    "```",
    "--- === ***",
    "<!-- hidden --> <?php ?> <![CDATA[x]]>",
    "[x] task [ ] task",
    "   many    blanks   ",
]


def hostile_outgoing(text: str) -> Outgoing:
    """One milestone whose every text is `text`, marked in a selection that says it too."""
    conn = rows.new_store()
    rows.add_source(conn, 1, text, text, None)
    told = Milestone(
        title=text,
        when=When("2016-05"),
        kind=Kind.OPENING,
        evidence=Evidence(((0, 1),), text),
        place=text,
        countries=(CountryRole("UZ", Role.LOCATION),),
        donors=(Donor(text.replace("/", ""), text.replace("/", "")),),
        partners=(text,),
        note=text,
    )
    rows.add(conn, "aaaaaaaaaa", told, source=1, heading=text)
    selection = Selection().toggle("donor", text).toggle("place", text)
    return Outgoing(list(records(conn, Selection())), selection, date(2020, 6, 2), sources(conn), outside=0)
