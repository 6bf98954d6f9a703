"""Which milestones a story is about, and which it only mentions."""

from __future__ import annotations

import pytest

from db.models import Kind
from tests.importers.events.test_events import MAIN, MENTIONED, found, told_as

STORIES = [
    (
        "a diary whose heading says nothing",
        "Osh and around",
        "- Conference on prisons: Osh, 3 August 2015.\n- Training course for judges: Naryn, 9 September 2015.",
        [("2015-08-03", Kind.MEETING, MENTIONED), ("2015-09-09", Kind.TRAINING, MENTIONED)],
    ),
    (
        "the next of several",
        "New software",
        "The new software was launched in Osh on 3 May 2015. Naryn followed on 9 June 2015.",
        [("2015-05-03", Kind.LAUNCH, MAIN), ("2015-06-09", Kind.LAUNCH, MAIN)],
    ),
    (
        "the next of several, long before",
        "New software",
        "The new software was launched in Osh on 3 May 2015. The law was adopted in March 2013. The rules followed in April 2013.",
        [("2015-05-03", Kind.LAUNCH, MAIN), ("2013-03", Kind.ROAD_MAP, MENTIONED), ("2013-04", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "what became of it",
        "Under the lid",
        "A review of six harbours was held in May 2015. Its report was published and launched on 9 June 2015.",
        [("2015-05", Kind.REVIEW, MAIN), ("2015-06-09", Kind.PUBLICATION, MENTIONED)],
    ),
    (
        "a prize with a year",
        "Notes",
        "The post was opened on 3 May 2015. Work completed by the service has earned it the 2014 Clean Bay of the Year Award.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "a year in a name",
        "Notes",
        "The 2014 household survey was published in Osh on 3 May 2015.",
        [("2015-05-03", Kind.PUBLICATION, MAIN)],
    ),
    (
        "a day in words that no list has, with a sum",
        "The ministers on the road",
        "The mayors took the trouble on 3 May 2015, to see what two million euros have bought so far. They handed over a boat.",
        [("2015-05-03", Kind.SUPPORT, MAIN)],
    ),
    (
        "news of what will be",
        "In brief",
        "- A new post was opened in Osh on 3 April 2015.\n- The course for judges will be held in Osh on 3 August 2015.",
        [("2015-04-03", Kind.OPENING, MAIN), ("2015-08-03", Kind.TRAINING, MAIN)],
    ),
    (
        "what had been done before is not what the story is about",
        "Notes",
        "The law on guards had been adopted by the Council on 6 May 2015. The ministry launched a campaign in Osh on 3 June 2015.",
        [("2015-05-06", Kind.ROAD_MAP, MENTIONED), ("2015-06-03", Kind.LAUNCH, MAIN)],
    ),
    (
        "what had been done with those whom it tells of",
        "Nine years",
        "On 9 June 2015 the court of Osh sentenced three men for the 90 kilos of hashish that the guards had found on 6 May 2015.",
        [("2015-06-09", Kind.OPERATION, MAIN), ("2015-05-06", Kind.OPERATION, MENTIONED)],
    ),
    (
        "what had been done with what it names",
        "Six agencies agree on a calendar",
        "The six agencies met in Osh. They adopted a calendar for the law on audits, which the Council had approved on 5 May 2015.",
        [("2015-34", Kind.MEETING, MAIN), ("2015-05-05", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "two sentences on one deed",
        "Notes",
        "A bakery was opened in Osh on 3 May 2015. The round reached 400 farms on 9-11 June 2015. Vaccines were donated by Japan.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2015-06-09/2015-06-11", Kind.SUPPORT, MENTIONED)],
    ),
    (
        "one day of a diary",
        "Dates to remember",
        "3 August: Conference on prisons, Osh",
        [("2015-08-03", Kind.MEETING, MENTIONED)],
    ),
    *(
        (
            f"what was, below {heading}",
            heading,
            "14 March Cyclone Ana makes landfall near Osh\n\n3 May Conference of donors, Naryn\n\n12 June Course for divers, Osh",
            [("2015-05-03", Kind.MEETING, MENTIONED), ("2015-06-12", Kind.TRAINING, MENTIONED)],
        )
        for heading in ("The road so far", "Timeline", "LOOKING BACK")
    ),
    *(
        (
            f"words to the readers below {heading}",
            heading,
            (
                "Our new office in Naryn opened its doors on 3 May 2015. Never have so many workshops been held in our valleys. "
                "This quarter forty judges were trained in Osh. Between April and June we organized seventy events. "
                "In June I visited the school in Talas. This third number of the bulletin gives account of a course in May."
            ),
            [("2015-05-03", Kind.OPENING, MENTIONED)],
        )
        for heading in (
            "Foreword",
            "Editorial",
            "A word from the Regional Representative",
            "MESSAGE FROM THE HEAD OF OFFICE",
            "From the Coordinator",
            "From the Coordinator's Desk",
            "Welcome note by our Country Director",
        )
    ),
    *(
        (
            f"a life below {heading}",
            heading,
            "Later a team came with forms and vests and trained her. On 3 May 2015 the guild handed over a loom to forty women.",
            [("2015-05-03", Kind.SUPPORT, MAIN)],
        )
        for heading in ("Portrait: the woman at the loom", "Faces of the valley", "Interview with Ana Lund")
    ),
    *(
        (
            f"a story below {heading}",
            heading,
            "Our new office in Naryn opened its doors on 3 May 2015.",
            [("2015-05-03", Kind.OPENING, MAIN)],
        )
        for heading in (
            "A message from the valley",
            "Letters from the road",
            "Beds from the Ambassador of Japan",
            "Voice recorders handed over",
            "One story ends, another begins",
            "Looking back on a good course for weavers",
        )
    ),
]


@pytest.mark.parametrize(("what", "heading", "text", "wanted"), STORIES, ids=[case[0] for case in STORIES])
def test_levels(what: str, heading: str, text: str, wanted: list[tuple[str, Kind, object]]) -> None:
    assert told_as(found(text, heading)) == wanted
