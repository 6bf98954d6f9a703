"""Wordings for who paid, beside the plain ones."""

import pytest

from importers.donors.cues import find_donors


def found(text: str) -> list[str]:
    return [str(one.donor) for one in find_donors(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a contribution, money or a project by whose it is
        ("The boats were bought from Japan's supplementary budget contribution to UNODC.", ["Japan"]),
        ("The lamps were paid for with Swedish money.", ["Sweden"]),
        ("The ward was renovated with UNICEF funds last year.", ["UNICEF"]),
        ("The seminar in Osh was paid for from the same Danish project.", ["Denmark"]),
        ("The seminar in Osh was held at the same Danish project.", []),
        # what goes on, or was promised
        ("It is part of a scheme which Norway has been funding since 2011 with NOK 4 million.", ["Norway"]),
        ("It is the last part of a project that Finland supports with a grant of 2 million euros.", ["Finland"]),
        ("The team that Norway supports is ours.", []),
        # sums told one after the other, and means of one's own
        (
            "It cost USD 6 million from the Global Fund, 2 million from the Government of Peru and 1 million from UNDP.",
            ["Global Fund", "Peru", "UNDP"],
        ),
        (
            "Of the 6 million euros, four come from Sweden, half a million from Norway and 1.5 million from KfW.",
            ["Sweden", "Norway", "Germany/KfW"],
        ),
        ("It has 4 million euros from Sweden, two halls from the Tsars and one cat.", ["Sweden"]),
        ("The kiosk was paid for by Norway, with UNDP core resources.", ["Norway", "UNDP"]),
        ("Tables and chairs were bought from core resources of UNDP.", ["UNDP"]),
        ("IOM's own resources covered the bread.", ["IOM"]),
        ("IOM's human resources covered the bread.", []),
        # the room, and the money
        ("Finland provides the rooms and, through its embassy, the means for the courses.", ["Finland"]),
        ("Finland provides the rooms and, through its embassy, the trainers for the courses.", []),
        # a body by its name, with its abbreviation; many of a name
        ("The Lake Peoples Initiative (LPI) paid for it.", ["Lake Peoples Initiative"]),
        ("The Lake Peoples Initiative (LPI) asked for it.", []),
        # part of somebody's project on something
        (
            "It is part of a regional programme on schools for nomads of the Swedish International Development Cooperation Agency.",
            ["Sweden/Sida"],
        ),
        ("It is part of a regional programme on schools for nomads of the desert.", []),
        # lines of pledges
        ("Sweden (Sida): SEK 3 million for juvenile courts, 3 June", ["Sweden/Sida"]),
        ("Japan – USD 1,000,000 towards the border posts (14 April)", ["Japan"]),
        ("Tajikistan: USD 2 million for schools", []),
        ("Trade with Japan: USD 2 million in May", []),
        # a project by whose it is, and technical assistance with who pays beside it
        ("The course was given by the Clean Nets project of SDC.", ["Switzerland/SDC"]),
        ("The course was given by the Clean Nets project of UNDP.", []),
        ("The talks are a part of the EU-UNDP Clean Nets Programme.", ["European Union"]),
        ("The work is done under an ADB technical assistance, co-financed by Norway.", ["Asian Development Bank", "Norway"]),
        ("The clerks praised the ADB technical assistance on forms.", []),
        # labels with what the donors pay for
        ("Donors to the port project in Kenya: Norway, Japan", ["Norway", "Japan"]),
        ("Donors of the centre: Finland and Sweden.", ["Finland", "Sweden"]),
        # one of the donors
        ("The Director welcomed Austria, which joined the donors of the Programme in May.", ["Austria"]),
        ("Iceland has rejoined the group of donors.", ["Iceland"]),
        ("UNICEF is grateful for the contributions of donors to its work.", []),
        # notes for a sum, goods from an envoy, "which funds"
        ("The engines came in May from Italy, which had signed an exchange of notes with FAO for EUR 2 million.", ["Italy"]),
        ("The post received four laptops and a scanner from the Ambassador of Korea.", ["Republic of Korea"]),
        ("It was opened by Global Affairs Canada, which funds AIRTRAN in the country.", ["Canada/Global Affairs Canada"]),
        # a programme of one's own, or a body before its name; a project is no donor
        (
            "It began in 2012 with money from the European Union's Safe Ports Programme and from Canada.",
            ["European Union", "Canada"],
        ),
        ("The bridge was financed by the Swedish agency Sida and the French bank.", ["Sweden/Sida"]),
        ("The barn was set up under a UNODC grant with support of the German development bank KfW.", ["Germany/KfW"]),
        ("Donor: European Union, through the project Clean Island Ports", ["European Union"]),
        ("Donor: Australian Government, Attorney-General's Department", ["Australia/Attorney-General's Department"]),
        ("The rice was bought with funds of the Agence française de développement (AFD).", ["France/AFD"]),
        # through whom, for whom, and who speaks for it
        ("Canada's Anti-Crime Capacity Building Programme, through the Embassy in Accra, gave two cars.", ["Canada/ACCBP"]),
        ("Norway, by means of Norad, has supported the clinics with NOK 25 million.", ["Norway/Norad"]),
        ("A well was dug in the presence of officials of the Swiss Cooperation, which met the cost.", ["Switzerland/SDC"]),
        ("A well was dug in the presence of officials of the Swiss Cooperation, who met the mayor.", []),
        ("KfW builds the schools on behalf of the Federal Foreign Office.", ["Germany/Federal Foreign Office"]),
        ("The Rector works hard on behalf of the Ministry of Health.", []),
        ("It was opened by the USAID Mission Director, whose agency finances the work.", ["United States/USAID"]),
        ('The Embassy of Japan and the association "Hope" signed a grant contract.', ["Japan"]),
        ("The Ambassador of Sweden, Ms. Anna Ek, and the Director signed an agreement of SEK 4 million for the port.", ["Sweden"]),
        ("The Ambassador of Sweden, Ms. Anna Ek, and the Director signed an agreement on visas.", []),
        # a fund that is another's
        ("Donor: Global Environment Facility / Least Developed Countries Fund", ["Global Environment Facility/LDCF"]),
        ("The dykes are paid for by the Special Climate Change Fund (SCCF).", ["Global Environment Facility/SCCF"]),
        ("The seed bank was set up with money from the GEF Small Grants Programme.", ["Global Environment Facility/SGP"]),
        # who signs for an agency, a bank or the EU
        ("Norad's Country Director, Ms. Anna Ek, and the Rector signed a grant agreement for the port.", ["Norway/Norad"]),
        ("The AFD Director and the Minister of Ports signed a credit agreement.", ["France/AFD"]),
        ("The Resident Representative of KOICA, Mr. Lee, signed a loan agreement for the port.", ["Republic of Korea/KOICA"]),
        ("The Head of the EU Delegation and the Minister signed a financing agreement of EUR 3 million.", ["European Union"]),
        ("The World Bank's Country Manager and the Minister signed a loan agreement of 30 million dollars.", ["World Bank"]),
        ("The Swedish Ambassador, Ms. Anna Ek, and the Director signed a grant agreement for the port.", ["Sweden"]),
        ("JICA and the Treasury Secretary signed a loan agreement for the port.", ["Japan/JICA"]),
        ("Norad's Country Director and the Rector signed an agreement on the exchange of students.", []),
        ("UNDP's Country Director and the Rector signed a grant agreement for the port.", []),
        ("The Director of the Kenya Ports Authority signed a loan agreement for the port.", []),
        # a part of a mission
        ("The dogs were donated by the Law Enforcement Section of the United States Embassy.", ["United States"]),
        (
            "Rooms were paid for by the International Narcotics and Law Enforcement Section (INL) of the US Embassy.",
            ["United States/INL"],
        ),
        (
            "The fair was funded by the Press and Culture Section of the French Embassy in Lima and by Sida.",
            ["France", "Sweden/Sida"],
        ),
        ("The study was financed by the Cooperation Section of the EU Delegation.", ["European Union"]),
        ("The books were donated by the Economic Section of the Embassy of Japan in Fiji.", ["Japan"]),
        ("The Law Enforcement Section of the United States Embassy met the mayor.", []),
        # one thing by one, the next by another; none who is only spoken of
        ("The survey has been supported by the Global Fund, the workshop by Sweden.", ["Global Fund", "Sweden"]),
        ("The nets were supported by Sida and the study by the Asian Development Bank.", ["Sweden/Sida", "Asian Development Bank"]),
        ("The survey was supported by Sida, the printing of the report by WHO.", ["Sweden/Sida"]),
        ("Lessons in Kenya, Samoa, Norway and Italy, are paid for out of a contribution of 9,000 euros.", []),
        ("Lessons in Kenya and Norway were paid for with 9,000 euros.", []),
        # each with its share
        (
            "The camp was supported by DFID with GBP 7.5 million, by the European Union and by Switzerland.",
            ["United Kingdom/DFID", "European Union", "Switzerland"],
        ),
        ("Norway supports the scheme with NOK 450,000, and Japan with 1.2 million dollars.", ["Norway", "Japan"]),
        (
            "Ireland pays for the north, Germany for seven districts, the European Union for another three.",
            ["Ireland", "Germany", "European Union"],
        ),
        ("Ireland pays for the north, where Germany fought for seven years.", ["Ireland"]),
        ("The EU is the largest donor, followed by Norway, Japan and others.", ["European Union", "Norway", "Japan"]),
        ("The vans were bought for DKK 4 million (some EUR 600,000) from the Danish Embassy.", ["Denmark"]),
        # help of a sum, a phase of a project, whose project
        ("The European Union announced additional humanitarian aid of EUR 500,000.", ["European Union"]),
        ("The barns were built as part of the fourth phase of the EU Clean Water Programme.", ["European Union"]),
        ("The health teams, a project of Norway and Finland, visit villages.", ["Norway", "Finland"]),
        # sums between the words, verbs to come, and who is thanked for a contribution
        ("Italy's EUR 200,000 contribution pays for the dogs.", ["Italy"]),
        ("Funded to the tune of EUR 3 million by Finland, it has two floors.", ["Finland"]),
        ("The Government of Japan has decided to extend a grant of 200 million yen.", ["Japan"]),
        ("A cost-sharing agreement was signed with the Government of Norway for USD 300,000.", ["Norway"]),
        ("Thanks are due to Norway for its contribution.", ["Norway"]),
        ("Thanks are due to Norway for its contribution to the debate.", []),
        ("The tour was financed by the project's donors, Sweden and Denmark.", ["Sweden", "Denmark"]),
        # goods from or through somebody, at the beginning of a sentence, and an office abroad
        ("The boats were donated on behalf of the Government of Italy.", ["Italy"]),
        ("The boats were made available by the Italian Guardia di Finanza.", ["Italy/Guardia di Finanza"]),
        ("Norway's Ambassador handed two boats to the coast guard.", ["Norway"]),
        ("Norway's Ambassador handed a letter to the coast guard.", []),
        ("With INL support, UNODC trained 20 officers.", ["United States/INL"]),
        ("It was co-sponsored by the OSCE Office in Osh and the Embassy of France.", ["OSCE", "France"]),
        # in the middle of other names, labels, halves, commitments
        ("In the framework of the USAID-supported survey of fever, samples were taken.", ["United States/USAID"]),
        ("It was opened by the Ambassador of Denmark, donor of the project.", ["Denmark"]),
        ("It was opened by the Ambassador of Denmark, dean of the corps.", []),
        ("Donor country: Denmark", ["Denmark"]),
        ("Source of funds: Denmark", ["Denmark"]),
        ("The seminar was funded half by Denmark and half by Spain.", ["Denmark", "Spain"]),
        ("Half of the costs were met by Denmark, half by Spain.", ["Denmark", "Spain"]),
        ("It costs USD 30,000, of which Denmark pays USD 20,000 and Spain USD 10,000.", ["Denmark", "Spain"]),
        ("Denmark's commitment of USD 3 million covers three years.", ["Denmark"]),
        ("An agreement for USD 3 million was signed with Denmark.", ["Denmark"]),
        ("USD 300,000 were received from Denmark.", ["Denmark"]),
        ("Ten computers were received from Denmark.", ["Denmark"]),
        ("Ten letters were received from Denmark.", []),
        ("UNODC handed over ten computers on behalf of Denmark.", ["Denmark"]),
        ("Denmark is going to finance the roof.", ["Denmark"]),
        # a first payer without a name, programmes by their sum or their name, who has it built or commissioned
        ("The stable was co-funded by the farmer (20%) and the EU (80%).", ["European Union"]),
        ("The stable was co-funded by the farmer and many friends.", []),
        ("The EUR 2 million project of the Netherlands starts.", ["Netherlands"]),
        ("The Dutch EUR 2 million project starts.", ["Netherlands"]),
        ("The Kenyan EUR 2 million project starts.", []),
        ("In May EU4Water was launched.", ["European Union"]),
        ('The song "EU4Water" was sung.', []),
        ("JICA built the bridge.", ["Japan/JICA"]),
        ("The study, commissioned by Norad, was printed.", ["Norway/Norad"]),
        ("The study, commissioned by the town, was printed.", []),
        ("USAID's Office of Food Aid paid for tents.", ["United States/USAID"]),
        ('Ten vans, marked "from the people of Japan", arrived.', ["Japan"]),
        ("The centre was opened with EU and USAID support.", ["European Union", "United States/USAID"]),
        # all of several, the rest, and more of the same
        ("Norway gives USD 7 million, Sweden and Finland add USD 5 million each.", ["Norway", "Sweden", "Finland"]),
        ("Norway is the main donor, with Germany's BMZ covering the rest.", ["Norway", "Germany/BMZ"]),
        ("The money was pooled by Norway and Finland.", ["Norway", "Finland"]),
        ("The Netherlands has prolonged its support with EUR 2 million.", ["Netherlands"]),
        # what is received and no gift, and who may give
        ("The students received lectures from the Embassy of Norway.", []),
        ("Possible donors are Norway and Japan.", []),
        # who hands on what others give
        (
            'They received grants from IOM in the second round of the programme "Growth", co-financed by Sweden.',
            ["Sweden"],
        ),
        ("They received grants from IOM in a round of the program, co-financed by Sweden.", ["Sweden"]),
        ("The lamps were paid for by a Danish program.", ["Denmark"]),
        ("The lamps came out of IOM's village fund, which is paid for by several donors.", []),
        ("Three interpreters provided by UNODC sat through the trial.", []),
        ("The costs of the tour were covered by UNICEF.", ["UNICEF"]),
        ("The campaign was paid for by the United Nations and the European Union.", ["European Union"]),
        ("It is a course that the Republic of Korea funded through the ASEAN-ROK Cooperation Fund.", ["Republic of Korea"]),
        # what is built or received is a thing
        ("Japan built a new fish market hall.", ["Japan"]),
        ("Finland has rebuilt the old court.", ["Finland"]),
        ("Finland has built a reputation for patience.", []),
        ("Norway built a case against the owners of the hall.", []),
        ("The clinic received twelve beds from the Government of Japan.", ["Japan"]),
        ("The clinic received a generous grant and praise from the Government of Japan.", ["Japan"]),
        ("The clinic received greetings from the Government of Japan.", []),
        ("The clinic received on 12 May a note of thanks from the Government of Japan.", []),
        ("The clinic received two young guests from the Government of Japan.", []),
        ("The roof was repaired on behalf of the Ministry of Health of Kazakhstan.", []),
        ("The roof was mended by a firm, commissioned by the Embassy of Japan.", ["Japan"]),
        # sums in front of brackets are paid by those in them where a budget or a grant is told of
        ("Loans went to two ports: USD 3 million (Kenya) and USD 2 million (Norway).", []),
        ("The towns have ten million (France) and two million (Germany) guests.", []),
        # for what others pay, and for how long they wait
        ("Norway pays for the north and the Danish side for the rest.", ["Norway", "Denmark"]),
        ("Norway pays for the north, Germany through KfW for two wards.", ["Norway", "Germany/KfW"]),
        ("Norway paid for the north, and Italy has waited for 12 months.", ["Norway"]),
        ("Norway paid for the north, and Italy for two years more.", ["Norway"]),
        ("Norway paid for the north, and Italy looks for two more.", ["Norway"]),
        # the ministry behind its state, and who only follows it
        ("It was funded by the Government of Fiji, Ministry of Fish, and by Japan.", ["Fiji/Ministry of Fish", "Japan"]),
        ("It was funded by Norway, Fisheries Department.", ["Norway/Fisheries Department"]),
        ("It was funded by Norway, Council of Europe and Japan.", ["Norway", "Council of Europe", "Japan"]),
        ("Donors: Norway, Ministry of Fish, Japan", ["Norway/Ministry of Fish", "Japan"]),
        ("Donors: Norway, National Lottery, Japan", ["Norway", "National Lottery", "Japan"]),
        ("With money from Norway, Customs Academy and WHO trained six officers.", ["Norway"]),
        # which papers are signed
        ("The Ambassador of Sweden and the rector put their signatures under an agreement of SEK 45 million.", ["Sweden"]),
        ("The Ambassador of Japan and the mayor signed a USD 9,000 grant contract.", ["Japan"]),
        ("The Ambassador of Japan and the mayor signed an exchange of notes on a grant of 90 million yen.", ["Japan"]),
        ("The Ambassador of Japan signed the guest book at the grant ceremony.", []),
        ("The Ambassador of Japan signed a memorandum on visas, and a grant was spoken of.", []),
        # whose project, whose pledges
        ("The EUR 2 million programme by the European Union starts.", ["European Union"]),
        ("The well is a success, a project of the World Bank.", ["World Bank"]),
        ("Norway's commitments of USD 3 million cover it.", ["Norway"]),
        ("Poland's pledges of EUR 3 million cover it.", ["Poland"]),
        ("Poland's pledges fill many pages.", []),
        # how long they have paid, between the verb and its agent
        ("The course was financed all these years by the Republic of Lithuania.", ["Lithuania"]),
        ("The ward has been funded since its opening by Finland.", ["Finland"]),
        ("The ward, sponsored from the first day by Finland, was closed.", ["Finland"]),
        # whose role it is
        ("Sailors met in Osh, with Canada in the role of donor.", ["Canada"]),
        ("Sailors met in Osh, the Government of Iceland being the payer.", ["Iceland"]),
        ("Sailors met in Osh, with Canada as donor.", ["Canada"]),
        ("The European Union was the one who financed the scanner.", ["European Union"]),
        ("Argentina, a new donor of UNODC, financed the expert group.", ["Argentina"]),
        ("NATO, under the NATO-FAO Pact on Dry Land and Deep Water, covered the costs of the tour.", ["NATO"]),
        ("Spain, within its programme with Peru, paid for the boats.", ["Spain"]),
        ("FAO, under a project of Norway, paid for the boats.", []),
        ("Gifts of Spain, Norway and Peru have kept the school alive.", ["Spain", "Norway", "Peru"]),
        ("With funding from Spain, Norway opened a school.", ["Spain"]),
        (
            "It was paid for by the Multi-Partner Human Security Trust Fund for the Aral Sea region.",
            ["UN Multi-Partner Human Security Trust Fund for the Aral Sea region"],
        ),
        ("The Governments of Switzerland and of the Republic of Korea financed the survey.", ["Switzerland", "Republic of Korea"]),
        # sums and shares in brackets
        ("It is part of the project “Equal Seas” (donor - Government of Sweden).", ["Sweden"]),
        ("The scheme (EUR 1.2m, Norway 60%, Iceland 25%) began.", ["Norway", "Iceland"]),
        ("The project on ports (budget: USD 600,000, all from Peru) began.", ["Peru"]),
        # other words for money and for paying
        ("A subsidy from Andorra let the school open.", ["Andorra"]),
        ("The training was delivered under a Canadian technical assistance grant.", ["Canada"]),
        ("The monies for the rally originated from Austria.", ["Austria"]),
        ("Qatar stood the cost of the hall.", ["Qatar"]),
        ("Qatar stood at the gate of the hall.", []),
        ("Mexico wrote the cheque for the book.", ["Mexico"]),
        ("Mexico wrote the preface of the book.", []),
    ],
)
def test_donors(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Eighty EU-funded projects and twenty schools put up their tents.", "other"),
        ("In the framework of the EU-funded projects two courses were held.", "activity"),
        ("The EU-funded course was held in May.", "activity"),
    ],
)
def test_what_many_projects_show(text: str, about: str) -> None:
    assert [one.about for one in find_donors(text)] == [about]
