"""What began at a date since which something is there."""

from __future__ import annotations

import pytest

from db.models import Kind
from importers.events.candidates import CERTAIN, candidates
from importers.events.telling import told
from tests.importers.conftest import ISSUE, TODAY, a_story

BEGUN = [
    ("works since", "A bakery works in the colony since 2013.", [("2013", Kind.LAUNCH)]),
    ("has been at work since", "The oldest unit, at the dry port, has been at work since May 2014.", [("2014-05", Kind.LAUNCH)]),
    ("since a season", "A bakery works in the colony since the autumn of 2013.", [("2013-23", Kind.LAUNCH)]),
    ("is open since", "The shelter is open since 2014.", [("2014", Kind.OPENING)]),
    (
        "two since their own times",
        "Trust points have existed since 2009 and tablets are available there since March 2012.",
        [("2009", Kind.LAUNCH), ("2012-03", Kind.LAUNCH)],
    ),
    ("since its noun", "Since its beginning in 2010 the network is financed by Norway.", [("2010", Kind.LAUNCH)]),
    ("since its opening", "Since the opening of the clinic in 2010 it was busy.", [("2010", Kind.OPENING)]),
    ("since a plan", "Since the formulation of its first strategy for rivers in 2010 it is busy.", [("2010", Kind.ROAD_MAP)]),
    ("since a signature", "Since the signing of the accord in 2010 it is quiet.", [("2010", Kind.AGREEMENT)]),
    ("an agreement kept", "The two towns have had a cooperation agreement since 2010.", [("2010", Kind.AGREEMENT)]),
    ("a new way", "Since 1 May, requests have been lodged on paper no more.", [("2015-05-01", Kind.LAUNCH)]),
    (
        "what goes on for years",
        "Since 2012, the Fund for Rivers, with two towns, has collaborated with us.",
        [("2012", Kind.LAUNCH)],
    ),
    ("on the road", "Two libraries of the valley have been on the road since May 2014.", [("2014-05", Kind.LAUNCH)]),
    ("staffed", "The desk at the quay has been staffed since 4 May 2015.", [("2015-05-04", Kind.OPENING)]),
    ("what a person does for years", "Since 2012, she has risen with the sun.", []),
    ("a count", "Since 1 May, 430 requests have been reported.", []),
    ("an act in force", "The new code of rivers, in force since March 2014, is short.", [("2014-03", Kind.ROAD_MAP)]),
    ("an agreement in force", "The agreement on rivers has been in force since March 2014.", [("2014-03", Kind.AGREEMENT)]),
    ("from a date that begins the sentence", "From 1 May the clinic works around the clock.", [("2015-05-01", Kind.LAUNCH)]),
    ("beside a name", "The guests took stock of the ferry line, running since May 2014, for a day.", [("2014-05", Kind.LAUNCH)]),
    ("a new way that can be", "Since 4 May, boatmen can pay on their phones.", [("2015-05-04", Kind.LAUNCH)]),
    ("what is carried too", "Since 4 May it has also carried letters.", [("2015-05-04", Kind.LAUNCH)]),
    ("a count of what is carried", "Since 4 May it has carried 430 letters.", []),
    ("a count in a month", "Five nets were seized in May alone.", []),
    ("a share of a quarter", "Among the 1,400 boats searched in the first quarter nine were seized.", []),
    ("a feast of each year", "The opening of the pier is marked each May.", []),
    ("since a misfortune", "Nine wardens were trained for the first time since the fire of 3 May.", []),
    ("a year alone with people", "In 2014 alone 43,000 Kenyan and Malian herders handed over cattle.", []),
    ("from a date to another", "From 1 to 9 May the clinic works at night.", []),
    ("from a date on which something was done", "From 1 May the clinic was shut.", []),
    ("what a person does", "She works in the laboratory since 2003.", []),
    ("a sum over years", "Since 2010 sixty tons were burnt.", []),
    ("no state", "The river has risen since 2010.", []),
]


@pytest.mark.parametrize(("what", "text", "wanted"), BEGUN)
def test_what_is_there_since_a_time_began_then(what: str, text: str, wanted: list[tuple[str, Kind]]) -> None:
    sentence = told(a_story(text, "Notes"), ISSUE, TODAY)[0]
    found = [one for one in candidates(sentence, 0) if one.strength >= CERTAIN]
    assert [(one.dated.when.edtf, one.kinds.best) for one in found if one.dated is not None] == wanted
