"""Kinds of events by their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models import Kind
from importers.events.kinds import score_kinds
from importers.sentences import masked

SENTENCES = [
    # what a meeting resolved to do is not done yet
    (Kind.MEETING, "Ministers met in Accra and decided to launch a joint operation against smugglers."),
    (Kind.MEETING, "The board held a meeting in Osh and promised to print an atlas of eels."),
    (Kind.MEETING, "The wardens met on the quay and resolved to seize all nets, and shook hands."),
    # on what something rests, and with whose things it was done
    (Kind.TRAINING, "Nine divers were trained in Osh on the basis of the new edition of the atlas."),
    (Kind.ROAD_MAP, "A set of rules on pilots, based on a report that the academy published in May, was adopted by the cabinet."),
    (Kind.OPERATION, "The town has destroyed 900 nets and rifles since it signed the treaty."),
    (Kind.OPENING, "A third ferry station was opened on 3 May, with equipment donated by the navy."),
    (Kind.OPENING, "The guests noted the opening of the new pier, for which Norway had provided the cranes."),
    # a group that writes does not sit
    (Kind.ROAD_MAP, "An expert group under the ministry finalised on 3 May the draft law on pilots."),
    (Kind.ROAD_MAP, "The working group on eels approved the plan."),
    (Kind.MEETING, "The working group on eels met on 3 May and approved the list."),
    (Kind.LAUNCH, "The working group on eels, which the mayor had set up, is at work."),
    # the name of an operation says nothing of what it is
    (Kind.OPERATION, 'That operation, dubbed "Festival", ran on the lake for nine days.'),
    (Kind.OPERATION, "The operation named “Concert” ended on 3 May."),
    (Kind.LAUNCH, "A register of boats goes live in Osh."),
    (Kind.LAUNCH, "The day also saw the start of the second phase of the project."),
    (Kind.OPERATION, "Two tonnes of hashish went up in smoke on the square."),
    (Kind.OPENING, "The old mill was turned into a hostel and welcomed the first ten guests."),
    (Kind.MEETING, "The closing conference of the Twinning project on ferries took place in Osh."),
    (Kind.VISIT, "An expert mission was deployed to Osh for the dykes."),
    (Kind.TRAINING, "Twenty sailors finished a course on visit, board, search and seizure."),
    (Kind.TRAINING, "Forty probation officers were trained on risk and needs assessment."),
    (Kind.SUPPORT, "The first packages (risk assessment, survey) were delivered in Osh."),
    (Kind.LAUNCH, "The network was founded after a treaty had been signed in Osh."),
    (Kind.AGREEMENT, "Notes were exchanged for a grant of boats."),
    (Kind.OPENING, "A new forensic laboratory was opened in Osh by the minister."),
    (Kind.OPENING, "The shelter for witnesses opened its doors."),
    (Kind.OPENING, "The market at the bridge re-opens in July."),
    (Kind.SUPPORT, "Six dogs trained to find drugs and cash were handed over to the port."),
    (Kind.TRAINING, "The guards trained in Osh and were given their badges."),
    (Kind.AGREEMENT, "The two services signed a protocol on joint patrols."),
    (Kind.OPERATION, "The two services began joint patrols on the lake."),
    (Kind.OPENING, "The inauguration of the border post drew a crowd."),
    (Kind.AGREEMENT, "Both agencies signed a memorandum of understanding."),
    (Kind.AGREEMENT, "Parliament ratified the convention."),
    (Kind.ROAD_MAP, "The Government approved the national drug control strategy."),
    (Kind.ROAD_MAP, "An action plan for prisons was adopted."),
    (Kind.REVIEW, "The mid-term review of the programme took stock of four years."),
    (Kind.REVIEW, "The steering committee of the project met."),
    (Kind.TRAINING, "Thirty officers were trained in searching lorries."),
    (Kind.TRAINING, "A training course for dog handlers was held at the airport."),
    (Kind.VISIT, "Judges of the south went on a study tour."),
    (Kind.MEETING, "A regional conference on migration gathered eight delegations."),
    (Kind.MEETING, "The working group met to discuss the next steps."),
    (Kind.VISIT, "The ambassador visited the prison."),
    (Kind.VISIT, "The director paid an official visit to the capital."),
    (Kind.CAMPAIGN, "A photo exhibition and a flash mob marked the world day."),
    (Kind.CAMPAIGN, "Schoolchildren competed in a football tournament."),
    (Kind.LAUNCH, "A programme on cybercrime was launched."),
    (Kind.LAUNCH, "The Ministry established a hotline for victims."),
    (Kind.OPERATION, "Police seized forty kilograms of opium and arrested two men."),
    (Kind.OPERATION, "A joint operation along the river ended with a raid."),
    (Kind.PUBLICATION, "A survey report on opium was published."),
    (Kind.PUBLICATION, "The handbook came off the press."),
    (Kind.SUPPORT, "Two vehicles and radios were handed over to the border guards."),
    (Kind.PUBLICATION, "The faculty launched its new book on trade."),
    (Kind.LAUNCH, "The faculty launched a project on the book of rivers."),
    (Kind.LAUNCH, "The bureau launched a hotline and a handbook."),
    (Kind.AGREEMENT, "The convention was adopted by the assembly."),
    (Kind.ROAD_MAP, "The national strategy was adopted by the assembly."),
    (Kind.ROAD_MAP, "The law on rivers came into operation."),
    (Kind.LAUNCH, "The ferry came into operation."),
    (Kind.OPENING, "The post on the river went into service on Monday."),
    (Kind.LAUNCH, "The cure for fevers has been available in the village since May."),
    (Kind.CAMPAIGN, "The whole course of the academy took part in a ten-kilometre race along the river."),
    (Kind.TRAINING, "The guards took part in the course on rivers."),
    (Kind.MEETING, "Delegations of both towns took part in the session on rivers."),
    (Kind.AGREEMENT, "A memorandum on joint training was concluded."),
    (Kind.VISIT, "The working group undertook a study visit."),
    (Kind.TRAINING, "The course ran for a week and included a visit to the mint."),
    (Kind.MEETING, "They took part in the third session of the review group."),
    (Kind.CAMPAIGN, "The agency organized a march with school bands."),
    (Kind.MEETING, "The ministers held a March meeting on rivers."),
    (Kind.TRAINING, "Graduation certificates were handed over to the families."),
    (Kind.SUPPORT, "Norway is providing a further 12 million euros for the coast."),
    (Kind.SUPPORT, "Japan announced on Monday to contribute, through the bank, $2 million."),
    (Kind.LAUNCH, "As a follow-up to the meeting, a hotline was launched."),
    (Kind.REVIEW, "The visit was a follow-up to the assessment of prisons."),
    (Kind.MEETING, "Ten companies and the ministry sat around one table."),
    (Kind.TRAINING, "Prosecutors met the truck in a table top exercise."),
    (Kind.TRAINING, "The academy delivered a three-day course for judges."),
    (Kind.SUPPORT, "The academy delivered three computers to judges."),
    (Kind.PUBLICATION, "The survey was presented to the diplomatic corps."),
    (Kind.OPERATION, "A truck with heroin was stopped and seized by customs officers."),
    (Kind.MEETING, "The heads of five agencies held consultations on controlled deliveries."),
    (Kind.OPERATION, "After consultations in Osh, police seized forty kilograms of opium."),
    (Kind.CAMPAIGN, "World Quinoa Day was dedicated to those who sow it."),
    (Kind.SUPPORT, "The embassy donated computers to the court."),
    (Kind.PUBLICATION, "A new guide to the rivers of the north was launched in Osh."),
    (Kind.PUBLICATION, "The first handbook for wardens, launched on Monday, is free."),
    (Kind.LAUNCH, "A project on a guide to the rivers was launched in Osh."),
    (Kind.TRAINING, "Four wardens spent two weeks at an academy in Ankara."),
    (Kind.TRAINING, "The clerks spent the whole of March studying accounts."),
    (Kind.VISIT, "The inspectors spent three days on the island."),
    (Kind.TRAINING, "The officers had passed a course on dogs."),
    (Kind.ROAD_MAP, "The officers heard that parliament passed the bill."),
    (Kind.AGREEMENT, "The bureau became the ninth member of the network."),
    (Kind.AGREEMENT, "The institute joins the northern ferry network as its node."),
    (Kind.REVIEW, "A monitoring group will come to look at the pumps."),
    (Kind.CAMPAIGN, "A bus with puppets visited forty villages."),
    (Kind.CAMPAIGN, "Volunteers with a play toured the summer camps."),
    (Kind.VISIT, "The minister visited two schools in the bus factory's town."),
    (Kind.TRAINING, "Rules for confiscated goods were the topic of a course."),
    (Kind.REVIEW, "The assessment told of gaps in each prison visited, as well as of good work."),
    (Kind.TRAINING, "412 people went up the hill in the first evacuation drill."),
    (Kind.LAUNCH, "The unit at the port took up its duties."),
    (Kind.VISIT, "The minister toured the plant and each prison visited sent him a basket."),
    (Kind.OPERATION, "The goods were confiscated during the course."),
    (Kind.LAUNCH, "The network was launched on the margins of the review meeting."),
    (Kind.MEETING, "They agreed to meet again in Suva."),
    (Kind.OPENING, "A poultry farm and a sewing room were opened in the colony."),
    # what is put online is launched
    (Kind.LAUNCH, "The mobile application, launched in May, tells the tide."),
    (Kind.LAUNCH, "The bureau welcomed the launch of the seed portal."),
    (Kind.LAUNCH, "The ministry launched its new website."),
    (Kind.PUBLICATION, "The ministry launched its annual report."),
    # under an agreement
    (Kind.TRAINING, "Forty divers were trained under an agreement between the City and the bureau signed a year before."),
    (Kind.SUPPORT, "Under the memorandum with the port, boats were handed over."),
    (Kind.AGREEMENT, "Things change under the letter of agreement which both services signed in Osh."),
    (Kind.AGREEMENT, "The City signed an agreement under the programme."),
    # what is taught
    (Kind.CAMPAIGN, "Forty mayors were sensitized on the national strategy."),
    (Kind.TRAINING, "Forty mayors were trained on the action plan."),
    (Kind.ROAD_MAP, "The action plan on training was adopted."),
    # somebody's office
    (Kind.TRAINING, "The president of the steering committee gave a lecture on ferries."),
    (Kind.VISIT, "A member of the advisory board visited the port."),
    (Kind.REVIEW, "The steering committee heard its chair."),
    (Kind.REVIEW, "The chair of the steering committee spoke."),
    # a place where one learns
    (Kind.OPENING, "Opening of the new training class of the academy"),
    (Kind.OPENING, "A training centre was opened in Osh."),
    (Kind.TRAINING, "A training course in the new centre was held in Osh."),
    (Kind.ROAD_MAP, "The draft tariff goes to Parliament in December."),
    (Kind.ROAD_MAP, "Cabinet passed them on Monday."),
    (Kind.REVIEW, "Our debrief in Lima was frank."),
    (Kind.SUPPORT, "The bureau seconded a lawyer to the secretariat."),
    # what somebody came to speak of
    (Kind.VISIT, "Its head visited the guild to discuss the roll-out of the Boat Strategy, adopted by the same assembly."),
    (Kind.VISIT, "The envoy travelled to Naryn in order to explore the launch of a joint project on eels."),
    (Kind.VISIT, "The mayor visited the port for talks on the national action plan adopted in May."),
    (Kind.AGREEMENT, "The mayor visited Osh to discuss tolls and signed a memorandum of understanding."),
    (Kind.OPENING, "The minister visited Osh to open a new training centre."),
    (Kind.MEETING, "An inter-agency workshop on eels was organized with the museum in the rebuilt mill."),
    (Kind.MEETING, "An interministerial workshop took place in Osh."),
    (Kind.TRAINING, "Six nurses were on attachment in Osh."),
    (Kind.TRAINING, "Forty pupils played delegates at the Model United Nations in Osh."),
    (Kind.TRAINING, "Clerks played it out on a pier, with the crew of a patrol ship in the role of robbers."),
    (Kind.LAUNCH, "The guild was refounded by the mayor."),
    (Kind.TRAINING, "The navy ran a visit, board, search and seizure exercise for twelve boatmen."),
    (Kind.LAUNCH, "The prison introduced a risk and needs assessment tool."),
    (Kind.REVIEW, "The prison carried out a needs assessment."),
    (Kind.TRAINING, "Thirty pupils came to a start-up camp in Osh."),
    (Kind.ROAD_MAP, "Lawyers together with the Working Group on Tolls completed the revision of the internal rules."),
    (Kind.REVIEW, "Experts of the Lake Forum inspected two stores of oars."),
    (Kind.MEETING, "The next session of the guild, at which a new chair should be appointed, is fixed for May."),
    (Kind.CAMPAIGN, "The letters will be exhibited in the library."),
    (Kind.ROAD_MAP, "The new tariff was put into force by the mayor."),
    (Kind.AGREEMENT, "The memorandum on nurses was put into force by the mayor."),
    (Kind.REVIEW, "The guild hosted the National Steering Group (NSG) Meeting, which gathered all its friends."),
]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_a_sentence_speaks_for_its_kind(kind: Kind, sentence: str) -> None:
    score = score_kinds(sentence)
    assert score.best is kind
    assert score.strength == score.weights[kind] == max(score.weights.values())
    assert all(word in sentence for words in score.words.values() for word in words)


def test_every_kind_has_words() -> None:
    assert {kind for kind, _ in SENTENCES} == set(Kind)


@pytest.mark.parametrize(
    "text", ["", "The river is cold in winter.", "1234", "It rained.", "Отдел", "The ferrymen seized the opportunity and the day."]
)
def test_words_for_nothing(text: str) -> None:
    score = score_kinds(text)
    assert (score.weights, score.best, score.strength, score.verb) == ({}, None, 0.0, False)


def test_capitals_do_not_matter() -> None:
    assert score_kinds("TRAINING COURSE HELD").weights == score_kinds("training course held").weights


@pytest.mark.parametrize(("text", "verb"), [("Two boats were handed over.", True), ("Handover of two boats", False)])
def test_whether_anything_is_done(text: str, verb: bool) -> None:
    assert score_kinds(text).verb is verb


def test_a_thing_counts_only_beside_its_verb() -> None:
    assert score_kinds("The office is in Osh.").weights == {}
    assert score_kinds("The office was opened.").weights[Kind.OPENING] > score_kinds("It was opened.").weights[Kind.OPENING]
    far = "It was opened" + " by many people" * 14 + " who like the office."
    assert score_kinds(far).weights[Kind.OPENING] == score_kinds("It was opened.").weights[Kind.OPENING]


def test_what_stands_early_weighs_more_and_repetition_less() -> None:
    once = score_kinds("A seminar.").strength
    assert score_kinds("words " * 30 + "a seminar.").strength < once
    assert once < score_kinds("A seminar, a seminar.").strength < 2 * once


def test_long_quotations_tell_nothing() -> None:
    assert score_kinds("The book is called “Every training course that was ever held in Osh”.").weights.get(Kind.TRAINING) is None
    assert score_kinds("A “training course” was held.").best is Kind.TRAINING


@given(st.text(max_size=120) | st.lists(st.sampled_from([*'"“”«»', "İ", "ß", "Opened ", "x" * 30]), max_size=12).map("".join))
@settings(max_examples=80)
def test_masking_keeps_every_place(text: str) -> None:
    assert len(masked(text)) == len(text)
    score = score_kinds(text)
    assert all(word in text for words in score.words.values() for word in words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The code provides for fines of up to 2,000 euros.",
        "Opium worth $2 million lay in the yard.",
        "A kilogram costs 900 dollars there.",
    ],
)
def test_a_sum_that_nobody_gives_is_no_support(sentence: str) -> None:
    assert Kind.SUPPORT not in score_kinds(sentence).weights


NO_EVENT = [
    "The ministers were in favour.",
    "The director went to bed early.",
    "The bus was open for two days.",
    "An open letter was found.",
    "The expert was in doubt.",
    "The mission of the office is to serve farmers.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_a_turn_of_phrase_says_nothing_elsewhere(text: str) -> None:
    assert score_kinds(text).strength < 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Eleven months after the guild published its first guide, the office held a round table in Osh.", Kind.MEETING),
        ("Two weeks after the law had been adopted, the partners met in Osh.", Kind.MEETING),
        ("Osh, 3 May: Two weeks after the law had been adopted, the partners met.", Kind.MEETING),
        ("In view of the ratification of the protocol, a round table was held in Osh.", Kind.MEETING),
        ("A year after the pier was opened, nurses were trained there.", Kind.TRAINING),
        ("Two days after arriving, she opened the pier.", Kind.OPENING),
        ("After the guild published its guide, it was handed to schools.", Kind.PUBLICATION),
    ],
)
def test_how_long_before_something_was_tells_not_what_it_was(text: str, kind: Kind) -> None:
    assert score_kinds(text).best is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three days after the course, on 15 June, robbers struck the bank.", None),
        ("On the eve of the workshop, the river rose by a metre.", None),
        ("Shortly before the conference, the mayor fell ill.", None),
        ("Two days after the course, ministers met in Osh.", Kind.MEETING),
        ("Two days after the course of 3 May, the river rose by a metre.", Kind.TRAINING),
        ("The workshops were a follow-up to the flood.", Kind.TRAINING),
        ('Prior to the round table "Clean, not dear" on the lake, the river rose.', Kind.MEETING),
    ],
)
def test_what_only_says_when_tells_nothing(text: str, kind: Kind | None) -> None:
    assert score_kinds(text).best is kind
