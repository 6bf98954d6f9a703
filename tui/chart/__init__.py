"""The chart face of the timeline, as far as it is no widget: from questions to the store to what stands in which cell.

To be read in this order: `timescale` lays out time in cells, `data` asks the store for what is drawn, `lanelayout` finds room
for it in one lane, `plan` puts the window, its lanes and the places for the cursor together. `tui.widgets.chart` draws the
plan.
"""
