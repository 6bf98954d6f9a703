"""Tables whose cells go on in the line below."""

from __future__ import annotations

import pytest

from importers.readers.blocks import BlockKind
from importers.readers.plain import blocks
from tests.importers.conftest import assert_faithful

HEAD = "Date | Event | Place | Donor\n---|---|---|---\n"

CASES = [
    (
        "a cell goes on",
        HEAD + "3 May | A course for\npilots | Osh | Japan\n5 May | A fair | Naryn | -\n\nBoats came.",
        ["3 May | A course for pilots | Osh | Japan", "5 May | A fair | Naryn | -"],
    ),
    (
        "a last cell stands in the next line",
        HEAD + "3 May | A course | Osh |\nJapan\n5 May | A fair |\nNaryn | Sweden\n",
        ["3 May | A course | Osh | Japan", "5 May | A fair | Naryn | Sweden"],
    ),
    (
        "a word goes on",
        HEAD + "3 May | A course | Osh air-\nport | Japan\n5 May | A fair | Naryn | Switzer-\nland\n",
        ["3 May | A course | Osh airport | Japan", "5 May | A fair | Naryn | Switzerland"],
    ),
    (
        "a line for each row",
        HEAD + "3 May | A course | Osh | Japan\n5 May | A fair | Naryn | -\n",
        ["3 May | A course | Osh | Japan", "5 May | A fair | Naryn | -"],
    ),
    (
        "more bars than columns",
        "Date | Event | Place\n3 May | A course |\nOsh | Japan | Naryn | - | x\n5 May | A fair\n",
        ["3 May | A course", "Osh | Japan | Naryn | - | x"],
    ),
    ("no head", "3 May | A course for\npilots | Osh | Japan\n", ["pilots | Osh | Japan"]),
]


@pytest.mark.parametrize(("what", "raw", "rows"), CASES, ids=[case[0] for case in CASES])
def test_rows(what: str, raw: str, rows: list[str]) -> None:
    found = blocks(raw)
    assert [block.text for block in found if block.kind is BlockKind.ROW and not block.text.startswith("Date")] == rows
    for block in found:
        assert_faithful(block.flow, raw)
