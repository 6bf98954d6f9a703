"""Amounts of money in a text.

`amounts` is the door: it finds them with their currency; `numbers` reads the digits, `parts` the sums whose currency stands
only with the one before, `columns` those whose currency stands in the head of a table, and `currencies` holds the codes of all.
`prices` says which count for a milestone though no donor gives them: what it cost, or brought in.
"""
