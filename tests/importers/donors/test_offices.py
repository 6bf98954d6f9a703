"""Lists of all who pay for an office or a programme, which tell of no event."""

import pytest

from importers.donors.cues import find_donors

MANY = "Austria, Canada, Denmark, Finland, Italy, Japan, Norway and Sweden"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"The Ports Programme receives contributions from {MANY}.", 0),
        (f"The Ports Program receives contributions from {MANY}.", 0),
        (f"The work of the Office is supported by {MANY}.", 0),
        (f"Donors to the UNODC programme in Fiji: {MANY}.", 0),
        (f"This bulletin is financed by {MANY}.", 0),
        ("The work of the Office is supported by Austria, Canada, Denmark, Finland and Italy.", 0),
        (f"The Ports Programme, which is paid for by {MANY}, has ten posts.", 0),
        (f"UNDP relies on contributions from {MANY}.", 0),
        (f"We are very grateful to {MANY} for their contributions.", 0),
        ("Thank you for the help given by our donors: Austria, Canada and Italy.", 0),
        ("Many thanks to all our sponsors Austria, Canada and Italy.", 0),
        # fewer, or of one thing, or of what was done
        ("The Ports Programme receives contributions from Austria, Canada and Italy.", 3),
        ("Thanks to the donors Austria, Canada and Italy the pier was built.", 3),
        (f"The seminar was funded by {MANY}.", 8),
        ("The work of the Office is supported by Austria, Canada, Denmark and Finland.", 4),
        ("The Mission handed over two boats to Togo, which is funded by Austria, Canada, Denmark, Finland and Italy.", 5),
        (f"The Office opened a school that is funded by {MANY}.", 8),
        (f"The clinic was built with contributions from {MANY}.", 8),
    ],
)
def test_many_who_keep_an_office(text: str, count: int) -> None:
    assert len(find_donors(text)) == count
