"""Who is named as a donor in a text, and by which words.

`cues` is the door: it tries the rules of `data/cues.toml` in the sentences that hold their words. Behind it, `names` reads the
donors that stand on from a cue and `subjects` those before it, as the subject of a verb of giving, `short` those told by less
than their name, `envoys` the state of "his country", `missions` that of a part of its embassy; each is a `named` donor. `takes`
says which of them a rule takes; `payees` which body they pay for by its name; `denied` whether the words deny it; `hands` who only
spent what others gave; `offices` who pays for a whole office; `columns` are the donors of a table. What is found is a `mention`.
To which milestone they belong is asked in `importers.funding`.
"""
