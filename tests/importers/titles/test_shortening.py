"""Sentences made short: where they are cut, and what of a subject may go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.titles.shortening import LONGEST, best, shorts, verb_of, whole

CUTS = [
    (
        "before a purpose",
        "The ministry of health gave eleven ambulances to the villages along the river to bring the sick to the towns in time.",
        "The ministry of health gave eleven ambulances to the villages along the river",
    ),
    (
        "before what tells more of a noun",
        "The harbour office in the old town presented a register of ships, which lists all that have called there.",
        "The harbour office in the old town presented a register of ships",
    ),
    (
        "not behind a verb that says nothing alone",
        "Veterinary surgeons from Chad, Mali and Niger examined and vaccinated 3,100 camels during the campaign Green Well.",
        "Veterinary surgeons from Chad, Mali and Niger examined and vaccinated 3,100 camels",
    ),
    (
        "neither in a list of names nor between more and than",
        "Fishery officers from Kenya, Uganda, Rwanda and Burundi compared the catches of more than 9,000 boats in the hall.",
        "Fishery officers from Kenya, Uganda, Rwanda and Burundi compared the catches",
    ),
    (
        "not in a name",
        "The two governments agreed to share what they know of rivers with the new Institute of Water and Climate of the region.",
        "The two governments agreed to share what they know of rivers",
    ),
    (
        "without its first article where that is enough",
        "The fourth review meeting of the Convention on the protection of birds was held in Montevideo",
        "Fourth review meeting of the Convention on the protection of birds was held in Montevideo",
    ),
    (
        "not between a currency and its number",
        "The union of farmers of the eastern plains announced additional aid of EUR 500,000 in return for what the towns gave.",
        "The union of farmers of the eastern plains announced additional aid of EUR 500,000",
    ),
    (
        "never in a quotation where there is a place before it",
        "The union of farmers ran a course in Maputo entitled “How to keep the soil where it is: terraces, hedges and patience”.",
        "The union of farmers ran a course in Maputo",
    ),
    (
        "not before what a measure is of",
        (
            "The guild of the northern lakes gave two hundred thousand crowns for the establishment of four schools "
            "of sailing on all shores."
        ),
        "The guild of the northern lakes gave two hundred thousand crowns",
    ),
    (
        "before what is only each",
        "The guild and the port presented the agency of the lakes with twelve hand-held lamps, each about the size of a brick.",
        "The guild and the port presented the agency of the lakes with twelve hand-held lamps",
    ),
    (
        "without a bracket",
        (
            "The training course “Mending of old boats” was organized in Osh (Naryn) in the framework of the project "
            "“Strong Guilds of Lakes”."
        ),
        "The training course “Mending of old boats” was organized in Osh",
    ),
    (
        "before a quotation that has no end",
        (
            'More than ninety guests came together in the old hall in Naryn for the closing event of "Support to the '
            'Lakes in the North".'
        ),
        "More than ninety guests came together in the old hall in Naryn for the closing event",
    ),
    (
        "behind the second of two things",
        (
            "Clerks asked the guild for two things: fewer and shorter workshops, and more patience with the boats "
            "that ferrymen bring back to port."
        ),
        "Clerks asked the guild for two things: fewer and shorter workshops, and more patience",
    ),
    (
        "not behind a verb that says nothing without what follows",
        "Twenty-four cooks of the ferries on the northern lakes and rivers learned in Entebbe how to bake black bread and cakes.",
        "Twenty-four cooks of the ferries learned in Entebbe how to bake black bread and cakes",
    ),
    (
        "what a thing is goes before its name does",
        'The regional project "Mending the old boats and piers of the northern lakes" was launched in the town hall.',
        '"Mending the old boats and piers of the northern lakes" was launched in the town hall',
    ),
    (
        "a memorandum by its letters",
        "The council of the northern lakes and the guild signed a Memorandum of Understanding on the care of piers.",
        "The council of the northern lakes and the guild signed an MoU on the care of piers",
    ),
    (
        "with whom and not where people sat down",
        "The harbour master of the old town and her clerks sat down in Entebbe with some seventy members of the guild.",
        "The harbour master of the old town and her clerks sat down with some seventy members",
    ),
    (
        "somebody else who did it stays",
        "The Fire Brigade of the capital and the school of nursing in Bamako signed an agreement on first aid for the young.",
        "The Fire Brigade of the capital and the school of nursing in Bamako signed an agreement",
    ),
]


@pytest.mark.parametrize(("what", "text", "wanted"), CUTS, ids=[what for what, *_ in CUTS])
def test_where_a_text_is_cut(what: str, text: str, wanted: str) -> None:
    assert best(shorts(text)) == wanted


@pytest.mark.parametrize("text", ["It opened in Osh", "A post was opened.", "Dogs (six) came to Osh,"])
def test_what_fits_loses_nothing(text: str) -> None:
    (only,) = shorts(text)
    assert only.lost == 0
    assert only.text == text.strip(".,")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The newly established centre was opened", "was opened"),
        ("A group of interested people met", "met"),
        ("The evidence-based method took root", None),
        ("The report came out", "came out"),
        ("The court will hear them", "will hear"),
        ("Six cooks learned to swim while a pool was cleaned", "learned"),
        ("The crew of the ferry looked at what was left", "looked"),
        ("Six cooks travelled to Osh and noted that", "travelled"),
        ("The cooks found out as they shadowed six sailors", "found out"),
        ("The boat, found in Osh, was mended", "was mended"),
        ("Two hundred cooks met", "met"),
        ("A second course followed in Osh with ten cooks", "followed"),
    ],
)
def test_the_verb_of_a_sentence(text: str, verb: str | None) -> None:
    found = verb_of(text)
    assert (found[0] if found else None) == verb


def test_no_small_word_is_left_hanging() -> None:
    assert whole("The post on the road to the") == "The post on the road"
    assert whole("To the") == "To the"


@given(st.text(max_size=300))
def test_every_draft_fits(text: str) -> None:
    assert all(len(draft.text) <= LONGEST for draft in shorts(text))
