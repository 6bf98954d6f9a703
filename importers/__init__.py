"""Text in, milestones out. Nothing here knows a store or a screen.

Begin with `pipeline`, the door: a file to one reading, step by step as they are told here. `readers` make blocks of a file,
`layout` passages of blocks, `articles` each `story` of passages; `labels`, `sections`, `datelines` and `units` help to cut them.
`issue` is the period that the newsletter covers. `dates`, `places`, `donors`, `money` and `partners` find each what they are
called for; `events` finds what happened, `funding` who paid for it, `titles` what it is called, `quoting` the words that prove
it; `fields` puts these together, a story at a time.

What several of them use: `flow` (text that remembers where it stood), `sentences` and their `tense`, word lists (`lexicon`,
`gazetteer`, `donorlexicon`) and `collector`. The lists themselves are in `data`.
"""
