"""What an office tells its readers of itself is no event."""

from __future__ import annotations

import pytest

from importers.events.notices import is_notice
from importers.sentences import Sentence

NOTICES = [
    "Ms. Reti was appointed National Programme Officer in Osh in August.",
    "The hall of the house is closed for repair in October.",
    "Printed in October 2015.",
    "Ms. Reti left our office in May after nine years.",
    "Office closed 24 December – 6 January.",
    "Our offices will be closed from 1 to 9 May.",
    "Vacancy: Port Adviser, Apia.",
    "The deadline for applications is 4 June.",
    "Closing date: 30 June 2015.",
    "Applications should be sent by 3 May.",
    "Registration closes on 3 May.",
    "Next issue: July 2015.",
    "This bulletin is printed on paper made of straw in 2015.",
    "She graduated in 2004 from the Academy of Music.",
    "Ms. Ana Lund joined our team in May.",
    "Mr. Tomas Reti has joined the office in June as driver.",
    "Our colleague Ana Lund, here since 2009, retired in May.",
    "On 31 May she handed over her keys.",
    "Mr. Reti, who ran the archive, retires on 3 May.",
    "We said goodbye to the cook on 3 May.",
    "“I was sentenced in 2009.",
    "She was arrested in 2014 and had never seen a loom.",
    "Applications close on 3 May.",
    "Entries must reach the office by 3 May.",
    "Bids are due on 3 May.",
    "The call for small grants closes on 3 May.",
    "3 May fell on a Sunday this year.",
    "Norway met the costs of both days, as it had those of the evaluation.",
    "The mayor footed the bill.",
    "Harvest Day is celebrated every year on 9 May.",
    "On Harvest Day (9 May) the offices invited the public to the following events.",
    "The following reports have reached us from the valleys:",
    "Harvest Day (9 May) had this year the theme “Bread for all”.",
    "The theme of Harvest Day 2015 is “Bread”.",
    "In May 164 nurses took part in the courses listed below.",
    "The herd stood at 4,430 at the end of May.",
    "Ms. Ito took up her duties as head of the office on 3 May.",
    "“Bread for all” was the theme of this year's Harvest Day, which was observed in the valleys as follows:",
    "30 May was proclaimed by the Assembly as the World Day of Lakes.",
    "5 June is World Environment Day.",
    "Every year, 12 December is the Day of Lakes in our country.",
    "9 December marks International Anti-Corruption Day.",
    "This newsletter was issued with the support of Norway.",
    "Our bulletin is funded by Norway.",
    "On 3 May a heavy storm destroyed forty boats.",
    "The eruption of the old volcano on 3 May covered the fields.",
]
EVENTS = [
    "After the storm of 3 May had destroyed forty boats, the guild gave away tents.",
    "A storm of applause covered the opening of the pier on 3 May.",
    "A panel was appointed in August by the mayor.",
    "The atlas, printed in October 2015, shows all eels.",
    "Three illegal offices of smugglers were closed on 3 May.",
    "The office in Osh closed on 3 May.",
    "Twenty recruits graduated on 3 May.",
    "Mr. Reti left our shores on 3 May.",
    "Mr. Reti joined the hands of the two mayors on 3 May.",
    "Harvest Day was celebrated in Osh on 9 May under the theme “Bread”.",
    "Bread was the theme of workshops in Osh (19-21 June).",
    "The following events were held in Osh on 9 May.",
    "On 5 June World Environment Day was marked in Osh.",
    "12 December is the Day of Lakes, and pupils in Osh swam.",
    "Fiji joined the network as its ninth member in May.",
    "A magazine for children was printed in May.",
    "The court met the deadline in May.",
    "On 31 May the embassy handed over the keys to the mayor.",
    "Nine men were arrested on 3 May and sentenced in June.",
    "The competition closed with a concert on 3 May.",
    "The minister visited the post on 3 May and promoted two sergeants.",
    "A newsletter for judges was issued on 3 May.",
    "The wall fell on a lorry on 3 May.",
    "Two boats, which meet half of the need, were handed over on 3 May.",
    "The bill was passed on 3 May.",
    "On 3 May a conference on the costs of floods was held.",
    "The application of the law was reviewed in May.",
    "A centre for babies born early was opened in May.",
]


@pytest.mark.parametrize(("text", "wanted"), [*((text, True) for text in NOTICES), *((text, False) for text in EVENTS)])
def test_notices(text: str, wanted: bool) -> None:
    assert is_notice(Sentence.of(text, 0, len(text))) is wanted
