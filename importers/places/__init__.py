"""Countries, towns and crossing points: where they are named, and what they have to do with an event.

To be read in this order: `finding` finds names, `mentions` takes those that may count, `lists` and `pairs` say what stands in a
list and what beside which date, `attending` who took part; `venues` makes the countries of a milestone of them. Where its own
words name none, `around` looks in the rest of its story, and `home` is the country of the whole newsletter.
"""
