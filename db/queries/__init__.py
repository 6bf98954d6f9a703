"""Every question to a store, one file a subject; each function is named for its answer.

To be read in this order: `where` makes a condition of a selection; `tally` counts by sets, and keeps them with `kept`. The
list: `listing`, `sifting`, `spans`. What stands beside it: `facets`, `histogram`, `values`, `lanes` and `lanemonths` of the
chart. One milestone: `details`, `around`, `history`. For people who look things over: `review`, `duplicates`, `again`,
`sources`, `views`. `records` is what leaves the store.
"""
