"""Who paid, as staff writers like to say it: whose purse was opened, where the bill went, what another added, who is paymaster."""

from __future__ import annotations

import pytest

from importers.donors.cues import find_donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose purse it came from
        ("Two donors, Finland and Norad, have opened their wallets.", ["Finland", "Norway/Norad"]),
        ("Ireland dug deep into its pockets for the ferry.", ["Ireland"]),
        ("The Danes reached into their purse once more.", ["Denmark"]),
        ("Ireland opened its borders once more.", []),
        ("The ferry came out of the Norwegian purse.", ["Norway"]),
        ("The ferry was mended out of Norway's pocket.", ["Norway"]),
        ("A ferry came out of Norway's fog.", []),
        ("The roof was mended on Norway's account.", ["Norway"]),
        ("The roof is in Norway's account of the storm.", []),
        # where the bill went
        ("The bill goes to the Kingdom of Belgium.", ["Belgium"]),
        ("The invoice was sent to the Embassy of Belgium.", ["Belgium"]),
        ("The costs fell to Belgium.", ["Belgium"]),
        ("The parcel went to Belgium.", []),
        ("The bill was put on the desk of the minister.", []),
        # who puts money down
        ("Rotary International stumped up the cash.", ["Rotary"]),
        ("Canada coughed up 90,000 dollars.", ["Canada"]),
        ("WWF had put up the starting capital.", ["WWF"]),
        ("WWF had put up the tents.", []),
        ("The work began once the African Development Bank had found EUR 7 million.", ["African Development Bank"]),
        ("Auditors of the African Development Bank found that EUR 7 million was missing.", []),
        ("Canada supplied CAD 60,000 to print it.", ["Canada"]),
        ("Canada supplied the second speaker.", []),
        ("Of the World Bank only a clerk came; the Bank had supplied USD 3 million.", ["World Bank"]),
        ("Canada guaranteed the funding until 2020.", ["Canada"]),
        ("Canada guaranteed the safety of the road.", []),
        ("Switzerland, through the SDC, buys the gauges for CHF 70,000.", ["Switzerland/SDC"]),
        ("Sweden pays, and that includes the drones.", ["Sweden"]),
        ("The Swedish taxpayer pays.", ["Sweden"]),
        ("Who pays? Sweden and, for the drones, nobody.", ["Sweden"]),
        ("Who paid for all this? The Government of Iceland.", ["Iceland"]),
        ("Who won? The Government of Iceland.", []),
        ("Who pays? Nobody knows in Iceland.", []),
        # money and its adjectives
        ("Half of the money is Australian (DFAT), half is our own.", ["Australia/DFAT"]),
        ("The money was Danish.", ["Denmark"]),
        ("All of the funding is Danish and Dutch.", ["Denmark", "Netherlands"]),
        ("The captain was Danish.", []),
        ("Danish kroner paid for the slipway.", ["Denmark"]),
        ("The wages were paid in Danish kroner.", []),
        ("The World Bank's regional fisheries money is behind it.", ["World Bank"]),
        ("Kenya's stolen money is behind it.", []),
        ("Norwegian cash bought the nets.", ["Norway"]),
        ("The Danish-paid adviser has left.", ["Denmark"]),
        # what another added
        ("The European Union contributed EUR 300,000 and Luxembourg the pumps.", ["European Union", "Luxembourg"]),
        ("Nigeria donated the tents, ECOWAS the fuel.", ["Nigeria", "ECOWAS"]),
        ("Canada paid for the roof and the Government of Norway for the desks.", ["Canada", "Norway"]),
        ("Canada won the cup, Norway the medal.", []),
        ("Canada paid for the roof and Norway praised the desks.", ["Canada"]),
        # paymasters
        ("The fair was held with UNDP as host and Irish Aid as paymaster.", ["Ireland/Irish Aid"]),
        ("The paymaster of the fair is Ireland.", ["Ireland"]),
        ("The donors Norway and Sweden sent a film.", ["Norway", "Sweden"]),
        ("It was wished for by many and paid for by one, namely Germany through GIZ.", ["Germany/GIZ"]),
        ("The fair is run with finance of the Asian Development Bank.", ["Asian Development Bank"]),
        # built through an agency, with a sum
        ("The dams were built through JICA with USD 120,000.", ["Japan/JICA"]),
        ("The dams were praised through JICA with good words.", []),
        ("Works began in May, with 310,000 euros of the Instrument for Pre-Accession.", ["European Union/IPA"]),
        ("Works began in May, with 310,000 euros of debt in Norway.", []),
        ("All three booklets the Council of Europe has financed.", ["Council of Europe"]),
        ("We know it from the survey that USAID commissioned.", ["United States/USAID"]),
        ("We know it from the survey that USAID praised.", []),
        # bodies of states without capitals
        ("India's health ministry donated software.", ["India"]),
        ("The donor of the ferry is the Dutch foreign ministry.", ["Netherlands"]),
        ("Germany's Foreign Office funds the scheme.", ["Germany/Foreign Office"]),
        ("The European Union and the German BMZ finance it jointly.", ["European Union", "Germany/BMZ"]),
        ("The city of Lyon paid for the pumps.", ["Lyon"]),
        ("The pumps were paid for by the town of Ghent.", ["Ghent"]),
        ("The city of Lyon paid attention.", []),
        # companies beside a fund
        ("The Pacific Fund and two shrimp companies footed the bill.", ["France/Pacific Fund"]),
        ("The pumps were presented by Taiwan.", ["Taiwan"]),
        ("The figures were presented by Taiwan.", []),
        # what was signed is a grant
        ("The desks are from a grant of JPY 9 million that Japan's ambassador had signed in May.", ["Japan"]),
        ("The grant contract over AUD 50,000 was ready; Australia's consul general signed it on a boat.", ["Australia"]),
        ("The visitors' book was ready; Australia's consul general signed it on a boat.", []),
        # who only did it with others' money
        ("Save the Children made both possible with a grant from Denmark's DANIDA.", ["Denmark/Danida"]),
        ("The Judicial School of Ecuador put the reading of financial statements first.", []),
    ],
)
def test_idioms_of_paying_name_the_donor(text: str, expected: list[str]) -> None:
    named = [one.donor.name + (f"/{one.donor.agency}" if one.donor.agency else "") for one in find_donors(text)]
    assert named == expected
