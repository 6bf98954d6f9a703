"""Words that tell of different events by what stands beside them."""

from __future__ import annotations

import pytest

from db.models import Kind
from importers.events.kinds import score_kinds
from importers.events.senses import _known, _senses

SENTENCES = [
    (None, "The team seized the opportunity to thank the donors."),
    (Kind.OPERATION, "The police seized 3 boats."),
    (Kind.TRAINING, "The first course of the cooks was concluded in Osh."),
    (Kind.AGREEMENT, "The grant arrangement was concluded in Osh."),
    (Kind.TRAINING, "The workshop was visited by forty doctors."),
    (Kind.PUBLICATION, "The ministry released its report on rivers."),
    (None, "Half of 2015 has passed already!"),
    (None, "Six months have passed since the flood."),
    (Kind.ROAD_MAP, "The parliament passed the law on divers in the last days of May."),
    (Kind.ROAD_MAP, "The guidelines for divers were cleared by the ministry."),
    (Kind.ROAD_MAP, "The ministry cleared the new guidelines for divers."),
    (Kind.OPERATION, "Two hectares of mined land were cleared by the army."),
    (Kind.PUBLICATION, "The River Report, which we presented in Osh together with the guild of boatmen, has ten maps."),
    (Kind.PUBLICATION, "The atlas of eels that the academy presented in Osh has ten maps."),
    (Kind.SUPPORT, "Six spaniels taught to find eels were presented to the port in May."),
    (Kind.PUBLICATION, "New figures on prisons were released on Monday."),
    (None, "Forty prisoners were released on Monday."),
    (None, "The court released two sailors from custody."),
    (Kind.VISIT, "They visited the farm of released prisoners."),
    (Kind.SUPPORT, "The bank released the second tranche on Monday."),
    (Kind.OPENING, "The governor opened the office."),
    (None, "It opens a new possibility for the staff."),
    (None, "It opened the way to further talents."),
    (Kind.OPERATION, "The prosecutor opened a criminal case."),
    (Kind.LAUNCH, "The project was opened in January."),
    (Kind.LAUNCH, "The call for small grants was opened on Monday."),
    (Kind.MEETING, "The congress (AEC), hosted by the bank, the board and the development programme, opened on Monday."),
    (Kind.TRAINING, "The course opened on Monday."),
    (Kind.TRAINING, "The series was opened on Monday in the port."),
    (Kind.CAMPAIGN, "The festival of rivers opened in Osh."),
    (Kind.OPENING, "A new sewing workshop was opened in Osh."),
    (Kind.REVIEW, "They met to review the implementation of the road map."),
    (Kind.MEETING, "The results of the operation were discussed at a meeting."),
    (Kind.TRAINING, "The three-day workshop was opened by the governor."),
    (Kind.OPENING, "The sewing workshop was opened by the governor."),
    (Kind.OPERATION, "Officers detected two containers with tablets."),
    (Kind.REVIEW, "The implementation of the road map was reviewed in Osh."),
    (Kind.TRAINING, "The members of the Public Monitoring Group were trained."),
    (None, "The floods began in Osh in May."),
    (None, "In the night the fighting started."),
    (Kind.LAUNCH, "The fund for victims of floods started in May."),
    (Kind.OPENING, "After the congress a clinic opened in Osh."),
    (Kind.OPENING, "The shelter opened its doors to women in May."),
    (Kind.CAMPAIGN, "The laboratory opened its doors to journalists in May."),
    (Kind.CAMPAIGN, "The police opened their doors for a public lecture."),
    (Kind.OPERATION, "Two lorries were stopped by the customs."),
    (Kind.OPERATION, "A container was stopped in Lomé."),
    (None, "They stopped for tea."),
    (Kind.VISIT, "The commissioner walked into the camp on Monday and visited the school."),
    (Kind.CAMPAIGN, "Six hundred women walked against violence."),
    (Kind.MEETING, "The ministers met on Monday."),
    (None, "All costs were met by Norway."),
    (None, "The laboratory met the requirements in May."),
    (Kind.VISIT, "On Monday he received the new representative of the office."),
    (Kind.VISIT, "The governor received a delegation of nurses."),
    (Kind.OPENING, "The centre received its first guests in May."),
    (None, "The office received 300 calls in May."),
    (Kind.SUPPORT, "The microscope, which all admired, arrived in January."),
    (Kind.VISIT, "The ambassador arrived in Osh on Monday."),
    (Kind.SUPPORT, "Two relief convoys followed on Monday."),
    (Kind.ROAD_MAP, "On Monday the Government issued its decree."),
    (None, "Three hundred licences were issued in May."),
    (Kind.PUBLICATION, "The rapid assessment was presented to the press."),
    (Kind.PUBLICATION, "The bureau presented its first survey on Monday."),
    (Kind.REVIEW, "A rapid assessment of the wells began."),
    (Kind.LAUNCH, "The information line of the ministry was put into service."),
    (Kind.OPENING, "The border post was put into service."),
    (Kind.LAUNCH, "The electronic library became operational."),
    (Kind.AGREEMENT, "The protocol on seeds was adopted in 2010."),
    (Kind.AGREEMENT, "The ministers adopted a joint declaration."),
    (Kind.ROAD_MAP, "The national strategy was adopted in 2010."),
    (Kind.ROAD_MAP, "Parliament adopted the law on seeds."),
    (Kind.AGREEMENT, "The grant arrangement had been concluded in May."),
    (Kind.LAUNCH, "The vaccine was introduced in all prisons in May."),
    (Kind.OPENING, "It rained, and the red ribbon had to be cut indoors."),
    (Kind.CAMPAIGN, "Pupils wore the red ribbon on Monday."),
    # headlines
    (Kind.MEETING, "Agency chiefs convene in Lima"),
    (Kind.AGREEMENT, "Ministry signs an accord on seeds"),
    (Kind.SUPPORT, "Embassy hands over boats"),
    (Kind.LAUNCH, "Bureau sets up a desk for seeds"),
    (Kind.PUBLICATION, "The report will be ready in August."),
    (Kind.OPENING, "The bridge will be ready in August."),
    (Kind.OPENING, "The post at the river, completed in May, has a well."),
    (Kind.TRAINING, "The course, completed in May, was long."),
    (Kind.CAMPAIGN, "The race was started by the mayor."),
    (Kind.LAUNCH, "The project was started by the mayor."),
    (Kind.LAUNCH, "The project has been running since 2007."),
    (Kind.OPENING, "The clinic in Osh has been running since 2007."),
    (Kind.TRAINING, "The second class of twenty is there."),
    (None, "It is a new class of drugs."),
    (Kind.LAUNCH, "The port deployed a new radar."),
    # time spent
    (Kind.VISIT, "The minister spent 22 and 23 Nov with the customs."),
    (Kind.VISIT, "The minister spent 22–23 November in the camps."),
    (Kind.REVIEW, "Two assessors spent 28 and 29 September on the premises."),
    (None, "The minister spent 22 and 23 euros."),
    (Kind.TRAINING, "Six chemists spent two weeks in Vienna."),
    (Kind.TRAINING, "Nurses of three wards spent a week on first aid."),
    (Kind.VISIT, "The minister spent two days in the camps."),
    (Kind.REVIEW, "Two consultants spent July interviewing members."),
    (Kind.OPERATION, "The customs of Osh opened a container marked as toys."),
    (Kind.OPENING, "The customs of Osh opened a new post on the river."),
    (None, "The gaol was built for fewer than half of its inmates."),
    (Kind.TRAINING, "The men sat down for three days and learned how to write a statement."),
]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_what_stands_beside_a_word_decides(kind: Kind | None, sentence: str) -> None:
    assert score_kinds(sentence).best is kind


@pytest.mark.parametrize("word", _known())
def test_the_senses_of_each_word_can_be_made(word: str) -> None:
    """They are made when the word is first met."""
    assert all(sense.before or sense.behind for sense in _senses(word))
