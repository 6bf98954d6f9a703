"""The main screen: one class in layers, each in a file of its own and the base of later ones.

To be read in this order: `panes` works out which panes stand side by side, `frame` shows them, `funnel` brings each new
selection to them (`empty` is what is said where nothing is found), `watching` keeps up with the store; `changing`, `choosing`,
`charting`, `importing` and `exporting` do what people ask for, `viewing` remembers it; `screen` is all of it.
"""
