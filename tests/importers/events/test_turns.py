"""Turns of phrase that tell of an event of a kind, and their like that do not."""

from __future__ import annotations

import pytest

from db.models import Kind
from importers.events.kinds import score_kinds
from importers.events.turns import listed, turns
from importers.sentences import Sentence, masked

SENTENCES = [
    (Kind.SUPPORT, "Forty weavers signed for their new tools on 3 May in the yard of the guild."),
    (Kind.SUPPORT, "On 3 May the consul presented the fire brigade with six pumps, each on wheels."),
    (Kind.MEETING, "The consul presented the guild with an overview of the harbours at a round table."),
    (Kind.VISIT, "This spring the Head of Office was in Naryn (3-4 May) and in Talas (9 May)."),
    (Kind.TRAINING, "Thirty wardens of both lakes sat together for the first time, in a joint course on nets."),
    (Kind.TRAINING, "Nine clerks of four harbours met in Osh on 3 May for a seminar on tolls."),
    (Kind.TRAINING, "Mayors of six islands came together in Apia on 3 May to learn how dykes are built."),
    (Kind.TRAINING, "Twelve wardens attended half-day sessions on first aid in Naryn."),
    (Kind.PUBLICATION, "Release of post-harvest assessment results, Osh"),
    (Kind.PUBLICATION, "Eels of the lake: what the drought taught us. Osh, May 2015, 48 pages."),
    (Kind.ROAD_MAP, "The cabinet and the Office announced the new National Water Policy on 3 May."),
    (Kind.MEETING, "The envoy presented her letter of credence to the minister on 3 May."),
    (Kind.OPERATION, "Nine men were transferred by the navy to the port on 3 May."),
    (Kind.CAMPAIGN, "The National Milk Week was from 3 to 7 May."),
    (Kind.OPENING, "A new pier on the lake went into use on 3 May."),
    (Kind.AGREEMENT, "Both towns entered into a partnership on 3 May."),
    (Kind.AGREEMENT, "The mayor put her signature under the charter on 3 May."),
    (Kind.PUBLICATION, "The atlas of eels came off the press on 3 May."),
    (Kind.ROAD_MAP, "The King gave his assent to the law on eels on 3 May."),
    (Kind.TRAINING, "Four boatmen underwent training in May."),
    (Kind.REVIEW, "The mission laid its first findings before the council."),
    (Kind.SUPPORT, "Two sets of radios had been passed to the wardens of the lake."),
    (Kind.SUPPORT, "The harbour obtained on 3 May two sonars and a winch from the Embassy of Norway."),
    (Kind.TRAINING, "From 3 to 14 May the inspectors of four lakes studied in the academy how to read tracks."),
    (Kind.TRAINING, "The teachers of those schools were prepared in a summer camp."),
    (Kind.LAUNCH, "A new rescue team took up its duty on the lake on 3 May."),
    (Kind.MEETING, "The fourth sitting has been set for 3 June."),
    (Kind.PUBLICATION, "A mid-term report will be submitted to the Government on 3 June."),
    (Kind.OPERATION, "A parcel with 4,300 tablets of ecstasy was revealed on 3 May."),
    (Kind.SUPPORT, "On 3 May the union strengthened the laboratory of Osh by providing four microscopes."),
    (Kind.LAUNCH, "On 3 May a project for the training of boatmen was launched in Osh."),
    (Kind.REVIEW, "The towns gathered for a peer review of their national action plans."),
    (Kind.VISIT, "In May the union took ambassadors to the north of the lake."),
    (Kind.VISIT, "An advisory group of the union came to Osh on 3 May."),
    (Kind.TRAINING, "Sixty doctors took part in a five-day webinar on eels."),
    (Kind.PUBLICATION, "The final version is to come out in October."),
    (Kind.ROAD_MAP, "The draft law on eels is to be submitted to the Senate in June."),
    (Kind.SUPPORT, "The first lenses were dispensed on 3 May."),
    (Kind.SUPPORT, "Ten detectors and a drone were transferred to the customs of Osh in May."),
    (Kind.ROAD_MAP, "An article on eels was added to the Fisheries Code in May."),
    (Kind.SUPPORT, "The keys of the van were passed in Osh on 3 May to the warden."),
    (Kind.OPERATION, "The seized pills went into the furnace of a steel mill on 3 May."),
    (Kind.AGREEMENT, "On 3 May the two mayors put their names under the pact."),
    (Kind.AGREEMENT, "The port and the bank extended on 19 June, a rainy day, the memorandum of 2008."),
    (Kind.OPENING, "The archive moved on 3 May into new premises."),
    (Kind.LAUNCH, "On 3 May the mayor turned the first sod of the sea wall."),
    (Kind.TRAINING, "Thirty officers went through the course on dogs in May."),
    (Kind.MEETING, "On 3 May the group came together in Osh to read the draft."),
    (Kind.MEETING, "The chiefs of both posts spent 5 and 6 June over the maps."),
    (Kind.SUPPORT, "UNICEF transferred to the clinic of Osh 12 beds on 3 May."),
    (Kind.TRAINING, "Six chemists began on 12 January the second semester of the college of Lima."),
    (Kind.TRAINING, "Forty families passed the programme on 3 May."),
    (Kind.OPERATION, "The barrels were loaded on 22 May for a furnace in Lima."),
    (Kind.SUPPORT, "The charter of 27 April carried 92 persons to Lima."),
    (Kind.PUBLICATION, "The atlas of eels was sent to print on 30 June."),
    (Kind.AGREEMENT, "Samoa became the seventh member of the network."),
    (Kind.OPENING, "It opened two years after ground had been broken in May."),
    (Kind.LAUNCH, "The ferry made its maiden voyage on 3 May."),
    (Kind.PUBLICATION, "The mayor unveiled the national guidelines on eels."),
    (Kind.VISIT, "A mission on the procedures of ports took place in May."),
    (Kind.OPENING, "Its opening was attended by the mayor on 3 May."),
    (Kind.OPENING, "The post was rebuilt and put in operation, and 96 guards went through trainings."),
    (Kind.ROAD_MAP, "The governor signed two decrees on fisheries."),
    (Kind.VISIT, "The Danish deputy minister came on mission to Lomé between 3 and 4 May."),
    (Kind.VISIT, "Two senators were on an official visit to the region."),
    (Kind.VISIT, "Our office welcomed a group of law students on a study tour."),
    (Kind.VISIT, "The harbour master received a small delegation of mayors."),
    (Kind.TRAINING, "Clerks honed their filing techniques."),
    (Kind.TRAINING, "The pier was the scene of a simulated oil spill."),
    (Kind.TRAINING, "Cadets worked through a mock crime scene behind the garage."),
    (Kind.OPENING, "The shelter received its first guests."),
    (Kind.CAMPAIGN, "Aida (12) received her award in front of a full hall."),
    (Kind.CAMPAIGN, "The prizes of the drawing match were handed out by the mayor."),
    (Kind.CAMPAIGN, "A baker from Osh won the first prize."),
    (Kind.CAMPAIGN, "Volunteers handed out 4,000 cards at the bus station."),
    (Kind.CAMPAIGN, "Scouts distributed leaflets and badges in the market."),
    (Kind.CAMPAIGN, "Stickers with the number of the line were given out at the border."),
    (Kind.CAMPAIGN, "In Almaty the television tower was lit up in blue."),
    (Kind.CAMPAIGN, "The town hall turned orange for sixteen days."),
    (Kind.OPERATION, "The centre assisted the army in the destruction of 300 surplus rifles."),
    (Kind.OPERATION, "The mission and the police collaborated in the destruction of two tonnes of ammunition."),
    (Kind.OPERATION, "The unit supported the destruction of close to 500 seized weapons."),
    (Kind.OPERATION, "The agency carried out the public burning of two tonnes of hemp."),
    (Kind.OPERATION, "Operation “Plover” ran along the coast."),
    (Kind.OPENING, "Two points for drug users have started to receive clients."),
    (Kind.AGREEMENT, "It goes on from the agreement which both schools concluded in 2012."),
    (Kind.OPERATION, "Four states ran the regional operation “Plover-2014” along the coast."),
    (Kind.OPERATION, "Four services took part in the “Wide Net” operation."),
    (Kind.MEETING, "A meeting was held to sum up the results of the operation “Plover”."),
    (Kind.MEETING, "The results of the operation “Plover”, which was led from Osh, were discussed at a meeting."),
    (Kind.OPERATION, "He presented the results of the operation “Plover”, carried out from 3 to 5 May."),
    (Kind.OPERATION, "The police ran the operation “Plover”: the results are twelve arrests."),
    (Kind.OPERATION, "Customs and police checked every lorry bound for the port."),
    (Kind.OPERATION, "For ten days officers inspected and opened the consignments of acid."),
    (Kind.MEETING, "Ninety women elected the first board of their association."),
    (Kind.MEETING, "The group elected Tonga as its chair."),
    (Kind.MEETING, "The founding congress of the league sat in Apia."),
    (Kind.REVIEW, "The team asked 210 farmers what they had lost."),
    (Kind.REVIEW, "Students went from house to house and counted the wells."),
    (Kind.REVIEW, "An inventory of the drums was made in 2011."),
    (Kind.REVIEW, "Engineers drew up a damage assessment."),
    (Kind.SUPPORT, "A charter flight took 140 people home to Mali."),
    (Kind.OPENING, "The feast of Nauryz was chosen to inaugurate the fish market."),
    (Kind.LAUNCH, "The mayor presented three projects on water to the press."),
    (Kind.VISIT, "The envoy was received on 4 May by the Deputy Prime Minister."),
    (Kind.VISIT, "The council came on 6 March to the ranger station of Arslanbob."),
    (Kind.TRAINING, "The course on knots for the future crew of the ferry began on the quay."),
    (Kind.PUBLICATION, "The library launched two manuals on the care of maps."),
    (Kind.PUBLICATION, "The survey of wells was handed over to the governor."),
    (Kind.OPERATION, "A barge with 90 kg hashish stopped near the lighthouse."),
    (Kind.OPERATION, "Two guards found 3.4 kg of opium under the seats."),
    (Kind.ROAD_MAP, "The farmers came out with a full draft of the water law."),
    (Kind.SUPPORT, "A tender for nine buses was opened on 3 May."),
    (Kind.TRAINING, "Six clerks have been educated at the archive in Riga."),
    (Kind.ROAD_MAP, "Over the month of June both sides went through the draft of the river act."),
    (Kind.TRAINING, "Two cooks had shown the crew how to dry fish."),
    (Kind.AGREEMENT, "The harbour council gave its permission on 4 May."),
    (Kind.ROAD_MAP, "The elders came together for the validation of the grazing plan."),
    (Kind.LAUNCH, "The kick-off meeting of the ferry project was held in Apia."),
    (Kind.OPERATION, "Two suspects were landed by a frigate and handed over to the police."),
    (Kind.OPERATION, "The first group of nine prisoners went on 4 May."),
    (Kind.VISIT, "Mr. Aldo Brandt, Deputy Director of the museum, was in Osh and Naryn between 2 and 6 May."),
    (Kind.AGREEMENT, "The ferry agreement came into force on 2 March."),
    (Kind.LAUNCH, "The Project for the Training of Pilots was started in December."),
    (Kind.AGREEMENT, "The notes on the grant had been exchanged on 2 March."),
    (Kind.AGREEMENT, "The agreement of both museums reached in autumn says so."),
    (Kind.ROAD_MAP, "The first Country Programme had been approved in 2010."),
    (Kind.REVIEW, "The mayor chaired the first stocktake of the harbour."),
    (Kind.CAMPAIGN, "The gala-concert drew two thousand people."),
    (Kind.CAMPAIGN, "The nurses held a march in Apia."),
    (Kind.CAMPAIGN, "The illumination of the tower was switched on."),
    (Kind.OPERATION, "It led to the discovery of 90 kg of cocaine."),
    (Kind.SUPPORT, "The plane left with 90 migrants on board."),
]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_a_turn_of_phrase_tells_its_kind(kind: Kind, sentence: str) -> None:
    assert score_kinds(sentence).best is kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The centre held a course on the destruction of weapons.",
        "Two presses were bought for the destruction of rifles.",
        "The army supported a workshop on the burning of waste goods.",
        "The Operation Manual has nine chapters.",
        "The minister met the newly elected president of the union.",
        "Clerks handed out identity cards and cash cards.",
        "The lights were green and the boats left.",
        "They asked the judge for 20 days.",
        "Buses run from Osh to Naryn every day.",
        "The plane was late.",
        "The officers received their certificates.",
        "The firm was awarded the contract.",
        "A mission to Mars is a dream.",
        "The manager presented the project results.",
        "The letter was received by the clerk.",
        "The survey team is out of petrol.",
        "She came to the conclusion that it rained.",
    ],
)
def test_what_only_sounds_alike_is_none(sentence: str) -> None:
    assert not turns(Sentence.of(sentence, 0, len(sentence)))


def test_no_stem_begins_like_another() -> None:
    stems = {stem for turn in listed() for stem in turn.stems}
    assert not [(one, other) for one in stems for other in stems if one != other and one.startswith(other)]


def test_each_turn_is_told_by_one_of_its_stems() -> None:
    told = [masked(sentence) for _, sentence in SENTENCES]
    for turn in listed():
        found = [sentence for sentence in told if turn.tells.search(sentence)]
        assert found, turn.tells.pattern
        assert all(any(stem in sentence for stem in turn.stems) for sentence in found)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.LAUNCH, "The pilot is expected to start in September."),
        (Kind.OPENING, "The harbour is due to open in September."),
        (Kind.AGREEMENT, "The treaty was opened for signature on 4 May."),
        (Kind.AGREEMENT, "The Convention on rivers entered into force in 2001."),
        (Kind.ROAD_MAP, "The new code of prisons entered into force in 2001."),
        (Kind.ROAD_MAP, "The experts signed off their chapter on probation."),
        (Kind.SUPPORT, "The office officially handed over a set of shears."),
        (Kind.CAMPAIGN, "Mombasa starts the sensitization on the rules of pleading."),
        (Kind.TRAINING, "The sensitization course was held in Isiolo."),
        (Kind.TRAINING, "Both fire brigades held a joint exercise in the harbour."),
        (Kind.MEETING, "The second regional dialogue was held in Suva."),
        (Kind.TRAINING, "The workshop on the proofing of draft legislation was held in Suva."),
        (Kind.TRAINING, "Nine clerks attended a seminar on the drafting of strategies."),
        (Kind.ROAD_MAP, "The workshop adopted the strategy on ferries."),
        (Kind.TRAINING, "Two months after the inauguration, the post was the stage of a simulated attack."),
        (Kind.OPENING, "Soon after the course, the clinic was inaugurated."),
        (Kind.REVIEW, "The policy dialogue will be evaluated by outsiders in June."),
    ],
)
def test_what_is_done_decides(kind: Kind, sentence: str) -> None:
    assert score_kinds(sentence).best is kind
