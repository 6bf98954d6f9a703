"""The ground floor: values, the store that keeps them, questions to it, and what leaves it.

Values first: `parts` and `when`, of which `models` are made, `names` to call them by (a person's own stand in `ownnames`); `facts`
is how they lie in a store. What people type: `typed` dates, `amounts`, `editing` of a field. What people ask for: a `selection` of
`terms`, read by `querytext`, with `period`, `meaning`, `found` and `folding`; `wording` says it in English. What people decide:
`changes`, told by `changewords`, taken back by `undo`; `matching`, `comparing` and `repeats` tell one reading from another. The
file itself: `schema`, `connect`, `copying`; `toml` is for files that people write.

Then the rooms: `store` is every write, `queries` every question, `export` what leaves.
"""
