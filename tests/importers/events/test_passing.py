"""What is told in passing beside a main milestone."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.models import Kind, Level
from tests.importers.events.test_events import found, told_as

MAIN, MENTIONED = Level.MAIN, Level.MENTIONED
STORIES = [
    (
        "what had been before, behind a colon",
        "Since 3 May 2015 a post stands in Osh. It was inaugurated by the mayors: the protocol had been signed on 22 April 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-04-22", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "a list of towns, one of several words",
        "Three courses on fares took place: in Osh (2-4 May 2015), Dar es Salaam (8-9 May) and Naryn (15-16 May).",
        [
            ("2015-05-02/2015-05-04", Kind.TRAINING, MAIN),
            ("2015-05-08/2015-05-09", Kind.TRAINING, MAIN),
            ("2015-05-15/2015-05-16", Kind.TRAINING, MAIN),
        ],
    ),
    (
        "earlier ones of a series that is only named",
        "Judges were trained in Osh on 3 May 2015. It was the third of its kind. The first two had taken place in Suva in 2014.",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2014", Kind.TRAINING, MENTIONED)],
    ),
    (
        "what it is a part of, and since when",
        "Judges were trained in Osh on 3 May 2015. The workshop is one of six under a project begun in April 2014 in Suva.",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2014-04", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "what was given at it",
        "The keepers of the lake met in Osh on 3-4 May 2015. Six sonars, a gift of Norway, were handed over during the meeting.",
        [("2015-05-03/2015-05-04", Kind.MEETING, MAIN), ("2015-05-03/2015-05-04", Kind.SUPPORT, MENTIONED)],
    ),
    (
        "what was shown on its last day",
        "Judges were trained in Osh from 3 to 5 May 2015.\n\nA handbook, the first in Tongan, was presented on the last day.",
        [("2015-05-03/2015-05-05", Kind.TRAINING, MAIN), ("2015-05-05", Kind.PUBLICATION, MENTIONED)],
    ),
    (
        "the next step of a law",
        "The senate passed two laws on eels in May 2015. Both received the assent of the President on 30 May.",
        [("2015-05", Kind.ROAD_MAP, MAIN), ("2015-05-30", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "what else was signed on the day",
        "The two mayors signed a charter in Osh on 3 May 2015. On the same day a loan agreement was concluded with the bank.",
        [("2015-05-03", Kind.AGREEMENT, MAIN), ("2015-05-03", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "how many calls there were up to a time",
        "Line 115, which was launched on 18 April 2015, took 2,300 calls up to the end of June.",
        [("2015-04-18", Kind.LAUNCH, MAIN)],
    ),
    (
        "how much was cleared, and issued, in a year",
        "A post was opened in Osh on 3 May 2015. In 2014 they cleared 412,000 square metres. 8,000 passes were issued in 2014.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "of which year the files are that are looked through",
        "A post was opened in Osh on 3 May 2015. The clerks reviewed eleven files of the last year.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "what was before that which is told",
        "A post was opened in Osh on 3 May 2015. It followed a protocol on tolls concluded between two lakes in March 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "the second of two groups",
        "A post was opened in Osh on 3 May 2015. A course ended in Naryn in March 2015; the second starts in Talas in August.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2015-03", Kind.TRAINING, MENTIONED), ("2015-08", Kind.TRAINING, MENTIONED)],
    ),
    (
        "two towns with their days in brackets",
        "Guards were trained in Osh (2-4 May 2015) and in Naryn (15-16 May).",
        [("2015-05-02/2015-05-04", Kind.TRAINING, MAIN), ("2015-05-15/2015-05-16", Kind.TRAINING, MAIN)],
    ),
    (
        "the time of figures that others are compared with is none",
        "A post was opened in Osh on 3 May 2015. Guards held 12 courses, against 9 courses in 2013.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "nor are people from several places such figures",
        "Judges from 12 regions met in May 2015 in Osh.",
        [("2015-05", Kind.MEETING, MAIN)],
    ),
    (
        "who was hurt when something was done leaves that told",
        "Three officers were injured when police raided a house in Osh on 3 May 2015 and seized 40 kg of heroin.",
        [("2015-05-03", Kind.OPERATION, MAIN)],
    ),
    (
        "what is often so is none",
        "Such thefts are often qualified as smuggling in Naryn. The judges met in Osh.",
        [("2015-34", Kind.MEETING, MAIN)],
    ),
    (
        "two parts of one training",
        "A post was opened in Osh on 3 May 2015. Guards passed basic training in October 2014 and practical training in March.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-10", Kind.TRAINING, MENTIONED), ("2015-03", Kind.TRAINING, MENTIONED)],
    ),
    (
        "two visits with one verb",
        "A post was opened in Osh on 3 May 2015. Guards paid visits to Vilnius in March 2014 and to Riga in January 2015.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.VISIT, MENTIONED), ("2015-01", Kind.VISIT, MENTIONED)],
    ),
    (
        "what a visitor opened is told",
        "The envoy visited Osh from 3 to 5 May 2015. He also opened a training centre for guards.",
        [("2015-05-03/2015-05-05", Kind.VISIT, MAIN), ("2015-05-03/2015-05-05", Kind.OPENING, MENTIONED)],
    ),
    (
        "what he saw is not",
        "The envoy visited Osh from 3 to 5 May 2015. He also saw a training centre for guards.",
        [("2015-05-03/2015-05-05", Kind.VISIT, MAIN)],
    ),
    (
        "somebody else came in the same days",
        "A course was held in Osh from 3 to 5 May 2015. During the same days the post was visited by the ambassador of Japan.",
        [("2015-05-03/2015-05-05", Kind.TRAINING, MAIN), ("2015-05-03/2015-05-05", Kind.VISIT, MENTIONED)],
    ),
    (
        "an earlier deed put in behind a name is not what the story is about",
        "The handbook on rivers, presented in May 2014, is now read in four languages.",
        [("2014-05", Kind.PUBLICATION, MENTIONED)],
    ),
    (
        "however long it is",
        (
            "The league, which was founded in Naryn in 2013 with the money of the council of the upper towns and of some mayors "
            "from the lower ones too, held its fourth meeting in Osh from 3 to 5 May 2015."
        ),
        [("2015-05-03/2015-05-05", Kind.MEETING, MAIN), ("2013", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "which lends no year to what the sentence tells",
        "The river school, re-established by a decree in March 2010, was moved into a renovated house in April.",
        [("2015-04", Kind.OPENING, MAIN), ("2010-03", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "nor does what had been before to what the next one tells",
        (
            "On 3 May 2015 guards were trained in a course. It is one of a project, for which two towns had signed an agreement "
            "in March 2014. Other courses were held in Naryn on 2-4 February."
        ),
        [
            ("2015-05-03", Kind.TRAINING, MAIN),
            ("2014-03", Kind.AGREEMENT, MENTIONED),
            ("2015-02-02/2015-02-04", Kind.TRAINING, MENTIONED),
        ],
    ),
    (
        "nor does what was done to a thing at the end of a sentence",
        (
            "On 3 May 2015 guards were trained in a course. It follows the plan adopted in Osh in October 2013.\n\n"
            "The mayors signed a protocol in Naryn on 28 March."
        ),
        [
            ("2015-05-03", Kind.TRAINING, MAIN),
            ("2013-10", Kind.ROAD_MAP, MENTIONED),
            ("2015-03-28", Kind.AGREEMENT, MENTIONED),
        ],
    ),
    (
        "a day alone is of the month of the last day told, whatever year stands between",
        (
            "On 26 June 2015 the guards opened a school. Some 200 people ate eels in 2013, it says. "
            "Earlier in the same week, on the 22nd, the mayors signed a protocol."
        ),
        [("2015-06-26", Kind.OPENING, MAIN), ("2015-06-22", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "days in brackets say which parts of two months are meant",
        "Guards were trained in a course in Osh at the end of April and beginning of May (27 April - 2 May 2015).",
        [("2015-04-27/2015-05-02", Kind.TRAINING, MAIN)],
    ),
    (
        "a month that leads to its day",
        "On 3 May 2015 guards were trained in a course. The text on it was signed last March, on the 12th.",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2015-03-12", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "nor where both stand in one clause",
        "Parliament ratified on 14 May 2015 the agreement on the office in Osh, signed on 11 March 2014.",
        [("2015-05-14", Kind.AGREEMENT, MAIN), ("2014-03-11", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "but a deed of the issue's time is",
        "The handbook on rivers, presented on 9 May 2015, is now read in four languages.",
        [("2015-05-09", Kind.PUBLICATION, MAIN)],
    ),
    (
        "what comes first is, though another is told more surely",
        "On 5 May 2015 twenty guards were trained in a course. The memorandum on it was signed and ratified on 9 June 2015.",
        [("2015-05-05", Kind.TRAINING, MAIN), ("2015-06-09", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "what the writer recalls is told",
        "A clinic was opened in Osh on 3 May 2015. It is recalled that the establishment of clinics was decided in March 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "a deed put in behind a name, where the rest tells what something is like",
        "A clinic was opened in Osh on 3 May 2015. That in Naryn, completed in March 2014 with other money, served as a model.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.OPENING, MENTIONED)],
    ),
    (
        "what was set up, behind a name",
        "A clinic was opened in Osh on 3 May 2015. Its board, set up in 2009 with our help, was dissolved in March 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2009", Kind.LAUNCH, MENTIONED), ("2014-03", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "what a relative clause dates",
        "A clinic was opened in Osh on 3 May 2015. Another, which two mayors opened in March 2014, has had 22 guests so far.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.OPENING, MENTIONED)],
    ),
    (
        "what a semicolon sets apart from figures",
        "A clinic was opened in Osh on 3 May 2015. The project on it was started in March 2014; the town adds 10 per cent.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "each of a list has its place",
        "Workshops took place on 1-2 May in Lima, 6-7 May in Osh, and 12-13 May in Kuta.",
        [
            ("2015-05-01/2015-05-02", Kind.TRAINING, MAIN),
            ("2015-05-06/2015-05-07", Kind.TRAINING, MAIN),
            ("2015-05-12/2015-05-13", Kind.TRAINING, MAIN),
        ],
    ),
    (
        "or its place and country before it",
        "Courses were held in Apia, Samoa (June 2014), Suva, Fiji (March 2015) and Davao, the Philippines (May 2015).",
        [("2014-06", Kind.TRAINING, MAIN), ("2015-03", Kind.TRAINING, MAIN), ("2015-05", Kind.TRAINING, MAIN)],
    ),
    (
        "another that was adopted in the same month",
        "The bill on dogs, adopted in May 2015, is strict.\n\nThe plan on cats, also adopted by Parliament in May 2015, is mild.",
        [("2015-05", Kind.ROAD_MAP, MAIN), ("2015-05", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "how many there are on a day is none",
        "A clinic was opened in Osh on 3 May 2015. As of 9 June 2015, there have been 14 trainings, along with nine visits.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "nor is what was not",
        "A clinic was opened in Osh on 3 May 2015. No nurse was trained in it in March 2014.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "but no fewer than some is",
        "A clinic was opened in Osh on 3 May 2015. No fewer than ten nurses were trained for it in March 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-03", Kind.TRAINING, MENTIONED)],
    ),
    (
        "nor is what anybody did",
        "A clinic was opened in Osh on 3 May 2015. Anyone who waited there in March 2014 met a bear.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "a month of the issue that was still to come",
        "A clinic was opened in Osh on 3 April 2015. A course for its nurses will be held on 15-16 June.",
        [("2015-04-03", Kind.OPENING, MAIN), ("2015-06-15/2015-06-16", Kind.TRAINING, MENTIONED)],
    ),
    (
        "what was held for the first time",
        "A clinic was opened in Osh on 3 May 2015. When the contest on it was held for the first time, in 2009, it rained.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2009", Kind.CAMPAIGN, MENTIONED)],
    ),
    (
        "a deed as a noun",
        "A clinic was opened in Osh on 3 May 2015. As a result of the installation of six lamps in 2012, it is bright.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2012", Kind.SUPPORT, MENTIONED)],
    ),
    (
        "a sum of a year is none",
        "A clinic was opened in Osh on 3 May 2015. Last year it counted 3,400 visits. In 2013 it delivered 31 notes on trainings.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "what was when another thing happened is no deed",
        "A clinic was opened in Osh on 3 May 2015. When the hill slid on 9 March, the village lost its road.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
    (
        "followed by",
        "A course was held in Osh on 3 May 2015. Lima was the first to try it, in 2012, followed by Suva in 2014.",
        [("2015-05-03", Kind.TRAINING, MAIN), ("2012", Kind.TRAINING, MENTIONED), ("2014", Kind.TRAINING, MENTIONED)],
    ),
    (
        "during a visit",
        "The minister visited Osh on 3 and 4 May 2015. An agreement on fish was signed during her stay.",
        [("2015-05-03/2015-05-04", Kind.VISIT, MAIN), ("2015-05-03/2015-05-04", Kind.AGREEMENT, MENTIONED)],
    ),
    (
        "what was held beside a conference",
        "The conference on rivers was held in Lima from 4 to 7 May 2015. On 5 May Kenya hosted a side event on lakes.",
        [("2015-05-04/2015-05-07", Kind.MEETING, MAIN), ("2015-05-05", Kind.MEETING, MENTIONED)],
    ),
    (
        "what was held at a short one is part of it",
        "The conference on rivers was held in Lima from 4 to 7 May 2015. On 5 May Kenya hosted a discussion on lakes.",
        [("2015-05-04/2015-05-07", Kind.MEETING, MAIN)],
    ),
    (
        "an act of a full day",
        "A clinic was opened in Osh on 3 May 2015. The reform of clinics rests on a decree of 8 August 2012.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2012-08-08", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "what a verb before the and goes for, too",
        "A clinic was opened in Osh on 3 May 2015. Inspectors visited Naryn in April 2014 and the hospital in Talas in June 2014.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2014-04", Kind.VISIT, MENTIONED), ("2014-06", Kind.VISIT, MENTIONED)],
    ),
    (
        "a seminar named with its year",
        "A clinic was opened in Osh on 3 May 2015. Its nurses were at regional seminars in Fiji in 2013.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2013", Kind.TRAINING, MENTIONED)],
    ),
    (
        "a day within some days of another event",
        "A congress of judges was held in Osh from 3 to 12 May 2015. The side event on rivers, held on 9 May, was loud.",
        [("2015-05-03/2015-05-12", Kind.MEETING, MAIN), ("2015-05-09", Kind.MEETING, MENTIONED)],
    ),
    (
        "what a relative clause says was held",
        "Osh was host to the ninth review meeting of the Memorandum of Understanding on eels, which was held on 3 May 2015.",
        [("2015-05-03", Kind.REVIEW, MAIN)],
    ),
    (
        "what becomes law later",
        "A code on rivers was adopted in Osh on 3 May 2015. It will come into force on 1 July 2015.",
        [("2015-05-03", Kind.ROAD_MAP, MAIN), ("2015-07-01", Kind.ROAD_MAP, MENTIONED)],
    ),
    (
        "one of several that are told over their months",
        "In April-June 2015, trainings of nurses were held in Peru. The last training was held in Lima on 3 June.",
        [("2015-04/2015-06", Kind.TRAINING, MAIN), ("2015-06-03", Kind.TRAINING, MENTIONED)],
    ),
    (
        "a deed in a relative clause is of its own kind",
        "A clinic was opened in Osh on 3 May 2015. Nurses visited a shelter, which was set up in June 2012, and a school.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2012-06", Kind.LAUNCH, MENTIONED)],
    ),
    (
        "in the evening of the same day",
        "A clinic was opened in Osh on 3 May 2015. In the evening a film on nurses was screened.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2015-05-03", Kind.CAMPAIGN, MENTIONED)],
    ),
    (
        "the year of what is told to the day",
        "A clinic was opened in Osh on 3 May 2015. This year the police held raids in Talas. The last raid was held on 9 June.",
        [("2015-05-03", Kind.OPENING, MAIN), ("2015-06-09", Kind.OPERATION, MENTIONED)],
    ),
    (
        "what a list goes on with behind brackets",
        "Two courses for divers were held in Osh (Kyrgyzstan) from 3 to 5 May 2015 and in Lima (Peru) from 9 to 11 June 2015.",
        [("2015-05-03/2015-05-05", Kind.TRAINING, MAIN), ("2015-06-09/2015-06-11", Kind.TRAINING, MENTIONED)],
    ),
    (
        "how many were trained in a year",
        "A clinic was opened in Osh on 3 May 2015. In 2014 the office stood by clinics by training over 4,700 nurses.",
        [("2015-05-03", Kind.OPENING, MAIN)],
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), STORIES)
def test_what_is_told_in_passing(what: str, text: str, wanted: list[tuple[str, Kind, Level]]) -> None:
    assert told_as(found(text)) == wanted


TOLD = [line.split("\t") for line in Path(__file__).with_name("passing.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("when", "kind", "sentence"), TOLD, ids=[sentence[:40] for _, _, sentence in TOLD])
def test_an_earlier_or_later_event_is_found_and_known(when: str, kind: str, sentence: str) -> None:
    made = found(f"A clinic was opened in Osh on 3 May 2015. {sentence}")
    assert told_as(made)[0] == ("2015-05-03", Kind.OPENING, MAIN)
    assert [(event.kind.value, event.level) for event in made if event.when.edtf == when] == [(kind, MENTIONED)]
