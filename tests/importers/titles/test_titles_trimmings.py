"""What stands around a sentence and what a cut or a date leaves of it is no part of its title."""

from __future__ import annotations

import pytest

from importers.titles.title import clause_of, title_of
from tests.importers.conftest import assert_title

SENTENCE = "On 3 May 2015, a new laboratory was opened in Osh."
TITLES = [
    ("the number of a part of a report", "", "2.3. Six boats were bought for Osh.", "Six boats were bought for Osh"),
    ("a decimal stays", "", "1.4 tonnes of fish were sold in Osh.", "1.4 tonnes of fish were sold in Osh"),
    ("the number of a part in a heading", "2.3. New pier opened in Osh", SENTENCE, "New pier opened in Osh"),
    ("what leads on from the sentence before", "", "And the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("the day of writing", "", "Today the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("the day of writing behind what was done", "", "The guild repaired a boat today.", "Guild repaired a boat"),
    (
        "a day that goes on",
        "",
        "The guild repairs boats for the youth of today and tomorrow.",
        "Guild repairs boats for the youth of today and tomorrow",
    ),
    ("a dateline and its day", "", "Osh – 3 May 2015 – The boats of Osh were repaired.", "Boats of Osh repaired"),
    ("a dateline in brackets", "", "(Osh, 3 May 2015) – The boats of Osh were repaired.", "Boats of Osh repaired"),
    ("a place in brackets", "", "(Osh) The boats of Osh were repaired.", "Boats of Osh repaired"),
    ("what the boats were made with", "", "Then, using planks of larch, the guild repaired six boats.", "Guild repaired six boats"),
    ("whom a letter is to", "", "Dear friends and partners, the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("how long ago", "", "Almost thirty years ago the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("both", "", "Dear readers, two months ago the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("what a reader recalls", "", "Many of you will remember that the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("an hour", "", "Shortly after seven in the morning, six boats left Osh.", "Six boats left Osh"),
    (
        "what it is to something told before",
        "",
        "The Boat Plan that puts it into practice was signed in Osh.",
        "Boat Plan signed in Osh",
    ),
    ("what is no chance", "", "It is no accident, then, that the boats of Osh were repaired.", "Boats of Osh repaired"),
    ("what was agreed", "", "It was agreed that the mayors would meet again in Osh.", "Mayors would meet again in Osh"),
    (
        "a place before several",
        "",
        "At the old railway station in Osh volunteers gave away six hundred and ten paper boats with a number.",
        "Volunteers gave away six hundred and ten paper boats with a number",
    ),
    ("so far", "", "So far six boats of Osh were repaired.", "So far six boats of Osh repaired"),
    ("words below a picture", "", "Above: the boats of Osh were repaired.", "Boats of Osh repaired"),
    (
        "what is worth noting",
        "",
        "It is important to note that the boats of Osh were repaired.",
        "Boats of Osh repaired",
    ),
    (
        "what there was",
        "",
        "There was a march of ferrymen and fishers along the river.",
        "March of ferrymen and fishers along the river",
    ),
    (
        "the same behind its day",
        "",
        "In Osh, there were 210 boats on the river and below the bridge.",
        "210 boats on the river and below the bridge",
    ),
    (
        "marks of notes",
        "",
        "The Programme for Harbours1 and the “Boats for Osh”2 fair opened.",
        "Programme for Harbours and the “Boats for Osh” fair opened",
    ),
    (
        "a number that a name begins with",
        "",
        'The fair "90 boats for Osh" opened on the pier.',
        'Fair "90 boats for Osh" opened on the pier',
    ),
    (
        "with whom, without a comma",
        "",
        "In cooperation with the guild of the river a round table was held in Osh.",
        "Round table held in Osh",
    ),
    (
        "a ceremony, without a comma",
        "",
        "At a ceremony in Osh a contract for six boats was signed.",
        "Contract for six boats signed",
    ),
    (
        "months that a lead counts",
        "",
        "In the first three months of the year the boats of Osh were repaired by the guild and its friends from Naryn and Talas.",
        "Boats of Osh repaired by the guild and its friends from Naryn and Talas",
    ),
    ("who answers", "", "A.O.: No. The boats of Osh were repaired.", "Boats of Osh repaired"),
    ("an answer", "", "Yes, we repaired the boats of Osh.", "We repaired the boats of Osh"),
    ("a word twice", "", "The boats of of Osh were repaired by the the guild.", "Boats of Osh repaired by the guild"),
    ("a label", "", "Support to Ferries: The boats of Osh were repaired.", "Boats of Osh repaired"),
    (
        "a label before a lead",
        "",
        "Support to Ferries: Under a loan of Norway, the boats of Osh were repaired.",
        "Boats of Osh repaired",
    ),
    ("no pronoun", "Outcome of it", "This wide river of ours was cleaned.", "This wide river of ours was cleaned"),
    ("a label is no topic", "Outcomes", "It was cleaned in spring by all.", "It was cleaned in spring by all"),
    (
        "a lead with a quotation",
        "",
        "After the launch of the “Boats” fair, the pier of Osh was opened to everybody.",
        "Pier of Osh opened to everybody",
    ),
    (
        "a lead with a clause",
        "",
        "After a fair in Osh, which a hundred fishers saw, the guild of the river opened a pier.",
        "Guild of the river opened a pier",
    ),
    (
        "a lead with a pronoun",
        "",
        "In order to help the boatmen read it, the guild printed the map of the river in Osh.",
        "Guild printed the map of the river in Osh",
    ),
    (
        "what tells something is no lead",
        "",
        "By noon they had agreed upon fares for Osh, Naryn and Talas.",
        "By noon they had agreed upon fares for Osh, Naryn and Talas",
    ),
    (
        "done between commas on another day",
        "",
        "The survey of all boats, published, pleased nobody.",
        "Survey of all boats, published, pleased nobody",
    ),
    (
        "what a date left behind",
        "",
        "The fare of the ferry was the theme of a workshop held.",
        "Fare of the ferry was the theme of a workshop",
    ),
    ("what was held stays", "Training workshop of ferrymen held", SENTENCE, "Training workshop of ferrymen held"),
    (
        "no question in the air",
        "",
        "The ferrymen of the three great lakes of the north have learnt how to repair their boats and how to sell fish.",
        "Ferrymen have learnt how to repair their boats and how to sell fish",
    ),
    (
        "no presence without those who were",
        "",
        "The guild of ferrymen opened its new pier on the shore of the river in the presence of the minister of ports.",
        "Guild of ferrymen opened its new pier on the shore of the river",
    ),
    (
        "no second verb without its object",
        "",
        "The guild of ferrymen repaired the old pier of the northern shore of the great river and painted in a week all its boats.",
        "Guild of ferrymen repaired the old pier of the northern shore of the great river",
    ),
    (
        "little behind a lead",
        "",
        "At the reception centre in Naryn near the lake, which was rebuilt with the means of the guild, a stall was opened.",
        "Stall opened",
    ),
    (
        "a circumstance that only the next name ends",
        "",
        "At a small ceremony in the port of Naryn the Guild of Ferrymen received sixty life jackets and two boats for winter.",
        "Guild of Ferrymen received sixty life jackets and two boats for winter",
    ),
    (
        "a circumstance that ends in a meeting",
        "",
        "At the end of the meeting the ferrymen adopted a letter to the port of Naryn, and then they all went home on foot.",
        "Ferrymen adopted a letter to the port of Naryn, and then they all went home on foot",
    ),
    (
        "a circumstance with a list",
        "",
        'In the presence of the mayor, the head of the guild and eighty guests the plan "Boats for All" was launched on the pier.',
        'Plan "Boats for All" launched on the pier',
    ),
    (
        "a circumstance with something beside it",
        "",
        "Within the project on boats, financed by the fund of the north, 35 ferrymen of two lakes were trained in first aid.",
        "35 ferrymen of two lakes were trained in first aid",
    ),
    (
        "a first verb is no circumstance",
        "",
        "In Osh the guild adopted its plan, elected a head and saw the pier.",
        "In Osh the guild adopted its plan, elected a head and saw the pier",
    ),
    (
        "what was done where who did it takes too much room",
        "",
        (
            "The Directors General of the Northern Ferry Administration and of the Boatyard of the Lower Lakes of the East signed "
            "the Joint Order on the Fares of the Winter, thus giving the guild a ground."
        ),
        "Joint Order on the Fares of the Winter signed",
    ),
    (
        "a training centre is no training",
        "",
        (
            "Sixty-two radio sets, nine boats and a dozen of life jackets were given away to the Guild of Ferrymen in the training "
            "centre of the northern lakes."
        ),
        "Sixty-two radio sets, nine boats and a dozen of life jackets were given away",
    ),
    (
        "a quotation in a subject is closed",
        "",
        (
            'The workshop "The Role of the Ferries and of the Fares of the Lakes in the peaceful crossing of frozen '
            'rivers (as told by Osh)" was held in Naryn.'
        ),
        'Workshop "The Role of the Ferries and of the Fares of the Lakes in the peaceful"',
    ),
    (
        "no half of two",
        "",
        "The fares of all ferries of the two northern lakes were looked at again in a technical and financial review of the guild.",
        "Fares of all ferries of the two northern lakes were looked at again",
    ),
    (
        "where it was written",
        "",
        (
            "NARYN LAKE - The ferrymen of the three northern lakes met in the old port to renew a pact that dates "
            "back to the war of the salt."
        ),
        "Ferrymen of the three northern lakes met in the old port",
    ),
    (
        "before what an event was",
        "",
        "Before the winter season the guild handed over stoves at nine schools.",
        "Before the winter season the guild handed over stoves at nine schools",
    ),
    (
        "a lead of two names",
        "",
        "After two readings and a night session the County Assembly of the Lakes passed the Ferries and Fares Bill.",
        "County Assembly of the Lakes passed the Ferries and Fares Bill",
    ),
    (
        "the name of an event with a quotation",
        "",
        (
            "Ways of sailing that are safe for people, boats and cattle on the three lakes of the north were "
            'discussed in Naryn at the Second International Conference on "Ferries and Fares: Ways and Means".'
        ),
        'Second International Conference on "Ferries and Fares: Ways and Means"',
    ),
    (
        "the noun of another name is no event",
        "",
        (
            "Its hope of growth is small, owing to the loss of its people, the fares of the lakes and the decline of "
            "spring training on the piers of the north and of the south."
        ),
        "Its hope of growth is small, owing to the loss of its people, the fares of the lakes",
    ),
    (
        "where a course was is no event",
        "",
        (
            "A two-week course on mending boats for forty ferrymen and clerks from Togo, Mali, Chad, Ghana, Niger and "
            "Upper Kenya was completed at the Lyaur field training centre of the Guild of Boats."
        ),
        "Two-week course on mending boats for forty ferrymen and clerks completed",
    ),
    (
        "a short sentence is whole",
        "",
        "Steering Committee of the Lake Programme, Naryn (in the old hall)",
        "Steering Committee of the Lake Programme, Naryn (in the old hall)",
    ),
    (
        "a name of three words says too little",
        "",
        (
            "Ferrymen from both banks of the river on a study tour to the ports of Naryn and Talas and the lakes of "
            "the north with the help of the guild."
        ),
        "Ferrymen from both banks of the river on a study tour to the ports of Naryn and Talas",
    ),
    (
        "a participle in the name of an event",
        "",
        (
            "Under the plan of work of the guild the staff of the unit of the northern ports of the great lakes "
            "delivered a ten day specialized training on the “Mending of Boats and Nets” in Naryn."
        ),
        "Ten day specialized training on the “Mending of Boats and Nets” in Naryn",
    ),
    (
        "what an event will do",
        "",
        (
            "A boat safety campaign addressed to first-time ferrymen and women in lakeside towns will start in winter "
            "with the help of the guild."
        ),
        "Boat safety campaign addressed to first-time ferrymen and women will start in winter",
    ),
    (
        "what stands beside a course",
        "",
        "For ferrymen and clerks who deal with such boats the guild held a course, with a lecturer from the Lake School of Nets.",
        "For ferrymen and clerks who deal with such boats the guild held a course, with a lecturer",
    ),
    (
        "a verb that lists know",
        "",
        (
            "The leaders of the clubs gathered for a one-day training in Balkan, at which a teacher from the north, "
            'Mr Ado, showed the new "Green Pack" for schools.'
        ),
        "Leaders of the clubs gathered for a one-day training in Balkan",
    ),
    (
        "some of many keep their article",
        "",
        "Six of the divers travelled to Osh, where the guild of boatmen showed them how the old nets of the lake are mended.",
        "Six of the divers travelled to Osh",
    ),
    (
        "the place that it stands behind",
        "",
        "Osh, Kyrgyzstan: A mentor of the river guild of the north spent five days with the young divers of the lake.",
        "Mentor of the river guild of the north spent five days with the young divers of the lake",
    ),
    (
        "the place that an event without a verb stands behind",
        "",
        "Osh: Opening of the liaison office of the boatmen.",
        "Opening of the liaison office of the boatmen",
    ),
    (
        "a year is no number of things",
        "",
        "Under the agreement between the guilds of boatmen and of divers of April 2014 the guild has given boats for this work.",
        "Guild has given boats for this work",
    ),
    (
        "what has since been done",
        "",
        "The net with a long handle, bought for 900 francs from the guild of boatmen in May, has since been used for eels.",
        "Net with a long handle has since been used for eels",
    ),
    (
        "how long after something else it was",
        "",
        "Eleven months after the guild published its first guide, the office held a round table on boats in Osh.",
        "Office held a round table on boats in Osh",
    ),
]


@pytest.mark.parametrize(("what", "heading", "sentence", "wanted"), TITLES)
def test_a_title_without_trimmings(what: str, heading: str, sentence: str, wanted: str) -> None:
    title = title_of(heading, sentence, frozenset({"Osh"}))
    assert_title(title)
    assert title == wanted


@pytest.mark.parametrize(
    ("sentence", "clause", "wanted"),
    [
        ("The guild repaired its boats, and painted the pier.", "and painted the pier.", "The guild painted the pier."),
        ("In May, the guild met, and was given a pier.", "and was given a pier.", "the guild was given a pier."),
        ("The guild met and the pier was opened.", "the pier was opened.", "the pier was opened."),
        ("In 2014 2 boats of 9 were lost, and were found.", "and were found.", "and were found."),
        (
            "A boat was lost, as was shown by a study of Osh.",
            "by a study of Osh.",
            "A boat was lost, as was shown by a study of Osh.",
        ),
        ("They opened a course, of which the rules were adopted.", "of which the rules were adopted.", "the rules were adopted."),
        ("Boats came, in the hulls of which fish was found.", "in the hulls of which fish was found.", ""),
    ],
)
def test_a_part_of_a_sentence_has_its_subject(sentence: str, clause: str, wanted: str) -> None:
    start = sentence.index(clause)
    subject, at = clause_of(sentence, start, start + len(clause))
    assert f"{subject} {sentence[at : start + len(clause)]}".strip() == (wanted or sentence)
