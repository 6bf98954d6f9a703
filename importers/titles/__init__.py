"""The title of a milestone: the heading, or a sentence made short.

Begin with `title`, the door. `undated` takes the dates out of a sentence, `shortening` and `subjects` make it fit, `casing`
writes headings in capitals small.
"""
