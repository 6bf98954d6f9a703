"""Countries, towns and crossing points: where they are named, and what they have to do with an event.

To be read in this order: `finding` finds names, `mentions` takes those that may count, of `regions` those that mean their states,
of nations those whose `bodies` act; `spots` says which of them are places, `lists` what stands in a list, `pairs` what belongs to
which date, `headed` what is of one of two countries alone, `attending` who took part, `journeys` who went elsewhere, `paying` who
only pays, `unaided` who never receives. `venues` makes the countries of a milestone of all that. Where its own words name none,
`around` looks in the rest of its story, and `home` is the country of the whole newsletter.
"""
