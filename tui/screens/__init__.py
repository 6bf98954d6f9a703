"""Whole screens of the app: the main one has a room of its own (`main`), each that comes over it a file.

To be read in this order: `workers`, `commanding` and `deciding` are what screens share, `dialog` and `layoutonce` what dialogs
share; then, each for itself, `help` with its `helptopics`, `goto`, `viewdialogs`, `importdialog`, `exportdialog`, `form`,
`merge`, `review`.
"""
