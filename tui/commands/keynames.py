"""Names of keys: what people write in their settings, what Textual calls it, and how it is shown.

Textual names a character's key by its Unicode name; its own table of exceptions is the one below. It is not loaded for this.
"""

from __future__ import annotations

import string
import unicodedata

_OTHER_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_ALSO = {"esc": "escape", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown", "return": "enter"}
_NAMED = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "delete": "del", "insert": "ins", "pageup": "PgUp",
    "pagedown": "PgDn", "home": "Home", "end": "End", "tab": "tab", "enter": "enter", "space": "space", "backspace": "backspace",
    **{f"f{number}": f"f{number}" for number in range(1, 25)},
}  # fmt: skip
_MODIFIERS = ("ctrl", "alt", "shift")
RESERVED = {"ctrl+q": "it always leaves the app", "ctrl+c": "it is the terminal's"}
"""Keys that cannot be given away, and why."""


class KeyNameError(ValueError):
    """There is no such key; the message is one line."""


def key_of(text: str) -> str:
    """Textual's name of a key as people write it: `?`, `question_mark`, `E`, `shift+e`, `ctrl+x`, `esc`, `pgdn`, `f5`.

    Raises KeyNameError.
    """
    if len(text) == 1 and text.isprintable() and text != " ":
        return _of_character(text)
    *modifiers, last = text.strip().lower().split("+") if not text.endswith("++") else (*text.lower()[:-2].split("+"), "+")
    if (
        any(one not in _MODIFIERS for one in modifiers)
        or len(set(modifiers)) < len(modifiers)
        or not last.isprintable()
        or not last
    ):
        raise KeyNameError(f"there is no key “{text}”: write one such as e, E, ?, f5, enter or ctrl+e")
    name = _of_character(last) if len(last) == 1 else _ALSO.get(last, last)
    if len(name) > 1 and name not in _NAMED and not _character(name):
        from db.names import nearest

        near = nearest(last, (*_NAMED, *_ALSO))
        raise KeyNameError(
            f"there is no key “{text}”: " + (f"did you mean {near}?" if near else "write one such as e, ?, f5 or ctrl+e")
        )
    if modifiers == ["shift"] and len(name) == 1 and name.isalpha():
        return name.upper()
    return "+".join((*(one for one in _MODIFIERS if one in modifiers), name))


def shown(key: str) -> str:
    """Textual's name of a key as people read it: `question_mark` is `?`."""
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _NAMED.get(last) or _character(last) or last))


def _of_character(char: str) -> str:
    if char.isalnum():
        return char
    name = unicodedata.name(char, char).lower().replace("-", "_").replace(" ", "_")
    return _OTHER_NAMES.get(name, name)


def _character(name: str) -> str:
    """The character whose key has this name; empty where none has."""
    if name in _PUNCTUATION:
        return _PUNCTUATION[name]
    try:
        found = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return found if found.isprintable() else ""


_PUNCTUATION = {_of_character(char): char for char in string.punctuation}
