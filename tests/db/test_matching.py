"""Re-readings: what is the same milestone, what is the same newsletter, and what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import pytest

from db.matching import Known, make_uid, match, name_new, sentences, shared, squeeze
from db.models import Evidence, Kind, Milestone
from db.when import When

BRIDGE = "A new checkpoint with a laboratory was opened at the river bridge near Termez in May."
GUESTS = "Guests from four ministries and the local council came to see the equipment at work."
COURSE = "Twenty officers finished a course on precursor control in Bishkek on 3 June 2014."
BOTH = "After the protocol was signed in March 2015, the first joint training took place in Osh in September 2015."


def told(quote: str, date: str = "2016-05", kind: Kind = Kind.OPENING, title: str = "Checkpoint opened at the bridge") -> Milestone:
    return Milestone(title, When(date), kind, evidence=Evidence(((0, len(quote)),), quote) if quote else None)


@dataclass(frozen=True)
class Case:
    name: str
    old: list[Milestone]
    new: list[Milestone]
    pairs: dict[int, int] = field(default_factory=dict)
    """Index in new -> index in old."""
    gone: frozenset[int] = frozenset()


CASES = [
    Case(
        "nothing changed",
        [told(BRIDGE), told(COURSE, "2014-06-03", Kind.TRAINING)],
        [told(BRIDGE), told(COURSE, "2014-06-03", Kind.TRAINING)],
        {0: 0, 1: 1},
    ),
    Case("quote one sentence longer", [told(BRIDGE)], [told(f"{BRIDGE} {GUESTS}")], {0: 0}),
    Case("quote one sentence shorter", [told(f"{BRIDGE} {GUESTS}")], [told(BRIDGE)], {0: 0}),
    Case("date one precision finer", [told(BRIDGE, "2016-05")], [told(BRIDGE, "2016-05-13")], {0: 0}),
    Case(
        "date one precision coarser, title anew",
        [told(BRIDGE, "2016-05-13")],
        [told(BRIDGE, "2016", title="Bridge checkpoint")],
        {0: 0},
    ),
    Case("date only about", [told(BRIDGE, "2016-05")], [told(BRIDGE, "2016-05~")], {0: 0}),
    Case(
        "blocks in another order",
        [told(BRIDGE), told(COURSE, "2014-06-03", Kind.TRAINING), told(GUESTS, "2016-05", Kind.VISIT)],
        [told(GUESTS, "2016-05", Kind.VISIT), told(BRIDGE), told(COURSE, "2014-06-03", Kind.TRAINING)],
        {0: 2, 1: 0, 2: 1},
    ),
    Case(
        "two milestones in one sentence, kept apart by date",
        [told(BOTH, "2015-03", Kind.AGREEMENT), told(BOTH, "2015-09", Kind.TRAINING)],
        [told(BOTH, "2015-09-07", Kind.TRAINING), told(BOTH, "2015-03-20", Kind.AGREEMENT)],
        {0: 1, 1: 0},
    ),
    Case(
        "two milestones in one sentence, kept apart by kind",
        [told(BOTH, "2015", Kind.AGREEMENT), told(BOTH, "2015", Kind.TRAINING)],
        [told(BOTH, "2015-09", Kind.TRAINING), told(BOTH, "2015-03", Kind.AGREEMENT)],
        {0: 1, 1: 0},
    ),
    Case(
        "two milestones in one sentence, one of them no longer read",
        [told(BOTH, "2015-03", Kind.AGREEMENT), told(BOTH, "2015-09", Kind.TRAINING)],
        [told(BOTH, "2015-09", Kind.TRAINING, "First joint training in Osh")],
        {0: 1},
    ),
    Case(
        "two milestones in one sentence, one replaced by another: no pair for want of date and kind",
        [told(BOTH, "2015-03", Kind.AGREEMENT), told(BOTH, "2015-09", Kind.TRAINING)],
        [told(BOTH, "2016-01", Kind.VISIT), told(BOTH, "2017-01", Kind.LAUNCH)],
        {},
    ),
    Case(
        "date and kind both read anew, but nothing else it could be", [told(BRIDGE, "2015-02", Kind.VISIT)], [told(BRIDGE)], {0: 0}
    ),
    Case(
        "the same event in the other family of text",
        [told("A new checkpoint with a laboratory was opened at the river bridge near Ter­mez in May.")],
        [told("A NEW CHECKPOINT with a labora- tory was opened at the river bridge near Termez in May.")],
        {0: 0},
    ),
    Case(
        "ligatures of a PDF",
        [told("The first oﬃce of its kind was ﬁnally opened in Osh.")],
        [told("The first office of its kind was finally opened in Osh.")],
        {0: 0},
    ),
    Case(
        "two equal milestones keep their order",
        [told(BRIDGE), told(BRIDGE)],
        [told(COURSE, "2014-06-03", Kind.TRAINING), told(BRIDGE), told(BRIDGE)],
        {1: 0, 2: 1},
    ),
    Case("two equal milestones, one now", [told(BRIDGE), told(BRIDGE)], [told(BRIDGE)], {0: 0}),
    Case("one milestone, two equal ones now", [told(BRIDGE)], [told(BRIDGE), told(BRIDGE)], {0: 0}),
    Case(
        "neighbours that share a sentence",
        [told(f"{BRIDGE} {GUESTS}"), told(f"{GUESTS} {COURSE}")],
        [told(f"{GUESTS} {COURSE}"), told(BRIDGE)],
        {0: 1, 1: 0},
    ),
    Case("other evidence, same date and kind", [told(BRIDGE)], [told(GUESTS)], {}),
    Case("a gone one comes back", [told(BRIDGE), told(COURSE, "2014")], [told(COURSE, "2014")], {0: 1}, frozenset({1})),
    Case("one still told before a gone one", [told(BRIDGE), told(BRIDGE)], [told(BRIDGE)], {0: 1}, frozenset({0})),
    Case(
        "one still told before a gone one, read a little otherwise",
        [told(BRIDGE), told(BRIDGE)],
        [told(BRIDGE, title="Bridge checkpoint")],
        {0: 1},
        frozenset({0}),
    ),
    Case("nothing before", [], [told(BRIDGE)], {}),
    Case("nothing now", [told(BRIDGE)], [], {}),
    Case("no evidence is no match", [told("")], [told("")], {}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_match(case: Case) -> None:
    old = [Known(f"uid{index}", milestone, index in case.gone) for index, milestone in enumerate(case.old)]
    assert match(old, case.new) == {new: f"uid{index}" for new, index in case.pairs.items()}


def test_match_of_many_is_one_to_one() -> None:
    many = [
        told(f"The {number}th seminar of the series brought guests to hall {number} in May.", title=f"Seminar {number} held")
        for number in range(60)
    ]
    old = [Known(f"uid{number}", milestone) for number, milestone in enumerate(many)]
    new = [replace(milestone, kind=Kind.MEETING) for milestone in reversed(many)]
    assert match(old, new) == {index: f"uid{59 - index}" for index in range(60)}


def test_uid() -> None:
    first = make_uid(told(BRIDGE), 0)
    assert re.fullmatch("[a-z2-7]{10}", first)
    assert first == make_uid(told(BRIDGE.upper().replace(" ", "\n"), title="Any other title"), 0), (
        "case, breaks and title are not in it"
    )
    assert len({first, make_uid(told(BRIDGE), 1), make_uid(told(BRIDGE, "2016"), 0), make_uid(told(GUESTS), 0)}) == 4
    by_hand = told("", title="Entered by a person")
    assert make_uid(by_hand, 0) != make_uid(replace(by_hand, title="Entered by another"), 0)


def test_names_are_free() -> None:
    twin = told(BRIDGE)
    assert name_new([twin, twin, told(GUESTS)], lambda _: set()) == [
        make_uid(twin, 0),
        make_uid(twin, 1),
        make_uid(told(GUESTS), 0),
    ]
    assert name_new([twin, twin], {make_uid(twin, 0), make_uid(twin, 2)}.intersection) == [make_uid(twin, 1), make_uid(twin, 3)]


TIDY = f"# Milestones\n\n## The bridge\n\n{BRIDGE} {GUESTS}\n\n## Courses\n\n{COURSE} {BOTH}\n"
RAW = (
    "MILESTONES\n\nTHE BRIDGE\n\n"
    + BRIDGE.replace("checkpoint", "check-\n\npoint")
    + "\n"
    + GUESTS.replace(" ", "\n", 4)
    + f"\n\nCOURSES\n{COURSE}\n\n{BOTH}"
)


@pytest.mark.parametrize(
    ("text", "known", "same"),
    [
        (TIDY, TIDY, True),
        (RAW, TIDY, True),
        (TIDY, RAW, True),
        (f"{BRIDGE} {GUESTS} {COURSE} The very last of the four sentences was put otherwise.", TIDY, True),
        (f"{BRIDGE} {COURSE} These words stand in no other issue. Nor would you look for these there.", TIDY, False),
        (f"{BRIDGE} These words stand in no other issue at all.", TIDY, False),
        ("Thank you. See you soon. Yours.", TIDY, False),
        ("Short note", "A short note.", True),
        ("", TIDY, False),
        ("\n \n", "", False),
        (
            "12 May: visit\n" * 3 + "\n".join(f"{day} June: seminar number {day} in hall {day}" for day in range(1, 30)),
            "June: nothing",
            False,
        ),
    ],
)
def test_same_source(text: str, known: str, same: bool) -> None:
    assert (shared(sentences(text) or [squeeze(text)], squeeze(known)) > 0.5) is same


def test_lists_without_full_stops_are_taken_by_lines() -> None:
    lines = [f"{day} June: a seminar for officers in hall number {day}" for day in range(1, 20)]
    assert sentences("\n".join(lines)) == [squeeze(line) for line in lines]
    changed = [*lines[:-1], "30 June: nothing of the sort was held in any hall"]
    assert shared(sentences("\n".join(changed)), squeeze("\n".join(lines))) == 18 / 19
