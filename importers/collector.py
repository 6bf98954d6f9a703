"""Pauses Python's collector of reference cycles where much is made that has none: it would only walk over what is kept.

The collector runs whenever so many objects are new, whether or not there can be a cycle among them; a long newsletter makes it walk
over all of its sentences a hundred times, a tenth of the time of a reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No collection inside; where it was off before, it stays off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
