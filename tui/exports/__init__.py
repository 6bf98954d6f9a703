"""Milestones on their way out of the store, to a file or the clipboard, for the commands and the app alike.

To be read in this order: `leaving` asks for what leaves and makes a text of it, `file` names the file and writes it.
"""
