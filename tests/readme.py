"""Brings the README's tour up to date: its commands are run again, and what they print replaces what stood below them.

    readme.py

The ID in `milepost show` and `milepost edit` is that of the first milestone listed before it. The pictures are made anew as well.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.pictures import PICTURES, SCREENS, demo_store, picture
from tests.test_readme import README, TODAY, run


def refreshed(text: str, store: Path) -> str:
    """The README with true output below each command of its console blocks."""
    uid = ""

    def block(found: re.Match[str]) -> str:
        nonlocal uid
        parts = []
        for part in re.split(r"^\$ ", found[1], flags=re.MULTILINE)[1:]:
            command, _, before = part.partition("\n")
            command = re.sub(r"^milepost (show|edit) \w+", rf"milepost \1 {uid}", command)
            output = run(command, store).strip()
            if command.startswith("milepost list"):
                uid = output[:5]
            if TODAY.sub("", output).strip() == TODAY.sub("", before).strip():
                # the same at another time
                output = before.strip()
            parts.append(f"$ {command}\n{output}\n")
        return "```console\n" + "".join(parts) + "```"

    return re.sub(r"```console\n(.*?)```", block, text, flags=re.DOTALL)


def main() -> None:
    """Rewrite README.md and the pictures that it shows."""
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), Path(folder, "tour.db")), encoding="utf-8")
        store = demo_store(Path(folder, "demo.db"))
        for name in PICTURES:
            (SCREENS / f"{name}.svg").write_text(asyncio.run(picture(store, name)), encoding="utf-8")


if __name__ == "__main__":
    main()
