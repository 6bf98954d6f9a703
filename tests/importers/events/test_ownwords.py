"""Which parts of a story tell of an event."""

from __future__ import annotations

import pytest

from importers.events.ownwords import of_others, own_words
from importers.events.telling import told
from tests.importers.conftest import ISSUE, TODAY, a_story
from tests.importers.events.test_events import found


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Osh. A post was opened on 3 May 2015.", "Osh. A post was opened on 3 May 2015."),
        ("Lima, Peru. A post was opened on 3 May 2015.", "A post was opened on 3 May 2015."),
        ("It rained. A post was opened on 3 May 2015.", "A post was opened on 3 May 2015."),
        ("Osh slept. A post was opened on 3 May 2015.", "A post was opened on 3 May 2015."),
        ("Osh.\n\nA post was opened on 3 May 2015.", "A post was opened on 3 May 2015."),
        (
            "Judges met on 3 May 2015. Peru and Chile attended as observers.",
            "Judges met on 3 May 2015. Peru and Chile attended as observers.",
        ),
        (
            "A survey of depots was conducted on 3 May 2015. Peru and Chile attended the signing.",
            "A survey of depots was conducted on 3 May 2015.",
        ),
        ("A report came out on 3 May 2015. Peru attended as an observer.", "A report came out on 3 May 2015."),
        ("Judges met on 3 May 2015. Peru and Chile are old.", "Judges met on 3 May 2015."),
        ("Judges met on 3 May 2015.\n\nPeru and Chile attended.", "Judges met on 3 May 2015."),
        ("Judges met on 3 May 2015. In 2014 Peru and Chile attended.", "Judges met on 3 May 2015."),
        # who looked on is told a little later too
        (
            "Firemen met for a drill on 3 May 2015.\n\nA barn burnt. Observers from Peru and Chile followed each step. It rained.",
            "Firemen met for a drill on 3 May 2015.\n\nA barn burnt. Observers from Peru and Chile followed each step.",
        ),
        (
            "Firemen met for a drill on 3 May 2015. A barn burnt. It was old. Guests of the Kenyan police looked on.",
            "Firemen met for a drill on 3 May 2015. A barn burnt. It was old. Guests of the Kenyan police looked on.",
        ),
        (
            "Firemen met for a drill on 3 May 2015. Togo has many. Observers from Peru and Chile followed each step.",
            "Firemen met for a drill on 3 May 2015.",
        ),
        (
            "Firemen met for a drill on 3 May 2015. It began in June 2014. Observers from Peru and Chile watched.",
            "Firemen met for a drill on 3 May 2015.",
        ),
        # another event of its sentence is told behind it
        (
            "Judges met on 2 May 2015. The Institute, which received a charter as an academy on 3 May 2015, plans a fair in Lima.",
            "The Institute, which received a charter as an academy on 3 May 2015,",
        ),
        ("A report came out on 3 May 2015. It rained. Observers from Peru watched.", "A report came out on 3 May 2015."),
    ],
)
def test_the_own_words_of_an_event(text: str, own: str) -> None:
    event = next(one for one in found(text) if str(one.when) == "2015-05-03")
    start, end = own_words(told(a_story(text), ISSUE, TODAY), event, alone=False)
    assert text[start:end] == own


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        (
            "A post was opened on 3 May 2015. On 2 March 2015 a course was held. The course gathered nurses from Peru.",
            "On 2 March 2015 a course was held. The course gathered nurses from Peru.",
        ),
        (
            "A post was opened on 3 May 2015. On 2 March 2015 a search ended. Guards of Peru had worked on it. Dogs, too.",
            "On 2 March 2015 a search ended. Guards of Peru had worked on it. Dogs, too.",
        ),
        (
            "A post was opened on 3 May 2015. On 2 March 2015 a course was held.\n\nIt has a view of the lake of Peru.",
            "On 2 March 2015 a course was held.",
        ),
        (
            "A post was opened on 3 May 2015. The next one will be opened on 2 March 2016. Peru and Chile attended.",
            "The next one will be opened on 2 March 2016.",
        ),
        ("A post was opened on 3 May 2015. Peru and Chile attended.", ""),
        (
            "A plan came out on 3 May 2015. Firemen met on 2 March 2015. A barn burnt.\n\nObservers from Peru and Togo watched it.",
            "Firemen met on 2 March 2015. A barn burnt. Observers from Peru and Togo watched it.",
        ),
        (
            "A post was opened on 3 May 2015. A drill will follow on 2 March 2016. A barn burns. Observers from Peru were present.",
            "A drill will follow on 2 March 2016.",
        ),
        (
            "Mayors met on 3 May 2015. Their club had been founded in Lima in June 2014. Peru and Chile attended as observers.",
            "Their club had been founded in Lima in June 2014.",
        ),
        ("Mayors met on 3 May 2015. Peru and Chile confirmed that they will build a school in June 2017.", ""),
        ("Mayors met on 3 May 2015. Delegates of Peru, Chile and Togo heard about a law passed in March 2014.", ""),
        ("Mayors met on 3 May 2015. National coordinators from Peru, Chile and Togo reviewed what was done in March 2014.", ""),
        (
            "Mayors met on 3 May 2015. The delegations of Peru, Chile and Togo praised the law on eels, adopted in March 2014.",
            "",
        ),
    ],
)
def test_what_tells_of_others(text: str, closed: str) -> None:
    event = next(one for one in found(text) if str(one.when) == "2015-05-03")
    spans = of_others(told(a_story(text), ISSUE, TODAY), event, set())
    assert " ".join(text[start:end] for start, end in spans) == closed
