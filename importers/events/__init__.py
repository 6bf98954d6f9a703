"""From the sentences of a story to its milestones: what tells an event, of which kind, when, and which one the story is about.

Read in this order. What a sentence tells: `kinds` (by its words; with `turns` of phrase and `senses` of a word; `bodies` that do
not sit and `intents` that are named beside it do not count), and whether it tells anything: `undone`, `notices`, `tales`,
`overtime`. When: `dated` and `expressions`, resolved in a `scene`; the days of a whole story are in `datelines`, those of writing
in `deixis`, observances in `observed`, spans told by their number in `lengths`.
`telling` puts both together; `clauses` says which part of a sentence is a date's own, `putin` what stands behind a name only.
Which are milestones: `candidates` of a unit (`entries`; `deeds`, `beginnings`, `ceremonies`), `choice` of the main one, by its
`headline`, those told in `passing`, `byplace` or as `news` of their own, and `milestones`, the door to each `event`. Beyond one
story: `siblings`, `once`, `series`. `ownwords` says which words are an event's own.
"""
