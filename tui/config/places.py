"""Where things lie on this machine: the store, the demo's store, what people set, what the app remembers."""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "MILEPOST_STORE"
_STORE_FILE = "milestones.db"


def store_path(given: Path | None = None) -> Path:
    """The store to use: the one given, else `$MILEPOST_STORE`, else `milestones.db` in the user's data folder."""
    if given is not None:
        return given
    if named := os.environ.get(STORE_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("milepost", appauthor=False) / _STORE_FILE


def is_there(path: Path) -> bool:
    """Whether there is a file or folder, as far as one may look."""
    try:
        return path.exists()
    except OSError:
        return False


def here() -> Path | None:
    """The folder that one works in; None where it is there no more."""
    try:
        return Path.cwd()
    except OSError:
        return None


def whole(path: Path) -> Path:
    """The path from the root, without links; as it is where there is no folder to begin from."""
    return Path(os.path.realpath(path)) if path.is_absolute() or here() else path


DEMO_IS_MADE_ANEW = (
    "the demo's store is made anew each time: what you put into it is lost then; without `demo`, milepost has your own"
)
"""A warning for who imports or corrects there."""


def demo_store_path() -> Path:
    """The demo's store, in the user's cache folder; it is made anew each time."""
    from platformdirs import user_cache_path

    return user_cache_path("milepost", appauthor=False) / "demo.db"


def settings_file() -> Path:
    """The user's settings, in the configuration folder; it need not exist."""
    return _configuration() / "settings.toml"


def names_file() -> Path:
    """The user's own names of places, countries and donors, in the configuration folder; it need not exist."""
    return _configuration() / "names.toml"


def _configuration() -> Path:
    from platformdirs import user_config_path

    return user_config_path("milepost", appauthor=False)


def state_file(store: Path) -> Path:
    """What the app remembers of this store, in the user's state folder: a file for each store, known by its path."""
    from hashlib import sha256

    from platformdirs import user_state_path

    path = whole(store)
    known = sha256(os.fsencode(path)).hexdigest()[:12]
    return user_state_path("milepost", appauthor=False) / f"{path.stem[:40]}-{known}.json"
