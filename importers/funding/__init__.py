"""Who paid for which milestone, and how much.

Begin with `finding`, the donors and amounts of one story, and `shares`, which gives them to its events; `owners` (events told
in passing that have payers of their own), `again` (what comes back from those), `several` (events that one sentence speaks of
together), `apart` (one of those, singled out by its place), `onename` (one, by its name), `onward` (what goes on from the
sentence before), `results` (what comes out of paid work), `lent` (payers of a list or of the main event), `past` (what was long
before), `another` (what pays for another thing), `halves` (on either side of a semicolon), `inpart` (who pays a part), `others`
(what others do, and states) and `headed` (headings that say who pays) help it. What pays beyond a story: `common` (entries of
one event), `chapters` (with the fact `boxes` of projects, some of which stand `behind` their story, and with `closings`, said
at a chapter's end), `ledger` (a list of what is paid for and by whom, or one of the `projecttables`), `projects` (told in
another story, by what projects are `called`, or as that of the story `above`), `patron` (in the masthead, and `itself`, what
the programme pays for) and `giver` (whose own newsletter it is).
`dollars` is whose dollars a newsletter counts in.
"""
