"""The importer's version is raised when what is read changes: known bytes are read again under another one only."""

from __future__ import annotations

import hashlib
from pathlib import Path

from db.facts import dumps
from importers.pipeline import IMPORTER, read_newsletter
from tests.importers.conftest import SAMPLES, TODAY

PINNED = Path(__file__).parent / "samples.digest"


def test_the_version_is_raised_with_what_is_read() -> None:
    digest = hashlib.sha256()
    for sample in sorted(SAMPLES, key=lambda path: path.name):
        for milestone in read_newsletter(sample.read_bytes(), sample.name, today=TODAY).milestones:
            digest.update(dumps(milestone).encode())
    found = f"{IMPORTER} {digest.hexdigest()[:16]}"
    pinned = PINNED.read_text(encoding="ascii").strip()
    assert found == pinned, f"the samples are read otherwise: raise IMPORTER where a release has {pinned}, then pin {found}"
