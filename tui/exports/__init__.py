"""Milestones on their way out of the store, to a file or the clipboard, for the commands and the app alike.

`file` names the file and writes it.
"""
