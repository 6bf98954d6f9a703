"""What is to come and what was done, each part of a sentence by itself."""

from __future__ import annotations

import pytest

from importers.lexicon import words
from importers.tense import looks_back, tenses

CASES = [
    ("an offer that was accepted", "they accepted the offer of peru to host the next round in july.", {"july": "+"}, False),
    ("an offer that was made use of", "they accepted the offer of peru in july.", {"july": "-"}, False),
    ("supposed to", "a pilot is supposed to start from 1 july.", {"july": "+"}, True),
    ("will have a thing", "on july 3 our partners will have a workshop.", {"july": "+"}, True),
    ("days before what will be", "on july 6, 7 and 8 the port will hold a fair.", {"july": "+"}, True),
    ("a relative clause ahead", "on 3 july they handed over a school, which will be run by the county.", {"july": "-"}, False),
    ("one inside", "the centre in osh, which will serve 300 people, was opened on 3 july.", {"july": "-"}, False),
    ("what it is for", "a memorandum that is to guide the work was signed on 3 july.", {"july": "-"}, False),
    ("what is expected of it", "a centre, expected to serve 300 women, opened on 12 august.", {"august": "-"}, False),
    ("an adjective", "the upcoming elections were discussed at a round table on 12 august.", {"august": "-"}, False),
    ("two clauses", "the fourth committee met on 3 july; the fifth will meet in january.", {"july": "-", "january": "+"}, False),
    ("agreed for later", "they agreed on 3 july that a meeting would be held in october.", {"july": "-", "october": "+"}, False),
    ("asked for", "they recommended on 3 july that the mayors meet in october.", {"july": "-", "october": "+"}, False),
    ("asked for, of a thing", "it was agreed that a fair be held in october.", {"october": "+"}, False),
    ("said of the past", "they agreed that the mayors met in october.", {"october": "-"}, False),
    ("announced", "a second course, for handlers, is planned for february.", {"february": "+"}, True),
    ("will", "the port will host the seventh meeting in march.", {"march": "+"}, True),
    ("launched and to run", "it was launched in august and is to run until march.", {"august": "-", "march": "+"}, False),
    ("an attribute of what is to come", "a hall, paid for in may, will open in june.", {"may": "-", "june": "+"}, True),
    ("data collected", "data collected at sea in may will be examined in june.", {"may": "-", "june": "+"}, True),
    ("a lead that was done", "with the opening of the hall on 22 may, people will save hours.", {"may": "-"}, False),
    ("a law adopted before", "the council will discuss in june the law adopted in may.", {"june": "+", "may": "-"}, True),
    ("announced without that", "he announced it will open in june.", {"june": "+"}, False),
    ("expected then", "the road was expected to open in june.", {"june": "-"}, False),
    ("what will have been", "by may they will have taught 400 officers.", {"may": "-"}, False),
    ("composed of", "the work will be overseen in june by a group composed of nurses.", {"june": "+"}, True),
    (
        "an offer to be the host",
        "peru offered on 3 july to be the host of the next round in october.",
        {"july": "-", "october": "+"},
        False,
    ),
    ("a promise to come", "the guests promised to come to osh in october.", {"october": "+"}, False),
    ("set for", "the first sitting is set for 3 june.", {"june": "+"}, True),
    ("a guest to come", "the guest, who is to come on 3 july, asked in may for a room.", {"july": "+", "may": "-"}, False),
    ("the past behind what is to come", "both will sit down in june to see what went well.", {"june": "+"}, True),
    ("fixed for", "the course has been fixed for june, and the second was held in may.", {"june": "+", "may": "-"}, True),
    ("what somebody said would be", "they say that osh would play host to it in june.", {"june": "+"}, True),
    ("what would have been", "the hall would have been open in june.", {"june": "-"}, False),
    ("arrives", "they work on a register, for which a team of divers arrives in november.", {"november": "+"}, True),
    ("planned behind what will be", "the third, upon which they will get papers, is planned for may.", {"may": "+"}, True),
    ("postponed", "the meeting was postponed to 9 september.", {"september": "+"}, True),
    ("deferred", "both talks have been deferred until september.", {"september": "+"}, True),
    ("what was to be held before", "the fair, held in may, was rescheduled to july.", {"may": "-", "july": "+"}, True),
    ("a number", "in may two hundred trees will be planted.", {"may": "+"}, True),
    ("a name", "in may the mounted police will visit osh.", {"may": "+"}, True),
    ("a compound", "12 may community-based care in osh", {"may": " "}, False),
    ("who hosts it", "3 may course on oil, hosted by the port", {"may": " "}, False),
    ("who hosted it", "on 3 may the course was hosted by the port.", {"may": "-"}, False),
    ("opened again", "the hall re-opened on 3 may.", {"may": "-"}, False),
    ("a name in -ed", "3 may launch of the integrated plan", {"may": " "}, False),
    ("nothing tells", "3 august conference on prisons", {"august": " "}, False),
    ("nothing", "", {}, False),
]


@pytest.mark.parametrize(("what", "sentence", "signs", "planned"), CASES, ids=[case[0] for case in CASES])
def test_each_part_has_its_tense(what: str, sentence: str, signs: dict[str, str], planned: bool) -> None:
    read = tenses(sentence, words(sentence))
    assert {word: read.at(sentence.index(word)) for word in signs} == signs
    assert read.planned is planned


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [("a law on boats was drafted.", True), ("a law on boats is being drafted.", False), ("a law on boats is planned.", False)],
)
def test_what_is_being_done_has_not_happened(sentence: str, wanted: bool) -> None:
    assert looks_back(sentence) is wanted
