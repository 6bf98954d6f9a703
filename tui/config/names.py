"""The user's own names of places, countries and donors, added to those that everybody has."""

from __future__ import annotations

from tui.config.places import is_there, names_file


def take_names() -> str:
    """Add the names of the user's own file, where there is one; what is wrong with it, in one line. Nothing stops for it."""
    path = names_file()
    if is_there(path):
        from db.ownnames import NamesError, extend

        try:
            extend(path)
        except NamesError as error:
            return str(error)
    return ""
