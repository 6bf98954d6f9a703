"""The panes and lines that screens are made of, and the plain values from which only one of them is drawn.

To be read in this order: `strips`, `canvas` and `moneywords` help to draw a line; `keptlines`, `linepane` and `framedpane` are
what panes of lines share. Then by pane: `topline`; `search` with `searchoffers`, `completion`, `searchhistory`; `histogram` with
`bins`; `chips`; `filters` with `facetlines`, `facetrows`; `timeline` with `timelinerows`; `chart` with `chartlines`, `looking`;
`detail` with `facts`, `article`; `keyline`. In dialogs: `inputline`, `textarea`, `choice` and `pathinput` take what is typed,
`formfield` is a line of the form; `viewlist`, `importreport`, `exportpreview`, `reviewprogress`.
"""
