"""What an office tells its readers of itself is no event."""

from __future__ import annotations

import pytest

from importers.events.notices import is_notice
from importers.sentences import Sentence

NOTICES = [
    "Office closed 24 December – 6 January.",
    "Our offices will be closed from 1 to 9 May.",
    "Vacancy: Port Adviser, Apia.",
    "The deadline for applications is 4 June.",
    "Closing date: 30 June 2015.",
    "Applications should be sent by 3 May.",
    "Registration closes on 3 May.",
    "Next issue: July 2015.",
    "This bulletin is printed on paper made of straw in 2015.",
    "She graduated in 2004 from the Academy of Music.",
    "Ms. Ana Lund joined our team in May.",
    "Mr. Tomas Reti has joined the office in June as driver.",
    "Our colleague Ana Lund, here since 2009, retired in May.",
]
EVENTS = [
    "Three illegal offices of smugglers were closed on 3 May.",
    "The office in Osh closed on 3 May.",
    "Twenty recruits graduated on 3 May.",
    "Mr. Reti joined the hands of the two mayors on 3 May.",
    "Fiji joined the network as its ninth member in May.",
    "A magazine for children was printed in May.",
    "The court met the deadline in May.",
    "The application of the law was reviewed in May.",
    "A centre for babies born early was opened in May.",
]


@pytest.mark.parametrize(("text", "wanted"), [*((text, True) for text in NOTICES), *((text, False) for text in EVENTS)])
def test_notices(text: str, wanted: bool) -> None:
    assert is_notice(Sentence.of(text, 0, len(text))) is wanted
