"""Every write to a store, one file a subject.

To be read in this order: `readings` saves what an importer read, with `recognising` and `sources`; `deciding` is what people
can do, written down by `corrections`, with `merges`; `results` makes the tables that are asked of both. `views` and `doctor`
are for themselves.
"""
