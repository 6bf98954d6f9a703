"""What leaves a store: pure functions from records to Markdown, JSON and CSV.

Begin with `formats`, the door. `outgoing` is what leaves, `options` how it is wanted; `markdown` with `frontmatter` and
`grouping`, `jsonfile` and `csvfile` make the text, `escaping` makes it harmless, `datasette` is for another program.
"""
