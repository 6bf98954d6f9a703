"""Bytes in, blocks that remember where they stood out.

To be read in this order: `decode` makes text of bytes, `margins` leaves out the blanks left of a page, `spacing` the blank lines
below each line, `wordlines` puts words that stand alone into lines, `sidebyside` puts columns one below the other, `plain` cuts
lines into `blocks`. It asks `runs` (where lines that stand together were ended on purpose), `printed` (a line's words), `hyphens`
(words that a line end breaks), `hidden` (what nobody sees), `headlines` (titles), `credits` (who paid, right below a title),
`pages` and `torn` (what stands between the lines of a text), `issuelines`, `calendars`, `tables` and `aligned` (tables without
bars).
"""
