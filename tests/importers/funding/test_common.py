"""Who pays for the entries of one event below the headings of countries."""

from __future__ import annotations

import pytest

from tests.importers.conftest import read

ENTRIES = """# Notes

## Week of the Bees

From 4 to 8 May 2015 the region looked at bees. {above}

#### FINLAND

A song contest on bees was held in Helsinki on 4 May 2015.

#### KENYA

A march of beekeepers was held in Nairobi on 6 May 2015. {own}

#### PERU

A fair on honey was held in Lima on 8 May 2015. {behind}
"""


@pytest.mark.parametrize(
    ("above", "own", "behind", "expected"),
    [
        ("The activities were funded by Japan.", "", "", [["Japan"], ["Japan"], ["Japan"]]),
        ("The activities in Kenya and Peru were funded by Japan.", "", "", [[], ["Japan"], ["Japan"]]),
        ("The activities were funded by Japan.", "It was funded by Norway.", "", [["Japan"], ["Norway"], ["Japan"]]),
        ("The song on bees was funded by Japan.", "", "", [[], [], []]),
        ("", "", "The events in Helsinki and Nairobi were funded by Japan.", [["Japan"], ["Japan"], []]),
        ("", "", "The honey was funded by Japan.", [[], [], ["Japan"]]),
    ],
)
def test_payers_of_the_entries(above: str, own: str, behind: str, expected: list[list[str]]) -> None:
    made = read(ENTRIES.format(above=above, own=own, behind=behind), name="notes.md").milestones
    told = {one.when.edtf: [str(donor) for donor in one.donors] for one in made}
    assert [told[day] for day in ("2015-05-04", "2015-05-06", "2015-05-08")] == expected
