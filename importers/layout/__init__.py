"""From blocks to text in reading order: furniture set aside, headings known, torn paragraphs put together.

Begin with `repair`, the door. `furniture`, `captions` and `boxes` are what is no text; `headings` marks `titles` of stories and
names of sections; `halves` says what is torn, `seams` which torn block goes on in which, by how well they `fit`.
"""
