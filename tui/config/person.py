"""Who acts: the name that a person's decisions are kept under."""

from __future__ import annotations

import os

from tui.config.places import settings_file

USER_VARIABLE = "MILEPOST_USER"
_LONGEST = 60


def who() -> str:
    """Who acts: `$MILEPOST_USER`, else the name in the settings, else the login name."""
    import getpass

    from tui.config.settings import read_settings

    try:
        name = os.environ.get(USER_VARIABLE, "").strip() or read_settings(settings_file()).who or getpass.getuser()
    except (KeyError, OSError):
        name = ""
    return " ".join(name.split())[:_LONGEST] or "someone"
