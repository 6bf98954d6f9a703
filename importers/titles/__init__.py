"""The title of a milestone: the heading, or a sentence made short.

Begin with `title`, the door. `asides` finds the clause that a date stands in, `undated` takes the dates out of it, `pronouns` and
`naming` say of whom and what it tells, `gatherings` finds the event in it, `shortening` and `subjects` make it fit, `casing` writes
headings in capitals small, `headlines` gives the result the form of a headline.
"""
